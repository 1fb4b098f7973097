# The work is in scripts/; each line here says what its command is for.

help:    ## list the commands (this is the default)
	@sed -n 's/^\([a-z-]*\): *## /  make \1\t/p' Makefile | expand -t 24

demo:    ## build the kiosk, show a day's visitors and an immigrant's deadlines
	@scripts/demo

test:    ## test everything, and count it
	@scripts/test

kiosk:   ## build the kiosk in C: target/kiosk
	@scripts/kiosk

firmware: ## build the kiosk as firmware for emulated boards, and print its sizes
	@scripts/firmware

firmware-demo: ## boot the firmware in QEMU, with a day's visitors on its serial line
	@scripts/firmware-demo

firmware-rust: ## build a firmware in Rust, boot it in QEMU and print its log
	@scripts/firmware-rust

archive: ## build the static archive for C programs on this host
	@scripts/archive static

cdylib:  ## build the shared library for this host
	@scripts/archive shared

install: ## install the library for C programs below PREFIX (/usr/local)
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' scripts/install-library

header:  ## renew include/kz_rules.h from the Rust source
	@scripts/header

size:    ## measure what the library adds to a program on bare metal
	@scripts/size

stack:   ## measure the worst stack of each function
	@scripts/stack

stack-renew: ## the same, and renew kz-rules-ffi/stack.csv and the header with it
	@scripts/stack renew

prove:   ## prove by the linker that no panic can be reached, for all targets and levels
	@scripts/prove-no-panic

bench:   ## measure instructions and times, beside other engines
	@scripts/bench

docs:    ## renew docs/traceability.md, docs/glossary.md and tests/case_table.csv
	@scripts/docs

doc:     ## build the documentation of the Rust crates
	@cargo doc --no-deps

.PHONY: help demo test kiosk firmware firmware-demo firmware-rust archive cdylib install header size stack stack-renew prove bench docs doc
