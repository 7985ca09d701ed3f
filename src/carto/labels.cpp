#include "carto/labels.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace ocop::carto {

namespace {

using core::Box;
using core::Point;
using scene::Rect;
using scene::Weight;

constexpr double badge_height = 0.052;
constexpr double leader_width = 0.0015;

struct Line {
    std::string text;
    double size;
    Weight weight;
    double width;
};

/// Lines of text stacked and centred; the rectangle has its middle at the origin.
struct Stack {
    std::vector<Line> lines;
    double width = 0, height = 0;
    Rect around(Point p) const { return {p.x - width / 2, p.y - height / 2, width, height}; }
};

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Offsets around a point, nearest first; ties by angle, so places do not depend on anything else.
std::vector<Point> offsets(double reach, double step) {
    std::vector<Point> out;
    const int n = static_cast<int>(reach / step);
    for (int row = -n; row <= n; ++row)
        for (int column = -n; column <= n; ++column) out.push_back({column * step, row * step});
    std::stable_sort(out.begin(), out.end(),
                     [](Point a, Point b) { return a.x * a.x + 1.5 * a.y * a.y < b.x * b.x + 1.5 * b.y * b.y; });
    return out;
}

class Placer {
public:
    Placer(scene::Map& map, std::vector<Picture::Target>& targets, std::vector<Rect> taken,
           const LevelGeometry& geometry, const LabelRules& rules, const Type& type, const scene::TextMeasure& measure,
           Rasters& rasters)
        : map_{map},
          targets_{targets},
          taken_{std::move(taken)},
          geometry_{geometry},
          rules_{rules},
          type_{type},
          measure_{measure},
          raster_{raster_of(rasters)},
          near_{offsets(0.12, 0.008)} {}

    /// First round: what fits well. A number that found its place keeps it until the second round.
    void place(const LabelWish& wish) {
        const auto area = static_cast<std::size_t>(wish.area);
        const Point at = to_picture(map_, map_.camera, geometry_.labels[area].at);
        if (!inside({at.x - 0.005, at.y - 0.005, 0.01, 0.01})) return;
        const double room = 2 * geometry_.labels[area].radius / map_.camera.metres_per_h;
        if (room < rules_.badge_below && rules_.names_wanted) {
            if (badge(wish, at)) return;
        } else {
            for (const Stack& stack : stacks(wish))
                if (room > 0.5 * stack.height && within(wish, stack, at)) return;
        }
        for (const double size : {type_.value, Type::floor})
            if (reserve(wish, value_only(wish.value, size), at, true)) return;
        if (wish.important && badge(wish, at)) return;
        if (wish.important && rules_.names_wanted) reserve(wish, value_only(wish.value, Type::floor), at, false);
    }

    /// Second round: a name for each number where there is room for it, else the number alone.
    void settle() {
        for (const Reserved& own : std::exchange(reserved_, {})) {
            taken_.erase(std::find(taken_.begin(), taken_.end(), own.rect));
            if (rules_.names_wanted && with_name(own.wish, own.at)) continue;
            write(own.wish, own.stack, own.offset, own.wish.fill,
                  own.on_unit && own.wish.pattern != scene::Pattern::none);
            taken_.push_back(own.rect);
        }
    }

private:
    std::shared_ptr<const Raster> raster_of(Rasters& rasters) const {
        const Point low = to_metres(map_, map_.camera, {map_.frame.x, map_.frame.bottom()});
        const Point high = to_metres(map_, map_.camera, {map_.frame.right(), map_.frame.y});
        return rasters.find(map_.geometry, geometry_.bounds, {low.x, low.y, high.x, high.y},
                            0.004 * map_.camera.metres_per_h);
    }

    Line line(const std::string& text, double size, Weight weight) const {
        return {text, size, weight, measure_.measure(text, size, weight).width};
    }

    static Stack stacked(std::vector<Line> lines) {
        Stack out;
        for (const Line& each : lines) {
            out.width = std::max(out.width, each.width);
            out.height += each.size * 1.22;
        }
        out.width += 0.008;
        out.height += 0.004;
        out.lines = std::move(lines);
        return out;
    }

    Stack value_only(const std::string& value, double size) const {
        return stacked({line(value, size, Weight::semibold)});
    }

    /// Name over value: in one line, broken at the best space, and smaller.
    std::vector<Stack> stacks(const LabelWish& wish) const {
        std::vector<Stack> out;
        for (const double shrink : {1.0, 0.92}) {
            const double name = std::max(Type::floor, type_.name * shrink),
                         value = std::max(Type::floor, type_.value * shrink);
            out.push_back(stacked({line(wish.name, name, Weight::regular), line(wish.value, value, Weight::semibold)}));
            std::size_t best = std::string::npos;
            double narrowest = 1e9;
            for (auto space = wish.name.find(' '); space != std::string::npos; space = wish.name.find(' ', space + 1)) {
                const double width = std::max(line(wish.name.substr(0, space), name, Weight::regular).width,
                                              line(wish.name.substr(space + 1), name, Weight::regular).width);
                if (width < narrowest) narrowest = width, best = space;
            }
            if (best != std::string::npos)
                out.push_back(stacked({line(wish.name.substr(0, best), name, Weight::regular),
                                       line(wish.name.substr(best + 1), name, Weight::regular),
                                       line(wish.value, value, Weight::semibold)}));
        }
        return out;
    }

    bool inside(const Rect& rect) const {
        return rect.x >= map_.frame.x && rect.y >= map_.frame.y && rect.right() <= map_.frame.right() &&
               rect.bottom() <= map_.frame.bottom();
    }
    bool free(const Rect& rect) const {
        return inside(rect) &&
               std::none_of(taken_.begin(), taken_.end(), [&](const Rect& other) { return overlap(rect, other); });
    }
    bool lies_on(const Rect& rect, int area) const {
        const Point low = to_metres(map_, map_.camera, {rect.x, rect.bottom()});
        const Point high = to_metres(map_, map_.camera, {rect.right(), rect.y});
        return raster_->all({low.x, low.y, high.x, high.y}, area);
    }

    Rect bounds_of(int area) const {
        const Box& box = geometry_.bounds[static_cast<std::size_t>(area)];
        const Point a = to_picture(map_, map_.camera, {box.min_x, box.max_y});
        const Point b = to_picture(map_, map_.camera, {box.max_x, box.min_y});
        return {a.x, a.y, b.x - a.x, b.y - a.y};
    }

    void add(const LabelWish& wish, scene::Item item) {
        map_.items.push_back({geometry_.labels[static_cast<std::size_t>(wish.area)].at, std::move(item)});
    }

    /// The lines, their middle at `offset` from the unit's label point.
    void write(const LabelWish& wish, const Stack& stack, Point offset, Colour fill, bool mask) {
        if (mask)
            add(wish,
                scene::BoxItem{{offset.x - stack.width / 2, offset.y - stack.height / 2, stack.width, stack.height},
                               with_alpha(fill, 0.85),
                               scene::Pattern::none,
                               {},
                               0.006});
        double y = offset.y - stack.height / 2 + 0.002;
        for (const Line& each : stack.lines) {
            y += each.size * 1.22;
            add(wish, scene::Text{{offset.x, y - each.size * 0.26},
                                  each.text,
                                  each.size,
                                  each.weight,
                                  ink_on(fill),
                                  scene::Align::centre,
                                  0.12 * each.size,
                                  halo_on(fill)});
        }
    }

    bool within(const LabelWish& wish, const Stack& stack, Point at) {
        const double slack = 0.004;
        const Rect room = bounds_of(wish.area);
        for (const Point offset : near_) {
            const Rect rect = stack.around({at.x + offset.x, at.y + offset.y});
            const Rect own{rect.x + slack, rect.y + slack, rect.width - 2 * slack, rect.height - 2 * slack};
            if (own.x < room.x || own.y < room.y || own.right() > room.right() || own.bottom() > room.bottom() ||
                !lies_on(own, wish.area) || !free(rect))
                continue;
            write(wish, stack, offset, wish.fill, wish.pattern != scene::Pattern::none);
            taken_.push_back(rect);
            return true;
        }
        return false;
    }

    /// Mostly on its unit, the rest over a neighbour's quiet part: still clearly owned, and better than no name.
    bool leaning(const LabelWish& wish, const Stack& stack, Point at) {
        constexpr int columns = 13, rows = 7;
        for (const Point offset : near_) {
            if (std::hypot(offset.x, offset.y) > 0.03) break;
            const Rect rect = stack.around({at.x + offset.x, at.y + offset.y});
            if (!free(rect)) continue;
            int own = 0, outside = 0;
            for (int row = 0; row < rows; ++row)
                for (int column = 0; column < columns; ++column) {
                    const int here = raster_->at(to_metres(
                        map_, map_.camera,
                        {rect.x + rect.width * (column + 0.5) / columns, rect.y + rect.height * (row + 0.5) / rows}));
                    own += here == wish.area ? 1 : 0;
                    outside += here == Raster::ground ? 1 : 0;
                }
            if (own < 0.78 * columns * rows || outside > 0.05 * columns * rows) continue;
            write(wish, stack, offset, wish.fill, false);  // a mask would cover the neighbour's border
            taken_.push_back(rect);
            return true;
        }
        return false;
    }

    bool with_name(const LabelWish& wish, Point at) {
        const auto all = stacks(wish);
        for (const Stack& stack : all)
            if (leaning(wish, stack, at)) return true;
        for (const Stack& stack : {all.front(), all.back()})
            if (call_out(wish, stack, at)) return true;
        return false;
    }

    /// Keeps a place on the unit, or with its middle on the unit and the rest over the border.
    bool reserve(const LabelWish& wish, const Stack& stack, Point at, bool on_unit) {
        for (const Point offset : near_) {
            const Rect rect = stack.around({at.x + offset.x, at.y + offset.y});
            const double slack = 0.004;
            const bool fits =
                on_unit ? lies_on({rect.x + slack, rect.y + slack, rect.width - 2 * slack, rect.height - 2 * slack},
                                  wish.area)
                        : raster_->at(to_metres(map_, map_.camera, rect.centre())) == wish.area;
            if (!fits || !free(rect)) continue;
            taken_.push_back(rect);
            reserved_.push_back({wish, stack, at, offset, rect, on_unit});
            return true;
        }
        return false;
    }

    /// A straight way over the unit itself and free ground, crossing no label.
    bool clear_way(int area, Point from, Point to) const {
        const int steps = 1 + static_cast<int>(std::hypot(to.x - from.x, to.y - from.y) / 0.004);
        for (int i = 0; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            const Point p{from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
            const int here = raster_->at(to_metres(map_, map_.camera, p));
            if (here != area && here != Raster::ground) return false;
            for (const Rect& other : taken_)
                if (overlap({p.x, p.y, 1e-6, 1e-6}, other)) return false;
        }
        return true;
    }

    /// The nearest free ground for a block around the unit; gives the block's middle as an offset.
    std::optional<Point> find_ground(const LabelWish& wish, Point at, double width, double height, double reach) const {
        for (double distance = 0.02; distance <= reach; distance += 0.01)
            for (int i = 0; i < 24; ++i) {
                const double angle = 2 * std::numbers::pi * i / 24;
                const Point edge{at.x + distance * std::cos(angle), at.y + distance * std::sin(angle)};
                const Point middle{edge.x + width / 2 * std::cos(angle), edge.y + height / 2 * std::sin(angle)};
                const Rect rect{middle.x - width / 2, middle.y - height / 2, width, height};
                if (free(rect) &&
                    lies_on({rect.x - 0.003, rect.y - 0.003, width + 0.006, height + 0.006}, Raster::ground) &&
                    clear_way(wish.area, at, edge))
                    return Point{middle.x - at.x, middle.y - at.y};
            }
        return {};
    }

    void leader(const LabelWish& wish, Point to) {
        add(wish, scene::Polyline{{{0, 0}, to}, {leader_width, ink, 0.0008, paper, false}});
        add(wish, scene::Disc{{0, 0}, 0.0035, ink, scene::Pattern::none, {0.0008, paper, 0, paper, false}});
    }

    static Point towards(Point middle, double width, double height) {
        const double length = std::hypot(middle.x, middle.y);
        const double t =
            std::min(width / 2 / std::max(std::abs(middle.x), 1e-9), height / 2 / std::max(std::abs(middle.y), 1e-9));
        return length > 0 && t < 1 ? Point{middle.x * (1 - t), middle.y * (1 - t)} : Point{0, 0};
    }

    bool call_out(const LabelWish& wish, const Stack& stack, Point at) {
        const auto middle = find_ground(wish, at, stack.width, stack.height, 0.14);
        if (!middle) return false;
        leader(wish, towards(*middle, stack.width, stack.height));
        write(wish, stack, *middle, ground, false);
        finish(wish, at, *middle, stack.width, stack.height);
        return true;
    }

    void finish(const LabelWish& wish, Point at, Point middle, double width, double height) {
        const Rect rect{at.x + middle.x - width / 2, at.y + middle.y - height / 2, width, height};
        taken_.push_back(rect);
        targets_.push_back({rect, wish.unit, -1, geometry_.labels[static_cast<std::size_t>(wish.area)].at});
    }

    /// A disc (or pill) with fill, pattern and number, its name beside it where names are wanted.
    bool badge(const LabelWish& wish, Point at) {
        const Line value = line(wish.value, std::max(Type::floor, type_.name * 0.95), Weight::semibold);
        const double pill = std::max(badge_height, value.width + 0.026);
        const Line name =
            rules_.names_wanted ? line(wish.name, type_.name, Weight::regular) : Line{"", 0, Weight::regular, 0};
        const double width = std::max(pill, name.width + 0.006),
                     height = badge_height + (name.width > 0 ? name.size * 1.25 : 0);
        const auto middle = find_ground(wish, at, width, height, 0.12);
        if (!middle) return false;
        const Point disc{middle->x, middle->y - height / 2 + badge_height / 2};
        leader(wish, towards(disc, pill, badge_height));
        add(wish, scene::BoxItem{{disc.x - pill / 2, disc.y - badge_height / 2, pill, badge_height},
                                 wish.fill,
                                 wish.pattern,
                                 {0.0019, ink, hairline, paper, false},
                                 badge_height / 2});
        write(wish, stacked({value}), disc, wish.fill, wish.pattern != scene::Pattern::none);
        if (name.width > 0)
            add(wish, scene::Text{{middle->x, middle->y + height / 2 - name.size * 0.3},
                                  name.text,
                                  name.size,
                                  name.weight,
                                  ink,
                                  scene::Align::centre,
                                  0.12 * name.size,
                                  ground});
        finish(wish, at, *middle, width, height);
        return true;
    }

    struct Reserved {
        LabelWish wish;
        Stack stack;
        Point at, offset;
        Rect rect;
        bool on_unit;
    };

    scene::Map& map_;
    std::vector<Reserved> reserved_;
    std::vector<Picture::Target>& targets_;
    std::vector<Rect> taken_;
    const LevelGeometry& geometry_;
    const LabelRules& rules_;
    const Type& type_;
    const scene::TextMeasure& measure_;
    std::shared_ptr<const Raster> raster_;
    std::vector<Point> near_;
};

}  // namespace

void place_labels(scene::Map& map, std::vector<Picture::Target>& targets, std::vector<Rect> taken,
                  const LevelGeometry& geometry, std::vector<LabelWish> wishes, const LabelRules& rules,
                  const Type& type, const scene::TextMeasure& measure, Rasters& rasters) {
    std::stable_sort(wishes.begin(), wishes.end(),
                     [](const LabelWish& a, const LabelWish& b) { return a.rank > b.rank; });
    Placer placer{map, targets, std::move(taken), geometry, rules, type, measure, rasters};
    for (const LabelWish& wish : wishes) placer.place(wish);
    placer.settle();
}

}  // namespace ocop::carto
