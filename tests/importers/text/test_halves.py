"""Clocks of twelve hours that leave out a.m. and p.m., and such as only look like them."""

from datetime import date

import liveblog_archive as lba


def read(*times: str, **told: object) -> lba.LiveBlog:
    lines = [f"{time} The pump of the harbour runs, and nobody knows for how long." for time in times]
    return lba.parse("\n".join(lines), format="text", timezone="Europe/Dublin", date=date(2026, 5, 4), **told)


def walls(blog: lba.LiveBlog) -> list[str]:
    return [f"{entry.time.value:%d %H:%M}" for entry in blog.entries if entry.time and entry.time.value]


def codes(blog: lba.LiveBlog) -> list[str]:
    assert blog.capture is not None
    return [note.code for note in blog.capture.notes]


def test_they_go_on_from_morning_to_afternoon() -> None:
    blog = read("9.40", "11.50", "12.30", "1.20", "4.05")
    assert walls(blog) == ["04 09:40", "04 11:50", "04 12:30", "04 13:20", "04 16:05"]
    assert codes(blog).count("halves-inferred") == 1
    assert {entry.time.qualifier for entry in blog.entries if entry.time} == {"inferred"}


def test_they_may_begin_at_noon_and_run_backward() -> None:
    assert walls(read("12.10", "12.50", "1.30", "3.00")) == ["04 12:10", "04 12:50", "04 13:30", "04 15:00"]
    assert walls(read("3.00", "1.30", "12.50", "11.10")) == ["04 15:00", "04 13:30", "04 12:50", "04 11:10"]


def test_a_zero_an_hour_above_twelve_or_a_half_tells_otherwise() -> None:
    for times in (("09.40", "12.30", "01.20", "04.05"), ("9.40", "12.30", "1.20", "14.05")):
        assert "halves-inferred" not in codes(read(*times))
    assert "halves-inferred" not in codes(read("9:40 a.m.", "12:30 p.m.", "1:20 p.m.", "4:05 p.m."))


def test_a_long_step_may_lead_over_a_night() -> None:
    assert walls(read("9.15", "11.00", "12.30", "6.20", "8.10"))[-2:] == ["05 06:20", "05 08:10"]


def test_mornings_alone_are_what_they_are() -> None:
    assert walls(read("8.10", "9.15", "11.00")) == ["04 08:10", "04 09:15", "04 11:00"]
