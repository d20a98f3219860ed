"""How long ago entries were, where a line says when the page was printed or saved, or older ones have clocks."""

import liveblog_archive as lba

TEXTS = [
    "The motor runs again, and the first boat is through.",
    "The bridge is open to ships, and closed to all others.",
    "Buses will turn at Customs Street until further notice.",
]


def read(saved: str, *ages: str) -> lba.LiveBlog:
    lines = ["Bridge stuck", saved, *(line for pair in zip(ages, TEXTS, strict=True) for line in pair)]
    return lba.parse("\n".join(lines), format="text", timezone="UTC")


def bounds(blog: lba.LiveBlog) -> list[str]:
    times = [entry.time for entry in blog.entries if entry.time and entry.time.value]
    return [f"{time.earliest:%H:%M} {time.value:%d %H:%M} {time.latest:%H:%M}" for time in times]


def test_minutes_and_hours_count_back_from_it() -> None:
    blog = read("Printed on 5 May 2026 at 14:32", "12m ago", "2h ago", "3h ago")
    assert bounds(blog) == ["14:10 05 14:20 14:30", "11:32 05 12:32 13:32", "10:32 05 11:32 12:32"]
    assert {entry.time.qualifier for entry in blog.entries if entry.time} == {"approximate"}


def test_days_are_too_long_to_tell_a_time() -> None:
    assert bounds(read("Printed on 5 May 2026 at 14:32", "12m ago", "2h ago", "2 days ago"))[2:] == []


def test_without_a_clock_of_the_page_they_have_no_value() -> None:
    for saved in ("Printed on 5 May 2026", "Printed at 14:32", "Published on 5 May 2026 at 14:32, and printed"):
        assert bounds(read(saved, "12m ago", "2h ago", "3h ago")) == []


def printed(*lines: str) -> list[str]:
    """Return the times of a text, each with an equals sign where it has a value."""
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-05-05")
    return [f"{entry.time.text}{'=' * (entry.time.value is not None)}" for entry in blog.entries if entry.time]


def test_ages_of_the_latest_entries_stand_above_the_clocks_of_others() -> None:
    motor, bridge, buses = TEXTS
    clocks = ("11:05", buses, "10:40", motor)
    assert printed("5m ago", motor, "20m ago", bridge, *clocks) == ["5m ago", "20m ago", "11:05=", "10:40="]
    blog = lba.parse("\n".join(("5m ago", motor, "2h ago", bridge, *clocks)), format="text", timezone="UTC")
    assert {"times-relative", "date-missing"} <= {note.code for note in blog.notes}


def test_ages_are_no_entries_that_stand_alone_or_grow_younger_or_have_no_sentence() -> None:
    motor, bridge, buses = TEXTS
    clocks = ("11:05", buses, "10:40", motor)
    for lines in (["5m ago", motor], ["2h ago", motor, "5m ago", bridge], ["Published", "5m ago", "Seen", "2h ago"]):
        assert printed("Bridge stuck", *lines, *clocks) == ["11:05=", "10:40="]
    blog = lba.parse("\n".join(("há 5m", motor, *clocks)), format="text", timezone="UTC", date="2026-05-05")
    noted = "há 5m reads like a time label, but one age alone may be that of the page"
    assert noted in [note.text for note in blog.notes]


def test_below_two_clocks_ages_are_text() -> None:
    motor, bridge, buses = TEXTS
    ages = ("5m ago", bridge, "20m ago", buses)
    assert printed("11:05", motor, "10:40", motor, *ages, "10:20", motor) == ["11:05=", "10:40=", "10:20="]
