"""What a briefing says, in which order, and how a reader moves in it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest
from pypdf import PdfReader
from tests.exporters.pdf.reading import (
    addresses,
    all_words,
    annotations,
    briefing,
    destination_pages,
    fonts,
    outline,
    set_words,
    solid,
    words,
)
from tests.samples import full_blog
from tests.storm import BLOG_ID, EXAMPLE, ZONE, python

from liveblog_archive import CitationError, ModelError
from liveblog_archive.citation import render
from liveblog_archive.exporters.pdf import write
from liveblog_archive.identity import identify, snapshot_id, version_id
from liveblog_archive.importers.options import Options
from liveblog_archive.importers.text import read
from liveblog_archive.model import (
    Agent,
    Capture,
    Entry,
    Link,
    LiveBlog,
    Moment,
    Paragraph,
)


def local(entry: Entry) -> str:
    return entry.id.partition("#")[2]


def blog_of(*entries: Entry, **facts: object) -> LiveBlog:
    return identify(LiveBlog(id="tag:news.example,2021:short", order="oldest-first", entries=entries, **facts))


def texts(value: object) -> Iterator[str]:
    """Yield every text that stands anywhere in a value of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name))


def left_to_right(text: str) -> str:
    """Return a text without Hebrew and Arabic letters: readers' programs take those for drawn from the right."""
    return re.sub("[\u0590-\u06ff]", "", text)


@pytest.fixture(scope="module")
def full() -> LiveBlog:
    return full_blog()


@pytest.fixture(scope="module")
def reader(full: LiveBlog) -> PdfReader:
    return briefing(full)


@pytest.fixture(scope="module")
def storm() -> LiveBlog:
    return identify(read(EXAMPLE.read_bytes(), Options(timezone=ZONE, id=BLOG_ID)))


@pytest.fixture(scope="module")
def storm_reader(storm: LiveBlog) -> PdfReader:
    return briefing(storm)


# What is said


def test_every_text_of_the_model_stands_in_the_briefing(full: LiveBlog, reader: PdfReader) -> None:
    printed = left_to_right(solid(set_words(reader))).replace("\ufffd", "🌉")  # the one character the fonts lack
    said_in_other_words = {"newest-day-first", "published"}
    for text in {*texts(full)} - said_in_other_words:
        assert left_to_right(solid(text)).lower() in printed.lower(), text


def test_every_paragraph_is_printed_with_its_number_in_the_order_of_the_source(
    storm: LiveBlog, storm_reader: PdfReader
) -> None:
    printed = solid(set_words(storm_reader))
    reached = printed.index("Captureandintegrity")
    for entry in storm.entries:
        for number, block in enumerate(entry.body, start=1):
            reached = printed.index(solid(f"{number} {block.text}"), reached)
    assert reached < printed.index("LINKEDADDRESSES")


def test_the_cover_says_what_when_how_much_and_whence(reader: PdfReader) -> None:
    cover = words(reader.pages[0].extract_text())
    assert cover.startswith("LIVE BLOG BRIEFING · Example News The bridge, live A day and a night at the bridge")
    assert "COVERS 16 November 2021, 15:00 UTC+4, to 17 November 2021, 09:05 UTC+4 (Asia/Yerevan)." in cover
    assert "CAPTURED 18 November 2021, 08:00:01 UTC. From https://news.example/live/bridge?page=1" in cover
    assert "The entries stand as in the source: the newest day first" in cover
    assert "INTRODUCTION What happened at the bridge." in cover


def test_an_incomplete_blog_says_so_on_its_cover_and_on_every_page(reader: PdfReader) -> None:
    cover = words(reader.pages[0].extract_text())
    assert "ENTRIES Incomplete: 9 of 12 entries that the source declares. 1 is marked as draft. 1 is" in cover
    for page in reader.pages:
        assert "Incomplete: 9 of 12 entries · tag:news.example" in words(page.extract_text())


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (None, "ENTRIES 1 entry. The"),
        (1, "1 entry; the source declares 1. The"),
        (0, "1 entry; the source declares 0."),
    ],
)
def test_a_blog_that_is_not_incomplete_says_what_its_source_declares(declared: int | None, said: str) -> None:
    cover = words(briefing(blog_of(Entry(headline="One"), declared_total=declared)).pages[0].extract_text())
    assert said in cover
    assert "Incomplete" not in cover


def test_a_blog_without_a_title_is_called_by_its_first_words(storm_reader: PdfReader) -> None:
    cover = words(storm_reader.pages[0].extract_text())
    title = "“A deep low that formed over the open sea on Sunday, March 1…”"
    assert cover.startswith(f"LIVE BLOG BRIEFING {title}")
    assert storm_reader.metadata is not None
    assert storm_reader.metadata.title == title


def test_a_blog_of_nothing_is_still_a_briefing() -> None:
    reader = briefing(LiveBlog(id="tag:news.example,2021:nothing"))
    printed = all_words(reader)
    assert "Untitled live blog" in printed
    assert "0 entries" in printed
    assert "The text links to no address." in printed
    assert "Nobody is named as an author." in printed
    assert "No capture is recorded" in printed
    assert "COVERS" not in printed


def test_days_that_come_back_and_entries_without_a_day_stand_in_place(reader: PdfReader) -> None:
    days = [title for level, title, _ in outline(reader) if level == 0][2:-4]
    assert days == [
        "17 November 2021",
        "16 November 2021",
        "Day not stated",
        "16 November 2021 (continued)",
        "17 November 2021 (continued)",
    ]


def test_a_blog_that_states_no_day_says_so() -> None:
    assert "COVERS No entry states a day." in all_words(briefing(blog_of(Entry(headline="Once upon a time"))))


def test_a_time_is_printed_as_it_was_and_as_it_is_understood(reader: PdfReader) -> None:
    printed = set_words(reader)
    assert "5:50 p.m. 17:50 UTC+4 KEY EVENT PINNED cs929dvdk330 Bridge <closed>" in printed
    assert "At approximately 3 p.m. about 15:00 UTC+4, 14:30 to 15:30 m1gf9kvsf9gt 1 About three" in printed
    assert "00:30 00:30 UTC+4, inferred dg5djvbt50mw 1 Half past midnight." in printed
    assert "16 November the day only knxbsppbkzcv 1 A day" in printed
    assert "23:58 23:58 UTC+4 DELETED 7mjkhkr40vfj 1 Withdrawn." in printed


def test_what_is_known_of_a_missing_time_is_said_with_its_basis(reader: PdfReader) -> None:
    printed = set_words(reader)
    assert "(no time printed; between 14:30 and 17:50, by the entries beside it) rmmtwj4v9q98 Schools" in printed
    assert "95' (no time of day; between 17:50 and 23:58, by the entries beside it)" in printed


def test_a_time_that_was_not_printed_is_given_as_it_is_understood() -> None:
    moment = Moment(value=datetime(2021, 11, 16, 9, 5, 7, tzinfo=UTC), precision="second", offset_source="stated")
    assert "09:05:07 UTC" in all_words(briefing(blog_of(Entry(headline="Quiet", time=moment))))


def test_a_long_printed_time_stands_beside_the_entry_and_not_in_the_narrow_column() -> None:
    text = "It was, as far as anybody remembers, some time after lunch"
    printed = all_words(briefing(blog_of(Entry(headline="Late", time=Moment(text=text)))))
    assert f"Late Time as printed: {text}" in printed
    assert f"{text} (no time" not in printed


def test_an_entry_that_goes_on_on_the_next_page_is_named_there(reader: PdfReader) -> None:
    assert words(reader.pages[2].extract_text()).startswith("5:50 p.m., continued 8 kept blanks and tabs")


def test_an_entry_has_its_citation_below_its_text(full: LiveBlog, reader: PdfReader) -> None:
    printed = solid(set_words(reader))
    for entry in full.entries:
        assert solid(f"Cite as {render(full, entry, 'apa')}") in printed
        assert version_id(entry).short in printed


def test_how_to_cite_shows_the_blog_and_a_paragraph_in_three_styles(full: LiveBlog, reader: PdfReader) -> None:
    printed = solid(set_words(reader))
    first = full.entries[0]
    for style in ("apa", "chicago", "mla"):
        assert solid(render(full, None, style)) in printed
        assert solid(render(full, first, style, paragraph=1)) in printed


def test_somebody_who_wrote_many_entries_is_named_once() -> None:
    desk = Agent(name="Night desk", kind="organization")
    printed = set_words(
        briefing(blog_of(Entry(headline="One", authors=[desk]), Entry(headline="Two", authors=[desk])))
    )
    assert printed.count("Night desk, organization, author of entries How to cite") == 1


def test_how_to_cite_does_without_a_paragraph_where_there_is_none() -> None:
    blog = blog_of(Entry(headline="Bare"))
    assert solid(render(blog, blog.entries[0], "apa")) in solid(all_words(briefing(blog)))


def test_every_entry_has_its_full_ids_in_the_records(full: LiveBlog, reader: PdfReader) -> None:
    printed = solid(set_words(reader))
    for position, entry in enumerate(full.entries, start=1):
        version = version_id(entry)
        record = solid(f"{local(entry)} Id {entry.id} Version {version} SHA-256 {version.hex}")
        assert record in printed
        place = solid(f"Place in the source entry {position} of 9")
        assert place in printed[printed.index(record) :].partition("Id tag")[0]
    assert solid("entry 4 of 9, lines 12 to 20, sort key 17.5") in printed
    assert solid("printed “5:50 p.m.:”, 2021-11-16T17:50+04:00, to the minute, exact, offset of the") in printed
    assert solid("within [2021-11-16T14:30+04:00, 2021-11-16T15:30+04:00)") in printed
    assert solid("printed “95'”, no value, exact, offset unknown") in printed


def test_the_last_section_tells_how_the_capture_was_made_and_how_to_check_it(
    full: LiveBlog, reader: PdfReader
) -> None:
    last = solid(set_words(reader)).rpartition("Captureandintegrity")[2]
    for fact in (
        f"SNAPSHOT ID {snapshot_id(full)} {snapshot_id(full).hex}",
        f"SOURCE SHA-256 {'ab' * 32}",
        "SOURCE text/html, 12,345 bytes",
        "RETRIEVED 18 November 2021, 08:00:01 UTC",
        "READ BY test 1",
        "NOTES (2) unparsed-line, line 3 Advertisement & more order-inversion 09:05 stands after 09:10",
        "HOW TO VERIFY The source: sha256sum of the captured file prints the source’s SHA-256 above.",
        "U+1F309 × 1",
    ):
        assert solid(fact) in last, fact


def test_a_capture_says_what_it_does_not_know() -> None:
    capture = Capture(sha256="0" * 64, media_type="text/plain", length=1, importer="by hand")
    printed = all_words(briefing(blog_of(Entry(headline="One"), capture=capture)))
    assert "CAPTURED Date and time not recorded." in printed
    assert "SOURCE text/plain, 1 byte RETRIEVED Not recorded. READ BY by hand NOTES (0) None." in printed


def test_sources_name_every_linked_address_by_entry_and_paragraph(reader: PdfReader) -> None:
    printed = set_words(reader)
    assert "Introduction 1 “bridge” https://news.example/b" in printed
    assert "cs929dvdk330 1 “r the old road.” https://news.example/?a=1&b=2" in printed


def test_sources_name_everybody_once_with_what_they_did(reader: PdfReader) -> None:
    printed = set_words(reader)
    people = printed[printed.index("PEOPLE AND") :]
    assert "Example News, organization, publisher https://news.example/" in people
    assert "Անի Example, person, Reporter, author of the live blog, author of entries https://news" in people
    assert people.count("Desk, organization, author of entries") == 1


# How a reader moves in it


def test_the_outline_lists_sections_days_and_entries(reader: PdfReader) -> None:
    assert outline(reader)[:6] == [
        (0, "Cover", 1),
        (0, "Contents", 1),
        (0, "17 November 2021", 2),
        (1, "09:05 Good morning.", 2),
        (0, "16 November 2021", 2),
        (1, "At approximately 3 p.m. About three it began to rain.", 2),
    ]
    sections = [title for level, title, _ in outline(reader) if level == 0]
    assert sections[-4:] == ["Sources", "How to cite", "Records of the entries", "Capture and integrity"]


def test_every_entry_and_paragraph_is_a_named_destination(storm: LiveBlog, storm_reader: PdfReader) -> None:
    pages = destination_pages(storm_reader)
    for entry in storm.entries:
        assert local(entry) in pages
        assert f"record-{local(entry)}" in pages
        for number in range(1, len(entry.body) + 1):
            assert pages[f"{local(entry)}.p{number}"] >= pages[local(entry)]
        text = entry.body[0].text[:30]
        page = storm_reader.pages[pages[f"{local(entry)}.p1"] - 1]
        assert solid(text) in solid(page.extract_text())


def test_the_contents_lead_to_days_and_headlines_with_their_pages(storm: LiveBlog, storm_reader: PdfReader) -> None:
    page = storm_reader.pages[1]
    lines = [words(line) for line in page.extract_text().split("\n")]
    listed = words(page.extract_text())
    pages = destination_pages(storm_reader)
    assert "TUESDAY 3 March 2026" in listed
    titled = [entry for entry in storm.entries if entry.headline]
    for entry in titled:
        assert words(entry.headline or "") in listed
    numbers = [int(line) for line in lines if line.isdigit()]
    assert max(numbers) == pages["capture"]
    assert set(numbers) >= {pages[local(entry)] for entry in titled}
    targets = [found["/Dest"] for number, found in annotations(storm_reader) if number == 2]
    assert {local(entry) for entry in titled} <= set(targets)


def test_contents_of_a_long_blog_list_what_stands_out_and_of_a_very_long_one_the_days() -> None:
    def contents(titled: int, key: int) -> str:
        day = date(2021, 11, 16)
        entries = [Entry(headline=f"Title {n}", day=day) for n in range(titled)]
        entries += [Entry(body=[Paragraph(f"Key {n}")], key_event=True, day=day) for n in range(key)]
        reader = briefing(blog_of(*entries))
        first_day = destination_pages(reader)["day-2021-11-16"]
        return words(" ".join(page.extract_text() for page in reader.pages[: first_day - 1]))

    assert "Title 59" in contents(60, 0)
    assert "Title 0" not in contents(61, 2)
    assert "Key 1" in contents(61, 2)
    assert "Key 0" not in contents(0, 61)
    assert "61 entries" in contents(0, 61)


def test_every_page_says_which_it_is_of_how_many(storm_reader: PdfReader) -> None:
    count = len(storm_reader.pages)
    for number, page in enumerate(storm_reader.pages, start=1):
        assert f"Page {number} of {count}" in words(page.extract_text())


def test_the_running_head_names_the_blog_and_the_section_at_the_top_of_the_page(storm_reader: PdfReader) -> None:
    pages = destination_pages(storm_reader)
    head = "“A deep low that formed over the open sea on Sunday, March 1…”"
    assert f"{head} 4 March 2026" in words(storm_reader.pages[pages["day-2026-03-04"] - 1].extract_text())
    assert f"{head} 4 March 2026" in words(storm_reader.pages[pages["day-2026-03-03"] - 1].extract_text())
    assert f"{head} 3 March 2026" in words(storm_reader.pages[pages["day-2026-03-03"]].extract_text())
    assert head not in words(storm_reader.pages[0].extract_text()).removeprefix(f"LIVE BLOG BRIEFING {head}")


def test_only_addresses_that_a_browser_opens_are_links() -> None:
    links = {
        "a": "https://news.example/ü?q=[1]",
        "b": "javascript:alert(1)",
        "c": "file:///etc/passwd",
        "d": "#somewhere",
        "e": "mailto:desk@news.example",
    }
    text = " ".join(links)
    block = Paragraph(text, [Link(text.index(word), text.index(word) + 1, url) for word, url in links.items()])
    reader = briefing(blog_of(Entry(body=[block])))
    assert set(addresses(reader)) == {"https://news.example/%C3%BC?q=[1]", "mailto:desk@news.example"}
    for url in links.values():
        assert solid(url) in solid(all_words(reader))


# The file


def test_every_font_is_embedded(reader: PdfReader, storm_reader: PdfReader) -> None:
    for opened in (reader, storm_reader):
        found = fonts(opened)
        assert len(found) >= 4
        assert {
            name for name, descriptor in found.items() if not descriptor or "/FontFile2" not in descriptor
        } == set()


def test_the_information_says_what_it_is_and_not_when_it_was_written(reader: PdfReader) -> None:
    assert reader.metadata == {
        "/Title": "The bridge, live",
        "/Author": "Անի Example",
        "/Subject": "A day and a night at the bridge",
        "/Creator": "liveblog-archive 0.1.0",
        "/CreationDate": "D:20211118080001+00'00'",
        "/ModDate": "D:20211118080001+00'00'",
        "/Producer": "liveblog-archive 0.1.0",
    }
    assert reader.root_object["/Lang"] == "en"


def test_what_is_not_known_is_left_out_of_the_information() -> None:
    reader = briefing(blog_of(Entry(headline="One"), publisher=Agent(name="Example News", kind="organization")))
    assert reader.metadata is not None
    assert set(reader.metadata) == {"/Title", "/Author", "/Creator", "/Producer"}
    assert reader.metadata.author == "Example News"


def test_two_processes_on_different_machines_write_the_same_bytes(full: LiveBlog, tmp_path: Path) -> None:
    script = (
        "import sys; from liveblog_archive.exporters.pdf import write; from tests.samples import full_blog;"
        "sys.stdout.buffer.writelines(write(full_blog()))"
    )
    root = Path(__file__).parents[3]
    machines = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "RL_useA85": "0"},
    )
    one, other = (python("-c", script, cwd=root, env=machine) for machine in machines)
    assert (one.returncode, one.stderr) == (0, b"")
    assert one.stdout == other.stdout == b"".join(write(full))


# Refusals


def test_an_entry_without_an_id_is_refused() -> None:
    with pytest.raises(ModelError, match="not an entry id: ''"):
        next(write(LiveBlog(id="tag:news.example,2021:x", entries=[Entry(headline="One")])))


def test_a_blog_without_an_id_is_refused() -> None:
    with pytest.raises(CitationError, match="the blog has no id to cite"):
        next(write(LiveBlog(title="Nameless")))
