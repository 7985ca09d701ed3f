// For sanitizer builds only. A driver library that is unloaded before the end leaves its leaks without names, so none
// is. Pango sorts the system's fonts on a thread of its own that outlives main() and keeps fontconfig's lists: those
// are not lost by us, and no code of ours calls what allocates them without an owner.
extern "C" int dlclose(void*) { return 0; }
// libxlsxwriter 1.1 keeps copies of the strings of lists and formats that closing a workbook does not free.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so\nleak:libxlsxwriter.so\n"; }
