#include "carto/compose.h"

#include <algorithm>

#include "carto/furniture.h"
#include "carto/label_raster.h"
#include "carto/labels.h"
#include "carto/legend.h"
#include "carto/phrases.h"
#include "carto/placement.h"
#include "carto/rects.h"

namespace ocop::carto {

namespace {

using core::Box;
using scene::LineGroup;
using scene::Rect;
using scene::Stroke;

class Composer {
public:
    Composer(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
             const MapSpec& spec, double page, const scene::TextMeasure& measure, const core::Words& words,
             Rasters& rasters)
        : page_{page},
          geometry_{geometry},
          territory_{document.territory(board.query.era)},
          classes_{classify(board, territory_, spec, words)},
          show_{effective_show(board, territory_, spec)},
          legend_{make_legend(document, board, geometry, classes_, spec, words)},
          type_{spec.type_scale},
          source_{document, board, spec, classes_, measure, words, type_},
          rasters_{rasters} {}

    Picture picture() {
        const MapSpec& spec = source_.spec;
        picture_.scene.aspect = spec.aspect;
        picture_.scene.title = headline(source_.document, source_.board, spec, source_.words);
        for (const LegendRow& row : legend_.rows) {
            picture_.legend_counts.push_back(row.count);
            picture_.legend_names.push_back(row.name(classes_));
        }
        const double full = spec.aspect - 2 * margin;
        Block head, tiles, foot;
        if (spec.parts.headline) head = headline_block(source_, column_width(spec, page_));
        if (spec.parts.tiles) tiles = tiles_block(source_, full);
        if (spec.parts.footer) foot = footer_block(source_, full);
        const Layout layout = lay_out(spec, page_, head.height, tiles.height, foot.height);
        draw_maps(layout.map);
        place(std::move(head), {layout.headline.x, layout.headline.y}, picture_);
        place(std::move(tiles), {layout.tiles.x, layout.tiles.y}, picture_);
        place(std::move(foot), {layout.footer.x, layout.footer.y}, picture_);
        if (spec.parts.ranking)
            place(ranking_block(source_, layout.ranking.width, layout.ranking.height, page_ > 1 ? 2 : 1),
                  {layout.ranking.x, layout.ranking.y}, picture_);
        return std::move(picture_);
    }

private:
    const domain::Score& score(int unit) const { return source_.board.score(source_.spec.indicator, unit); }

    bool dimmed(int unit) const {
        const MapSpec& spec = source_.spec;
        if (!in_focus(territory_, unit, spec.focus)) return true;
        const auto row = static_cast<std::size_t>(spec.isolated_class);
        return spec.isolated_class >= 0 && row < legend_.rows.size() && !legend_.rows[row].holds(classes_, score(unit));
    }

    std::vector<scene::AreaStyle> area_styles() const {
        std::vector<scene::AreaStyle> out;
        for (std::size_t i = 0; i < geometry_.units.size(); ++i) {
            const int unit = geometry_.units[i];
            const domain::Unit& own = territory_.units[static_cast<std::size_t>(unit)];
            scene::AreaStyle style{
                classes_.fill(classes_.of(score(unit))), pattern_of(score(unit)), geometry_.anchors[i], own.code,
                full_name(own, source_.words) + ": " +
                    unit_value_text(score(unit), own.level, source_.spec.indicator, show_, source_.words)};
            if (dimmed(unit)) style.fill = mix(style.fill, ground, 0.75), style.pattern = scene::Pattern::none;
            out.push_back(std::move(style));
        }
        return out;
    }

    std::vector<LineGroup> border_lines(const Box& within) const {
        const MapSpec& spec = source_.spec;
        LineGroup commune{{}, {hairline, with_alpha(ink, 0.7), 0, paper, false}};
        LineGroup district{{}, {0.0019, ink, hairline, paper, false}};
        LineGroup province{{}, {0.0037, ink, hairline, paper, false}};
        LineGroup no_quota{{}, {0.0019, paper, hairline, ink, true}};
        LineGroup hovered{{}, {0.0019, ink, hairline, paper, false}};
        LineGroup selected{{}, selection};
        const bool some_without = std::any_of(geometry_.units.begin(), geometry_.units.end(),
                                              [&](int u) { return score(u).quota.has_value(); });
        LineGroup pulsed{{}, {0.0055, ink, 0.0028, paper, false}};  // once, then it is gone
        std::vector<int> pulsed_areas;
        for (const int unit : spec.pulsed)
            if (const int area = geometry_.area_of(unit); area >= 0) pulsed_areas.push_back(area);
        const int hovered_area = geometry_.area_of(spec.hovered), selected_area = geometry_.area_of(spec.selected);
        const auto lacks_quota = [&](int area) {
            return area >= 0 &&
                   score(geometry_.units[static_cast<std::size_t>(area)]).status == domain::Status::no_quota;
        };
        for (std::size_t i = 0; i < geometry_.borders.size(); ++i) {
            if (!geometry_.line_bounds[i].overlaps(within)) continue;
            const auto [left, right] = geometry_.sides[i];
            const int line = static_cast<int>(i);
            LineGroup& group = geometry_.borders[i] == BorderClass::commune    ? commune
                               : geometry_.borders[i] == BorderClass::district ? district
                                                                               : province;
            group.lines.push_back(line);
            if (some_without && (lacks_quota(left) || lacks_quota(right))) no_quota.lines.push_back(line);
            if (hovered_area >= 0 && (left == hovered_area || right == hovered_area)) hovered.lines.push_back(line);
            if (selected_area >= 0 && (left == selected_area || right == selected_area)) selected.lines.push_back(line);
            for (const int area : pulsed_areas)
                if (left == area || right == area) pulsed.lines.push_back(line);
        }
        std::vector<LineGroup> out;
        for (LineGroup* group : {&commune, &district, &province, &no_quota, &hovered, &pulsed, &selected})
            if (!group->lines.empty()) out.push_back(std::move(*group));
        return out;
    }

    void draw_maps(const Rect& room) {
        const MapSpec& spec = source_.spec;
        Furniture furniture;
        if (spec.parts.legend)
            for (const int columns : {1, 2})
                furniture.legends.push_back(draw_legend(legend_, columns, type_, source_.measure));
        const std::string far_caption = inset_caption(0, 1);
        furniture.inset_caption_width =
            source_.measure.measure(inset_caption(0, 4), type_.small, scene::Weight::regular).width;
        furniture.inset_caption_height = type_.small * line_height;
        furniture.scale_bar_height = type_.small * line_height + 0.012;
        const Placement placed = place_furniture(geometry_, territory_, spec, room, furniture, rasters_);

        scene::Map map;
        map.frame = placed.frame;
        map.camera = placed.camera;
        map.ground = ground;
        const LevelGeometry::Detail& detail = geometry_.detail_for(map.camera.metres_per_h / spec.pixel_height);
        map.geometry = placed.insets.empty() ? detail.geometry : detail.bulk;
        map.areas = area_styles();
        map.lines = border_lines({-1e12, -1e12, 1e12, 1e12});
        if (!placed.insets.empty())
            for (LineGroup& group : map.lines)
                std::erase_if(group.lines,
                              [&](int line) { return map.geometry->lines[static_cast<std::size_t>(line)].empty(); });
        std::vector<Rect> taken = placed.insets;
        taken.push_back(placed.scale_bar);
        if (spec.parts.legend) taken.push_back(placed.legend);
        Block tag;  // the headline carries it where there is one
        if (!spec.parts.headline) tag = tag_block(source_, std::min(0.8, room.width - 0.028));
        const Rect tag_rect{room.right() - tag.width - 0.014, room.y + 0.014, tag.width, tag.height};
        if (tag.width > 0) taken.push_back(tag_rect);
        for (Rect& rect : taken) rect = grown(rect, placed.backed ? 0.016 : 0.006);
        LabelRules rules;
        rules.names_wanted = spec.level != domain::Level::commune || spec.focus >= 0;
        std::vector<bool> open;
        for (const int unit : geometry_.units) open.push_back(dimmed(unit));
        const auto kept = label_raster(map, geometry_, open, rasters_);
        const Raster& raster = *kept;
        taken = place_labels(map, picture_.targets, std::move(taken), geometry_, raster, wishes(rules.names_wanted),
                             rules, type_, source_.measure);
        picture_.scene.maps.push_back(map);
        add_watermark(source_, raster, taken, picture_);
        for (std::size_t i = 0; i < placed.insets.size(); ++i) draw_inset(map, placed, i);

        const auto backing = [&](const Rect& rect) {
            if (placed.backed)
                picture_.scene.furniture.push_back(
                    scene::BoxItem{grown(rect, 0.01), with_alpha(paper, 0.92), scene::Pattern::none, {}, 0.006});
        };
        if (spec.parts.legend) {
            backing(placed.legend);
            place(std::move(furniture.legends[static_cast<std::size_t>(placed.legend_columns - 1)]),
                  {placed.legend.x, placed.legend.y}, picture_);
        }
        backing(placed.scale_bar);
        const double km = scale_bar_km(map.camera.metres_per_h, map.frame.width);
        place(scale_bar_block(source_, km, km * 1000 / map.camera.metres_per_h),
              {placed.scale_bar.x, placed.scale_bar.y}, picture_);
        if (tag.width > 0) place(std::move(tag), {tag_rect.x, tag_rect.y}, picture_);
    }

    std::vector<LabelWish> wishes(bool names_wanted) const {
        std::vector<LabelWish> out;
        for (std::size_t i = 0; i < geometry_.units.size(); ++i) {
            const int unit = geometry_.units[i];
            if (dimmed(unit)) continue;
            const domain::Score& own = score(unit);
            LabelWish wish{static_cast<int>(i),
                           unit,
                           short_name(territory_, unit, source_.words),
                           unit_value_text(own, source_.spec.level, source_.spec.indicator, show_, source_.words),
                           classes_.fill(classes_.of(own)),
                           pattern_of(own)};
            const bool below = own.status == domain::Status::below || own.status == domain::Status::severe;
            const bool selected = unit == source_.spec.selected;
            // A commune that is reached, or one of only two kinds, needs no word: its colour says so.
            const bool said = own.outreach == domain::OutreachStatus::done ||
                              (source_.spec.indicator == domain::IndicatorId::blank_communes && own.value);
            if (said && !names_wanted && !selected) continue;
            const bool value = own.value && own.value->numerator > 0 && !own.outreach;
            wish.quiet = !own.value || own.outreach.has_value();
            wish.selected = selected;
            wish.important = source_.spec.level != domain::Level::commune || below || selected || value;
            // A selection moves no label where every unit has one anyway (N-5).
            wish.rank = (below ? 4 : 0) + (selected && !names_wanted ? 2 : 0) + (own.value ? 1 : 0) +
                        std::clamp(own.gap().value_or(0) / 1000, 0.0, 0.9);
            out.push_back(std::move(wish));
        }
        return out;
    }

    std::string inset_caption(std::size_t which, int times) const {
        if (which >= geometry_.far.size()) return {};
        const std::string name = short_name(territory_, geometry_.far_units[which], source_.words);
        return times > 1 ? source_.words.say("inset.times", {name, std::to_string(times)}) : name;
    }

    void draw_inset(const scene::Map& main, const Placement& placed, std::size_t which) {
        const Rect outer = placed.insets[which];
        const std::size_t group = placed.inset_of[which];
        const Box far = geometry_.far[group];
        const int times = placed.inset_scale[which];
        const double caption = type_.small * line_height;
        scene::Map map = main;
        map.items.clear();
        map.geometry = geometry_.detail_for(main.camera.metres_per_h / times / source_.spec.pixel_height).geometry;
        map.frame = {outer.x, outer.y, outer.width, outer.height - caption};
        map.camera = {far.centre(), main.camera.metres_per_h / times};
        if (source_.spec.camera) map.camera.metres_per_h = std::max(far.width(), far.height()) / 0.06;
        for (std::size_t i = 0; i < map.areas.size(); ++i)
            if (!geometry_.bounds[i].overlaps(far)) map.areas[i].fill.a = 0;
        map.lines = border_lines(far);
        picture_.scene.maps.push_back(std::move(map));
        auto& items = picture_.scene.furniture;
        items.push_back(scene::BoxItem{
            {outer.x, outer.bottom() - caption, outer.width, caption}, ground, scene::Pattern::none, {}, 0});
        items.push_back(
            scene::BoxItem{outer, with_alpha(paper, 0), scene::Pattern::none, {0.0019, ink, 0, paper, false}, 0});
        items.push_back(scene::Text{{outer.centre().x, outer.bottom() - caption * 0.3},
                                    inset_caption(group, source_.spec.camera ? 1 : times),
                                    type_.small,
                                    scene::Weight::regular,
                                    ink,
                                    scene::Align::centre,
                                    0,
                                    paper});
    }

    double page_;
    const LevelGeometry& geometry_;
    const domain::Territory& territory_;
    Classes classes_;
    Show show_;
    Legend legend_;
    Type type_;
    Source source_;
    Rasters& rasters_;
    Picture picture_;
};

}  // namespace

Picture compose(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                const MapSpec& spec, const scene::TextMeasure& measure, const core::Words& words) {
    Rasters rasters;
    return compose(document, board, geometry, spec, measure, words, rasters);
}

Picture compose(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                const MapSpec& spec, const scene::TextMeasure& measure, const core::Words& words, Rasters& rasters) {
    const double page = page_height(spec);
    if (page <= 1) return Composer{document, board, geometry, spec, page, measure, words, rasters}.picture();
    MapSpec upright = spec;
    upright.aspect *= page;
    upright.pixel_height = static_cast<int>(spec.pixel_height / page);
    if (upright.camera) upright.camera->metres_per_h /= page;
    return scaled(Composer{document, board, geometry, upright, page, measure, words, rasters}.picture(), 1 / page);
}

}  // namespace ocop::carto
