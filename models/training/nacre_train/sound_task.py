"""Training of the models of sound: what train.py needs to know of them."""
import glob
import os

import numpy as np
import torch

from .audio_data import LEVEL, MusicClips, SpeechClips, loud_level, mid_and_side, read_sound
from .audio_model import LappedModel
from .data import held_out_sounds
from .losses import SpectralDistance, lambda_of, log_mel_distance

CLIPS = dict(speech=SpeechClips, music=MusicClips)


class SoundTask:
    def __init__(self, config, folders):
        self.config, self.folders, self.music = config['train'], folders, config['kind'] == 'music'
        self.model = LappedModel(**config['model'])
        self.data = CLIPS[config['kind']](folders, self.model.rate, self.config['crop'] * self.model.hop)

    def start(self):
        """Weights before the first step: scales from crops."""
        self.model.start(torch.stack([self.data.one() for _ in range(64)]))

    def parameter_groups(self):
        return self.model.parameter_groups()

    def loss(self, model, compiled, device):
        """kbit/s + lambda times the spectral distance, divided by sqrt(lambda), so that low and high qualities learn alike."""
        distance = SpectralDistance(self.model.rate, **self.config.get('distance', {})).to(device)
        if compiled:
            distance = torch.compile(distance, dynamic=False)

        def of(x):
            q = torch.rand(len(x), device=device) * (LappedModel.QUALITIES - 1)
            slope = lambda_of(q, self.config, LappedModel.QUALITIES)
            decoded, bits = model(x, q)
            rate = bits / (x.shape[1] / self.model.rate) / 1000
            return ((rate + slope * distance(x, decoded)) / slope.sqrt()).mean()
        return of

    def amount(self, x):
        return x.numel() / self.model.rate

    @staticmethod
    def shown(seconds):
        return '%.1f h' % (seconds / 3600)

    def channels(self, file):
        """[C,n] at LEVEL: middle and side of music."""
        if self.music:
            x = mid_and_side(read_sound(file, self.model.rate, 2))
        else:
            x = read_sound(file, self.model.rate)[None]
        return x * 10 ** ((LEVEL - loud_level(x[0], self.model.rate)) / 20)

    @torch.no_grad()
    def points(self, file, qualities, device):
        """Estimated kbit/s and log-mel distance in dB of the first channel, for each quality."""
        x = self.channels(file)
        x = torch.from_numpy(np.pad(x, ((0, 0), (0, -x.shape[1] % self.model.hop)))).to(device)
        for q in qualities:
            decoded, bits = self.model(x, torch.full((len(x),), float(q), device=device))
            yield bits.sum().item() / x.shape[1] * self.model.rate / 1000, log_mel_distance(x[:1], decoded[:1], self.model.rate).item()

    def evaluate(self, folder, device):
        """Means over the sounds at some qualities."""
        files = sorted(glob.glob(os.path.join(folder, '*.*'))) if folder else held_out_sounds(self.folders)
        rows = [list(self.points(f, range(0, 64, 9), device)) for f in files]
        return '%d: %s' % (len(files), ' '.join('%.2f:%.2f' % tuple(p) for p in np.mean(rows, 0)))
