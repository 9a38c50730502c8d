"""Writes attention.safetensors: attention, transformers, encodings of positions. Usage: make_attention.py OUT"""
import math
import sys

import torch
import torch.nn.functional as F
from torch import nn

from cases import Cases, R, const

c = Cases(seed=37)


def mask(*shape):  # true here and there, never in a whole row
    m = torch.rand(shape) < 0.4
    m[..., 0] = False
    return m


def causal(n):
    return torch.triu(torch.ones(n, n, dtype=torch.bool), 1)


# torch 2's scaled_dot_product_attention, as its documentation spells it out; torch 1.13 has none.
def sdpa(q, k, v, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None):
    L, S = q.shape[-2], k.shape[-2]
    bias = torch.zeros(L, S, dtype=q.dtype)
    if is_causal:
        bias = bias.masked_fill(torch.ones(L, S, dtype=torch.bool).tril().logical_not(), -math.inf)
    if attn_mask is not None:
        bias = torch.zeros(attn_mask.shape, dtype=q.dtype).masked_fill(attn_mask.logical_not(), -math.inf) if attn_mask.dtype == torch.bool else attn_mask
    return torch.softmax(q @ k.transpose(-2, -1) * (1 / math.sqrt(q.shape[-1]) if scale is None else scale) + bias, -1) @ v


def weights(scores, attn_mask=None, scale=1.0, is_causal=False):
    L, S = scores.shape[-2:]
    s = scores * scale
    if attn_mask is not None:
        s = s.masked_fill(attn_mask.logical_not(), -math.inf) if attn_mask.dtype == torch.bool else s + attn_mask
    if is_causal:
        s = s.masked_fill(torch.ones(L, S, dtype=torch.bool).tril().logical_not(), -math.inf)
    return torch.softmax(s, -1)


def self_attention(qkv, heads, attn_mask=None, dropout_p=0.0, is_causal=False):
    B, T, E = qkv.shape
    q, k, v = qkv.view(B, T, 3, heads, E // 3 // heads).permute(2, 0, 3, 1, 4)
    return (weights(q @ k.transpose(-2, -1), attn_mask, 1 / math.sqrt(q.shape[-1]), is_causal) @ v).transpose(1, 2).reshape(B, T, E // 3)


may = lambda *shape: mask(*shape).logical_not()  # noqa: E731
for L, S, E, V, lead in ((3, 4, 5, 2, ()), (4, 4, 3, 3, (2,)), (2, 5, 4, 4, (2, 3)), (1, 1, 1, 1, (2,)), (3, 33, 2, 9, (1,)), (9, 3, 17, 1, ())):
    q, k, v = R(*lead, L, E), R(*lead, S, E), R(*lead, S, V)
    for m, is_causal, scale in ((None, False, None), (None, True, None), (may(L, S), False, None), (R(L, S), False, 0.7), (may(*lead, L, S), False, None),
                                (const(R(1, S)), False, None), (may(*lead[:-1], *([1] if lead else []), L, 1 if S == 1 else S), False, 2.0)):
        c.op('scaled_dot_product_attention', sdpa, q, k, v, m, 0.0, is_causal, scale)
c.op('scaled_dot_product_attention', sdpa, R(2, 1, 3, 4), R(3, 5, 4), R(1, 3, 5, 2))
c.op('scaled_dot_product_attention', sdpa, R(3, 4), R(5, 4), R(5, 4), R(2, 3, 5))  # the mask has more dimensions
for shape in ((3, 4), (2, 5, 5), (2, 3, 2, 4), (1, 1), (4, 33), (5, 2)):
    for m in (None, may(*shape[-2:]), R(*shape[-2:]), R(*shape), may(*shape[:-2], 1, shape[-1])):
        for is_causal, scale in ((False, 1.0), (True, 0.5)):
            if not (is_causal and m is not None and m.dtype == torch.bool):
                c.op('attention_weights', weights, R(*shape), m, scale, is_causal)
for B, T, heads, D in ((2, 3, 1, 2), (1, 5, 2, 3), (3, 1, 2, 1), (2, 9, 3, 4), (1, 17, 1, 5)):
    E = 3 * heads * D
    for m in (None, may(T, T), R(T, T), may(B, 1, 1, T), R(B, heads, T, T), const(R(B, 1, T, T))):
        c.op('self_attention', self_attention, R(B, T, E), heads, m)
    c.op('self_attention', self_attention, R(B, T, E), heads, None, 0.0, True)
    c.op('self_attention', self_attention, R(B, T, E), heads, R(T, T), 0.0, True)


# MultiheadAttention. need_weights, average_attn_weights and is_causal are arguments of PyTorch's forward (or a mask): wick keeps them.
def attention(inputs, train=False, need_weights=True, average=True, is_causal=False, **options):
    keys = {'embed_dim': 6, 'num_heads': 2, **options}
    module = nn.MultiheadAttention(**keys)
    if options.get('bias', True):  # zeros say nothing
        nn.init.normal_(module.in_proj_bias), nn.init.normal_(module.out_proj.bias)
    recipe = {'type': 'MultiheadAttention', **keys, 'need_weights': need_weights, 'average_attn_weights': average, 'is_causal': is_causal}

    def forward(m, q, k=None, v=None, padding=None, attn=None):
        k = q if k is None else k
        v = k if v is None else v
        if is_causal:
            dim = 1 if m.batch_first and q.dim() == 3 else 0
            forbidden = torch.triu(torch.ones(q.shape[dim], k.shape[dim], dtype=torch.bool), 1)
            attn = forbidden if attn is None else attn | forbidden if attn.dtype == torch.bool else attn.masked_fill(forbidden, -math.inf)
        out, w = m(q, k, v, key_padding_mask=padding, need_weights=need_weights, attn_mask=attn, average_attn_weights=average)
        return [out] + ([w] if need_weights else [])
    c.module(module, recipe, inputs, train, forward)


L, S, B = 4, 5, 3
q, k, v = R(L, B, 6), R(S, B, 6), R(S, B, 6)
for need in (True, False):
    attention([q], need_weights=need)
    attention([q, k], need_weights=need)
    attention([q, k, v], need_weights=need)
    attention([R(B, L, 6)], need_weights=need, batch_first=True)
    attention([R(L, 6)], need_weights=need)
    attention([R(L, 6), R(S, 6)], need_weights=need, bias=False)
    attention([q], need_weights=need, is_causal=True)
    attention([q, None, None, mask(B, L)], need_weights=need)
    attention([q, None, None, None, mask(L, L)], need_weights=need)
    attention([q, None, None, None, R(L, L)], need_weights=need, batch_first=False)
    attention([R(B, L, 6), None, None, None, mask(B * 2, L, L)], need_weights=need, batch_first=True)
    attention([q, k, v, mask(B, S), R(B * 2, L, S)], need_weights=need)
    attention([q, k, v, mask(B, S), mask(L, S)], need_weights=need, average=False)
    attention([q, k, v, const(R(B, S))], need_weights=need)
    attention([q, k], need_weights=need, add_bias_kv=True)
    attention([q, k], need_weights=need, add_zero_attn=True)
    attention([q, k, v, mask(B, S), mask(L, S)], need_weights=need, add_bias_kv=True, add_zero_attn=True)
    attention([q], need_weights=need, add_zero_attn=True, average=False)
    attention([q, None, None, mask(B, L)], need_weights=need, num_heads=1, is_causal=True)
    attention([q, R(S, B, 4), R(S, B, 3)], need_weights=need, kdim=4, vdim=3)
    attention([q, R(S, B, 4), v], need_weights=need, kdim=4, bias=False)
attention([R(3, L, 6), R(3, S, 2), R(3, S, 5), mask(3, S)], kdim=2, vdim=5, batch_first=True, average=False, num_heads=3)
attention([R(L, 6), R(S, 6), R(S, 6), mask(S), mask(L, S)], average=False)
attention([R(L, 6), None, None, None, mask(2, L, L)], num_heads=2)
attention([R(2, 9, 12)], batch_first=True, embed_dim=12, num_heads=3, need_weights=False, dropout=0.5)
attention([R(L, B, 6)], train=True)
attention([R(17, 1, 4)], embed_dim=4, num_heads=4, need_weights=False, train=True)


# Transformers.
def norms_and_biases(module):  # away from ones and zeros
    for name, p in module.named_parameters():
        if p.dim() == 1:
            nn.init.normal_(p, 1.0 if 'norm' in name and 'weight' in name else 0.0, 0.3)
    return module


def encoder_layer(inputs, train=False, is_causal=False, **options):
    keys = {'d_model': 6, 'nhead': 2, 'dim_feedforward': 7, **options}
    module = norms_and_biases(nn.TransformerEncoderLayer(**keys))
    dim = 1 if options.get('batch_first') and inputs[0].dim() == 3 else 0
    see = causal(inputs[0].shape[dim]) if is_causal else None
    c.module(module, {'type': 'TransformerEncoderLayer', **keys, 'is_causal': is_causal}, inputs, train,
             forward=lambda m, x, mask=None, padding=None: m(x, mask if mask is not None else see, padding))


x, t = R(4, 3, 6), R(5, 3, 6)
for norm_first in (False, True):
    for activation in ('relu', 'gelu'):
        encoder_layer([x], norm_first=norm_first, activation=activation)
        encoder_layer([R(3, 4, 6), None, mask(3, 4)], norm_first=norm_first, activation=activation, batch_first=True)
    encoder_layer([x], norm_first=norm_first, is_causal=True)
    encoder_layer([R(3, 4, 6)], norm_first=norm_first, is_causal=True, batch_first=True, layer_norm_eps=1e-3)
    encoder_layer([x, mask(4, 4)], norm_first=norm_first, dropout=0.0, train=True)
    encoder_layer([x, R(4, 4), mask(3, 4)], norm_first=norm_first)
    encoder_layer([R(4, 6)], norm_first=norm_first)


def decoder_layer(inputs, train=False, **options):
    keys = {'d_model': 6, 'nhead': 2, 'dim_feedforward': 7, **options}
    c.module(norms_and_biases(nn.TransformerDecoderLayer(**keys)), {'type': 'TransformerDecoderLayer', **keys}, inputs, train)


for norm_first in (False, True):
    for activation in ('relu', 'gelu'):
        decoder_layer([x, t], norm_first=norm_first, activation=activation)
    decoder_layer([R(3, 4, 6), R(3, 5, 6)], norm_first=norm_first, batch_first=True)
    decoder_layer([x, t, causal(4), mask(4, 5)], norm_first=norm_first, dropout=0.0, train=True)
    decoder_layer([x, t, R(4, 4), R(4, 5), mask(3, 4), mask(3, 5)], norm_first=norm_first)
    decoder_layer([x, t, None, None, None, mask(3, 5)], norm_first=norm_first)
    decoder_layer([R(4, 6), R(5, 6)], norm_first=norm_first)


def stack(kind, inputs, num_layers, norm=False, is_causal=False, **options):
    keys = {'d_model': 6, 'nhead': 2, 'dim_feedforward': 7, **options}
    name = f'Transformer{kind}'
    module = getattr(nn, name)(getattr(nn, name + 'Layer')(**keys), num_layers, nn.LayerNorm(6) if norm else None)
    recipe = {'type': name, kind.lower() + '_layer': {'type': name + 'Layer', **keys}, 'num_layers': num_layers}
    if norm:
        recipe['norm'] = {'type': 'LayerNorm', 'normalized_shape': 6}
    forward = None
    if is_causal:
        recipe['is_causal'] = True
        see = causal(inputs[0].shape[1 if options.get('batch_first') else 0])
        forward = lambda m, x, mask=None, padding=None: m(x, see, padding)  # noqa: E731
    c.module(norms_and_biases(module), recipe, inputs, False, forward)


for norm_first in (False, True):
    stack('Encoder', [x], 2, norm=norm_first, norm_first=norm_first)
    stack('Encoder', [R(3, 4, 6)], 2, norm=True, is_causal=True, batch_first=True, norm_first=norm_first, activation='gelu')
    stack('Encoder', [x, mask(4, 4), mask(3, 4)], 1, norm_first=norm_first)
    stack('Encoder', [R(3, 4, 6), None, mask(3, 4)], 3, batch_first=True, norm_first=norm_first)
    stack('Decoder', [x, t], 2, norm=norm_first, norm_first=norm_first)
    stack('Decoder', [R(3, 4, 6), R(3, 5, 6), causal(4)], 2, norm=True, batch_first=True, norm_first=norm_first, activation='gelu')


def transformer(inputs, **options):
    keys = {'d_model': 6, 'nhead': 2, 'num_encoder_layers': 1, 'num_decoder_layers': 1, 'dim_feedforward': 7, **options}
    c.module(norms_and_biases(nn.Transformer(**keys)), {'type': 'Transformer', **keys}, inputs)


transformer([x, t])
transformer([x, t, None, causal(5)], activation='gelu')
transformer([R(3, 4, 6), R(3, 5, 6)], batch_first=True, norm_first=True)
transformer([x, t, mask(4, 4), causal(5), mask(5, 4), mask(3, 4), mask(3, 5), mask(3, 4)])
transformer([R(4, 6), R(5, 6)], num_encoder_layers=2, num_decoder_layers=2)


# Positions: the tutorial's module, and rows of a learned table.
class PositionalEncoding(nn.Module):
    def __init__(self, d_model, dropout=0.1, max_len=5000, batch_first=False):
        super().__init__()
        self.dropout, self.batch_first = nn.Dropout(p=dropout), batch_first
        position = torch.arange(max_len).unsqueeze(1)
        div_term = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
        pe = torch.zeros(max_len, 1, d_model)
        pe[:, 0, 0::2] = torch.sin(position * div_term)
        pe[:, 0, 1::2] = torch.cos(position * div_term)[:, :d_model // 2]
        self.register_buffer('pe', pe)

    def forward(self, x):
        pe = self.pe[:x.size(1 if self.batch_first and x.dim() == 3 else 0), 0]
        return self.dropout(x + (pe if self.batch_first or x.dim() == 2 else pe[:, None]))


class PositionalEmbedding(nn.Module):
    def __init__(self, max_len, d_model, batch_first=False):
        super().__init__()
        self.weight, self.batch_first = nn.Parameter(torch.randn(max_len, d_model)), batch_first

    def extra_repr(self):
        return '{}, {}'.format(*self.weight.shape)

    forward = lambda self, x: x + (self.weight[:x.size(1)] if self.batch_first and x.dim() == 3 else self.weight[:len(x)].reshape(len(x), *[1] * (x.dim() - 2), -1))  # noqa: E731


for keys, shape in (({}, (4, 2, 6)), ({'batch_first': True}, (2, 4, 6)), ({}, (4, 6)), ({'max_len': 9}, (9, 1, 6)), ({'d_model': 5}, (3, 2, 5))):
    keys = {'d_model': 6, 'max_len': 12, **keys}
    c.module(PositionalEncoding(**keys), {'type': 'PositionalEncoding', **keys}, [R(*shape)])
    c.module(PositionalEmbedding(**keys), {'type': 'PositionalEmbedding', **keys}, [R(*shape)])
c.save(sys.argv[1])
