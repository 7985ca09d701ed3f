#pragma once
// The parts of zipped office files (.xlsx, .ods) and their XML, element by element.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "data/gdal.h"

namespace ocop::data {

/// A zipped office file, unpacked part by part.
class Package {
public:
    explicit Package(const std::string& bytes);
    /// None when there is no such part. Throws core::Error "error.not_a_table" {`file`} when the part is damaged.
    std::optional<std::string> part(const std::string& name, const std::string& file) const;

private:
    MemoryFolder memory_;
    std::string path_;
};

/// Attributes of an element; names without their prefix.
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_{pairs} {}
    /// Empty when there is none.
    std::string_view operator[](std::string_view name) const;
    bool has(std::string_view name) const;
    int number(std::string_view name, int otherwise) const;

private:
    const char* find(std::string_view name) const;
    const char** pairs_;
};

struct XmlHandler {
    std::function<void(std::string_view element, const Attributes&)> start;  // element without its prefix
    std::function<void(std::string_view element)> end;
    std::function<void(std::string_view)> text;
};

/// Throws core::Error "error.not_a_table" {`file`} for what is no XML.
void parse_xml(const std::string& bytes, const std::string& file, const XmlHandler& handler);

/// A number as shortest text that never looks like grouped thousands: 12345, 0.5, 1.2340 (1.234 could be 1234).
std::string number_text(double value);
/// The same of a number as XML writes it; the text itself when it is none.
std::string number_text(std::string_view text);

}  // namespace ocop::data
