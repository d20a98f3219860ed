"""The BBC's live pages."""

import json

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.bbc.trees import blocks
from liveblog_archive.importers.json_source import Node
from liveblog_archive.importers.shapes import Json
from liveblog_archive.model import (
    Agent,
    Block,
    Embed,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Quotation,
)
from tests.importers.platforms import blog, data, notes, times


@pytest.fixture(scope="module")
def page() -> LiveBlog:
    return blog("bbc.json")


def test_the_page_states_the_facts_of_the_blog(page: LiveBlog) -> None:
    assert (page.title, page.description, page.language) == ("Storm at Grey Harbour", "A ferry and a pier", "en")
    assert page.authors == (Agent(name="Ada Example"),)
    assert page.introduction == (ListBlock(["A ferry is aground"]),)
    assert page.order == "newest-first"
    assert [m.value.isoformat() for m in (page.coverage_start, page.coverage_end) if m and m.value] == [
        "2026-03-03T13:00:00+00:00", "2026-03-04T13:00:00+00:00",
    ]  # fmt: skip
    assert notes(page, "page-of-several") == ["page 1 of 2; the others are not in this file"]


def test_each_result_is_an_entry(page: LiveBlog) -> None:
    first, second = page.entries
    assert [first.native_id, second.native_id] == ["asset:0b1c", "asset:0b1d"]
    assert [first.headline, second.headline] == ["Ferry refloated", "Aground"]
    assert [first.key_event, second.key_event] == [True, False]
    assert first.span is not None
    assert first.span.element == "/data/liveTextStream/content/data/results/0"


def test_both_spellings_of_utc_are_one_and_a_stated_time_counts(page: LiveBlog) -> None:
    first, second = page.entries
    assert times(first) == [
        "2026-03-03T16:31:40+00:00",
        None,
        "2026-03-03T16:31:40+00:00",
        "2026-03-03T16:40:00+00:00",
    ]
    assert times(second)[0] == "2026-03-03T14:04:00+00:00"
    assert second.published is not None
    assert second.published.text == "2026-03-03T14:05:00.050Z"


def test_trees_become_blocks_and_blank_paragraphs_nothing(page: LiveBlog) -> None:
    assert page.entries[0].body == (
        Paragraph("The harbour ferry is afloat.", [Link(4, 17, "https://news.example/ferry")]),
        ListBlock(["Forty on board\n  none hurt"]),
        ListBlock(["Tow"], ordered=True),
        Heading("Next", 3),
        Quotation("We were lucky", "A passenger"),
        Media(
            kind="image",
            url="https://img.news.example/f.jpg",
            caption="The Gull",
            credit="Harbour News",
            alt="A ferry",
        ),
        Embed(provider="Twitter", url="https://twitter.example/harbour/status/1", text="Stay away"),
    )
    assert notes(page, "unread-element") == [
        "/data/liveTextStream/content/data/results/0/content/model/blocks/9: divider"
    ]


def test_a_post_without_trees_has_titles_descriptions_and_pictures(page: LiveBlog) -> None:
    assert page.entries[1].body == (
        Paragraph("The ferry is aground."),
        Media(kind="image", url="https://img.news.example/a.jpg", alt="Mud", credit="A. Example"),
    )


def test_the_page_may_be_saved_without_what_is_around_it() -> None:
    inner = json.dumps(json.loads(data("bbc.json"))["data"])
    found = lba.parse(inner, timezone="Europe/London", url="https://news.example/storm")
    assert [entry.native_id for entry in found.entries] == ["asset:0b1c", "asset:0b1d"]
    assert found.entries[0].span is not None
    assert found.entries[0].span.element == "/liveTextStream/content/data/results/0"
    assert (found.timezone, found.url) == ("Europe/London", "https://news.example/storm")


def test_an_unread_time_is_kept_as_it_is_stated() -> None:
    value = json.loads(data("bbc.json"))
    value["data"]["liveTextStream"]["content"]["data"]["results"][0]["dates"]["lastPublished"] = "/Date(ms+0000)/"
    found = lba.parse(json.dumps(value))
    assert found.entries[0].modified == Moment(text="/Date(ms+0000)/")


# Trees


def read(*inside: Json) -> tuple[list[Block], list[Note]]:
    found: list[Note] = []
    return blocks(Node({"model": {"blocks": list(inside)}}, found, "/t")), found


def words(text: str) -> Json:
    return {"type": "paragraph", "model": {"text": text, "blocks": []}}


def run(kind: str, *inside: Json, **model: str) -> Json:
    return {"type": kind, "model": {"blocks": list(inside), **model}}


POST = "https://social.example/1"


def post(html: str, **members: str) -> Json:
    embed: Json = {"url": POST, "html": html, "provider_name": "Harbour", **members}
    return {"type": "oEmbed", "model": {"oembed": embed}}


@pytest.mark.parametrize(
    ("inside", "block"),
    [
        (words(" only words "), Paragraph("only words")),
        ({"type": "paragraph", "model": {"blocks": [
            {"type": "fragment", "model": {"text": " "}},
            {"type": "urlLink", "model": {"locator": "https://a.example", "text": "one "}},
            {"type": "urlLink", "model": {"locator": "https://b.example", "blocks": []}}]}},
         Paragraph("one", [Link(0, 3, "https://a.example")])),
        ({"type": "crosshead", "model": {"text": "Later"}}, Heading("Later", 3)),
        ({"type": "blockquote", "model": {"blocks": [words("one"), words("two")]}}, Quotation("one\ntwo")),
        ({"type": "video", "model": {"locator": "https://v.example/1"}}, Media(kind="video", url="https://v.example/1")),
        ({"type": "image", "model": {"blocks": [{"type": "altText", "model": {"blocks": [words("Mud")]}}]}},
         Media(kind="image", alt="Mud")),
        ({"type": "wrapper", "model": {"blocks": [words("inside")]}}, Paragraph("inside")),
        (run("embed", href="https://c.example", title="Tides"),
         Embed(provider="embed", url="https://c.example", text="Tides")),
        (run("link", words("Read on"), locator="https://n.example/1"),
         Paragraph("Read on", [Link(0, 7, "https://n.example/1")])),
        (run("quote", words("So it is"), quoteSource="Ada"), Quotation("So it is", "Ada")),
        (run("social", run("aresOEmbed", post("<blockquote>Afloat</blockquote>"), locator=POST), source=POST),
         Embed(provider="harbour", url=POST, text="Afloat")),
        (post('<blockquote class="twitter-tweet"><p>Afloat</p></blockquote>'),
         Embed(provider="twitter", url=POST, text="Afloat")),
        (post("", title="Afloat", provider_name=""),
         Embed(provider="social.example", url=POST, text="Afloat")),
        (post("Afloat", url="", provider_name=""), Embed(provider="embed", text="Afloat")),
        (post("", title="Afloat"), Embed(provider="harbour", url=POST, text="Afloat")),
        ({"type": "include", "model": {"href": "https://c.example"}}, Embed(provider="include", url="https://c.example")),
    ],
)  # fmt: skip
def test_a_tree_is_a_block(inside: Json, block: Block) -> None:
    assert read(inside) == ([block], [])


@pytest.mark.parametrize(
    "inside",
    [
        words(""),
        {"type": "unorderedList", "model": {"blocks": []}},
        {"type": "orderedList", "model": {"blocks": []}},
        {"type": "headline", "model": {"blocks": []}},
        {"type": "quote", "model": {}},
    ],
)
def test_what_is_empty_is_nothing(inside: Json) -> None:
    assert read(inside) == ([], [])


def test_a_picture_or_unknown_block_without_anything_is_noted() -> None:
    assert read({"type": "image", "model": {}}, {}) == (
        [],
        [
            Note(code="unread-element", text="/t/model/blocks/0: image"),
            Note(code="unread-element", text="/t/model/blocks/1: no type"),
        ],
    )


def fragment(text: str) -> Json:
    return {"type": "fragment", "model": {"text": text}}


def test_words_and_links_are_read_however_deep_in_weights_they_stand() -> None:
    to = "https://a.example"
    resigned = run("urlLink", run("bold", run("italic", fragment("the mayor"), fragment(" resigned"))), locator=to)
    later = run("bold", run("urlLink", fragment("later"), locator="https://b.example"))
    inside = run("paragraph", fragment(" Before "), resigned, fragment(" or "), later, fragment("."))
    text = "Before the mayor resigned or later."
    assert read(inside) == (
        [Paragraph(text, [Link(7, 25, to), Link(29, 34, "https://b.example")])],
        [],
    )


def test_of_links_in_each_other_the_inner_one_counts() -> None:
    inner = run("urlLink", fragment("here"), locator="https://b.example")
    inside = run("paragraph", run("urlLink", fragment("Look "), inner, locator="https://a.example"))
    assert read(inside) == (
        [Paragraph("Look here", [Link(5, 9, "https://b.example")])],
        [Note(code="link-unkept", text="https://a.example")],
    )


LINKED = run("paragraph", fragment("Look "), run("urlLink", fragment("here"), locator="https://a.example"))


@pytest.mark.parametrize(
    ("inside", "block"),
    [
        (run("unorderedList", run("listItem", LINKED)), ListBlock(["Look here"])),
        (run("crosshead", LINKED), Heading("Look here", 3)),
        (run("quote", LINKED, attribution="Ada"), Quotation("Look here", "Ada")),
        (run("image", run("caption", LINKED), run("copyright", words("Bo"))),
         Media(kind="image", caption="Look here", credit="Bo")),
        (run("orderedList", run("listItem", words("Look here"), run("image", locator="https://a.example"))),
         ListBlock(["Look here"], ordered=True)),
    ],
)  # fmt: skip
def test_links_that_stand_where_none_can_be_kept_are_noted(inside: Json, block: Block) -> None:
    assert read(inside) == ([block], [Note(code="link-unkept", text="https://a.example")])


@pytest.mark.parametrize(
    ("inside", "media"),
    [
        ((), Media(kind="video", caption="The film")),
        ((run("caption", words("At sea")),), Media(kind="video", caption="At sea", alt="The film")),
        ((run("caption", words("The film")),), Media(kind="video", caption="The film")),
        ((run("altText", words("A ferry")), run("caption", words("At sea"))),
         Media(kind="video", caption="At sea", alt="A ferry")),
    ],
)  # fmt: skip
def test_the_title_of_a_film_is_what_its_player_shows(inside: tuple[Json, ...], media: Media) -> None:
    facts = run("aresMedia", run("image"), run("aresMediaMetadata", title="The film", id="p01"))
    assert read(run("video", *inside, facts)) == ([media], [])


def test_links_of_headers_and_captions_of_pictures_are_not_lost() -> None:
    value = json.loads(data("bbc.json"))
    first, second = value["data"]["liveTextStream"]["content"]["data"]["results"]
    first["header"] = {"model": {"blocks": [run("headline", LINKED)]}}
    second["header"] = {"model": {"blocks": [LINKED]}}
    second["images"][0]["caption"] = 'The <a href="https://b.example">mud</a>'
    found = lba.parse(json.dumps(value))
    assert [entry.headline for entry in found.entries] == ["Look here", "Look here"]
    media = found.entries[1].body[-1]
    assert isinstance(media, Media)
    assert media.caption == "The mud"
    assert notes(found, "link-unkept") == ["https://a.example", "https://a.example", "https://b.example"]


def test_a_picture_among_words_and_runs_without_end_are_noted() -> None:
    picture = {"type": "image", "model": {"locator": "https://img.example/a.jpg"}}
    assert read(run("paragraph", fragment("Words"), picture)) == (
        [Paragraph("Words")],
        [Note(code="unread-element", text="/t/model/blocks/0/model/blocks/1: image")],
    )
    deep = fragment("at the bottom")
    for _ in range(300):
        deep = run("bold", deep)
    found, said = read(run("paragraph", fragment("Words"), deep))
    assert found == [Paragraph("Words")]
    assert [note.text.rpartition(": ")[2] for note in said] == ["nested too deeply"]


def test_an_address_of_several_blocks_is_noted_where_none_of_them_shows_it() -> None:
    to = "https://a.example"
    assert read(run("link", words("One"), words("Two"), locator=to))[1] == [Note(code="link-unkept", text=to)]
    assert read(run("link", LINKED, words("Two"), locator=to))[1] == []
    assert read(run("oEmbed"))[1] == [Note(code="unread-element", text="/t/model/blocks/0: oEmbed")]


def test_relative_addresses_are_those_of_the_page() -> None:
    value = json.loads(data("bbc.json"))
    page = value["data"]
    first = page["liveTextStream"]["content"]["data"]["results"][0]
    link = run("urlLink", fragment("here"), locator="/news/1")
    write = run("urlLink", fragment(" us"), locator="mailto:desk@news.example")
    first["content"] = {"model": {"blocks": [
        run("paragraph", fragment("Look "), link, write), run("include", href="/i"), run("video", locator="v"),
        run("crosshead", words("Later")), run("video", run("caption", words("At sea"))),
    ]}}  # fmt: skip
    first["link"] = "/news/live/x"
    page["url"] = "https://news.example/live/storm"
    entry = lba.parse(json.dumps(value)).entries[0]
    assert entry.url == "https://news.example/news/live/x"
    assert entry.body == (
        Paragraph("Look here us", [Link(5, 9, "https://news.example/news/1")]),
        Embed(provider="include", url="https://news.example/i"),
        Media(kind="video", url="https://news.example/live/v"),
        Heading("Later", 3),
        Media(kind="video", caption="At sea"),
    )


@pytest.mark.parametrize(
    ("said", "authors", "noted"),
    [
        ("By Ann Lee and Bo Ray", [("Ann Lee", None), ("Bo Ray", None)], []),
        ("Edited by Ann Lee and Bo Ray", [("Ann Lee", "Edited by"), ("Bo Ray", "Edited by")], []),
        ("Ann Lee, Bo Ray", [("Ann Lee", None), ("Bo Ray", None)], []),
        ("Harbour Live", [("Harbour Live", None)], []),
        ("Edited by Ann Lee, with Bo Ray in Rome", [], ["Edited by Ann Lee, with Bo Ray in Rome"]),
        ("Edited by Ann Lee (ann@news.example)", [("Ann Lee", "Edited by")], []),
    ],
)
def test_a_byline_is_the_names_in_it(said: str, authors: list[tuple[str, str | None]], noted: list[str]) -> None:
    value = json.loads(data("bbc.json"))
    value["data"]["liveTextStream"]["contributors"] = said
    found = lba.parse(json.dumps(value))
    assert [(author.name, author.role) for author in found.authors] == authors
    assert notes(found, "byline-unkept") == noted


def test_a_tree_without_end_is_cut_and_noted() -> None:
    deep: Json = words("at the bottom")
    for _ in range(300):
        deep = {"type": "wrapper", "model": {"blocks": [deep]}}
    found, said = read(deep)
    assert found == []
    assert [note.text.rpartition(": ")[2] for note in said] == ["nested too deeply"]
