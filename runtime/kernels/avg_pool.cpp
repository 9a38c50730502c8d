// Average pooling, plain and adaptive. Sums run over a window row by row, for a whole row of outputs at a time.

#include "kernels/pool.h"
#include "kernels/pool_window.h"
#include "kernels/reduce.h"
#include "kernels/split.h"

namespace wick::kernels {

namespace {

/// fn(first column, end column, 1 / divisor) for each output of row `oh`, ow = 0, 1, …
template <class T, class F>
void each_output(const Pool2d& g, bool count_include_pad, std::int64_t divisor, std::int64_t oh, Range* rows, const F& fn) {
  std::int64_t padded_h, padded_w;
  *rows = window(oh, g.stride_h, g.pad_h, g.kh, g.H, &padded_h);
  for (std::int64_t ow = 0; ow < g.OW; ++ow) {
    const Range cols = window(ow, g.stride_w, g.pad_w, g.kw, g.W, &padded_w);
    const std::int64_t inside = (rows->end - rows->begin) * (cols.end - cols.begin);
    const std::int64_t count = divisor != 0 ? divisor : count_include_pad ? padded_h * padded_w : inside;
    fn(ow, cols, static_cast<T>(count));
  }
}

template <class T>
void avg_forward(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const T* x, T* y) {
  const std::int64_t in = g.H * g.W, out = g.OH * g.OW;
  split(g.planes, piece_of(std::max(in, out * g.kh * g.kw)), [&](std::int64_t first, std::int64_t planes) {
    for (std::int64_t p = first; p < first + planes; ++p) {
      for (std::int64_t oh = 0; oh < g.OH; ++oh) {
        Range rows;
        each_output<T>(g, count_include_pad, divisor, oh, &rows, [&](std::int64_t ow, Range cols, T count) {
          T s = 0;
          for (std::int64_t h = rows.begin; h < rows.end; ++h) {
            for (std::int64_t w = cols.begin; w < cols.end; ++w) s += x[p * in + h * g.W + w];
          }
          y[p * out + oh * g.OW + ow] = s / count;
        });
      }
    }
  });
}

template <class T>
void avg_backward(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const T* dy, T* dx) {
  const std::int64_t in = g.H * g.W, out = g.OH * g.OW;
  split(g.planes, piece_of(std::max(in, out * g.kh * g.kw)), [&](std::int64_t first, std::int64_t planes) {
    for (std::int64_t p = first; p < first + planes; ++p) {
      std::fill(dx + p * in, dx + (p + 1) * in, T(0));
      for (std::int64_t oh = 0; oh < g.OH; ++oh) {
        Range rows;
        each_output<T>(g, count_include_pad, divisor, oh, &rows, [&](std::int64_t ow, Range cols, T count) {
          const T v = dy[p * out + oh * g.OW + ow] / count;
          for (std::int64_t h = rows.begin; h < rows.end; ++h) {
            for (std::int64_t w = cols.begin; w < cols.end; ++w) dx[p * in + h * g.W + w] += v;
          }
        });
      }
    }
  });
}

template <class T, class F>
void each_adaptive(const Pool2d& g, const F& fn) {
  split(g.planes, piece_of(g.H * g.W), [&](std::int64_t first, std::int64_t planes) {
    for (std::int64_t p = first; p < first + planes; ++p) {
      for (std::int64_t oh = 0; oh < g.OH; ++oh) {
        for (std::int64_t ow = 0; ow < g.OW; ++ow) {
          const Range rows = adaptive(oh, g.H, g.OH), cols = adaptive(ow, g.W, g.OW);
          fn(p, (p * g.OH + oh) * g.OW + ow, rows, cols, static_cast<T>((rows.end - rows.begin) * (cols.end - cols.begin)));
        }
      }
    }
  });
}

template <class T>
void adaptive_forward(const Pool2d& g, const T* x, T* y) {
  if (g.OH == 1 && g.OW == 1) return reduce(Reduce::mean, x, g.planes, g.H * g.W, 1, y);
  each_adaptive<T>(g, [&](std::int64_t p, std::int64_t at, Range rows, Range cols, T count) {
    T s = 0;
    for (std::int64_t h = rows.begin; h < rows.end; ++h) {
      for (std::int64_t w = cols.begin; w < cols.end; ++w) s += x[(p * g.H + h) * g.W + w];
    }
    y[at] = s / count;
  });
}

template <class T>
void adaptive_backward(const Pool2d& g, const T* dy, T* dx) {
  std::fill(dx, dx + g.planes * g.H * g.W, T(0));
  each_adaptive<T>(g, [&](std::int64_t p, std::int64_t at, Range rows, Range cols, T count) {
    const T v = dy[at] / count;
    for (std::int64_t h = rows.begin; h < rows.end; ++h) {
      for (std::int64_t w = cols.begin; w < cols.end; ++w) dx[(p * g.H + h) * g.W + w] += v;
    }
  });
}

}  // namespace

void avg_pool2d(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const float* x, float* y) {
  avg_forward(g, count_include_pad, divisor, x, y);
}
void avg_pool2d(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const double* x, double* y) {
  avg_forward(g, count_include_pad, divisor, x, y);
}
void avg_pool2d_backward(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const float* dy, float* dx) {
  avg_backward(g, count_include_pad, divisor, dy, dx);
}
void avg_pool2d_backward(const Pool2d& g, bool count_include_pad, std::int64_t divisor, const double* dy, double* dx) {
  avg_backward(g, count_include_pad, divisor, dy, dx);
}
void adaptive_avg_pool2d(const Pool2d& g, const float* x, float* y) { adaptive_forward(g, x, y); }
void adaptive_avg_pool2d(const Pool2d& g, const double* x, double* y) { adaptive_forward(g, x, y); }
void adaptive_avg_pool2d_backward(const Pool2d& g, const float* dy, float* dx) { adaptive_backward(g, dy, dx); }
void adaptive_avg_pool2d_backward(const Pool2d& g, const double* dy, double* dx) { adaptive_backward(g, dy, dx); }

}  // namespace wick::kernels
