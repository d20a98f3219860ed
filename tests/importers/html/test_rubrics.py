"""A word or two below the headline of an entry: of what kind it is, or something else."""

import pytest
from lxml import html

from liveblog_archive.importers.html.furniture.rubrics import rubrics
from tests.importers.html.reading import note, of, page

ROW = "<h3>{1} at noon</h3>{0}<p>The wind is up. It is cold.</p>"
HEADS = ("Gusts", "Snow", "Rain", "Hail")


def found(*lines: str, row: str = ROW) -> list[str]:
    entries = [
        html.fragment_fromstring(f"<div>{row.format(line, head)}</div>")
        for line, head in zip(lines, HEADS, strict=False)
    ]
    return [line.text_content() for line in rubrics(entries).values()]


def kinds(*words: str, kind: str = "p", name: str = "kind") -> list[str]:
    return [f'<{kind} class="{name}">{word}</{kind}>' if word else "" for word in words]


@pytest.mark.parametrize("kind", ["p", "div", "span"])
def test_are_told_by_their_place_and_make(kind: str) -> None:
    words = ("Traffic", "Your questions", "Traffic")
    assert found(*kinds(*words, "", kind=kind)) == [*words]


def test_are_so_also_in_an_entry_without_a_headline() -> None:
    rows = [ROW.format(line, head) for line, head in zip(kinds("Sea", "Land", "Air", "Roads"), HEADS, strict=True)]
    rows[3] = rows[3].partition("</h3>")[2]
    boxes = (f"<article><time>{22 - at}:30</time>{row}</article>" for at, row in enumerate(rows))
    day = '<meta property="article:published_time" content="2026-03-03T05:00:00Z">'
    blog = of(page("<h1>Storm</h1>" + "".join(boxes), head=day), timezone="UTC")
    assert [one.headline for one in blog.entries] == [*(f"{head} at noon" for head in HEADS[:3]), None]
    assert {one.text for one in blog.entries} == {"The wind is up. It is cold."}
    assert "“Sea”, “Land”, “Air”, “Roads”" in note(blog, "page-furniture")


@pytest.mark.parametrize(
    "lines",
    [
        kinds("Traffic", "Sea"),
        kinds("Traffic", "Traffic", "Traffic"),
        kinds("Traffic", "Sea", "It is cold."),
        kinds("Traffic", "Sea", "Ada Example"),
        kinds("Traffic", "Sea", "By Ada"),
        kinds("Traffic", "Sea", "ae"),
        kinds("Traffic", "Sea", "Gate 7"),
        kinds("Traffic", "Sea", "What everybody wants to know now"),
        kinds("Ada", "Ben", "Cy", name="author"),
        ["<p>Traffic</p>", "<p>Sea</p>", "<p>Land</p>"],
        [*kinds("Traffic", "Sea"), '<p class="kind">Land</p><p class="kind">Air</p>'],
    ],
)
def test_are_none_where_they_may_be_something_else(lines: list[str]) -> None:
    assert found(*lines) == []


def test_are_none_without_a_text_behind_them_or_with_several_headings() -> None:
    words = ("Traffic", "Sea", "Land")
    assert found(*kinds(*words), row="<h3>{1}</h3>{0}") == []
    assert found(*kinds(*words), row="<h3>{1}</h3>{0}<p>The wind is up.</p><h4>More</h4>") == []
