#!/usr/bin/env python3
"""Counts the marks of a law in e-Gov Markdown with regular expressions only.

An independent check of the outline reader: no list is followed here, each line
is counted by what it looks like.  Prints one line of JSON.
"""
import json
import re
import sys

NUMBER = "[〇一二三四五六七八九十百千]+"
BRANCHES = f"(?:の{NUMBER})*"
KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン]"
JOIN = "(?:から|及び|乃至)"
END = r"(?:まで)?(?:[ 　]|$)"


def heading(unit):
    one = f"第{NUMBER}{unit}{BRANCHES}"
    return rf"#+ {one}(?:{JOIN}{one})?{END}"


def item(one):
    return rf" *- {one}(?:{JOIN}{one})?{END}"


ARTICLE = f"第{NUMBER}条{BRANCHES}"
MARKS = {
    "編": heading("編"),
    "章": heading("章"),
    "節": heading("節"),
    "款": heading("款"),
    "目": heading("目"),
    "条": rf"\*\*{ARTICLE}(?:{JOIN}{ARTICLE}(?:まで)?)?(?:（.*）)?\*\*",
    "項": r"\*\*(?:[０-９0-9]+|[①-⑳㉑-㉟㊱-㊿])\*\*",
    "号": item(NUMBER + BRANCHES),
    "イ": item(KANA),
    "（１）": item("（[０-９]+）"),
    "（ｉ）": item("（[ｉｖｘ]+）"),
    "附則": r"#+ 附 *則",
}
ANNEX = re.compile(r"\*\*(?:別表|附則様式|別記|（別記）|[^*]*様式\*\*)")


def count(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    marks = {name: re.compile(pattern) for name, pattern in MARKS.items()}
    counts = dict.fromkeys(MARKS, 0)
    annex = False
    for line in text.split("\n"):
        if line.startswith("#"):
            annex = False
        elif ANNEX.match(line):
            annex = True
        if annex:
            continue
        for name, pattern in marks.items():
            if pattern.match(line):
                counts[name] += 1
                break
    return counts


if __name__ == "__main__":
    print(json.dumps(count(sys.argv[1]), ensure_ascii=False))
