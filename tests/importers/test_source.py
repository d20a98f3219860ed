"""What a file shows of itself to those who have to tell what it is."""

import gzip
import io
import zipfile

import pytest

from liveblog_archive.importers import Source


@pytest.mark.parametrize(
    ("data", "root"),
    [
        (b"<rss>", "rss"),
        (b'<?xml version="1.0"?>\n<!-- a comment > --><rdf:RDF xmlns:rdf="x">', "rdf:RDF"),
        (b"\xef\xbb\xbf <!DOCTYPE html>\n<html>", "html"),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>', "rss"),
        ("<liveBlog/>".encode("utf-16"), "liveBlog"),
        ("<liveBlog/>".encode("utf-32"), "liveBlog"),
        (b"<!-- never closed", ""),
        (b"< rss>", ""),
        (b"14:05 <b>", ""),
        (b"", ""),
    ],
)
def test_the_first_element_is_found(data: bytes, root: str) -> None:
    assert Source(data).root == root


@pytest.mark.parametrize(
    ("data", "is_json"),
    [
        (b'{"a": 1}', True),
        (b'\xef\xbb\xbf [{"a": 1}]', True),
        (b"[]", True),
        (b'["a"]', True),
        (b"[14:05] Aground.", False),
        (b"14:05", False),
        ('{"a": 1}'.encode("utf-16"), True),
    ],
)
def test_json_is_told_from_text(data: bytes, is_json: bool) -> None:
    assert Source(data).is_json is is_json
    assert (Source(data).json is not None) is is_json


def test_json_that_cannot_be_read_is_nothing() -> None:
    assert Source(b'{"a": ').is_json
    assert Source(b'{"a": ').json is None


def test_a_web_archive_is_known_compressed_or_not() -> None:
    record = b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"
    assert Source(record).is_warc
    assert Source(gzip.compress(record)).is_warc
    assert not Source(gzip.compress(b"another")).is_warc
    assert not Source(b"\x1f\x8bdamaged").is_warc


def test_the_files_of_a_zip_are_listed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.warc", b"")
    assert Source(file.getvalue()).members == {"archive/data.warc"}
    assert Source(file.getvalue()[:-30]).members == frozenset()
    assert Source(b"no zip").members == frozenset()
