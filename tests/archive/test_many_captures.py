"""A blog with many captures: what a deposit reads, what an object keeps, and that it is as sound as a short one."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve

from liveblog_archive import cli
from liveblog_archive.archive import Archive, Version
from liveblog_archive.archive.inventory import INVENTORY, SIDECAR
from liveblog_archive.archive.layout import object_path
from liveblog_archive.archive.storage import Storage
from liveblog_archive.errors import ArchiveError
from tests.benchmarks.fixity import forge

from .captures import FAIR, FIRST, STORM, THIRD, ZONE, captured, clock, tree
from .test_judges import judged

OBJECT = object_path(STORM)
COUNT = 20  # more than the versions that each keep their inventory


def page(number: int) -> str:
    """Return the page after some time: the crew grows, and one entry comes for every four captures."""
    news = [f"6:{minute:02} p.m.: Report {minute} of the harbour board.\n" for minute in range(number // 4)]
    return "".join([FIRST.replace("a crew of six", f"a crew of {number}"), *news])


def add(archive: Archive, numbers: range) -> list[Version]:
    return [archive.deposit(captured(page(number)), page(number).encode()) for number in numbers]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive that nobody changes."""
    root = tmp_path_factory.mktemp("long") / "archive"
    add(Archive(root, clock=clock()), range(COUNT))
    return root


@pytest.fixture
def long(sound: Path, root: Path) -> Archive:
    """A copy of it."""
    shutil.copytree(sound, root)
    return Archive(root, clock=clock())


def damages(root: Path) -> dict[str, str]:
    return {damage.path: damage.what for damage in Archive(root, create=False).verify()}


def reads(monkeypatch: pytest.MonkeyPatch, call: Callable[[], object], into: list[str] | None = None) -> list[str]:
    """Return the paths that a call reads in an archive; where it raises they are in the list `into`."""
    found = [] if into is None else into
    real = Storage.read

    def counted(storage: Storage, path: str) -> bytes:
        found.append(path)
        return real(storage, path)

    with monkeypatch.context() as patch:
        patch.setattr(Storage, "read", counted)
        call()
    return found


def test_a_deposit_reads_the_last_capture_and_not_the_history(
    empty: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for number in range(1, 13):
        blog = captured(page(4 + number % 4))  # of as many entries each time
        blog = evolve(blog, title=f"Capture {number}", capture=None)
        counts.append(len(reads(monkeypatch, partial(empty.deposit, blog))))
    assert len(empty.versions()) == 12
    assert {*counts[3:]} == {counts[3]}, counts  # from then on there are two segments before the last


def test_the_command_that_adds_does_not_read_the_history(
    long: Archive, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text(page(COUNT))
    found: list[str] = []
    told = ["archive", "add", str(root), str(tmp_path / "page.txt"), "--timezone", ZONE, "--id", STORM]
    with pytest.raises(SystemExit, match="0"):
        reads(monkeypatch, partial(cli.main, told), found)
    assert long.latest().number == COUNT + 1
    assert long.capture(long.latest()) == long.ledger().captures[-1]
    segments = {path.rpartition("/")[2] for path in found if "/ledger/" in path}
    assert segments == {"000018.jsonl", "000019.jsonl", "000020.jsonl", "000021.jsonl"}


def test_a_title_is_read_without_the_entries(long: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    latest = long.latest()
    found = reads(monkeypatch, lambda: long.title(latest))
    assert long.title(latest) == long.blog(latest).title
    assert not any("/entries/" in path for path in found)


def test_an_id_is_looked_for_in_the_ledger_of_its_blog_alone(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but that of a snapshot, which no inventory has."""
    first, *_ = archive.versions(FAIR)
    name, version = archive.capture(first).entries[0]
    for cited in (name.rpartition("#")[2], str(version), version.hex, version.short):
        found = reads(monkeypatch, partial(archive.resolve, cited))
        assert {path.partition("/v1/")[0] for path in found if "/ledger/" in path} == {object_path(FAIR)}
    for snapshot in (first.snapshot.short, str(first.snapshot)):
        assert archive.resolve(snapshot).status == "verified"


def test_a_version_lists_its_own_segment_of_the_ledger_alone(long: Archive, root: Path) -> None:
    crate = (root / OBJECT / "v20" / "content" / "ro-crate-metadata.json").read_text()
    assert "ledger/000020.jsonl" in crate
    assert "ledger/000019.jsonl" not in crate
    assert len(long.ledger().captures) == COUNT


def test_only_some_versions_keep_the_inventory(long: Archive, root: Path) -> None:
    kept = [number for number in range(1, COUNT + 1) if (root / OBJECT / f"v{number}" / INVENTORY).exists()]
    assert kept == [*range(1, 17)]
    assert [number for number in range(1, COUNT + 1) if (root / OBJECT / f"v{number}" / SIDECAR).exists()] == kept
    assert (root / OBJECT / "v16" / INVENTORY).read_bytes() != (root / OBJECT / INVENTORY).read_bytes()


def test_it_is_sound_and_others_say_so(long: Archive, root: Path) -> None:
    assert long.verify() == ()
    assert judged(root, OBJECT) == (set(), {"W008", "W010"})  # the second: some versions do not keep the inventory


def test_every_capture_comes_back(long: Archive) -> None:
    for version in long.versions():
        assert long.blog(version).entries[1].text == (
            f"The first lifeboat has left the harbour with a crew of {version.number - 1}."
        )


def test_captures_that_are_there_already_are_found(long: Archive, root: Path) -> None:
    before, versions = tree(root), long.versions()
    assert tuple(add(long, range(COUNT))) == versions
    assert tree(root) == before


def test_an_inventory_that_has_no_place_is_told(long: Archive, root: Path) -> None:
    shutil.copyfile(root / OBJECT / INVENTORY, root / OBJECT / "v20" / INVENTORY)
    assert damages(root) == {f"{OBJECT}/v20/{INVENTORY}": "does not belong here (file)"}


def test_a_broken_inventory_is_all_that_is_told_where_no_version_remembers_it(long: Archive, root: Path) -> None:
    (root / OBJECT / INVENTORY).write_bytes(b"{}")
    (root / OBJECT / "v3" / "content" / "blog.json").write_bytes(b"{}")
    assert damages(root) == {
        f"{OBJECT}/{INVENTORY}": "its digest is not the one in checksums.sha512",
        f"{OBJECT}/{SIDECAR}": "it is not as it was written",
        f"{OBJECT}/v3/content/blog.json": "its digest is not the one of the inventory",
    }


def test_it_travels_in_a_bag(long: Archive, root: Path, tmp_path: Path) -> None:
    long.bag(tmp_path / "bag")
    other = Archive(tmp_path / "other")
    assert other.unbag(tmp_path / "bag") == STORM
    assert tree(tmp_path / "other" / OBJECT) == tree(root / OBJECT)
    assert other.verify() == ()


def test_later_versions_are_taken_out_of_a_bag(long: Archive, root: Path, tmp_path: Path) -> None:
    other = Archive(tmp_path / "other", clock=clock())
    add(other, range(15))
    long.bag(tmp_path / "bag")
    other.unbag(tmp_path / "bag")
    assert tree(tmp_path / "other" / OBJECT) == tree(root / OBJECT)


# Forgeries of the segments that a deposit reads


def forged(root: Path, number: int, old: bytes, new: bytes) -> str:
    """Change a segment and all that OCFL says of it; return what a deposit then says."""
    path = f"{OBJECT}/v{number}/content/ledger/{number:06}.jsonl"
    data = (root / path).read_bytes()
    assert old in data
    forge(root, path, data.replace(old, new))
    with pytest.raises(ArchiveError) as raised:
        Archive(root).deposit(captured(FIRST + "8:00 p.m.: The ferry is afloat.\n"))
    return str(raised.value).replace(f"{OBJECT}/", "")


def test_a_forged_last_segment_is_told(archive: Archive, root: Path) -> None:
    assert forged(root, 3, b'"capture":3', b'"capture":4').startswith(
        "v3/content/ledger/000003.jsonl, line 1: the line is not as a ledger writes it here; verify the archive"
    )


def test_a_last_segment_with_an_id_that_is_none_is_told(archive: Archive, root: Path) -> None:
    local = archive.ledger(STORM).captures[2].ids[0].rpartition("#")[2].encode()
    assert forged(root, 3, local, b"../../etc/passwd").startswith(
        "v3/content/ledger/000003.jsonl, line 2: not an entry id: '../../etc/passwd'; "
    )


def test_the_last_segment_of_another_blog_is_told(archive: Archive, root: Path) -> None:
    assert forged(root, 3, b"03-03:storm", b"03-03:stork").startswith(
        "v3/content/ledger/000003.jsonl: the ledger of another blog, 'tag:news.example,2026-03-03:stork'; "
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b'"previous":', b'"preferred":', ": not a link by which an entry left; "),
        (b'"kind":"deleted",', b'"kind":"deleted",,', ", line 2: not JSON: "),
    ],
)
def test_a_forged_deletion_is_told(archive: Archive, root: Path, old: bytes, new: bytes, message: str) -> None:
    for hour in (6, 7):
        archive.deposit(captured(f"{THIRD}{hour}:00 p.m.: The ferry is afloat.\n"))
    assert forged(root, 3, old, new).startswith(f"v3/content/ledger/000003.jsonl{message}")
