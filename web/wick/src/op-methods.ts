// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { methods } from "./call.js";
import type { ArithmeticMethods } from "./ops/arithmetic.js";
import type { LogicMethods } from "./ops/logic.js";
import type { MathMethods } from "./ops/math.js";
import type { ActivationMethods } from "./ops/activation.js";
import type { ReduceMethods } from "./ops/reduce.js";
import type { ProductsMethods } from "./ops/products.js";
import type { IndexingMethods } from "./ops/indexing.js";
import type { JoinMethods } from "./ops/join.js";
import type { ResampleMethods } from "./ops/resample.js";
import type { ShapeMethods } from "./ops/shape.js";
import type { CreateMethods } from "./ops/create.js";
import type { RandomMethods } from "./ops/random.js";
import type { DistanceMethods } from "./ops/distance.js";
import type { ScanMethods } from "./ops/scan.js";
import type { OrderMethods } from "./ops/order.js";

/** The ops that are methods of Tensor. */
export interface OpMethods extends
  ArithmeticMethods, LogicMethods, MathMethods, ActivationMethods, ReduceMethods, ProductsMethods, IndexingMethods,
  JoinMethods, ResampleMethods, ShapeMethods, CreateMethods, RandomMethods, DistanceMethods, ScanMethods,
  OrderMethods {}
export class OpMethods {}

methods(OpMethods.prototype, `
  add sub mul div pow maximum minimum clamp eq ne lt le gt ge exp log sqrt rsqrt abs neg square reciprocal sin cos
  tanh sigmoid relu leaky_relu elu gelu silu softplus sum mean var max min amax amin argmax argmin logsumexp softmax
  log_softmax matmul gather scatter_add index_select index_add one_hot split* pad flatten view reshape transpose t
  permute narrow select slice expand squeeze unsqueeze clone contiguous to floor ceil trunc round frac sign tan asin
  acos atan sinh cosh asinh acosh atanh exp2 expm1 log2 log10 log1p erf erfc erfinv sinc logit lgamma digamma deg2rad
  rad2deg nan_to_num remainder fmod floor_divide true_divide atan2 hypot logaddexp logaddexp2 xlogy copysign heaviside
  lerp addcmul addcdiv clamp_min clamp_max isnan isinf isfinite logical_not logical_and logical_or logical_xor
  bitwise_not bitwise_and bitwise_or bitwise_xor prod std var_mean* std_mean* norm linalg_vector_norm dist nansum
  nanmean count_nonzero all any aminmax* cumsum cumprod logcumsumexp cummax* cummin* diff sort* argsort msort topk*
  kthvalue* median nanmedian mode* quantile unique* unique_consecutive* bincount histc bucketize mm bmm mv dot inner
  outer kron addmm addmv addr baddbmm addbmm matrix_power tensordot cross linalg_cross diagonal diag_embed diag trace
  scatter scatter_reduce index_fill index_copy index index_put masked_fill masked_select masked_scatter select_scatter
  slice_scatter take take_along_dim nonzero nonzero_numpy* argwhere tril triu roll flip fliplr flipud rot90 repeat
  tile repeat_interleave movedim swapaxes unfold broadcast_to expand_as view_as reshape_as ravel unflatten atleast_1d
  atleast_2d atleast_3d chunk* unbind* tensor_split* combinations full_like zeros_like ones_like empty_like rand_like
  randn_like randint_like bernoulli multinomial zero_ fill_ copy_ t_ transpose_ swapaxes_ squeeze_ unsqueeze_ uniform_
  normal_ exponential_ bernoulli_ random_ pixel_shuffle pixel_unshuffle channel_shuffle constant_pad_nd hardtanh relu6
  hardsigmoid hardswish hardshrink softshrink tanhshrink threshold softsign logsigmoid mish selu celu softmin glu
  prelu rrelu abs_ acos_ acosh_ add_ addbmm_ addcdiv_ addcmul_ addmm_ addmv_ addr_ asin_ asinh_ atan_ atan2_ atanh_
  baddbmm_ bitwise_and_ bitwise_not_ bitwise_or_ bitwise_xor_ ceil_ celu_ clamp_ clamp_max_ clamp_min_ copysign_ cos_
  cosh_ cumprod_ cumsum_ deg2rad_ digamma_ div_ elu_ eq_ erf_ erfc_ erfinv_ exp_ exp2_ expm1_ floor_ floor_divide_
  fmod_ frac_ ge_ gelu_ gt_ hardsigmoid_ hardswish_ hardtanh_ heaviside_ hypot_ index_add_ index_copy_ index_fill_
  index_put_ le_ leaky_relu_ lerp_ lgamma_ log_ log10_ log1p_ log2_ logical_and_ logical_not_ logical_or_ logical_xor_
  logit_ lt_ masked_fill_ masked_scatter_ mish_ mul_ nan_to_num_ ne_ neg_ pow_ rad2deg_ reciprocal_ relu_ relu6_
  remainder_ round_ rrelu_ rsqrt_ scatter_ scatter_add_ scatter_reduce_ selu_ sigmoid_ sign_ silu_ sin_ sinc_ sinh_
  sqrt_ square_ sub_ tan_ tanh_ threshold_ tril_ triu_ true_divide_ trunc_ xlogy_
`);
