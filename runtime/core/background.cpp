#include "core/background.h"

#ifndef __wasm__
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#endif

namespace wick {

#ifdef __wasm__

struct Background::Impl {};
Background::Background() = default;
Background::~Background() = default;
std::uint64_t Background::add(std::function<void()> job) {
  job();
  return 0;
}
void Background::wait(std::uint64_t) {}
void Background::cancel() {}

#else

struct Background::Impl {
  std::mutex lock;
  std::condition_variable changed;
  std::deque<std::function<void()>> jobs;
  std::uint64_t given = 0, done = 0;  // numbers of the latest job
  bool running = false, stop = false;
  std::thread thread;

  void serve() {
    std::unique_lock hold(lock);
    for (;;) {
      changed.wait(hold, [&] { return stop || !jobs.empty(); });
      if (stop) return;
      std::function<void()> job = std::move(jobs.front());
      jobs.pop_front();
      running = true;
      hold.unlock();
      job();
      job = nullptr;  // what it holds goes before anyone hears of it
      hold.lock();
      running = false;
      ++done;
      changed.notify_all();
    }
  }
};

Background::Background() : impl_(std::make_unique<Impl>()) {}

Background::~Background() {
  cancel();
  if (!impl_->thread.joinable()) return;
  {
    const std::lock_guard hold(impl_->lock);
    impl_->stop = true;
  }
  impl_->changed.notify_all();
  impl_->thread.join();
}

std::uint64_t Background::add(std::function<void()> job) {
  const std::lock_guard hold(impl_->lock);
  if (!impl_->thread.joinable()) impl_->thread = std::thread([this] { impl_->serve(); });
  impl_->jobs.push_back(std::move(job));
  impl_->changed.notify_all();
  return ++impl_->given;
}

void Background::wait(std::uint64_t job) {
  std::unique_lock hold(impl_->lock);
  impl_->changed.wait(hold, [&] { return impl_->done >= job; });
}

void Background::cancel() {
  std::unique_lock hold(impl_->lock);
  impl_->given -= impl_->jobs.size();
  impl_->jobs.clear();
  impl_->changed.wait(hold, [&] { return !impl_->running; });
}

#endif

}  // namespace wick
