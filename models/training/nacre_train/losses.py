"""Rates and distortions of the training objective L = bpp + lambda 255^2 MSE."""
import math

import torch


def lambda_of(quality, config, qualities):
    """Evenly spaced in log over the qualities; quality is a tensor of 0..qualities-1."""
    low, high = config['lambda_low'], config['lambda_high']
    return low * (high / low) ** (quality / (qualities - 1))


def gaussian_bits(v, sigma):
    v = v.abs()
    p = 0.5 * torch.erfc((v - 0.5) / sigma / math.sqrt(2)) - 0.5 * torch.erfc((v + 0.5) / sigma / math.sqrt(2))
    return -torch.log2(p.clamp_min(1e-9))


def logistic_bits(v, scale):
    return -torch.log2((torch.sigmoid((v + .5) / scale) - torch.sigmoid((v - .5) / scale)).clamp_min(1e-9))


def rate_distortion(x, decoded, bits, lam):
    """Mean loss of a batch; divided by sqrt(lambda), so that low and high qualities learn alike."""
    pixels = x.shape[2] * x.shape[3]
    return ((bits / pixels + lam * 255 ** 2 * ((decoded - x) ** 2).mean((1, 2, 3))) / lam.sqrt() * 0.1).mean()
