#!/usr/bin/env python3
"""Every command and every option has a golden case.

usage: tests/cli/options_test.py KAKEHASHI

Asks the program for them, so that a new one cannot be forgotten.
"""
import pathlib
import re
import shlex
import subprocess
import sys

CASES = pathlib.Path(__file__).resolve().parent / "testdata"

# (command, option): why it has no case.  "" is what stands before a command.
EXCEPTIONS = {}


def ask(program, *words):
    return subprocess.run([program, *words, "--lang", "en"], check=True, capture_output=True, text=True).stdout


def options(text):
    """The options a help text names; --no-bom of "    --no-bom   ..."."""
    names = re.findall(r"^ +(-[a-z-]+(?:,-[a-z-]+)*)", text, re.MULTILINE)
    return {name for listed in names for name in listed.split(",")}


def commands(program, *words):
    """The commands below "Subcommands:" of the plain help, and those below them: "assess set"."""
    _, _, listed = ask(program, *words, "--help").partition("Subcommands:\n")
    for name in re.findall(r"^  ([a-z]+)", listed, re.MULTILINE):
        yield " ".join([*words, name])
        yield from commands(program, *words, name)


def wanted(program):
    pairs = {("", option) for option in options(ask(program, "--help").split("Subcommands:")[0])}
    for command in commands(program):
        pairs.add((command, ""))
        pairs |= {(command, option) for option in options(ask(program, *command.split(), "--help"))}
    # The program is told about the same set at once; below a command that has some of its own, by that one.
    texts = {}
    for command, option in pairs:
        *above, name = command.split(" ")
        above = tuple(above)
        if above not in texts:
            texts[above] = ask(program, *above, "--help-all")
        assert name in texts[above] and option in texts[above], f"--help-all does not name {command} {option}"
    return pairs


def uses(line, names):
    """The commands and options of one line of a case."""
    words = [w.split("=")[0] for w in shlex.split(line) if not re.match(r"[A-Z_]+=", w)]
    command = ""
    for word in words:
        longer = f"{command} {word}".strip()
        if longer in names:
            command = longer
            yield command, ""
    for word in words:
        if word.startswith("-"):
            yield command, word
            yield "", word


def used(names):
    pairs = set()
    for case in sorted(CASES.glob("*.cmd")):
        *before, last = case.read_text("utf-8").splitlines()
        for line in before:
            pairs |= set(uses(line, names))
        golden = case.with_suffix(".golden").read_bytes()
        if not golden.startswith(b"== status 2\n"):  # a usage error is not a use
            pairs |= set(uses(last, names))
    return pairs


def main():
    program = sys.argv[1]
    pairs = wanted(program)
    names = {command for command, _ in pairs if command}
    assert len(names) >= 11, f"only {sorted(names)} found: has the help changed its form?"
    assert len(pairs) >= 80, f"only {len(pairs)} found: has the help changed its form?"
    cases = used(names)
    missing = []
    for command, option in sorted(pairs):
        if command and option in ("-h", "--help", "--help-all"):  # one implementation, cases of its own
            continue
        if (command, option) not in cases and (command, option) not in EXCEPTIONS:
            missing.append(f"kakehashi {command} {option}")
    for pair in EXCEPTIONS:
        if pair not in pairs or pair in cases:
            missing.append(f"exception that is not needed: {pair}")
    for case in sorted(CASES.glob("*.golden")):
        if not case.with_suffix(".cmd").exists():
            missing.append(f"golden without case: {case.name}")
    for line in missing:
        print("no golden case:", line, file=sys.stderr)
    print(f"{len(names)} commands, {len(pairs)} commands and options")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
