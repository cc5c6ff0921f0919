"""The rules that outputs are held against, stated apart from the program: what a spreadsheet runs, what cannot be seen, what a
browser, Markdown and DOT act on. What breaks one goes into `problems`, how much was looked at into `checks`."""
import collections
import csv
import html.parser
import io
import json
import pathlib
import re
import unicodedata
import zipfile
from xml.etree import ElementTree

try:
    import yaml
except ImportError:
    yaml = None

HERE = pathlib.Path(__file__).resolve().parent
TRIGGERS = set("=+-@|%\t\r\n＝＋－＠｜％")
FILLERS = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10),
           *range(0xE0000, 0xE1000)}
Attack = collections.namedtuple("Attack", "kind name text")
checks = collections.Counter()
problems = []


def attacks():
    rows = []
    for line in (HERE / "attacks.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, name, text = line.split("\t")
            text, _, times = text.partition("\" x ")
            rows.append(Attack(kind, name, json.loads(text + "\"" if times else text) * int(times or 1)))
    return rows


def invisible(c):
    return unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") or ord(c) in FILLERS or ord(c) & 0xFFFE == 0xFFFE


def invisible_ones():
    """The same as a regular expression, for texts of megabytes."""
    ranges, start = [], None
    for c in range(0x110001):
        hidden = c < 0x110000 and not 0xD800 <= c < 0xE000 and invisible(chr(c))
        if hidden and start is None:
            start = c
        elif not hidden and start is not None:
            ranges.append(f"\\U{start:08x}-\\U{c - 1:08x}")
            start = None
    return re.compile(f"[{''.join(ranges)}]")


INVISIBLE = invisible_ones()


def runs(cell):
    """Whether a spreadsheet may run it: it trims, and leaves out what cannot be seen."""
    for c in cell:
        if c in TRIGGERS:
            return True
        if not invisible(c) and unicodedata.category(c) != "Zs":
            return False
    return False


def guarded(cell):
    """Whether there is a guard to take off: an apostrophe before what would run but for apostrophes."""
    return cell.startswith("'") and runs(cell.replace("'", ""))


def unguarded(cell):
    return cell[1:] if guarded(cell) else cell


def belongs(text, i):
    """An invisible character that is a part of the one before it."""
    c, before = ord(text[i]), text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    if 0xE0100 <= c <= 0xE01EF:
        return "CJK" in unicodedata.name(before, "")
    if 0xFE00 <= c <= 0xFE0F:
        return before in "0123456789#*" or ord(before) > 0xA0 and not invisible(before)
    if c == 0x200C:
        return "ARABIC" in unicodedata.name(before, "") and "ARABIC" in unicodedata.name(after, "")
    return c == 0x200D and (before == "\ufe0f" or unicodedata.category(before) == "So") and unicodedata.category(after) == "So"


def problem(where, what, text=""):
    problems.append(f"{where}: {what}: {text[:120]!r}")


def check_shown(where, data, allowed="\n"):
    """Text that a person sees: UTF-8, and nothing in it that acts or hides."""
    checks["shown"] += 1
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        problem(where, f"not UTF-8: {error}")
        return ""
    for found in INVISIBLE.finditer(text):
        c, i = found.group(), found.start()
        if c not in allowed and not belongs(text, i):
            problem(where, f"U+{ord(c):04X} at {i}", text[max(0, i - 20):i + 20])
            break
    for line in text.splitlines():
        if line.startswith("kakehashi: 0 errors"):
            problem(where, "a line of its own", line)
    return text


def check_csv(where, data, wanted):
    """No cell runs, every row is as wide as the header, and the texts come back."""
    text = data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    found = set()
    for number, row in enumerate(rows, 1):
        checks["cells"] += len(row)
        if len(row) != len(rows[0]):
            problem(where, f"row {number} has {len(row)} cells, the header {len(rows[0])}", str(row))
        for cell in row:
            if runs(cell):
                problem(where, f"row {number} would run", cell)
            found.add(unguarded(cell))
            found.update(unguarded(cell).split(";"))
    check_back(where, found, wanted)
    return len(rows)


def check_back(where, found, wanted):
    for text in wanted:
        checks["came back"] += 1
        if text not in found:
            problem(where, "does not come back", text)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def check_json(where, data, wanted):
    try:
        found = set(strings(json.loads(data.decode("utf-8"))))
    except ValueError as error:
        problem(where, f"no JSON: {error}", data[:80].decode("utf-8", "replace"))
        return
    check_back(where, found, wanted)


def yaml_loads(where, data):
    try:
        return bool(yaml.safe_load(data.decode("utf-8")))
    except yaml.YAMLError as error:
        problem(where, f"no YAML: {error}")
        return False


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags = collections.Counter()
        self.words = []
        self.scripts = []
        self.inside = ""

    def handle_starttag(self, tag, attributes):
        self.tags[(tag, *sorted(name for name, _ in attributes))] += 1
        self.inside = tag
        for name, value in attributes:
            if name.startswith("on") or re.match(r"\s*(javascript|data|vbscript):", value or "", re.I):
                problem("html", f"attribute {name}", value or "")
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts[-1] += data
        else:
            self.words.append(data)

    def handle_comment(self, data):
        problem("html", "a comment", data)

    def unknown_decl(self, data):
        problem("html", "a declaration", data)

    handle_pi = unknown_decl


def check_html(where, data, wanted):
    page = Page()
    text = data.decode("utf-8")
    check_shown(where, re.sub(r"<script>.*?</script>", "", text, flags=re.S), "\n")
    page.feed(text)
    shown = set(page.words)
    check_back(where + " plain", shown, wanted)
    for script in page.scripts[:1]:  # the data
        found = set(strings(json.loads(script)))
        check_back(where + " data", found, wanted)
        for one in found:
            check_shown(where + " data", one, "")
        if "<" in script or "\u2028" in script:
            problem(where, "the data has a '<' or a line separator")
    return set(page.tags)


def check_xlsx(where, path, wanted):
    """Texts are texts: no formulas, links or foreign parts, and nothing XML cannot hold."""
    if not path.exists():
        problem(where, "was not written")
        return
    data = path.read_bytes()
    found = set()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if re.search(r"externalLink|vba|embeddings|hyperlink|connections", name):
                problem(where, "a part", name)
            root = ElementTree.fromstring(book.read(name))
            checks["parts"] += 1
            for node in root.iter():
                tag = node.tag.rpartition("}")[2]
                if tag in ("f", "hyperlink", "oleObject") or node.get("TargetMode") == "External":
                    problem(where, f"<{tag}> in {name}", node.text or "")
                if tag == "si":
                    found.add("".join(t.text or "" for t in node.iter() if t.tag.endswith("}t")))
    check_back(where, found, wanted)


def skeleton_of_dot(text):
    return re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text)


def check_markdown(where, text):
    """Cells that Markdown would act on are escaped; a table has one width."""
    width = 0
    for line in text.splitlines():
        bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", line)
        if not line.startswith("|"):
            width = 0
            continue
        width = width or bare.count("|")
        checks["cells"] += width - 1
        if set(bare) & set("<>[]`*_~$&@#!\\") or "://" in bare or re.search(r"www\.", bare, re.I):
            problem(where, "Markdown would act on it", line)
        if bare.count("|") != width:
            problem(where, f"a row of {bare.count('|')} bars in a table of {width}", line)
