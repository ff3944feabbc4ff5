"""Trains a model: python -m nacre_train.train image-fidelity.toml --data DIR --resume r.pt --out r.pt --minutes 110 --compile

A leg stops by itself after --minutes, saves the averaged weights every five minutes, ends with a table of the pictures or sounds in
--evaluate (or of the held-out samples) and appends a line to LOG.md. The learning rate follows what was seen (pixels, or seconds of sound),
which is kept with the weights: a leg that was paused or cut short loses nothing.
"""
import argparse
import datetime
import hashlib
import os
import platform
import random
import time
import tomllib

import numpy as np
import torch

from .data import HERE
from .optimiser import optimisers
from .picture_task import PictureTask
from .sound_task import SoundTask

TASKS = dict(picture=PictureTask, speech=SoundTask, music=SoundTask)


def load(path, model):
    """Puts the weights of a resume file into the model; returns what was seen."""
    saved = torch.load(path, map_location='cpu')
    model.load_state_dict({k: v.float() if v.dtype.is_floating_point else v for k, v in saved['weights'].items()})
    return saved['seen']


def save(path, average, seen):
    weights = {k: v.half() if v.dtype.is_floating_point else v for k, v in average.items()}
    torch.save(dict(weights=weights, seen=seen), path + '.tmp')
    os.replace(path + '.tmp', path)


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('config')
    ap.add_argument('--data', required=True, nargs='+')
    ap.add_argument('--evaluate', help='folder of pictures or sounds for the table at the end')
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

    task = TASKS[config['kind']](config, args.data)
    model, seen = task.model, 0
    if args.resume:
        seen = load(args.resume, model)
    else:
        task.start()
    model.to(device).train()
    steppers = optimisers(task.parameter_groups(), t)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    loss_of = task.loss(torch.compile(model, dynamic=False) if args.compile else model, args.compile, device)
    feed = task.data.feed(t['batch'])
    began, saved, step, skipped, losses = time.time(), time.time(), 0, 0, []
    first = seen
    while time.time() - began < args.minutes * 60:
        rate = t['rate'] * min(1, (step + 1) / 200) * (1 + seen / t['rate_seen']) ** -0.5
        for stepper in steppers:
            for g in stepper.param_groups:
                g['lr'] = rate * g['scale']
        x = feed.get().to(device)
        loss = loss_of(x)
        for stepper in steppers:
            stepper.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        if not torch.isfinite(norm):
            skipped += 1
            continue
        for stepper in steppers:
            stepper.step()
        step += 1
        seen += task.amount(x)
        decay = min(t['average'], (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in model.state_dict().items():
                average[k].lerp_(v, 1 - decay) if v.dtype.is_floating_point else average[k].copy_(v)
        losses.append(loss.item())
        if step % 100 == 0:
            print('%d steps, %s, %.0f s, loss %.4f, rate %.2e' % (step, task.shown(seen), time.time() - began, np.mean(losses[-100:]), rate), flush=True)
        if time.time() - saved > 300:
            saved = time.time()
            save(args.out, average, seen)
    minutes = (time.time() - began) / 60
    save(args.out, average, seen)
    model.load_state_dict(average)
    model.eval()
    table = task.evaluate(args.evaluate, device)
    with open(args.out, 'rb') as f:
        digest = hashlib.sha256(f.read()).hexdigest()[:16]
    where = torch.cuda.get_device_name() if device == 'cuda' else '%d CPU threads, %s' % (torch.get_num_threads(), platform.machine())
    line = '| %s | %s | %d | %s | %s | %.0f | %s | %d | %s | %s |' % (
        datetime.date.today(), config['name'], step, task.shown(seen - first), task.shown(seen), minutes, where, skipped, digest, table)
    print(line, flush=True)
    with open(os.path.join(HERE, 'LOG.md'), 'a') as f:
        f.write(line + '\n')


if __name__ == '__main__':
    main()
