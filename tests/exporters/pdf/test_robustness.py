"""Blogs that no newsroom would write, and that must be printed all the same."""

import re
from datetime import date
from io import BytesIO
from string import ascii_lowercase

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from tests.exporters.pdf.reading import all_words, briefing, destination_pages, outline, set_words, solid, words
from tests.samples import clock
from tests.strategies import blogs

from liveblog_archive.exporters import exporter
from liveblog_archive.identity import identify
from liveblog_archive.model import (
    Agent,
    Capture,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Quotation,
)
from liveblog_archive.overview import furniture_for

DAY = date(2021, 11, 16)
ALPHABET = "".join(map(chr, range(0x61, 0x61 + 26)))
HUGE = ALPHABET * 400


def blog_of(*entries: Entry, **facts: object) -> LiveBlog:
    return identify(LiveBlog(id="tag:news.example,2021:odd", order="oldest-first", entries=entries, **facts))


@given(blogs())
@settings(derandomize=True, deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
def test_every_blog_that_the_model_admits_has_a_briefing(blog: LiveBlog) -> None:
    reader = briefing(blog)
    printed = solid(all_words(reader))
    assert solid(furniture_for(blog).say("capture")) in printed
    for entry in blog.entries:
        assert entry.id.partition("#")[2] in printed


def test_a_paragraph_of_100_000_characters_without_a_blank_is_printed_whole() -> None:
    word = ALPHABET * 3850
    assert word in solid(set_words(briefing(blog_of(Entry(body=[Paragraph(word)])))))


@pytest.mark.parametrize(
    "entry",
    [
        Entry(headline=HUGE),
        Entry(summary=HUGE),
        Entry(time=Moment(text=HUGE)),
        Entry(url=f"https://news.example/{HUGE}"),
        Entry(authors=[Agent(name=HUGE)]),
        Entry(body=[Heading(HUGE, 1)]),
        Entry(body=[Quotation(HUGE, HUGE)]),
        Entry(body=[ListBlock([HUGE], ordered=True)]),
        Entry(body=[Media(kind="image", caption=HUGE, alt=HUGE)]),
        Entry(body=[Embed(provider=HUGE, text=HUGE)]),
    ],
)
def test_any_part_of_an_entry_may_be_longer_than_many_pages(entry: Entry) -> None:
    assert HUGE in solid(set_words(briefing(blog_of(entry))))


@pytest.mark.parametrize("facts", [{"title": HUGE}, {"description": HUGE}, {"introduction": [Paragraph(HUGE)]}])
def test_any_part_of_the_cover_may_be_longer_than_many_pages(facts: dict[str, object]) -> None:
    assert HUGE in solid(set_words(briefing(blog_of(Entry(headline="One"), **facts))))


def test_notes_of_many_kinds_may_go_on_for_many_pages() -> None:
    kinds = [f"kind-{first}{second}" for first in ascii_lowercase for second in ascii_lowercase][:500]
    notes = [Note(code=kind, line=n + 1, text=f"Note {n}.") for n, kind in enumerate(kinds)]
    capture = Capture(sha256="0" * 64, media_type="text/plain", length=0, importer="by hand", notes=notes)
    printed = set_words(briefing(blog_of(Entry(headline="One"), capture=capture)))
    assert all(f"line {n + 1} Note {n}." in printed for n in range(500))


def test_an_entry_may_have_a_thousand_paragraphs_and_as_many_list_items() -> None:
    body = [*(Paragraph(f"Paragraph {n}.") for n in range(1000)), ListBlock([f"Item {n}." for n in range(1000)])]
    blog = blog_of(Entry(body=body))
    reader = briefing(blog)
    printed = set_words(reader)
    assert all(f"{n + 1} Paragraph {n}." in printed for n in range(1000))
    assert all(f"• Item {n}." in printed for n in range(1000))
    assert f"{blog.entries[0].id.partition('#')[2]}.p1001" in destination_pages(reader)


def test_an_entry_may_have_a_thousand_links_each_with_its_address_on_its_page() -> None:
    body = [Paragraph(f"To page {n}.", [Link(3, 7, f"https://news.example/{n}")]) for n in range(1000)]
    found = []
    for page in briefing(blog_of(Entry(body=body))).pages:
        text = words(page.extract_text())
        if shown := re.findall(r"https://news\.example/(\d+)", text):
            assert re.findall(r"To page\d* (\d+)\.", text) == shown
            found += shown
    assert found == [str(n) for n in range(1000)]


def test_a_day_may_have_5000_entries() -> None:
    entries = [Entry(body=[Paragraph(f"Minute {n}.")], time=clock("now", n // 60 % 24, n % 60)) for n in range(5000)]
    data = b"".join(exporter("pdf").write(blog_of(*entries), {"entries": "all"}))
    with pikepdf.open(BytesIO(data)) as file:
        titles = [
            str(one.Title)
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and "/Dest" in one and "/Title" in one
        ]
    assert sum(title.startswith("now Minute ") for title in titles) == 5000


def test_days_may_alternate_as_often_as_there_are_entries() -> None:
    entries = [Entry(headline=f"E{n}", day=date(2021, 11, 16 + n % 2)) for n in range(200)]
    days = [title for level, title, _ in outline(briefing(blog_of(*entries))) if level == 0]
    assert days.count("16 November 2021, continued") == 99


def test_an_entry_of_nothing_has_its_id_and_citation() -> None:
    blog = blog_of(Entry())
    printed = all_words(briefing(blog))
    assert f"no time printed {blog.entries[0].id.partition('#')[2]} (no text) Cite as:" in printed


def test_lines_within_an_item_of_a_list_are_as_far_in_as_they_are_nested() -> None:
    items = ["first\n  inner\n    deep\n\n    beside\n  back", "  indented\n  still", "last\n moved"]
    page = briefing(blog_of(Entry(body=[ListBlock(items)]))).pages[1].extract_text(extraction_mode="layout")
    lines = [line.rstrip() for line in page.splitlines() if line.strip()]
    columns = {line.split()[-1]: line.rindex(" ") + 1 for line in lines}
    levels = {
        "first": 0,
        "inner": 1,
        "deep": 2,
        "beside": 2,
        "back": 1,
        "indented": 1,
        "still": 1,
        "last": 0,
        "moved": 0,
    }
    step = columns["inner"] - columns["first"]
    assert {text: (columns[text] - columns["first"]) / step for text in levels} == levels


def test_blocks_without_text_say_so_because_they_are_counted() -> None:
    body = [
        Paragraph(""),
        Heading(" ", 2),
        Quotation("\n"),
        ListBlock([]),
        ListBlock(["", "two"]),
        Embed(provider="x"),
    ]
    body += [Media(kind="video"), Media(kind="audio", caption="Sirens", url="https://news.example/a.mp3")]
    printed = all_words(briefing(blog_of(Entry(body=body))))
    for shown in (
        "1 (empty) 2 (empty) 3 (empty) 4 (empty) 5 • (empty) • two",
        "6 EMBEDDED FROM x 7 VIDEO 8 RECORDING Sirens https://news.example/a.mp3 Cite as:",
    ):
        assert shown in printed


def test_right_to_left_text_is_printed_as_it_is_read() -> None:
    printed = all_words(briefing(blog_of(Entry(body=[Paragraph("שלום עולם"), Paragraph("السلام عليكم")]))))
    assert "שלום עולם" in printed
    assert "السلام عليكم" in printed


def test_characters_that_the_fonts_lack_are_counted_and_listed() -> None:
    printed = all_words(briefing(blog_of(Entry(body=[Paragraph("日本、日 𓊝"), Paragraph("葛\U000e0100")]))))
    assert "1 \ufffd\ufffd\ufffd\ufffd \ufffd" in printed
    assert "U+3001 × 1, U+65E5 × 2, U+672C × 1, U+845B × 1, U+1329D × 1, U+E0100 × 1" in printed
    nothing = all_words(briefing(blog_of(Entry(headline="One"))))
    assert "The fonts of this briefing have every character of the live blog." in nothing


def test_control_characters_are_visible_everywhere() -> None:
    printed = all_words(briefing(blog_of(Entry(headline="a\x00b", body=[Paragraph("c\x0bd")]), title="e\x1ff")))
    assert "have every character of the live blog." in printed
    for shown in ("a[U+0000]b", "c[U+000B]d", "e[U+001F]f"):
        assert shown in printed
