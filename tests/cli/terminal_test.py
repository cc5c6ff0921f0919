#!/usr/bin/env python3
"""Colour and progress are for terminals, and never reach a file or a pipe.

usage: tests/cli/terminal_test.py KAKEHASHI
"""
import os
import pathlib
import pty
import select
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = sys.argv[1]
BAD = "[organization]\nid = 'x'\nnaem = 'y'\n"
failures = []


def check(true, what):
    if not true:
        failures.append(what)


def environment(**more):
    kept = {k: v for k, v in os.environ.items()
            if k not in ("NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "KAKEHASHI_DATA", "TERM")}
    return {**kept, "TERM": "xterm", **more}


def on_terminal(*words, env):
    """What the program writes when standard output and standard error are one terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=env)
    os.close(slave)
    out = b""
    while select.select([master], [], [], 60)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        out += piece
    os.close(master)
    process.wait()
    return out.decode("utf-8")


def piped(*words, env):
    done = subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, capture_output=True, env=env, timeout=60)
    return (done.stdout + done.stderr).decode("utf-8")


def colours(folder):
    bad = str(folder / "bad.toml")
    pathlib.Path(bad).write_text(BAD, "utf-8")
    lint = ["--data", str(ROOT), "--lang", "en", "lint", bad]
    red = "\x1b[1;31m"
    for words, env, wanted in [
            (lint, {}, True),
            (lint, {"NO_COLOR": "1"}, False),
            (lint, {"NO_COLOR": ""}, True),
            (lint, {"TERM": "dumb"}, False),
            (lint, {"TERM": ""}, False),
            (["--color", "never", *lint], {}, False),
            (["--color", "always", *lint], {"NO_COLOR": "1"}, True),
            (["--color=auto", *lint], {}, True),
            (["--lang", "en", "frobnicate"], {}, True)]:
        out = on_terminal(*words, env=environment(**env))
        check((red in out) == wanted, f"colour on a terminal: {words[:2]} {env}: {out!r}")
        if not wanted:
            check("\x1b" not in out, f"an escape sequence: {words[:2]} {env}")
    check("\x1b" not in piped(*lint, env=environment()), "colour in a pipe")
    check(red + "error\x1b[0m: " in piped("--color", "always", *lint, env=environment()), "--color always in a pipe")
    explain = ["--data", str(ROOT), "explain", "lar-16-3:R16-3(4)c", "csf-2.0:PR.AT"]
    check("\x1b[3" in on_terminal(*explain, env=environment()), "no relation word in colour")
    check("\x1b" not in piped(*explain, env=environment()), "explain: colour in a pipe")
    for form in ("csv", "json"):
        out = piped("--color", "always", "--data", str(ROOT), "frameworks", "--format", form, env=environment())
        check("\x1b" not in out, f"colour in {form}")


def progress(folder):
    """A pdftotext that takes two seconds and a half stands for a large document."""
    (folder / "bin").mkdir()
    slow = folder / "bin" / "pdftotext"
    slow.write_text("#!/bin/sh\nsleep 2.5\nprintf '1 a\\n2 b\\n'\n", "utf-8")
    slow.chmod(0o700)
    (folder / "a.pdf").write_bytes(b"%PDF-1.7\n")
    env = environment(PATH=f"{folder}/bin:{os.environ['PATH']}")
    for lang, text in (("ja", "文書を読んでいます"), ("en", "reading the document")):
        words = ["--data", str(ROOT), "--lang", lang, "import", str(folder / "a.pdf"), "--framework", "mic-lg-2026", "--check"]
        shown = on_terminal(*words, env=env)
        check(f"kakehashi: {text}… 1 s" in shown, f"no progress: {shown[:200]!r}")
        check(f"{text}… 2 s" in shown, "progress does not go on")
        _, _, after = shown.rpartition("… 2 s")
        check(after.startswith("\r\x1b[K"), f"progress is not erased: {after[:80]!r}")
        check(text not in after, "progress comes back")
        for quiet in (["--quiet", *words], [*words, "--quiet"]):
            check(text not in on_terminal(*quiet, env=env), "progress with --quiet")
        check(text not in on_terminal(*words, env={**env, "TERM": "dumb"}), "progress on a dumb terminal")
        out = piped(*words, env=env)
        check(text not in out and "\x1b" not in out and "\r\x1b" not in out, "progress in a pipe")
        out = piped("--color", "always", *words, env=env)
        check(text not in out, "progress in a pipe with --color always")
    quick = on_terminal("--data", str(ROOT), "frameworks", env=env)
    check("…" not in quick.partition("\n")[0], "progress of what is quick")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        colours(folder)
        progress(folder)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    signal.alarm(300)
    sys.exit(main())
