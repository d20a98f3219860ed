"""Every damage is found, at its place, and nothing else is."""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Never

import orjson
import pytest
from attrs import evolve

from liveblog_archive.archive import Archive, Damage
from liveblog_archive.archive.inventory import read_inventory
from liveblog_archive.archive.layout import CHECKSUMS, checksums_bytes, object_path, read_checksums, sha512
from liveblog_archive.archive.stored import StoredBlog
from liveblog_archive.errors import ArchiveError
from liveblog_archive.identity import ledger
from liveblog_archive.identity.captures import kind_of
from tests.benchmarks.fixity import KINDS, forge, reseal, trials
from tests.storm import PATH, ROOT

from .captures import FAIR, OTHER, STORM, THIRD, captured, tree

OBJECT = object_path(STORM)
ENTRY = "v1/content/entries"


def damages(root: Path) -> dict[str, str]:
    return {damage.path: damage.what for damage in Archive(root, create=False).verify()}


@pytest.mark.parametrize("kind", KINDS)
def test_harm_of_every_kind_is_found_where_it_was_done(archive: Archive, root: Path, kind: str) -> None:
    assert archive.verify() == ()
    number = list(KINDS).index(kind)
    for trial in trials(root, range(number, number + 8 * len(KINDS), len(KINDS))):
        assert trial.kind == kind
        assert trial.found, trial
        assert trial.placed, trial
        assert trial.quiet, trial


def test_every_octet_counts(archive: Archive, root: Path) -> None:
    """One bit is flipped in every file, and a damage is reported there."""
    chance = Random(7)
    for path, content in tree(root).items():
        if content:
            place = chance.randrange(len(content))
            harmed = content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
            (root / path).write_bytes(harmed)
            reported = damages(root)
            assert path in reported or (path == CHECKSUMS and reported), (path, place)
            (root / path).write_bytes(content)
    assert damages(root) == {}


@pytest.mark.parametrize("closed", ["extensions", OBJECT, f"{OBJECT}/v2/content/entries", "003"])
def test_a_folder_that_cannot_be_read_hides_no_damage_elsewhere(
    archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    real = os.scandir

    def scandir(folder: Path) -> object:
        if Path(folder) == root / closed:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    (root / "README.txt").unlink()
    assert damages(root) == {
        "README.txt": "it is missing",
        closed: "a folder that cannot be read; check the permissions",
    }


def test_an_archive_that_cannot_be_read_at_all_is_one_clear_line(
    archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(_: Path) -> Never:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(ArchiveError) as raised:
        archive.verify()
    assert str(raised.value) == f"{root}: cannot be read: Permission denied; give the folder of an archive"


def test_a_damage_is_a_path_and_what_is_wrong(archive: Archive, root: Path) -> None:
    (root / "README.txt").write_bytes(b"Another text.\n")
    damage = Damage("README.txt", "its digest is not the one in checksums.sha512")
    assert archive.verify() == (damage,)
    assert str(damage) == "README.txt: its digest is not the one in checksums.sha512"


def test_damages_are_sorted_and_each_path_is_named_once(archive: Archive, root: Path) -> None:
    (root / "zzz").write_bytes(b"")
    (root / OBJECT / "v2" / "inventory.json").unlink()
    (root / OBJECT / "v3" / "content" / "blog.json").write_bytes(b"{}")
    (root / "aaa").mkdir()
    assert damages(root) == {
        f"{OBJECT}/v2/inventory.json": "it is missing",
        f"{OBJECT}/v3/content/blog.json": "its digest is not the one of the inventory",
        "aaa": "does not belong here (empty folder)",
        "zzz": "does not belong here (file)",
    }
    assert list(damages(root)) == sorted(damages(root))


def test_a_broken_inventory_does_not_hide_other_damage(archive: Archive, root: Path) -> None:
    (root / OBJECT / "inventory.json").write_bytes(b"{}")
    (root / OBJECT / "v1" / "content" / "blog.json").write_bytes(b"{}")
    assert damages(root) == {
        f"{OBJECT}/inventory.json": "its digest is not the one in checksums.sha512",
        f"{OBJECT}/v1/content/blog.json": "its digest is not the one of the inventory",
    }


def test_without_any_inventory_only_that_is_told(archive: Archive, root: Path) -> None:
    for path in root.glob(f"{OBJECT}/**/inventory.json"):
        path.write_bytes(b"{}")
    assert set(damages(root)) == {f"{OBJECT}/{folder}inventory.json" for folder in ("", "v1/", "v2/", "v3/")}


def test_a_blog_that_is_gone_is_missed(archive: Archive, root: Path) -> None:
    shutil.rmtree(root / OBJECT.partition("/")[0])
    assert damages(root)[f"{OBJECT}/inventory.json"] == "it is missing"


def test_an_object_that_was_put_here_by_others_is_told(archive: Archive, root: Path, tmp_path: Path) -> None:
    other = Archive(tmp_path / "other")
    other.deposit(captured("May 1, 2026\n9:00 a.m.: The fair opens.\n", "tag:x.example,2026:x"))
    path = object_path("tag:x.example,2026:x")
    shutil.copytree(tmp_path / "other" / path, root / path)
    assert damages(root) == {f"{path}/inventory.json": "no digest in checksums.sha512"}


def test_an_object_at_another_place_is_told(archive: Archive, root: Path) -> None:
    (root / "000").mkdir()
    (root / OBJECT).rename(root / "000" / "storm")
    found = damages(root)
    assert found["000/storm/inventory.json"] == "no digest in checksums.sha512"
    assert found[f"{OBJECT}/inventory.json"] == "it is missing"


def test_the_inventory_of_another_blog_is_told(archive: Archive, root: Path) -> None:
    data = (root / OBJECT / "inventory.json").read_bytes().replace(b"storm", b"stork")
    (root / OBJECT / "inventory.json").write_bytes(data)
    checksums = read_checksums((root / CHECKSUMS).read_bytes()) | {f"{OBJECT}/inventory.json": sha512(data)}
    (root / CHECKSUMS).write_bytes(checksums_bytes(checksums))
    (root / OBJECT / "inventory.json.sha512").write_text(f"{sha512(data)}  inventory.json\n")
    what = "the inventory of another blog, 'tag:news.example,2026-03-03:stork'"
    assert damages(root)[f"{OBJECT}/inventory.json"] == what
    with pytest.raises(ArchiveError) as raised:
        archive.versions(STORM)
    assert str(raised.value).startswith(f"{OBJECT}/inventory.json: {what}; ")


def test_a_line_of_checksums_for_what_does_not_belong_here_is_told(archive: Archive, root: Path) -> None:
    checksums = read_checksums((root / CHECKSUMS).read_bytes()) | {"notes.txt": sha512(b"")}
    (root / CHECKSUMS).write_bytes(checksums_bytes(checksums))
    assert damages(root) == {"notes.txt": "it stands in checksums.sha512, but does not belong here"}


def test_a_file_that_cannot_be_read_is_told(archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def bad_sector(path: Path) -> bytes:
        if path.name == "blog.json" and path.parent.parent.name == "v1" and "fair" not in str(path):
            raise OSError(5, "Input/output error")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", bad_sector)
    assert damages(root) == {f"{OBJECT}/v1/content/blog.json": "cannot be read: Input/output error"}


# Forgeries: whoever changes a file and recomputes the digests of OCFL


def content(root: Path, name: str) -> bytes:
    return (root / OBJECT / name).read_bytes()


def first_entry(root: Path) -> str:
    return next(
        path.relative_to(root / OBJECT).as_posix() for path in sorted((root / OBJECT / ENTRY).rglob("*.json"))
    )


def test_a_forged_entry_has_another_name(archive: Archive, root: Path) -> None:
    path = first_entry(root)
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b" the ", b" that "))
    assert damages(root) == {f"{OBJECT}/{path}": "its SHA-256 is not its name"}


def test_a_forged_snapshot_contradicts_the_ledger(archive: Archive, root: Path) -> None:
    path = "v1/content/snapshot.json"
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b"storm", b"stork"))
    assert damages(root) == {f"{OBJECT}/{path}": "the ledger and the snapshot disagree on this capture"}


def test_a_forged_ledger_breaks_its_chain(archive: Archive, root: Path) -> None:
    path = "v2/content/ledger/000002.jsonl"
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b'"inserted"', b'"deleted"'))
    assert len(damages(root)) == 1
    assert next(iter(damages(root))).startswith(f"{OBJECT}/v")


def test_the_last_line_of_the_last_segment_contradicts_the_crate(archive: Archive, root: Path) -> None:
    path = "v3/content/ledger/000003.jsonl"
    lines = content(root, path).splitlines(keepends=True)
    lines[-2] = lines[-2].replace(b'"score":"1.0000"', b'"score":"0.9000"')
    forge(root, f"{OBJECT}/{path}", b"".join(lines))
    assert damages(root) == {f"{OBJECT}/{path}": "the crate of version 3 has another digest"}


def test_forged_facts_contradict_the_crate(archive: Archive, root: Path) -> None:
    path = "v2/content/blog.json"
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b"A storm has reached", b"A storm has leached"))
    assert damages(root) == {f"{OBJECT}/{path}": "the crate of version 2 has another digest"}


@pytest.mark.parametrize("number", [1, 3])
def test_content_that_no_check_foresaw_hides_no_other_damage(
    archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = "v2/content/blog.json"
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b":storm", b":stork"))
    real = StoredBlog.source

    def unforeseen(stored: StoredBlog, at: int) -> bytes | None:
        if (stored.id, at) == (STORM, number):
            raise TypeError("unhashable type: 'list'")
        return real(stored, at)

    monkeypatch.setattr(StoredBlog, "source", unforeseen)
    assert damages(root) == {
        f"{OBJECT}/v{number}": "cannot be read: TypeError: unhashable type: 'list'",
        f"{OBJECT}/{path}": "the facts of another blog or capture",
    }


def test_facts_of_another_blog_are_told(archive: Archive, root: Path) -> None:
    path = "v2/content/blog.json"
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b":storm", b":stork"))
    assert damages(root) == {f"{OBJECT}/{path}": "the facts of another blog or capture"}


def test_a_record_that_was_made_a_rederivation_is_told(archive: Archive, root: Path) -> None:
    """A version without its source states the one before it: the ledger may say so, but did not."""
    blog = captured(THIRD)
    archive.deposit(evolve(blog, title="Another"))
    path = "v4/content/ledger/000004.jsonl"
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b'"revision"', b'"rederivation"'))
    assert damages(root) == {f"{OBJECT}/{path}": "the crate of version 4 has another digest"}


def test_a_record_may_be_a_rederivation_as_it_was_in_older_archives(
    archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They took a record that names the source before it for another reading, with or without the bytes."""
    monkeypatch.setattr(ledger, "kind_of", lambda source, last, *, held: kind_of(source, last, held=True))
    version = archive.deposit(evolve(captured(THIRD), title="Another"))
    assert (version.number, version.kind, archive.source(version)) == (4, "rederivation", None)
    assert damages(root) == {}


def test_a_rederivation_of_another_source_is_told(archive: Archive, root: Path) -> None:
    path = "v3/content/ledger/000003.jsonl"
    forge(root, f"{OBJECT}/{path}", content(root, path).replace(b'"revision"', b'"rederivation"'))
    told = "line 1: a capture of kind 'rederivation' where its source makes it a 'revision'"
    assert damages(root) == {f"{OBJECT}/{path}": told}


def test_a_forged_source_has_another_name(archive: Archive, root: Path) -> None:
    path = next((root / OBJECT / "v1" / "content" / "sources").iterdir()).relative_to(root / OBJECT).as_posix()
    crate = orjson.loads(content(root, "v1/content/ro-crate-metadata.json"))
    forged = content(root, path).replace(b"six", b"ten")
    for node in crate["@graph"]:
        if node["@id"].startswith("sources/"):
            node["sha256"] = hashlib.sha256(forged).hexdigest()
    forge(root, f"{OBJECT}/{path}", forged)
    data = orjson.dumps(crate, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    forge(root, f"{OBJECT}/v1/content/ro-crate-metadata.json", data)
    assert damages(root) == {f"{OBJECT}/{path}": "its SHA-256 is not its name"}


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"[]",
        b"",
        b'{"@graph": [7]}',
        b'{"@graph": []}',
        b'{"@graph": [{"@id": 5, "sha256": "0"}]}',
        b'{"@graph": [{"@id": null, "sha256": "0"}]}',
        b'{"@graph": [{"@id": "x", "sha256": []}]}',
    ],
)
def test_a_crate_that_is_none_is_told(archive: Archive, root: Path, data: bytes) -> None:
    forge(root, f"{OBJECT}/v1/content/ro-crate-metadata.json", data)
    found = damages(root)
    assert found
    assert set(found.values()) == {"the crate of version 1 has another digest"}


def test_a_crate_that_speaks_of_other_files_is_told(archive: Archive, root: Path) -> None:
    data = content(root, "v1/content/ro-crate-metadata.json").replace(b'"snapshot.json"', b'"snapshop.json"')
    forge(root, f"{OBJECT}/v1/content/ro-crate-metadata.json", data)
    assert "snapshop.json" in " ".join(damages(root))


def test_a_stranger_in_the_inventory_is_told(archive: Archive, root: Path) -> None:
    """A file is added, and so are its digests."""
    data = b"Not a word of this was ever captured.\n"
    inventory = read_inventory(content(root, "inventory.json"), "")
    last = evolve(inventory.versions[2], state={**inventory.versions[2].state, sha512(data): ["extra.txt"]})
    stranger = evolve(
        inventory,
        digests={**inventory.digests, "v3/content/extra.txt": sha512(data)},
        versions=(*inventory.versions[:2], last),
    )
    (root / OBJECT / "v3" / "content" / "extra.txt").write_bytes(data)
    reseal(root, OBJECT, stranger)
    assert damages(root)[f"{OBJECT}/v3/content/extra.txt"] == "version 3 has no place for it"


def test_the_ledger_of_another_blog_is_told(archive: Archive, root: Path, tmp_path: Path) -> None:
    other = Archive(tmp_path / "other")
    other.deposit(captured(OTHER, "tag:x.example,2026:x"), OTHER.encode())
    (ledger,) = (tmp_path / "other").rglob("ledger/*.jsonl")
    path = f"{object_path(FAIR)}/v1/content/ledger/000001.jsonl"
    forge(root, path, ledger.read_bytes())
    assert damages(root) == {path: "the ledger of another blog, 'tag:x.example,2026:x'"}


def test_a_whole_history_that_was_rewritten_is_not_found_but_differs(archive: Archive, tmp_path: Path) -> None:
    """What no archive can find by itself: somebody makes another one. A snapshot id that was noted shows it."""
    forged = Archive(tmp_path / "forged")
    text = "March 3, 2026\n3:20 p.m.: Nothing has happened.\n"
    forged.deposit(captured(text), text.encode())
    assert forged.verify() == ()
    assert forged.versions(STORM)[0].snapshot != archive.versions(STORM)[0].snapshot


# The death of a deposit


def test_a_deposit_may_be_killed_before_any_step_and_at_any_moment() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.crashes", "--moments", "3", "--steps"],
        cwd=ROOT, env=PATH, capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    random, every = (line.split(" | ") for line in done.stdout.decode().splitlines()[2:])
    assert random[1:3] == ["3", "3"]
    assert int(every[1]) > 30
    assert every[1] == every[2]
