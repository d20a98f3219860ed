"""What systems and editors leave in a folder is told of by verification, and hinders nothing else."""

import json
from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive.archive import Archive
from liveblog_archive.folders import Outcome, check_folder, update_folder
from liveblog_archive.litter import is_litter
from liveblog_archive.site import Plan, site
from tests.archive.captures import FIRST, STORM, captured

LITTER = [
    ".DS_Store",
    "._index.html",
    "Thumbs.db",
    "desktop.ini",
    ".nfs00a1",
    "README.txt~",
    ".README.txt.swp",
    ".#notes",
    "#notes#",
]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "storms")
    made.deposit(captured(FIRST))
    return made


@pytest.mark.parametrize("name", LITTER)
def test_litter_in_an_archive_is_one_line_of_verification_and_stops_no_site(
    archive: Archive, tmp_path: Path, name: str
) -> None:
    inside = next((tmp_path / "storms").rglob("v1")).relative_to(tmp_path / "storms").as_posix()
    for place in (name, f"{inside}/{name}"):
        (tmp_path / "storms" / place).write_bytes(b"x")
    told = "does not belong here (file, as systems and editors leave it: it harms nothing, and can be deleted)"
    assert [str(damage) for damage in archive.verify()] == sorted(
        f"{place}: {told}" for place in (name, f"{inside}/{name}")
    )
    assert any(path == "index.html" for path, _ in site(archive, Plan()))
    assert Archive(tmp_path / "storms", create=False).blogs() == (STORM,)


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", "~", "-._x", "index.html", "thumbs.db.txt"])
def test_a_file_that_somebody_put_there_is_no_litter(name: str) -> None:
    assert not is_litter(name)
    assert not is_litter(f".DS_Store/{name}")


def test_a_new_folder_that_was_looked_into_becomes_an_archive(tmp_path: Path) -> None:
    (tmp_path / "extensions").mkdir()
    for place in (".DS_Store", "extensions/.DS_Store"):
        (tmp_path / place).write_bytes(b"x")
    archive = Archive(tmp_path)
    archive.deposit(captured(FIRST))
    assert archive.blogs() == (STORM,)


def test_a_bag_that_was_looked_into_is_taken_in(archive: Archive, tmp_path: Path) -> None:
    archive.bag(tmp_path / "bag")
    for place in (".DS_Store", "data/v1/._content"):
        (tmp_path / "bag" / place).write_bytes(b"x")
    other = Archive(tmp_path / "other")
    assert other.unbag(tmp_path / "bag") == STORM
    assert other.verify() == ()


def test_a_site_that_was_looked_into_is_written_again(tmp_path: Path) -> None:
    update_folder(tmp_path, [("blogs/one.html", [b"1"])])
    for place in ("Thumbs.db", "blogs/.DS_Store"):
        (tmp_path / place).write_bytes(b"x")
    check_folder(tmp_path)
    assert update_folder(tmp_path, [("blogs/one.html", [b"2"])]) == Outcome(written=1, kept=0, removed=0)
    assert list(json.loads((tmp_path / "liveblog-archive-site.json").read_bytes())["files"]) == ["blogs/one.html"]
    assert (tmp_path / "blogs" / ".DS_Store").read_bytes() == b"x"


def test_a_batch_and_tables_that_were_looked_into_are_written_again(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ferry.txt").write_text("March 3, 2026\n\n3:20 p.m.: The ferry is aground.\n")
    for kept in (0, 1):
        summary = lba.batch(tmp_path / "in", tmp_path / "out", timezone="Europe/Istanbul", jobs=1)
        assert summary.kept == kept
        made = (tmp_path / "index", tmp_path / "out")
        assert lba.catalogue.make(*made, parquet=tmp_path / "tables", overwrite=bool(kept)) == 1
        for place in ("out/.DS_Store", "out/blogs/Thumbs.db", "tables/.DS_Store"):
            (tmp_path / place).write_bytes(b"x")
