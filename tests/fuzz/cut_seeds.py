"""Cuts seeds for the fuzz targets out of official documents.

They stay outside the repository: it holds no official wording.  Where there
are no documents, nothing is cut, and the targets have the seeds of tests/fuzz.
"""

import json
import xml.etree.ElementTree as ElementTree

PIECE = 6000  # bytes, about
PIECES = 12  # of one document


def pieces(text):
    """Pieces from all over a text, at line ends."""
    lines = text.splitlines(keepends=True)
    out, piece = [], ""
    for line in lines:
        piece += line
        if len(piece.encode()) >= PIECE:
            out.append(piece)
            piece = ""
    step = max(1, len(out) // PIECES)
    return (out[::step] or [piece])[:PIECES]


def write(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)


def cut_texts(sources, out):
    # The first byte chooses the outline (targets/outline_fuzz.cc).
    texts = [(p, b"\1") for p in sorted((sources / "law").glob("*.md"))]
    texts += [(p, b"\2") for p in sorted(sources.glob("*/*.txt"))]
    for path, choice in texts:
        for i, piece in enumerate(pieces(path.read_text("utf-8"))[:4]):
            write(out / "outline", f"{path.stem}_{i}", choice + piece.encode())
            write(out / "outline_guess", f"{path.stem}_{i}", piece)


def cut_cprt(path, out):
    document = json.loads(path.read_text("utf-8"))
    graph = document["response"]["elements"]
    for i in range(0, len(graph["elements"]), 60):
        part = graph["elements"][i:i + 12]
        ids = {element["element_identifier"] for element in part}
        graph_part = {"elements": part, "relationships": [
            r for r in graph["relationships"]
            if r["source_element_identifier"] in ids][:15]}
        write(out / "cprt_json", f"part_{i}", json.dumps(
            {"response": {"elements": graph_part}}, ensure_ascii=False))


def cut_oscal_json(path, out):
    document = json.loads(path.read_text("utf-8"))
    for i, group in enumerate(document["catalog"].get("groups", [])):
        group["controls"] = group.get("controls", [])[:1]
        text = json.dumps({"catalog": {"groups": [group]}}, ensure_ascii=False)
        if len(text) < 3 * PIECE:
            write(out / "oscal_catalog_json", f"{path.stem[:20]}_{i}", text)


def cut_oscal_xml(path, out):
    space = "{http://csrc.nist.gov/ns/oscal/1.0}"
    root = ElementTree.parse(path).getroot()
    for i, group in enumerate(root.findall(f"{space}group")):
        for control in group.findall(f"{space}control")[1:]:
            group.remove(control)
        text = "<catalog>" + ElementTree.tostring(group, "unicode") + "</catalog>"
        write(out / "oscal_catalog_xml", f"group_{i}", text)


def cut(sources, out):
    if not sources.is_dir():
        return
    cut_texts(sources, out)
    for path in sorted(sources.glob("*/cprt_*.json")):
        cut_cprt(path, out)
    for path in sorted(sources.glob("*/*catalog*.json")):
        if "schema" not in path.name:
            cut_oscal_json(path, out)
    for path in sorted(sources.glob("*/*catalog*.xml")):
        cut_oscal_xml(path, out)
