#include "carto/compose.h"

#include <algorithm>
#include <map>

#include "carto/classes.h"
#include "carto/phrases.h"

namespace ocop::carto {

namespace {

using core::Box;
using core::Point;
using namespace scene;
using domain::Score;
using domain::Status;

constexpr double margin = 0.022, small = 0.022, body = 0.026, legend_width = 0.30, ranking_width = 0.42;
constexpr double map_top = 0.125, map_bottom = 0.805;

class Composer {
public:
    Composer(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
             const MapSpec& spec, const TextMeasure& measure, const core::Words& words)
        : document_{document},
          board_{board},
          geometry_{geometry},
          spec_{spec},
          measure_{measure},
          words_{words},
          territory_{document.territory(board.query.era)} {
        std::vector<std::int64_t> values;
        for (const int unit : geometry.units) values.push_back(classified(score(unit), spec.indicator, spec.show));
        classes_ = classify(values, spec.indicator, spec.show);
    }

    Picture run() {
        scene_.aspect = spec_.aspect;
        scene_.title = document_.title;
        split_far_parts();
        main_map();
        header();
        legend();
        inset_map();
        ranking_column();
        tile_rows();
        footer();
        if (!document_.watermark.empty()) watermark();
        return {std::move(scene_)};
    }

private:
    const Score& score(int unit) const { return board_.score(spec_.indicator, unit); }

    void text(Point at, std::string words, double size, Weight weight = Weight::regular, Colour colour = ink,
              Align align = Align::left) {
        scene_.furniture.emplace_back(Text{at, std::move(words), size, weight, colour, align, 0, {255, 255, 255, 255}});
    }

    /// The text at the size, or smaller (never under the floor), or cut with an ellipsis, so that it fits.
    std::string fitted(std::string words, double& size, double width, Weight weight) const {
        while (size > small && measure_.measure(words, size, weight).width > width)
            size = std::max(small, size - 0.001);
        if (measure_.measure(words, size, weight).width <= width) return words;
        while (!words.empty() && measure_.measure(words + "…", size, weight).width > width) {
            do words.pop_back();
            while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0) == 0x80);
            while (!words.empty() && static_cast<unsigned char>(words.back()) >= 0xC0) words.pop_back();
        }
        return words + "…";
    }

    void fit_text(Point at, std::string words, double size, double width, Weight weight = Weight::regular,
                  Colour colour = ink) {
        const std::string fit = fitted(std::move(words), size, width, weight);
        text(at, fit, size, weight, colour);
    }

    AreaStyle style(int unit) const {
        const Score& s = score(unit);
        AreaStyle style;
        const domain::Unit& own = territory_.units[static_cast<std::size_t>(unit)];
        style.id = own.code;
        style.title = full_name(own, words_) + ": " + value_text(s, spec_.indicator, spec_.show, words_);
        if (!s.value) {
            style.fill = no_data_colour;
            style.pattern = Pattern::dots;
            return style;
        }
        const int which = classes_.of(classified(s, spec_.indicator, spec_.show));
        style.fill = which < 0 ? zero_colour : classes_.classes[static_cast<std::size_t>(which)].colour;
        if (s.status == Status::below) style.pattern = Pattern::hatch;
        if (s.status == Status::severe) style.pattern = Pattern::hatch_severe;
        if (s.status == Status::undetermined) style.pattern = Pattern::stipple;
        return style;
    }

    /// Parts far from the bulk (Thổ Châu) would shrink everything else: they go to an inset (I-1).
    void split_far_parts() {
        Box bulk;
        const auto& areas = geometry_.details.back().geometry->areas;
        for (const core::Shape& shape : areas)
            for (const core::Polygon& polygon : shape.polygons)
                if (core::area(polygon) > 50e6) bulk.add(core::bounds(polygon.outer));
        if (bulk.empty())
            for (const Box& box : geometry_.bounds) bulk.add(box);
        near_ = bulk;
        const Box reach = bulk.grown(0.10 * std::max(bulk.width(), bulk.height()));
        for (const core::Shape& shape : areas)
            for (const core::Polygon& polygon : shape.polygons) {
                const Box box = core::bounds(polygon.outer);
                (reach.contains(box.centre()) ? near_ : far_).add(box);
            }
    }

    Map map_in(const Rect& frame, const Box& shown) {
        Map map;
        map.frame = frame;
        map.ground = ground_colour;
        const double pad = 1.06;
        map.camera = {shown.centre(),
                      std::max({shown.width() * pad / frame.width, shown.height() * pad / frame.height, 1.0})};
        map.geometry = geometry_.detail_for(map.camera.metres_per_h / spec_.pixel_height).geometry;
        for (std::size_t i = 0; i < geometry_.units.size(); ++i) {
            map.areas.push_back(style(geometry_.units[i]));
            map.areas.back().anchor = geometry_.anchors[i];
        }
        LineGroup commune{{}, {0.0009, {0x11, 0x11, 0x11, 180}, 0, {}, false}},
            district{{}, {0.0019, ink, 0.0009, {255, 255, 255, 255}, false}},
            province{{}, {0.0028, ink, 0.0009, {255, 255, 255, 255}, false}};
        for (std::size_t i = 0; i < geometry_.borders.size(); ++i) {
            const BorderClass kind = geometry_.borders[i];
            (kind == BorderClass::commune    ? commune
             : kind == BorderClass::district ? district
                                             : province)
                .lines.push_back(static_cast<int>(i));
        }
        map.lines = {commune, district, province};
        return map;
    }

    void main_map() {
        const Rect frame{margin + legend_width + 0.015, map_top,
                         spec_.aspect - 2 * margin - legend_width - ranking_width - 0.045, map_bottom - map_top};
        Map map = map_in(frame, near_);
        labels(map);
        scene_.maps.push_back(std::move(map));
    }

    void labels(Map& map) {
        std::vector<std::size_t> order(geometry_.units.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        // What is below its quota speaks first; then the larger units.
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto rank = [&](std::size_t i) {
                const Status s = score(geometry_.units[i]).status;
                return s == Status::below || s == Status::severe ? 0 : 1;
            };
            if (rank(a) != rank(b)) return rank(a) < rank(b);
            return geometry_.labels[a].radius > geometry_.labels[b].radius;
        });
        std::vector<Box> taken;
        const auto free = [&](const Box& box) {
            return std::none_of(taken.begin(), taken.end(), [&](const Box& other) { return other.overlaps(box); });
        };
        const Box frame{map.frame.x, map.frame.y, map.frame.right(), map.frame.bottom()};
        for (const std::size_t i : order) {
            const int unit = geometry_.units[i];
            const Point at = to_picture(map, map.camera, geometry_.labels[i].at);
            const double room = 2 * geometry_.labels[i].radius / map.camera.metres_per_h;
            const std::string value = value_text(score(unit), spec_.indicator, spec_.show, words_),
                              name = short_name(territory_, unit, words_);
            const double value_width = measure_.measure(value, 0.026, Weight::semibold).width,
                         name_width = measure_.measure(name, 0.024, Weight::semibold).width;
            const auto boxed = [&](double width, double height) {
                return Box{at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2};
            };
            const Box both = boxed(std::max(value_width, name_width) + 0.002, 0.058),
                      alone = boxed(value_width + 0.002, 0.030);
            const auto put = [&](const std::string& words, double y, double size) {
                map.items.push_back({geometry_.labels[i].at, Text{{0, y},
                                                                  words,
                                                                  size,
                                                                  Weight::semibold,
                                                                  ink,
                                                                  Align::centre,
                                                                  0.12 * size,
                                                                  {255, 255, 255, 255}}});
            };
            const auto inside = [&](const Box& box) {
                return box.min_x > frame.min_x && box.max_x < frame.max_x && box.min_y > frame.min_y &&
                       box.max_y < frame.max_y;
            };
            const bool district = spec_.level == domain::Level::district;
            if (district && room > 0.6 * name_width && free(both) && inside(both)) {
                put(name, -0.006, 0.024);
                put(value, 0.024, 0.026);
                taken.push_back(both);
            } else if (room < 0.044 && district) {  // too small to see: a badge with fill, pattern and number (I-4)
                const Box disc = boxed(0.056, 0.056);
                if (!free(disc) || !inside(disc)) continue;
                const AreaStyle& own = map.areas[i];
                map.items.push_back(
                    {geometry_.labels[i].at,
                     Disc{{0, 0}, 0.026, own.fill, own.pattern, {0.0019, ink, 0.0009, {255, 255, 255, 255}, false}}});
                put(value, 0.009, small);
                taken.push_back(disc);
            } else if ((district || room > value_width) && free(alone) && inside(alone)) {
                put(value, 0.009, 0.026);
                taken.push_back(alone);
            }
        }
    }

    void inset_map() {
        if (far_.empty()) return;
        const Rect frame{margin, map_bottom - 0.10, 0.13, 0.10};
        Map map = map_in(frame, far_);
        scene_.maps.push_back(std::move(map));
        scene_.furniture.emplace_back(BoxItem{frame, {0, 0, 0, 0}, Pattern::none, {0.0019, ink, 0, {}, false}, 0});
        fit_text({frame.right() + 0.008, frame.bottom() - 0.04}, "Thổ Châu", small, legend_width - 0.14);
    }

    void header() {
        double size = 0.045;
        const std::string line =
            fitted(headline(document_, board_, spec_, words_), size, spec_.aspect - 2 * margin, Weight::semibold);
        text({margin, 0.062}, line, size, Weight::semibold);
        fit_text({margin, 0.102}, subtitle(document_, board_, spec_, words_), body, spec_.aspect - 2 * margin,
                 Weight::regular, grey_ink);
    }

    void legend() {
        std::map<int, int> counts;
        int zero = 0, none = 0, below = 0, severe = 0, unsure = 0;
        for (const int unit : geometry_.units) {
            const Score& s = score(unit);
            if (!s.value) {
                ++none;
                continue;
            }
            const int which = classes_.of(classified(s, spec_.indicator, spec_.show));
            which < 0 ? ++zero : ++counts[which];
            below += s.status == Status::below;
            severe += s.status == Status::severe;
            unsure += s.status == Status::undetermined;
        }
        double y = map_top + 0.02;
        fit_text({margin, y}, words_["indicator." + std::string{domain::indicator(spec_.indicator).name}], body,
                 legend_width, Weight::semibold);
        y += 0.014;
        const auto row = [&](Colour fill, Pattern pattern, const std::string& label) {
            scene_.furniture.emplace_back(
                BoxItem{{margin, y, 0.045, 0.032}, fill, pattern, {0.0009, ink, 0, {}, false}, 0});
            fit_text({margin + 0.055, y + 0.025}, label, body, legend_width - 0.055);
            y += 0.040;
        };
        const auto n = [](int count) { return std::to_string(count); };
        for (std::size_t i = classes_.classes.size(); i-- > 0;)
            row(classes_.classes[i].colour, Pattern::none,
                classes_.classes[i].label + " (" + n(counts[static_cast<int>(i)]) + ")");
        const Colour sample = classes_.classes.front().colour;
        if (below > 0) row(sample, Pattern::hatch, words_.say("legend.below", {n(below)}));
        if (severe > 0) row(zero_colour, Pattern::hatch_severe, words_.say("legend.severe", {n(severe)}));
        if (unsure > 0) row(sample, Pattern::stipple, words_.say("legend.undetermined", {n(unsure)}));
        row(zero_colour, Pattern::none, words_.say("legend.zero", {n(zero)}));
        row(no_data_colour, Pattern::dots, words_.say("legend.no_data", {n(none)}));
        const Score& all = score(0);
        const auto unmatched = std::count_if(document_.findings.begin(), document_.findings.end(),
                                             [](const core::Finding& f) { return f.severity != core::Severity::note; });
        std::vector<std::string> notes;
        if (spec_.level == domain::Level::commune && all.unlocated > 0)
            notes.push_back(words_.say("legend.unlocated", {n(all.unlocated)}));
        if (all.undated > 0) notes.push_back(words_.say("legend.undated", {n(all.undated)}));
        if (unmatched > 0) notes.push_back(words_.say("legend.unmatched", {std::to_string(unmatched)}));
        for (const std::string& note : notes) {
            y += 0.026;
            fit_text({margin, y}, note, small, legend_width);
            y += 0.006;
        }
    }

    void ranking_column() {
        const double x = spec_.aspect - margin - ranking_width, right = spec_.aspect - margin, pitch = 0.0415;
        double y = map_top + 0.02;
        text({x, y}, words_["ranking.title"], body, Weight::semibold);
        const auto rows = ranking(document_, board_, spec_, words_);
        const auto most = static_cast<std::size_t>((map_bottom - y) / pitch);
        const std::size_t shown = rows.size() <= most ? rows.size() : most - 1;
        for (std::size_t i = 0; i < shown; ++i) {
            y += pitch;
            const bool short_of = rows[i].status == Status::below || rows[i].status == Status::severe;
            if (rows[i].bar > 0)
                scene_.furniture.emplace_back(BoxItem{
                    {x, y + 0.006, ranking_width * rows[i].bar, 0.004}, scene::rgb(0x256E7E), Pattern::none, {}, 0});
            if (short_of)
                scene_.furniture.emplace_back(
                    BoxItem{{x, y - 0.022, 0.026, 0.026},
                            zero_colour,
                            rows[i].status == Status::severe ? Pattern::hatch_severe : Pattern::hatch,
                            {0.0009, ink, 0, {}, false},
                            0});
            const double value_width = measure_.measure(rows[i].value, body, Weight::semibold).width;
            fit_text({x + 0.034, y}, rows[i].name, body, ranking_width - value_width - 0.05);
            text({right, y}, rows[i].value, body, Weight::semibold, ink, Align::right);
        }
        if (shown < rows.size())
            text({x, y + pitch}, words_.say("ranking.more", {std::to_string(rows.size() - shown)}), small,
                 Weight::regular, grey_ink);
    }

    void tile_rows() {
        const auto all = tiles(document_, board_, words_);
        if (all.empty()) return;
        const std::size_t columns = std::min<std::size_t>(4, all.size());
        const double width = (spec_.aspect - 2 * margin) / static_cast<double>(columns);
        for (std::size_t i = 0; i < all.size() && i < 8; ++i) {
            const double x = margin + width * static_cast<double>(i % columns),
                         y = 0.820 + 0.060 * static_cast<double>(i / columns);
            scene_.furniture.emplace_back(Polyline{{{x, y}, {x + width - 0.02, y}}, {0.0009, ink, 0, {}, false}});
            fit_text({x, y + 0.025}, all[i].label, small, width - 0.02, Weight::regular, grey_ink);
            fit_text({x, y + 0.053}, all[i].value == "–" ? all[i].status : all[i].value + " · " + all[i].status, 0.028,
                     width - 0.02, Weight::semibold);
        }
    }

    void footer() {
        fit_text({margin, 0.962}, document_.source + " · " + completeness_text(board_, words_), small,
                 spec_.aspect - 2 * margin, Weight::regular, grey_ink);
        fit_text({margin, 0.990}, words_["disclaimer"], small, spec_.aspect - 2 * margin, Weight::regular, grey_ink);
    }

    void watermark() {
        const double width = measure_.measure(document_.watermark, 0.03, Weight::semibold).width + 0.03;
        const Rect box{spec_.aspect - margin - width, 0.076, width, 0.042};
        scene_.furniture.emplace_back(BoxItem{box, ink, Pattern::none, {}, 0.004});
        text({box.centre().x, box.bottom() - 0.012}, document_.watermark, 0.03, Weight::semibold, {255, 255, 255, 255},
             Align::centre);
    }

    const domain::Document& document_;
    const domain::Scoreboard& board_;
    const LevelGeometry& geometry_;
    const MapSpec& spec_;
    const TextMeasure& measure_;
    const core::Words& words_;
    const domain::Territory& territory_;
    Classes classes_;
    Scene scene_;
    Box near_, far_;
};

}  // namespace

Picture compose(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                const MapSpec& spec, const TextMeasure& measure, const core::Words& words) {
    return Composer{document, board, geometry, spec, measure, words}.run();
}

}  // namespace ocop::carto
