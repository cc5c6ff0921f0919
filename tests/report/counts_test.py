#!/usr/bin/env python3
"""report.html, report.xlsx, the CSVs, the JSONs, the manifest and summary.json have the same counts.

usage: tests/report/counts_test.py KAKEHASHI
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "docs/examples"
CASES = (("midori-water.toml", "midori-water-status.csv"), ("midori-hospital.toml", "midori-hospital-checklist.csv"),
         ("midori-water.toml", None))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(path):
    """Rows of each sheet as lists of texts; empty rows are left out."""
    with zipfile.ZipFile(path) as book:
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            root = xml.fromstring(book.read("xl/sharedStrings.xml"))
            shared = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in root.iter(MAIN + "si")]
        for name in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet")):
            found = []
            for row in xml.fromstring(book.read(name)).iter(MAIN + "row"):
                cells = []
                for cell in row.iter(MAIN + "c"):
                    value = cell.find(MAIN + "v")
                    text = "".join(t.text or "" for t in cell.iter(MAIN + "t"))
                    if value is not None:
                        text = shared[int(value.text)] if cell.get("t") == "s" else value.text
                    cells.append(text)
                if any(cells):
                    found.append(cells)
            yield found


def below(header, book):
    """How many rows stand below a header in the sheet that has it, or None."""
    for rows in book:
        for place, row in enumerate(rows):
            if row[:len(header)] == header:
                return len(rows) - place - 1
    return None


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    problems = []
    compared = 0
    for profile, status in CASES:
        with tempfile.TemporaryDirectory() as at:
            at = pathlib.Path(at) / "report"
            words = ["--org", EXAMPLES / profile, "--on", "2027-01-15", "--out", at]
            if status:
                words += ["--status", EXAMPLES / status]
            subprocess.run([program, "--data", ROOT, "--lang", "ja", "report", *map(str, words)], check=True,
                           stdout=subprocess.DEVNULL)
            page = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>',
                                        (at / "report.html").read_text(encoding="utf-8"), re.S).group(1))
            texts = page["strings"]
            tables = {texts[t[0]]: (len(t[3]), len(t[4])) for t in page["tables"]}
            manifest = {f["name"]: f["rows"] for f in json.loads((at / "manifest.json").read_text())["files"]}
            book = list(sheets(at / "report.xlsx"))
            listed = sorted(at.glob("*.csv"))
            for path in listed:
                with path.open(encoding="utf-8-sig", newline="") as file:
                    header, *rows = list(csv.reader(file))
                counts = {"csv": len(rows), "manifest": manifest[path.name],
                          "manifest of json": manifest[path.stem + ".json"],
                          "json": len(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["rows"]),
                          "xlsx": below(header, book)}
                if path.stem in tables:
                    counts["html"], counts["html en"] = tables.pop(path.stem)
                if path.stem == "answers":
                    counts["html"] = len(page["inspection"]["items"])
                if path.stem == "coordination":
                    counts["html"] = len(page["assignments"])
                compared += 1
                if len(set(counts.values())) != 1:
                    problems.append(f"{profile} {status} {path.name}: {counts}")
            if tables:
                problems.append(f"{profile}: only in report.html: {sorted(tables)}")
            totals = json.loads((at / "summary.json").read_text())["totals"]
            if page["summary"]["totals"] != totals:
                problems.append(f"{profile}: {page['summary']['totals']} against {totals}")
            gaps = {}
            for comparison in page["gaps"]:
                for state, counted in zip(comparison[2], comparison[3]):
                    if counted == "1":
                        name = texts[page["words"]["states"][int(state)][0]]
                        gaps[name] = gaps.get(name, 0) + 1
            for name, number in gaps.items():
                if totals[name] != number:
                    problems.append(f"{profile}: {name}: {number} in the page, {totals[name]} in summary.json")
            if status:
                kinds = page["inspection"]["totals"]
                if kinds["conflicts"] + kinds["stated"] + kinds["inferred"] + kinds["open"] != kinds["items"]:
                    problems.append(f"{profile}: {kinds} do not add up")
    if compared < 30:
        problems.append(f"only {compared} files compared")
    print(f"{compared} files compared")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
