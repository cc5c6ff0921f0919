#!/usr/bin/env python3
"""The bill of materials is CycloneDX 1.5, names what the program is made of, and is the same bytes again.

usage: tests/packaging/sbom_test.py KAKEHASHI SBOM COMPILER VERSION
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TYPES = {"application", "framework", "library", "container", "platform", "operating-system", "device", "device-driver",
         "firmware", "file", "machine-learning-model", "data"}  # of the specification
DIGITS = {"SHA-256": 64, "SHA-512": 128}
ALLOWED = {"type", "bom-ref", "name", "version", "description", "purl", "hashes", "licenses", "properties"}


def check_component(component):
    """What the schema of CycloneDX 1.5 asks of a component, for the fields we write."""
    name = component.get("name")
    assert component["type"] in TYPES and isinstance(name, str) and name and component["version"], component
    assert set(component) <= ALLOWED, component
    for digest in component.get("hashes", []):
        assert set(digest) == {"alg", "content"}
        assert re.fullmatch(rf"[a-f0-9]{{{DIGITS[digest['alg']]}}}", digest["content"]), component
    assert len(component["licenses"]) == 1, name
    for choice in component["licenses"]:
        (key, value), = choice["license"].items()
        assert key in ("id", "name") and value, component
        if key == "id":
            assert re.fullmatch(r"[A-Za-z0-9.+-]+", value), value
    for item in component.get("properties", []):
        assert set(item) == {"name", "value"}
    if "purl" in component:
        assert re.fullmatch(r"pkg:(deb/debian|npm|generic)/[a-z0-9.+_@/-]+@[A-Za-z0-9.%~_-]+(\?arch=\w+&distro=debian-12)?",
                            component["purl"]), component["purl"]


def check(bom, version):
    assert set(bom) == {"bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies"}
    assert bom["bomFormat"] == "CycloneDX" and bom["specVersion"] == "1.5" and bom["version"] == 1
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bom["serialNumber"])
    product = bom["metadata"]["component"]
    for component in [product, *bom["components"]]:
        check_component(component)
    assert (product["name"], product["version"]) == ("kakehashi", version)
    references = [component["bom-ref"] for component in [product, *bom["components"]]]
    assert len(set(references)) == len(references)
    assert sorted(entry["ref"] for entry in bom["dependencies"]) == sorted(references)
    reached, waiting = set(), [product["bom-ref"]]
    below = {entry["ref"]: entry["dependsOn"] for entry in bom["dependencies"]}
    while waiting:
        reference = waiting.pop()
        if reference not in reached:
            reached.add(reference)
            waiting += below[reference]
    assert reached == set(references), set(references) - reached


def main():
    program, path, compiler, version = sys.argv[1:]
    text = pathlib.Path(path).read_text("utf-8")
    bom = json.loads(text)
    check(bom, version)
    named = {component["name"]: component for component in bom["components"]}
    # Every library that the program names is there, in the version of this machine.
    listed = subprocess.run(["readelf", "-dW", program], check=True, capture_output=True, text=True).stdout
    libraries = re.findall(r"Shared library: \[(.+)\]", listed)
    assert len(libraries) > 5, libraries
    loaded = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    for library in libraries:
        place = re.search(rf"{re.escape(library)} => (\S+)", loaded)[1]
        paths = subprocess.run(["dpkg-query", "-S", "*" + place.removeprefix("/usr")], check=True, capture_output=True,
                               text=True).stdout
        package = paths.split(":")[0]
        installed = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package + ":amd64"], check=True,
                                   capture_output=True, text=True).stdout
        assert named[package]["version"] == installed, (library, package, installed)
    for name in ("kakehashi-data", "libboost1.74-dev", "libcli11-dev", "rapidjson-dev"):
        assert name in named, name
    assert named["kakehashi-data"]["licenses"] == [{"license": {"id": "CC-BY-4.0"}}]
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text("utf-8"))
    if "in the page of report.html" in text:
        bundled = {p.rpartition("node_modules/")[2] for p, e in lock["packages"].items() if p and not e.get("dev")}
        assert bundled and bundled <= set(named), bundled
    with tempfile.TemporaryDirectory() as folder:
        again = pathlib.Path(folder) / "again.json"
        web = ["--web"] if "in the page of report.html" in text else []
        subprocess.run([sys.executable, str(ROOT / "scripts" / "sbom.py"), "--program", program, "--version", version,
                        "--source", str(ROOT), "--compiler", compiler, "--out", str(again), *web], check=True)
        assert again.read_text("utf-8") == text, "not the same bytes again"
    for spoil in (lambda b: b["components"][0].update(type="thing"), lambda b: b["components"][0].pop("licenses"),
                  lambda b: b["components"].append(dict(b["components"][0])), lambda b: b.update(specVersion="1"),
                  lambda b: b["dependencies"].pop(), lambda b: b.update(serialNumber="1")):
        spoilt = json.loads(text)
        spoil(spoilt)
        try:
            check(spoilt, version)
        except (AssertionError, KeyError):
            continue
        raise AssertionError("the check does not see a spoilt bill")
    print(f"{len(named)} components")
    return 0


if __name__ == "__main__":
    sys.exit(main())
