#pragma once
// GDAL set up once: local files only, no network, quiet.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::data {

/// Makes the drivers known that a file of this ending (".shp") needs; all of them costs 3 to 5 ms.
void register_drivers(std::string_view ending);

/// Refuses network file systems and addresses ("/vsicurl/", "http://"). Throws core::Error "error.no_network".
void refuse_network(const std::filesystem::path& path);

/// Files as GDAL files in memory: whoever writes the real ones meanwhile does not disturb the reading.
class MemoryFolder {
public:
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;
    /// The path under which GDAL finds it.
    std::string add(const std::string& name, const std::string& bytes);

private:
    std::string folder_;
    std::vector<std::string> files_;
};

/// While it lives, GDAL prints nothing and its failures are counted, on this thread.
class Quiet {
public:
    Quiet();
    ~Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
    int failures() const { return failures_; }

private:
    friend void count_failure(Quiet& quiet);
    int failures_ = 0;
};

}  // namespace ocop::data
