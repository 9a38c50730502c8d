#include "wick/parallel.h"

#include <cstdlib>

#include "wick/error.h"

#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
#define WICK_THREADS 1
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
#endif

namespace wick {

// ---- scratch ----

namespace {

struct Scratch {
  void* data[4] = {};
  std::size_t size[4] = {};
#ifdef WICK_THREADS
  ~Scratch() {
    for (void* p : data) std::free(p);
  }
#endif
};

thread_local Scratch scratch;

}  // namespace

void* thread_scratch(int slot, std::size_t bytes) {
  if (scratch.size[slot] < bytes || !scratch.data[slot]) {
    // Half as much again, so that slowly growing requests do not reallocate each time; whole pages.
    const std::size_t size = (bytes + bytes / 2 + 4096) & ~std::size_t{4095};
    std::free(scratch.data[slot]);
    scratch.size[slot] = 0;
    scratch.data[slot] = std::aligned_alloc(64, size);
    if (!scratch.data[slot]) fail(ErrorKind::memory, "[kernels] no memory for {} bytes of scratch.", bytes);
    scratch.size[slot] = size;
  }
  return scratch.data[slot];
}

// ---- pool ----

#ifdef WICK_THREADS

namespace {

constexpr int kMaxThreads = 256;
constexpr int kSpins = 400;  // some 10 to 20 µs on x86 before a thread parks

void pause() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

int default_threads() {
  int n = 0;
  if (const char* env = std::getenv("WICK_NUM_THREADS")) n = std::atoi(env);
  if (n < 1) n = static_cast<int>(std::thread::hardware_concurrency());
  return std::clamp(n, 1, kMaxThreads);
}

thread_local bool inside = false;  // this thread is running a chunk

/// One job at a time. Workers take chunks from an atomic counter; the caller works too and waits for those who joined.
class Pool {
 public:
  explicit Pool(int threads) : threads_(threads) {}
  ~Pool() { stop(); }

  int threads() const { return threads_.load(std::memory_order_relaxed); }

  void resize(int threads) {
    const std::lock_guard turn(turn_);
    if (threads == threads_) return;
    stop();
    threads_ = threads;
  }

  /// False when another thread is using the pool; the caller then does the work alone.
  bool run(std::int64_t n, detail::ChunkFn fn, void* context) {
    const std::unique_lock turn(turn_, std::try_to_lock);
    if (!turn || threads_ < 2) return false;
    if (workers_.empty()) start();
    next_.store(0, std::memory_order_relaxed);
    {
      const std::lock_guard lock(mutex_);
      n_ = n, fn_ = fn, context_ = context;
      open_ = true;
      epoch_.fetch_add(1, std::memory_order_release);
    }
    if (parked_.load() > 0) wake_.notify_all();
    work(n, fn, context);
    {
      const std::lock_guard lock(mutex_);
      open_ = false;
    }
    for (int i = 0; i < kSpins && active_.load(std::memory_order_acquire) != 0; ++i) pause();
    if (active_.load(std::memory_order_acquire) != 0) {
      std::unique_lock lock(mutex_);
      done_.wait(lock, [&] { return active_.load(std::memory_order_acquire) == 0; });
    }
    return true;
  }

 private:
  void work(std::int64_t n, detail::ChunkFn fn, void* context) {
    inside = true;
    for (std::int64_t i; (i = next_.fetch_add(1, std::memory_order_relaxed)) < n;) fn(context, i);
    inside = false;
  }

  void worker(std::uint64_t seen) {
    for (;;) {
      for (int i = 0; i < kSpins && epoch_.load(std::memory_order_acquire) == seen; ++i) pause();
      std::int64_t n = 0;
      detail::ChunkFn fn = nullptr;
      void* context = nullptr;
      {
        std::unique_lock lock(mutex_);
        if (epoch_.load() == seen) {
          parked_.fetch_add(1);
          wake_.wait(lock, [&] { return epoch_.load() != seen; });
          parked_.fetch_sub(1);
        }
        seen = epoch_.load();
        if (stop_) return;
        if (!open_) continue;  // came too late
        active_.fetch_add(1);
        n = n_, fn = fn_, context = context_;
      }
      work(n, fn, context);
      const std::lock_guard lock(mutex_);
      if (active_.fetch_sub(1, std::memory_order_release) == 1) done_.notify_one();
    }
  }

  void start() {
    const std::uint64_t now = epoch_.load();
    for (int i = 1; i < threads_; ++i) workers_.emplace_back([this, now] { worker(now); });
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
      epoch_.fetch_add(1);
    }
    wake_.notify_all();
    for (std::thread& t : workers_) t.join();
    workers_.clear();
    stop_ = false;
  }

  std::mutex turn_;   // held by the thread whose job runs
  std::mutex mutex_;  // guards the job's description
  std::condition_variable wake_, done_;
  std::atomic<std::uint64_t> epoch_{0};
  std::atomic<int> parked_{0}, active_{0}, threads_;
  std::atomic<std::int64_t> next_{0};
  std::int64_t n_ = 0;
  detail::ChunkFn fn_ = nullptr;
  void* context_ = nullptr;
  bool open_ = false, stop_ = false;
  std::vector<std::thread> workers_;
};

Pool& pool() {
  static Pool instance(default_threads());
  return instance;
}

}  // namespace

int num_threads() { return pool().threads(); }

void set_num_threads(int n) {
  check(n >= 1, ErrorKind::value, "[set_num_threads] n is {}; need n >= 1.", n);
  check(!inside, ErrorKind::value, "[set_num_threads] called from inside a parallel loop.");
  pool().resize(std::min(n, kMaxThreads));
}

void detail::run_chunks(std::int64_t n_chunks, ChunkFn fn, void* context) {
  if (!inside && pool().run(n_chunks, fn, context)) return;
  for (std::int64_t i = 0; i < n_chunks; ++i) fn(context, i);
}

#else

int num_threads() { return 1; }

void set_num_threads(int n) { check(n >= 1, ErrorKind::value, "[set_num_threads] n is {}; need n >= 1.", n); }

void detail::run_chunks(std::int64_t n_chunks, ChunkFn fn, void* context) {
  for (std::int64_t i = 0; i < n_chunks; ++i) fn(context, i);
}

#endif

}  // namespace wick
