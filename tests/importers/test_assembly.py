"""What all importers of platform files do alike."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from attrs import evolve

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers import Options, assembly
from liveblog_archive.importers.json_source import Node
from liveblog_archive.model import Agent, Embed, Entry, LiveBlog, Moment, Note, Paragraph
from liveblog_archive.model.order import Order
from liveblog_archive.version import __version__

START = datetime(2026, 3, 3, 14, 5, tzinfo=UTC)


def stated(minutes: int) -> Moment:
    return Moment(value=START + timedelta(minutes=minutes), precision="second", offset_source="stated")


def entries(*minutes: int) -> list[Entry]:
    return [Entry(published=stated(minute), native_id=str(minute)) for minute in minutes]


@pytest.mark.parametrize(
    ("minutes", "usual", "order", "said"),
    [
        ([1, 2, 3], None, "oldest-first", "oldest-first, by 2 steps in time against 0"),
        ([2, 1], None, "newest-first", "newest-first, by 1 step in time against 0"),
        ([3, 2, 2, 1], None, "newest-first", "newest-first, by 2 steps in time against 0"),
        ([9, 6, 5, 4, 7, 3], None, "newest-first", "newest-first, by 4 steps in time against 1"),
        ([9, 1, 8, 2], "newest-first", "manual", "steps in time: 1 forward, 2 back; taken as it stands"),
        ([1, 1], "newest-first", "newest-first", "newest-first, as the platform lists; the times do not tell"),
        ([1], None, "manual", "steps in time: 0 forward, 0 back; taken as it stands"),
    ],
)
def test_the_direction_is_that_of_the_times(minutes: list[int], usual: Order | None, order: Order, said: str) -> None:
    notes: list[Note] = []
    assert assembly.direction(entries(*minutes), usual, notes) == order
    assert [note.text for note in notes] == [said]


def test_times_without_an_instant_do_not_count() -> None:
    untimed = [Entry(), Entry(time=Moment(text="noon")), Entry(published=Moment(value=START.date(), precision="day"))]
    assert assembly.direction([*entries(2), *untimed, *entries(1)], None, []) == "newest-first"


def test_pinned_entries_tell_nothing_of_the_direction() -> None:
    (pin,) = entries(1)
    notes: list[Note] = []
    assert assembly.direction([evolve(pin, pinned=True), *entries(9, 8, 7)], None, notes) == "newest-first"
    assert [note.text for note in notes] == ["newest-first, by 2 steps in time against 0"]
    assert assembly.direction([pin, *entries(9, 8, 7)], None, []) == "manual"


def naive(minutes: int) -> Moment:
    return Moment(value=(START + timedelta(minutes=minutes)).replace(tzinfo=None), precision="second")


@pytest.mark.parametrize(
    ("moments", "order", "said"),
    [
        ([naive(3), naive(2), naive(1)], "newest-first", "newest-first, by 2 steps in time against 0"),
        ([naive(1), stated(3), naive(2), stated(2)], "newest-first", "newest-first, by 1 step in time against 0"),
        ([naive(1), stated(2)], "manual", "steps in time: 0 forward, 0 back; taken as it stands"),
    ],
)
def test_times_without_an_offset_tell_an_order_where_no_others_do(
    moments: list[Moment], order: Order, said: str
) -> None:
    notes: list[Note] = []
    assert assembly.direction([Entry(published=moment) for moment in moments], None, notes) == order
    assert [note.text for note in notes] == [said]


def test_what_a_reader_saw_counts_where_nothing_else_is_stated() -> None:
    seen = [Entry(time=stated(1)), Entry(time=stated(2))]
    assert assembly.direction(seen, None, []) == "oldest-first"


DATA = b"the file"


def finish(blog: LiveBlog, notes: list[Note] | None = None, **told: str) -> LiveBlog:
    options = Options(**told)  # type: ignore[arg-type] # every option here is a text
    return assembly.finish(DATA, options, blog, notes if notes is not None else [], "test", wanted="rows")


def test_the_capture_says_what_was_read_by_whom() -> None:
    capture = finish(LiveBlog(entries=entries(1, 2)), [Note(code="a", text="b")]).capture
    assert capture is not None
    assert (capture.sha256, capture.length) == (hashlib.sha256(DATA).hexdigest(), len(DATA))
    assert (capture.media_type, capture.importer) == ("application/json", f"liveblog-archive test {__version__}")
    assert [note.code for note in capture.notes] == ["a", "order-inferred"]


def test_what_the_caller_tells_counts_and_is_no_note() -> None:
    blog = LiveBlog(title="Found", url="https://found.example", language="de", timezone="UTC", entries=entries(1, 2))
    told = finish(
        blog,
        title="Told",
        url="https://told.example",
        language="en",
        timezone="Europe/Istanbul",
        id="tag:news.example,2026-03-03:storm",
        order="manual",
    )
    assert (told.title, told.url, told.language, told.timezone, told.id, told.order) == (
        "Told", "https://told.example", "en", "Europe/Istanbul", "tag:news.example,2026-03-03:storm", "manual",
    )  # fmt: skip
    assert told.capture is not None
    assert told.capture.notes == ()
    kept = finish(blog)
    assert (kept.title, kept.url, kept.language, kept.timezone) == ("Found", "https://found.example", "de", "UTC")


def test_nothing_found_says_what_was_looked_for() -> None:
    with pytest.raises(ImportFailure) as caught:
        finish(LiveBlog(), where="a.json")
    assert str(caught.value) == "a.json: no entry found: looked for rows; check that this is a live blog"


def test_a_change_before_the_publication_is_noted() -> None:
    notes: list[Note] = []
    finish(LiveBlog(entries=[Entry(published=stated(1), modified=stated(0), headline="Aground")]), notes)
    assert notes[0] == Note(code="time-conflict", text="Aground: modified 14:05:00 UTC, before it was published")


def test_coverage_that_starts_with_the_first_entry_is_no_conflict() -> None:
    notes: list[Note] = []
    finish(LiveBlog(coverage_start=stated(1), entries=entries(1, 2)), notes)
    assert [note.code for note in notes] == ["order-inferred"]
    finish(LiveBlog(coverage_start=stated(2), entries=[Entry()]), notes)
    assert [note.code for note in notes] == ["order-inferred", "order-unknown"]


def test_what_the_model_refuses_is_a_note() -> None:
    notes: list[Note] = []
    nodes = [Node({"n": "one"}, notes, "/0"), Node({}, notes, "/1"), Node({"n": "two"}, notes, "/2")]
    found = assembly.each(nodes, lambda node: Agent(name=node.text("n") or ""))
    assert [agent.name for agent in found] == ["one", "two"]
    assert notes == [
        Note(code="unreadable-entry", text="/1: Agent.name: empty text; give text, or leave the field out")
    ]


def test_a_link_that_no_block_keeps_is_noted_unless_a_block_leads_there() -> None:
    notes: list[Note] = []
    post = (
        '<blockquote class="twitter-tweet"><p>Stay away.</p>&mdash; Harbour '
        '<a href="https://twitter.com/harbour/status/1">3 March</a></blockquote>'
    )
    html = f'<p>Words <a href="/a">here</a>.</p>{post}<ul><li><a href="/b">there</a></li></ul>'
    found = assembly.body(html, notes, "https://news.example/")
    assert isinstance(found[0], Paragraph)
    assert isinstance(found[1], Embed)
    assert [note.text for note in notes] == ["https://news.example/b"]
    assert assembly.body(None, notes) == []


def test_a_person_has_a_name_without_tags() -> None:
    assert assembly.person(" <b>Ada</b>  Example ") == [Agent(name="Ada Example")]
    assert assembly.person(None) == assembly.person("<img>") == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ada@news.example", None),
        ("mailto:ada@news.example", None),
        ("Ada Example <ada@news.example>", "Ada Example"),
        ("Ada Example, ada@news.example", "Ada Example"),
        ("ada@news.example (Ada Example)", "Ada Example"),
        ("Ada Example (Harbour News) <mailto:Ada.Example+live@news.example>", "Ada Example (Harbour News)"),
        ('<a href="mailto:ada@news.example">Ada Example</a>', "Ada Example"),
        ('<a href="mailto:ada@news.example">ada@news.example</a>', None),
        ("Ada Example, ada@news.example, and Bo", "Ada Example, and Bo"),
        ("Ada Example|ada@news.example", "Ada Example"),
        ("ada@news.example|Ada Example", "Ada Example"),
        ("ada@news.example (Ada) (Berlin)", "(Ada) (Berlin)"),
        ("AC@DC fan", "AC@DC fan"),
        ("Ada Example @ada", "Ada Example @ada"),
        ("@ada@social.example", "@ada@social.example"),
        ("Ada @ Sea", "Ada @ Sea"),
    ],
)
def test_an_address_of_mail_is_no_name(said: str, name: str | None) -> None:
    assert [agent.name for agent in assembly.person(said)] == ([name] if name else [])


def test_names_that_go_on_and_on_are_read_at_once() -> None:
    assert assembly.named("a" * 200_000 + " @" + "b" * 200_000) is not None
    assert assembly.named("a@" * 100_000) is not None


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/ada", True),
        ("https://social.example/@ada", True),
        ("https://social.example/@ada@news.example", True),
        ("mailto:ada@news.example", False),
        ("ada@news.example", False),
        ("https://news.example/author/ada@news.example", False),
        ("https://news.example/people?mail=ada%40news.example", False),
    ],
)
def test_an_address_of_mail_is_no_page_of_a_person(url: str, kept: bool) -> None:
    assert assembly.person("Ada Example", url) == [Agent(name="Ada Example", url=url if kept else None)]


@pytest.mark.parametrize("name", ["AFP", "dpa", "DPA", "REUTERS", "Agence France-Presse", "AFP/Reuters", "dpa, AP"])
def test_a_news_agency_that_is_known_by_name_is_an_organization(name: str) -> None:
    assert assembly.person(name) == [Agent(name=name, kind="organization")]


@pytest.mark.parametrize("name", ["ap", "sda", "ab/dpa", "AFP Example", "Ada Example"])
def test_initials_and_whoever_else_are_taken_for_persons(name: str) -> None:
    assert assembly.person(name) == [Agent(name=name)]


@pytest.mark.parametrize(
    ("page", "pages", "told"),
    [
        (1, 2, [("page 1 of 2; the others are not in this file", 1, 2)]),
        (None, 3, [("page ? of 3; the others are not in this file", None, 3)]),
        (0, 3, [("page ? of 3; the others are not in this file", None, 3)]),
        (1, 1, []),
        (None, None, []),
    ],
)
def test_a_page_of_several_is_noted(
    page: int | None, pages: int | None, told: list[tuple[str, int | None, int]]
) -> None:
    assert [(note.text, note.page, note.pages) for note in assembly.page_note(page, pages)] == told


def test_the_zone_is_the_caller_s() -> None:
    told = assembly.display_zone(Options(timezone="Europe/Istanbul"))
    assert told is not None
    assert told.key == "Europe/Istanbul"
    assert assembly.display_zone(Options()) is None


def test_a_language_is_a_tag_or_a_note() -> None:
    notes: list[Note] = []
    node = Node({"a": "pt_BR", "b": "English (UK)", "c": "de"}, notes, "/blog")
    assert [assembly.language(node, name) for name in "abcd"] == ["pt-BR", None, "de", None]
    assert notes == [Note(code="unreadable-value", text="/blog: not a language tag: 'English (UK)'")]
