"""What counts on beside times: minutes of a match, kilometres of a race, and what only looks like it."""

from datetime import UTC, datetime

import pytest
from lxml import html

from liveblog_archive.importers.html.labels.counters import may_count, score, unit_of_count
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import note, of, page

TEXTS = ("The bunch is one.", "Four are away.", "It rains.", "They are caught.")
HEADS = ("All together", "An attack", "The road is wet", "No gap left")


def told(inside: str) -> str | None:
    return unit_of_count(html.fragment_fromstring(inside), PrintedReader("en"))


def shown(*counts: str) -> LiveBlog:
    rows = (
        f'<div class="e"><div><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time> <i class="at">{count}</i></div>'
        f"<p>{TEXTS[n]}</p></div>"
        for n, count in enumerate(counts)
    )
    return of(page("".join(rows)))


class TestScores:
    def blog(self, *scores: str) -> LiveBlog:
        rows = (
            f'<div class="e"><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><div class="s">{score}</div>'
            f"<h3>{HEADS[n]}</h3><p>{TEXTS[n]}</p></div>"
            for n, score in enumerate(scores)
        )
        return of(page("".join(rows)))

    @pytest.mark.parametrize("pattern", ["ELM {} OAK", "<b>ELM</b> <i>{}</i> <b>OAK</b>", "St. Elm {} Oak United"])
    def test_are_no_text_of_entries(self, pattern: str) -> None:
        blog = self.blog(*map(pattern.format, ("3:2", "2:2", "2:1")))
        assert [(entry.headline, entry.text) for entry in blog.entries] == [*zip(HEADS, TEXTS, strict=True)][:3]
        assert "3 controls and labels" in note(blog, "page-furniture")

    @pytest.mark.parametrize(
        "said", ["Ada 19:02 Elm", "Runs 3-2 from now on, and for all we know", "Elm, 3:2 Oak, a b c d e f"]
    )
    def test_are_told_from_times_and_sentences(self, said: str) -> None:
        assert score(html.fragment_fromstring(f"<div>{said}</div>"), PrintedReader("en")) is None

    def test_have_few_pieces_and_no_paragraph_of_a_list(self) -> None:
        times = PrintedReader("en")
        assert score(html.fragment_fromstring("<div>ELM 3:2 OAK</div>"), times) == "ELM 3:2 OAK"
        assert score(html.fragment_fromstring("<li>ELM 3:2 OAK</li>"), times) is None
        assert score(html.fragment_fromstring(f"<div>ELM{'<b> </b>' * 12}3:2 OAK</div>"), times) is None
        assert score(html.fragment_fromstring(f"<div>ELM{' ' * 60}3:2 OAK</div>"), times) is None


class TestCounts:
    @pytest.mark.parametrize(
        "counts",
        [("km 14", "km 32", "km 61"), ("82.", "90.+4", "45."), ("17.3", "18.1", "19"), ("7’", "12’", "31’"),
         ("16.4 ov", "12.0 ov", "0.1 ov"), ("61 km", "32 km", "Start"), ("3. Satz", "2. Satz", "1. Satz"),
         ("5 min", "5 min", "6 min"), ("90.+3 Min.", "84. Min.", "45.+2 Min."), ("90+3 min", "84 min", "45 min"),
         ("90 + 4. perc", "71. perc", "12. perc")],
    )  # fmt: skip
    def test_are_no_text_of_entries(self, counts: tuple[str, ...]) -> None:
        blog = shown(*counts)
        assert [entry.text for entry in blog.entries] == [*TEXTS[:3]]
        assert [entry.headline for entry in blog.entries] == [None] * 3
        assert "3 controls and labels" in note(blog, "page-furniture")

    def test_have_words_in_their_place_where_they_begin_and_end(self) -> None:
        blog = shown("Start", "km 32", "km 61", "Finish")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [(None, text) for text in TEXTS]

    def test_in_one_unit_stand_beside_words_that_stay(self) -> None:
        blog = shown("14 boats", "20 cars", "31 vans", "Start")
        assert [entry.headline for entry in blog.entries] == ["14 boats", "20 cars", "31 vans", "Start"]

    def test_have_them_in_a_box_with_the_class(self) -> None:
        counts = ("Finish", "61'", "32'", "14'")
        rows = (
            f'<div class="e"><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>'
            f'<div class="minute"><span>{count}</span></div><p>{TEXTS[n]}</p></div>'
            for n, count in enumerate(counts)
        )
        assert [entry.text for entry in of(page("".join(rows))).entries] == [*TEXTS]

    @pytest.mark.parametrize("row", ["<td>{}</td>", '<td align="right"><font size="1">{}</font></td>'])
    def test_may_only_number_the_entries(self, row: str) -> None:
        rows = "".join(
            f"<tr><td>1{n}:05</td>{row.format(30 - n)}<td><b>{HEADS[n]}</b><br>{text}</td></tr>"
            for n, text in enumerate(TEXTS)
        )
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<table>{rows}</table>", head=head), timezone="UTC")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [*zip(HEADS, TEXTS, strict=True)]

    @pytest.mark.parametrize("said", ['title="3 March 2026, 1{n}:05"', 'data-time="2026-03-03T1{n}:05:00"'])
    def test_of_minutes_may_be_how_long_ago_it_was(self, said: str) -> None:
        rows = "".join(
            f'<div class="e"><span {said.format(n=n)}>{5 + n} min</span><p>{text}</p></div>'
            for n, text in enumerate(TEXTS)
        )
        blog = of(page(rows), timezone="UTC")
        assert [entry.time and entry.time.value for entry in blog.entries] == [
            datetime(2026, 3, 3, 10 + n, 5, tzinfo=UTC) for n in range(len(TEXTS))
        ]

    def test_in_few_entries_stay(self) -> None:
        assert shown("Start", "km 3", "Away", "Home").entries[1].headline == "km 3"

    def test_stand_in_cells_before_that_of_the_text(self) -> None:
        row = '<tr><td class="min">{}</td><td>1{}:05</td><td><span class="tag">{}</span><p>{}</p></td></tr>'
        rows = "".join(row.format(f"{9 * n}.", n, "Goal", text) for n, text in enumerate(TEXTS))
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<table>{rows}</table>", head=head), timezone="UTC")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [(None, text) for text in TEXTS]

    def test_that_a_label_has_are_no_text_in_one_entry_either(self) -> None:
        row = '<div class="e"><i>1{}:05</i>{}<h3>{}</h3><p>{}</p></div>'
        label = '<span class="tag">14 KM</span>'
        rows = "".join(row.format(n, label * (n == 1), HEADS[n], text) for n, text in enumerate(TEXTS))
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(rows, head=head), timezone="UTC")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [*zip(HEADS, TEXTS, strict=True)]

    @pytest.mark.parametrize("second", ["e_odd", "e_odd high"])
    def test_stand_in_most_rows_where_others_have_their_time(self, second: str) -> None:
        row = '<tr class="{}"><td class="min">{}</td><td>{}</td></tr>'
        shown = zip(("17:31", "90.+4", "46.", "15:02"), ("e_even", second) * 2, TEXTS, strict=True)
        rows = "".join(row.format(kind, at, text) for at, kind, text in shown)
        around = "<div><p>14:10</p><p>All of the results of today and of the days before.</p></div>"
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<div><table>{rows}</table></div>{around}", head=head), timezone="UTC")
        assert [(entry.time and entry.time.text, entry.text) for entry in blog.entries] == [
            ("17:31", TEXTS[0]), (None, TEXTS[1]), (None, TEXTS[2]), ("15:02", TEXTS[3]),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("balls", "runs"),
        [
            (("19.6", "19.5", "19.4"), ("<b class='r r4'>4</b>", "<b class='r rw'>W</b>", "<b class='r r0'>•</b>")),
            (("61'", "58'", "45.+2'"), ("<b class='r'>1</b>", "<b class='r'>x</b>", "<b class='r'>–</b>")),
            (("km 61", "km 58", "km 12"), ("", "", "")),
        ],
    )
    def test_stand_in_a_place_of_their_own_beside_blocks_with_a_time(
        self, balls: tuple[str, ...], runs: tuple[str, ...]
    ) -> None:
        row = '<div class="item{}"><div class="{}">{}</div>{}<div class="said">{}</div></div>'
        told = [("note", "clock", "11:32 local time", "", TEXTS[0])]
        told += [("", "ball", ball, run, text) for ball, run, text in zip(balls, runs, TEXTS[1:], strict=True)]
        told += [("note", "clock", "9:31 local time", "", "Nobody is out yet.")]
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        rows = "".join(row.format(f" {kind}" if kind else "", *one) for kind, *one in told)
        blog = of(page(rows, head=head), timezone="UTC")
        assert [(entry.time and entry.time.text, entry.headline, entry.text) for entry in blog.entries] == [
            ("11:32 local time", None, TEXTS[0]),
            *((None, None, text) for text in TEXTS[1:]),
            ("9:31 local time", None, "Nobody is out yet."),
        ]

    @pytest.mark.parametrize(
        "inside",
        ["<i>14:05</i>", "<i>3 March</i>", "<i>kilometre 61 of 190</i>", "<i><b>61</b></i>",
         "<h2>61.</h2>", "<i>2:1</i>", "<i>Start</i>", '<i class="tag">2 minutes</i>'],
    )  # fmt: skip
    def test_are_nothing_else(self, inside: str) -> None:
        assert told(inside) is None

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
