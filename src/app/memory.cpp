#include "app/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace ocop::app {

void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int large = 32 << 20;
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, large);
    mallopt(M_ARENA_MAX, 2);  // one for the window, one for what works beside it
#endif
}

}  // namespace ocop::app
