"""The finite scalar grid of the picture model: table rows, their prediction and correction in integers, deadzone and centroids.

A row is an index 0..ROWS-1 into a logarithmic grid of sigma. Everything that the range decoder needs has an exact integer form
(RowPredictor, RowContext), which export.py writes and the Java decoder runs.
"""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

ROWS, SIGMA_MIN, SIGMA_MAX = 64, 0.11, 256.0
STEP = math.log(SIGMA_MAX / SIGMA_MIN) / (ROWS - 1)
LEVEL_CAP = 40  # larger |s| count as this in contexts


def grid_sigma():
    return SIGMA_MIN * torch.exp(STEP * torch.arange(ROWS, dtype=torch.float64))


class RowPredictor(nn.Module):
    """row = z W + b[q], W an int8 matrix over 2^SHIFT for the 16 positions under each z (as in PULSE, arXiv 2609.18602).

    Parameters are in nats of sigma, 1/STEP rows each: in rows they would learn eight times slower.
    """
    SHIFT = 5

    def __init__(self, n, m):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(16 * m, n, 1, 1))
        self.place = nn.Parameter(torch.zeros(16 * m))

    def integer_weight(self):
        return (self.weight * (2 ** self.SHIFT / STEP)).round().clamp(-127, 127)

    def forward(self, z, static):
        w = self.weight * (2 ** self.SHIFT / STEP)
        w = w + (self.integer_weight() - w).detach()
        return F.pixel_shuffle(F.conv2d(z, w / 2 ** self.SHIFT, self.place / STEP), 4) + (static - math.log(SIGMA_MIN)) / STEP


class RowContext(nn.Module):
    """Correction of the row by what was decoded before.

    Two ratios observed/expected |s| (along the lower channels of this position; among the neighbours decoded so far), in half-octave
    bins, index a table together with the row's group and the half. integer_index is the exact form; index, its float twin, trains.
    """
    BINS, GROUPS, EPS, DECAY = 13, 10, 0.15, 1 - 1 / 16
    LOG = [round(16 * math.log2(1 + i / 32)) for i in range(32)]

    def __init__(self, m):
        super().__init__()
        self.table = nn.Parameter(torch.zeros(self.GROUPS * self.BINS * self.BINS * 2))
        i = torch.arange(m)
        d = (i[:, None] - i[None]).float()
        self.register_buffer('lower', torch.where(d > 0, self.DECAY ** (d - 1).clamp_min(0), torch.zeros(())), persistent=False)
        k, sigma = torch.arange(200, dtype=torch.float64), grid_sigma()[:, None]
        p = torch.erf((k + .5) / sigma / 2 ** .5) - torch.erf((k - .5) / sigma / 2 ** .5)
        e = (k * p).sum(1)
        e[sigma[:, 0] > 30] = sigma[sigma[:, 0] > 30, 0] * (2 / math.pi) ** .5
        self.register_buffer('expect', e.float(), persistent=False)

    @torch.no_grad()
    def index(self, v, row, half_b):
        e = self.expect[row.round().long().clamp(0, ROWS - 1)]
        b, m, h, w = v.shape
        t = torch.cat([v.clamp(max=LEVEL_CAP), e]).flatten(2)
        oc, ec = (self.lower @ t).view(2, b, m, h, w)
        t = t.view(2 * b, m, h, w)
        t = 2 * t + F.pad(t, (0, 0, 0, 0, 1, 0))[:, :-1] + F.pad(t, (0, 0, 0, 0, 0, 1))[:, 1:]
        p = F.pad(t, (1, 1, 1, 1))
        direct = p[:, :, :-2, 1:-1] + p[:, :, 2:, 1:-1] + p[:, :, 1:-1, :-2] + p[:, :, 1:-1, 2:]  # of the other half
        before = p[:, :, :-2, :-2] + p[:, :, :-2, 2:]  # of the same half
        n = (0.7 * before + half_b * direct).view(2, b, m, h, w)

        def bins(ratio):
            return (torch.log2(ratio) * 2).round().add(6).clamp(0, self.BINS - 1).long()
        group = (row.round().clamp(0, ROWS - 1) // 4).clamp(max=self.GROUPS - 1).long()
        f1, f2 = bins((oc + self.EPS) / (ec + self.EPS)), bins((n[0] + 2 * self.EPS) / (n[1] + 2 * self.EPS))
        return ((group * self.BINS + f1) * self.BINS + f2) * 2 + half_b.long()

    def forward(self, v, row, half_b):
        """v = |s|, row as predicted from z, half_b [h,w] 0 or 1: the corrected row."""
        return row + self.table[self.index(v, row, half_b)]

    def integer_expect(self):
        return np.round(256 * self.expect.numpy()).astype(np.int64)

    def integer_table(self):
        return np.clip(np.floor(self.table.detach().numpy() + .5), -127, 127).astype(np.int64)

    def integer_row(self, s, row, half_a):
        """s, row int64 [M,h,w], half_a bool [h,w]: corrected rows, by the arithmetic of the format (codec/FORMAT.md)."""
        along, around = 38, 228
        v, e = np.minimum(np.abs(s), LEVEL_CAP).astype(np.int64) << 8, self.integer_expect()[row]
        c, h, w = v.shape
        ov, oe = np.zeros_like(v), np.zeros_like(v)
        sv, se = np.zeros((h, w), np.int64), np.zeros((h, w), np.int64)
        for i in range(c):
            ov[i], oe[i] = sv, se
            sv, se = sv - (sv >> 4) + v[i], se - (se >> 4) + e[i]

        def smooth(t):
            p = np.pad(t, ((1, 1), (1, 1), (1, 1)))
            return 2 * p[1:-1] + p[:-2] + p[2:]
        pv, pe, nv, ne = smooth(v), smooth(e), np.zeros_like(v), np.zeros_like(v)
        for dy, dx, weight in ((-1, -1, 2), (-1, 1, 2), (-1, 0, 3 * ~half_a), (1, 0, 3 * ~half_a), (0, -1, 3 * ~half_a), (0, 1, 3 * ~half_a)):
            nv += pv[:, 1 + dy:1 + dy + h, 1 + dx:1 + dx + w] * weight
            ne += pe[:, 1 + dy:1 + dy + h, 1 + dx:1 + dx + w] * weight
        log = np.array(self.LOG)

        def log2_16(x):
            top = np.frexp(x.astype(float))[1] - 1
            return 16 * top + log[np.right_shift(np.left_shift(x, 5), top) - 32]

        def ratio_bin(observed, expected, eps):
            return np.clip((log2_16(observed + eps) - log2_16(expected + eps) + 52) >> 3, 0, 12)
        index = ((np.minimum(row // 4, 9) * 13 + ratio_bin(ov, oe, along)) * 13 + ratio_bin(nv, ne, around)) * 2 + ~half_a
        return np.clip(row + self.integer_table()[index], 0, ROWS - 1)


class Quantizer(nn.Module):
    """Sender: rounding with a deadzone from the rate-distortion threshold of each row. Receiver: |s| = 1, 2, 3+ lie at level + shift[row].

    shift starts as the centroid of the Gaussian in the bin that the threshold leaves, and is learned.
    """

    def __init__(self, slope=12 / (2 * math.log(2)), most=0.75):
        super().__init__()
        sig = grid_sigma()[:, None]
        k = torch.arange(5, dtype=torch.float64)

        def phi(t):
            return 0.5 * torch.erfc(-t / sig / 2 ** .5)

        def pdf(t):
            return torch.exp(-0.5 * (t / sig) ** 2) / (2 * math.pi) ** .5
        bits = -torch.log2((phi(k + .5) - phi(k - .5)).clamp_min(2 ** -16.))
        edge = torch.full((ROWS, 4), 0.5, dtype=torch.float64) + k[:4]
        for _ in range(4):  # threshold and centroid in turn
            lo, hi = edge[:, :3], edge[:, 1:]
            mass = phi(hi) - phi(lo)
            rec = torch.where(mass > 1e-7, sig * (pdf(lo) - pdf(hi)) / mass.clamp_min(1e-9), lo + 0.02)
            below = torch.cat([torch.zeros_like(sig), rec[:, :2]], 1)
            t = (rec + below) / 2 + (bits[:, 1:4] - bits[:, :3]) / slope / 2 / (rec - below)
            edge[:, :3] = torch.minimum(torch.maximum(t, k[:3] + 0.5), k[:3] + most)
            edge[:, 3] = edge[:, 2] + 1
        self.register_buffer('dead', (edge[:, :2] - k[:2] - 0.5).float(), persistent=False)  # of 0/1 and of higher edges
        self.shift = nn.Parameter((rec - k[1:4]).clamp_min(-0.25).float())

    def forward(self, v, row):
        """v continuous, row float: integer symbols, no gradient."""
        r = row.detach().round().long().clamp(0, ROWS - 1)
        a = v.detach().abs()
        s = torch.floor(a + 0.5 - self.dead[r, 1])
        s = torch.where(s <= 1, (a > 0.5 + self.dead[r, 0]).to(a.dtype), s)
        return torch.sign(v.detach()) * s

    def rebuild(self, s, row):
        r = row.detach().round().long().clamp(0, ROWS - 1)
        k = s.abs().clamp(max=3).long()
        return s + torch.sign(s) * self.shift.reshape(-1)[(r * 3 + k - 1).clamp_min(0)] * (k > 0)
