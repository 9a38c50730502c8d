#!/usr/bin/python3
"""Writes opinfo.safetensors: PyTorch's own sample inputs (torch.testing, op_db) of every op that wick's list has under the same
name. Usage: make_opinfo.py OUT [OP...]

A sample is stored where wick's schema can express it, it is small, it differs from those before, and PyTorch's own float32 result
agrees with its float64 one (else no float32 can be held to the tolerance). What is left out is printed with its reason."""
import collections
import copy
import inspect
import os
import re
import sys
import types
import unittest
import warnings
import zlib

import torch

from cases import Cases, _narrow, _wide, const

# torch.testing's internals want a test framework that only writes expectations of its own tests.
stub = types.ModuleType('expecttest')
stub.ACCEPT, stub.TestCase = False, unittest.TestCase
sys.modules['expecttest'] = stub
from torch.testing._internal.common_methods_invocations import op_db  # noqa: E402
from torch.testing._internal.opinfo.core import UnaryUfuncInfo  # noqa: E402

warnings.filterwarnings('ignore')

MOST_SAMPLES, MOST_NUMBERS = 12, 300
FEW, MANY_NUMBERS = 3, 1500  # where all samples are larger
OPS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'runtime', 'ops')

RANDOM = {'dropout', 'rand', 'randn', 'randint', 'randperm', 'multinomial', 'bernoulli', 'normal', 'uniform', 'rrelu', 'alpha_dropout', 'feature_alpha_dropout',
          'dropout1d', 'dropout2d', 'dropout3d', 'fractional_max_pool2d', 'fractional_max_pool3d', 'gumbel_softmax', 'empty', 'empty_like', 'new_empty', 'rand_like', 'randn_like', 'randint_like'}

# Ops of wick that op_db has under another name; an op with indices takes those samples that ask for them.
ELSEWHERE = {'im2col': 'nn.functional.unfold', **{f'{kind}_pool{n}d_with_indices': f'nn.functional.{kind}_pool{n}d' for kind in ('max', 'adaptive_max') for n in (1, 2, 3)}}
# Where op_db calls through a function with another order of arguments: positions in wick's order.
ORDER = {'embedding_bag': (1, 0), 'embedding': (1, 0), 'where': (1, 0, 2), 'einsum': (1, 0), 'polygamma': (1, 0)}
# Keywords of PyTorch as wick's schemas name them.
RENAMED = {'unbiased': ('correction', lambda v: 1.0 if v else 0.0), 'axis': ('dim', lambda v: v)}
# (op, test of the sample) that wick answers otherwise on purpose, with the reason.
DIFFERENT = [
    ('norm', lambda args: 'nuc' in args[1:2], 'a nuclear norm needs singular values'),
    ('matrix_power', lambda args: args[1] < 0, 'a negative power needs an inverse'),
    ('batch_norm', lambda args: args[0].dim() < 2, 'no channels'),
    ('gather', lambda args: args[2].dtype != torch.int64, 'an empty index of bytes, whose dtype PyTorch does not look at'),
    ('normalize', lambda args: len(args) > 1 and (args[1] or 0) < 0, 'the gradient cancels to fewer digits than the tolerance asks for'),
]


class Skip(Exception):
    pass


def read_ops():
    """name -> [(row name, [(type, name, default)], differentiable)], overloads together."""
    ops = collections.OrderedDict()
    rows = ''.join(open(os.path.join(OPS, name)).read() for name in ('op_list.inc', 'op_list_more.inc'))
    for schema, rest in re.findall(r'^WICK_OP\("(.*?)", (.*)\)$', rows, re.M):
        name, params = re.match(r'([\w.]+)\((.*)\) -> ', schema).groups()
        parsed = [re.match(r'(\S+) (\w+)(?:=(.*))?$', p).groups() for p in params.split(', ')] if params else []
        ops.setdefault(name.split('.')[0], []).append((name, parsed, rest.endswith('true')))
    return ops


def tensors_in(v):
    if isinstance(v, torch.Tensor):
        return [v]
    if isinstance(v, (list, tuple)):
        return [t for x in v for t in tensors_in(x)]
    if isinstance(v, dict):
        return [t for x in v.values() for t in tensors_in(x)]
    return []


def replaced(v, by):
    if isinstance(v, torch.Tensor):
        return by[id(v)]
    if isinstance(v, (list, tuple)):
        return type(v)(replaced(x, by) for x in v) if type(v) in (list, tuple) else v
    if isinstance(v, dict):
        return {k: replaced(x, by) for k, x in v.items()}
    return v


def whole(v):
    return isinstance(v, int) and not isinstance(v, bool)


def converted(kind, v):
    """v as an argument of a wick type; raises Skip."""
    optional, kind = kind.endswith('?'), kind.rstrip('?')
    if v is None:
        if optional:
            return None
        raise Skip(f'None for {kind}')
    if kind == 'Tensor' and (isinstance(v, torch.Tensor) or whole(v) or isinstance(v, float)):
        return v
    if kind in ('Tensor[]', 'Tensor?[]') and isinstance(v, (list, tuple)) and v and all(isinstance(t, torch.Tensor) for t in v):
        return list(v)
    if kind == 'float' and (whole(v) or isinstance(v, float)):
        return v
    if kind == 'int' and whole(v) or kind == 'bool' and isinstance(v, bool) or kind == 'str' and isinstance(v, str):
        return v
    if kind == 'int[]' and (whole(v) or isinstance(v, (list, tuple)) and all(whole(x) for x in v)):
        return v if whole(v) else list(v)
    if kind == 'float[]' and isinstance(v, (list, tuple)) and all(whole(x) or isinstance(x, float) for x in v):
        return [float(x) for x in v]
    if kind == 'str' and isinstance(v, torch.dtype) and v is not torch.float64:  # which the file does not hold
        return str(v).split('.')[1]
    raise Skip(f'{type(v).__name__} for {kind}')


def default_of(fn, name):
    try:
        return inspect.signature(fn).parameters[name].default
    except (ValueError, TypeError, KeyError):
        return None


def bound(name, params, sample, op):
    """The sample's arguments in wick's order; raises Skip."""
    given, keywords = [sample.input, *sample.args], dict(sample.kwargs)
    if name in ORDER:
        order = ORDER[name]
        given = [given[i] for i in order if i < len(given)] + given[len(order):]
    if name == 'tensordot':  # wick takes the lists that a number stands for
        dims = given.pop() if len(given) > 2 else keywords.pop('dims', 2)
        if whole(dims):
            dims = [list(range(sample.input.dim() - dims, sample.input.dim())), list(range(dims))]
        given += [list(d) for d in dims]
    if 'max_pool' in name and 'fractional' not in name:
        indices = given.pop() if name.startswith('adaptive') and len(given) > 2 else keywords.pop('return_indices', False)
        if indices != name.endswith('_with_indices'):
            raise Skip('for the op with indices' if indices else 'for the op without indices')
    if name == 'interpolate' and len(given) > 2 and isinstance(given[2], float):  # one factor stands for all dimensions
        given[2] = [given[2]] * (sample.input.dim() - 2)
    kwargs = {}
    for key, v in keywords.items():
        rename = RENAMED.get(key)
        if rename and key not in [p[1] for p in params]:
            key, v = rename[0], rename[1](v)
        kwargs[key] = v
    out = []
    for kind, param, default in params:
        if given:
            if kind.startswith('int[]') and len(given) > 1 and all(whole(v) for v in given) and param in ('size', 'shape', 'dims', 'repeats'):
                given = [given]
            if kind == 'Tensor[]' and all(isinstance(v, torch.Tensor) for v in given):
                given = [given]
            v = given.pop(0)
            # An overload's optional argument may stand in place of a later one.
            out.append(converted(kind if default is None else kind + '?', v))
        elif param in kwargs:
            out.append(converted(kind if default is None else kind + '?', kwargs.pop(param)))
        elif default is not None or kind.endswith('?'):
            out.append(None)
        else:
            raise Skip(f'no {param}')
    if given:
        raise Skip(f'too many arguments')
    for key, v in kwargs.items():
        if v is not None and v != default_of(op, key) and not (key, v) in {('inplace', False), ('device', 'cpu'), ('requires_grad', False), ('as_tuple', False)}:
            raise Skip(f'keyword {key}')
    while out and out[-1] is None:
        out.pop()
    return out


def described(args):
    text = lambda t: f'{t.dtype}{list(t.shape)}{t.requires_grad}{t.stride() if not t.is_contiguous() else ""}'  # noqa: E731
    return repr([[text(t) for t in tensors_in(a)] if tensors_in(a) else a for a in args])


def run(fn, args, wide):
    """Results and gradients, computed in float64 or float32."""
    torch.manual_seed(11)
    leaves, by = [], []
    for a in args:
        def leaf(t):
            r = (_wide if wide else _narrow)(t)
            if r.is_floating_point() and not getattr(t, 'const', False):
                leaves.append(r.requires_grad_(True))
            return r
        by.append([leaf(t) for t in a] if isinstance(a, list) and tensors_in(a) else leaf(a) if isinstance(a, torch.Tensor) else a)
    outs = fn(*by)
    outs = list(outs) if isinstance(outs, (tuple, list)) else [outs]
    if not all(isinstance(o, torch.Tensor) for o in outs) or any(o.is_complex() for o in outs):
        raise Skip('a result that is not of tensors')
    total = sum((o * torch.randn(o.shape).to(o.dtype)).sum() for o in outs if o.requires_grad)
    if isinstance(total, torch.Tensor):
        total.backward()
    return [o.detach() for o in outs] + [t.grad for t in leaves if t.grad is not None]


def check_conditioned(fn, args):
    for wide, narrow in zip(run(fn, args, True), run(fn, args, False)):
        if wide.is_floating_point():
            off = (narrow.double() - wide).abs() > 0.3 * (1e-5 + 1.3e-6 * wide.abs())
            if off.any():
                raise Skip('ill-conditioned in float32')
        elif not torch.equal(wide, narrow):
            raise Skip('ill-conditioned in float32')


def samples_of(info, differentiable):
    dtype = next((d for d in (torch.float32, torch.int64, torch.bool) if d in info.dtypes), None)
    if dtype is None:
        return
    for sample in info.sample_inputs('cpu', dtype, requires_grad=differentiable and info.supports_autograd and dtype is torch.float32):
        if isinstance(info, UnaryUfuncInfo) and sample.input.dim() == 2 and sample.input.numel() >= 300:  # one large matrix: parts of it
            x = sample.input.detach()
            for part in (x[:7, :5], x.flatten()[:33], x[3, 4], x[:0], x[1:2, 2:6].reshape(2, 1, 2), x[10:13, 9:14]):
                sample.input = part.clone().requires_grad_(sample.input.requires_grad)
                yield copy.copy(sample)
        else:
            yield sample


def add_op(cases, name, rows, infos, left_out, most=MOST_SAMPLES, numbers=MOST_NUMBERS):
    seen, n = set(), 0
    for info in infos:
        torch.manual_seed(zlib.crc32(f'{name}/{info.variant_test_name}'.encode()))
        mine = 0
        for sample in samples_of(info, any(r[2] for r in rows)):
            if mine >= max(4, most // len(infos)):
                break
            reasons = []
            for row, params, differentiable in rows:
                try:
                    args = bound(name, params, sample, info.op)
                    parts = tensors_in(args)
                    if sum(t.numel() for t in parts) > numbers:
                        raise Skip('large')
                    if any(t.dtype not in (torch.float32, torch.float64, torch.int64, torch.int32, torch.uint8, torch.bool) for t in parts):
                        raise Skip('dtype')
                    key = row + described(args)
                    if key in seen:
                        raise Skip('as before')
                    for t in parts:
                        if not (t.requires_grad and differentiable):
                            const(t)

                    def fn(*real, args=args, sample=sample):
                        by = dict(zip(map(id, tensors_in(list(args))), tensors_in(list(real))))
                        return info.op(replaced(sample.input, by), *replaced(tuple(sample.args), by), **replaced(sample.kwargs, by))

                    for op, test, reason in DIFFERENT:
                        if op == name and test(args):
                            raise Skip(reason)
                    check_conditioned(fn, args)
                    for t in parts:
                        t.data = t.data.contiguous()
                    cases.op(row, fn, *args)
                    seen.add(key)
                    n, mine = n + 1, mine + 1
                    break
                except Skip as e:
                    reasons.append(str(e))
                except Exception as e:  # noqa: BLE001: PyTorch refuses the sample in float64
                    reasons.append(f'{type(e).__name__} {str(e)[:60]}')
            else:
                left_out[name][reasons[0] if len(set(reasons)) == 1 else ' / '.join(reasons)] += 1
    return n


def main():
    ops, only = read_ops(), set(sys.argv[2:])
    cases, left_out, absent = Cases(seed=0), collections.defaultdict(collections.Counter), []
    for name, rows in ops.items():
        if only and name not in only or name in RANDOM:
            continue
        names = {ELSEWHERE[name]} if name in ELSEWHERE else {name, f'nn.functional.{name}', name.replace('linalg_', 'linalg.'), name.replace('special_', 'special.')}
        infos = [i for i in op_db if i.name in names and not (name == 'unfold' and i.name == 'nn.functional.unfold')] or [i for i in op_db if name in [a.name for a in i.aliases]]
        if not infos:
            absent.append(name)
        elif not add_op(cases, name, rows, infos, left_out) and not add_op(cases, name, rows, infos, left_out, FEW, MANY_NUMBERS):
            absent.append(name + ' (no sample fits)')
    cases.save(sys.argv[1])
    print('not in op_db:', ', '.join(absent))
    for name, reasons in left_out.items():
        print(f'{name}: left out', '; '.join(f'{n} ({r})' for r, n in reasons.items()))


main()
