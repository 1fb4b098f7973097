# A toolchain like that of an ESP32-C6, but from Debian, and linked only: without start-up and output.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR riscv)
set(CMAKE_C_COMPILER riscv64-unknown-elf-gcc)
set(CMAKE_C_FLAGS_INIT "-march=rv32imac -mabi=ilp32 -ffunction-sections -fdata-sections --specs=picolibc.specs")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-nostartfiles -Wl,-e,main -Wl,--defsym=stdout=0 -Wl,--defsym=stdin=0 -Wl,--gc-sections")
set(IDF_TARGET esp32c6)
