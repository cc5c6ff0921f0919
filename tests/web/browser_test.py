#!/usr/bin/env python3
"""Opens reports in Chromium: browser_test.py PROGRAM BUILD-DIRECTORY.

Makes reports of the shipped and of made data, checks the types of web/src,
and runs check.mjs on them.  Skips (77) when npm, its packages or Chromium are
missing, unless CI is set.
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

import make_data

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TESTDATA = ROOT / "tests/cli/testdata"


def missing(what):
    print(f"{'FAILED' if os.environ.get('CI') else 'SKIPPED'}: {what}; the pages were not tested", file=sys.stderr)
    sys.exit(1 if os.environ.get("CI") else 77)


def packages(build):
    """Installs the packages of package-lock.json, once for each."""
    build.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = build / "packages.stamp"
    digest = hashlib.sha256(lock).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(HERE / name, build / name)
    done = subprocess.run(["npm", "ci", "--fetch-retries=1", "--fetch-timeout=20000"], cwd=build)
    if done.returncode != 0:
        missing("npm ci failed")
    stamp.write_text(digest)


def report(program, out, *arguments):
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([program, *map(str, arguments), "--on", "2027-01-15", "--out", out], check=True,
                   stdout=subprocess.DEVNULL)


def check_types(build, web):
    config = build / "tsconfig.json"
    config.write_text("""{"extends": "%s/web/tsconfig.json", "include": ["%s/web/src"],
  "compilerOptions": {"paths": {"preact": ["%s/node_modules/preact"], "preact/*": ["%s/node_modules/preact/*"]}}}
""" % (ROOT, ROOT, web, web))
    return subprocess.run([build / "node_modules/.bin/tsc", "-p", config]).returncode


def main():
    program, work = sys.argv[1], pathlib.Path(sys.argv[2])
    build, web = work / "web-test", work / "web"
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not shutil.which("npm") or not shutil.which("node"):
        missing("npm is not installed")
    if not chromium:
        missing("Chromium is not installed")
    if not (web / "app.js").exists():
        missing("the program was built without the bundle of web/")
    packages(build)
    failed = check_types(build, web)
    out = build / "reports"
    out.mkdir(exist_ok=True)
    examples = ROOT / "docs/examples"
    report(program, out / "water", "--data", ROOT, "--lang", "ja", "report", "--org", examples / "midori-water.toml",
           "--status", examples / "midori-water-status.csv", "--header", "machine")
    report(program, out / "hospital", "--data", ROOT, "--lang", "en", "report", "--org",
           examples / "midori-hospital.toml", "--status", examples / "midori-hospital-checklist.csv",
           "--header", "machine")
    make_data.hostile(TESTDATA / "data", build / "hostile", build / "hostile.toml", build / "hostile.csv")
    report(program, out / "hostile", "--data", build / "hostile", "--lang", "ja", "report", "--org",
           build / "hostile.toml", "--status", build / "hostile.csv")
    make_data.big(TESTDATA / "data", build / "big", 5000)
    report(program, out / "big", "--data", build / "big", "--lang", "ja", "report", "--org", TESTDATA / "town.toml")
    decided = build / "decided.db"
    for end in ("", "-wal", "-shm"):
        pathlib.Path(f"{decided}{end}").unlink(missing_ok=True)
    subprocess.run([program, "--data", TESTDATA / "data", "--db", decided, "review", "replace", "river-act:Y1(2)",
                    "town-guide:G1.2", "--relation", "overlaps", "--confidence", "low", "--rationale", "団体による。",
                    "--by", "情報係", "--reason", "読んだ"], check=True, stdout=subprocess.DEVNULL)
    report(program, out / "decided", "--data", TESTDATA / "data", "--db", decided, "--lang", "ja", "report", "--org",
           TESTDATA / "town.toml")
    for script in HERE.glob("*.mjs"):
        shutil.copyfile(script, build / script.name)
    failed |= subprocess.run(["node", build / "check.mjs", out, chromium]).returncode
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
