#!/usr/bin/env python3
"""LibreOffice opens a CSV of the report and shows the cells that were meant.

usage: tests/report/spreadsheet_test.py KAKEHASHI

Skips, and says so, where LibreOffice is not installed (ctest: status 77).
"""
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests/cli/testdata"
SKIPPED = 77
# Comma, quote, UTF-8 (76).  In: Japanese (1041), and special numbers are
# detected, which is off by default but is what Excel does.  Out: every cell as
# it is shown.
READ = "--infilter=CSV:44,34,76,1,,1041,false,true"
WRITE = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"

# Cells that a spreadsheet is tempted to read otherwise.  Dates in ids are why
# ids begin with a letter, and the guard is why a formula is none.
TEMPTING = ["R16-3(1)", "MIC4.1(1)", "GV.OC-01", "K1-2", "A244-5(2)", "=1+1", "@SUM(A1)", "+81-3", "-40", "'=1", "＝1",
            "a\"b", "a,b", "二行\nあり", "①𠮷", "TRUE-ish", "2027-07-01から"]


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def convert(path, out, profile, form, name):
    done = subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", READ, "--convert-to", form,
         "--outdir", str(out), str(path)],
        capture_output=True, text=True, timeout=240, env={**os.environ, "LC_ALL": "C.UTF-8"})
    made = pathlib.Path(out) / name
    assert made.exists(), f"soffice made no {name}: {done.stdout}{done.stderr}"
    return made


def compare(before, after, problems, what):
    if len(before) != len(after):
        problems.append(f"{what}: {len(before)} rows became {len(after)}")
    for number, (was, now) in enumerate(zip(before, after), 1):
        if was != now:
            for a, b in zip(was, now):
                if a != b and not same_value(a, b):
                    problems.append(f"{what}: row {number}: {a!r} became {b!r}")


def same_value(was, now):
    """A bare number or ISO date keeps its value, whatever cell it becomes."""
    return bool(re.fullmatch(r"\d+|\d{4}-\d\d-\d\d", was)) and was == now


def main():
    if shutil.which("soffice") is None:
        print("SKIPPED: LibreOffice (soffice) is not installed; package libreoffice-calc", file=sys.stderr)
        return SKIPPED
    program = str(pathlib.Path(sys.argv[1]).resolve())
    problems = []
    with tempfile.TemporaryDirectory() as at:
        at = pathlib.Path(at)
        report = at / "report"
        subprocess.run([program, "report", "--org", ROOT / "docs/examples/midori-water.toml", "--status",
                        ROOT / "docs/examples/midori-water-status.csv", "--on", "2027-01-15", "--out", report],
                       check=True, capture_output=True)
        # Departments with tempting names go through the program's own writer.
        tempting = at / "tempting.csv"
        for number, name in enumerate(TEMPTING):
            profile = at / "profile.toml"
            profile.write_text(f'''[organization]
id = "x"
name = "x"
body = "town"
organ = "mayor"
unit = "x"
sectors = ["water"]
[facts]
lgwan = true
outsourcing = true
[departments]
ict = {json.dumps(name, ensure_ascii=False)}
''', "utf-8")
            done = subprocess.run([program, "--data", CASES / "data", "coordinate", "--org", profile, "--on",
                                   "2027-01-15", "--format", "csv"], check=True, capture_output=True)
            with open(tempting, "ab") as file:
                file.write(done.stdout if number == 0 else done.stdout.split(b"\r\n", 1)[1])
        for file in (report / "gaps.csv", report / "regimes.csv", tempting):
            before = rows(file)
            out = at / "out"
            after = rows(convert(file, out, at / "profile", WRITE, file.name))
            compare(before, after, problems, file.name)
            if file is tempting:
                cells = {cell.lstrip("'") for row in after for cell in row}
                problems += [f"{file.name}: {name!r} is lost" for name in TEMPTING if name.lstrip("'") not in cells]
    print("\n".join(problems[:40]), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
