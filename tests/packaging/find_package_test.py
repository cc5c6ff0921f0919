#!/usr/bin/env python3
"""The library that is installed can be found and used: docs/examples/find_package says what the program says.

usage: tests/packaging/find_package_test.py CMAKE BUILD-DIRECTORY
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAIR = ("lar-16-3", "mic-lg-2026")


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout


def main():
    cmake, build = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as made:
        prefix, example = pathlib.Path(made) / "prefix", pathlib.Path(made) / "example"
        for component in ("program", "dev"):
            run(cmake, "--install", build, "--prefix", prefix, "--component", component)
        # The source tree is of no help to it: what it needs has to be installed.
        headers = sorted(path for path in prefix.rglob("*.h"))
        assert len(headers) > 100 and all("include/kakehashi/mapper/" in str(path) for path in headers), headers[:3]
        for file in prefix.rglob("*.cmake"):
            assert str(ROOT) not in file.read_text("utf-8"), f"{file.name} names the source tree"
        run(cmake, "-S", ROOT / "docs" / "examples" / "find_package", "-B", example, f"-DCMAKE_PREFIX_PATH={prefix}",
            "-DCMAKE_BUILD_TYPE=Debug")
        run(cmake, "--build", example)
        said = run(example / "gap_count", prefix / "share" / "kakehashi", *PAIR)
        counts = dict(line.split() for line in said.splitlines())
        listed = run(prefix / "bin" / "kakehashi", "gap", "--frameworks", ",".join(PAIR), "--framework", PAIR[0], "--against", PAIR[1],
                     "--format", "json", env={"PATH": "/usr/bin:/bin", "HOME": made})
        totals = json.loads(listed)["totals"]
        assert sum(map(int, counts.values())) > 0
        assert {name: int(n) for name, n in counts.items()} == {name: totals[name] for name in counts}, (counts, totals)
        wrong = subprocess.run([example / "gap_count", prefix, *PAIR], capture_output=True, text=True)
        assert wrong.returncode == 1 and "gap_count:" in wrong.stderr, wrong
    print(f"{len(headers)} headers installed, the example agrees: {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
