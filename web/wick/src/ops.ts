// Made by tools/gen_ops.mjs from the op registry; not to be edited.
export {
  add, sub, mul, div, pow, maximum, minimum, where, clamp, remainder, fmod, floorDivide, trueDivide, lerp, addcmul,
  addcdiv, clampMin, clampMax, add_, addcdiv_, addcmul_, clamp_, clampMax_, clampMin_, div_, floorDivide_, fmod_,
  lerp_, mul_, pow_, remainder_, sub_, trueDivide_,
} from "./ops/arithmetic.js";
export {
  eq, ne, lt, le, gt, ge, isnan, isinf, isfinite, logicalNot, logicalAnd, logicalOr, logicalXor, bitwiseNot,
  bitwiseAnd, bitwiseOr, bitwiseXor, bitwiseAnd_, bitwiseNot_, bitwiseOr_, bitwiseXor_, eq_, ge_, gt_, le_,
  logicalAnd_, logicalNot_, logicalOr_, logicalXor_, lt_, ne_,
} from "./ops/logic.js";
export {
  exp, log, sqrt, rsqrt, abs, neg, square, reciprocal, sin, cos, tanh, floor, ceil, trunc, round, frac, sign, tan,
  asin, acos, atan, sinh, cosh, asinh, acosh, atanh, exp2, expm1, log2, log10, log1p, erf, erfc, erfinv, sinc, logit,
  lgamma, digamma, polygamma, deg2rad, rad2deg, nanToNum, atan2, hypot, logaddexp, logaddexp2, xlogy, copysign,
  heaviside, abs_, acos_, acosh_, asin_, asinh_, atan_, atan2_, atanh_, ceil_, copysign_, cos_, cosh_, deg2rad_,
  digamma_, erf_, erfc_, erfinv_, exp_, exp2_, expm1_, floor_, frac_, heaviside_, hypot_, lgamma_, log_, log10_,
  log1p_, log2_, logit_, nanToNum_, neg_, rad2deg_, reciprocal_, round_, rsqrt_, sign_, sin_, sinc_, sinh_, sqrt_,
  square_, tan_, tanh_, trunc_, xlogy_,
} from "./ops/math.js";
export {
  sigmoid, relu, leakyRelu, elu, gelu, silu, softplus, softmax, logSoftmax, hardtanh, relu6, hardsigmoid, hardswish,
  hardshrink, softshrink, tanhshrink, threshold, softsign, logsigmoid, mish, selu, celu, softmin, glu, prelu, rrelu,
  celu_, elu_, gelu_, hardsigmoid_, hardswish_, hardtanh_, leakyRelu_, mish_, relu_, relu6_, rrelu_, selu_, sigmoid_,
  silu_, threshold_,
} from "./ops/activation.js";
export {
  sum, mean, variance, var, max, min, amax, amin, argmax, argmin, logsumexp, prod, std, varMean, stdMean, norm,
  linalgVectorNorm, nansum, nanmean, countNonzero, all, any, aminmax,
} from "./ops/reduce.js";
export {
  matmul, linear, mm, bmm, mv, dot, inner, outer, kron, addmm, addmv, addr, baddbmm, addbmm, matrixPower, einsum,
  tensordot, cross, linalgCross, diagonal, diagEmbed, diag, trace, bilinear, addbmm_, addmm_, addmv_, addr_, baddbmm_,
} from "./ops/products.js";
export {
  conv2d, conv1d, conv3d, convTranspose1d, convTranspose2d, convTranspose3d, im2col, col2im,
} from "./ops/conv.js";
export {
  maxPool2d, avgPool2d, adaptiveAvgPool2d, maxPool1d, maxPool3d, maxPool1dWithIndices, maxPool2dWithIndices,
  maxPool3dWithIndices, maxUnpool1d, maxUnpool2d, maxUnpool3d, avgPool1d, avgPool3d, lpPool1d, lpPool2d,
  adaptiveAvgPool1d, adaptiveAvgPool3d, adaptiveMaxPool1d, adaptiveMaxPool2d, adaptiveMaxPool3d,
  adaptiveMaxPool1dWithIndices, adaptiveMaxPool2dWithIndices, adaptiveMaxPool3dWithIndices,
} from "./ops/pool.js";
export {
  batchNorm, layerNorm, groupNorm, instanceNorm, rmsNorm, localResponseNorm,
} from "./ops/norm.js";
export {
  dropout, dropout1d, dropout2d, dropout3d, alphaDropout, featureAlphaDropout, alphaDropout_, dropout_,
} from "./ops/dropout.js";
export {
  gather, scatterAdd, indexSelect, indexAdd, oneHot, scatter, scatterReduce, indexFill, indexCopy, index, indexPut,
  maskedFill, maskedSelect, maskedScatter, selectScatter, sliceScatter, take, takeAlongDim, nonzero, nonzeroNumpy,
  argwhere, indexAdd_, indexCopy_, indexFill_, indexPut_, maskedFill_, maskedScatter_, scatter_, scatterAdd_,
  scatterReduce_,
} from "./ops/indexing.js";
export {
  cat, stack, split, chunk, unbind, tensorSplit, meshgrid, hstack, vstack, dstack, columnStack, blockDiag,
  cartesianProd, combinations,
} from "./ops/join.js";
export {
  pad, interpolate, gridSample, gridSampler, affineGrid, pixelShuffle, pixelUnshuffle, channelShuffle, constantPadNd,
} from "./ops/resample.js";
export {
  flatten, view, reshape, transpose, t, permute, narrow, select, slice, expand, squeeze, unsqueeze, clone, contiguous,
  to, tril, triu, roll, flip, fliplr, flipud, rot90, repeat, tile, repeatInterleave, movedim, swapaxes, unfold,
  broadcastTo, expandAs, viewAs, reshapeAs, ravel, unflatten, atleast1d, atleast2d, atleast3d, t_, transpose_,
  swapaxes_, squeeze_, unsqueeze_, tril_, triu_,
} from "./ops/shape.js";
export {
  crossEntropy, nllLoss, binaryCrossEntropyWithLogits, mseLoss, l1Loss, smoothL1Loss, binaryCrossEntropy, huberLoss,
  klDiv, poissonNllLoss, gaussianNllLoss, hingeEmbeddingLoss, softMarginLoss, marginRankingLoss, cosineEmbeddingLoss,
  tripletMarginLoss, multiMarginLoss, multilabelMarginLoss, multilabelSoftMarginLoss, ctcLoss, sigmoidFocalLoss,
  focalLoss, diceLoss, softF1Loss,
} from "./ops/loss.js";
export {
  zeros, ones, full, arange, linspace, logspace, eye, fullLike, zerosLike, onesLike, emptyLike, trilIndices,
  triuIndices, zero_, fill_, copy_,
} from "./ops/create.js";
export {
  rand, randn, randint, randperm, randLike, randnLike, randintLike, bernoulli, multinomial, normal, uniform_, normal_,
  exponential_, bernoulli_, random_,
} from "./ops/random.js";
export {
  scaledDotProductAttention, attentionWeights, selfAttention,
} from "./ops/attention.js";
export {
  recurrentWalk, lstmCell, gruCell, rnnTanhCell, rnnReluCell,
} from "./ops/recurrent.js";
export {
  packPaddedSequence, padPackedSequence, padSequence,
} from "./ops/sequence.js";
export {
  dist, cdist, cosineSimilarity, pairwiseDistance, normalize,
} from "./ops/distance.js";
export {
  cumsum, cumprod, logcumsumexp, cummax, cummin, diff, cumprod_, cumsum_,
} from "./ops/scan.js";
export {
  sort, argsort, msort, topk, kthvalue, median, nanmedian, mode, quantile, unique, uniqueConsecutive, bincount, histc,
  searchsorted, bucketize,
} from "./ops/order.js";
export {
  embedding, embeddingBag,
} from "./ops/embedding.js";
