"""Byte-order marks: one table for texts, pages and sniffs."""

import codecs

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import Source
from liveblog_archive.importers.marks import marked
from liveblog_archive.importers.markup import decode

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize(("encoding", "mark"), MARKS.items())
def test_each_tells_its_encoding_to_every_reader(encoding: str, mark: bytes) -> None:
    text = mark + "14:05 Fähre läuft aus.".encode(encoding)
    assert marked(text) == (mark, encoding)
    assert lba.parse(text, timezone="UTC", date="2026-03-03").entries[0].text == "Fähre läuft aus."
    assert marked(mark + text) == (mark + mark, encoding)
    page = mark + mark + "<p>Fähre</p>".encode(encoding)
    assert Source(page).is_markup
    assert decode(page, None, "").text == "<p>Fähre</p>"


def test_there_may_be_none() -> None:
    assert marked(b"14:05") == (b"", None)
