#pragma once
// What the tests of bad input share: workspaces around a bad file, and lone files through data::open.
#include <string>
#include <vector>

#include "data/open.h"
#include "support.h"

namespace tests {

inline const std::string shipped_plan = "plan = \"" OCOP_GEODATA "/plans/138-kh-ubnd-2021.toml\"\n";
inline const std::string shipped_districts =
    "[boundaries.2021]\ndistricts = \"" OCOP_GEODATA "/boundaries/2021/districts.shp\"\n";
inline const std::string shipped_communes = "communes = \"" OCOP_GEODATA "/boundaries/2021/communes.shp\"\n";

/// A workspace with the shipped plan and the given lines.
inline fs::path workspace(const Folder& folder, const std::string& lines) {
    return folder.write("không gian làm việc.toml", shipped_plan + lines);
}

/// "file, sheet, row, column: sentence" of the errors and warnings; the file without its folder.
inline std::vector<std::string> placed(const core::Findings& findings,
                                       std::initializer_list<core::Severity> of = {core::Severity::error,
                                                                                   core::Severity::warning}) {
    std::vector<std::string> lines;
    for (const core::Finding& finding : findings) {
        if (std::find(of.begin(), of.end(), finding.severity) == of.end()) continue;
        std::string line = fs::path{finding.where.file}.filename().string();
        if (!finding.where.sheet.empty()) line += " [" + finding.where.sheet + "]";
        line += " " + std::to_string(finding.where.row) + ":" + std::to_string(finding.where.column);
        lines.push_back(line + " " + vi(finding.what));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace tests
