"""Superdesk Live Blog: posts of version 3, and of 2016."""

import json

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import importer
from liveblog_archive.inspection import facts
from liveblog_archive.model import Embed, LiveBlog, Media, Paragraph, Quotation
from tests.importers.platforms import blog, data, notes, times


@pytest.fixture(scope="module")
def posts() -> LiveBlog:
    return blog("superdesk.json")


def test_the_file_states_the_facts_of_the_blog(posts: LiveBlog) -> None:
    assert (posts.title, posts.description, posts.url) == (
        "Storm at Grey Harbour", "A ferry", "https://news.example/storm",
    )  # fmt: skip
    assert (posts.language, posts.declared_total, posts.incomplete) == ("en", 11, True)
    assert notes(posts, "page-of-several") == ["page 1 of 2; the others are not in this file"]


def test_each_post_is_an_entry_with_its_marks(posts: LiveBlog) -> None:
    assert [entry.native_id for entry in posts.entries] == [f"urn:newsml:{number}" for number in range(1, 9)]
    assert [entry.order_key for entry in posts.entries] == ["0", "2.5", "3", "4", "5", "6", "7", "8"]
    assert [entry.pinned for entry in posts.entries] == [True] + [False] * 7
    assert [entry.key_event for entry in posts.entries] == [False, True] + [False] * 6
    assert posts.entries[1].headline == "Refloated"
    assert posts.entries[1].span is not None
    assert posts.entries[1].span.element == "/posts/_items/1"


def test_what_was_not_for_readers_keeps_its_status(posts: LiveBlog) -> None:
    assert [entry.status for entry in posts.entries] == [
        "published", "published", "published", "deleted", "comment", "draft", "draft", "deleted",
    ]  # fmt: skip
    assert notes(posts, "reader-comment") == ["urn:newsml:5 is a reader's comment"]
    assert notes(posts, "unknown-status") == ["urn:newsml:7 has the status 'ml'; kept as a draft"]


def test_each_status_is_counted_at_a_glance(posts: LiveBlog) -> None:
    found = facts(posts, importer("superdesk"), 0)
    assert found["statuses"] == {"comment": 1, "deleted": 2, "draft": 2, "published": 3}


def test_times_are_those_of_the_post(posts: LiveBlog) -> None:
    assert times(posts.entries[0]) == [
        "2026-03-03T14:05:00+00:00",
        "2026-03-03T14:00:00+00:00",
        "2026-03-03T14:05:00+00:00",
        "2026-03-03T14:06:00+00:00",
    ]
    assert times(posts.entries[4])[0] is None
    assert times(blog("superdesk.json", timezone="Europe/Berlin").entries[0])[0] == "2026-03-03T15:05:00+01:00"


def test_only_the_name_that_readers_see_is_read(posts: LiveBlog) -> None:
    assert [[author.name for author in entry.authors] for entry in posts.entries] == [
        ["Ada Example"], ["Bo Example"], ["Ada"], ["Ada Example"],
        [], ["Ada Example"], ["Ada Example"], ["Ada Example"],
    ]  # fmt: skip
    written = lba.export(posts, "jsonld") + lba.export(posts, "xml")
    for private in (b"private.example", b"login-name", b"secret-session", b"ZZ", b"Private Reader", b'archive": 1'):
        assert private not in written


def test_items_become_blocks(posts: LiveBlog) -> None:
    _, second, third, *_, last = posts.entries
    assert second.body == (
        Paragraph("The ferry is afloat."),
        Media(
            kind="image",
            url="https://img.news.example/f.jpg",
            alt="A ferry",
            caption="The Gull",
            credit="Harbour News",
        ),
    )
    assert third.body == (Embed(provider="News Example", url="https://news.example/card"), Paragraph("A card"))
    assert last.body == (Paragraph("A head"), Paragraph("Pulled."))


def test_the_older_shape_is_read_too() -> None:
    found = blog("superdesk_2016.json")
    first, second = found.entries
    assert (first.key_event, first.pinned, first.order_key) == (True, True, "12.5")
    assert first.body == (Quotation("Tide turns.", "Pilot"),)
    assert [author.name for author in first.authors] == ["Ada Example"]
    assert times(first)[2] == "2016-11-08T20:00:00+00:00"
    assert second.body == (Paragraph("Low water."),)
    assert found.order == "newest-first"
    assert (found.declared_total, notes(found, "page-of-several")) == (2, [])
    assert notes(found, "unread-element") == ["/_items/0/groups/0/refs/1: refers to an item that is not here"]
    assert second.span is not None
    assert second.span.element == "/_items/1"


def test_a_list_of_posts_is_read_too() -> None:
    items = json.loads(data("superdesk_2016.json"))["_items"]
    found = lba.parse(json.dumps(items))
    assert [entry.span.element for entry in found.entries if entry.span] == ["/0", "/1"]
    assert found.declared_total is None


def test_meta_counts_before_what_stands_in_the_caption() -> None:
    value = json.loads(data("superdesk.json"))
    ref = value["posts"]["_items"][1]["groups"][1]["refs"][1]["item"]
    ref["meta"] = {"caption": "The <i>Gull</i>", "credit": "A. Example"}
    media = lba.parse(json.dumps(value)).entries[1].body[1]
    assert isinstance(media, Media)
    assert (media.caption, media.credit) == ("The Gull", "A. Example")


def test_a_card_without_an_address_has_only_its_words() -> None:
    value = json.loads(data("superdesk.json"))
    value["posts"]["_items"][2]["groups"][1]["refs"][0]["item"]["meta"] = {}
    assert lba.parse(json.dumps(value)).entries[2].body == (Paragraph("A card"),)


def test_posts_of_several_languages_have_none_in_common() -> None:
    value = json.loads(data("superdesk.json"))
    value["posts"]["_items"][0]["language"] = "de"
    assert lba.parse(json.dumps(value)).language is None


def test_a_byline_that_is_an_address_of_mail_is_no_name() -> None:
    value = json.loads(data("superdesk.json"))
    value["posts"]["_items"][0] |= {"byline": "ada@news.example", "publisher": {"display_name": "Ada Example"}}
    assert [author.name for author in lba.parse(json.dumps(value)).entries[0].authors] == ["Ada Example"]
