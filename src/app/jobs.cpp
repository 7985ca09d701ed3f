#include "app/jobs.h"

#include <utility>

namespace ocop::app {

Jobs::Jobs(std::function<void()> wake) : wake_{std::move(wake)}, worker_{[this] { run(); }} {}

Jobs::~Jobs() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    there_is_work_.notify_one();
    worker_.join();
}

void Jobs::post(Work work) {
    {
        const std::lock_guard lock{mutex_};
        waiting_.push_back(std::move(work));
    }
    there_is_work_.notify_one();
}

void Jobs::finish() {
    std::unique_lock lock{mutex_};
    all_done_.wait(lock, [this] { return waiting_.empty() && !working_; });
}

bool Jobs::deliver() {
    std::deque<Delivery> finished;
    {
        const std::lock_guard lock{mutex_};
        finished.swap(finished_);
    }
    for (const Delivery& delivery : finished) delivery();
    return !finished.empty();
}

void Jobs::run() {
    for (;;) {
        Work work;
        {
            std::unique_lock lock{mutex_};
            there_is_work_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
            if (ending_) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
            working_ = true;
        }
        Delivery delivery = work();
        {
            const std::lock_guard lock{mutex_};
            finished_.push_back(std::move(delivery));
            working_ = false;
        }
        all_done_.notify_all();
        wake_();
    }
}

}  // namespace ocop::app
