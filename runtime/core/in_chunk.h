#pragma once

namespace wick {

/// Whether this thread runs a chunk of parallel_chunks(), so that another such loop would stay in it.
bool in_chunk();

}  // namespace wick
