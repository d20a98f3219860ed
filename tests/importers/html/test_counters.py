"""What counts on beside times: minutes of a match, kilometres of a race, and what only looks like it."""

import pytest
from lxml import html

from liveblog_archive.importers.html.labels.counters import is_count, may_count
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import note, of, page

TEXTS = ("The bunch is one.", "Four are away.", "It rains.", "They are caught.")


def told(inside: str) -> bool:
    return is_count(html.fragment_fromstring(inside), PrintedReader("en"))


def shown(*counts: str) -> LiveBlog:
    rows = (
        f'<div class="e"><div><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time> <i class="at">{count}</i></div>'
        f"<p>{TEXTS[n]}</p></div>"
        for n, count in enumerate(counts)
    )
    return of(page("".join(rows)))


class TestCounts:
    @pytest.mark.parametrize(
        "counts", [("km 14", "km 32", "km 61"), ("82.", "90.+4", "45."), ("17.3", "18.1", "19"), ("7’", "12’", "31’")]
    )
    def test_are_no_text_of_entries(self, counts: tuple[str, ...]) -> None:
        blog = shown(*counts)
        assert [entry.text for entry in blog.entries] == [*TEXTS[:3]]
        assert [entry.headline for entry in blog.entries] == [None] * 3
        assert "3 controls and labels" in note(blog, "page-furniture")

    def test_have_words_in_their_place_where_they_begin_and_end(self) -> None:
        blog = shown("Start", "km 32", "km 61", "Finish")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [(None, text) for text in TEXTS]

    def test_in_few_entries_stay(self) -> None:
        assert shown("Start", "km 3", "Away", "Home").entries[1].headline == "km 3"

    def test_stand_in_cells_before_that_of_the_text(self) -> None:
        row = '<tr><td class="min">{}</td><td>1{}:05</td><td><span class="tag">{}</span><p>{}</p></td></tr>'
        rows = "".join(row.format(f"{9 * n}.", n, "Goal", text) for n, text in enumerate(TEXTS))
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<table>{rows}</table>", head=head), timezone="UTC")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [(None, text) for text in TEXTS]

    @pytest.mark.parametrize(
        "inside",
        ["<i>14:05</i>", "<i>3 March</i>", "<i>14 boats</i>", "<i>kilometre 61 of 190</i>", "<i><b>61</b></i>",
         "<h2>61.</h2>", "<i>2:1</i>", "<i>Start</i>"],
    )  # fmt: skip
    def test_are_nothing_else(self, inside: str) -> None:
        assert not told(inside)

    @pytest.mark.parametrize(
        "inside",
        ["<i>It rains.</i>", '<i class="author">Ada</i>', '<i class="title">Storm</i>', "<h2>Start</h2>", "<i> </i>",
         "<i>14:05</i>", "<i>2m ago</i>", "<i>3 March</i>"],
    )  # fmt: skip
    def test_have_no_other_words_in_their_place(self, inside: str) -> None:
        assert not may_count(html.fragment_fromstring(inside), PrintedReader("en"))

    @pytest.mark.parametrize("inside", ["<i>Start</i>", "<i>Vor dem Spiel</i>", "<i>After the extra time</i>"])
    def test_have_a_few_words_in_their_place(self, inside: str) -> None:
        assert may_count(html.fragment_fromstring(inside), PrintedReader("de"))
