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


def test_what_else_stands_between_and_below_them_is_noted() -> None:
    row = '<div class="row"><b class="when">{}</b>{}<p>{}</p></div><p>A word of our own.</p>'
    found = blog(["2'", "7'", "19'", "40'", "45'"], row, frame="<h1>Ash - Beech</h1>{}<p>That was all of it.</p>")
    assert len(found.entries) == 5
    said = ["“A word of our own.”"] * 5 + ["“That was all of it.”"]
    text = f"6 lines between or below the entries are in none: {', '.join(said)}"
    assert found.capture is not None
    assert text in [one.text for one in found.capture.notes if one.code == "page-furniture"]


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


AMONG_CLOCKS = [
    ("<p><strong>{}</strong> – {}</p><hr>", "es", ["18:10", "4’", "19’", "Descanso", "58’", "79’", "20:25"]),
    ("<p><b>{} -</b> {}</p>", "it", ["18.10", "4'", "19'", "Intervallo", "58'", "79'", "20.25"]),
    ("<h3>{}</h3><p>{}</p>", "de", ["18.10 Uhr", "4. Minute", "19. Minute", "58. Minute", "79. Minute", "20.25 Uhr"]),
    ("<dt>{}</dt><dd>{}</dd>", "fr", ["18h10", "4e minute", "19e minute", "58e minute", "79e minute", "20h25"]),
    ('<p class="at">{}</p><p>{}</p>', "nl", ["18.10 uur", "4e min.", "19e min.", "Rust", "58e min.", "20.25 uur"]),
]
SAYS = "Something was seen there, for the {}. time."


def among(row: str, language: str, when: list[str], *, lead: str = "") -> LiveBlog:
    rows = "".join(row.format(at, SAYS.format(n)) for n, at in enumerate(when))
    rows = f"<dl>{rows}</dl>" if row.startswith("<dt") else rows
    head = '<meta property="article:published_time" content="2026-02-14T16:30:00Z">'
    body = f"<main><h1>Ash - Beech</h1><p>We tell you all of it.</p>{lead}{rows}</main>"
    return of(page(body, head=head, language=language), timezone="UTC")


def stood(found: LiveBlog) -> list[tuple[str | None, str | None, str]]:
    """Return what stands where entries have their time, the clock that it is, if any, and their text."""
    values = [entry.time and entry.time.value for entry in found.entries]
    clocks = [f"{value:%H:%M}" if value else None for value in values]
    said = [entry.time and entry.time.text.strip(" –-") for entry in found.entries]
    return [(*one, entry.text) for *one, entry in zip(said, clocks, found.entries, strict=True)]


def clock(at: str) -> str | None:
    digits = "".join(filter(str.isdecimal, at))
    return f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 else None


@pytest.mark.parametrize(("row", "language", "when"), AMONG_CLOCKS)
def test_among_clocks_are_entries_without_a_time(row: str, language: str, when: list[str]) -> None:
    wanted = [(at, clock(at), SAYS.format(n)) for n, at in enumerate(when)]
    found = among(row, language, when)
    assert stood(found) == wanted
    assert [block.text for block in found.introduction] == ["We tell you all of it."]


@pytest.mark.parametrize(("row", "language", "when"), AMONG_CLOCKS)
def test_may_be_the_newest_above_all_clocks(row: str, language: str, when: list[str]) -> None:
    newest_first = [*when[-2:0:-1], when[0], "17:" + when[0][3:], "16:" + when[0][3:]]
    found = among(row, language, newest_first)
    assert [said for said, _, _ in stood(found)] == newest_first
    assert [block.text for block in found.introduction] == ["We tell you all of it."]


@pytest.mark.parametrize(("row", "language", "when"), AMONG_CLOCKS)
def test_may_stand_right_below_a_day(row: str, language: str, when: list[str]) -> None:
    days = {
        "es": "14 de febrero de 2026",
        "it": "14 febbraio 2026",
        "de": "14. Februar 2026",
        "fr": "14 février 2026",
    }
    told = [*when[-2:0:-1], when[0], "17:" + when[0][3:], "16:" + when[0][3:]]
    found = among(row, language, told, lead=f"<h2>{days.get(language, '14 februari 2026')}</h2>")
    assert [said for said, _, _ in stood(found)] == told


@pytest.mark.parametrize(
    "when",
    [
        ["18:10", "4'", "41'", "79'", "18:30", "18:40"],  # they sum up what was
        ["18:10", "41'", "4'", "79'", "20:25", "20:40"],
        ["18:10", "4'", "79'", "20:25", "20:40"],
    ],
)
def test_that_fit_in_no_match_are_text_of_an_entry(when: list[str]) -> None:
    found = among("<p><b>{}</b> – {}</p>", "en", when)
    assert [said for said, _, _ in stood(found)] == [at for at in when if ":" in at]
    assert "79' – Something" in found.entries[0].text


@pytest.mark.parametrize("row", ["<p><b>{}</b> – {}</p>", '<p class="at">{}</p><p>{}</p>'])
@pytest.mark.parametrize("step", [1, -1])
def test_may_have_words_above_and_below_them(row: str, step: int) -> None:
    when = ["17:10", "18:10", "Kick-off", "4'", "19'", "58'", "Final whistle", "20:25"][::step]
    assert [said for said, _, _ in stood(among(row, "en", when))] == when


@pytest.mark.parametrize("row", ["<p><b>{}</b> – {}</p>", '<p class="at">{}</p><p>{}</p>'])
def test_have_no_words_beside_them_behind_another_clock(row: str) -> None:
    when = ["18:10", "4'", "19'", "58'", "20:25", "Weather", "20:50"]
    assert [said for said, _, _ in stood(among(row, "en", when))] == [at for at in when if at != "Weather"]


def test_in_a_sentence_are_text_of_it() -> None:
    found = among(
        "<p>{}: {}</p>", "en", ["18:10", "19:10", "20:10"], lead="<p>In the <b>4'</b>, <b>5'</b>, <b>6'</b>"
    )
    assert [said for said, _, _ in stood(found)] == ["18:10:", "19:10:", "20:10:"]


def test_have_words_among_them_that_nothing_sets_off() -> None:
    found = among("<p><b>{}</b> {}</p>", "en", ["18:10", "4'", "19'", "Ash", "58'", "20:25", "20:40"])
    assert [said for said, _, _ in stood(found)] == ["18:10", "4'", "19'", "58'", "20:25", "20:40"]
    assert "Ash Something" in found.entries[2].text
