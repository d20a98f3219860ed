"""Ids that an archive does not have: one line says what is wrong, and names what may be meant."""

from pathlib import Path

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.archive import Archive
from liveblog_archive.errors import ArchiveError, CitationError
from liveblog_archive.identity import version_id

from .captures import FAIR, FIRST, STORM, ZONE

PAGE = "https://news.example/live/2026/mar/03/storm"


def complaint(archive: Archive, cited: str) -> str:
    with pytest.raises(ArchiveError) as raised:
        archive.resolve(cited)
    return str(raised.value)


def test_the_number_of_a_version_is_no_id_and_told_with_what_there_is(root: Path) -> None:
    one = Archive(root)
    one.deposit(lba.parse(FIRST, timezone=ZONE, id=STORM))
    what = "the number of a version, and no id"
    assert complaint(one, "v12") == f"v12: {what}; {STORM} has v1"
    one.deposit(lba.parse(FIRST.replace("six", "ten"), timezone=ZONE, id=STORM))
    assert complaint(one, "v12") == f"v12: {what}; {STORM} has v1 to v2"
    snapshot = one.ledger().unchained(2).short
    assert complaint(one, "V2") == f"V2: {what}; v2 of {STORM} is cited by its snapshot, {snapshot}"
    assert one.resolve(snapshot).status == "verified"


def test_of_several_blogs_each_has_versions_of_its_own(archive: Archive) -> None:
    assert complaint(archive, "v2") == (
        "v2: the number of a version, and no id; each blog has versions of its own: cite one by the snapshot id that "
        "a citation of the blog gives"
    )


def test_ids_in_capitals_or_mistyped_are_told_with_the_nearest(archive: Archive) -> None:
    entry = archive.blog(archive.versions(STORM)[0]).entries[1]
    local, short = entry.id[-12:], version_id(entry).short
    what = "nothing in this archive has this id"
    for given, meant in (
        (local.upper(), local),
        (f"{local[:4]}{local[5]}{local[4]}{local[6:]}", local),
        (short.upper(), short),
        (STORM.upper(), STORM),
        (STORM[:-1], STORM),
        (FAIR.replace("fair", "fiar"), FAIR),
        ("news.example", f"{STORM} or {FAIR}"),
    ):
        assert complaint(archive, given) == f"{given}: {what}; the nearest is {meant}"
    assert complaint(archive, "tag:other.example").endswith("look for a mistyped character")
    assert archive.resolve(f"{STORM}#{local.upper()}").reason.endswith(f"; the nearest is {local}")


def test_a_version_of_another_entry_is_none_of_the_one_that_is_cited(archive: Archive) -> None:
    first, second, *_ = archive.blog(archive.versions(STORM)[0]).entries
    local = first.id[-12:]
    assert archive.resolve(f"{local} version {version_id(first).short}").version == version_id(first)
    found = archive.resolve(f"{local} version {version_id(second).short}")
    assert (found.status, found.entry) == ("unknown", first.id)
    assert found.reason.startswith("the entry is here, but no capture shows it in this version; its versions are v1 ")


def test_the_address_of_a_page_is_told_with_the_id_of_its_blog(root: Path) -> None:
    archive = Archive(root)
    blog = lba.parse(FIRST, timezone=ZONE, id=STORM, url=PAGE)
    first, *others = blog.entries
    archive.deposit(lba.LiveBlog(id=FAIR))
    archive.deposit(lba.LiveBlog(id=STORM, url=PAGE, entries=[evolve(first, url=f"{PAGE}#post-1"), *others]))
    what = "nothing in this archive has this id"
    for address in (PAGE, f"{PAGE}?utm_source=mail", PAGE.replace("https", "HTTP")):
        assert complaint(archive, address) == (
            f"{address}: {what}; it is the address of a page: give the id of its blog, {STORM}"
        )
    assert complaint(archive, f"{PAGE}#post-1") == (
        f"{PAGE}: the archive has no blog with this id; it is the address of an entry: give its id, {first.id}"
    )
    assert complaint(archive, "https://other.example/live").endswith("of none that is kept here: list its blogs")
    with pytest.raises(ArchiveError) as raised:
        archive.versions(PAGE)
    assert str(raised.value).endswith(f"it is the address of a page: give the id of its blog, {STORM}")


def test_the_address_of_an_entry_is_no_id_of_the_one_that_is_quoted(root: Path) -> None:
    blog = lba.parse(FIRST, timezone=ZONE, id=STORM)
    one = Archive(root)
    one.deposit(evolve(blog, entries=[evolve(blog.entries[0], url=f"{PAGE}#1"), *blog.entries[1:]]))
    first = one.blog(one.latest()).entries[0]
    with pytest.raises(CitationError) as raised:
        one.quote(first.text, entry=f"{PAGE}#1")
    meant = f"it is the address of an entry: give its id, {first.id}"
    assert str(raised.value) == f"{PAGE}#1: no entry with this id; {meant}"


def test_the_address_that_a_page_had_before_it_moved_is_told_too(root: Path) -> None:
    archive = Archive(root)
    for url in (PAGE, f"{PAGE}-at-night"):
        entry = evolve(lba.parse(FIRST, timezone=ZONE, id=STORM).entries[0], url=f"{url}#post-1")
        archive.deposit(lba.LiveBlog(id=STORM, url=url, entries=[entry]))
    assert complaint(archive, PAGE).endswith(f"it is the address of a page: give the id of its blog, {STORM}")
    assert complaint(archive, f"{PAGE}#post-1").endswith(f"it is the address of an entry: give its id, {entry.id}")
