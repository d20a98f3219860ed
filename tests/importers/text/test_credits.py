"""Who wrote an entry, and when it was changed, where lines of a text say so and nothing else."""

from datetime import UTC, datetime

import pytest

import liveblog_archive as lba
from liveblog_archive.model import Entry

from .accounting import lost

HEAD = ["The strike at the port", "By Dana Okafor and Luis Peres", "19 November 2026"]
SAID = "The union says that it will be back tomorrow with twice as many."
LAST = ["08.30", "Good morning. We will follow the strike all day."]


def _blog(*lines: str, head: list[str] = HEAD) -> lba.LiveBlog:
    text = "\n".join([*head, *lines, *LAST])
    blog = lba.parse(text, format="text", timezone="Europe/London")
    assert lost(text, blog) == []
    return blog


def _authors(entry: Entry) -> list[str]:
    return [author.name for author in entry.authors]


def test_a_name_below_a_headline_that_is_an_authors_elsewhere_is_the_author() -> None:
    blog = _blog("18.05", "Strike ends without deal", "Dana Okafor", SAID, "12.30", "Luis Peres", SAID)
    first, second, last = blog.entries
    assert (first.headline, _authors(first), first.text) == ("Strike ends without deal", ["Dana Okafor"], SAID)
    assert (second.headline, _authors(second), second.text) == (None, ["Luis Peres"], SAID)
    assert last.authors == ()
    assert [author.name for author in blog.authors] == ["Dana Okafor", "Luis Peres"]


def test_a_name_that_nothing_calls_an_authors_stays_where_it_is() -> None:
    blog = _blog(
        "18.05", "Strike ends without deal", "Santa Clara", SAID, "12.30", "By Ada Fenn", SAID, head=HEAD[2:]
    )
    first, second, _ = blog.entries
    assert (first.authors, [block.text for block in first.body]) == ((), ["Santa Clara", SAID])
    assert (_authors(second), second.text) == (["Ada Fenn"], SAID)
    assert blog.authors == ()


@pytest.mark.parametrize(
    "line", ["Posted by Ada Fenn", "Written by Ada Fenn", "Publié par Ada Fenn", "Geschrieben von Ada Fenn"]
)
def test_what_by_stands_behind_tells_who_wrote_as_well(line: str) -> None:
    first, _ = _blog("12.30", line, SAID).entries
    assert (_authors(first), first.text) == (["Ada Fenn"], SAID)


@pytest.mark.parametrize("line", ["By Ada Fenn in Kiel", "By Ada Fenn and", "From the Gazette's Jane Doe"])
def test_a_line_that_says_more_than_names_stays_where_it_is(line: str) -> None:
    first, _ = _blog("12.30", line, SAID).entries
    assert (first.authors, [block.text for block in first.body]) == ((), [line, SAID])


@pytest.mark.parametrize("head", ["Ada Fenn (now) and Ben Hale (earlier)", "Ada Fenn and (earlier) Ben Hale"])
def test_names_of_a_line_above_all_are_those_of_authors_below_times_and_headlines(head: str) -> None:
    first, second, third, _ = _blog(
        "18.05",
        "Ada Fenn",
        SAID,
        "12.30",
        "Strike ends",
        "Ben Hale",
        SAID,
        "11.20",
        SAID,
        head=[HEAD[0], head, HEAD[2]],
    ).entries
    assert (first.headline, _authors(first), first.text) == (None, ["Ada Fenn"], SAID)
    assert (second.headline, _authors(second), second.text) == ("Strike ends", ["Ben Hale"], SAID)
    assert third.authors == ()


@pytest.mark.parametrize(
    ("names", "title", "told"),
    [
        ("Ada Fenn;Ben Hale;Ada Fenn", "The strike", True),
        ("Ada Fenn;Ben Hale;Cay Ilk", "The strike", False),
        ("Port Strike;Skerra Head;Port Strike", "The port strike", False),
    ],
)
def test_names_that_nearly_all_entries_end_with_are_those_of_authors_where_some_come_again(
    names: str, title: str, told: bool
) -> None:
    last = names.split(";")
    lines = [line for at, name in enumerate(last) for line in (f"1{at}.05", SAID, name, "")]
    blog = lba.parse("\n".join([title, "19 November 2026", *lines]), format="text", timezone="Europe/London")
    assert [_authors(entry) for entry in blog.entries] == [[name] if told else [] for name in last]
    assert [entry.text for entry in blog.entries] == [SAID if told else f"{SAID}\n\n{name}" for name in last]


def test_one_name_above_all_may_be_a_place() -> None:
    first, _ = _blog(
        "12.30", "Strike ends without deal", "Santa Clara", SAID, head=[HEAD[0], "Santa Clara", HEAD[2]]
    ).entries
    assert first.authors == ()


def test_who_wrote_all_is_known_where_brackets_say_when() -> None:
    blog = _blog("12.30", SAID, head=[HEAD[0], "By Ada Fenn (now) and Ben Hale (earlier)", HEAD[2]])
    assert [author.name for author in blog.authors] == ["Ada Fenn", "Ben Hale"]


def test_names_that_half_of_the_entries_begin_with_are_those_of_authors() -> None:
    names = ["Ada Fenn", "Ben Hale", "Ada Fenn & Ben Hale"]
    lines = [line for at, name in enumerate(names) for line in (f"1{5 - at}.30", "Port shut", name, SAID)]
    blog = _blog(*lines, head=HEAD[2:])
    assert [_authors(entry) for entry in blog.entries] == [["Ada Fenn"], ["Ben Hale"], ["Ada Fenn", "Ben Hale"], []]
    assert [entry.headline for entry in blog.entries] == ["Port shut"] * 3 + [None]


@pytest.mark.parametrize(
    "lines",
    [
        ["14.02 GMT", "Updated at 14.40 GMT", SAID],
        ["14.02 GMT", SAID, "Updated at 14.40 GMT"],
        ["14.02 GMT", SAID, "Updated at 14.40"],
    ],
)
def test_a_time_of_change_is_no_headline_and_no_text(lines: list[str]) -> None:
    first, last = _blog(*lines).entries
    assert (first.headline, first.text, last.modified) == (None, SAID, None)
    assert first.modified is not None
    assert first.modified.value == datetime(2026, 11, 19, 14, 40, tzinfo=UTC)
    assert first.modified.text in lines
    assert (first.modified.precision, first.modified.qualifier) == ("minute", "inferred")


def test_a_time_of_change_below_a_text_is_not_that_of_the_entry_below() -> None:
    lines = [line for hour in (15, 14, 13) for line in (f"{hour}.05", SAID, f"Updated at {hour}.20")]
    *entries, _ = _blog(*lines).entries
    assert [(entry.headline, entry.text) for entry in entries] == [(None, SAID)] * 3
    assert [entry.modified.text for entry in entries if entry.modified] == [
        "Updated at 15.20",
        "Updated at 14.20",
        "Updated at 13.20",
    ]


def test_a_time_of_change_is_noted_as_no_rejected_label_beside_one_that_is() -> None:
    lines = [line for hour in (15, 14, 13) for line in (f"{hour}.05", SAID, f"Updated at {hour}.20")]
    codes = {"label-rejected", "labels-inferred"}
    blog = _blog(*lines)
    assert blog.capture is not None
    assert [note for note in blog.capture.notes if note.code in codes] == []
    blog = _blog(*lines[:2], "Updated at 15.20", "Updated at 15.40", *lines[3:])
    assert blog.capture is not None
    assert [note.text.split(" reads")[0] for note in blog.capture.notes if note.code == "label-rejected"] == [
        "Updated at 15.20"
    ]


def test_of_two_times_of_change_the_second_stays_where_it_is() -> None:
    first, _ = _blog("14.02", "Updated at 14.40", SAID, "Updated at 15.10").entries
    assert first.modified is not None
    assert (first.modified.text, first.text) == ("Updated at 14.40", f"{SAID}\n\nUpdated at 15.10")


def test_below_a_time_of_change_a_headline_may_stand() -> None:
    first, _ = _blog("14.02", "Updated at 14:40:22", "Gates closed", SAID).entries
    assert (first.headline, first.text) == ("Gates closed", SAID)
    assert first.modified is not None
    assert first.modified.value == datetime(2026, 11, 19, 14, 40, 22, tzinfo=UTC)


def test_a_change_past_midnight_is_on_the_next_day() -> None:
    first, _ = _blog("23.50", SAID, "Updated at 00.10").entries
    assert first.modified is not None
    assert first.modified.value == datetime(2026, 11, 20, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize("line", ["Updated 20 November 2026, 09.00", "Updated at 14.40 EST"])
def test_a_change_on_a_stated_day_or_in_another_zone_is_kept_as_it_was_printed(line: str) -> None:
    first, _ = _blog("14.02 GMT", SAID, line).entries
    assert first.modified is not None
    assert (first.modified.text, first.modified.value) == (line, None)


@pytest.mark.parametrize(
    "line",
    [
        "Updated guidance counts 30 ships.",
        "Updated: 25.61",
        "Updated at 14.40 with a statement",
        f"Updated at 14.40, {SAID}",
        "Last seen at 14.40",
    ],
)
def test_what_says_more_is_text(line: str) -> None:
    first, _ = _blog("14.02", SAID, line).entries
    assert first.modified is None
    assert first.text.endswith(line)


def test_an_entry_that_has_nothing_else_keeps_the_line() -> None:
    first, _ = _blog("14.02", "Updated at 14.40").entries
    assert (first.text, first.modified) == ("Updated at 14.40", None)


def test_a_name_alone_is_the_author_where_another_entry_says_who_that_is() -> None:
    said = ("12.30", "Strike ends without deal", "By Dana Okafor", SAID)
    blog = _blog("18.05", "Dana Okafor", SAID, *said, head=["The strike at the port", "19 November 2026"])
    first, second, _ = blog.entries
    assert (first.headline, _authors(first)) == (None, ["Dana Okafor"])
    assert (second.headline, _authors(second)) == ("Strike ends without deal", ["Dana Okafor"])


def test_names_that_come_again_where_headlines_stand_are_those_of_authors() -> None:
    names = ["Maya Stroud", "Lee Corrigan", "Maya Stroud", "Lee Corrigan"]
    lines = [line for hour, name in enumerate(names) for line in (f"{18 - hour}.05", name, SAID)]
    assert [_authors(entry) for entry in _blog(*lines).entries] == [*([name] for name in names), []]
    alone = [line for hour in (18, 17, 16) for line in (f"{hour}.05", f"Ferry Number {'ABC'[hour - 16]}", SAID)]
    assert [entry.headline for entry in _blog(*alone).entries][:3] == [
        "Ferry Number C",
        "Ferry Number B",
        "Ferry Number A",
    ]


CHANGE = "Updated 19 November 2026, 18.40"


def _changes(*lines: str) -> list[str | None]:
    blog = lba.parse("\n".join([*HEAD, *lines]), format="text", timezone="Europe/London")
    return [entry.modified.text if entry.modified else None for entry in blog.entries]


def test_a_change_with_its_year_below_all_entries_is_that_of_the_page() -> None:
    lines = ["18.05", SAID, "", "17.30", SAID, "", "16.10", SAID]
    assert _changes(*lines, "", CHANGE) == [None, None, None]
    assert _changes(*lines, CHANGE) == [None, None, CHANGE]
    assert _changes(*lines, "", "Updated 18.40") == [None, None, "Updated 18.40"]
    assert _changes(*lines[:2], "", CHANGE, *lines[2:], "", CHANGE) == [CHANGE, None, CHANGE]


def test_what_ends_like_a_sentence_above_a_byline_and_text_is_a_headline() -> None:
    quoted = '"I saw the flames at 2:40 a.m."'
    lines = ["18.05", "Strike ends", "By Dana Okafor", SAID, "17.30", quoted, "By Luis Peres", SAID]
    heads = [line for hour in (16, 15, 14, 13) for line in (f"{hour}.10", f"Pickets go at {hour}", SAID)]
    *found, last, _ = _blog(*lines, *heads, "12.00", SAID, "By Luis Peres").entries
    assert [entry.headline for entry in found[:3]] == ["Strike ends", quoted, "Pickets go at 16"]
    assert [_authors(entry) for entry in found[:2]] == [["Dana Okafor"], ["Luis Peres"]]
    assert (last.headline, _authors(last), last.text) == (None, ["Luis Peres"], SAID)
