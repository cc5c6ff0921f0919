#!/usr/bin/env python3
"""Writes the software bill of materials of a built program: CycloneDX 1.5, JSON.

usage: scripts/sbom.py --program FILE --version V --source DIR --compiler CXX --out FILE [--web] [--archives FILE...]

It holds the program and its data, the shared libraries that the program names and those that these name in turn (or,
with --archives, the archives that were linked), the libraries that are headers alone, and, with --web, the npm packages in
the page of report.html.  Versions and licences of libraries are those of the Debian packages on this machine.  The same
input gives the same bytes: there is no time, and the serial number comes from the content.
"""
import argparse
import base64
import hashlib
import json
import os
import pathlib
import re
import subprocess
import urllib.parse
import uuid

# The licences as Debian's copyright files write them, and as SPDX does.
SPDX = {
    "apache-2.0": "Apache-2.0", "expat": "MIT", "mit": "MIT", "bsd-3-clause": "BSD-3-Clause", "bsd-2-clause": "BSD-2-Clause",
    "bsl-1.0": "BSL-1.0", "boost-1.0": "BSL-1.0", "zlib": "Zlib", "epl-1.0": "EPL-1.0", "epl-1": "EPL-1.0",
    "epl-2.0": "EPL-2.0", "gpl-2+": "GPL-2.0-or-later", "gpl-3+": "GPL-3.0-or-later", "lgpl-2.1+": "LGPL-2.1-or-later",
    "lgpl-3+": "LGPL-3.0-or-later", "freebsd": "BSD-2-Clause",
}
# One header of each library that is nothing else (or of which only the headers are used).
HEADERS = ["boost/version.hpp", "CLI/CLI.hpp", "fmt/format.h", "rapidjson/document.h", "toml++/toml.h"]


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def packages_of(paths):
    """{path: its Debian package}, of those that have one; links and the merged /usr are followed."""
    names = {}
    for path in paths:
        real = os.path.realpath(path)
        for name in (path, real, real.removeprefix("/usr")):
            names.setdefault(name, path)
    found = subprocess.run(["dpkg-query", "-S", *names], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    packages = {}
    for line in found.stdout.splitlines():
        package, _, name = line.partition(": ")
        if name in names and not package.startswith("diversion"):
            packages[names[name]] = package.split(",")[0]
    return packages


def licence(package):
    """What the copyright file says of all files, for "licenses" of a component."""
    path = pathlib.Path("/usr/share/doc") / package.split(":")[0] / "copyright"
    text = path.read_text("utf-8", "replace") if path.exists() else ""
    for stanza in re.split(r"\n\s*\n", text):
        if re.search(r"^Files:\s*\*\s*$", stanza, re.MULTILINE) and (found := re.search(r"^License:\s*(.+)$", stanza, re.M)):
            name = found[1].strip()
            known = SPDX.get(name.lower())
            return [{"license": {"id": known} if known else {"name": name}}]
    return [{"license": {"name": f"see /usr/share/doc/{package.split(':')[0]}/copyright"}}]


def debian(package, use):
    """A component for a Debian package."""
    fields = run("dpkg-query", "-W", "-f=${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}", package)
    name, version, architecture, source, source_version = fields.split("\t")
    purl = f"pkg:deb/debian/{name}@{urllib.parse.quote(version, safe='.~-')}?arch={architecture}&distro=debian-12"
    return {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "licenses": licence(package),
        "properties": [{"name": "kakehashi:source", "value": f"{source} {source_version}"},
                       {"name": "kakehashi:use", "value": use}],
    }


def needed(path):
    return re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", run("readelf", "-dW", path))


def shared(program):
    """({package: component}, {package: packages it needs}); "" stands for the program."""
    places = dict(re.findall(r"(\S+) => (/\S+)", run("ldd", str(program))))
    packages = packages_of(places.values())
    components, edges, waiting, seen = {}, {}, [("", str(program))], set()
    while waiting:
        owner, path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in needed(path):
            if name not in places:
                continue  # the loader, which comes with the C library
            package = packages[places[name]]
            if package not in components:
                components[package] = debian(package, "shared library")
            if package != owner:
                edges.setdefault(owner, set()).add(package)
            waiting.append((package, places[name]))
    return components, edges


def archives(paths, compiler):
    for name in ("libstdc++.a", "libgcc.a", "libc.a"):
        paths = [*paths, run(compiler, f"-print-file-name={name}").strip()]
    paths = {path for path in paths if os.path.isabs(path) and path.endswith(".a")}
    packages = packages_of(paths)
    components = {}
    for path in sorted(paths):
        # Built from the source package of the version that is installed: scripts/static.sh.
        own = os.path.basename(path) == "libxlsxwriter.a"
        package = "libxlsxwriter-dev" if own else packages[path]
        if package not in components:
            components[package] = debian(package, "archive")
    return components, {"": set(components)}


def npm(source):
    """The packages of web/ that end up in the page; those that only build it do not."""
    lock = json.loads((source / "web" / "package-lock.json").read_text("utf-8"))
    for place, entry in sorted(lock["packages"].items()):
        if not place or entry.get("dev"):
            continue
        name = place.rpartition("node_modules/")[2]
        purl = f"pkg:npm/{urllib.parse.quote(name, safe='/')}@{entry['version']}"
        algorithm, _, digest = entry["integrity"].partition("-")
        assert algorithm == "sha512"
        yield {
            "type": "library", "bom-ref": purl, "name": name, "version": entry["version"], "purl": purl,
            "hashes": [{"alg": "SHA-512", "content": base64.b64decode(digest).hex()}],
            "licenses": [{"license": {"id": entry["license"]}}],
            "properties": [{"name": "kakehashi:use", "value": "in the page of report.html"}],
        }


def data(source, version):
    """The catalogues and crosswalks, by the digests of their files in order."""
    total = hashlib.sha256()
    for folder in ("crosswalks", "frameworks"):
        for path in sorted(p for p in (source / folder).rglob("*") if p.is_file()):
            total.update(f"{sha256(path)}  {path.relative_to(source).as_posix()}\n".encode())
    return {
        "type": "data", "bom-ref": "kakehashi-data", "name": "kakehashi-data", "version": version,
        "description": "frameworks/ and crosswalks/; the hash is that of the list `sha256  path` of all files",
        "hashes": [{"alg": "SHA-256", "content": total.hexdigest()}],
        "licenses": [{"license": {"id": "CC-BY-4.0"}}],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--source", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--web", action="store_true")
    parser.add_argument("--archives", nargs="*")
    options = parser.parse_args()

    if options.archives is None:
        libraries, edges = shared(options.program)
    else:
        libraries, edges = archives(options.archives, options.compiler)
    parts = list(libraries.values())
    headers = packages_of(f"/usr/include/{name}" for name in HEADERS)
    parts += [debian(name, "headers, compiled in") for name in sorted(set(headers.values()) - set(libraries))]
    parts += list(npm(options.source)) if options.web else []
    parts.append(data(options.source, options.version))
    parts.sort(key=lambda part: part["bom-ref"])

    product = "pkg:generic/kakehashi@" + options.version
    indirect = {name for owner, names in edges.items() if owner for name in names} - edges.get("", set())
    direct = sorted(part["bom-ref"] for part in parts
                    if not any(part is libraries.get(name) for name in indirect))
    dependencies = [{"ref": product, "dependsOn": direct}]
    for part in parts:
        owner = next((name for name, component in libraries.items() if component is part), None)
        below = sorted(libraries[name]["bom-ref"] for name in edges.get(owner, ())) if owner else []
        dependencies.append({"ref": part["bom-ref"], "dependsOn": below})

    bom = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": product, "name": "kakehashi", "version": options.version, "purl": product,
            "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": parts, "dependencies": dependencies,
    }
    content = json.dumps(bom, ensure_ascii=False, sort_keys=True)
    bom = {"serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_OID, content)), **bom}
    options.out.write_text(json.dumps(bom, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
