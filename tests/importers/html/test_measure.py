"""Which of the readings that a page allows counts: where one says little of the page, the one that says more."""

import pytest

from liveblog_archive.importers import Options
from liveblog_archive.importers.html.joining.measure import said
from liveblog_archive.importers.html.page import Page
from liveblog_archive.model import Entry, LiveBlog, Paragraph
from tests.importers.html.reading import note, of, page

HEAD = '<meta property="article:published_time" content="2026-03-03T18:00:00Z">'
TEXTS = (
    "The bridge is shut, and nobody can cross it before the wind drops.",
    "The ferry is late, since it has to wait for the tide in the port.",
    "The school is shut, and all the children have gone home by now.",
    "The market is open, but the stalls have no roofs in such a wind.",
    "The wind is up, and the harbour master has closed the old mole.",
)
STATED = (
    '<div class="n"><time datetime="2026-03-03T0{n}:10:00Z">0{n}:10</time> <b>A word on ships, part {n}.</b></div>'
)
HEADED = '<div class="n"><time datetime="2026-03-03T0{n}:10:00Z">0{n}:10</time> <b>All words on ships, {n}</b></div>'
PRINTED = '<div class="n"><span>0{n}:10</span> <b>A word on ships, part {n}.</b></div>'


def beside(row: str) -> str:
    return "<div>" + "".join(row.format(n=n) for n in (7, 6, 5, 4)) + "</div>"


def ticker(row: str) -> str:
    return "<div>" + "".join(row.format(at=f"1{5 - n}:05", text=text) for n, text in enumerate(TEXTS)) + "</div>"


def texts(blog: LiveBlog) -> list[str]:
    return [entry.text for entry in blog.entries]


@pytest.mark.parametrize("row", ["<li>{at} Uhr: {text}</li>", "<div>{at} – {text}</div>"])
@pytest.mark.parametrize("other", [STATED, HEADED, PRINTED])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_list_beside_the_ticker_has_none_of_its_entries(row: str, other: str, is_first: bool) -> None:
    parts = [beside(other), ticker(row)]
    blog = of(page("".join(parts if is_first else parts[::-1]), head=HEAD), timezone="UTC")
    assert texts(blog) == [*TEXTS]


def test_a_list_beside_the_ticker_is_noted() -> None:
    blog = of(page(beside(STATED) + ticker("<li>{at} Uhr: {text}</li>"), head=HEAD), timezone="UTC")
    assert "4 parts around the text" in note(blog, "page-furniture")
    assert not blog.introduction


def test_a_list_stays_where_the_times_of_all_else_are_in_no_known_zone() -> None:
    blog = of(page(beside(STATED) + ticker("<div>{at} – {text}</div>"), head=HEAD))
    assert len(blog.entries) == 4


@pytest.mark.parametrize("more", ["", "<p>14:05: The mole is shut.</p><p>13:05: It is open.</p>"])
def test_a_ticker_in_a_long_report_has_its_entries(more: str) -> None:
    report = f"<p>{' '.join(4 * TEXTS)}</p>"
    blog = of(page(f"{beside(STATED)}{more}{report}", head=HEAD), timezone="UTC")
    assert len(blog.entries) == 4


def test_lines_that_say_little_are_entries_where_no_elements_are() -> None:
    lines = "".join(f"<p>1{n}:05 Nothing new</p>" for n in (5, 4, 3))
    blog = of(page(f"<p>{' '.join(TEXTS)}</p>{lines}", head=HEAD), timezone="UTC")
    assert len(blog.entries) == 3


def test_a_link_behind_the_last_sentence_of_a_paragraph_takes_nothing_from_it() -> None:
    entry = Entry(body=[Paragraph(f"{TEXTS[0]} More"), Paragraph("A list of ships"), Paragraph("At 3.5 knots")])
    assert said([entry]) == len(TEXTS[0])


@pytest.mark.parametrize("inside", ["<p>A<b>!</b>B<i>!</i>C.</p>", "<p>\n  A  \n b.  </p>", "A.<br>B.<br>", ""])
def test_a_page_has_no_more_sentences_than_text(inside: str) -> None:
    found = Page.of(page(inside).encode(), Options(), [])
    assert found is not None
    assert 0 <= found.length <= found.most_length
