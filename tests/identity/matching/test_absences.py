"""What a later capture lacks was deleted, or lies beyond its end, or may be either."""

import re

import pytest
from attrs import evolve

from liveblog_archive.identity.matching import absences, match
from liveblog_archive.model import Capture, Entry, LiveBlog, Note
from tests.identity.matching.pages import TEXTS, entry, kinds, page

NAMES = "0123456789"
SAID = (*TEXTS, "Rain.", "A lorry lies across the lanes of the old coastal road.")


def newest(numbers: str, **facts: object) -> LiveBlog:
    """A page whose entries are called by digits, each a minute younger than the one before; `p` pins the next."""
    return showing(numbers, order="newest-first", **facts)


def oldest(numbers: str, **facts: object) -> LiveBlog:
    return showing(numbers, **facts)


def showing(numbers: str, *, dated: bool = True, pages: str = "", **facts: object) -> LiveBlog:
    entries: list[Entry] = []
    for place, name in enumerate(numbers):
        if name in NAMES:
            made = entry(SAID[int(name)], int(name) if dated else None, native_id=name)
            entries.append(evolve(made, pinned=numbers[place - 1 : place] == "p"))
    counted = [[int(number) for number in re.findall(r"\d", part)] for part in pages.split("; ") if part]
    stated = [dict(zip(("page", "pages"), numbers, strict=False)) for numbers in counted]
    notes = [Note(code="page-of-several", text="", **numbers) for numbers in stated]
    capture = Capture(sha256="0" * 64, media_type="text/html", length=1, importer="test", notes=notes)
    return page(*entries, capture=capture, **facts)


def lacks(before: LiveBlog, after: LiveBlog) -> dict[str, str]:
    """Why the later one lacks entries of the earlier, by their digits."""
    names = {one.id: one.native_id or "" for one in before.entries}
    return {names[link.previous[0]]: link.kind for link in match(before, after).links if not link.current}


class TestAPageOfTheNewest:
    def test_pushes_its_oldest_off(self) -> None:
        assert lacks(newest("321"), newest("432")) == {"1": "beyond"}
        assert lacks(newest("321"), newest("543")) == {"1": "beyond", "2": "beyond"}
        assert lacks(newest("321", dated=False), newest("432", dated=False)) == {"1": "beyond"}

    def test_may_hold_none_of_the_entries_that_it_had(self) -> None:
        assert lacks(newest("321"), newest("654")) == {"1": "beyond", "2": "beyond", "3": "beyond"}
        assert set(lacks(newest("321", dated=False), newest("654", dated=False)).values()) == {"absent"}

    def test_that_holds_none_of_many_is_looked_through_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[Entry] = []
        minute = absences.minute

        def counted(entry: Entry) -> float | None:
            asked.append(entry)
            return minute(entry)

        monkeypatch.setattr(absences, "minute", counted)
        before, after = ([entry(SAID[0], at) for at in range(day, day - 300, -1)] for day in (300, 600))
        why = absences.absences(before, page(*after, order="newest-first"), {}, range(300), "newest-first")
        assert set(why.values()) == {"beyond"}
        assert len(asked) <= 3 * 300

    def test_lacks_what_was_deleted_among_others(self) -> None:
        assert lacks(newest("4321"), newest("5431")) == {"2": "deleted"}
        assert lacks(newest("4321"), newest("5310")) == {"4": "deleted", "2": "deleted"}
        assert lacks(newest("4321"), newest("6431")) == {"2": "deleted"}

    def test_is_not_cut_at_its_top(self) -> None:
        assert lacks(newest("4321"), newest("3210")) == {"4": "deleted"}

    def test_that_is_only_shorter_may_have_been_cut_or_loaded_less(self) -> None:
        assert lacks(newest("4321"), newest("43")) == {"2": "absent", "1": "absent"}
        assert lacks(newest("321", dated=False), newest("32", dated=False)) == {"1": "absent"}
        assert lacks(newest("321"), newest("p932")) == {"1": "absent"}
        assert lacks(newest("54321"), newest("532")) == {"4": "deleted", "1": "absent"}

    def test_that_is_shorter_and_whole_lacks_what_was_deleted(self) -> None:
        assert lacks(newest("321"), newest("32", declared_total=2)) == {"1": "deleted"}

    def test_that_is_longer_or_shorter_than_before_tells_nothing_of_its_end(self) -> None:
        assert lacks(newest("321"), newest("5432")) == {"1": "absent"}
        assert lacks(newest("4321"), newest("543")) == {"2": "absent", "1": "absent"}

    def test_tells_it_where_it_says_that_there_is_more(self) -> None:
        assert lacks(newest("321"), newest("5432", pages="1 of 4")) == {"1": "beyond"}
        assert lacks(newest("321"), newest("5432", pages="the feed goes on")) == {"1": "beyond"}
        assert lacks(newest("321"), newest("5432", declared_total=5)) == {"1": "beyond"}

    def test_that_is_of_many_and_shrank_may_have_been_cut_elsewhere(self) -> None:
        assert lacks(newest("321", pages="1 of 4"), newest("32", pages="1 of 4")) == {"1": "absent"}

    def test_that_is_whole_lacks_what_was_deleted(self) -> None:
        assert lacks(newest("321"), newest("432", declared_total=3)) == {"1": "deleted"}
        assert lacks(newest("321"), newest("432", pages="1 of 2; 2 of 2")) == {"1": "deleted"}

    def test_that_goes_on_below_lacks_what_is_younger_than_its_last(self) -> None:
        assert lacks(newest("654"), newest("653", pages="1 of 2")) == {"4": "deleted"}
        assert lacks(newest("653"), newest("654", pages="1 of 2")) == {"3": "beyond"}
        undated = lacks(newest("654", dated=False), newest("653", dated=False, pages="1 of 2"))
        assert undated == {"4": "absent"}

    def test_says_nothing_of_an_end_by_what_is_pinned(self) -> None:
        assert lacks(newest("4321"), newest("p1543")) == {"2": "beyond"}
        assert lacks(newest("p1432"), newest("543")) == {"1": "beyond", "2": "beyond"}
        assert lacks(newest("p3421"), newest("542")) == {"3": "deleted", "1": "beyond"}
        assert lacks(newest("p1432", dated=False), newest("543", dated=False)) == {"1": "absent", "2": "beyond"}

    def test_of_days_is_cut_where_it_stands(self) -> None:
        one, other = (showing(numbers, order="newest-day-first") for numbers in ("34012", "34501"))
        assert lacks(one, other) == {"2": "beyond"}


class TestAPageOfTheOldest:
    def test_may_have_been_cut_at_either_end(self) -> None:
        assert lacks(oldest("123"), oldest("234")) == {"1": "absent"}
        assert lacks(oldest("123", pages="1 of 2"), oldest("12", pages="1 of 2")) == {"3": "absent"}

    def test_is_not_cut_where_it_goes_on(self) -> None:
        assert lacks(oldest("123"), oldest("124")) == {"3": "deleted"}

    def test_lacks_what_was_deleted_among_others(self) -> None:
        assert lacks(oldest("1234"), oldest("1345")) == {"2": "deleted"}

    def test_that_is_only_shorter_may_have_been_cut_at_either_end(self) -> None:
        assert lacks(oldest("123"), oldest("23")) == {"1": "absent"}
        assert lacks(oldest("1234"), oldest("13")) == {"2": "deleted", "4": "absent"}

    def test_without_a_common_entry_lacks_what_is_between_its_times(self) -> None:
        assert lacks(oldest("13"), oldest("24")) == {"1": "absent", "3": "deleted"}

    def test_is_compared_with_one_that_was_turned_round(self) -> None:
        assert lacks(oldest("123"), newest("432")) == {"1": "beyond"}
        assert lacks(newest("321"), oldest("234")) == {"1": "absent"}


@pytest.mark.parametrize("dated", [True, False])
def test_a_page_in_no_order_lacks_what_was_among_others_and_may_end_anywhere(dated: bool) -> None:
    one, other = (showing(numbers, order="manual", dated=dated) for numbers in ("1234", "1350"))
    assert lacks(one, other) == {"2": "deleted", "4": "deleted" if dated else "absent"}


def test_an_empty_capture_of_several_pages_tells_nothing() -> None:
    assert lacks(newest("21"), newest("", pages="1 of 2")) == {"2": "absent", "1": "absent"}
    assert lacks(newest("21"), newest("")) == {"2": "absent", "1": "absent"}
    assert lacks(newest("21"), newest("", declared_total=0)) == {"2": "deleted", "1": "deleted"}


class TestAPartOfABlogByItsAddress:
    """The second page, or the key events alone, lack what other parts show."""

    URL = "https://news.example/live/storm"
    FILES = ("/page-2.html", "/page/2.php", "/page-2.amp.html", "/index.html")

    def met(self, url: str | None, numbers: str, **facts: object) -> LiveBlog:
        blog = newest(numbers, **facts)
        return evolve(blog, capture=evolve(blog.capture, url=url))

    @pytest.mark.parametrize(
        "part", ["?page=2", "?filterKeyEvents=true", "/page/2", "/amp/?x=1&amp=1", "/amp", ".amp.html", *FILES]
    )
    def test_tells_nothing_of_what_another_address_showed(self, part: str) -> None:
        before, after = self.met(self.URL, "654321"), self.met(self.URL + part, "421")
        assert lacks(before, after) == dict.fromkeys("653", "absent")
        assert lacks(self.met("https://[/", "654321"), after) == dict.fromkeys("653", "absent")
        again = self.met(self.URL + part + "#top", "41")
        assert lacks(after, again) == {"2": "deleted"}

    def test_holds_nothing_that_may_be_an_entry_which_it_only_resembles(self) -> None:
        """Short posts of one kind are a little like each other, on whichever page they stand."""

        def posts(url: str, hours: str) -> LiveBlog:
            made = [entry(f"Text {hour} is here.", int(hour), native_id=hour) for hour in hours]
            return evolve(page(*made, order="newest-first"), capture=evolve(newest("").capture, url=url))

        first, second = posts(self.URL, "9876"), posts(f"{self.URL}?page=2", "543")
        assert kinds(match(first, posts(self.URL, "543"))) == ["/ambiguous"]
        assert kinds(match(first, second)) == ["inserted"] * 3 + ["absent"] * 4
        again = posts(f"{self.URL}?page=2", "7643")
        assert [link.kind for link in match(first, again).links if len(link.previous) == len(link.current)] == [
            "same", "same",
        ]  # fmt: skip

    def test_is_no_part_where_only_its_reader_came_from_elsewhere(self) -> None:
        before = self.met(self.URL, "4321")
        for url in (f"{self.URL}?ref=home", "https://", "https://[/", None):
            assert lacks(before, self.met(url, "421")) == {"3": "deleted"}

    def test_is_whole_where_it_says_so(self) -> None:
        assert lacks(self.met(self.URL, "321"), self.met(f"{self.URL}?page=1", "31", declared_total=2)) == {
            "2": "deleted"
        }
