#!/usr/bin/env python3
"""The manual pages are whole and well-formed, in both languages.

usage: tests/packaging/manual_test.py KAKEHASHI

Every command and option of the help is in a page; mandoc finds nothing to say about the pages when it is installed
(of Japanese ones no remarks on style, which count bytes), and man shows them without warnings.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

DAY = "1700000000"  # 2023-11-14


def run(*words, **more):
    environment = dict(os.environ, SOURCE_DATE_EPOCH=DAY, LC_ALL="C.UTF-8", MANWIDTH="80")
    return subprocess.run(words, check=True, capture_output=True, text=True, env=environment, **more)


def plain(text):
    return re.sub(r"\\f.|\\&|\\:|\\c\n", "", text).replace("\\-", "-")


def main():
    program = sys.argv[1]
    problems = []
    checked = 0
    for language in ("en", "ja"):
        with tempfile.TemporaryDirectory() as folder:
            said = run(program, "--lang", language, "manual", "--out", folder)
            assert said.stdout == said.stderr == ""
            pages = {page.name: page for page in sorted(pathlib.Path(folder).iterdir())}
            helped = run(program, "--lang", "en", "--help").stdout.partition("Subcommands:\n")[2]
            commands = re.findall(r"^  ([a-z]+)", helped, re.MULTILINE)
            assert len(commands) >= 25, commands
            if list(pages) != sorted(["kakehashi.1"] + [f"kakehashi-{c}.1" for c in commands]):
                problems.append(f"{language}: pages {list(pages)} for commands {commands}")
            for command in commands:
                text = plain(pages[f"kakehashi-{command}.1"].read_text("utf-8"))
                if f"kakehashi-{command}" not in plain(pages["kakehashi.1"].read_text("utf-8")):
                    problems.append(f"{language}: kakehashi.1 does not name {command}")
                if run(program, "--lang", language, "manual", command).stdout != pages[f"kakehashi-{command}.1"].read_text("utf-8"):
                    problems.append(f"{language}: manual {command} and --out differ")
                for option in re.findall(r"^ +(--[a-z-]+)", run(program, "--lang", "en", command, "--help").stdout, re.M):
                    checked += 1
                    if not re.search(rf"^(-\w, )?{option}\b", text, re.MULTILINE):
                        problems.append(f"{language}: kakehashi-{command}.1 lacks {option}")
            for name, page in pages.items():
                if '"2023-11-14"' not in page.read_text("utf-8").splitlines()[0]:
                    problems.append(f"{name}: not the day of SOURCE_DATE_EPOCH")
                if shutil.which("mandoc"):
                    level = "style" if language == "en" else "warning"
                    lint = subprocess.run(["mandoc", "-T", "lint", "-W", level, str(page)], capture_output=True, text=True)
                    problems += lint.stdout.splitlines()
                if shutil.which("man"):
                    shown = run("man", "--warnings", "-E", "UTF-8", "-l", str(page))
                    problems += shown.stderr.splitlines()
                    if "[OPTION ...]" not in shown.stdout:
                        problems.append(f"{name}: man does not show it")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(pages)} pages in 2 languages, {checked} options, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
