#!/usr/bin/env python3
"""docs/diagnostics.md and cli/diagnostic_words.cc name every id that the sources report, and no other.

usage: tests/data/diagnostics_test.py
"""
import errno
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ID = r'"([a-z]+(?:-[a-z]+)+)"'
# A literal in the place of an id: the first argument of what makes a
# diagnostic, or a constant or member named for it.
PLACES = [
    re.compile(r"\b(?:Error|Warning|Note|Report|Stop|At)\(\s*(?:[^\"(),;]*,\s*)?" + ID),
    re.compile(r"\b(?:id|kId\w*|k\w*Id)\b[^;\"\n]*=\s*" + ID),
]
# Words of other vocabularies that look like ids.
WORDS = re.compile(r'"[a-z]+(?:-[a-z]+)+"')


def main():
    page = (ROOT / "docs/diagnostics.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)
    documented = set(rows)
    problems = []
    if rows != sorted(set(rows)):
        problems.append("docs/diagnostics.md: ids are not sorted, or stand twice")
    if len(rows) < 60:
        problems.append(f"docs/diagnostics.md: only {len(rows)} ids found; has the table changed its form?")
    reported, literals = {}, set()
    for folder in ("mapper", "cli"):
        for file in sorted((ROOT / folder).rglob("*.[ch]*")):
            if file.name == "diagnostic_words.cc":  # says what ids mean, reports none
                continue
            text = file.read_text("utf-8")
            literals |= {word.strip('"') for word in WORDS.findall(text)}
            for place in PLACES:
                for match in place.finditer(text):
                    line = text.count("\n", 0, match.start(1)) + 1
                    reported.setdefault(match[1], f"{file.relative_to(ROOT)}:{line}")
    for name, where in sorted(reported.items()):
        if name not in documented:
            problems.append(f"{where}: '{name}' is not in docs/diagnostics.md")
    # An id may reach its diagnostic through a variable: a literal is enough.
    for name in sorted(documented - literals):
        problems.append(f"docs/diagnostics.md: '{name}' is reported nowhere")
    # What a Japanese user is told of each.
    meanings = re.findall(r'\{' + ID, (ROOT / "cli/diagnostic_words.cc").read_text("utf-8"))
    if meanings != rows:
        problems.append("cli/diagnostic_words.cc: not the ids of docs/diagnostics.md in their order: "
                        + ", ".join(sorted(set(meanings) ^ documented)))
    # What a Japanese user is told when a file cannot be used: of phrases that there are.
    sources = "".join(file.read_text("utf-8") for file in sorted((ROOT / "mapper").rglob("*.cc")))
    sources = re.sub(r'"\s*"', "", sources)  # literals that go on in the next line
    system = {os.strerror(number) for number in errno.errorcode}
    for phrase in re.findall(r'\{"([^"]+)"', (ROOT / "cli/error_words.cc").read_text("utf-8")):
        parts = phrase.removeprefix(": cannot ") if phrase.startswith(": cannot ") else phrase
        if parts not in sources and phrase not in system:
            problems.append(f"cli/error_words.cc: nobody says {phrase!r}")
    # Style rule 5: each id is in a test too.
    tests = "".join(
        file.read_text("utf-8", errors="replace")
        for kind in ("*.cc", "*.golden") for file in sorted((ROOT / "tests").rglob(kind)))
    for name in sorted(documented):
        if name not in tests:
            problems.append(f"'{name}' is in no test")
    print("\n".join(problems), file=sys.stderr)
    print(f"{len(documented)} ids documented, {len(reported)} found at the place of an id")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
