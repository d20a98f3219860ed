"""What is cited in words: by whole citations that name them, and in versions before the latest that has them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive.archive import Archive
from liveblog_archive.errors import ArchiveError, ModelError
from liveblog_archive.identity import version_id
from liveblog_archive.identity.outcomes import Resolution
from liveblog_archive.model import Entry, LiveBlog, Paragraph

from .captures import clock

BLOG = "tag:news.example,2026-05-01:toll"
STYLES = ["apa", "chicago", "mla", "bibtex", "ris", "csl-json"]
WORDS = '"work with bare hands," says the _mayor_ § 5 & more'
FIRST = f"""\
9:00 a.m.: The toll is 12.
The crews {WORDS}.
It rains, and it rains. It is cold.
"""


def kept(folder: Path, *texts: str) -> tuple[Archive, LiveBlog]:
    """Return an archive of captures, and the first of them."""
    archive = Archive(folder, clock=clock())
    for text in texts:
        blog = lba.parse(text, date=date(2026, 5, 1), timezone="UTC", language="en", title="The toll", id=BLOG)
        archive.deposit(blog, text.encode())
    return archive, archive.blog(archive.versions()[0])


def told(found: Resolution) -> tuple[object, ...]:
    return found.status, found.reason, found.entry, found.version, found.now, found.current, found.difference


def test_a_title_that_was_edited_alone_is_told_of_every_capture_that_an_id_may_mean(empty: Archive) -> None:
    entries = [Entry(body=[Paragraph("The toll is 12.")])]
    blogs = [LiveBlog(id=BLOG, title=title, entries=entries) for title in ("It rises", "It falls", "It rises")]
    one, two, three = [
        empty.deposit(blog, created=datetime(2026, 5, day, tzinfo=UTC)) for day, blog in enumerate(blogs, 1)
    ]
    told = {"every entry is as it was cited; edited above the entries since: title"}
    for cited in (lba.cite(empty.blog(two)), str(two.snapshot), one.snapshot.short):
        found = empty.resolve(cited)
        assert (found.status, {found.reason}, found.since) == ("altered", told, 2)
    assert (empty.resolve(str(three.snapshot)).status, empty.resolve(str(three.snapshot)).since) == ("verified", 3)
    assert empty.resolve(BLOG).status == "verified"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("words", [WORDS, "It is cold"])
def test_words_stand_though_another_paragraph_was_changed(root: Path, style: str, words: str) -> None:
    archive, first = kept(root, FIRST, FIRST.replace("12", "14"))
    quote = lba.quote(first, words)
    found = archive.resolve(lba.cite(first, quote, style=style))
    assert found.status == "verified-in-later-version"
    assert told(found) == told(archive.resolve(quote))
    assert archive.resolve(first.entries[0]).status == "altered"


def test_a_citation_whose_title_reads_like_a_paragraph_is_still_read_where_the_facts_are_damaged(root: Path) -> None:
    archive = Archive(root)
    blog = archive.blog(
        archive.deposit(LiveBlog(id=BLOG, title="Toll, par. 1", entries=[Entry(body=[Paragraph("12")])]))
    )
    cited = lba.cite(blog, blog.entries[0], style="mla")
    assert archive.resolve(cited).quote is None
    for path in root.rglob("blog.json"):
        path.unlink()
    found = archive.resolve(cited).quote
    assert found is not None
    assert found.paragraph == 1


@pytest.mark.parametrize("text", ["\ud800", "a \udc80 b"])
def test_half_a_character_names_nothing(root: Path, text: str) -> None:
    archive, first = kept(root, FIRST)
    with pytest.raises(ArchiveError, match="nothing in this archive has this id"):
        archive.resolve(text)
    cited = lba.cite(first, lba.quote(first, "bare hands"), style="csl-json").replace("bare", r"\ud800")
    with pytest.raises(ModelError, match=r"Quote.exact: lone surrogate U\+D800 at character 0"):
        archive.resolve(cited)


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
@pytest.mark.parametrize("words", ["", "  "])
def test_no_words_are_all_of_the_paragraph(root: Path, style: str, words: str) -> None:
    archive, first = kept(root, FIRST, FIRST.replace("bare hands", "tools"))
    cited = lba.cite(first, lba.quote(first, "The crews"), style=style).replace("The crews", words)
    assert archive.resolve(cited).status == "altered"


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_a_record_tells_what_became_of_its_very_words(root: Path, style: str) -> None:
    archive, first = kept(root, FIRST, FIRST.replace("bare hands", "tools"))
    quote = lba.quote(first, WORDS)
    found = archive.resolve(lba.cite(first, quote, style=style))
    assert found.status == "altered"
    assert told(found) == told(archive.resolve(quote))


@pytest.mark.parametrize("style", STYLES)
def test_a_paragraph_is_the_quote_of_all_of_it(root: Path, style: str) -> None:
    archive, first = kept(root, FIRST, FIRST.replace("12", "14"))
    cited = [lba.cite(first, first.entries[0], style=style, paragraph=number) for number in (1, 2)]
    assert [archive.resolve(one).status for one in cited] == ["altered", "verified-in-later-version"]
    wrapped = cited[1].replace(", par. 2, ", ",\npar. 2,\n").replace(", para. 2]", ",\npara. 2]")
    assert archive.resolve(wrapped).status == "verified-in-later-version"


MANGLED = {
    "an id that was broken at its hyphen": lambda text: text.replace("2026-05-", "2026-05-\n"),
    "an id that was broken before its entry": lambda text: text.replace("#", "#\r\n", 1),
    "an address that was broken": lambda text: text.replace("live-", "live-\n"),
    "a version that was broken": lambda text: re.sub("(ersion .{6})", r"\1\n", text),
    "soft hyphens": lambda text: re.sub("(2026-|ersion .{4})", "\\1\u00ad", text),
    "invisible blanks": lambda text: text.replace("/", "/\u200b").replace("#", "\u2060#"),
    "hyphens of other kinds": lambda text: text.replace("-01", "\u201101").replace("2026-", "2026\u2010"),
    "straight marks and wide blanks": lambda text: re.sub("[“”]", '"', text).replace(" ", "\u00a0"),
    "pointed brackets": lambda text: text.replace("tag:", "<tag:").replace(", https", ">, https"),
    "words behind it": lambda text: f"7 {text} Accessed May 3, 2029.",
}


@pytest.mark.parametrize("mangled", MANGLED.values(), ids=MANGLED)
@pytest.mark.parametrize("style", ["apa", "chicago", "mla"])
def test_a_citation_is_read_as_programs_leave_it(root: Path, style: str, mangled: Callable[[str], str]) -> None:
    archive = Archive(root, clock=clock())
    for number in (12, 14):
        body = [Paragraph(f"The toll is {number}."), Paragraph("It rains.")]
        entry = Entry(headline="Toll “rises”", body=body, native_id="1", time=None)
        archive.deposit(LiveBlog(id=BLOG, title="The toll", url="https://news.example/live-toll", entries=[entry]))
    first = archive.blog(archive.versions()[0])
    for paragraph, status in ((1, "altered"), (2, "verified-in-later-version"), (None, "altered")):
        cited = lba.cite(first, first.entries[0], style=style, paragraph=paragraph)
        assert mangled(cited) != cited
        assert archive.resolve(mangled(cited)) == archive.resolve(cited)
        assert archive.resolve(cited).status == status


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_the_mark_at_the_beginning_of_a_file_is_no_part_of_a_record(root: Path, style: str) -> None:
    archive, first = kept(root, FIRST, FIRST.replace("12", "14"))
    cited = lba.cite(first, lba.quote(first, "It is cold"), style=style)
    assert archive.resolve(f"\ufeff{cited}") == archive.resolve(cited)


@pytest.mark.parametrize("style", STYLES)
def test_of_several_citations_the_last_is_meant_with_its_own_paragraph(root: Path, style: str) -> None:
    archive, first = kept(root, FIRST, FIRST.replace("12", "14"))
    entry = first.entries[0]
    passage, whole = lba.cite(first, lba.quote(first, "bare hands"), style=style), lba.cite(first, entry, style=style)
    assert archive.resolve(f"{passage}\n{whole}").status == "altered"
    assert archive.resolve(f"{whole}\n{passage}").status == "verified-in-later-version"


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_of_words_that_stand_several_times_all_their_paragraph_counts(root: Path, style: str) -> None:
    archive, first = kept(root, FIRST, FIRST.replace("cold", "hot"))
    quote = lba.quote(first, "rains", occurrence=2)
    assert archive.resolve(lba.cite(first, quote, style=style)).status == "altered"


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_words_that_the_cited_version_does_not_have_are_no_true_quote(root: Path, style: str) -> None:
    archive, first = kept(root, FIRST)
    cited = lba.cite(first, lba.quote(first, "bare hands"), style=style).replace("bare hands", "gloves")
    found = archive.resolve(cited)
    assert (found.status, found.reason) == ("tampered", "the cited version does not say this there")


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_words_of_the_headline_are_those_of_no_paragraph(root: Path, style: str) -> None:
    archive = Archive(root, clock=clock())
    for text in ("The toll is 12.", "The toll is 14."):
        entry = Entry(native_id="1", headline="Ferry aground again", body=[Paragraph(text)])
        archive.deposit(LiveBlog(id=BLOG, title="The toll", entries=[entry]))
    first = archive.blog(archive.versions()[0])
    cited = lba.cite(first, lba.quote(first, "aground"), style=style)
    assert archive.resolve(cited).status == "verified-in-later-version"


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_what_is_not_printable_is_found_as_the_citation_has_it(root: Path, style: str) -> None:
    archive = Archive(root, clock=clock())
    entry = Entry(body=[Paragraph("The toll\u202e is 12 today.")])
    archive.deposit(LiveBlog(id=BLOG, title="The toll", entries=[entry]))
    first = archive.blog(archive.versions()[0])
    cited = lba.cite(first, lba.quote(first, "toll\u202e is 12"), style=style)
    assert archive.resolve(cited).status == "verified"


def test_a_paragraph_that_is_not_there_leaves_it_to_the_identifiers(root: Path) -> None:
    archive, first = kept(root, FIRST)
    cited = lba.cite(first, first.entries[0], paragraph=2)
    assert archive.resolve(cited.replace("par. 2", "par. 9")) == archive.resolve(first.entries[0])


def test_a_version_that_is_unknown_or_lost_is_told_of_a_passage_too(root: Path) -> None:
    archive, first = kept(root, FIRST)
    cited = lba.cite(first, first.entries[0], paragraph=2)
    version = version_id(first.entries[0])
    assert archive.resolve(cited.replace(version.short, "0123456789ab")).status == "unknown"
    for path in root.rglob(f"*{version.hex}*"):
        path.unlink()
    assert archive.resolve(cited).status == "tampered"


SAID = """\
9:00 a.m.: "He knew, and he kept silent," says the prosecutor, Ms Lane.
9:30 a.m.: The court rises until noon.
"""
PLACES = """\
9:00 a.m.: The trial of the harbour master began with two witnesses from the ferry, who spoke for an hour.{first}
9:30 a.m.: The court has heard the harbour board, and rises until noon, when the experts are to speak.{second}
"""


def earlier(archive: Archive, words: str) -> list[tuple[str, str]]:
    quote = archive.quote(words)
    assert archive.resolve(quote).status == "verified"
    return [(one.status, one.reason) for one in archive.earlier(quote)]


def test_words_that_another_said_before_are_told_once_for_all_such_versions(root: Path) -> None:
    other = SAID.replace("prosecutor, Ms Lane", "lawyer, Mr Bell")
    archive, first = kept(root, SAID, SAID.replace("Lane.\n", "Lane.\nIt is cold.\n"), other)
    assert earlier(archive, "He knew, and he kept silent") == [
        ("reframed", "the words stand; changed around them: the sentence")
    ]
    (before,) = archive.earlier(archive.quote("He knew, and he kept silent"))
    assert (before.entry, before.version, before.since) == (first.entries[0].id, version_id(first.entries[0]), 1)


def test_words_that_stood_in_another_entry_are_told(root: Path) -> None:
    words = '\n"He knew, and he kept silent," says the prosecutor.'
    archive, first = kept(root, PLACES.format(first=words, second=""), PLACES.format(first="", second=words))
    (before,) = archive.earlier(archive.quote("He knew, and he kept silent"))
    assert (before.status, before.entry) == ("altered", first.entries[0].id)


def test_of_words_that_stand_as_they_did_nothing_is_told(root: Path) -> None:
    archive, _ = kept(root, SAID, f"{SAID}It is cold.\n", SAID.replace("kept silent", "kept silently"))
    assert earlier(archive, "The court rises until noon.") == []
    assert earlier(archive, "silently") == []


def test_an_older_version_that_is_lost_says_nothing_of_the_words(root: Path) -> None:
    archive, first = kept(root, SAID, SAID.replace("prosecutor, Ms Lane", "lawyer, Mr Bell"))
    for path in root.rglob(f"*{version_id(first.entries[0]).hex}*"):
        path.unlink()
    assert earlier(archive, "kept silent") == []


def test_words_in_another_typography_did_not_stand_otherwise_before(root: Path) -> None:
    said = "9:00 a.m.: “Out,” they said – and left.\n"
    archive, _ = kept(root, said, said.replace("“Out,”", '"Out,"').replace("–", "—"))
    quote = archive.quote('"Out," they said - and left')
    assert archive.resolve(quote).status == "verified"
    assert archive.earlier(quote) == ()
    assert archive.earlier(archive.quote("they said — and left")) == ()


@pytest.mark.parametrize("style", ["bibtex", "ris"])
def test_a_record_whose_marks_were_made_straight_is_of_the_same_words(root: Path, style: str) -> None:
    said = "9:00 a.m.: It rained. “Out,” they said – and left.\n"
    archive, first = kept(root, said, said.replace("rained", "snowed"))
    cited = lba.cite(first, lba.quote(first, "they said – and left"), style=style)
    typed = cited.replace("“", '"').replace("”", '"').replace("–", "-")
    assert told(archive.resolve(typed)) == told(archive.resolve(cited))
    assert archive.resolve(typed).status == "verified-in-later-version"
