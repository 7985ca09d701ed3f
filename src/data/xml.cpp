#include "data/xml.h"

#include <cpl_vsi.h>
#include <expat.h>

#include <charconv>
#include <cmath>
#include <memory>

#include "core/error.h"

namespace ocop::data {

namespace {

constexpr vsi_l_offset largest_part = 512U << 20U;  // a part that claims more is made to exhaust memory

std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

const XmlHandler& handler_of(void* data) { return *static_cast<const XmlHandler*>(data); }

void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    if (handler_of(data).start) handler_of(data).start(local(name), Attributes{attributes});
}
void XMLCALL on_end(void* data, const XML_Char* name) {
    if (handler_of(data).end) handler_of(data).end(local(name));
}
void XMLCALL on_text(void* data, const XML_Char* text, int length) {
    if (handler_of(data).text) handler_of(data).text({text, static_cast<std::size_t>(length)});
}

}  // namespace

Package::Package(const std::string& bytes) : path_{"/vsizip/" + memory_.add("package.zip", bytes) + "/"} {}

std::optional<std::string> Package::part(const std::string& name, const std::string& file) const {
    const Quiet quiet;
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> open{VSIFOpenL((path_ + name).c_str(), "rb"), VSIFCloseL};
    if (!open) return {};
    VSIFSeekL(open.get(), 0, SEEK_END);
    const vsi_l_offset size = VSIFTellL(open.get());
    if (size > largest_part) throw core::Error("error.not_a_table", {file});
    VSIFSeekL(open.get(), 0, SEEK_SET);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (VSIFReadL(bytes.data(), 1, bytes.size(), open.get()) != bytes.size() || quiet.failures() > 0)
        throw core::Error("error.not_a_table", {file});
    return bytes;
}

const char* Attributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (local(*pair) == name) return pair[1];
    return nullptr;
}
std::string_view Attributes::operator[](std::string_view name) const {
    const char* value = find(name);
    return value == nullptr ? std::string_view{} : value;
}
bool Attributes::has(std::string_view name) const { return find(name) != nullptr; }
int Attributes::number(std::string_view name, int otherwise) const {
    const std::string_view text = (*this)[name];
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void parse_xml(const std::string& bytes, const std::string& file, const XmlHandler& handler) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser{XML_ParserCreate(nullptr), XML_ParserFree};
    // Nothing may throw through the parser, which is C.
    XML_SetUserData(parser.get(), const_cast<XmlHandler*>(&handler));
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE) != XML_STATUS_OK)
        throw core::Error("error.not_a_table", {file});
}

std::string number_text(double value) {
    if (!std::isfinite(value)) return {};
    char digits[64];
    const bool plain = std::abs(value) < 1e15;
    const auto end = plain ? std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr
                           : std::to_chars(digits, digits + sizeof digits, value).ptr;
    std::string text{digits, end};
    const auto point = text.find('.');
    if (point != std::string::npos && text.size() - point == 4 && text.find('e') == std::string::npos) text += '0';
    return text;
}

std::string number_text(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? number_text(value) : std::string{text};
}

}  // namespace ocop::data
