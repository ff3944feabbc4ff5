"""Clips of training sound at the model's rate, with the disturbances that a codec meets."""
import glob
import os
import queue
import random
import subprocess
import threading

import numpy as np
import torch

from .audio_model import HOP, RATE
from .data import holdout

LEVEL = -23  # dB of full scale, RMS of the loud part: what the sender brings every coding group to


def read_sound(path):
    """Mono float32 at RATE, through ffmpeg."""
    raw = subprocess.run(['ffmpeg', '-v', 'error', '-i', path, '-ac', '1', '-ar', str(RATE), '-f', 'f32le', '-'], stdout=subprocess.PIPE, check=True).stdout
    return np.frombuffer(raw, np.float32)


def loud_level(x):
    """RMS in dB over the frames within 30 dB of the loudest."""
    energy = (x[:len(x) // HOP * HOP].reshape(-1, HOP) ** 2).mean(1)
    return 10 * np.log10(energy[energy >= energy.max() * 1e-3].mean() + 1e-12)


class Clips:
    """Random crops of folders with speech (and noise, where a folder is so named); what holdout.txt lists never comes up."""

    def __init__(self, folders, crop):
        self.crop = crop * HOP
        kept_out = holdout()
        files = sorted(f for d in folders for f in glob.glob(os.path.join(d, '**', '*.*'), recursive=True)
                       if f.endswith(('.opus', '.flac', '.wav', '.ogg')) and os.path.basename(f) not in kept_out)
        sounds = [(self.bounded(read_sound(f)), 'noise' in f.split(os.sep)) for f in files if 'music' not in f.split(os.sep)]
        self.speech = [(x, loud_level(x)) for x, noise in sounds if not noise and len(x) > HOP * 25]
        self.noise = [(x, loud_level(x)) for x, noise in sounds if noise]
        lengths = np.array([len(x) for x, _ in self.speech], float)
        self.weight = lengths / lengths.sum()

    @staticmethod
    def bounded(x):
        return (x / max(1, np.abs(x).max())).astype(np.float16)

    def whole(self):
        """Every clip at LEVEL."""
        return [(x.astype(np.float32) * 10 ** ((LEVEL - level) / 20), level) for x, level in self.speech]

    def cut(self, x):
        if len(x) <= self.crop:
            x = np.pad(x, (0, self.crop - len(x) + 1))
        i = random.randrange(len(x) - self.crop)
        return x[i:i + self.crop].astype(np.float32)

    def some(self):
        return self.speech[np.random.choice(len(self.speech), p=self.weight)]

    def one(self):
        x, level = self.some()
        x = self.cut(x) * 10 ** ((LEVEL - level + random.uniform(-9, 6)) / 20)
        kind = random.random()
        if kind < .1 and self.noise:
            n, level = random.choice(self.noise)
            x = x + self.cut(n) * 10 ** ((LEVEL - level - random.uniform(5, 25)) / 20)
        elif kind < .15:
            other, level = self.some()
            x = x + self.cut(other) * 10 ** ((LEVEL - level - random.uniform(0, 15)) / 20)
        elif kind < .18:
            x[:random.randrange(self.crop)] = 0
        return torch.from_numpy(x if random.random() < .5 else -x)

    def feed(self, size):
        """A queue that a thread keeps filled with batches."""
        out = queue.Queue(8)

        def fill():
            while True:
                out.put(torch.stack([self.one() for _ in range(size)]))
        threading.Thread(target=fill, daemon=True).start()
        return out
