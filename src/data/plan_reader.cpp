#include "data/plan_reader.h"

#include <algorithm>
#include <cmath>

#include "data/toml_file.h"

namespace ocop::data {

namespace {

bool counts_at(const domain::Indicator& indicator, domain::Level level) {
    return level == domain::Level::province   ? indicator.has_province
           : level == domain::Level::district ? indicator.has_district
                                              : indicator.has_commune;
}

using core::Severity;
using Territories = std::map<domain::Era, domain::Territory>;

/// One [[target]] being read, and how to complain about it.
class Row {
public:
    Row(const toml::table& table, const std::filesystem::path& path, core::Findings& findings)
        : table_{table}, path_{path}, findings_{findings} {}

    std::string text(const char* key) const { return table_[key].value_or(std::string{}); }
    bool has(const char* key) const { return table_.contains(key); }
    const toml::node* node(const char* key) const { return table_.get(key); }
    void refuse(const char* key, std::vector<std::string> args, const toml::node* at = nullptr) const {
        findings_.push_back(
            {Severity::error, {path_.string(), "", line_of(at != nullptr ? *at : table_), 0}, {key, std::move(args)}});
    }

private:
    const toml::table& table_;
    const std::filesystem::path& path_;
    core::Findings& findings_;
};

/// A quota as the plan writes it: whole things, or of share indicators a part of 1. None when it is neither.
std::optional<int> quota_of(const toml::node& node, bool share) {
    if (share) {
        const auto part = node.value<double>();
        if (!part || !(*part >= 0 && *part <= 1)) return {};
        return static_cast<int>(std::lround(*part * 100));
    }
    const auto count = node.value_exact<std::int64_t>();
    if (!count || *count < 0 || *count > 1'000'000) return {};
    return static_cast<int>(*count);
}

/// at_least = 4, about = 10 or share = 1.0, whichever suits the indicator. Says what is wrong.
bool read_bound(const Row& row, const domain::Indicator& indicator, domain::Target& target) {
    const std::string name{indicator.name};
    const bool share = indicator.measure == domain::Measure::percent;
    if (row.has("at_least") + row.has("about") + row.has("share") > 1)
        return row.refuse("finding.plan_two_quotas", {name}), false;
    const char* key = row.has("at_least") ? "at_least" : row.has("about") ? "about" : "share";
    if (!row.has(key)) return row.refuse("finding.plan_quota_missing", {name}), false;
    const toml::node& node = *row.node(key);
    if (share != (std::string_view{key} == "share"))
        return row.refuse(share ? "finding.plan_needs_share" : "finding.plan_needs_count", {name, key}, &node), false;
    const auto quota = quota_of(node, share);
    if (!quota)
        return row.refuse(share ? "finding.plan_share_unusable" : "finding.plan_quota_unusable", {name, written(node)},
                          &node),
               false;
    target.quota = *quota;
    target.bound = row.has("about") ? domain::Bound::about : domain::Bound::at_least;
    return true;
}

void read_own_quotas(const Row& row, const domain::Territory& territory, bool share, domain::Target& target) {
    const toml::node* node = row.node("units");
    if (node == nullptr) return;
    const toml::table* units = node->as_table();
    if (units == nullptr) return row.refuse("finding.plan_units_unusable", {written(*node)}, node);
    for (const auto& [key, value] : *units) {
        const std::string code{key.str()};
        if (!territory.units.empty() && territory.find(code, target.level) < 0)
            row.refuse("finding.plan_unit_unknown", {code}, &value);
        else if (const auto quota = quota_of(value, share))
            target.units.emplace(code, *quota);
        else
            row.refuse(share ? "finding.plan_share_unusable" : "finding.plan_quota_unusable", {code, written(value)},
                       &value);
    }
}

std::optional<domain::Target> read_target(const Row& row, const Territories& territories, domain::Era register_era) {
    const std::string name = row.text("indicator"), level = row.text("level"), era = row.text("era");
    const auto id = domain::indicator_from(name);
    const auto at = domain::level_from(level);
    domain::Target target;
    target.era = domain::era_from(era);
    if (row.has("era") && !target.era)
        row.refuse("finding.plan_era_unknown", {written(*row.node("era"))}, row.node("era"));
    else if (!id)
        row.refuse("finding.plan_indicator_unknown", {name}, row.node("indicator"));
    else if (!at)
        row.refuse("finding.plan_level_unknown", {level}, row.node("level"));
    else if (!counts_at(domain::indicator(*id), *at))
        row.refuse("finding.plan_level_not_counted", {name, level}, row.node("level"));
    else if (read_bound(row, domain::indicator(*id), target)) {
        target.indicator = *id;
        target.level = *at;
        // A plan that names communes is for those of one era: their codes mean others in the next.
        if (!target.era && *at == domain::Level::commune && row.has("units")) target.era = register_era;
        const auto territory = territories.find(target.era.value_or(register_era));
        read_own_quotas(row, territory == territories.end() ? domain::Territory{} : territory->second,
                        domain::indicator(*id).measure == domain::Measure::percent, target);
        return target;
    }
    return {};
}

/// A value that a plan cannot do without.
template <class Value>
auto needed(const toml::table& file, const char* key, const char* example, const std::filesystem::path& path,
            Value value) {
    if (!file.contains(key)) throw core::Error("error.plan_without", {path.string(), key});
    if (!value)
        throw core::Error("error.plan_value", {path.string(), std::to_string(line_of(*file.get(key))), key,
                                               written(*file.get(key)), example});
    return *value;
}

}  // namespace

domain::Plan read_plan(const std::filesystem::path& path, const std::map<domain::Era, domain::Territory>& territories,
                       domain::Era register_era, core::Findings& findings) {
    const toml::table file = read_toml(path);
    domain::Plan plan;
    auto id = file["id"].value<std::string>();
    if (id && id->empty()) id.reset();
    plan.id = needed(file, "id", "id = \"138/KH-UBND\"", path, id);
    plan.title = file["title"].value_or(std::string{});
    plan.from = needed(file, "from", "from = 2021-01-01", path, toml_date(file["from"]));
    plan.to = needed(file, "to", "to = 2021-12-31", path, toml_date(file["to"]));
    if (plan.to < plan.from)
        throw core::Error("error.plan_period", {path.string(), std::to_string(line_of(*file.get("to"))),
                                                domain::vietnamese(plan.to), domain::vietnamese(plan.from)});
    report_unknown_keys(file, {"id", "title", "from", "to", "target"}, path, findings);
    const toml::array* targets = file["target"].as_array();
    const toml::node* written_targets = file.get("target");
    if (targets == nullptr || targets->empty() || !targets->is_array_of_tables()) {
        findings.push_back(
            {Severity::warning,
             {path.string(), "", written_targets == nullptr ? 0 : line_of(*written_targets), 0},
             {written_targets == nullptr ? "finding.plan_without_targets" : "finding.plan_targets_unusable", {}}});
        return plan;
    }
    for (const toml::node& node : *targets) {
        const toml::table& table = *node.as_table();
        report_unknown_keys(table, {"indicator", "level", "era", "at_least", "about", "share", "units"}, path,
                            findings);
        const Row row{table, path, findings};
        auto target = read_target(row, territories, register_era);
        if (!target) continue;
        const bool again = std::any_of(plan.targets.begin(), plan.targets.end(), [&](const domain::Target& other) {
            return other.indicator == target->indicator && other.level == target->level && other.era == target->era;
        });
        if (again)
            row.refuse("finding.plan_target_twice", {row.text("indicator"), row.text("level")});
        else
            plan.targets.push_back(std::move(*target));
    }
    return plan;
}

}  // namespace ocop::data
