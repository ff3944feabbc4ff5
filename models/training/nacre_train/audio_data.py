"""Clips of training sound at a model's rate, with the disturbances that a codec meets."""
import glob
import os
import queue
import random
import subprocess
import threading

import numpy as np
import torch

from .data import holdout

LEVEL = -23  # dB of full scale, RMS of the loud part: what the sender brings every coding group to
FRAMES_A_SECOND = 50


def read_sound(path, rate, channels=1):
    """float32 [channels,n], or [n] if there is one, through ffmpeg."""
    raw = subprocess.run(['ffmpeg', '-v', 'error', '-i', path, '-ac', str(channels), '-ar', str(rate), '-f', 'f32le', '-'], stdout=subprocess.PIPE, check=True).stdout
    x = np.frombuffer(raw, np.float32)
    return x if channels == 1 else x.reshape(-1, channels).T


def loud_level(x, rate):
    """RMS in dB over the frames of 20 ms within 30 dB of the loudest."""
    frame = rate // FRAMES_A_SECOND
    energy = (x[:len(x) // frame * frame].reshape(-1, frame) ** 2).mean(1)
    return 10 * np.log10(energy[energy >= energy.max() * 1e-3].mean() + 1e-12)


def mid_and_side(x):
    """Of [2,n], left and right; a mono file is its own middle."""
    return np.stack([x[0] + x[1], x[0] - x[1]]) / 2


class Clips:
    """Random crops of samples of the files; what holdout.txt lists never comes up."""

    def __init__(self, folders, rate, crop):
        self.rate, self.crop = rate, crop
        kept_out = holdout()
        files = [f for d in folders for f in glob.glob(os.path.join(d, '**', '*.*'), recursive=True)
                 if f.endswith(('.opus', '.flac', '.wav', '.ogg')) and os.path.basename(f) not in kept_out]
        self.files = sorted(files, key=os.path.basename)

    @staticmethod
    def of(kind, files):
        return [f for f in files if kind in f.split(os.sep)]

    def weigh(self, sounds):
        """Each sound is drawn in proportion to its length."""
        lengths = np.array([x.shape[-1] for x, _ in sounds], float)
        self.sounds, self.weight = sounds, lengths / lengths.sum()

    def some(self):
        return self.sounds[np.random.choice(len(self.sounds), p=self.weight)]

    @staticmethod
    def bounded(x):
        return (x / max(1, np.abs(x).max())).astype(np.float16)

    def cut(self, x):
        if x.shape[-1] <= self.crop:
            x = np.pad(x, [(0, 0)] * (x.ndim - 1) + [(0, self.crop - x.shape[-1] + 1)])
        i = random.randrange(x.shape[-1] - self.crop)
        return x[..., i:i + self.crop].astype(np.float32)

    def feed(self, size):
        """A queue that a thread keeps filled with batches."""
        out = queue.Queue(8)

        def fill():
            while True:
                out.put(torch.stack([self.one() for _ in range(size)]))
        threading.Thread(target=fill, daemon=True).start()
        return out


class SpeechClips(Clips):
    """Of all that is not music, with noise from folders of that name mixed into some."""

    def __init__(self, folders, rate, crop):
        super().__init__(folders, rate, crop)
        noise, music = self.of('noise', self.files), self.of('music', self.files)
        self.noise = [self.levelled(f) for f in noise]
        self.weigh([s for s in map(self.levelled, (f for f in self.files if f not in noise and f not in music)) if len(s[0]) > rate / 2])

    def levelled(self, file):
        x = self.bounded(read_sound(file, self.rate))
        return x, loud_level(x.astype(np.float32), self.rate)

    def whole(self):
        """Every clip at LEVEL."""
        return [x.astype(np.float32) * 10 ** ((LEVEL - level) / 20) for x, level in self.sounds]

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


class MusicClips(Clips):
    """Of music: the middle or, at the middle's level, the side; sometimes one channel alone."""

    def __init__(self, folders, rate, crop):
        super().__init__(folders, rate, crop)
        self.weigh([self.levelled(f) for f in self.of('music', self.files)])

    def levelled(self, file):
        x = self.bounded(read_sound(file, self.rate, 2))
        return x, loud_level(mid_and_side(x.astype(np.float32))[0], self.rate)

    def whole(self):
        """Middles at LEVEL, and sides."""
        return [c for x, level in self.sounds for c in mid_and_side(x.astype(np.float32)) * 10 ** ((LEVEL - level) / 20)]

    def one(self):
        x, level = self.some()
        x = self.cut(x) * 10 ** ((LEVEL - level + random.uniform(-9, 6)) / 20)
        kind = random.random()
        x = x[random.randrange(2)] if kind < .15 else mid_and_side(x)[int(kind > .6)]
        return torch.from_numpy(x if random.random() < .5 else -x)
