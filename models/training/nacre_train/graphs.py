"""The graphs of a picture pack, built node by node from the weights: what is in the file is what is written here, whatever PyTorch's version.

Weights are stored as fp16 with a Cast to float32, which ONNX Runtime folds when it loads the graph. Residual gains, the division by the
KLT's standard deviations and pixel shuffles in front of pointwise layers are folded into the weights.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, IR = 20, 10


class GraphBuilder:
    def __init__(self, name):
        self.name, self.nodes, self.weights, self.inputs, self.outputs = name, [], [], [], []

    def input(self, name, channels, axes=('h', 'w'), kind=TensorProto.FLOAT):
        shape = [1, channels, *(name + '_' + a for a in axes)] if channels else [1]
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, value, name, channels, axes=('h', 'w')):
        self.nodes.append(helper.make_node('Identity', [value], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, *(name + '_' + a for a in axes)]))

    def op(self, kind, *inputs, **attributes):
        out = '%s_%d' % (kind.lower(), len(self.nodes))
        self.nodes.append(helper.make_node(kind, list(inputs), [out], **attributes))
        return out

    def constant(self, array):
        name = 'c%d' % len(self.weights)
        self.weights.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def weight(self, array):
        array = np.asarray(array, np.float32)
        half = array.astype(np.float16)
        assert np.isfinite(half).all(), 'a weight does not fit fp16'
        return self.op('Cast', self.constant(half), to=TensorProto.FLOAT)

    def conv(self, x, weight, bias, stride=1, pad=0, groups=1):
        k = weight.shape[-1]
        return self.op('Conv', x, self.weight(weight), self.weight(bias), kernel_shape=[k, k], strides=[stride, stride], pads=[pad] * 4, group=groups)

    def layer(self, x, module, gain=None):
        """A torch Conv2d; gain multiplies its output channels."""
        w, b = module.weight.detach().numpy(), module.bias.detach().numpy()
        if gain is not None:
            w, b = w * gain[:, None, None, None], b * gain
        return self.conv(x, w, b, module.stride[0], module.padding[0], module.groups)

    def gelu(self, x):
        return self.op('Gelu', x)

    def block(self, x, module):
        depthwise, widen, _, narrow = module.net
        gain = module.gain.detach().numpy().reshape(-1)
        return self.op('Add', x, self.layer(self.gelu(self.layer(self.layer(x, depthwise), widen)), narrow, gain))

    def shuffle(self, x, r):
        return self.op('DepthToSpace', x, blocksize=r, mode='CRD')

    def log1p_abs(self, x):
        return self.op('Log', self.op('Add', self.op('Abs', x), self.constant(np.float32(1))))

    def symlog(self, x):
        return self.op('Mul', self.log1p_abs(x), self.op('Sign', x))

    def model(self):
        graph = helper.make_graph(self.nodes, self.name, self.inputs, self.outputs, self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', OPSET)], producer_name='nacre_train')
        model.ir_version = IR
        onnx.checker.check_model(model)
        return model


def unshuffled_order(channels, r):
    """ONNX's SpaceToDepth puts the place before the channel, PyTorch's pixel_unshuffle after it: torch index of each ONNX channel."""
    return np.arange(channels * r * r).reshape(channels, r * r).T.reshape(-1)


def analysis(m):
    g = GraphBuilder('analysis')
    order = unshuffled_order(3, 4)
    u = g.op('SpaceToDepth', g.input('x', 3), blocksize=4)
    first, _, last = m.a_fine
    t = g.gelu(g.conv(u, first.weight.detach().numpy()[:, order], first.bias.detach().numpy(), 1, 1))
    t = g.conv(t, last.weight.detach().numpy()[order], last.bias.detach().numpy()[order], 1, 1)
    v = g.op('Add', u, t)

    def patches(x, module):  # pixel_unshuffle(4), then 1x1
        w = module.weight.detach().numpy()
        return g.conv(x, w.reshape(w.shape[0], 48, 4, 4)[:, order], module.bias.detach().numpy(), 4)
    b = patches(v, m.a_body[0])
    for block in m.a_body[1:]:
        b = g.block(b, block)
    g.output(g.op('Add', patches(u, m.a_lin), g.layer(b, m.a_out)), 'y', m.M)
    return g


def hyper_analysis(m):
    g = GraphBuilder('hyper_analysis')
    u = g.input('u', m.M)
    t = g.op('Concat', g.log1p_abs(u), g.symlog(u), axis=1)
    for i, module in enumerate(m.h_a):
        t = g.gelu(t) if i % 2 else g.layer(t, module)
    g.output(t, 'z', m.h_a[-1].out_channels)
    return g


def hyper_mean(m):
    g = GraphBuilder('hyper_mean')
    n = m.q_embed.shape[1]
    z, q = g.input('z', n), g.input('q', None)
    p = g.op('Mul', q, g.constant(np.float32((m.ANCHORS - 1) / (m.QUALITIES - 1))))
    low = g.op('Clip', g.op('Floor', p), g.constant(np.float32(0)), g.constant(np.float32(m.ANCHORS - 2)))
    index = g.op('Cast', low, to=TensorProto.INT64)
    curve = g.constant(m.q_embed.detach().numpy())
    a = g.op('Gather', curve, index, axis=0)
    b = g.op('Gather', curve, g.op('Add', index, g.constant(np.array([1], np.int64))), axis=0)
    e = g.op('Add', a, g.op('Mul', g.op('Sub', b, a), g.op('Sub', p, low)))
    t = g.op('Add', z, g.op('Reshape', e, g.constant(np.array([1, n, 1, 1], np.int64))))
    for module in m.h_mean:
        kind = type(module).__name__
        t = g.layer(t, module) if kind == 'Conv2d' else g.gelu(t) if kind == 'GELU' else g.shuffle(t, module.upscale_factor)
    g.output(t, 'feat', m.mu0.in_channels)
    g.output(g.layer(t, m.mu0), 'mu0', m.M)
    return g


def context(m):
    g = GraphBuilder('context')
    feat, mu0, hat = g.input('feat', m.mu0.in_channels), g.input('mu0', m.M), g.input('hat_a', m.M)
    t = g.symlog(hat)
    for module in m.context:
        t = g.layer(t, module)
    t = g.op('Concat', feat, t, axis=1)
    first, _, block, last = m.mu1
    g.output(g.op('Add', mu0, g.layer(g.block(g.gelu(g.layer(t, first)), block), last)), 'mu1', m.M)
    return g


def synthesis(m):
    g = GraphBuilder('synthesis')
    y = g.input('y', m.M)
    w = m.s_body[0].weight.detach().numpy() / m.sd.numpy().reshape(1, -1, 1, 1)
    b = g.conv(y, w, m.s_body[0].bias.detach().numpy())
    for block in m.s_body[1:]:
        b = g.block(b, block)
    r = g.shuffle(g.op('Add', g.layer(y, m.s_lin), g.layer(b, m.s_out)), 4)
    first, _, last = m.s_fine
    g.output(g.shuffle(g.op('Add', r, g.layer(g.gelu(g.layer(r, first)), last)), 4), 'rgb', 3)
    return g


RECEIVER = dict(hyper_mean=hyper_mean, context=context, synthesis=synthesis)
SENDER = dict(analysis=analysis, hyper_analysis=hyper_analysis)


def cost(model, pixels_per_unit, feeds):
    """Multiply-accumulates per picture pixel, by the shapes that the convolutions have for the feeds (name: shape)."""
    sized = onnx.ModelProto()
    sized.CopyFrom(model)
    for value in sized.graph.input:
        for i, d in enumerate(feeds[value.name]):
            value.type.tensor_type.shape.dim[i].ClearField('dim_param')
            value.type.tensor_type.shape.dim[i].dim_value = d
    for value in sized.graph.output:
        value.type.tensor_type.ClearField('shape')
    sized = onnx.shape_inference.infer_shapes(sized, strict_mode=False)
    shapes = {v.name: [d.dim_value for d in v.type.tensor_type.shape.dim] for v in [*sized.graph.value_info, *sized.graph.input]}
    shapes.update({t.name: list(t.dims) for t in sized.graph.initializer})

    def products(node):
        result = int(np.prod(shapes[node.output[0]]))
        return result * (int(np.prod(shapes[node.input[1]][1:])) if node.op_type == 'Conv' else shapes[node.input[0]][-1])
    return sum(products(n) for n in sized.graph.node if n.op_type in ('Conv', 'MatMul')) / pixels_per_unit
