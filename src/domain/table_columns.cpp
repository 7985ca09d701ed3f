#include "domain/table_columns.h"

#include <array>

namespace ocop::domain {

namespace {
using enum ColumnKind;

constexpr std::array products{TableColumn{"product"},
                              TableColumn{"producer"},
                              TableColumn{"producer_kind", choice, "producer_kind"},
                              TableColumn{"district", unit},
                              TableColumn{"commune", unit},
                              TableColumn{"group", choice, "group"},
                              TableColumn{"stars", choice, "stars"},
                              TableColumn{"award", choice, "award"},
                              TableColumn{"decision"},
                              TableColumn{"recognised_on", date},
                              TableColumn{"expires_on", date},
                              TableColumn{"round"},
                              TableColumn{"source"},
                              TableColumn{"contact"},
                              TableColumn{"note"}};
constexpr std::array recognitions{TableColumn{"product"},
                                  TableColumn{"producer"},
                                  TableColumn{"district", unit},
                                  TableColumn{"stars", choice, "stars"},
                                  TableColumn{"award", choice, "award"},
                                  TableColumn{"decision"},
                                  TableColumn{"recognised_on", date},
                                  TableColumn{"expires_on", date},
                                  TableColumn{"round"},
                                  TableColumn{"source"}};
constexpr std::array ideas{TableColumn{"idea"}, TableColumn{"district", unit}, TableColumn{"commune", unit},
                           TableColumn{"supported_on", date}, TableColumn{"step", choice, "step"}};
constexpr std::array organisations{TableColumn{"organisation"}, TableColumn{"kind"}, TableColumn{"district", unit},
                                   TableColumn{"strengthened_on", date}};
constexpr std::array training{TableColumn{"district", unit},       TableColumn{"commune", unit},
                              TableColumn{"role", choice, "role"}, TableColumn{"people", number},
                              TableColumn{"trained", number},      TableColumn{"as_of", date}};
constexpr std::array outreach{
    TableColumn{"district", unit}, TableColumn{"commune", unit}, TableColumn{"status", choice, "outreach"},
    TableColumn{"date", date},     TableColumn{"form"},          TableColumn{"people", number}};
constexpr std::array projects{TableColumn{"project"},        TableColumn{"kind", choice, "project_kind"},
                              TableColumn{"district", unit}, TableColumn{"commune", unit},
                              TableColumn{"status"},         TableColumn{"from", date},
                              TableColumn{"to", date}};
constexpr std::array quotas{TableColumn{"value", number}};
}  // namespace

std::span<const TableColumn> columns_of(std::string_view table) {
    if (table == "products") return products;
    if (table == "recognitions") return recognitions;
    if (table == "ideas") return ideas;
    if (table == "organisations") return organisations;
    if (table == "training") return training;
    if (table == "outreach") return outreach;
    if (table == "projects") return projects;
    if (table == "quotas") return quotas;
    return {};
}

std::vector<std::string_view> values_of(std::string_view list) {
    if (list == "producer_kind") return {"enterprise", "cooperative", "cooperative_group", "household", "facility"};
    if (list == "group") return {"food", "drink", "herbal", "textile", "handicraft_decor", "tourism", "ornamental"};
    if (list == "stars") return {"1", "2", "3", "4", "5"};
    if (list == "award") return {"recognised", "potential_five", "national"};
    if (list == "role") return {"manager", "leader"};
    if (list == "outreach") return {"none", "planned", "under_way", "done"};
    if (list == "project_kind") return {"processing", "aquatic", "handicraft", "farm_tourism"};
    if (list == "step") return {"1", "2", "3", "4", "5", "6"};
    return {};
}

}  // namespace ocop::domain
