# How ESP-IDF collects the requirements of a component: its tools/cmake/scripts/component_get_requirements.cmake. The
# component's file is read by a script, where registering the component ends the file that calls it, and no property that is a
# generator expression can be read.
cmake_policy(SET CMP0057 NEW)
set(ESP_PLATFORM 1)
set(CMAKE_BUILD_EARLY_EXPANSION 1)
macro(idf_component_register)
    set(multi_value SRCS SRC_DIRS EXCLUDE_SRCS INCLUDE_DIRS PRIV_INCLUDE_DIRS LDFRAGMENTS REQUIRES PRIV_REQUIRES
        REQUIRED_IDF_TARGETS EMBED_FILES EMBED_TXTFILES)
    cmake_parse_arguments(_ "WHOLE_ARCHIVE" "" "${multi_value}" "${ARGN}")
    set(__component_requires "${__REQUIRES}")
    set(__component_include_dirs "${__INCLUDE_DIRS}")
    set(__component_registered 1)
    return()
endmacro()
function(collect folder)
    set(COMPONENT_NAME kz-rules)
    set(COMPONENT_DIR "${folder}")
    include("${folder}/CMakeLists.txt" OPTIONAL)
    message(STATUS "registered ${__component_registered}, requires '${__component_requires}', ${__component_include_dirs}")
endfunction()
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
collect("${root}")
