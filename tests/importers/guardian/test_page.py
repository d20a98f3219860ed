"""The Guardian's page model."""

import json
from collections.abc import Callable
from datetime import datetime

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.model import Agent, Embed, Link, ListBlock, LiveBlog, Media, Moment, Paragraph, Quotation
from liveblog_archive.zones import zone
from tests.importers.platforms import blog, data, notes, times

URL = "https://www.news.example/sea/live/2026/mar/03/storm-live"
Page = dict[str, list[dict[str, object]]]


@pytest.fixture(scope="module")
def page() -> LiveBlog:
    return blog("guardian_page.json")


def changed(change: Callable[[Page], object]) -> LiveBlog:
    """Return the page with something else in its data."""
    value = json.loads(data("guardian_page.json"))
    change(value)
    return lba.parse(json.dumps(value))


def test_the_page_states_the_facts_of_the_blog(page: LiveBlog) -> None:
    assert (page.title, page.language, page.url, page.timezone) == (
        "Storm at Grey Harbour – live", "en", URL, "Europe/London",
    )  # fmt: skip
    assert page.description == "A ferry, a pier and a storm"
    assert page.publisher == Agent(name="Harbour News", kind="organization", url="https://www.news.example/")
    assert page.authors == (Agent(name="Ada Example", url="https://www.news.example/ada"),)
    assert page.order == "newest-first"


def test_the_standfirst_and_main_picture_are_the_introduction(page: LiveBlog) -> None:
    standfirst, picture = page.introduction
    assert standfirst == Paragraph("A ferry, a pier and a storm", [Link(22, 27, "https://www.news.example/storms")])
    assert picture == Media(
        kind="image", url="https://img.news.example/main.jpg", caption="Waves at noon", alt="Waves"
    )


def test_each_block_is_an_entry(page: LiveBlog) -> None:
    assert [entry.native_id for entry in page.entries] == [
        "69a70a3b8f08e3b7ab1a0001", "69a6f7ed8f08e3b7ab1a0002", "69a6ea8c8f08e3b7ab1a0003",
    ]  # fmt: skip
    assert [entry.headline for entry in page.entries] == ["Ferry refloated", None, "What we know"]
    assert [entry.key_event for entry in page.entries] == [True, False, False]
    assert [entry.status for entry in page.entries] == ["published"] * 3
    assert [[author.name for author in entry.authors] for entry in page.entries] == [["Ada Example"], [], []]
    first = page.entries[0]
    assert first.url == f"{URL}?page=with:block-{first.native_id}#block-{first.native_id}"
    assert first.span is not None
    assert first.span.element == "/blocks/0"


def test_a_reader_saw_a_clock_and_the_data_states_instants(page: LiveBlog) -> None:
    first = page.entries[0]
    assert first.time is not None
    assert (first.time.text, first.time.precision) == ("16.31\u00a0GMT", "minute")
    assert times(first) == [
        "2026-03-03T16:31:00+00:00",
        "2026-03-03T16:20:11+00:00",
        "2026-03-03T16:31:40+00:00",
        "2026-03-03T16:40:00+00:00",
    ]


def test_the_elements_of_a_block_are_blocks(page: LiveBlog) -> None:
    first, second, third = page.entries
    assert first.body == (
        Paragraph("The harbour ferry is afloat & under tow.", [Link(4, 17, "https://www.news.example/sea/ferries")]),
        Media(
            kind="image",
            url="https://img.news.example/ferry/master.jpg",
            caption="The Gull under tow",
            credit="Photograph: A. Example/Harbour News",
            alt="A white ferry",
        ),
        Paragraph("Related: How a ferry is refloated", [Link(9, 33, "https://news.example/how")]),
    )
    assert [type(block) for block in second.body] == [Quotation, Embed, Embed, Quotation, Media]
    assert second.body[0] == Quotation("Nobody is hurt.")
    assert second.body[1].text.startswith("Stay away from the pier.")
    assert second.body[2] == Embed(
        provider="YouTube", url="https://video.example/watch?v=1", text="The pier at three"
    )
    assert second.body[3] == Quotation("We were lucky", "A passenger")
    assert second.body[4] == Media(
        kind="audio", url="https://audio.news.example/master.mp3", caption="The master speaks"
    )
    assert third.body == (ListBlock(["Aground since two", "Forty on board"]),)


def test_what_shows_nothing_is_noted_by_its_type(page: LiveBlog) -> None:
    assert notes(page, "unread-element") == [
        "/blocks/1/elements/5: model.dotcomrendering.pageElements.DividerBlockElement"
    ]


def test_what_the_page_shows_of_entries_that_are_not_on_it_is_noted(page: LiveBlog) -> None:
    assert notes(page, "entry-off-page") == [
        "pinned post 69a6b1208f08e3b7ab1a0008 · 10.00\u00a0GMT · Start here · How to reach us: come to the pier.",
        "key event 69a6b1208f08e3b7ab1a0008 · 10.00\u00a0GMT · Start here",
        "key event 69a6a3108f08e3b7ab1a0009 · 9.00\u00a0GMT · Storm arrives",
    ]
    assert notes(page, "key-event-conflict") == [
        "69a6ea8c8f08e3b7ab1a0003 is listed among the key events, but its block is not marked as one"
    ]
    assert notes(page, "page-of-several") == ["page 1 of 2; the others are not in this file"]


def test_a_pinned_post_that_is_on_the_page_is_an_entry_like_the_others() -> None:
    def pin(value: Page) -> None:
        value["blocks"].append(value["pinnedPost"])  # type: ignore[arg-type] # a single object
        value["keyEvents"] = []

    found = changed(pin)
    assert [entry.pinned for entry in found.entries] == [False, False, False, True]
    assert notes(found, "entry-off-page") == []


def test_without_a_description_for_machines_only_the_byline_names_people() -> None:
    found = changed(lambda value: value.update(linkedData=[{"@type": "WebPage"}]))
    assert (found.publisher, found.coverage_start) == (None, None)
    assert found.authors == (Agent(name="Ada Example and Bo Example"),)


def test_times_that_cannot_all_be_true_are_kept_and_noted(page: LiveBlog) -> None:
    assert notes(page, "time-conflict") == [
        "69a6f7ed8f08e3b7ab1a0002: modified 15:02:05 UTC, before it was published",
        "coverage is said to start at 2026-03-03T16:31:40+00:00, but the first entry is of 2026-03-03T14:05:00+00:00",
    ]
    assert page.coverage_start is not None
    assert page.coverage_start.value is not None
    assert page.coverage_start.value.isoformat() == "2026-03-03T16:31:40+00:00"


def test_an_id_states_when_its_block_was_made() -> None:
    def without(value: Page) -> None:
        del value["blocks"][0]["blockCreatedOn"]
        value["blocks"][1]["blockCreatedOn"] = 1772550000000
        value["blocks"][2]["id"] = "another"

    found = changed(without)
    assert times(found.entries[0])[1] == "2026-03-03T16:20:11+00:00"
    assert times(found.entries[1])[1] == "2026-03-03T15:00:00+00:00"
    assert times(found.entries[2])[1] == "2026-03-03T14:05:00+00:00"
    assert notes(found, "time-conflict")[0] == (
        "69a6f7ed8f08e3b7ab1a0002: created 2026-03-03T15:00:00+00:00, but its id was made 2026-03-03T15:02:05+00:00"
    )


# Zones


def with_clocks(edition: str | None, *clocks: str | None) -> LiveBlog:
    def change(value: Page) -> None:
        for block, clock in zip(value["blocks"], clocks, strict=True):
            block["blockFirstPublishedDisplay"] = clock
        value["editionId"] = edition  # type: ignore[assignment] # a text

    return changed(change)


@pytest.mark.parametrize(
    ("edition", "clocks", "key"),
    [
        ("UK", ("16.31 GMT", "15.02 GMT", "14.05 GMT"), "Europe/London"),
        ("INT", ("16.31 GMT", "15.02 GMT", "14.05 GMT"), "Europe/London"),
        ("US", ("11.31am EST", "10.02 EST", "9.05"), "America/New_York"),
        ("AU", ("03.31 AEDT", "02.02 AEDT", "1.05am AEDT"), "Australia/Sydney"),
        ("EUR", ("17.31 CET", "16.02 CET", "15.05 CET"), "Europe/Paris"),
        ("EUR", ("16.31 GMT", "15.02 GMT", "14.05 GMT"), "Europe/London"),
        (None, ("11.31am EST", "10.02 EST", "9.05 EST"), "America/New_York"),
    ],
)
def test_the_zone_is_the_edition_s_whose_clock_was_printed(edition: str, clocks: list[str], key: str) -> None:
    found = with_clocks(edition, *clocks)
    assert found.timezone == key
    assert notes(found, "zone-conflict") == []
    assert len(notes(found, "zone-inferred")) == 1
    first = found.entries[0].time
    assert first is not None
    assert first.text == clocks[0]
    assert first.value is not None
    assert first.value.tzinfo is zone(key)  # type: ignore[attr-defined] # a datetime


def test_a_printed_clock_that_contradicts_the_instant_counts_and_is_noted() -> None:
    found = with_clocks("UK", "17.35 BST", "15.02 GMT", "12.05pm GMT")
    assert [times(entry)[0] for entry in found.entries] == [
        "2026-03-03T17:35:00+01:00", "2026-03-03T15:02:00+00:00", "2026-03-03T12:05:00+00:00",
    ]  # fmt: skip
    assert notes(found, "zone-conflict")[0] == (
        "/blocks/0: printed 17.35 BST, but published 2026-03-03T16:31:40+00:00; the printed clock counts"
    )
    assert len(notes(found, "zone-conflict")) == 2


def test_a_clock_in_another_zone_that_it_names_is_the_stated_instant() -> None:
    found = with_clocks("UK", "17.31 BST", "20.32 IST", "14.05 GMT")
    assert [times(entry)[0] for entry in found.entries] == [
        "2026-03-03T17:31:00+01:00", "2026-03-03T20:32:00+05:30", "2026-03-03T14:05:00+00:00",
    ]  # fmt: skip
    assert notes(found, "zone-conflict") == [
        "/blocks/0: printed 17.31 BST, and the blog's zone is Europe/London",
        "/blocks/1: printed 20.32 IST, and the blog's zone is Europe/London",
    ]


@pytest.mark.parametrize("odd", [None, "14.06 GMT", "14.06", "noon"])
def test_one_odd_clock_does_not_change_the_zone_of_the_others(odd: str | None) -> None:
    found = with_clocks("EUR", "16.31 GMT", "15.02 GMT", odd)
    assert found.timezone == "Europe/London"
    assert [times(entry)[0] for entry in found.entries[:2]] == [
        "2026-03-03T16:31:00+00:00", "2026-03-03T15:02:00+00:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "clocks", "key", "source"),
    [
        ("UK", ("03.31 AEDT", "02.02 AEDT", "01.05 AEDT"), "Australia/Sydney", "the printed clocks"),
        ("EUR", ("1.00 MST", "2.00", "14.05 GMT"), "Europe/London", "the edition EUR"),
        ("EUR", (None, None, None), "Europe/Paris", "the edition EUR"),
        (None, ("16.31 GMT", "15.02 GMT", "14.06 GMT"), "Europe/London", "the printed clocks"),
    ],
)
def test_the_zone_is_that_of_most_clocks_else_of_the_edition(
    edition: str | None, clocks: tuple[str | None, ...], key: str, source: str
) -> None:
    assert notes(with_clocks(edition, *clocks), "zone-inferred") == [f"{key}, from {source}; none was given"]


def test_clocks_that_no_edition_shows_leave_the_zone_unknown() -> None:
    found = with_clocks("MARS", "1.00 MST", "2.00 MST", "3.00 MST")
    assert found.timezone is None
    first = found.entries[0].time
    assert first is not None
    assert (first.text, first.offset_source) == ("1.00 MST", "stated")


def test_the_caller_s_zone_counts() -> None:
    found = blog("guardian_page.json", timezone="America/New_York")
    assert found.timezone == "America/New_York"
    assert times(found.entries[2])[0] == "2026-03-03T14:05:00+00:00"
    assert len(notes(found, "zone-conflict")) == 3


def test_a_printed_clock_just_past_midnight_is_of_the_nearest_day() -> None:
    def change(value: Page) -> None:
        value["blocks"][0] |= {"blockFirstPublished": 1772582399000, "blockFirstPublishedDisplay": "0.01 GMT"}

    assert times(changed(change).entries[0])[0] == "2026-03-04T00:01:00+00:00"


@pytest.mark.parametrize(
    ("members", "time"),
    [
        ({"blockFirstPublishedDisplay": None}, Moment(
            value=datetime(2026, 3, 3, 16, 31, 40, tzinfo=zone("Europe/London")),
            precision="second", offset_source="stated")),
        ({"blockFirstPublished": None}, Moment(text="16.31\u00a0GMT")),
        ({"blockFirstPublished": None, "blockFirstPublishedDisplay": None}, None),
    ],
)  # fmt: skip
def test_a_time_that_is_not_there_is_not_made_up(members: dict[str, object], time: Moment | None) -> None:
    found = changed(lambda value: value["blocks"][0].update(members))
    assert found.entries[0].time == time


STATED = Moment(
    value=datetime(2026, 3, 3, 16, 31, 40, tzinfo=zone("Europe/London")), precision="second", offset_source="stated"
)


@pytest.mark.parametrize("printed", ["25.99 GMT", "24.01", "16.60 GMT", "16.31am GMT", "24.00pm"])
def test_a_clock_that_cannot_be_gives_no_time_and_is_noted(printed: str) -> None:
    found = with_clocks("UK", printed, "15.02 GMT", "14.05 GMT")
    assert found.entries[0].time == evolve(STATED, text=printed)
    assert notes(found, "impossible-time") == [f"/blocks/0: {printed} is not a time of day; that of the data counts"]
    assert notes(found, "zone-conflict") == []


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("16.31pm GMT", "2026-03-03T16:31:00+00:00"),
        ("12.30am GMT", "2026-03-04T00:30:00+00:00"),
        ("24.00 GMT", "2026-03-04T00:00:00+00:00"),
    ],
)
def test_odd_ways_to_print_a_time_are_read(printed: str, value: str) -> None:
    found = with_clocks("UK", printed, "15.02 GMT", "14.05 GMT")
    assert times(found.entries[0])[0] == value
    assert notes(found, "impossible-time") == []


def test_words_in_the_place_of_a_clock_stand_beside_the_stated_time() -> None:
    found = with_clocks("UK", "earlier today", "15.02 GMT", "14.05 GMT")
    assert found.entries[0].time == evolve(STATED, text="earlier today")


# Blocks without a page


def test_blocks_without_a_page_are_entries_as_they_stand() -> None:
    found = blog("guardian_blocks.json")
    assert [entry.native_id for entry in found.entries] == [
        "69a70a3b8f08e3b7ab1a0001",
        "69a70a3b8f08e3b7ab1a0001", "69a6f7ed8f08e3b7ab1a0002", "69a6ea8c8f08e3b7ab1a0003",
    ]  # fmt: skip
    assert [entry.span.element for entry in found.entries if entry.span] == [
        "/Newest/0", "/AllOfThem/0", "/AllOfThem/1", "/AllOfThem/2",
    ]  # fmt: skip
    assert found.timezone == "Europe/London"
    assert notes(found, "zone-inferred") == ["Europe/London, from the printed clocks; none was given"]
    assert len(notes(found, "duplicate-native-id")) == 1
    assert len({entry.id for entry in found.entries}) == 4
    assert found.entries[0].url is None


def test_a_list_of_blocks_is_read_too() -> None:
    listed = json.loads(data("guardian_blocks.json"))["AllOfThem"]
    found = lba.parse(json.dumps(listed), url=URL, timezone="Europe/London")
    assert [entry.span.element for entry in found.entries if entry.span] == ["/0", "/1", "/2"]
    assert (found.entries[0].url or "").startswith(f"{URL}?page=with:block-")
    assert notes(found, "zone-inferred") == []


def test_one_bad_block_is_a_note_and_no_lost_file() -> None:
    def change(value: Page) -> None:
        value["blocks"].append("not a block")  # type: ignore[arg-type] # that is the point
        value["blocks"][1]["blockLastUpdated"] = "never"

    found = changed(change)
    assert len(found.entries) == 3
    assert found.entries[1].modified == Moment(text="never")
    assert notes(found, "unreadable-value") == ["/blocks/3 is a text, and not an object"]
    assert notes(found, "unreadable-time") == ["/blocks/1/blockLastUpdated: 'never' is no date and time"]


def test_a_page_without_blocks_is_one_clear_line() -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse('{"contentType": "LiveBlog", "blocks": []}', where="page.json")
    assert str(caught.value) == (
        "page.json: no entry found: looked for blocks with elements (page model), or blocks.body (Content API); "
        "check that this is a live blog"
    )
