#!/usr/bin/env python3
"""Every row of the attack list goes through every output of every command that shows what a user or a document wrote.

usage: tests/attacks/outputs_test.py KAKEHASHI

A small world is made in which titles, gists, labels, reasons, legal bases, names, departments, evidence and file names are
rows of attacks.tsv, and beside it a harmless one of the same shape. Each output is then held against rules that are stated
here a second time, apart from the program: what a spreadsheet runs, what cannot be seen, what HTML, Markdown and DOT act
on; and its shape against that of the harmless world. The last line says how many checks were made.
"""
import collections
import csv
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from rules import (attacks, check_back, check_csv, check_html, check_json, check_markdown, check_shown, check_xlsx,
                   checks, guarded, invisible, Page, problem, problems, runs, skeleton_of_dot, strings, unguarded,
                   yaml, yaml_loads)  # noqa: E402

CASES = pathlib.Path(__file__).resolve().parent.parent / "cli/testdata"
PROGRAM = ""


def in_table(text):
    """What a table of ours can hold in a cell; the guard is put by hand."""
    if text != text.strip() or re.search("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text) or not text:
        return None
    return "'" + text if runs(text) or guarded(text) else text


def toml(text):
    return '"' + "".join(f"\\U{ord(c):08X}" if invisible(c) or c in '"\\' else c for c in text) + '"'


class World:
    def __init__(self, folder, texts):
        self.folder = pathlib.Path(folder)
        self.texts = texts
        self.data = self.folder / "data"
        shutil.copytree(CASES / "data", self.data)
        self.db = self.folder / "w.db"
        self.controls = []  # texts that stand in the catalogue
        self.Catalogue()
        self.org = self.folder / "org.toml"
        self.Profile(texts[0])
        self.status = self.folder / "status.csv"
        self.Status()

    def Catalogue(self):
        for edition in ("attack-guide", "attack-guide-2"):
            folder = self.data / "frameworks" / edition
            folder.mkdir()
            self.Framework(edition, self.texts[0])
            rows = ["#" + "\t".join("id parent label title_ja title_en gist_ja gist_en level lead support applies evidence note".split())]
            self.controls = []
            for number, text in enumerate(self.texts):
                cell = in_table(text)
                if cell is None:
                    cell = "x"
                else:
                    self.controls.append(text)
                rows.append("\t".join([f"K{number}", "-", cell, cell, cell, cell, cell, "must", "ict", "bousai", "-", "seen", cell]))
            (folder / "controls.tsv").write_text("\n".join(rows) + "\n", "utf-8", newline="\n")
        rows = ["# Complete: no", "#source\trelation\ttarget\tconfidence\tbasis\trationale"]
        for number, text in enumerate(self.texts):
            rows.append(f"K{number}\toverlaps\tG1\tlow\tproject\t{in_table(text) or 'x'}")
        (self.data / "crosswalks/attack-guide--town-guide.tsv").write_text("\n".join(rows) + "\n", "utf-8", newline="\n")

    def Framework(self, edition, text):
        told = toml(text)
        (self.data / "frameworks" / edition / "framework.toml").write_text(
            f'id = "{edition}"\nkind = "guideline"\nstatus = "current"\nbinding = "guidance"\n' + "".join(
                f"{key} = {told}\n" for key in ("title_ja", "title_en", "short_ja", "short_en", "publisher_ja", "publisher_en",
                                                "edition", "licence", "sourcing", "sourcing_ja"))
            + f"source = [{told}]\n", "utf-8")
        rows = (CASES / "data/frameworks/regimes.tsv").read_text("utf-8")
        cell = in_table(text) or "x"
        for framework in ("attack-guide", "attack-guide-2"):
            rows += f"{framework}\t-\t{cell}\t{cell}\t{cell}\t2025-04-01\t-\t{cell}\t{cell}\n"
        (self.data / "frameworks/regimes.tsv").write_text(rows, "utf-8", newline="\n")

    def Profile(self, name):
        roles = "exec manager owner ict bousai facility plant ot hr legal finance procurement audit user vendor clinical pr".split()
        lists = collections.defaultdict(list)
        for number, text in enumerate(self.texts):
            if ";" not in text:  # refused: it parts the values of a cell
                lists[roles[number % len(roles)]].append(toml(text))
        text = (f'[organization]\nid = "attacked"\nname = {toml(name)}\nname_en = {toml(name)}\nbody = "town"\norgan = "mayor"\n'
                'unit = "bureau"\nhas_manager = false\nsectors = ["water"]\nnetwork_model = "alpha"\n[facts]\n'
                'body_lgwan_or_connected = true\nlgwan = true\noutsourcing = true\ntelemetry = true\n[departments]\n')
        text += "".join(f"{role} = [{', '.join(names)}]\n" for role, names in lists.items())
        for number, told in enumerate(self.texts):
            if number % 2:
                text += f'[[systems]]\nname = {toml(told)}\nsegment = "lgwan"\nin_use_since = 2020-04-01\nnext_renewal = 2028-04-01\n'
            else:
                text += f'[[contracts]]\nname = {toml(told)}\nsegment = "control"\ncontract_from = 2026-04-01\ncontract_to = 2029-03-31\n'
        self.org.write_text(text, "utf-8")

    def Status(self):
        with self.status.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["framework", "control", "status", "evidence", "date", "by"])
            for number, text in enumerate(self.texts):
                cell = "'" + text if runs(text) or guarded(text) else text
                writer.writerow(["attack-guide", f"K{number}", "met", cell, "2026-12-01", cell])

    def command(self, *words):
        return [PROGRAM, "--data", str(self.data), "--db", str(self.db), *map(str, words)]

    def run(self, *words, statuses=(0, 1), text=b""):
        done = subprocess.run(self.command(*words), capture_output=True, input=text, env=environment(), cwd=self.folder)
        where = " ".join(map(str, words)).replace(str(self.folder), "WORK")[:150]
        checks["runs"] += 1
        if done.returncode not in statuses:
            problem(where, f"status {done.returncode}", done.stderr.decode("utf-8", "replace"))
        check_shown(where + " (stderr)", done.stderr)
        return where, done.stdout


def environment():
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": "1796000000", "LC_ALL": "C.UTF-8",
            **({"ASAN_OPTIONS": os.environ["ASAN_OPTIONS"]} if "ASAN_OPTIONS" in os.environ else {})}


ORG = ["--org", "org.toml", "--on", "2027-01-15"]
# Listings that every format is asked of, and whose texts come back from CSV and JSON: controls (c), departments (d), all (a).
LISTINGS = [
    (["frameworks"], ""), (["show", "attack-guide"], "c"), (["crosswalk", "attack-guide", "town-guide"], "c"),
    (["crosswalk", "attack-guide", "town-guide", "--derived"], "c"), (["overlap", *ORG], ""), (["gap", *ORG], ""),
    (["gap", *ORG, "--status", "status.csv"], ""), (["regimes", *ORG], ""), (["coordinate", *ORG], "d"), (["coordinate", *ORG, "--pairs", "roles"], ""),
    (["calendar", *ORG], ""), (["contracts", *ORG], ""), (["plan", *ORG], ""), (["plan", *ORG, "--status", "status.csv"], ""),
    (["checklist", *ORG], "c"), (["checklist", *ORG, "--status", "status.csv"], "c"), (["checklist", *ORG, "--status", "status.csv", "--results"], ""),
    (["search", "a"], ""), (["suggest", "attack-guide", "csf-2.0", "--all", "--min-score", "0"], ""),
    (["diff", "attack-guide", "attack-guide-2"], ""), (["diff", "attack-guide", "attack-guide-2", "--all"], ""),
    (["lint", "--notes"], ""), (["assess", "status", "--org", "org.toml"], ""), (["assess", "history", "--org", "org.toml"], "t"),
    (["workspace", "info"], ""), (["workspace", "documents"], ""), (["workspace", "documents", "--items", "1"], ""),
    (["review", "list"], ""),
]


def listings(world):
    """Every listing in text, CSV and JSON, in both languages."""
    shapes = {}
    every = {"": [], "c": world.controls, "d": world.texts, "t": [t.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\r\n") for t in world.texts]}
    for words, which in LISTINGS:
        for language in ("ja", "en") if os.environ.get("KAKEHASHI_ATTACKS") == "all" else ("ja",):
            where, out = world.run("--lang", language, *words)
            text = check_shown(where, out)
            if which == "c" and words[0] == "show":
                flat = re.sub(r"\s", "", text)
                for attack in world.texts:
                    if attack in LEGIT:
                        checks["stayed"] += 1
                        if re.sub(r"\s", "", attack) not in flat:
                            problem(where, "does not stay", attack)
        wanted = [t for t in every[which] if t]
        if which == "d":
            wanted = [t for i, t in enumerate(world.texts) if ";" not in t and i % 17 in (3, 4)]  # `ict` leads, `bousai` supports
        where, out = world.run(*words, "--format", "csv")
        shapes[where] = check_csv(where, out, wanted)
        where, out = world.run(*words, "--format", "json")
        check_json(where, out, wanted)
    return shapes


def formats(world):
    """Crosswalks and catalogues in the formats of other tools."""
    shapes = {}
    pair = ["crosswalk", "attack-guide", "town-guide"]
    for name in ("olir", "trestle"):
        where, out = world.run(*pair, "--format", name)
        shapes[where] = check_csv(where, out, world.controls)
    where, out = world.run(*pair, "--format", "oscal")
    check_json(where, out, world.controls)
    where, out = world.run(*pair, "--format", "tsv")
    rows = [line.split("\t") for line in out.decode("utf-8").splitlines() if not line.startswith("#")]
    shapes[where] = {len(row) for row in rows}
    for row in rows:
        checks["cells"] += len(row)
        if runs(row[-1]):
            problem(where, "would run", row[-1])
    check_back(where, {unguarded(row[-1]) for row in rows}, world.controls)
    (world.folder / "attack-guide--town-guide.tsv").write_bytes(out)
    world.run("lint", "attack-guide--town-guide.tsv")
    where, out = world.run("import", "attack-guide--town-guide.tsv", "--crosswalk", "attack-guide,town-guide", "--check", statuses=(0,))
    for name in ("ciso-assistant", "olir", "trestle", "oscal"):
        ending = {"ciso-assistant": "yaml", "oscal": "json"}.get(name, "csv")
        world.run(*pair, "--format", name, "--out", f"out.{ending}")
        where, out = world.run("import", f"out.{ending}", "--crosswalk", "attack-guide,town-guide", "--check")
        check_shown(where, out)
    where, out = world.run(*pair, "--format", "dot")
    shapes[where] = skeleton_of_dot(check_shown(where, out))
    where, out = world.run("explain", "attack-guide:K1", "town-guide:G1", "--format", "dot")
    shapes[where] = skeleton_of_dot(check_shown(where, out))
    for words in (pair, ["coordinate", *ORG, "--sheet", world.texts[3]]):
        where, out = world.run(*words, "--format", "md")
        check_markdown(where, check_shown(where, out))
    for words in (["explain", "attack-guide:K1", "town-guide:G1"], ["explain", "attack-guide:K2", "csf-2.0:T.1"]):
        for number in (1, 9, 99):
            check_shown(*world.run(*[w.replace(":K1", f":K{number}") for w in words]))
        check_json(*world.run(*words, "--format", "json"), [])
    for number in range(len(world.texts)):
        check_shown(*world.run("show", "attack-guide", f"K{number}"))
    for name in ("oscal", "ciso-assistant"):
        where, out = world.run("export", "attack-guide", "--format", name)
        if name == "oscal":
            check_json(where, out, world.controls)
        elif yaml is not None and yaml_loads(where, out):
            found = set(strings(json.loads(json.dumps(yaml.safe_load(out.decode("utf-8")), default=str))))
            check_back(where, {part for text in found for part in (text, *text.split("\n"))}, [t for t in world.controls if "\n" not in t and not any(ord(c) & 0xFFFE == 0xFFFE for c in t)])  # yaml-cpp writes U+FFFD for these
    world.run(*pair, "--format", "olir", "--out", "olir.xlsx")
    check_xlsx("olir.xlsx", world.folder / "olir.xlsx", [])
    return shapes


def files(world):
    """Forms, sheets and the report with all its files."""
    shapes = {}
    world.run("profile", "form", "--org", "org.toml", "--out", "form.xlsx")
    check_xlsx("form.xlsx", world.folder / "form.xlsx", [])
    for ending in ("xlsx", "csv"):
        world.run("checklist", *ORG, "--status", "status.csv", "--out", f"list.{ending}")
        check_shown(*world.run("assess", "import", f"list.{ending}", "--org", "org.toml", "--check"))
    check_xlsx("list.xlsx", world.folder / "list.xlsx", [])
    check_csv("list.csv", (world.folder / "list.csv").read_bytes(), world.controls)
    check_shown(*world.run("coordinate", *ORG, "--sheets", "sheets"))
    for path in sorted((world.folder / "sheets").iterdir()):
        checks["files"] += 1
        check_shown("sheets", path.name, "")
        if path.suffix == ".csv":
            check_csv("sheets/" + path.name, path.read_bytes(), [])
        else:
            check_markdown("sheets/" + path.name, check_shown("sheets/" + path.name, path.read_bytes()))
    check_shown(*world.run("report", *ORG, "--status", "status.csv", "--out", "report"))
    plain = [t for t in world.controls if not any(map(invisible, t))]
    for path in sorted((world.folder / "report").iterdir()):
        checks["files"] += 1
        where, data = "report/" + path.name, path.read_bytes()
        if path.suffix == ".csv":
            shapes[where] = check_csv(where, data, world.controls if path.stem == "controls" else [])
        elif path.suffix == ".json":
            check_json(where, data, world.controls if path.stem == "controls" else [])
        elif path.suffix == ".html":
            shapes[where] = check_html(where, data, [])
            text = "".join(Page_words(data))
            for told in plain:
                checks["came back"] += 1
                if told not in text:
                    problem(where, "is not shown as it is", told)
        elif path.suffix == ".xlsx":
            check_xlsx(where, path, [t for t in plain if len(t) < 32000 and not re.search("_x[0-9A-F]{4}_", t)])
        else:
            check_shown(where, data)
    return shapes


def Page_words(data):
    page = Page()
    page.feed(data.decode("utf-8"))
    return page.words


def some(number, commands):
    """All of them in the long form; else three, others for the next attack."""
    if os.environ.get("KAKEHASHI_ATTACKS") == "all":
        return commands
    return [commands[(number * 3 + i) % len(commands)] for i in range(3)]


def singles(world, number, attack):
    """Where there is one name only: the body, titles of a framework, legal bases, file names, arguments."""
    text = attack.text
    for edition in ("attack-guide", "attack-guide-2"):
        world.Framework(edition, text)
    world.Profile(text)
    for words in some(number, [["frameworks"], ["regimes", *ORG], ["show", "attack-guide"], ["calendar", *ORG]])[:2]:
        check_shown(*world.run(*words))
        where, out = world.run(*words, "--format", "csv")
        check_csv(where, out, [])
    # A line of a comment must not become a row.
    where, out = world.run("crosswalk", "attack-guide", "town-guide", "--format", "tsv")
    rows = {len(line.split("\t")) for line in out.decode("utf-8").split("\n")[:-1] if not line.startswith("#")}
    if rows != {6}:
        problem(where, f"rows of {rows} cells in the title {attack.name}")
    name = text.replace("/", "_").replace("\0", "_").encode("utf-8")[:200].decode("utf-8", "ignore")
    for place in (name, "d/" + name + ".toml"):
        path = world.folder / "names" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = \n", "utf-8")
        for words in some(number, [["lint", f"names/{place}"], ["regimes", "--org", f"names/{place}"], ["import", f"names/{place}", "--framework", "town-guide"],
                                   ["outline", "--guess", f"names/{place}"], ["workspace", "merge", f"names/{place}"]])[:2]:
            check_shown(*world.run(*words, statuses=(0, 1, 2, 3)))
        path.unlink()
    if "\0" in text:
        return
    for words in some(number, [[text], [text, text], ["show", text], ["show", "town-guide", text], ["regimes", "--org", text], ["regimes", *ORG[:3], text], ["frameworks", "--format", text],
                  ["frameworks", text], ["--lang", text, "frameworks"], ["--" + text], ["coordinate", *ORG, "--department", text],
                  ["checklist", *ORG, "--role", text], ["search", text], ["assess", "set", "--org", "org.toml", "town-guide", "G1.1", text],
                  ["gap", "--frameworks", text], ["import", text, "--framework", text], ["workspace", "check", "--head", text],
                  ["contracts", *ORG, "--contract", text], ["export", text], ["explain", text, text], ["review", "accept", text, text, "--by", text, "--reason", text],
                  ["--db", text[:200] + "/x", "workspace", "info"], ["--data", text, "frameworks"]]):
        where, out = world.run(*words, statuses=(0, 1, 2, 3))
        check_shown(where, out)


def on_a_terminal(world):
    """CSV and JSON are exact in a file, and made visible on a terminal."""
    for words in (["show", "attack-guide", "--format", "csv"], ["show", "attack-guide", "--format", "json"],
                  ["crosswalk", "attack-guide", "town-guide", "--format", "tsv"], ["export", "attack-guide", "--format", "oscal"]):
        master, slave = pty.openpty()
        with subprocess.Popen(world.command(*words), stdin=subprocess.DEVNULL, stdout=slave, stderr=subprocess.DEVNULL,
                              env=environment(), cwd=world.folder):
            os.close(slave)
            data = b""
            while True:
                try:
                    more = os.read(master, 1 << 16)
                except OSError:
                    break
                if not more:
                    break
                data += more
        os.close(master)
        assert data, words
        check_shown("terminal: " + " ".join(words), data, "\r\n\t")


def prepare(world):
    """Answers, a document and decisions in the workspace, all of them attacked."""
    where, out = world.run("assess", "import", "status.csv", "--org", "org.toml", statuses=(0,))
    check_shown(where, out)
    lines = ["1 " + (in_table(world.texts[0]) or "x")]
    for number, text in enumerate(world.texts[:90], 1):
        lines += [f"1.{number} 見出し{number}", (in_table(text) or "x")[:300]]
    document = world.folder / ("doc" + world.texts[1].replace("/", "_") + ".txt")
    document.write_text("\n".join(lines) + "\n", "utf-8")
    check_shown(*world.run("import", document.name, "--framework", "town-guide"))
    check_shown(*world.run("outline", document.name, "--framework", "town-guide"))
    check_shown(*world.run("import", document.name, "--framework", "own-guide", "--new", "--title", world.texts[2]))
    for number in range(1, 40):
        text = world.texts[number]
        if "\0" not in text:
            check_shown(*world.run("review", "accept", f"attack-guide:K{number}", "town-guide:G1", "--by", text, "--reason", text, statuses=(0, 1, 2)))


def main():
    global PROGRAM, LEGIT
    PROGRAM = os.path.abspath(sys.argv[1])
    if yaml is None:
        print("without PyYAML: the library of CISO Assistant is read back by the program alone")
    rows = attacks()
    LEGIT = {a.text for a in rows if a.kind == "legit"}
    texts = [a.text for a in rows]
    shapes = []
    with tempfile.TemporaryDirectory() as folder:
        for name, told in (("hostile", texts), ("harmless", [f"名前{i}" for i in range(len(texts))])):
            (pathlib.Path(folder) / name).mkdir()
            world = World(pathlib.Path(folder) / name, told)
            prepare(world)
            shape = {}
            for part in (listings, formats, files):
                try:
                    shape.update(part(world))
                except OSError as error:  # not written; why has been said
                    problem(name, str(error))
            shapes.append(shape)
            if name == "hostile":
                on_a_terminal(world)
                few = World(pathlib.Path(folder) / "few", texts[:6])
                few.run("assess", "import", "status.csv", "--org", "org.toml", statuses=(0,))
                for number, attack in enumerate(rows):
                    singles(few, number, attack)
    for where in shapes[0]:
        checks["shapes"] += 1
        if where in COUNTED and shapes[0][where] != shapes[1][where]:
            problem(where, "another shape than without attacks", str(shapes[0][where]) + " / " + str(shapes[1][where]))
    for one in problems[:60]:
        print(one)
    kinds = collections.Counter(a.kind for a in rows)
    print(f"{len(rows)} attacks ({', '.join(f'{n} {k}' for k, n in sorted(kinds.items()))}); "
          + ", ".join(f"{n} {k}" for k, n in sorted(checks.items())) + f"; problems: {len(problems)}")
    sys.exit(bool(problems))


class Every:
    def __contains__(self, where):
        # Searching for a letter and likeness depend on the words themselves; names that are refused make no decisions.
        return not where.startswith(("search", "suggest", "diff", "lint", "review"))


COUNTED = Every()
LEGIT = set()

if __name__ == "__main__":
    main()
