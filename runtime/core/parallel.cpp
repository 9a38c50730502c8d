#include "wick/parallel.h"

#include <cstdlib>

#include "wick/error.h"

#if !defined(__wasm__) || defined(__wasm_atomics__)
#define WICK_THREADS 1
#include <algorithm>
#include <atomic>
#endif
#ifndef __wasm__
#include <chrono>
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

using Word = std::atomic<std::uint32_t>;

// ---- what differs between systems: pausing and parking ----

#ifdef __wasm__
constexpr int kMaxThreads = 16;

/// Calls done() until it is true or some 100 µs have passed; returns what it said last.
template <class F>
bool spin(const F& done) {
  for (int i = 0; i < 50000; ++i)
    if (done()) return true;
  return done();
}

// A page's own thread may not wait; it goes on spinning.
bool may_wait = true;
void park(Word& word, std::uint32_t value) {
  if (may_wait) __builtin_wasm_memory_atomic_wait32(reinterpret_cast<int*>(&word), static_cast<int>(value), -1);
}
void wake(Word& word) { __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(&word), 0xffffffffu); }

int default_threads() { return 1; }  // the loader starts the others
#else
constexpr int kMaxThreads = 256;

void pause() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("isb");
#endif
}

/// Calls done() until it is true or 200 µs have passed; returns what it said last.
template <class F>
bool spin(const F& done) {
  using Clock = std::chrono::steady_clock;
  for (const Clock::time_point start = Clock::now(); Clock::now() - start < std::chrono::microseconds(200);)
    for (int i = 0; i < 16; ++i) {
      if (done()) return true;
      pause();
    }
  return done();
}

void park(Word& word, std::uint32_t value) { word.wait(value); }
void wake(Word& word) { word.notify_all(); }

int default_threads() {
  int n = 0;
  if (const char* env = std::getenv("WICK_NUM_THREADS")) n = std::atoi(env);
  if (n < 1) n = static_cast<int>(std::thread::hardware_concurrency());
  return std::clamp(n, 1, kMaxThreads);
}
#endif

thread_local bool inside = false;  // this thread is running a chunk
thread_local bool fine = false;    // this thread has a FineSplits

/// One job at a time. The chunks are dealt out in equal runs, so that a thread meets the same part of the data in
/// operation after operation; who has finished takes from the others. Waking a thread takes tens of microseconds, so
/// both sides spin for a while before they park.
class Pool {
 public:
  explicit Pool(int threads) : threads_(threads) {}
  int threads() const { return threads_.load(std::memory_order_relaxed); }

  /// False when another thread is using the pool; the caller then does the work alone.
  bool run(std::int64_t n, detail::ChunkFn fn, void* context) {
    if (threads() < 2 || busy_.exchange(true, std::memory_order_acquire)) return false;
    start();
    const int threads = this->threads();
    fn_ = fn, context_ = context;
    for (int i = 0; i < threads; ++i) {
      runs_[i].next.store(i * n / threads, std::memory_order_relaxed);
      runs_[i].end = (i + 1) * n / threads;
    }
    gate_.store(kOpen, std::memory_order_release);
    epoch_.fetch_add(1);
    if (parked_.load() && parked_.exchange(false)) wake(epoch_);  // once, however long the system takes
    work(0);
    // Nobody joins from here on; those who did may still be working.
    gate_.fetch_and(~kOpen);
    spin([&] { return gate_.load(std::memory_order_acquire) == 0; });
    for (std::uint32_t left; (left = gate_.load(std::memory_order_acquire)) != 0;) park(gate_, left);
    const bool failed = failed_.exchange(false);
    busy_.store(false, std::memory_order_release);
    if (failed) fail(ErrorKind::memory, "[kernels] no memory for what a thread needs.");
    return true;
  }

  /// What thread `me` of the pool does all its life, after the thread that made it counted `seen` jobs.
  void serve(int me, std::uint32_t seen) {
    for (;;) {
      if (!spin([&] { return epoch_.load(std::memory_order_acquire) != seen; })) {
        parked_ = true;
        park(epoch_, seen);
      }
      if (stop_.load()) return;
      seen = epoch_.load();
      std::uint32_t gate = gate_.load();
      while (gate & kOpen) {
        if (!gate_.compare_exchange_weak(gate, gate + 1)) continue;
        work(me);
        if (gate_.fetch_sub(1) == 1) wake(gate_);
        break;
      }
    }
  }

  std::uint32_t jobs() const { return epoch_.load(); }

#ifdef __wasm__
  void resize(int threads) { threads_ = threads; }
  void start() {}
  void stop() {
    threads_ = 1;
    stop_ = true;
    epoch_.fetch_add(1);
    wake(epoch_);
  }
#else
  ~Pool() { stop(); }

  void resize(int threads) {
    while (busy_.exchange(true, std::memory_order_acquire)) std::this_thread::yield();
    if (threads != threads_) stop();
    threads_ = threads;
    busy_.store(false, std::memory_order_release);
  }

 private:
  void start() {
    if (!workers_.empty()) return;
    for (int i = 1; i < threads(); ++i) workers_.emplace_back([this, i, now = jobs()] { serve(i, now); });
  }

  void stop() {
    stop_ = true;
    epoch_.fetch_add(1);
    wake(epoch_);
    for (std::thread& t : workers_) t.join();
    workers_.clear();
    stop_ = false;
  }

  std::vector<std::thread> workers_;
#endif

 private:
  static constexpr std::uint32_t kOpen = 1u << 31;

  struct alignas(64) Run {
    std::atomic<std::int64_t> next{0};
    std::int64_t end = 0;
  };

  void work(int me) {
    inside = true;
    for (int i = 0, threads = this->threads(); i < threads; ++i) {
      Run& run = runs_[(me + i) % threads];
      if (run.next.load(std::memory_order_relaxed) >= run.end) continue;
      try {
        for (std::int64_t c; (c = run.next.fetch_add(1, std::memory_order_relaxed)) < run.end;) fn_(context_, c);
      } catch (...) {  // no memory for scratch
        failed_ = true;
      }
    }
    inside = false;
  }

  std::atomic<bool> busy_{false}, stop_{false}, parked_{false}, failed_{false};
  std::atomic<int> threads_;
  alignas(64) Word epoch_{0};  // jobs so far; with it, in one cache line, the job
  detail::ChunkFn fn_ = nullptr;
  void* context_ = nullptr;
  alignas(64) Word gate_{0};  // kOpen while a job may be joined, plus the threads that work on it beside the caller
  Run runs_[kMaxThreads];
};

Pool& pool() {
  static Pool instance(default_threads());
  return instance;
}

}  // namespace

int num_threads() { return pool().threads(); }
bool fine_splits() { return fine; }

FineSplits::FineSplits(bool worth_it) : before_(fine) { fine = worth_it && num_threads() > 1 && !inside; }
FineSplits::~FineSplits() { fine = before_; }

void set_num_threads(int n) {
  check(n >= 1, ErrorKind::value, "[set_num_threads] n is {}; need n >= 1.", n);
  check(!inside, ErrorKind::value, "[set_num_threads] called from inside a parallel loop.");
  pool().resize(std::min(n, kMaxThreads));
}

void detail::run_chunks(std::int64_t n_chunks, ChunkFn fn, void* context) {
  if (!inside && pool().run(n_chunks, fn, context)) return;
  const bool nested = inside;
  inside = true;
  for (std::int64_t i = 0; i < n_chunks; ++i) fn(context, i);
  inside = nested;
}

#ifdef __wasm__
}  // namespace wick

// For the loader (web/wick/src/threads.ts).
extern "C" {

/// Room for the thread-local variables of the first thread, to be set up before anything else runs.
void* pool_locals() {
  alignas(64) static char room[2048];
  return room;
}

/// From now on the pool has so many threads, each in pool_serve() but the calling one, which may wait or not.
void pool_start(int threads, bool may_wait) {
  wick::may_wait = may_wait;
  wick::set_num_threads(threads);
}

/// Thread `me` >= 1 of the pool; returns after pool_stop().
void pool_serve(int me) { wick::pool().serve(me, 0); }
void pool_stop() { wick::pool().stop(); }
}

namespace wick {
#endif

#else

int num_threads() { return 1; }
bool fine_splits() { return false; }
FineSplits::FineSplits(bool) : before_(false) {}
FineSplits::~FineSplits() = default;

void set_num_threads(int n) { check(n >= 1, ErrorKind::value, "[set_num_threads] n is {}; need n >= 1.", n); }

void detail::run_chunks(std::int64_t n_chunks, ChunkFn fn, void* context) {
  for (std::int64_t i = 0; i < n_chunks; ++i) fn(context, i);
}

#endif

}  // namespace wick
