"""Crops of training pictures."""
import glob
import os
import queue
import random
import threading

import numpy as np
import torch
from PIL import Image

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def holdout():
    with open(os.path.join(HERE, 'holdout.txt')) as f:
        return {os.path.basename(line.strip()) for line in f if line.strip() and not line.startswith('#')}


def picture_files(folder):
    return sorted(f for f in glob.glob(os.path.join(folder, '**', '*.*'), recursive=True) if f.endswith(('.jpg', '.png')))


def held_out_pictures(folders):
    """The samples among the files of the folders: what a leg without an evaluation set is judged by."""
    kept_out = holdout()
    return [f for d in folders for f in picture_files(d) if os.path.basename(f) in kept_out]


def held_out_sounds(folders):
    """The sounds among the samples in the folders."""
    kept_out = holdout()
    return sorted(f for d in folders for f in glob.glob(os.path.join(d, '**', '*.*'), recursive=True) if os.path.basename(f) in kept_out)


def read_picture(path):
    return np.array(Image.open(path).convert('RGB'))


def to_tensor(picture):
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1).float() / 255


class Crops:
    """Random square crops, each picture drawn in proportion to its pixels; what holdout.txt lists never comes up."""

    def __init__(self, folders, crop, scale_max):
        self.crop, self.scale_max = crop, scale_max
        kept_out = holdout()
        files = [f for d in folders for f in picture_files(d) if os.path.basename(f) not in kept_out]
        self.pictures = [p for p in map(read_picture, files) if min(p.shape[:2]) >= crop]
        if not self.pictures:
            raise SystemExit('no training picture of at least %d pixels a side in %s' % (crop, ', '.join(folders)))
        weight = np.array([p.shape[0] * p.shape[1] for p in self.pictures], float)
        self.weight = weight / weight.sum()

    def one(self):
        picture = self.pictures[np.random.choice(len(self.pictures), p=self.weight)]
        n = self.crop
        if random.random() < .5:
            n = min(int(self.crop * random.uniform(1, self.scale_max)), *picture.shape[:2])
        y, x = random.randint(0, picture.shape[0] - n), random.randint(0, picture.shape[1] - n)
        c = picture[y:y + n, x:x + n]
        if n > self.crop:
            c = np.asarray(Image.fromarray(c).resize((self.crop, self.crop), Image.LANCZOS))
        return to_tensor(c[:, ::-1] if random.random() < .5 else c)

    def batch(self, size):
        return torch.stack([self.one() for _ in range(size)])

    def feed(self, size):
        """A queue that threads keep filled with batches."""
        out = queue.Queue(8)

        def fill():
            while True:
                out.put(self.batch(size))
        for _ in range(max(1, min(8, (os.cpu_count() or 2) // 2))):
            threading.Thread(target=fill, daemon=True).start()
        return out
