"""Canonical bytes: what goes into them, and that others compute the same."""

import hashlib
import json
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import attrs
import orjson
import pytest
import rfc8785
from attrs import evolve
from hypothesis import given, settings

import liveblog_archive as lba
from liveblog_archive import canonical
from liveblog_archive.canonical import canonical_bytes, entry_bytes, entry_record, snapshot_record, timestamp
from liveblog_archive.identity import VersionId, text_id, version_id
from liveblog_archive.identity.versions import content_alias
from liveblog_archive.model import (
    BLOCKS,
    Agent,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    Media,
    Moment,
    Paragraph,
    Quotation,
    Span,
)
from tests import judges
from tests.corpus import corpus, needs_corpus
from tests.identity import reference
from tests.identity.entries import ENTRIES
from tests.samples import full_blog
from tests.strategies import blogs

VECTORS = json.loads(Path(__file__).with_name("golden").joinpath("identity", "vectors.json").read_bytes())
TEXTS = [
    "border-clashes.txt",
    "text_br24_nahost_ticker_2024.txt",
    "text_lesechos_fil_2024.txt",
    "text_nzz_gaza_ticker_2024.txt",
]


def strings(path):
    """Yield every text that a file of the corpus holds: the values of JSON, the lines of anything else."""
    if path.suffix != ".json":
        yield from path.read_text(encoding="utf-8", errors="replace").splitlines()
        return
    waiting = [json.loads(path.read_bytes())]
    while waiting:
        match waiting.pop():
            case str() as text if text.isascii() or not re.search("[\ud800-\udfff]", text):
                yield text
            case dict() as members:
                waiting += [*members, *members.values()]
            case list() as items:
                waiting += items


class TestOtherEncoders:
    def test_give_the_same_bytes_for_every_field_and_block(self):
        for entry in full_blog().entries:
            record = entry_record(entry)
            assert entry_bytes(entry) == rfc8785.dumps(record) == reference.canonical(record)

    @settings(derandomize=True, deadline=None, max_examples=50)
    @given(blogs())
    def test_give_the_same_bytes_for_anything_the_model_holds(self, blog):
        for entry in blog.entries:
            record = entry_record(entry)
            assert entry_bytes(entry) == rfc8785.dumps(record) == reference.canonical(record)

    @needs_corpus
    @pytest.mark.parametrize("name", TEXTS)
    def test_give_the_same_bytes_for_real_live_blogs(self, name):
        source = corpus("text", name).read_bytes()
        blog = lba.parse(source, format="text", timezone="Asia/Yerevan", date="2024-07-18")
        assert blog.entries
        for entry in blog.entries:
            record = entry_record(entry)
            assert entry_bytes(entry) == rfc8785.dumps(record) == reference.canonical(record)

    @needs_corpus
    def test_give_the_same_bytes_for_every_text_of_every_real_page(self):
        texts = sorted({text for path in sorted(corpus().rglob("*.*")) for text in strings(path)})
        assert len(texts) > 1000
        for text in texts:
            record = entry_record(Entry(headline=text if text.strip() else None, body=[Paragraph(text)]))
            assert canonical_bytes(record) == rfc8785.dumps(record) == reference.canonical(record)

    def test_give_the_same_bytes_in_another_language(self):
        records = [vector["record"] for vector in VECTORS] + [entry_record(entry) for entry in full_blog().entries]
        assert judges.ask("canonicalize.js", records) == [canonical_bytes(record).decode() for record in records]

    @needs_corpus
    def test_give_the_same_bytes_in_another_language_for_real_live_blogs(self):
        records = []
        for name in TEXTS:
            source = corpus("text", name).read_bytes()
            blog = lba.parse(source, format="text", timezone="Asia/Yerevan", date="2024-07-18")
            records += map(entry_record, blog.entries)
        assert len(records) > 50
        assert judges.ask("canonicalize.js", records) == [canonical_bytes(record).decode() for record in records]

    def test_give_the_same_bytes_for_every_character(self):
        every = [chr(point) for point in range(0x110000) if not 0xD800 <= point <= 0xDFFF]
        assert canonical_bytes({"text": "".join(every)}) == rfc8785.dumps({"text": "".join(every)})

    def test_sort_the_members_by_name(self):
        assert (
            canonical_bytes({"b": 1, "a": [True, 2**53 - 1], "aa": {}})
            == b'{"a":[true,9007199254740991],"aa":{},"b":1}'
        )


class TestVectors:
    @pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
    def test_an_entry_gives_the_record_the_bytes_and_the_ids_that_were_pinned(self, vector):
        entry = ENTRIES[vector["name"]]
        assert entry_record(entry) == vector["record"]
        assert entry_bytes(entry).decode() == vector["canonical"]
        assert str(version_id(entry)) == vector["version"]
        assert version_id(entry).short == vector["short"]
        assert str(text_id(entry)) == vector["text"]
        assert content_alias(entry) == vector["swhid"]

    def test_they_agree_with_the_oracles(self):
        for vector in VECTORS:
            content = rfc8785.dumps(vector["record"])
            assert content == vector["canonical"].encode() == reference.canonical(vector["record"])
            assert reference.name_of_digest(content) == vector["version"]
            assert hashlib.sha256(content).hexdigest().startswith(vector["short"])
            assert reference.name_of_digest(reference.plain_text(vector["record"]).encode()) == vector["text"]

    def test_each_entry_has_one(self):
        assert [vector["name"] for vector in VECTORS] == list(ENTRIES)

    def test_no_two_say_the_same(self):
        assert len({vector["version"] for vector in VECTORS}) == len(VECTORS)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no program sha256sum")
def test_sha256sum_alone_shows_the_version_id(tmp_path):
    for position, entry in enumerate(full_blog().entries):
        file = tmp_path / f"{position}.json"
        file.write_bytes(entry_bytes(entry))
        shown = subprocess.run(["sha256sum", file], capture_output=True, check=True).stdout.split()[0].decode()
        assert VersionId.parse(shown) == version_id(entry)
        assert shown == version_id(entry).hex


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no program git")
def test_git_shows_the_alias(tmp_path):
    for entry in full_blog().entries:
        command = ["git", "hash-object", "--stdin"]
        shown = subprocess.run(command, input=entry_bytes(entry), capture_output=True, check=True, cwd=tmp_path)
        assert content_alias(entry) == f"swh:1:cnt:{shown.stdout.decode().strip()}"


BASE = Entry(id="tag:news.example,2021-11-16:a#000000000000")
MOMENT = Moment(
    text="9:05",
    value=datetime(2021, 11, 16, 9, 5, tzinfo=UTC),
    precision="minute",
    offset_source="blog",
    earliest=datetime(2021, 11, 16, 9, tzinfo=UTC),
    latest=datetime(2021, 11, 16, 10, tzinfo=UTC),
)
ENTRY_CHANGES = {
    "id": "tag:news.example,2021-11-16:a#10000000000w",
    "headline": "a",
    "body": (Paragraph("a"),),
    "time": MOMENT,
    "day": date(2021, 11, 16),
    "created": MOMENT,
    "published": MOMENT,
    "modified": MOMENT,
    "authors": (Agent(name="A"),),
    "key_event": True,
    "pinned": True,
    "summary": "a",
    "status": "draft",
    "url": "https://news.example/",
    "native_id": "a",
}
EXCLUDED_CHANGES = {"span": Span(element="p"), "order_key": "1"}
# For each class that stands inside an entry: a value, how an entry holds it, and another value for each field.
PARTS = [
    (
        MOMENT,
        lambda part: Entry(time=part),
        {
            "text": "9:05 a.m.",
            "value": datetime(2021, 11, 16, 9, 6, tzinfo=UTC),
            "precision": "hour",
            "qualifier": "inferred",
            "offset_source": "stated",
            "earliest": datetime(2021, 11, 16, 9, 1, tzinfo=UTC),
            "latest": datetime(2021, 11, 16, 10, 1, tzinfo=UTC),
        },
    ),
    (
        Agent(name="A"),
        lambda part: Entry(authors=[part]),
        {"name": "B", "kind": "organization", "url": "https://news.example/", "role": "Editor"},
    ),
    (
        Link(1, 2, "a"),
        lambda part: Entry(body=[Paragraph("abc", [part])]),
        {"start": 0, "end": 3, "url": "b"},
    ),
    (Paragraph("a"), lambda part: Entry(body=[part]), {"text": "b", "links": (Link(0, 1, "a"),)}),
    (Heading("a"), lambda part: Entry(body=[part]), {"text": "b", "level": 4}),
    (Quotation("a"), lambda part: Entry(body=[part]), {"text": "b", "source": "B"}),
    (ListBlock(["a"]), lambda part: Entry(body=[part]), {"items": ("a", ""), "ordered": True}),
    (
        Media(kind="image"),
        lambda part: Entry(body=[part]),
        {"kind": "video", "url": "b", "caption": "c", "credit": "d", "alt": "e"},
    ),
    (Embed(provider="a"), lambda part: Entry(body=[part]), {"provider": "b", "url": "c", "text": "d"}),
]
NAMES = [type(part).__name__ for part, _, _ in PARTS]


class TestEveryFieldCounts:
    """A field that the model gains must be put into the record, or excluded by name: these tests fail until it is."""

    def test_every_field_of_an_entry_is_in_the_record_or_excluded_with_a_reason(self):
        names = {field.name for field in attrs.fields(Entry)}
        assert canonical.FIELDS.keys() | canonical.EXCLUDED.keys() == names
        assert not canonical.FIELDS.keys() & canonical.EXCLUDED.keys()
        assert all(len(reason.split()) > 3 for reason in canonical.EXCLUDED.values())

    def test_every_field_has_a_change_to_try(self):
        assert ENTRY_CHANGES.keys() == canonical.FIELDS.keys()
        assert EXCLUDED_CHANGES.keys() == canonical.EXCLUDED.keys()

    def test_a_change_of_a_field_in_the_record_is_another_version(self):
        changed = [evolve(BASE, **{name: value}) for name, value in ENTRY_CHANGES.items()]
        assert len({version_id(entry) for entry in [BASE, *changed]}) == 1 + len(changed)

    def test_a_change_of_an_excluded_field_is_the_same_version(self):
        for name, value in EXCLUDED_CHANGES.items():
            changed = evolve(BASE, **{name: value})
            assert (changed != BASE, version_id(changed)) == (True, version_id(BASE))

    def test_every_class_inside_an_entry_is_tried(self):
        assert {type(part) for part, _, _ in PARTS} == {*BLOCKS, Link, Moment, Agent}
        assert list(canonical.BLOCK_RECORDS) == list(BLOCKS)

    @pytest.mark.parametrize(("part", "held", "changes"), PARTS, ids=NAMES)
    def test_a_change_of_any_field_inside_an_entry_is_another_version(self, part, held, changes):
        assert changes.keys() == {field.name for field in attrs.fields(type(part))}
        changed = [evolve(part, **{name: value}) for name, value in changes.items()]
        assert len({version_id(held(one)) for one in [part, *changed]}) == 1 + len(changes)

    def test_the_same_words_in_another_block_are_another_version(self):
        blocks = [Paragraph("a"), Heading("a"), Quotation("a"), ListBlock(["a"]), Media(kind="image", alt="a")]
        blocks.append(Embed(provider="a", text="a"))
        assert len({version_id(Entry(body=[block])) for block in blocks}) == len(BLOCKS)

    def test_the_sequence_of_blocks_authors_and_items_counts(self):
        for one, other in [
            (Entry(body=[Paragraph("a"), Paragraph("b")]), Entry(body=[Paragraph("b"), Paragraph("a")])),
            (Entry(authors=[Agent(name="A"), Agent(name="B")]), Entry(authors=[Agent(name="B"), Agent(name="A")])),
            (Entry(body=[ListBlock(["a", "b"])]), Entry(body=[ListBlock(["b", "a"])])),
        ]:
            assert version_id(one) != version_id(other)

    @settings(derandomize=True, deadline=None, max_examples=50)
    @given(blogs())
    def test_equal_entries_are_one_version_and_different_ones_two(self, blog):
        bare = [evolve(entry, id="", span=None, order_key=None) for entry in blog.entries]
        for one in bare:
            for other in bare:
                assert (version_id(one) == version_id(other)) is (one == other)


class TestRecords:
    def test_the_types_are_pinned(self):
        assert (canonical.ENTRY_TYPE, canonical.SNAPSHOT_TYPE) == ("liveblog-entry/1", "liveblog-snapshot/1")

    def test_the_names_of_blocks_are_pinned(self):
        names = {kind.__name__: name for kind, (name, _) in canonical.BLOCK_RECORDS.items()}
        assert names == {
            "Paragraph": "paragraph",
            "Heading": "heading",
            "Quotation": "quotation",
            "ListBlock": "list",
            "Media": "media",
            "Embed": "embed",
        }

    @settings(derandomize=True, deadline=None, max_examples=50)
    @given(blogs())
    def test_hold_nothing_but_what_every_encoder_writes_alike(self, blog):
        def check(value):
            match value:
                case dict():
                    assert all(re.fullmatch("[a-z_]+", name) for name in value)
                    for member in value.values():
                        check(member)
                case list():
                    for item in value:
                        check(item)
                case _:
                    assert type(value) in {str, bool} or (type(value) is int and 0 <= value < 2**53)

        for entry in blog.entries:
            check(entry_record(entry))

    def test_leave_out_what_is_absent(self):
        assert entry_record(Entry()) == {"type": "liveblog-entry/1", "status": "published"}

    def test_of_a_snapshot_leave_out_what_is_absent(self):
        assert snapshot_record("b", [], None) == {"type": "liveblog-snapshot/1", "blog": "b", "entries": []}

    def test_of_a_snapshot_hold_its_entries_its_source_and_its_past(self):
        assert snapshot_record("b", [("e", "v"), ("f", "w")], "s", "p") == {
            "type": "liveblog-snapshot/1",
            "blog": "b",
            "entries": [["e", "v"], ["f", "w"]],
            "source": "s",
            "previous": "p",
        }

    def test_are_json_objects_again_when_read(self):
        for entry in full_blog().entries:
            assert orjson.loads(entry_bytes(entry)) == entry_record(entry)


class TestTimestamps:
    EAST = timezone(timedelta(hours=4))
    TIME = datetime(2021, 11, 16, 17, 50, tzinfo=EAST)

    @pytest.mark.parametrize(
        ("value", "precision", "text"),
        [
            (date(2021, 11, 16), "day", "2021-11-16"),
            (date(33, 4, 3), None, "0033-04-03"),
            (TIME, "minute", "2021-11-16T17:50+04:00"),
            (TIME, "hour", "2021-11-16T17:50+04:00"),
            (TIME, None, "2021-11-16T17:50+04:00"),
            (TIME, "second", "2021-11-16T17:50:00+04:00"),
            (TIME.replace(second=7), "second", "2021-11-16T17:50:07+04:00"),
            (TIME.replace(second=7), None, "2021-11-16T17:50:07+04:00"),
            (TIME.replace(microsecond=7), None, "2021-11-16T17:50:00.000007+04:00"),
            (TIME.replace(second=1, microsecond=500000), None, "2021-11-16T17:50:01.500000+04:00"),
            (TIME.replace(tzinfo=None), "minute", "2021-11-16T17:50"),
            (TIME.replace(tzinfo=UTC), "minute", "2021-11-16T17:50+00:00"),
            (TIME.replace(tzinfo=timezone(timedelta(minutes=-210))), "minute", "2021-11-16T17:50-03:30"),
        ],
    )
    def test_say_no_more_than_is_known(self, value, precision, text):
        assert timestamp(value, precision) == text
        assert type(value).fromisoformat(text) == value
