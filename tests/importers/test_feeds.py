"""RSS, Atom and JSON Feed."""

import io
import json
import re
import time
from collections.abc import Mapping
from contextlib import nullcontext

import feedparser
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.importers.feeds import media_rss
from liveblog_archive.model import Agent, Block, Embed, Link, LiveBlog, Media, Paragraph
from tests.importers.platforms import blog, data, notes, times


@pytest.fixture(scope="module")
def rss() -> LiveBlog:
    return blog("feed.rss", timezone="Europe/Istanbul")


def test_an_rss_channel_is_a_blog(rss: LiveBlog) -> None:
    assert (rss.title, rss.description, rss.language, rss.url) == (
        "Storm at Grey Harbour", "A ferry and a pier", "en-gb", "https://news.example/storm",
    )  # fmt: skip
    assert rss.publisher == Agent(name="Harbour News", kind="organization")
    assert rss.authors == (Agent(name="Harbour Desk", kind="organization"),)
    assert rss.capture is not None
    assert rss.capture.media_type == "application/xml"
    assert notes(rss, "damaged-feed") == []


def test_an_rss_item_is_an_entry(rss: LiveBlog) -> None:
    first, second = rss.entries
    assert (first.native_id, first.headline, first.url) == ("r2", "Refloated", "https://news.example/storm#2")
    assert first.body == (
        Paragraph("She is afloat.", [Link(7, 13, "https://news.example/ferry")]),
        Media(kind="image", url="https://img.news.example/f.jpg"),
    )
    assert first.summary == "Afloat again"
    assert times(first) == ["2026-03-03T19:31:40+03:00", None, "2026-03-03T16:31:40+00:00", None]
    assert (second.body, second.summary) == ((Paragraph("Forty on board."),), None)
    assert second.published is not None
    assert second.published.precision == "minute"


ATOM_ENTRY = "<title>Storm</title><id>1</id>"
WHOLE = '<content type="html">&lt;p&gt;One.&lt;/p&gt;</content>'


@pytest.mark.parametrize(
    ("told", "summary"),
    [
        (WHOLE, None),
        (WHOLE + "<summary>In short</summary>", "In short"),
        ("<summary>In short</summary>" + WHOLE, "In short"),
    ],
)
def test_an_item_has_the_summary_that_it_states_and_no_other(told: str, summary: str | None) -> None:
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry>{ATOM_ENTRY}{told}</entry></feed>'
    (entry,) = lba.parse(atom).entries
    assert (entry.body, entry.summary) == ((Paragraph("One."),), summary)
    content = "http://purl.org/rss/1.0/modules/content/"
    rss = told.replace('<content type="html">', f'<c:encoded xmlns:c="{content}">').replace("content>", "c:encoded>")
    item = f"<item>{rss.replace('summary>', 'description>')}<guid>1</guid></item>"
    (entry,) = lba.parse(f'<rss version="2.0"><channel><title>T</title>{item}</channel></rss>').entries
    assert (entry.body, entry.summary) == ((Paragraph("One."),), summary)


@pytest.mark.parametrize("content", ["", " ", "<![CDATA[]]>", "&lt;p&gt;&lt;/p&gt;"])
def test_content_without_words_hides_no_summary(content: str) -> None:
    entry = _atom(f'<content type="html">{content}</content><summary>Afloat.</summary>').entries[0]
    assert (entry.body, entry.summary) == ((Paragraph("Afloat."),), None)
    space = 'xmlns:c="http://purl.org/rss/1.0/modules/content/"'
    item = f"<description>Afloat.</description><c:encoded {space}>{content}</c:encoded>"
    (entry,) = lba.parse(_rss(f"<item><guid>1</guid>{item}</item>")).entries
    assert (entry.body, entry.summary) == ((Paragraph("Afloat."),), None)


def test_addresses_of_authors_stay_out(rss: LiveBlog) -> None:
    assert [[author.name for author in entry.authors] for entry in rss.entries] == [["Ada Example"], []]
    for name in ("feed.rss", "feed.atom"):
        assert b"private.example" in data(name)
        assert b"private" not in lba.export(blog(name), "jsonld")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator><dc:creator>Ann</dc:creator>", ["Ann", "Bob"]),
        ("<author>ann@n.example</author><dc:creator>Cid</dc:creator><dc:creator>Dan</dc:creator>", ["Cid", "Dan"]),
        ("<author>ann@n.example (Ann)</author><author>Bob &lt;bob@n.example&gt;</author>", ["Ann", "Bob"]),
        ("<dc:creator><![CDATA[A &amp; B]]></dc:creator><media:credit>Cid</media:credit>", ["A & B"]),
    ],
)
def test_all_authors_of_an_item_are_named_and_none_by_an_address(said: str, names: list[str]) -> None:
    found = lba.parse(
        _rss(f"<managingEditor>boss@n.example (Boss)</managingEditor><item><guid>1</guid>{said}</item>")
    )
    assert [author.name for author in found.authors] == ["Boss"]
    assert [author.name for author in found.entries[0].authors] == names


def test_an_author_in_rss_may_be_one_of_atom() -> None:
    space = "http://www.w3.org/2005/Atom"
    told = (
        "<a10:name>Ann &amp; Co</a10:name><a10:uri>https://n.example/ann</a10:uri><a10:email>a@n.example</a10:email>"
    )
    for said, agents in ((told, (Agent(name="Ann & Co", url="https://n.example/ann"),)), ("<a10:name/>", ())):
        item = f'<item><guid>1</guid><a10:author xmlns:a10="{space}">{said}</a10:author></item>'
        assert lba.parse(_rss(item)).entries[0].authors == agents


def test_all_authors_of_an_entry_of_atom_are_named_and_none_by_an_address() -> None:
    authors = "".join(
        f"<author><name>{name}</name><email>{name[0]}@n.example</email></author>"
        for name in ("Ann", "bob@n.example Bob")
    )
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>{authors}</entry></feed>'
    assert [author.name for author in lba.parse(atom).entries[0].authors] == ["Ann", "Bob"]


def _atom(entry: str, head: str = "") -> LiveBlog:
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{head}<entry><id>1</id>{entry}</entry></feed>'
    return lba.parse(feed)


def _who(tag: str, name: str, uri: str = "") -> str:
    return f"<{tag}><name>{name}</name>{uri and f'<uri>{uri}</uri>'}<email>{name[0]}@n.example</email></{tag}>"


def test_an_author_of_atom_has_the_page_that_is_stated_but_no_address_of_mail() -> None:
    ann, bob = _who("author", "Ann", "https://news.example/ann"), _who("author", "Bob", "mailto:bob@n.example")
    found = _atom(ann + bob, ann)
    assert found.authors == (Agent(name="Ann", url="https://news.example/ann"),)
    assert found.entries[0].authors == (*found.authors, Agent(name="Bob"))


def test_a_contributor_of_atom_is_named_with_that_role_behind_the_authors() -> None:
    ann, bob = _who("author", "Ann"), _who("contributor", "Bob", "https://news.example/bob")
    named = (Agent(name="Ann"), Agent(name="Bob", url="https://news.example/bob", role="contributor"))
    found = _atom(bob + ann + _who("contributor", "Ann"), bob + ann)
    assert (found.authors, found.entries[0].authors) == (named, named)


def test_an_entry_of_atom_that_names_contributors_alone_has_the_authors_of_the_feed() -> None:
    bob = Agent(name="Bob", role="contributor")
    ann, cid = _who("author", "Ann"), _who("contributor", "Cid")
    assert _atom(_who("contributor", "Bob"), ann + cid).entries[0].authors == (Agent(name="Ann"), bob)
    assert _atom(_who("contributor", "Bob")).entries[0].authors == (bob,)
    assert _atom("", ann + cid).entries[0].authors == ()


def test_a_contributor_of_rss_is_named_with_that_role_behind_the_authors() -> None:
    people = "<dc:contributor>Bob</dc:contributor><dc:creator>Ann</dc:creator>"
    (entry,) = lba.parse(_rss(f"<item><guid>1</guid>{people}</item>")).entries
    assert entry.authors == (Agent(name="Ann"), Agent(name="Bob", role="contributor"))


@pytest.mark.parametrize("space", ["http://www.w3.org/2007/app", "http://purl.org/atom/app#"])
@pytest.mark.parametrize(("said", "status"), [("yes", "draft"), ("no", "published")])
def test_an_entry_that_its_author_has_not_published_is_a_draft(space: str, said: str, status: str) -> None:
    found = _atom(f'<p:control xmlns:p="{space}"><p:draft>{said}</p:draft></p:control>{WHOLE}')
    assert found.entries[0].status == status
    is_shown = status == "published"
    with nullcontext() if is_shown else pytest.raises(lba.ExportError, match="no entry is published"):
        assert b"One." in lba.export(found, "html")


def test_the_comment_of_a_reader_on_blogger_is_no_entry_of_the_blog() -> None:
    kinds = "http://schemas.google.com/g/2005#kind", "http://schemas.google.com/blogger/2008/kind#"
    of = {kind: f'<category scheme="{kinds[0]}" term="{kinds[1]}{kind}"/>' for kind in ("comment", "post", "page")}
    found = _atom(of["comment"] + _who("author", "Ann") + WHOLE)
    assert (found.entries[0].status, found.entries[0].authors) == ("comment", ())
    assert notes(found, "reader-comment") == ["1 is a reader's comment"]
    assert notes(found, "category-unkept") == []
    for kind, noted in (("post", []), ("page", [f"/entries/0: {kinds[1]}page"])):
        found = _atom(of[kind] + WHOLE)
        assert found.entries[0].status == "published"
        assert notes(found, "category-unkept") == noted


def test_categories_of_a_feed_are_told_as_left_out() -> None:
    said = '<category term="ferry" label="Ferries"/><category term="ann@n.example storms"/><category term=""/>'
    assert notes(_atom(said, '<category term="news"/>'), "category-unkept") == [
        "/feed: news",
        "/entries/0: Ferries, … storms",
    ]
    item = "<item><guid>1</guid><category>Storms</category><dc:subject>Piers</dc:subject></item>"
    assert notes(lba.parse(_rss(item)), "category-unkept") == ["/entries/0: Storms, Piers"]
    assert notes(_atom(""), "category-unkept") == []


def test_tags_of_a_json_feed_are_told_as_left_out() -> None:
    items: list[dict[str, object]] = [
        {"id": "1", "tags": ["Storms", " Piers ", "", True]},
        {"id": "2", "tags": "Storms"},
    ]
    found = _json_feed(*items)
    assert notes(found, "category-unkept") == ["/items/0: Storms, Piers"]
    assert notes(found, "unreadable-value") == [
        "/items/0/tags/3 is a truth value, and not a text", "/items/1/tags is a text, and not a list",
    ]  # fmt: skip


def test_content_of_atom_that_stands_elsewhere_is_a_link_to_it() -> None:
    content = '<content src="https://news.example/1.mp4" type="video/mp4"/><summary>Afloat</summary>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>{content}</entry></feed>'
    (entry,) = lba.parse(atom).entries
    assert entry.body == (Media(kind="video", url="https://news.example/1.mp4"),)
    assert entry.summary == "Afloat"


def _json_feed(*items: Mapping[str, object]) -> LiveBlog:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"content_text": "Report.", **one} for one in items],
    }
    return lba.parse(json.dumps(value), timezone="Europe/Istanbul")


def test_an_item_of_a_json_feed_that_only_changed_has_that_time_and_a_note() -> None:
    found = _json_feed({"id": "1", "date_modified": "2026-03-03T16:31:40Z"})
    assert times(found.entries[0]) == ["2026-03-03T19:31:40+03:00", None, None, "2026-03-03T16:31:40+00:00"]
    assert notes(found, "time-of-change") == ["/items/0 states when it changed, not when it began"]


def _dated(told: str) -> LiveBlog:
    space = 'xmlns:a="http://www.w3.org/2005/Atom"'
    return lba.parse(_rss(f"<item {space}><guid>1</guid><title>Storm</title>{told}</item>"))


def test_the_date_of_dublin_core_is_when_an_item_was_published_where_nothing_else_tells() -> None:
    date, then = "<dc:date>2026-03-03T10:00:00+01:00</dc:date>", "2026-03-03T10:00:00+01:00"
    found = _dated(date)
    assert times(found.entries[0]) == [then, None, then, None]
    assert notes(found, "time-of-change") == []
    changed = "<a:updated>2026-03-03T11:00:00+01:00</a:updated>"
    assert times(_dated(date + changed).entries[0]) == [then, None, then, "2026-03-03T11:00:00+01:00"]
    published = "<pubDate>Tue, 03 Mar 2026 09:00:00 +0100</pubDate>"
    assert times(_dated(published + date).entries[0])[2:] == ["2026-03-03T09:00:00+01:00", then]


def test_a_clock_of_a_json_feed_without_an_offset_is_that_of_the_blog() -> None:
    item = {"id": "1", "date_published": "2026-03-03T16:31:40", "date_modified": "2026-03-03T16:35:00"}
    (entry,) = _json_feed(item).entries
    assert times(entry)[2:] == ["2026-03-03T16:31:40+03:00", "2026-03-03T16:35:00+03:00"]


def test_a_title_of_a_json_feed_is_one_line() -> None:
    assert _json_feed({"id": "1", "title": "Ferry\n  aground"}).entries[0].headline == "Ferry aground"


def test_an_empty_list_hides_no_author_and_an_address_is_that_of_the_page() -> None:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "home_page_url": "https://news.example/live/",
        "items": [
            {"id": 1.5, "authors": [], "author": {"name": "Ann"}, "url": "/1", "image": "i.jpg",
             "content_html": "<p></p>", "content_text": "Afloat."}
        ],
    }  # fmt: skip
    (entry,) = lba.parse(json.dumps(value)).entries
    assert (entry.authors, entry.url, entry.native_id) == ((Agent(name="Ann"),), "https://news.example/1", "1.5")
    assert entry.body == (Paragraph("Afloat."), Media(kind="image", url="https://news.example/live/i.jpg"))


def test_the_banner_and_the_subject_of_an_item_are_not_lost() -> None:
    banner = "https://img.news.example/b.jpg"
    found = _json_feed({"id": "1", "banner_image": banner, "external_url": "https://other.example/"})
    assert found.entries[0].body == (Paragraph("Report."), Media(kind="image", url=banner))
    assert found.entries[0].url is None
    assert notes(found, "link-unkept") == ["https://other.example/"]


def test_an_undated_feed_is_listed_newest_first_and_its_items_keep_their_ids() -> None:
    def items(*names: str) -> LiveBlog:
        return lba.parse(
            _rss("".join(f"<item><guid>1</guid><title>{name}</title></item>" for name in names)),
            id="tag:news.example,2026:storm",
        )

    before, after = items("Aground", "Storm"), items("Refloated", "Aground", "Storm")
    assert (before.order, after.order) == ("newest-first", "newest-first")
    ids = [entry.id for entry in before.entries]
    assert [entry.id for entry in after.entries][1:] == ids
    merged = lba.merge([before, after])
    assert [(entry.headline, entry.id) for entry in merged.entries][1:] == [("Aground", ids[0]), ("Storm", ids[1])]
    assert notes(merged, "earlier-version") == []
    assert _json_feed({"id": "2"}, {"id": "1"}).order == "newest-first"


def test_a_picture_of_a_json_feed_is_shown_once() -> None:
    url = "https://img.news.example/a.jpg"
    item = {"id": "1", "content_html": f"<p>Storm.</p><img src='{url}'>", "image": url, "attachments": [{"url": url}]}
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [item, {"id": "2", **dict(list(item.items())[2:])}],
    }
    first, second = lba.parse(json.dumps(value)).entries
    assert first.body == (Paragraph("Storm."), Media(kind="image", url=url))
    assert second.body == (Media(kind="image", url=url),)


def _rss(item: str, head: str = "") -> bytes:
    spaces = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    channel = f"<channel><title>Storm</title>{item}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0" {spaces}>{channel}</rss>'.encode()


@pytest.mark.parametrize(
    ("date", "zone", "seen"),
    [
        ("10:00:00 CEST", None, "2021-07-26T10:00:00+02:00"),
        ("10:00:00 BST", "Europe/London", "2021-07-26T10:00:00+01:00"),
        ("10:00:00 JST", "Europe/London", "2021-07-26T02:00:00+01:00"),
        ("10:00:00 IST", "Asia/Kolkata", "2021-07-26T10:00:00+05:30"),
        ("10:00:00", "Asia/Kolkata", "2021-07-26T10:00:00+05:30"),
    ],
)
def test_dates_of_an_rss_feed_may_name_any_zone(date: str, zone: str | None, seen: str) -> None:
    item = f"<item><title>Aground</title><guid>1</guid><pubDate>Mon, 26 Jul 2021 {date}</pubDate></item>"
    found = lba.parse(_rss(item), timezone=zone)
    assert times(found.entries[0])[0] == seen
    assert notes(found, "unreadable-time") == []


def test_a_date_of_a_zone_that_may_be_several_has_no_value() -> None:
    found = lba.parse(
        _rss("<item><title>Aground</title><guid>1</guid><pubDate>Mon, 26 Jul 2021 10:00:00 IST</pubDate></item>")
    )
    published = found.entries[0].published
    assert published is not None
    assert (published.text, published.value) == ("Mon, 26 Jul 2021 10:00:00 IST", None)
    assert notes(found, "unreadable-time") == [
        "/entries/0/published: IST at 2021-07-26 10:00:00 may be any of 3 zones"
    ]


STORY = "<title>Storm</title><description>The storm hit the coast.</description><guid>1</guid>"
PIER = (
    '<media:content url="https://img.news.example/a.jpg" medium="image">'
    "<media:title>The pier</media:title><media:description>A pier\nin spring.</media:description>"
    "<media:credit>Ann Example</media:credit></media:content>"
)
SHOWN = Media(
    kind="image",
    url="https://img.news.example/a.jpg",
    caption="A pier in spring.",
    credit="Ann Example",
    alt="The pier",
)


@pytest.mark.parametrize(
    "item",
    [
        STORY + PIER,
        PIER + STORY,
        STORY + PIER.replace("></media:content>", "/>").replace("/media:credit/>", "/media:credit></media:content>"),
        STORY
        + '<media:content url="https://img.news.example/a.jpg" type="image/jpeg"/>'
        + PIER[PIER.index("<media:title") :].replace("</media:content>", ""),
        f"{STORY}<media:group>{PIER}</media:group>",
        STORY + PIER.replace(' medium="image"', ""),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_words_of_a_picture_are_its_own_and_not_the_story(item: str, encoding: str) -> None:
    feed = _rss(f"<item>{item}</item>").decode().replace("utf-8", encoding).encode(encoding)
    found = lba.parse(feed)
    assert found.entries[0].headline == "Storm"
    assert found.entries[0].body == (Paragraph("The storm hit the coast."), SHOWN)
    assert found.entries[0].summary is None
    assert notes(found, "damaged-feed") == []


def _media(item: str) -> tuple[Block, ...]:
    return lba.parse(_rss(f"<item><title>Storm</title><guid>1</guid>{item}</item>")).entries[0].body


def test_of_a_picture_in_several_sizes_the_default_or_the_widest_is_shown() -> None:
    sizes = "".join(
        f'<media:content url="https://img.news.example/a.jpg?w={width}" width="{width}" medium="image"/>'
        for width in ("140", "460", "wide")
    )
    assert _media(sizes) == (Media(kind="image", url="https://img.news.example/a.jpg?w=460"),)
    files = (
        '<media:content url="https://img.news.example/a.mp4" width="900"/>'
        '<media:content url="https://img.news.example/b.mp4" isDefault="true"/>'
    )
    film = Media(kind="video", url="https://img.news.example/b.mp4", credit="Ann, Bo")
    named = "<media:credit>Ann</media:credit><media:credit>Bo</media:credit><media:credit>Ann</media:credit>"
    assert _media(f"<media:group>{files}{named}</media:group>") == (film,)
    assert len(_media(files)) == 2


def test_a_picture_that_the_body_shows_is_shown_once_with_what_is_said_of_it() -> None:
    story = "<description>&lt;p&gt;Storm.&lt;/p&gt;&lt;img src='https://img.news.example/a.jpg?w=9'&gt;</description>"
    picture = Media(
        kind="image", url="https://img.news.example/a.jpg?w=9", caption="A pier in spring.", credit="Ann Example"
    )
    assert _media(story + PIER) == (Paragraph("Storm."), picture)
    enclosed = '<enclosure url="https://img.news.example/a.jpg" type="image/jpeg"/>'
    assert _media(enclosed + PIER) == (SHOWN,)


def test_a_thumbnail_stands_for_what_has_no_other_address_and_words_without_any_are_paragraphs() -> None:
    thumbnail = '<media:thumbnail url="https://img.news.example/t"/>'
    said = '<media:description type="html">A &lt;b&gt;pier&lt;/b&gt;</media:description>'
    assert _media(thumbnail + said) == (Media(kind="image", url="https://img.news.example/t", caption="A pier"),)
    assert _media(said) == (Paragraph("A pier"),)
    assert _media('<media:content medium="image"/><media:description/>') == ()
    assert _media('<media:content url="https://img.news.example/t"/>' + thumbnail) == (
        Media(kind="document", url="https://img.news.example/t"),
    )


def test_what_is_embedded_is_shown_where_no_file_is() -> None:
    player = "".join(f'<media:{tag} url="https://film.example/{tag}"/>' for tag in ("player", "embed", "thumbnail"))
    said = "<media:title>Afloat</media:title>"
    assert _media(player + said) == (Embed(provider="film.example", url="https://film.example/embed", text="Afloat"),)
    film = Media(kind="video", url="https://film.example/a.mp4", alt="Afloat")
    assert _media(f'<media:content url="{film.url}"/>' + player + said) == (film,)


def test_a_medium_that_leads_nowhere_is_none() -> None:
    assert _media('<media:content url="mailto:ann@news.example"/>') == ()


@pytest.mark.parametrize("opened", ["<media:title ", "<media:title>", "<media:title>x</media:description>"])
def test_tags_of_media_that_nobody_closes_cost_no_more_than_others(opened: str) -> None:
    feed = _rss(f"<item>{STORY}</item>{opened * 20_000}")
    started = time.process_time()
    plain = media_rss.without_words(feed)
    assert time.process_time() - started < 2
    assert plain == feed


def test_media_are_those_of_their_items_or_noted_where_a_feed_is_too_damaged_to_tell() -> None:
    items = f"<item>{STORY}{PIER}</item><item><title>Calm</title><guid>2</guid></item>"
    first, second = lba.parse(_rss(items)).entries
    assert (first.body[-1], second.body) == (SHOWN, ())
    damaged = lba.parse(_rss(f"<item>{STORY}{PIER}</item>") + _rss(f"<item>{STORY}</item>"))
    assert [entry.body for entry in damaged.entries] == [(Paragraph("The storm hit the coast."),)] * 2
    assert notes(damaged, "unread-element") == ["media: the feed is too damaged to tell of which items"]


def test_authors_of_a_feed_that_is_too_damaged_to_tell_them_apart_are_noted() -> None:
    item = "<item><guid>1</guid><author>ann@news.example (Ann)</author></item>"
    damaged = lba.parse(_rss(item) + _rss(item))
    assert [entry.authors for entry in damaged.entries] == [(), ()]
    assert notes(damaged, "unread-element") == ["authors: the feed is too damaged to tell of which items"]


def test_an_atom_entry_is_an_entry() -> None:
    found = blog("feed.atom")
    first, second = found.entries
    assert (found.title, found.url) == ("Storm at Grey Harbour", "https://news.example/storm")
    assert found.authors == (Agent(name="Ada Example"),)
    assert (first.native_id, first.headline) == ("urn:2", "Refloated & towed")
    assert times(first) == [
        "2026-03-03T16:31:40+01:00", None, "2026-03-03T16:31:40+01:00", "2026-03-03T16:40:00+01:00",
    ]  # fmt: skip
    assert times(second) == ["2026-03-03T14:05:00+00:00", None, None, "2026-03-03T14:05:00+00:00"]
    assert notes(found, "time-of-change") == ["/entries/1 states when it changed, not when it began"]


ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom">
<title type="{kind}">{text}</title>
<entry><id>urn:1</id><updated>2026-03-03T14:05:00Z</updated>
<title type="{kind}">{text}</title>
<summary type="{kind}">{text}</summary>
<content type="{kind}">{text}</content>
<author><name>A &lt; B &amp;amp; &lt;b&gt;C&lt;/b&gt;</name></author>
</entry>
<entry><id>urn:2</id><updated>2026-03-03T14:06:00Z</updated><summary type="{kind}">{text}</summary></entry>
</feed>
"""


@pytest.mark.parametrize(
    ("kind", "text", "reported", "read"),
    [
        ("text", "a &lt; b, &lt;b&gt;c&lt;/b&gt; &amp;amp; d", "text/plain", "a < b, <b>c</b> &amp; d"),
        ("text/plain", "a &lt; b, &lt;b&gt;c&lt;/b&gt; &amp;amp; d", "text/plain", "a < b, <b>c</b> &amp; d"),
        ("html", "a &amp;lt; b, &lt;b&gt;c&lt;/b&gt; &amp;amp; d", "text/html", "a < b, c & d"),
        (
            "xhtml",
            '<div xmlns="http://www.w3.org/1999/xhtml">a &lt; b, <b>c</b> &amp; d</div>',
            "application/xhtml+xml",
            "a < b, c & d",
        ),
    ],
)
def test_each_construct_of_atom_is_read_as_what_it_is(kind: str, text: str, reported: str, read: str) -> None:
    feed = ATOM.format(kind=kind, text=text).encode()
    parsed = feedparser.parse(io.BytesIO(feed), sanitize_html=False)
    assert {parsed.feed.title_detail.type, parsed.entries[0].content[0].type} == {reported}
    found = lba.parse(feed, format="feed")
    first, second = found.entries
    assert (found.title, first.headline, first.summary) == (read, read, read)
    assert (first.text, second.text) == (read, read)
    assert [author.name for author in first.authors] == ["A < B &amp; <b>C</b>"]


def test_plain_text_of_atom_has_a_paragraph_for_every_line() -> None:
    feed = ATOM.format(kind="text", text="one\n\n  two &lt;p&gt; ").encode()
    first, _ = lba.parse(feed, format="feed").entries
    assert first.body == (Paragraph("one"), Paragraph("two <p>"))
    assert first.headline == "one two <p>"


def test_a_title_of_rss_that_has_no_tags_is_plain_text() -> None:
    feed = b"""<rss version="2.0"><channel><title>AT&amp;T: a &lt; b</title>
    <item><title>x &lt;i&gt;y&lt;/i&gt;</title><description>d &lt; e</description></item></channel></rss>"""
    found = lba.parse(feed, format="feed")
    assert (found.title, found.entries[0].headline, found.entries[0].text) == ("AT&T: a < b", "x y", "d < e")


def test_a_json_feed_is_a_blog() -> None:
    found = blog("jsonfeed.json", timezone="Europe/Istanbul")
    first, second = found.entries
    assert (found.title, found.description, found.language) == ("Storm at Grey Harbour", "A ferry", "en")
    assert found.authors == (Agent(name="Ada Example", url="https://news.example/ada"),)
    assert found.capture is not None
    assert found.capture.media_type == "application/feed+json"
    assert (first.native_id, first.headline, first.summary) == ("2", "Refloated", "Afloat")
    assert first.body == (
        Paragraph("She is afloat.", [Link(7, 13, "https://news.example/ferry")]),
        Media(kind="image", url="https://img.news.example/f.jpg"),
        Media(kind="audio", url="https://img.news.example/talk.mp3", alt="The master speaks"),
    )
    assert times(first)[0] == "2026-03-03T19:31:40+03:00"
    assert [author.name for author in first.authors] == ["Bo Example"]
    assert second.body == (Paragraph("Aground."), Paragraph("Forty on board."))
    assert second.authors == (Agent(name="Ada Example"),)
    assert notes(found, "page-of-several") == ["the feed goes on in another file"]


def test_plain_text_of_a_json_feed_is_no_markup() -> None:
    said = "Ships of less than <b> metres &amp; more.\n\n &lt;p&gt; is a tag."
    item = {"id": "1", "title": "A <b> & c", "content_text": said, "date_published": "2026-03-03T16:31:40Z"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour", "items": [item]}
    (entry,) = lba.parse(json.dumps(feed).encode()).entries
    assert entry.headline == "A <b> & c"
    assert entry.body == (
        Paragraph("Ships of less than <b> metres &amp; more."),
        Paragraph("&lt;p&gt; is a tag."),
    )


def test_a_json_feed_that_is_whole_says_nothing_of_pages() -> None:
    value = json.loads(data("jsonfeed.json"))
    del value["next_url"]
    assert notes(lba.parse(json.dumps(value)), "page-of-several") == []


# Bad input


def test_json_that_is_no_feed_is_refused() -> None:
    with pytest.raises(lba.ImportFailure, match="JSON, but no JSON Feed: it names no version"):
        lba.parse("{}", format="feed")


def test_a_feed_that_is_cut_in_half_is_read_as_far_as_it_goes() -> None:
    whole = data("feed.rss")
    found = lba.parse(whole[: whole.index(b"<item><guid>r1") + 60])
    assert [entry.native_id for entry in found.entries] == ["r2", "r1"]
    (note,) = notes(found, "damaged-feed")
    assert note.endswith("; read as far as it can be")


def test_relative_addresses_are_those_of_the_base_that_is_nearest() -> None:
    link = '<link href="https://news.example/live/"/>'
    inner = (
        '<link href="post/1"/><link rel="enclosure" type="image/jpeg" href="e.jpg"/>'
        '<content type="xhtml" xml:base="https://other.example/dir/"><div xmlns="http://www.w3.org/1999/xhtml">'
        '<p><a href="x.html">Pier</a> <img src="i.jpg"/></p></div></content>'
    )
    (entry,) = _atom(inner, link).entries
    assert entry.url == "https://news.example/live/post/1"
    assert entry.body == (
        Paragraph("Pier", [Link(0, 4, "https://other.example/dir/x.html")]),
        Media(kind="image", url="https://other.example/dir/i.jpg"),
        Media(kind="image", url="https://news.example/live/e.jpg"),
    )
    (entry,) = _atom('<content type="html" xml:base="/b/">&lt;img src="i.jpg"&gt;</content>', link).entries
    assert entry.body == (Media(kind="image", url="https://news.example/b/i.jpg"),)
    media = '<media:content xml:base="c/" url="m.mp4"/><enclosure url="/e.jpg" type="image/jpeg"/>'
    item = f"<link>https://news.example/live/</link><item><guid>1</guid><link>/story/1</link>{media}</item>"
    (entry,) = lba.parse(_rss(item)).entries
    assert entry.url == "https://news.example/story/1"
    assert [block.url for block in entry.body if isinstance(block, Media)] == [
        "https://news.example/live/c/m.mp4", "https://news.example/e.jpg",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "url"),
    [
        ("<guid>g1</guid>", None),
        ("<guid>urn:g1</guid>", None),
        ("<guid>https://news.example/g1</guid>", "https://news.example/g1"),
        ("<guid>g1</guid><link>https://news.example/1</link>", "https://news.example/1"),
        ("<link>1</link>", "1"),
    ],
)
def test_an_id_that_is_no_address_of_a_page_is_none_of_the_item(told: str, url: str | None) -> None:
    (entry,) = lba.parse(_rss(f"<item><title>Storm</title>{told}</item>")).entries
    assert entry.url == url


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("application/xml", '<r xmlns="urn:x">Result 3:1</r>'),
        ("image/png", "iVBORw0KGgo="),
        ("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
)
def test_content_that_is_no_text_is_noted(kind: str, content: str) -> None:
    found = _atom(f'<content type="{kind}">{content}</content><summary>Afloat.</summary>')
    assert found.entries[0].body == (Paragraph("Afloat."),)
    assert notes(found, "unread-element") == [f"/entries/0/content/0: {kind}"]


@pytest.mark.parametrize("rel", ["next", "prev-archive"])
def test_a_feed_that_goes_on_elsewhere_says_so(rel: str) -> None:
    told = ["the feed goes on in another file"]
    link = f'<link rel="{rel}" href="https://news.example/live?page=2"/>'
    assert notes(_atom(WHOLE, link), "page-of-several") == told
    of_atom = link.replace("<link", '<a:link xmlns:a="http://www.w3.org/2005/Atom"')
    assert notes(lba.parse(_rss(f"{of_atom}<item>{STORY}</item>")), "page-of-several") == told
    assert notes(_atom(WHOLE, link.replace(rel, "self")), "page-of-several") == []


def test_what_an_item_refers_to_and_where_it_was_taken_from_are_noted() -> None:
    links = "".join(f'<link rel="{rel}" href="{rel}.html"/>' for rel in ("alternate", "related", "via", "edit"))
    source = f'<source><title>Agency</title><link href="https://agency.example/"/>{_who("author", "Ann")}</source>'
    found = _atom(WHOLE + links + source, '<link href="https://news.example/"/>' + _who("author", "Bob"))
    assert notes(found, "link-unkept") == ["https://news.example/related.html", "https://news.example/via.html"]
    assert notes(found, "source-unkept") == ["/entries/0: Agency, https://agency.example/"]
    assert found.entries[0].authors == (Agent(name="Ann"),)
    for source, told in (
        ('<source url="https://agency.example/rss">Agency (a@agency.example)</source>',
         ["/entries/0: Agency … https://agency.example/rss"]),
        ("<source>Agency</source>", ["/entries/0: Agency"]),
        ("<source/>", []),
    ):  # fmt: skip
        found = lba.parse(_rss(f"<item>{STORY}{source}</item>"))
        assert notes(found, "source-unkept") == told


def test_elements_of_other_vocabularies_are_noted_once() -> None:
    body = '<x:body xmlns:x="urn:newsroom">More</x:body><x:id xmlns:x="urn:newsroom"> </x:id>'
    found = lba.parse(_rss(f"<item>{STORY}{body}</item><item>{STORY}{body}<dc:rights>N</dc:rights></item>"))
    assert notes(found, "unread-element") == ["{urn:newsroom}body, of 2 items"]


TOMBSTONE = (
    '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="{ref}" when="2026-03-03T09:30:00Z">'
    "<at:comment>Wrong, says a@news.example</at:comment></at:deleted-entry>"
)


def test_an_entry_that_a_feed_tells_as_deleted_is_an_entry_with_that_status() -> None:
    found = _atom(WHOLE, TOMBSTONE.format(ref="urn:0"))
    kept, gone = found.entries
    assert (kept.status, gone.status, gone.native_id, gone.body) == ("published", "deleted", "urn:0", ())
    assert times(gone) == [None, None, None, "2026-03-03T09:30:00+00:00"]
    assert notes(found, "deletion-comment") == ["/deleted/0: Wrong, says …"]


@pytest.mark.parametrize(
    ("updated", "status"),
    [("2026-03-03T09:00:00Z", "deleted"), ("2026-03-03T09:45:00Z", "published"), ("some day", "deleted")],
)
def test_an_entry_that_was_deleted_and_not_changed_since_is_deleted(updated: str, status: str) -> None:
    (entry,) = _atom(f"<updated>{updated}</updated>{WHOLE}", TOMBSTONE.format(ref="1")).entries
    assert (entry.status, entry.body) == (status, (Paragraph("One."),))


def test_a_feed_of_deleted_entries_alone_is_no_lost_feed() -> None:
    plain = re.sub("<at:comment>.*</at:comment>", "", TOMBSTONE.format(ref="urn:0"))
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{plain}</feed>'
    found = lba.parse(feed)
    assert [entry.status for entry in found.entries] == ["deleted"]
    assert notes(found, "deletion-comment") == []


def test_a_feed_in_another_encoding_than_it_says_is_read_and_noted() -> None:
    text = data("feed.rss").decode().replace("Aground", "Échouée").replace('encoding="UTF-8"', 'encoding="us-ascii"')
    found = lba.parse(text.encode("utf-8"))
    assert found.entries[1].headline == "Échouée"
    assert len(notes(found, "damaged-feed")) == 1


def test_authors_and_captions_are_in_the_encoding_that_a_feed_is_in_and_not_in_the_one_that_it_says() -> None:
    item = f"<item>{STORY}<author>Zoë König</author>{PIER.replace('A pier', 'Grüße')}</item>"
    (found,) = lba.parse(_rss(item).decode().encode("cp1252")).entries
    assert [author.name for author in found.authors] == ["Zoë König"]
    assert found.body[1] == evolve(SHOWN, caption="Grüße in spring.")


def test_an_ampersand_that_begins_no_reference_leaves_no_word_out() -> None:
    picture = PIER.replace("a.jpg", "a.jpg?w=1&h=2").replace("A pier", "R&D & a <![CDATA[B&amp;B]]>")
    item = f"<item>{STORY}<author>Ann & Bob</author>{picture}</item>"
    (found,) = lba.parse(_rss(item)).entries
    assert [author.name for author in found.authors] == ["Ann & Bob"]
    url = "https://img.news.example/a.jpg?w=1&h=2"
    assert found.body[1] == evolve(SHOWN, url=url, caption="R&D & a B&amp;B in spring.")


def test_a_section_of_characters_that_does_not_end_takes_linear_time() -> None:
    begun = time.perf_counter()
    lba.parse(_rss(f"<item>{STORY}{'<![CDATA[' * 100_000}"))
    assert time.perf_counter() - begun < 20


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaaaaaaaa">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % y SYSTEM "http://a.example/">',
    ],
)
def test_a_feed_that_declares_entities_is_refused(declaration: str) -> None:
    item = "<rss><channel><item><title>&a;</title></item></channel></rss>"
    bomb = f"<?xml version='1.0'?><!DOCTYPE rss [{declaration}]>{item}"
    with pytest.raises(
        lba.ImportFailure, match="a feed that declares entities of its own; take the declarations out"
    ):
        lba.parse(bomb)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("before", ["", "\n", "<!-- <rss> -->", "<?xml-stylesheet href='a.xsl'?>"])
def test_no_encoding_or_comment_hides_a_declaration(before: str, encoding: str) -> None:
    head = "<?xml version='1.0'?>" + before
    item = "<rss><channel><item><title>&a;</title></item></channel></rss>"
    bomb = f'{head}<!DOCTYPE rss SYSTEM "a>[" [<!ENTITY a "ha">]>{item}'
    with pytest.raises(lba.ImportFailure, match="declares entities of its own"):
        lba.parse(
            (bomb + "<rss><channel><item><title>&a;</title></item></channel></rss>").encode(encoding), format="feed"
        )


@pytest.mark.parametrize(
    "head",
    ["", "<!DOCTYPE rss PUBLIC '-//N' 'http://n.example/rss.dtd'>", "<!-- <!DOCTYPE rss [<!ENTITY a 'b'>]> -->" * 40],
)
def test_an_item_may_quote_the_declaration_of_an_entity(head: str) -> None:
    quoted = "<![CDATA[<p>They write <code><!DOCTYPE a [<!ENTITY b> there, and mean it.</p>]]>"
    found = lba.parse(
        _rss(f"<item><guid>1</guid><title>Aground</title><description>{quoted}</description></item>", head)
    )
    assert found.entries[0].headline == "Aground"


@pytest.mark.parametrize("text", ["<rss></rss>", "<rss><channel><title>A</title></channel></rss>", "<feed/>", "<rss"])
def test_a_feed_without_items_is_one_clear_line(text: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(text, format="feed", where="feed.xml")
    assert str(caught.value).startswith("feed.xml: no entry found: looked for items or entries; ")


def test_the_same_feed_in_two_processes_gives_the_same_bytes(rss: LiveBlog) -> None:
    assert lba.export(blog("feed.rss", timezone="Europe/Istanbul"), "jsonld") == lba.export(rss, "jsonld")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_halves_of_a_character_are_joined_or_replaced(encoding: str) -> None:
    said = "&#55357;&#56832; &#xD83D;&#xde00; &#xD83D; &#55356; &#55000;"
    items = f"<item><guid>1</guid><title>{said}</title></item><item><guid>2</guid><title>Calm</title></item>"
    found = lba.parse(_rss(items).decode().replace("utf-8", encoding).encode(encoding))
    assert [entry.headline for entry in found.entries] == ["\U0001f600 \U0001f600 \ufffd \ufffd \ud6d8", "Calm"]
    assert notes(found, "replaced-character") == ["2 references are of half a character; now U+FFFD"]
    assert notes(found, "damaged-feed") == []


def test_what_the_parser_did_not_foresee_is_one_clear_line() -> None:
    feed = b"<rss><channel><title>&#x110000;</title><item><title>Aground</title></item></rss>"
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(feed, where="a.rss")
    assert str(caught.value).startswith("a.rss: a feed that is damaged beyond reading: ")
    assert "\n" not in str(caught.value)
