"""Writes a model pack: python -m nacre_train.export image-fidelity.toml --weights r.pt --data DIR --out P.zip --fixtures F.bin

The pack's layout is that of codec/FORMAT.md. Fixtures are inputs and outputs of every graph and of the integer arithmetic, for the Java
parity tests.
"""
import argparse
import datetime
import hashlib
import json
import os
import struct
import tomllib
import zipfile

import numpy as np
import onnx
import onnxruntime
import torch

from . import gradient_graphs, graphs
from .data import holdout, picture_files, read_picture, to_tensor
from .image_model import ImageModel
from .parity import gradient_cases
from .quantize import LEVEL_CAP, ROWS
from .tables import code, fit, row_biases, row_weights
from .train import load

SKIP_ZERO = 0.9995  # rows whose zero is likelier than this are not coded
RING = 4  # latents around a synthesis window: with 2 and more Kodak moves by one level at most, in 0.008 % of the samples with 4


def packed(array, kind):
    """Big-endian bytes of an array."""
    a = np.asarray(array)
    out = a.astype(kind)
    assert (out.astype(a.dtype) == a).all() or kind == '>f4', 'values do not fit ' + kind
    return out.tobytes()


def row_predictor(model):
    place, static = row_biases(model)
    w = row_weights(model)
    return struct.pack('>iii', w.shape[0], model.M, model.h_row.SHIFT) + packed(w, '>i1') + packed(place, '>i2') + packed(static, '>i2')


def skip_below(rows):
    skip = 0
    while skip < ROWS and rows[skip][len(rows[skip]) // 2 - 1] / 65536 > SKIP_ZERO:
        skip += 1
    return skip


def tables(model, rows, z):
    """rows: frequencies of each row; z[group][channel]: lowest value and frequencies."""
    context = model.row_context
    out = [struct.pack('>iii', ROWS, len(z), len(z[0])), packed(context.integer_expect(), '>u2'), packed(context.LOG, '>u1'),
           packed(context.integer_table(), '>i1'), packed([skip_below(rows)] * model.QUALITIES, '>u1')]
    shift = np.concatenate([np.zeros((ROWS, 1)), model.quantizer.shift.detach().numpy()], 1)
    out.append(packed(shift, '>f4'))
    for f in rows:
        out.append(packed([len(f) // 2 - 1], '>u1') + packed(f - 1, '>u2'))
    for group in z:
        for lo, f in group:
            out.append(packed([lo], '>i1') + packed([len(f) - 1], '>u1') + packed(f - 1, '>u2'))
    return b''.join(out)


def gains(model, curve):
    return struct.pack('>ii', *curve.shape) + packed(curve.detach().numpy(), '>f4')


def send_gains(model):
    return gains(model, model.log_gain) + packed(model.quantizer.dead.numpy(), '>f4')


def receive_gains(model):
    return gains(model, model.log_inv_gain - model.log_gain)


def fixture(out, name, array):
    a = np.ascontiguousarray(array, np.float32)
    out.append(struct.pack('>H', len(name)) + name.encode() + struct.pack('>B', a.ndim) + struct.pack('>%di' % a.ndim, *a.shape) + a.astype('>f4').tobytes())


@torch.no_grad()
def fixtures(model, entries, picture, skip):
    """Named arrays: inputs of every graph from PyTorch and what ONNX Runtime made of them, integers; largest differences of the two as well."""
    quality = 27
    q = torch.tensor([float(quality)])
    y = model.analysis(picture)
    u = y * torch.exp(model.at(model.log_gain, q))
    z = model.hyper_analysis(u)
    t = code(model, picture, quality)
    half_a = np.add.outer(np.arange(t['s'].shape[1]), np.arange(t['s'].shape[2])) % 2 == 0
    while True:  # symbols that are skipped are 0, and later rows see them so
        t['row2'] = model.row_context.integer_row(t['s'], t['row'], half_a)
        if not t['s'][t['row2'] < skip].any():
            break
        t['s'][t['row2'] < skip] = 0
    zi = torch.from_numpy(t['z'])[None].float()
    feat, mu0 = model.hyper_mean(zi, q)
    hat = t['hat']
    mu1 = model.context_mean(feat, mu0, hat)
    latent = hat * torch.exp(model.at(model.log_inv_gain, q) - model.at(model.log_gain, q))
    runs = dict(analysis=(dict(x=picture), dict(y=y)), hyper_analysis=(dict(u=u), dict(z=z)), hyper_mean=(dict(z=zi, q=q), dict(feat=feat, mu0=mu0)),
                context=(dict(feat=feat, mu0=mu0, hat_a=hat), dict(mu1=mu1)), synthesis=(dict(y=latent), dict(rgb=model.synthesis(latent))))
    with torch.enable_grad():
        runs.update(gradient_cases(entries, model.M, model.mu0.in_channels))
    out, worst = [], {}
    for graph, (inputs, outputs) in runs.items():
        proto = onnx.ModelProto.FromString(entries[graph + '.onnx'])
        for lender in proto.metadata_props:
            proto = gradient_graphs.joined(proto, onnx.ModelProto.FromString(entries[lender.value]))
        session = onnxruntime.InferenceSession(proto.SerializeToString(), providers=['CPUExecutionProvider'])
        got = session.run(list(outputs), {k: v.numpy() for k, v in inputs.items()})
        for k, v in inputs.items():
            fixture(out, '%s/in/%s' % (graph, k), v)
        for (k, v), g in zip(outputs.items(), got):
            fixture(out, '%s/out/%s' % (graph, k), g)
            worst['%s/%s' % (graph, k)] = float(np.abs(v.numpy() - g).max() / max(1e-9, np.abs(g).max()))
    for k in ('z', 'row', 's', 'row2'):
        fixture(out, 'integers/' + k, t[k])
    return b''.join(out), worst


def write_pack(path, entries):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(entries, key=lambda n: (n != 'manifest.json', n)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, entries[name])


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('config')
    ap.add_argument('--weights', required=True)
    ap.add_argument('--data', required=True, nargs='+')
    ap.add_argument('--out', required=True)
    ap.add_argument('--fixtures')
    ap.add_argument('--without', choices=['row-context', 'histograms', 'deadzone'], help='leave a part out, to measure what it is worth')
    args = ap.parse_args()
    with open(args.config, 'rb') as f:
        config = tomllib.load(f)
    model = ImageModel(**config['model'])
    seen = load(args.weights, model)
    model.eval()
    if args.without == 'row-context':
        model.row_context.table.data.zero_()
    if args.without == 'deadzone':
        model.quantizer.dead.zero_()
        model.quantizer.shift.data.zero_()
    kept_out = holdout()
    files = [f for d in args.data for f in picture_files(d) if os.path.basename(f) not in kept_out]
    pictures = []
    for f in files[::3]:
        p = read_picture(f)
        h, w = min(512, p.shape[0] // 64 * 64), min(512, p.shape[1] // 64 * 64)
        pictures.append(to_tensor(p[:h, :w])[None])
    rows, z = fit(model, pictures, histograms=args.without != 'histograms')

    entries, mac = {}, {}
    feeds = dict(x=(1, 3, 512, 512), u=(1, model.M, 32, 32), q=(1,), z=(1, model.z_loc.shape[1], 8, 8), y=(1, model.M, 32, 32), hat_a=(1, model.M, 32, 32),
                 mu0=(1, model.M, 32, 32), feat=(1, model.mu0.in_channels, 32, 32), weight=(1, 1, 512, 512), mu1_gradient=(1, model.M, 32, 32))
    for name, build in {**graphs.RECEIVER, **graphs.SENDER}.items():
        proto = build(model).model()
        entries[name + '.onnx'] = proto.SerializeToString(deterministic=True)
        mac[name] = round(graphs.cost(proto, 512 * 512, feeds))
    for name, build in gradient_graphs.GRADIENTS.items():
        gradient = build(model)
        proto = gradient.model()
        entries[name + '.onnx'] = proto.SerializeToString(deterministic=True)
        mac[name] = round(graphs.cost(gradient_graphs.joined(proto, gradient.lender.model()), 512 * 512, feeds))
    entries['row_predictor.bin'] = row_predictor(model)
    entries['tables.bin'] = tables(model, rows, z)
    entries['send_gains.bin'] = send_gains(model)
    entries['recv_gains.bin'] = receive_gains(model)
    entries['receiver.json'] = json.dumps(dict(
        format=1, family=config['name'], latentChannels=model.M, hyperChannels=model.z_loc.shape[1], featureChannels=model.mu0.in_channels,
        stride=16, hyperStride=64, qualities=model.QUALITIES, rows=ROWS, levelCap=LEVEL_CAP, ring=RING), indent=1).encode()
    entries['refine.json'] = json.dumps(dict(lambdaLow=config['train']['lambda_low'], lambdaHigh=config['train']['lambda_high']), indent=1).encode()
    mac['row_predictor'] = round(16 * model.M * model.z_loc.shape[1] / 4096)
    manifest = dict(
        name=config['name'], format=1, licence='Apache-2.0',
        training=dict(date=str(datetime.date.today()), pixels=int(seen),
                      sources='public photographs, drawings, screenshots and text pages under free licences; README.md of models/training names them'),
        macPerPixel=mac, sha256={n: hashlib.sha256(b).hexdigest() for n, b in sorted(entries.items())})
    if args.fixtures:
        data, worst = fixtures(model, entries, to_tensor(read_picture(files[0])[:64, :128])[None], skip_below(rows))
        with open(args.fixtures, 'wb') as f:
            f.write(data)
        print('largest difference PyTorch - ONNX Runtime, relative to the largest value:', {k: '%.1e' % v for k, v in worst.items()})
    entries['manifest.json'] = json.dumps(manifest, indent=1).encode()
    write_pack(args.out, entries)
    print('MAC per pixel', mac, 'receiver', sum(mac[n] for n in [*graphs.RECEIVER, 'row_predictor']))
    print({n: len(b) for n, b in entries.items()}, os.path.getsize(args.out), 'bytes')


if __name__ == '__main__':
    main()
