"""Pages that move while a crawler comes by: one blog before and after, where a record states it."""

from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive import cli
from liveblog_archive.importers import Captured, Options, warc
from liveblog_archive.importers.warc.moves import Move, Shown, lasting
from liveblog_archive.sources import captures
from tests.importers.crawls import Crawl, at
from tests.importers.platforms import notes
from tests.importers.test_warc_captures import EDITED, NAME, POSTS, page

OLD, NEW, NEWEST = (f"https://news.example/live/{slug}" for slug in ("storm", "storm-ends", "calm"))
BEFORE, AFTER = page(POSTS, "12 13", OLD), page(EDITED, "12 13 14", NEW)
TOLD = f"{OLD} moved to {NEW}, as its server answered at {at(20)} (301)"


def moved(status: str = "301 Moved Permanently", target: str = NEW) -> Crawl:
    """Return a crawl in which a page is met, then the answer that it is elsewhere, then the page that is there."""
    crawl = Crawl()
    crawl.visit(OLD, at(10), BEFORE)
    crawl.redirect(OLD, at(20), target, status)
    crawl.visit(NEW, at(20), AFTER)
    return crawl


def found(crawl: Crawl) -> list[list[Captured]]:
    return [list(one) for one in captures(crawl.data, Options(where="crawl.warc")).blogs]


def addresses(crawl: Crawl) -> list[list[str | None]]:
    """Return the addresses of the captures of each blog."""
    return [[one.blog.url for one in blog] for blog in found(crawl)]


def told(crawl: Crawl) -> list[str]:
    return [note.text for note in captures(crawl.data, Options()).notes if note.code == "page-moved"]


class TestAPageThatMovedForGood:
    @pytest.mark.parametrize("target", [NEW, "/live/storm-ends", "//news.example/live/storm-ends?utm_source=x"])
    def test_is_one_blog_under_its_first_id_and_a_note_tells_it(self, target: str) -> None:
        ((first, second),) = found(moved(target=target))
        assert (first.blog.id, second.blog.id) == (NAME, NAME)
        assert (first.source, second.source) == (BEFORE, AFTER)
        assert (first.blog.url, second.blog.url) == (OLD, NEW)
        assert notes(first.blog, "page-moved") == []
        (text,) = notes(second.blog, "page-moved")
        assert text.startswith(f"{OLD} moved to https://news.example/live/storm-ends")

    @pytest.mark.parametrize("status", ["301 Moved", "308 Permanent Redirect"])
    def test_is_told_by_the_answer_of_its_server(self, status: str) -> None:
        assert addresses(moved(status)) == [[OLD, NEW]]

    @pytest.mark.parametrize("status", ["302 Found", "303 See Other", "307 Temporary Redirect", "200 OK"])
    def test_is_not_told_by_an_answer_for_the_time_being(self, status: str) -> None:
        assert addresses(moved(status)) == [[OLD], [NEW]]

    @pytest.mark.parametrize("target", ["", "http://[", OLD, "https://news.example/live"])
    def test_is_not_told_by_an_answer_that_leads_nowhere_or_elsewhere(self, target: str) -> None:
        assert addresses(moved(target=target)) == [[OLD], [NEW]]

    def test_is_not_supposed_where_no_record_states_it(self) -> None:
        crawl = Crawl()
        crawl.visit(OLD, at(10), BEFORE)
        crawl.visit(NEW, at(20), AFTER)
        assert addresses(crawl) == [[OLD], [NEW]]

    def test_is_told_by_the_page_that_is_met_at_its_old_address(self) -> None:
        crawl = Crawl()
        crawl.visit(OLD, at(10), BEFORE)
        crawl.visit(OLD, at(20), AFTER)
        ((_, second),) = found(crawl)
        assert notes(second.blog, "page-moved") == [
            f"{OLD} moved to {NEW}, as the page says that was met there at {at(20)}"
        ]

    def test_may_be_told_again_and_again(self) -> None:
        crawl = moved()
        crawl.redirect(OLD, at(30), NEW)
        crawl.visit(NEW, at(30), page(EDITED, "12 13 14 15", NEW))
        assert addresses(crawl) == [[OLD, NEW, NEW]]

    @pytest.mark.parametrize("straight", [False, True])
    def test_may_move_twice(self, straight: bool) -> None:
        crawl = moved()
        crawl.redirect(NEW, at(30), NEWEST)
        if straight:
            crawl.redirect(OLD, at(30), NEWEST)
        crawl.visit(NEWEST, at(30), page(EDITED, "12 13 14 15", NEWEST))
        assert addresses(crawl) == [[OLD, NEW, NEWEST]]

    def test_may_lead_by_way_of_another_address(self) -> None:
        crawl = Crawl()
        crawl.visit(OLD, at(10), BEFORE)
        crawl.redirect(OLD, at(20), "https://news.example/id/7")
        crawl.redirect("https://news.example/id/7", at(20), NEW)
        crawl.redirect(NEW, at(20), OLD, "302 Found")
        crawl.visit(NEW, at(20), AFTER)
        assert addresses(crawl) == [[OLD, NEW]]

    def test_has_one_id_in_a_record_of_all_captures_too(self) -> None:
        blog = lba.parse(moved().data, where="crawl.warc")
        assert (blog.id, blog.url) == (NAME, NEW)
        assert notes(blog, "page-moved") == [TOLD]
        assert len(notes(blog, "blog-id-derived")) == 1
        assert all(entry.id.startswith(f"{NAME}#") for entry in blog.entries)
        assert [entry.text for entry in blog.entries] == [EDITED[14], EDITED[13], EDITED[12]]

    def test_keeps_an_id_that_is_given_and_is_found_at_either_address(self) -> None:
        for url in (OLD, NEW):
            blog = lba.parse(moved().data, where="crawl.warc", url=url, id="tag:news.example,2026:x")
            assert (blog.id, len(blog.entries)) == ("tag:news.example,2026:x", 3)

    def test_is_one_document_of_a_batch_at_its_last_address(self, tmp_path: Path) -> None:
        path = tmp_path / "crawl.warc"
        path.write_bytes(moved().data)
        with path.open("rb") as file:
            merged, _ = warc.blogs(file, Options())
        assert [(address, blog.id) for address, blog in merged.items()] == [("news.example/live/storm-ends", NAME)]

    def test_is_one_object_of_an_archive(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("crawl.warc.gz").write_bytes(moved().data)
        assert cli.run(["archive", "add", "kept", "crawl.warc.gz"]) == 0
        assert capsys.readouterr().out == (
            f"{NAME} v1: first, 2 entries\n{NAME} v2: revision, 3 entries: 1 same, 1 edited, 1 inserted\n"
        )


class TestAMoveThatOtherPagesContradict:
    def test_as_the_old_address_shows_its_page_again(self) -> None:
        crawl = moved()
        crawl.visit(OLD, at(30), page(POSTS, "12 13 14", OLD))
        assert addresses(crawl) == [[OLD, OLD], [NEW]]
        assert told(crawl) == [f"{TOLD}; other pages contradict it, and it is read as several blogs"]

    def test_as_the_new_address_showed_a_page_before(self) -> None:
        crawl = Crawl()
        crawl.visit(NEW, at(5), AFTER)
        crawl.visit(OLD, at(10), BEFORE)
        crawl.redirect(OLD, at(20), NEW)
        crawl.visit(NEW, at(20), AFTER)
        assert addresses(crawl) == [[NEW, NEW], [OLD]]
        assert len(told(crawl)) == 1

    def test_as_it_was_told_before_the_page_was_met(self) -> None:
        crawl = Crawl()
        crawl.redirect(OLD, at(5), NEW)
        crawl.visit(OLD, at(10), BEFORE)
        crawl.visit(NEW, at(20), AFTER)
        assert addresses(crawl) == [[OLD], [NEW]]

    def test_as_several_end_at_the_page_of_what_is_live(self) -> None:
        crawl = moved()
        crawl.visit(NEWEST, at(12), page(POSTS, "13 14", NEWEST))
        crawl.redirect(NEWEST, at(19), NEW)
        assert addresses(crawl) == [[OLD], [NEWEST], [NEW]]
        assert len(told(crawl)) == 2

    def test_as_it_leads_to_several(self) -> None:
        crawl = moved()
        crawl.redirect(OLD, at(30), NEWEST)
        crawl.visit(NEWEST, at(30), page(EDITED, "12 13 14", NEWEST))
        assert addresses(crawl) == [[OLD], [NEW], [NEWEST]]
        assert len(told(crawl)) == 2


def test_an_address_that_shows_one_blog_after_the_other_makes_them_no_one() -> None:
    crawl = Crawl()
    crawl.visit("https://news.example/live", at(10), BEFORE)
    crawl.visit("https://news.example/live", at(20), AFTER)
    assert addresses(crawl) == [[OLD], [NEW]]


def test_moves_in_a_circle_end() -> None:
    moves = [Move("a", "b", "2", ""), Move("b", "c", "2", ""), Move("c", "b", "3", "")]
    assert lasting({"a": Shown("1", "1")}, moves) == ({}, [])


def test_a_page_of_no_known_time_has_not_moved() -> None:
    move = Move("a", "b", "2", "")
    assert lasting({"a": Shown("", ""), "b": Shown("", "")}, [move]) == ({}, [move])
