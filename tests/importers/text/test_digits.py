"""Pasted texts with any digits: each is a blog that holds every character, or one clear line."""

from hypothesis import given, settings
from hypothesis import strategies as st

import liveblog_archive as lba

from .accounting import lost

NUMBERS = st.integers(0, 99) | st.sampled_from([0, 1, 10, 11, 12, 24, 29, 30, 31, 59, 60])
TWO = NUMBERS.map("{:02}".format)
ANY = NUMBERS.map(str)
YEARS = (st.integers(0, 9999) | st.sampled_from([0, 1, 21, 1821, 1900, 2024, 9999])).map("{:04}".format)
DAYS = st.one_of(
    st.tuples(YEARS, TWO, TWO).map("-".join),
    st.tuples(ANY, ANY, YEARS).map("/".join),
    st.tuples(ANY, st.sampled_from(["November", "February", "May"]), YEARS).map(" ".join),
    st.tuples(ANY, st.just("November")).map(" ".join),
    ANY.map("Day {}".format),
    st.tuples(st.sampled_from(["Today", "Yesterday", "Monday"]), ANY).map(", ".join),
)
SIGNS = st.sampled_from("+-−")
OFFSETS = st.one_of(
    st.just(""),
    st.tuples(st.sampled_from([" GMT", " UTC", " (GMT"]), SIGNS, ANY).map("".join),
    st.tuples(st.sampled_from([" GMT", ""]), SIGNS, TWO, st.just(":"), TWO).map("".join),
    st.sampled_from([" CET", " GMT", " IST", "Z"]),
)
CLOCKS = st.one_of(
    st.tuples(TWO, TWO).map(":".join),
    st.tuples(TWO, TWO, TWO).map(":".join),
    st.tuples(ANY, st.sampled_from([" p.m.", " a.m.", "h"])).map("".join),
    st.tuples(st.sampled_from(["晚上", "中午", "午前"]), ANY, st.just(":"), TWO).map("".join),
)
SENTENCE = "The pumps run again, and the harbour is dry."
LABELLED = st.tuples(CLOCKS, OFFSETS, st.sampled_from([f": {SENTENCE}", f" – {SENTENCE}", f"\n{SENTENCE}"])).map(
    "".join
)
NUMBERED = st.tuples(ANY, st.sampled_from([". ", ") ", ": ", ".", " "]), st.just(SENTENCE)).map("".join)
DATED = st.tuples(DAYS, st.just(", "), LABELLED).map("".join)
LINES = st.lists(st.one_of(DAYS, LABELLED, LABELLED, NUMBERED, DATED, st.just(SENTENCE)), min_size=1, max_size=12)
ZONES = st.sampled_from(["Europe/Berlin", "Africa/Monrovia", "Asia/Kathmandu", "UTC", None])
GIVEN = st.sampled_from([None, "2021-11-17", "0001-01-01", "9999-12-31", "1821-03-03"])


@settings(derandomize=True, deadline=None, max_examples=300)
@given(LINES, ZONES, GIVEN)
def test_any_digits_are_a_blog_that_holds_them_or_one_clear_line(
    lines: list[str], zone: str | None, date: str | None
) -> None:
    text = "\n".join(lines)
    try:
        blog = lba.parse(text, format="text", timezone=zone, date=date)
    except lba.ImportFailure as error:
        assert "\n" not in str(error)
        return
    assert lost(text, blog) == []
    assert lba.parse(lba.export(blog, "jsonld")) == blog
