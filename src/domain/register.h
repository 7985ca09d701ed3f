#pragma once
// The office's register: what was recorded, with the cell it came from. Nothing is counted here.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"
#include "domain/date.h"
#include "domain/unit.h"

namespace ocop::domain {

/// Where a row lies. Texts as typed; codes when the row was joined to a unit of `Document::register_era`, else empty.
struct Location {
    std::string district_text;
    std::string commune_text;
    std::string district_code;
    std::string commune_code;
    bool operator==(const Location&) const = default;
};

enum class ProducerKind { unknown, enterprise, cooperative, cooperative_group, household, facility };
enum class Award { recognised, potential_five, national };
enum class OutreachStatus { none, planned, under_way, done };
std::string_view id(OutreachStatus status);  // "none", "planned", "under_way", "done"; catalogue keys are outreach.<id>
enum class Role { manager, leader };
enum class ProjectKind { unknown, processing, aquatic, handicraft, farm_tourism };

/// The date that a round stands for when no date is written: 31 December of its year, approximate; the national round
/// 2022-1 counts from July 2023, as published (formats.md §3). None for what is not a round.
std::optional<DatePoint> round_date(std::string_view round);

struct Recognition {
    int stars = 0;  // 1..5
    Award award = Award::recognised;
    std::string decision;
    std::optional<DatePoint> recognised_on;  // as written; else the round's date (see counts_from)
    std::optional<Date> expires_on;          // last valid day, when written
    std::string round;                       // "2021-1", "national-2022-1"
    std::string source;
    core::Place where;
    std::string expiry_unread;  // what stands in the place of expires_on and is no date
    std::string award_unread;   // what stands in the place of the award and is none
    bool disputed = false;      // another row says otherwise of the same event, and nobody can say which is right
    /// recognised_on, else the round's date: 31 December of its year, approximate (national-2022-1: 2023-07). Else
    /// none.
    std::optional<DatePoint> counts_from() const;
    /// expires_on, else the day before counts_from + 36 months (rules.md §4). None when undated.
    std::optional<Date> last_valid_day() const;
    bool operator==(const Recognition&) const = default;
};

struct Product {
    std::string id;
    std::string name;
    std::string producer;
    ProducerKind producer_kind = ProducerKind::unknown;
    Location location;
    std::string group;  // food, drink, herbal, textile, handicraft_decor, tourism, ornamental, ... or as typed
    std::string contact;
    std::string note;
    std::vector<Recognition> recognitions;
    core::Place where;
    bool operator==(const Product&) const = default;
};

struct Idea {
    std::string name;
    Location location;
    std::optional<DatePoint> supported_on;
    int step = 0;  // 1..6 of the OCOP cycle
    core::Place where;
    bool operator==(const Idea&) const = default;
};

struct Organisation {
    std::string name;
    std::string kind;
    Location location;
    std::optional<DatePoint> strengthened_on;
    core::Place where;
    bool operator==(const Organisation&) const = default;
};

struct Training {
    Location location;
    Role role = Role::manager;
    int people = 0;
    int trained = 0;
    std::optional<DatePoint> as_of;
    core::Place where;
    bool operator==(const Training&) const = default;
};

struct Outreach {
    Location location;
    OutreachStatus status = OutreachStatus::none;
    std::optional<DatePoint> date;
    std::string form;
    std::optional<int> people;
    core::Place where;
    bool operator==(const Outreach&) const = default;
};

struct Project {
    std::string name;
    ProjectKind kind = ProjectKind::unknown;
    Location location;
    std::string status;
    std::optional<DatePoint> from;
    std::optional<DatePoint> to;
    core::Place where;
    bool operator==(const Project&) const = default;
};

/// What a list may be worth: complete, or a lower bound; and what was published (formats.md §3, Completeness).
struct Coverage {
    std::string table;  // "products", ...; as typed when it is no table: any may be meant
    std::string round;  // "2021-1", empty: all
    std::string district_text;
    std::string district_code;  // empty: all districts; with a text: nobody knows which
    bool complete = true;
    std::optional<int> listed;
    std::optional<int> published;
    std::string source;
    core::Place where;
    bool operator==(const Coverage&) const = default;
};

/// A row that could not be read as a record of its table (a finding says why): it may be one more of its place.
struct Unread {
    std::string table;  // "products", ...
    Location location;
    std::optional<DatePoint> on;  // the date that it counts from, when that much is known
    std::optional<Role> role;     // of training
    core::Place where;
    int product = -1;  // index in products: the row is a further rating of one that other rows know
    bool operator==(const Unread&) const = default;
};

struct Register {
    std::vector<Product> products;
    std::vector<Idea> ideas;
    std::vector<Organisation> organisations;
    std::vector<Training> trainings;
    std::vector<Outreach> outreach;
    std::vector<Project> projects;
    std::vector<Coverage> coverage;
    /// Tables that some file really held, even with no row: "ideas" present and empty is zero; absent is no data.
    std::vector<std::string> tables;
    std::vector<Unread> unread;
    bool operator==(const Register&) const = default;
};

/// Whether some file held the table, even with no row.
bool has_table(const Register& records, std::string_view table);

}  // namespace ocop::domain
