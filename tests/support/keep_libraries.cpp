// For sanitizer builds only: a driver library that is unloaded before the end leaves its leaks without names, so none
// is.
extern "C" int dlclose(void*) { return 0; }
