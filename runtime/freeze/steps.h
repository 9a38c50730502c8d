#pragma once
// What a node does when the program runs: one kernel call, everything but addresses decided when planning.

#include "freeze/plan.h"
#include "kernels/conv.h"

namespace wick::frozen {

/// Lays a product's weight out for its kernel, once for all batch sizes; of weight only the shape stays.
void pack_weight(Node& node, const Recording& ops);
/// operands in the order of operands_of().
std::unique_ptr<Step> make_step(const Node& node, const Recording& ops, const std::vector<Place>& operands, Place out, Place scratch);
/// Whether a max pooling has a kernel that finds values only, and takes a ReLU.
bool pools_values(const Op& op);
/// Whether a convolution's kernel does such a pooling.
bool conv_pools(const Node& node, const Recording& ops);
/// Which of its images a convolution can have with channels last.
kernels::Last conv_last(const Node& node, const Recording& ops);
/// Elements a layer norm goes over at a time.
std::int64_t normalized(const Op& op);
/// Scratch memory the step needs.
std::int64_t scratch_bytes(const Node& node, const Recording& ops);
/// Copies a view into a dense block.
std::unique_ptr<Step> copy_step(const View& view, Place from, Place to);

}  // namespace wick::frozen
