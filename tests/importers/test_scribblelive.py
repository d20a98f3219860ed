"""ScribbleLive's events."""

import json

import pytest

import liveblog_archive as lba
from liveblog_archive.model import Block, Embed, Link, LiveBlog, Media, Paragraph
from tests.importers.platforms import blog, data, notes, times


@pytest.fixture(scope="module")
def event() -> LiveBlog:
    return blog("scribblelive.json", timezone="Europe/Istanbul")


def test_the_event_states_the_facts_of_the_blog(event: LiveBlog) -> None:
    assert (event.title, event.description, event.language, event.url) == (
        "Storm at Grey Harbour", "A ferry & a pier", "en", "https://news.example/storm",
    )  # fmt: skip
    assert event.coverage_start is not None
    assert event.coverage_start.value is not None
    assert event.coverage_start.value.isoformat() == "2026-03-03T13:30:00+00:00"
    assert event.declared_total == 4


def test_each_post_is_an_entry_with_its_status(event: LiveBlog) -> None:
    assert [entry.native_id for entry in event.entries] == ["4", "3", "2", "1", "0"]
    assert [entry.status for entry in event.entries] == ["published", "published", "comment", "deleted", "draft"]
    assert [entry.pinned for entry in event.entries] == [True, False, False, False, False]
    assert event.entries[0].order_key == "1.5"
    assert notes(event, "reader-comment") == ["2 is a reader's comment"]


def test_the_milliseconds_of_microsoft_are_instants(event: LiveBlog) -> None:
    assert times(event.entries[0]) == [
        "2026-03-03T19:31:40+03:00", None, "2026-03-03T16:31:40+00:00", "2026-03-03T16:40:00+00:00",
    ]  # fmt: skip


def test_pictures_stand_before_their_words(event: LiveBlog) -> None:
    assert event.entries[0].body == (Paragraph("She is afloat."),)
    assert event.entries[1].body == (
        Media(kind="image", url="https://img.news.example/pier.jpg"),
        Paragraph("The pier"),
    )


def test_a_picture_that_the_words_show_is_not_shown_twice() -> None:
    value = json.loads(data("scribblelive.json"))
    value["Posts"][1]["Content"] = '<img src="https://img.news.example/pier.jpg" alt="Pier">'
    (media,) = lba.parse(json.dumps(value)).entries[1].body
    assert media == Media(kind="image", url="https://img.news.example/pier.jpg", alt="Pier")


def test_relative_addresses_are_those_of_the_page_that_the_event_states() -> None:
    value = json.loads(data("scribblelive.json"))
    value["Posts"][1] |= {"Content": '<p>See <a href="/map">the map</a>.</p>', "Media": []}
    for told, site in ((None, "https://news.example"), ("https://mirror.example/a", "https://mirror.example")):
        (block,) = lba.parse(json.dumps(value), url=told).entries[1].body
        assert block == Paragraph("See the map.", [Link(4, 11, f"{site}/map")])


def with_media(content: str, *media: dict[str, object]) -> LiveBlog:
    """Return the event with other media in its second post."""
    value = json.loads(data("scribblelive.json"))
    value["Posts"][1] |= {"Content": content, "Media": media, "Type": "IMAGE"}
    return lba.parse(json.dumps(value))


PIER = "https://img.news.example/pier.jpg"


@pytest.mark.parametrize(
    ("content", "media", "blocks"),
    [
        ("", [{"Url": PIER, "Caption": "The <b>pier</b>"}], [Media(kind="image", url=PIER, caption="The pier")]),
        ("", [{"Type": "audio", "Caption": "The wind"}], [Media(kind="audio", caption="The wind")]),
        (f'<img src="{PIER}">', [{"Type": "IMAGE", "Url": PIER, "Caption": "The pier"}],
         [Media(kind="image", url=PIER, caption="The pier")]),
        ("<p>Look</p>", [{"Type": "YOUTUBE", "Url": "https://youtu.be/x", "Caption": "The film"}],
         [Embed(provider="youtube", url="https://youtu.be/x", text="The film"), Paragraph("Look")]),
        ("", [{"Type": "POLL", "Caption": "Safe?"}, {"Type": "HTML", "Url": "https://poll.example/1"}],
         [Embed(provider="poll", text="Safe?"), Embed(provider="poll.example", url="https://poll.example/1")]),
        ("", [{"Type": "POLL", "Caption": "Safe?"}, {"Type": "POLL", "Caption": "Sure?"}],
         [Embed(provider="poll", text="Safe?"), Embed(provider="poll", text="Sure?")]),
        ('<iframe src="https://poll.example/1"></iframe>',
         [{"Type": "HTML", "Url": "https://poll.example/1", "Caption": "Safe?"}],
         [Embed(provider="poll.example", url="https://poll.example/1", text="Safe?")]),
    ],
)  # fmt: skip
def test_media_of_every_type_are_shown_once(
    content: str, media: list[dict[str, object]], blocks: list[Block]
) -> None:
    found = with_media(content, *media)
    assert found.entries[1].body == tuple(blocks)
    assert notes(found, "unread-element") == []


def test_a_medium_that_shows_nothing_is_noted_by_its_type() -> None:
    found = with_media("<p>Look</p>", {"Type": "POLL"}, {"Type": None})
    assert found.entries[1].body == (Paragraph("Look"),)
    assert notes(found, "unread-element") == ["/Posts/1/Media/0: POLL", "/Posts/1/Media/1: IMAGE"]


def test_readers_who_comment_are_not_named(event: LiveBlog) -> None:
    assert [[author.name for author in entry.authors] for entry in event.entries] == [
        ["Ada Example"], ["Ada Example"], [], [], [],
    ]  # fmt: skip
    assert b"rivate" not in lba.export(event, "jsonld")


def test_an_event_without_posts_is_one_clear_line() -> None:
    with pytest.raises(lba.ImportFailure, match="no entry found: looked for Posts with a Content and a Created"):
        lba.parse('{"Id": 1, "Posts": [], "Pages": 0}')
