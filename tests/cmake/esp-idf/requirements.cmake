# How ESP-IDF collects the requirements of a component: as a script, in which registering it ends its file.
set(CMAKE_BUILD_EARLY_EXPANSION 1)
macro(idf_component_register)
    message(STATUS "registered with ${ARGN}")
    return()
endmacro()
include("${CMAKE_CURRENT_LIST_DIR}/../../CMakeLists.txt")
