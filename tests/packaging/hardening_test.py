#!/usr/bin/env python3
"""The program was built and linked as cmake/hardening.cmake says.

usage: tests/packaging/hardening_test.py KAKEHASHI CONFIG

What the linker did is checked in every configuration, what the compiler did in all but Debug.
"""
import re
import subprocess
import sys


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def linked(program):
    """(what, is it so) of the linker's part."""
    header = run("readelf", "-hW", program)
    segments = run("readelf", "-lW", program)
    dynamic = run("readelf", "-dW", program)
    stack = re.search(r"^ *GNU_STACK .*$", segments, re.MULTILINE)
    loads = re.findall(r"^ *LOAD +(?:0x\w+ +){5}([RWE ]{3})", segments, re.MULTILINE)
    yield "position independent (PIE)", re.search(r"Type: +DYN", header) and re.search(r"FLAGS_1.*\bPIE\b", dynamic)
    yield "relocations read-only after start (RELRO)", "GNU_RELRO" in segments
    yield "all symbols bound at start (NOW)", re.search(r"FLAGS_1.*\bNOW\b", dynamic)
    yield "stack that is not executable", stack and "E" not in stack[0].split()[-2]
    yield "no memory both writable and executable", loads and not any("W" in f and "E" in f for f in loads)
    yield "no RPATH or RUNPATH that is writable by others", not re.search(r"\((RPATH|RUNPATH)\)", dynamic)
    yield "no text relocations", "TEXTREL" not in dynamic


def compiled(program):
    """(what, is it so) of the compiler's part."""
    symbols = run("readelf", "-sW", "--dyn-syms", program)
    code = run("objdump", "-d", "--no-show-raw-insn", "-M", "intel", program)
    yield "stack protector", "__stack_chk_fail" in symbols
    yield "checked functions (FORTIFY)", re.search(r"__(read|mem\w+|str\w+|\w*printf|readlink)_chk\b", symbols)
    yield "marks for indirect jumps (CET)", code.count("endbr64") > 1000
    yield "stack clash protection", re.search(r"\bor +QWORD PTR \[rsp[^\]]*\],0x0", code)
    yield "assertions of the standard library", "__glibcxx_assert_fail" in symbols


def main():
    program, config = sys.argv[1:]
    checks = list(linked(program))
    if config != "Debug":
        checks += compiled(program)
    missing = [what for what, so in checks if not so]
    for what in missing:
        print(f"{program}: not hardened: {what}", file=sys.stderr)
    print(f"{len(checks)} checks, {len(missing)} missing")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
