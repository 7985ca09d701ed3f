#include "carto/labels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "carto/label_mask.h"
#include "carto/label_stack.h"
#include "carto/rects.h"

namespace ocop::carto {

namespace {

using core::Box;
using core::Point;
using scene::Rect;
using scene::Weight;

constexpr double badge_height = 0.052;
constexpr double leader_width = 0.0015;
constexpr double air = 0.003;    // between the ink of two labels, one above the other
constexpr double apart = 0.009;  // side by side: two numbers must not read as one

/// Offsets around a point, nearest first; ties in rows, so places do not depend on anything else.
std::vector<Point> offsets(double reach, double step) {
    std::vector<Point> out;
    const int n = static_cast<int>(reach / step);
    for (int row = -n; row <= n; ++row)
        for (int column = -n; column <= n; ++column) out.push_back({column * step, row * step});
    std::stable_sort(out.begin(), out.end(),
                     [](Point a, Point b) { return a.x * a.x + 1.5 * a.y * a.y < b.x * b.x + 1.5 * b.y * b.y; });
    return out;
}

/// How a label may reach for free ground: how far, and over how much of its neighbours the leader may run.
struct Reach {
    double distance = 0.14, over_others = 0;
};

class Placer {
public:
    Placer(scene::Map& map, std::vector<Picture::Target>& targets, std::vector<Rect> taken,
           const LevelGeometry& geometry, const Raster& raster, const LabelRules& rules, const Type& type,
           const scene::TextMeasure& measure)
        : map_{map},
          targets_{targets},
          covered_{std::move(taken), {}},
          geometry_{geometry},
          rules_{rules},
          type_{type},
          measure_{measure},
          raster_{raster},
          near_{offsets(0.12, 0.008)},
          starts_{offsets(0.09, 0.03)} {}

    /// What is on its unit first: no two of these meet, so these places are for good. Gives the others.
    std::vector<const LabelWish*> sit(const std::vector<const LabelWish*>& wishes) {
        std::vector<const LabelWish*> left;
        for (const LabelWish* wish : wishes)
            if (in_sight(*wish) && !sits_well(*wish)) left.push_back(wish);
        return left;
    }

    /// What came of a try: those without their name, though names are wanted, and of these those with nothing at all.
    struct Failed {
        std::vector<const LabelWish*> unnamed, unsaid;  // the second are among the first
        double reached = 0;                             // H, of the leaders
        /// Nothing at all is far worse than a number alone; and either is worse for what ranks high.
        double badness() const {
            double out = 2 * reached;
            for (const LabelWish* wish : unnamed) out += 1 + 0.5 * wish->rank;
            for (const LabelWish* wish : unsaid) out += 20 * (1 + wish->rank);
            return out;
        }
    };
    /// Then what has to lean or to reach out; the first `ahead` of the list choose before everything else.
    Failed reach(const std::vector<const LabelWish*>& left, std::size_t ahead) {
        Failed out;
        if (!rules_.names_wanted) {
            for (const LabelWish* wish : left) numbered(*wish);
            return out;
        }
        const auto middle = left.begin() + static_cast<std::ptrdiff_t>(ahead);
        for (auto wish = left.begin(); wish != middle; ++wish) name({*wish}, out);
        name({middle, left.end()}, out);
        for (const Way& way : covered_.leaders) out.reached += std::hypot(way.to.x - way.from.x, way.to.y - way.from.y);
        return out;
    }

    /// What must not be covered; and back to what it was, for another try.
    struct Covered {
        std::vector<Rect> rects;
        std::vector<Way> leaders;
    };
    const Covered& covered() const { return covered_; }
    void uncover(const Covered& before) { covered_ = before; }

private:
    Point home(const LabelWish& wish) const {
        return to_picture(map_, map_.camera, geometry_.labels[static_cast<std::size_t>(wish.area)].at);
    }
    double room(const LabelWish& wish) const {
        return 2 * geometry_.labels[static_cast<std::size_t>(wish.area)].radius / map_.camera.metres_per_h;
    }
    bool in_sight(const LabelWish& wish) const {
        const Point at = home(wish);
        return inside_frame({at.x - 0.005, at.y - 0.005, 0.01, 0.01});
    }

    bool sits_well(const LabelWish& wish) {
        if (rules_.names_wanted && room(wish) < rules_.badge_below) return false;
        const auto all = named_stacks(wish.name, wish.value, type_, measure_);
        const std::vector<Point> offsets = spots(wish);
        for (const double clear : {0.006, 0.002})
            for (const LabelStack& stack : all)
                if (on_unit(wish, stack, clear, offsets)) return true;
        if (rules_.names_wanted) return false;
        for (const double size : {type_.value, Type::floor})
            if (on_unit(wish, value_stack(wish.value, size, measure_), 0.001, offsets)) return true;
        return false;
    }

    /// N-4, a step for all before the next step: outside with its name where the leader crosses nothing, leaning a
    /// little over a border, outside across a neighbour, its number alone, a badge.
    void name(std::vector<const LabelWish*> left, Failed& failed) {
        const auto outside = [&](const LabelWish& wish, const Reach& reach) {
            const auto all = named_stacks(wish.name, wish.value, type_, measure_);
            return call_out(wish, all.front(), reach) || call_out(wish, all[all.size() / 2 - 1], reach);
        };
        const auto over_border = [&](const LabelWish& wish, double share) {
            const auto all = named_stacks(wish.name, wish.value, type_, measure_);
            return std::any_of(all.begin(), all.end(),
                               [&](const LabelStack& stack) { return leaning(wish, stack, share); });
        };
        const auto number = [&](const LabelWish& wish) {
            const LabelStack small = value_stack(wish.value, Type::floor, measure_);
            const std::vector<Point> offsets = spots(wish);
            return on_unit(wish, value_stack(wish.value, type_.value, measure_), 0.001, offsets) ||
                   on_unit(wish, small, 0.001, offsets) || badge(wish, {0.14, 0.05}) || leaning(wish, small, 0.5) ||
                   call_out(wish, small, {0.3, 0.2}) || leaning(wish, small, 0.3) || call_out(wish, small, {0.5, 0.5});
        };
        const auto step = [&](const auto& way) {
            std::erase_if(left, [&](const LabelWish* wish) { return way(*wish); });
        };
        step([&](const LabelWish& wish) { return room(wish) < rules_.badge_below && badge(wish, {0.12, 0}); });
        step([&](const LabelWish& wish) { return outside(wish, {0.14, 0}); });
        step([&](const LabelWish& wish) { return over_border(wish, 0.92); });
        step([&](const LabelWish& wish) { return outside(wish, {0.2, 0.05}); });
        step([&](const LabelWish& wish) { return over_border(wish, 0.78); });
        step([&](const LabelWish& wish) { return outside(wish, {0.26, 0.12}); });
        failed.unnamed.insert(failed.unnamed.end(), left.begin(), left.end());
        step(number);
        over_leaders_ = true;  // a number on another's leader is better than none
        step(number);
        over_leaders_ = false;
        failed.unsaid.insert(failed.unsaid.end(), left.begin(), left.end());
    }

    /// A commune's number: over its border, in a badge. What is not known is worth no badge.
    void numbered(const LabelWish& wish) {
        const LabelStack number = value_stack(wish.value, Type::floor, measure_);
        const bool tiny = room(wish) < 0.4 * number.height;
        if (!tiny && leaning(wish, number, 0.7)) return;
        if (wish.important)
            (void)(badge(wish, {0.12, 0}) || badge(wish, {0.16, 0.03}) || badge(wish, {0.26, 0.06}) ||
                   leaning(wish, number, 0.4));
        else if (!wish.quiet)
            badge(wish, {0.1, 0});
    }

    bool inside_frame(const Rect& rect) const {
        return rect.x >= map_.frame.x && rect.y >= map_.frame.y && rect.right() <= map_.frame.right() &&
               rect.bottom() <= map_.frame.bottom();
    }
    bool free(const Rect& rect) const {
        return inside_frame(rect) &&
               std::none_of(covered_.rects.begin(), covered_.rects.end(),
                            [&](const Rect& other) { return overlap(rect, other); }) &&
               (over_leaders_ || std::none_of(covered_.leaders.begin(), covered_.leaders.end(),
                                              [&](const Way& way) { return touches(rect, way); }));
    }
    Box in_metres(const Rect& rect) const {
        const Point low = to_metres(map_, map_.camera, {rect.x, rect.bottom()});
        const Point high = to_metres(map_, map_.camera, {rect.right(), rect.y});
        return {low.x, low.y, high.x, high.y};
    }
    bool lies_on(const Rect& rect, int area) const { return raster_.all(in_metres(rect), area); }
    /// The province's outline runs through the text (N-6); beside it, within half a cell of the raster, is not through.
    bool crossed(const Rect& ink) const { return raster_.crossed(in_metres(grown(ink, -0.002))); }
    Rect bounds_of(int area) const {
        const Box& box = geometry_.bounds[static_cast<std::size_t>(area)];
        const Point a = to_picture(map_, map_.camera, {box.min_x, box.max_y});
        const Point b = to_picture(map_, map_.camera, {box.max_x, box.min_y});
        return {a.x, a.y, b.x - a.x, b.y - a.y};
    }
    int area_at(Point p) const { return raster_.at(to_metres(map_, map_.camera, p)); }

    void add(const LabelWish& wish, scene::Item item) {
        map_.items.push_back({geometry_.labels[static_cast<std::size_t>(wish.area)].at, std::move(item)});
    }
    void keep(const LabelWish& wish, const Rect& rect) {
        covered_.rects.push_back({rect.x - apart, rect.y - air, rect.width + 2 * apart, rect.height + 2 * air});
        targets_.push_back({rect, wish.unit, -1, geometry_.labels[static_cast<std::size_t>(wish.area)].at});
    }

    void mask(const LabelWish& wish, const LabelStack& stack, Point offset) {
        const Point at = home(wish);
        for (scene::BoxItem& box : label_mask(stack, {at.x + offset.x, at.y + offset.y}, wish.fill,
                                              [&](const Rect& rect) { return lies_on(rect, wish.area); })) {
            box.rect.x -= at.x, box.rect.y -= at.y;
            add(wish, std::move(box));
        }
    }

    /// The lines, their middle at `offset` from the unit's label point.
    void write(const LabelWish& wish, const LabelStack& stack, Point offset, Colour fill) {
        for (const LabelLine& line : stack.lines)
            add(wish, scene::Text{{offset.x, offset.y + line.baseline},
                                  line.text,
                                  line.size,
                                  line.weight,
                                  ink_on(fill),
                                  scene::Align::centre,
                                  0.12 * line.size,
                                  halo_on(fill)});
    }
    void put(const LabelWish& wish, const LabelStack& stack, Point offset) {
        const Point at = home(wish);
        if (wish.pattern != scene::Pattern::none) mask(wish, stack, offset);
        write(wish, stack, offset, wish.fill);
        for (const LabelLine& line : stack.lines) keep(wish, line.ink({at.x + offset.x, at.y + offset.y}));
    }

    /// Offsets of the middle of a label that keep it on its unit.
    std::vector<Point> spots(const LabelWish& wish) const {
        const Rect bounds = bounds_of(wish.area);
        const Point at = home(wish);
        std::vector<Point> out;
        for (const Point offset : near_) {
            const double x = at.x + offset.x, y = at.y + offset.y;
            if (x > bounds.x && x < bounds.right() && y > bounds.y && y < bounds.bottom() &&
                area_at({x, y}) == wish.area)
                out.push_back(offset);
        }
        return out;
    }

    /// Every line with `clear` around it on the unit.
    bool on_unit(const LabelWish& wish, const LabelStack& stack, double clear, const std::vector<Point>& offsets) {
        const Rect bounds = bounds_of(wish.area);
        if (bounds.width < stack.width || bounds.height < stack.height || room(wish) < 0.4 * stack.height) return false;
        const Point at = home(wish);
        for (const Point offset : offsets) {
            const Point middle{at.x + offset.x, at.y + offset.y};
            const bool fits = std::all_of(stack.lines.begin(), stack.lines.end(), [&](const LabelLine& line) {
                return lies_on(grown(line.ink(middle), clear), wish.area);
            });
            if (!fits || !std::all_of(stack.lines.begin(), stack.lines.end(), [&](const LabelLine& line) {
                    return free(line.ink(middle)) && !crossed(line.ink(middle));
                }))
                continue;
            put(wish, stack, offset);
            return true;
        }
        return false;
    }

    /// Mostly on its unit, the rest over a neighbour's quiet part: still clearly owned, and better than nothing. Where
    /// most of it is on the unit.
    bool leaning(const LabelWish& wish, const LabelStack& stack, double share) {
        constexpr int columns = 11, rows = 4;
        const Point at = home(wish);
        std::optional<Point> best;
        double most = 0;
        for (const Point offset : near_) {
            const double away = std::hypot(offset.x, offset.y);
            if (away > 0.035) break;
            const Point middle{at.x + offset.x, at.y + offset.y};
            const int all = static_cast<int>(stack.lines.size()) * columns * rows;
            int missed = 0;  // samples over a neighbour; over ground there must be none
            const int most_missed = static_cast<int>((1 - share) * all);
            for (const LabelLine& line : stack.lines) {
                const Rect rect = line.ink(middle);
                for (int i = 0; i < columns * rows && missed <= most_missed; ++i) {
                    const int here = area_at({rect.x + rect.width * (i % columns + 0.5) / columns,
                                              rect.y + rect.height * (i / columns + 0.5) / rows});
                    missed += here == wish.area ? 0 : here == Raster::ground ? all : 1;
                }
            }
            if (missed > most_missed ||
                !std::all_of(stack.lines.begin(), stack.lines.end(), [&](const LabelLine& line) {
                    return free(line.ink(middle)) && !crossed(line.ink(middle));
                }))
                continue;
            const int own = all - missed;
            if (const double good = static_cast<double>(own) / all - 2 * away; good > most) most = good, best = offset;
        }
        if (best) put(wish, stack, *best);
        return best.has_value();
    }

    /// How much of a straight way lies on other units; nothing where it meets a label or another leader.
    std::optional<double> over_others(int area, const Way& way) const {
        if (std::any_of(covered_.leaders.begin(), covered_.leaders.end(),
                        [&](const Way& other) { return cross(way, other); }))
            return {};
        if (std::any_of(covered_.rects.begin(), covered_.rects.end(),
                        [&](const Rect& other) { return touches(other, way); }))
            return {};
        const double length = std::hypot(way.to.x - way.from.x, way.to.y - way.from.y);
        const int steps = 1 + static_cast<int>(length / 0.004);
        int others = 0;
        for (int i = 0; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            const int here =
                area_at({way.from.x + (way.to.x - way.from.x) * t, way.from.y + (way.to.y - way.from.y) * t});
            others += here != area && here != Raster::ground ? 1 : 0;
        }
        return length * others / (steps + 1);
    }

    struct Spot {
        Point start, middle;  // offsets from the label point: the leader's dot, the block
    };

    /// Points of a unit that a leader may start from: its label point, and others well inside.
    std::vector<Point> starts(const LabelWish& wish) const {
        std::vector<Point> out{{0, 0}};
        if (!rules_.names_wanted || room(wish) < rules_.badge_below) return out;
        const Point at = home(wish);
        for (const Point offset : starts_) {
            const double x = at.x + offset.x, y = at.y + offset.y;
            if (lies_on({x - 0.01, y - 0.01, 0.02, 0.02}, wish.area)) out.push_back(offset);
        }
        return out;
    }

    /// The best free ground for a block near the unit: a short leader that crosses as little as it may.
    std::optional<Spot> find_ground(const LabelWish& wish, double width, double height, const Reach& reach) const {
        const int directions = rules_.names_wanted ? 24 : 60;  // badges of small units lie close together
        const Point at = home(wish);
        std::optional<Spot> best;
        double least = 1e9;
        for (const Point start : starts(wish))
            for (int i = 0; i < directions; ++i) {
                const double angle = 2 * std::numbers::pi * i / directions;
                const Point from{at.x + start.x, at.y + start.y}, way{std::cos(angle), std::sin(angle)};
                for (double distance = 0.02; distance <= reach.distance; distance += 0.01) {
                    const double cost = distance + 0.4 * std::hypot(start.x, start.y);
                    if (cost >= least) break;
                    const Point edge{from.x + distance * way.x, from.y + distance * way.y};
                    const Point middle{edge.x + width / 2 * way.x, edge.y + height / 2 * way.y};
                    const Rect rect{middle.x - width / 2, middle.y - height / 2, width, height};
                    if (!lies_on(grown(rect, 0.004), Raster::ground) || !free(rect) || crossed(rect)) continue;
                    const auto others = over_others(wish.area, {from, edge});
                    if (!others || *others > reach.over_others) break;
                    if (const double all = cost + 4 * *others; all < least) {
                        least = all;
                        best = Spot{start, {middle.x - at.x, middle.y - at.y}};
                    }
                    break;
                }
            }
        return best;
    }

    /// From the unit to the edge of a block at `to`.
    void leader(const LabelWish& wish, Point start, Point to, double width, double height) {
        const Point way{start.x - to.x, start.y - to.y};
        const double t =
            std::min({1.0, width / 2 / std::max(std::abs(way.x), 1e-9), height / 2 / std::max(std::abs(way.y), 1e-9)});
        const Point end{to.x + way.x * t, to.y + way.y * t}, at = home(wish);
        add(wish, scene::Polyline{{start, end}, {leader_width, ink, 0.0008, paper, false}});
        add(wish, scene::Disc{start, 0.0035, ink, scene::Pattern::none, {0.0008, paper, 0, paper, false}});
        covered_.leaders.push_back({{at.x + start.x, at.y + start.y}, {at.x + end.x, at.y + end.y}});
    }

    bool call_out(const LabelWish& wish, const LabelStack& stack, const Reach& reach) {
        const double width = stack.width + 0.008, height = stack.height + 0.006;
        const auto spot = find_ground(wish, width, height, reach);
        if (!spot) return false;
        leader(wish, spot->start, spot->middle, width, height);
        write(wish, stack, spot->middle, ground);
        finish(wish, spot->middle, width, height);
        return true;
    }

    void finish(const LabelWish& wish, Point middle, double width, double height) {
        const Point at = home(wish);
        keep(wish, {at.x + middle.x - width / 2, at.y + middle.y - height / 2, width, height});
    }

    /// A disc (or pill) with fill, pattern and number, its name below where names are wanted.
    bool badge(const LabelWish& wish, const Reach& reach) {
        const LabelStack value = value_stack(wish.value, std::max(Type::floor, type_.name * 0.95), measure_);
        const double pill = std::max(badge_height, value.width + 0.03);
        const double size = type_.name;
        const double name =
            rules_.names_wanted ? measure_.measure(wish.name, size, Weight::regular).width + 0.006 : 0.0;
        const double width = std::max(pill, name), height = badge_height + (name > 0 ? size * 1.3 : 0);
        const auto spot = find_ground(wish, width, height, reach);
        if (!spot) return false;
        const Point disc{spot->middle.x, spot->middle.y - height / 2 + badge_height / 2};
        leader(wish, spot->start, disc, pill, badge_height);
        const scene::Stroke outline = wish.selected ? selection : scene::Stroke{0.0019, ink, hairline, paper, false};
        add(wish, scene::BoxItem{{disc.x - pill / 2, disc.y - badge_height / 2, pill, badge_height},
                                 wish.fill,
                                 wish.pattern,
                                 outline,
                                 badge_height / 2});
        if (wish.pattern != scene::Pattern::none) {
            const Rect behind = grown(value.lines[0].ink(disc), 0.003);
            add(wish, scene::BoxItem{behind, with_alpha(wish.fill, 0.85), scene::Pattern::none, {}, 0.006});
        }
        write(wish, value, disc, wish.fill);
        if (name > 0)
            add(wish, scene::Text{{spot->middle.x, spot->middle.y + height / 2 - size * 0.3},
                                  wish.name,
                                  size,
                                  Weight::regular,
                                  ink,
                                  scene::Align::centre,
                                  0.12 * size,
                                  ground});
        finish(wish, spot->middle, width, height);
        return true;
    }

    scene::Map& map_;
    std::vector<Picture::Target>& targets_;
    Covered covered_;
    const LevelGeometry& geometry_;
    const LabelRules& rules_;
    const Type& type_;
    const scene::TextMeasure& measure_;
    const Raster& raster_;
    std::vector<Point> near_, starts_;
    bool over_leaders_ = false;
};

/// Units that stayed without their names choose first in another try, those without anything before them; the order
/// that fails least is the one.
void place_rest(Placer& placer, std::vector<const LabelWish*> order, scene::Map& map,
                std::vector<Picture::Target>& targets) {
    constexpr int tries = 8, most_tries = 24;  // more only while a unit has nothing at all
    const auto items = static_cast<std::ptrdiff_t>(map.items.size()), own = static_cast<std::ptrdiff_t>(targets.size());
    const Placer::Covered before = placer.covered();
    std::vector<const LabelWish*> best = order;
    std::size_t ahead = 0, best_ahead = 0;
    double least = 1e9;
    bool unsaid = true;
    for (int i = 0;; ++i) {
        const bool last = i >= (unsaid ? most_tries : tries);
        const Placer::Failed failed = last ? placer.reach(best, best_ahead) : placer.reach(order, ahead);
        if (last || failed.unnamed.empty()) return;
        if (failed.badness() < least)
            least = failed.badness(), unsaid = !failed.unsaid.empty(), best = order, best_ahead = ahead;
        const auto first = [&](const LabelWish* wish) {
            if (std::find(order.begin(), order.end(), wish) - order.begin() >= static_cast<std::ptrdiff_t>(ahead))
                ++ahead;
            std::erase(order, wish);
            order.insert(order.begin(), wish);
        };
        for (const LabelWish* wish : failed.unnamed) first(wish);
        for (const LabelWish* wish : failed.unsaid) first(wish);
        placer.uncover(before);
        map.items.erase(map.items.begin() + items, map.items.end());
        targets.erase(targets.begin() + own, targets.end());
    }
}

}  // namespace

std::vector<Rect> place_labels(scene::Map& map, std::vector<Picture::Target>& targets, std::vector<Rect> taken,
                               const LevelGeometry& geometry, const Raster& raster, std::vector<LabelWish> wishes,
                               const LabelRules& rules, const Type& type, const scene::TextMeasure& measure) {
    std::stable_sort(wishes.begin(), wishes.end(),
                     [](const LabelWish& a, const LabelWish& b) { return a.rank > b.rank; });
    Placer placer{map, targets, std::move(taken), geometry, raster, rules, type, measure};
    for (const bool important : {true, false}) {
        std::vector<const LabelWish*> some;
        for (const LabelWish& wish : wishes)
            if (wish.important == important) some.push_back(&wish);
        place_rest(placer, placer.sit(some), map, targets);
    }
    return placer.covered().rects;
}

}  // namespace ocop::carto
