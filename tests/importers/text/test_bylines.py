"""Names beside times: when they are who wrote, and when a headline."""

import pytest

import liveblog_archive as lba

from .accounting import lost

SAID = ["The vote is through, by nineteen to twelve.", "The figures do not add up.", "The meeting begins."]
NAMES = ["Priya Holm", "Tom Ashdown", "Priya Holm"]
TIMES = ["19:50", "19:31", "19:05"]


def _blog(*lines: str) -> lba.LiveBlog:
    text = "\n".join(lines)
    blog = lba.parse(text, format="text", timezone="UTC", date="2024-03-07")
    assert lost(text, blog) == []
    return blog


def _told(label: str, names: list[str] = NAMES, under: list[str] | None = None) -> list[str]:
    lines: list[str] = []
    for place, (name, time, said) in enumerate(zip(names, TIMES, SAID, strict=True)):
        lines += [label.format(name=name, time=time), *([under[place]] if under else []), said]
    return lines


@pytest.mark.parametrize(
    "label", ["{name}, {time}", "By {name} | {time}", "{name} – {time}", "{name} ({time})", "By {name} at {time}"]
)
def test_a_name_before_a_time_opens_an_entry(label: str) -> None:
    blog = _blog(*_told(label))
    assert [entry.time.shown.removeprefix("at ") for entry in blog.entries if entry.time] == TIMES
    assert [entry.headline for entry in blog.entries] == [None] * 3
    assert [author.name for entry in blog.entries for author in entry.authors] == NAMES
    assert [entry.text for entry in blog.entries] == SAID
    assert blog.order == "newest-first"


@pytest.mark.parametrize("label", ["{time} {name}", "{time} By {name}", "{time}: {name}"])
def test_a_name_after_a_time_is_no_headline(label: str) -> None:
    blog = _blog(*_told(label))
    assert [entry.headline for entry in blog.entries] == [None] * 3
    assert [author.name for entry in blog.entries for author in entry.authors] == NAMES


@pytest.mark.parametrize("label", ["{name}, {time}", "{time} {name}"])
def test_a_headline_may_stand_under_both(label: str) -> None:
    headlines = ["Budget passes", "Opposition objects", "Meeting begins"]
    blog = _blog(*_told(label, under=headlines))
    assert [entry.headline for entry in blog.entries] == headlines


def test_among_names_a_headline_is_one() -> None:
    lines = [line for time in ("20:20", "20:10") for line in (f"{time} Priya Holm", SAID[0])]
    blog = _blog(*lines, *_told("{time} {name}"), "18:50 The hall is full", SAID[1])
    assert [entry.headline for entry in blog.entries] == [None] * 5 + ["The hall is full"]


def test_capitals_that_never_come_again_are_headlines() -> None:
    blog = _blog(*_told("{time} {name}", ["Budget Passes", "Opposition Objects", "Meeting Begins"]))
    assert [entry.headline for entry in blog.entries] == ["Budget Passes", "Opposition Objects", "Meeting Begins"]


def test_one_name_among_headlines_is_none_of_them() -> None:
    blog = _blog("19:50 Priya Holm", SAID[0], "19:31 Opposition objects", SAID[1], "19:05 Meeting begins", SAID[2])
    assert blog.entries[0].headline == "Priya Holm"


@pytest.mark.parametrize("line", ["the council, 19:31", "Priya Holm, 25:61", "Priya Holm, 19:31 and later"])
def test_what_is_no_name_with_a_time(line: str) -> None:
    blog = _blog("Priya Holm, 19:50", SAID[0], line, SAID[1], "Priya Holm, 19:05", SAID[2])
    assert [entry.time.shown for entry in blog.entries if entry.time] == ["19:50", "19:05"]


def test_the_last_entry_keeps_its_text_when_the_furniture_goes() -> None:
    furniture = ["Share this page", "Most read", "Contact us", "Terms of use", "Privacy"]
    blog = _blog(*_told("{name}, {time}"), *furniture)
    last = blog.entries[-1]
    assert ([author.name for author in last.authors], last.text) == (["Priya Holm"], SAID[2])


def test_the_place_of_an_agency_beside_its_times_heads_no_entry() -> None:
    heads = ["Vote is through", "Figures do not add up", "Meeting begins"]
    blog = _blog(*_told("07/03/2024 {time}:11 - {name} (NTB)", ["Oslo", "Mo i Rana", "Oslo"], heads))
    assert [entry.headline for entry in blog.entries] == heads
    assert blog.entries[1].body[0].text == "Mo i Rana (NTB)"


def test_what_stands_in_brackets_behind_few_headlines_is_of_these() -> None:
    blog = _blog(
        "19:50 Vote is through (AP)", SAID[0], "19:31 Opposition objects", SAID[1], "19:05 It begins", SAID[2]
    )
    assert blog.entries[0].headline == "Vote is through (AP)"


def test_from_where_somebody_reports_heads_no_entry_and_what_stands_below_may() -> None:
    lines = [line for time in ("19:50", "19:31") for line in (time, "Priya Holm", "Reporting from Oslo", SAID[0])]
    headed = ["19:20", "Priya Holm", "Reporting from Oslo", "Vote is through", SAID[1]]
    others = ["19:05", "Tom Ashdown", "Meeting begins", SAID[2], "19:01", "Tom Ashdown", "Doors open", SAID[2]]
    blog = _blog(*lines, *headed, *others)
    assert [entry.headline for entry in blog.entries] == [
        None,
        None,
        "Vote is through",
        "Meeting begins",
        "Doors open",
    ]
    assert [entry.authors[0].role for entry in blog.entries] == ["Reporting from Oslo"] * 3 + [None] * 2
    assert {author.name for entry in blog.entries for author in entry.authors} == {"Priya Holm", "Tom Ashdown"}


def test_a_byline_below_an_entry_opens_none_though_controls_follow() -> None:
    text = "".join(
        f"{headline}\nJune 12, 2025 / {clock} PM\n\n{said}\n\nBy {name} Abara\n\nShare\nSave\n\n"
        for headline, clock, said, name in (
            ("Shelter opens", "6:30", "Horses and one emu have been taken in so far.", "Ken"),
            ("Highway shut", "3:12", "It is shut from here to the pass.", "Ada"),
            ("Road open", "12:40", "The road is open again.", "Ken"),
        )
    )
    blog = lba.parse(text, format="text", timezone="UTC")
    assert [entry.headline for entry in blog.entries] == ["Shelter opens", "Highway shut", "Road open"]
