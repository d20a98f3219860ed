"""Digests of records, in every form that crawlers write: none is called wrong that is not."""

import base64
import hashlib
import re

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.warc import digests
from tests.importers.crawls import CODINGS, Crawl, at, chunked
from tests.importers.platforms import notes
from tests.importers.test_warc_captures import FIRST, URL

WRONG = [f"{URL} is not what its record's digest was made of"]


def mismatches(payload: bytes, digest: str, **facts: object) -> list[str]:
    crawl = Crawl(compressed=False)
    crawl.visit(URL, at(10), payload, **facts)  # type: ignore[arg-type]
    data, number = re.subn(rb"(?m)^(WARC-Payload-Digest: ).*?(\r)$", rb"\1" + digest.encode() + rb"\2", crawl.data)
    assert number == 1
    return notes(lba.parse(data), "digest-mismatch")


def forms(algorithm: str, content: bytes) -> list[str]:
    value = hashlib.new(algorithm, content).digest()
    coded = [base64.b32encode(value), base64.b64encode(value), base64.urlsafe_b64encode(value)]
    texts = [value.hex(), value.hex().upper(), *(one.decode() for one in coded)]
    return [*texts, *(text.rstrip("=") for text in texts), texts[2].lower()]


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256", "sha512"])
def test_every_form_of_a_digest_is_read(algorithm: str) -> None:
    value = hashlib.new(algorithm, FIRST).digest()
    for text in forms(algorithm, FIRST):
        for label in (algorithm, algorithm.upper(), algorithm.replace("sha", "sha-")):
            assert digests.read(f"{label}:{text}") == (algorithm, value)


@pytest.mark.parametrize("stated", ["", "sha1", "sha1:", "crc32:abcdef12", "sha1:!" + "A" * 31, "md5:" + "z" * 32])
def test_what_is_no_digest_is_not_read(stated: str) -> None:
    assert digests.read(stated) is None
    assert not digests.fits(stated, b"")


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
def test_a_page_fits_its_digest_in_every_form_and_no_other(algorithm: str) -> None:
    for right, wrong in zip(forms(algorithm, FIRST), forms(algorithm, b"another"), strict=True):
        assert (mismatches(FIRST, f"{algorithm}:{right}"), mismatches(FIRST, f"{algorithm}:{wrong}")) == ([], WRONG)


def test_a_digest_that_cannot_be_read_is_not_called_wrong() -> None:
    assert mismatches(FIRST, "sha1:what?") == []


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_the_digest_of_chunks_may_be_of_what_they_hold(coding: str) -> None:
    body = CODINGS.get(coding, bytes)(FIRST)
    for content in (FIRST, body, chunked(body)):
        digest = f"sha1:{hashlib.sha1(content).hexdigest()}"
        assert mismatches(FIRST, digest, coding=coding, in_chunks=True, encode=lambda _: body) == []
    assert mismatches(FIRST, "sha1:" + "0" * 40, coding=coding, in_chunks=True) == WRONG


def test_the_digest_of_a_whole_record_counts_whatever_that_of_its_page_is() -> None:
    crawl = Crawl(compressed=False)
    crawl.visit(URL, at(10), FIRST)
    assert notes(lba.parse(crawl.data.replace(b"200 OK", b"200 Ok")), "digest-mismatch") == WRONG
