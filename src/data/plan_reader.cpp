#include "data/plan_reader.h"

#include <cmath>

#include "data/toml_file.h"

namespace ocop::data {

namespace {

using core::Severity;

bool counts_at(const domain::Indicator& indicator, domain::Level level) {
    return level == domain::Level::province   ? indicator.has_province
           : level == domain::Level::district ? indicator.has_district
                                              : indicator.has_commune;
}

/// at_least = 4, about = 10 or share = 1.0.
bool read_bound(const toml::table& row, domain::Target& target) {
    if (const auto count = row["at_least"].value<std::int64_t>()) {
        target.quota = static_cast<int>(*count);
    } else if (const auto about = row["about"].value<std::int64_t>()) {
        target.quota = static_cast<int>(*about);
        target.bound = domain::Bound::about;
    } else if (const auto share = row["share"].value<double>()) {
        target.quota = static_cast<int>(std::lround(*share * 100));
    } else {
        return false;
    }
    return target.quota >= 0 && target.quota <= 1'000'000;
}

}  // namespace

domain::Plan read_plan(const std::filesystem::path& path, const domain::Territory& territory,
                       core::Findings& findings) {
    const toml::table file = read_toml(path);
    domain::Plan plan;
    plan.id = file["id"].value_or(std::string{});
    plan.title = file["title"].value_or(std::string{});
    const auto from = toml_date(file["from"]), to = toml_date(file["to"]);
    if (plan.id.empty() || !from || !to)
        throw core::Error("error.plan_without", {path.string(), plan.id.empty() ? "id" : from ? "to" : "from"});
    if (*to < *from) throw core::Error("error.plan_period", {path.string()});
    plan.from = *from;
    plan.to = *to;
    const toml::array* targets = file["target"].as_array();
    report_unknown_keys(file, {"id", "title", "from", "to", "target"}, path, findings);
    if (targets == nullptr) {
        findings.push_back({Severity::warning, {path.string(), "", 0, 0}, {"finding.plan_without_targets", {}}});
        return plan;
    }
    for (const toml::node& node : *targets) {
        const toml::table* row = node.as_table();
        if (row == nullptr) continue;
        report_unknown_keys(*row, {"indicator", "level", "at_least", "about", "share", "units"}, path, findings);
        const core::Place where{path.string(), "", static_cast<int>(row->source().begin.line), 0};
        const auto refuse = [&](const char* key, std::string what) {
            findings.push_back({Severity::error, where, {key, {std::move(what)}}});
        };
        const std::string name = (*row)["indicator"].value_or(std::string{}),
                          level = (*row)["level"].value_or(std::string{});
        const auto indicator = domain::indicator_from(name);
        const auto at = domain::level_from(level);
        domain::Target target;
        if (!indicator) {
            refuse("finding.plan_indicator_unknown", name);
        } else if (!at) {
            refuse("finding.plan_level_unknown", level);
        } else if (!counts_at(domain::indicator(*indicator), *at)) {
            findings.push_back({Severity::error, where, {"finding.plan_level_not_counted", {name, level}}});
        } else if (!read_bound(*row, target)) {
            refuse("finding.plan_quota_unusable", name);
        } else {
            target.indicator = *indicator;
            target.level = *at;
            if (const toml::table* units = (*row)["units"].as_table())
                for (const auto& [key, value] : *units) {
                    const std::string code{key.str()};
                    const auto quota = value.value<std::int64_t>();
                    if (territory.find(code, *at) < 0)
                        refuse("finding.plan_unit_unknown", code);
                    else if (!quota || *quota < 0 || *quota > 1'000'000)
                        refuse("finding.plan_quota_unusable", code);
                    else
                        target.units.emplace(code, static_cast<int>(*quota));
                }
            plan.targets.push_back(std::move(target));
        }
    }
    return plan;
}

}  // namespace ocop::data
