#pragma once
// What the program asks of the C library's allocator, in one place because only glibc can be asked.

namespace ocop::app {

/// Freed memory stays with the program: software OpenGL asks for the same megabytes at every picture, and taking them
/// from the system anew costs a fifth of its time (page faults). Nothing happens where the C library has no such knob.
void keep_freed_memory();

}  // namespace ocop::app
