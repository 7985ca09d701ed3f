#include "data/edited_plan.h"

#include <charconv>

#include "core/text.h"

namespace ocop::data {

namespace {

using core::Severity;

/// What a row of the journal is about; none when it names nothing that counts here.
struct Subject {
    domain::IndicatorId indicator;
    const domain::Unit* unit;
    domain::Era era;
};

std::optional<Subject> subject_of(const std::string& row, const domain::Document& document) {
    const auto parts = core::split(row, '/');
    if (parts.size() != 3 && parts.size() != 4) return {};
    const auto indicator = domain::indicator_from(parts[0]);
    const auto level = domain::level_from(parts[1]);
    const auto era = parts.size() == 4 ? domain::era_from(parts[2]) : std::optional{domain::Era::y2021};
    if (!indicator || !level || !era) return {};
    const domain::Territory& territory =
        document.territory(*level == domain::Level::commune ? *era : document.register_era);
    const int unit = territory.find(parts.back(), *level);
    if (unit < 0 || !has_level(domain::indicator(*indicator), *level)) return {};
    return Subject{*indicator, &territory.units[static_cast<std::size_t>(unit)], *era};
}

std::optional<int> quota_from(const std::string& text, domain::IndicatorId indicator) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const int most = domain::indicator(indicator).measure == domain::Measure::percent ? 100 : 1'000'000;
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > most) return {};
    return value;
}

void set_quota(domain::Plan& plan, const Subject& subject, std::optional<int> quota) {
    const domain::Level level = subject.unit->level;
    const domain::Target* now = plan.target(subject.indicator, level, subject.era);
    if (now == nullptr && !quota) return;
    auto target = plan.targets.end();
    if (now != nullptr) target = plan.targets.begin() + (now - plan.targets.data());
    const bool one_era = level == domain::Level::commune;
    if (now == nullptr || (quota && one_era && !now->era)) {
        // The communes of the other era keep what the plan says of all.
        domain::Target own =
            now == nullptr ? domain::Target{subject.indicator, level, domain::Bound::at_least, std::nullopt, {}, {}}
                           : *now;
        if (one_era) own.era = subject.era;
        target = plan.targets.insert(plan.targets.end(), std::move(own));
    }
    if (quota)
        target->units[subject.unit->code] = *quota;
    else
        target->units.erase(subject.unit->code);
}

}  // namespace

std::string quota_row(domain::IndicatorId indicator, domain::Level level, const std::string& code, domain::Era era) {
    const bool of_2025 = level == domain::Level::commune && era == domain::Era::y2025;
    return std::string{domain::indicator(indicator).name} + "/" + std::string{domain::id(level)} + "/" +
           (of_2025 ? "2025/" : "") + code;
}

std::string own_quota(const domain::Plan& plan, domain::IndicatorId indicator, const domain::Unit& unit,
                      domain::Era era) {
    const domain::Target* target = plan.target(indicator, unit.level, era);
    if (target == nullptr || !target->units.contains(unit.code)) return {};
    return std::to_string(target->units.at(unit.code));
}

void edit_plan(const domain::EditedTable& quotas, const std::filesystem::path& file, const std::string& store,
               domain::Document& document) {
    for (const auto& [row, edit] : quotas.rows) {
        const auto found = edit.fields.find("value");
        if (edit.removed || found == edit.fields.end()) continue;
        const domain::EditedField& field = found->second;
        const std::string name = edit.name.empty() ? row : edit.name;
        const auto refuse = [&](const char* key) {
            document.findings.push_back({Severity::error, {store, "quotas", 0, 0}, {key, {name, field.value}}});
        };
        const auto subject = subject_of(row, document);
        if (!subject) {
            refuse("finding.quota_of_nothing");
            continue;
        }
        const auto quota = quota_from(field.value, subject->indicator);
        if (!quota && !field.value.empty()) {
            refuse("finding.quota_unusable");
            continue;
        }
        const std::string source = own_quota(document.plan, subject->indicator, *subject->unit, subject->era);
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
