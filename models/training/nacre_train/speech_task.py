"""Training of the speech model: what train.py needs to know of it."""
import glob
import os

import numpy as np
import torch

from .audio_data import LEVEL, Clips, loud_level, read_sound
from .audio_model import HOP, RATE, SpeechModel
from .data import held_out_sounds
from .losses import SpectralDistance, lambda_of, log_mel_distance


class SpeechTask:
    def __init__(self, config, folders):
        self.config, self.folders = config['train'], folders
        self.data = Clips(folders, self.config['crop'])
        self.model = SpeechModel(**config['model'])

    def start(self):
        """Weights before the first step: scales from crops."""
        self.model.start(torch.stack([self.data.one() for _ in range(64)]))

    def parameter_groups(self):
        return self.model.parameter_groups()

    def loss(self, model, compiled, device):
        """kbit/s + lambda times the spectral distance, divided by sqrt(lambda), so that low and high qualities learn alike."""
        distance = SpectralDistance(RATE).to(device)
        if compiled:
            distance = torch.compile(distance, dynamic=False)

        def of(x):
            q = torch.rand(len(x), device=device) * (SpeechModel.QUALITIES - 1)
            slope = lambda_of(q, self.config, SpeechModel.QUALITIES)
            decoded, bits = model(x, q)
            rate = bits / (x.shape[1] / RATE) / 1000
            return ((rate + slope * distance(x, decoded)) / slope.sqrt()).mean()
        return of

    @staticmethod
    def amount(x):
        return x.numel() / RATE

    @staticmethod
    def shown(seconds):
        return '%.1f h' % (seconds / 3600)

    @torch.no_grad()
    def evaluate(self, folder, device):
        """Estimated kbit/s and log-mel distance in dB at some qualities, means over the sounds."""
        files = sorted(glob.glob(os.path.join(folder, '*.*'))) if folder else held_out_sounds(self.folders)
        qualities, rows = range(0, 64, 9), []
        for f in files:
            x = read_sound(f)
            x = x * 10 ** ((LEVEL - loud_level(x)) / 20)
            x = torch.from_numpy(np.pad(x, (0, -len(x) % HOP)))[None].to(device)
            row = []
            for q in qualities:
                decoded, bits = self.model(x, torch.tensor([float(q)], device=device))
                row.append((bits.item() / x.shape[1] * RATE / 1000, log_mel_distance(x, decoded, RATE).item()))
            rows.append(row)
        return '%d: %s' % (len(files), ' '.join('%.2f:%.2f' % tuple(p) for p in np.mean(rows, 0)))
