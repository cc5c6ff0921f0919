#!/usr/bin/env python3
"""Sort the rows of crosswalk tables into the order that lint asks for.

usage: scripts/sort_crosswalks.py [FILE...]     (default: crosswalks/*.tsv)

Document order of the source catalogue, then of the target; rows without a
source at the end.  Header comments stay as they are.
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def places(framework):
    text = (ROOT / "frameworks" / framework / "controls.tsv").read_text("utf-8")
    ids = [line.split("\t")[0] for line in text.splitlines() if line and line[0] != "#"]
    return {name: place for place, name in enumerate(ids)}


def main():
    files = [pathlib.Path(f) for f in sys.argv[1:]] or sorted((ROOT / "crosswalks").glob("*.tsv"))
    for file in files:
        source, target = file.stem.split("--")
        order = places(source), places(target)
        lines = file.read_text("utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]

        def side(cell, known):
            return [] if cell == "-" else [known.get(i, len(known)) for i in cell.split("+")]

        for row in rows:
            for cell, known in ((0, order[0]), (2, order[1])):
                row[cell] = "+".join(sorted(row[cell].split("+"), key=lambda i: known.get(i, -1)))
        rows.sort(key=lambda r: (r[0] == "-", side(r[0], order[0]), side(r[2], order[1])))
        file.write_text("\n".join(head + ["\t".join(row) for row in rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
