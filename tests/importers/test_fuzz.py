"""Damaged files of every format: each ends in a blog or in one clear line, and none touches the network.

A few rounds run with the tests, from files of our own. More, and from real live blogs too, by hand:
`LIVEBLOG_ARCHIVE_FUZZ=20000 python -m pytest tests/importers/test_fuzz.py`
"""

import json
import os
import random
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

import liveblog_archive as lba
from tests.corpus import CORPUS
from tests.importers.crawls import Crawl, at
from tests.importers.html.reading import PAGES
from tests.importers.platforms import FOLDER

ROUNDS = int(os.environ.get("LIVEBLOG_ARCHIVE_FUZZ", "0"))
FEW = 150
OWN = [path for path in sorted(FOLDER.iterdir()) if path.suffix in (".json", ".atom", ".rss")]
REAL = sorted(CORPUS.glob("*/*")) if CORPUS else []
LONGEST_REAL = 300_000  # bytes: the largest pages take so long that little else would be tried
TOKENS = [
    *(b"<", b">", b'"', b"'", b"&", b"\x00", b"\xff", b"\r\n", b"{", b"}", b"[", b"]", b",", b":", b"\\", b"\\ud800"),
    *(b"<!--", b"]]>", b"<script>", b"</p>", b"&#x110000;", b"&nbsp;", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<time>"),
    *(b"NaN", b"-Infinity", b"1e999", b"true", b'"true"', b"null", b"[[[[", b'{"a":', b"99999999999999999999"),
    *(
        b"/Date(1772546700000+0000)/",
        b"/Date(9e99)/",
        b"25:61",
        b"14:05:",
        b"\nWARC/1.0\r\n",
        b"\xed\xa0\x80",
        b"\xfe\xff",
    ),
]
VALUES: list[object] = [
    None, True, "true", "0", -1, 0, 10**18, 1.5, "", " ", "<b>x</b>", "&amp;lt;", "\u0000", "\ud800", [], {}, [[]],
    [None], {"a": []}, "/Date(1772546700000+0000)/", "2026-02-30T25:61", "https://[", "a@b.example", "x" * 5000,
]  # fmt: skip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def crawled() -> bytes:
    crawl = Crawl(compressed=False)
    page = (PAGES / "blocks_with_times.html").read_bytes()
    record = crawl.visit("https://news.example/live", at(1), page, in_chunks=True)
    crawl.revisit("https://news.example/live", at(2), record.rec_headers.get_header("WARC-Payload-Digest"))
    return crawl.data


def torn(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with pieces that are cut out, doubled, or put in."""
    for _ in range(chance.randrange(1, 12)):
        start = chance.randrange(len(data) + 1)
        piece = chance.choice([*TOKENS, data[start : start + chance.randrange(400)]])
        place = chance.randrange(len(data) + 1)
        data = data[:place] + piece + data[place + chance.randrange(60) :]
    return data if chance.random() < 0.9 else data[: chance.randrange(len(data) + 1)]


def twisted(value: object, chance: random.Random, share: float) -> object:
    """Return a JSON value some of whose parts are others."""
    if chance.random() < share:
        return chance.choice(VALUES)
    if isinstance(value, dict):
        return {key: twisted(part, chance, share) for key, part in value.items() if chance.random() > share / 4}
    return [twisted(part, chance, share) for part in value] if isinstance(value, list) else value


def damaged(data: bytes, chance: random.Random) -> bytes:
    if data[:1] in b"{[" and chance.random() < 0.6:
        return json.dumps(twisted(json.loads(data), chance, chance.choice([0.002, 0.02, 0.1]))).encode()
    return torn(data, chance)


def outcome(data: bytes, chance: random.Random) -> bool:
    """Tell whether there is a blog in it; what is written of that is read back as it was."""
    zone = chance.choice(["Europe/Berlin", None])
    try:
        blog = lba.parse(data, timezone=zone, where="damaged")
    except lba.LiveBlogError as error:
        assert "\n" not in str(error)
        return False
    if chance.random() < 0.1:
        assert lba.parse(lba.export(blog, "jsonld")) == blog
    return True


def run(seeds: list[bytes], rounds: int) -> int:
    """Return how many of so many damaged files still gave a blog."""
    chance = random.Random(11)
    return sum(outcome(damaged(chance.choice(seeds), chance), chance) for _ in range(rounds))


def of(paths: list[Path]) -> list[bytes]:
    return [path.read_bytes() for path in paths]


@pytest.mark.parametrize("seeds", [lambda: of(OWN), lambda: [crawled()]], ids=["platforms", "crawl"])
def test_a_few_damaged_files_give_a_blog_or_one_line(seeds: Callable[[], list[bytes]]) -> None:
    assert 0 < run(seeds(), FEW) < FEW


@pytest.mark.skipif(not ROUNDS, reason="LIVEBLOG_ARCHIVE_FUZZ gives no number of rounds")
def test_damage_by_the_thousand() -> None:
    real = [data for data in of(REAL) if len(data) <= LONGEST_REAL]
    assert 0 < run([*of(OWN), *of(sorted(PAGES.glob("*.html"))), crawled(), *real], ROUNDS) < ROUNDS
