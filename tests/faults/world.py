"""What the fault tests share: a small office with its files, and every command that writes."""
import collections
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import time

CASES = pathlib.Path(__file__).resolve().parent.parent / "cli/testdata"
EPOCH = "1796000000"
PAIR = "river-act,town-guide"

# name: the command; what it writes (a file, a folder of files, "" for the workspace).
Writer = collections.namedtuple("Writer", "name words target")
WRITERS = [
    Writer("report", ["report", "--org", "town.toml", "--on", "2027-01-15", "--status", "status.csv", "--out", "out"], "out"),
    Writer("coordinate --sheets", ["coordinate", "--org", "town.toml", "--on", "2027-01-15", "--sheets", "out"], "out"),
    Writer("migrate", ["--data", "editions", "migrate", "town-guide", "town-guide-2", "--out", "out"], "out"),
    Writer("checklist --out .xlsx", ["checklist", "--org", "town.toml", "--on", "2027-01-15", "--out", "out.xlsx"], "out.xlsx"),
    Writer("checklist --out .csv", ["checklist", "--org", "town.toml", "--on", "2027-01-15", "--out", "out.csv"], "out.csv"),
    Writer("profile form", ["profile", "form", "--org", "town.toml", "--out", "out.xlsx"], "out.xlsx"),
    Writer("profile read", ["profile", "read", "form.xlsx", "--out", "out.toml"], "out.toml"),
    Writer("export --out", ["export", "town-guide", "--format", "oscal", "--out", "out.json"], "out.json"),
    Writer("crosswalk --out", ["crosswalk", "river-act", "town-guide", "--format", "olir", "--out", "out.xlsx"], "out.xlsx"),
    Writer("import --crosswalk --out", ["import", "pair.csv", "--crosswalk", PAIR, "--out", "out.tsv"], "out.tsv"),
    Writer("import --new", ["import", "guide.txt", "--framework", "own-guide", "--new"], "w.data"),
    Writer("import", ["import", "guide.txt", "--framework", "town-guide"], ""),
    Writer("assess set", ["assess", "set", "--org", "town.toml", "town-guide", "G1.2", "met"], ""),
    Writer("assess import", ["assess", "import", "status.csv", "--org", "town.toml"], ""),
    Writer("review accept", ["review", "accept", "river-act:Y1", "town-guide:G1", "--by", "情報係", "--reason", "読んだ"], ""),
    Writer("workspace backup", ["workspace", "backup", "backup.db"], "backup.db"),
    Writer("workspace merge", ["workspace", "merge", "other.db"], ""),
    Writer("workspace vacuum", ["workspace", "vacuum"], ""),
    Writer("workspace documents --remove", ["workspace", "documents", "--remove", "1"], ""),
    Writer("search (makes its index)", ["search", "訓練"], ""),
]


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
    return {**kept, "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": EPOCH, "LC_ALL": "C.UTF-8", **more}


def wait_free_write(path, text):
    pathlib.Path(path).write_text(text, "utf-8")


class Office:
    """A folder with a profile, answers, documents and two workspaces; commands run in it."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def furnish(self):
        for name in ("data", "editions"):
            shutil.copytree(CASES / name, self.folder / name)
        for name in ("town.toml", "status.csv", "guide.txt"):
            shutil.copy(CASES / name, self.folder / name)
        self.ok("assess", "import", "status.csv", "--org", "town.toml", "--by", "前の係")
        self.ok("assess", "set", "--org", "town.toml", "town-guide", "G1.1", "partly", "--by", "前の係")
        wait_free_write(self.folder / "older.txt", "1 人の対策\n1.1 利用者の管理\n古い版の本文。\n1.2 訓練\n")
        self.ok("import", "older.txt", "--framework", "town-guide")
        self.ok("assess", "set", "--org", "town.toml", "town-guide", "G2", "met", "--by", "田中", db="other.db")
        self.ok("profile", "form", "--org", "town.toml", "--out", "form.xlsx")
        self.ok("crosswalk", "river-act", "town-guide", "--format", "olir", "--out", "pair.csv")
        return self

    def copy(self, to):
        shutil.copytree(self.folder, to)
        return Office(self.program, to)

    def command(self, *words, db="w.db"):
        words = [str(w) for w in words]
        data = [] if "--data" in words else ["--data", "data"]
        return [str(self.program), *data, "--db", db, "--lang", "en", *words]

    def run(self, *words, db="w.db", before=(), env=None, **options):
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        return subprocess.run([*before, *self.command(*words, db=db)], cwd=self.folder, env=env or environment(), timeout=600, **options)

    def ok(self, *words, **more):
        done = self.run(*words, **more)
        assert done.returncode == 0, f"{words}: {done.returncode} {done.stderr.decode()}"
        return done.stdout

    def took(self, *words):
        start = time.monotonic()
        self.run(*words)
        return time.monotonic() - start

    def names(self):
        return {str(p.relative_to(self.folder)) for p in self.folder.rglob("*")}

    def workspace(self, db="w.db"):
        """What the workspace says, in full; and `check` has to find nothing."""
        checked = self.run("workspace", "check", db=db)
        assert checked.returncode == 0, f"check: {checked.returncode} {checked.stdout.decode()}{checked.stderr.decode()}"
        return self.told(db)

    def told(self, db="w.db"):
        parts = []
        for words in (["assess", "history", "--org", "town.toml", "--format", "json"], ["workspace", "documents", "--format", "json"],
                      ["review", "list", "--format", "json"], ["workspace", "info", "--format", "json"]):
            done = self.run(*words, db=db)
            parts.append(done.stdout.decode("utf-8", "replace") if done.returncode == 0 else f"status {done.returncode}")
        return parts

    def target(self, writer):
        """The bytes of what was written; {} when nothing is there."""
        root = self.folder / writer.target
        if not writer.target or not root.exists():
            return {}
        if root.is_file():
            return {writer.target: root.read_bytes()}
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def is_sqlite(name):
    return name.endswith((".db", ".db-wal", ".db-shm", ".db-journal"))


def vouched(files, folder):
    """None without a manifest; else whether all that it lists is there and unchanged."""
    manifest = files.get(f"{folder}/manifest.json")
    if manifest is None:
        return None
    return all(hashlib.sha256(files.get(f"{folder}/{f['name']}", b"")).hexdigest() == f["sha256"] for f in json.loads(manifest)["files"])
