#!/usr/bin/env python3
"""What the world does to the program, and that nothing is lost: kills, full disks, lost permissions, damage, closed streams.

usage: tests/faults/faults_test.py KAKEHASHI [ROUNDS [NAME...]]

ROUNDS (1, or KAKEHASHI_FAULT_ROUNDS) is how often each command is killed and interrupted, and how fine damage is tried;
NAMEs choose rows. Prints a line for each row of the matrix in docs/security.md: what was tried, how often, what came out.
A row that this machine cannot try (no user namespaces, no other user) says so.
"""
import os
import pathlib
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from world import CASES, EPOCH, WRITERS, Office, environment, is_sqlite, vouched  # noqa: E402

PROGRAM = ""
ROUNDS = 3
NOBODY = 65534
PAGE = 4096


class Skip(Exception):
    pass


def need_mounts():
    """A mount namespace of one's own, which some containers refuse."""
    if subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode != 0:
        raise Skip("no mounts in a namespace of one's own here")


class Faults:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.office = Office(PROGRAM, self.folder / "office").furnish()
        self.number = 0
        self.draw = random.Random(7)

    def fresh(self):
        self.number += 1
        return self.office.copy(self.folder / f"w{self.number}")

    def outcomes(self, writer):
        """A copy in which the command has run, and what the workspace tells then and told before."""
        office = self.fresh()
        before = office.workspace()
        done = office.run(*writer.words)
        assert done.returncode in (0, 1), f"{writer.name}: {done.returncode} {done.stderr.decode()}"
        return office, before, office.workspace()

    def whole(self, writer, office, old, new, told_before, told_after, what):
        """The target as before or as after, the workspace as before or as after and sound."""
        files = office.target(writer)
        if writer.name == "report":
            state = vouched(files, "out")
            assert state is not False, f"{writer.name} {what}: the manifest vouches for what is not so"
            for name, data in files.items():
                if not is_left_behind(name, new):
                    assert data in (old.get(name), new.get(name)), f"{writer.name} {what}: {name} is not whole"
        else:
            for name, data in files.items():
                if is_sqlite(name):
                    office.workspace(db=name) if name.endswith(".db") else None
                elif not is_left_behind(name, new):
                    assert data in (old.get(name), new.get(name)), f"{writer.name} {what}: {name} is not whole"
        told = office.workspace()
        assert same(told, told_before) or same(told, told_after), f"{writer.name} {what}: the workspace is neither as before nor as after"

    def stopped(self, number, name):
        """A signal at a moment drawn over the time that the command takes."""
        times = hits = left = 0
        for writer in WRITERS:
            done, told_before, told_after = self.outcomes(writer)
            new = done.target(writer)
            took = max(self.fresh().took(*writer.words), 0.01)
            for turn in range(ROUNDS):
                office = self.fresh()
                # Every other time something of that name is there already.
                if turn % 2 and writer.target and writer.name not in ("migrate", "profile form", "profile read", "workspace backup", "import --new"):
                    for path, data in new.items():
                        (office.folder / path).parent.mkdir(exist_ok=True)
                        (office.folder / path).write_bytes(b"{}" if path.endswith("manifest.json") else b"old " + data[:100])
                    if writer.name == "report":
                        (office.folder / "out/manifest.json").write_text('{"files": []}')
                old = office.target(writer)
                names = office.names()
                with subprocess.Popen(office.command(*writer.words), cwd=office.folder, env=environment(), stdin=subprocess.DEVNULL,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                    time.sleep(self.draw.uniform(0, took * 1.2))
                    process.send_signal(number)
                times += 1
                hits += process.returncode < 0
                assert process.returncode in (0, 1, -number), f"{writer.name} {name}: status {process.returncode}"
                self.whole(writer, office, old, new, told_before, told_after, name)
                strange = {n for n in office.names() - names if not is_sqlite(n) and is_left_behind(n, new)
                           and not n.startswith("w.data")}
                left += len(strange)
                if number != signal.SIGKILL:
                    assert not strange, f"{writer.name} {name}: left behind: {strange}"
                # What was left behind does not stand in the way.
                if not (office.folder / "backup.db").exists() and not (office.folder / "w.data/frameworks/own-guide").exists() \
                        and not (writer.name.startswith(("migrate", "profile")) and office.target(writer)):
                    again = office.run(*writer.words)
                    assert again.returncode in ((0, 1, 2) if "--remove" in writer.name else (0, 1)), f"{writer.name} after {name}: {again.stderr.decode()}"
                shutil.rmtree(office.folder)
        return times, f"{hits} of them in time; {left} temporary files left behind"

    def kill(self):
        return self.stopped(signal.SIGKILL, "kill -9")

    def interrupt(self):
        return self.stopped(signal.SIGINT, "Ctrl-C")

    def terminate(self):
        return self.stopped(signal.SIGTERM, "SIGTERM")

    def failing(self, writer, office, done, what):
        """A command that could not write: status 3, words on standard error, and no Python-like traceback or crash."""
        assert done.returncode == 3, f"{writer.name}, {what}: status {done.returncode} {done.stderr.decode()}"
        assert done.stderr.strip(), f"{writer.name}, {what}: not a word"

    def file_size_limit(self):
        """RLIMIT_FSIZE: works for anybody, and fails in the middle of a file as a full disk does."""
        times = failed = 0
        for writer in WRITERS:
            done, told_before, told_after = self.outcomes(writer)
            new = done.target(writer)
            for limit in [0, 1, 512, 4096, 9000, 20000, 65536, 200000][:: 1 if ROUNDS > 3 else 2]:
                office = self.fresh()
                names = office.names()
                result = office.run(*writer.words, preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
                times += 1
                if result.returncode not in (0, 1):
                    failed += 1
                    self.failing(writer, office, result, f"at most {limit} bytes")
                self.whole(writer, office, {}, new, told_before, told_after, f"at most {limit} bytes")
                strange = {n for n in office.names() - names if not is_sqlite(n) and is_left_behind(n, new) and not n.startswith("w.data")}
                assert not strange, f"{writer.name}, at most {limit} bytes: left behind: {strange}"
                shutil.rmtree(office.folder)
        return times, f"{failed} told with status 3, the others had room; nothing half written"

    def full_disk(self):
        """A tmpfs of some pages, in a mount namespace of its own."""
        need_mounts()
        times = failed = 0
        base = sum(p.stat().st_size + PAGE for p in self.office.folder.rglob("*"))
        for writer in WRITERS:
            done, told_before, told_after = self.outcomes(writer)
            new = done.target(writer)
            for room in [0, 2, 4, 8, 16, 32, 64, 128][:: 1 if ROUNDS > 3 else 3]:
                office = Office(PROGRAM, self.folder / "unused")
                self.number += 1
                place, out = self.folder / f"m{self.number}", self.folder / f"o{self.number}"
                place.mkdir()
                script = ('mount -t tmpfs -o "size=$1,mode=755" none "$2" && cp -r "$3"/. "$2"/ && cd "$2" || exit 99\n'
                          'avail=$(df -k --output=avail . | tail -1); keep=$4; [ "$avail" -gt "$keep" ] && head -c $(( (avail - keep) * 1024 )) /dev/zero > filler\n'
                          'shift 4; out=$1; shift; "$@"; status=$?\nrm -f filler; cp -r . "$out"; exit $status')
                result = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", str(base * 2), place, self.office.folder, str(room * 4), out,
                                         *office.command(*writer.words)], capture_output=True, env=environment(), stdin=subprocess.DEVNULL)
                assert result.returncode != 99, result.stderr.decode()
                times += 1
                seen = Office(PROGRAM, out)
                if result.returncode not in (0, 1):
                    failed += 1
                    self.failing(writer, seen, result, f"{room * 4} KiB free")
                self.whole(writer, seen, {}, new, told_before, told_after, f"{room * 4} KiB free")
                strange = {n for n in seen.names() - self.office.names() if not is_sqlite(n) and is_left_behind(n, new) and not n.startswith("w.data")}
                assert not strange, f"{writer.name}, {room * 4} KiB free: left behind: {strange}"
                shutil.rmtree(out)
        return times, f"{failed} told with status 3, the others had room; nothing half written"

    def as_nobody(self):
        """What to put before a command so that permissions count."""
        if os.geteuid() != 0:
            return []
        words = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        if subprocess.run([*words, PROGRAM, "--version"], capture_output=True).returncode != 0:
            raise Skip("nobody cannot run the program here")
        os.chmod(self.folder, 0o755)
        return words

    def give(self, office):
        if os.geteuid() == 0:
            for path in [office.folder, *office.folder.rglob("*")]:
                os.chown(path, NOBODY, NOBODY)

    def read_only(self):
        before = self.as_nobody()
        times = 0
        for writer in WRITERS:
            office = self.fresh()
            told = office.workspace()
            self.give(office)
            names = office.names()
            for path in [office.folder, *office.folder.rglob("*")]:
                path.chmod(0o555 if path.is_dir() else 0o444)
            done = office.run(*writer.words, before=before)
            for path in [office.folder, *office.folder.rglob("*")]:
                path.chmod(0o755 if path.is_dir() else 0o644)
            times += 1
            if writer.name.startswith("search"):  # reads without its index
                assert done.returncode in (0, 3), done.stderr.decode()
            else:
                self.failing(writer, office, done, "read-only")
            assert office.names() == names, f"{writer.name}, read-only: {office.names() ^ names}"
            assert same(office.workspace(), told), f"{writer.name}, read-only: the workspace changed"
        for words in (["assess", "status", "--org", "town.toml"], ["assess", "history", "--org", "town.toml"], ["workspace", "check"], ["workspace", "info"],
                      ["gap", "--org", "town.toml"], ["workspace", "documents"], ["show", "town-guide"]):
            office = self.fresh()
            wanted = office.ok(*words)
            self.give(office)
            for path in [office.folder, *office.folder.rglob("*")]:
                path.chmod(0o555 if path.is_dir() else 0o444)
            done = office.run(*words, before=before)
            for path in [office.folder, *office.folder.rglob("*")]:
                path.chmod(0o755 if path.is_dir() else 0o644)
            assert done.returncode == 0 and done.stdout == wanted, f"{words}, read-only: {done.returncode} {done.stderr.decode()}"
            times += 1
        return times, "writers refuse with status 3 and change nothing; readers read"

    def lost_permissions(self):
        before = self.as_nobody()
        times = 0
        cases = [("town.toml", ["regimes", "--org", "town.toml"]), ("status.csv", ["gap", "--org", "town.toml", "--status", "status.csv"]),
                 ("w.db", ["assess", "history", "--org", "town.toml"]), ("w.db", ["workspace", "check"]), ("w.db", ["assess", "set", "--org", "town.toml", "town-guide", "G1.2", "met"]),
                 ("guide.txt", ["import", "guide.txt", "--framework", "town-guide"]), ("other.db", ["workspace", "merge", "other.db"]),
                 ("data/frameworks/town-guide/controls.tsv", ["frameworks"]), ("data/crosswalks", ["frameworks"]), ("data", ["frameworks"]), ("form.xlsx", ["profile", "read", "form.xlsx", "--out", "new.toml"])]
        for name, words in cases:
            office = self.fresh()
            told = office.workspace()
            self.give(office)
            mode = stat.S_IMODE((office.folder / name).stat().st_mode)
            (office.folder / name).chmod(0)
            done = office.run(*words, before=before)
            (office.folder / name).chmod(mode)
            times += 1
            assert done.returncode == 3 and done.stderr.strip(), f"{name} without permissions: {words}: {done.returncode} {done.stderr.decode()}"
            assert same(office.workspace(), told), f"{name}: the workspace changed"
        return times, "status 3, the file named, nothing changed"

    def at_once(self):
        """Two writers and ten readers on one workspace."""
        office = self.fresh()
        turns = 6 * ROUNDS
        before = len(office.told()[0].split('"hash"'))
        failures, counts = [], {"read": 0, "written": 0}
        stop = threading.Event()

        def write(who):
            for turn in range(turns):
                done = office.run("assess", "set", "--org", "town.toml", "town-guide", "G1.2", "met" if turn % 2 else "partly", "--by", who,
                                  "--evidence", f"{who} {turn}")
                counts["written"] += 1
                if done.returncode != 0:
                    failures.append(("write", done.returncode, done.stderr.decode()))

        def read(words):
            while not stop.is_set():
                done = office.run(*words)
                counts["read"] += 1
                if done.returncode != 0:
                    failures.append((words, done.returncode, done.stdout.decode() + done.stderr.decode()))
        views = [["assess", "history", "--org", "town.toml"], ["assess", "status", "--org", "town.toml"], ["workspace", "check"], ["workspace", "info"],
                 ["gap", "--org", "town.toml"]]
        readers = [threading.Thread(target=read, args=(views[i % len(views)],)) for i in range(10)]
        writers = [threading.Thread(target=write, args=(f"係{i}",)) for i in range(2)]
        for thread in readers + writers:
            thread.start()
        for thread in writers:
            thread.join()
        stop.set()
        for thread in readers:
            thread.join()
        assert not failures, failures[0]
        after = len(office.workspace()[0].split('"hash"'))
        assert after - before == 2 * turns, f"{after - before} of {2 * turns} answers"
        return counts["written"] + counts["read"], f"{counts['written']} answers by two writers, all of them there; {counts['read']} reads by ten readers, none failed"

    def damage(self):
        """A workspace with one page overwritten, one byte flipped or its end cut off: told, or harmless; never a crash."""
        whole = self.fresh()
        whole.ok("search", "訓練")
        told = whole.workspace()
        subprocess.run([sys.executable, "-c", "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('PRAGMA wal_checkpoint(TRUNCATE)'); c.execute('PRAGMA journal_mode=DELETE')",
                        str(whole.folder / "w.db")], check=True)
        data = (whole.folder / "w.db").read_bytes()
        pages = len(data) // PAGE
        cases = [("page of zeros", data[:i * PAGE] + bytes(PAGE) + data[(i + 1) * PAGE:]) for i in range(pages)]
        cases += [("page turned over", data[:i * PAGE] + bytes(b ^ 0xFF for b in data[i * PAGE:(i + 1) * PAGE]) + data[(i + 1) * PAGE:]) for i in range(pages)]
        for i in range(pages):
            at = i * PAGE + self.draw.randrange(PAGE)
            cases.append(("bit flipped", data[:at] + bytes([data[at] ^ 1 << self.draw.randrange(8)]) + data[at + 1:]))
        cases += [("cut off", data[:size]) for size in range(0, len(data), PAGE)]
        if ROUNDS > 3:
            cases += [("cut off", data[:size]) for size in range(PAGE // 8, len(data), PAGE // 4)]
            for _ in range(ROUNDS * 20):
                at = self.draw.randrange(len(data))
                cases.append(("bit flipped", data[:at] + bytes([data[at] ^ 1 << self.draw.randrange(8)]) + data[at + 1:]))
        else:
            self.draw.shuffle(cases)
            cases = cases[:60]
        found = harmless = 0
        office = self.fresh()
        for name in ("w.db-wal", "w.db-shm"):
            (office.folder / name).unlink(missing_ok=True)
        for what, bytes_ in cases:
            (office.folder / "w.db").write_bytes(bytes_)
            checked = office.run("workspace", "check")
            assert checked.returncode in (0, 1, 3), f"{what}: check ended with {checked.returncode}"
            for words in (["assess", "history", "--org", "town.toml"], ["assess", "status", "--org", "town.toml"], ["workspace", "documents", "--items", "1"], ["search", "訓練"],
                          ["assess", "set", "--org", "town.toml", "town-guide", "G1.2", "met"]):
                done = office.run(*words)
                assert done.returncode in (0, 2, 3), f"{what}: {words} ended with {done.returncode} {done.stderr.decode()}"
                assert done.returncode == 0 or done.stderr.strip(), f"{what}: {words}: not a word"
            (office.folder / "w.db").write_bytes(bytes_)
            for name in ("w.db-wal", "w.db-shm"):
                (office.folder / name).unlink(missing_ok=True)
            if checked.returncode == 0:
                harmless += 1
                assert same(office.told(), told), f"{what}: check found nothing, but the answers are others"
            else:
                found += 1
                assert checked.stderr.strip(), f"{what}: status {checked.returncode} without a word"
        return len(cases), f"{found} found by `workspace check`, {harmless} in places that hold no answer; no crash, no changed answer passed over"

    def clock(self):
        """Answers whose times go backwards still replace each other in the order in which they were given."""
        office = self.fresh()
        times = 0
        now = int(EPOCH)
        for step, status in ((0, "met"), (-86400 * 400, "partly"), (-1, "not-met"), (86400 * 9000, "planned"), (-now, "met"), (-now + 1, "partly")):
            env = environment(SOURCE_DATE_EPOCH=str(now + step))
            done = office.run("assess", "set", "--org", "town.toml", "town-guide", "G1.2", status, "--by", "情報係", env=env)
            assert done.returncode == 0, done.stderr.decode()
            office.workspace()
            stands = office.ok("assess", "history", "--org", "town.toml", "town-guide", "G1.2").decode()
            current = [line for line in stands.splitlines() if "stands" in line or "current" in line]
            assert len(current) <= 1, stands
            times += 1
        done = office.run("import", "guide.txt", "--framework", "town-guide", env=environment(SOURCE_DATE_EPOCH="0"))
        assert done.returncode in (0, 1), done.stderr.decode()
        office.workspace()
        return times + 1, "the chain stays unbroken, each answer replaces the one before it"

    def locale(self):
        """The same bytes whatever the locale says, known or not."""
        times = 0
        for language in ("ja", "en"):
            for words in (["regimes", "--org", "town.toml", "--on", "2027-01-15"], ["show", "town-guide", "--format", "csv"], ["gap", "--org", "town.toml", "--on", "2027-01-15", "--format", "json"],
                          ["crosswalk", "river-act", "town-guide", "--format", "csv", "--encoding", "cp932"], ["lint", "town.toml", "guide.txt"]):
                results = set()
                for setting in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "xx_YY.bogus"}, {"LC_ALL": "xx_YY.bogus"}, {"LC_ALL": "ja_JP.eucJP"}, {"LANG": ""}, {},
                                {"LC_ALL": "tr_TR.UTF-8"}, {"LC_CTYPE": "C", "LANG": "de_DE"}, {"LC_ALL": "A" * 100000}, {"LC_ALL": "../../etc/passwd"}):
                    env = {k: v for k, v in environment().items() if k != "LC_ALL"} | setting
                    done = subprocess.run([PROGRAM, "--data", "data", "--lang", language, *words], cwd=self.office.folder, env=env, capture_output=True)
                    results.add((done.returncode, done.stdout, done.stderr))
                    times += 1
                assert len(results) == 1, f"{words}: {len(results)} results"
        return times, "the same bytes each time"

    def closed_streams(self):
        """Standard output closed, full or left by its reader: status 3 and words; what was to be written is written."""
        times = 0
        reading = [["frameworks"], ["show", "csf-2.0"], ["gap", "--org", "town.toml", "--on", "2027-01-15", "--format", "csv"], ["gap", "--org", "town.toml", "--format", "json"],
                   ["crosswalk", "river-act", "town-guide", "--format", "tsv"], ["export", "town-guide", "--format", "oscal"], ["explain", "river-act:Y1", "town-guide:G1"],
                   ["lint"], ["--help"], ["--help-all"], ["--version"], ["show", "--help"], ["assess", "history", "--org", "town.toml"]]
        for words in reading:
            command = self.office.command(*words)
            for how in (">&-", ">/dev/full", "| true"):
                if how == "| true":
                    # The reader is gone before the first byte.
                    end, start = os.pipe()
                    os.close(end)
                    done = subprocess.run(command, cwd=self.office.folder, env=environment(), stdout=start, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
                    os.close(start)
                else:
                    done = subprocess.run(["sh", "-c", f'"$@" {how}', "sh", *command], cwd=self.office.folder, env=environment(), stdin=subprocess.DEVNULL,
                                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                times += 1
                assert done.returncode == 3 and b"cannot write the result" in done.stderr, f"{words} {how}: {done.returncode} {done.stderr.decode()}"
        for words in reading[:4]:  # standard error closed, standard input closed, all of them
            for how, wanted in (("2>&-", 0), ("<&-", 0), ("<&- >&- 2>&-", 3)):
                done = subprocess.run(["sh", "-c", f'"$@" {how}', "sh", *self.office.command(*words)], cwd=self.office.folder, env=environment(), capture_output=True)
                times += 1
                assert done.returncode == wanted, f"{words} {how}: {done.returncode}"
        # No file of ours takes the number of a stream that is closed.
        for writer in WRITERS:
            done, _, told_after = self.outcomes(writer)
            new = done.target(writer)
            said = self.fresh().run(*writer.words).stdout
            office = self.fresh()
            done = subprocess.run(["sh", "-c", '"$@" <&- >&- 2>&-', "sh", *office.command(*writer.words)], cwd=office.folder, env=environment())
            times += 1
            assert done.returncode == (3 if said else 0), f"{writer.name} with all streams closed: {done.returncode}"
            for name, data in office.target(writer).items():
                assert is_sqlite(name) or data == new.get(name), f"{writer.name} with all streams closed: {name} differs"
            told = office.workspace()
            assert same(told, told_after), f"{writer.name} with all streams closed: the workspace differs"
        return times, "status 3 with a message; files and answers as with open streams"

    def bare_environment(self):
        """No HOME, no TMPDIR, no PATH; a TMPDIR that is none."""
        times = 0
        office = self.fresh()
        for env in ({}, {"HOME": ""}, {"HOME": "relative"}, {"XDG_DATA_HOME": "relative"}, {"TMPDIR": "/nonexistent"}, {"TMPDIR": ""}, {"HOME": "/dev/null"}, {"HOME": "/proc"}):
            for words in (["frameworks"], ["regimes", "--org", "town.toml"], ["lint", "town.toml"], ["checklist", "--org", "town.toml", "--out", "x.xlsx"]):
                done = subprocess.run([PROGRAM, "--data", "data", *words], cwd=office.folder, env=env, capture_output=True)
                times += 1
                assert done.returncode == 0, f"{env} {words}: {done.returncode} {done.stderr.decode()}"
            done = subprocess.run([PROGRAM, "--data", "data", "assess", "set", "--org", "town.toml", "town-guide", "G1.2", "met"], cwd=office.folder, env=env, capture_output=True)
            times += 1
            if env.get("HOME") != "relative":
                assert done.returncode == 3 and done.stderr.strip(), f"{env}: {done.returncode} {done.stderr.decode()}"
        return times, "what needs no workspace runs; what does says where there is none"

    def no_temporary_directory(self):
        """/tmp that is full or read-only."""
        need_mounts()
        if not os.access("/dev/shm", os.W_OK):
            raise Skip("no /dev/shm here")
        times = 0
        with tempfile.TemporaryDirectory(dir="/dev/shm") as elsewhere:
            place = pathlib.Path(elsewhere)
            shutil.copy(PROGRAM, place / "kakehashi")
            shutil.copytree(self.office.folder, place / "office")
            for option in ("size=4k", "ro"):
                for words in ([w.words for w in WRITERS if w.target.endswith(".xlsx")] + [["report", "--org", "town.toml", "--out", f"out-{option}"]]):
                    words = [w.replace("out.xlsx", f"out{times}.xlsx") for w in words]
                    done = subprocess.run(["unshare", "-rm", "sh", "-c", f'mount -t tmpfs -o {option} none /tmp && cd "$1" && shift && "$@"', "sh", place / "office",
                                           place / "kakehashi", *Office(PROGRAM, place / "office").command(*words)[1:]], env=environment(), capture_output=True)
                    times += 1
                    assert done.returncode == 0, f"/tmp {option}: {words}: {done.returncode} {done.stderr.decode()}"
        return times, "workbooks and reports are written all the same"

    def huge_arguments(self):
        times = 0
        for words in (["A" * 100000], ["水" * 40000], ["--" + "a" * 100000], ["show", "a" * 100000], ["x"] * 20000, ["search", *["a"] * 2000], ["--data"] * 1000, ["gap", "--frameworks", "a," * 50000],
                      ["--db", "d" * 100000, "workspace", "info"], ["--db", "d/" * 2000 + "w.db", "workspace", "info"], ["lint", *["town.toml"] * 2000], [""], ["", ""], ["-"], ["--"], ["--", "frameworks"], ["-h" * 5000],
                      ["report", "--org", "town.toml", "--out", "o" * 5000], ["import", "i" * 5000, "--framework", "town-guide"]):
            done = self.office.run(*words)
            times += 1
            assert done.returncode in (0, 1, 2, 3), f"{words[0][:40]}...: {done.returncode}"
            assert done.returncode == 0 or done.stdout.strip() or done.stderr.strip(), f"{words[0][:40]}...: not a word"
        return times, "an answer each time, no crash"

    def not_a_file(self):
        """Devices, pipes, links and directories where a file is to be written or read."""
        times = 0
        office = self.fresh()
        export = ["export", "town-guide", "--format", "oscal", "--out"]
        whole = office.ok(*export[:-1])
        (office.folder / "kept.json").write_bytes(b"old")
        (office.folder / "kept.json").chmod(0o600)
        (office.folder / "link.json").symlink_to("kept.json")
        office.ok(*export, "link.json")
        assert (office.folder / "link.json").is_symlink() and (office.folder / "kept.json").read_bytes() == whole
        assert stat.S_IMODE((office.folder / "kept.json").stat().st_mode) == 0o600, "a private file became public"
        done = office.run(*export, "/dev/stdout")
        assert done.returncode == 0 and done.stdout.startswith(whole) and os.path.islink("/dev/stdout"), done.stderr.decode()
        office.ok(*export, "/dev/null")
        assert stat.S_ISCHR(os.stat("/dev/null").st_mode), "/dev/null was replaced"
        done = office.run(*export, "/dev/full")
        assert done.returncode == 3, done.returncode
        os.mkfifo(office.folder / "pipe")
        with subprocess.Popen(["cat", office.folder / "pipe"], stdout=subprocess.PIPE) as reader:
            office.ok(*export, "pipe")
            assert reader.stdout.read() == whole and stat.S_ISFIFO((office.folder / "pipe").stat().st_mode)
        times += 6
        for place in ("data", ".", "/", "none/out.json", "town.toml/x"):
            done = office.run(*export, place)
            times += 1
            assert done.returncode == 3 and done.stderr.strip(), f"--out {place}: {done.returncode}"
        for place in ("/dev/null", "data", "/dev/zero", "none"):
            for words in (["regimes", "--org", place], ["lint", place], ["import", place, "--framework", "town-guide"], ["workspace", "merge", place], ["outline", "--guess", place]):
                done = office.run(*words)
                times += 1
                assert done.returncode in (1, 2, 3) and (done.stderr + done.stdout).strip(), f"{words}: {done.returncode}"
        return times, "devices and pipes are written to and stay, links stay, permissions stay; what is no file is refused with words"


def is_left_behind(name, new):
    """Not the target, nor a file or folder of it."""
    return not any(n == name or n.startswith(name + "/") for n in new)


def same(told, other):
    return told == other


def main():
    global PROGRAM, ROUNDS
    PROGRAM = os.path.abspath(sys.argv[1])
    ROUNDS = int(sys.argv[2] if len(sys.argv) > 2 else os.environ.get("KAKEHASHI_FAULT_ROUNDS", "1"))
    chosen = sys.argv[3:]
    rows = ["kill", "interrupt", "terminate", "file_size_limit", "full_disk", "read_only", "lost_permissions", "at_once", "damage", "clock", "locale", "closed_streams",
            "bare_environment", "no_temporary_directory", "huge_arguments", "not_a_file"]
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        faults = Faults(folder)
        for row in rows:
            if chosen and row not in chosen:
                continue
            start = time.monotonic()
            try:
                times, result = getattr(faults, row)()
                print(f"{row}: {times} times: {result} ({time.monotonic() - start:.0f} s)", flush=True)
            except Skip as why:
                print(f"{row}: NOT TRIED: {why}", flush=True)
            except AssertionError as error:
                bad += 1
                print(f"{row}: FAILED: {str(error)[:2000]}", flush=True)
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
