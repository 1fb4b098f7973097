# Builds the archive with the project's scripts, as part of a CMake build.

get_filename_component(KZ_RULES_SOURCE "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)

# All features in addition to the rules. A program pays only for what it calls.
set(KZ_RULES_ALL_FEATURES text-kk text-ru text-en qr mrz ed25519)

# kz_rules_configured_features(VARIABLE): the features chosen in Kconfig (features.kconfig), in Zephyr and ESP-IDF.
function(kz_rules_configured_features variable)
    set(features)
    foreach(feature ${KZ_RULES_ALL_FEATURES})
        string(TOUPPER "CONFIG_KZ_RULES_${feature}" option)
        string(REPLACE "-" "_" option "${option}")
        if(${option})
            list(APPEND features "${feature}")
        endif()
    endforeach()
    set(${variable} "${features}" PARENT_SCOPE)
endfunction()

# kz_rules_library(TARGET FEATURES): defines the target kz-rules::kz-rules.
# TARGET is the Rust target, such as thumbv7em-none-eabi, or `host` for this machine.
# FEATURES is a list of some of KZ_RULES_ALL_FEATURES.
function(kz_rules_library target features)
    if(target STREQUAL "")
        message(FATAL_ERROR
            "kz-rules: set KZ_RULES_TARGET to Rust's name of what the program runs on, such as "
            "thumbv7em-none-eabi (Cortex-M4 without hard float) or riscv32imac-unknown-none-elf.")
    elseif(target STREQUAL "host")
        set(kind static)
    else()
        set(kind "${target}")
    endif()
    # Tells the header what is left out.
    set(left_out)
    foreach(feature ${KZ_RULES_ALL_FEATURES})
        if(NOT feature IN_LIST features)
            string(TOUPPER "KZ_HAS_${feature}=0" macro)
            string(REPLACE "-" "_" macro "${macro}")
            list(APPEND left_out "${macro}")
        endif()
    endforeach()
    list(JOIN features "," features)

    # Cargo decides what to rebuild, so it is always called; the program is linked again only if the archive changed. All output
    # goes into this folder: the source may be read-only or another user's, and other builds may use other features.
    set(archive "${CMAKE_CURRENT_BINARY_DIR}/libkz_rules.a")
    if(NOT KZ_RULES_WORK)
        set(KZ_RULES_WORK "${CMAKE_CURRENT_BINARY_DIR}/cargo")
    endif()
    # Environment variables for an installed library must not affect this build.
    add_custom_target(kz-rules-archive
        COMMAND "${CMAKE_COMMAND}" -E env --unset=KZ_RULES_TARGET "KZ_RULES_WORK=${KZ_RULES_WORK}" "OUTPUT=${archive}.new"
            "${KZ_RULES_SOURCE}/scripts/archive" "${kind}" "${features}"
        COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${archive}.new" "${archive}"
        BYPRODUCTS "${archive}"
        COMMENT "Building kz-rules for ${target}"
        VERBATIM)

    add_library(kz-rules::kz-rules STATIC IMPORTED GLOBAL)
    add_dependencies(kz-rules::kz-rules kz-rules-archive)
    set_target_properties(kz-rules::kz-rules PROPERTIES
        IMPORTED_LOCATION "${archive}"
        INTERFACE_COMPILE_DEFINITIONS "${left_out}"
        INTERFACE_INCLUDE_DIRECTORIES "${KZ_RULES_SOURCE}/include")
endfunction()
