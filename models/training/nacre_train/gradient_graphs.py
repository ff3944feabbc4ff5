"""Vector-Jacobian products of receiver graphs as ONNX graphs of forward operators, for the encoder's search.

A gradient graph stores no weight that its receiver graph has: it names that graph's initialisers, and the model's property `weights`
names the file. Whoever loads it appends what is missing to the serialised model (`joined`); transposed and flipped kernels are then
constants, which ONNX Runtime folds.
"""
import math

import numpy as np
import onnx
from onnx import helper

from .graphs import IR, OPSET, GraphBuilder, context, synthesis, unshuffled_order


class GradientBuilder(GraphBuilder):
    def __init__(self, name, lender):
        super().__init__(name)
        self.lender = lender
        self.lent = {(w.data_type, tuple(w.dims), w.raw_data): w.name for w in lender.weights}

    def constant(self, array):
        own = super().constant(array)
        stored = self.weights[-1]
        lent = self.lent.get((stored.data_type, tuple(stored.dims), stored.raw_data))
        if lent is None:
            stored.name = 'own_' + own
            return stored.name
        self.weights[-1] = onnx.TensorProto(name=lent)  # keeps the count, which makes names; left out of the file
        return lent

    def gelu_and_slope(self, x):
        """x Phi(x) and its derivative Phi(x) + x phi(x)."""
        def scaled(v, by):
            return self.op('Mul', v, self.constant(np.float32(by)))
        half = scaled(self.op('Erf', scaled(x, math.sqrt(.5))), .5)
        phi = self.op('Add', half, self.constant(np.float32(.5)))
        bell = self.op('Exp', scaled(self.op('Mul', x, x), -.5))
        return self.op('Mul', x, phi), self.op('Add', phi, scaled(self.op('Mul', x, bell), 1 / math.sqrt(2 * math.pi)))

    def take(self, value, index, axis):
        return self.op('Gather', value, self.constant(np.asarray(index, np.int64)), axis=axis)

    def transposed(self, g, weight, groups=1, rows=None, columns=None):
        """The transpose of a convolution of stride 1 that keeps the size. rows, columns: order of g's and of the result's channels."""
        w = self.weight(weight)
        if groups == 1:
            w = self.op('Transpose', w, perm=[1, 0, 2, 3])
        for axis, order in ((0, columns), (1, rows)):
            if order is not None:
                w = self.take(w, order, axis)
        k = weight.shape[-1]
        if k > 1:
            w = self.take(self.take(w, range(k - 1, -1, -1), 2), range(k - 1, -1, -1), 3)
        return self.op('Conv', g, w, kernel_shape=[k, k], strides=[1, 1], pads=[k // 2] * 4, group=groups)

    def block_with_slope(self, x, module):
        """Forward through a Block; what its transpose needs comes along."""
        depthwise, widen, _, narrow = module.net
        gain = module.gain.detach().numpy().reshape(-1)
        value, slope = self.gelu_and_slope(self.layer(self.layer(x, depthwise), widen))
        return self.op('Add', x, self.layer(value, narrow, gain)), slope

    def transposed_block(self, g, module, slope):
        depthwise, widen, _, narrow = module.net
        gain = module.gain.detach().numpy().reshape(-1, 1, 1, 1)
        t = self.op('Mul', self.transposed(g, narrow.weight.detach().numpy() * gain), slope)
        t = self.transposed(t, widen.weight.detach().numpy())
        return self.op('Add', g, self.transposed(t, depthwise.weight.detach().numpy(), groups=depthwise.groups))

    def model(self):
        own = [w for w in self.weights if w.HasField('raw_data')]
        graph = helper.make_graph(self.nodes, self.name, self.inputs, self.outputs, own)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', OPSET)], producer_name='nacre_train')
        model.ir_version = IR
        helper.set_model_props(model, dict(weights=self.lender.name + '.onnx'))
        onnx.checker.check_model(joined(model, self.lender.model()))
        return model


def joined(model, lender):
    """A gradient graph with the weights of its lender: what readers make of the two files."""
    known = {w.name for w in model.graph.initializer}
    missing = onnx.ModelProto()
    missing.graph.initializer.extend(w for w in lender.graph.initializer if w.name not in known)
    return onnx.ModelProto.FromString(model.SerializeToString() + missing.SerializeToString())


def refine(m):
    """y [1,M,h,w], x [1,3,16h,16w] in 0..1, weight [1,1,16h,16w] -> gradient, with respect to y, of sse = the sum of weight (rgb - x)^2.

    rgb is cut to 0..1 in the error, while the gradient passes the cut: beyond the range there is no error to mend where x is at its end.
    """
    g = GradientBuilder('refine', synthesis(m))
    y, x, weight = g.input('y', m.M), g.input('x', 3), g.input('weight', 1)
    first_body = m.s_body[0].weight.detach().numpy() / m.sd.numpy().reshape(1, -1, 1, 1)
    b, slopes = g.conv(y, first_body, m.s_body[0].bias.detach().numpy()), []
    for block in m.s_body[1:]:
        b, slope = g.block_with_slope(b, block)
        slopes.append(slope)
    r = g.shuffle(g.op('Add', g.layer(y, m.s_lin), g.layer(b, m.s_out)), 4)
    first, _, last = m.s_fine
    value, slope = g.gelu_and_slope(g.layer(r, first))
    rgb = g.shuffle(g.op('Add', r, g.layer(value, last)), 4)
    error = g.op('Sub', g.op('Clip', rgb, g.constant(np.float32(0)), g.constant(np.float32(1))), x)
    weighted = g.op('Mul', error, weight)

    # SpaceToDepth puts the place before the channel: the weights take its channels in that order
    fine, coarse = unshuffled_order(3, 4), unshuffled_order(48, 4)
    t = g.op('SpaceToDepth', g.op('Mul', weighted, g.constant(np.float32(2))), blocksize=4)
    u = g.op('Mul', g.transposed(t, last.weight.detach().numpy(), rows=fine), slope)
    t = g.op('Add', t, g.transposed(u, first.weight.detach().numpy(), columns=fine))
    # channel (place, c) of the second SpaceToDepth has c in the order of the first
    both = coarse.reshape(16, 48)[:, fine].reshape(-1)
    t = g.op('SpaceToDepth', t, blocksize=4)
    d = g.transposed(t, m.s_out.weight.detach().numpy(), rows=both)
    for block, slope in zip(reversed(m.s_body[1:]), reversed(slopes)):
        d = g.transposed_block(d, block, slope)
    g.output(g.op('Add', g.transposed(t, m.s_lin.weight.detach().numpy(), rows=both), g.transposed(d, first_body)), 'gradient', m.M)
    g.output(g.op('ReduceSum', g.op('Mul', weighted, error), keepdims=1), 'sse', 1)
    return g


def refine_context(m):
    """feat, hat_a as for context, mu1_gradient [1,M,h,w] -> its product with the Jacobian of mu1 by hat_a."""
    g = GradientBuilder('refine_context', context(m))
    feat, hat, t = g.input('feat', m.mu0.in_channels), g.input('hat_a', m.M), g.input('mu1_gradient', m.M)
    narrow, spread = m.context
    first, _, block, last = m.mu1
    f = g.layer(g.layer(g.symlog(hat), narrow), spread)
    value, slope = g.gelu_and_slope(g.layer(g.op('Concat', feat, f, axis=1), first))
    _, inner = g.block_with_slope(value, block)
    t = g.transposed_block(g.transposed(t, last.weight.detach().numpy()), block, inner)
    d = m.mu0.in_channels
    t = g.transposed(g.op('Mul', t, slope), first.weight.detach().numpy(), columns=range(d, 2 * d))
    t = g.transposed(g.transposed(t, spread.weight.detach().numpy()), narrow.weight.detach().numpy())
    symlog_slope = g.op('Div', t, g.op('Add', g.op('Abs', hat), g.constant(np.float32(1))))
    g.output(symlog_slope, 'gradient', m.M)
    return g


GRADIENTS = dict(refine=refine, refine_context=refine_context)
