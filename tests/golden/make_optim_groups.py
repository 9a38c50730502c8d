#!/usr/bin/python3
"""Writes optim_groups.safetensors: optimizers that need more than gradients of one vector, in PyTorch 1.13.1.

Usage: make_optim_groups.py OUT. Metadata "muon", "groups", "lbfgs": lists of cases; tensors "<kind>.<i>.<what>".
  muon    recipe entries. Weights "start", gradients "grads" [100, rows, columns], weights after steps 1, 2, 10, 50, 100 in "kept".
          PyTorch has Muon since 2.9 only: it is written out here from its formula (kellerjordan.github.io/posts/muon), in float32.
  groups  {optimizer, groups: [options...], added: options, scheduler, gamma}: one vector of weights per group, the last added
          after 40 steps; lr of each group in "lrs" [100, groups].
  lbfgs   {options, objective}: float64; parameters after each of five calls of step() in "kept", losses in "losses", and how
          often the closure was called in all."""
import json, math, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', '..', 'tools'))
import torch
from torch_safetensors import save_file

KEPT = (1, 2, 10, 50, 100)
tensors = {}
torch.manual_seed(3)


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True, ns_coefficients=(3.4445, -4.7750, 2.0315), eps=1e-7, ns_steps=5, adjust_lr_fn=None):
        super().__init__(params, dict(lr=lr, weight_decay=weight_decay, momentum=momentum, nesterov=nesterov, ns=ns_coefficients, eps=eps, steps=ns_steps, adjust=adjust_lr_fn))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            a, b, c = group['ns']
            mu = group['momentum']
            for p in group['params']:
                buffer = self.state[p].setdefault('momentum_buffer', torch.zeros_like(p))
                buffer.lerp_(p.grad, 1 - mu)
                x = p.grad.lerp(buffer, mu) if group['nesterov'] else buffer.clone()
                rows, columns = x.shape
                if rows > columns: x = x.T
                x = x / max(x.norm().item(), group['eps'])
                for _ in range(group['steps']):
                    gram = x @ x.T
                    x = a * x + (b * gram + c * gram @ gram) @ x
                if rows > columns: x = x.T
                scale = 0.2 * math.sqrt(max(rows, columns)) if group['adjust'] == 'match_rms_adamw' else math.sqrt(max(1, rows / columns))
                p.mul_(1 - group['lr'] * group['weight_decay']).sub_(group['lr'] * scale * x)


MUON = [((5, 5), {}), ((9, 4), {'lr': 0.01}), ((4, 9), {'lr': 0.01, 'momentum': 0.8, 'nesterov': False}), ((7, 3), {'lr': 0.005, 'adjust_lr_fn': 'match_rms_adamw', 'weight_decay': 0.0}),
        ((3, 17), {'lr': 0.01, 'ns_steps': 3, 'ns_coefficients': [3.0, -3.2, 1.2], 'weight_decay': 0.3}), ((1, 6), {'lr': 0.01, 'adjust_lr_fn': 'original'}), ((6, 1), {'eps': 1e-3})]
for i, (shape, options) in enumerate(MUON):
    start = torch.randn(shape)
    grads = torch.randn((100,) + shape) + torch.tensor([1.0 if s // 10 % 2 else -1.0 for s in range(100)]).reshape(-1, 1, 1)
    w = start.clone().requires_grad_()
    optimizer, kept = Muon([w], **options), []
    for step in range(100):
        w.grad = grads[step].clone()
        optimizer.step()
        if step + 1 in KEPT: kept.append(w.detach().clone())
    tensors.update({f'muon.{i}.start': start, f'muon.{i}.grads': grads, f'muon.{i}.kept': torch.stack(kept)})

GROUPS = [
    dict(optimizer=dict(type='SGD', lr=0.02, momentum=0.9), groups=[{}, dict(lr=0.001, weight_decay=0.1), dict(momentum=0.0)], added=dict(lr=0.005, nesterov=True), scheduler='StepLR', step_size=25, gamma=0.5),
    dict(optimizer=dict(type='AdamW', lr=0.01), groups=[dict(weight_decay=0.0), dict(lr=0.002, betas=[0.8, 0.95])], added=dict(amsgrad=True), scheduler='ExponentialLR', gamma=0.98),
    dict(optimizer=dict(type='Adam', lr=0.01, weight_decay=0.05), groups=[dict(eps=1e-4), dict(lr=0.0)], added=dict(maximize=True), scheduler='CosineAnnealingLR', T_max=30),
    dict(optimizer=dict(type='RMSprop', lr=0.003), groups=[{}, dict(alpha=0.9, momentum=0.5), dict(centered=True)], added={}, scheduler='LinearLR', total_iters=20),
    dict(optimizer=dict(type='Rprop', lr=0.01), groups=[{}, dict(etas=[0.6, 1.1], step_sizes=[1e-4, 0.05])], added=dict(lr=0.02), scheduler=None),
]
for i, case in enumerate(GROUPS):
    o = case['optimizer']
    tuples = lambda d: {k: tuple(v) if isinstance(v, list) else v for k, v in d.items() if k != 'type'}
    n = len(case['groups']) + 1
    start, grads = torch.randn(n, 11), torch.randn(100, n, 11)
    weights = [start[k].clone().requires_grad_() for k in range(n)]
    optimizer = getattr(torch.optim, o['type'])([dict(params=[w], **tuples(g)) for w, g in zip(weights, case['groups'])], **tuples(o))
    options = {k: case[k] for k in ('step_size', 'gamma', 'T_max', 'total_iters') if k in case}
    scheduler = getattr(torch.optim.lr_scheduler, case['scheduler'])(optimizer, **options) if case['scheduler'] else None
    kept, lrs = [], []
    for step in range(100):
        if step == 40:
            optimizer.add_param_group(dict(params=[weights[-1]], **tuples(case['added'])))
            if scheduler:  # 1.13's schedulers do not look for later groups
                optimizer.param_groups[-1]['initial_lr'] = optimizer.param_groups[-1]['lr']
                scheduler.base_lrs.append(optimizer.param_groups[-1]['lr'])
        for k, w in enumerate(weights): w.grad = grads[step, k].clone()
        optimizer.step()
        if scheduler: scheduler.step()
        lrs.append([g['lr'] for g in optimizer.param_groups] + [0.0] * (n - len(optimizer.param_groups)))
        if step + 1 in KEPT: kept.append(torch.stack([w.detach().clone() for w in weights]))
    tensors.update({f'groups.{i}.start': start, f'groups.{i}.grads': grads, f'groups.{i}.kept': torch.stack(kept), f'groups.{i}.lrs': torch.tensor(lrs, dtype=torch.float64)})


def rosenbrock(p): return (100 * (p[0][1:] - p[0][:-1]**2)**2 + (1 - p[0][:-1])**2).sum()


X = torch.linspace(-1, 1, 24).reshape(12, 2).double()
Y = (torch.sin(3 * X[:, :1]) + 0.5 * X[:, 1:]).float().double()
def net(p): return ((torch.tanh(X @ p[0].T + p[1]) @ p[2].T - Y)**2).mean()


OBJECTIVES = {'rosenbrock': (rosenbrock, [(6,)]), 'net': (net, [(4, 2), (4,), (1, 4)])}
LBFGS = [dict(objective='rosenbrock', options={}), dict(objective='rosenbrock', options=dict(line_search_fn='strong_wolfe')), dict(objective='rosenbrock', options=dict(lr=0.5, history_size=3, max_iter=10)),
         dict(objective='rosenbrock', options=dict(line_search_fn='strong_wolfe', max_iter=7, history_size=2, lr=0.9)), dict(objective='net', options=dict(lr=0.1)),
         dict(objective='net', options=dict(line_search_fn='strong_wolfe', max_iter=12)), dict(objective='net', options=dict(line_search_fn='strong_wolfe', max_eval=9, tolerance_grad=1e-4)),
         dict(objective='net', options=dict(line_search_fn='strong_wolfe', tolerance_change=1e-4)), dict(objective='net', options=dict(line_search_fn='strong_wolfe', lr=40.0, max_iter=8))]
for i, case in enumerate(LBFGS):
    f, shapes = OBJECTIVES[case['objective']]
    params = [(0.6 * torch.randn(s)).double().requires_grad_() for s in shapes]
    tensors[f'lbfgs.{i}.start'] = torch.cat([p.detach().float().ravel() for p in params])
    optimizer, kept, losses, calls = torch.optim.LBFGS(params, **case['options']), [], [], 0

    def closure():
        global calls
        calls += 1
        optimizer.zero_grad()
        loss = f(params)
        loss.backward()
        return loss

    for _ in range(5):
        losses.append(optimizer.step(closure).item())
        kept.append(torch.cat([p.detach().ravel() for p in params]))
    case['calls'] = calls
    tensors.update({f'lbfgs.{i}.kept': torch.stack(kept), f'lbfgs.{i}.losses': torch.tensor(losses, dtype=torch.float64)})
    print('lbfgs', case, losses)
tensors.update({'net.x': X.float(), 'net.y': Y.float()})
text = lambda v: json.dumps(v, separators=(',', ':'))
save_file(tensors, sys.argv[1], {'muon': text([dict(type='Muon', **o) for _, o in MUON]), 'groups': text(GROUPS), 'lbfgs': text(LBFGS), 'torch': torch.__version__})
print(len(MUON), 'muon', len(GROUPS), 'groups', len(LBFGS), 'lbfgs')
