# `make demo` shows what cvgit does; `make test` checks everything. Both install missing libraries.

PREFIX ?= /usr/local
SWIFT ?= swift
TARGET ?= list
RUNS ?= 1000000
SANITIZER ?= address
BUILD := .build
LINUX := $(filter Linux,$(shell uname -s))
# One static binary on Linux, without the unused parts of Foundation. macOS has both in the system.
LINUX_FLAGS = $(shell Scripts/static-link.sh) $(shell SWIFTC="$(SWIFT)c" Scripts/small-foundation.sh $(BUILD)/small-foundation)
RELEASE_FLAGS = -c release $(if $(LINUX),$(LINUX_FLAGS))
INSTALLED = "$(DESTDIR)$(PREFIX)"
MAN := share/man/man1
BASH := share/bash-completion/completions
ZSH := share/zsh/site-functions
FISH := share/fish/vendor_completions.d
CHECK_FLAGS := --explicit-target-dependency-import-check error

.PHONY: help demo test test-asan test-tsan bench hard-use fuzz lint imports build release install stage wheel dist uninstall setup setup-pdf clean

help:
	@sed -n 's/^## //p' Makefile

## make demo              build, create a demo repository in .build/demo, show what changed in it
demo: release
	@Scripts/demo.sh $(BUILD)/demo $(BUILD)/release/cvgit
	@Scripts/demo-bibliography.sh $(BUILD)/demo-bibliography $(BUILD)/release/cvgit

## make test              lint, check imports, run every test, and check CHANGELOG.md
test: setup lint imports
	$(SWIFT) build --build-tests $(CHECK_FLAGS)
	Scripts/check-privacy-types.sh
	$(SWIFT) test --skip-build
	Scripts/check-changelog.sh $(BUILD)/debug/cvgit
	$(if $(LINUX),Tests/Packaging/run $(BUILD)/debug/cvgit)

## make bench             compare the speed with git; needs Python 3 and a C compiler
bench: release
	@Benchmarks/run
	@CVGIT_MEASURE=1 $(SWIFT) test --filter IdentityMeasurement 2>/dev/null | grep -aE '^(pairs under|precision)'

## make hard-use          test hostile repositories, concurrency and scale; takes up to an hour
hard-use: release
	Benchmarks/hard-use/hostile.py
	Benchmarks/hard-use/concurrency.py
	Benchmarks/hard-use/scale.py

## make fuzz              fuzz (Linux): make fuzz TARGET=yaml RUNS=1000000; TARGET=list lists them
fuzz: setup
	Scripts/fuzz.sh $(TARGET) $(RUNS) $(SANITIZER)

## make test-asan         run the tests under AddressSanitizer and report leaks (Linux)
test-asan: setup
	Scripts/test-sanitized.sh address

## make test-tsan         run the tests under ThreadSanitizer (Linux)
test-tsan: setup
	Scripts/test-sanitized.sh thread

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Fuzzing Scripts
	Scripts/check-comments.sh

imports:
	Scripts/check-imports.sh

## make release           build .build/release/cvgit
release: setup
	$(SWIFT) build $(RELEASE_FLAGS) --product cvgit
	@Scripts/check-release.sh $(BUILD)/release/cvgit

build: setup
	$(SWIFT) build

## make install           install to PREFIX (default /usr/local): make install PREFIX=~/.local
install: release
	Packaging/stage.sh $(BUILD)/release/cvgit $(INSTALLED)

# Creates the tree of files for wheel and dist.
stage: release
	rm -rf $(BUILD)/stage
	Packaging/stage.sh $(BUILD)/release/cvgit $(BUILD)/stage

## make dist              build all files of a release in .build/dist, at the tag of its version (Packaging/README.md)
dist:
	Packaging/check-tag.sh
	$(MAKE) stage
	Packaging/dist.sh $(BUILD)/stage $(BUILD)/dist

## make wheel             build the Python wheel in .build/wheel, for every Linux with this processor
wheel: stage
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) Packaging/wheel.py $(BUILD)/stage $(BUILD)/wheel

## make uninstall         remove the files that install wrote
uninstall:
	rm -f $(INSTALLED)/bin/cvgit $(INSTALLED)/bin/cvgit-forge $(INSTALLED)/$(MAN)/cvgit.1 $(INSTALLED)/$(MAN)/cvgit-*.1
	rm -f $(INSTALLED)/$(BASH)/cvgit $(INSTALLED)/$(ZSH)/_cvgit $(INSTALLED)/$(FISH)/cvgit.fish
	rm -rf $(INSTALLED)/share/cvgit

## make setup-pdf         install Typst, for PDFs, into .build/typst or for the cvgit in PREFIX=…
setup-pdf:
	@Scripts/setup-pdf.sh "$(if $(filter file,$(origin PREFIX)),$(BUILD)/typst,$(PREFIX)/share/cvgit/typst)"

# Installs the C libraries if they are missing.
setup:
	@Scripts/setup.sh

clean:
	rm -rf $(BUILD) $(BUILD)-fuzz $(BUILD)-fuzz-plain $(BUILD)-address $(BUILD)-thread
