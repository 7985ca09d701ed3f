// Ideas, organisations, training, outreach, projects and the coverage of lists.
#include "data/rows.h"
#include "domain/last_row.h"

namespace ocop::data {

using namespace domain;

void read_idea(const Row& row, Draft& draft) {
    Idea idea{row.name("idea"), {}, {}, 0, row.place()};
    idea.location = row.location();
    idea.supported_on = row.date("supported_on", "finding.date_unreadable_undated");
    const auto step = row.number("step");
    // A list of supported ideas without a step column holds ideas that were at least registered.
    idea.step = row.has("step") ? step.value_or(0) : 2;
    if (step && (*step < 1 || *step > 6)) {
        row.warn("step", "finding.step_outside", {row.text("step")});
        idea.step = 0;
    }
    if (idea.name.empty() || idea.step == 0) draft.unread("ideas", idea.location, row.place(), idea.supported_on);
    if (idea.name.empty()) return;
    draft.records.ideas.push_back(std::move(idea));
}

void read_organisation(const Row& row, Draft& draft) {
    Organisation organisation{row.name("organisation"), row.text("kind"), {}, {}, row.place()};
    organisation.location = row.location();
    organisation.strengthened_on = row.date("strengthened_on", "finding.strengthened_unreadable");
    const bool unreadable = !organisation.strengthened_on && !row.text("strengthened_on").empty();
    if (unreadable || (organisation.name.empty() && organisation.strengthened_on))
        draft.unread("organisations", organisation.location, row.place(), organisation.strengthened_on);
    if (organisation.name.empty()) return;
    draft.records.organisations.push_back(std::move(organisation));
}

void read_training(const Row& row, Draft& draft) {
    Training training;
    training.where = row.place();
    const auto role = row.value("role", "role");
    const auto people = row.number("people"), trained = row.number("trained");
    training.location = row.location();
    training.as_of = row.date("as_of", "finding.date_unreadable_oldest");
    if (role) training.role = *role == "leader" ? Role::leader : Role::manager;
    const auto refuse = [&](const char* column, const char* sentence, std::vector<std::string> args) {
        row.warn(column, sentence, std::move(args));
        draft.unread("training", training.location, row.place(), training.as_of,
                     role ? std::optional{training.role} : std::nullopt);
    };
    if (!role || !people || !trained) return refuse("", "finding.training_incomplete", {});
    if (*people < 0 || *trained < 0 || *trained > *people)
        return refuse("trained", "finding.people_impossible", {std::to_string(*trained), std::to_string(*people)});
    training.people = *people;
    training.trained = *trained;
    draft.records.trainings.push_back(std::move(training));
}

void read_outreach(const Row& row, Draft& draft) {
    Outreach outreach;
    outreach.where = row.place();
    outreach.location = row.location();
    const auto status = row.value("status", "outreach");
    outreach.date = row.date("date", "finding.date_unreadable_oldest");
    outreach.form = row.text("form");
    outreach.people = row.number("people");
    if (outreach.people && *outreach.people < 0) {
        row.warn("people", "finding.people_negative", {std::to_string(*outreach.people)});
        outreach.people.reset();
    }
    if (row.text("status").empty()) row.warn("status", "finding.status_empty");
    if (!status) {  // said already
        draft.unread("outreach", outreach.location, row.place(), outreach.date);
        return;
    }
    if (outreach.location.commune_text.empty() && outreach.location.commune_code.empty())
        row.warn("commune", "finding.outreach_without_commune");
    outreach.status = chosen<OutreachStatus>(status,
                                             {{"none", OutreachStatus::none},
                                              {"planned", OutreachStatus::planned},
                                              {"under_way", OutreachStatus::under_way},
                                              {"done", OutreachStatus::done}},
                                             OutreachStatus::none);
    draft.records.outreach.push_back(std::move(outreach));
}

void tell_contradictions(const Register& records, core::Findings& findings) {
    const auto tell = [&](const core::Place& above, const core::Place& below) {
        findings.push_back({core::Severity::warning, below, {"finding.rows_contradict", {row_text(above, below)}}});
    };
    for (const Contradiction& rows : training_contradictions(records))
        tell(records.trainings[static_cast<std::size_t>(rows.above)].where,
             records.trainings[static_cast<std::size_t>(rows.below)].where);
    for (const Contradiction& rows : outreach_contradictions(records))
        tell(records.outreach[static_cast<std::size_t>(rows.above)].where,
             records.outreach[static_cast<std::size_t>(rows.below)].where);
}

void read_project(const Row& row, Draft& draft) {
    Project project;
    project.name = row.name("project");
    if (project.name.empty()) {
        draft.unread("projects", row.location(), row.place());
        return;
    }
    project.where = row.place();
    project.kind = chosen<ProjectKind>(row.value("kind", "project_kind"),
                                       {{"processing", ProjectKind::processing},
                                        {"aquatic", ProjectKind::aquatic},
                                        {"handicraft", ProjectKind::handicraft},
                                        {"farm_tourism", ProjectKind::farm_tourism}},
                                       ProjectKind::unknown);
    project.location = row.location();
    project.status = row.text("status");
    project.from = row.date_ahead("from");
    project.to = row.date_ahead("to");
    if (project.from && project.to && project.to->day < project.from->day)
        row.warn("to", "finding.end_before_start", {row.text("to"), row.text("from")});
    draft.records.projects.push_back(std::move(project));
}

void read_coverage(const Row& row, Draft& draft) {
    Coverage coverage;
    coverage.where = row.place();
    const auto table = value_of("table", row.text("table"));
    coverage.table = table.value_or(row.text("table"));
    coverage.round = row.text("round");
    const Location location = row.location();
    coverage.district_code = location.district_code;
    coverage.district_text = row.text("district");
    if (coverage.district_text.empty() && coverage.district_code.empty())
        coverage.district_text = row.text("district_code");  // a code that nobody knows is no province
    const auto complete = row.value("complete", "yes_no");
    coverage.complete = complete == "yes";
    if (!complete) row.warn("complete", "finding.coverage_unclear");  // taken as incomplete: the careful reading
    // So it is with what the row speaks of: any list may be meant, in any district.
    if (!table && coverage.complete)
        row.warn("table", "finding.coverage_table_unused");
    else if (!table && coverage.table.empty())
        row.warn("table", "finding.coverage_table_empty");
    else if (!table)
        row.warn("table", "finding.coverage_table_unknown", {coverage.table});
    if (!coverage.complete && !coverage.district_text.empty() && coverage.district_code.empty())
        row.warn(row.text("district").empty() ? "district_code" : "district", "finding.coverage_district_unknown");
    coverage.listed = row.number("listed");
    coverage.published = row.number("published");
    coverage.source = row.text("source");
    if (coverage.listed && coverage.published && *coverage.listed > *coverage.published)
        row.warn("listed", "finding.listed_over_published",
                 {std::to_string(*coverage.listed), std::to_string(*coverage.published)});
    if (coverage.complete && coverage.listed && coverage.published && *coverage.listed < *coverage.published) {
        row.warn("complete", "finding.coverage_not_all",
                 {std::to_string(*coverage.listed), std::to_string(*coverage.published)});
        coverage.complete = false;
    }
    draft.records.coverage.push_back(std::move(coverage));
}

}  // namespace ocop::data
