// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

/** `eq(Tensor self, Tensor other) -> Tensor` */
export const eq = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("eq");
/** `ne(Tensor self, Tensor other) -> Tensor` */
export const ne = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ne");
/** `lt(Tensor self, Tensor other) -> Tensor` */
export const lt = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("lt");
/** `le(Tensor self, Tensor other) -> Tensor` */
export const le = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("le");
/** `gt(Tensor self, Tensor other) -> Tensor` */
export const gt = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("gt");
/** `ge(Tensor self, Tensor other) -> Tensor` */
export const ge = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ge");
/** `isnan(Tensor self) -> Tensor` */
export const isnan = /* @__PURE__ */ op<(self: Tensor) => Tensor>("isnan");
/** `isinf(Tensor self) -> Tensor` */
export const isinf = /* @__PURE__ */ op<(self: Tensor) => Tensor>("isinf");
/** `isfinite(Tensor self) -> Tensor` */
export const isfinite = /* @__PURE__ */ op<(self: Tensor) => Tensor>("isfinite");
/** `logical_not(Tensor self) -> Tensor` */
export const logicalNot = /* @__PURE__ */ op<(self: Tensor) => Tensor>("logical_not");
/** `logical_and(Tensor self, Tensor other) -> Tensor` */
export const logicalAnd = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_and");
/** `logical_or(Tensor self, Tensor other) -> Tensor` */
export const logicalOr = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_or");
/** `logical_xor(Tensor self, Tensor other) -> Tensor` */
export const logicalXor = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_xor");
/** `bitwise_not(Tensor self) -> Tensor` */
export const bitwiseNot = /* @__PURE__ */ op<(self: Tensor) => Tensor>("bitwise_not");
/** `bitwise_and(Tensor self, Tensor other) -> Tensor` */
export const bitwiseAnd = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_and");
/** `bitwise_or(Tensor self, Tensor other) -> Tensor` */
export const bitwiseOr = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_or");
/** `bitwise_xor(Tensor self, Tensor other) -> Tensor` */
export const bitwiseXor = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_xor");
/** `bitwise_and_(Tensor self, Tensor other) -> Tensor` */
export const bitwiseAnd_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_and_");
/** `bitwise_not_(Tensor self) -> Tensor` */
export const bitwiseNot_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("bitwise_not_");
/** `bitwise_or_(Tensor self, Tensor other) -> Tensor` */
export const bitwiseOr_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_or_");
/** `bitwise_xor_(Tensor self, Tensor other) -> Tensor` */
export const bitwiseXor_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("bitwise_xor_");
/** `eq_(Tensor self, Tensor other) -> Tensor` */
export const eq_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("eq_");
/** `ge_(Tensor self, Tensor other) -> Tensor` */
export const ge_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ge_");
/** `gt_(Tensor self, Tensor other) -> Tensor` */
export const gt_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("gt_");
/** `le_(Tensor self, Tensor other) -> Tensor` */
export const le_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("le_");
/** `logical_and_(Tensor self, Tensor other) -> Tensor` */
export const logicalAnd_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_and_");
/** `logical_not_(Tensor self) -> Tensor` */
export const logicalNot_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("logical_not_");
/** `logical_or_(Tensor self, Tensor other) -> Tensor` */
export const logicalOr_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_or_");
/** `logical_xor_(Tensor self, Tensor other) -> Tensor` */
export const logicalXor_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("logical_xor_");
/** `lt_(Tensor self, Tensor other) -> Tensor` */
export const lt_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("lt_");
/** `ne_(Tensor self, Tensor other) -> Tensor` */
export const ne_ = /* @__PURE__ */ op<(self: Tensor, other: Tensor | number) => Tensor>("ne_");

/** Those that are methods of Tensor. */
export interface LogicMethods {
  /** `eq(Tensor self, Tensor other) -> Tensor` */
  eq(other: Tensor | number): Tensor;
  /** `ne(Tensor self, Tensor other) -> Tensor` */
  ne(other: Tensor | number): Tensor;
  /** `lt(Tensor self, Tensor other) -> Tensor` */
  lt(other: Tensor | number): Tensor;
  /** `le(Tensor self, Tensor other) -> Tensor` */
  le(other: Tensor | number): Tensor;
  /** `gt(Tensor self, Tensor other) -> Tensor` */
  gt(other: Tensor | number): Tensor;
  /** `ge(Tensor self, Tensor other) -> Tensor` */
  ge(other: Tensor | number): Tensor;
  /** `isnan(Tensor self) -> Tensor` */
  isnan(): Tensor;
  /** `isinf(Tensor self) -> Tensor` */
  isinf(): Tensor;
  /** `isfinite(Tensor self) -> Tensor` */
  isfinite(): Tensor;
  /** `logical_not(Tensor self) -> Tensor` */
  logicalNot(): Tensor;
  /** `logical_and(Tensor self, Tensor other) -> Tensor` */
  logicalAnd(other: Tensor | number): Tensor;
  /** `logical_or(Tensor self, Tensor other) -> Tensor` */
  logicalOr(other: Tensor | number): Tensor;
  /** `logical_xor(Tensor self, Tensor other) -> Tensor` */
  logicalXor(other: Tensor | number): Tensor;
  /** `bitwise_not(Tensor self) -> Tensor` */
  bitwiseNot(): Tensor;
  /** `bitwise_and(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd(other: Tensor | number): Tensor;
  /** `bitwise_or(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr(other: Tensor | number): Tensor;
  /** `bitwise_xor(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor(other: Tensor | number): Tensor;
  /** `bitwise_and_(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd_(other: Tensor | number): Tensor;
  /** `bitwise_not_(Tensor self) -> Tensor` */
  bitwiseNot_(): Tensor;
  /** `bitwise_or_(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr_(other: Tensor | number): Tensor;
  /** `bitwise_xor_(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor_(other: Tensor | number): Tensor;
  /** `eq_(Tensor self, Tensor other) -> Tensor` */
  eq_(other: Tensor | number): Tensor;
  /** `ge_(Tensor self, Tensor other) -> Tensor` */
  ge_(other: Tensor | number): Tensor;
  /** `gt_(Tensor self, Tensor other) -> Tensor` */
  gt_(other: Tensor | number): Tensor;
  /** `le_(Tensor self, Tensor other) -> Tensor` */
  le_(other: Tensor | number): Tensor;
  /** `logical_and_(Tensor self, Tensor other) -> Tensor` */
  logicalAnd_(other: Tensor | number): Tensor;
  /** `logical_not_(Tensor self) -> Tensor` */
  logicalNot_(): Tensor;
  /** `logical_or_(Tensor self, Tensor other) -> Tensor` */
  logicalOr_(other: Tensor | number): Tensor;
  /** `logical_xor_(Tensor self, Tensor other) -> Tensor` */
  logicalXor_(other: Tensor | number): Tensor;
  /** `lt_(Tensor self, Tensor other) -> Tensor` */
  lt_(other: Tensor | number): Tensor;
  /** `ne_(Tensor self, Tensor other) -> Tensor` */
  ne_(other: Tensor | number): Tensor;
}
