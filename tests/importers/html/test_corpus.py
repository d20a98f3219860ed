"""Real saved pages: counts, ids, times, headlines and texts against facts taken from the files' own structure.

The facts are computed here with lxml and json alone, in ways that the importer does not use.
"""

import html
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.model import Entry, LiveBlog, Media, Moment
from tests.importers.html.reading import codes, of

CORPUS = os.environ.get("LIVEBLOG_ARCHIVE_CORPUS")
pytestmark = pytest.mark.skipif(CORPUS is None, reason="LIVEBLOG_ARCHIVE_CORPUS names no folder of real pages")

COUNTS = {
    "jsonld_corkbeo_level3_2020": 26,
    "jsonld_independent_womens_world_cup_2023": 10,
    "jsonld_guardian_ukraine_2023": 10,
    "microdata_ndtv_ind_sl_2023": 40,
    "html_br24_nahost_ticker_2024": 7,
    "html_guardian_composer_blocks_2013": 3,
    "schemaorg_example_techcrunch_jsonld": 3,
    "schemaorg_example_techcrunch_microdata": 3,
}


def data(name: str) -> bytes:
    return (Path(CORPUS or "") / "html" / f"{name}.html").read_bytes()


def blog(name: str) -> LiveBlog:
    return of(data(name))


def tree(name: str) -> Any:
    return lxml.html.fromstring(data(name).decode("utf-8"))


def updates(name: str) -> list[dict[str, Any]]:
    """Return the updates in a page's JSON-LD, by a regular expression and json alone."""
    for text in re.findall(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", data(name).decode(), re.DOTALL):
        try:
            value = json.loads(text)
        except ValueError:
            continue
        for item in value if isinstance(value, list) else [value]:
            if "liveBlogUpdate" in item:
                return list(item["liveBlogUpdate"])
    raise AssertionError(name)


def bare(text: str) -> str:
    """Return a text's letters and digits."""
    return "".join(re.findall(r"\w+", text))


def seen(entry: Entry) -> str:
    """Return all that an entry says: its headline and every text of its blocks."""
    parts = [entry.headline or ""]
    for block in entry.body:
        shown = [block.caption, block.credit] if isinstance(block, Media) else [block.text]
        parts += [text for text in (*shown, getattr(block, "source", None)) if text]
    return bare(" ".join(parts))


def instant(moment: Moment | None) -> datetime:
    assert moment is not None
    assert isinstance(moment.value, datetime)
    return moment.value.astimezone(UTC)


def clock(moment: Moment | None) -> str:
    assert moment is not None
    assert isinstance(moment.value, datetime)
    return f"{moment.value:%Y-%m-%d %H:%M%z}"


@pytest.mark.parametrize("name", COUNTS)
class TestEveryPage:
    def test_has_the_entries_that_were_counted(self, name: str) -> None:
        assert len(blog(name).entries) == COUNTS[name]

    def test_has_only_published_entries_each_with_a_time(self, name: str) -> None:
        for entry in blog(name).entries:
            assert entry.status == "published"
            assert entry.time is not None
            assert isinstance(entry.time.value, datetime)
            assert entry.time.value.tzinfo is not None

    def test_has_no_tag_entity_or_script_in_any_text(self, name: str) -> None:
        for entry in blog(name).entries:
            for text in [entry.headline or "", *(block.text for block in entry.body)]:
                assert not re.search(r"</?[a-z][^>]*>|&(?:#\d+|[a-z]+);|function\s*\(", text), text


def test_a_template_without_a_live_blog_is_bad_input() -> None:
    with pytest.raises(ImportFailure, match=r"no entry found: looked for schema\.org LiveBlogPosting") as caught:
        blog("amp_by_example_live_blog_template")
    assert "\n" not in str(caught.value)


class TestCorkBeo:
    name = "jsonld_corkbeo_level3_2020"

    def test_ids_are_those_of_the_page_in_its_order(self) -> None:
        shown = [one.get("id") for one in tree(self.name).xpath('//div[contains(@class, "live-event-entry")][@id]')]
        assert [entry.native_id for entry in blog(self.name).entries] == shown

    def test_stated_times_are_those_of_the_data(self) -> None:
        by_id = {one["url"].rpartition("#")[2]: one for one in updates(self.name)}
        for entry in blog(self.name).entries:
            for moment, fact in ((entry.published, "datePublished"), (entry.modified, "dateModified")):
                assert instant(moment) == datetime.fromisoformat(by_id[str(entry.native_id)][fact]).replace(
                    microsecond=0
                )

    def test_printed_times_are_those_of_the_page(self) -> None:
        for entry in blog(self.name).entries:
            shown = tree(self.name).xpath(f'//div[@id="{entry.native_id}"]//time')[0].text_content()
            assert entry.time is not None
            assert entry.time.text == shown
            assert clock(entry.time).endswith(f"{shown}+0100")
            assert entry.time.precision == "minute"

    def test_headlines_and_whole_texts_are_those_of_the_page(self) -> None:
        root = tree(self.name)
        for entry in blog(self.name).entries:
            (content,) = root.xpath(f'//div[@id="{entry.native_id}"]//div[@class="entry-content"]')
            assert entry.headline == " ".join(content.xpath(".//h3")[0].text_content().split())
            assert seen(entry) == bare(content.text_content())

    def test_the_seven_bodies_that_its_data_leaves_empty_are_on_the_page(self) -> None:
        empty = {one["url"].rpartition("#")[2] for one in updates(self.name) if not one["articleBody"]}
        assert len(empty) == 7
        filled = [entry for entry in blog(self.name).entries if entry.native_id in empty and entry.body]
        assert len(filled) == 7

    def test_the_reporter_whom_the_data_does_not_know_is_named(self) -> None:
        root = tree(self.name)
        for entry in blog(self.name).entries:
            shown = [mark.text_content() for mark in root.xpath(f'//div[@id="{entry.native_id}"]//mark')]
            assert [agent.name for agent in entry.authors] == shown
        assert "page-level-author" in codes(blog(self.name))


class TestGuardian:
    name = "jsonld_guardian_ukraine_2023"

    def test_ids_are_those_of_its_data(self) -> None:
        assert [entry.native_id for entry in blog(self.name).entries] == [one["@id"] for one in updates(self.name)]

    def test_the_one_date_and_headline_of_the_data_stay_on_the_blog(self) -> None:
        (headline,) = {one["headline"] for one in updates(self.name)}
        found = blog(self.name)
        assert found.title == html.unescape(headline)
        assert headline not in [entry.headline for entry in found.entries]
        assert codes(found).count("page-level-headline") == 1

    def test_times_are_those_of_each_block_and_of_the_printed_clock(self) -> None:
        root = tree(self.name)
        for entry in blog(self.name).entries:
            header = root.xpath(f'//article[@id="block-{entry.native_id}"]/header')[0]
            stated = datetime.fromisoformat(header.xpath(".//time/@datetime")[0])
            printed = re.search(r"(\d\d)\.(\d\d)\sBST", header.text_content())
            assert printed is not None
            assert instant(entry.published) == stated
            assert entry.time is not None
            assert entry.time.text.split() == printed[0].split()
            assert entry.time.value == datetime(2023, 5, 15, int(printed[1]), int(printed[2]),
                                                tzinfo=timezone(timedelta(hours=1)))  # fmt: skip

    def test_changes_are_those_of_each_footer(self) -> None:
        root = tree(self.name)
        for entry in blog(self.name).entries:
            footer = root.xpath(f'//article[@id="block-{entry.native_id}"]/footer//time/@datetime')
            assert ([instant(entry.modified)] if entry.modified else []) == [
                datetime.fromisoformat(t) for t in footer
            ]

    def test_the_whole_text_of_the_data_is_in_each_body(self) -> None:
        # The data says the same without paragraphs, and leaves out what is embedded.
        for entry, one in zip(blog(self.name).entries, updates(self.name), strict=True):
            paragraphs = tree(self.name).xpath(f'//article[@id="block-{entry.native_id}"]/p')
            assert paragraphs
            for paragraph in paragraphs:
                assert bare(paragraph.text_content()) in seen(entry)
            assert bare(html.unescape(one["articleBody"]))[:60] in seen(entry)

    def test_headlines_are_those_of_each_header(self) -> None:
        for entry in blog(self.name).entries:
            shown = tree(self.name).xpath(f'//article[@id="block-{entry.native_id}"]/header/h2')
            assert entry.headline == (" ".join(shown[0].text_content().split()) if shown else None)

    def test_key_events_and_the_pinned_post_are_marked(self) -> None:
        links = tree(self.name).xpath('//*[@id="key-events-carousel"]//a/@href')
        keys = {link.rpartition("block-")[2] for link in links}
        first = tree(self.name).xpath("//article[not(@id)]//a/@href")[0].rpartition("block-")[2]
        found = blog(self.name).entries
        assert {entry.native_id for entry in found if entry.key_event} == keys & {entry.native_id for entry in found}
        assert [entry.native_id for entry in found if entry.pinned] == [first]


class TestIndependent:
    name = "jsonld_independent_womens_world_cup_2023"

    def test_ids_of_data_and_page_are_one(self) -> None:
        assert [entry.native_id for entry in blog(self.name).entries] == [
            one["url"].rpartition("liveblogPost")[2] for one in updates(self.name)
        ]

    def test_times_are_what_readers_saw_and_the_data_is_kept_beside_them(self) -> None:
        root = tree(self.name)
        for entry, one in zip(blog(self.name).entries, updates(self.name), strict=True):
            (item,) = root.xpath(f'//*[@id="post-{entry.native_id}"]')
            (ago,) = item.xpath(".//amp-timeago/@datetime")
            printed = re.search(r"\d+ August 2023 \d\d:\d\d", item.text_content())
            assert printed is not None
            assert entry.time is not None
            assert entry.time.text == printed[0]
            assert instant(entry.time) == datetime.fromisoformat(ago).replace(second=0)
            assert instant(entry.published) == datetime.fromisoformat(one["datePublished"])
        assert blog(self.name).order == "newest-first"
        assert "published-conflict" in codes(blog(self.name))

    def test_texts_hold_all_that_the_data_says(self) -> None:
        for entry, one in zip(blog(self.name).entries, updates(self.name), strict=True):
            assert entry.headline == one["headline"].strip()
            assert [agent.name for agent in entry.authors] == [one["author"]["name"]]
            for paragraph in tree(self.name).xpath(f'//*[@id="post-{entry.native_id}"]//p'):
                assert bare(paragraph.text_content()) in seen(entry)


class TestNdtv:
    name = "microdata_ndtv_ind_sl_2023"

    def facts(self, prop: str) -> list[str]:
        return [
            one.xpath(f'./meta[@itemprop="{prop}"]/@content')[0]
            for one in tree(self.name).xpath('//*[@itemprop="liveBlogUpdate"]')
        ]

    def test_ids_headlines_and_times_are_those_of_its_properties(self) -> None:
        found = blog(self.name).entries
        assert [entry.native_id for entry in found] == [url.rpartition("#")[2] for url in self.facts("url")]
        assert [entry.headline for entry in found] == self.facts("headline")
        assert [instant(entry.published) for entry in found] == [
            datetime.fromisoformat(said).astimezone(UTC) for said in self.facts("datePublished")
        ]

    def test_printed_times_are_those_of_the_page(self) -> None:
        printed = [one.text_content() for one in tree(self.name).xpath('//*[@class="liv-blg_dte"]')]
        found = [entry.time for entry in blog(self.name).entries]
        assert [time.text for time in found if time] == printed
        assert [clock(time)[11:] for time in found] == [f"{said[:5]}+0530" for said in printed]

    def test_texts_are_those_of_the_page(self) -> None:
        for entry, shown in zip(
            blog(self.name).entries, tree(self.name).xpath('//*[@class="liv-blg_txt"]'), strict=True
        ):
            assert seen(entry) == bare(shown.text_content())

    def test_the_forty_that_may_be_missing_are_no_more_than_noted(self) -> None:
        found = blog(self.name)
        assert found.declared_total is None
        assert {"json-ld-broken", "numbered-from"} <= {*codes(found)}


class TestBr24:
    name = "html_br24_nahost_ticker_2024"

    def test_entries_are_its_labelled_headings(self) -> None:
        shown = [
            heading.text_content().partition(" Uhr: ")
            for heading in tree(self.name).xpath('//*[@id="articlebody"]//h2')
            if " Uhr: " in heading.text_content()
        ]
        found = blog(self.name).entries
        assert [entry.headline for entry in found] == [headline for _, _, headline in shown]
        assert [clock(entry.time) for entry in found] == [
            f"2024-08-27 {label.replace('.', ':')}+0200" for label, _, _ in shown
        ]

    def test_texts_are_the_paragraphs_below_each_heading(self) -> None:
        for entry in blog(self.name).entries:
            (heading,) = [one for one in tree(self.name).iter("h2") if (entry.headline or "?") in one.text_content()
                          and " Uhr: " in one.text_content()]  # fmt: skip
            below = []
            for part in heading.itersiblings():
                if part.tag == "h2":
                    break
                below.append(part.text_content())
            assert bare(" ".join(block.text for block in entry.body)) == bare(" ".join(below))

    def test_the_zone_comes_from_the_caller_where_it_is_given(self) -> None:
        told = of(data(self.name), timezone="Europe/Berlin")
        assert told.timezone == "Europe/Berlin"
        assert "zone-inferred" not in codes(told)
        assert blog(self.name).timezone == "Etc/GMT-2"


class TestComposer:
    name = "html_guardian_composer_blocks_2013"

    def test_ids_times_and_headlines(self) -> None:
        found = blog(self.name).entries
        blocks = tree(self.name).xpath('//div[starts-with(@id, "block-")]')
        assert [entry.native_id for entry in found] == [block.get("id")[6:] for block in blocks]
        assert [clock(entry.time) for entry in found] == [
            "2013-09-18 15:27+0100", "2013-09-19 09:02+0100", "2013-09-19 09:17+0100",
        ]  # fmt: skip
        assert [entry.headline for entry in found] == [
            next(iter(block.xpath("./h2/text()")), None) for block in blocks
        ]

    def test_the_hour_between_print_and_data_is_noted_and_both_are_kept(self) -> None:
        found = blog(self.name)
        assert instant(found.entries[1].time) == datetime(2013, 9, 19, 8, 2, tzinfo=UTC)
        assert instant(found.entries[1].published) == datetime(2013, 9, 19, 9, 2, 34, tzinfo=UTC)
        assert codes(found).count("zone-conflict") == 1

    def test_pictures_and_films_are_kept_with_what_is_said_of_them(self) -> None:
        _, picture, film = blog(self.name).entries
        (image,) = tree(self.name).iter("img")
        assert [getattr(block, "alt", None) for block in picture.body] == [image.get("alt")]
        assert [getattr(block, "provider", None) for block in film.body][-1] == "youtube"
        assert film.key_event
        assert not picture.key_event


@pytest.mark.parametrize("name", ["schemaorg_example_techcrunch_jsonld", "schemaorg_example_techcrunch_microdata"])
class TestTheVocabularysOwnExample:
    def test_headlines_and_times(self, name: str) -> None:
        text = data(name).decode()
        found = blog(name)
        pattern = r'"headline":"([^"]+)"' if name.endswith("jsonld") else r"<h2[^>]*>([^<]+)<"
        headlines = [said for said in re.findall(pattern, text) if "Live Blog" not in said]
        assert [entry.headline for entry in found.entries] == headlines
        stamps = re.findall(r'datePublished"(?:: ?| content=|:)"([^"]+)"', text)
        assert [instant(entry.published) for entry in found.entries] == [
            datetime.fromisoformat(stamp).astimezone(UTC) for stamp in stamps
        ]

    def test_what_is_only_shown_is_kept(self, name: str) -> None:
        kinds: Callable[[Entry], list[str]] = lambda entry: [type(block).__name__ for block in entry.body]  # noqa: E731
        by_time = sorted(blog(name).entries, key=lambda entry: instant(entry.published))
        assert [kinds(entry)[-1] for entry in by_time] == ["Paragraph", "Media", "Media"]

    def test_coverage_is_what_the_source_states(self, name: str) -> None:
        found = blog(name)
        assert instant(found.coverage_start) == datetime(2015, 3, 9, 18, 30, tzinfo=UTC)
        assert instant(found.coverage_end) == datetime(2015, 3, 9, 23, 0, tzinfo=UTC)
