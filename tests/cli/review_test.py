#!/usr/bin/env python3
"""Rows under review, as an office and an auditor do it: decide, use, export, read back, take in, a new delivery.

usage: tests/cli/review_test.py KAKEHASHI
"""
import csv
import io
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

CASES = pathlib.Path(__file__).resolve().parent / "testdata"
WHO = ["--by", "情報係", "--reason", "両方の本文を読んだ"]
PAIR = "river-act,town-guide"
PROGRAM = ""


class ReviewTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.at = pathlib.Path(self.folder.name)
        self.data = self.at / "data"
        shutil.copytree(CASES / "data", self.data)

    def run_tool(self, *words, db="w.db", status=0):
        environment = {k: v for k, v in os.environ.items() if k not in ("KAKEHASHI_DB", "SOURCE_DATE_EPOCH")}
        command = [PROGRAM, "--data", self.data, "--lang", "en", "--db", self.at / db, *words]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, env=environment)
        self.assertEqual(done.returncode, status, f"{words}\n{done.stdout}{done.stderr}")
        return done

    def review(self, decision, a, b, *words, **how):
        return self.run_tool("review", decision, a, b, *WHO, *words, **how)

    def rows(self, *words, **how):
        text = self.run_tool(*words, "--format", "csv", "--header", "machine", "--no-bom", **how).stdout
        return list(csv.DictReader(io.StringIO(text)))

    def table(self, **how):
        return self.run_tool("crosswalk", "river-act", "town-guide", "--format", "tsv", **how).stdout

    @staticmethod
    def body(text):
        return [line for line in text.splitlines() if not line.startswith("#")]

    def decide(self):
        self.review("accept", "river-act:Y1(1)", "town-guide:G1.1")
        self.review("reject", "river-act:Y1", "town-guide:G1")
        self.review("replace", "town-guide:G1.2", "river-act:Y1(2)", "--relation", "overlaps")
        self.review("add", "river-act:Y1(2)", "town-guide:G1.1", "--relation", "overlaps", "--rationale",
                    "法の訓練は手引きの権限の見直しにも及ぶ。")

    def test_decisions_reach_every_listing_and_name_their_place(self):
        before = self.rows("crosswalk", "river-act", "town-guide")
        self.decide()
        after = self.rows("crosswalk", "river-act", "town-guide")
        self.assertEqual(len(after), len(before))  # one left out, one put in
        marks = {(r["source_control"], r["target_control"]): (r["review"], r["relation"], r["proof"]) for r in after}
        self.assertEqual(marks["Y1(1)", "G1.1"], ("accepted", "subset-of", "river-act--town-guide.tsv:7"))
        self.assertEqual(marks["Y1(2)", "G1.2"], ("replaced", "overlaps", "workspace:3"))
        self.assertEqual(marks["Y1(2)", "G1.1"], ("added", "overlaps", "workspace:4"))
        self.assertNotIn(("Y1", "G1"), marks)
        self.assertIn("workspace:3", self.run_tool("explain", "river-act:Y1(2)", "town-guide:G1.2").stdout)
        said = self.run_tool("gap", "--frameworks", "river-act,town-guide", "--hub", "none").stderr
        self.assertEqual(said.count("decisions of the user in the tables: 4 "), 1)
        out = self.at / "report"
        self.run_tool("report", "--org", CASES / "town.toml", "--out", out)
        self.assertIn("workspace:3", (out / "crosswalk.csv").read_text("utf-8"))
        without = self.run_tool("--no-reviews", "crosswalk", "river-act", "town-guide", "--format", "csv", "--header",
                                "machine", "--no-bom")
        self.assertEqual(list(csv.DictReader(io.StringIO(without.stdout))), before)
        self.assertEqual(without.stderr, "")

    def test_a_relation_is_read_as_it_was_said_whichever_way_the_table_lies(self):
        self.review("replace", "csf-2.0:U.1", "town-guide:G2", "--relation", "subset-of")
        [stored] = [r for r in self.rows("crosswalk", "town-guide", "csf-2.0") if r["review"]]
        self.assertEqual((stored["source_control"], stored["relation"]), ("G2", "superset-of"))
        [turned] = [r for r in self.rows("crosswalk", "csf-2.0", "town-guide") if r["review"]]
        self.assertEqual((turned["source_control"], turned["relation"]), ("U.1", "subset-of"))

    def test_export_reads_back_as_the_same_rows_without_a_workspace(self):
        self.decide()
        exported = self.table()
        self.assertIn("# Decision: 2 reject river-act:Y1 -> town-guide:G1, 情報係, ", exported)
        (self.data / "crosswalks/river-act--town-guide.tsv").write_text(exported, "utf-8")
        self.assertEqual(self.body(self.table(db="none.db")), self.body(exported))

    def test_an_export_taken_in_elsewhere_makes_the_same_table(self):
        self.decide()
        reviewed = self.at / "reviewed.tsv"
        reviewed.write_text(self.table(), "utf-8")
        self.run_tool("review", "import", reviewed, "--crosswalk", PAIR, "--whole", *WHO, db="other.db")
        self.assertEqual(self.body(self.table(db="other.db")), self.body(self.table()))
        again = self.run_tool("review", "import", reviewed, "--crosswalk", PAIR, "--whole", *WHO, db="other.db")
        self.assertIn("decisions: 0", again.stdout)
        # The table as shipped takes all of it back.
        reviewed.write_text(self.table(db="none.db"), "utf-8")
        self.run_tool("review", "import", reviewed, "--crosswalk", PAIR, "--whole", *WHO, db="other.db")
        self.assertEqual(self.body(self.table(db="other.db")), self.body(self.table(db="none.db")))

    def test_a_new_delivery_sets_aside_what_was_decided_about_other_words(self):
        self.decide()
        file = self.data / "crosswalks/river-act--town-guide.tsv"
        file.write_text(file.read_text("utf-8").replace("年に一度という回数", "年に一度の回数"), "utf-8")
        states = {r["number"]: r["state"] for r in self.rows("review", "list")}
        self.assertEqual(states, {"1": "standing", "2": "standing", "3": "recheck", "4": "standing"})
        marks = {(r["source_control"], r["target_control"]): r["review"] for r in self.rows("crosswalk", "river-act",
                                                                                              "town-guide")}
        self.assertEqual(marks["Y1(2)", "G1.2"], "")
        self.assertIn("[review-recheck]", self.run_tool("lint").stderr)
        # Deciding again settles it.
        self.review("replace", "river-act:Y1(2)", "town-guide:G1.2", "--relation", "overlaps")
        states = {r["number"]: r["state"] for r in self.rows("review", "list")}
        self.assertEqual((states["3"], states["5"]), ("past", "standing"))

    def test_a_contradiction_is_recorded_only_on_demand_and_lint_names_it(self):
        words = ["river-act:Y2", "town-guide:G1.2", "--relation", "overlaps", "--rationale", "台帳と訓練が重なる。"]
        refused = self.review("add", *words, status=1)
        self.assertIn("[crosswalk-contradicts]", refused.stderr)
        self.assertFalse((self.at / "w.db").exists())
        self.review("add", *words, "--force")
        self.assertIn("workspace:1", self.run_tool("lint", status=1).stderr)
        # Without the row it contradicts, all is well.
        self.review("reject", "river-act:Y2", "town-guide:-")
        self.assertNotIn("[crosswalk-contradicts]", self.run_tool("lint").stderr)

    def test_merging_brings_decisions_together(self):
        self.decide()
        self.review("accept", "river-act:Y1(1)+Y1(2)", "town-guide:G1", db="other.db")
        self.run_tool("workspace", "merge", self.at / "other.db")
        self.assertEqual(len(self.rows("review", "list")), 5)
        self.run_tool("workspace", "merge", self.at / "other.db")
        self.assertEqual(len(self.rows("review", "list")), 5)
        self.run_tool("workspace", "check")

    def test_hostile_words_and_a_damaged_file_are_refused(self):
        for words in (["--reason", "a\nb"], ["--reason", "\x1b[31m"], ["--reason", " "], ["--date", "yesterday"]):
            self.run_tool("review", "accept", "river-act:Y1", "town-guide:G1", "--by", "x", "--reason", "y", *words,
                          status=2)
        for side in ("Y1", "river-act:", "river-act:Y1+", "river-act:Y1;DROP TABLE review", "nobody:Y1"):
            self.review("accept", side, "town-guide:G1", status=2)
        self.assertFalse((self.at / "w.db").exists())
        self.decide()
        database = sqlite3.connect(self.at / "w.db")
        database.execute("DROP TRIGGER review_no_update")
        database.execute("PRAGMA ignore_check_constraints = 1")
        database.execute("UPDATE review SET decision = 'perhaps' WHERE number = 1")
        database.commit()
        database.close()
        self.assertIn("damaged", self.run_tool("crosswalk", "river-act", "town-guide", status=3).stderr)
        self.run_tool("--no-reviews", "crosswalk", "river-act", "town-guide")

    def test_migration_writes_all_or_nothing_and_its_tables_are_taken(self):
        self.data = CASES / "editions"
        out = self.at / "new"
        done = self.run_tool("migrate", "town-guide", "town-guide-2", "--out", out, "--org", CASES / "town.toml",
                             "--status", CASES / "status_editions.csv")
        names = sorted(file.name for file in out.iterdir())
        self.assertEqual(names, ["answers.csv", "renamed.tsv", "river-act--town-guide-2.tsv",
                                 "town-guide-2--csf-2.0.tsv", "worklist.csv"])
        before = {file.name: file.read_bytes() for file in out.iterdir()}
        self.run_tool("migrate", "town-guide", "town-guide-2", "--out", out, status=2)
        self.assertEqual({file.name: file.read_bytes() for file in out.iterdir()}, before)
        old = [line for name in ("river-act--town-guide", "town-guide--csf-2.0")
               for line in self.body((CASES / f"editions/crosswalks/{name}.tsv").read_text("utf-8"))]
        new = [line for name in names if "--" in name for line in self.body((out / name).read_text("utf-8"))]
        left = list(csv.reader(io.StringIO((out / "worklist.csv").read_text("utf-8-sig"))))[1:]
        self.assertEqual(len(new) + len(left), len(old))
        self.assertRegex(done.stdout, rf"total +{len(new)} +{len(left)} +{len(old)}\n")
        data = self.at / "both"
        shutil.copytree(CASES / "editions", data)
        for name in names:
            if "--" in name:
                shutil.copy(out / name, data / "crosswalks" / name)
        self.data = data
        self.run_tool("crosswalk", "river-act", "town-guide-2")
        self.run_tool("assess", "import", out / "answers.csv", "--org", CASES / "town.toml", "--by", "情報係")
        self.run_tool("migrate", "town-guide", "town-guide-2", "--out", self.at / "no/such", status=3)
        self.assertFalse((self.at / "no").exists())


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
