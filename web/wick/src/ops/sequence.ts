// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

export interface PackPaddedSequenceOptions {
  /** default False */
  batchFirst?: boolean;
}
/** `pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first=False) -> (Tensor, Tensor)` */
export const packPaddedSequence = /* @__PURE__ */ op<(input: Tensor, lengths: Tensor, batchFirst?: boolean | PackPaddedSequenceOptions) => [Tensor, Tensor]>("pack_padded_sequence*");
export interface PadPackedSequenceOptions {
  /** default False */
  batchFirst?: boolean;
  /** default 0 */
  paddingValue?: number;
  /** default None */
  totalLength?: number | null;
}
/** `pad_packed_sequence(Tensor data, Tensor batch_sizes, bool batch_first=False, float padding_value=0, int? total_length=None) -> (Tensor, Tensor)` */
export const padPackedSequence = /* @__PURE__ */ op<(data: Tensor, batchSizes: Tensor, batchFirst?: boolean | PadPackedSequenceOptions, paddingValue?: number | PadPackedSequenceOptions, totalLength?: number | null | PadPackedSequenceOptions) => [Tensor, Tensor]>("pad_packed_sequence*");
export interface PadSequenceOptions {
  /** default False */
  batchFirst?: boolean;
  /** default 0 */
  paddingValue?: number;
}
/** `pad_sequence(Tensor[] sequences, bool batch_first=False, float padding_value=0) -> Tensor` */
export const padSequence = /* @__PURE__ */ op<(sequences: readonly Tensor[], batchFirst?: boolean | PadSequenceOptions, paddingValue?: number | PadSequenceOptions) => Tensor>("pad_sequence");
