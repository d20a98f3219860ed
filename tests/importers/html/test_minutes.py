"""Tickers of a match that print its minutes alone, in blocks, and no time of day."""

import pytest

from liveblog_archive.importers import Options
from liveblog_archive.importers.html.as_text import minutes as of_minutes
from liveblog_archive.importers.html.as_text.days import PageDays
from liveblog_archive.importers.html.page import Page
from liveblog_archive.importers.html.update import Posting
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import note, of, page

PLAYED = [
    ("They begin, and Ash have the wind.", None),
    ("Ada shoots, and the keeper has it.", None),
    ("Ben runs on to a long ball and lobs it in.", "Goal for Ash"),
    ("It goes on and on, says the bench.", None),
    ("They are all in the dressing rooms.", "All over"),
]
FRAME = "<h1>Ash - Beech</h1><p>We tell you all of it.</p>{}<footer><p>About us.</p></footer>"


def blog(minutes: list[str], row: str, *, language: str = "en", frame: str = FRAME) -> LiveBlog:
    rows = [
        row.format(minute, f"<h3>{head}</h3>" if head else "", text)
        for minute, (text, head) in zip(minutes, PLAYED, strict=True)
    ]
    return of(page(frame.format("".join(rows)), language=language), timezone="UTC")


def read(found: LiveBlog) -> list[tuple[str | None, str | None, str]]:
    return [(entry.time.text if entry.time else None, entry.headline, entry.text) for entry in found.entries]


def of_blocks(minutes: list[str], row: str) -> LiveBlog | None:
    rows = "".join(map(row.format, minutes, [""] * len(PLAYED), [text for text, _ in PLAYED]))
    options = Options(timezone="UTC")
    shown = Page.of(page(FRAME.format(rows)).encode(), options, [])
    assert shown is not None
    return of_minutes.read(shown, options, PageDays(shown, Posting(), None), [])


ROW = '<div class="row"><b class="min">{}</b>{}<p>{}</p></div>'
ROWS = [
    ROW,
    '<li class="event"><div class="event__at"><span>{}</span></div><div>{}<p>{}</p></div></li>',
    "<article><div><b>{}</b></div><div>{}<p>{}</p></div></article>",
]


@pytest.mark.parametrize(
    ("language", "minutes"),
    [
        ("en", ["1'", "23'", "45'+2'", "HT", "FT"]),
        ("de", ["1.", "23.", "45.+2", "Halbzeit", "Schluss"]),
        ("es", ["Min. 1", "Min. 23", "Min. 45+2", "Descanso", "Final"]),
        ("it", ["1’", "23’", "45+2’", "Intervallo", "Fine"]),
        ("fr", ["1e minute", "23e minute", "45e minute", "MT", "FIN"]),
        ("hu", ["1. perc", "23. perc", "45. perc", "Szünet", "Vége"]),
    ],
)
@pytest.mark.parametrize("row", ROWS)
def test_stand_where_others_have_times(row: str, language: str, minutes: list[str]) -> None:
    found = blog(minutes, row, language=language)
    texts = [(minute, head, text) for minute, (text, head) in zip(minutes, PLAYED, strict=True)]
    assert read(found) == texts
    assert all(entry.time is not None and entry.time.value is None for entry in found.entries)
    assert [block.text for block in found.introduction] == ["We tell you all of it."]


def test_may_run_back() -> None:
    found = blog(["90+1'", "71'", "38'", "17'", "1'"], ROW)
    assert found.order == "newest-first"
    assert "newest-first" in note(found, "order-inferred")


def test_have_no_title_above_them() -> None:
    assert read(blog(["1'", "2'", "3'", "4'", "5'"], ROW, frame="{}"))[0] == ("1'", None, PLAYED[0][0])


def test_have_words_in_their_place_that_say_nothing_of_a_time() -> None:
    found = blog(["1'", "23'", "45'", "Ada has it.", "60'"], ROW)
    assert read(found)[3] == (None, None, f"Ada has it.\n\n{PLAYED[3][0]}")


@pytest.mark.parametrize(
    "minutes",
    [
        ["3'", "1'", "4'", "1'", "5'"],  # how long each takes to read
        ["5'", "5'", "5'", "5'", "5'"],
        ["5 min ago", "7 min ago", "9 min ago", "12 min ago", "20 min ago"],
        ["1.", "2.", "3.", "4.", "5."],  # a list that is numbered
        ["1'", "2'", "Two", "Three", "Four"],
    ],
)
def test_are_none_of_other_things_that_are_counted(minutes: list[str]) -> None:
    assert of_blocks(minutes, ROW) is None


def test_beside_times_are_no_times() -> None:
    row = '<div class="row"><b class="min">{}</b><i>10:05</i>{}<p>{}</p></div>'
    assert of_blocks(["1'", "2'", "3'", "4'", "5'"], row) is None
    assert {entry.time.text for entry in blog(["1'", "2'", "3'", "4'", "5'"], row).entries if entry.time} == {"10:05"}
