#pragma once
// Tables -> register. Every row becomes a record or a finding; most become a record and perhaps a finding.
#include <filesystem>
#include <vector>

#include "core/finding.h"
#include "data/join.h"
#include "domain/register.h"

namespace ocop::data {

/// Reads one file's sheets into the register. Throws core::Error when the file holds no known table at all.
void read_register(const std::filesystem::path& path, const Join& join, domain::Register& records,
                   core::Findings& findings);

/// After all files: rows of one identity become one product with several recognitions; exact doubles are found.
void merge_products(domain::Register& records, core::Findings& findings);

}  // namespace ocop::data
