# Builds the archive by the project's scripts, as part of a CMake build.

set(KZ_RULES_SOURCE "${CMAKE_CURRENT_LIST_DIR}/..")

# kz_rules_library(TARGET FEATURES): the target kz-rules::kz-rules.
# TARGET is Rust's name of what it runs on, such as thumbv7em-none-eabi, or `host` for this machine.
# FEATURES is a list of what bare metal gets beside the rules: text-kk, text-ru, text-en, qr. This host has all.
function(kz_rules_library target features)
    if(target STREQUAL "")
        message(FATAL_ERROR
            "kz-rules: set KZ_RULES_TARGET to Rust's name of what the program runs on, such as "
            "thumbv7em-none-eabi (Cortex-M4 without hard float) or riscv32imac-unknown-none-elf.")
    elseif(target STREQUAL "host")
        set(build scripts/archive static)
    else()
        list(JOIN features "," features)
        set(build scripts/archive "${target}" ${features})
    endif()

    # Cargo knows what to build anew, so it is always asked; the program is linked anew only if it did. What it
    # builds goes into this folder: other builds may want other features of it.
    set(archive "${CMAKE_CURRENT_BINARY_DIR}/libkz_rules.a")
    add_custom_target(kz-rules-archive
        COMMAND "${CMAKE_COMMAND}" -E env "OUTPUT=${archive}.new" ${build}
        COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${archive}.new" "${archive}"
        BYPRODUCTS "${archive}"
        WORKING_DIRECTORY "${KZ_RULES_SOURCE}"
        COMMENT "Building kz-rules for ${target}"
        VERBATIM)

    add_library(kz-rules::kz-rules STATIC IMPORTED GLOBAL)
    add_dependencies(kz-rules::kz-rules kz-rules-archive)
    set_target_properties(kz-rules::kz-rules PROPERTIES
        IMPORTED_LOCATION "${archive}"
        INTERFACE_INCLUDE_DIRECTORIES "${KZ_RULES_SOURCE}/include")
endfunction()
