"""Links the archive for the processor of the board. PlatformIO calls it in the folder of the library."""

import os

Import("env")  # noqa: F821 (SCons brings it)

TARGETS = {
    "cortex-m0": "thumbv6m-none-eabi",
    "cortex-m0plus": "thumbv6m-none-eabi",
    "cortex-m3": "thumbv7m-none-eabi",
    "cortex-m4": "thumbv7em-none-eabi",
    "cortex-m7": "thumbv7em-none-eabi",
    "cortex-m33": "thumbv8m.main-none-eabi",
}

board = env.BoardConfig()  # noqa: F821
processor = board.get("build.cpu", "")
if board.get("build.mcu", "") in ("esp32c5", "esp32c6", "esp32c61", "esp32h2"):
    target = "riscv32imac-unknown-none-elf"
elif processor in TARGETS:
    target = TARGETS[processor]
else:
    raise SystemExit("kz-rules: no archive here is for the processor of this board: " + (processor or "it names none"))
# Code with another floating-point ABI does not link.
if target == "thumbv7em-none-eabi" and "-mfloat-abi=hard" in env.Flatten(env.get("CCFLAGS", [])):  # noqa: F821
    target += "hf"
env.Append(LIBPATH=[os.path.join(os.getcwd(), "lib", target)], LIBS=["kz_rules"])  # noqa: F821
