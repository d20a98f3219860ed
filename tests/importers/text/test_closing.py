"""Times in lines of their own: whether they close the entries above them, or begin those below."""

import pytest

import liveblog_archive as lba

TITLE = ("A night at the bakery", "By Ada Berg", "We spent it between the ovens and the counter.")
HEADS = ("First dough", "Eleven rolls", "A cake", "The shelves are full")
TEXTS = (
    "It is warm enough to take off a coat.",
    "A driver eats one before he has paid.",
    "Somebody wants a name on it, at once.",
    "The first buses pass and the streets are swept.",
)
CLOCKS = ("01:05", "02:10", "03:15", "04:20")
FOOT = ("Rate this story", "Back to the front page")


def _read(*lines: str) -> list[tuple[str | None, str | None, str]]:
    blog = lba.parse("\n".join(lines), format="text", timezone="Europe/Dublin", date="2026-02-07")
    return [(entry.time.text if entry.time else None, entry.headline, entry.text) for entry in blog.entries]


def _closed(times: tuple[str, ...] = CLOCKS, below: tuple[str, ...] = ()) -> list[str]:
    """Return dense entries that end with their times; `below` are the lines below the second of these."""
    entries = [[head, text, time] for head, text, time in zip(HEADS, TEXTS, times, strict=True)]
    entries[1] += below
    return [line for entry in entries for line in entry]


MEANT = [*zip(CLOCKS, HEADS, TEXTS, strict=True)]


def test_times_close_dense_entries_where_no_sentence_stands_below_the_last() -> None:
    assert _read(*TITLE, *_closed(), *FOOT) == MEANT


def test_times_close_dense_entries_where_a_word_says_that_they_were_posted() -> None:
    posted = tuple(f"Posted at {clock}" for clock in CLOCKS)
    found = _read(*TITLE, *_closed(posted), "This page has been closed.", *FOOT)
    assert found == [*zip(posted, HEADS, TEXTS, strict=True)]


@pytest.mark.parametrize("form", ["Posted {} days ago. Feb 07, 2026 - {}", "Published {} hours ago, {}"])
def test_words_and_ages_may_stand_before_times_that_close_entries(form: str) -> None:
    posted = tuple(form.format(9 - place, clock) for place, clock in enumerate(CLOCKS))
    assert _read(*TITLE, *_closed(posted), "Write to us at once.") == [*zip(posted, HEADS, TEXTS, strict=True)]


def test_times_behind_who_posted_close_entries() -> None:
    posted = tuple(f"Posted by Ada Berg at {clock}" for clock in CLOCKS)
    told = [f"Posted at {clock}" for clock in CLOCKS]
    assert _read(*TITLE, *_closed(posted), *FOOT) == [*zip(told, HEADS, TEXTS, strict=True)]


def test_what_few_entries_begin_with_is_text_where_times_close_them_below_what_readers_felt() -> None:
    texts = [(TEXTS[0],), ("Photo", TEXTS[1]), (TEXTS[2],), (TEXTS[3],)]
    felt = ("👍 ❤️ 31", "😮 2", "👍 12", "❤️ 1")
    told = [line for text, clock, count in zip(texts, CLOCKS, felt, strict=True) for line in (*text, clock, count)]
    assert _read("Bakery updates", "7.2K followers", "", "Saturday", *told) == [
        (clock, None, "\n\n".join(text)) for text, clock in zip(texts, CLOCKS, strict=True)
    ]


WRITERS = ("Ada Berg", "Ben Hale", "Ada Berg", "Ada Berg")


@pytest.mark.parametrize("head", ["Saturday 7 February", "The Crust\nLive\nA night at the bakery"])
def test_who_wrote_may_stand_below_times_that_close_entries_and_a_blank_line_below_both(head: str) -> None:
    told = [
        line
        for head, text, clock, name in zip(HEADS, TEXTS, CLOCKS, WRITERS, strict=True)
        for line in (head, "", text, "", f"Published at {clock}", name, "Share", "")
    ]
    text = "\n".join([head, "", *told, "© The Crust. All rights reserved."])
    blog = lba.parse(text, format="text", timezone="Europe/Dublin", date="2026-02-07")
    assert [(entry.time.text, entry.headline, entry.text) for entry in blog.entries if entry.time] == [
        (f"Published at {clock}", head, text) for clock, head, text in MEANT
    ]
    assert [author.name for entry in blog.entries for author in entry.authors] == [*WRITERS]


def test_a_headline_of_capitals_below_a_time_is_no_name_of_who_wrote_above_it() -> None:
    heads = ("First Dough", "Eleven Rolls", "First Dough", "Full Shelves")
    told = [
        line for clock, head, text in zip(CLOCKS, heads, TEXTS, strict=True) for line in (clock, head, "", text, "")
    ]
    assert [head for _, head, _ in _read(*TITLE, "", *told)] == [*heads]


def test_times_between_blank_lines_close_entries_where_no_sentence_stands_below_the_last() -> None:
    assert _read(*(line for line in (*TITLE, *_closed(), *FOOT) for line in (line, ""))) == MEANT


def test_times_close_dense_entries_where_an_advertisement_stands_below_one() -> None:
    assert _read(*TITLE, *_closed(below=("Advertisement",)), "Write to us at once.", *FOOT) == MEANT


def test_times_close_entries_that_blank_lines_set_off_below_them() -> None:
    lines = [line for text, clock in zip(TEXTS, CLOCKS, strict=True) for line in (text, clock, "")]
    assert _read(*TITLE, "", *lines) == [(clock, None, text) for clock, text in zip(CLOCKS, TEXTS, strict=True)]


def test_an_introduction_ends_above_the_first_headline_where_entries_close_with_captions() -> None:
    told = [line for time, head, text in MEANT for line in (head, text, f"View from the door: {head} again", time)]
    found = _read(TITLE[2], *told)
    assert [(time, head) for time, head, _ in found] == [(time, head) for time, head, _ in MEANT]


def test_times_begin_entries_that_blank_lines_set_off_above_them() -> None:
    lines = [line for clock, text in zip(CLOCKS, TEXTS, strict=True) for line in ("", clock, text)]
    assert _read(*TITLE, *lines) == [(clock, None, text) for clock, text in zip(CLOCKS, TEXTS, strict=True)]


@pytest.mark.parametrize(
    ("between", "last"),
    [
        ((), TEXTS[3:]),  # one without a headline, which is a sentence
        ((), ("Good morning",)),  # or the only line of its entry
        (("Share",), ("Good morning", "Imprint")),  # below a line of the page
    ],
)
def test_times_begin_dense_entries_where_an_entry_may_stand_below_the_last(
    between: tuple[str, ...], last: tuple[str, ...]
) -> None:
    lines = [line for time, head, text in MEANT[:3] for line in (time, head, text, *between)]
    found = _read(*TITLE, *between, *lines, CLOCKS[3], *last)
    assert found[:3] == MEANT[:3]
    assert found[3][0] == CLOCKS[3]


def test_times_that_say_of_updates_begin_dense_entries() -> None:
    times = [f"Update {clock} Uhr" for clock in CLOCKS]
    lines = [line for time, head, text in zip(times[:3], HEADS, TEXTS, strict=False) for line in (time, head, text)]
    found = _read(*TITLE, *lines, times[3], *TEXTS[3:])
    assert [(time, text) for time, _, text in found] == [*zip(times, TEXTS, strict=True)]


@pytest.mark.parametrize("title", [TITLE[:2], ()])
def test_times_begin_dense_entries_where_no_sentence_stands_above_the_first(title: tuple[str, ...]) -> None:
    lines = [line for time, head, text in MEANT for line in (time, head, text)]
    assert _read(*title, *lines, *FOOT)[:3] == MEANT[:3]


def test_times_begin_dense_entries_where_pictures_stand_above_some() -> None:
    lines = [line for time, head, text in MEANT for line in (time, head, text, f"View from the door at {time}, 2026")]
    assert [entry[:2] for entry in _read(*TITLE, *lines)] == [entry[:2] for entry in MEANT]
