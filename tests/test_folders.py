"""A folder that is wholly ours: what is different is written, what is foreign refused, nothing is half there."""

import os
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from liveblog_archive import folders
from liveblog_archive.errors import ExportError
from liveblog_archive.folders import LOCK, MANIFEST, Outcome, check_folder, update_folder


def pieces(**files: str) -> Iterator[tuple[str, list[bytes]]]:
    for name, text in files.items():
        yield name.replace("__", "/"), [text[:2].encode(), text[2:].encode()]


def content(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def outcome(written: int, kept: int, removed: int) -> Outcome:
    return Outcome(written=written, kept=kept, removed=removed)


def test_a_folder_is_made_with_its_files_and_a_manifest(tmp_path: Path) -> None:
    root = tmp_path / "a" / "site"
    assert update_folder(root, pieces(index="front", blogs__one="page")) == outcome(2, 0, 0)
    found = content(root)
    assert (found["index"], found["blogs/one"]) == (b"front", b"page")
    assert set(found) == {"index", "blogs/one", MANIFEST}
    assert set(orjson.loads(found[MANIFEST])["files"]) == {"index", "blogs/one"}


def test_a_second_run_writes_what_is_different_and_removes_what_is_not_wanted(tmp_path: Path) -> None:
    update_folder(tmp_path, pieces(same="same", other="old", gone__deep__file="x"))
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in ("same", "other")}
    os.utime(tmp_path / "same", ns=(1, 1))
    assert update_folder(tmp_path, pieces(same="same", other="new", more="more")) == outcome(2, 1, 1)
    assert (tmp_path / "same").stat().st_mtime_ns == 1
    assert (tmp_path / "other").stat().st_mtime_ns >= before["other"]
    assert set(content(tmp_path)) == {"same", "other", "more", MANIFEST}
    assert not (tmp_path / "gone").exists()


def test_a_third_run_touches_nothing(tmp_path: Path) -> None:
    update_folder(tmp_path, pieces(one="1", two="2"))
    os.utime(tmp_path / MANIFEST, ns=(1, 1))
    assert update_folder(tmp_path, pieces(one="1", two="2")) == outcome(0, 2, 0)
    assert (tmp_path / MANIFEST).stat().st_mtime_ns == 1


def test_names_that_begin_with_a_dot_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    (tmp_path / ".nojekyll").write_text("")
    update_folder(tmp_path, pieces(one="1"))
    assert update_folder(tmp_path, pieces(two="2")) == outcome(1, 0, 1)
    assert set(content(tmp_path)) == {".git/config", ".nojekyll", "two", MANIFEST}


@pytest.mark.parametrize("name", ["CNAME", "_headers", "_redirects"])
def test_what_a_host_of_sites_asks_for_is_left_alone(tmp_path: Path, name: str) -> None:
    update_folder(tmp_path, pieces(one="1"))
    (tmp_path / name).write_text("storms.example")
    check_folder(tmp_path)
    assert update_folder(tmp_path, pieces(two="2")) == outcome(1, 0, 1)
    assert set(content(tmp_path)) == {name, "two", MANIFEST}
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / name).write_text("mine")
    refused(
        tmp_path, f"{tmp_path}/pages/{name}: a file that is not of this site; move it away, or name another folder"
    )


def refused(root: Path, message: str) -> None:
    before = content(root) if root.is_dir() else root.read_bytes()
    for call in (lambda: check_folder(root), lambda: update_folder(root, pieces(one="new"))):
        with pytest.raises(ExportError) as caught:
            call()
        assert str(caught.value) == message
    assert (content(root) if root.is_dir() else root.read_bytes()) == before


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    update_folder(tmp_path, pieces(one="1"))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine")
    refused(
        tmp_path,
        f"{tmp_path}/notes/mine.txt: a file that is not of this site; move it away, or name another folder",
    )


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    refused(tmp_path, f"{tmp_path}/index.html: a file that is not of this site; move it away, or name another folder")


def test_a_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    update_folder(tmp_path, pieces(one="1"))
    (tmp_path / "one").write_text("edited")
    refused(
        tmp_path,
        f"{tmp_path}/one: changed since the site was made; keep your copy elsewhere and remove it here",
    )


def test_a_file_for_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    refused(
        tmp_path / "file",
        f"{tmp_path}/file: a file, not a folder; name a folder that is empty, or a site made before",
    )


@pytest.mark.parametrize(
    "data", [b"no json", b"[]", b"{}", b'{"format": "other/1", "files": {}}', b'{"format": [], "files": {}}',
             b'{"format": "liveblog-archive-site/1", "files": 1}']
)  # fmt: skip
def test_another_manifest_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(data)
    refused(tmp_path, f"{tmp_path}/{MANIFEST}: not the manifest of a site; name another folder")


def test_what_fails_on_the_way_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    update_folder(tmp_path / "old", pieces(one="1"))
    before = content(tmp_path / "old")

    def broken() -> Iterator[tuple[str, list[bytes]]]:
        yield "one", [b"2"]
        raise ExportError("no more", "there", "stop")

    for name in ("old", "new"):
        with pytest.raises(ExportError, match="there: no more; stop"):
            update_folder(tmp_path / name, broken())
    assert content(tmp_path / "old") == before
    assert not (tmp_path / "new").exists()
    assert [path.name for path in (tmp_path / "old").iterdir() if path.name.startswith(".")] == []


def test_a_run_that_was_killed_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update_folder(tmp_path, pieces(one="1", two="2", old="x"))
    replace, done = os.replace, []

    def killed(source: Path, target: Path) -> None:
        replace(source, target)
        done.append(target)
        if target.name == "one":
            raise KeyboardInterrupt

    monkeypatch.setattr(folders.os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        update_folder(tmp_path, pieces(one="new 1", two="new 2"))
    monkeypatch.undo()
    assert content(tmp_path)["one"] == b"new 1"
    assert content(tmp_path)["two"] == b"2"
    assert update_folder(tmp_path, pieces(one="new 1", two="new 2")) == outcome(1, 1, 1)
    assert set(content(tmp_path)) == {"one", "two", MANIFEST}
    assert "before" not in orjson.loads(content(tmp_path)[MANIFEST])


def test_a_file_of_ours_that_was_lost_is_written_again(tmp_path: Path) -> None:
    update_folder(tmp_path, pieces(one="1", two="2"))
    (tmp_path / "two").unlink()
    assert update_folder(tmp_path, pieces(one="1", two="2")) == outcome(1, 1, 0)


@pytest.mark.parametrize("path", ["\0", "file/site"])
def test_a_path_that_cannot_be_is_one_line(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match=r"cannot be written: .*; check the folder and the disk"):
        update_folder(path, pieces(one="1"))


BUSY = "another process is writing to it; wait until that is done, and try again"


def test_a_second_run_at_the_same_time_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    root = tmp_path / "site"

    def meanwhile() -> Iterator[tuple[str, list[bytes]]]:
        yield "one", [b"1"]
        for other in (lambda: check_folder(root), lambda: update_folder(root, pieces(one="other"))):
            with pytest.raises(ExportError) as caught:
                other()
            assert str(caught.value) == f"{root}: {BUSY}"
        yield "two", [b"2"]

    assert update_folder(root, meanwhile()) == outcome(2, 0, 0)
    assert set(content(root)) == {"one", "two", MANIFEST}
    assert update_folder(root, pieces(one="1", two="2")) == outcome(0, 2, 0)


@pytest.mark.parametrize("again", [False, True], ids=["gone", "of the next run"])
def test_a_lock_whose_file_was_removed_meanwhile_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    """The run before ended between our opening its file and our locking it."""

    def late(descriptor: int) -> None:
        (tmp_path / LOCK).rename(tmp_path / ".old")
        if again:
            (tmp_path / LOCK).write_bytes(b"")

    monkeypatch.setattr(folders, "lock", late)
    with pytest.raises(ExportError, match=BUSY):
        update_folder(tmp_path, pieces(one="1"))
    assert (tmp_path / LOCK).exists() == again


def test_the_lock_of_a_killed_run_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"")
    update_folder(tmp_path, pieces(one="1"))
    assert set(content(tmp_path)) == {"one", MANIFEST}


def test_files_are_synced_before_the_manifest_and_their_places_before_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update_folder(tmp_path, pieces(same="same", deep__er__file="old", gone__it="stale"))
    done: list[str] = []
    replace, file, folder = os.replace, folders.sync_file, folders.sync_folder
    monkeypatch.setattr(folders, "sync_file", lambda path: (done.append(f"file {path.name}"), file(path)))
    monkeypatch.setattr(
        folders, "sync_folder", lambda path: (done.append(f"folder {path.relative_to(tmp_path)}"), folder(path))
    )

    def named(source: Path, target: Path) -> None:
        done.append(f"rename {target.name}")
        replace(source, target)

    monkeypatch.setattr(folders.os, "replace", named)
    update_folder(tmp_path, pieces(same="same", deep__er__file="new"))
    manifest = [f"file {MANIFEST}", f"rename {MANIFEST}", "folder ."]
    assert done == [
        "rename new-0", "file new-0", *manifest,
        "rename file", "folder .", "folder deep", "folder deep/er", *manifest,
    ]  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("text", ["short", "longer than any buffer" * 100_000])
def test_a_full_disk_is_told_of_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    update_folder(tmp_path, pieces(index="front"))
    before = content(tmp_path)
    real = Path.open
    monkeypatch.setattr(
        Path, "open", lambda self, mode="r": real(Path("/dev/full"), "wb") if mode == "xb" else real(self, mode)
    )
    with pytest.raises(ExportError, match=r": cannot be written: No space left on device; check the folder"):
        update_folder(tmp_path, pieces(index="front", page=text))
    monkeypatch.undo()
    assert content(tmp_path) == before


def test_what_stays_is_left_as_it_was(tmp_path: Path) -> None:
    update_folder(tmp_path, pieces(index="front", blogs__one="page", other="x"))
    (tmp_path / "blogs" / "one").unlink()
    update_folder(tmp_path, pieces(index="front", blogs__one="page", other="x"))
    later = pieces(index="newer")
    assert update_folder(tmp_path, later, lambda name: name.startswith("blogs/")) == outcome(1, 1, 1)
    assert set(content(tmp_path)) == {"index", "blogs/one", MANIFEST}
    (tmp_path / "blogs" / "one").unlink()
    assert update_folder(tmp_path, pieces(index="newer"), lambda _: True) == outcome(0, 1, 0)
    assert set(orjson.loads(content(tmp_path)[MANIFEST])["files"]) == {"index"}
