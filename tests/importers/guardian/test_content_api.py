"""Answers of the Guardian's Content API."""

import json

import liveblog_archive as lba
from liveblog_archive.model import Agent, Embed, Link, Media, Paragraph
from tests.importers.platforms import blog, data, notes, times


def test_the_content_states_the_facts_of_the_blog() -> None:
    found = blog("guardian_content_api.json")
    assert (found.title, found.description, found.language) == ("Storm at Grey Harbour – live", "A ferry", "en")
    assert found.url == "https://www.news.example/sea/live/2026/mar/03/storm-live"
    assert found.publisher == Agent(name="Harbour News", kind="organization")
    assert found.authors == (Agent(name="Ada Example"),)
    assert (found.declared_total, found.incomplete) == (9, True)
    assert found.introduction == (
        Paragraph("A ferry and a pier"),
        Media(kind="image", url="https://img.news.example/m.jpg", caption="Waves", credit="A. Example", alt="Sea"),
    )


def test_each_block_of_the_body_is_an_entry_with_its_status() -> None:
    found = blog("guardian_content_api.json", timezone="Europe/London")
    first, second, third = found.entries
    assert [entry.native_id for entry in found.entries] == [
        "69a70cec8f08e3b7ab1a0001", "69a6f7ee8f08e3b7ab1a0002", "69a6ea8c8f08e3b7ab1a0003",
    ]  # fmt: skip
    assert [entry.status for entry in found.entries] == ["published", "published", "draft"]
    assert (first.headline, first.key_event) == ("Ferry refloated", True)
    assert times(first) == ["2026-03-03T16:31:40+00:00"] * 4
    assert first.time is not None
    assert (first.time.text, first.time.offset_source) == ("", "stated")
    assert first.body == (
        Paragraph("She is afloat."),
        Embed(provider="Twitter", url="https://twitter.example/harbour/status/2", text="She floats."),
        Paragraph("How a ferry is refloated", [Link(0, 24, "https://news.example/how")]),
    )
    assert second.body == (Paragraph("plain"),)
    assert third.span is not None
    assert third.span.element == "/response/content/blocks/body/2"


def test_who_worked_on_a_block_stays_in_the_newsroom() -> None:
    assert b"private" in data("guardian_content_api.json")
    assert b"rivate" not in lba.export(blog("guardian_content_api.json"), "jsonld")


def test_content_may_be_saved_without_what_is_around_it() -> None:
    whole = json.loads(data("guardian_content_api.json"))
    for inner in (whole["response"], whole["response"]["content"]):
        found = lba.parse(json.dumps(inner))
        assert [entry.id for entry in found.entries] == [e.id for e in blog("guardian_content_api.json").entries]
    assert found.entries[0].span is not None
    assert found.entries[0].span.element == "/blocks/body/0"


def test_what_was_asked_for_in_parts_is_put_together_once() -> None:
    whole = json.loads(data("guardian_content_api.json"))
    blocks = whole["response"]["content"]["blocks"]
    body = blocks.pop("body")
    blocks["requestedBodyBlocks"] = {"body:latest:2": body[:2], "body:oldest:2": body[1:]}
    found = lba.parse(json.dumps(whole))
    assert [entry.native_id for entry in found.entries] == [block["id"] for block in body]


def test_what_is_not_stated_stays_unknown() -> None:
    block = {"id": "b", "bodyHtml": "<p>Words.</p>"}
    found = lba.parse(json.dumps({"blocks": {"body": [block]}}))
    (entry,) = found.entries
    assert (found.title, found.publisher, found.declared_total, found.url) == (None, None, None, None)
    assert (entry.status, entry.url, times(entry)) == ("published", None, [None] * 4)


def test_contributors_may_be_ids_of_tags() -> None:
    tag = {"id": "profile/ada", "webTitle": "Ada Example", "webUrl": "https://news.example/profile/ada"}
    block = {"id": "b", "bodyHtml": "<p>Words.</p>", "contributors": ["profile/ada", "profile/ben"]}
    found = lba.parse(json.dumps({"tags": [tag, {"webTitle": "Sea"}], "blocks": {"body": [block]}}))
    assert found.entries[0].authors == (Agent(name="Ada Example", url="https://news.example/profile/ada"),)
    assert notes(found, "unreadable-value") == ["/blocks/body/0/contributors: profile/ben is not among the tags"]


def test_everything_above_the_blocks_is_the_introduction() -> None:
    element = {"type": "embed", "embedTypeData": {"html": "<iframe src='https://e.example/1'></iframe><p>Words</p>"}}
    blocks = {"main": {"elements": [element]}, "body": [{"id": "b", "bodyHtml": "<p>Words.</p>"}]}
    found = lba.parse(json.dumps({"blocks": blocks}))
    assert found.introduction == (Embed(provider="e.example", url="https://e.example/1"), Paragraph("Words"))
