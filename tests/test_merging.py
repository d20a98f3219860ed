"""Several pages and captures of one blog become one, and an older one never overwrites a newer."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.errors import ModelError
from liveblog_archive.identity import identify, minting
from liveblog_archive.identity.matching.absences import is_whole
from liveblog_archive.merging import merge
from liveblog_archive.model import (
    Agent,
    Capture,
    Embed,
    Entry,
    Link,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Quotation,
    Span,
)
from liveblog_archive.model.order import Order


def entry(name: str, hour: int = 12, **facts: object) -> Entry:
    value = datetime(2026, 3, 3, hour, tzinfo=UTC)
    time = Moment(value=value, precision="minute", offset_source="stated")
    facts = {"native_id": name, "time": time, "body": [Paragraph(f"Text {name}.")]} | facts
    return Entry(**facts)  # type: ignore[arg-type]


def page(*entries: Entry, at: int | None = None, order: Order = "newest-first", **facts: object) -> LiveBlog:
    retrieved = datetime(2026, 3, 3, at, tzinfo=UTC) if at is not None else None
    capture = Capture(
        sha256=f"{at or 0:064x}", media_type="text/html", length=10, importer="test", retrieved=retrieved,
        url="https://a.example/live", notes=[Note(code="test", text="same")],
    )  # fmt: skip
    return LiveBlog(entries=entries, order=order, capture=capture, **facts)  # type: ignore[arg-type]


def names(blog: LiveBlog) -> list[str | None]:
    return [one.native_id for one in blog.entries]


class TestEntries:
    def test_the_same_id_across_pages_is_one_entry(self) -> None:
        merged = merge([page(entry("3"), entry("2")), page(entry("2"), entry("1"))])
        assert names(merged) == ["3", "2", "1"]

    def test_the_version_of_the_newest_capture_counts_in_whichever_order_they_are_given(self) -> None:
        old = page(entry("1", body=[Paragraph("Old.")]), at=13)
        new = page(entry("1", body=[Paragraph("New.")]), at=14)
        assert [merge(pages).entries[0].text for pages in ([old, new], [new, old])] == ["New.", "New."]

    @pytest.mark.parametrize(("at", "text"), [(None, "Changed at two."), (13, "Changed at one.")])
    def test_without_times_of_capture_the_later_stated_change_counts(self, at: int | None, text: str) -> None:
        one, two = (
            page(
                entry("1", body=[Paragraph(f"Changed at {name}.")], modified=entry("1", hour).time),
                at=at and at + add,
            )
            for name, hour, add in (("one", 13, 1), ("two", 14, 0))
        )
        for pages in ([one, two], [two, one]):
            merged = merge(pages)
            assert merged.entries[0].text == text
            assert len([told for told in noted(merged, "earlier-version") if "said before" in told]) == 1

    def test_without_times_of_capture_the_last_one_given_counts(self) -> None:
        old, new = (page(entry("1", body=[Paragraph(text)])) for text in ("Old.", "New."))
        assert merge([old, new]).entries[0].text == "New."

    def test_what_only_an_older_capture_holds_is_kept_between_its_neighbours(self) -> None:
        old = page(entry("4"), entry("3"), entry("2"), entry("1"), at=13)
        new = page(entry("5"), entry("4"), entry("2"), at=14)
        assert names(merge([old, new])) == ["5", "4", "3", "2", "1"]
        assert names(merge([page(entry("9"), entry("4")), page(entry("4"), entry("1"))])) == ["9", "4", "1"]

    @pytest.mark.parametrize(
        ("order", "hours", "expected"),
        [
            ("newest-first", (10, 12), ["b", "a"]),
            ("newest-first", (12, 10), ["a", "b"]),
            ("oldest-first", (10, 12), ["a", "b"]),
            ("oldest-first", (12, 10), ["b", "a"]),
            ("manual", (12, 10), ["b", "a"]),
        ],
    )
    def test_pages_without_a_common_entry_stand_as_their_times_run(
        self, order: Order, hours: tuple[int, int], expected: list[str]
    ) -> None:
        pages = [page(entry(name, hour), order=order) for name, hour in zip("ab", hours, strict=True)]
        assert names(merge(pages)) == expected

    def test_pages_without_times_stand_as_they_were_given(self) -> None:
        pages = [page(entry(name, time=None)) for name in "ab"]
        assert names(merge(pages)) == ["b", "a"]

    @pytest.mark.parametrize("size", [2, 3])
    @pytest.mark.parametrize(
        ("order", "hours"),
        [
            ("newest-first", (15, 14, 13, 12, 11, 10)),
            ("oldest-first", (10, 11, 12, 13, 14, 15)),
            ("newest-day-first", (34, 35, 10, 11, 12, 13)),
        ],
    )
    def test_pages_are_put_together_in_whatever_order_they_come(
        self, order: Order, hours: tuple[int, ...], size: int
    ) -> None:
        day = datetime(2026, 3, 3, tzinfo=UTC)
        times = [
            Moment(value=day + timedelta(hours=hour), precision="minute", offset_source="stated") for hour in hours
        ]
        entries = [entry(name, time=time) for name, time in zip("abcdef", times, strict=True)]
        pages = [page(*entries[start : start + size], order=order) for start in (0, 2, 4)]
        for given in permutations(pages):
            assert names(merge(given)) == list("abcdef")

    def test_of_a_page_that_shows_only_its_end_the_rest_stands_where_its_times_do(self) -> None:
        hours = {name: int(name) + 10 for name in "123456789"}
        shown = ["4321", "9876", "5432"]
        pages = [page(*(entry(one, hours[one]) for one in each), at=13 + add) for add, each in enumerate(shown)]
        assert names(merge(pages)) == list("987654321")

    def test_what_is_pinned_or_has_no_time_stands_with_its_neighbours(self) -> None:
        first = page(entry("p", 1, pinned=True), entry("9", 19), entry("8", time=None), entry("7", 17))
        last = page(entry("4", 14), entry("3", time=None), entry("2", 12))
        published = entry("5", time=Moment(text="15.00"), published=entry("5", 15).time)
        middle = page(entry("6", 16), published)
        for given in permutations([first, middle, last]):
            assert names(merge(given)) == ["p", *"98765432"]

    def test_where_times_do_not_tell_what_is_new_stands_where_the_page_grows(self) -> None:
        orders: tuple[Order, ...] = ("newest-first", "oldest-first", "manual")
        for order, expected in zip(orders, ("acbd", "abcd", "acbd"), strict=True):
            pages = [page(*(entry(name, time=None) for name in shown), order=order) for shown in ("abd", "acd")]
            assert names(merge(pages)) == list(expected)

    def test_entries_without_an_id_are_known_by_their_words_and_counted(self) -> None:
        twice = [entry("x", native_id=None), entry("x", native_id=None)]
        assert len(merge([page(*twice), page(*twice)]).entries) == 2

    @pytest.mark.parametrize("orders", [("oldest-first", "newest-first"), ("manual", "newest-first")])
    def test_pages_that_run_different_ways_run_as_the_times_of_the_whole_do(
        self, orders: tuple[Order, Order]
    ) -> None:
        first, second = orders
        for hours, order in (
            ((12, 11, 11), "newest-first"),
            ((10, 10, 11), "oldest-first"),
            ((10, 12, 11), "manual"),
        ):
            one, two, three = (entry(name, hour) for name, hour in zip("abc", hours, strict=True))
            assert merge([page(one, two, order=first), page(one, two, three, order=second)]).order == order
        pinned = entry("d", 9, pinned=True)
        one, two, three = (entry(name, hour) for name, hour in zip("abc", (12, 11, 10), strict=True))
        merged = merge([page(pinned, one, order=first), page(pinned, one, two, three, order=second)])
        assert merged.order == "newest-first"
        untimed = entry("1", time=None)
        assert merge([page(untimed, order=first), page(untimed, order=second)]).order == "manual"

    def test_a_page_without_a_direction_stands_where_the_other_pages_run_to(self) -> None:
        pages = [page(entry("a", 10), order="oldest-first"), page(entry("b", 12), order="manual")]
        assert names(merge(pages)) == ["a", "b"]
        assert merge(pages).order == "oldest-first"

    def test_pages_that_run_one_way_run_so_together_whatever_their_times(self) -> None:
        assert merge([page(entry("1", 11), entry("2", 12)), page(entry("1", 11))]).order == "newest-first"


HARBOUR = "The harbour office closed the quay to all ferries after the wind had risen to forty knots."
BRIDGE = "Police turned lorries back at the old bridge, where two of them had been blown over in the night."
SCHOOL = "Schools on the northern shore stay shut until Thursday, the mayor told reporters this morning."
TUGS = "Two tugs reached the stranded coaster and made fast; the tide will lift her in about six hours."
BOATS = "Rescue boats brought all eleven sailors ashore at Grey Harbour, wet and cold but unharmed."


def told(text: str, hour: int, **facts: object) -> Entry:
    """Return an entry without a native id, with its printed time."""
    value = datetime(2026, 3, 3, hour, tzinfo=UTC)
    time = Moment(text=f"{hour}:00", value=value, precision="minute", offset_source="stated")
    facts = {"body": [Paragraph(text)], "time": time} | facts
    return Entry(**facts)  # type: ignore[arg-type]


def said(blog: LiveBlog) -> list[str]:
    return [one.text for one in blog.entries]


def noted(blog: LiveBlog, code: str) -> list[str]:
    assert blog.capture is not None
    return [note.text for note in blog.capture.notes if note.code == code]


OTHER_TIMES = [
    Moment(value=datetime(2026, 3, 3, hour, tzinfo=UTC), precision="minute", offset_source="stated")
    for hour in range(4)
]


class TestEntriesWithoutNativeIds:
    """An entry that was edited between two captures is one entry, in its newest version."""

    def test_an_edited_entry_is_one_and_what_it_said_is_noted(self) -> None:
        edited = HARBOUR.replace("forty knots", "fifty knots, and two piers")
        old = page(told(TUGS, 14), told(HARBOUR, 12), told(BRIDGE, 11), at=14)
        new = page(told(BOATS, 15), told(TUGS, 14), told(edited, 12), at=16)
        for pages in ([old, new], [new, old]):
            merged = merge(pages)
            assert said(merged) == [BOATS, TUGS, edited, BRIDGE]
            assert noted(merged, "earlier-version") == [f"{HARBOUR[:60]!r} said before: {HARBOUR}"]

    def test_it_keeps_the_id_that_it_was_first_given(self) -> None:
        name = "tag:a.example,2026:live"
        edited = HARBOUR.replace("forty", "fifty")
        old = identify(page(told(TUGS, 14), told(HARBOUR, 12), id=name))
        new = identify(page(told(TUGS, 14), told(edited, 12), id=name))
        assert old.entries[1].id != new.entries[1].id
        merged = merge([old, new])
        assert said(merged) == [TUGS, edited]
        assert [one.id for one in merged.entries] == [one.id for one in old.entries]

    def test_a_change_that_is_taken_back_leaves_one_entry(self) -> None:
        edited = HARBOUR.replace("forty", "fifty")
        pages = [page(told(TUGS, 14), told(text, 12)) for text in (HARBOUR, edited, HARBOUR)]
        merged = merge(pages)
        assert said(merged) == [TUGS, HARBOUR]
        assert len(noted(merged, "earlier-version")) == 2

    def test_what_became_of_time_and_status_is_noted(self) -> None:
        old = page(told(HARBOUR, 12), told(TUGS, 11), told(BRIDGE, 10))
        untimed = told(BRIDGE, 10, time=None)
        new = page(told(HARBOUR, 13), told(TUGS, 11, status="deleted"), untimed)
        merged = merge([old, new])
        assert said(merged) == [HARBOUR, TUGS, BRIDGE]
        assert noted(merged, "earlier-version") == [
            f"{HARBOUR[:60]!r} was of 12:00 before",
            f"{TUGS[:60]!r} was published before",
            f"{BRIDGE[:60]!r} was of 10:00 before",
        ]
        unprinted = evolve(old.entries[2], time=evolve(old.entries[2].time, text=""))
        merged = merge([page(*old.entries[:2], unprinted), page(*old.entries[:2], untimed)])
        assert noted(merged, "earlier-version") == [f"{BRIDGE[:60]!r} was of 2026-03-03 10:00:00+00:00 before"]

    def test_a_deletion_that_says_nothing_more_leaves_the_entry_as_it_was(self) -> None:
        old = page(entry("1", headline="Aground", key_event=True, modified=entry("1", 13).time))
        for changed in (entry("1", 14).time, None):
            gone = Entry(native_id="1", status="deleted", modified=changed)
            merged = merge([old, page(gone)])
            assert merged.entries == (
                evolve(old.entries[0], status="deleted", modified=changed or old.entries[0].modified),
            )
            assert noted(merged, "earlier-version")[0] == "1 was published before"

    def test_entries_that_were_joined_are_one_and_the_words_of_both_are_kept(self) -> None:
        old = page(told(BOATS, 15), told(TUGS, 14), told(BRIDGE, 14), told(HARBOUR, 12))
        new = page(told(BOATS, 15), told(f"{TUGS} {BRIDGE}", 14), told(HARBOUR, 12))
        merged = merge([old, new])
        assert said(merged) == [BOATS, f"{TUGS} {BRIDGE}", HARBOUR]
        assert len(noted(merged, "earlier-version")) == 2
        assert any(
            ", which is part of " in text and text.endswith((BRIDGE, TUGS))
            for text in noted(merged, "earlier-version")
        )

    def test_of_one_that_was_divided_the_first_part_goes_on(self) -> None:
        name = "tag:a.example,2026:live"
        old = identify(page(told(BOATS, 15), told(f"{TUGS} {BRIDGE}", 14), told(HARBOUR, 12), id=name))
        new = identify(page(told(BOATS, 15), told(BRIDGE, 14), told(TUGS, 14), told(HARBOUR, 12), id=name))
        merged = merge([old, new])
        assert sorted(said(merged)) == sorted([BOATS, BRIDGE, TUGS, HARBOUR])
        assert old.entries[1].id in {one.id for one in merged.entries}
        assert len({one.id for one in merged.entries}) == 4

    def test_what_is_in_doubt_is_kept_apart_and_noted(self) -> None:
        first, second = HARBOUR.replace("forty", "thirty"), HARBOUR.replace("forty", "fifty")
        old = page(told(BOATS, 15), told(HARBOUR, 12))
        new = page(told(BOATS, 15), told(first, 12), told(second, 12))
        merged = merge([old, new])
        assert sorted(said(merged)) == sorted([BOATS, first, second, HARBOUR])
        assert noted(merged, "match-uncertain") == [
            f"{HARBOUR[:60]!r} may be {first[:60]!r} or {second[:60]!r}; kept apart"
        ]

    def test_other_words_at_another_time_are_kept_apart_and_noted(self) -> None:
        again = HARBOUR.replace("forty", "fifty")
        pages = [page(told(BOATS, 15), told(HARBOUR, 12)), page(told(BOATS, 15), told(again, 13))]
        merged = merge(pages)
        assert said(merged) == [BOATS, again, HARBOUR]
        assert noted(merged, "match-uncertain") == [f"{HARBOUR[:60]!r} may be {again[:60]!r}; kept apart"]

    def test_pages_that_do_not_overlap_are_not_compared(self) -> None:
        edited = HARBOUR.replace("forty", "fifty")
        pages = [page(told(HARBOUR, 12), told(TUGS, 11)), page(told(edited, 10), told(BRIDGE, 9))]
        pages = [evolve(one, capture=evolve(one.capture, url=None)) for one in pages]
        assert said(merge(pages)) == [HARBOUR, TUGS, edited, BRIDGE]

    @pytest.mark.parametrize("shown", ["the same address", "the same hours", "hours that cross"])
    def test_captures_that_share_no_entry_may_overlap_all_the_same(self, shown: str) -> None:
        edited = HARBOUR.replace("forty", "fifty")
        pages = [page(told(HARBOUR, 12)), page(told(edited, 12))]
        if shown == "hours that cross":
            pages = [page(told(BOATS, 14), told(HARBOUR, 12)), page(told(BRIDGE, 13), told(edited, 12))]
        if shown != "the same address":
            pages = [evolve(one, capture=evolve(one.capture, url=None)) for one in pages]
        assert said(merge(pages)).count(edited) == 1
        assert HARBOUR not in said(merge(pages))

    def test_untimed_captures_of_unknown_address_are_not_compared(self) -> None:
        pages = [page(told(text, 12, time=None)) for text in (HARBOUR, HARBOUR.replace("forty", "fifty"))]
        pages = [evolve(one, capture=None) for one in pages]
        assert len(merge(pages).entries) == 2

    def test_the_same_words_at_another_time_are_another_entry(self) -> None:
        name = "tag:a.example,2026:live"
        pages = [identify(page(told("Goal!", hour), id=name)) for hour in (15, 12)]
        pages = [evolve(one, capture=evolve(one.capture, url=None)) for one in pages]
        assert pages[0].entries[0].id == pages[1].entries[0].id  # each was made from one page alone
        merged = identify(merge(pages))
        assert len({one.id for one in merged.entries}) == 2

    @pytest.mark.parametrize("printed", ["", "12:00"])
    def test_so_they_are_where_nothing_is_printed_and_at_the_clock_of_another_day(self, printed: str) -> None:
        day = datetime(2026, 3, 3, 12, tzinfo=UTC)
        times = [
            Moment(text=printed, value=day + timedelta(days=days), precision="minute", offset_source="stated")
            for days in (0, 1)
        ]
        pages = [page(told("Goal!", 12, time=time)) for time in times]
        pages = [evolve(one, capture=evolve(one.capture, url=None)) for one in pages]
        for given in (pages, pages[::-1], [*pages, *pages]):
            assert len(merge(given).entries) == 2

    def test_a_capture_that_knows_no_day_shows_the_entries_whose_words_and_clock_it_prints(self) -> None:
        dated = page(told(HARBOUR, 12), told(TUGS, 11))
        undated = page(*(evolve(one, time=Moment(text=one.time.text if one.time else "")) for one in dated.entries))
        pages = [evolve(one, capture=evolve(one.capture, url=None)) for one in (dated, undated)]
        assert len(merge(pages).entries) == len(merge(pages[::-1]).entries) == 2

    def test_an_id_that_is_carried_counts_before_words(self) -> None:
        name = "tag:a.example,2026:live"
        old = identify(page(told(HARBOUR, 12), told(TUGS, 11), id=name))
        new = evolve(old, entries=[evolve(old.entries[0], body=[Paragraph(BOATS)]), old.entries[1]])
        merged = merge([old, new])
        assert said(merged) == [BOATS, TUGS]
        assert [one.id for one in merged.entries] == [one.id for one in old.entries]

    def test_other_native_ids_are_other_entries_whatever_they_say(self) -> None:
        one, other = (page(told(HARBOUR, 12, native_id=name), told(TUGS, 11)) for name in "ab")
        assert len(merge([one, other]).entries) == 3
        bare = page(told(HARBOUR, 12), told(TUGS, 11))
        assert len(merge([one, bare]).entries) == len(merge([bare, one]).entries) == 2


@pytest.mark.parametrize(
    ("orders", "why"),
    [
        (("manual", "manual"), "no capture tells which way it runs"),
        (("newest-first", "oldest-first"), "not all captures run the same way"),
    ],
)
def test_the_reason_why_no_direction_is_known_is_true(orders: tuple[Order, Order], why: str) -> None:
    pages = [page(entry(name), order=order) for name, order in zip("ab", orders, strict=True)]
    unknown = Note(code="order-unknown", text="too few times to tell")
    pages = [evolve(one, capture=evolve(one.capture, notes=[unknown])) for one in pages]
    told = noted(merge(pages), "order-unknown")
    assert told == [f"{why}: taken as they stand"]


def test_the_address_is_that_of_the_blog_and_not_of_its_second_page() -> None:
    first = page(entry("4"), entry("3"), at=13)
    second = page(entry("2"), entry("1"), at=13)
    second = evolve(second, capture=evolve(second.capture, url="https://a.example/live?page=2"))
    for pages, url in (([first, second], "https://a.example/live"), ([second, second], second.capture.url)):
        assert merge(pages).capture.url == url


class TestWhatANewerCaptureLacks:
    """It is kept; whoever reads the merged blog is told that the page no longer has it."""

    OLD = page(entry("4"), entry("3"), entry("2"), entry("1"), at=13)
    GONE = "3 is not in the newer capture retrieved 2026-03-03T14:00:00+00:00"

    @pytest.mark.parametrize("newer", [("4", "2"), ("5", "4", "2"), ("5", "2")])
    def test_is_noted_where_the_entries_around_it_are_shown(self, newer: tuple[str, ...]) -> None:
        merged = merge([self.OLD, page(*map(entry, newer), at=14)])
        gone = self.GONE.replace("3", "4", 1)
        assert noted(merged, "entry-gone") == ([] if "4" in newer else [gone]) + [self.GONE]
        assert {one.status for one in merged.entries} == {"published"}

    def test_is_noted_at_the_top_of_a_page_that_begins_with_the_newest(self) -> None:
        newer = page(entry("3"), entry("2"), entry("1"), at=14)
        assert len(noted(merge([self.OLD, newer]), "entry-gone")) == 1
        older = page(*reversed(self.OLD.entries), at=13, order="oldest-first")
        newer = page(entry("1"), entry("2"), entry("4"), at=14, order="oldest-first")
        assert noted(merge([older, newer]), "entry-gone") == [self.GONE]

    def test_is_not_noted_at_the_end_which_is_on_another_page(self) -> None:
        assert noted(merge([self.OLD, page(entry("5"), entry("4"), at=14)]), "entry-gone") == []
        assert noted(merge([self.OLD, page(entry("6"), entry("5"), at=14)]), "entry-gone") == []
        assert noted(merge([self.OLD, page(entry("4"), entry("3"), at=14)]), "entry-gone") == []

    def test_is_not_noted_of_pages_of_other_addresses(self) -> None:
        other = page(entry("4"), entry("2"), at=14)
        for url in (None, "https://a.example/live?page=2"):
            moved = evolve(other, capture=evolve(other.capture, url=url))
            assert noted(merge([self.OLD, moved]), "entry-gone") == []
            assert (
                noted(
                    merge([moved, evolve(self.OLD, capture=evolve(self.OLD.capture, retrieved=None))]), "entry-gone"
                )
                == []
            )

    def test_is_noted_where_the_address_only_says_where_a_reader_came_from(self) -> None:
        newer = page(entry("4"), entry("2"), entry("1"), at=14)
        newer = evolve(newer, capture=evolve(newer.capture, url="http://www.a.example/live/?utm_source=x#top"))
        assert noted(merge([self.OLD, newer]), "entry-gone") == [self.GONE]

    def test_of_a_saved_page_is_noted_among_the_entries_around_it_alone(self) -> None:
        """What page of its blog it is nobody knows: the second is without the newest of the first."""

        def saved(
            numbers: str, url: str | None = "https://a.example/live", pages: int | None = None, **facts: object
        ) -> LiveBlog:
            blog = evolve(page(*map(entry, numbers), **facts), url=url)
            notes = [Note(code="page-of-several", text="", page=1, pages=pages)] if pages else []
            return evolve(blog, capture=evolve(blog.capture, url=None, notes=notes))

        gone = ["3 is not in the newer capture of the same address"]
        assert noted(merge([saved("4321"), saved("421")]), "entry-gone") == gone
        assert noted(merge([saved("4321"), saved("5421", pages=2)]), "entry-gone") == []
        parts = [saved("4321", pages=2), saved("5421", pages=3)]
        assert noted(merge(parts), "entry-gone") == gone
        assert noted(merge([saved("4321"), saved("21")]), "entry-gone") == []
        assert noted(merge([saved("43"), saved("21")]), "entry-gone") == []
        assert noted(merge([saved("4321", None), saved("421", None)]), "entry-gone") == []
        whole = merge([saved("4321"), saved("21", declared_total=2)])
        assert [one.status for one in whole.entries] == ["deleted", "deleted", "published", "published"]

    def test_is_not_noted_when_a_later_capture_has_it_again(self) -> None:
        old = page(entry("4"), entry("3"), entry("2"), at=13)
        pages = [old, page(entry("4"), entry("2"), at=14), page(entry("4"), entry("3"), entry("2"), at=15)]
        assert noted(merge(pages), "entry-gone") == []

    def test_is_not_noted_when_another_address_has_shown_it_since(self) -> None:
        other = page(entry("3"), at=14)
        other = evolve(other, capture=evolve(other.capture, url="https://a.example/live?page=2"))
        assert noted(merge([self.OLD, other, page(entry("4"), entry("2"), entry("1"), at=15)]), "entry-gone") == []

    def test_is_noted_without_a_time_where_none_is_known(self) -> None:
        old, new = (
            evolve(one, capture=evolve(one.capture, retrieved=None))
            for one in (self.OLD, page(entry("4"), entry("2"), at=14))
        )
        assert noted(merge([old, new]), "entry-gone") == ["3 is not in the newer capture of the same address"]

    def test_is_deleted_where_that_capture_says_that_it_has_all(self) -> None:
        merged = merge([self.OLD, page(entry("4"), entry("2"), at=14, declared_total=2)])
        assert [one.status for one in merged.entries] == ["published", "deleted", "published", "deleted"]
        whole = ", which has as many entries as it says there are: it is taken for deleted"
        assert noted(merged, "entry-gone") == [self.GONE + whole, self.GONE.replace("3", "1", 1) + whole]


class TestWhatAnOlderCaptureStates:
    """Nothing of it is absent from the merged blog: what a newer capture replaces is in a note."""

    OLD = entry(
        "1", 12, headline="Ferry aground", summary="Hundreds trapped", url="https://a.example/old",
        authors=[Agent(name="Ann Lee", role="reporter", url="https://a.example/ann")], key_event=True, pinned=True,
        body=[
            Paragraph("Read this.", [Link(0, 4, "https://a.example/link")]),
            Media(kind="image", url="https://a.example/old.jpg", caption="The ferry", credit="Bob Ray", alt="A ship"),
            Quotation("Help!", source="The captain"),
            Embed(provider="x", url="https://x.example/1"),
        ],
    )  # fmt: skip

    def test_of_an_entry_is_in_notes(self) -> None:
        moments = {name: OTHER_TIMES[hour] for hour, name in enumerate(("created", "published", "modified"))}
        old = evolve(self.OLD, **moments)
        later = dict.fromkeys(moments, OTHER_TIMES[3])
        new = entry("1", 13, body=[Paragraph("Ferry afloat.")], authors=[Agent(name="Cy")], url="b", **later)
        merged = merge([page(old), page(new)])
        assert noted(merged, "earlier-version") == [
            "1 said before: Ferry aground Read this. The ferry Help!",
            "1 was of 2026-03-03 12:00:00+00:00 before",
            '1 showed before: {"links":[{"end":4,"start":0,"url":"https://a.example/link"}],"text":"Read this.",'
            '"type":"paragraph"}',
            '1 showed before: {"alt":"A ship","caption":"The ferry","credit":"Bob Ray","kind":"image","type":"media",'
            '"url":"https://a.example/old.jpg"}',
            '1 showed before: {"source":"The captain","text":"Help!","type":"quotation"}',
            '1 showed before: {"provider":"x","type":"embed","url":"https://x.example/1"}',
            "1 had the created 2026-03-03 00:00:00+00:00 before",
            "1 had the published 2026-03-03 01:00:00+00:00 before",
            "1 had the modified 2026-03-03 02:00:00+00:00 before",
            "1 had the authors Ann Lee (reporter, https://a.example/ann) before",
            "1 was a key event before",
            "1 was pinned before",
            "1 had the summary “Hundreds trapped” before",
            "1 had the url “https://a.example/old” before",
        ]

    def test_of_an_entry_that_did_not_change_needs_no_note(self) -> None:
        newer = evolve(self.OLD, span=Span(first=7, last=8), order_key="9")
        assert noted(merge([page(self.OLD), page(newer)]), "earlier-version") == []

    def test_and_reads_alike_is_noted_as_its_record(self) -> None:
        time = evolve(OTHER_TIMES[0], text="0:00")
        old = entry("1", time=time, authors=[Agent(name="Desk", kind="person")])
        new = evolve(old, time=evolve(time, qualifier="inferred"), authors=[Agent(name="Desk", kind="organization")])
        first, second = noted(merge([page(old), page(new)]), "earlier-version")
        assert first.startswith('1 was of {"earliest":"2026-03-03T00:00+00:00"')
        assert second == '1 had the authors {"kind":"person","name":"Desk"} before'

    def test_as_the_day_of_an_entry_is_noted_unless_its_time_says_so(self) -> None:
        old = entry("1", time=None, day=date(2026, 3, 3))
        assert noted(merge([page(old), page(evolve(old, day=date(2026, 3, 4)))]), "earlier-version") == [
            "1 was of 2026-03-03 before"
        ]
        assert noted(merge([page(old), page(entry("1"))]), "earlier-version") == []

    def test_of_an_entry_that_is_part_of_another_now_is_in_notes(self) -> None:
        parts = [
            told(text, 14, body=[Paragraph(text), Media(kind="image", url=f"{number}.jpg")], url=f"old{number}")
            for number, text in enumerate((TUGS, BRIDGE))
        ]
        old = page(told(BOATS, 15), *parts, told(HARBOUR, 12))
        merged = merge([old, page(told(BOATS, 15), told(f"{TUGS} {BRIDGE}", 14), told(HARBOUR, 12))])
        notes = " ".join(noted(merged, "earlier-version"))
        assert all(stated in notes for stated in (TUGS, BRIDGE, "0.jpg", "1.jpg", "“old0”", "“old1”"))

    def test_of_the_blog_is_in_notes_each_value_once(self) -> None:
        facts = {"url": "https://a.example/1", "publisher": Agent(name="Old News"), "declared_total": 7}
        introduction = [Paragraph("It began."), Media(kind="image", url="old.jpg")]
        coverage = Moment(text="3 March", value=date(2026, 3, 3), precision="day")
        old = page(entry("1"), title="Ferry aground", introduction=introduction, coverage_start=coverage, **facts)
        new = page(entry("1"), title="Ferry afloat", introduction=[Paragraph("It ended.")], publisher=Agent(name="N"))
        later = Moment(text="4 March", value=date(2026, 3, 4), precision="day")
        newest = evolve(new, coverage_start=later, declared_total=9)
        assert noted(merge([old, old, new, newest]), "earlier-version") == [
            "the blog had the title “Ferry aground” before",
            "the blog had the publisher Old News before",
            'the blog had the introduction It began., {"kind":"image","type":"media","url":"old.jpg"} before',
            "the blog had the coverage start 3 March before",
            "the blog had the declared total 7 before",
        ]

    def test_pictures_without_words_are_told_apart_by_what_they_show(self) -> None:
        one, other = (Entry(body=[Media(kind="image", url=f"{number}.jpg")]) for number in (1, 2))
        assert merge([page(one, other), page(other)]).entries == (one, other)
        changed = evolve(other, status="deleted")
        assert noted(merge([page(one, other), page(changed)]), "earlier-version") == ["'2.jpg' was published before"]


class TestTheBlog:
    def test_one_page_is_itself_and_none_is_an_error(self) -> None:
        one = page(entry("1"))
        assert merge([one]) is one
        with pytest.raises(ModelError, match="no page to merge"):
            merge([])

    def test_facts_are_the_newest_that_are_stated(self) -> None:
        old = page(entry("1"), at=13, title="Old", description="All day", declared_total=9)
        new = page(entry("2"), at=14, title="New")
        merged = merge([old, new])
        assert (merged.title, merged.description, merged.declared_total) == ("New", "All day", 9)

    def test_ids_made_from_one_page_alone_are_made_anew_from_the_whole(self) -> None:
        pages = [identify(page(entry(name, url=None), url=f"https://a.example/live/{name}")) for name in "ab"]
        merged = merge(pages)
        assert merged.id == ""
        assert {one.id for one in merged.entries} == {""}
        assert len({one.id for one in identify(merged).entries}) == 2

    def test_ids_of_one_blog_are_kept(self) -> None:
        pages = [identify(page(entry(name), id="tag:a.example,2026:live")) for name in "ab"]
        merged = merge(pages)
        assert merged.id == "tag:a.example,2026:live"
        assert {one.id for one in merged.entries} == {one.id for each in pages for one in each.entries}

    def test_a_given_id_is_that_of_pages_that_were_given_none(self) -> None:
        given = identify(page(entry("a"), id="tag:a.example,2026:live"))
        merged = merge([given, identify(page(entry("b")))])
        assert merged.id == "tag:a.example,2026:live"
        assert {one.id for one in merged.entries} == {""}

    def test_pages_of_different_blogs_are_refused(self) -> None:
        pages = [identify(page(entry("a"), id=f"tag:a.example,2026:{name}")) for name in "ab"]
        with pytest.raises(
            ModelError, match=r"pages of different blogs: tag:a\.example,2026:a and tag:a\.example,2026:b"
        ):
            merge(pages)

    def test_every_source_is_named_in_the_capture(self) -> None:
        merged = merge([page(entry("a"), at=13), page(entry("b"), at=14)])
        assert merged.capture is not None
        assert merged.capture.length == 20
        assert merged.capture.retrieved is None
        assert [note.code for note in merged.capture.notes] == ["merged-capture", "merged-capture", "test"]
        assert merged.capture.notes[0].text == (
            f"sha256 {13:064x}, retrieved 2026-03-03T13:00:00+00:00, 10 bytes, text/html, https://a.example/live"
        )
        bare = [evolve(one, capture=evolve(one.capture, url=None, retrieved=None)) for one in (page(entry("a")),) * 2]
        alone = merge(bare).capture
        assert alone is not None
        assert alone.notes[0].text == f"sha256 {0:064x}, 10 bytes, text/html"

    def test_the_order_is_told_of_the_merged_blog_and_not_of_one_page(self) -> None:
        def told(order: Order, at: int, code: str) -> LiveBlog:
            one = page(entry("a"), at=at, order=order)
            return evolve(one, capture=evolve(one.capture, notes=[Note(code=code, text="by 1 step")]))

        newest = [told("newest-first", at, "order-inferred") for at in (13, 14)]
        assert noted(merge(newest), "order-inferred") == ["newest-first, as all captures run"]
        assert noted(merge([merge(newest), newest[0]]), "order-inferred") == ["newest-first, as all captures run"]
        mixed = merge([newest[0], told("manual", 15, "order-unknown")])
        assert noted(mixed, "order-inferred") == []
        assert noted(mixed, "order-unknown") == ["not all captures run the same way: taken as they stand"]
        later = evolve(newest[0], entries=[entry("b", 13), *newest[0].entries], order="manual")
        assert noted(merge([newest[0], later]), "order-inferred") == ["newest-first, as the times of them all run"]
        assert noted(merge([page(entry("a")), page(entry("b"))]), "order-inferred") == []

    def test_every_source_of_a_page_that_was_merged_before_is_named_too(self) -> None:
        first, second, third = (page(entry(name), at=at) for name, at in (("a", 13), ("b", 14), ("c", 15)))
        again = merge([merge([first, second]), third])
        assert again.capture == merge([first, second, third]).capture
        assert [text.split(",")[0] for text in noted(again, "merged-capture")] == [
            f"sha256 {at:064x}" for at in (13, 14, 15)
        ]

    @pytest.mark.parametrize("form", ["jsonld", "xml"])
    def test_its_sources_and_pages_are_known_when_it_is_read_again(self, form: str) -> None:
        pages = []
        for number in (1, 2):
            note = Note(code="page-of-several", text="in other words", page=number, pages=2)
            one = page(entry(f"{number}"), at=12 + number)
            pages.append(evolve(one, capture=evolve(one.capture, notes=[note])))
        merged = identify(merge(pages))
        again = lba.parse(lba.export(merged, form))
        assert (again.capture, is_whole(again)) == (merged.capture, True)

    def test_pages_of_one_time_are_of_that_time(self) -> None:
        merged = merge([page(entry("a"), at=13), page(entry("b"), at=13)])
        assert merged.capture is not None
        assert merged.capture.retrieved == datetime(2026, 3, 3, 13, tzinfo=UTC)

    def test_a_page_that_was_merged_before_is_as_new_as_its_newest_source(self) -> None:
        first, second, third = (page(entry("a", body=[Paragraph(f"At {at}.")]), at=at) for at in (13, 14, 15))
        assert said(merge([third, merge([first, second])])) == ["At 15."]

    @pytest.mark.parametrize("unknown", [0, 1])
    def test_a_page_that_was_merged_of_one_without_time_has_none(self, unknown: int) -> None:
        pages = [page(entry("a", body=[Paragraph("Merged.")]), at=at) for at in (13, 14)]
        pages[unknown] = evolve(pages[unknown], capture=evolve(pages[unknown].capture, retrieved=None))
        merged = merge(pages)
        newer = page(entry("a", body=[Paragraph("Newer.")]), at=15)
        assert said(merge([newer, merged])) == ["Merged."]  # in the order given

    def test_no_time_is_read_from_an_address(self) -> None:
        url = "https://a.example/live?a=, retrieved 2030-01-01T00:00:00+00:00"
        bare = [page(entry("a", body=[Paragraph(said)])) for said in ("Older.", "Newer.")]
        bare = [evolve(one, capture=evolve(one.capture, url=url, retrieved=None)) for one in bare]
        dated = page(entry("a", body=[Paragraph("Dated.")]), at=15)
        assert said(merge([merge(bare), dated])) == ["Dated."]  # in the order given

    def test_its_sources_are_facts_and_not_what_a_note_says_of_them(self) -> None:
        merged = merge([page(entry("a"), at=13), page(entry("b"), at=14)]).capture
        assert merged is not None
        assert [source.sha256 for source in merged.sources] == [f"{at:064x}" for at in (13, 14)]
        strange = page(entry("a"), at=13)
        note = Note(code="merged-capture", text=f"sha256 {99:064x}, 10 bytes, text/html")
        strange = evolve(strange, capture=evolve(strange.capture, notes=[note]))
        assert merge([strange, page(entry("b"), at=14)]).capture == merged

    def test_pages_made_by_hand_have_no_capture(self) -> None:
        assert merge([page(entry("a")), evolve(page(entry("b")), capture=None)]).capture is None

    def test_merging_twice_changes_nothing(self) -> None:
        pages = [page(entry("3"), entry("2"), at=14), page(entry("2"), entry("1"), at=13)]
        assert names(merge(pages)) == names(merge([merge(pages)])) == names(merge([*pages, *pages]))


def test_ids_of_entries_that_say_the_same_are_made_once_for_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    minted: list[object] = []
    mint = minting.mint
    monkeypatch.setattr(minting, "mint", lambda *what: [minted.append(what), mint(*what)][1])
    same = [evolve(entry(f"{number}"), body=[Paragraph("Goal!")]) for number in range(50)]
    blog = identify(page(*same, id="tag:a.example,2026:match"))
    merged = merge([blog, blog])
    assert [one.id for one in merged.entries] == [one.id for one in blog.entries]
    assert len(minted) == 2 * len(same)


def test_the_span_of_a_blog_is_that_of_its_pages() -> None:
    pages = [page(*(entry(f"{n}", n) for n in range(high, high - 5, -1))) for high in (20, 16, 12)]
    merged = merge(pages[::-1])
    times = [one.time.value for one in merged.entries if one.time]
    assert times == sorted(times, reverse=True)  # type: ignore[type-var]
    assert len(times) == 13
    assert times[0] - times[-1] == timedelta(hours=12)  # type: ignore[operator]
