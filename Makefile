# The commands are in scripts/, and in tools/ for generators and measurements. The comment of each target is its help text.
TOOLS = scripts/tools
LEVELS = --levels

help:    ## list the commands (this is the default)
	@sed -n 's/^\([a-z-]*\): *## /  make \1\t/p' Makefile | expand -t 24

demo:    ## build the kiosk, show a day's visitors, an immigrant's deadlines, and two amendments of the law
	@scripts/kiosk demo

check:   ## format, lints, and the tests that need neither an emulator nor an SDK: minutes
	@scripts/test check

test:    ## check, and all other tests but the slowest: about ten minutes
	@scripts/test test

verify:  ## test, and the slowest: the proof at every level, the law by an SMT solver, other calendars, benchmarks
	@scripts/test verify

kiosk:   ## build the kiosk in C: target/kiosk
	@scripts/kiosk

firmware: ## build the kiosk as firmware for emulated boards, and print its size
	@scripts/firmware

firmware-demo: ## boot the firmware in QEMU, with a day's visitors on its serial line
	@scripts/firmware demo

firmware-update-demo: ## boot a board in QEMU, put a new law into its flash, and boot it again
	@scripts/firmware update-demo

firmware-rust: ## build a firmware in Rust, boot it in QEMU and print its log
	@scripts/firmware-rust

archive: ## build the static archive for C programs on this host
	@scripts/archive static

cdylib:  ## build the shared library for this host
	@scripts/archive shared

install: ## install the library for C programs below PREFIX (/usr/local); LIBDIR, INCLUDEDIR, DESTDIR
	@scripts/install-library

uninstall: ## remove what make install wrote with the same PREFIX, LIBDIR, INCLUDEDIR and DESTDIR
	@scripts/install-library uninstall

vendor:  ## write a source tree that builds without network: FOLDER (target/vendored)
	@scripts/vendor $(FOLDER)

package: ## pack the crates for a registry: target/package/*.crate; TEST=test runs the tests of each package
	@scripts/package $(TEST)

dist:    ## build the files of a release: target/dist; ONLY="host thumbv6m-none-eabi"
	@scripts/dist $(ONLY)

first-answer: ## measure how long each kind of user waits for a first answer, in a fresh clone
	@scripts/first-answer

header:  ## renew include/kz_rules.h and kz_rules.hpp from the Rust source
	@scripts/header $(CHECK)

interface: ## renew the lists of what programs rely on: tests/abi (C), tests/api (Rust); CHECK=--check compares
	@$(TOOLS) interface $(CHECK)

size:    ## measure what the library adds to a program on bare metal
	@$(TOOLS) size

stack:   ## measure the worst stack of each function
	@$(TOOLS) stack

stack-renew: ## the same, and renew kz-rules-ffi/stack.csv and the header with it
	@$(TOOLS) stack --renew
	@scripts/header

instructions: ## count the instructions of kz_assess on this host and a Cortex-M3, and of opening packs on a Cortex-M0
	@$(TOOLS) instructions
	@$(TOOLS) instructions --m3
	@$(TOOLS) instructions --m0

prove:   ## prove by the linker that no panic can be reached, for all targets and levels (LEVELS=: as built)
	@$(TOOLS) prove $(LEVELS)

calendars: ## compare the calendar with those of other libraries, every day of 2023-2030
	@scripts/calendars

prove-law: ## prove every law page by an SMT solver, and compare the kiosk with it
	@scripts/prove-law --self-test
	@scripts/prove-law

fuzz:    ## fuzz whatever reads untrusted input: packs, records, pages, C functions, the kiosk (RUNS=-max_total_time=300; else 10 s each)
	@scripts/fuzz $(RUNS)

licences: ## check the licences and sources of all dependencies, tools and tests included
	@scripts/licences

mutants: ## mutation testing: a test must notice each change (two hours; SINCE=main: changed lines; ARGS=--shard=0/8)
	@scripts/mutants $(ARGS)

bench:   ## measure instructions and times, beside other engines (SIZE=small: only compare answers)
	@scripts/bench $(SIZE)

register: ## whose answer does an amendment change? SIZE made-up persons (ten million), by one process, SQL and a cluster
	@scripts/register $(SIZE)

explorer: ## build the law as one page for a browser, target/explorer.html, and open it
	@scripts/explorer

explorer-types: ## check the types of the explorer and of the npm package against the header
	@scripts/explorer types

explorer-test: ## test both in Node and Chromium: all vectors, each view in three languages, accessibility (axe-core)
	@scripts/explorer test

python:  ## build the wheel of the library for Python: target/python/wheel
	@scripts/python

python-test: ## test the wheel in a fresh environment: all vectors, tables, types, the examples of its pages
	@scripts/python test

python-bench: ## measure rows per second of the wheel, beside an if-chain in Python and beside C, on the same columns
	@scripts/python bench

law:     ## renew the built-in law from law/kazakhstan.md and law/texts
	@scripts/law $(CHECK)

law-tool: ## build the law compiler for this host: target/kz-law
	@scripts/law tool

docs:    ## renew docs/traceability.md, docs/glossary.md and tests/case_table.csv
	@$(TOOLS) docs $(CHECK)

doc:     ## build the documentation of the Rust crates
	@cargo doc --locked --no-deps

.PHONY: help demo check test verify kiosk firmware firmware-demo firmware-update-demo firmware-rust archive cdylib install uninstall vendor package dist \
    first-answer header interface size stack stack-renew instructions prove prove-law calendars fuzz licences mutants bench explorer explorer-types explorer-test \
    python python-test python-bench register law law-tool docs doc
