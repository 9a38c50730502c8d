"""Writes recurrent.safetensors: recurrent layers, cells, packing. Usage: make_recurrent.py OUT"""
import sys

import torch
from torch import nn

from cases import Cases, R, const

c = Cases(seed=31)


# Layers: every option, with and without states, batched and not.
def states(kind, layers, directions, hidden, batch, proj=0):
    shape = (layers * directions,) + ((batch,) if batch else ())
    return [R(*shape, proj or hidden)] + ([R(*shape, hidden)] if kind == 'LSTM' else [])


def call(module, x, *hx):
    hx = [h for h in hx if h is not None]
    out, h = module(x, None if not hx else tuple(hx) if len(hx) == 2 else hx[0])
    return [out, *(h if isinstance(h, tuple) else (h,))]


def layer(kind, x, hx=(), train=False, **options):
    keys = {'input_size': x.shape[-1], 'hidden_size': 4, **options}
    c.module(getattr(nn, kind)(**keys), {'type': kind, **keys}, [x, *hx], train, call)


for kind in ('RNN', 'LSTM', 'GRU'):
    layer(kind, R(5, 2, 3))
    layer(kind, R(5, 2, 3), states(kind, 1, 1, 4, 2))
    layer(kind, R(2, 5, 3), batch_first=True)
    layer(kind, R(2, 5, 3), states(kind, 1, 1, 4, 2), batch_first=True)
    layer(kind, R(5, 3))
    layer(kind, R(5, 3), states(kind, 2, 2, 4, 0), num_layers=2, bidirectional=True)
    layer(kind, R(4, 2, 3), bias=False)
    layer(kind, R(4, 2, 3), num_layers=2)
    layer(kind, R(4, 2, 3), states(kind, 3, 1, 4, 2), num_layers=3, dropout=0.25)  # in eval mode
    layer(kind, R(4, 2, 3), num_layers=2, dropout=1.0, train=True)  # certain: nothing passes
    layer(kind, R(4, 2, 3), bidirectional=True)
    layer(kind, R(3, 4, 3), states(kind, 2, 2, 4, 3), num_layers=2, bidirectional=True, batch_first=True, bias=False)
    layer(kind, R(1, 1, 3))
    layer(kind, R(1, 3, 2), states(kind, 1, 1, 4, 3))
    layer(kind, R(3, 2, 5), hidden_size=17)
    layer(kind, R(2, 9, 2), states(kind, 1, 1, 1, 9), hidden_size=1)
    layer(kind, R(9, 1, 17), hidden_size=5, num_layers=2)
    layer(kind, R(3, 17, 1), hidden_size=3, bidirectional=True)
for shape, hidden in (((5, 2, 3), 4), ((3, 4, 2), 17)):
    layer('RNN', R(*shape), nonlinearity='relu', hidden_size=hidden)
    layer('RNN', R(*shape), states('RNN', 4, 1, hidden, shape[1]), nonlinearity='relu', hidden_size=hidden, num_layers=2, bidirectional=True)
layer('RNN', R(4, 3), nonlinearity='relu', bias=False)
layer('LSTM', R(4, 2, 3), proj_size=2)
layer('LSTM', R(4, 2, 3), states('LSTM', 1, 1, 4, 2, 3), proj_size=3, bias=False)
layer('LSTM', R(2, 4, 3), states('LSTM', 2, 2, 5, 2, 1), hidden_size=5, proj_size=1, num_layers=2, bidirectional=True, batch_first=True)
layer('LSTM', R(4, 3), states('LSTM', 2, 1, 4, 0, 2), num_layers=2, proj_size=2)
layer('LSTM', R(3, 2, 3), hidden_size=17, proj_size=9)


def cell(kind, x, hidden=4, state=False, **options):
    shape = x.shape[:-1] + (hidden,)
    hx = [R(*shape)] * state + [R(*shape)] * (state and kind == 'LSTMCell')
    keys = {'input_size': x.shape[-1], 'hidden_size': hidden, **options}
    c.module(getattr(nn, kind)(**keys), {'type': kind, **keys}, [x, *hx],
             forward=lambda m, x, *hx: m(x, None if not hx else tuple(hx) if len(hx) == 2 else hx[0]))


for kind in ('RNNCell', 'LSTMCell', 'GRUCell'):
    cell(kind, R(2, 3))
    cell(kind, R(2, 3), state=True)
    cell(kind, R(3))
    cell(kind, R(3), state=True, bias=False)
    cell(kind, R(9, 1), hidden=17, state=True)
for state in (False, True):
    cell('RNNCell', R(3, 2), state=state, nonlinearity='relu')

# The walk through time by itself: torch's layers with an identity in place of the input's product.
VF = torch._VF
KINDS = {0: ('rnn_tanh', 1), 1: ('rnn_relu', 1), 2: ('lstm', 4), 3: ('gru', 3)}


def walk(gates, w_hh, b_hh, h_0, c_0, w_hr, batch_sizes, kind, reverse):
    name, G = KINDS[kind]
    P = w_hh.shape[1]
    H = w_hr.shape[1] if w_hr is not None else P
    B = int(batch_sizes[0]) if batch_sizes is not None else gates.shape[1]
    wide = gates.dtype
    w_ih = torch.eye(G * H, dtype=wide)
    h = torch.zeros(B, P, dtype=wide) if h_0 is None else h_0
    cell_state = torch.zeros(B, H, dtype=wide) if c_0 is None else c_0
    bias = torch.zeros(G * H, dtype=wide) if b_hh is None else b_hh
    weights = [w_ih, w_hh, torch.zeros_like(bias), bias] + ([w_hr] if w_hr is not None else [])
    h, cell_state = h[None], cell_state[None]
    if reverse:  # the second direction of a layer whose first one is never looked at
        weights = [w.detach() for w in weights] + weights
        h, cell_state = torch.cat([h.detach(), h]), torch.cat([cell_state.detach(), cell_state])
    hx = [h, cell_state] if name == 'lstm' else h
    where = [gates] if batch_sizes is None else [gates, batch_sizes]
    rest = [weights, True, 1, 0.0, True, bool(reverse)] + ([False] if batch_sizes is None else [])
    out, *states = getattr(VF, name)(*where, hx, *rest)
    if reverse:
        out = out[..., P:]
    return torch.cat([out.reshape(-1)] + [s[-1].reshape(-1) for s in states])


SIZES = ([3, 3, 2, 1], [2, 1, 1], [4], [1, 1, 1], [5, 5, 5])
for kind, (name, G) in KINDS.items():
    for reverse in (False, True):
        for B, T, H, state, bias in ((2, 3, 3, False, True), (1, 4, 2, True, True), (3, 1, 2, True, False), (2, 2, 9, False, False)):
            lstm = kind == 2
            c.op('recurrent_walk', walk, R(T, B, G * H), R(G * H, H), R(G * H) if bias else None, R(B, H) if state else None,
                 R(B, H) if state and lstm else None, None, None, kind, reverse)
        for i, sizes in enumerate(SIZES):
            B, H = sizes[0], 2 + i % 2
            c.op('recurrent_walk', walk, R(sum(sizes), G * H), R(G * H, H), R(G * H), R(B, H) if i % 2 == 0 else None,
                 R(B, H) if i % 2 == 0 and lstm else None, None, torch.tensor(sizes), kind, reverse)
for reverse in (False, True):
    for P, state in ((1, False), (2, True)):
        c.op('recurrent_walk', walk, R(3, 2, 12), R(12, P), R(12), R(2, P) if state else None, R(2, 3) if state else None, R(P, 3), None, 2, reverse)
        c.op('recurrent_walk', walk, R(6, 12), R(12, P), R(12), R(3, P) if state else None, R(3, 3) if state else None, R(P, 3), torch.tensor([3, 2, 1]), 2, reverse)

for name, G in (('lstm_cell', 4), ('gru_cell', 3), ('rnn_tanh_cell', 1), ('rnn_relu_cell', 1)):
    fn = getattr(torch, name)
    for B, N, H, bias in ((2, 3, 4, True), (1, 1, 1, True), (5, 2, 3, False), (3, 17, 2, True), (2, 3, 9, False), (7, 4, 5, True)):
        h = [R(B, H), R(B, H)] if G == 4 else R(B, H)
        c.op(name, fn, R(B, N), h, R(G * H, N), R(G * H, H), R(G * H) if bias else None, R(G * H) if bias else None)

# Packing.
for lengths in ([4, 3, 1], [2, 2], [1], [5, 1, 1, 1], [3, 3, 3]):
    for batch_first in (False, True):
        for rest in ((), (2,), (2, 3))[:2 if len(lengths) > 3 else 3]:
            T, B = max(lengths) + (len(lengths) == 2), len(lengths)
            x = R(*((B, T) if batch_first else (T, B)), *rest)
            c.op('pack_padded_sequence', torch._C._VariableFunctions._pack_padded_sequence, x, torch.tensor(lengths), batch_first)
            data, sizes = torch._C._VariableFunctions._pack_padded_sequence(x, torch.tensor(lengths), batch_first)
            c.op('pad_packed_sequence', lambda d, s, b, v, t: torch._C._VariableFunctions._pad_packed_sequence(d, s, b, v, t or -1), data, sizes, batch_first,
                 1.5 if rest else 0.0, max(lengths) + 2 if batch_first else None)
for lengths in ([3, 1, 2], [2, 2], [1], [1, 4]):
    for batch_first in (False, True):
        for rest in ((), (3,)):
            c.op('pad_sequence', torch.nn.utils.rnn.pad_sequence, [R(n, *rest) for n in lengths], batch_first, 0.0 if rest else -2.0)
c.op('pad_sequence', torch.nn.utils.rnn.pad_sequence, [const(R(2, 2)), R(3, 2)])
c.save(sys.argv[1])
