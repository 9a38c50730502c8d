#pragma once

#include <cstdint>

namespace wick::kernels {

enum class SumKind : std::uint8_t { plain, squared };  // squared: of the distance from a center, if there is one

}  // namespace wick::kernels
