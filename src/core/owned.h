#pragma once
// Foreign handles with an owner: Owned<cairo_surface_t, cairo_surface_destroy>.
#include <memory>

namespace ocop::core {

template <class T, auto Free>
struct Freed {
    void operator()(T* handle) const noexcept { Free(handle); }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freed<T, Free>>;

}  // namespace ocop::core
