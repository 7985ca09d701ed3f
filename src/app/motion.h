#pragma once
// From one picture to the next as cartography.md §15 wants it: the camera, then the colours, then hatch and labels.
// A pure function of time; who draws gives the seconds.
#include <memory>
#include <optional>

#include "scene/scene.h"

namespace ocop::app {

class Motion {
public:
    /// `camera`: of the old picture as it is seen now.
    Motion(scene::Scene from, const scene::Camera& camera, scene::Scene to);

    /// What is on the screen so many seconds after the beginning.
    struct Frame {
        enum class Picture { old, between, next } picture = Picture::next;
        std::optional<scene::Camera> camera;  // of the old picture
        scene::Scene scene;                   // between: colours on their way, without hatch and labels
    };
    Frame at(double seconds) const;
    /// Until the last part ends; 0: there is nothing to move.
    double seconds() const { return camera_seconds_ + colour_seconds_ + label_seconds_; }
    /// The new picture was composed again meanwhile.
    void aim(scene::Scene to) { to_ = std::move(to); }

private:
    scene::Scene between(double share) const;

    scene::Scene from_, to_;
    scene::Camera start_, end_;  // both of the old picture
    double camera_seconds_ = 0, colour_seconds_ = 0, label_seconds_ = 0;
};

}  // namespace ocop::app
