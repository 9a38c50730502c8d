#pragma once
// One thread that does jobs in the order they are given, beside the calling thread.

#include <cstdint>
#include <functional>
#include <memory>

namespace wick {

/// In wasm there is no such thread: add() does the job at once.
class Background {
 public:
  Background();
  ~Background();  ///< cancel(), then the thread ends
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  /// Jobs must not throw. Returns the job's number for wait().
  std::uint64_t add(std::function<void()> job);
  void wait(std::uint64_t job);  ///< until this job and all before it are done
  void cancel();                 ///< forgets the jobs not begun and waits for the one being done

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wick
