"""The models of sound: an MDCT as linear path, networks that correct it, a scalar grid whose table rows follow from what was decoded before.

Shapes: sound [B,n], n a multiple of hop; frame t of n/hop + 1 covers samples hop (t - 1) .. hop (t + 1) - 1; spectra [B,T,hop]; latents y and symbols s [B,T,D]; q [B] quality in 0..QUALITIES-1. The picture model's ideas hold: networks start as corrections of a
transform that works from the first step, values learn from noise, scales from the symbols themselves, integers steer the parse.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from .layers import low_precision, zero_init
from .losses import gaussian_bits
from .quantize import ROWS, SIGMA_MIN, STEP, Quantizer

FLOOR = 0.01  # coefficients far above it are seen by their logarithm, far below it linearly
QUIET = 1e-5  # of their power over FLOOR^2: what is as quiet as -90 dB of full scale is still told from silence


class Mdct(nn.Module):
    """Orthonormal lapped transform with a sine window (Princen and Bradley, 1986)."""

    def __init__(self, hop):
        super().__init__()
        self.hop = hop
        n, k = torch.arange(2 * hop, dtype=torch.float64), torch.arange(hop, dtype=torch.float64)
        window = torch.sin(math.pi * (n + .5) / (2 * hop))[:, None] * math.sqrt(2 / hop)
        phase = math.pi / hop * (n[:, None] + .5 + hop / 2) * (k + .5)
        self.register_buffer('cosine', (window * torch.cos(phase)).float(), persistent=False)
        self.register_buffer('sine', (window * torch.sin(phase)).float(), persistent=False)

    def forward(self, x):
        """The transform and the one with sines in place of cosines, which shows what the phase hides."""
        frames = F.pad(x, (self.hop, self.hop)).unfold(-1, 2 * self.hop, self.hop)
        return frames @ self.cosine, frames @ self.sine

    def inverse(self, c):
        f = c @ self.cosine.T
        return (f[:, :-1, self.hop:] + f[:, 1:, :self.hop]).flatten(1)


class Depthwise(nn.Module):
    """Depthwise convolution along time as a sum of shifted products, which torch.compile fuses into one loop."""

    def __init__(self, c, k):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.randn(k, c) / k ** 0.5), nn.Parameter(torch.zeros(c))

    def forward(self, x):
        k, n = self.weight.shape[0], x.shape[1]
        p = F.pad(x, (0, 0, k // 2, k // 2))
        return sum(p[:, i:i + n] * self.weight[i] for i in range(k)) + self.bias


class Block(nn.Module):
    """ConvNeXt block (Liu et al., 2022) along time."""

    def __init__(self, c, k=7, expand=3):
        super().__init__()
        self.mix, self.norm = Depthwise(c, k), nn.LayerNorm(c)
        self.widen, self.narrow = nn.Linear(c, expand * c), nn.Linear(expand * c, c)
        self.gain = nn.Parameter(torch.full((c,), 0.3))

    def pointwise(self, x):
        return self.narrow(F.gelu(self.widen(x)))

    def forward(self, x):
        return x + self.gain * low_precision(self.pointwise, self.norm(self.mix(x)), self.training)


class Taps(nn.Linear):
    """Convolution of three taps along time as one matrix product."""

    def __init__(self, c_in, c_out):
        super().__init__(3 * c_in, c_out)

    def forward(self, x):
        p = F.pad(x, (0, 0, 1, 1))
        return super().forward(torch.cat([p[:, :-2], p[:, 1:-1], p[:, 2:]], -1))


class Widened(nn.Module):
    """The first channels, scaled; the others 0."""

    def __init__(self, scale, first, total):
        super().__init__()
        self.scale, self.first, self.total = scale, first, total

    def forward(self, x):
        return F.pad(x[..., :self.first] * self.scale, (0, self.total - self.first))


class RowContext(nn.Module):
    """Table rows from the symbols of the two frames before and of the lower channels of this one: an integer linear layer.

    row = (bias[q] + sum W level[|s|]) >> SHIFT with int8 weights; level is 16 log2(1 + |s|), |s| up to CAP. Parameters are in nats of sigma.
    """
    SHIFT, CAP = 7, 15
    LEVEL = [round(16 * math.log2(1 + v)) for v in range(CAP + 1)]

    def __init__(self, d, linear, reach):
        """Of the first `linear` channels a row sees those that lie within reach of its own; it sees all of the others."""
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(3, d, d))  # this frame (below the diagonal), one before, two before; [out, in]
        with torch.no_grad():
            self.weight[1].fill_diagonal_(.02)
            self.weight[2].fill_diagonal_(.01)
        self.register_buffer('level', torch.tensor(self.LEVEL, dtype=torch.float), persistent=False)
        near = torch.ones(d, d)
        near[:linear, :linear] = near[:linear, :linear].tril(reach).triu(-reach)
        near[linear:, :linear] = near[linear:, :linear] if reach >= linear else 0
        self.register_buffer('seen', torch.stack([near.tril(-1), near, near]), persistent=False)

    def integer_weight(self):
        return (self.weight * self.seen * (2 ** self.SHIFT / STEP)).round().clamp(-127, 127)

    def forward(self, s, static):
        """Rows, not rounded, for symbols s; static [B,1,D] in nats of sigma."""
        w = self.weight * self.seen * (2 ** self.SHIFT / STEP)
        w = (w + (self.integer_weight() - w).detach()) / 2 ** self.SHIFT
        v = self.level[s.detach().abs().clamp(max=self.CAP).long()]
        before = F.pad(v, (0, 0, 2, 0))
        return v @ w[0].T + before[:, 1:-1] @ w[1].T + before[:, :-2] @ w[2].T + (static - math.log(SIGMA_MIN)) / STEP


class LappedModel(nn.Module):
    QUALITIES, ANCHORS = 64, 9
    SCALE = 0.4  # of the lapped channels in y

    def __init__(self, rate, hop, width, linear, free, sender_blocks, receiver_blocks, reach, mixing):
        """linear: channels that start as the lowest coefficients of the MDCT; free: channels that only the networks use; reach: of rows, in
        linear channels; mixing: whether a matrix may mix the coefficients."""
        super().__init__()
        self.rate, self.hop, self.D, self.linear, k = rate, hop, linear + free, linear, self.ANCHORS
        self.mdct = Mdct(hop)
        if mixing:
            self.a_lin = nn.Linear(hop, self.D, bias=False)  # what is added in silence would be coded in silence
            self.s_lin = zero_init(nn.Linear(self.D, hop))
            with torch.no_grad():
                self.a_lin.weight.zero_()
                self.a_lin.weight[range(linear), range(linear)] = self.SCALE
                self.s_lin.weight[range(linear), range(linear)] = 1 / self.SCALE
        else:
            self.a_lin, self.s_lin = Widened(self.SCALE, linear, self.D), Widened(1 / self.SCALE, linear, hop)
        self.a_in = Taps(3 * hop, width)
        self.a_body = nn.Sequential(*[Block(width) for _ in range(sender_blocks)])
        self.a_norm, self.a_out = nn.LayerNorm(width), nn.Linear(width, self.D)
        self.s_in = Taps(self.D, width)
        self.s_body = nn.Sequential(*[Block(width) for _ in range(receiver_blocks)])
        self.s_norm, self.s_out = nn.LayerNorm(width), nn.Linear(width, 2 * hop)
        with torch.no_grad():
            self.a_out.weight[:linear].zero_()
            self.a_out.bias[:linear].zero_()
            self.s_out.weight.mul_(0.3)
            self.s_out.bias[hop:] = -2
        self.row_context, self.quantizer = RowContext(self.D, linear, reach), Quantizer()
        self.predict = nn.Parameter(0.5 * torch.eye(free))  # means of the free channels from those of the frame before, in y
        self.log_gain = nn.Parameter(torch.linspace(-0.7, 1.3, k)[:, None].repeat(1, self.D))
        self.log_inv_gain = nn.Parameter(-self.log_gain.detach().clone())
        self.log_sigma = nn.Parameter(self.log_gain.detach().clone())

    def at(self, curve, q):
        """The value of a per-channel curve at quality q, [B,1,D]."""
        p = q / (self.QUALITIES - 1) * (self.ANCHORS - 1)
        i = p.floor().clamp(max=self.ANCHORS - 2).long()
        w = (p - i).unsqueeze(1)
        return (curve[i] * (1 - w) + curve[i + 1] * w)[:, None]

    def parameter_groups(self):
        curves = [self.log_gain, self.log_inv_gain, self.log_sigma]
        slow = [self.row_context.weight, self.predict]
        special = {id(p) for p in curves + slow}
        linear = [*self.a_lin.parameters(), *self.s_lin.parameters()]
        special |= {id(p) for p in linear}
        return [dict(params=[p for p in self.parameters() if id(p) not in special], scale=1.0, networks=True), dict(params=linear, scale=0.2),
                dict(params=curves, scale=3.0), dict(params=slow, scale=0.3)]

    @torch.no_grad()
    def start(self, x):
        """Static scales from sound [B,n]."""
        deviation = self.analysis(x).flatten(0, 1).std(0).clamp_min(0.02)
        self.log_sigma += deviation.log() - 0.7  # what follows from the frames before is more than the mean

    def analysis(self, x):
        """The networks only scale the lapped channels: what they added there cost a fifth of the rate and was loudest in silence."""
        c, s = self.mdct(x)
        u, v = torch.asinh(c / FLOOR), torch.asinh(s / FLOOR)
        energy = 0.5 * torch.log((c * c + s * s) / FLOOR ** 2 + QUIET)
        h = self.a_body(low_precision(self.a_in, torch.cat([u, v, energy], -1), self.training))
        net, free = self.a_out(self.a_norm(h)).split([self.linear, self.D - self.linear], -1)
        lapped, rest = self.a_lin(u).split([self.linear, self.D - self.linear], -1)
        return torch.cat([lapped * 2 * torch.sigmoid(net), rest + free], -1)

    def synthesis(self, y):
        h = self.s_body(low_precision(self.s_in, y, self.training))
        shape, m = low_precision(self.s_out, self.s_norm(h), self.training).split(self.hop, -1)
        return self.mdct.inverse(FLOOR * torch.sinh(self.s_lin(y).clamp(-9, 9)) + shape * 10 * FLOOR * torch.exp(m.clamp(max=5)))

    def means(self, hat):
        """Means of y [B,T,D] from what was decoded for the frame before; the lapped channels have none, their signs are chance."""
        before = F.pad(hat[:, :-1, self.linear:], (0, 0, 1, 0))
        return F.pad(before @ self.predict.T, (self.linear, 0))

    @torch.compiler.disable
    @torch.no_grad()
    def decoded(self, y, gain, back, row):
        """What a decoder has of y with these rows; of use are the predicted channels, in which it goes frame by frame, and the others are 0."""
        free = slice(self.linear, None)
        y, gain, back, row = y[:, :, free].float(), gain[:, 0, free], back[:, 0, free], row[:, :, free]
        hat = [torch.zeros_like(y[:, 0])]
        for t in range(y.shape[1]):
            mu = hat[-1] @ self.predict.T
            s = self.quantizer((y[:, t] - mu) * gain, row[:, t])
            hat.append(mu + self.quantizer.rebuild(s, row[:, t]) * back)
        return F.pad(torch.stack(hat[1:], 1), (self.linear, 0))

    def forward(self, x, q):
        """Decoded sound and bits of the symbols [B]."""
        y = self.analysis(x)
        gain, back = torch.exp(self.at(self.log_gain, q)), torch.exp(self.at(self.log_inv_gain, q))
        static = self.at(self.log_sigma, q)
        row = torch.full_like(y, 8.)
        for _ in range(2 if self.training else 4):  # rows follow from symbols, whose deadzone follows from rows: settles in a few rounds
            mu = self.means(self.decoded(y.detach(), gain.detach(), back.detach(), row))
            u = (y - mu) * gain
            s = self.quantizer(u, row)
            row = self.row_context(s, static)
        if not self.training:
            row = row.round()
        row = row + (row.clamp(0, ROWS - 1) - row).detach()
        sigma = SIGMA_MIN * torch.exp(STEP * row)
        bits = gaussian_bits(s, sigma).sum((1, 2))
        if self.training:
            soft = gaussian_bits(u + torch.rand_like(u) - 0.5, sigma.detach()).sum((1, 2))
            bits = bits + soft - soft.detach()
        v = (y - mu.detach()) * gain
        return self.synthesis(mu.detach() + (self.quantizer.rebuild(s, row) + v - v.detach()) * back), bits
