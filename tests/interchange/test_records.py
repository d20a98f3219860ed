"""Records: what canonical wrote becomes the model again, and nothing else does."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings

from liveblog_archive.canonical import EXCLUDED, FIELDS, block_record, entry_record, moment_record
from liveblog_archive.errors import ModelError
from liveblog_archive.interchange import records
from liveblog_archive.model import Block, Entry, Moment
from tests.samples import YEREVAN, clock, full_blog
from tests.strategies import blocks, entries, moments


@settings(derandomize=True, deadline=None)
@given(blocks())
def test_any_block_comes_back(block: Block) -> None:
    assert records.block(block_record(block)) == block


@settings(derandomize=True, deadline=None)
@given(moments())
def test_any_time_comes_back(moment: Moment) -> None:
    assert records.moment(moment_record(moment), YEREVAN) == moment


@settings(derandomize=True, deadline=None)
@given(entries())
def test_any_entry_comes_back_with_the_fields_that_no_record_has(entry: Entry) -> None:
    excluded = {name: getattr(entry, name) for name in EXCLUDED}
    assert records.entry(entry_record(entry), None, **excluded) == entry


def test_a_time_takes_the_blogs_zone_where_its_offset_is_from_there() -> None:
    moment = records.moment(moment_record(clock("5 p.m.", 17)), YEREVAN)
    assert isinstance(moment.value, datetime)
    assert moment.value.tzinfo is YEREVAN


def test_every_field_of_a_record_can_be_read() -> None:
    assert set(FIELDS.values()) == set(records._DECODERS)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("x", "block: an object belongs here, not a text"),
        ({}, "block: unknown type None"),
        ({"type": {}}, "block: unknown type {}"),
        ({"type": "poem"}, "block: unknown type 'poem'"),
        ({"type": "heading", "text": "x", "links": []}, "Heading: unknown member 'links'"),
        ({"type": "list", "items": "ab"}, "ListBlock.items: an array belongs here, not a text"),
        ({"type": "list"}, "ListBlock.items: missing"),
        ({"type": "media"}, "Media.kind: missing"),
        ({"type": "embed"}, "Embed.provider: empty text; give text, or leave the field out"),
        ({"type": "paragraph", "text": 1}, "Paragraph.text: expected text, got int; give a str"),
        ({"type": "paragraph", "text": "x", "links": {}}, "Paragraph.links: an array belongs here, not an object"),
        ({"type": "paragraph", "text": "x", "links": [{"url": "u"}]}, "Link.start: missing"),
    ],
)  # fmt: skip
def test_a_block_that_is_none_is_refused(record: object, message: str) -> None:
    with pytest.raises(ModelError) as caught:
        records.block(record)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "liveblog-entry/2"}, "Entry: not a record of type liveblog-entry/1"),
        ({"mood": "tense"}, "Entry: unknown member 'mood'"),
        ({"body": "text"}, "Entry.body: an array belongs here, not a text"),
        ({"authors": [None]}, "Agent: an object is missing here"),
        ({"day": 16}, "Entry.day: a text belongs here, not a whole number"),
        ({"day": "16.11."}, "Moment: not a time: '16.11.'; write 2021-11-16, or 2021-11-16T17:50 with its offset"),
        ({"time": []}, "Moment: an object belongs here, not an array"),
        ({"time": {"value": 5}}, "Moment.value: a text belongs here, not a whole number"),
        ({"time": {"value": "2021-11-16", "offset_source": []}},
         "Moment.offset_source: a text belongs here, not an array"),
        ({"time": {"text": "5 p.m.", "pm": True}}, "Moment: unknown member 'pm'"),
    ],
)  # fmt: skip
def test_an_entry_that_is_none_is_refused(change: dict[str, Any], message: str) -> None:
    record = entry_record(full_blog().entries[6]) | change
    with pytest.raises(ModelError) as caught:
        records.entry(record, None)
    assert str(caught.value) == message
