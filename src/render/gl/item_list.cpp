#include "render/gl/item_list.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ocop::render {

using core::Point;
using scene::Colour;
using scene::Rect;
using scene::Stroke;

namespace {

float f(double value) { return static_cast<float>(value); }

/// The outline of a box or disc as Cairo walks along it, for dots; in pixels, closed.
core::Line walk(const Rect& rect, double radius, bool disc) {
    if (radius <= 0)
        return {{rect.x, rect.y},
                {rect.right(), rect.y},
                {rect.right(), rect.bottom()},
                {rect.x, rect.bottom()},
                {rect.x, rect.y}};
    core::Line out;
    const auto arc = [&](Point middle, double from, double to) {
        constexpr int steps = 24;
        for (int i = 0; i <= steps; ++i) {
            const double angle = from + (to - from) * i / steps;
            out.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
        }
    };
    constexpr double quarter = std::numbers::pi / 2;
    if (disc) {
        for (int i = 0; i < 4; ++i) arc(rect.centre(), i * quarter, (i + 1) * quarter);
    } else {
        arc({rect.right() - radius, rect.y + radius}, -quarter, 0);
        arc({rect.right() - radius, rect.bottom() - radius}, 0, quarter);
        arc({rect.x + radius, rect.bottom() - radius}, quarter, 2 * quarter);
        arc({rect.x + radius, rect.y + radius}, 2 * quarter, 3 * quarter);
    }
    out.push_back(out.front());
    return out;
}

}  // namespace

void ItemList::add(const scene::Item& item, Point origin, Point settled) {
    std::visit([&](const auto& which) { add_item(which, origin, settled); }, item);
}

void ItemList::add_item(const scene::BoxItem& box, Point o, Point) {
    const Rect rect{(box.rect.x + o.x) * height_, (box.rect.y + o.y) * height_, box.rect.width * height_,
                    box.rect.height * height_};
    const double radius = std::min({box.radius * height_, rect.width / 2, rect.height / 2});
    add_filled(rect, radius, box.fill, box.pattern, box.outline);
    if (box.outline.dotted && box.outline.width > 0) add_stroke(walk(rect, radius, false), box.outline, true);
}

void ItemList::add_item(const scene::Disc& disc, Point o, Point) {
    const double radius = disc.radius * height_;
    const Rect rect{(disc.centre.x + o.x) * height_ - radius, (disc.centre.y + o.y) * height_ - radius, 2 * radius,
                    2 * radius};
    add_filled(rect, radius, disc.fill, disc.pattern, disc.outline);
    if (disc.outline.dotted && disc.outline.width > 0) add_stroke(walk(rect, radius, true), disc.outline, true);
}

void ItemList::add_item(const scene::Polyline& line, Point o, Point) {
    if (line.stroke.width <= 0) return;
    core::Line points;
    for (const Point p : line.points) points.push_back({(p.x + o.x) * height_, (p.y + o.y) * height_});
    add_stroke(points, line.stroke, false);
}

void ItemList::add_item(const scene::Text& text, Point o, Point settled) {
    if (text.text.empty()) return;
    const TextPlace place = place_of(text, o, settled, height_);
    const TextAtlas::Glyphs& glyphs = atlas_.find(text, height_, place.phase);
    const double left = place.x + glyphs.left, top = place.y + glyphs.top;
    ItemInstance quad;
    quad.quad = {f(left), f(top), f(left + glyphs.width), f(top + glyphs.height)};
    quad.texel = {f(glyphs.x), f(glyphs.y)};
    add_quad(quad, ItemStep::Kind::texts, glyphs.page);
}

void ItemList::add_filled(const Rect& rect, double radius, Colour fill, scene::Pattern pattern, const Stroke& outline) {
    ItemInstance box;
    const Point centre = rect.centre();
    const double core = outline.width > 0 ? std::max(outline.width * height_, 1.0) / 2 : 0;
    const double casing = core > 0 && outline.casing > 0 ? core + outline.casing * height_ : 0;
    const double reach = std::max(core, casing) + 1;
    box.shape = {f(centre.x), f(centre.y), f(rect.width / 2), f(rect.height / 2)};
    box.look = {f(radius), f(outline.dotted ? 0 : core), f(casing), static_cast<float>(pattern)};
    box.fill = fill;
    box.core = outline.colour;
    box.casing = outline.casing_colour;
    const auto part = [&](double left, double top, double right, double bottom) {
        box.quad = {f(left), f(top), f(right), f(bottom)};
        add_quad(box, ItemStep::Kind::boxes);
    };
    const double left = rect.x - reach, top = rect.y - reach, right = rect.right() + reach,
                 bottom = rect.bottom() + reach;
    // The inside of a large plain box is cleared, its rim is drawn around that.
    constexpr double large = 100 * 100;
    const double inset = std::max(radius, reach);
    PixelRect inner{static_cast<int>(std::ceil(rect.x + inset)), static_cast<int>(std::ceil(rect.y + inset)),
                    static_cast<int>(std::floor(rect.right() - inset)),
                    static_cast<int>(std::floor(rect.bottom() - inset))};
    const double inner_area = static_cast<double>(inner.right - inner.left) * (inner.bottom - inner.top);
    const bool plain = pattern == scene::Pattern::none && (fill.a == 255 || fill.a == 0);
    if (!plain || inner.empty() || inner_area < large) {
        part(left, top, right, bottom);
        return;
    }
    if (fill.a == 255) {
        ItemStep step;
        step.kind = ItemStep::Kind::clear;
        step.colour = fill;
        step.part = common(inner, clip_);
        if (!step.part.empty()) steps.push_back(step);
    }
    part(left, top, right, inner.top);
    part(left, inner.top, inner.left, inner.bottom);
    part(inner.right, inner.top, right, inner.bottom);
    part(left, inner.bottom, right, bottom);
}

void ItemList::add_quad(const ItemInstance& instance, ItemStep::Kind kind, std::size_t page) {
    const auto [left, top, right, bottom] = instance.quad;
    if (right <= static_cast<float>(clip_.left) || left >= static_cast<float>(clip_.right) ||
        bottom <= static_cast<float>(clip_.top) || top >= static_cast<float>(clip_.bottom))
        return;
    if (steps.empty() || steps.back().kind != kind || steps.back().page != page) {
        ItemStep step;
        step.kind = kind;
        step.first = instances.size();
        step.page = page;
        steps.push_back(step);
    }
    instances.push_back(instance);
    ++steps.back().count;
}

void ItemList::add_strips(std::size_t first, double width_px, Colour colour) {
    ItemStep step;
    step.kind = ItemStep::Kind::strips;
    step.first = first;
    step.count = strips.indices.size() - first;
    step.width_px = width_px;
    step.colour = colour;
    if (step.count > 0) steps.push_back(step);
}

void ItemList::add_stroke(const core::Line& points, const Stroke& stroke, bool only_dots) {
    const double core = std::max(stroke.width * height_, 1.0);
    const std::size_t line = strips.indices.size();
    if (!only_dots) {
        strips.add_line(points);
        if (stroke.casing > 0) add_strips(line, core + 2 * stroke.casing * height_, stroke.casing_colour);
    }
    const std::size_t dots = strips.indices.size();
    if (!stroke.dotted) {
        add_strips(line, core, stroke.colour);
        return;
    }
    for (const Point p : dots_along(points, 3 * core)) strips.add_disc(p);
    add_strips(dots, core, stroke.colour);
}

}  // namespace ocop::render
