"""Bidirectional text, judged by the test data of the Unicode Consortium."""

import re
from datetime import date
from pathlib import Path

import pytest

from liveblog_archive.characters import has_right_to_left
from liveblog_archive.citation import FOR_PEOPLE, Citer
from liveblog_archive.exporters.pdf.bidi import levels, reordered
from liveblog_archive.model import Agent, Entry, LiveBlog, Moment

DATA = Path("/usr/share/unicode")  # where Debian's package of the data has it
DIRECTIONS = {"0": 0, "1": 1, "2": None}
# A character of each type that BidiTest.txt names.
TYPES = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0660", "ES": "+", "ET": "#", "CS": ",",
    "NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "LRE": "\u202a", "RLE": "\u202b",
    "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c", "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068",
    "PDI": "\u2069",
}  # fmt: skip
# Of the cases of characters, and of the half million cases of types, which are very much alike.
EVERY_CHARACTER, EVERY_TYPE = 5, 50


def rows(name: str) -> list[str]:
    lines = DATA.joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def agrees(found: list[int], wanted: list[str]) -> bool:
    return all(level in ("x", str(own)) for own, level in zip(found, wanted, strict=True))


def test_characters_have_the_levels_and_the_order_of_the_standard() -> None:
    cases = rows("BidiCharacterTest.txt")
    assert len(cases) > 90_000
    for case in cases[::EVERY_CHARACTER]:
        codes, direction, base, wanted, order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found, own = levels(text, DIRECTIONS[direction])
        assert own == int(base), case
        assert agrees(found, wanted.split()), case
        drawn = [index for index, level in enumerate(wanted.split()) if level != "x"]
        assert reordered(drawn, found.__getitem__) == [int(index) for index in order.split()], case


def test_types_have_the_levels_of_the_standard() -> None:
    wanted: list[str] = []
    judged = 0
    for number, row in enumerate(rows("BidiTest.txt")):
        if row.startswith("@Levels:"):
            wanted = row.partition(":")[2].split()
        elif not row.startswith("@") and number % EVERY_TYPE == 0:
            types, bits = row.split(";")
            text = "".join(TYPES[kind] for kind in types.split())
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(bits) & bit and "B" not in types.split()[:-1]:
                    judged += 1
                    assert agrees(levels(text, base)[0], wanted), row
    assert judged > 5_000


@pytest.mark.parametrize("text", ["", "plain", "Straße 12, мост — γέφυρα", "カナ"])
def test_most_text_needs_none_of_it(text: str) -> None:
    assert not has_right_to_left(text)
    assert levels(text) == ([0] * len(text), 0)


@pytest.mark.parametrize("text", ["\u2067\u2066first\u2069 \u2066then\u2069\u2069", "\u202b1-2\u202c"])
def test_what_embeds_needs_none_of_it_where_no_letter_runs_from_right_to_left(text: str) -> None:
    assert not has_right_to_left(text)
    assert has_right_to_left(f"{text} א")


@pytest.mark.parametrize("text", ["א", "ا", "a\u200fb", "\u0661", "\ufb1d", "\U0001e900"])
def test_text_from_right_to_left_is_noticed(text: str) -> None:
    assert has_right_to_left(text)


def test_a_line_of_nothing_has_an_order() -> None:
    assert reordered([], int) == []


def test_embeddings_are_only_so_deep() -> None:
    deep = "\u202b" * 200 + "a" + "\u202c" * 200 + "b"
    found, _ = levels(deep, 0)
    assert max(found) <= 125 + 1
    assert found[-1] == 0
    isolated = "\u2067" * 200 + "\u202ba\u202c" + "\u2069" * 200 + "b"
    assert levels(isolated, 0)[0][-1] == 0


def test_a_paragraph_separator_ends_what_is_open() -> None:
    assert levels("\u05d0\u202b\u2029", 0)[0][-1] == 0


def test_only_so_many_brackets_are_paired() -> None:
    many = "(" * 70 + "\u05d0" + ")" * 70
    assert len(levels(many)[0]) == len(many)


def test_ends_of_embeddings_that_were_not_opened_end_nothing() -> None:
    assert levels("\u202c\u2069\u05d0")[0] == [1, 1, 1]
    assert levels("\u2067\u202c\u05d0\u2069", 0)[0][2] == 1


def test_signs_that_are_mirrored_need_not_be_brackets() -> None:
    assert levels("\u05d0 < \u05d1 (\u05d2)")[0] == [1] * 9


def drawn(text: str) -> str:
    """Return the characters of a line from left to right as they are drawn, without those that have no width."""
    depths, _ = levels(text)
    line = reordered(list(zip(text, depths, strict=True)), lambda one: one[1])
    return re.sub("[\u2066-\u2069]", "", "".join(character for character, _ in line))


@pytest.mark.parametrize("style", FOR_PEOPLE)
def test_a_citation_is_read_from_the_left_whatever_runs_from_right_to_left_in_it(style: str) -> None:
    title, blog, author, publisher = "סגירת הכביש", "סערה בשידור חי", "דנה כהן", "חדשות"
    entry = Entry(
        id="tag:news.example,2026:x#43xsc59pt1p9",
        headline=title,
        time=Moment(value=date(2026, 3, 4), precision="day"),
    )
    given = LiveBlog(
        id="tag:news.example,2026:x",
        title=blog,
        authors=[Agent(name=author)],
        publisher=Agent(name=publisher, kind="organization"),
        entries=[entry],
    )
    cited = Citer(given).render(entry, style)
    latin = re.sub("\u2068(.*?)\u2069", lambda one: one[1][::-1], cited)
    assert drawn(cited) == latin
    assert all(part[::-1] in latin for part in (title, blog, author, publisher))
    assert re.search(r"4 Mar\. 2026|March 4, 2026|2026, March 4", latin)
