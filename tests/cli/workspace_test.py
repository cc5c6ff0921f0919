#!/usr/bin/env python3
"""Answers over a year, as an office has them: two people, a merge, a conflict, a kill, damage.

usage: tests/cli/workspace_test.py KAKEHASHI
"""
import csv
import hashlib
import io
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

CASES = pathlib.Path(__file__).resolve().parent / "testdata"
ORG = ["--org", str(CASES / "town.toml")]
FIELDS = ["workspace", "org", "scope", "framework", "control", "status", "evidence", "evidence_file",
          "evidence_sha256", "assessor", "assessed_on", "recorded_at", "source", "replaces", "prev"]
PROGRAM = ""


class Office:
    """One person's workspace."""

    def __init__(self, folder, name):
        self.db = pathlib.Path(folder) / f"{name}.db"

    def command(self, *words):
        return [PROGRAM, "--data", str(CASES / "data"), "--lang", "en", "--db", str(self.db), *map(str, words)]

    def run(self, *words, status=0):
        environment = {k: v for k, v in os.environ.items() if k not in ("KAKEHASHI_DB", "SOURCE_DATE_EPOCH")}
        done = subprocess.run(self.command(*words), capture_output=True, text=True, env=environment)
        assert done.returncode == status, f"{words}: status {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def answer(self, control, status, *words):
        return self.run("assess", "set", *ORG, "town-guide", control, status, *words)

    def history(self):
        text = self.run("assess", "history", *ORG, "--format", "csv", "--header", "machine", "--no-bom").stdout
        return list(csv.DictReader(io.StringIO(text)))

    def totals(self, *words):
        return json.loads(self.run(*words, "--format", "json").stdout)["totals"]


def seal(row):
    """The hash of docs/workspace.md, from the words there alone."""
    text = "kakehashi-record-1\n"
    for field in FIELDS:
        text += f"{field}:{len(row[field].encode())}:{row[field]}\n"
    return hashlib.sha256(text.encode()).hexdigest()


class WorkspaceTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.tanaka = Office(self.folder, "tanaka")

    def big_table(self, status):
        """An answer with much evidence to every control of the data, and how many these are."""
        rows = ["framework,control,status,evidence,date,by"]
        for framework in ("river-act", "town-guide", "well-topics", "csf-2.0"):
            table = CASES / "data/frameworks" / framework / "controls.tsv"
            for line in table.read_text("utf-8").splitlines():
                if not line.startswith("#"):
                    rows.append(f"{framework},{line.split(chr(9))[0]},{status},{'証拠' * 20000},2026-12-01,情報係")
        path = self.folder / f"{status}.csv"
        path.write_text("\n".join(rows) + "\n", "utf-8")
        return path, len(rows) - 1

    def test_two_people_merge_and_settle(self):
        sato = Office(self.folder, "sato")
        self.tanaka.answer("G1.1", "met", "--evidence", "台帳", "--by", "田中", "--date", "2026-12-01")
        self.tanaka.answer("G1.2", "planned", "--by", "田中")
        sato.answer("G1.1", "not-met", "--evidence", "古い", "--by", "佐藤", "--date", "2026-12-05")
        sato.answer("G2", "not-applicable", "--reason", "委託しない", "--by", "佐藤")
        merged = self.tanaka.run("workspace", "merge", sato.db)
        self.assertIn("Conflicts", merged.stdout)
        self.assertEqual(self.tanaka.totals("assess", "status", *ORG)["conflicts"], 1)
        self.assertEqual(self.tanaka.totals("workspace", "merge", sato.db)["conflicts"], 1)
        gap = self.tanaka.run("gap", *ORG, "--framework", "town-guide", "--against", "csf-2.0")
        self.assertIn("3 answers, conflicts among them: 1", gap.stderr)
        used = [r["by"] for r in self.tanaka.history() if r["state"] == "conflict"]
        self.assertEqual(sorted(used), ["佐藤", "田中"])
        self.tanaka.answer("G1.1", "partly", "--by", "課長", "--date", "2026-12-09")
        self.assertEqual(self.tanaka.totals("assess", "status", *ORG)["conflicts"], 0)
        newest = self.tanaka.history()[-1]
        self.assertEqual(len(newest["replaces"].split(";")), 2)
        for office in (self.tanaka, sato):
            office.run("workspace", "check")
        sato.run("workspace", "merge", self.tanaka.db)
        self.assertEqual({r["hash"] for r in sato.history()}, {r["hash"] for r in self.tanaka.history()})

    def test_seals_are_as_documented(self):
        self.tanaka.answer("G1.1", "met", "--evidence-file", CASES / "status.csv", "--by", "田中")
        self.tanaka.answer("G1.1", "partly", "--evidence", "複数行\nある", "--scope", "町の台帳")
        connection = sqlite3.connect(self.tanaka.db)
        connection.row_factory = sqlite3.Row
        rows = list(connection.execute("SELECT * FROM record ORDER BY number"))
        genesis = hashlib.sha256(f"kakehashi-genesis-1\n{rows[0]['workspace']}\n".encode()).hexdigest()
        self.assertEqual(rows[0]["prev"], genesis)
        self.assertEqual(rows[1]["prev"], rows[0]["hash"])
        for row in rows:
            self.assertEqual(seal(row), row["hash"])
        digest = hashlib.sha256((CASES / "status.csv").read_bytes()).hexdigest()
        self.assertEqual(rows[0]["evidence_sha256"], digest)
        connection.close()

    def test_tampering_is_named(self):
        for control in ("G1", "G1.1", "G1.2", "G2"):
            self.tanaka.answer(control, "partly")
        head = self.tanaka.history()[-1]["hash"]
        self.assertIn("sealed", self.tanaka.totals("workspace", "check", "--head", head))
        whole = self.tanaka.db.read_bytes()
        cases = [("UPDATE record SET status = 'met' WHERE number = 2", "record 2 (yoshikawa town-guide:G1.1)", []),
                 ("DELETE FROM record WHERE number = 3", "before record 4 (yoshikawa town-guide:G2)", []),
                 ("DELETE FROM record WHERE number = 4", "the noted record is not there: " + head, ["--head", head])]
        for sql, words, options in cases:
            self.tanaka.db.write_bytes(whole)
            connection = sqlite3.connect(self.tanaka.db)
            with self.assertRaises(sqlite3.IntegrityError):
                connection.execute(sql)
            triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(sql)
            for _, text in triggers:
                connection.execute(text)
            connection.commit()
            connection.close()
            self.assertIn(words, self.tanaka.run("workspace", "check", *options, status=1).stderr)
            if not options:  # and it is not spread
                other = Office(self.folder, "other")
                self.assertIn(words, other.run("workspace", "merge", self.tanaka.db, status=1).stderr)
                self.assertFalse(other.db.exists())

    def test_writers_at_once_lose_nothing(self):
        running = [subprocess.Popen(self.tanaka.command("assess", "set", *ORG, "town-guide", "G1.1", "met",
                                                        "--by", f"係{i}", "--evidence", "台帳"),
                                    stdout=subprocess.DEVNULL) for i in range(12)]
        self.assertEqual([process.wait() for process in running], [0] * 12)
        history = self.tanaka.history()
        self.assertEqual(len({r["by"] for r in history}), 12)
        self.assertEqual([r["state"] for r in history].count("current"), 1)
        self.tanaka.run("workspace", "check")

    def test_killed_imports_leave_before_or_after(self):
        self.tanaka.answer("G1.1", "planned")
        before = 1
        for turn in range(12):
            path, rows = self.big_table(["met", "partly", "planned"][turn % 3])
            process = subprocess.Popen(self.tanaka.command("assess", "import", path, *ORG),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.004 * turn)
            process.send_signal(signal.SIGKILL)
            process.wait()
            after = len(self.tanaka.history())
            self.assertIn(after - before, (0, rows))
            self.tanaka.run("workspace", "check")
            before = after
        path, rows = self.big_table("not-met")
        self.tanaka.run("assess", "import", path, *ORG)
        self.assertEqual(len(self.tanaka.history()), before + rows)

    def test_a_damaged_file_is_an_error_not_a_crash(self):
        for control in ("G1", "G1.1", "G1.2", "G2"):
            self.tanaka.answer(control, "partly", "--evidence", "証" * 3000)
        whole = self.tanaka.db.read_bytes()
        broken = Office(self.folder, "broken")
        for size in (0, 1, 99, 100, 4095, 4096, len(whole) // 2, len(whole) - 1):
            broken.db.write_bytes(whole[:size])
            for words in (["workspace", "info"], ["assess", "history", *ORG], ["assess", "status", *ORG],
                          ["gap", *ORG], ["workspace", "check"], ["workspace", "vacuum"]):
                done = subprocess.run(broken.command(*words), capture_output=True, text=True)
                self.assertIn(done.returncode, (3,) if size < len(whole) // 2 else (0, 1, 3), (size, words))
                self.assertNotIn("Traceback", done.stderr)
            self.assertEqual(done.returncode, 3, (size, "vacuum"))
        for step in range(16, len(whole), 997):  # one byte at a time
            bytes_ = bytearray(whole)
            bytes_[step] ^= 0xFF
            broken.db.write_bytes(bytes_)
            done = subprocess.run(broken.command("workspace", "check"), capture_output=True, text=True)
            self.assertIn(done.returncode, (0, 1, 3), (step, done.stderr))

    def test_a_foreign_file_is_refused_and_kept(self):
        foreign = Office(self.folder, "foreign")
        connection = sqlite3.connect(foreign.db)
        connection.execute("CREATE TABLE notes (text)")
        connection.commit()
        connection.close()
        bytes_ = foreign.db.read_bytes()
        for words in (["workspace", "info"], ["assess", "set", *ORG, "town-guide", "G1.1", "met"], ["gap", *ORG]):
            self.assertIn("an SQLite file of another program", foreign.run(*words, status=3).stderr)
        self.assertEqual(foreign.db.read_bytes(), bytes_)

    def test_a_backup_restores(self):
        self.tanaka.answer("G1.1", "met")
        copy = Office(self.folder, "copy")
        self.tanaka.run("workspace", "backup", copy.db)
        self.tanaka.answer("G1.1", "not-met")
        shutil.copy(copy.db, self.tanaka.db)
        self.assertEqual([r["status"] for r in self.tanaka.history()], ["met"])
        self.tanaka.answer("G1.2", "met")
        self.tanaka.run("workspace", "check")

    def test_nothing_is_made_by_reading(self):
        home = self.folder / "home"
        environment = dict(os.environ, XDG_DATA_HOME=str(home))
        environment.pop("KAKEHASHI_DB", None)
        for words in (["gap", *ORG], ["plan", *ORG], ["assess", "status", *ORG],
                      ["assess", "import", str(CASES / "status.csv"), *ORG, "--check"]):
            done = subprocess.run([PROGRAM, "--data", str(CASES / "data"), *words], env=environment,
                                  capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        self.assertFalse(home.exists())


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
