#!/usr/bin/env python3
"""Every shipped crosswalk, written in each interchange format and read back.

usage: tests/report/interchange_test.py KAKEHASHI

What is lost is what docs/interchange.md says: nothing, but for rows without
counterpart where a format holds pairs only.  The files are also read by other
means than the program's own, and hostile ones are tried.
"""
import csv
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(sys.argv.pop()).resolve()
TABLES = sorted((ROOT / "crosswalks").glob("*.tsv"))
FORMATS = ["oscal", "olir", "xlsx", "ciso-assistant", "trestle", "csv", "tsv"]
PAIR_WORDS = {"equal", "subset of", "superset of", "intersects with", "not related to"}


def run(*words, status=0):
    done = subprocess.run([PROGRAM, "--data", ROOT, "--lang", "en", *words], capture_output=True, text=True)
    assert done.returncode == status, f"{words}: {done.returncode}\n{done.stderr[:2000]}"
    return done


def rows_of(table):
    lines = table.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def write(table, form, folder):
    """The file, and how many rows the format cannot hold."""
    source, target = table.stem.split("--")
    file = folder / f"{table.stem}.{form}"
    rows = rows_of(table)
    lost = 0
    if form in ("olir", "xlsx", "ciso-assistant"):
        lost += sum(row[0] == "-" for row in rows)
    if form == "ciso-assistant":
        lost += sum(row[2] == "-" for row in rows)
    if form == "tsv":
        shutil.copy(table, file)
    elif form == "csv":
        file.write_text(run("crosswalk", source, target, "--format", "csv", "--header", "machine").stdout, "utf-8",
                        newline="")
    else:
        done = run("crosswalk", source, target, "--format", "olir" if form == "xlsx" else form, "--out", file)
        said = re.search(r"cannot hold rows without counterpart: (\d+)", done.stderr)
        assert lost == (int(said[1]) if said else 0), done.stderr
    return file, lost


class RoundTrip(unittest.TestCase):
    def test_every_table_in_every_format(self):
        self.assertGreaterEqual(len(TABLES), 10)
        with tempfile.TemporaryDirectory() as name:
            for table in TABLES:
                for form in FORMATS:
                    with self.subTest(table=table.stem, form=form):
                        self.round_trip(table, form, pathlib.Path(name))

    def round_trip(self, table, form, folder):
        file, lost = write(table, form, folder)
        done = run("import", file, "--crosswalk", table.stem.replace("--", ","), "--check", "--format", "json")
        totals = json.loads(done.stdout)["totals"]
        rows = len(rows_of(table))
        self.assertEqual(totals, {"same": rows - lost, "differs": 0, "only_in_file": 0, "only_in_table": lost,
                                  "not_kept": 0}, done.stderr)

    def test_the_other_direction_and_derived_rows(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for form in ("olir", "ciso-assistant", "trestle"):
                file = folder / f"x.{form}"
                run("crosswalk", "csf-2.0", "lar-16-3", "--derived", "--format", form, "--out", file)
                done = run("import", file, "--crosswalk", "csf-2.0,lar-16-3", "--as", form, "--check", "--format",
                           "json", status=1)
                # All rows are proved, none is stated: nothing to import.
                self.assertIn("rows that were derived", done.stderr)
                run("crosswalk", "mic-lg-2026", "lar-16-3", "--derived", "--format", form, "--out", file)
                done = run("import", file, "--crosswalk", "mic-lg-2026,lar-16-3", "--check", "--format", "json")
                totals = json.loads(done.stdout)["totals"]
                self.assertEqual((totals["differs"], totals["only_in_file"]), (0, 0))

    def test_an_imported_table_is_one_that_lint_takes(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for table in TABLES:
                for form in ("trestle", "oscal"):
                    file, _ = write(table, form, folder)
                    out = folder / table.name
                    run("import", file, "--crosswalk", table.stem.replace("--", ","), "--out", out)
                    # "official" is the user's to say, with --source.
                    self.assertEqual([row[:4] + row[5:] for row in rows_of(out)],
                                     [row[:4] + row[5:] for row in rows_of(table)])
                    self.assertIn("0 errors", run("lint", out).stdout)

    def test_same_input_same_bytes(self):
        for form in ("olir", "ciso-assistant", "trestle", "dot", "md"):
            words = ("crosswalk", "water-law", "csf-2.0", "--format", form)
            self.assertEqual(run(*words).stdout, run(*words).stdout)


class Content(unittest.TestCase):
    def test_olir_has_the_columns_and_words_of_the_template(self):
        for table in TABLES:
            source, target = table.stem.split("--")
            text = run("crosswalk", source, target, "--format", "olir", "--no-bom").stdout
            rows = list(csv.DictReader(io.StringIO(text)))
            pairs = set()
            for row in rows:
                if not row["Reference Document Element"]:
                    self.assertEqual(row["Relationship"], "")
                    continue
                pair = row["Focal Document Element"], row["Reference Document Element"]
                self.assertNotIn(pair, pairs)
                pairs.add(pair)
                self.assertNotIn(":", pair[1])
                self.assertIn(row["Relationship"], PAIR_WORDS)
                self.assertIn(row["Rationale"], {"syntactic", "semantic"})
                strength = {"equal": "10", "not related to": "0"}.get(row["Relationship"], "N/A")
                self.assertEqual(row["Strength of Relationship"], strength)
                self.assertTrue(row["Relationship Explanation"])

    def test_dot_is_drawn(self):
        dot = shutil.which("dot")
        if dot is None:
            self.skipTest("graphviz is not installed")
        for pair in (("water-law", "csf-2.0"), ("lar-16-3", "mic-lg-2026")):
            text = run("crosswalk", *pair, "--format", "dot").stdout
            done = subprocess.run([dot, "-Tplain"], input=text, capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("\nedge ", done.stdout)


class Hostile(unittest.TestCase):
    def test_many_rows_and_many_errors_end_soon(self):
        with tempfile.TemporaryDirectory() as name:
            file = pathlib.Path(name) / "x.csv"
            head = "Focal Document Element,Reference Document Element,Relationship\n"
            file.write_text(head + "nowhere,nothing,subset of\n" * 100000, "utf-8")
            done = run("import", file, "--crosswalk", "lar-16-3,csf-2.0", "--check", status=1)
            self.assertIn("[too-many-problems]", done.stderr)
            self.assertLess(done.stderr.count("\n"), 120)
            file.write_text(head + "R16-3(1),PR.AA-01,subset of\n" * 100000, "utf-8")
            done = run("import", file, "--crosswalk", "lar-16-3,csf-2.0", "--check", status=1)
            self.assertIn("[import-row]", done.stderr)

    def test_bytes_that_are_nothing(self):
        with tempfile.TemporaryDirectory() as name:
            file = pathlib.Path(name) / "x"
            for content in (b"", b"\0" * 1000, b"PK\3\4 cut", b"\xff\xfe\0", b"{", b"[", b"%PDF-1.7", b"- " * 100000):
                file.write_bytes(content)
                for form in [None, "oscal", "olir", "ciso-assistant", "trestle", "csv", "tsv"]:
                    words = ["import", file, "--crosswalk", "lar-16-3,csf-2.0"] + (["--as", form] if form else [])
                    done = subprocess.run([PROGRAM, "--data", ROOT, *words], capture_output=True)
                    self.assertIn(done.returncode, (1, 2), (content[:10], form, done.stderr[:300]))
                    self.assertEqual(done.stdout, b"")

    def test_formulas_stay_text(self):
        with tempfile.TemporaryDirectory() as name:
            file = pathlib.Path(name) / "x.csv"
            file.write_text("Focal Document Element,Reference Document Element,Relationship,Relationship Explanation\n"
                            "R16-3(1),PR.AA-01,subset of,\"'=cmd|' /C calc'!A0\"\n", "utf-8")
            table = run("import", file, "--crosswalk", "lar-16-3,csf-2.0").stdout
            self.assertIn("取込（規則 R16-3(1)・CSF PR.AA-01）: =cmd|' /C calc'!A0" if "規則 R16" in table
                          else "=cmd|' /C calc'!A0", table)


if __name__ == "__main__":
    unittest.main()
