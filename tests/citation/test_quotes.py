"""Citing words: the paragraph that has them, in that version, with the words for machines."""

import json

import bibtexparser
import pytest
import rispy
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.errors import CitationError
from liveblog_archive.identity import version_id
from tests.citation.cases import BLOG, ENTRY

WORDS = "turn at the station"


def cited(style: str, words: str = WORDS) -> str:
    return lba.cite(BLOG, lba.quote(BLOG, words), style=style)


@pytest.mark.parametrize("style", ["apa", "chicago", "mla"])
def test_for_people_a_quote_is_cited_as_its_paragraph(style: str) -> None:
    assert cited(style) == lba.cite(BLOG, ENTRY.id, style=style, paragraph=2)


def test_words_of_the_headline_are_cited_as_the_entry() -> None:
    assert cited("apa", "Main Street") == lba.cite(BLOG, ENTRY.id, style="apa")


def test_for_machines_the_words_come_along() -> None:
    (item,) = json.loads(cited("csl-json"))
    assert item["custom"]["quote"] == WORDS
    assert item["custom"]["paragraph"] == 2
    (record,) = rispy.loads(cited("ris"))
    assert record["notes"] == ["Paragraph 2", f"“{WORDS}”", ENTRY.id, str(version_id(ENTRY))]
    (entry,) = bibtexparser.parse_string(cited("bibtex")).entries
    assert entry["annotation"] == f"“{WORDS}”"


def test_words_of_the_headline_have_no_paragraph() -> None:
    (item,) = json.loads(cited("csl-json", "Main Street"))
    assert item["custom"]["quote"] == "Main Street"
    assert "paragraph" not in item["custom"]
    assert "N1  - Paragraph" not in cited("ris", "Main Street")


def test_two_quotes_of_one_paragraph_have_two_keys() -> None:
    keys = {bibtexparser.parse_string(cited("bibtex", words)).entries[0].key for words in (WORDS, "Buses")}
    assert len(keys) == 2
    assert all(key.startswith("lb43xsc59pt1p9p2q") and key.isalnum() for key in keys)


def test_a_quote_of_another_version_is_refused() -> None:
    quote = lba.quote(BLOG, WORDS)
    changed = evolve(BLOG, entries=[evolve(ENTRY, headline="Police open Main Street")])
    for blog, wrong in ((changed, quote), (BLOG, evolve(quote, prefix="Trams "))):
        with pytest.raises(CitationError) as caught:
            lba.cite(blog, wrong)
        assert str(caught.value) == (
            f"{ENTRY.id}: this version of the entry does not say the quoted words there; "
            "resolve the quote in an archive, or quote from this version"
        )


def test_a_quote_of_another_blog_is_refused() -> None:
    with pytest.raises(CitationError, match="no entry with this id"):
        lba.cite(evolve(BLOG, entries=[]), lba.quote(BLOG, WORDS))


def test_a_quote_has_its_own_paragraph() -> None:
    with pytest.raises(CitationError) as caught:
        lba.cite(BLOG, lba.quote(BLOG, WORDS), paragraph=1)
    assert caught.value.what == "a paragraph beside a quote, which has its own"


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(CitationError, match="unknown citation style 'vancouver'"):
        cited("vancouver")
