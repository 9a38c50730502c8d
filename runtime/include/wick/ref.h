#pragma once
// Ref<T>: an intrusive reference-counted pointer, one word wide. T derives from RefCounted.

#include <atomic>
#include <cstddef>
#include <utility>
#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#define WICK_KNOWS_ALONE 1
#endif

namespace wick {

namespace detail {
// Memory of bodies and graph nodes, which come and go with every op: freed blocks stay with their thread, by size.
void* small_new(std::size_t bytes);
void small_delete(void* p, std::size_t bytes) noexcept;
// Whether this process surely has one thread, so that counts need no locked instructions, which take some 20 cycles each.
inline bool alone() {
#ifdef WICK_KNOWS_ALONE
  return __libc_single_threaded;
#else
  return false;
#endif
}
}  // namespace detail

class RefCounted {
 public:
  static void* operator new(std::size_t bytes) { return detail::small_new(bytes); }
  static void* operator new(std::size_t, void* place) { return place; }
  static void operator delete(void* p, std::size_t bytes) { detail::small_delete(p, bytes); }
  static void operator delete(void*, void*) {}
  RefCounted() = default;
  RefCounted(const RefCounted&) = delete;
  RefCounted& operator=(const RefCounted&) = delete;
  int use_count() const { return count_.load(std::memory_order_relaxed); }

 protected:
  virtual ~RefCounted() = default;
  // Called once the count is zero; a type that must not be freed recursively overrides it.
  virtual void release() noexcept { delete this; }

 private:
  template <class T> friend class Ref;
  void retain() {
    if (detail::alone()) count_.store(use_count() + 1, std::memory_order_relaxed);
    else count_.fetch_add(1, std::memory_order_relaxed);
  }
  // The last holder needs no locked instruction: from one, nobody else can make the count grow.
  bool drop_one() {
    const int n = count_.load(std::memory_order_acquire);
    if (n == 1) return true;
    if (!detail::alone()) return count_.fetch_sub(1, std::memory_order_acq_rel) == 1;
    count_.store(n - 1, std::memory_order_relaxed);
    return false;
  }
#ifdef __wasm__
  __attribute__((noinline))  // for size
#endif
  static void drop(RefCounted* p) {
    if (p && p->drop_one()) p->release();
  }
  std::atomic<int> count_{0};
};

template <class T>
class Ref {
 public:
  Ref() = default;
  Ref(std::nullptr_t) {}
  explicit Ref(T* p) : p_(p) { retain(); }
  Ref(const Ref& o) : p_(o.p_) { retain(); }
  Ref(Ref&& o) noexcept : p_(std::exchange(o.p_, nullptr)) {}
  template <class U>
    requires std::is_convertible_v<U*, T*>
  Ref(const Ref<U>& o) : Ref(static_cast<T*>(o.get())) {}
  Ref& operator=(Ref o) noexcept {
    std::swap(p_, o.p_);
    return *this;
  }
  ~Ref() { RefCounted::drop(base()); }
  T* get() const { return p_; }
  T* operator->() const { return p_; }
  T& operator*() const { return *p_; }
  explicit operator bool() const { return p_ != nullptr; }
  friend bool operator==(const Ref& a, const Ref& b) { return a.p_ == b.p_; }

  /// The first reference to an object.
  static Ref first(T* p) {
    Ref r;
    r.p_ = p;
    r.base()->count_.store(1, std::memory_order_relaxed);
    return r;
  }

 private:
  RefCounted* base() const { return static_cast<RefCounted*>(p_); }
  void retain() const {
    if (p_) base()->retain();
  }
  T* p_ = nullptr;
};

template <class T, class... Args>
Ref<T> make_ref(Args&&... args) {
  return Ref<T>::first(new T(std::forward<Args>(args)...));
}

}  // namespace wick
