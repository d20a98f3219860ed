"""What a page prints below nearly every entry in the same words is in none, and noted; what an editor wrote stays."""

import pytest

from .test_ends import _blog, _left

SAID = [
    "The pumps run.",
    "The weir holds.",
    "The ferry waits.",
    "The bridge is shut.",
    "The road is dry.",
    "The mill is wet.",
]


def _entries(*below: str, above: bool = False) -> list[str]:
    """Return six entries with headlines, and lines below each."""
    found = []
    for at, said in enumerate(SAID):
        head, time = f"Report no. {at + 1} of today", f"1{at}:05"
        found += [*((head, time) if above else (time, head)), said, *below]
    return found


@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize("below", [["Folgen auf:"], ["Consulter le lien"], ["To the map", "See it in the app"]])
def test_what_stands_below_every_entry_is_in_none(below: list[str], *, above: bool) -> None:
    blog = _blog(*_entries(*below, above=above))
    assert [entry.text for entry in blog.entries] == SAID
    assert [entry.headline for entry in blog.entries] == [f"Report no. {at} of today" for at in range(1, 7)]
    assert _left(blog) == below * 6


def test_one_entry_may_go_without() -> None:
    lines = _entries("Consulter le lien")
    del lines[7]
    assert [entry.text for entry in _blog(*lines).entries] == SAID


@pytest.mark.parametrize(
    "below",
    [
        "Ada Berg",
        "Recorded by Ada Berg",
        "Bericht: dpa",
        "with material of AFP",
        "rim",
        "We stay here.",
        "Photo: Ada Berg",
        "All of the pumps were seen at work by us today",
    ],
)
def test_names_credits_sentences_and_what_says_much_stay(below: str) -> None:
    assert _left(_blog(*_entries(below))) == []


def test_who_somebody_is_stays_below_the_name() -> None:
    assert _left(_blog(*_entries("Ada Berg", "Reporter at the weir"))) == []


def test_what_only_some_entries_end_with_stays() -> None:
    lines = _entries("No more boats")
    del lines[3], lines[6]
    assert _left(_blog(*lines)) == []


def test_what_is_all_the_text_of_an_entry_stays() -> None:
    assert _left(_blog(*(line for at in range(5) for line in (f"1{at}:05", "No run")))) == []


def test_what_heads_the_entries_stays() -> None:
    lines = [line for at, said in enumerate(SAID) for line in ("From the weir", f"1{at}:05", said)]
    assert _left(_blog(*lines)) == []


def test_what_stands_between_the_foot_of_an_entry_and_the_next_is_of_the_page() -> None:
    lines = _entries("Share")
    lines[4:4] = ["Only for subscribers The man at the weir", "Loading..."]
    blog = _blog(*lines)
    assert [entry.text for entry in blog.entries] == SAID
    assert lines[4] in _left(blog)
    assert lines[5] in _left(blog)


def test_a_sentence_below_a_foot_is_of_its_entry_and_so_is_what_others_have_there() -> None:
    lines = _entries("Share")
    lines[4:4] = ["A list of roads", "More rain will come."]
    blog = _blog(*lines)
    assert blog.entries[0].text.endswith("A list of roads\n\nMore rain will come.")
    assert _left(blog) == ["Share"] * 6


def test_what_stands_below_a_rule_between_entries_stays() -> None:
    lines = _entries("---")
    lines[4:4] = ["Picture of the weir"]
    assert _left(_blog(*lines)) == ["---"] * 6
