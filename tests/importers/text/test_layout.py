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


ROLES = ("Transport reporter", "Reporting from Port Calder", "Wetterredaktion", "Transport reporter")
NAMES = ("Jane Doe", "John Roe", "Max Mustermann", "Jane Doe")


def _entries(*groups: tuple[str, ...], head: tuple[str, ...] = ("The bridge, live",)) -> list[lba.model.Entry]:
    lines = [*head, *(line for place, group in enumerate(groups) for line in (f"1{7 - place}:05", *group))]
    return lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03").entries


def test_what_comes_again_below_the_same_name_is_what_the_writer_is() -> None:
    told = [("Jane Doe", "Transport reporter"), ("John Roe", "Au port de Calder"), ("Jane Doe", "Transport reporter")]
    found = _entries(
        (*told[0], TEXT), (*told[1], TITLES[0], TEXT), (*told[2], TITLES[1], TEXT), (*told[1], TEXT), (*told[0], TEXT)
    )
    assert [entry.headline for entry in found] == [None, TITLES[0], TITLES[1], None, None]
    assert [[(author.name, author.role) for author in entry.authors] for entry in found] == [
        [pair] for pair in (*told, told[1], told[0])
    ]
    assert {entry.text for entry in found} == {TEXT}


def test_what_stands_once_below_a_name_is_a_headline() -> None:
    found = _entries(*((name, title, TEXT) for name, title in zip(NAMES, TITLES, strict=True)))
    assert [entry.headline for entry in found] == list(TITLES)
    assert [entry.authors[0].role for entry in found] == [None] * 4


def test_a_name_that_a_line_above_all_times_names_is_no_headline() -> None:
    plain = [(title, TEXT) for title in TITLES]
    found = _entries(plain[0], ("Jane Doe", TEXT), plain[1], ("Max Mustermann", TEXT), *plain[2:],
                     head=("The bridge, live", "Jane Doe and John Roe"))  # fmt: skip
    assert [entry.headline for entry in found] == [TITLES[0], None, TITLES[1], "Max Mustermann", *TITLES[2:]]
    assert ([author.name for author in found[1].authors], found[1].text) == (["Jane Doe"], TEXT)


def test_a_call_heads_an_entry_where_most_times_stand_above_headlines() -> None:
    calls = ("¡Hasta mañana!", "¡¡Gana Mendiluce!!", "Tor!")
    found = _entries((TITLES[0], TEXT), *((call, TEXT) for call in calls), (TITLES[1], TEXT), (TEXT,), (TEXT,))
    assert [entry.headline for entry in found] == [TITLES[0], *calls, TITLES[1], None, None]
    said = "3rd over: Northshire 9-1 (Smith 8, Brown 1) Gone!"
    found = _entries((TITLES[0], TEXT), (said, TEXT), (said, TEXT), (TEXT, TEXT))
    assert [entry.headline for entry in found] == [TITLES[0], None, None, None]


@pytest.mark.parametrize("tag", ["Alerte", "L’essentiel", "Breaking news"])
def test_a_tag_beside_a_time_above_its_headline_is_none(tag: str) -> None:
    lines = [f"Aujourd’hui à 19:05 {tag}", TITLES[0], TEXT]
    for place, title in enumerate((*TITLES, TITLES[0])):
        lines += [f"Aujourd’hui à 1{8 - place}:05", title, TEXT]
    lines += [f"Aujourd’hui à 10:05 {tag}", TEXT]
    found = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03").entries
    assert [entry.headline for entry in found] == [TITLES[0], *TITLES, TITLES[0], tag]
    assert found[0].text == f"{tag}\n\n{TEXT}"


def test_who_wrote_the_last_entry_is_no_end_of_it() -> None:
    told = ("Jane Doe", "Transport reporter", TEXT)
    found = _entries(told, told, told, told, head=("The bridge",))
    menu = ["Most read", "Sign in", "Contact us", "Imprint", "Help"]
    lines = [line for place in range(4) for line in (f"1{7 - place}:05", *told)]
    blog = lba.parse("\n".join([*lines, *menu]), format="text", timezone="UTC", date="2026-03-03")
    assert [entry.text for entry in blog.entries] == [entry.text for entry in found] == [TEXT] * 4


@pytest.mark.parametrize("last", ["Follow our ferry desk", TEXT])
def test_a_line_that_ends_each_of_three_entries_heads_none(last: str) -> None:
    foot = "Follow our ferry desk"
    lines = ["The ferry", *(line for hour in (10, 11) for line in (f"{hour}:05", TEXT, foot)), "12:05", TEXT, last]
    found = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03").entries
    assert [(entry.headline, entry.span.first, entry.span.last) for entry in found] == [
        (None, 2, 4),
        (None, 5, 7),
        (None, 8, 10),
    ]


@pytest.mark.parametrize("is_above", [False, True])
def test_names_close_entries_where_the_last_has_one_below_and_the_first_none_above(is_above: bool) -> None:
    """A name between a text and the next time is that of one of the two."""
    names = ["Ada Fenn", "Ben Hale", "Ada Fenn", "Ben Hale"]
    lines = ["The ferry is late.", ""]
    for hour, name in zip(range(13, 9, -1), names, strict=True):
        entry = [f"{hour}:05", TITLES[0], TEXT]
        lines += [one for line in ([name, *entry] if is_above else [*entry, name]) for one in (line, "")]
    found = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03").entries
    assert [entry.headline for entry in found] == [TITLES[0]] * 4
    assert [entry.span and (entry.span.first, entry.span.last) for entry in found] == [
        (3 + 8 * at, 9 + 8 * at) for at in range(4)
    ]


@pytest.mark.parametrize("mark", [">", "›", "→"])
def test_an_arrow_sets_a_time_off_from_its_headline(mark: str) -> None:
    lines = [line for hour in (9, 10, 11) for line in (f"{hour}:05 {mark} {TITLES[0]}", TEXT)]
    found = lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-03").entries
    assert [(entry.headline, entry.text) for entry in found] == [(TITLES[0], TEXT)] * 3
