#!/usr/bin/env python3
"""Draw rows of the crosswalks for a blind review, and score the review.

usage: scripts/review.py draw SEED [--share 0.1] [--out DIR]
       scripts/review.py score DECISIONS.tsv [--differences]

`draw` picks a share of the rows of each table (at least 12 of each, always the
same for one seed) and writes DIR/<table>.tsv with the two controls of each row
and without relation, confidence and reason; the order is shuffled.  A row that
says that a control has no counterpart shows "*" on the other side, and as many
controls that have one are mixed in, so that the answer is not given away.

A reviewer adds the relation as decided from docs/method.md and the two controls
alone, one line a row: TABLE, KEY, RELATION (tab-separated).  `score` compares
with the tables: percent of agreement and Cohen's kappa over the relations.
For "*" rows the answer is `no-relationship` or `some`.
"""
import argparse
import collections
import hashlib
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent


def rows_of(path):
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()
            if line and not line.startswith("#")]


def catalogue(framework):
    return {row[0]: row for row in rows_of(ROOT / "frameworks" / framework / "controls.tsv")}


def tables():
    return sorted((ROOT / "crosswalks").glob("*.tsv"))


def key_of(row):
    return row[0] + "|" + row[2]


def drawn(path, seed, share):
    """Keys of a table: rows, and for rows without counterpart decoys."""
    rows = rows_of(path)
    shuffle = random.Random(f"{seed} {path.stem}")
    picked = shuffle.sample(rows, min(len(rows), max(12, round(share * len(rows)))))
    keys = []
    whole = {0: 0, 2: 0}  # rows without counterpart, by the column of their control
    for row in picked:
        if row[1] == "no-relationship":
            whole[2 if row[0] == "-" else 0] += 1
            keys.append("*|" + row[2] if row[0] == "-" else row[0] + "|*")
        else:
            keys.append(key_of(row))
    for column, count in whole.items():
        positive = sorted({r[column] for r in rows if r[1] != "no-relationship" and "+" not in r[column]})
        # Not the same number, which would give the true ones away.
        wanted = shuffle.randint((count + 1) // 2, count + 2) if count else shuffle.randint(0, 2)
        decoys = shuffle.sample(positive, min(wanted, len(positive)))
        keys += ["*|" + c if column == 2 else c + "|*" for c in decoys]
    keys = sorted(set(keys), key=lambda k: hashlib.sha256(f"{seed}{k}".encode()).hexdigest())
    return keys


def truth(path):
    """What the table says of each key."""
    said = {}
    for row in rows_of(path):
        if row[1] == "no-relationship":
            said["*|" + row[2] if row[0] == "-" else row[0] + "|*"] = "no-relationship"
        else:
            said[key_of(row)] = row[1]
            for control in row[0].split("+"):
                said.setdefault(control + "|*", "some")
            for control in row[2].split("+"):
                said.setdefault("*|" + control, "some")
    return said


def draw(arguments):
    out = pathlib.Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    for path in tables():
        source, target = path.stem.split("--")
        known = catalogue(source), catalogue(target)
        lines = ["#key\tside\tid\ttitle\tgist\tlevel\tevidence"]
        for key in drawn(path, arguments.seed, arguments.share):
            for side, ids in enumerate(key.split("|")):
                for control in ids.split("+"):
                    if control == "*":
                        lines.append(f"{key}\t{(source, target)[side]}\t*\t(the whole framework)\t-\t-\t-")
                        continue
                    row = known[side][control]
                    lines.append("\t".join([key, (source, target)[side], control, row[3], row[5], row[7], row[11]]))
        (out / path.name).write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{path.stem}: {len(drawn(path, arguments.seed, arguments.share))} of {len(rows_of(path))} rows")


def kappa(pairs):
    total = len(pairs)
    agree = sum(a == b for a, b in pairs) / total
    left = collections.Counter(a for a, _ in pairs)
    right = collections.Counter(b for _, b in pairs)
    chance = sum(left[word] * right[word] for word in left) / total ** 2
    return agree, 1.0 if chance == 1 else (agree - chance) / (1 - chance)


def score(arguments):
    decisions = collections.defaultdict(dict)
    for line in pathlib.Path(arguments.decisions).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            table, key, relation = line.split("\t")[:3]
            decisions[table][key] = relation
    print("table\trows\tagreement\tkappa")
    everything = []
    for path in tables():
        said = truth(path)
        pairs = []
        for key, relation in decisions.get(path.stem, {}).items():
            if key not in said:
                print(f"# {path.stem}: {key} is no longer in the table")
                continue
            pairs.append((said[key], relation))
            if arguments.differences and said[key] != relation:
                print(f"# {path.stem}\t{key}\ttable {said[key]}\treview {relation}")
        if pairs:
            agree, k = kappa(pairs)
            everything += pairs
            print(f"{path.stem}\t{len(pairs)}\t{100 * agree:.0f}%\t{k:.2f}")
    if everything:
        agree, k = kappa(everything)
        print(f"all\t{len(everything)}\t{100 * agree:.0f}%\t{k:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("draw")
    command.add_argument("seed", type=int)
    command.add_argument("--share", type=float, default=0.1)
    command.add_argument("--out", default="build/review")
    command.set_defaults(run=draw)
    command = commands.add_parser("score")
    command.add_argument("decisions")
    command.add_argument("--differences", action="store_true")
    command.set_defaults(run=score)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
