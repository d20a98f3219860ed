"""The disk: what is written is complete or absent, and never touches what was there."""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Never

import pytest

from liveblog_archive import locks, syncing
from liveblog_archive.archive import storage
from liveblog_archive.archive.storage import STAGING, Storage, is_safe, write_folder
from liveblog_archive.errors import ArchiveError
from tests.storm import PATH, ROOT

from .captures import tree

LOCK = "0=lock"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "it").mkdir()
    (tmp_path / "it" / LOCK).write_bytes(b"lock")
    return tmp_path / "it"


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ArchiveError) as raised:
        act()
    return str(raised.value)


# Paths


@pytest.mark.parametrize("path", ["a", "a/b", "0=ocfl_1.1", "a%2e/v1/x.json", ".hidden", "x" * 200])
def test_a_plain_path_is_safe(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize(
    "path", ["", "/", "/etc", "a//b", "a/", ".", "..", "a/../b", "a\\b", "C:", "a\nb", "a\0", "é", "a b", "x" * 201]
)
def test_a_path_that_leads_elsewhere_is_not(path: str, folder: Path) -> None:
    assert not is_safe(path)
    assert refused(lambda: Storage(folder).read(path)).endswith("; do not trust its files")


# Reading


def test_files_are_listed_and_folders_only_when_empty(folder: Path) -> None:
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "c").write_bytes(b"")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    assert Storage(folder).listing() == {
        LOCK: "file",
        "a/b": "empty folder",
        "a/c": "file",
        "loop": "symbolic link",
        "pipe": "device or pipe",
    }
    assert Storage(folder).names() == {LOCK, "a", "loop", "pipe"}


def test_a_folder_that_another_process_removes_meanwhile_is_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "staging").mkdir()
    scan = os.scandir

    def removing(path: Path) -> object:
        if path.name == "staging":
            path.rmdir()
        return scan(path)

    monkeypatch.setattr(os, "scandir", removing)
    assert Storage(folder).listing() == {LOCK: "file"}


def test_what_cannot_be_read_is_one_clear_line(folder: Path) -> None:
    (folder / "a").mkdir()
    it = Storage(folder)
    assert refused(lambda: it.read("gone")) == "gone: it is missing; restore it from a sound copy"
    assert refused(lambda: it.read("a")) == "a: cannot be read: Is a directory; restore it from a sound copy"
    os.mkfifo(folder / "pipe")
    waiting = "pipe: cannot be read: a device or pipe, not a file; restore it from a sound copy"
    assert refused(lambda: it.read("pipe")) == waiting
    with pytest.raises(ArchiveError, match="a device or pipe, not a file"), it.locked("pipe", shared=True):
        raise AssertionError("never locked")
    file = str(folder / LOCK)
    assert refused(Storage(file).names) == f"{file}: cannot be read: Not a directory; give the folder of an archive"
    assert refused(Storage(file).listing) == f"{file}: cannot be read: Not a directory; give the folder of an archive"
    assert refused(Storage("a\0b").listing).startswith(r"a\x00b: cannot be read: ")
    assert Storage(folder / "gone").names() == set()


def test_a_folder_stays_where_it_was_when_the_process_works_elsewhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    it, made = Storage("it"), Storage("made")
    monkeypatch.chdir(folder)
    made.create(LOCK, b"made", {})
    assert (it.where, it.read(LOCK)) == ("it", b"lock")
    assert (tmp_path / "made" / LOCK).read_bytes() == b"made"


def test_no_folder_is_where_the_folder_of_the_process_is_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    shutil.rmtree(folder)
    assert refused(lambda: Storage("it")) == "it: it is missing; give the folder in full"
    monkeypatch.chdir(folder.parent)


# Making an archive


def test_a_folder_is_made_with_all_its_files(tmp_path: Path) -> None:
    it = Storage(tmp_path / "a" / "b")
    it.create(LOCK, b"made", {"README": b"read", "folder/file": b"f"})
    assert tree(tmp_path / "a" / "b") == {LOCK: b"made", "README": b"read", "folder": None, "folder/file": b"f"}


def test_a_creation_that_was_broken_off_is_taken_up_again(folder: Path) -> None:
    (folder / LOCK).write_bytes(b"")
    (folder / "README").write_bytes(b"re")
    Storage(folder).create(LOCK, b"made", {"README": b"read"})
    assert tree(folder) == {LOCK: b"made", "README": b"read"}


def test_a_creation_that_another_process_has_finished_is_left_alone(folder: Path) -> None:
    Storage(folder).create(LOCK, b"made", {"README": b"read"})
    assert tree(folder) == {LOCK: b"lock"}


def test_a_folder_that_cannot_be_made_is_one_clear_line(folder: Path) -> None:
    inside = Storage(folder / LOCK / "a")
    assert refused(lambda: inside.create(LOCK, b"", {})) == (
        f"{folder / LOCK / 'a'}: cannot be created: Not a directory; check its folder, the disk and the permissions"
    )


# The lock


def test_the_second_writer_gets_a_clear_error(folder: Path) -> None:
    one, other = Storage(folder), Storage(folder)
    with one.locked(LOCK):
        assert (
            refused(other.locked(LOCK).__enter__)
            == f"{folder}: another process is adding to it or verifying it; wait until that is done, and try again"
        )
        assert refused(other.locked(LOCK, shared=True).__enter__).startswith(f"{folder}: another process is adding")
    with other.locked(LOCK):
        pass


def test_readers_share_the_lock(folder: Path) -> None:
    with Storage(folder).locked(LOCK, shared=True), Storage(folder).locked(LOCK, shared=True):
        assert refused(Storage(folder).locked(LOCK).__enter__).startswith(f"{folder}: another process is adding")


def test_a_lock_that_another_holds_for_a_while_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = Storage(folder).locked(LOCK, shared=True)
    pauses: list[float] = []

    def until_it_is_free(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            holder.__exit__(None, None, None)

    monkeypatch.setattr(locks, "pause", until_it_is_free)
    monkeypatch.setattr(storage, "PATIENCE", 3600)
    holder.__enter__()
    with Storage(folder).locked(LOCK):
        assert len(pauses) == 3


def test_a_lock_that_is_never_free_is_given_up_after_as_much_patience(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(locks, "pause", pauses.append)
    with Storage(folder).locked(LOCK), pytest.raises(ArchiveError, match="another process"):
        Storage(folder).locked(LOCK, patience=5).__enter__()
    assert sum(pauses) == pytest.approx(5)


def test_a_pause_lets_time_pass() -> None:
    before = time.monotonic()
    locks.pause(0.05)
    assert time.monotonic() - before >= 0.04


def test_the_lock_of_a_killed_process_is_gone(folder: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from liveblog_archive.archive.storage import Storage\n"
        f"with Storage(sys.argv[1]).locked({LOCK!r}):\n"
        "    print('locked', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=os.environ | PATH,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"locked\n"
        assert "another process is adding to it" in refused(Storage(folder).locked(LOCK).__enter__)
        holder.kill()
    with Storage(folder).locked(LOCK):
        pass


def test_a_folder_that_cannot_be_written_cannot_be_locked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def read_only(path: Path, mode: str = "r", *more: Any, **options: Any) -> Any:
        if "+" in mode:
            raise OSError(errno.EROFS, "Read-only file system")
        return real(path, mode, *more, **options)

    monkeypatch.setattr(Path, "open", read_only)
    assert refused(Storage(folder).locked(LOCK).__enter__) == (
        f"{folder}: cannot be written: Read-only file system; check the permissions"
    )
    with Storage(folder).locked(LOCK, shared=True):
        pass


def test_a_file_system_without_locks_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(descriptor: int, shared: bool) -> Never:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "_LOCK", none)
    assert refused(Storage(folder).locked(LOCK).__enter__) == (
        f"{folder}: cannot be locked: No locks available; keep it on a file system that has file locks"
    )
    with Storage(folder).locked(LOCK, shared=True):
        pass


def test_on_windows_one_octet_that_nobody_reads_is_locked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def locking(descriptor: int, mode: int, octets: int) -> None:
        calls.append((os.lseek(descriptor, 0, os.SEEK_CUR), mode, octets))

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(locks, "_LOCK", locks._lock_windows)
    with Storage(folder).locked(LOCK):
        assert calls == [(1 << 30, 2, 1)]
    assert (folder / LOCK).read_bytes() == b"lock"


# Adding


def add(folder: Path) -> None:
    """Add a folder and replace a file."""
    it = Storage(folder)
    with it.locked(LOCK):
        it.commit({"a/b/v2": [("x", b"x"), ("deep/er/y", b"y")]}, {"a/b/top": b"new"})


BEFORE = {LOCK: b"lock", "a": None, "a/b": None, "a/b/top": b"old", "extensions": None}
AFTER = BEFORE | {"a/b/top": b"new", "a/b/v2": None, "a/b/v2/deep": None, "a/b/v2/deep/er": None}
AFTER |= {"a/b/v2/deep/er/y": b"y", "a/b/v2/x": b"x"}


@pytest.fixture
def begun(folder: Path) -> Path:
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "top").write_bytes(b"old")
    (folder / "extensions").mkdir()
    return folder


def test_folders_and_files_are_added_and_nothing_is_left_over(begun: Path) -> None:
    add(begun)
    assert tree(begun) == AFTER


def test_a_new_object_takes_new_folders(folder: Path) -> None:
    it = Storage(folder)
    with it.locked(LOCK):
        it.commit({"abc/def/object": [("x", b"x")]}, {})
    assert tree(folder)["abc/def/object/x"] == b"x"


def test_many_files_are_added_in_batches(folder: Path) -> None:
    it = Storage(folder)
    with it.locked(LOCK):
        it.commit({"many": ((f"{number}/file", b"%d" % number) for number in range(1300))}, {})
    assert (folder / "many" / "1299" / "file").read_bytes() == b"1299"
    assert len(list((folder / "many").iterdir())) == 1300


def test_what_no_deposit_has_put_there_is_not_replaced(begun: Path) -> None:
    (begun / "a" / "b" / "v2").mkdir()
    before = tree(begun)
    assert refused(lambda: add(begun)) == (
        "a/b/v2: something stands here that the inventory does not know, as when an older one was put back; "
        "verify the archive"
    )
    assert tree(begun) == before


def failing(monkeypatch: pytest.MonkeyPatch, step: int, problem: BaseException) -> Callable[[], int]:
    """Let the step number `step` on the disk fail; return what counts the steps that were taken."""
    taken = 0

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal taken
            taken += 1
            if taken == step:
                raise problem
            return function(*arguments, **options)

        return call

    for name in ("fsync", "replace", "mkdir"):
        monkeypatch.setattr(os, name, wrap(getattr(os, name)))
    return lambda: taken


def attempt(folder: Path) -> str | None:
    """Try to add; return what the error says, nothing when it was interrupted, None when it was done."""
    try:
        add(folder)
    except ArchiveError as error:
        return str(error)
    except KeyboardInterrupt:
        return ""
    return None


def steps_of_a_deposit(monkeypatch: pytest.MonkeyPatch, folder: Path) -> int:
    with monkeypatch.context() as patch:
        taken = failing(patch, 0, OSError())
        add(folder)
    return taken()


FULL = OSError(errno.ENOSPC, "No space left on device")
READ_ONLY = OSError(errno.EROFS, "Read-only file system")


@pytest.mark.parametrize("problem", [FULL, READ_ONLY, KeyboardInterrupt()], ids=["full", "read-only", "interrupted"])
def test_a_failure_at_any_step_adds_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    def fresh(name: str) -> Path:
        folder = tmp_path / name
        (folder / "a" / "b").mkdir(parents=True)
        (folder / LOCK).write_bytes(b"lock")
        (folder / "a" / "b" / "top").write_bytes(b"old")
        (folder / "extensions").mkdir()
        return folder

    steps = steps_of_a_deposit(monkeypatch, fresh("count"))
    assert steps > 15
    outcomes = set()
    for step in range(1, steps + 1):
        folder = fresh(f"at-{step}")
        with monkeypatch.context() as patch:
            failing(patch, step, problem)
            said = attempt(folder)
        assert said is None or (said.isprintable() and getattr(problem, "strerror", "") in said)
        made = (folder / STAGING / "moves.json").exists() or tree(folder) == AFTER
        assert tree(folder)["a/b/top"] in (b"old", b"new")
        if not made:
            assert tree(folder) == BEFORE
            assert said is not None
            assert not said or "nothing was added" in said
        with Storage(folder).locked(LOCK):  # the next to add
            pass
        assert tree(folder) == (AFTER if made else BEFORE)
        outcomes.add(made)
    assert outcomes == {True, False}


@pytest.mark.parametrize("removed", ["0", "1"])
def test_a_clean_up_cut_short_adds_nothing(begun: Path, monkeypatch: pytest.MonkeyPatch, removed: str) -> None:
    """Of a deposit that failed when its journal had its name, and was killed while that was taken back."""
    sync, rmtree = storage.sync_folder, shutil.rmtree

    def failing_once(path: Path) -> None:
        if (begun / STAGING / "moves.json").exists():
            raise FULL
        sync(path)

    def cut_short(path: Path) -> None:
        rmtree(path / removed, ignore_errors=True)
        (path / removed).unlink(missing_ok=True)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(storage, "sync_folder", failing_once)
        patch.setattr(storage.shutil, "rmtree", cut_short)
        assert attempt(begun) == ""
    with Storage(begun).locked(LOCK):
        pass
    assert tree(begun) == BEFORE


def test_a_deposit_of_which_a_part_is_gone_is_not_completed(begun: Path) -> None:
    (begun / STAGING).mkdir()
    (begun / STAGING / "1").write_bytes(b"new")
    (begun / STAGING / "moves.json").write_text('[["0", "a/b/v2"], ["1", "a/b/top"]]')
    assert refused(lambda: add(begun)) == (
        "a/b/v2: what a deposit was to put here is gone; restore it from a sound copy"
    )
    assert (begun / "a" / "b" / "top").read_bytes() == b"old"


def test_what_a_killed_deposit_staged_is_cleared_by_the_next(begun: Path) -> None:
    (begun / STAGING / "0").mkdir(parents=True)
    (begun / STAGING / "0" / "half").write_bytes(b"ha")
    assert Storage(begun).interrupted()
    add(begun)
    assert tree(begun) == AFTER


@pytest.mark.parametrize("journal", [b"", b"[", b"7", b"[7]", b'[["0"]]'])
def test_a_journal_that_is_none_is_refused(begun: Path, journal: bytes) -> None:
    (begun / STAGING).mkdir()
    (begun / STAGING / "moves.json").write_bytes(journal)
    assert refused(lambda: add(begun)) == (
        f"{STAGING}/moves.json: not the journal of a deposit; restore the archive from a sound copy"
    )


@pytest.mark.parametrize("target", ["../out", "/tmp/out", "a/../../out"])
def test_a_journal_moves_nothing_out_of_the_archive(begun: Path, target: str) -> None:
    (begun / STAGING).mkdir()
    (begun / STAGING / "0").write_bytes(b"bad")
    (begun / STAGING / "moves.json").write_text(f'[["0", "{target}"]]')
    assert "cannot be one of an archive" in refused(lambda: add(begun))
    assert not (begun.parent / "out").exists()


def test_nothing_is_written_through_a_link_out_of_the_archive(begun: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (begun / "away").symlink_to(tmp_path / "elsewhere")
    it = Storage(begun)

    def through() -> None:
        with it.locked(LOCK):
            it.commit({"away/object": [("x", b"x")]}, {})

    assert refused(through) == "away/object: a link leads out of the archive here; do not trust its files"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_where_folders_cannot_be_synced_they_are_not(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, which has no way to."""
    monkeypatch.setattr(syncing, "_FOLDERS", False)
    add(begun)
    assert tree(begun) == AFTER


# A folder of its own, as for a bag


def test_a_folder_is_written_complete_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = str(tmp_path / "bag")
    with monkeypatch.context() as patch:
        failing(patch, 4, OSError(errno.ENOSPC, "No space left on device"))
        assert refused(lambda: write_folder(target, [("data/x", b"x"), ("y", b"y")])) == (
            f"{target}: cannot be written: No space left on device; check its folder, the disk and the permissions"
        )
    assert list(tmp_path.iterdir()) == []
    (tmp_path / ".bag.part" / "data").mkdir(parents=True)  # left by a process that was killed
    write_folder(target, [("data/x", b"x"), ("y", b"y")])
    assert tree(tmp_path / "bag") == {"data": None, "data/x": b"x", "y": b"y"}
    assert refused(lambda: write_folder(target, [])) == f"{target}: it exists already; name a folder that does not"
