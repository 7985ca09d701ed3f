#pragma once
// One worker thread that takes values and returns values. What a job returns runs on the main thread.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace ocop::app {

class Jobs {
public:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery()>;

    /// `wake` is called from the worker when a delivery waits.
    explicit Jobs(std::function<void()> wake);
    ~Jobs();  // finishes the running job, forgets the others
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    void post(Work work);
    /// Waits until everything that was posted is done.
    void finish();
    /// Runs what finished, on the calling thread. True when there was something.
    bool deliver();

private:
    void run();

    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable there_is_work_, all_done_;
    std::deque<Work> waiting_;
    std::deque<Delivery> finished_;
    bool ending_ = false, working_ = false;
    std::thread worker_;
};

}  // namespace ocop::app
