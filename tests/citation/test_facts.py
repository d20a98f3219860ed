"""What a citation says, whatever the style."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from attrs import evolve

from liveblog_archive.citation import Citer
from liveblog_archive.citation.facts import BlogFacts, CitationFacts
from liveblog_archive.model import Agent, Embed, Entry, LiveBlog, Media, Moment, Paragraph
from liveblog_archive.zones import zone
from tests.citation.cases import BARE, BLOG, BLOG_ID, ENTRY, LINKED, LOCAL, WEB, minute

PUBLISHED = Moment(
    value=datetime(2021, 11, 17, 0, 5, tzinfo=zone("Asia/Yerevan")), precision="minute", offset_source="stated"
)


def facts(blog: LiveBlog = BLOG, entry: Entry | None = ENTRY) -> CitationFacts:
    return BlogFacts(blog).cite(entry)


def test_an_entrys_authors_come_before_the_blogs() -> None:
    assert [name.literal for name in facts().source.authors] == ["Alice B. Reporter"]
    named = facts(entry=evolve(ENTRY, authors=[Agent(name="Carol Smith")]))
    assert [name.literal for name in named.source.authors] == ["Carol Smith"]


def test_the_publisher_leads_only_where_nobody_is_named_and_then_is_not_repeated() -> None:
    assert (facts().source.creators[0].literal, facts().source.imprint) == ("Alice B. Reporter", "Example News")
    unsigned = facts(evolve(BLOG, authors=[]))
    assert ([name.literal for name in unsigned.source.creators], unsigned.source.imprint) == (["Example News"], None)
    assert unsigned.source.authors == ()
    assert facts(BARE).source.creators == ()


def test_an_author_who_is_called_as_the_publisher_is_the_publisher() -> None:
    found = facts(entry=evolve(ENTRY, authors=[Agent(name="Example News", kind="person")]))
    assert ([name.inverted for name in found.source.authors], found.source.imprint) == (["Example News"], None)


@pytest.mark.parametrize(
    ("blog", "entry", "url"),
    [
        (WEB, WEB.entries[0], "https://news.example/live/storm#43xsc59pt1p9"),
        (WEB, LINKED, "https://news.example/storm#post-7"),
        (WEB, None, "https://news.example/live/storm"),
        (
            evolve(BLOG, id="HTTP://news.example/x"),
            evolve(ENTRY, id="HTTP://news.example/x#1", url=None),
            "HTTP://news.example/x#1",
        ),
        (BLOG, ENTRY, "https://news.example/storm#post-7"),
        (BLOG, evolve(ENTRY, url=None), "https://news.example/storm"),
        (BLOG, None, "https://news.example/storm"),
        (BARE, evolve(ENTRY, url=None), None),
        (BARE, None, None),
        (WEB, evolve(ENTRY, url=None), "https://news.example/storm"),
    ],
)
def test_an_entrys_own_address_comes_first_then_a_name_on_the_web_then_the_address_of_the_blog(
    blog: LiveBlog, entry: Entry | None, url: str | None
) -> None:
    found = facts(blog, entry)
    assert found.url == url
    assert found.locators == ((found.id,) if url in (None, found.id) else (found.id, url))


def test_an_untitled_entry_is_named_by_the_first_words_that_it_has() -> None:
    body = [Media(kind="image"), Paragraph(" \n"), Embed(provider="x", text="  Seen   here "), Paragraph("Later.")]
    found = facts(entry=evolve(ENTRY, headline=None, body=body))
    assert (found.title, found.untitled, found.shown_title) == ("Seen here", True, "“Seen here”")


def test_a_headline_is_shown_as_it_is() -> None:
    assert (facts().untitled, facts().shown_title) == (False, "Police close Main Street")


def test_the_time_that_readers_saw_comes_before_what_the_data_states() -> None:
    both = facts(entry=evolve(ENTRY, published=PUBLISHED))
    assert (both.day, both.clock) == (date(2021, 11, 16), "5:50 p.m. UTC+4")


@pytest.mark.parametrize("seen", [None, Moment(text="just now")])
def test_what_the_data_states_dates_an_entry_whose_readers_saw_no_day(seen: Moment | None) -> None:
    found = facts(entry=evolve(ENTRY, time=seen, published=PUBLISHED))
    assert (found.day, found.clock) == (date(2021, 11, 17), "12:05 a.m. UTC+4")


def test_the_day_that_readers_saw_is_not_completed_from_the_data() -> None:
    found = facts(entry=evolve(ENTRY, time=None, day=date(2021, 11, 16), published=PUBLISHED))
    assert (found.day, found.clock) == (date(2021, 11, 16), None)


def test_a_published_text_without_a_value_dates_nothing() -> None:
    found = facts(entry=evolve(ENTRY, time=None, published=Moment(text="yesterday")))
    assert (found.day, found.clock) == (None, None)


@pytest.mark.parametrize(
    ("hour", "at", "clock"),
    [
        (0, 0, "12:00 a.m."),
        (0, 5, "12:05 a.m."),
        (11, 59, "11:59 a.m."),
        (12, 0, "12:00 p.m."),
        (13, 1, "1:01 p.m."),
        (23, 59, "11:59 p.m."),
    ],
)
def test_the_clock_has_twelve_hours(hour: int, at: int, clock: str) -> None:
    assert facts(entry=evolve(ENTRY, time=minute("Asia/Yerevan", hour, at))).clock == f"{clock} UTC+4"


@pytest.mark.parametrize(
    ("second", "printed", "clock"),
    [
        (0, "", "12:10 p.m. UTC"),
        (30, "", "12:10:30 p.m. UTC"),
        (0, "12:10:00", "12:10:00 p.m. UTC"),
        (30, "12:10:30", "12:10:30 p.m. UTC"),
        (0, "2 hours ago", "12:10 p.m. UTC"),
    ],
)
def test_seconds_that_data_only_fills_with_zeros_are_not_told(second: int, printed: str, clock: str) -> None:
    value = datetime(2021, 11, 16, 12, 10, second, tzinfo=UTC)
    stated = Moment(text=printed, value=value, precision="second", offset_source="stated")
    assert facts(entry=evolve(ENTRY, time=stated)).clock == clock


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("Asia/Yerevan", "UTC+4"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("America/Sao_Paulo", "UTC−3"),
        ("Pacific/Marquesas", "UTC−9:30"),
        ("America/St_Johns", "NST"),
        ("Europe/London", "GMT"),
        ("Etc/UTC", "UTC"),
        ("Etc/GMT+5", "UTC−5"),
        ("Antarctica/Troll", "UTC"),
        ("Pacific/Kiritimati", "UTC+14"),
    ],
)
def test_a_zone_is_its_abbreviation_or_else_its_offset(key: str, shown: str) -> None:
    clock = facts(evolve(BLOG, timezone=key), evolve(ENTRY, time=minute(key, 9))).clock
    assert clock == f"9:00 a.m. {shown}"


def test_only_the_blogs_own_zone_has_a_name_and_only_where_it_has_the_offset() -> None:
    berlin, london = (evolve(BLOG, timezone=f"Europe/{city}") for city in ("Berlin", "London"))
    entry = evolve(ENTRY, time=minute("Europe/Berlin", 9))
    assert [facts(each, entry).clock for each in (berlin, london, BLOG)] == [
        "9:00 a.m. CET", "9:00 a.m. UTC+1", "9:00 a.m. UTC+1",
    ]  # fmt: skip
    read_back = evolve(entry.time, value=entry.time.value.replace(tzinfo=timezone(timedelta(hours=1))))
    assert facts(berlin, evolve(entry, time=read_back)).clock == "9:00 a.m. CET"


def test_a_blog_began_on_the_day_that_it_states_or_that_an_entry_has_before() -> None:
    early, late = (minute("Asia/Yerevan", 9, day=date(2021, 11, day)) for day in (15, 17))
    assert facts(evolve(BLOG, coverage_start=early), None).day == date(2021, 11, 15)
    assert facts(evolve(BLOG, coverage_start=late), None).day == date(2021, 11, 16)
    assert facts(evolve(BLOG, coverage_start=late, entries=[]), None).day == date(2021, 11, 17)
    assert facts(BLOG, None).day == date(2021, 11, 16)
    assert facts(BARE, None).day is None


def test_a_blog_captured_in_part_has_no_first_day_but_the_one_that_it_states() -> None:
    part = evolve(BLOG, declared_total=2)
    assert facts(part, None).day is None
    assert facts(evolve(part, coverage_start=minute("Asia/Yerevan", 9)), None).day == date(2021, 11, 16)
    assert facts(part, None).caveat == "1 of 2 entries captured"
    assert facts(part).caveat is None


def test_a_key_is_letters_and_digits_and_changes_with_the_paragraph_but_not_with_an_edit() -> None:
    assert facts().key == "lb43xsc59pt1p9"
    assert BlogFacts(BLOG).cite(ENTRY, 2).key == "lb43xsc59pt1p9p2"
    assert facts(entry=evolve(ENTRY, headline="Edited")).key == "lb43xsc59pt1p9"


@pytest.mark.parametrize("name", [BLOG_ID, "urn:x#", "urn:x#a b", "urn:x#é", "urn:x#}%"])
def test_an_id_of_another_form_gets_a_key_from_its_digest(name: str) -> None:
    keys = {facts(entry=evolve(ENTRY, id=text)).key for text in (name, name + "!")}
    assert len(keys) == 2
    assert all(len(key) == 14 and key.isascii() and key.isalnum() for key in keys)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/live", "ftp://x.example/"]
)
def test_an_address_that_nothing_may_lead_to_is_none(url: str) -> None:
    assert facts(BARE, evolve(ENTRY, url=url)).url is None
    assert facts(evolve(BLOG, url=url), evolve(ENTRY, url=None)).url is None
    assert facts(BLOG, evolve(ENTRY, url=url)).url == BLOG.url
    assert facts(WEB, evolve(ENTRY, url=url, id=f"{WEB.id}#{LOCAL[1:]}")).url == f"{WEB.id}#{LOCAL[1:]}"
    record = evolve(BARE, entries=[evolve(ENTRY, url=url)])
    for style in ("ris", "bibtex", "csl-json", "apa", "chicago", "mla"):
        assert url not in Citer(record).render(record.entries[0], style)


def test_every_text_is_one_line_without_control_characters() -> None:
    bad = "a\x00 \n b"
    found = facts(
        evolve(
            BLOG, title=bad, url=f"https://news.example/{bad}", publisher=Agent(name=bad), authors=[Agent(name=bad)]
        ),
        evolve(ENTRY, headline=bad, id=f"{BLOG_ID}{LOCAL}\n", url=None),
    )
    source = found.source
    assert {found.title, source.container, source.imprint or source.authors[0].literal} == {"a[U+0000] b"}
    assert found.url == "https://news.example/a%00%20%0A%20b"
    assert found.id == BLOG_ID + LOCAL
