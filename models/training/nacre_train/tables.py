"""Integer tables of a picture pack, fitted to training pictures by running the model as the format runs it."""
import math

import numpy as np
import torch
import torch.nn.functional as F

from .quantize import ROWS, STEP, SIGMA_MIN, grid_sigma

TOTAL, MOST_LEVELS, GAUSS_WEIGHT = 1 << 16, 255, 50


@torch.no_grad()
def code(model, picture, quality):
    """A picture [1,3,H,W] through the model with integer rows: dict of z, row (by z), row2 (corrected), s as int64 [C,h,w]; s, mu, hat, y."""
    q = torch.tensor([float(quality)])
    y = model.analysis(picture) * torch.exp(model.at(model.log_gain, q))
    z = model.hyper_analysis(y).round().clamp(-127, 127)
    row = integer_rows(model, z[0].numpy().astype(np.int64), quality)
    feat, mu0 = model.hyper_mean(z, q)
    half_a = (torch.arange(y.shape[2])[:, None] + torch.arange(y.shape[3])[None]) % 2 == 0
    rows = torch.from_numpy(row)[None].float()

    def corrected(s):
        return torch.from_numpy(model.row_context.integer_row(s[0].numpy().astype(np.int64), row, half_a.numpy()))[None].float()
    # the row that quantises is the corrected one; it depends on symbols before it, so iterate from the z row: settles in two rounds
    s0 = model.quantizer(y - mu0, rows) * half_a
    for _ in range(2):
        s0 = model.quantizer(y - mu0, corrected(s0)) * half_a
    hat_a = (mu0 + model.quantizer.rebuild(s0, corrected(s0))) * half_a
    mu = torch.where(half_a, mu0, model.context_mean(feat, mu0, hat_a))
    s = torch.where(half_a, s0, model.quantizer(y - mu, corrected(s0)))
    for _ in range(2):
        s = torch.where(half_a, s0, model.quantizer(y - mu, corrected(s)))
    row2 = corrected(s)
    return dict(z=z[0].numpy().astype(np.int64), row=row, row2=row2[0].numpy().astype(np.int64), s=s[0].numpy().astype(np.int64),
                hat=mu + model.quantizer.rebuild(s, row2), v=(y - mu)[0].numpy())


def row_biases(model):
    """int64 [16 M] by place (place-major, channels inside) and [QUALITIES, M] static, both in 1/32 of a row; half a row for rounding in static."""
    one = 2 ** model.h_row.SHIFT
    place = model.h_row.place.detach().double() / STEP * one
    q = torch.arange(model.QUALITIES).float()
    static = (model.at(model.log_sigma, q)[:, :, 0, 0].detach().double() - math.log(SIGMA_MIN)) / STEP * one + one / 2
    # torch's pixel_shuffle order is channel-major
    return place.round().long().view(model.M, 16).T.reshape(-1).numpy(), static.round().long().numpy()


def row_weights(model):
    """int8 [N, 16 M]: one column for each z, place-major, channels inside."""
    w = model.h_row.integer_weight().detach()[:, :, 0, 0]
    return w.view(model.M, 16, -1).permute(2, 1, 0).reshape(w.shape[1], -1).numpy().astype(np.int8)


def integer_rows(model, z, quality):
    """Rows [M,h,w] by the arithmetic of the format."""
    place, static = row_biases(model)
    w = row_weights(model).astype(np.int64)
    n, h, width = z.shape
    acc = z.reshape(n, -1).T @ w + place + np.tile(static[int(quality)], 16)
    row = np.clip(acc >> model.h_row.SHIFT, 0, ROWS - 1).reshape(h, width, 4, 4, model.M)
    return np.ascontiguousarray(row.transpose(4, 0, 2, 1, 3).reshape(model.M, 4 * h, 4 * width))


def frequencies(weights):
    """Positive weights to integers of at least 1 that sum to TOTAL."""
    p = np.asarray(weights, float) / np.sum(weights)
    f = np.maximum(1, np.floor(p * (TOTAL - len(p)))).astype(np.int64)
    f[np.argmax(f)] += TOTAL - f.sum()
    assert f.min() >= 1 and f.sum() == TOTAL
    return f


def row_frequencies(counts):
    """counts [ROWS, levels] of |s|: for each row frequencies of -S..S and the escape."""
    levels, out = np.arange(counts.shape[1]), []
    for r, sigma in enumerate(grid_sigma().numpy()):
        edge = torch.erf((torch.arange(-1, counts.shape[1]) + .5).double() / sigma / 2 ** .5).numpy()
        gauss = .5 * np.diff(edge) * np.where(levels > 0, 2, 1)
        n = counts[r] + GAUSS_WEIGHT * gauss + 1e-3 * (levels < 3)
        tail = 1 - np.cumsum(n) / n.sum()
        reach = int(min(np.argmax(tail < 2 ** -10), MOST_LEVELS))
        side = n[1:reach + 1] / 2
        out.append(frequencies(np.concatenate([side[::-1], n[:1], side, [max(n[reach + 1:].sum(), 1e-5 * n.sum())]])))
    return out


def z_frequencies(samples, loc, scale):
    """samples of one channel; the model's logistic counts as twenty of them: (lowest value, frequencies of lowest.. and the escape)."""
    lo, hi = max(-60, samples.min() - 2), min(60, samples.max() + 2)
    k = np.arange(lo, hi + 1)
    prior = 1 / (1 + np.exp(-(k + .5 - loc) / scale)) - 1 / (1 + np.exp(-(k - .5 - loc) / scale))
    n = np.bincount(np.clip(samples, lo, hi) - lo, minlength=len(k)) + 20 * prior + 0.01
    return int(lo), frequencies(np.append(n, 0.05 + ((samples < lo) | (samples > hi)).sum()))


@torch.no_grad()
def fit(model, pictures, groups=8, few=32, histograms=True):
    """Row histograms from `few` pictures over all qualities together (or Gaussians), z histograms for each channel and quality group from all of them."""
    fit_q = [round(i * (model.QUALITIES - 1) / (groups - 1)) for i in range(groups)]
    counts = np.zeros((ROWS, MOST_LEVELS + 2), np.int64)
    for p in pictures[:few] if histograms else []:
        for q in fit_q:
            t = code(model, p, q)
            np.add.at(counts, (t['row2'].ravel(), np.minimum(np.abs(t['s']), MOST_LEVELS + 1).ravel()), 1)
    z = [[] for _ in range(groups)]
    for p in pictures:
        y = model.analysis(p)
        for g, q in enumerate(fit_q):
            for step in (q, min(max(q + (2 if g < groups / 2 else -2), 8 * g), 8 * g + 7)):
                u = y * torch.exp(model.at(model.log_gain, torch.tensor([float(step)])))
                z[g].append(model.hyper_analysis(u).round().clamp(-127, 127)[0].flatten(1).numpy().astype(np.int64))
    tables = []
    for g, q in enumerate(fit_q):
        samples = np.concatenate(z[g], 1)
        loc = model.at(model.z_loc, torch.tensor([float(q)])).flatten().numpy()
        scale = F.softplus(model.at(model.z_scale, torch.tensor([float(q)]))).flatten().numpy()
        tables.append([z_frequencies(samples[c], loc[c], scale[c]) for c in range(samples.shape[0])])
    return row_frequencies(counts), tables
