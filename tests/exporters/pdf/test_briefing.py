"""What a briefing says, in which order, and how a reader moves in it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from pypdf import PdfReader
from tests.exporters.pdf.reading import (
    addresses,
    all_words,
    annotations,
    briefing,
    destination_pages,
    outline,
    set_words,
    solid,
    words,
)
from tests.judges.conformance import findings
from tests.samples import about, clock, full_blog
from tests.storm import BLOG_ID, EXAMPLE, ZONE, python

import liveblog_archive as lba
from liveblog_archive.citation import Citer
from liveblog_archive.errors import CitationError, ExportError, ModelError
from liveblog_archive.exporters import exporter
from liveblog_archive.identity import identify, snapshot_id, version_id
from liveblog_archive.importers.options import Options
from liveblog_archive.importers.text import read
from liveblog_archive.model import (
    Agent,
    Capture,
    CapturedSource,
    Entry,
    Link,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Span,
)
from liveblog_archive.overview import named


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


def opened(blog: LiveBlog, **options: object) -> PdfReader:
    """Return the briefing that somebody gets who asks for it with these options."""
    return PdfReader(BytesIO(b"".join(exporter("pdf").write(blog, options))), strict=True)


def elements(reader: PdfReader, role: str) -> list[Any]:
    """Return the structure elements of a role."""

    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, dict):
            if node.get("/S") == role:
                yield node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(reader.root_object["/StructTreeRoot"]))


# What is said


def test_every_text_of_the_model_stands_in_the_briefing(full: LiveBlog, reader: PdfReader) -> None:
    printed = left_to_right(solid(set_words(reader)))
    said_in_other_words = {"newest-day-first", "published", "person", "organization", "unknown", "image"}
    said_in_part = {entry.id for entry in full.entries} | {entry.time.text for entry in full.entries if entry.time}
    said_in_part |= {"What happened at the bridge.", "Traffic was led over the old road."}  # with numbers of notes
    assert "Whathappenedatthebridgei1." in printed
    for text in {*texts(full)} - said_in_other_words - said_in_part:
        assert left_to_right(solid(text)).lower() in printed.lower(), text
    for entry in full.entries:
        assert local(entry) in printed
        assert entry.time is None or solid(entry.time.shown) in printed


def test_what_a_picture_shows_is_said_once_and_its_credit_as_it_was_written() -> None:
    alike = Media(kind="image", caption="The quay. At noon.", alt="The quay.", credit="Photo: Ani Example")
    other = Media(kind="image", caption="The mole.", alt="A gull on a wall", credit="Ani Example")
    printed = set_words(briefing(blog_of(Entry(headline="One", body=[alike, other]))))
    assert "PICTURE The quay. At noon. Photo: Ani Example" in printed
    assert "PICTURE The mole. Shown: A gull on a wall Credit: Ani Example" in printed
    assert printed.count("CREDITED Ani Example") == 1


def test_every_paragraph_is_printed_with_its_number_oldest_first(storm: LiveBlog, storm_reader: PdfReader) -> None:
    printed = solid(set_words(storm_reader)).replace("\u00ad", "")
    reached = printed.index("Captureandintegrity")
    for entry in storm.chronological():
        for number, block in enumerate(entry.body, start=1):
            reached = printed.index(solid(f"{number} {block.text}"), reached)
    assert reached < printed.rindex("Sourcesandpeople")


def test_entries_stand_as_in_the_source_where_that_is_asked_for(storm: LiveBlog) -> None:
    printed = solid(set_words(opened(storm, order="source"))).replace("\u00ad", "")
    places = [printed.index(solid(entry.body[0].text[:60])) for entry in storm.entries]
    assert places == sorted(places)
    assert solid("Printed in the order of the source, the newest day first.") in printed


def test_the_cover_says_what_when_how_much_and_whether_that_is_all(reader: PdfReader) -> None:
    cover = words(reader.pages[0].extract_text())
    assert cover.startswith("LIVE BLOG BRIEFING · Example News The bridge, live A day and a night at the bridge")
    assert (
        "16 November 2021, 15:00 to 17 November 2021, 09:05 UTC+4 · 9 entries · incomplete: 9 of 12 entries · "
        "captured 18 November 2021, 08:00:01 UTC"
    ) in cover


def test_key_facts_are_counted(reader: PdfReader) -> None:
    cover = words(reader.pages[0].extract_text())
    for fact in (
        "FROM FIRST TO LAST 18 hours and 5 minutes, 16 November 2021, 15:00 to 17 November 2021, 09:05 UTC+4",
        "TIMES 3 exact · 1 inferred · 1 approximate · 1 with a day only · 3 without a time",
        "MARKED 1 key event · 1 pinned · 1 edited after publication",
        "QUOTED MOST Fire service (1)",
        "LINKED MOST news.example (1) · social.example (1)",
        "EXTENT Incomplete: one page of several, 9 of the 12 entries that the source declares.",
    ):
        assert fact in cover, fact


def test_running_heads_and_feet_are_told_from_other_artifacts(storm_reader: PdfReader) -> None:
    """What PDF/UA-1 asks in 7.8: a reader that is told of them can read page numbers aloud, or pass over them."""
    for number, page in enumerate(storm_reader.pages, 1):
        data = page.get_contents().get_data()
        for kind in ("Header", "Footer"):
            parts = re.findall(rf"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC(.*?)EMC".encode(), data, re.DOTALL)
            shown = [part for part in parts if b"TJ" in part or b"/N" in part]
            assert bool(shown) == (kind == "Footer" or number > 1)
    assert number > 1


def test_an_incomplete_blog_says_so_on_every_page(reader: PdfReader) -> None:
    for page in reader.pages:
        assert "incomplete: 9 of 12 entries · tag:news.example" in words(page.extract_text())


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (None, "EXTENT The source states no total of its entries."),
        (1, "EXTENT Complete: the one entry that"),
        (0, "EXTENT Complete: all of the 0 entries"),
    ],
)
def test_a_blog_that_is_not_incomplete_says_what_its_source_declares(declared: int | None, said: str) -> None:
    cover = words(briefing(blog_of(Entry(headline="One"), declared_total=declared)).pages[0].extract_text())
    assert said in cover
    assert "ncomplete:" not in cover


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "in the order of the source; how it runs in time is not known."),
        (
            {"notes": [Note(code="order-unknown", text="x")]},
            "in the order of the source; how it runs in time is not known.",
        ),
        (
            {"sources": [CapturedSource(sha256="1" * 64, media_type="text/html", length=1)]},
            "in the order in which captures were merged, which says nothing of",
        ),
    ],
)
def test_an_order_that_is_not_that_of_time_is_told_with_whose_it_is(facts: dict[str, Any], said: str) -> None:
    capture = Capture(sha256="0" * 64, media_type="text/html", length=1, importer="x", **facts)
    for known in (capture, None) if not facts else (capture,):
        blog = attrs.evolve(blog_of(Entry(headline="One"), Entry(headline="Two")), order="manual", capture=known)
        assert f"Printed {said}" in words(briefing(blog).pages[0].extract_text())


@pytest.mark.parametrize("order", ["manual", "oldest-first", "newest-first"])
def test_one_entry_alone_stands_in_no_order(order: str) -> None:
    blog = attrs.evolve(blog_of(Entry(headline="One")), order=order)
    assert "EXTENT The source states no total of its entries. " in words(briefing(blog).pages[0].extract_text())
    assert "order" not in words(briefing(blog).pages[0].extract_text()).partition("EXTENT")[2].partition("1")[0]


UNDATED = "7h07 - Kyiv\nThirty-three drones.\n7h05 - Oxford\nA start-up.\n7h07 - Ohio\nA praise.\n"


@pytest.mark.parametrize(
    ("runs", "order", "said"),
    [
        ("oldest-first", "chronological", "in the order of the source, the oldest first."),
        ("newest-first", "source", "in the order of the source, the newest first."),
        ("newest-first", "chronological", "with the oldest first, which is not the order of the source."),
        ("newest-day-first", "chronological", "with the oldest first, which is not the order of the source."),
    ],
)
def test_the_order_of_entries_is_told_without_a_claim_that_they_were_sorted(runs: str, order: str, said: str) -> None:
    blog = attrs.evolve(blog_of(Entry(headline="One"), Entry(headline="Two")), order=runs)
    cover = words(opened(blog, order=order).pages[0].extract_text())
    assert f"Printed {said}" in cover
    assert "of this order" not in cover


@pytest.mark.parametrize("day", ["", "July 18, 2024\n"])
@pytest.mark.parametrize("order", ["chronological", "source"])
def test_entries_that_stand_out_of_that_order_are_counted(day: str, order: str) -> None:
    text = f"{day}7h20 - Paris\nThe opening.\n7h10 - Rome\nThe closing.\n{UNDATED}7h00 - Tokyo\nA drill.\n"
    blog = lba.parse(text, id="tag:news.example,2021:x", timezone="Europe/Paris")
    assert blog.order == "newest-first"
    assert "1 entry is out of this order." in words(opened(blog, order=order).pages[0].extract_text())


def test_of_times_without_a_day_the_day_is_missing_and_not_the_time() -> None:
    printed = all_words(briefing(lba.parse(UNDATED, id="tag:news.example,2021:x", timezone="Europe/Paris")))
    assert "TIMES 3 with a printed time but no day" in printed
    assert "7h05 day not stated" in printed
    assert "no time" not in printed


def test_what_is_left_out_is_counted(full: LiveBlog) -> None:
    reader = opened(full)
    printed = words(reader.pages[0].extract_text())
    assert "Left out: 1 draft and 1 deleted." in printed
    assert "7 entries" in printed
    assert "Withdrawn." not in all_words(reader)


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
    assert (
        "In these entries the source marks no author, nobody quoted, no credit, nothing embedded and no link."
        in printed
    )
    assert "No capture is recorded" in printed
    assert "KEY FACTS" not in printed


def test_the_timeline_has_a_caption_and_an_alternative_text(storm_reader: PdfReader) -> None:
    cover = words(storm_reader.pages[0].extract_text())
    assert "A bar: entries within 30 minutes, at most 3 · Named: entries with a headline" in cover
    assert "06:40 Missing Deckhand" in cover
    alternatives = [element["/Alt"] for element in elements(storm_reader, "/Figure")]
    assert len(alternatives) == 1
    assert str(alternatives[0]).startswith("Timeline of 37 entries, from 3 March 2026, 13:00")


def test_a_long_pause_is_cut_and_said() -> None:
    entries = [Entry(headline=f"Entry {n}", time=clock(f"{n}", 9, n)) for n in range(6)]
    entries.append(Entry(headline="Later", time=clock("later", 9, day=28)))
    assert "Broken axis: 11 days and 23 hours" in all_words(briefing(blog_of(*entries, timezone="Asia/Yerevan")))


def test_without_any_time_of_day_there_is_no_timeline() -> None:
    reader = briefing(blog_of(Entry(headline="Once upon a time")))
    assert elements(reader, "/Figure") == []
    assert "No entry states a day." in all_words(reader)


def test_days_that_come_back_and_entries_without_a_day_stand_in_place(full: LiveBlog) -> None:
    reader = opened(full, entries="all", order="source")
    days = [title for level, title, _ in outline(reader) if (level == 0 and "20" in title) or "Day" in title]
    assert days == [
        "17 November 2021",
        "16 November 2021",
        "Day not stated",
        "16 November 2021, continued",
        "17 November 2021, continued",
    ]


def test_a_time_is_printed_as_it_was_and_as_it_is_understood(reader: PdfReader) -> None:
    printed = set_words(reader)
    assert "5:50 p.m. 17:50 UTC+4 KEY EVENT PINNED EDITED cs929dvdk330 Bridge <closed>" in printed
    assert "At approximately 3 p.m. about 15:00 UTC+4, 14:30 to 15:30 m1gf9kvsf9gt 1 About three" in printed
    assert "00:30 00:30 UTC+4, inferred dg5djvbt50mw 1 Half past midnight." in printed
    assert "16 November the day only knxbsppbkzcv 1 A day" in printed
    assert "23:58 UTC+4 DELETED 7mjkhkr40vfj 1 Withdrawn." in printed


def test_what_is_known_of_a_missing_time_is_said(reader: PdfReader) -> None:
    printed = set_words(reader)
    assert "no time printed, between 14:30 and 23:58 rmmtwj4v9q98 Schools" in printed
    assert "95' no time of day, between 14:30 and 23:58" in printed


def test_a_time_that_was_not_printed_is_given_as_it_is_understood() -> None:
    moment = Moment(value=datetime(2021, 11, 16, 9, 5, 7, tzinfo=UTC), precision="second", offset_source="stated")
    assert "09:05:07 UTC" in all_words(briefing(blog_of(Entry(headline="Quiet", time=moment))))


def test_a_long_printed_time_stands_beside_the_entry_and_not_in_the_narrow_column() -> None:
    text = "It was, as far as anybody remembers, some time after lunch"
    printed = all_words(briefing(blog_of(Entry(headline="Late", time=Moment(text=text)))))
    assert f"Late Time as printed: {text}" in printed
    assert f"{text} no time" not in printed


def test_an_entry_of_nothing_says_so() -> None:
    printed = all_words(briefing(blog_of(Entry(day=date(2021, 11, 16)))))
    assert "(no text) Cite as: “" not in printed
    assert "(no text) Cite as: Untitled live blog, 16 November 2021, #" in printed


def test_an_entry_has_its_short_citation_below_its_text(full: LiveBlog, reader: PdfReader) -> None:
    printed = solid(set_words(reader))
    for entry in full.entries:
        assert solid(f"#{local(entry)}, version {version_id(entry).short}") in printed
    assert solid("Cite as: The bridge, live, 16 November 2021, 17:50 UTC+4, #cs929dvdk330, version") in printed
    assert solid("· Edited 16 November 2021, 18:07:59 UTC+4") in printed


def test_the_short_citation_says_how_far_a_time_is_known() -> None:
    day = date(2021, 11, 16)
    inferred = attrs.evolve(clock("0.10", 0, 10), qualifier="inferred")
    entries = Entry(time=about("about 3 p.m.", 15)), Entry(time=inferred), Entry(day=day)
    printed = all_words(briefing(blog_of(*entries)))
    for said in ("ca. 15:00 UTC+4, #", "16 November 2021, 00:10 UTC+4, inferred, #", "blog, 16 November 2021, #"):
        assert solid(said) in solid(printed)


def test_the_short_citation_gives_the_time_of_the_data_where_no_reader_saw_one() -> None:
    blog = blog_of(Entry(headline="Quiet", published=clock("", 17, 50)))
    assert solid("Untitled live blog, 16 November 2021, 17:50 UTC+4, #") in solid(all_words(briefing(blog)))


@pytest.mark.parametrize(
    ("status", "said"),
    [("published", ""), ("deleted", " · Deleted"), ("draft", " · Draft"), ("comment", " · Reader’s comment")],
)
def test_the_short_citation_says_that_an_entry_is_not_published(status: Any, said: str) -> None:
    entry = Entry(headline="Quiet", time=clock("17:50", 17, 50), modified=clock("", 18), status=status)
    blog = blog_of(entry)
    version = version_id(blog.entries[0]).short
    assert solid(f"version {version}{said} · Edited 16 November") in solid(all_words(briefing(blog)))


def test_a_long_title_is_not_repeated_below_every_entry(storm: LiveBlog, storm_reader: PdfReader) -> None:
    printed = solid(set_words(storm_reader))
    for entry in storm.entries:
        assert solid(f"#{local(entry)}, version {version_id(entry).short}") in printed
    assert "Citeas:“Adeeplow" not in printed
    assert solid("Cite as: 3 March 2026, 15:20 UTC+3, #") in printed


def test_a_clock_that_is_printed_is_not_said_again() -> None:
    entry = Entry(headline="Nine", time=clock("09:00", 9))
    assert f"09:00 UTC+4 {local(blog_of(entry).entries[0])} Nine" in set_words(briefing(blog_of(entry)))


def test_no_line_begins_or_ends_with_punctuation_that_stands_apart() -> None:
    body = [
        Paragraph(f"{'x' * n} « mot » : 7 % et plus ! " * 9, [Link(0, n, "https://news.example")]) for n in (1, 2, 3)
    ]
    text = "".join(page.extract_text() for page in briefing(blog_of(Entry(body=body), language="fr")).pages)
    for line in text.replace("\u00a0", " ").splitlines():
        assert not line.rstrip().endswith("«")
        assert not line.startswith(("»", "%", ":", "!"))


def test_links_have_a_number_and_their_address_at_the_foot_of_the_page(full: LiveBlog, reader: PdfReader) -> None:
    page = reader.pages[destination_pages(reader)["cs929dvdk330"] - 1]
    shown = words(page.extract_text())
    assert "Traffic was led over the old road.1" in shown
    assert shown.index("https://news.example/?a=1&b=2") > shown.index("Cite as")
    assert set(addresses(reader)) >= {"https://news.example/?a=1&b=2", "https://news.example/b"}


def test_notes_of_every_page_are_read_aloud_where_the_text_refers_to_them(tmp_path: Path) -> None:
    body = [Paragraph("See here, there and everywhere. " * 9, [Link(4, 8, "https://news.example/a/b")])]
    reader = briefing(blog_of(*(Entry(headline=f"Entry {n}", body=body) for n in range(40))))
    notes = elements(reader, "/Note")
    assert len(notes) == 40
    assert all(note["/P"].get_object()["/S"] == "/P" for note in notes)
    path = tmp_path / "notes.pdf"
    reader.stream.seek(0)
    path.write_bytes(reader.stream.read())
    assert findings(path, "ua1") == []


def test_an_address_that_nobody_would_type_is_cut_and_still_leads_there() -> None:
    url = f"https://news.example/{'a' * 400}"
    reader = briefing(blog_of(Entry(body=[Paragraph("See here.", [Link(4, 8, url)])])))
    assert set(addresses(reader)) == {url}
    assert solid(url[:240] + "…") in solid(all_words(reader))


def test_how_to_cite_shows_the_blog_and_a_paragraph_in_three_styles(full: LiveBlog, reader: PdfReader) -> None:
    printed = solid(set_words(reader))
    example = next(entry for entry in full.chronological() if entry.body)
    for style in ("apa", "chicago", "mla"):
        assert solid(Citer(full).render(None, style)) in printed
        assert solid(Citer(full).render(example, style, paragraph=1)) in printed


def test_how_to_cite_does_without_a_paragraph_where_there_is_none() -> None:
    blog = blog_of(Entry(headline="Bare"))
    assert solid(Citer(blog).render(blog.entries[0], "apa")) in solid(all_words(briefing(blog)))


def test_a_time_that_is_stated_without_a_value_stands_in_the_records() -> None:
    printed = all_words(briefing(blog_of(Entry(headline="One", created=Moment(text="long ago")))))
    assert "Created: “long ago” · no value · exact · offset unknown" in printed
    early = Moment(value=date(2021, 11, 16), precision="day")
    assert "Created: not printed · 2021-11-16" in all_words(briefing(blog_of(Entry(headline="One", created=early))))


def test_a_timeline_may_have_no_names() -> None:
    printed = all_words(briefing(blog_of(Entry(body=[Paragraph("Quiet.")], time=clock("9", 9)))))
    assert "A bar: entries within 1 minute, at most 1" in printed
    assert "Named:" not in printed


def test_every_entry_has_its_digest_in_the_records(full: LiveBlog, reader: PdfReader) -> None:
    printed = solid(set_words(reader))
    for position, entry in enumerate(full.entries, start=1):
        assert solid(f"{local(entry)} {version_id(entry).hex} · {position}") in printed
    assert solid(f"{version_id(full.entries[3]).hex} · 4 · lines 12 to 20 · 17.5") in printed
    assert solid("“2021-11-16T13:07:00+01:00” · 2021-11-16T13:07:00+01:00 · to the second · exact") in printed
    assert solid("[2021-11-16T14:30+04:00, 2021-11-16T15:30+04:00)") in printed


def test_the_record_of_an_entry_whose_id_is_not_made_from_the_blogs_has_it_in_full() -> None:
    blog = LiveBlog(
        id="tag:a.example,2021:a", entries=[Entry(id="tag:b.example,2021:b#43xsc59pt1p9", headline="One")]
    )
    assert "Full id: tag:b.example,2021:b#43xsc59pt1p9" in all_words(briefing(blog))


def test_the_last_section_tells_how_the_capture_was_made_and_how_to_check_it(
    full: LiveBlog, reader: PdfReader
) -> None:
    last = solid(set_words(reader)).rpartition("Captureandintegrity")[2]
    for fact in (
        f"SNAPSHOT ID {snapshot_id(full)} SHA-256 {snapshot_id(full).hex}",
        f"SOURCE SHA-256 {'ab' * 32}",
        "SOURCE text/html, 12,345 bytes",
        "CAPTURED 18 November 2021, 08:00:01 UTC",
        "READ BY test 1",
        "NOTES (2) unparsed-line line 3 Advertisement & more order-inversion 09:05 stands after 09:10",
        "HOW TO VERIFY The source: sha256sum, a program that prints SHA-256 digests, gives the source’s SHA-256",
        "The fonts of this briefing have every character of the live blog.",
    ):
        assert solid(fact) in last, fact


def test_of_merged_captures_each_is_told_by_the_digest_that_its_file_has(full: LiveBlog) -> None:
    sources = [CapturedSource(sha256=digit * 64, media_type="text/html", length=int(digit)) for digit in "123"]
    merged = attrs.evolve(full, capture=attrs.evolve(full.capture, sources=sources))
    last = solid(set_words(briefing(merged))).rpartition("Captureandintegrity")[2]
    assert full.capture.sha256 not in last
    unknown = "CAPTURED date and time not recorded"
    told = (f"SOURCE SHA-256 {d * 64} SOURCE text/html, {d} byte{'s' * (d > '1')} {unknown}" for d in "123")
    assert solid(f"{' '.join(told)} READ BY") in last


def test_a_capture_says_what_it_does_not_know() -> None:
    capture = Capture(sha256="0" * 64, media_type="text/plain", length=1, importer="by hand")
    printed = all_words(briefing(blog_of(Entry(headline="One"), capture=capture)))
    assert "SOURCE text/plain, 1 byte CAPTURED date and time not recorded READ BY by hand NOTES (0) None." in printed


def test_the_index_names_everybody_once_with_the_entries_that_do(reader: PdfReader) -> None:
    printed = set_words(reader).rpartition("Sources and people")[2]
    assert "QUOTED Fire service 16 Nov 5:50 p.m. AUTHORS Desk 16 Nov 5:50 p.m." in printed
    assert "Անի Example https://news.example/ani 16 Nov 5:50 p.m." in printed
    assert "EMBEDDED FROM example-social 16 Nov 5:50 p.m." in printed
    assert "PUBLISHER Example News · https://news.example/" in printed


def test_entries_lead_to_the_index_and_the_index_to_entries(full: LiveBlog, reader: PdfReader) -> None:
    leading = {(page, str(found["/Dest"])) for page, found in annotations(reader) if "/Dest" in found}
    pages = destination_pages(reader)
    names = [name for name in pages if name.startswith("name-")]
    assert len(names) == len(named([e for e in full.entries if e.status == "published"]))
    entry = next(entry for entry in full.entries if entry.key_event)
    linked = {name for name in names if any(target == name for _, target in leading)}
    # Fire service, both authors, example-social and A. Example; hosts of links are named by the addresses themselves.
    assert len(linked) == 5
    assert {page for page, target in leading if target in linked} <= {pages[local(entry)], pages[local(entry)] + 1}
    assert all((pages[name], local(entry)) in leading for name in linked)


def test_a_byline_reads_as_one_sentence() -> None:
    people = [Agent(name="Ada"), Agent(name="Bo"), Agent(name="Cy", role="Editor")]
    assert "By Ada, Bo and Cy (Editor)" in all_words(briefing(blog_of(Entry(headline="One", authors=people))))


def test_the_word_before_the_last_name_of_a_byline_fits_it() -> None:
    entry = Entry(headline="Uno", authors=[Agent(name="Ana"), Agent(name="Inés")])
    assert "Por Ana e Inés" in all_words(briefing(blog_of(entry, language="es")))


def test_an_entry_without_a_time_stands_in_the_index_by_its_short_id() -> None:
    desk = Agent(name="Night desk", kind="organization")
    blog = blog_of(Entry(headline="One", authors=[desk]), Entry(headline="Two", authors=[desk]))
    ids = " · ".join(map(local, blog.entries))
    assert f"Night desk {ids} How to cite" in set_words(briefing(blog))


def test_every_address_of_an_author_stands_in_the_index_once() -> None:
    pages = [None, "https://a.example/one", "https://a.example/two", "https://a.example/one"]
    agents = [Agent(name=name, url=url) for name, url in zip(["Ani", "Ani", "ANI", "Ani"], pages, strict=True)]
    blog = blog_of(*(Entry(headline=f"News {number}", authors=[one]) for number, one in enumerate(agents)))
    words = set_words(briefing(blog))
    assert f"Ani https://a.example/one https://a.example/two {local(blog.entries[0])}" in words


# What is asked for


def test_only_what_is_selected_is_printed_and_said(storm: LiveBlog) -> None:
    reader = opened(storm, days="2026-03-04", text="hospital")
    printed = all_words(reader)
    chosen = [entry for entry in storm.entries if "hospital" in (entry.text + (entry.headline or "")).lower()]
    chosen = [entry for entry in chosen if entry.calendar_day == date(2026, 3, 4)]
    assert 1 < len(chosen) < 10
    assert f"{len(chosen)} entries" in printed
    assert "SELECTED 4 March 2026 · “hospital”" in printed
    assert f"Left out: {len(storm.entries) - len(chosen)} not selected." in printed
    pages = destination_pages(reader)
    assert {local(entry) for entry in storm.entries} & pages.keys() == {local(entry) for entry in chosen}


def test_the_cover_of_a_selection_says_that_it_is_one(storm: LiveBlog, storm_reader: PdfReader) -> None:
    cover = words(opened(storm, text="hospital").pages[0].extract_text())
    assert re.search(rf"selection: \d of {len(storm.entries)} entries", cover)
    assert "selection:" not in words(storm_reader.pages[0].extract_text())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_foot_of_large_print_says_which_capture_it_is_of(full: LiveBlog, paper: str) -> None:
    for page in opened(full, large_print=True, paper=paper, language="de").pages:
        foot = words(page.extract_text())
        assert f"Momentaufnahme {snapshot_id(full).short}" in foot
        assert f"unvollständig: 9 von 12 Einträgen · {full.id}" in foot


def test_every_way_of_selecting_is_said(storm: LiveBlog) -> None:
    marked = attrs.evolve(storm, entries=[attrs.evolve(entry, key_event=True) for entry in storm.entries])
    first = marked.chronological()[0]
    asked = {"start": "2026-03-03T12:00", "end": "2026-03-04", "key": "yes", "ids": local(first)}
    printed = all_words(opened(marked, **asked))
    said = f"SELECTED from 3 March 2026, 12:00 UTC+3 · before 4 March 2026 · Key events · {local(first)}"
    assert said in printed
    assert "before 4 March 2026, 09:00 UTC+1" in all_words(opened(marked, end="2026-03-04T09:00+01:00"))
    unknown = identify(LiveBlog(title="Days", entries=[Entry(day=date(2026, 3, 3))]))
    assert "before 4 March 2026, 09:00 zone unknown" in all_words(opened(unknown, end="2026-03-04T09:00"))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "no such words"}, "no entry is selected; ask for less"),
        ({"days": "2026-13-01"}, "pdf: option days cannot be '2026-13-01'; write a day as"),
        ({"language": "tlh"}, "language: no labels in the language 'tlh'"),
        ({"paper": "a5"}, "pdf: option paper cannot be 'a5'; use one of: a4, letter"),
        ({"previous": "v1"}, "pdf: option previous cannot be 'v1'; give a LiveBlog"),
        ({"colour": "red"}, "pdf: unknown option 'colour'; use one of: entries, "),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(storm: LiveBlog, options: dict[str, object], message: str) -> None:
    with pytest.raises(ExportError) as caught:
        opened(storm, **options)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_blog_of_which_nothing_is_published_is_refused() -> None:
    with pytest.raises(ExportError, match="no entry is published; ask for entries=all"):
        opened(blog_of(Entry(headline="One", status="draft"), title="Drafts"))


@pytest.mark.parametrize(
    ("options", "width", "height"),
    [
        ({}, 595, 842),
        ({"paper": "letter"}, 612, 792),
        ({"density": "compact"}, 595, 842),
        ({"large_print": True}, 595, 842),
    ],
)
def test_paper_is_as_large_as_asked_for(storm: LiveBlog, options: dict[str, object], width: int, height: int) -> None:
    reader = opened(storm, **options)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(width, height)}
    printed = solid(set_words(reader)) if "large_print" not in options else solid(all_words(reader))
    for entry in storm.entries:
        assert local(entry) in printed


def test_in_large_print_no_page_ends_with_a_label_or_a_heading(full: LiveBlog, storm: LiveBlog) -> None:
    for blog in (full, storm):
        reader = opened(blog, large_print=True, entries="all")
        for page in reader.pages[: destination_pages(reader)["sources"] - 1]:
            lines = page.extract_text().partition("\nPage ")[0].splitlines()
            assert not [line for line in lines[-3:] if re.fullmatch("[0-9b-df-hj-np-tv-xz]{12}", line.strip())]
            assert not [line for line in lines[-3:] if line.strip() in ("16 November 2021", "4 March 2026")]


def test_a_date_is_not_divided_between_the_lines_of_a_cover_or_a_citation(full: LiveBlog) -> None:
    first, *others = opened(full, entries="all").pages
    lines = [
        line.replace("\u00a0", " ").strip() for page in (first, *others) for line in page.extract_text().split("\n")
    ]
    assert "captured 18 November 2021, 08:00:01 UTC" in lines
    assert "Edited 16 November 2021, 18:07:59 UTC+4" in lines


def test_large_print_takes_more_pages_and_compact_print_fewer(storm: LiveBlog, storm_reader: PdfReader) -> None:
    assert len(opened(storm, density="compact").pages) < len(storm_reader.pages)
    assert len(opened(storm, large_print=True).pages) > 2 * len(storm_reader.pages)


def test_a_cover_is_dark_unless_it_is_not_to_be_or_would_be_nothing_else() -> None:
    night = b"0.09 0.13 0.18 rg"
    plain = blog_of(Entry(headline="One"), title="Short")
    wordy = blog_of(Entry(headline="One"), title="Long and longer " * 60)
    assert night in opened(plain).pages[0].get_contents().get_data()
    assert night not in opened(plain, dark_cover=False).pages[0].get_contents().get_data()
    assert night not in opened(wordy).pages[0].get_contents().get_data()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "FAITS CLÉS"),
        ("de", "DAS WICHTIGSTE IN ZAHLEN"),
        ("es", "DATOS CLAVE"),
        ("ru", "ГЛАВНОЕ В ЦИФРАХ"),
        ("hy", "ՀԻՄՆԱԿԱՆ ՓԱՍՏԵՐ"),
    ],
)
def test_the_words_around_are_in_the_language_that_is_asked_for(storm: LiveBlog, language: str, said: str) -> None:
    reader = opened(storm, language=language)
    assert said in words(reader.pages[0].extract_text())
    assert reader.root_object["/Lang"] == "en"
    assert language in {str(element.get("/Lang")) for element in elements(reader, "/P")}


@pytest.mark.parametrize("language", ["ar", "he"])
def test_pages_that_are_read_from_the_right_are_turned_round(storm: LiveBlog, language: str) -> None:
    def left_of(reader: PdfReader, name: str) -> float:
        return float(reader.named_destinations[name].left or 0)

    turned = opened(attrs.evolve(storm, language=language))
    assert turned.root_object["/Lang"] == language
    number = destination_pages(turned)["capture"]
    found: list[tuple[str, float]] = []
    turned.pages[number - 1].extract_text(
        visitor_text=lambda text, _c, matrix, _f, _s: found.append((text, matrix[4]))
    )
    digest = next(x for text, x in found if storm.capture and storm.capture.sha256[:20] in text)
    assert digest < 300  # the text column is left of the labels, which begin at the right margin


@pytest.mark.parametrize("language", ["ar", "he"])
def test_what_is_typed_from_left_to_right_is_drawn_so_on_pages_read_from_the_right(language: str) -> None:
    entry = Entry(
        headline="x", time=about("about 9", 9), published=clock("9:07", 9, 7), url="https://news.example/12-1/",
        native_id="12-34", span=Span(element='//*[@id="p-1"]'),
    )  # fmt: skip
    printed = solid(all_words(opened(blog_of(entry, language=language))))
    value = "2021-11-16T09:07+04:00"
    interval = "[2021-11-16T08:30+04:00,2021-11-16T09:30+04:00)"
    for typed in (value, interval, "https://news.example/12-1/", "12-34", '//*[@id="p-1"]'):
        assert typed in printed


# How a reader moves in it


def test_the_outline_lists_sections_days_hours_and_entries(reader: PdfReader) -> None:
    assert outline(reader)[:6] == [
        (0, "The bridge, live", 1),
        (0, "Key facts", 1),
        (0, "Introduction", 1),
        (0, "Contents", 2),
        (0, "17 November 2021", 3),
        (1, "00:00", 3),
    ]
    sections = [title for level, title, _ in outline(reader) if level == 0]
    assert outline(reader)[6] == (2, "00:30 Half past midnight.", 3)
    assert sections[-4:] == ["Sources and people", "How to cite", "Records of the entries", "Capture and integrity"]


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
    targets = {str(found["/Dest"]) for number, found in annotations(storm_reader) if number == 2}
    assert targets >= {"day-2026-03-03", "capture", *map(local, titled)}


def test_a_day_leads_back_to_the_contents(storm_reader: PdfReader) -> None:
    number = destination_pages(storm_reader)["day-2026-03-03"]
    assert "contents" in {str(found.get("/Dest")) for page, found in annotations(storm_reader) if page == number}


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
    assert f"{head} 3 March 2026" in words(storm_reader.pages[pages["day-2026-03-03"] - 1].extract_text())
    assert f"{head} 3 March 2026" in words(storm_reader.pages[pages["day-2026-03-04"] - 2].extract_text())
    assert f"{head} 4 March 2026" in words(storm_reader.pages[pages["day-2026-03-04"]].extract_text())
    assert f"{head} How to cite" not in words(storm_reader.pages[pages["citing"] - 1].extract_text())
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
    assert set(addresses(reader)) == {"https://news.example/%C3%BC?q=%5B1%5D", "mailto:desk@news.example"}
    for url in links.values():
        assert solid(url) in solid(all_words(reader))


# The file


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
        "import sys; from liveblog_archive.exporters import exporter; from tests.samples import full_blog;"
        "sys.stdout.buffer.writelines(exporter('pdf').write(full_blog()))"
    )
    root = Path(__file__).parents[3]
    machines = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "RL_useA85": "0"},
    )
    one, other = (python("-c", script, cwd=root, env=machine) for machine in machines)
    assert (one.returncode, one.stderr) == (0, b"")
    assert one.stdout == other.stdout == b"".join(exporter("pdf").write(full))


# Refusals


def test_an_entry_without_an_id_is_refused() -> None:
    with pytest.raises(ModelError, match="not an entry id: ''"):
        next(exporter("pdf").write(LiveBlog(id="tag:news.example,2021:x", entries=[Entry(headline="One")])))


def test_a_blog_without_an_id_is_refused() -> None:
    with pytest.raises(CitationError, match="the blog has no id to cite"):
        next(exporter("pdf").write(LiveBlog(title="Nameless")))
