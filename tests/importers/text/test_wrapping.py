"""Lines that were broken to fit a width: the first of them is no headline."""

import pytest

import liveblog_archive as lba

FILLED = [
    "18:30: The gallery is full, and somebody seems to have brought",
    "a dog. It sits still so far.",
    "18:42: Next item. The engineer's report puts the whole cost at",
    "£4.1m, up from £2.6m.",
    "18:58: Questions. The mayor says that nobody will be asked by",
    "Easter whether they want it.",
]


def _headlines(*lines: str) -> list[str | None]:
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-04")
    return [entry.headline for entry in blog.entries]


def test_a_line_that_was_broken_to_fit_a_width_is_no_headline() -> None:
    assert _headlines(*FILLED) == [None, None, None]
    assert _headlines(*(f"> {line}" for line in FILLED)) == [None, None, None]
    twice = [*FILLED[:4], "19:10: And that was all of it for now, says the mayor, who has", "to be home by eight."]
    assert _headlines(*twice) == [None, None, None]


def test_headlines_of_many_lengths_are_no_broken_lines() -> None:
    assert (
        _headlines("18:30: Calm at the pier", "iPhones ring.", "19:10: Rain", "It is wet.")[0] == "Calm at the pier"
    )
    short = [*FILLED[:4], "18:58: Questions", "The mayor says that nobody will be asked."]
    assert _headlines(*short)[2] == "Questions"
    none_goes_on = [FILLED[0], "A dog sits in it.", *FILLED[2:]]
    assert _headlines(*none_goes_on)[1] is not None
    long = [
        *FILLED[:5],
        f"Easter {'and after it '.strip()} " + "nobody knows what is to come of all this " * 3 + "at all.",
    ]
    assert _headlines(*long, "19:20: The end", long[-1])[2] is not None


@pytest.mark.parametrize(
    ("items", "headline"),
    [
        (["- the school,", "- the harbour."], None),
        (["- The school", "- The harbour"], "Shut are from tonight"),
        (["- the school", "- the harbour"], "Shut are from tonight"),
    ],
)
def test_a_sentence_that_goes_on_in_a_list_is_no_headline(items: list[str], headline: str | None) -> None:
    lines = [
        "18:30: Shut are from tonight",
        *items,
        "19:30: Calm now",
        "All is well.",
        "20:30: Good night",
        "The end.",
    ]
    assert _headlines(*lines) == [headline, "Calm now", "Good night"]
