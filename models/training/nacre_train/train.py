"""Trains a picture model: python -m nacre_train.train image-fidelity.toml --data DIR --resume r.pt --out r.pt --minutes 110 --compile

A leg stops by itself after --minutes, saves the averaged weights every five minutes, ends with a rate-distortion table of the pictures in
--evaluate (or of the held-out samples) and appends a line to LOG.md. The learning rate follows the pixels seen, which are kept with the
weights: a leg that was paused or cut short loses nothing.
"""
import argparse
import datetime
import hashlib
import math
import os
import platform
import random
import time
import tomllib

import numpy as np
import torch
import torch.nn.functional as F

from .data import HERE, Crops, held_out_pictures, picture_files, read_picture, to_tensor
from .image_model import ImageModel
from .losses import lambda_of, rate_distortion


def load(path, model):
    """Puts the weights of a resume file into the model; returns pixels seen."""
    saved = torch.load(path, map_location='cpu')
    model.load_state_dict({k: v.float() for k, v in saved['weights'].items()})
    return saved['pixels']


def save(path, average, pixels):
    weights = {k: v.half() if v.dtype.is_floating_point else v for k, v in average.items()}
    torch.save(dict(weights=weights, pixels=pixels), path + '.tmp')
    os.replace(path + '.tmp', path)


@torch.no_grad()
def evaluate(model, files, device, qualities=range(0, 64, 9)):
    """Estimated bpp and PSNR of the 8-bit picture, means over the files, for each quality."""
    points = []
    for q in qualities:
        bpp, psnr = [], []
        for f in files:
            x = to_tensor(read_picture(f))[None].to(device)
            h, w = x.shape[2:]
            r, bits = model(F.pad(x, (0, -w % 64, 0, -h % 64), mode='replicate'), torch.tensor([float(q)], device=device))
            r = (r[:, :, :h, :w].clamp(0, 1) * 255).round() / 255
            bpp.append(bits.item() / (h * w))
            psnr.append(-10 * math.log10(((r - x) ** 2).mean().item()))
        points.append((np.mean(bpp), np.mean(psnr)))
    return points


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('config')
    ap.add_argument('--data', required=True, nargs='+')
    ap.add_argument('--evaluate', help='folder of pictures for the table at the end')
    ap.add_argument('--resume')
    ap.add_argument('--out', required=True)
    ap.add_argument('--minutes', type=float, required=True)
    ap.add_argument('--device', default='auto')
    ap.add_argument('--compile', action='store_true', help='torch.compile: 1.5 times the speed on two cores, 80 s of start')
    args = ap.parse_args()
    with open(args.config, 'rb') as f:
        config = tomllib.load(f)
    t = config['train']
    device = args.device if args.device != 'auto' else 'cuda' if torch.cuda.is_available() else 'cpu'
    seed = int(time.time())  # another leg sees other crops
    for seeding in (torch.manual_seed, random.seed, np.random.seed):
        seeding(seed)

    crops = Crops(args.data, t['crop'], t['scale_max'])
    model = ImageModel(**config['model'])
    qualities = ImageModel.QUALITIES
    pixels = 0
    if args.resume:
        pixels = load(args.resume, model)
    else:
        start = [F.pixel_unshuffle(F.pixel_unshuffle(crops.batch(8) - 0.5, 4), 4).permute(0, 2, 3, 1).reshape(-1, 768) for _ in range(120)]
        model.start_from_klt(torch.cat(start), lambda q: lambda_of(q, t, qualities))
    model.to(device).train()
    groups = model.parameter_groups()
    optimiser = torch.optim.Adam(groups, t['rate'], betas=(.9, .98))
    average = {k: v.clone() for k, v in model.state_dict().items()}
    step_model = torch.compile(model, dynamic=False) if args.compile else model
    feed = crops.feed(t['batch'])
    began, saved, step, skipped, losses = time.time(), time.time(), 0, 0, []
    first = pixels
    while time.time() - began < args.minutes * 60:
        rate = t['rate'] * min(1, (step + 1) / 200) * (1 + pixels / t['rate_pixels']) ** -0.5
        for g in optimiser.param_groups:
            g['lr'] = rate * g['scale']
        x = feed.get().to(device)
        q = torch.rand(t['batch'], device=device) * (qualities - 1)
        decoded, bits = step_model(x, q)
        loss = rate_distortion(x, decoded, bits, lambda_of(q, t, qualities))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        if not torch.isfinite(norm):
            skipped += 1
            continue
        optimiser.step()
        step += 1
        pixels += x.shape[0] * t['crop'] ** 2
        decay = min(t['average'], (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in model.state_dict().items():
                average[k].lerp_(v, 1 - decay) if v.dtype.is_floating_point else average[k].copy_(v)
        losses.append(loss.item())
        if step % 100 == 0:
            print('%d steps, %.2f Gpx, %.0f s, loss %.4f, rate %.2e' % (step, pixels / 1e9, time.time() - began, np.mean(losses[-100:]), rate), flush=True)
        if time.time() - saved > 300:
            saved = time.time()
            save(args.out, average, pixels)
    minutes = (time.time() - began) / 60
    save(args.out, average, pixels)
    model.load_state_dict(average)
    model.eval()
    files = picture_files(args.evaluate) if args.evaluate else held_out_pictures(args.data)
    table = ' '.join('%.3f:%.2f' % p for p in evaluate(model, files, device))
    with open(args.out, 'rb') as f:
        digest = hashlib.sha256(f.read()).hexdigest()[:16]
    where = torch.cuda.get_device_name() if device == 'cuda' else '%d CPU threads, %s' % (torch.get_num_threads(), platform.machine())
    line = '| %s | %s | %d | %.2f | %.2f | %.0f | %s | %d | %s | %d: %s |' % (
        datetime.date.today(), config['name'], step, (pixels - first) / 1e9, pixels / 1e9, minutes, where, skipped, digest, len(files), table)
    print(line, flush=True)
    with open(os.path.join(HERE, 'LOG.md'), 'a') as f:
        f.write(line + '\n')


if __name__ == '__main__':
    main()
