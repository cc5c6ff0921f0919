#!/usr/bin/env python3
"""What the program writes in OSCAL validates against NIST's schema, by ajv, a standard validator.

usage: tests/interchange/interchange_test.py KAKEHASHI WORK

WORK is a directory of the build tree; ajv is installed there once. Says so and is skipped (status 77) without npm or the
schemas of the shared folder; fails then where CI is set.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = pathlib.Path(os.environ.get("KAKEHASHI_SHARED", ROOT.parent / "shared"))
SCHEMAS = {kind: SHARED / f"sources/oscal/oscal_{kind}_schema_v1.2.json" for kind in ("mapping", "catalog")}
COPIED = [".npmrc", "package.json", "package-lock.json", "validate.mjs"]


def skip(why):
    print(f"*** NOT TESTED: {why}", file=sys.stderr)
    sys.exit(1 if "CI" in os.environ else 77)


def install(work):
    """node_modules of the lock file, in `work`, unless they are there already."""
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = work / "installed-lock.json"
    work.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        shutil.copyfile(HERE / name, work / name)
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=work, capture_output=True, text=True)
    if done.returncode != 0:
        skip("npm ci failed\n" + done.stderr)
    stamp.write_bytes(lock)


class Program:
    def __init__(self, path, out):
        self.path, self.out = path, out

    def run(self, *words):
        environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
        return subprocess.run([self.path, "--data", ROOT, "--lang", "en", *words], capture_output=True, text=True, env=environment)

    def write(self, name, *words):
        done = self.run(*words)
        assert done.returncode == 0 and not done.stderr, f"{words}: {done.stderr}"
        file = self.out / name
        file.write_text(done.stdout, "utf-8")
        return file


def validate(work, kind, files):
    return subprocess.run(["node", "validate.mjs", SCHEMAS[kind], *files], cwd=work, capture_output=True, text=True)


def write_mappings(program):
    files = []
    for table in sorted((ROOT / "crosswalks").glob("*.tsv")):
        source, target = table.stem.split("--")
        for a, b in dict.fromkeys([(source, target), (target, source)]):
            for derived in ([], ["--derived"]):
                name = f"{a}--{b}{'-derived' if derived else ''}.json"
                files.append(program.write(name, "crosswalk", a, b, "--format", "oscal", *derived))
    # Two frameworks without a table between them: nothing but what is proved.
    files.append(program.write("only-derived.json", "crosswalk", "lar-16-3", "csf-2.0", "--format", "oscal", "--derived"))
    return files


def write_catalogs(program):
    frameworks = sorted(path.parent.name for path in (ROOT / "frameworks").glob("*/framework.toml"))
    return [program.write(f"{name}.json", "export", name, "--format", "oscal") for name in frameworks]


def broken(files, key, change):
    """A copy of the first file, with one change."""
    document = json.loads(files[0].read_text("utf-8"))
    change(document[key])
    file = files[0].with_name(f"broken-{key}.json")
    file.write_text(json.dumps(document), "utf-8")
    return file


def spoil_mapping(collection):
    collection["provenance"]["method"] = "manual"
    collection["mappings"][0]["maps"][0]["sources"][0]["type"] = "topic"
    collection["mappings"][0]["source-gap-summary"] = {"unmapped-controls": [{"with-ids": ["A244-5(1)"]}]}


def spoil_catalog(catalog):
    catalog["metadata"]["last-modified"] = "yesterday"
    (catalog.get("controls") or catalog["groups"])[0]["id"] = "4.1(1)"


def main():
    program_file, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    if not shutil.which("npm") or not shutil.which("node"):
        skip("npm or node is not there")
    for schema in SCHEMAS.values():
        if not schema.exists():
            skip(f"{schema} is not there")
    install(work)
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    program = Program(program_file, out.resolve())
    problems = []
    for kind, key, files, spoil, errors in [
        ("mapping", "mapping-collection", write_mappings(program), spoil_mapping, ["/provenance/method", "/sources/0/type", "with-ids/0", "'uuid'"]),
        ("catalog", "catalog", write_catalogs(program), spoil_catalog, ["/metadata/last-modified", "/id"]),
    ]:
        done = validate(work, kind, files)
        valid = done.stdout.count(": valid\n")
        print(f"{kind}: {valid} of {len(files)} files are valid")
        if done.returncode != 0 or valid != len(files) or len(files) < 10:
            problems.append(done.stdout + done.stderr)
        # The validator does find what is wrong.
        with_controls = [f for f in files if b'"id-ref"' in f.read_bytes() or b'"label"' in f.read_bytes()]
        done = validate(work, kind, [broken(with_controls, key, spoil)])
        missing = [error for error in errors if error not in done.stdout]
        if done.returncode != 1 or missing:
            problems.append(f"a broken {kind} was not refused for {missing}:\n{done.stdout}{done.stderr}")
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
