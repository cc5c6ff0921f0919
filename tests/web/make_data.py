"""Data for the pages: hostile text in every field, and 5,000 controls.

Both start from the invented data of the golden cases.
"""
import pathlib
import shutil

IMAGE = '<img src=x onerror="document.title=\'owned\'">'
CLOSE = '</script></noscript></style><script>document.title="owned"</script>'
LONG = "長" * 2000 + "x" * 1000
HIDDEN = "表\u202e示\u200b\u2066順\u2069\u2028次"
HOSTILE = f"{IMAGE}{CLOSE}<!--&lt;{HIDDEN}]]>"


def copy(base, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(base, to)
    return pathlib.Path(to)


def hostile(base, to, profile, status):
    """Writes a data directory, a profile and a status file."""
    root = copy(base, to)
    guide = root / "frameworks/town-guide"
    toml = guide / "framework.toml"
    text = toml.read_text(encoding="utf-8")
    quoted = '"' + HOSTILE.replace("\\", "\\\\").replace('"', '\\"') + '"'
    for key in ("title_ja", "title_en", "short_ja", "publisher_ja", "edition", "licence", "sourcing_ja"):
        text = "".join(
            f"{key} = {quoted}\n" if line.startswith(key + " = ") else line for line in text.splitlines(True))
    toml.write_text(text, encoding="utf-8")
    rows = guide / "controls.tsv"
    shown = HOSTILE.replace("\u2028", "")
    with rows.open("a", encoding="utf-8") as file:
        file.write(f"G9\t-\t{shown}\t{shown}\t{shown}\t{shown}\t{shown}\tmust\tict\tbousai\t-\tseen\t{shown}\n")
        file.write(f"G8\t-\t8\t{LONG}\t{LONG}\t{LONG}\t{LONG}\tmust\tict\tbousai\t-\tseen\t-\n")
    table = root / "crosswalks/town-guide--csf-2.0.tsv"
    with table.open("a", encoding="utf-8") as file:
        file.write(f"G8\toverlaps\tU.2\tlow\tproject\t{shown}\n")
    regimes = root / "frameworks/regimes.tsv"
    regimes.write_text(regimes.read_text(encoding="utf-8").replace("庁内LAN", shown), encoding="utf-8")
    pathlib.Path(profile).write_text(
        '[organization]\nid = "hostile"\n'
        f"name = {quoted}\nname_en = {quoted}\n"
        'body = "town"\norgan = "mayor"\nunit = "office"\nsectors = ["water"]\n[facts]\nlgwan = true\n'
        f'outsourcing = true\n[departments]\nict = [{quoted.replace(";", "")}]\nbousai = ["防災係"]\n'
        f'[[systems]]\nname = {quoted}\nsegment = "lgwan"\nin_use_since = 2020-04-01\n', encoding="utf-8")
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    pathlib.Path(status).write_text(
        f"framework,control,status,evidence,date,by\ntown-guide,G9,not-met,{cell},2026-12-01,{cell}\n",
        encoding="utf-8")


def big(base, to, count):
    """Writes a data directory with `count` controls more."""
    root = copy(base, to)
    words = ("利用者", "権限", "バックアップ", "訓練", "委託", "ログ", "暗号", "端末", "通信", "更新")
    with (root / "frameworks/town-guide/controls.tsv").open("a", encoding="utf-8") as file:
        for i in range(count):
            a, b = words[i % 10], words[i // 10 % 10]
            file.write(f"H{i}\t-\t付{i}\t{a}と{b}の管理その{i}\tManaging {i}\t{a}と{b}について年に一度見直し、記録を残す（{i}）。"
                       f"\tReviewed each year and recorded.\tmust\tict\tbousai,hr\t-\tseen\t-\n")
