"""Runs the fuzz targets in slices: run.py BUILD MINUTES [TARGET...].

Called by scripts/fuzz.sh.  One process at a time, at the lowest priority.  Each
target gets its seeds (tests/fuzz/seeds), seeds cut from ../shared/sources where
these are (tests/fuzz/cut_seeds.py), and a dictionary (tests/fuzz/words).  In
BUILD are then corpus/TARGET (minimised at the end), found/TARGET (inputs that
failed), logs/TARGET.log and totals.json (all runs together).

Exit status: 0, or 1 when something was found.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import cut_seeds  # noqa: E402

HERE = Path(__file__).parent
SLICE_SECONDS = 60
TIMEOUT_SECONDS = 10  # for one input; the sanitizers make a reader slow
RSS_MIB = 2048
# The largest input tried, in bytes: long enough for several lists inside each
# other, short enough for many runs.
MAX_LENGTH = {"expression": 1024, "workspace": 1024, "xlsx": 16384}
DEFAULT_MAX_LENGTH = 8192


def quoted(word):
    """A word as libFuzzer's dictionaries want it."""
    return '"' + "".join(
        chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\x{b:02X}"
        for b in word.encode()) + '"'


def write_dictionary(target, folder):
    """The words of a target, one a line; \\t and \\n stand for themselves."""
    lines = (HERE / "words" / f"{target}.txt").read_text("utf-8").split("\n")
    path = folder / f"{target}.dict"
    words = [w.replace("\\t", "\t").replace("\\n", "\n") for w in lines if w]
    path.write_text("".join(quoted(w) + "\n" for w in words))
    return path


class Target:
    def __init__(self, name, build):
        self.name = name
        self.program = build / "tests/fuzz" / f"fuzz_{name}"
        self.corpus = build / "corpus" / name
        self.found = build / "found" / name
        self.log = build / "logs" / f"{name}.log"
        self.dictionary = build / "dictionaries"
        self.shared = build / "shared_seeds" / name
        for folder in (self.corpus, self.found, self.log.parent,
                       self.dictionary, self.shared):
            folder.mkdir(parents=True, exist_ok=True)
        self.dictionary = write_dictionary(name, self.dictionary)
        self.runs = 0
        self.cpu = 0.0
        self.coverage = 0
        self.edges = 0

    def call(self, *arguments):
        """Runs the program; returns its output.  Counts CPU time."""
        with open(self.log, "ab") as log:
            start = log.tell()
            process = subprocess.Popen(
                [str(self.program), *map(str, arguments)], stdout=log,
                stderr=log, env=self.environment(),
                preexec_fn=lambda: os.nice(19))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.cpu += usage.ru_utime + usage.ru_stime
        with open(self.log, "rb") as log:
            log.seek(start)
            return log.read().decode("utf-8", "replace")

    @staticmethod
    def environment():
        """Workspaces are written in memory where that can be had."""
        memory = {"TMPDIR": "/dev/shm"} if os.path.isdir("/dev/shm") else {}
        return {**os.environ, **memory}

    def slice(self):
        seeds = [HERE / "seeds" / self.name, self.shared]
        crashes = HERE / "crashes" / self.name
        if crashes.is_dir():
            seeds.append(crashes)
        self.read(self.call(
            f"-max_total_time={SLICE_SECONDS}", f"-timeout={TIMEOUT_SECONDS}",
            f"-rss_limit_mb={RSS_MIB}", "-report_slow_units=2",
            f"-max_len={MAX_LENGTH.get(self.name, DEFAULT_MAX_LENGTH)}",
            f"-dict={self.dictionary}", f"-artifact_prefix={self.found}/",
            "-print_final_stats=1", self.corpus, *seeds))

    def read(self, output):
        runs = re.findall(r"stat::number_of_executed_units:\s*(\d+)", output)
        runs = runs or re.findall(r"^#(\d+)\s", output, re.M)
        self.runs += int(runs[-1]) if runs else 0
        coverage = re.findall(r"\bcov: (\d+)", output)
        self.coverage = int(coverage[-1]) if coverage else self.coverage
        edges = re.search(r"Loaded 1 modules\s+\((\d+) inline", output)
        self.edges = int(edges[1]) if edges else self.edges

    def minimise(self):
        small = self.corpus.with_name(self.name + ".small")
        small.mkdir(exist_ok=True)
        fuzzing = self.cpu  # what follows finds nothing new: not counted
        self.call("-merge=1", f"-timeout={TIMEOUT_SECONDS}",
                  f"-rss_limit_mb={RSS_MIB}", f"-artifact_prefix={self.found}/",
                  small, self.corpus)
        self.cpu = fuzzing
        if not any(small.iterdir()):
            small.rmdir()
            return
        for file in self.corpus.iterdir():
            file.unlink()
        self.corpus.rmdir()
        small.rename(self.corpus)

    def failures(self):
        return sorted(f.name for f in self.found.iterdir()
                      if not f.name.startswith("slow-unit"))

    def row(self, totals):
        total = totals.setdefault(self.name, {"runs": 0, "cpu_seconds": 0})
        total["runs"] += self.runs
        total["cpu_seconds"] = round(total["cpu_seconds"] + self.cpu)
        total["coverage"] = self.coverage
        total["edges"] = self.edges
        files = list(self.corpus.iterdir())
        total["corpus"] = len(files)
        total["corpus_bytes"] = sum(f.stat().st_size for f in files)
        return [self.name, self.runs, f"{self.cpu / 60:.1f}", total["runs"],
                f"{total['cpu_seconds'] / 60:.1f}", self.coverage,
                total["corpus"], total["corpus_bytes"] // 1024,
                len(self.failures()), len(list(self.found.iterdir()))
                - len(self.failures())]


def show(rows):
    head = ["target", "runs", "CPU min", "all runs", "all CPU min", "edges",
            "corpus", "KiB", "failures", "slow"]
    table = [head, *[[str(cell) for cell in row] for row in rows]]
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    for row in table:
        print("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                        for i, (cell, width) in enumerate(zip(row, widths))))


def main():
    build = Path(sys.argv[1])
    seconds = float(sys.argv[2]) * 60
    known = sorted(p.name.removesuffix("_fuzz.cc")
                   for p in (HERE / "targets").glob("*_fuzz.cc"))
    for name in sys.argv[3:]:
        if name not in known:
            sys.exit(f"no target {name}; known: {' '.join(known)}")
    targets = [Target(name, build) for name in sys.argv[3:] or known]
    shared = os.environ.get("KAKEHASHI_SHARED") or HERE.parents[2] / "shared"
    cut_seeds.cut(Path(shared) / "sources", build / "shared_seeds")
    waiting = list(targets)
    while waiting:
        for target in list(waiting):
            before = target.cpu
            target.slice()
            failed = bool(target.failures())
            print(f"{target.name}: {target.cpu / 60:.1f} CPU min, "
                  f"{target.runs} runs, {target.coverage} edges"
                  + (", FAILED" if failed else ""), file=sys.stderr, flush=True)
            if failed or target.cpu >= seconds or target.cpu - before < 1:
                waiting.remove(target)
    for target in targets:
        target.minimise()
    file = build / "totals.json"
    totals = json.loads(file.read_text()) if file.exists() else {}
    rows = [target.row(totals) for target in targets]
    file.write_text(json.dumps(totals, indent=1, sort_keys=True) + "\n")
    show(rows)
    found = [target for target in targets if target.failures()]
    for target in found:
        print(f"{target.found}: {' '.join(target.failures())}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
