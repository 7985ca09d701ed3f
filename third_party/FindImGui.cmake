# Dear ImGui of Debian 12: the static library with its GLFW and OpenGL 3 backends; imgui.pc forgets FreeType.
find_path(ImGui_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui)
find_library(ImGui_LIBRARY NAMES imgui)
find_library(ImGui_STB_LIBRARY NAMES stb)
find_package(Freetype REQUIRED)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(ImGui REQUIRED_VARS ImGui_LIBRARY ImGui_STB_LIBRARY ImGui_INCLUDE_DIR)
if(ImGui_FOUND AND NOT TARGET ImGui::ImGui)
  add_library(ImGui::ImGui STATIC IMPORTED)
  set_target_properties(ImGui::ImGui PROPERTIES
    IMPORTED_LOCATION ${ImGui_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${ImGui_INCLUDE_DIR}
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${ImGui_INCLUDE_DIR}
    INTERFACE_LINK_LIBRARIES "${ImGui_STB_LIBRARY};Freetype::Freetype;glfw;${CMAKE_DL_LIBS}")
endif()
