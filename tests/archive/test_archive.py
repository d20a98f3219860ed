"""An archive as a caller sees it: opened, read, asked for what was cited."""

import errno
import os
import shutil
from pathlib import Path
from typing import Never

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.archive import Archive
from liveblog_archive.archive.layout import CHECKSUMS, DECLARATION, object_path
from liveblog_archive.archive.opening import make as make_empty
from liveblog_archive.archive.storage import STAGING, Storage
from liveblog_archive.archive.stored import StoredBlog
from liveblog_archive.errors import ArchiveError, CitationError
from liveblog_archive.identity import snapshot_id, version_id
from liveblog_archive.identity.annotation import from_annotation, to_annotation
from liveblog_archive.identity.quoting import quote as make_quote
from liveblog_archive.model import Entry, LiveBlog, Note, Paragraph

from .captures import FAIR, FIRST, OTHER, SECOND, STORM, THIRD, captured, make, tree

OBJECT = object_path(STORM)


def refused(root: Path, *, create: bool = True) -> str:
    """Return the error that opening ends with; nothing is changed by it."""
    before = tree(root)
    with pytest.raises(ArchiveError) as raised:
        Archive(root, create=create)
    assert tree(root) == before
    return str(raised.value)


# Opening


def test_an_archive_that_is_not_there_is_made_by_the_first_deposit_and_by_nothing_else(
    empty: Archive, root: Path, tmp_path: Path
) -> None:
    for asked in (
        empty.verify,
        empty.blogs,
        empty.versions,
        lambda: empty.resolve(STORM),
        lambda: empty.quote("ferry"),
        lambda: empty.bag(tmp_path / "bag"),
    ):
        with pytest.raises(ArchiveError) as raised:
            asked()
        assert str(raised.value) == f"{root}: there is no archive here; check the path"
    assert STORM not in empty
    assert repr(empty) == f"Archive({str(root)!r})"
    assert list(tmp_path.iterdir()) == []
    other = Archive(root)
    version = empty.deposit(captured(FIRST))
    assert other.blogs() == empty.blogs() == (STORM,)  # another one sees it, too
    assert STORM in other
    assert other.verify() == ()
    assert other.deposit(captured(FIRST)) == version


def test_an_archive_is_a_storage_root_that_explains_itself(root: Path) -> None:
    make_empty(Storage(root))
    empty = Archive(root)
    assert [path for path, content in tree(root).items() if content is not None] == [
        "0=ocfl_1.1",
        "README.txt",
        "checksums.sha512",
        "extensions/0003-hash-and-id-n-tuple-storage-layout/config.json",
        "ocfl_layout.json",
    ]
    assert b"sha512sum -c checksums.sha512" in (root / "README.txt").read_bytes()
    assert empty.verify() == ()
    assert empty.blogs() == ()


def test_an_archive_is_opened_as_it_is(archive: Archive, root: Path) -> None:
    before = tree(root)
    assert Archive(root).versions(STORM) == archive.versions(STORM)
    assert Archive(root, create=False).blogs() == (STORM, FAIR)
    assert tree(root) == before


def test_an_archive_knows_whether_it_has_a_blog(archive: Archive) -> None:
    assert STORM in archive
    assert FAIR in archive
    assert f"{STORM}er" not in archive
    assert "no id" not in archive


def test_of_many_blogs_the_checksums_are_read_once_and_not_for_each(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = Storage.read
    monkeypatch.setattr(Storage, "read", lambda self, path: [read.append(path), real(self, path)][1])
    assert len(archive.blogs()) == 2
    assert read.count(CHECKSUMS) == 1
    assert len(set(read)) == len(read)


@pytest.mark.parametrize("declaration", [None, b""])
@pytest.mark.parametrize("arrived", [False, True])
def test_the_seal_of_a_copy_that_was_broken_off_is_left_alone(
    archive: Archive, root: Path, tmp_path: Path, declaration: bytes | None, *, arrived: bool
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(root, copy, ignore=None if arrived else lambda _, names: {n for n in names if len(n) == 3})
    (copy / "0=ocfl_1.1").unlink()
    if declaration is not None:
        (copy / "0=ocfl_1.1").write_bytes(declaration)
    before = tree(copy)
    with pytest.raises(ArchiveError) as raised:
        Archive(copy).deposit(captured(OTHER, "tag:a.example,2026:x"))
    assert str(raised.value) == (
        f"{copy}: 0=ocfl_1.1 is missing or empty, as in a copy that was broken off; "
        "copy the whole archive before you add to it"
    )
    assert tree(copy) == before
    assert "0=ocfl_1.1" in {damage.path for damage in Archive(copy, create=False).verify()}
    shutil.copytree(root, copy, dirs_exist_ok=True)
    assert Archive(copy).verify() == ()


def test_an_empty_folder_becomes_one(root: Path) -> None:
    root.mkdir()
    assert refused(root, create=False) == f"{root}: there is no archive here; check the path"
    opened = Archive(root)
    opened.deposit(captured(FIRST))
    assert opened.verify() == ()
    before = tree(root)
    assert Archive(root).blogs() == (STORM,)  # opened again, and not made again
    assert tree(root) == before


@pytest.mark.parametrize("left", [["0=ocfl_1.1"], ["0=ocfl_1.1", "README.txt", "checksums.sha512"], ["README.txt"]])
def test_one_whose_making_was_broken_off_is_made(root: Path, left: list[str]) -> None:
    root.mkdir()
    for name in left:
        (root / name).write_bytes(b"")
    (root / "extensions").mkdir()
    assert refused(root, create=False) == f"{root}: there is no archive here; check the path"
    opened = Archive(root)
    opened.deposit(captured(FIRST))
    assert opened.verify() == ()


def test_a_folder_of_other_things_is_refused(root: Path) -> None:
    root.mkdir()
    (root / "holiday.jpg").write_bytes(b"")
    message = f"{root}: not an archive of live blogs, and not empty; name an archive, or a new folder"
    assert refused(root) == refused(root, create=False) == message
    (root / "0=ocfl_1.1").write_bytes(b"ocfl_1.1\n")  # somebody else's storage root
    assert refused(root) == message
    (root / "ocfl_layout.json").write_bytes(b'{"extension": "0004-hashed-n-tuple-storage-layout"}')
    assert refused(root) == message


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ArchiveError) as raised:
        Archive(tmp_path / "file")
    assert str(raised.value) == f"{tmp_path / 'file'}: cannot be read: Not a directory; give the folder of an archive"


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_a_newer_format_is_refused(archive: Archive, root: Path, version: str) -> None:
    (root / "0=ocfl_1.1").rename(root / f"0=ocfl_{version}")
    assert refused(root) == (
        f"{root}: declared as ocfl_{version}, and this version of the library reads ocfl_1.1; "
        "open it with a newer version"
    )


def test_a_broken_declaration_is_for_verify_to_tell(archive: Archive, root: Path) -> None:
    for harm in (lambda path: path.write_bytes(b"ocfl"), lambda path: path.write_bytes(b""), Path.unlink):
        harm(root / "0=ocfl_1.1")
        damages = Archive(root, create=False).verify()
        assert [damage.path for damage in damages] == ["0=ocfl_1.1"]


def test_what_a_killed_deposit_left_is_put_in_order_when_opened(archive: Archive, root: Path) -> None:
    before = tree(root)
    (root / STAGING / "0").mkdir(parents=True)
    assert [damage.path for damage in archive.verify()] == [STAGING]
    assert Archive(root).verify() == ()
    assert tree(root) == before


BROKEN_OFF = f"{STAGING}: a deposit was broken off; open the archive where it can be written"


def read_only(*_: object, **__: object) -> Never:
    raise OSError(errno.EROFS, "Read-only file system")


def make_read_only(patch: pytest.MonkeyPatch) -> None:
    for name in ("replace", "unlink"):
        patch.setattr(os, name, read_only)


@pytest.mark.parametrize("name", ["half", "moves.json"])
def test_it_can_be_read_where_it_cannot_be_put_in_order(
    archive: Archive, root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (root / STAGING / "0").mkdir(parents=True)
    (root / STAGING / name).write_bytes(b"")
    make_read_only(monkeypatch)
    opened = Archive(root)
    assert len(opened.versions(STORM)) == 3
    assert [str(damage) for damage in opened.verify()] == [BROKEN_OFF]


def break_off(archive: Archive, blog: LiveBlog, moves: int) -> None:
    """Begin a deposit whose process ends after so many moves out of the staging folder."""
    with pytest.MonkeyPatch.context() as patch:
        real, left = os.replace, [None] * (moves + 1)  # the first one is that of the journal

        def replace(source: Path, target: Path) -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop()
            real(source, target)

        patch.setattr(os, "replace", replace)
        patch.setattr(os, "unlink", read_only)  # nor is the staging folder removed when all is moved
        with pytest.raises((KeyboardInterrupt, ArchiveError)):
            archive.deposit(blog)


@pytest.mark.parametrize(("name", "before", "steps"), [(STORM, 3, 4), ("tag:news.example,2026:new", 0, 2)])
def test_a_deposit_that_was_broken_off_while_it_was_moved_is_read_as_a_whole_where_nothing_can_be_written(
    tmp_path: Path, name: str, before: int, steps: int
) -> None:
    for moves in range(steps + 1):
        root = tmp_path / str(moves)
        break_off(make(root), captured(FIRST + "6:00 p.m.: The ferry is afloat.\n", name), moves)
        with pytest.MonkeyPatch.context() as patch:
            make_read_only(patch)
            opened = Archive(root)
            assert len(opened.versions(name)) == before + 1
            assert opened.blog(opened.latest(name)).entries[-1].text == "The ferry is afloat."
            assert [str(damage) for damage in opened.verify()] == [BROKEN_OFF]
        assert Archive(root).verify() == ()
        assert opened.verify() == ()
        assert opened.deposit(captured(FIRST + "7:00 p.m.: All is well.\n", name)).number == before + 2
        assert len(opened.versions(name)) == before + 2


# Reading


def test_every_version_is_what_was_deposited(archive: Archive) -> None:
    for version, text in zip(archive.versions(STORM), (FIRST, SECOND, THIRD), strict=True):
        blog = archive.blog(version)
        assert [entry.text for entry in blog.entries] == [entry.text for entry in captured(text).entries]
        assert archive.source(version) == text.encode()


@pytest.mark.parametrize("format_", ["jsonld", "xml", "ical", "pdf"])
def test_every_version_is_exported_in_every_format(archive: Archive, format_: str) -> None:
    version = archive.versions(STORM)[1]
    told = {"history": archive.history(version)} if format_ in {"ical", "jsonld"} else {}
    here: list[Note] = []
    there: list[Note] = []
    data = lba.export(archive.blog(version), format_, notify=there.append, **told)
    assert archive.export(version, format_, notify=here.append) == data
    assert here == there
    assert b"".join(archive.stream(version, format_)) == data


def test_where_there_is_one_blog_its_id_may_be_left_out(empty: Archive) -> None:
    empty.deposit(captured(OTHER, FAIR), OTHER.encode())
    assert empty.versions() == empty.versions(FAIR)
    assert empty.ledger().blog_id == FAIR


def test_an_archive_without_any_blog_says_so(root: Path) -> None:
    make_empty(Storage(root))
    with pytest.raises(ArchiveError) as raised:
        Archive(root).versions()
    assert str(raised.value) == f"{root}: it holds no blogs; deposit one first"


@pytest.mark.parametrize(("name", "message"), [
    (None, "{root}: it holds 2 blogs; give the id of the one that is meant: blog_id="),
    ("tag:a.example,2026:gone", "tag:a.example,2026:gone: the archive has no blog with this id; list its blogs"),
    ("", "the archive has no blog with this id; list its blogs"),
])  # fmt: skip
def test_a_blog_that_is_not_there_is_one_clear_line(archive: Archive, root: Path, name: str, message: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        archive.versions(name)
    assert str(raised.value) == message.format(root=root)


# Resolving


def test_a_quote_is_followed_to_what_became_of_it(archive: Archive) -> None:
    first = archive.blog(archive.versions(STORM)[0])
    quote = make_quote(first, "a crew of six")
    found = archive.resolve(quote)
    assert found.status == "altered"
    assert [(piece.kind, piece.text) for piece in found.difference if piece.kind != "same"] == [
        ("removed", "six"), ("added", "seven"),
    ]  # fmt: skip
    assert archive.resolve(from_annotation(to_annotation(quote))) == found


def test_an_entry_is_resolved_in_the_version_that_is_given(archive: Archive) -> None:
    first, last = (archive.blog(archive.versions(STORM)[number]).entries[1] for number in (0, 2))
    assert first.id == last.id
    assert archive.resolve(first) == archive.resolve(version_id(first).hex)
    assert (archive.resolve(first).status, archive.resolve(last).status) == ("altered", "verified")
    assert archive.resolve(first.id).status == "present"
    other = archive.resolve(evolve(first, summary="Another"))
    versions = ", ".join(f"v{number} {version_id(one).short}" for number, one in ((1, first), (2, last)))
    reason = f"the entry is here, but no capture shows it in this version; its versions are {versions}"
    assert (other.status, other.reason, other.entry) == ("unknown", reason, first.id)
    with pytest.raises(ArchiveError) as raised:
        archive.resolve(first.named(""))
    assert str(raised.value) == "an entry without an id; take it from a blog of the archive"


@pytest.mark.parametrize(
    ("cited", "called"),
    [
        (None, "None"),
        (3, "a value of the type int"),
        (b"k5dbccct127n", "a value of the type bytes"),
        (lba.LiveBlog(), "a value of the type LiveBlog"),
    ],
)
def test_what_nobody_can_cite_is_called_what_it_is(archive: Archive, cited: object, called: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        archive.resolve(cited)  # type: ignore[arg-type]
    assert str(raised.value) == (
        f"{called} where a quote, an entry or an id is expected; take it from an export, or from quote()"
    )


@pytest.mark.parametrize("method", ["blog", "capture", "history", "source", "title", "export"])
def test_what_is_no_version_of_the_archive_is_called_what_it_is(archive: Archive, method: str) -> None:
    def asked(version: object) -> str:
        with pytest.raises(ArchiveError) as raised:
            getattr(archive, method)(version, *["jsonld"] * (method == "export"))
        return str(raised.value)

    expected = "a value of the type str where a version is expected; take it from versions() or latest()"
    assert asked("v1") == expected
    latest = archive.latest(STORM)
    for number in (0, latest.number + 1):  # of a copy to which more was added, for instance
        message = f"{STORM}: there is no version {number} of it here; list its versions"
        assert asked(evolve(latest, number=number)) == message


def test_what_is_no_id_of_a_blog_and_no_quote_is_called_what_it_is(archive: Archive) -> None:
    with pytest.raises(ArchiveError) as raised:
        archive.gone(archive.latest(STORM))  # type: ignore[arg-type]
    assert str(raised.value) == "a value of the type Version where the id of a blog is expected; take it from blogs()"
    with pytest.raises(ArchiveError) as raised:
        archive.earlier("the ferry")  # type: ignore[arg-type]
    assert str(raised.value) == "a value of the type str where a quote is expected; make one with quote()"


@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "bibtex", "ris", "csl-json"])
def test_a_whole_citation_is_resolved(archive: Archive, style: str) -> None:
    blog = archive.blog(archive.versions(STORM)[0])
    entry = blog.entries[1]
    expected = archive.resolve(version_id(entry).hex)
    assert archive.resolve(lba.cite(blog, entry, style=style)) == expected


@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "bibtex", "ris", "csl-json"])
def test_a_whole_citation_of_a_blog_is_resolved(archive: Archive, style: str) -> None:
    version = archive.versions(STORM)[0]
    cited = lba.cite(archive.blog(version), style=style)
    assert archive.resolve(cited) == archive.resolve(str(version.snapshot))


@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "bibtex", "ris", "csl-json"])
def test_the_words_that_are_cited_may_look_like_ids(empty: Archive, style: str) -> None:
    foreign = f"tag:other.example,2026:x#{captured(FIRST).entries[0].id[-12:]}"
    words = f"it is “the version 111111111111” of \\ {foreign} for now"
    lines = FIRST.replace("The wind is rising", f"The firm says that {words}").replace("Statement", words)
    text = f"Snapshot 000000000000 of {foreign}\n\n{lines}"
    empty.deposit(evolve(captured(text), title=f"Version 222222222222 of {foreign}"), text.encode())
    blog = empty.blog(empty.latest())
    for cited, entry in (
        (blog.entries[0], blog.entries[0]),
        (lba.quote(blog, f"says that {words}"), blog.entries[2]),
    ):
        assert foreign in lba.cite(blog, cited, style=style).replace("\\#", "#")
        found = empty.resolve(lba.cite(blog, cited, style=style))
        assert (found.status, found.entry, found.version) == ("verified", entry.id, version_id(entry))


OWN = "https://site.example/blogs/storm/#k4dj6pq5cxxw"  # a page of a site, whose fragment passes for an entry id


@pytest.mark.parametrize("url", [OWN, "https://news.example/live?version=abcdefabcdef"])
@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "bibtex", "ris", "csl-json"])
def test_an_address_that_looks_like_an_id_or_a_version_is_none(empty: Archive, style: str, url: str) -> None:
    entry = Entry(body=[Paragraph("The river is closed.")], url=url)
    empty.deposit(LiveBlog(id="tag:example.org,2024:s", title="T", url=url, entries=[entry]))
    blog = empty.blog(empty.versions()[0])
    for cited in (lba.cite(blog, blog.entries[0], style=style), lba.cite(blog, style=style)):
        assert empty.resolve(cited).status == "verified"
        isolated = cited.replace("T", "\u2067T\u2069").replace("tag:", "\u2068tag:")
        assert empty.resolve(isolated).status == "verified"


def test_of_an_id_and_the_address_behind_it_the_one_that_is_known_is_meant(empty: Archive) -> None:
    blog_id = "https://site.example/blogs/storm/"
    empty.deposit(LiveBlog(id=blog_id, entries=[Entry(body=[Paragraph("The river is closed.")])]))
    entry = empty.blog(empty.versions()[0]).entries[0].id
    assert empty.resolve(f"As of tag:other.example,2024:x#k4dj6pq5cxxw, {entry}.").entry == entry
    assert empty.resolve(f"“tag:other.example,2024:x#k4dj6pq5cxxw,” a title, {entry}.").entry == entry
    with pytest.raises(ArchiveError, match="has no blog with this id"):
        empty.resolve("tag:other.example,2024:x#k4dj6pq5cxxw, https://other.example/#k4dj6pq5cxxw.")


def test_a_citation_with_a_mistyped_id_is_that_of_its_version(archive: Archive) -> None:
    blog = archive.blog(archive.versions(STORM)[0])
    cited = lba.cite(blog, blog.entries[1])
    wrong = cited.replace(f"#{blog.entries[1].id[-12:]}", f"#0{blog.entries[1].id[-11:]}")
    assert wrong != cited
    assert archive.resolve(wrong) == archive.resolve(cited)


def test_the_stop_behind_an_id_is_no_part_of_it(archive: Archive) -> None:
    entry = archive.blog(archive.versions(STORM)[0]).entries[1]
    for name in (entry.id, entry.id[-12:], version_id(entry).short, version_id(entry).hex, str(version_id(entry))):
        assert archive.resolve(f" {name}.\n") == archive.resolve(name)
    assert archive.resolve(f"#{entry.id[-12:]}") == archive.resolve(entry.id)


def test_every_kind_of_id_is_resolved(archive: Archive) -> None:
    version = archive.versions(STORM)[0]
    blog = archive.blog(version)
    entry = blog.entries[0]
    for name in (entry.id, entry.id[-12:], str(version_id(entry)), version_id(entry).hex, version_id(entry).short):
        assert (archive.resolve(name).status, archive.resolve(name).entry) == ("verified", entry.id)
    for name in (STORM, str(version.snapshot), snapshot_id(blog).short):
        assert archive.resolve(name).status in ("verified", "altered"), name
    assert archive.resolve(blog.entries[3].id).status == "deleted"


def test_an_id_that_nothing_has_is_one_clear_line(archive: Archive) -> None:
    for name, message in (
        ("000000000000", "000000000000: nothing in this archive has this id; look for a mistyped character"),
        (
            "tag:news.example,2026:gone#z9z67x7bww3q",
            "tag:news.example,2026:gone: the archive has no blog with this id",
        ),
        ("", "nothing in this archive has this id; "),
    ):
        with pytest.raises(ArchiveError) as raised:
            archive.resolve(name)
        assert str(raised.value).startswith(message)
    assert archive.resolve(f"{STORM}#z9z67x7bww3q").status == "unknown"


def test_a_short_id_that_two_blogs_have_is_one_clear_line(empty: Archive) -> None:
    for name in ("tag:a.example,2026:x", "tag:b.example,2026:x"):
        entry = Entry(id=f"{name}#{captured(FIRST).entries[0].id[-12:]}", body=[Paragraph("Good morning.")])
        empty.deposit(LiveBlog(id=name, entries=[entry]))
    with pytest.raises(ArchiveError) as raised:
        empty.resolve(captured(FIRST).entries[0].id[-12:])
    assert "it may be of tag:a.example,2026:x and tag:b.example,2026:x; give the id in full" in str(raised.value)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("data", [b"{}", None])
def test_a_damage_above_the_entries_of_a_capture_is_told(
    archive: Archive, root: Path, number: int, data: bytes | None
) -> None:
    """It is found where the capture that is cited is compared with the last."""
    snapshots = [str(version.snapshot) for version in archive.versions(STORM)]
    path = root / object_path(STORM) / f"v{number}" / "content" / "blog.json"
    path.unlink() if data is None else path.write_bytes(data)
    found = archive.resolve(snapshots[0])
    told = f"what stands above the entries of capture {number} is missing or damaged"
    assert (found.status, found.reason, found.since) == ("tampered", told, 1)
    assert archive.resolve(snapshots[2]).status == "verified"


def test_a_version_that_was_tampered_with_is_said_to_be(archive: Archive, root: Path) -> None:
    entry = archive.blog(archive.versions(STORM)[0]).entries[1]
    path = next(root.rglob(f"{version_id(entry).hex}.json"))
    path.write_bytes(path.read_bytes().replace(b"six", b"ten"))
    assert archive.resolve(version_id(entry).hex).status == "tampered"
    path.write_bytes(b"{")
    assert archive.resolve(version_id(entry).hex).status == "tampered"


def test_words_are_quoted_from_the_latest_version_that_has_them(archive: Archive) -> None:
    assert archive.resolve(archive.quote("a crew of seven", STORM)).status == "verified"
    assert archive.resolve(archive.quote("a crew of six", STORM)).status == "altered"
    assert archive.resolve(archive.quote("stopped until the morning", STORM)).status == "deleted"
    with pytest.raises(CitationError, match="is not there"):
        archive.quote("no such words at all", STORM)


def test_the_nearest_to_words_that_stand_nowhere_is_told_of_all_versions(archive: Archive) -> None:
    first, last = (archive.blog(archive.versions(STORM)[at]).entries for at in (0, -1))
    with pytest.raises(CitationError) as raised:
        archive.quote("harbour with a crew of six men", STORM)
    assert str(raised.value) == (
        f"{STORM}: “harbour with a crew of six men” is not there; the nearest is “the harbour with a crew of six.” "
        f"in paragraph 1 of {first[1].id[-12:]}, in version 1, deposited 2026-05-07T09:00:00+00:00: "
        "{+the +}harbour with a crew of six[- men-]"
    )
    with pytest.raises(CitationError) as raised:  # an entry that is gone, and one that is not
        archive.quote("trains were stopped until the morning", STORM, entry=first[3].id[-12:])
    assert "in version 2, deposited 2026-05-07T09:01:00+00:00: [-trains were-]{+coast are+} s" in str(raised.value)
    with pytest.raises(CitationError) as raised:
        archive.quote("a crew of six", STORM, entry=last[0].id)
    assert str(raised.value) == (
        f"{last[0].id}: “a crew of six” is not there; it stands in paragraph 1 of {first[1].id[-12:]}, in version 1, "
        "deposited 2026-05-07T09:00:00+00:00"
    )
    with pytest.raises(CitationError, match="“lifeboat” is not there; elsewhere it stands in 2 places: paragraph 1"):
        archive.quote("lifeboat", STORM, entry=last[0].id)
    with pytest.raises(CitationError) as raised:
        archive.quote("the second lifeboat waits for a pilot", STORM)
    assert f"of {last[2].id[-12:]}, in version 3, " in str(raised.value)


def test_an_entry_that_is_mistyped_is_told_with_the_nearest(archive: Archive) -> None:
    local = archive.blog(archive.versions(STORM)[0]).entries[1].id[-12:]
    with pytest.raises(CitationError) as raised:
        archive.quote("a crew of six", STORM, entry=local.upper())
    assert str(raised.value) == f"{local.upper()}: no entry with this id; the nearest is {local}"


def test_no_time_is_told_of_a_version_that_has_none(root: Path) -> None:
    untimed = Archive(root)
    untimed.deposit(captured(FIRST))
    with pytest.raises(CitationError, match=r"in version 1: \{") as raised:
        untimed.quote("harbour with a crew of six men")
    assert "deposited" not in str(raised.value)
    with pytest.raises(CitationError, match="quote the words as the entry has them"):
        untimed.quote("no such words at all")
    with pytest.raises(CitationError) as raised:
        untimed.quote("a crew of six", entry="z9z67x7bww3q")
    assert str(raised.value) == (
        "z9z67x7bww3q: no entry with this id; take it from an export, or the last 12 characters of it"
    )


def test_what_is_wrong_with_words_in_an_older_version_is_told_with_it(empty: Archive) -> None:
    for text in ("14:05: It killed 120.", "14:05: It killed nobody."):
        empty.deposit(lba.parse(f"March 4, 2026\n{text}", timezone="UTC", id=STORM))
    with pytest.raises(CitationError, match=r"longer words: “killed 120” in paragraph 1 of .*, in version 1; quote"):
        empty.quote("killed 12")
    with pytest.raises(CitationError, match="“killed nobody” is not in paragraph 3; it stands in paragraph 1 of "):
        empty.quote("killed nobody", paragraph=3)


def test_each_version_is_read_once_to_look_for_words(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []
    said = StoredBlog.said
    monkeypatch.setattr(StoredBlog, "said", lambda self, *which: loaded.append(which) or said(self, *which))
    with pytest.raises(CitationError):
        archive.quote("no such words at all", STORM)
    assert len(loaded) == len({*loaded}) == 6


def test_words_that_the_page_marks_as_deleted_do_not_stand(empty: Archive) -> None:
    blog = lba.parse("March 4, 2026\n14:05: The ferry is afloat.", timezone="UTC", id=STORM)
    (entry,) = blog.entries
    empty.deposit(evolve(blog, capture=None))
    empty.deposit(evolve(blog, entries=(evolve(entry, status="deleted"),), capture=None))
    for cited in (empty.quote("ferry is afloat"), lba.quote(blog, "ferry is afloat"), entry.id):
        found = empty.resolve(cited)
        assert found.status == "deleted"
        assert found.reason.startswith("still listed, marked as deleted")


def test_words_that_stand_often_are_quoted_from_the_place_that_is_told(empty: Archive) -> None:
    empty.deposit(
        lba.parse("March 4, 2026\n14:05: Rain on rain.\nMore rain.\n14:20: Rain.", timezone="UTC", id=STORM)
    )
    entry = empty.blog(empty.versions()[0]).entries[0]
    with pytest.raises(CitationError, match="stands in 2 places"):
        empty.quote("rain", STORM, entry=entry.id)
    assert empty.quote("rain", STORM, entry=entry.id[-12:], paragraph=2).paragraph == 2
    made = empty.quote("Rain", entry=entry.id, paragraph=1)
    assert (made.exact, made.start) == ("Rain", 0)
    made = empty.quote("rain", entry=entry.id, occurrence=2)
    assert (made.paragraph, made.start) == (2, 5)
    assert empty.quote("rain", entry=entry, occurrence=2) == made
    with pytest.raises(ArchiveError) as raised:
        empty.quote("rain", entry=entry.named(""), occurrence=2)
    assert str(raised.value) == "an entry without an id; take it from a blog of the archive"
    with pytest.raises(ArchiveError) as raised:
        empty.quote("rain", entry=3)  # type: ignore[arg-type]
    assert str(raised.value) == (
        "a value of the type int where an entry or its id is expected; take it from a blog of the archive"
    )


def test_words_that_are_a_part_of_longer_ones_are_not_quoted(empty: Archive) -> None:
    for text in ("14:05: It killed 12.", "14:05: It killed 120."):
        blog = lba.parse(f"March 4, 2026\n{text}", timezone="UTC", id=STORM)
        empty.deposit(blog)
    assert empty.resolve(empty.quote("It killed 12")).status == "altered"
    assert empty.resolve(empty.quote("It killed 120")).status == "verified"
    with pytest.raises(CitationError) as raised:
        empty.quote("killed 1")
    name = empty.blog(empty.versions()[1]).entries[0].id[-12:]
    assert str(raised.value) == (
        f"“killed 1”: stands there only within longer words: “killed 120” in paragraph 1 of {name}; quote whole words"
    )


def test_words_that_stand_in_several_places_now_are_not_taken_from_an_older_version(empty: Archive) -> None:
    one = "March 4, 2026\n14:05: The ferry is afloat.\n"
    for text in (one, one + "14:20: The ferry is afloat, the agency says.\n"):
        empty.deposit(lba.parse(text, timezone="UTC", id=STORM))
    with pytest.raises(CitationError, match="“ferry is afloat”: stands in 2 places: paragraph 1 of "):
        empty.quote("ferry is afloat")
    assert empty.resolve(empty.quote("ferry is afloat", occurrence=1)).status == "verified"


def test_words_above_the_entries_have_no_identifier(empty: Archive) -> None:
    entries = "March 4, 2026\n14:05: The ferry is afloat.\n"
    for first in ("No state agrees.", "Every state agrees."):
        empty.deposit(lba.parse(f"{first}\n\n{entries}", timezone="UTC", id=STORM, title="Storm Live"))
    for words, place in (
        ("every state", "in version 2 it stands in the introduction"),
        ("No state", "in version 1 it stands in the introduction"),
        ("storm live", "in version 2 it stands in the title"),
    ):
        with pytest.raises(CitationError) as raised:
            empty.quote(words)
        assert str(raised.value) == f"“{words}”: {place}, which has no identifier; cite the blog"
    with pytest.raises(CitationError, match="“Every state” is not there"):
        empty.quote("Every state", entry=empty.blog(empty.versions()[0]).entries[0].id)


def test_an_entry_that_was_merged_and_is_divided_again_has_its_id_again(empty: Archive) -> None:
    one = "The ferry is afloat again after eight long hours on the sand bank."
    two = "She is in port with everybody on board, the harbour master told us."
    rest = "14:50: A spokesman denied that any warning was ignored by the crew.\n"
    apart = f"14:05: {one}\n14:20: {two}\n{rest}"
    captures = (
        apart,
        f"14:05: {one} {two}\n{rest}",
        f"14:05: {one} {two} It rains.\n{rest}",
        apart,
        f"{apart}15:00: End.\n",
    )
    for text in captures:
        empty.deposit(evolve(lba.parse(f"March 4, 2026\n{text}", timezone="UTC", id=STORM), capture=None))
    first, joined, edited, again, last = (empty.blog(version).entries for version in empty.versions())
    assert [entry.id for entry in edited] == [entry.id for entry in joined]
    assert [entry.id for entry in again] == [entry.id for entry in last[:3]] == [entry.id for entry in first]
    kinds = [[link.kind for link in empty.capture(version).links] for version in empty.versions()]
    assert (kinds[1][0], kinds[2][0], sorted(kinds[3])) == ("merged", "edited", ["edited", "reinserted", "same"])
    for entry, words in zip(first, ("eight long hours", "everybody on board"), strict=False):
        for cited in (entry, lba.quote(evolve(empty.blog(empty.versions()[0])), words)):
            assert (empty.resolve(cited).status, empty.resolve(cited).also) == ("verified", ())
    assert empty.verify() == ()


def test_what_was_deleted_is_gone_since_it_left_last(empty: Archive) -> None:
    lines = [f"14:0{number}: Entry of the number {number}, with words.\n" for number in range(3)]
    above = "March 4, 2026\n13:50: What comes before all, and stays.\n"
    for text in ("".join(lines), lines[2], lines[0] + lines[2], lines[2]):
        empty.deposit(evolve(lba.parse(above + text, timezone="UTC", id=STORM), capture=None))
    assert [entry.text[20] for entry in empty.gone()] == ["1", "0"]


def test_a_feed_that_counts_its_items_anew_keeps_each_id_with_its_story(empty: Archive) -> None:
    texts = ["The ferry is afloat again after hours.", "Schools stay closed all day.", "Nobody was hurt, police say."]
    for told in (texts[:2], [texts[2], *texts[:2]]):
        items = "".join(
            f"<item><guid isPermaLink='false'>{number}</guid><description>{text}</description>"
            f"<pubDate>Tue, 03 Mar 2026 1{9 - number}:00 GMT</pubDate></item>"
            for number, text in enumerate(told, 1)
        )
        feed = f"<rss version='2.0'><channel><title>Live</title>{items}</channel></rss>"
        empty.deposit(lba.parse(feed, timezone="UTC", id=STORM))
    before, after = (empty.blog(version).entries for version in empty.versions())
    assert [entry.native_id for entry in after] == ["1", "2", "3"]
    assert [entry.id for entry in after[1:]] == [entry.id for entry in before]


# Damage in what is read


HARMS = [
    ("inventory.json", b"{}", "not the inventory that checksums.sha512 has the digest of"),
    ("inventory.json.sha512", b"", "not the digest of the inventory"),
    ("v3/content/snapshot.json", b"{}", "its digest is not the one of the inventory"),
    ("v3/content/blog.json", b"{}", "its digest is not the one of the inventory"),
    ("v1/content/ledger/000001.jsonl", b"{}\n", "its digest is not the one of the inventory"),
]


@pytest.mark.parametrize(("name", "content", "what"), HARMS)
def test_damage_is_found_when_it_is_read_or_added_to(
    archive: Archive, root: Path, name: str, content: bytes, what: str
) -> None:
    (root / OBJECT / name).write_bytes(content)
    before = tree(root)
    text = THIRD + "6:00 p.m.: The ferry is afloat.\n"
    for act in (
        lambda: archive.blog(archive.versions(STORM)[2]),
        lambda: archive.deposit(captured(text), text.encode()),
    ):
        with pytest.raises(ArchiveError) as raised:
            act()
        assert str(raised.value) == (f"{OBJECT}/{name}: {what}; verify the archive, and restore it from a sound copy")
    assert tree(root) == before
    assert archive.blog(archive.versions(FAIR)[0]).entries


def test_a_half_copied_object_is_one_clear_line(archive: Archive, root: Path) -> None:
    (root / OBJECT / "inventory.json").unlink()
    with pytest.raises(ArchiveError) as raised:
        archive.deposit(captured(FIRST), FIRST.encode())
    assert str(raised.value) == f"{OBJECT}/inventory.json: it is missing; restore it from a sound copy"


def test_a_deleted_entry_that_is_lost_stops_a_deposit(archive: Archive, root: Path) -> None:
    """Or it could come back under a new id."""
    gone = archive.blog(archive.versions(STORM)[1]).entries[3]
    next(root.rglob(f"{version_id(gone).hex}.json")).unlink()
    text = THIRD + "6:00 p.m.: The ferry is afloat.\n"
    with pytest.raises(ArchiveError) as raised:
        archive.deposit(captured(text), text.encode())
    assert str(raised.value).startswith(f"{OBJECT}/entries/{gone.id[-12:]}/{version_id(gone).hex}.json: missing or ")


def test_while_another_adds_nothing_is_added_or_verified(archive: Archive, root: Path) -> None:
    with Storage(root).locked(DECLARATION):
        for act in (lambda: archive.deposit(captured(OTHER)), archive.verify):
            with pytest.raises(ArchiveError, match="another process is adding to it or verifying it; wait"):
                act()
        assert len(archive.versions(STORM)) == 3
