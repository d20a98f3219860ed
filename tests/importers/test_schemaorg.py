"""schema.org's LiveBlogPosting in a file of its own."""

import json
from typing import Any

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.importers import importer_for
from liveblog_archive.model import Agent, Link, Media, Paragraph
from tests.importers.platforms import notes, times

UPDATES = [
    {
        "@type": "BlogPosting",
        "@id": "https://news.example/storm#2",
        "headline": "Refloated",
        "articleBody": "She is afloat.",
        "datePublished": "2026-03-03T16:31:40Z",
        "author": {"@type": "Person", "name": "Ada Example"},
    },
    {"@type": "BlogPosting", "articleBody": "Aground.", "datePublished": "2026-03-03T14:05:00Z"},
    {"@type": "BlogPosting"},
]
POSTING: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    "headline": "Storm &amp; sea",
    "description": "A ferry",
    "inLanguage": "en-GB",
    "url": "https://news.example/storm",
    "publisher": {"@type": "Organization", "name": "Harbour News"},
    "coverageStartTime": "2026-03-03T13:00:00Z",
    "liveBlogUpdate": UPDATES,
}


def _prefixed(value: Any, prefix: str) -> Any:
    """Return JSON-LD with a prefix before each name of schema.org's."""
    if isinstance(value, list):
        return [_prefixed(one, prefix) for one in value]
    if not isinstance(value, dict):
        return value
    names = {name: name if name.startswith("@") else prefix + name for name in value}
    return {names[name]: prefix + one if name == "@type" else _prefixed(one, prefix) for name, one in value.items()}


def _page(value: object) -> bytes:
    return f"<html><script type='application/ld+json'>{json.dumps(value)}</script></html>".encode()


@pytest.mark.parametrize(
    "value",
    [
        POSTING,
        [{"@type": "WebPage"}, POSTING],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, POSTING]},
        POSTING | {"@type": ["Article", "schema:LiveBlogPosting"]},
        POSTING | {"liveBlogUpdate": {"@list": UPDATES}},
        POSTING | {"liveBlogUpdate": [{"@set": UPDATES}], "headline": {"@value": POSTING["headline"]}},
        _prefixed(POSTING, "schema:") | {"@context": {"schema": "http://schema.org/"}},
        _prefixed(POSTING, "sdo:") | {"@context": {"sdo": "https://schema.org/"}},
        [_prefixed(POSTING, "https://schema.org/")],
        POSTING | {"@type": "Article"},
    ],
)
def test_a_posting_is_the_blog_that_a_page_with_it_is(value: object) -> None:
    found = lba.parse(json.dumps(value), timezone="Europe/Istanbul")
    assert (found.title, found.description, found.language, found.url, found.timezone) == (
        "Storm & sea", "A ferry", "en-GB", "https://news.example/storm", "Europe/Istanbul",
    )  # fmt: skip
    assert found.publisher == Agent(name="Harbour News", kind="organization")
    first, second = found.entries
    assert (first.headline, first.body) == ("Refloated", (Paragraph("She is afloat."),))
    assert first.authors == (Agent(name="Ada Example"),)
    assert times(first)[0] == "2026-03-03T19:31:40+03:00"
    assert (second.headline, found.order) == (None, "newest-first")
    page = lba.parse(_page(value), timezone="Europe/Istanbul")
    assert [evolve(one, span=None) for one in found.entries] == [evolve(one, span=None) for one in page.entries]


@pytest.mark.parametrize("given", [None, "https://a.example/live"])
def test_relative_addresses_are_those_of_the_page_that_is_given_or_stated(given: str | None) -> None:
    body = "<p>See <a href='/map'>the map</a>.</p>"
    update = UPDATES[0] | {"articleBody": body, "image": "pier.jpg", "url": "/storm/2"}
    (entry,) = lba.parse(json.dumps(POSTING | {"liveBlogUpdate": [update]}), url=given).entries
    site = "https://a.example" if given else "https://news.example"
    paragraph = Paragraph("See the map.", [Link(4, 11, f"{site}/map")])
    assert entry.body == (paragraph, Media(kind="image", url=f"{site}/pier.jpg"))
    assert entry.url == f"{site}/storm/2"


OTHER = {
    "@type": "LiveBlogPosting",
    "url": "https://news.example/match",
    "liveBlogUpdate": [{"headline": "Kick-off"}],
}


def test_several_live_blogs_are_an_error_that_names_them_unless_one_is_given() -> None:
    value = json.dumps([POSTING, OTHER, POSTING | {"url": "https://news.example/storm/?ref=home"}])
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(value, where="a.json")
    assert str(caught.value) == (
        "a.json: holds 2 live blogs: https://news.example/match, https://news.example/storm; name one with url="
    )
    with pytest.raises(lba.ImportFailure, match="holds 2 live blogs"):
        lba.parse(value, url="https://a.example/")
    for url, count in (("https://news.example/match", 1), ("https://news.example/storm", 2)):
        assert len(lba.parse(value, url=url).entries) == count


def test_the_capture_is_of_the_file() -> None:
    capture = lba.parse(json.dumps(POSTING)).capture
    assert capture is not None
    assert capture.media_type == "application/ld+json"
    assert capture.importer.startswith("liveblog-archive schemaorg ")
    assert capture.length == len(json.dumps(POSTING))


def test_what_this_library_wrote_is_read_without_loss_and_not_as_schema_org() -> None:
    own = lba.export(lba.parse(json.dumps(POSTING)), "jsonld")
    assert importer_for(own, "").name == "jsonld"
    assert importer_for(json.dumps(POSTING).encode(), "").name == "schemaorg"


@pytest.mark.parametrize("value", [POSTING | {"liveBlogUpdate": []}, {"@type": "LiveBlogPosting"}, {"a": 1}])
def test_a_posting_without_updates_is_one_clear_line(value: object) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(json.dumps(value), where="a.jsonld", format="schemaorg")
    assert str(caught.value) == (
        "a.jsonld: no entry found: looked for the updates of a schema.org LiveBlogPosting; "
        "check that this is a live blog"
    )


def test_an_update_that_is_none_is_noted() -> None:
    found = lba.parse(json.dumps(POSTING | {"liveBlogUpdate": [*UPDATES, 7]}))
    assert notes(found, "unreadable-entry") == ["#/liveBlogUpdate/3 is a number, and not an object"]
