"""The picture model: a linear path that starts as a KLT, small networks that correct it, integer table rows.

Shapes: x [B,3,H,W] in [0,1], H and W multiples of 64; y, s, mu, row [B,M,H/16,W/16]; z [B,N,H/64,W/64]; q [B] quality in 0..QUALITIES-1.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from .layers import Block, low_precision, ste_round, symlog, zero_init
from .losses import gaussian_bits, logistic_bits
from .quantize import ROWS, SIGMA_MIN, STEP, Quantizer, RowContext, RowPredictor


class ImageModel(nn.Module):
    QUALITIES, ANCHORS = 64, 9  # quality steps; anchors between which the per-channel curves are interpolated

    def __init__(self, latent, width, hyper, feature, inner, sender_blocks, receiver_kernels, fine):
        super().__init__()
        m, c, n, d, k = latent, width, hyper, feature, self.ANCHORS
        self.M = m
        # linear path on 16x16x3 blocks = 768 samples; the networks only add corrections (last layers start at zero)
        self.a_lin, self.s_lin = nn.Conv2d(768, m, 1), nn.Conv2d(m, 768, 1)
        self.a_fine = nn.Sequential(nn.Conv2d(48, fine, 3, padding=1), nn.GELU(), nn.Conv2d(fine, 48, 3, padding=1))
        self.a_body = nn.Sequential(nn.Conv2d(768, c, 1), *[Block(c) for _ in range(sender_blocks)])
        self.a_out = zero_init(nn.Conv2d(c, m, 1))
        self.s_body = nn.Sequential(nn.Conv2d(m, c, 1), *[Block(c, kernel) for kernel in receiver_kernels])
        self.s_out = zero_init(nn.Conv2d(c, 768, 1))
        self.s_fine = nn.Sequential(nn.Conv2d(48, fine, 3, padding=1), nn.GELU(), zero_init(nn.Conv2d(fine, 48, 3, padding=1)))
        self.h_a = nn.Sequential(nn.Conv2d(2 * m, n, 1), nn.GELU(), nn.Conv2d(n, n, 3, padding=1), nn.GELU(),
                                 nn.Conv2d(n, n, 4, stride=2, padding=1), nn.GELU(), nn.Conv2d(n, n, 4, stride=2, padding=1))
        self.h_row = RowPredictor(n, m)
        self.h_mean = nn.Sequential(nn.Conv2d(n, 4 * inner, 3, padding=1), nn.PixelShuffle(2), nn.GELU(),
                                    nn.Conv2d(inner, 4 * inner, 3, padding=1), nn.PixelShuffle(2), nn.GELU(), nn.Conv2d(inner, d, 1))
        self.mu0 = zero_init(nn.Conv2d(d, m, 1))
        self.context = nn.Sequential(nn.Conv2d(m, inner, 1), nn.Conv2d(inner, d, 3, padding=1))
        self.mu1 = nn.Sequential(nn.Conv2d(2 * d, d, 1), nn.GELU(), Block(d, 3, 1), zero_init(nn.Conv2d(d, m, 1)))
        self.row_context, self.quantizer = RowContext(m), Quantizer()
        self.z_loc, self.z_scale = nn.Parameter(torch.zeros(k, n)), nn.Parameter(torch.ones(k, n))
        self.log_gain, self.log_inv_gain = nn.Parameter(torch.zeros(k, m)), nn.Parameter(torch.zeros(k, m))
        self.log_sigma, self.q_embed = nn.Parameter(torch.zeros(k, m)), nn.Parameter(torch.zeros(k, n))
        self.register_buffer('sd', torch.ones(1, m, 1, 1))  # of the KLT coefficients: conditions the synthesis network's input

    def at(self, curve, q):
        """The value of a per-channel curve at quality q, [B,C,1,1]."""
        p = q / (self.QUALITIES - 1) * (self.ANCHORS - 1)
        i = p.floor().clamp(max=self.ANCHORS - 2).long()
        w = (p - i).unsqueeze(1)
        return (curve[i] * (1 - w) + curve[i + 1] * w)[:, :, None, None]

    def parameter_groups(self):
        """Scales of the learning rate: Adam at the networks' rate destroys orthonormal matrices within a hundred steps."""
        linear = [p for n, p in self.named_parameters() if n.startswith(('a_lin', 's_lin'))]
        curves = [self.log_gain, self.log_inv_gain, self.q_embed, self.log_sigma, self.z_loc, self.z_scale]
        table = [self.row_context.table]  # in rows, so its steps are larger
        rows = list(self.h_row.parameters())  # seen through rounding
        special = {id(p) for p in linear + curves + table + rows}
        return [dict(params=[p for p in self.parameters() if id(p) not in special], scale=1.0, networks=True), dict(params=rows, scale=1.0),
                dict(params=linear, scale=0.02), dict(params=curves, scale=3.0), dict(params=table, scale=30.0)]

    @torch.no_grad()
    def start_from_klt(self, blocks, lambda_of):
        """blocks [n,768] of x - 0.5. Sets the linear path, steps (12 D at the slope of lambda) and static scales."""
        cov = blocks.double().T @ blocks.double() / len(blocks)
        var, vec = torch.linalg.eigh(cov)
        w, sd = vec.flip(1)[:, :self.M].T.float(), var.flip(0)[:self.M].clamp_min(1e-9).sqrt().float()
        self.a_lin.weight.copy_(w[:, :, None, None])
        self.a_lin.bias.copy_(-0.5 * w.sum(1))
        self.s_lin.weight.copy_(w.T[:, :, None, None])
        self.s_lin.bias.fill_(0.5)
        for k in range(self.ANCHORS):
            d = 3 / (2 * math.log(2) * lambda_of(k / (self.ANCHORS - 1) * (self.QUALITIES - 1)) * 255 ** 2)
            self.log_gain[k] = -0.5 * math.log(12 * d)
        self.sd.copy_(sd[None, :, None, None].clamp_min(0.02))
        self.log_sigma.copy_((sd.log()[None] + self.log_gain).clamp(math.log(SIGMA_MIN), 5))

    def analysis(self, x):
        u = F.pixel_unshuffle(x, 4)
        v = F.pixel_unshuffle(u + low_precision(self.a_fine, u, self.training), 4)
        net = low_precision(self.a_out, self.a_body[1:](low_precision(self.a_body[0], v, self.training)), self.training)
        return self.a_lin(F.pixel_unshuffle(u, 4)) + net

    def hyper_analysis(self, u):
        return low_precision(self.h_a, torch.cat([torch.log1p(u.abs()), symlog(u)], 1), self.training)

    def hyper_mean(self, z, q):
        feat = low_precision(self.h_mean, z + self.at(self.q_embed, q), self.training)
        return feat, self.mu0(feat)

    def context_mean(self, feat, mu0, hat_a):
        ctx = low_precision(self.context, symlog(hat_a), self.training)
        return mu0 + low_precision(self.mu1, torch.cat([feat, ctx], 1), self.training)

    def synthesis(self, y):
        net = low_precision(self.s_out, self.s_body[1:](low_precision(self.s_body[0], y / self.sd, self.training)), self.training)
        r = F.pixel_shuffle(self.s_lin(y) + net, 4)
        return F.pixel_shuffle(r + low_precision(self.s_fine, r, self.training), 4)

    def straight(self, y, mu, s, row):
        """mu + rebuilt symbol, with the gradient of y straight through and none to mu."""
        return mu.detach() + self.quantizer.rebuild(s, row) + y - y.detach()

    def forward(self, x, q):
        """Returns reconstruction, bits of y and z together [B]. Training: values learn from noise, scales from the symbols themselves."""
        y = self.analysis(x) * torch.exp(self.at(self.log_gain, q))
        z = self.hyper_analysis(y)
        z_hat = ste_round(z)
        zn = (z + torch.rand_like(z) - 0.5 if self.training else z_hat) - self.at(self.z_loc, q)
        bits_z = logistic_bits(zn, F.softplus(self.at(self.z_scale, q))).sum((1, 2, 3))
        row = self.h_row(z_hat, self.at(self.log_sigma, q))
        if not self.training:
            row = row.round().clamp(0, ROWS - 1)
        feat, mu0 = self.hyper_mean(z_hat, q)
        h, w = y.shape[2:]
        half_a = ((torch.arange(h, device=y.device)[:, None] + torch.arange(w, device=y.device)[None]) % 2 == 0).to(y.dtype)
        s0 = self.quantizer(y - mu0, row) * half_a
        hat0 = self.straight(y, mu0, s0, self.row_context(s0.abs(), row, 1 - half_a)) * half_a
        mu = torch.where(half_a > 0, mu0, self.context_mean(feat, mu0, hat0))
        s = torch.where(half_a > 0, s0, self.quantizer(y - mu, row))
        row = self.row_context(s.abs(), row, 1 - half_a)
        if not self.training:
            row = row.round()
        row = row + (row.clamp(0, ROWS - 1) - row).detach()
        sigma = SIGMA_MIN * torch.exp(STEP * row)
        bits_y = gaussian_bits(s, sigma).sum((1, 2, 3))
        if self.training:
            soft = gaussian_bits(y - mu + torch.rand_like(y) - 0.5, sigma.detach()).sum((1, 2, 3))
            bits_y = bits_y + soft - soft.detach()
        hat = self.straight(y, mu, s, row)
        return self.synthesis(hat * torch.exp(self.at(self.log_inv_gain, q) - self.at(self.log_gain, q))), bits_y + bits_z
