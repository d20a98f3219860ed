"""Superdesk Live Blog: posts of version 3, and of 2016."""

import json

import pytest

import liveblog_archive as lba
from liveblog_archive.cli.inspect import facts
from liveblog_archive.importers import importer
from liveblog_archive.importers.shapes import Json
from liveblog_archive.model import Block, Embed, Link, LiveBlog, Media, Paragraph, Quotation
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
    assert [entry.native_id for entry in posts.entries] == [str(number) for number in range(1, 9)]
    assert [entry.order_key for entry in posts.entries] == ["0", "2.5", "3", "4", "5", "6", "7", "8"]
    assert [entry.pinned for entry in posts.entries] == [True] + [False] * 7
    assert [entry.key_event for entry in posts.entries] == [False, True] + [False] * 6
    assert posts.entries[1].headline == "Refloated"
    assert posts.entries[1].span is not None
    assert posts.entries[1].span.element == "/posts/_items/1"


def test_relative_addresses_are_those_of_the_page_that_the_file_states() -> None:
    value = json.loads(data("superdesk.json"))
    item = {"_id": "urn:newsml:x", "item": {"item_type": "text", "text": '<p>See <a href="/map">the map</a>.</p>'}}
    value["posts"]["_items"][0]["groups"][1]["refs"] = [item]
    for told, site in ((None, "https://news.example"), ("https://mirror.example/a", "https://mirror.example")):
        (block,) = lba.parse(json.dumps(value), url=told).entries[0].body
        assert block == Paragraph("See the map.", [Link(4, 11, f"{site}/map")])


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
    assert found.order == "manual"  # beside the pinned one there is a single entry, which runs in no direction
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


# What only `meta` says, and what is no more


def with_item(**members: Json) -> LiveBlog:
    """Return the blog with other members in the one item of its third post."""
    value = json.loads(data("superdesk.json"))
    value["posts"]["_items"][2]["groups"][1]["refs"][0]["item"] |= members
    return lba.parse(json.dumps(value))


FIGURE = '<figure><img src="https://img.news.example/f.jpg"><figcaption>The Gull Credit: Bo</figcaption></figure>'
LARGE: Json = {
    "renditions": {
        "thumbnail": {"href": "https://img.news.example/s.jpg"},
        "baseImage": {"href": "https://img.news.example/l.jpg"},
        "original": {"href": ""},
    }
}


@pytest.mark.parametrize(
    ("members", "blocks"),
    [
        (
            {
                "item_type": "image",
                "text": "",
                "meta": {"caption": "The <b>Gull</b>", "credit": "Ada", "media": LARGE},
            },
            [Media(kind="image", url="https://img.news.example/l.jpg", caption="The Gull", credit="Ada")],
        ),
        (
            {"item_type": "image", "text": "", "meta": {"caption": "The Gull"}},
            [Media(kind="image", caption="The Gull")],
        ),
        (
            {"item_type": "image", "text": FIGURE, "headline": "Seen", "meta": {}},
            [
                Paragraph("Seen"),
                Media(kind="image", url="https://img.news.example/f.jpg", caption="The Gull", credit="Bo"),
            ],
        ),
        (
            {
                "item_type": "quote",
                "text": "<blockquote>Tide turns.</blockquote>",
                "meta": {"credit": "<i>Pilot</i>"},
            },
            [Quotation("Tide turns.", "Pilot")],
        ),
        (
            {
                "item_type": "quote",
                "text": "<blockquote>Tide turns.<footer>Pilot</footer></blockquote>",
                "meta": {"credit": "Pilot"},
            },
            [Quotation("Tide turns.", "Pilot")],
        ),
        (
            {
                "item_type": "quote",
                "text": "<blockquote>Tide turns.<p>— Pilot</p></blockquote>",
                "meta": {"credit": "Pilot"},
            },
            [Quotation("Tide turns.\n— Pilot")],
        ),
        (
            {"item_type": "quote", "text": "", "meta": {"quote": "<p>Tide</p><p>turns.</p>", "credit": "Pilot"}},
            [Quotation("Tide\nturns.", "Pilot")],
        ),
        ({"item_type": "quote", "text": "Tide turns.", "meta": {"quote": "x"}}, [Paragraph("Tide turns.")]),
        (
            {"item_type": "quote", "text": "Tide turns.", "meta": {"credit": "Pilot"}},
            [Paragraph("Tide turns."), Paragraph("Pilot")],
        ),
        (
            {
                "item_type": "embed",
                "text": "",
                "headline": "Seen",
                "meta": {"url": "https://v.example/1", "title": "The film", "description": "At <b>sea</b>"},
            },
            [Paragraph("Seen"), Embed(provider="embed", url="https://v.example/1", text="The film\nAt sea")],
        ),
        (
            {
                "item_type": "embed",
                "text": '<iframe src="https://v.example/1"></iframe><p>The film</p>',
                "meta": {"title": "The film", "description": "At sea"},
            },
            [Embed(provider="v.example", url="https://v.example/1", text="At sea"), Paragraph("The film")],
        ),
        (
            {"item_type": "embed", "text": "", "meta": {"title": "The film"}},
            [Embed(provider="embed", text="The film")],
        ),
    ],
)
def test_what_only_meta_says_of_an_item_is_read(members: dict[str, Json], blocks: list[Block]) -> None:
    found = with_item(**members)
    assert found.entries[2].body == tuple(blocks)
    assert notes(found, "unread-element") == []


@pytest.mark.parametrize("kind", ["image", "quote", "embed", "Scorecard"])
def test_an_item_that_shows_nothing_is_noted_by_its_type(kind: str) -> None:
    found = with_item(item_type=kind, text=" ", meta={"home": "Ada 1", "score": "2"})
    assert found.entries[2].body == ()
    assert notes(found, "unread-element") == [f"/posts/_items/2/groups/1/refs/0/item: {kind}"]


def test_an_empty_text_is_nothing_at_all() -> None:
    assert notes(with_item(item_type="text", text="", meta={}), "unread-element") == []


def test_a_link_in_a_caption_is_noted() -> None:
    found = with_item(item_type="image", text=FIGURE, meta={"credit": '<a href="https://news.example/bo">Bo</a>'})
    media = found.entries[2].body[0]
    assert isinstance(media, Media)
    assert media.credit == "Bo"
    assert notes(found, "link-unkept") == ["https://news.example/bo"]


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"deleted": True, "item_type": "text", "text": "<p>Forty dead.</p>"}, "Forty dead."),
        (
            {"pubstatus": "canceled", "item_type": "image", "text": "", "meta": {"media": LARGE}},
            "something without words",
        ),
    ],
)
def test_an_item_that_was_taken_out_of_a_post_is_no_part_of_it(members: dict[str, Json], said: str) -> None:
    found = with_item(**members)
    assert (found.entries[2].status, found.entries[2].body) == ("published", ())
    assert notes(found, "earlier-version") == [f"urn:newsml:3 said before: {said}"]
