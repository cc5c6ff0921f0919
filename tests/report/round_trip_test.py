#!/usr/bin/env python3
"""The report of the sample, read back as its readers do.

usage: tests/report/round_trip_test.py KAKEHASHI

Writes the report in both languages and with machine names, reads every file
again with other libraries than the program's own, and checks columns, cells,
and that every number can be had from the rows.
"""
import codecs
import collections
import csv
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLE = ["--org", ROOT / "docs/examples/midori-water.toml", "--on", "2027-01-15",
          "--status", ROOT / "docs/examples/midori-water-status.csv"]
HUB = "csf-2.0"

# Section 8 of the design; people's spreadsheets and scripts depend on it.
COLUMNS = {
    "regimes": "framework,title,binding,applies,scope,ministry,desk,from,basis,submit,unknown_facts",
    "controls": "framework,control,label,title,gist,level,lead,support,applies,evidence",
    "crosswalk": "source_framework,source_control,relation,target_framework,target_control,how,confidence,basis,"
                 "rationale,proof,review",
    "overlaps": "topic_framework,topic,topic_title,framework,control,title,relation,how,strictest",
    "gaps": "framework,control,label,title,level,binding,against,state,rationale,status,inferred,lead_departments,"
            "evidence",
    "answers": "framework,control,label,title,level,status,evidence,date,by,inferred,from,how,proof,lead_departments",
    "audit": "no,framework,level,applies,control,label,title,gist,documents,check,status,evidence,lead_departments,"
             "finding,due",
    "coordination": "framework,control,label,title,lead_role,lead_departments,support_roles,support_departments",
    "transitions": "kind,name,segment,framework,controls,state,new_rule_from,next_renewal,contract_to",
    "calendar": "act,month,day,nature,kind,title,framework,control,label,level,interval,interval_basis,joined,within,from,"
                "lead_departments,other_departments,note",
    "contracts": "kind,name,segment,contract_to,next_renewal,framework,control,label,title,gist,level,part,concern,"
                 "transition,from,applies,evidence",
    "role_pairs": "first_role,first_departments,second_role,second_departments,framework,level,first_leads,second_leads,"
                  "both_support,total",
    "models": "part,model,framework,control,label,title,level,models,status,evidence",
}
NUMBERS = {"act", "no", "first_leads", "second_leads", "both_support", "total"}
LISTS = {"support", "from", "how", "unknown_facts", "proof", "lead_departments", "support_roles", "support_departments",
         "controls", "other_departments", "first_departments", "second_departments", "models"}
# One value there.
PLAIN = {(stem, name) for stem in COLUMNS if stem != "answers" for name in ("from", "how")} | {("controls", "controls")}
STATES = ["not-applicable", "to-confirm", "covered", "partial", "no-counterpart", "not-reviewed"]
RELATIONS = {"equal-to", "equivalent-to", "subset-of", "superset-of", "intersects-with", "no-relationship", "overlaps",
             "within", "contains"}
CONTAINMENT = {"equal-to", "equivalent-to", "subset-of", "superset-of", "within", "contains"}
TRIGGER = re.compile("'*[=+\\-@\t\r＝＋－＠]")

RUNS = {  # name: options
    "machine": ["--header", "machine"],
    "machine-en": ["--header", "machine", "--lang", "en"],
    "ja": ["--lang", "ja"],
    "en": ["--lang", "en"],
    "plain": ["--lang", "ja", "--no-bom"],
    "cp932": ["--lang", "ja", "--encoding", "cp932"],
}


def run(program, options, out, **environment):
    done = subprocess.run([program, "report", *SAMPLE, *options, "--out", out], cwd=ROOT, capture_output=True, text=True,
                          env={"PATH": os.environ["PATH"], "LANG": "ja_JP.UTF-8", **environment})
    assert done.returncode == 0, done.stderr
    return done


def unguarded(cell):
    return cell[1:] if cell.startswith("'") and TRIGGER.match(cell) else cell


def table(path, encoding="utf-8-sig"):
    """Header and rows, as dictionaries, guards taken off."""
    with open(path, encoding=encoding, newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    return header, [dict(zip(header, map(unguarded, row))) for row in rows]


class Catalogue:
    """A framework, read here and not by the program."""

    def __init__(self, folder):
        self.toml = tomllib.loads((folder / "framework.toml").read_text("utf-8"))
        self.rows = {}
        tsv = folder / "controls.tsv"
        for line in tsv.read_text("utf-8").splitlines() if tsv.exists() else []:
            if not line.startswith("#"):
                cells = line.split("\t")
                self.rows[cells[0]] = {"parent": cells[1], "gist": cells[5] != "-", "level": cells[7]}
        self.parents = {row["parent"] for row in self.rows.values()}
        self.topics = self.toml.get("topic_list", False)
        self.binding = self.toml["binding"]

    def depth(self, name):
        parent = self.rows[name]["parent"]
        return 1 if parent == "-" else 1 + self.depth(parent)

    def closed(self, name):
        marks = self.toml.get("closed", [])
        return name in self.parents and (name in marks or self.depth(name) in marks)

    def counted(self, name):
        return self.rows[name]["gist"] and not self.topics and not self.closed(name)

    def item(self, name):
        row = self.rows[name]
        return (row["gist"] and row["level"] != "inform" and not self.closed(name) and
                (self.binding != "voluntary" or self.topics))


class RoundTrip(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.at = pathlib.Path(cls.temporary.name)
        cls.done = {name: run(PROGRAM, options, cls.at / name) for name, options in RUNS.items()}
        cls.tables = {name: table(cls.at / "machine" / f"{name}.csv")[1] for name in COLUMNS}
        cls.totals = json.loads((cls.at / "machine/summary.json").read_text("utf-8"))["totals"]
        cls.catalogues = {folder.parent.name: Catalogue(folder.parent)
                          for folder in sorted((ROOT / "frameworks").glob("*/framework.toml"))}

    def csv_files(self, name):
        return sorted((self.at / name).glob("*.csv"))

    def test_columns_are_those_of_the_design(self):
        for name in ("machine", "machine-en"):
            self.assertEqual({file.stem for file in self.csv_files(name)}, set(COLUMNS))
            for file in self.csv_files(name):
                header, rows = table(file)
                self.assertEqual(",".join(header), COLUMNS[file.stem])
                self.assertTrue(rows, file)
        page = (ROOT / "docs/formats.md").read_text("utf-8")
        for name, columns in COLUMNS.items():
            self.assertIn(f"| `{name}` | {columns.replace(',', ', ')}", page)

    def test_headers_in_words_are_all_there(self):
        for name in ("ja", "en"):
            for file in self.csv_files(name):
                header, _ = table(file)
                self.assertEqual(len(header), COLUMNS[file.stem].count(",") + 1, file)
                self.assertTrue(all(header), file)
                self.assertEqual(len(set(header)), len(header), file)
                if name == "en":
                    self.assertTrue(all(title.isascii() for title in header), header)

    def test_bytes_are_as_excel_wants_them(self):
        for name in RUNS:
            for file in self.csv_files(name):
                data = file.read_bytes()
                with_mark = name not in ("plain", "cp932")
                self.assertEqual(data.startswith(codecs.BOM_UTF8), with_mark, file)
                self.assertEqual(data.count(codecs.BOM_UTF8), int(with_mark), file)
                self.assertTrue(data.endswith(b"\r\n"), file)
                outside = re.sub(rb'"(?:[^"]|"")*"', b"", data)
                self.assertEqual(outside.count(b"\n"), outside.count(b"\r\n"), file)
                self.assertEqual(outside.count(b"\r"), outside.count(b"\r\n"), file)

    def test_rows_are_as_wide_as_the_header(self):
        for name in RUNS:
            for file in self.csv_files(name):
                encoding = "cp932" if name == "cp932" else "utf-8-sig"
                with open(file, encoding=encoding, newline="") as text:
                    header, *rows = csv.reader(text, strict=True)
                for number, row in enumerate(rows, 2):
                    self.assertEqual(len(row), len(header), f"{file}: row {number}")

    def test_no_cell_is_a_formula(self):
        for name in RUNS:
            for file in self.csv_files(name):
                encoding = "cp932" if name == "cp932" else "utf-8-sig"
                with open(file, encoding=encoding, newline="") as text:
                    for row in csv.reader(text, strict=True):
                        for cell in row:
                            self.assertFalse(TRIGGER.match(cell) and not cell.startswith("'"), f"{file}: {cell!r}")

    def test_no_id_is_a_number_or_a_date(self):
        for name, column in (("controls", "control"), ("gaps", "control"), ("coordination", "control"),
                             ("overlaps", "control"), ("crosswalk", "source_control")):
            for row in self.tables[name]:
                self.assertTrue(row[column] == "" or row[column][0].isalpha(), row)

    def test_cp932_and_plain_hold_the_same_rows(self):
        for file in self.csv_files("ja"):
            _, rows = table(file)
            self.assertEqual(table(self.at / "plain" / file.name, "utf-8")[1], rows)
            unmappable = self.done["cp932"].stderr
            for old, new in zip(rows, table(self.at / "cp932" / file.name, "cp932")[1], strict=True):
                for was, now in zip(old.values(), new.values(), strict=True):
                    if was != now:
                        self.assertEqual(len(was), len(now))
                        for a, b in zip(was, now):
                            self.assertTrue(a == b or (b == "?" and a in unmappable), f"{was!r} {now!r}")

    def test_json_says_what_csv_says(self):
        for name, other in (("machine", "ja"), ("machine-en", "en")):
            for stem in COLUMNS:
                _, rows = table(self.at / name / f"{stem}.csv")
                path = self.at / name / f"{stem}.json"
                self.assertEqual(path.read_bytes(), (self.at / other / path.name).read_bytes(), "--header is for CSV")
                got = json.loads(path.read_text("utf-8"))["rows"]
                self.assertEqual(len(got), len(rows))
                for have, row in zip(got, rows):
                    self.assertEqual(list(have), list(row))
                    for column, cell in row.items():
                        value = have[column]
                        if column in LISTS and (stem, column) not in PLAIN:
                            self.assertEqual(value, cell.split(";") if cell else [], f"{stem} {column}")
                        elif column == "no":
                            self.assertEqual(value, int(cell), f"{stem} {column}")
                        else:
                            value = str(value) if column in NUMBERS else value
                            self.assertEqual(value, cell or None, f"{stem} {column}")

    def test_languages_say_the_same_of_the_same(self):
        words = {"title", "gist", "topic_title", "rationale", "documents", "check"}
        for stem in COLUMNS:
            _, ja = table(self.at / "machine" / f"{stem}.csv")
            _, en = table(self.at / "machine-en" / f"{stem}.csv")
            self.assertEqual(len(ja), len(en))
            for a, b in zip(ja, en):
                self.assertEqual({k: v for k, v in a.items() if k not in words},
                                 {k: v for k, v in b.items() if k not in words})

    def test_manifest_lists_every_file(self):
        for name in RUNS:
            folder = self.at / name
            manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
            self.assertEqual(manifest["on"], "2027-01-15")
            self.assertEqual(manifest["organization"], "midori-water")
            listed = {entry["name"]: entry for entry in manifest["files"]}
            self.assertEqual(len(listed), len(manifest["files"]))
            self.assertEqual(set(listed) | {"manifest.json"}, {file.name for file in folder.iterdir()})
            for file, entry in listed.items():
                data = (folder / file).read_bytes()
                self.assertEqual(entry["bytes"], len(data), file)
                self.assertEqual(entry["sha256"], hashlib.sha256(data).hexdigest(), file)
                if file.endswith(".csv"):
                    encoding = "cp932" if name == "cp932" else "utf-8-sig"
                    self.assertEqual(entry["rows"], len(table(folder / file, encoding)[1]), file)
                elif file.endswith(".json"):
                    self.assertEqual(entry["rows"], len(json.loads(data)["rows"]), file)

    def test_same_input_gives_the_same_bytes(self):
        again = self.at / "again"
        run(PROGRAM, RUNS["ja"], again, LANG="C", TZ="Asia/Tokyo", LC_ALL="C.UTF-8")
        try:
            self.assertEqual({f.name: f.read_bytes() for f in again.iterdir()},
                             {f.name: f.read_bytes() for f in (self.at / "ja").iterdir()})
        finally:
            for file in again.iterdir():
                file.unlink()
            again.rmdir()

    def test_nothing_tells_where_it_was_made(self):
        for name in RUNS:
            for file in (self.at / name).iterdir():
                data = file.read_bytes()
                for path in (str(ROOT), self.temporary.name):
                    self.assertNotIn(path.encode(), data, file)

    def frameworks(self):
        """Those compared, in order of appearance in controls.csv."""
        return list(dict.fromkeys(row["framework"] for row in self.tables["controls"]))

    def test_controls_are_those_of_the_catalogues(self):
        listed = collections.defaultdict(list)
        for row in self.tables["controls"]:
            listed[row["framework"]].append(row["control"])
        for framework, names in listed.items():
            self.assertEqual(names, list(self.catalogues[framework].rows))

    def test_each_control_is_in_one_state_of_each_comparison(self):
        seen = collections.Counter((row["framework"], row["against"], row["control"]) for row in self.tables["gaps"])
        wanted = {(framework, against, name)
                  for framework in self.frameworks()
                  for against in {*self.frameworks(), HUB} - {framework}
                  for name, control in self.catalogues[framework].rows.items() if control["gist"]}
        self.assertEqual(set(seen), wanted)
        self.assertEqual(set(seen.values()), {1})
        self.assertLessEqual({row["state"] for row in self.tables["gaps"]}, set(STATES))

    def test_gap_states_add_up_to_the_summary(self):
        count = collections.Counter(row["state"] for row in self.tables["gaps"]
                                    if self.catalogues[row["framework"]].counted(row["control"]))
        self.assertEqual({state: count[state] for state in STATES}, {state: self.totals[state] for state in STATES})

    def applying(self):
        return {(row["framework"], row["control"]): row["applies"] for row in self.tables["controls"]
                if row["applies"] != "not-applicable"}

    def test_items_add_up_to_the_summary(self):
        applying = self.applying()
        items = {key for key in applying if self.catalogues[key[0]].item(key[1])}
        own = {key for key in items if not self.catalogues[key[0]].topics}
        statuses = {}
        for row in self.tables["gaps"]:
            key = row["framework"], row["control"]
            self.assertEqual(statuses.setdefault(key, row["status"]), row["status"], "one status in every comparison")
        counts = {
            "items": len(own),
            "duties": sum(1 for framework, name in own if self.catalogues[framework].binding == "law" and
                          self.catalogues[framework].rows[name]["level"] == "must"),
            "answered": sum(1 for key in own if statuses[key] != "unknown"),
            "not_met": sum(1 for key in own if statuses[key] == "not-met"),
            "to_confirm": sum(1 for key in items if applying[key] == "to-confirm"),
            "renewals": sum(1 for row in self.tables["transitions"] if row["new_rule_from"]),
        }
        self.assertEqual(counts, {name: self.totals[name] for name in counts})

    def test_shared_pairs_add_up_to_the_summary(self):
        applying = self.applying()
        regimes = set(self.frameworks())
        pairs = [row for row in self.tables["crosswalk"]
                 if row["relation"] in CONTAINMENT and row["source_framework"] != row["target_framework"] and
                 "+" not in row["source_control"] + row["target_control"] and
                 {row["source_framework"], row["target_framework"]} <= regimes and
                 (row["source_framework"], row["source_control"]) in applying and
                 (row["target_framework"], row["target_control"]) in applying]
        self.assertEqual(len(pairs), self.totals["shared_once"])

    def test_the_status_file_is_in_the_gaps(self):
        _, given = table(SAMPLE[-1])
        words = {"実施済": "met", "一部": "partly", "計画": "planned", "未実施": "not-met", "対象外": "not-applicable",
                 "未回答": "unknown"}
        given = {(row["framework"], row["control"]): words[row["status"]] for row in given}
        for row in self.tables["gaps"]:
            self.assertEqual(row["status"], given.get((row["framework"], row["control"]), "unknown"))

    def test_proofs_stand_where_they_say(self):
        lines = {file.name: file.read_text("utf-8").splitlines() for file in (ROOT / "crosswalks").glob("*.tsv")}
        for row in self.tables["crosswalk"]:
            self.assertIn(row["relation"], RELATIONS)
            places = [place.rsplit(":", 1) for place in row["proof"].split(";")]
            rows = [lines[file][int(line) - 1].split("\t") for file, line in places]
            if row["how"] == "derived":
                self.assertEqual(row["basis"], "")
                continue
            self.assertEqual(len(rows), 1)
            source, relation, target, confidence, basis, rationale = rows[0]
            self.assertEqual((row["confidence"], row["basis"], unguarded(row["rationale"])),
                             (confidence, basis, rationale))
            sides = [row["source_control"] or "-", row["target_control"] or "-"]
            if row["how"] == "asserted":
                self.assertEqual([row["relation"], *sides], [relation, source, target])
            else:
                self.assertEqual(sides, [target, source])

    def test_derived_rows_are_as_sure_as_their_weakest(self):
        order = ["high", "medium", "low"]
        lines = {file.name: file.read_text("utf-8").splitlines() for file in (ROOT / "crosswalks").glob("*.tsv")}
        for row in self.tables["crosswalk"]:
            if row["how"] == "derived":
                used = [lines[file][int(line) - 1].split("\t")[3]
                        for file, line in (place.rsplit(":", 1) for place in row["proof"].split(";"))]
                self.assertEqual(row["confidence"], max(used, key=order.index), row)

    def test_no_pair_says_the_same_twice(self):
        seen = collections.Counter((row["source_framework"], row["source_control"], row["relation"],
                                    row["target_framework"], row["target_control"]) for row in self.tables["crosswalk"])
        self.assertEqual([pair for pair, count in seen.items() if count > 1], [])

    def test_coordination_names_departments_of_the_profile(self):
        profile = tomllib.loads(SAMPLE[1].read_text("utf-8"))["departments"]
        for row in self.tables["coordination"]:
            self.assertEqual(row["lead_departments"], ";".join(profile.get(row["lead_role"], [])))


class SmallerData(unittest.TestCase):
    """The same on the data of the golden cases, whose cells are the worst."""

    def test_hostile_cells_come_back(self):
        cases = ROOT / "tests/cli/testdata"
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([PROGRAM, "--data", cases / "data", "report", "--org", cases / "hostile.toml", "--on",
                            "2027-01-15", "--header", "machine", "--out", out], check=True, capture_output=True)
            out = pathlib.Path(out)
            for file in sorted(out.glob("*.csv")):
                _, rows = table(file)
                got = json.loads((out / f"{file.stem}.json").read_text("utf-8"))["rows"]
                for row, have in zip(rows, got, strict=True):
                    for column, cell in row.items():
                        value = have[column]
                        value = str(value) if column in NUMBERS and value is not None else value
                        self.assertEqual(";".join(value) if isinstance(value, list) else value or "", cell)
            labels = {row["label"] for row in table(out / "controls.csv")[1]}
            self.assertIn("=2+3", labels)
            raw = io.StringIO((out / "controls.csv").read_text("utf-8-sig"), newline="")
            self.assertIn("'=2+3", {cell for row in csv.reader(raw) for cell in row})


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
