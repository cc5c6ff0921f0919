#!/usr/bin/env python3
"""LibreOffice opens report.xlsx and the profile form, and what it saves is read back.

usage: tests/report/workbook_test.py KAKEHASHI

Skips, and says so, where LibreOffice is not installed (ctest: status 77).
"""
import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile

from spreadsheet_test import CASES, ROOT, SKIPPED, rows

WATER = ROOT / "docs/examples/midori-water.toml"
# Every sheet to a file of its own (-1), each cell as it is shown.
SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def convert(path, out, profile, form):
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", "--convert-to", form,
         "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=240)


def main():
    if shutil.which("soffice") is None:
        print("SKIPPED: LibreOffice (soffice) is not installed; package libreoffice-calc", file=sys.stderr)
        return SKIPPED
    program = str(pathlib.Path(sys.argv[1]).resolve())
    problems = []

    def run(*words):
        done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
        if done.returncode != 0 or done.stderr:
            problems.append(f"{words}: status {done.returncode}: {done.stderr}")
        return done.stdout

    def shown(book, at, sheet):
        found = list(at.glob(f"{book}-{sheet}.csv"))
        if not found:
            problems.append(f"{book}.xlsx: no sheet {sheet}")
            return []
        return rows(found[0])

    with tempfile.TemporaryDirectory() as at:
        at = pathlib.Path(at)
        profile = at / "soffice"
        common = ["--org", WATER, "--status", ROOT / "docs/examples/midori-water-status.csv", "--on", "2027-01-15"]
        for name in ("one", "two"):
            run("report", *common, "--out", at / name)
        if (at / "one/report.xlsx").read_bytes() != (at / "two/report.xlsx").read_bytes():
            problems.append("report.xlsx differs between two runs")
        convert(at / "one/report.xlsx", at / "sheets", profile, SHEETS)
        for name, sheet in (("audit", "監査"), ("gaps", "基準間の差"), ("regimes", "適用法令"),
                            ("coordination", "庁内調整"), ("controls", "項目"), ("crosswalk", "対応表")):
            want = rows(at / f"one/{name}.csv")
            got = shown("report", at / "sheets", sheet)
            got = [row[:len(want[0])] for row in got][len(got) - len(want):]
            for number, (a, b) in enumerate(zip(want, got), 1):
                if [cell.removeprefix("'") for cell in a] != [cell.removeprefix("'") for cell in b]:
                    problems.append(f"{sheet}: row {number}: {a} became {b}")
                    break
            if len(got) != len(want):
                problems.append(f"{sheet}: {len(want)} rows became {len(got)}")
        # The counts of the summary are those of the audit list.
        total = next((row for row in shown("report", at / "sheets", "要約") if row[0].startswith("合計")), None)
        topics = [row for row in shown("report", at / "sheets", "要約") if row[0].endswith("別掲")]
        if total is None:
            problems.append("要約: no row of totals")
        else:
            audit = len(rows(at / "one/audit.csv")) - 1
            if int(total[7]) + sum(int(row[7]) for row in topics) != audit or sum(map(int, total[1:7])) != int(total[7]):
                problems.append(f"要約: {total} {topics} against {audit} rows of the audit list")
        # Texts that a spreadsheet is tempted to run.
        run("--data", CASES / "data", "report", "--org", CASES / "hostile.toml", "--on", "2027-01-15", "--out",
            at / "hostile")
        convert(at / "hostile/report.xlsx", at / "sheets2", profile, SHEETS)
        cells = [cell for file in (at / "sheets2").glob("*.csv") for row in rows(file) for cell in row]
        if not any(cell.startswith("情報") and "=cmd|' /C calc'!A0" in cell for cell in cells):
            problems.append("hostile.toml: the name of a department that looks like a formula is not shown as text")
        problems += [f"hostile.toml: the cell {cell!r}" for cell in cells if cell.startswith(("#", "Err:"))]
        # A form that LibreOffice saved is the same profile.
        run("profile", "form", "--org", WATER, "--out", at / "form.xlsx")
        convert(at / "form.xlsx", at / "saved", profile, "xlsx:Calc MS Excel 2007 XML")
        run("profile", "read", at / "form.xlsx", "--out", at / "a.toml")
        run("profile", "read", at / "saved/form.xlsx", "--out", at / "b.toml")
        if (at / "a.toml").read_bytes() != (at / "b.toml").read_bytes():
            problems.append("the form that LibreOffice saved gives another profile")
    print("\n".join(problems[:40]), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
