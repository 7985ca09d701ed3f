#pragma once
// GDAL set up once: local files only, no network, quiet.
#include <filesystem>

namespace ocop::data {

void register_drivers();

/// Refuses network file systems and addresses ("/vsicurl/", "http://"). Throws core::Error "error.no_network".
void refuse_network(const std::filesystem::path& path);

}  // namespace ocop::data
