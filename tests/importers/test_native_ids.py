"""A platform's id of an entry is one id, whatever file of the platform's it stands in."""

import json

import pytest

import liveblog_archive as lba
from liveblog_archive.model import LiveBlog

IDS = ("5fa3b9e0-1c1b-4a6e-9d5f-0a1b2c3d4e5f", "6fa3b9e0-1c1b-4a6e-9d5f-0a1b2c3d4e5f")
TEXTS = ("The pilots have gone ashore.", "The ferry is on the bank.")
TIMES = ("2026-03-03T10:02:00Z", "2026-03-03T10:01:00Z")
URL = "https://news.example/live/storm"
BLOG = "tag:news.example,2026:storm"


def page(attribute: str, names: list[str], texts: tuple[str, ...] = TEXTS) -> LiveBlog:
    articles = "".join(
        f'<article {attribute}="{name}"><time datetime="{time}">{time[11:16]}</time><p>{text}</p></article>'
        for name, time, text in zip(names, TIMES, texts, strict=True)
    )
    head = f'<title>Storm</title><link rel="canonical" href="{URL}">'
    return lba.parse(f"<!doctype html><html><head>{head}</head><body><main>{articles}</main></body></html>", id=BLOG)


def bbc(names: list[str]) -> LiveBlog:
    def told(text: str) -> object:
        fragment = {"type": "fragment", "model": {"text": text}}
        return {"model": {"blocks": [{"type": "paragraph", "model": {"blocks": [fragment]}}]}}

    results = [
        {"urn": name, "content": told(text), "dates": {"firstPublished": time}}
        for name, text, time in zip(names, TEXTS, TIMES, strict=True)
    ]
    return lba.parse(
        json.dumps({"url": URL, "title": "Storm", "liveTextStream": {"content": {"data": {"results": results}}}}),
        id=BLOG,
    )


def superdesk(names: list[str]) -> LiveBlog:
    items = [
        {
            "_id": name,
            "post_status": "open",
            "published_date": time,
            "groups": [{"id": "main", "refs": [{"item": {"item_type": "text", "text": f"<p>{text}</p>"}}]}],
        }
        for name, text, time in zip(names, TEXTS, TIMES, strict=True)
    ]
    return lba.parse(json.dumps({"posts": {"_items": items}}), id=BLOG)


@pytest.mark.parametrize("digits", [24, 32])
def test_what_data_leaves_out_is_found_by_ids_of_the_same_form(digits: int) -> None:
    names = [f"{number:0{digits}x}" for number in range(0xA0, 0xA5)]
    articles = "".join(
        f'<article id="live-{name}"><h2>Gate {name[-1]}</h2><p>It is shut.</p></article>' for name in names
    )
    updates = [
        {"@type": "BlogPosting", "url": f"{URL}#live-{name}", "articleBody": "It is shut."} for name in names[:2]
    ]
    told = json.dumps({"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    head = f'<title>Storm</title><script type="application/ld+json">{told}</script>'
    blog = lba.parse(f"<!doctype html><html><head>{head}</head><body><main>{articles}</main></body></html>", id=BLOG)
    assert [entry.native_id for entry in blog.entries] == names


@pytest.mark.parametrize(
    ("data", "written", "attribute", "shown"),
    [
        (bbc, "asset:{}", "id", "asset:{}"),
        (bbc, "asset:{}", "id", "post_{}"),
        (bbc, "asset:{}", "id", "{}"),
        (superdesk, "urn:newsml:localhost:2026-03-03T10:02:00.1:{}", "data-js-post-id", "urn:newsml:localhost:x:{}"),
        (superdesk, "urn:newsml:localhost:2026-03-03T10:02:00.1:{}", "data-post-id", "{}"),
    ],
)
def test_a_page_and_the_data_of_a_platform_name_an_entry_alike(data, written, attribute, shown) -> None:
    one = data([written.format(name) for name in IDS])
    other = page(attribute, [shown.format(name) for name in IDS], ("Others have come.", TEXTS[1]))
    assert [entry.native_id for entry in (*one.entries, *other.entries)] == [*IDS, *IDS]
    assert [entry.id for entry in one.entries] == [entry.id for entry in other.entries]
    assert len(lba.merge([one, other]).entries) == 2
