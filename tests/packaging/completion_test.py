#!/usr/bin/env python3
"""Completion as a person meets it: keys are typed at a real bash and a real zsh, which show what they made of the line.

usage: tests/packaging/completion_test.py KAKEHASHI bash|zsh

77 (skipped) when the shell is not installed.
"""
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

DATA = pathlib.Path(__file__).resolve().parent.parent / "cli" / "testdata" / "data"
SECONDS = 30  # for one answer, on a busy machine

# (typed, the line once every completion has been put into it; Tab is typed as it stands and puts in what is certain).  The folder has "a form.xlsx", "city.toml", "data/".
BOTH = [
    ("kakehashi ga", "kakehashi gap "),
    ("kakehashi xyz", "kakehashi xyz"),
    ("kakehashi review re", "kakehashi review reject replace "),
    ("kakehashi --lang ", "kakehashi --lang en ja "),
    ("kakehashi --lang en gap --state co", "kakehashi --lang en gap --state covered "),
    ("kakehashi gap --nowh", "kakehashi gap --nowhere "),
    ("kakehashi gap --no-rev", "kakehashi gap --no-reviews "),
    ("kakehashi review add --relation su", "kakehashi review add --relation subset-of superset-of "),
    ("kakehashi assess set river-act Y1 not", "kakehashi assess set river-act Y1 not-applicable not-met "),
    ("kakehashi regimes --org ci", "kakehashi regimes --org city.toml "),
    ("kakehashi report --out da", "kakehashi report --out data"),
    ("kakehashi crosswalk ri", "kakehashi crosswalk river-act "),
    ("kakehashi crosswalk river-act to", "kakehashi crosswalk river-act town-guide "),
    ("kakehashi crosswalk river-act town-guide to", "kakehashi crosswalk river-act town-guide to"),
    ("kakehashi show town-guide G1", "kakehashi show town-guide G1 G1.1 G1.2 "),
    ("kakehashi explain town-guide:G2", "kakehashi explain town-guide:G2 "),
    ("kakehashi explain ri", "kakehashi explain river-act:"),
    ("kakehashi lint city.toml a", "kakehashi lint city.toml a\\ form.xlsx "),
    ("kakehashi completion z", "kakehashi completion zsh "),
]
ONLY = {
    "bash": [
        ("kakehashi report --out ci", "kakehashi report --out ci"),
        ("kakehashi gap --frameworks river-act,to", "kakehashi gap --frameworks river-act,town-guide"),
        ("kakehashi gap --format=c", "kakehashi gap --format=csv "),
        ("kakehashi --db w.db --data data show river-act Y2", "kakehashi --db w.db --data data show river-act Y2 "),
        ("kakehashi explain 'river-act:Y1(1\t", "kakehashi explain 'river-act:Y1(1)' "),
        ("kakehashi explain river-act:Y1\\(1", "kakehashi explain river-act:Y1\\(1\\) "),
        ("kakehashi regimes --org=ci", "kakehashi regimes --org=city.toml "),
        ("kakehashi gap --org city.toml --sta", "kakehashi gap --org city.toml --state --status "),
    ],
    "zsh": [
        # The comma goes away when anything but another one is typed.
        ("kakehashi gap --frameworks river-act,to", "kakehashi gap --frameworks river-act,town-guide,"),
        ("kakehashi gap --format=c", "kakehashi gap --format=csv "),
        # An option that does not go with one on the line is not offered.
        ("kakehashi gap --org city.toml --frameworks", "kakehashi gap --org city.toml --frameworks"),
    ],
}
START = {
    "bash": r"""
source completion
show() { printf '%s\n' "$READLINE_LINE" >>lines; READLINE_LINE=; READLINE_POINT=0; }
bind -x '"\C-o": show'
bind '"\C-g": insert-completions'
bind 'set enable-bracketed-paste off'
""",
    "zsh": r"""
fpath=($PWD/functions $fpath)
autoload -U compinit
compinit -u -D
show() { print -r -- "$BUFFER" >>lines; BUFFER=; }
zle -N show
bindkey '^O' show
zle -C every complete-word _generic
bindkey '^G' every
zstyle ':completion:every:*' completer _all_matches _complete
zstyle ':completion:every:*' insert yes
zstyle ':completion:*' file-sort name
unsetopt auto_remove_slash
""",
}


class Shell:
    """A shell at a terminal of its own."""

    def __init__(self, name, folder, program):
        self.lines = folder / "lines"
        self.lines.touch()
        self.done = 0
        environment = {"PATH": f"{pathlib.Path(program).parent}:/usr/bin:/bin", "HOME": str(folder), "TERM": "dumb",
                       "LC_ALL": "C.UTF-8", "KAKEHASHI_DATA": str(DATA), "XDG_DATA_HOME": str(folder / "none")}
        words = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}[name]
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environment,
                                        start_new_session=True)
        os.close(slave)
        (folder / "start").write_text(START[name])
        self.send(". ./start\n")
        self.ask("echo ready", complete=False)

    def send(self, text):
        os.write(self.master, text.encode())

    def ask(self, typed, complete=True):
        self.send(typed + ("\x07" if complete and not typed.endswith("\t") else "") + "\x0f")
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            if select.select([self.master], [], [], 0.02)[0]:
                os.read(self.master, 65536)  # what the shell draws
            lines = self.lines.read_text("utf-8").splitlines()
            if len(lines) > self.done:
                self.done = len(lines)
                return lines[-1]
        raise TimeoutError(f"no answer to {typed!r} in {SECONDS} s")

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def main():
    program, name = sys.argv[1:]
    if shutil.which(name) is None:
        print(f"{name} is not installed", file=sys.stderr)
        return 77
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        (folder / "functions").mkdir()
        (folder / "data").mkdir()
        for file in ("a form.xlsx", "city.toml"):
            (folder / file).touch()
        if name == "bash":
            (folder / "data" / "frameworks").symlink_to(DATA / "frameworks")
            (folder / "data" / "crosswalks").symlink_to(DATA / "crosswalks")
        script = subprocess.run([program, "--lang", "ja", "completion", name], check=True, capture_output=True).stdout
        (folder / "completion").write_bytes(script)
        (folder / "functions" / "_kakehashi").write_bytes(script)
        subprocess.run([name, "-n", str(folder / "completion")], check=True)
        shell = Shell(name, folder, program)
        wrong = 0
        cases = BOTH + ONLY[name]
        for typed, want in cases:
            got = shell.ask(typed)
            if got.rstrip(" /") != want.rstrip():
                wrong += 1
                print(f"typed {typed!r}\n want {want!r}\n  got {got!r}", file=sys.stderr)
        shell.close()
    print(f"{len(cases)} lines, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
