"""Automattic's Liveblog for WordPress."""

import json

import pytest

import liveblog_archive as lba
from liveblog_archive.model import LiveBlog, Paragraph
from tests.importers.platforms import blog, data, notes, times


@pytest.fixture(scope="module")
def found() -> LiveBlog:
    return blog("wordpress.json")


def test_all_rows_of_one_id_are_one_entry_in_the_place_of_the_first(found: LiveBlog) -> None:
    assert [entry.native_id for entry in found.entries] == ["12", "11", "10"]
    assert [entry.status for entry in found.entries] == ["deleted", "published", "published"]
    assert notes(found, "page-of-several") == ["page 1 of 2; the others are not in this file"]


def test_an_entry_is_as_its_last_row_left_it(found: LiveBlog) -> None:
    deleted, updated, plain = found.entries
    assert updated.body == (Paragraph("Aground, forty on board."),)
    assert updated.key_event
    assert times(updated) == [
        "2026-03-03T14:05:00+00:00", None, "2026-03-03T14:05:00+00:00", "2026-03-03T14:10:00+00:00",
    ]  # fmt: skip
    assert notes(found, "earlier-version") == ["11 said before: Aground."]
    assert deleted.body == (Paragraph("Wrong."),)
    assert times(deleted)[2:] == ["2026-03-03T14:06:00+00:00", "2026-03-03T14:15:00+00:00"]
    assert plain.body == (Paragraph("Storm."),)
    assert plain.url == "https://news.example/storm#10"


@pytest.mark.parametrize(
    ("stated", "status"),
    [("publish", "published"), ("Publish", "published"), ("draft", "draft"), ("future", "draft"),
     ("private", "draft"), ("auto-draft", "draft"), ("trash", "deleted"), (None, "published")],
)  # fmt: skip
def test_the_state_that_a_row_has_of_a_post_counts(stated: str | None, status: str) -> None:
    row = {"id": "1", "type": "new", "timestamp": 1772546700, "entry_time": 1772546700, "render": "<p>Storm.</p>"}
    found = lba.parse(json.dumps({"entries": [row | {"status": stated}]}))
    assert found.entries[0].status == status
    assert notes(found, "unknown-status") == []


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"status": "hidden"}, "1 has the status 'hidden'; kept as a draft"),
        ({"status": "inherit", "id": None}, "/entries/0 has the status 'inherit'; kept as a draft"),
        ({"type": "deleted"}, "1 has a last row of the type 'deleted'; kept as a draft"),
    ],
)
def test_a_state_that_is_not_known_is_no_publication(stated: dict[str, str], said: str) -> None:
    row = {"id": "1", "type": "NEW", "timestamp": 1772546700, "entry_time": 1772546700, "render": "<p>Storm.</p>"}
    found = lba.parse(json.dumps({"entries": [row | stated]}))
    assert found.entries[0].status == "draft"
    assert notes(found, "unknown-status") == [said]
    with pytest.raises(lba.ExportError, match="no entry is published"):
        lba.export(found, "html")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("<p>Wrong.</p>", "Wrong."),
        ('<img src="https://img.news.example/f.jpg">', "https://img.news.example/f.jpg"),
    ],
)
def test_an_entry_that_a_row_empties_says_nothing_any_more(words: str, said: str) -> None:
    row = {"id": "1", "timestamp": 1772546700, "entry_time": 1772546700}
    rows = [
        row | {"type": "new", "render": words},
        row | {"type": "update", "render": "", "content": " ", "timestamp": 1772546800},
        row | {"type": "update", "render": None, "key_event": True, "timestamp": 1772546900},
    ]
    found = lba.parse(json.dumps({"entries": rows[::-1]}))
    assert (found.entries[0].body, found.entries[0].status, found.entries[0].key_event) == ((), "published", True)
    assert notes(found, "earlier-version") == [f"1 said before: {said}"]
    again = [*rows, row | {"type": "update", "render": "<p>Right.</p>", "timestamp": 1772547000}]
    found = lba.parse(json.dumps({"entries": again[::-1]}))
    assert found.entries[0].text == "Right."
    assert notes(found, "earlier-version") == [f"1 said before: {said}"]


PAGE = "https://news.example/storm/"


@pytest.mark.parametrize(
    ("links", "url"),
    [
        ([f"{PAGE}#12", f"{PAGE}#11", None], PAGE),
        ([f"{PAGE}?lbup=12", f"{PAGE}?lbup=11#liveblog-entry-11"], PAGE),
        ([f"{PAGE}?p=7&lbup=12", f"{PAGE}?p=7#11"], f"{PAGE}?p=7"),
        ([f"{PAGE}#12", "https://a.example/#11"], None),
        ([f"{PAGE}12"], None),
        ([None], None),
    ],
)
def test_the_page_of_a_blog_is_where_links_to_its_entries_lead(links: list[str | None], url: str | None) -> None:
    rows = [
        {
            "id": str(place),
            "type": "new",
            "timestamp": 1772546700,
            "render": '<a href="/map">Map</a>',
            "share_link": link,
        }
        for place, link in enumerate(links)
    ]
    found = lba.parse(json.dumps({"entries": rows}))
    assert (found.url, found.entries[0].url) == (url, links[0])
    shown = found.entries[0].body[0]
    assert isinstance(shown, Paragraph)
    assert shown.links[0].url == ("https://news.example/map" if url else "/map")
    assert lba.parse(json.dumps({"entries": rows}), url="https://a.example/").url == "https://a.example/"


def test_a_headline_is_as_the_last_row_left_it_that_tells_of_one() -> None:
    row = {"id": "1", "type": "update", "render": "<p>Storm.</p>", "entry_time": 1772546700}
    told = [{"headline": "Aground"}, {"headline": "Afloat"}, {}, {"headline": "", "type": "delete"}]
    rows = [row | one | {"timestamp": 1772546700 + second} for second, one in enumerate(told)]
    found = lba.parse(json.dumps({"entries": rows[::-1]}))
    assert (found.entries[0].headline, found.entries[0].status) == ("Afloat", "deleted")
    assert notes(found, "earlier-version") == ["1 said before: Aground"]
    found = lba.parse(json.dumps({"entries": [row | {"title": " ", "timestamp": 1772546800}, *rows[::-1]]}))
    assert found.entries[0].headline is None


def test_a_pinned_entry_stands_above_the_others_and_tells_nothing_of_their_order() -> None:
    row = {"type": "new", "render": "<p>Storm.</p>"}
    told = [("1", 1, True), ("3", 3, False), ("2", 2, False)]
    rows = [row | {"id": name, "entry_time": 1772546700 + second, "pinned": is_so} for name, second, is_so in told]
    found = lba.parse(json.dumps({"entries": rows}))
    assert [(entry.native_id, entry.pinned) for entry in found.entries] == [("1", True), ("3", False), ("2", False)]
    assert found.order == "newest-first"


def test_authors_are_the_names_that_readers_see(found: LiveBlog) -> None:
    assert [[author.name for author in entry.authors] for entry in found.entries] == [
        ["Ada Example"], ["Ada Example"], ["Bo Example"],
    ]  # fmt: skip
    assert b"gravatar" not in lba.export(found, "jsonld")
    assert b"login-name" not in lba.export(found, "jsonld")


def test_times_that_are_equal_leave_the_platform_s_order() -> None:
    value = json.loads(data("wordpress.json"))
    for row in value["entries"]:
        row |= {"timestamp": 1772546700, "entry_time": 1772546700, "type": "new"}
    rows = [value["entries"][0], value["entries"][1]]
    found = lba.parse(json.dumps({"entries": rows, "page": 1, "pages": 1}))
    assert found.order == "newest-first"
    assert notes(found, "order-inferred") == ["newest-first, as the platform lists; the times do not tell"]


def test_in_one_second_a_deletion_comes_last() -> None:
    row = {"id": "1", "timestamp": 1772546700, "entry_time": 1772546700, "render": "<p>Words.</p>"}
    for kinds in (["delete", "new"], ["new", "delete"], ["odd", "delete", "new"]):
        rows = [row | {"type": kind} for kind in kinds]
        (entry,) = lba.parse(json.dumps({"entries": rows})).entries
        assert entry.status == "deleted"


def test_rows_without_an_id_or_time_are_entries_of_their_own() -> None:
    rows = [{"type": "new", "entry_time": None, "render": "<p>One.</p>"}, {"type": "new", "render": "<p>Two.</p>"}]
    found = lba.parse(json.dumps({"entries": rows}))
    assert [entry.text for entry in found.entries] == ["One.", "Two."]
    assert [times(entry) for entry in found.entries] == [[None] * 4] * 2


def test_a_page_without_entries_is_one_clear_line() -> None:
    with pytest.raises(lba.ImportFailure, match="no entry found: looked for entries with an id and a timestamp"):
        lba.parse('{"entries": [], "page": 1, "pages": 0}')


def test_what_is_no_row_is_noted_once() -> None:
    value = json.loads(data("wordpress.json"))
    value["entries"].append("no row")
    found = lba.parse(json.dumps(value))
    assert len(notes(found, "unreadable-value")) == 1
