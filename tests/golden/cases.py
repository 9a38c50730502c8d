"""Stored PyTorch cases: calls of ops and of modules, with results and gradients (torch 1.13.1).

PyTorch computes in float64 from values that float32 holds exactly; results are rounded to float32. A script makes a file:

    from cases import Cases, R, const
    c = Cases(seed=7)
    c.op('relu', torch.relu, R(3, 5))                             # arguments in the order of the op's schema
    c.module(nn.Linear(3, 4), {'type': 'Linear', 'in_features': 3, 'out_features': 4}, [R(2, 3)])
    c.save(sys.argv[1])

An argument is stored as a number, text, list, true/false, null, {"number": "inf"}, {"t": tensor, "g": needs gradient} or
{"list": [{"t", "g"} or null]}. Gradients are those of the sum over floating results of result * dy."""
import json
import math
import os
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'tools'))
from torch_safetensors import save_file  # noqa: E402

torch.set_num_threads(1)


def const(t):
    """Marks a tensor that is not differentiated."""
    t.const = True
    return t


def R(*shape): return torch.randn(shape)            # normal
def P(*shape): return torch.rand(shape) * 1.5 + 0.5  # in [0.5, 2]
def I(n, *shape): return torch.randint(0, n, shape)  # below n


def _narrow(t):
    return (t.float() if t.is_floating_point() else t).detach().contiguous().clone()


def _wide(t):
    return t.detach().double() if t.is_floating_point() else t.detach().clone()


class Cases:
    def __init__(self, seed):
        torch.manual_seed(seed)
        self.tensors, self.ops, self.modules = {}, [], []

    # Stores t and returns (its entry, the float64 leaf PyTorch computes with).
    def _tensor(self, name, t, leaves):
        grad = t.is_floating_point() and not getattr(t, 'const', False)
        self.tensors[name] = _narrow(t)
        real = _wide(self.tensors[name])
        if grad:
            real.requires_grad_(True)
            leaves.append((name, real))
        return {'t': name, 'g': grad}, real

    def _argument(self, name, a, leaves):
        if isinstance(a, torch.Tensor):
            return self._tensor(name, a, leaves)
        if isinstance(a, (list, tuple)) and any(isinstance(t, torch.Tensor) for t in a):
            pairs = [(None, None) if t is None else self._tensor(f'{name}.{k}', t, leaves) for k, t in enumerate(a)]
            return {'list': [p[0] for p in pairs]}, [p[1] for p in pairs]
        if isinstance(a, float) and not math.isfinite(a):
            return {'number': str(a)}, a
        return a, a

    # Results, weights of the sum and gradients.
    def _results(self, prefix, case, outs, leaves):
        outs = list(outs) if isinstance(outs, (tuple, list)) else [outs]
        case.update(outs=[], dys=[], grads=[])
        total = 0
        for k, o in enumerate(outs):
            self.tensors[f'{prefix}.o{k}'] = _narrow(o)
            case['outs'].append(f'{prefix}.o{k}')
            if o.requires_grad:
                dy = torch.randn(o.shape)
                self.tensors[f'{prefix}.d{k}'] = dy
                case['dys'].append(f'{prefix}.d{k}')
                total = total + (o * dy.double()).sum()
            else:
                case['dys'].append(None)
        if isinstance(total, torch.Tensor):
            total.backward()
            for name, leaf in leaves:
                self.tensors[f'{name}.g'] = _narrow(leaf.grad if leaf.grad is not None else torch.zeros_like(leaf))
                case['grads'].append([name, f'{name}.g'])

    def op(self, name, fn, *args):
        """One call of wick's op `name`; fn takes the same arguments. Tuples of results are flattened one level."""
        prefix, leaves, spec, real = f'{len(self.ops)}', [], [], []
        for i, a in enumerate(args):
            entry, value = self._argument(f'{prefix}.a{i}', a, leaves)
            spec.append(entry)
            real.append(value)
        case = {'op': name, 'args': spec}
        self._results(prefix, case, fn(*real), leaves)
        self.ops.append(case)

    def module(self, module, recipe, inputs, train=False, forward=None, repr_text=None):
        """One call of a module. forward(module, *inputs) where plain module(*inputs) is not what wick's inputs mean: it gives
        the flat list of results. An input may be None. repr_text: what wick prints where it cannot be PyTorch's text."""
        prefix, leaves = f'm{len(self.modules)}', []
        case = {'module': recipe, 'train': train, 'state': [], 'inputs': [], 'repr': repr(module) if repr_text is None else repr_text}
        for key, t in module.state_dict().items():
            self.tensors[f'{prefix}.s.{key}'] = _narrow(t)
            case['state'].append(key)
        module.double()
        module.load_state_dict({key: _wide(self.tensors[f'{prefix}.s.{key}']) for key in case['state']})
        module.train(train)
        module.zero_grad()
        real = []
        for i, x in enumerate(inputs):
            entry, value = (None, None) if x is None else self._tensor(f'{prefix}.i{i}', x, leaves)
            case['inputs'].append(entry)
            real.append(value)
        leaves += [(f'{prefix}.s.{key}', p) for key, p in module.named_parameters()]
        outs = forward(module, *real) if forward else module(*real)
        flat = []
        for o in outs if isinstance(outs, (tuple, list)) else [outs]:
            flat += list(o) if isinstance(o, (tuple, list)) else [o]
        self._results(prefix, case, [o for o in flat if o is not None], leaves)
        case['after'] = []
        for key, b in module.named_buffers():  # what training moved
            if key in case['state'] and train:
                self.tensors[f'{prefix}.b.{key}'] = _narrow(b)
                case['after'].append(key)
        self.modules.append(case)

    def layer(self, name, inputs, train=False, **options):
        """One call of torch.nn's layer `name`, whose keywords are the recipe's keys."""
        keywords = {k: tuple(v) if isinstance(v, list) else v for k, v in options.items()}
        self.module(getattr(torch.nn, name)(**keywords), {'type': name, **options}, inputs, train)

    def save(self, path):
        dump = lambda x: json.dumps(x, separators=(',', ':'))  # noqa: E731
        save_file({k: v.contiguous() for k, v in self.tensors.items()}, path,
                  {'cases': dump(self.ops), 'modules': dump(self.modules), 'torch': torch.__version__})
        print(f'{path}: {len(self.ops)} calls, {len(self.modules)} modules')
