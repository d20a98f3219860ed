"""The same words before every time, such as the name of an agency: what is told above, and what below them."""

import pytest

import liveblog_archive as lba

from .accounting import lost

HEADS = ["Un train déraille près de Gembrelle", "Sept blessés légers", "La ligne est coupée", "Le ministre arrive"]
SAID = [
    "Un train a déraillé vers 17h30 à la sortie de la gare.",
    "Sept personnes ont été blessées, selon les pompiers.",
    "La ligne reste coupée toute la nuit.",
    "Le ministre est attendu sur place à 21h.",
]
STAMPS = ["19/02/2026 17:52", "19/02/2026 18:10", "19/02/2026 18:44", "19/02/2026 20:31"]
SOURCES = ["(AFP)", "dpa –", "Ritzau (København)", "(Redakcja)"]
MASTHEAD = ["AGENCE BELPRESSE", "Fil général français"]
FOOT = "Copyright Belpresse. Tous droits de reproduction réservés."


def _blog(lines: list[str]) -> lba.LiveBlog:
    text = "\n".join(lines)
    blog = lba.parse(text, format="text", timezone="Europe/Brussels")
    assert lost(text, blog) == []
    return blog


def _told(blog: lba.LiveBlog) -> list[tuple[str | None, str]]:
    return [(entry.headline, f"{entry.time.value:%d/%m/%Y %H:%M}") for entry in blog.entries if entry.time]


@pytest.mark.parametrize("foot", [[], [FOOT, "8 dépêches trouvées"]])
@pytest.mark.parametrize("source", SOURCES)
def test_an_entry_stands_below_its_time_where_one_follows_the_last(source: str, foot: list[str]) -> None:
    entries = zip(STAMPS, HEADS, SAID, strict=True)
    blog = _blog([*MASTHEAD, *(x for when, head, said in entries for x in (f"{source} {when}", head, said)), *foot])
    assert _told(blog) == [*zip(HEADS, STAMPS, strict=True)]
    assert [entry.span and entry.span.first for entry in blog.entries] == [3, 6, 9, 12]


@pytest.mark.parametrize("foot", [[], [FOOT], ["Contact", "Mentions légales"]])
@pytest.mark.parametrize("source", SOURCES)
def test_an_entry_stands_above_its_time_where_none_follows_the_last(source: str, foot: list[str]) -> None:
    entries = zip(STAMPS, HEADS, SAID, strict=True)
    blog = _blog([*(x for when, head, said in entries for x in (head, said, f"{source} {when}")), *foot])
    assert _told(blog) == [*zip(HEADS, STAMPS, strict=True)]
    assert [entry.span and entry.span.first for entry in blog.entries][:4] == [1, 4, 7, 10]


def test_a_sentence_below_the_last_time_is_an_entry_where_none_is_above_the_first() -> None:
    pairs = [x for when, said in zip(STAMPS, SAID, strict=True) for x in (f"(AFP) {when}", said)]
    assert [entry.text.partition("\n\n")[2] for entry in _blog([*MASTHEAD, *pairs]).entries] == SAID
    assert [entry.text.partition("\n\n")[2] for entry in _blog(pairs).entries] == SAID
    closed = [x for when, said in zip(STAMPS, SAID, strict=True) for x in (said, f"(AFP) {when}")]
    assert [entry.text.partition("\n\n")[0] for entry in _blog([*closed, FOOT]).entries][:4] == SAID


def test_words_before_times_that_differ_are_text() -> None:
    entries = zip(STAMPS, SAID, strict=True)
    blog = _blog([f"{said} {when}" for when, said in entries])
    assert [entry.text for entry in blog.entries] == SAID
