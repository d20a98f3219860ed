"""Where headlines and bylines stand around a time that stands alone, and above one that begins a line."""

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.text.shape import is_abbreviated_headline, is_byline, without_frame

TEXT = "The council closed the bridge after an inspection found two loose bolts."
TITLES = ("Bridge closed to traffic", "Ferry takes over at night", "Water falls again", "Divers find a bolt")
WRITERS = ("Jane Doe", "John Roe and Jane Doe", "Max Mustermann", "Jane Doe")


def _told(*pattern: str) -> lba.LiveBlog:
    lines = ["The bridge, live", "It is closed, and here is all we know of it."]
    for number, (title, writer) in enumerate(zip(TITLES, WRITERS, strict=True)):
        parts = {"H": title, "B": writer, "L": f"1{5 - number}:05", "T": TEXT, "by": f"By {writer}"}
        lines += [parts[part] for part in pattern]
    return lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03")


@pytest.mark.parametrize(
    "pattern",
    ["HLT", "HBLT", "LHT", "LBHT", "LHBT", ("H", "L", "by", "T"), ("L", "H", "by", "T"), ("H", "by", "L", "T")],
)
def test_headlines_are_found_around_times_and_bylines(pattern: tuple[str, ...]) -> None:
    blog = _told(*pattern)
    assert [entry.headline for entry in blog.entries] == list(TITLES)
    size = len(pattern)
    assert [entry.span.first for entry in blog.entries] == [3 + size * place for place in range(4)]
    assert all(entry.text.endswith(TEXT) for entry in blog.entries)


def test_names_above_times_open_entries_without_headlines() -> None:
    blog = _told("B", "L", "T")
    assert [entry.headline for entry in blog.entries] == [None] * 4
    assert [" and ".join(author.name for author in entry.authors) for entry in blog.entries] == list(WRITERS)
    assert [entry.span.first for entry in blog.entries] == [3, 6, 9, 12]


def test_a_line_that_ends_every_entry_heads_none() -> None:
    lines = [line for hour in (15, 14, 13, 12) for line in (f"{hour}:05", TEXT, "Share this post")]
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03")
    assert [entry.headline for entry in blog.entries] == [None] * 4


def test_headlines_above_lines_that_begin_with_a_time_may_follow_captions() -> None:
    lines = ["The bridge, live", "All of it."]
    for number, title in enumerate(TITLES):
        lines += [title, f"1{5 - number}:05 – {TEXT}", "The bridge from the air"]
    blog = lba.parse("\n".join(lines[:-1]), format="text", timezone="UTC", date="2026-03-03")
    assert [entry.headline for entry in blog.entries] == list(TITLES)


def test_headlines_stand_above_a_time_with_text_behind_it_where_most_times_stand_alone() -> None:
    lines = ["The bridge, live", "All of it."]
    for number, title in enumerate(TITLES):
        lines += [title, f"1{5 - number}:05{' – at the north pier' * (number == 1)}", TEXT]
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03")
    assert [entry.headline for entry in blog.entries] == list(TITLES)
    assert blog.entries[1].text == f"at the north pier\n\n{TEXT}"


@pytest.mark.parametrize("title", ["Live from the bridge", "Der Abend im Überblick", "Minute par minute"])
@pytest.mark.parametrize("label", ["{}: {}", "{} – {}", "[{}] {}"])
def test_a_line_above_the_first_time_alone_heads_them_all(title: str, label: str) -> None:
    lines = ["The bridge, live", "It is closed, and here is all we know of it.", title]
    lines += [label.format(f"1{5 - number}:05", TEXT) for number in range(4)]
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03")
    assert [entry.headline for entry in blog.entries] == [None] * 4
    assert [block.text for block in blog.introduction] == lines[1:3]


def test_captions_alone_are_no_headlines_above_times() -> None:
    lines = ["The bridge, live"]
    for number in range(4):
        lines += [f"1{5 - number}:05 – {TEXT}", f"The bridge from side {number}"]
    blog = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03")
    assert [entry.headline for entry in blog.entries] == [None] * 4


@pytest.mark.parametrize(
    "line",
    ["Jane Doe", "Jane Doe and John Roe", "By Jane Doe", "From the Gazette's Jane Doe in Kiel", "Von Erika Muster"],
)
def test_what_names_a_writer(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Jane",
        "Jane Doe sails",
        "By the sea",
        "Di Maio si dimette",
        "Jane Doe left.",
        "הגשר הישן נסגר",
        "X " * 60,
        "Ferry refloated",
    ],
)
def test_what_names_no_writer(line: str) -> None:
    assert not is_byline(line)


def test_a_name_counts_only_with_its_word_where_a_headline_is_looked_for() -> None:
    assert not is_byline("Jane Doe", named=False)
    assert is_byline("By Jane Doe", named=False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Witness flew in from Washington, D.C.", True),
        ("Lawyers for Harbor Lights Inc.", True),
        ("Vote expected at 3 p.m.", True),
        ("He spoke. Then he left for Washington, D.C.", False),
        ("He has left the house.", False),
    ],
)
def test_a_headline_may_end_with_an_abbreviation(line: str, expected: bool) -> None:
    assert is_abbreviated_headline(line) is expected


@pytest.mark.parametrize(
    ("printed", "headline"),
    [("+++ Ferry refloated +++", "Ferry refloated"), ("++Ferry refloated++", "Ferry refloated"),
     ("+++ Ferry afloat +++ Port open +++", "+++ Ferry afloat +++ Port open +++"), ("++ A ++", "A"),
     ("+1 for the ferry", "+1 for the ferry"), ("+++ Ferry refloated", "+++ Ferry refloated"), ("++++", "++++")],
)  # fmt: skip
def test_plus_signs_around_a_headline_are_none_of_it(printed: str, headline: str) -> None:
    assert without_frame(printed) == headline


def test_plus_signs_around_a_headline_below_or_behind_its_time_are_left_out() -> None:
    below = "14:05 Uhr\n+++ Fähre frei +++\n\nAlle sind an Land.\n\n13:40 Uhr\n+++ Fähre fest +++\n\nSie wartet.\n"
    for text in (below, below.replace(" Uhr\n", " ")):
        blog = lba.parse(text, format="text", timezone="Europe/Berlin")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            ("Fähre frei", "Alle sind an Land."),
            ("Fähre fest", "Sie wartet."),
        ]
