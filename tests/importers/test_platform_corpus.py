"""Real files of platforms: every fact of every entry against the files' own structure, read here with plain JSON."""

import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import lxml.html
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import liveblog_archive as lba
from liveblog_archive.exporters import EXPORTERS
from liveblog_archive.importers.native_ids import key
from liveblog_archive.model import Embed, Entry, ListBlock, LiveBlog, Media, Moment, Quotation
from tests.corpus import CORPUS, corpus, needs_corpus
from tests.importers.platforms import notes

pytestmark = needs_corpus

PMQS, KEY_EVENTS = "guardian_dcr_pmqs_2023.json", "guardian_dcr_blocks_key_events.json"
SUPERDESK, WORDPRESS = "superdesk_liveblog_posts_2017.json", "wordpress_liveblog_get_entries.json"
BBC = "bbc_simorgh_mundo_es.json"
COUNTS = {PMQS: 11, KEY_EVENTS: 1 + 4 + 8, SUPERDESK: 25, WORDPRESS: 5, BBC: 1}

NOT_SEEN = ("script", "style")


def plain(name: str) -> Any:
    return json.loads(corpus("json", name).read_text(encoding="utf-8"))


def read(name: str) -> LiveBlog:
    return lba.read(corpus("json", name))


def instant(moment: Moment | None) -> float | None:
    return moment.value.timestamp() if moment and isinstance(moment.value, datetime) else None


def squeezed(text: str) -> str:
    """Return a text without any blanks: where lines end is not what is compared."""
    return re.sub(r"\s+", "", text)


def seen(html: str) -> list[str]:
    """Return the words that a reader of a piece of HTML sees, one text node after the other."""
    root = lxml.html.fragment_fromstring(html, create_parent=True)
    for element in root.xpath(" | ".join(f"//{name}" for name in NOT_SEEN)):
        element.drop_tree()
    return [squeezed(text) for text in root.itertext() if text.strip()]


def words(entry: Entry) -> str:
    """Return all words of an entry's body, with those beside its pictures and of its quotations' sources."""
    parts = []
    for block in entry.body:
        parts.append(block.text)
        if isinstance(block, Media):
            parts += [block.caption or "", block.credit or "", block.alt or ""]
        elif isinstance(block, Quotation):
            parts.append(block.source or "")
    return squeezed(" ".join(parts))


def assert_nothing_is_dropped(entry: Entry, html: str) -> None:
    text = words(entry)
    for piece in seen(html):
        # A credit that a platform writes into the caption is a field of its own.
        for part in piece.split("Credit:"):
            assert part.strip("—–-") in text, part


def assert_no_markup(blog: LiveBlog) -> None:
    for entry in blog.entries:
        texts = [entry.headline or "", entry.text]
        for block in entry.body:
            texts += block.items if isinstance(block, ListBlock) else [block.text]
        for text in texts:
            assert not re.search(r"</?[a-z]+[ >/]|&(?:amp|lt|gt|quot|nbsp|#\d+);", text), text


@pytest.mark.parametrize("name", COUNTS)
def test_every_entry_of_the_file_is_an_entry(name: str) -> None:
    assert len(read(name).entries) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_no_tag_or_entity_survives(name: str) -> None:
    assert_no_markup(read(name))


@pytest.mark.parametrize("name", COUNTS)
def test_every_export_can_be_made_and_the_lossless_ones_read_back(name: str) -> None:
    blog = read(name)
    for exporter in EXPORTERS:
        assert lba.export(blog, exporter.name)
    for lossless in ("jsonld", "xml"):
        assert lba.parse(lba.export(blog, lossless)) == blog


# The Guardian


def blocks_of(name: str) -> Iterator[tuple[Entry, dict[str, Any]]]:
    value = plain(name)
    listed = value["blocks"] if "blocks" in value else [block for blocks in value.values() for block in blocks]
    return zip(read(name).entries, listed, strict=True)


@pytest.mark.parametrize("name", [PMQS, KEY_EVENTS])
def test_the_guardian_s_facts_are_those_of_its_blocks(name: str) -> None:
    for entry, block in blocks_of(name):
        assert entry.native_id == block["id"]
        assert entry.headline == block.get("title")
        assert instant(entry.created) == block["blockCreatedOn"] / 1000
        assert instant(entry.published) == block["blockFirstPublished"] / 1000
        assert instant(entry.modified) == block["blockLastUpdated"] / 1000
        assert entry.key_event is block["attributes"]["keyEvent"]
        assert entry.pinned is block["attributes"]["pinned"]
        assert entry.status == "published"
        assert entry.time is not None
        assert entry.time.text == block["blockFirstPublishedDisplay"]
        assert instant(entry.time) == block["blockFirstPublished"] // 60_000 * 60
        assert entry.time.precision == "minute"


@pytest.mark.parametrize("name", [PMQS, KEY_EVENTS])
def test_the_guardian_s_words_are_all_there(name: str) -> None:
    elements = 0
    for entry, block in blocks_of(name):
        for element in block["elements"]:
            kind = element["_type"].rpartition(".")[2]
            elements += 1
            if "html" in element:
                assert_nothing_is_dropped(entry, element["html"])
            if kind == "ImageBlockElement":
                assert any(
                    isinstance(media, Media)
                    and (media.alt, media.credit) == (element["data"].get("alt"), element["data"].get("credit"))
                    and media.url in [image["url"] for image in element["media"]["allImages"]]
                    for media in entry.body
                )
            if kind in ("TweetBlockElement", "VideoYoutubeBlockElement"):
                assert element["url"] in [embed.url for embed in entry.body if isinstance(embed, Embed)]
            if kind == "RichLinkBlockElement":
                assert squeezed(element["text"]) in words(entry)
    assert elements > 20


def test_the_page_s_own_facts_and_what_is_not_on_it() -> None:
    value, blog = plain(PMQS), read(PMQS)
    assert (blog.title, blog.language, blog.url) == (value["headline"], value["lang"], value["canonicalUrl"])
    assert [author.name for author in blog.authors] == [value["byline"]]
    assert blog.timezone == "Europe/London"
    assert blog.order == "newest-first"
    on_page = {block["id"] for block in value["blocks"]}
    off = [event for event in value["keyEvents"] if event["id"] not in on_page]
    assert len(off) == 12
    said = notes(blog, "entry-off-page")
    assert value["pinnedPost"]["id"] in said[0]
    for piece in seen(value["pinnedPost"]["elements"][0]["html"]):
        assert piece in squeezed(said[0])
    for event, note in zip(off, said[1:], strict=True):
        assert event["id"] in note
        assert event["title"] in note
    assert notes(blog, "page-of-several") == ["page 1 of 5; the others are not in this file"]
    assert len([note for note in notes(blog, "time-conflict") if "modified" in note]) == sum(
        block["blockLastUpdated"] < block["blockFirstPublished"] for block in value["blocks"]
    )


def test_blocks_that_stand_in_several_lists_are_told_apart_and_noted() -> None:
    blog = read(KEY_EVENTS)
    assert len({entry.id for entry in blog.entries}) == 13
    assert len({entry.native_id for entry in blog.entries}) == 4
    assert len(notes(blog, "duplicate-native-id")) == 4


# Superdesk


def test_superdesk_s_facts_are_those_of_its_posts() -> None:
    value, blog = plain(SUPERDESK)["posts"], read(SUPERDESK)
    for entry, post in zip(blog.entries, value["_items"], strict=True):
        assert entry.native_id == key(post["_id"])
        expected = "deleted" if post["deleted"] else {"open": "published", "comment": "comment"}[post["post_status"]]
        assert entry.status == expected
        assert entry.pinned is post["sticky"]
        assert entry.key_event is bool(post.get("lb_highlight", post.get("highlight")))
        assert entry.order_key == str(post["order"])
        for moment, name in ((entry.published, "published_date"), (entry.time, "published_date"),
                             (entry.created, "firstcreated"), (entry.modified, "content_updated_date")):  # fmt: skip
            stated = post.get(name) or (post["versioncreated"] if name == "content_updated_date" else None)
            assert instant(moment) == (datetime.fromisoformat(stated).timestamp() if stated else None)
        items = [ref["item"] for group in post["groups"] for ref in group["refs"] if "item" in ref]
        for item in items:
            assert_nothing_is_dropped(entry, item["text"])
        assert [author.name for author in entry.authors] in (
            [post.get("byline")], [post.get("publisher", {}).get("byline")],
            [post.get("publisher", {}).get("display_name")], [],
        )  # fmt: skip
    assert blog.declared_total == value["_meta"]["total"]
    assert blog.incomplete
    assert len(notes(blog, "reader-comment")) == 1


def test_the_traps_of_the_superdesk_file_are_counted() -> None:
    blog = read(SUPERDESK)
    counts = [
        sum(entry.status == "deleted" for entry in blog.entries),
        sum(entry.pinned for entry in blog.entries),
        sum(entry.key_event for entry in blog.entries),
        sum(entry.status == "comment" for entry in blog.entries),
    ]
    assert counts == [13, 2, 4, 1]
    assert blog.order == "manual"  # editors sorted it


# WordPress, BBC


def test_wordpress_s_facts_are_those_of_its_entries() -> None:
    value, blog = plain(WORDPRESS), read(WORDPRESS)
    for entry, row in zip(blog.entries, value["entries"], strict=True):
        assert entry.native_id == row["id"]
        assert instant(entry.time) == instant(entry.published) == row["entry_time"]
        assert instant(entry.modified) == row["timestamp"]
        assert entry.key_event is row["key_event"]
        assert [author.name for author in entry.authors] == [row["author_link"]]
        assert_nothing_is_dropped(entry, row["render"])
    assert blog.order == "newest-first"
    assert len({entry.id for entry in blog.entries}) == 5


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts of all fragments of a tree."""
    if isinstance(value, dict):
        if value.get("type") == "fragment":
            yield value["model"]["text"]
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def test_the_bbc_s_facts_are_those_of_its_results() -> None:
    value, blog = plain(BBC)["data"], read(BBC)
    assert (blog.title, blog.language) == (value["title"], value["language"])
    for entry, result in zip(blog.entries, value["liveTextStream"]["content"]["data"]["results"], strict=True):
        assert entry.native_id == key(result["urn"])
        assert entry.headline == "".join(texts_in(result["header"]))
        assert words(entry) == squeezed("".join(texts_in(result["content"])))
        stated = datetime.fromisoformat(result["dates"]["firstPublished"]).astimezone(UTC).timestamp()
        assert instant(entry.time) == instant(entry.published) == stated
        assert len(entry.body) == 4
    assert [block.text for block in blog.introduction] == ["\n".join(texts_in(value["summaryPoints"]))]


# Private data

PRIVATE = re.compile(
    rb"[\w.+-]+@[\w-]+\.\w+|gravatar|avatar|session|privilege|user_preferences|sign_off|picture_url|twitterHandle",
    re.IGNORECASE,
)


def held(pdf: bytes) -> bytes:
    """Return all that a PDF says: its pages, what is known of it, and the files in it."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    shown = [*(page.extract_text() for page in reader.pages), repr(reader.metadata), str(reader.xmp_metadata)]
    files = [content for contents in reader.attachments.values() for content in contents]
    return b"\n".join([*(text.encode("utf-8", "replace") for text in shown), *files])


def test_the_real_files_hold_what_must_not_get_out() -> None:
    found = PRIVATE.findall(corpus("json", SUPERDESK).read_bytes())
    assert {match.lower() for match in found} >= {
        b"avatar", b"picture_url", b"privilege", b"session", b"sign_off", b"user_preferences",
    }  # fmt: skip
    assert PRIVATE.findall(b"ask ada.b@news.example") == [b"ada.b@news.example"]


@pytest.mark.parametrize("name", COUNTS)
def test_nothing_private_is_in_any_export(name: str) -> None:
    blog = read(name)
    allowed = {b"@", b"AndrewSparrow"}
    for exporter in EXPORTERS:
        written = lba.export(blog, exporter.name, entries="all")
        written = held(written) if exporter.name == "pdf" else written
        found = {match for match in PRIVATE.findall(written) if match not in allowed}
        assert found == set(), found


def test_the_users_of_the_superdesk_file_are_not_in_its_exports() -> None:
    value = plain(SUPERDESK)["posts"]
    users = [post["publisher"] for post in value["_items"] if isinstance(post.get("publisher"), dict)]
    hidden = {user[key] for user in users for key in ("email", "username", "_id") if user.get(key)}
    hidden |= {user["picture_url"] for user in users if user.get("picture_url")}
    assert len(hidden) > 5
    for name in ("jsonld", "xml", "ical"):
        written = lba.export(read(SUPERDESK), name).decode()
        assert [secret for secret in hidden if re.search(rf"\b{re.escape(secret)}\b", written)] == []


# Damage

FILES = sorted(COUNTS) if CORPUS else [""]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.sampled_from(FILES), st.data())
def test_a_damaged_file_is_a_blog_or_one_clear_line(name: str, data: st.DataObject) -> None:
    whole = bytearray(corpus("json", name).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(whole) - 1))
        kind = data.draw(st.sampled_from(["cut", "drop", "change"]))
        if kind == "cut":
            del whole[start:]
        elif kind == "drop":
            del whole[start : start + data.draw(st.integers(1, 40))]
        else:
            whole[start : start + 1] = data.draw(st.binary(min_size=1, max_size=2))
        whole = whole or bytearray(b" ")
    try:
        lba.parse(bytes(whole), timezone="UTC")
    except lba.LiveBlogError as error:
        assert "\n" not in str(error)


SWAPS: list[Any] = [None, True, 7, -1, 1.5, "", "true", "/Date(ms+0000)/", [], {}, ["x"], {"x": 1}, "\ud800", 10**400]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.sampled_from(FILES), st.data())
def test_a_value_of_any_type_anywhere_is_a_blog_or_one_clear_line(name: str, data: st.DataObject) -> None:
    value = plain(name)
    for _ in range(data.draw(st.integers(1, 4))):
        node = value
        while isinstance(node, dict | list) and node:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            key = data.draw(st.sampled_from(keys))
            if not isinstance(node[key], dict | list) or data.draw(st.integers(0, 5)) == 0:
                node[key] = data.draw(st.sampled_from(SWAPS))
                break
            node = node[key]
    try:
        lba.parse(json.dumps(value).encode())
    except lba.LiveBlogError as error:
        assert "\n" not in str(error)
