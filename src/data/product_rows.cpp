// Products with their recognitions, from one flat sheet or from two, and what makes two rows one product.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <tuple>

#include "core/text.h"
#include "data/rows.h"

namespace ocop::data {

namespace {

using core::Severity;
using namespace domain;

std::vector<std::string> rounds_of(const Row& row) {
    std::vector<std::string> rounds;
    for (const std::string& round : core::split(row.text("round"), ';'))
        if (std::string text = core::collapsed(round); !text.empty()) rounds.push_back(std::move(text));
    if (rounds.empty()) rounds.emplace_back();
    return rounds;
}

/// Five stars of a provincial round are "5 sao cấp tỉnh": only the centre awards the national five (rules.md §2).
Award usual_award(int stars, const std::string& round) {
    if (round.starts_with("national-")) return Award::national;
    return stars == 5 ? Award::potential_five : Award::recognised;
}

/// The day of recognition as written; the sentence about one that cannot be read says what is taken instead.
std::optional<DatePoint> day_of(const Row& row, const std::vector<std::string>& rounds) {
    if (rounds.size() > 1) return row.date("recognised_on");  // not used in any case
    if (const auto of_round = round_date(rounds.front()))
        return row.date("recognised_on", "finding.date_unreadable_round", {rounds.front(), vietnamese(of_round->day)});
    return row.date("recognised_on", "finding.date_unreadable_undated");
}

/// Stars that are there and cannot be read, or a recognition of which the stars were left out.
bool lacks_stars(const Row& row) {
    if (!row.text("stars").empty()) return true;  // said already
    const bool recognised =
        !row.text("decision").empty() || !row.text("recognised_on").empty() || !row.text("round").empty();
    if (recognised && row.has("stars")) row.warn("stars", "finding.stars_empty");
    return recognised && row.has("stars");
}

/// The recognitions of a row: one for each round that it names, else one. A row whose stars nobody can read is noted in
/// `unread`.
std::vector<Recognition> recognitions_of(const Row& row, std::optional<Unread>& unread) {
    const int stars = row.stars("stars");
    const std::vector<std::string> rounds = rounds_of(row);
    if (stars == 0) {
        if (!lacks_stars(row)) return {};
        const auto on = day_of(row, rounds);
        const bool single = rounds.size() == 1;
        unread = Unread{
            "products", {}, single ? (on ? on : round_date(rounds.front())) : std::nullopt, {}, row.place("stars")};
        return {};
    }
    const auto written = value_of("award", row.text("award"));
    if (!written && !row.text("award").empty())
        row.warn("award", stars == 5 ? "finding.award_unknown" : "finding.word_unknown", {row.text("award")});
    const auto on = day_of(row, rounds), expires = row.date_ahead("expires_on", "finding.expiry_unreadable");
    if (on && expires && expires->day < on->day)
        row.warn("expires_on", "finding.end_before_start", {row.text("expires_on"), row.text("recognised_on")});
    const bool single = rounds.size() == 1;
    if (!single && (on || expires)) row.warn("recognised_on", "finding.date_of_several_rounds", {row.text("round")});
    std::vector<Recognition> recognitions;
    for (const std::string& round : rounds) {
        Recognition recognition;
        recognition.stars = stars;
        recognition.round = round;
        recognition.award = usual_award(stars, round);
        if (single)  // one award, date or expiry cannot belong to two rounds
            recognition.award = chosen<Award>(written,
                                              {{"recognised", usual_award(stars, round)},
                                               {"potential_five", Award::potential_five},
                                               {"national", Award::national}},
                                              recognition.award);
        if (single && !written) recognition.award_unread = row.text("award");
        if (recognition.award != Award::recognised && stars != 5) {
            row.warn("award", "finding.award_without_five",
                     {row.text("award").empty() ? round : row.text("award"), std::to_string(stars)});
            recognition.award = Award::recognised;
        }
        if (single) recognition.recognised_on = on;
        if (single && expires) recognition.expires_on = expires->day;
        if (single && !expires) recognition.expiry_unread = row.text("expires_on");
        if (!round.empty() && !recognition.counts_from()) row.warn("round", "finding.round_unreadable", {round});
        if (const auto held = round_date(round); held && row.is_ahead(*held))
            row.warn("round", recognition.recognised_on ? "finding.round_future_dated" : "finding.round_future",
                     {round});
        recognition.decision = row.text("decision");
        recognition.source = row.text("source");
        recognition.where = row.place("stars");
        recognitions.push_back(std::move(recognition));
    }
    return recognitions;
}

/// Identity of formats.md §1: (product, producer, district), compared without case, spaces and tone placement.
using Identity = std::tuple<std::string, std::string, std::string>;

std::string district_of(const Product& product) {
    const Location& at = product.location;
    return at.district_code.empty() ? core::tone_key(at.district_text) : at.district_code;
}

Identity identity(const Product& product) {
    return {core::tone_key(product.name), core::tone_key(product.producer), district_of(product)};
}

/// The same round or the same day, where both rows say it; two rows that say neither are the same event, too.
bool same_event(const Recognition& a, const Recognition& b) {
    const bool one_round = a.round.empty() || b.round.empty() || a.round == b.round;
    const bool one_day = !a.recognised_on || !b.recognised_on || a.recognised_on == b.recognised_on;
    const bool shared = (!a.round.empty() && !b.round.empty()) || (a.recognised_on && b.recognised_on) ||
                        (!a.counts_from() && !b.counts_from());
    return one_round && one_day && shared;
}

/// Adds a row's recognitions to its product; the same event twice is a finding. Where two rows disagree about it both
/// stand: nobody can say which is right, and the verdict of their unit stays open.
void add_recognitions(Product& product, std::vector<Recognition>&& recognitions, const core::Place& where,
                      core::Findings& findings) {
    for (Recognition& recognition : recognitions) {
        const auto known = std::find_if(product.recognitions.begin(), product.recognitions.end(),
                                        [&](const Recognition& other) { return same_event(other, recognition); });
        if (known == product.recognitions.end()) {
            product.recognitions.push_back(std::move(recognition));
        } else if (known->stars == recognition.stars && known->award == recognition.award) {
            findings.push_back(
                {Severity::warning, where, {"finding.duplicate_row", {product.name, row_text(known->where, where)}}});
        } else {
            const std::string row = row_text(known->where, where), name = product.name;
            if (known->stars == recognition.stars)
                findings.push_back({Severity::warning, where, {"finding.award_disagrees", {name, row}}});
            else
                findings.push_back({Severity::warning,
                                    where,
                                    {"finding.stars_disagree",
                                     {name, std::to_string(recognition.stars), std::to_string(known->stars), row}}});
            known->disputed = recognition.disputed = true;
            product.recognitions.push_back(std::move(recognition));
        }
    }
}

/// Fills what the first row left empty from a later row of the same product.
void complete(Product& first, Product& later, core::Findings& findings) {
    for (const auto field :
         {&Product::id, &Product::name, &Product::producer, &Product::group, &Product::contact, &Product::note})
        if ((first.*field).empty()) first.*field = std::move(later.*field);
    if (first.producer_kind == ProducerKind::unknown) first.producer_kind = later.producer_kind;
    // A commune that is known wins over one that is not, in whichever row it stands.
    const bool knows_more = first.location.commune_code.empty() && !later.location.commune_code.empty();
    const bool says_more = first.location.commune_text.empty() && first.location.commune_code.empty();
    const bool places_more = first.location.district_code.empty() && !later.location.district_code.empty();
    const bool one_district = first.location.district_code.empty() || later.location.district_code.empty() ||
                              first.location.district_code == later.location.district_code;
    if (!one_district)  // of one id
        findings.push_back({Severity::warning,
                            later.where,
                            {"finding.commune_disagrees",
                             {first.name, later.location.district_text, first.location.district_text,
                              row_text(first.where, later.where)}}});
    else if (knows_more || places_more || (says_more && !later.location.commune_text.empty()))
        first.location = std::move(later.location);
    else if (!later.location.commune_code.empty() && later.location.commune_code != first.location.commune_code)
        findings.push_back({Severity::warning,
                            later.where,
                            {"finding.commune_disagrees",
                             {first.name, later.location.commune_text, first.location.commune_text,
                              row_text(first.where, later.where)}}});
}

/// Products by id and by identity.
class Products {
public:
    explicit Products(core::Findings& findings) : findings_{findings} {}

    /// `unread`: the row holds a rating that could not be read. Returns the index of its product.
    std::size_t add(Product&& product, bool unread) {
        Product* first = product.id.empty() ? by_identity(product) : by_id(product.id);
        if (first == nullptr) {
            if (const Product* other = by_identity(product))
                findings_.push_back({Severity::warning,
                                     product.where,
                                     {"finding.one_name_two_ids", {product.name, other->id, product.id}}});
            if (!product.id.empty()) ids_.emplace(product.id, products_.size());
            identities_.emplace(identity(product), products_.size());
            products_.push_back(std::move(product));
            return products_.size() - 1;
        }
        if (core::tone_key(product.name) != core::tone_key(first->name))
            findings_.push_back({Severity::warning,
                                 product.where,
                                 {"finding.one_id_two_names", {product.id, product.name, first->name}}});
        else if (product.recognitions.empty() && !unread)
            findings_.push_back({Severity::warning,
                                 product.where,
                                 {"finding.duplicate_row", {product.name, row_text(first->where, product.where)}}});
        add_recognitions(*first, std::move(product.recognitions), product.where, findings_);
        complete(*first, product, findings_);
        return static_cast<std::size_t>(first - products_.data());
    }

    /// A row of a list of recognitions: its product by id, else by what the row says of name, producer and district.
    /// One that cannot be read, or belongs to no product, is a row that may count.
    void add_recognition(Rating&& rating, std::vector<Unread>& unread) {
        Product& row = rating.row;
        Product* product = row.id.empty() ? only_match(row) : by_id(row.id);
        const int index = product == nullptr ? -1 : static_cast<int>(product - products_.data());
        if (product == nullptr || row.recognitions.empty())
            unread.push_back({"products", row.location, rating.on, {}, row.where, index});
        if (product == nullptr) {
            findings_.push_back({Severity::error,
                                 row.where,
                                 {"finding.recognition_without_product", {row.id.empty() ? row.name : row.id}}});
            return;
        }
        add_recognitions(*product, std::move(row.recognitions), row.where, findings_);
        if (!row.note.empty()) product->note += (product->note.empty() ? "" : "\n") + row.note;
    }

    std::vector<Product> take() { return std::move(products_); }

private:
    Product* by_id(const std::string& id) {
        const auto found = ids_.find(id);
        return found == ids_.end() ? nullptr : &products_[found->second];
    }
    /// A product with another id of its own is another product.
    Product* by_identity(const Product& product) {
        const auto found = identities_.find(identity(product));
        return found == identities_.end() ? nullptr : &products_[found->second];
    }
    /// The product that says the same of itself and, like the row, bears no id.
    Product* without_id(const Product& row) {
        const auto [begin, end] = identities_.equal_range(identity(row));
        for (auto at = begin; at != end; ++at)
            if (products_[at->second].id.empty()) return &products_[at->second];
        return nullptr;
    }
    Product* only_match(const Product& row) {
        if (Product* same = without_id(row)) return same;
        const auto [name, producer, district] = identity(row);
        Product* match = nullptr;
        for (auto at = identities_.lower_bound({name, "", ""}); at != identities_.end(); ++at) {
            const auto& [its_name, its_producer, its_district] = at->first;
            if (its_name != name) break;
            if ((!producer.empty() && producer != its_producer) || (!district.empty() && district != its_district))
                continue;
            if (match != nullptr) return nullptr;
            match = &products_[at->second];
        }
        return match;
    }

    core::Findings& findings_;
    std::vector<Product> products_;
    std::map<std::string, std::size_t> ids_;
    std::multimap<Identity, std::size_t> identities_;
};

}  // namespace

std::string row_text(const core::Place& where, const core::Place& from) {
    const std::string row = std::to_string(where.row);
    if (where.file != from.file)
        return std::filesystem::path{where.file}.filename().string() + " " + where.sheet + "!" + row;
    return where.sheet == from.sheet ? row : where.sheet + "!" + row;
}

void read_product(const Row& row, Draft& draft) {
    Product product;
    product.name = row.name("product");
    if (product.name.empty()) {
        std::optional<Unread> whatever;
        const std::vector<Recognition> recognitions = recognitions_of(row, whatever);
        const bool single = recognitions.size() == 1;
        if (whatever || !recognitions.empty())
            draft.unread("products", row.location(), row.place(),
                         single ? recognitions.front().counts_from() : std::nullopt);
        return;
    }
    product.id = row.text("id");
    product.producer = row.text("producer");
    product.producer_kind = chosen<ProducerKind>(row.value("producer_kind", "producer_kind"),
                                                 {{"enterprise", ProducerKind::enterprise},
                                                  {"cooperative", ProducerKind::cooperative},
                                                  {"cooperative_group", ProducerKind::cooperative_group},
                                                  {"household", ProducerKind::household},
                                                  {"facility", ProducerKind::facility}},
                                                 ProducerKind::unknown);
    product.location = row.location();
    product.group = value_of("group", row.text("group")).value_or(row.text("group"));
    product.contact = row.text("contact");
    product.note = row.lines("note");
    if (const std::string remarks = row.remarks(); !remarks.empty())
        product.note += (product.note.empty() ? "" : "\n") + remarks;
    product.where = row.place();
    std::optional<Unread> unread;
    product.recognitions = recognitions_of(row, unread);
    if (!row.has("stars")) unread = Unread{"products", {}, {}, {}, row.place()};
    if (unread) {
        unread->location = product.location;
        (row.has("stars") ? draft.records.unread : draft.no_stars).push_back(*std::move(unread));
    }
    draft.records.products.push_back(std::move(product));
}

void read_recognition(const Row& row, Draft& draft) {
    Product product;
    product.id = row.text("product_id");
    product.name = row.text("product");
    if (product.id.empty() && product.name.empty()) {
        draft.unread("products", row.location(), row.place());
        return row.warn("product", "finding.row_without_name");
    }
    product.producer = row.text("producer");
    product.location = row.location();
    product.note = row.lines("note");
    product.where = row.place();
    std::optional<Unread> unread;
    product.recognitions = recognitions_of(row, unread);
    const bool single = product.recognitions.size() == 1;
    const auto on = unread ? unread->on : single ? product.recognitions.front().counts_from() : std::nullopt;
    draft.recognitions.push_back({std::move(product), on});
}

domain::Register merged(Draft draft, core::Findings& findings) {
    if (draft.lists_of_products == 0) {  // recognitions alone: what they name are the products that are known
        const auto named = std::stable_partition(draft.recognitions.begin(), draft.recognitions.end(),
                                                 [](const Rating& rating) { return rating.row.name.empty(); });
        if (named != draft.recognitions.end()) draft.records.tables.emplace_back("products");
        for (auto rating = named; rating != draft.recognitions.end(); ++rating) {
            Product& product = rating->row;
            if (product.recognitions.empty()) draft.unread("products", product.location, product.where, rating->on);
            draft.records.products.push_back(std::move(product));
        }
        draft.recognitions.erase(named, draft.recognitions.end());
    }
    Products products{findings};
    std::map<std::tuple<std::string, std::string, int>, Unread*> unread;  // by file, sheet and row
    const auto row_of = [](const core::Place& where) { return std::tuple{where.file, where.sheet, where.row}; };
    for (Unread& row : draft.records.unread)
        if (row.table == "products") unread.emplace(row_of(row.where), &row);
    for (Product& product : draft.records.products) {
        const auto found = unread.find(row_of(product.where));
        const std::size_t index = products.add(std::move(product), found != unread.end());
        if (found != unread.end()) found->second->product = static_cast<int>(index);
    }
    for (Rating& rating : draft.recognitions) products.add_recognition(std::move(rating), draft.records.unread);
    draft.records.products = products.take();
    // What a rating that nobody can read may change lies where its product does.
    for (Unread& row : draft.records.unread)
        if (row.product >= 0) row.location = draft.records.products[static_cast<std::size_t>(row.product)].location;
    tell_contradictions(draft.records, findings);
    if (!draft.has_recognitions && !draft.starless.empty()) {
        for (const core::Place& where : draft.starless)
            findings.push_back({Severity::error, where, {"finding.stars_column_missing", {}}});
        auto& tables = draft.records.tables;
        if (draft.lists_of_products == draft.starless.size()) std::erase(tables, "products");
        std::move(draft.no_stars.begin(), draft.no_stars.end(), std::back_inserter(draft.records.unread));
    }
    return std::move(draft.records);
}

}  // namespace ocop::data
