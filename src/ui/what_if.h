#pragma once
// What a person can wish of scenarios: one command of its own kind, so that all of it stands in one place.
#include <optional>
#include <variant>

#include "domain/evaluate.h"
#include "domain/fill_gap.h"

namespace ocop::ui {

struct ToggleWhatIf {  // into the scenario looked at last, or a new one; and out of it: it is kept by its name
    bool operator==(const ToggleWhatIf&) const = default;
};
struct AddAssumed {  // to the shown indicator of a unit; -1: the selected one
    int by;
    int unit = -1;
    bool operator==(const AddAssumed&) const = default;
};
struct SetAssumed {  // held: the hand is still on it, so it is shown and not yet a step
    int unit;
    int added;
    bool held = false;
    bool operator==(const SetAssumed&) const = default;
};
struct FillGap {  // of the shown indicator
    domain::FillMethod method;
    bool operator==(const FillGap&) const = default;
};
struct SetLapse {  // the day on which certificates must hold; the as-of date: as recorded
    domain::Date date;
    bool held = false;
    bool operator==(const SetLapse&) const = default;
};
struct StepLapse {
    int months;
    bool operator==(const StepLapse&) const = default;
};
struct ResetScenario {  // to nothing assumed
    bool operator==(const ResetScenario&) const = default;
};
struct NewScenario {
    bool operator==(const NewScenario&) const = default;
};
struct ShowScenario {  // of Document::scenarios
    int scenario;
    bool operator==(const ShowScenario&) const = default;
};
struct NextScenario {
    int by;
    bool operator==(const NextScenario&) const = default;
};
struct EditScenario {  // its name
    bool operator==(const EditScenario&) const = default;
};
struct RemoveScenario {
    bool operator==(const RemoveScenario&) const = default;
};

struct WhatIf {
    std::variant<ToggleWhatIf, AddAssumed, SetAssumed, FillGap, SetLapse, StepLapse, ResetScenario, NewScenario,
                 ShowScenario, NextScenario, EditScenario, RemoveScenario>
        what;
    bool operator==(const WhatIf&) const = default;
};

/// How far ahead the day can be set: certificates hold 36 months.
inline constexpr int most_lapse_months = 48;

}  // namespace ocop::ui
