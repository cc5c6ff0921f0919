#!/usr/bin/env python3
"""The commands that README and docs show to people run, and docs/cli.md names every command and option.

usage: tests/cli/examples_test.py KAKEHASHI
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

from options_test import wanted

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGES = ["README.md", "README.en.md", "docs/cli.md"]
# Words that stand for a file which is not shipped; such an example is read but not run.
PLACEHOLDERS = {"文書ファイル", "DOCUMENT", "guideline.pdf", "education.pdf", "policy.pdf", "tanaka.db", "旧版", "新版",
                "OLD", "--items"}
# What an example may say on standard error: where answers and decisions came from, what a format cannot hold.
SOURCE = re.compile(r"(kakehashi: (status from the workspace|実施状況はワークスペース|この形式には書けません"
                    r"|decisions of the user|対応表に利用者の決定).*\n)*")
FORMS = ("[", "...")  # a synopsis, not an example


def examples(page):
    """(line, words) of each command in a code block or in a table."""
    variables = {}
    for number, line in enumerate((ROOT / page).read_text("utf-8").splitlines(), 1):
        if match := re.fullmatch(r'([A-Z])="(.*)"', line):
            variables["$" + match[1]] = shlex.split(match[2])
        for text in re.findall(r"^kakehashi .*|(?<=`)kakehashi [^`]+(?=`)", line):
            if any(form in text for form in FORMS) or text.startswith("kakehashi COMMAND"):
                continue
            words = []
            for word in shlex.split(text)[1:]:
                words += variables.get(word, [word])
            yield number, words


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    problems, ran = [], 0
    with tempfile.TemporaryDirectory() as out:
        for page in PAGES:
            # A workspace for each page, never that of who runs this.
            environment = dict(os.environ, XDG_DATA_HOME=f"{out}/{PAGES.index(page)}")
            environment.pop("KAKEHASHI_DB", None)
            found, made = list(examples(page)), {}
            if len(found) < 8:
                problems.append(f"{page}: only {len(found)} examples found; has the page changed its form?")
            for number, words in found:
                if PLACEHOLDERS & set(words):
                    continue
                words = [made.get(word, word) for word in words]
                if "--out" in words:
                    at = words.index("--out") + 1
                    name = pathlib.PurePath(words[at]).name
                    # A file that an example makes, a later one may read.
                    if "." in name:
                        made[words[at]] = f"{out}/{name}"
                    words[at] = made.get(words[at], out)
                    if words[0] == "migrate":  # makes its directory
                        words[at] = f"{out}/{ran}"
                if "backup" in words:
                    words[-1] = f"{out}/{ran}.db"
                done = subprocess.run([program, *words], cwd=ROOT, env=environment, capture_output=True, text=True)
                ran += 1
                if done.returncode != 0 or not done.stdout or not SOURCE.fullmatch(done.stderr):
                    problems.append(f"{page}:{number}: {shlex.join(words)}: status {done.returncode}\n{done.stderr}")
            for script in re.findall(r"\bsh (scripts/\S+\.sh)", (ROOT / page).read_text("utf-8")):
                if not (ROOT / script).exists():
                    problems.append(f"{page}: {script} is not there")
    # Sections by command; what several commands share stands before them.
    page = (ROOT / "docs/cli.md").read_text("utf-8")
    shared, *sections = re.split(r"^## (?=`)", page, flags=re.MULTILINE)
    text = {}  # a command may have several sections
    for section in sections:
        name = re.match(r"`([a-z]+)", section)[1]
        text[name] = text.get(name, "") + section
    for command, option in sorted(wanted(program)):
        if f"`{command}" not in page:
            problems.append(f"docs/cli.md does not name {command}")
        command = command.split(" ")[0]
        if command and command not in text:
            problems.append(f"docs/cli.md has no section for {command}")
            text[command] = shared
        elif option not in shared and option not in text.get(command, ""):
            problems.append(f"docs/cli.md does not name {command} {option}")
    print("\n".join(problems), file=sys.stderr)
    print(f"{ran} examples ran")
    return 1 if problems or ran < 30 else 0


if __name__ == "__main__":
    sys.exit(main())
