// No include guard. Reads a kernel file once per target, with Highway's operations for it. The file begins with
//
//   #undef HWY_TARGET_INCLUDE
//   #define HWY_TARGET_INCLUDE "kernels/this_file.cpp"
//   #include "kernels/foreach.h"
//
// Below HWY_ONCE, dispatch with HWY_EXPORT and HWY_DYNAMIC_DISPATCH.

#include "kernels/targets.h"

#ifdef __aarch64__
#include "kernels/foreach_arm.h"
#else
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#endif
