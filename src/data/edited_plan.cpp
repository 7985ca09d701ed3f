#include "data/edited_plan.h"

#include <algorithm>
#include <charconv>

#include "core/text.h"

namespace ocop::data {

namespace {

using core::Severity;

/// What a row of the journal is about; none when it names nothing that counts here.
struct Subject {
    domain::IndicatorId indicator;
    const domain::Unit* unit;
};

std::optional<Subject> subject_of(const std::string& row, const domain::Territory& territory) {
    const auto parts = core::split(row, '/');
    if (parts.size() != 3) return {};
    const auto indicator = domain::indicator_from(parts[0]);
    const auto level = domain::level_from(parts[1]);
    if (!indicator || !level) return {};
    const domain::Indicator& kind = domain::indicator(*indicator);
    const bool counted = *level == domain::Level::province   ? kind.has_province
                         : *level == domain::Level::district ? kind.has_district
                                                             : kind.has_commune;
    const int unit = territory.find(parts[2], *level);
    if (!counted || unit < 0) return {};
    return Subject{*indicator, &territory.units[static_cast<std::size_t>(unit)]};
}

std::optional<int> quota_from(const std::string& text, domain::IndicatorId indicator) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const int most = domain::indicator(indicator).measure == domain::Measure::percent ? 100 : 1'000'000;
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > most) return {};
    return value;
}

template <class Plan>
auto target_of(Plan& plan, domain::IndicatorId indicator, domain::Level level) {
    return std::find_if(plan.targets.begin(), plan.targets.end(), [&](const domain::Target& target) {
        return target.indicator == indicator && target.level == level;
    });
}

void set_quota(domain::Plan& plan, const Subject& subject, std::optional<int> quota) {
    const domain::Level level = subject.unit->level;
    auto target = target_of(plan, subject.indicator, level);
    if (target == plan.targets.end()) {
        if (!quota) return;
        target = plan.targets.insert(target, {subject.indicator, level, domain::Bound::at_least, std::nullopt, {}});
    }
    if (quota)
        target->units[subject.unit->code] = *quota;
    else
        target->units.erase(subject.unit->code);
}

}  // namespace

std::string quota_row(domain::IndicatorId indicator, domain::Level level, const std::string& code) {
    return std::string{domain::indicator(indicator).name} + "/" + std::string{domain::id(level)} + "/" + code;
}

std::string own_quota(const domain::Plan& plan, domain::IndicatorId indicator, const domain::Unit& unit) {
    const auto target = target_of(plan, indicator, unit.level);
    if (target == plan.targets.end() || !target->units.contains(unit.code)) return {};
    return std::to_string(target->units.at(unit.code));
}

void edit_plan(const domain::EditedTable& quotas, const std::filesystem::path& file, const std::string& store,
               domain::Document& document) {
    const domain::Territory& territory = document.territory(document.register_era);
    for (const auto& [row, edit] : quotas.rows) {
        const auto found = edit.fields.find("value");
        if (edit.removed || found == edit.fields.end()) continue;
        const domain::EditedField& field = found->second;
        const std::string name = edit.name.empty() ? row : edit.name;
        const auto refuse = [&](const char* key) {
            document.findings.push_back({Severity::error, {store, "quotas", 0, 0}, {key, {name, field.value}}});
        };
        const auto subject = subject_of(row, territory);
        if (!subject) {
            refuse("finding.quota_of_nothing");
            continue;
        }
        const auto quota = quota_from(field.value, subject->indicator);
        if (!quota && !field.value.empty()) {
            refuse("finding.quota_unusable");
            continue;
        }
        const std::string source = own_quota(document.plan, subject->indicator, *subject->unit);
        if (!field.expects(source)) {
            const core::Place where{file.string(), "", 0, 0};
            document.conflicts.push_back({"quotas", row, edit.name, "value", source, field.value, false, where});
            document.findings.push_back(
                {Severity::warning, where, {"finding.quota_conflict", {name, source, field.value}}});
        }
        set_quota(document.plan, *subject, quota);
    }
}

}  // namespace ocop::data
