"""Versions, text digests and snapshots: what each changes with, and what not."""

import hashlib
from datetime import date

import orjson
import pytest
from attrs import evolve

from liveblog_archive.canonical import entry_bytes
from liveblog_archive.identity import VersionId, snapshot_id, text_id, version_id
from liveblog_archive.identity.versions import snapshot_bytes
from liveblog_archive.model import Agent, Entry, Heading, Link, LiveBlog, Paragraph, Span
from tests.identity import reference
from tests.samples import clock, full_blog

ENTRY = Entry(headline="A", body=[Paragraph("one"), Paragraph("two")], time=clock("9:05", 9, 5))
PAST = VersionId.of(b"the snapshot before")


class TestVersionIds:
    def test_are_the_digest_of_the_canonical_bytes(self):
        assert version_id(ENTRY).digest == hashlib.sha256(entry_bytes(ENTRY)).digest()

    @pytest.mark.parametrize(
        "changed",
        [
            evolve(ENTRY, headline="B"),
            evolve(ENTRY, headline=None),
            evolve(ENTRY, body=[Paragraph("one"), Paragraph("two ")]),
            evolve(ENTRY, body=[Paragraph("one\n\ntwo")]),
            evolve(ENTRY, time=clock("9:06", 9, 6)),
            evolve(ENTRY, time=clock("09:05", 9, 5)),
            evolve(ENTRY, time=None, day=date(2021, 11, 16)),
            evolve(ENTRY, authors=[Agent(name="A")]),
            evolve(ENTRY, status="deleted"),
        ],
    )
    def test_change_with_everything_the_entry_says(self, changed):
        assert version_id(changed) != version_id(ENTRY)

    @pytest.mark.parametrize("changed", [evolve(ENTRY, span=Span(first=1, last=2)), evolve(ENTRY, order_key="7")])
    def test_stay_where_only_its_place_in_the_source_changes(self, changed):
        assert version_id(changed) == version_id(ENTRY)

    def test_see_the_difference_between_composed_and_decomposed_letters(self):
        composed, decomposed = (Entry(body=[Paragraph(text)]) for text in ("é", "e\u0301"))
        assert version_id(composed) != version_id(decomposed)


class TestTextIds:
    def test_are_the_digest_of_the_plain_text(self):
        assert text_id(ENTRY).digest == hashlib.sha256(b"one\n\ntwo").digest()
        assert text_id(Entry()).digest == hashlib.sha256(b"").digest()

    @pytest.mark.parametrize(
        "changed",
        [
            evolve(ENTRY, time=None),
            evolve(ENTRY, headline="B"),
            evolve(ENTRY, authors=[Agent(name="A")]),
            evolve(ENTRY, body=[Heading("one"), Paragraph("two", [Link(0, 3, "https://news.example/")])]),
        ],
    )
    def test_stay_while_the_words_do(self, changed):
        assert text_id(changed) == text_id(ENTRY)
        assert version_id(changed) != version_id(ENTRY)

    def test_change_with_a_letter(self):
        assert text_id(evolve(ENTRY, body=[Paragraph("one"), Paragraph("Two")])) != text_id(ENTRY)


class TestSnapshots:
    BLOG = full_blog()

    def bytes(self):
        pairs = [(entry.id, version_id(entry)) for entry in self.BLOG.entries]
        return snapshot_bytes(self.BLOG.id, pairs, self.BLOG.capture.sha256, PAST)

    def test_are_the_digest_of_their_bytes(self):
        assert snapshot_id(self.BLOG, PAST).digest == hashlib.sha256(self.bytes()).digest()

    def test_hold_the_ids_and_versions_in_order_the_source_and_the_past(self):
        record = {
            "type": "liveblog-snapshot/1",
            "blog": self.BLOG.id,
            "entries": [[entry.id, str(version_id(entry))] for entry in self.BLOG.entries],
            "source": "ab" * 32,
            "previous": str(PAST),
        }
        assert orjson.loads(self.bytes()) == record
        assert self.bytes() == reference.canonical(record)

    def test_are_pinned(self):
        assert str(snapshot_id(self.BLOG)) == "ni:///sha-256;vk-cMlv6FfJFDBX2SKTakhwyFYarr1YRDuFmst95G6s"
        assert str(snapshot_id(self.BLOG, PAST)) == "ni:///sha-256;Sqjg8Mbc2eXVgj5HCEfeK8ZN6y1GQMz8YVcy6OEsNAM"

    def test_change_with_the_order_of_the_entries(self):
        assert snapshot_id(evolve(self.BLOG, entries=self.BLOG.entries[::-1])) != snapshot_id(self.BLOG)

    @pytest.mark.parametrize("position", range(len(BLOG.entries)))
    def test_change_with_any_version(self, position):
        entries = list(self.BLOG.entries)
        entries[position] = evolve(entries[position], summary="changed")
        assert snapshot_id(evolve(self.BLOG, entries=entries)) != snapshot_id(self.BLOG)

    @pytest.mark.parametrize("position", range(len(BLOG.entries)))
    def test_change_when_any_entry_is_gone(self, position):
        entries = self.BLOG.entries[:position] + self.BLOG.entries[position + 1 :]
        assert snapshot_id(evolve(self.BLOG, entries=entries)) != snapshot_id(self.BLOG)

    def test_change_with_the_source(self):
        other = evolve(self.BLOG, capture=evolve(self.BLOG.capture, sha256="cd" * 32))
        assert len({snapshot_id(blog) for blog in (self.BLOG, other, evolve(self.BLOG, capture=None))}) == 3

    def test_change_with_the_past(self):
        assert len({snapshot_id(self.BLOG, past) for past in (None, PAST, VersionId.of(b"another"))}) == 3

    def test_change_with_the_blog(self):
        assert snapshot_id(LiveBlog(id="tag:a")) != snapshot_id(LiveBlog(id="tag:b"))

    def test_do_not_change_with_what_no_version_holds(self):
        others = [
            evolve(self.BLOG, title="Another title"),
            evolve(self.BLOG, capture=evolve(self.BLOG.capture, notes=[])),
            evolve(self.BLOG, entries=[evolve(entry, span=None, order_key=None) for entry in self.BLOG.entries]),
        ]
        assert {snapshot_id(other) for other in others} == {snapshot_id(self.BLOG)}

    def test_a_chain_shows_every_change_of_its_past(self):
        def last_of(blogs):
            previous = None
            for blog in blogs:
                previous = snapshot_id(blog, previous)
            return previous

        history = [evolve(self.BLOG, entries=self.BLOG.entries[-length:]) for length in (1, 4, 9)]
        rewritten = [evolve(history[0], entries=[evolve(history[0].entries[0], summary="x")]), *history[1:]]
        assert len({last_of(history), last_of(rewritten), last_of(history[1:]), last_of(history[::-1])}) == 4
