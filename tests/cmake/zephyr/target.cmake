# Prints the target that zephyr/target.cmake finds for OPTIONS, the options of a board's processor.
foreach(option ${OPTIONS})
    set(CONFIG_${option} y)
endforeach()
include("${CMAKE_CURRENT_LIST_DIR}/../../../zephyr/target.cmake")
if(NOT CMAKE_HOST_SYSTEM_PROCESSOR) # a script is not told it
    set(CMAKE_HOST_SYSTEM_PROCESSOR "${PROCESSOR}")
endif()
kz_rules_zephyr_target(target)
message(STATUS "target ${target}")
