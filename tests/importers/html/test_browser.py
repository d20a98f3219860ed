"""Every sentence of an entry that headless Chromium shows, in the `innerText` of its element, is in the entry."""

import re
import shutil
from collections.abc import Iterator

import pytest
from attrs import evolve

from liveblog_archive.model import Entry, LiveBlog
from tests.importers.html.test_corpus import CORPUS, bare, blog, data, seen
from tests.judges import ask

pytestmark = pytest.mark.skipif(CORPUS is None, reason="LIVEBLOG_ARCHIVE_CORPUS names no folder of real pages")

PAGES = (
    "jsonld_corkbeo_level3_2020",
    "jsonld_independent_womens_world_cup_2023",
    "jsonld_guardian_ukraine_2023",
    "html_guardian_composer_blocks_2013",
    "microdata_ndtv_ind_sl_2023",
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n")
# What says when an entry was changed is a time of it, and no part of its text.
_CHANGED = re.compile(r"Updated at [\d.:]+\s?[ap]m\s[A-Z]{3,4}|Updated at [\d.:]+\s[A-Z]{3,4}")
_FEWEST_WORDS = 4


@pytest.fixture(scope="module")
def shown() -> dict[str, list[str | None]]:
    """What Chromium shows of each entry of each page, from one start of it."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("Chromium is not installed")
    pages = [
        {"html": data(name).decode(), "paths": [entry.span and entry.span.element for entry in blog(name).entries]}
        for name in PAGES
    ]
    found = ask("visible.mjs", {"executable": executable, "pages": pages})
    assert isinstance(found, list)
    return dict(zip(PAGES, found, strict=True))


def lost(entry: Entry, text: str) -> Iterator[str]:
    """Yield the sentences that a browser shows and the entry does not have; time and author are facts beside it."""
    said = seen(entry)
    facts = [bare(author.name) for author in entry.authors] + [bare(entry.time.text) if entry.time else ""]
    for sentence in _SENTENCE.split(_CHANGED.sub("", text)):
        if len(re.findall(r"\w+", sentence)) < _FEWEST_WORDS or bare(sentence) in said:
            continue
        rest = bare(sentence)
        for fact in facts:
            rest = rest.replace(fact, "")
        if rest and rest not in said:
            yield sentence


@pytest.mark.parametrize("name", PAGES)
def test_every_visible_sentence_of_an_entry_is_in_it(name: str, shown: dict[str, list[str | None]]) -> None:
    entries, sentences = blog(name).entries, 0
    for entry, text in zip(entries, shown[name], strict=True):
        assert text, entry.span
        assert [*lost(entry, text)] == []
        sentences += sum(len(re.findall(r"\w+", one)) >= _FEWEST_WORDS for one in _SENTENCE.split(text))
    assert sentences >= 2 * len(entries)


def test_a_paragraph_that_is_dropped_would_be_seen(shown: dict[str, list[str | None]]) -> None:
    page: LiveBlog = blog(PAGES[0])
    index = next(index for index, entry in enumerate(page.entries) if len(entry.body) > 2)
    entry, text = page.entries[index], shown[PAGES[0]][index]
    assert text
    assert [*lost(evolve(entry, body=entry.body[:-1]), text)]
