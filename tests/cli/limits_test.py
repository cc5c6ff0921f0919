#!/usr/bin/env python3
"""The whole program at its limits: inputs as deep as they may be on a small stack, too large ones, canaries.

usage: tests/cli/limits_test.py KAKEHASHI

Limits of single readers are tested in tests/mapper/parse/limits_test.cc.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = sys.argv[1]
MIB = 1 << 20
SMALL = ROOT / "tests/cli/testdata/data"
failures = []


def run(*words, stack=MIB, **more):
    def small():
        resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))

    return subprocess.run([PROGRAM, "--lang", "en", *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True,
                          preexec_fn=small, timeout=120, **more)


def expect(status, text, *words, **more):
    """That the command ends with this status and writes `text`; on a stack of 1 MiB and of 8 MiB."""
    for stack in (MIB, 8 * MIB):
        done = run(*words, stack=stack, **more)
        out = (done.stdout + done.stderr).decode("utf-8", errors="replace")
        if done.returncode != status or text not in out:
            shown = " ".join(str(w)[:60] for w in words)
            failures.append(f"{shown}: status {done.returncode}, not {status}, or no {text!r}: {out[:300]!r}")


def write(folder, name, text):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def control(number, parent):
    return f"D{number}\t{parent}\tx\tだい\tTitle\tようし\tgist\tmust\tict\t-\t-\tunseen\t-\n"


def deep_data(folder, depth):
    """The small data, one framework of which is a chain of controls."""
    data = folder / f"data{depth}"
    shutil.copytree(SMALL, data)
    path = data / "frameworks/town-guide/controls.tsv"
    head = [line for line in path.read_text("utf-8").splitlines(True) if line.startswith("#")]
    path.write_text("".join(head) + "".join(
        control(n, "-" if n == 1 else f"D{n - 1}") for n in range(1, depth + 1)), "utf-8")
    for table in (data / "crosswalks").glob("*town-guide*"):
        table.unlink()
    for table in data.glob("frameworks/town-guide/recurring.tsv"):
        table.unlink()
    regimes = data / "frameworks/regimes.tsv"
    regimes.write_text("".join(line for line in regimes.read_text("utf-8").splitlines(True)
                               if not line.startswith("town-guide:")), "utf-8")
    return data


def depth(folder):
    data = deep_data(folder, 64)
    expect(0, "D64", "--data", data, "show", "town-guide")
    expect(0, "63. ", "--data", data, "explain", "town-guide:D1", "town-guide:D64")
    expect(0, "", "--data", data, "gap", "--frameworks", "town-guide,river-act", "--hub", "none")
    expect(0, "D64", "--data", data, "search", "D64")
    expect(3, "[control-depth]", "--data", deep_data(folder, 65), "show", "town-guide")
    for name, text, wanted in [
            ("deep.json", '{"catalog":' * 256 + "1" + "}" * 256, "[catalog-empty]"),
            ("deeper.json", '{"catalog":' * 257 + "1" + "}" * 257, "[json-depth]"),
            ("deep.xml", "<catalog>" * 256 + "</catalog>" * 256, "[catalog-empty]"),
            ("deeper.xml", "<catalog>" * 257 + "</catalog>" * 257, "[xml-depth]"),
            ("deepest.xml", "<catalog>" * 100000, "[xml-depth]"),
            ("deeper.html", "<div>" * 501 + "1 a", "[html-too-deep]"),
            ("deepest.html", "<div></b>" * 100000, "[html-too-deep]"),
            ("deepest.json", "[" * 1000000, "[json-depth]")]:
        expect(1, wanted, "--data", SMALL, "import", write(folder, name, text), "--framework", "town-guide", "--check")
    expect(1, "", "--data", SMALL, "import", write(folder, "deep.html", "<div>" * 500 + "1 a"), "--framework",
           "town-guide", "--check")
    nested = "x = " + "[" * 100000 + "]" * 100000
    expect(1, "[toml-syntax]", "--data", SMALL, "lint", write(folder, "deep.toml", nested))
    expect(1, "[toml-depth]", "--data", SMALL, "lint", write(folder, "dots.toml", "a" + ".a" * 100000 + " = 1"))
    expect(1, "[yaml-", "--data", SMALL, "import", write(folder, "deep.yaml", "objects: " + "[" * 100000),
           "--crosswalk", "town-guide,river-act", "--as", "ciso-assistant", "--check")


def size(folder):
    huge = folder / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(256 * MIB + 1)  # sparse: takes no room
    expect(3, "[file-size]", "--data", SMALL, "lint", huge)
    expect(3, "[file-size]", "--data", SMALL, "import", "/dev/zero", "--framework", "town-guide")
    expect(1, "[toml-size]", "--data", SMALL, "lint", write(folder, "big.toml", "#" * (MIB + 1)))
    expect(1, "[csv-size]", "--data", SMALL, "lint", write(folder, "big.csv", "," * 2000001))
    expect(1, "[table-size]", "--data", SMALL, "lint", write(folder, "town-guide--river-act.tsv", "#" * 70000))
    # One wrong row a line: all are counted, the first thousand are shown.
    wrong = "".join(f"k{n} = 1\n" for n in range(50000))
    expect(1, "[too-many-problems]", "--data", SMALL, "lint",
           write(folder, "wrong.toml", wrong))
    expect(0, "", "--data", SMALL, "search", "x" * 65536)
    expect(2, "too long", "--data", SMALL, "search", "x" * 65537)


def canaries(folder):
    """No path that a document names is opened: a pipe without a writer would hold the program up."""
    canary = folder / "canary"
    os.mkfifo(canary)
    url = f"file://{canary}"
    xml = f"<!DOCTYPE catalog SYSTEM '{canary}' [<!ENTITY x SYSTEM '{url}'>]><catalog>&x;</catalog>"
    expect(1, "[xml-doctype]", "--data", SMALL, "import", write(folder, "a.xml", xml), "--framework", "town-guide")
    json = ('{"$ref":"%s","catalog":{"controls":[{"id":"a","title":"T","links":[{"href":"%s"}]}],'
            '"back-matter":{"resources":[{"rlinks":[{"href":"%s"}]}]}}}' % (url, url, url))
    expect(1, "", "--data", SMALL, "import", write(folder, "a.json", json), "--framework", "town-guide", "--check")
    page = f"<link href='{url}'><iframe src='{url}'></iframe><p>1 a"
    expect(1, "", "--data", SMALL, "import", write(folder, "a.html", page), "--framework", "town-guide", "--check")
    data = folder / "canary-data"
    shutil.copytree(SMALL, data)
    for table in data.glob("crosswalks/*.tsv"):
        table.write_text(f"# Source: {url}\n# Include: {canary}\n" + table.read_text("utf-8"), "utf-8")
    for toml in data.glob("frameworks/*/framework.toml"):
        text = toml.read_text("utf-8")
        toml.write_text(f"# include = '{canary}'\n" + text, "utf-8")
    expect(0, "town-guide", "--data", data, "frameworks")
    # What is no table is not opened either, whatever its name in the directory.
    os.mkfifo(data / "crosswalks" / "canary.txt")
    os.mkfifo(data / "frameworks" / "canary")
    expect(0, "town-guide", "--data", data, "frameworks")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        depth(folder)
        size(folder)
        canaries(folder)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
