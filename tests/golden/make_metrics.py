#!/usr/bin/python3
"""Writes metrics.json: metrics by their definitions, in NumPy's float64 and by brute force.

Usage: make_metrics.py OUT. Nothing here is shared with wick's own code: areas under ROC curves come from counting pairs, curves from
one pass over the samples for each threshold, top k from sorting each row. The conventions are those of torchmetrics 1.0 (a ratio
over 0 is 0; macro leaves out classes without targets and predictions; NaN classes are left out of averages of areas)."""
import itertools, json, sys
import numpy as np

rng = np.random.default_rng(4)
DATA, CASES = {}, []


def f32(a, digits=4): return np.round(np.asarray(a, np.float64), digits).astype(np.float32).astype(np.float64)


def add_data(name, preds, target, cut, classes, logits=False):
    """cut: where the samples are cut into batches."""
    DATA[name] = dict(preds=preds, target=target, cut=cut, classes=classes, logits=logits)


def probabilities(n, c, digits=3): return f32(rng.dirichlet(np.full(c, 0.7), n), digits)


def towards(target, c, strength): return f32(rng.normal(size=(len(target), c)) + strength * np.eye(c)[target])


y = rng.integers(0, 2, 41)
add_data('binary', f32(np.clip(rng.normal(0.35 + 0.3 * y, 0.25), 0, 1), 2), y, [17], 0)  # two digits: many ties
y = rng.integers(0, 2, 37)
add_data('binary_logits', f32(rng.normal(1.5 * y - 0.5, 1.5)), y, [20], 0, True)
add_data('binary_positive', f32(rng.random(9)), np.ones(9, int), [], 0)
add_data('binary_negative', f32(rng.random(9)), np.zeros(9, int), [], 0)
y = rng.integers(0, 2, 40)
y[::7] = -1
add_data('binary_ignored', f32(np.clip(rng.normal(0.3 + 0.4 * y, 0.3), 0, 1)), y, [11, 29], 0)
add_data('binary_right', f32([0.1, 0.9, 0.8, 0.3]), np.array([0, 1, 1, 0]), [], 0)
add_data('binary_wrong', f32([0.9, 0.1, 0.2, 0.7]), np.array([0, 1, 1, 0]), [], 0)
add_data('binary_certain', f32([1, 1, 0, 0.5, 0.999, 0.2]), np.array([1, 0, 0, 1, 1, 0]), [], 0)
y = rng.integers(0, 4, 50)
p = probabilities(50, 4)
p[:30] = f32(0.6 * p[:30] + 0.4 * np.eye(4)[y[:30]], 3)
add_data('four', p, y, [13, 31], 4)
y = rng.integers(0, 5, 33)
add_data('five_logits', towards(y, 5, 1.2), y, [16], 5, True)
y = rng.integers(0, 3, 45)
y[y == 2] = rng.integers(0, 2, (y == 2).sum())  # 0 and 1 occur; 2 and 3 are predicted only, 4 and 5 not even that
s = towards(y, 6, 1.0)
s[:, 4:] = -9
add_data('absent', s, y, [20], 6, True)
y = rng.integers(0, 4, 36)
y[::5] = 2
add_data('ignore_two', towards(y, 4, 1.0), y, [10], 4, True)
y = rng.integers(0, 3, (8, 5))
add_data('places', f32(rng.normal(size=(8, 3, 5)) + 1.1 * np.moveaxis(np.eye(3)[y], -1, 1)), y, [3], 3, True)
y = rng.integers(0, 5, 60)
add_data('as_classes', np.where(rng.random(60) < 0.5, y, rng.integers(0, 5, 60)), y, [25], 5)
y = rng.integers(0, 2, (30, 4))
add_data('labels', f32(np.clip(rng.normal(0.3 + 0.35 * y, 0.3), 0, 1), 2), y, [14], 4)
y = rng.integers(0, 2, (21, 3))
y[:, 2] = 0  # a label nobody has
add_data('labels_logits', f32(rng.normal(2 * y - 1, 1.4)), y, [9], 3, True)
y = rng.integers(0, 2, (7, 3, 4))
y[rng.random(y.shape) < 0.2] = -1
add_data('labels_ignored', f32(np.clip(rng.normal(0.3 + 0.35 * y, 0.3), 0, 1)), y, [3], 3)
v = rng.normal(size=25)
add_data('values', f32(v + 0.4 * rng.normal(size=25)), f32(v), [12], 0)
add_data('constant', f32(2 + 0.3 * rng.normal(size=7)), f32(np.full(7, 2.0)), [], 0)
v = rng.normal(size=(19, 3)) * [1, 4, 0.2]
add_data('outputs', f32(v + rng.normal(size=v.shape) * [0.5, 1, 0.1]), f32(v), [8], 0)
y = rng.integers(0, 7, (2, 6))
y[1, 4:] = -100
add_data('text', f32(2 * rng.normal(size=(2, 6, 7))), y, [1], 0, True)


def div(a, b): return a / b if b else 0.0
def softmax(x): e = np.exp(x - x.max(-1, keepdims=True)); return e / e.sum(-1, keepdims=True)
def sigmoid(x): return 1 / (1 + np.exp(-x))


def rows(name, task, ignore):
    """Scores [n, width] (classes [n]) as probabilities and labels, without the ignored ones; labels of multilabel stay as they are."""
    d = DATA[name]
    p, y = d['preds'], d['target']
    if task == 'binary':
        p, y = (sigmoid(p) if d['logits'] else p).ravel(), y.ravel()
    elif task == 'multiclass' and p.ndim > 1:
        p, y = np.moveaxis(p, 1, -1).reshape(-1, d['classes']), y.ravel()
        if d['logits']: p = softmax(p)
    elif task == 'multilabel':
        p, y = (np.moveaxis(a, 1, -1).reshape(-1, d['classes']) for a in (p, y))
        if d['logits']: p = sigmoid(p)
        return p, np.where((y < 0) | (y == (-1 if ignore is None else ignore)), -1, y)
    keep = (y >= 0) if ignore is None else (y >= 0) & (y != ignore)
    return p[keep], y[keep]


def one_vs_rest(name, task, o, top_k=1):
    """Lists (tp, fp, tn, fn) of each class."""
    p, y = rows(name, task, o.get('ignore_index'))
    C = 1 if task == 'binary' else DATA[name]['classes']
    out = [[0, 0, 0, 0] for _ in range(C)]
    for i in range(len(y)):
        if task == 'multiclass':
            said = {int(p[i])} if p.ndim == 1 else set(sorted(range(C), key=lambda k: (-p[i, k], k))[:top_k])
        for k in range(C):
            if task == 'binary': is_k, says_k = y[i] == 1, p[i] > o.get('threshold', 0.5)
            elif task == 'multilabel':
                if y[i, k] < 0: continue
                is_k, says_k = y[i, k] == 1, p[i, k] > o.get('threshold', 0.5)
            else: is_k, says_k = y[i] == k, k in said
            out[k][(0 if says_k else 3) if is_k else (1 if says_k else 2)] += 1
    return out


SCORES = {
    'Precision': lambda tp, fp, tn, fn, **_: div(tp, tp + fp), 'Recall': lambda tp, fp, tn, fn, **_: div(tp, tp + fn),
    'Specificity': lambda tp, fp, tn, fn, **_: div(tn, tn + fp),
    'F1Score': lambda tp, fp, tn, fn, **_: div(2 * tp, 2 * tp + fp + fn),
    'Accuracy': lambda tp, fp, tn, fn, task, **_: div(tp, tp + fn) if task == 'multiclass' else div(tp + tn, tp + tn + fp + fn),
}


def fbeta(beta):
    def score(tp, fp, tn, fn, **_):
        p, r = div(tp, tp + fp), div(tp, tp + fn)
        return div((1 + beta**2) * p * r, beta**2 * p + r)
    return score


def averaged(values, weights, average):
    if average == 'none': return values
    return div(sum(v * w for v, w in zip(values, weights)), sum(weights))


def stat_score(type, name, o):
    task, average = o.get('task', 'multiclass'), o.get('average', 'micro')
    score = fbeta(o['beta']) if type == 'FBetaScore' else SCORES[type]
    per_class = one_vs_rest(name, task, o, o.get('top_k', 1))
    if task == 'binary': return score(*per_class[0], task=task)
    if average == 'micro': return score(*np.sum(per_class, axis=0).tolist(), task=task)
    weights = [tp + fn for tp, fp, tn, fn in per_class] if average == 'weighted' else [1.0 if task == 'multilabel' or tp + fp + fn else 0.0 for tp, fp, tn, fn in per_class]
    return averaged([score(*c, task=task) for c in per_class], weights, average)


def confusion(name, o):
    task = o.get('task', 'multiclass')
    if task == 'multilabel': return np.array([[[tn, fp], [fn, tp]] for tp, fp, tn, fn in one_vs_rest(name, task, o)], float)
    p, y = rows(name, task, o.get('ignore_index'))
    C = 2 if task == 'binary' else DATA[name]['classes']
    said = (p > o.get('threshold', 0.5)).astype(int) if task == 'binary' else p.astype(int) if p.ndim == 1 else p.argmax(1)
    return np.array([[np.sum((y == a) & (said == b)) for b in range(C)] for a in range(C)], float)


def confusion_case(name, o):
    m, how = confusion(name, o), o.get('normalize', 'none')
    if how == 'none': return m.ravel().tolist()
    axes = {'true': -1, 'pred': -2, 'all': (-1, -2)}[how]
    whole = np.broadcast_to(m.sum(axes, keepdims=True), m.shape)
    return [div(a, b) for a, b in zip(m.ravel().tolist(), whole.ravel().tolist())]


def matthews(name, o):
    """The correlation of the one-hot vectors of targets and predictions."""
    m = confusion(name, o)
    if m.ndim == 3: m = m.sum(0)
    C = len(m)
    pairs = [(a, b) for a in range(C) for b in range(C) for _ in range(int(m[a, b]))]
    X, Y = np.eye(C)[[a for a, _ in pairs]], np.eye(C)[[b for _, b in pairs]]
    cov = lambda A, B: np.sum((A - A.mean(0)) * (B - B.mean(0)))
    if C == 2 and np.trace(m) == m.sum(): return 1.0
    if C == 2 and np.trace(m) == 0: return -1.0
    return div(cov(X, Y), np.sqrt(cov(X, X) * cov(Y, Y)))


def kappa(name, o):
    m, how = confusion(name, o), o.get('weights', 'none')
    n = m.sum()
    seen = expected = 0.0
    for a, b in itertools.product(range(len(m)), repeat=2):
        w = {'none': float(a != b), 'linear': abs(a - b), 'quadratic': (a - b)**2}[how]
        seen += w * m[a, b] / n
        expected += w * (m[a].sum() / n) * (m[:, b].sum() / n)
    return 1 - seen / expected


def jaccard(name, o):
    task, average = o.get('task', 'multiclass'), o.get('average', 'macro')
    per_class = one_vs_rest(name, task, o)
    iou = lambda tp, fp, tn, fn: div(tp, tp + fp + fn)
    if task == 'binary': return iou(*per_class[0])
    used = [c for k, c in enumerate(per_class) if task == 'multilabel' or k != o.get('ignore_index')]
    if average == 'micro': return iou(*np.sum(used, axis=0).tolist())
    weights = [tp + fn if average == 'weighted' else 1.0 if task == 'multilabel' or (k != o.get('ignore_index') and tp + fp + fn) else 0.0
               for k, (tp, fp, tn, fn) in enumerate(per_class)]
    return averaged([iou(*c) for c in per_class], weights, average)


def binary_problems(name, o):
    """(scores, truth) of each class against the rest."""
    task = o.get('task', 'multiclass')
    p, y = rows(name, task, o.get('ignore_index'))
    if task == 'binary': return [(p, y == 1)]
    if task == 'multilabel': return [(p[y[:, k] >= 0, k], y[y[:, k] >= 0, k] == 1) for k in range(p.shape[1])]
    return [(p[:, k], y == k) for k in range(p.shape[1])]


def linspace32(n):  # torch.linspace(0, 1, n)
    step = np.float32(1) / np.float32(n - 1)
    return [float(step * np.float32(i)) if i < n // 2 else float(np.float32(1) - step * np.float32(n - 1 - i)) for i in range(n)]


def at_least(p, truth, t): return float(np.sum((p >= t) & truth)), float(np.sum((p >= t) & ~truth))  # tp, fp


def roc(p, truth, o):
    given = o.get('thresholds')
    ts = linspace32(given)[::-1] if given else sorted(set(p.tolist()), reverse=True)
    points = [at_least(p, truth, t) for t in ts]
    fpr, tpr = [div(fp, np.sum(~truth)) for _, fp in points], [div(tp, np.sum(truth)) for tp, _ in points]
    return (fpr, tpr, ts) if given else ([0.0] + fpr, [0.0] + tpr, [1.0] + ts)


def precision_recall(p, truth, o):
    given = o.get('thresholds')
    ts = linspace32(given) if given else sorted(set(p.tolist()))
    points = [at_least(p, truth, t) for t in ts]
    recall = [div(tp, np.sum(truth)) if given or np.sum(truth) else float('nan') for tp, _ in points]
    return [div(tp, tp + fp) for tp, fp in points] + [1.0], recall + [0.0], ts


def auroc(p, truth, o):
    if o.get('thresholds'):
        fpr, tpr, _ = roc(p, truth, o)
        return float(np.trapz(tpr, fpr))
    pos, neg = p[truth], p[~truth]
    return div(sum(1.0 if a > b else 0.5 if a == b else 0.0 for a in pos for b in neg), len(pos) * len(neg))


def average_precision(p, truth, o):
    precision, recall, _ = precision_recall(p, truth, o)
    return float(sum((recall[i] - recall[i + 1]) * precision[i] for i in range(len(precision) - 1)))


def area(name, o, of):
    task, average = o.get('task', 'multiclass'), o.get('average', 'macro')
    problems = binary_problems(name, o)
    if task == 'binary': return of(*problems[0], o)
    if average == 'micro': return of(np.concatenate([p for p, _ in problems]), np.concatenate([t for _, t in problems]), o)
    areas = [of(p, t, o) for p, t in problems]
    if average == 'none': return areas
    known = [(a, float(np.sum(t)) if average == 'weighted' else 1.0) for a, (_, t) in zip(areas, problems) if not np.isnan(a)]
    return averaged([a for a, _ in known], [w for _, w in known], average)


def calibration(name, o):
    task, n_bins, norm = o.get('task', 'multiclass'), o.get('n_bins', 15), o.get('norm', 'l1')
    p, y = rows(name, task, o.get('ignore_index'))
    sure, right = (p, y == 1) if task == 'binary' else (p.max(1), p.argmax(1) == y)
    edges = linspace32(n_bins + 1)
    gaps, shares = [], []
    for b in range(n_bins + 1):  # the last one: exactly 1
        inside = (sure >= edges[b]) & (sure < edges[b + 1]) if b < n_bins else sure >= 1
        if inside.any():
            gaps.append(abs(right[inside].mean() - sure[inside].mean()))
            shares.append(inside.mean())
    gaps, shares = np.array(gaps), np.array(shares)
    return float({'l1': np.sum(gaps * shares), 'l2': np.sqrt(np.sum(gaps**2 * shares)), 'max': gaps.max()}[norm])


def r2(name, o):
    p, y = (DATA[name][k].reshape(len(DATA[name][k]), -1) for k in ('preds', 'target'))
    left, total = ((p - y)**2).sum(0), ((y - y.mean(0))**2).sum(0)
    r = np.where(left <= 1e-4, 1.0, np.where(total <= 1e-4, 0.0, 1 - left / np.where(total <= 1e-4, 1, total)))
    how = o.get('multioutput', 'uniform_average')
    r = r if how == 'raw_values' else (r * total / total.sum()).sum() if how == 'variance_weighted' else r.mean()
    n, d = len(p), o.get('adjusted', 0)
    r = 1 - (1 - r) * (n - 1) / (n - d - 1) if 0 < d < n - 1 else r
    return r.ravel().tolist() if how == 'raw_values' and p.shape[1] > 1 else float(np.ravel(r)[0])


def error(type, name, o):
    p, y = (DATA[name][k].reshape(len(DATA[name][k]), -1) for k in ('preds', 'target'))
    e = np.abs(p - y).mean(0) if type == 'MeanAbsoluteError' else ((p - y)**2).mean(0)
    e = e if o.get('squared', True) else np.sqrt(e)
    return e.tolist() if len(e) > 1 else float(e[0])


def perplexity(name, o):
    p, y = softmax(DATA[name]['preds']), DATA[name]['target']
    ps = [p[i, j, y[i, j]] for i in range(len(y)) for j in range(y.shape[1]) if y[i, j] >= 0 and y[i, j] != o.get('ignore_index')]
    return float(np.prod([1 / v for v in ps])**(1 / len(ps)))


def case(type, data, **o):
    if type in SCORES or type == 'FBetaScore': value = stat_score(type, data, o)
    elif type in ('MeanSquaredError', 'MeanAbsoluteError'): value = error(type, data, o)
    elif type in ('AUROC', 'AveragePrecision'): value = area(data, o, auroc if type == 'AUROC' else average_precision)
    elif type in ('ROC', 'PrecisionRecallCurve'): value = [roc(p, t, o) if type == 'ROC' else precision_recall(p, t, o) for p, t in binary_problems(data, o)]
    else: value = {'ConfusionMatrix': confusion_case, 'MatthewsCorrCoef': matthews, 'CohenKappa': kappa, 'JaccardIndex': jaccard,
                   'CalibrationError': calibration, 'R2Score': r2, 'Perplexity': perplexity}[type](data, o)
    CASES.append(dict(data=data, metric=dict(type=type, **o), value=value))


B, L = dict(task='binary'), dict(task='multilabel')
AVERAGES = ('micro', 'macro', 'weighted', 'none')
for t in ('Accuracy', 'Precision', 'Recall', 'F1Score', 'Specificity'):
    for data in ('binary', 'binary_logits', 'binary_positive'): case(t, data, **B)
    for a in AVERAGES:
        case(t, 'four', average=a)
        case(t, 'absent', average=a)
        case(t, 'labels', average=a, **L)
    case(t, 'five_logits', average='macro', top_k=2)
    case(t, 'as_classes', average='weighted')
    case(t, 'ignore_two', average='macro', ignore_index=2)
    case(t, 'labels_ignored', average='macro', **L)
    case(t, 'binary_ignored', threshold=0.3, **B)
case('Accuracy', 'four', top_k=3)
case('Accuracy', 'four', top_k=4, average='macro')
case('Accuracy', 'places', average='macro')
case('Accuracy', 'labels_logits', threshold=0.7, average='none', **L)
for beta in (0.5, 2.0):
    case('FBetaScore', 'binary', beta=beta, **B)
    case('FBetaScore', 'places', beta=beta, average='macro')
    case('FBetaScore', 'labels_logits', beta=beta, average='weighted', **L)
for how in ('none', 'true', 'pred', 'all'):
    case('ConfusionMatrix', 'absent', normalize=how)
    case('ConfusionMatrix', 'binary', normalize=how, **B)
    case('ConfusionMatrix', 'labels_ignored', normalize=how, **L)
for data, o in (('binary', B), ('binary_logits', B), ('binary_right', B), ('binary_wrong', B), ('four', {}), ('absent', {}), ('as_classes', {}), ('ignore_two', dict(ignore_index=2)), ('labels', L), ('labels_ignored', L)):
    case('MatthewsCorrCoef', data, **o)
for how in ('none', 'linear', 'quadratic'):
    for data, o in (('binary', B), ('four', {}), ('as_classes', {}), ('absent', {}), ('ignore_two', dict(ignore_index=2))): case('CohenKappa', data, weights=how, **o)
for a in AVERAGES:
    for data, o in (('four', {}), ('absent', {}), ('ignore_two', dict(ignore_index=2)), ('labels', L)): case('JaccardIndex', data, average=a, **o)
case('JaccardIndex', 'binary', **B)
for t in ('AUROC', 'AveragePrecision'):
    for data in ('binary', 'binary_logits', 'binary_ignored', 'binary_negative', 'binary_positive'): case(t, data, **B)
    case(t, 'binary', thresholds=7, **B)
    case(t, 'four', thresholds=11)
    for a in ('macro', 'weighted', 'none'):
        for data, o in (('four', {}), ('five_logits', {}), ('absent', {}), ('places', {}), ('ignore_two', dict(ignore_index=2))): case(t, data, average=a, **o)
    for a in AVERAGES: case(t, 'labels', average=a, **L)
    case(t, 'labels_logits', average='macro', **L)
    case(t, 'labels_ignored', average='weighted', **L)
for t in ('ROC', 'PrecisionRecallCurve'):
    for data in ('binary', 'binary_logits', 'binary_negative', 'binary_certain'): case(t, data, **B)
    case(t, 'binary', thresholds=6, **B)
    case(t, 'four')
    case(t, 'labels', thresholds=5, **L)
for norm in ('l1', 'l2', 'max'):
    for data, o in (('binary', B), ('binary_logits', B), ('binary_certain', B), ('four', {}), ('five_logits', dict(n_bins=5)), ('places', dict(n_bins=1)), ('ignore_two', dict(ignore_index=2))): case('CalibrationError', data, norm=norm, **o)
for data in ('values', 'constant'):
    case('MeanSquaredError', data)
    case('MeanSquaredError', data, squared=False)
    case('MeanAbsoluteError', data)
    case('R2Score', data)
    case('R2Score', data, adjusted=4)
case('R2Score', 'values', adjusted=24)
case('MeanSquaredError', 'outputs', num_outputs=3)
case('MeanSquaredError', 'outputs', num_outputs=3, squared=False)
case('MeanAbsoluteError', 'outputs', num_outputs=3)
for how in ('uniform_average', 'raw_values', 'variance_weighted'):
    case('R2Score', 'outputs', num_outputs=3, multioutput=how)
    case('R2Score', 'outputs', num_outputs=3, multioutput=how, adjusted=2)
case('Perplexity', 'text')
case('Perplexity', 'text', ignore_index=3)


def plain(v):
    if isinstance(v, dict): return {k: plain(x) for k, x in v.items()}
    if isinstance(v, (list, tuple)): return [plain(x) for x in v]
    if isinstance(v, np.ndarray): return plain(v.tolist())
    if isinstance(v, (bool, np.bool_)): return bool(v)
    if isinstance(v, (float, np.floating)): return None if np.isnan(v) else float(f'{v:.10g}')
    return int(v) if isinstance(v, (int, np.integer)) else v


data = {}
for name, d in DATA.items():
    data[name] = dict(shape=list(d['preds'].shape), target_shape=list(d['target'].shape), preds=d['preds'].ravel(), target=d['target'].ravel(),
                      integer=bool(np.issubdtype(d['preds'].dtype, np.integer)), values=not np.issubdtype(d['target'].dtype, np.integer), cut=d['cut'], classes=d['classes'], logits=d['logits'])
with open(sys.argv[1], 'w') as f:
    f.write(json.dumps(plain(dict(data=data, cases=CASES)), separators=(',', ':')) + '\n')
print(len(CASES), 'cases')
