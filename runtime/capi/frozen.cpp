// Frozen programs.

#include "capi/handles.h"
#include "wick/freeze.h"

using namespace wick;
using namespace wick::capi;

struct wick_frozen {
  FrozenModel model;
};
struct wick_freezer {
  Freezer freezer;
};

wick_status wick_module_freeze(wick_module* m, const wick_tensor* example, wick_frozen** out) {
  return guarded([&] {
    need_pointer("module_freeze", "module", m);
    need_pointer("module_freeze", "out", out);
    *out = new wick_frozen{freeze(*m->module, need("module_freeze", example))};
  });
}

void wick_frozen_free(wick_frozen* f) { delete f; }

wick_status wick_frozen_forward(wick_frozen* f, const wick_tensor* x, wick_tensor** out) {
  return guarded([&] {
    need_pointer("frozen_forward", "program", f);
    need_pointer("frozen_forward", "out", out);
    *out = hand_out(f->model(need("frozen_forward", x)));
  });
}

wick_status wick_frozen_run(wick_frozen* f, const void* in, void* out, int64_t n) {
  return guarded([&] {
    need_pointer("frozen_run", "program", f);
    need_pointer("frozen_run", "in", in);
    need_pointer("frozen_run", "out", out);
    f->model.run(in, out, n);
  });
}

wick_status wick_frozen_shape(wick_frozen* f, int64_t n, int32_t output, int64_t* shape, int32_t* rank, int32_t* dtype) {
  return guarded([&] {
    need_pointer("frozen_shape", "program", f);
    need_pointer("frozen_shape", "shape", shape);
    need_pointer("frozen_shape", "rank", rank);
    need_pointer("frozen_shape", "dtype", dtype);
    const Shape s = output ? f->model.output_shape(n) : f->model.input_shape(n);
    *dtype = static_cast<int32_t>(output ? f->model.output_dtype() : f->model.input_dtype());
    *rank = s.rank();
    for (int i = 0; i < s.rank(); ++i) shape[i] = s[i];
  });
}

wick_status wick_freezer_create(const wick_tensor* example, wick_freezer** out) {
  return guarded([&] {
    need_pointer("freezer_create", "out", out);
    *out = new wick_freezer{Freezer(need("freezer_create", example))};
  });
}

wick_status wick_freezer_next(wick_freezer* z, const wick_tensor* y, wick_tensor** x, wick_frozen** out) {
  return guarded([&] {
    need_pointer("freezer_next", "freezer", z);
    need_pointer("freezer_next", "x", x);
    need_pointer("freezer_next", "out", out);
    *x = nullptr;
    *out = nullptr;
    Tensor next = z->freezer.next(y ? y->t : Tensor());
    if (next.defined()) *x = hand_out(std::move(next));
    else *out = new wick_frozen{z->freezer.finish()};
  });
}

void wick_freezer_free(wick_freezer* z) { delete z; }
