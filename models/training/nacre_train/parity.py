"""The gradient graphs of a pack against PyTorch: the receiver's graph is run node by node with the very weights of the file, so that
autograd gives what its gradient graph should."""
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper

OPERATORS = dict(Cast=lambda x, to: x.float(), Gelu=F.gelu, Add=torch.add, Mul=torch.mul, Identity=lambda x: x, Abs=torch.abs, Sign=torch.sign,
                 Log=torch.log, Concat=lambda *x, axis: torch.cat(x, axis), DepthToSpace=lambda x, blocksize, mode: F.pixel_shuffle(x, blocksize),
                 Conv=lambda x, w, b, kernel_shape, strides, pads, group: F.conv2d(x, w, b, strides, pads[:2], groups=group))


def run(onnx_bytes, **inputs):
    """Outputs of a graph of forward operators as differentiable tensors."""
    graph = onnx.ModelProto.FromString(onnx_bytes).graph
    values = {w.name: torch.from_numpy(np.array(numpy_helper.to_array(w))) for w in graph.initializer} | inputs
    for node in graph.node:
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        values[node.output[0]] = OPERATORS[node.op_type](*[values[name] for name in node.input], **attributes)
    return [values[o.name] for o in graph.output]


def gradient_cases(entries, channels, features, height=4, width=3):
    """Inputs and true outputs of the gradient graphs for random latents: {graph: (inputs, outputs)}."""
    random = torch.Generator().manual_seed(7)
    y = torch.randn(1, channels, height, width, generator=random).mul(.05).requires_grad_(True)
    x = torch.rand(1, 3, 16 * height, 16 * width, generator=random)
    weight = (torch.rand(1, 1, 16 * height, 16 * width, generator=random) > .2).float()
    rgb, = run(entries['synthesis.onnx'], y=y)
    error = rgb.clamp(0, 1) - x
    gradient, = torch.autograd.grad((2 * weight * error.detach() * rgb).sum(), y)
    refine = (dict(y=y.detach(), x=x, weight=weight), dict(gradient=gradient, sse=(weight * error ** 2).sum().detach().reshape(1, 1, 1, 1)))

    hat = torch.randn(1, channels, height, width, generator=random).mul(2).requires_grad_(True)
    feat, by_mean = [torch.randn(1, c, height, width, generator=random) for c in (features, channels)]
    mean, = run(entries['context.onnx'], feat=feat, mu0=torch.zeros(1, channels, height, width), hat_a=hat)
    gradient, = torch.autograd.grad((mean * by_mean).sum(), hat)
    return dict(refine=refine, refine_context=(dict(feat=feat, hat_a=hat.detach(), mu1_gradient=by_mean), dict(gradient=gradient)))
