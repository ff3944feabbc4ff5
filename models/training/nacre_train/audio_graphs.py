"""The graphs of a sound pack: blocks of hop samples to latents and back. Bodies run as [1,T,C], so that all weight lies in matrix products.

The lapped transform is part of the graphs; its matrices are computed from integers when a session opens, not stored.
"""
import numpy as np
from onnx import TensorProto

from .audio_model import FLOOR, QUIET, Widened
from .graphs import GraphBuilder

TIME = ('t',)


class SoundGraphBuilder(GraphBuilder):
    def dense_weight(self, array, axis):
        """int8 with one scale for each index of the axis: half of fp16, and below a thousandth of the largest weight in error."""
        array = np.asarray(array, np.float32)
        scale = np.maximum(np.abs(array).max(tuple(i for i in range(array.ndim) if i != axis), keepdims=True), 1e-12) / 127
        whole = np.round(array / scale).astype(np.int8)
        return self.op('Mul', self.op('Cast', self.constant(whole), to=TensorProto.FLOAT), self.constant(scale))

    def dense(self, x, module):
        """x [1,T,in] to [1,T,out]."""
        product = self.op('MatMul', x, self.dense_weight(module.weight.detach().numpy().T, 1))
        return product if module.bias is None else self.op('Add', product, self.weight(module.bias.detach().numpy()))

    def turned(self, x):
        return self.op('Transpose', x, perm=[0, 2, 1])

    def norm(self, x, module):
        return self.op('LayerNormalization', x, self.weight(module.weight.detach().numpy()), self.weight(module.bias.detach().numpy()), axis=-1, epsilon=module.eps)

    def taps(self, x, module):
        """Three taps along time of x [1,T,C]."""
        w = module.weight.detach().numpy()
        w = w.reshape(w.shape[0], 3, -1).transpose(0, 2, 1)
        return self.turned(self.op('Conv', self.turned(x), self.dense_weight(w, 0), self.weight(module.bias.detach().numpy()), kernel_shape=[3], pads=[1, 1]))

    def along_time(self, x, module):
        k, c = module.weight.shape
        w = module.weight.detach().numpy().T[:, None]
        return self.turned(self.op('Conv', self.turned(x), self.weight(w), self.weight(module.bias.detach().numpy()), kernel_shape=[k], pads=[k // 2] * 2, group=c))

    def time_block(self, x, module):
        t = self.dense(self.norm(self.along_time(x, module.mix), module.norm), module.widen)
        return self.op('Add', x, self.dense(self.gelu(t), module.narrow))  # its gain is in the weights: audio_export.settle

    def number(self, value):
        return self.constant(np.float32(value))

    def wave(self, function, hop):
        """[2 hop,hop] of window(n) sqrt(2/hop) function(pi/(4 hop) (2n + 1 + hop)(2k + 1)); the product is taken modulo a whole turn in integers."""
        n, k = np.arange(2 * hop, dtype=np.int64)[:, None], np.arange(hop, dtype=np.int64)
        turn = self.op('Mod', self.op('Mul', self.constant(2 * n + 1 + hop), self.constant(2 * k + 1)), self.constant(np.int64(8 * hop)))
        phase = self.op('Mul', self.op('Cast', turn, to=TensorProto.FLOAT), self.number(np.pi / (4 * hop)))
        window = np.sin(np.pi * (n + .5) / (2 * hop)) * np.sqrt(2 / hop)
        return self.op('Mul', self.op(function, phase), self.constant(window.astype(np.float32)))

    def part(self, x, axis, start, end):
        return self.op('Slice', x, *(self.constant(np.array([v], np.int64)) for v in (start, end, axis)))


    def widened(self, x, module):
        """The path of the lapped channels: a matrix, or the first channels scaled."""
        if not isinstance(module, Widened):
            return self.dense(x, module)
        scaled = self.op('Mul', self.part(x, 2, 0, module.first), self.number(module.scale))
        return self.op('Pad', scaled, self.constant(np.array([0, 0, 0, 0, 0, module.total - module.first], np.int64)))


LAST = np.iinfo(np.int64).max


def analysis(m):
    g = SoundGraphBuilder('analysis')
    blocks = g.turned(g.input('x', m.hop, TIME))
    frames = g.op('Concat', g.part(blocks, 1, 0, -1), g.part(blocks, 1, 1, LAST), axis=2)
    c, s = g.op('MatMul', frames, g.wave('Cos', m.hop)), g.op('MatMul', frames, g.wave('Sin', m.hop))

    def compressed(v):
        return g.op('Asinh', g.op('Mul', v, g.number(1 / FLOOR)))
    power = g.op('Mul', g.op('Add', g.op('Mul', c, c), g.op('Mul', s, s)), g.number(1 / FLOOR ** 2))
    energy = g.op('Mul', g.op('Log', g.op('Add', power, g.number(QUIET))), g.number(0.5))
    u = compressed(c)
    t = g.taps(g.op('Concat', u, compressed(s), energy, axis=2), m.a_in)
    for block in m.a_body:
        t = g.time_block(t, block)
    linear, net = g.widened(u, m.a_lin), g.dense(g.norm(t, m.a_norm), m.a_out)
    scale = g.op('Mul', g.op('Sigmoid', g.part(net, 2, 0, m.linear)), g.number(2))
    lapped, free = g.op('Mul', g.part(linear, 2, 0, m.linear), scale), g.op('Add', *(g.part(v, 2, m.linear, LAST) for v in (linear, net)))
    g.output(g.turned(g.op('Concat', lapped, free, axis=2)), 'y', m.D, TIME)
    return g


def synthesis(m):
    g = SoundGraphBuilder('synthesis')
    y = g.turned(g.input('y', m.D, TIME))
    t = g.taps(y, m.s_in)
    for block in m.s_body:
        t = g.time_block(t, block)
    head = g.dense(g.norm(t, m.s_norm), m.s_out)
    shape, level = g.part(head, 2, 0, m.hop), g.part(head, 2, m.hop, LAST)
    level = g.op('Exp', g.op('Min', level, g.number(5)))
    lapped = g.op('Clip', g.widened(y, m.s_lin), g.number(-9), g.number(9))
    c = g.op('Add', g.op('Mul', g.op('Sinh', lapped), g.number(FLOOR)), g.op('Mul', g.op('Mul', shape, level), g.number(10 * FLOOR)))
    frames = g.op('MatMul', c, g.op('Transpose', g.wave('Cos', m.hop), perm=[1, 0]))
    first, second = g.part(g.part(frames, 1, 1, LAST), 2, 0, m.hop), g.part(g.part(frames, 1, 0, -1), 2, m.hop, LAST)
    g.output(g.turned(g.op('Add', first, second)), 'sound', m.hop, TIME)
    return g
