"""Pages without any time: entries under headings that are days, of reports on how things stand."""

from datetime import date

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import codes, of, page

TEXTS = ("The bridge is shut. Boats run.", "The river is rising. Stay away.", "It rains on the hills. It will go on.")


def report(*days: str, texts: tuple[str, ...] = TEXTS, below: str = "") -> str:
    parts = "".join(f"<h2>{day}</h2><p>{text}</p>" for day, text in zip(days, texts, strict=True))
    return page(
        f"<main><h1>Flood</h1><p>How things stand. We change this page when they do.</p>{parts}{below}</main>"
    )


def told(blog: LiveBlog) -> list[tuple[date | None, str]]:
    return [(entry.time.value, entry.time.text) for entry in blog.entries if entry.time]


class TestHeadingsThatAreDays:
    def test_begin_an_entry_of_that_day_each(self) -> None:
        blog = of(report("Friday 20 March 2026", "Thursday 19 March 2026", "Tuesday 17 March 2026"))
        assert [day for day, _ in told(blog)] == [date(2026, 3, 20), date(2026, 3, 19), date(2026, 3, 17)]
        assert [entry.text for entry in blog.entries] == [*TEXTS]
        assert [block.text for block in blog.introduction] == ["How things stand. We change this page when they do."]
        assert (blog.order, "order-inferred" in codes(blog)) == ("newest-first", True)

    def test_may_say_which_part_of_the_day_it_was(self) -> None:
        blog = of(report("18 March 2026 (morning)", "18 March 2026 (evening)", "20 March 2026"))
        assert told(blog)[1] == (date(2026, 3, 18), "18 March 2026 (evening)")
        assert blog.order == "oldest-first"

    def test_may_have_the_year_of_the_page(self) -> None:
        below = "<footer><p>Last updated 20 March 2026</p></footer>"
        blog = of(report("18 March", "19 March", "20 March", below=below))
        assert [day for day, _ in told(blog)] == [date(2026, 3, 18), date(2026, 3, 19), date(2026, 3, 20)]

    @pytest.mark.parametrize(
        "days",
        [
            ("18 March", "19 March", "20 March"),
            ("19 March 2026", "20 March 2026", "18 March 2026"),
            ("18 March 2026", "18 March 2026", "18 March 2026"),
            ("18 March 2026", "19 March 2026", "The bridge"),
        ],
        ids=["no year", "no order", "one day", "few days"],
    )
    def test_are_no_entries_without_an_order_of_dates(self, days: tuple[str, ...]) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(report(*days))

    def test_are_those_of_events_where_hardly_a_sentence_stands_below(self) -> None:
        texts = ("Concert in the park", "Market, town hall", "Fair")
        with pytest.raises(ImportFailure, match="no entry found"):
            of(report("18 March 2026", "19 March 2026", "20 March 2026", texts=texts))


class TestBlocksWithADay:
    BLOCK = '<div class="update"><p class="on"><mark>{}</mark></p><p>{}</p></div>'

    def report(self, *days: str) -> str:
        box = '<div class="gift"><h3>Give</h3><p>Thirty pounds buy a pump.</p></div>'
        first, *others = (self.BLOCK.format(day, text) for day, text in zip(days, TEXTS, strict=True))
        return page(f"<main><h1>Flood</h1><p>How things stand.</p>{first}{box}{''.join(others)}</main>")

    def test_are_entries_of_that_day_and_what_stands_between_them_is_not(self) -> None:
        blog = of(self.report("20 March 2026", "19 March 2026", "17 March 2026"))
        assert [day for day, _ in told(blog)] == [date(2026, 3, 20), date(2026, 3, 19), date(2026, 3, 17)]
        assert [entry.text for entry in blog.entries] == [*TEXTS]
        assert blog.order == "newest-first"

    def test_are_none_without_an_order(self) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(self.report("19 March 2026", "20 March 2026", "18 March 2026"))
