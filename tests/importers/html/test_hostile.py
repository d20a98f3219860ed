"""Pages that are damaged, or meant to do damage: they end in a blog or in one clear line, and touch no network.

More of the same by hand, for as long as one likes:
`LIVEBLOG_ARCHIVE_FUZZ=20000 python -m pytest tests/importers/html/test_hostile.py`
"""

import os
import random
import socket
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers import Options
from liveblog_archive.importers.html import read
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import PAGES, codes, of, page, posting, script, update

ROUNDS = int(os.environ.get("LIVEBLOG_ARCHIVE_FUZZ", "0"))
SEEDS = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]
TOKENS = [
    b"<",
    b">",
    b'"',
    b"'",
    b"&",
    b";",
    b"\x00",
    b"\xff",
    b"\r",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b"\\",
    b"\\u12",
    b"<!--",
    b"-->",
    b"<script>",
    b"</script>",
    b"<![CDATA[",
    b"<div>",
    b"</div>",
    b"<p>",
    b"<table><tr><td>",
    b"<svg>",
    b"&#0;",
    b"<time datetime='2026'>",
    b"<time datetime='9999-12-31T23:59:59-14:00'>",
    b"<base href='http://[::1'>",
    b"&#x110000;",
    b"<time datetime='0001-01-01T00:00:00+14:00'>",
    b"14:05",
    b"25:61",
    b"<h2>14.05 Uhr: x</h2>",
    b"id='post-1'",
    b"NaN",
    b"itemscope itemtype='https://schema.org/LiveBlogPosting' ",
    b"<blockquote class='twitter-tweet'>",
    b"1e999",
    b'"@id":',
    b"\xed\xa0\x80",
]
ONE = update(headline="Aground", datePublished="2026-03-03T14:05:00Z", articleBody="She is aground.")


def outcome(data: bytes, **options: object) -> LiveBlog | None:
    """Return the blog, or None for an error that is one clear line; anything else that happens is a defect."""
    try:
        return read(data, Options(**options))  # type: ignore[arg-type]
    except ImportFailure as error:
        assert "\n" not in str(error)
        return None


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


class TestBombs:
    def test_entities_of_the_documents_own_are_never_expanded(self) -> None:
        bomb = "<!DOCTYPE html [<!ENTITY a 'ha'>" + "".join(
            f"<!ENTITY {b} '&{a};&{a};&{a};&{a};&{a};&{a};&{a};&{a};&{a};&{a};'>"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        blog = of(bomb + "]>" + page("<p>&i;</p>", head=script(posting(ONE))))
        assert len(blog.entries) == 1

    def test_external_entities_and_dtds_are_never_fetched(self) -> None:
        text = '<!DOCTYPE html SYSTEM "http://evil.example/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        blog = of(text + page("", head=script(posting(ONE | {"articleBody": "&x; stays"}))))
        assert "root:" not in blog.entries[0].text

    @pytest.mark.parametrize("tag", ["div", "b", "table", "span itemprop=x", "blockquote"])
    def test_a_hundred_thousand_elements_in_each_other(self, tag: str) -> None:
        blog = of(page(f"<{tag}>" * 100_000, head=script(posting(ONE))))
        assert [entry.headline for entry in blog.entries] == ["Aground"]
        assert "page-cut" in codes(blog)

    def test_fifty_megabytes_of_one_line(self) -> None:
        assert outcome(page("<p>" + "storm " * 8_000_000).encode()) is None

    def test_a_page_beyond_the_limit_is_refused_in_one_line(self, monkeypatch: pytest.MonkeyPatch) -> None:
        tree = sys.modules["liveblog_archive.importers.markup.tree"]
        monkeypatch.setattr(tree, "LARGEST_PAGE", 100)
        with pytest.raises(
            ImportFailure, match="101 bytes are too much for one page; give a page of at most 100 bytes"
        ):
            of(b"x" * 101)

    @pytest.mark.parametrize(
        "piece",
        [
            "<article id=post-{0} class=p><time datetime=2026-03-03T14:05:00Z>x</time><p>a {0}</p></article>",
            "<p>14:05: She moved {0} metres.</p>",
            "<a id=post-{0}></a>",
            "<li><time datetime=2026-03-03T14:05:00Z>14:05</time>",
            "<div itemprop=liveBlogUpdate itemscope itemtype=https://schema.org/BlogPosting>",
        ],
    )
    def test_thousands_of_pieces_take_no_longer_than_they_must(self, piece: str) -> None:
        outcome(page("".join(piece.format(n) for n in range(3000))).encode(), timezone="UTC")

    def test_comments_that_are_never_closed_where_no_body_begins(self) -> None:
        assert outcome(b"<!--x>" * 200_000 + b"<title>Storm</title>") is None

    def test_a_time_that_is_never_closed_and_has_all_that_follows_in_it(self) -> None:
        said = "".join(f"Quay {number}, " for number in range(3000))
        entries = "".join(f"<article><time>14:0{n} {said}updated<p>The quay {n} is shut.</p></article>" for n in "12")
        outcome(page(entries).encode(), timezone="UTC")

    @pytest.mark.parametrize("name", ["post-" * 5000 + "x", "a" * 50_000, "-_:" * 20_000, "0" * 50_000])
    def test_names_that_are_made_to_be_read_slowly(self, name: str) -> None:
        of(page(f'<div id="{name}">x</div>', head=script(posting(ONE | {"@id": name}))))


class TestDamage:
    @pytest.mark.parametrize("data", SEEDS, ids=range(len(SEEDS)))
    def test_a_page_cut_anywhere_gives_what_is_left_or_one_line(self, data: bytes) -> None:
        whole = outcome(data, timezone="Europe/Berlin")
        assert whole is not None
        for tenth in range(1, 10):
            cut = outcome(data[: len(data) * tenth // 10], timezone="Europe/Berlin")
            # What stands above the entries may be all that is left: a list of the latest news, of five lines.
            assert cut is None or len(cut.entries) <= max(len(whole.entries) + 1, 5)

    def test_a_script_cut_off_gives_the_updates_before_the_cut(self) -> None:
        text = page("", head=script(posting(*(ONE | {"headline": f"h{n}"} for n in range(10)))))
        blog = of(text[: text.index("h7")])
        assert [entry.headline for entry in blog.entries] == [f"h{n}" for n in range(7)]
        assert "json-ld-broken" in codes(blog)

    @settings(derandomize=True, deadline=None, max_examples=60)
    @given(
        st.sampled_from(SEEDS),
        st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(TOKENS)), max_size=12),
    )
    def test_any_damage_gives_a_blog_or_one_line(self, data: bytes, cuts: list[tuple[float, int, bytes]]) -> None:
        for place, length, token in cuts:
            at = int(place * len(data))
            data = data[:at] + token + data[at + length :]
        outcome(data, timezone="Europe/Berlin")

    @settings(derandomize=True, deadline=None, max_examples=60)
    @given(st.lists(st.sampled_from(TOKENS), max_size=60).map(b"".join))
    def test_any_heap_of_tokens_gives_a_blog_or_one_line(self, data: bytes) -> None:
        outcome(data, timezone="Europe/Berlin")

    @pytest.mark.skipif(not ROUNDS, reason="LIVEBLOG_ARCHIVE_FUZZ gives no number of rounds")
    def test_damage_by_the_thousand(self) -> None:
        chance = random.Random(5)
        for _ in range(ROUNDS):
            data = chance.choice(SEEDS)
            for _ in range(chance.randrange(1, 30)):
                at = chance.randrange(len(data) + 1)
                token = chance.choice([*TOKENS, data[at : at + chance.randrange(400)]])
                data = data[:at] + token + data[at + chance.randrange(60) :]
            outcome(data, timezone=chance.choice(["Europe/Berlin", None]))
