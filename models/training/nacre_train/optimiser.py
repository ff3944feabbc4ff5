"""Optimisers: Adam for what is small or tied to theory, SOAP for the networks' matrices.

SOAP (Vyas et al., arXiv 2409.11321) is Adam in the slowly turning eigenbasis of Shampoo's preconditioner: second moments are kept of the
gradient as seen from there. Learned image compression is reported to need far fewer steps with it (LOG.md has what it did here).
"""
import torch


class Soap(torch.optim.Optimizer):
    """For weights of two or more dimensions, taken as matrices [first, rest]; a side longer than MOST keeps its own basis.

    Products run in bf16, four times faster than in float32 on CPUs that have it: the basis only has to be nearly right.
    """

    MOST, EVERY = 400, 20

    def __init__(self, groups, betas=(.95, .95), eps=1e-8):
        super().__init__(groups, dict(lr=0, betas=betas, eps=eps))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group['params']:
                if p.grad is not None:
                    self.update(p, p.grad.flatten(1), group)

    def update(self, p, gradient, group):
        state = self.state[p]
        left, right = gradient.shape[0] <= self.MOST, gradient.shape[1] <= self.MOST
        if not state:  # the first gradient only opens the bases
            state.update(steps=0, mean=torch.zeros_like(gradient), square=torch.zeros_like(gradient))
            state['second'] = [gradient @ gradient.T if left else None, gradient.T @ gradient if right else None]
            state['basis'] = [None if s is None else torch.linalg.eigh(s)[1].flip(1).contiguous() for s in state['second']]
            state['coarse'] = [None if b is None else b.bfloat16() for b in state['basis']]
            return
        beta1, beta2 = group['betas']
        state['steps'] += 1
        q, coarse = state['coarse'], gradient.bfloat16()
        state['mean'].lerp_(gradient, 1 - beta1)
        state['square'].lerp_(turned(gradient, q) ** 2, 1 - beta2)
        mean = turned(state['mean'], q) / (1 - beta1 ** state['steps'])
        square = state['square'] / (1 - beta2 ** state['steps'])
        p.add_(turned_back(mean / (square.sqrt() + group['eps']), q).view_as(p), alpha=-group['lr'])
        for second, product in zip(state['second'], (lambda: coarse @ coarse.T, lambda: coarse.T @ coarse)):
            if second is not None:
                second.lerp_(product().float(), 1 - beta2)
        if state['steps'] % self.EVERY == 0:
            for side in (0, 1):
                if q[side] is not None:
                    self.turn(state, side)

    @staticmethod
    def turn(state, side):
        """One step of orthogonal iteration towards the eigenvectors, the largest eigenvalue first."""
        second, basis = state['second'][side], state['basis'][side]
        order = (basis.T @ second @ basis).diagonal().argsort(descending=True)
        state['square'] = state['square'].index_select(side, order)
        state['basis'][side] = torch.linalg.qr(second @ basis[:, order])[0].contiguous()
        state['coarse'][side] = state['basis'][side].bfloat16()


def turned(a, basis):
    a = a.bfloat16()
    a = a if basis[0] is None else basis[0].T @ a
    return (a if basis[1] is None else a @ basis[1]).float()


def turned_back(a, basis):
    a = a.bfloat16()
    a = a if basis[0] is None else basis[0] @ a
    return (a if basis[1] is None else a @ basis[1].T).float()


def optimisers(groups, config):
    """Adam over the groups; with soap = true in the configuration the matrices of the groups marked `networks` go to SOAP."""
    if not config.get('soap'):
        return [torch.optim.Adam(groups, betas=config.get('betas', (.9, .98)))]
    plain, matrices = [], []
    for g in groups:
        chosen = {id(p) for p in g['params'] if g.get('networks') and is_matrix(p)}
        for out, params in ((matrices, [p for p in g['params'] if id(p) in chosen]), (plain, [p for p in g['params'] if id(p) not in chosen])):
            if params:
                out.append(dict(params=params, scale=g['scale']))
    return [torch.optim.Adam(plain, betas=config.get('betas', (.9, .98))), Soap(matrices)]


def is_matrix(p):
    return p.dim() in (2, 4) and min(p.shape[0], p[0].numel()) >= 16 and p.shape[1] > 1
