"""Writes a sound pack: python -m nacre_train.audio_export audio-speech.toml --weights r.pt --data DIR --out P.zip --fixtures F.bin

The pack's layout is that of codec/FORMAT.md. Fixtures are inputs and outputs of the graphs, and symbols with their table rows, for the Java
parity tests.
"""
import argparse
import datetime
import hashlib
import json
import math
import os
import struct
import tomllib

import numpy as np
import onnxruntime
import torch
import torch.nn.functional as F

from . import audio_graphs
from .audio_model import Block, LappedModel, RowContext
from .export import fixture, gains, packed, skip_below, write_pack
from .graphs import cost
from .quantize import ROWS, SIGMA_MIN, STEP
from .sound_task import CLIPS
from .tables import MOST_LEVELS, row_frequencies
from .train import load

ANALYSIS_CONTEXT, SYNTHESIS_CONTEXT = 13, 20  # frames: reach of the graphs, the lapped transform included
COUNTED = 120  # training sounds whose symbols make the tables


@torch.no_grad()
def settle(model):
    """Gives the model the weights that the file can hold, so that tables are fitted to what decoders run."""
    for module in model.modules():
        if isinstance(module, Block):
            module.narrow.weight *= module.gain[:, None]
            module.narrow.bias *= module.gain
            module.gain.fill_(1)
    for module in model.modules():
        if isinstance(module, torch.nn.Linear):
            w = module.weight
            by_channel = w.view(w.shape[0], -1)
            scale = by_channel.abs().amax(1, keepdim=True).clamp_min(1e-12) / 127
            by_channel.copy_((by_channel / scale).round() * scale)
        for p in module.parameters(recurse=False):
            if not (isinstance(module, torch.nn.Linear) and p is module.weight):
                p.copy_(p.half().float())


def row_biases(model):
    """int64 [QUALITIES,D], half a row for rounding in them."""
    static = model.at(model.log_sigma, torch.arange(model.QUALITIES).float())[:, 0].detach().double()
    return ((static - math.log(SIGMA_MIN)) / STEP * 2 ** RowContext.SHIFT + 2 ** (RowContext.SHIFT - 1)).round().long().numpy()


def integer_rows(model, s, quality):
    """Rows [T,D] of symbols s by the arithmetic of the format; s int64."""
    w = model.row_context.integer_weight().detach().numpy().astype(np.int64)
    level = np.array(RowContext.LEVEL)[np.minimum(np.abs(s), RowContext.CAP)]
    before = np.concatenate([np.zeros((2, s.shape[1]), np.int64), level])
    total = level @ w[0].T + before[1:-1] @ w[1].T + before[:-2] @ w[2].T + row_biases(model)[quality]
    return np.clip(total >> RowContext.SHIFT, 0, ROWS - 1)


@torch.no_grad()
def code(model, sound, quality):
    """Symbols int64 [T,D] and their rows. Means and deadzones follow from rows and they from symbols: settles in some rounds."""
    y, q = model.analysis(sound), torch.tensor([float(quality)])
    gain, back = torch.exp(model.at(model.log_gain, q)), torch.exp(model.at(model.log_inv_gain, q))
    row = np.full(y.shape[1:], 8)
    for _ in range(4):
        rows = torch.from_numpy(row)[None].float()
        s = model.quantizer((y - model.means(model.decoded(y, gain, back, rows))) * gain, rows)
        row = integer_rows(model, s[0].numpy().astype(np.int64), quality)
    return s[0].numpy().astype(np.int64), row


def count(model, clips):
    counts = np.zeros((ROWS, MOST_LEVELS + 2), np.int64)
    for i, clip in enumerate(clips):
        for quality in range(i % 8, 64, 8):
            s, row = code(model, torch.from_numpy(clip[:len(clip) // model.hop * model.hop])[None], quality)
            np.add.at(counts, (row.ravel(), np.minimum(np.abs(s), MOST_LEVELS + 1).ravel()), 1)
    return counts


def row_context(model):
    w = model.row_context.integer_weight().detach().numpy()
    return (struct.pack('>iii', model.D, model.QUALITIES, RowContext.SHIFT) + packed(RowContext.LEVEL, '>u1') + packed(w, '>i1')
            + packed(row_biases(model), '>i2'))


def tables(model, rows):
    shift = np.concatenate([np.zeros((ROWS, 1)), model.quantizer.shift.detach().numpy()], 1)
    out = [struct.pack('>i', ROWS), packed([skip_below(rows)], '>u1'), packed(shift, '>f4')]
    return b''.join(out + [packed([len(f) // 2 - 1], '>u1') + packed(f - 1, '>u2') for f in rows])


@torch.no_grad()
def fixtures(model, entries, clip, quality=36):
    hop = model.hop
    x = torch.from_numpy(clip[:hop * 40])[None]
    y = model.analysis(x)
    s, row = code(model, x, quality)
    back, hat = torch.exp(model.at(model.log_inv_gain, torch.tensor([float(quality)]))), torch.zeros_like(y)
    for t in range(len(s)):  # as a decoder does it
        part = torch.from_numpy(s[None, t:t + 1]).float(), torch.from_numpy(row[None, t:t + 1]).float()
        hat[:, t:t + 1] = model.means(hat[:, max(0, t - 1):t + 1])[:, -1:] * (t > 0) + model.quantizer.rebuild(*part) * back
    sound = model.synthesis(hat)
    blocks = F.pad(x, (hop, hop)).unflatten(1, (-1, hop)).transpose(1, 2)
    runs = dict(analysis=('x', blocks, 'y', y.transpose(1, 2)),
                synthesis=('y', hat.transpose(1, 2), 'sound', sound.unflatten(1, (-1, hop)).transpose(1, 2)))
    out, worst = [], {}
    for graph, (name, given, result, expected) in runs.items():
        session = onnxruntime.InferenceSession(entries[graph + '.onnx'], providers=['CPUExecutionProvider'])
        got, = session.run([result], {name: given.contiguous().numpy()})
        worst[graph] = float(np.abs(expected.numpy() - got).max() / np.abs(got).max())
        fixture(out, '%s/in/%s' % (graph, name), given)
        fixture(out, '%s/out/%s' % (graph, result), got)
    for name, value in (('quality', [quality]), ('s', s), ('row', row), ('hat', hat[0])):
        fixture(out, 'integers/' + name, value)
    return b''.join(out), worst


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('config')
    ap.add_argument('--weights', help='without it the weights are those before the first step: for tests')
    ap.add_argument('--data', required=True, nargs='+')
    ap.add_argument('--out', required=True)
    ap.add_argument('--fixtures')
    args = ap.parse_args()
    with open(args.config, 'rb') as f:
        config = tomllib.load(f)
    torch.manual_seed(0)
    model = LappedModel(**config['model'])
    hop = model.hop
    clips = CLIPS[config['kind']](args.data, model.rate, config['train']['crop'] * hop).whole()
    if args.weights:
        seen = load(args.weights, model)
    else:
        seen = 0
        model.start(torch.from_numpy(np.stack([c[:hop * 50] for c in clips])))
    model.eval()
    settle(model)
    rows = row_frequencies(count(model, clips[::max(1, len(clips) // COUNTED)]))

    entries, mac = {}, {}
    feeds = dict(x=(1, hop, 101), y=(1, model.D, 101))
    for name, build in dict(analysis=audio_graphs.analysis, synthesis=audio_graphs.synthesis).items():
        proto = build(model).model()
        entries[name + '.onnx'] = proto.SerializeToString(deterministic=True)
        mac[name] = round(cost(proto, 100 * hop, feeds))
    entries['row_context.bin'] = row_context(model)
    entries['tables.bin'] = tables(model, rows)
    entries['recv_gains.bin'] = gains(model, model.log_inv_gain)
    entries['means.bin'] = struct.pack('>i', len(model.predict)) + packed(model.predict.detach().numpy(), '>f4')
    entries['send_gains.bin'] = gains(model, model.log_gain) + packed(model.quantizer.dead.numpy(), '>f4')
    entries['receiver.json'] = json.dumps(dict(
        format=1, family=config['name'], rate=model.rate, hop=hop, midSide=config['kind'] == 'music', channels=model.D, predicted=len(model.predict), qualities=model.QUALITIES, rows=ROWS, levelCap=RowContext.CAP,
        analysisContext=ANALYSIS_CONTEXT, synthesisContext=SYNTHESIS_CONTEXT), indent=1).encode()
    manifest = dict(
        name=config['name'], format=1, licence='Apache-2.0',
        training=dict(date=str(datetime.date.today()), seconds=int(seen),
                      sources='public recordings of ' + config['kind'] + ' under free licences; README.md of models/training names them'),
        macPerSample=mac, sha256={n: hashlib.sha256(b).hexdigest() for n, b in sorted(entries.items())})
    if args.fixtures:
        data, worst = fixtures(model, entries, clips[0])
        with open(args.fixtures, 'wb') as f:
            f.write(data)
        print('largest difference PyTorch - ONNX Runtime, relative to the largest value:', {k: '%.1e' % v for k, v in worst.items()})
    entries['manifest.json'] = json.dumps(manifest, indent=1).encode()
    write_pack(args.out, entries)
    print('MAC per sample', mac, {n: len(b) for n, b in entries.items()}, os.path.getsize(args.out), 'bytes')


if __name__ == '__main__':
    main()
