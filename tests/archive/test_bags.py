"""A bag carries a blog from one archive to another, with all its versions."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from liveblog_archive.archive import Archive
from liveblog_archive.archive import archive as module
from liveblog_archive.archive.layout import object_path
from liveblog_archive.errors import ArchiveError
from tests.benchmarks.fixity import forge

from .captures import FAIR, FIRST, OTHER, STORM, THIRD, captured, tree

LATER = THIRD + "6:00 p.m.: The ferry is afloat.\n"


@pytest.fixture
def bag(archive: Archive, tmp_path: Path) -> Path:
    archive.bag(tmp_path / "bag", STORM)
    return tmp_path / "bag"


@pytest.fixture
def other(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "other")


def test_a_bag_holds_the_object_and_says_what_it_is(archive: Archive, root: Path, bag: Path) -> None:
    found = tree(bag)
    assert {path.removeprefix("data/"): data for path, data in found.items() if path.startswith("data/")} == tree(
        root / object_path(STORM)
    )
    assert found["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert (bag / "bag-info.txt").read_text().splitlines()[1:3] == [
        f"External-Identifier: {STORM}",
        "External-Description: A live blog, 3 captures, as an OCFL 1.1 object",
    ]
    Archive(bag.parent / "one").deposit(captured(FIRST))
    Archive(bag.parent / "one").bag(bag.parent / "small")
    assert "A live blog, 1 capture, as" in (bag.parent / "small" / "bag-info.txt").read_text()


def test_the_judge_finds_it_valid_and_sees_when_it_is_not(bag: Path) -> None:
    bagit.Bag(str(bag)).validate()
    (bag / "data" / "inventory.json").write_bytes(b"{}")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(bag)).validate()


def test_the_same_blog_gives_the_same_bag(archive: Archive, bag: Path, tmp_path: Path) -> None:
    archive.bag(tmp_path / "again", STORM)
    assert tree(tmp_path / "again") == tree(bag)


def test_a_blog_is_taken_in_with_all_its_versions(archive: Archive, root: Path, bag: Path, other: Archive) -> None:
    assert other.unbag(bag) == STORM
    assert other.versions() == archive.versions(STORM)
    assert other.verify() == ()
    assert other.deposit(captured(LATER), LATER.encode()).number == 4


def test_only_new_versions_are_taken_in(tmp_path: Path, other: Archive, bag: Path) -> None:
    early = Archive(tmp_path / "early")
    early.unbag(bag)
    later = Archive(tmp_path / "later")
    later.unbag(bag)
    later.deposit(captured(LATER), LATER.encode())
    text = LATER + "7:00 p.m.: Good night.\n"
    later.deposit(captured(text), text.encode())
    later.bag(tmp_path / "bag-of-five")
    assert early.unbag(tmp_path / "bag-of-five") == STORM
    assert early.versions() == later.versions()
    assert tree(tmp_path / "early") == tree(tmp_path / "later")
    assert early.verify() == ()


def test_what_is_there_already_is_left_alone(archive: Archive, root: Path, bag: Path) -> None:
    before = tree(root)
    assert archive.unbag(bag) == STORM
    archive.deposit(captured(LATER), LATER.encode())
    after = tree(root)
    assert archive.unbag(bag) == STORM  # an older state than here
    assert tree(root) == after != before


def test_another_history_is_refused(archive: Archive, root: Path, bag: Path, other: Archive, tmp_path: Path) -> None:
    other.deposit(captured(FIRST), FIRST.encode())
    before = tree(tmp_path / "other")
    with pytest.raises(ArchiveError) as raised:
        other.unbag(bag)
    assert str(raised.value) == f"{bag}: the blog has another history here; keep both archives apart"
    assert tree(tmp_path / "other") == before


def test_a_bag_is_complete_or_absent(archive: Archive, root: Path, tmp_path: Path) -> None:
    path = f"{object_path(STORM)}/v2/content/snapshot.json"
    (root / path).write_bytes(b"{}")
    with pytest.raises(ArchiveError) as raised:
        archive.bag(tmp_path / "bag", STORM)
    assert str(raised.value) == f"{path}: its digest is not the one of the inventory; verify the archive"
    assert not (tmp_path / "bag").exists()
    (root / object_path(STORM) / "v2" / "inventory.json").write_bytes(b"{}")
    with pytest.raises(ArchiveError, match="its digest is not the one of the inventory"):
        archive.bag(tmp_path / "bag", STORM)
    archive.bag(tmp_path / "fair", FAIR)
    with pytest.raises(ArchiveError, match="it exists already; name a folder that does not"):
        archive.bag(tmp_path / "fair", FAIR)


def write_manifests(bag: Path) -> None:
    """Write the manifests anew, as someone who wants a change to pass."""

    def lines(paths: list[Path]) -> str:
        return "".join(
            f"{hashlib.sha512(path.read_bytes()).hexdigest()}  {path.relative_to(bag).as_posix()}\n" for path in paths
        )

    payload = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
    (bag / "manifest-sha512.txt").write_text(lines(payload))
    tags = [bag / name for name in ("bagit.txt", "bag-info.txt", "manifest-sha512.txt")]
    (bag / "tagmanifest-sha512.txt").write_text(lines(tags))


def forge_entry(bag: Path) -> None:
    path = min((bag / "data" / "v1" / "content" / "entries").rglob("*.json"))
    (bag / "checksums.sha512").write_bytes(b"")
    forge(bag, path.relative_to(bag).as_posix(), path.read_bytes().replace(b"published", b"deleted"))
    (bag / "checksums.sha512").unlink()
    write_manifests(bag)


def add_payload(bag: Path) -> None:
    (bag / "data" / "extra.txt").write_bytes(b"")
    write_manifests(bag)


def append(name: str, line: str) -> Callable[[Path], None]:
    def harm(bag: Path) -> None:
        with (bag / name).open("a") as file:
            file.write(line)

    return harm


def remanifest(line: str) -> Callable[[Path], None]:
    def harm(bag: Path) -> None:
        append("manifest-sha512.txt", line)(bag)
        text = (bag / "tagmanifest-sha512.txt").read_text().splitlines(keepends=True)
        digest = hashlib.sha512((bag / "manifest-sha512.txt").read_bytes()).hexdigest()
        text[-1] = f"{digest}  manifest-sha512.txt\n"
        (bag / "tagmanifest-sha512.txt").write_text("".join(text))

    return harm


NULL = "0" * 128


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (shutil.rmtree, "{bag}: not a bag: there is no bagit.txt; give the folder that holds it"),
        (lambda bag: (bag / "bagit.txt").unlink(), "{bag}: not a bag: there is no bagit.txt; "),
        (
            lambda bag: (bag / "bagit.txt").write_text("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"),
            "{bag}: not a bag of BagIt 1.0 in UTF-8; ask for the bag again, from where it comes",
        ),
        (
            lambda bag: (bag / "data" / "v1" / "content" / "blog.json").unlink(),
            "data/v1/content/blog.json: it is missing; ",
        ),
        (
            lambda bag: (bag / "data" / "v1" / "content" / "blog.json").write_bytes(b"{}"),
            "{bag}/data/v1/content/blog.json: its digest is not the one of the manifest; ",
        ),
        (append("bag-info.txt", "x"), "{bag}/bag-info.txt: its digest is not the one of the manifest; "),
        (append("data/extra", "x"), "{bag}/data/extra: not in the manifest (file); "),
        (append("fetch.txt", "http://x.example - data/x\n"), "{bag}/fetch.txt: not in the manifest (file); "),
        (
            lambda bag: (bag / "data" / "link").symlink_to("/etc"),
            "{bag}/data/link: not in the manifest (symb",
        ),
        (lambda bag: (bag / "data" / "empty").mkdir(), "{bag}/data/empty: not in the manifest (empty folder); "),
        (
            lambda bag: (bag / "tagmanifest-sha512.txt").write_text(""),
            "{bag}/tagmanifest-sha512.txt: no digest of manifest-sha512.txt or bag-info.txt; ",
        ),
        (remanifest("sha512 data/x\n"), "{bag}/manifest-sha512.txt: not a manifest; "),
        (
            remanifest(f"{NULL}  data/../../etc/passwd\n"),
            "{bag}/manifest-sha512.txt: a path that cannot be: ",
        ),
        (remanifest(f"{NULL}  bagit.txt\n"), "{bag}/manifest-sha512.txt: a path that cannot be: 'bagit.txt'; "),
        (add_payload, "{bag}/data/inventory.json: the bag has other files than the inventory; "),
        (forge_entry, "{bag}/data/v1/content/entries/"),
    ],
)
def test_a_bag_that_is_not_as_it_was_sent_is_refused(
    bag: Path, other: Archive, tmp_path: Path, harm: Callable[[Path], None], message: str
) -> None:
    harm(bag)
    before = tree(tmp_path / "other")
    with pytest.raises(ArchiveError) as raised:
        other.unbag(bag)
    assert str(raised.value).startswith(message.format(bag=bag))
    assert tree(tmp_path / "other") == before == {}


def test_a_bag_that_is_changed_while_it_is_taken_in_is_refused(
    bag: Path, other: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = module.contradictions

    def late(stored: object) -> list[object]:
        found = list(real(stored))  # type: ignore[arg-type]
        (bag / "data" / "v1" / "content" / "blog.json").write_bytes(b"{}")
        return found  # type: ignore[return-value]

    monkeypatch.setattr(module, "contradictions", late)
    with pytest.raises(ArchiveError, match=r"data/v1/content/blog\.json: its digest is not the one of the inventory"):
        other.unbag(bag)
    assert other.blogs() == ()
    assert other.verify() == ()


def test_blogs_travel_one_by_one(archive: Archive, other: Archive, tmp_path: Path) -> None:
    for number, name in enumerate(archive.blogs()):
        archive.bag(tmp_path / f"bag-{number}", name)
        other.unbag(tmp_path / f"bag-{number}")
    assert other.blogs() == archive.blogs() == (STORM, FAIR)
    assert [other.versions(name) for name in other.blogs()] == [archive.versions(name) for name in archive.blogs()]
    assert other.source(other.versions(FAIR)[0]) == OTHER.encode()
