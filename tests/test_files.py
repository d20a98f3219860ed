"""What people's disks do: files are complete or absent, and every refusal is one clear line."""

import errno
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Never

import pytest

from liveblog_archive import ExportError, ImportFailure, LiveBlogError
from liveblog_archive.files import (
    check_target,
    folder_written_aside,
    read_bytes,
    read_standard_input,
    write_files,
    written_aside,
)


def line_of(error: LiveBlogError) -> str:
    """Return what a person is shown; it must be one line."""
    text = str(error)
    assert "\n" not in text
    return text


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class FullDisk(io.RawIOBase):
    """A file on a disk that has no room left."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every new file stand on a full disk; like real ones, it fails once more when it is closed."""
    real_open = Path.open

    def opened(path: Path, mode: str) -> BinaryIO:
        real_open(path, mode).close()
        return io.BufferedWriter(FullDisk())

    monkeypatch.setattr(Path, "open", opened)


# Reading


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_bytes(b"\xef\xbb\xbf3:20 p.m.\r\n")
    assert read_bytes(tmp_path / "in.txt") == b"\xef\xbb\xbf3:20 p.m.\r\n"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportFailure) as caught:
        read_bytes(tmp_path / "gone.txt")
    assert line_of(caught.value) == f"{tmp_path}/gone.txt: no such file; check the path"


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(ImportFailure) as caught:
        read_bytes("https://news.example/live")
    assert line_of(caught.value) == (
        "https://news.example/live: an address, and nothing is fetched; save the page first, and give its file"
    )


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(ImportFailure) as caught:
        read_bytes(tmp_path)
    assert line_of(caught.value) == f"{tmp_path}: a folder, not a file; give a file in it, or all of it to batch"


def test_an_unreadable_file_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> Never:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(ImportFailure) as caught:
        read_bytes("secret.txt")
    assert line_of(caught.value) == (
        "secret.txt: cannot be read: Permission denied; check the path and its permissions"
    )


def test_a_path_with_a_nul_is_refused_and_shown_escaped(tmp_path: Path) -> None:
    with pytest.raises(ImportFailure) as caught:
        read_bytes("live\0.txt")
    assert line_of(caught.value).startswith(r"live\x00.txt: cannot be read: embedded null")
    with pytest.raises(ExportError) as refused:
        check_target(str(tmp_path / "live\0.xml"), overwrite=False)
    assert line_of(refused.value).startswith(rf"{tmp_path}/live\x00.xml: cannot be written: ")


@pytest.fixture
def standard_input(tmp_path: Path) -> Iterator[Path]:
    """A file whose content is standard input."""
    source = tmp_path / "stdin"
    source.touch()
    saved = os.dup(0)
    with source.open("rb") as file:
        os.dup2(file.fileno(), 0)
    yield source
    os.dup2(saved, 0)
    os.close(saved)


def test_standard_input_is_read_to_its_end(standard_input: Path) -> None:
    standard_input.write_bytes(b"3:20 p.m.: Aground.\n" * 10_000)
    assert read_standard_input() == b"3:20 p.m.: Aground.\n" * 10_000


def test_a_closed_standard_input_is_an_error(standard_input: Path) -> None:
    os.close(0)
    with pytest.raises(ImportFailure) as caught:
        read_standard_input()
    assert line_of(caught.value).startswith("standard input: cannot be read: Bad file descriptor")


# Where an output may stand


def test_an_output_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        check_target(tmp_path / "none" / "out.xml", overwrite=True)
    assert line_of(caught.value) == (
        f"{tmp_path}/none/out.xml: the folder {tmp_path}/none does not exist; create it first"
    )


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        check_target(tmp_path, overwrite=True)
    assert line_of(caught.value) == f"{tmp_path}: a folder, not a file; name a file in it"


def test_a_device_or_pipe_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xml")
    with pytest.raises(ExportError) as caught:
        write_files({str(tmp_path / "pipe.xml"): [b"<a/>"]}, overwrite=True)
    assert line_of(caught.value) == f"{tmp_path}/pipe.xml: a device or pipe, not a file; name a file"
    assert stat.S_ISFIFO((tmp_path / "pipe.xml").stat().st_mode)


def test_an_existing_file_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "out.xml").write_bytes(b"mine")
    with pytest.raises(ExportError) as caught:
        write_files({str(tmp_path / "new.xml"): [b"new"], str(tmp_path / "out.xml"): [b"yours"]})
    assert line_of(caught.value) == (
        f"{tmp_path}/out.xml: it exists already; use overwrite=True to replace it, or another name"
    )
    assert (tmp_path / "out.xml").read_bytes() == b"mine"
    assert names(tmp_path) == ["out.xml"]


def test_a_file_that_somebody_else_wrote_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    def slowly() -> Iterator[bytes]:
        yield b"ours"
        (tmp_path / "out.xml").write_bytes(b"theirs")

    with pytest.raises(ExportError, match="it exists already"):
        write_files({str(tmp_path / "out.xml"): slowly()})
    assert (tmp_path / "out.xml").read_bytes() == b"theirs"
    assert names(tmp_path) == ["out.xml"]


def come_first(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    """Let somebody else write `target` at the last moment, when it has been looked for in vain."""
    real_link = os.link

    def link(old: Path, new: Path) -> None:
        target.write_bytes(b"theirs")
        real_link(old, new)

    monkeypatch.setattr(os, "link", link)


def test_a_file_that_somebody_else_wrote_at_the_last_moment_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_first(monkeypatch, tmp_path / "out.xml")
    with pytest.raises(ExportError) as caught:
        write_files({str(tmp_path / "out.xml"): [b"ours"]})
    assert line_of(caught.value) == (
        f"{tmp_path}/out.xml: it exists already; use overwrite=True to replace it, or another name"
    )
    assert (tmp_path / "out.xml").read_bytes() == b"theirs"
    assert names(tmp_path) == ["out.xml"]


def test_where_there_are_no_hard_links_files_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(old: object, new: object) -> Never:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    write_files({str(tmp_path / "out.xml"): [b"ours"]})
    assert (tmp_path / "out.xml").read_bytes() == b"ours"
    assert names(tmp_path) == ["out.xml"]


def test_an_unwritable_folder_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, mode: str) -> Never:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(ExportError) as caught:
        write_files({str(tmp_path / "out.xml"): [b"<a/>"]})
    assert line_of(caught.value) == (
        f"{tmp_path}/out.xml: cannot be written: Permission denied; check its folder and the disk"
    )


# Writing


def test_outputs_are_written_whole_and_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    write_files({one: [b"ab", b"c"], other: [b""]}, wrote=lambda path, size: told.append((path, size)))
    assert (Path(one).read_bytes(), Path(other).read_bytes()) == (b"abc", b"")
    assert told == [(one, 2), (one, 1), (other, 0)]
    assert names(tmp_path) == ["one", "other"]


def test_nothing_is_visible_under_its_name_before_all_is_complete(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    seen: list[object] = []

    def pieces() -> Iterator[bytes]:
        yield b"half"
        seen.append(((tmp_path / "old").read_bytes(), (tmp_path / "first").exists()))

    write_files({str(tmp_path / "first"): [b"1"], str(tmp_path / "old"): pieces()}, overwrite=True)
    assert seen == [(b"old", False)]
    assert (tmp_path / "old").read_bytes() == b"half"


class Interrupted(BaseException):
    """What is not even an `Exception`, as when somebody presses Ctrl-C."""


@pytest.mark.parametrize("problem", [ExportError("no"), ValueError("a defect"), Interrupted()])
def test_when_the_third_output_fails_none_is_written(tmp_path: Path, problem: BaseException) -> None:
    def failing() -> Iterator[bytes]:
        yield b"begun"
        raise problem

    outputs = {str(tmp_path / name): [b"x"] for name in ("a", "b")} | {str(tmp_path / "c"): failing()}
    with pytest.raises(type(problem)) as caught:
        write_files(outputs)
    assert caught.value is problem  # an exporter's own error, not put down to the disk
    assert names(tmp_path) == []


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out.xml").write_bytes(b"old")
    fill_the_disk(monkeypatch)
    for piece in (b"short", b"longer than any buffer" * 100_000):
        with pytest.raises(ExportError) as caught:
            write_files({str(tmp_path / "out.xml"): [piece]}, overwrite=True)
        assert line_of(caught.value) == (
            f"{tmp_path}/out.xml: cannot be written: No space left on device; check its folder and the disk"
        )
    monkeypatch.undo()
    assert (tmp_path / "out.xml").read_bytes() == b"old"
    assert names(tmp_path) == ["out.xml"]


def test_bytes_are_on_the_disk_before_they_get_their_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    real_sync, real_replace, real_link = os.fsync, os.replace, os.link
    monkeypatch.setattr(os, "fsync", lambda fd: (done.append("sync"), real_sync(fd)))
    monkeypatch.setattr(os, "replace", lambda old, new: (done.append("rename"), real_replace(old, new)))
    monkeypatch.setattr(os, "link", lambda old, new: (done.append("link"), real_link(old, new)))
    files = {str(tmp_path / "a"): [b"a"], str(tmp_path / "b"): [b"b"]}
    write_files(files)
    write_files(files, overwrite=True)
    assert done == [
        "sync", "sync", "link", "sync", "link", "sync",
        "sync", "sync", "rename", "sync", "rename", "sync",
    ]  # fmt: skip
    done.clear()
    with written_aside(tmp_path / "c") as aside:
        aside.write_bytes(b"c")
    assert done == ["sync", "link", "sync"]
    done.clear()
    with folder_written_aside(tmp_path / "d") as folder:
        (folder / "e").mkdir()
        for name in ("f", "e/g"):
            (folder / name).write_bytes(b"x")
    assert done == ["sync", "sync", "rename"]
    assert sorted(path.name for path in (tmp_path / "d").rglob("*")) == ["e", "f", "g"]


def test_a_rename_that_fails_is_one_line_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(old: object, new: object) -> Never:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(os, "replace", refused)
    for overwrite in (False, True):
        with pytest.raises(ExportError, match="cannot be written: Device or resource busy"):
            write_files({str(tmp_path / "out.xml"): [b"<a/>"]}, overwrite)
        assert names(tmp_path) == []


def test_a_link_is_written_through_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.xml").symlink_to(tmp_path / "real" / "out.xml")
    write_files({str(tmp_path / "link.xml"): [b"one"]})
    write_files({str(tmp_path / "link.xml"): [b"two"]}, overwrite=True)
    assert (tmp_path / "link.xml").is_symlink()
    assert (tmp_path / "real" / "out.xml").read_bytes() == b"two"
    assert names(tmp_path / "real") == ["out.xml"]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    private = tmp_path / "private.pdf"
    private.write_bytes(b"old")
    private.chmod(0o600)
    write_files({str(private): [b"new"]}, overwrite=True)
    assert (private.read_bytes(), stat.S_IMODE(private.stat().st_mode)) == (b"new", 0o600)


def test_a_new_file_has_the_permissions_that_the_user_s_mask_allows(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_files({str(tmp_path / "out.pdf"): [b"%PDF"]})
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "out.pdf").stat().st_mode) == 0o640


def test_the_longest_file_name_can_be_written(tmp_path: Path) -> None:
    name = "n" * 251 + ".xml"
    write_files({str(tmp_path / name): [b"<a/>"]})
    assert names(tmp_path) == [name]


def test_a_disk_that_also_refuses_to_clear_up_hides_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a read-only disk a file that was never made cannot be removed either."""

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ExportError, match=r"^the first$"), written_aside(tmp_path / "out"):
        raise ExportError("the first")
