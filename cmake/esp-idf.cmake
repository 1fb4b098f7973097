# kz-rules as an ESP-IDF component, from v4.4 on. Kconfig has its options.

# Paths are relative to the folder of the calling file, here cmake/. When ESP-IDF collects requirements, it stops
# at this line: the project is not known yet, and only a few commands exist.
idf_component_register(INCLUDE_DIRS "${CMAKE_CURRENT_LIST_DIR}/../include")

include("${CMAKE_CURRENT_LIST_DIR}/kz-rules.cmake")

idf_build_get_property(chip IDF_TARGET)
if(chip MATCHES "^esp32(c2|c3)$")
    set(target riscv32imc-unknown-none-elf)
elseif(chip MATCHES "^esp32(c5|c6|c61|h2|h21)$")
    set(target riscv32imac-unknown-none-elf)
elseif(chip MATCHES "^esp32(h4|p4|s31)$") # with an FPU: ilp32f
    set(target riscv32imafc-unknown-none-elf)
elseif(chip STREQUAL "linux")
    set(target host)
else()
    message(FATAL_ERROR
        "kz-rules: stable Rust builds for the RISC-V chips of Espressif and for linux only, and ${chip} is none that is "
        "known here.")
endif()
kz_rules_configured_features(features)
kz_rules_library("${target}" "${features}")
target_link_libraries(${COMPONENT_LIB} INTERFACE kz-rules::kz-rules)
