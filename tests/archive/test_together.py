"""Several processes at one archive: whoever reads while another adds is told of no damage, and disturbs nobody."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from liveblog_archive.archive import Archive, stored
from liveblog_archive.archive.layout import CHECKSUMS, DECLARATION, object_path
from liveblog_archive.archive.storage import STAGING, Storage
from liveblog_archive.errors import ArchiveError
from tests.storm import PATH, ROOT

from .captures import FAIR, FIRST, STORM, THIRD, captured, tree

FOURTH = THIRD + "6:00 p.m.: The ferry is afloat.\n"
INVENTORY = f"{object_path(STORM)}/inventory.json"
WRITER = f"""
import sys
from liveblog_archive.archive import Archive
from tests.archive.captures import FIRST, captured
archive = Archive(sys.argv[1])
text = FIRST
for minute in range(12):
    text += f"5:{{minute:02}} p.m.: Boat number {{minute}} is back.\\n"
    archive.deposit(captured(text, {STORM!r}))
"""


def replaced(root: Path, before: dict[str, bytes | None], names: set[str]) -> None:
    """Put some files back to what they were."""
    for name in names:
        (root / name).write_bytes(before[name] or b"")


@pytest.fixture
def half_way(archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[float]]:
    """Return what brings the archive half through a deposit, which is completed when that is waited for twice."""
    before = tree(root)
    archive.deposit(captured(FOURTH))
    after = tree(root)
    pauses: list[float] = []

    def begin() -> list[float]:
        replaced(root, before, {CHECKSUMS})
        (root / STAGING).mkdir()
        return pauses

    def complete(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            replaced(root, after, {CHECKSUMS})
            (root / STAGING).rmdir()

    monkeypatch.setattr(stored, "pause", complete)
    return begin


def test_a_deposit_that_is_under_way_is_waited_for(archive: Archive, half_way: Callable[[], list[float]]) -> None:
    pauses = half_way()
    assert len(archive.versions(STORM)) == 4
    assert len(pauses) == 2


def test_blogs_are_listed_while_a_deposit_is_under_way(archive: Archive, half_way: Callable[[], list[float]]) -> None:
    pauses = half_way()
    assert archive.blogs() == (STORM, FAIR)
    assert len(pauses) == 2


def test_a_deposit_that_ended_meanwhile_is_read_at_once(
    archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seals were read before it, the inventory after it."""
    real, deposits = Storage.read, [FOURTH]

    def read(storage: Storage, path: str) -> bytes:
        if path == INVENTORY and deposits:
            archive.deposit(captured(deposits.pop()))
        return real(storage, path)

    monkeypatch.setattr(Storage, "read", read)
    assert len(archive.versions(STORM)) == 4


def test_damage_is_reported_without_waiting(archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "pause", lambda seconds: pytest.fail("it waited"))
    (root / INVENTORY).write_bytes(b"{}")
    for read in (archive.blogs, lambda: archive.versions(STORM)):
        with pytest.raises(ArchiveError, match=r"not the inventory that checksums\.sha512 has the digest of"):
            read()


def test_a_deposit_that_nobody_completes_is_damage_in_the_end(
    archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(stored, "pause", pauses.append)
    (root / STAGING).mkdir()
    (root / INVENTORY).write_bytes(b"{}")
    with pytest.raises(ArchiveError, match=r"not the inventory that checksums\.sha512 has the digest of"):
        archive.versions(STORM)
    assert 0 < sum(pauses) < 2


def test_opening_leaves_a_deposit_alone_that_is_under_way(archive: Archive, root: Path) -> None:
    with Storage(root).locked(DECLARATION):
        (root / STAGING).mkdir()
        Archive(root, create=False)
        assert (root / STAGING).exists()
    Archive(root, create=False)
    assert not (root / STAGING).exists()


def test_one_reads_while_another_adds(archive: Archive, root: Path) -> None:
    root = root.with_name("other")
    Archive(root).deposit(captured(FIRST))
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(root)], stderr=subprocess.PIPE, cwd=ROOT, env=os.environ | PATH
    ) as writer:
        numbers = []
        while writer.poll() is None:
            other = Archive(root, create=False)
            assert other.blogs() == (STORM,)
            numbers.append(len(other.versions(STORM)))
        assert writer.stderr is not None
        assert writer.stderr.read() == b""
    assert numbers == sorted(numbers)
    assert len(Archive(root).versions(STORM)) == 13
    assert Archive(root).verify() == ()
