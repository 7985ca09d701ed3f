#include "app/handout.h"

#include <algorithm>

#include "app/paper_pen.h"
#include "carto/phrases.h"
#include "core/text.h"
#include "domain/counting.h"
#include "ui/rows.h"

namespace ocop::app {

namespace {

using domain::IndicatorId;
using domain::Status;
using scene::Weight;

// Millimetres on upright A4. Nothing is set smaller than 2.65 mm (7.5 points).
constexpr double page_width = 210, page_height = 297, margin = 14, room = page_width - 2 * margin;
constexpr double map_height = 118, small = 2.65, body = 3.0, heading = 3.8, row_gap = 1.1;

struct ProductLine {
    std::string name, producer, stars, from, until, counted;
    bool counts = false;
};

bool is_below(Status status) { return status == Status::below || status == Status::severe; }

class Handout {
public:
    Handout(const HandoutSource& source, int unit)
        : source_{source},
          words_{source.words},
          document_{source.document},
          territory_{document_.territory(source.board.query.era)},
          unit_{unit},
          pen_{source.measure} {}

    std::vector<render::Sheet> sheets() {
        const std::vector<ProductLine> lines = products();
        double y = start(true);
        y = draw_map(y) + 4.5;
        y = draw_quotas(y) + 4;
        y = table_head(y, lines.size());
        for (const ProductLine& line : lines) {
            const double high = row_height(line);
            if (y + high > bottom()) {
                finish();
                y = table_head(start(false), lines.size());
            }
            draw_row(line, y, high);
            y += high;
        }
        if (lines.empty()) pen_.text(margin, y + 5, no_products(), body, Weight::regular, carto::soft_ink);
        finish();
        for (std::size_t i = 0; i < sheets_.size(); ++i) add_footer(i);
        return std::move(sheets_);
    }

private:
    const domain::Unit& own() const { return territory_.units[static_cast<std::size_t>(unit_)]; }
    const domain::Score& score(IndicatorId id) const { return source_.board.score(id, unit_); }
    std::string name() const { return carto::full_name(own(), words_); }
    static double bottom() { return page_height - margin - 10.5; }

    /// The head of a sheet; returns where what follows may begin.
    double start(bool first) {
        double y = margin;
        pen_.text(margin, y + small, document_.title + " · " + document_.plan.id, small, Weight::regular,
                  carto::soft_ink);
        if (!document_.watermark.empty()) {
            const double wide = pen_.width(document_.watermark, small, Weight::semibold) + 4;
            pen_.box({margin + room - wide, y - 1, wide, small + 2.4}, carto::ink, scene::Pattern::none, 0, 0.5);
            pen_.text(margin + room - wide + 2, y + small + 0.1, document_.watermark, small, Weight::semibold,
                      carto::paper);
        }
        y += small + 3;
        const double size = pen_.fitted(name(), room, first ? 8.5 : 5.5, 4, Weight::semibold);
        pen_.text(margin, y + size, name(), size, Weight::semibold);
        y += size * PaperPen::line + 0.5;
        if (!first) return y + 2;
        y = pen_.paragraph(margin, y, room, summary(), heading, Weight::regular);
        carto::MapSpec spec;
        spec.level = own().level;
        y = pen_.paragraph(margin, y + 0.4, room, carto::subtitle(document_, source_.board, spec, words_), body,
                           Weight::regular, carto::soft_ink);
        return y + 2.5;
    }

    /// "Đạt 2/5 chỉ tiêu được giao. Chưa đạt: …. Chưa đủ dữ liệu: …."
    std::string summary() const {
        int given = 0, met = 0;
        std::string below, open;
        for (const domain::Indicator& indicator : domain::indicators()) {
            const domain::Score& own_score = score(indicator.id);
            if (!own_score.quota) continue;
            ++given;
            const std::string label = words_["tile." + std::string{indicator.name}];
            if (own_score.status == Status::met)
                ++met;
            else if (is_below(own_score.status))
                below += (below.empty() ? "" : ", ") + label;
            else
                open += (open.empty() ? "" : ", ") + label;
        }
        if (given == 0) return words_["handout.no_quota"];
        std::string out = words_.say("handout.met", {std::to_string(met), std::to_string(given)});
        if (!below.empty()) out += " " + words_.say("handout.below", {below});
        if (!open.empty()) out += " " + words_.say("handout.open", {open});
        return out;
    }

    double draw_map(double top) {
        carto::MapSpec spec;
        spec.level = domain::Level::commune;
        spec.focus = unit_;
        spec.aspect = room / map_height;
        spec.pixel_height = 1400;  // 300 dpi
        spec.parts = {.headline = false, .legend = true, .ranking = false, .tiles = false, .footer = false};
        const carto::Picture picture =
            carto::compose(document_, source_.board, source_.communes, spec, source_.measure, words_);
        parts_.push_back({picture.scene, margin, top, map_height});
        pen_.box({margin, top, room, map_height}, {255, 255, 255, 0}, scene::Pattern::none, 0.2);
        return top + map_height;
    }

    /// One cell per indicator of the plan: value large, quota, and what is missing.
    double draw_quotas(double top) {
        std::vector<IndicatorId> shown;
        for (const domain::Indicator& indicator : domain::indicators()) {
            const auto& targets = document_.plan.targets;
            const bool planned = std::any_of(targets.begin(), targets.end(), [&](const domain::Target& target) {
                return target.indicator == indicator.id;
            });
            if (planned && score(indicator.id).status != Status::not_applicable) shown.push_back(indicator.id);
        }
        pen_.text(margin, top + heading, words_["handout.quotas"], heading, Weight::semibold);
        top += heading * PaperPen::line + 1.5;
        constexpr std::size_t columns = 4;
        constexpr double wide = room / columns, high = 16.6;
        for (std::size_t i = 0; i < shown.size(); ++i)
            draw_quota(shown[i], margin + wide * static_cast<double>(i % columns),
                       top + high * static_cast<double>(i / columns), wide - 4);
        return top + high * static_cast<double>((shown.size() + columns - 1) / columns);
    }

    void draw_quota(IndicatorId id, double x, double y, double wide) {
        const domain::Score& own_score = score(id);
        const bool below = is_below(own_score.status);
        pen_.rule(x, y, wide, below ? carto::ink : carto::rule, below ? 0.5 : 0.2);
        y += 1;
        const std::string label = words_["tile." + std::string{domain::indicator(id).name}];
        pen_.text(x, y + small, label, pen_.fitted(label, wide, small, 2.5, Weight::regular), Weight::regular,
                  carto::soft_ink);
        y += small * PaperPen::line;
        const bool share = domain::indicator(id).measure == domain::Measure::percent;
        const std::string value =
            carto::value_text(own_score, id, share ? carto::Show::percent : carto::Show::count, words_);
        pen_.text(x, y + 5.2, value, pen_.fitted(value, wide, 5.6, body, Weight::semibold), Weight::semibold);
        y += 7;
        double indent = 0;
        if (below || own_score.status == Status::met) {
            const auto pattern = !below                               ? scene::Pattern::none
                                 : own_score.status == Status::severe ? scene::Pattern::hatch_severe
                                                                      : scene::Pattern::hatch;
            pen_.box({x, y + 0.35, 2.5, 2.5}, below ? carto::paper : carto::ink, pattern, 0.15, below ? 0 : 1.25);
            indent = 3.6;
        }
        pen_.paragraph(x + indent, y, wide - indent, carto::status_text(own_score, words_), small,
                       below ? Weight::semibold : Weight::regular, carto::ink, 2);
    }

    bool is_doubted(int product) const {
        const auto& unread = document_.records.unread;
        return std::any_of(unread.begin(), unread.end(),
                           [product](const domain::Unread& row) { return row.product == product; });
    }

    /// Every product of the unit, those that count first.
    std::vector<ProductLine> products() const {
        const domain::Locator locator{document_, territory_.era};
        const domain::Query& query = source_.board.query;
        std::vector<ProductLine> out;
        for (const domain::Product& product : document_.records.products) {
            const domain::Spot spot = locator.locate(product.location);
            if (spot.district != unit_ && spot.commune != unit_) continue;
            ProductLine line{product.name, product.producer, "–", words_["ui.date_unknown"], "–", {}, false};
            const auto standing = domain::standing(product, document_.plan, query.basis, query.as_of);
            const domain::RowRef row{domain::Table::products,
                                     static_cast<int>(&product - document_.records.products.data())};
            const domain::Score& score = source_.board.score(domain::IndicatorId::products, unit_);
            const auto among = [&row](const std::vector<domain::RowRef>& rows) {
                return std::find(rows.begin(), rows.end(), row) != rows.end();
            };
            line.counts = among(score.rows);
            // One of which nobody knows the last rating, by its date or because it cannot be read, is neither.
            const bool open = among(score.undated_rows) || (!line.counts && is_doubted(row.index));
            line.counted = words_[line.counts ? "handout.counted" : open ? "handout.undecided" : "handout.not_counted"];
            if (!product.recognitions.empty()) {
                const auto which =
                    standing ? static_cast<std::size_t>(standing->recognition) : product.recognitions.size() - 1;
                const domain::Recognition& recognition = product.recognitions[which];
                const int stars = standing ? standing->stars : recognition.stars;
                line.stars = words_.say("value.stars", {std::to_string(stars)});
                line.from = ui::date_text(recognition.counts_from(), words_);
                const auto last = recognition.last_valid_day();
                const auto from = recognition.counts_from();
                if (last)
                    line.until =
                        (from && from->approximate && !recognition.expires_on ? "≈ " : "") + domain::vietnamese(*last);
            }
            out.push_back(std::move(line));
        }
        std::stable_sort(out.begin(), out.end(), [](const ProductLine& a, const ProductLine& b) {
            return a.counts != b.counts ? a.counts : core::compare_vi(a.name, b.name) < 0;
        });
        return out;
    }

    std::string no_products() const {
        const domain::Score& own_score = score(IndicatorId::products);
        return words_[own_score.value ? "handout.no_products" : "handout.products_unknown"];
    }

    static constexpr double columns_[] = {0, 60, 119, 132, 154, 176};  // the last one ends at the right margin
    static constexpr double widths_[] = {57, 56, 11, 20, 20};

    double table_head(double y, std::size_t count) {
        pen_.text(margin, y + heading, words_.say("handout.products", {std::to_string(count)}), heading,
                  Weight::semibold);
        y += heading * PaperPen::line + 1.5;
        const char* const heads[] = {"ui.column.name", "ui.column.producer", "handout.stars", "handout.from",
                                     "handout.until"};
        for (std::size_t i = 0; i < std::size(heads); ++i)
            pen_.text(margin + columns_[i], y + small, words_[heads[i]], small, Weight::semibold, carto::soft_ink);
        pen_.text(margin + room, y + small, words_["handout.counts"], small, Weight::semibold, carto::soft_ink,
                  scene::Align::right);
        y += small * PaperPen::line + 0.6;
        pen_.rule(margin, y, room, carto::ink);
        return y;
    }

    double row_height(const ProductLine& line) const {
        const auto count = std::max(pen_.lines(line.name, widths_[0], body, Weight::regular).size(),
                                    pen_.lines(line.producer, widths_[1], body, Weight::regular).size());
        return static_cast<double>(std::max<std::size_t>(count, 1)) * body * PaperPen::line + row_gap;
    }

    void draw_row(const ProductLine& line, double y, double high) {
        const auto colour = line.counts ? carto::ink : carto::soft_ink;
        const double top = y + row_gap / 2;
        pen_.paragraph(margin, top, widths_[0], line.name, body, Weight::regular, colour);
        pen_.paragraph(margin + columns_[1], top, widths_[1], line.producer, body, Weight::regular, colour);
        pen_.text(margin + columns_[2], top + body, line.stars, body, Weight::semibold, colour);
        pen_.text(margin + columns_[3], top + body, line.from, small, Weight::regular, colour);
        pen_.text(margin + columns_[4], top + body, line.until, small, Weight::regular, colour);
        pen_.text(margin + room, top + body, line.counted, small, Weight::regular, colour, scene::Align::right);
        pen_.rule(margin, y + high, room);
    }

    void finish() {
        parts_.push_back({pen_.take(), 0, 0, PaperPen::mm_per_h});
        sheets_.push_back({page_width, page_height, std::exchange(parts_, {}), sheets_.empty() ? name() : ""});
    }

    void add_footer(std::size_t page) {
        PaperPen foot{source_.measure};
        const double top = page_height - margin - 9.5;
        foot.rule(margin, top, room);
        const std::string line = document_.source + " · " + carto::completeness_text(source_.board, words_) + " · " +
                                 words_["footer.disclaimer"];
        const std::string number =
            words_.say("handout.page", {std::to_string(page + 1), std::to_string(sheets_.size())});
        const double aside = foot.width(number, small, Weight::regular);
        foot.paragraph(margin, top + 1, room - aside - 6, line, small, Weight::regular, carto::soft_ink, 3);
        foot.text(margin + room, top + 1 + small, number, small, Weight::regular, carto::soft_ink, scene::Align::right);
        sheets_[page].parts.push_back({foot.take(), 0, 0, PaperPen::mm_per_h});
    }

    const HandoutSource& source_;
    const core::Words& words_;
    const domain::Document& document_;
    const domain::Territory& territory_;
    int unit_;
    PaperPen pen_;
    std::vector<render::Sheet::Part> parts_;
    std::vector<render::Sheet> sheets_;
};

}  // namespace

std::vector<render::Sheet> handout(const HandoutSource& source, int unit) { return Handout{source, unit}.sheets(); }

}  // namespace ocop::app
