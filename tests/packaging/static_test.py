#!/usr/bin/env python3
"""The static file alone does the main job in an empty root directory.

usage: tests/packaging/static_test.py KAKEHASHI-STATIC KAKEHASHI

KAKEHASHI is an ordinary build, whose answers are the same.  77 (skipped) when not run as root, who alone can chroot.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLES = ["midori-water.toml", "midori-hospital.toml", "midori-water-status.csv", "midori-hospital-checklist.csv"]
DAY = ["--on", "2027-01-15"]
LISTINGS = [
    ["frameworks"],
    ["regimes", "--org", "midori-water.toml", *DAY],
    ["gap", "--frameworks", "lar-16-3,mic-lg-2026", "--state", "no-counterpart"],
    ["gap", "--org", "midori-hospital.toml", *DAY, "--format", "csv", "--encoding", "cp932"],
    ["plan", "--org", "midori-water.toml", *DAY, "--status", "midori-water-status.csv"],
    ["explain", "lar-16-3:R16-3(4)c", "csf-2.0:PR.AT"],
    ["search", "バックアップ"],
    ["lint"],
    ["lint", "midori-water.toml", "midori-water-status.csv"],
    ["assess", "import", "midori-hospital-checklist.csv", "--org", "midori-hospital.toml"],
    ["assess", "status", "--org", "midori-hospital.toml", *DAY],
    ["--lang", "en", "coordinate", "--org", "midori-water.toml", *DAY],
]


def run(words, root=None, cwd=None):
    environment = {"KAKEHASHI_DB": "work.db", "SOURCE_DATE_EPOCH": "1800000000"}
    enter = (lambda: (os.chroot(root), os.chdir("/"))) if root else None
    return subprocess.run(words, capture_output=True, env=environment, cwd=cwd, preexec_fn=enter)


def main():
    static, ordinary = (pathlib.Path(name).resolve() for name in sys.argv[1:])
    if os.geteuid() != 0:
        print("chroot needs root", file=sys.stderr)
        return 77
    header = subprocess.run(["readelf", "-lW", static], check=True, capture_output=True, text=True).stdout
    assert "INTERP" not in header, "it asks for a loader"
    with tempfile.TemporaryDirectory() as made:
        empty, beside = pathlib.Path(made) / "root", pathlib.Path(made) / "beside"
        for folder in (empty, beside):
            folder.mkdir()
            for name in EXAMPLES:
                shutil.copy(ROOT / "docs" / "examples" / name, folder)
        shutil.copy(static, empty / "kakehashi")
        assert sorted(path.name for path in empty.iterdir()) == sorted(["kakehashi", *EXAMPLES])
        for words in LISTINGS:
            inside = run(["/kakehashi", *words], root=empty)
            outside = run([ordinary, "--data", ROOT, *words], cwd=beside)
            assert outside.returncode in (0, 1), outside.stderr.decode()
            assert (inside.returncode, inside.stdout) == (outside.returncode, outside.stdout), (
                words, inside.returncode, inside.stderr.decode(), inside.stdout.decode("utf-8", "replace")[:2000])
        for organisation in ("water", "hospital"):
            words = ["report", "--org", f"midori-{organisation}.toml", *DAY, "--out", organisation]
            for done in (run(["/kakehashi", *words], root=empty), run([ordinary, "--data", ROOT, *words], cwd=beside)):
                assert done.returncode == 0, done.stderr.decode()
            files = sorted(path.name for path in (beside / organisation).iterdir())
            assert len(files) > 20 and files == sorted(path.name for path in (empty / organisation).iterdir()), files
            for name in files:
                same = (empty / organisation / name).read_bytes() == (beside / organisation / name).read_bytes()
                assert same, f"{organisation}/{name} differs from that of the ordinary build"
        pdf = empty / "some.pdf"
        pdf.write_bytes(b"%PDF-1.7\n")
        refused = run(["/kakehashi", "--lang", "en", "outline", "some.pdf", "--guess"], root=empty)
        assert refused.returncode == 3 and b"pdftotext" in refused.stderr, refused
        assert run(["/kakehashi", "lint", "none.toml"], root=empty).returncode == 3
        times = []
        for _ in range(5):
            start = time.perf_counter()
            run(["/kakehashi", "--version"], root=empty)
            times.append(time.perf_counter() - start)
    print(f"{len(LISTINGS)} listings and 2 reports as of the ordinary build; "
          f"{static.stat().st_size / 2**20:.1f} MiB, --version {min(times) * 1000:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
