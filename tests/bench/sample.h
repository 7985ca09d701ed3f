#pragma once
// Repeated measurements: median and spread, and other programs measured from outside.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace ocop::bench {

struct Sample {
    std::vector<double> values;
    double at(double share) const {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    }
    double median() const { return at(0.5); }
};

/// "282 ms (251–301)"
inline std::string text(const Sample& sample, const char* unit = "ms", int decimals = 1) {
    char out[96];
    std::snprintf(out, sizeof out, "%.*f %s (%.*f–%.*f)", decimals, sample.median(), unit, decimals, sample.at(0),
                  decimals, sample.at(1));
    return out;
}

inline double now_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Work>
Sample repeated(int times, Work work) {
    Sample out;
    for (int i = 0; i < times; ++i) {
        const double begin = now_ms();
        work();
        out.values.push_back(now_ms() - begin);
    }
    return out;
}

inline std::string number(double value) {
    char out[32];
    std::snprintf(out, sizeof out, "%.4g", value);
    return out;
}

struct Ran {
    double said_ms = 0;  // until its first line of output
    double wall_ms = 0, peak_mb = 0;
    int status = 0;
    std::string said;
};

/// Runs a program to its end. It never prints what this program has not printed yet.
inline Ran run(const std::vector<std::string>& command) {
    std::fflush(nullptr);
    int ends[2];
    if (pipe(ends) != 0) return {0, 0, 0, 126, {}};
    const double begin = now_ms();
    const pid_t child = fork();
    if (child == 0) {
        std::vector<char*> arguments;
        for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    close(ends[1]);
    Ran out;
    char some[256];
    for (ssize_t count; (count = read(ends[0], some, sizeof some)) > 0;) {
        if (out.said.empty()) out.said_ms = now_ms() - begin;
        out.said.append(some, static_cast<std::size_t>(count));
    }
    close(ends[0]);
    rusage usage{};
    wait4(child, &out.status, 0, &usage);
    out.wall_ms = now_ms() - begin;
    out.peak_mb = static_cast<double>(usage.ru_maxrss) / 1024;
    return out;
}

/// Processor time so far of a running program.
inline double cpu_ms_of(pid_t process) {
    char path[64];
    std::snprintf(path, sizeof path, "/proc/%d/stat", process);
    std::FILE* file = std::fopen(path, "r");
    if (file == nullptr) return 0;
    long user = 0, system = 0;
    if (std::fscanf(file, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system) != 2)
        user = 0;
    std::fclose(file);
    return static_cast<double>(user + system) * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace ocop::bench
