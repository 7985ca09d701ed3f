#pragma once
// `ocopmap check FILE` speaks of that file alone: what the program would open beside it is not its matter.
#include <filesystem>
#include <map>
#include <optional>

#include "core/finding.h"

namespace ocop::data {

struct Checked {
    core::Findings findings;
    core::Message holds;  // what the file holds: "80 sản phẩm", "10 chỉ tiêu", "159 đơn vị"
    /// By index of a finding about a name that names no unit: the likeliest units, three at most. Proposals: nothing is
    /// accepted by likeness.
    std::map<std::size_t, core::Message> likeliest = {};
};

/// Reads a workspace, register, plan, crosswalk or boundary file. Throws core::Error as open() does.
Checked check_file(const std::filesystem::path& file, const std::optional<std::filesystem::path>& plan = {});

}  // namespace ocop::data
