# kz-rules as a component of ESP-IDF. KZ_RULES_FEATURES names what it gets beside the rules: docs/abi.md.

# When ESP-IDF collects requirements, the component's part ends with this line.
idf_component_register(INCLUDE_DIRS include)

include("${CMAKE_CURRENT_LIST_DIR}/kz-rules.cmake")

idf_build_get_property(chip IDF_TARGET)
if(chip MATCHES "^esp32(c2|c3)$")
    set(target riscv32imc-unknown-none-elf)
elseif(chip MATCHES "^esp32(c5|c6|c61|h2)$")
    set(target riscv32imac-unknown-none-elf)
elseif(chip STREQUAL "esp32p4")
    set(target riscv32imafc-unknown-none-elf)
else()
    message(FATAL_ERROR
        "kz-rules: stable Rust builds for the RISC-V chips of Espressif only, and ${chip} is none that is known here.")
endif()
if(NOT DEFINED KZ_RULES_FEATURES)
    set(KZ_RULES_FEATURES ${KZ_RULES_ALL_FEATURES})
endif()
kz_rules_library("${target}" "${KZ_RULES_FEATURES}")
target_link_libraries(${COMPONENT_LIB} INTERFACE kz-rules::kz-rules)
