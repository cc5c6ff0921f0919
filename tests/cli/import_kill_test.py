#!/usr/bin/env python3
"""kill -9 at any moment of an import leaves the workspace as before or as after.

usage: tests/cli/import_kill_test.py KAKEHASHI [ROUNDS]

ROUNDS kills at moments drawn by a fixed seed over the time that an import takes (25, or KAKEHASHI_KILL_ROUNDS). After each
kill the workspace is absent, without the document, or with all of its items, and `workspace check` finds nothing.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ITEMS = 3000


def document(path):
    """A text in the numbering of the framework, large enough for the import to take its time."""
    lines = []
    for chapter in range(1, 31):
        lines.append(f"{chapter} 章の見出し")
        for item in range(1, ITEMS // 30):
            lines.append(f"{chapter}.{item} 項の見出し")
            lines.append("定めること。" * 20)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(program, workspace, *words):
    return subprocess.run([program, "--data", str(ROOT / "tests/cli/testdata/data"), "--db", str(workspace), "--lang", "en", *words],
                          capture_output=True, text=True)


def stored(program, workspace):
    """The number of items in the workspace; 0 without the document."""
    if not workspace.exists():
        return 0
    check = run(program, workspace, "workspace", "check")
    assert check.returncode == 0, check.stdout + check.stderr
    listed = run(program, workspace, "workspace", "documents", "--format", "json")
    assert listed.returncode == 0, listed.stderr
    answer = json.loads(listed.stdout)
    rows = answer["rows"]
    assert len(rows) <= 1, rows
    return sum(int(row["items"]) for row in rows)


def main():
    program = sys.argv[1]
    rounds = int(sys.argv[2] if len(sys.argv) > 2 else os.environ.get("KAKEHASHI_KILL_ROUNDS", "25"))
    draw = random.Random(6)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        text = folder / "guide.txt"
        document(text)
        words = ["import", str(text), "--framework", "town-guide"]
        started = time.monotonic()
        whole = run(program, folder / "whole.db", *words)
        took = time.monotonic() - started
        assert whole.returncode == 0, whole.stderr
        all_items = stored(program, folder / "whole.db")
        assert all_items > ITEMS * 0.9, all_items
        before = after = killed = 0
        for number in range(rounds):
            workspace = folder / f"{number}.db"
            # Half of them begin with a workspace that is there.
            if number % 2:
                assert run(program, workspace, "import", str(ROOT / "tests/cli/testdata/import/guide.html"), "--framework",
                           "town-guide").returncode == 0
                assert run(program, workspace, "workspace", "documents", "--remove", "1").returncode == 0
            with subprocess.Popen([program, "--data", str(ROOT / "tests/cli/testdata/data"), "--db", str(workspace), *words],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                time.sleep(draw.uniform(0, took * 1.1))
                process.kill()
            killed += process.returncode < 0
            items = stored(program, workspace)
            assert items in (0, all_items), f"round {number}: {items} of {all_items} items"
            before += items == 0
            after += items != 0
            # What was left behind does not stand in the way.
            again = run(program, workspace, *words)
            assert again.returncode == 0, again.stderr
            assert stored(program, workspace) == all_items
            for path in folder.glob(f"{number}.db*"):
                path.unlink()
        assert killed > rounds // 10, f"only {killed} of {rounds} were killed in time"
        left = sorted(p.name for p in folder.iterdir() if not p.name.startswith("whole.db") and p != text)
        print(f"{rounds} rounds, {killed} killed: {before} as before, {after} as after; left behind: {left}")


if __name__ == "__main__":
    main()
