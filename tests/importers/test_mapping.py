"""Any JSON, by a mapping that a user writes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import mapping
from liveblog_archive.model import Agent, Link, LiveBlog, Moment, Paragraph
from tests.importers.platforms import FOLDER, blog, data, notes, times

MAPPING = r"""
format = "liveblog-mapping/1"
[blog]
title = "page.meta.title"
description = "page.lead"
language = "page.lang"
timezone = "page.zone"
url = "page.url"
declared_total = "page.count"
coverage_start = "page.start"
coverage_end = "page.end"
[entries]
path = ["page.missing", "page.cards.0.list"]
order = "oldest-first"
[entry]
id = 'key\.id'
headline = ["title", "kicker"]
body = "html"
time = "clock"
created = "made"
published = "out"
modified = "changed"
author = "by.0.name"
url = "link"
order_key = "rank"
key_event = "important"
pinned = "top"
[entry.status]
path = "flags.state"
published = ["live"]
deleted = ["gone", 9, true]
draft = ["new"]
comment = ["reader"]
"""
PAGE = {
    "page": {
        "meta": {"title": "Storm &amp; sea"}, "lead": "A ferry", "lang": "en", "zone": "Europe/Istanbul",
        "url": "https://news.example/storm", "count": 7, "start": "2026-03-03T12:00:00Z", "end": "2026-03-03",
        "cards": [{"list": [
            {"key.id": 1, "title": "Aground", "html": "<p>On the bank.</p>", "clock": "2026-03-03T15:20",
             "out": 1772540400,
             "made": "2026-03-03T12:19:00Z", "changed": "2026-03-03T12:21:00Z", "by": [{"name": "Ada Example"}],
             "link": "https://news.example/storm#1", "rank": 1.5, "important": 1, "top": "true",
             "flags": {"state": "live"}},
            {"key.id": 2, "kicker": "Afloat", "clock": "around four", "flags": {"state": "gone"}},
            {"key.id": 3, "html": "Plain.", "flags": {"state": 9}},
            {"key.id": 4, "html": "Plain.", "flags": {"state": True}},
            {"key.id": 5, "html": "Plain.", "flags": {"state": "New"}},
            {"key.id": 6, "html": "Plain.", "flags": {"state": "odd"}},
            {"key.id": 7, "html": "Plain."},
            {"key.id": 8, "html": "Plain.", "flags": {"state": "reader"}},
        ]}],
    }
}  # fmt: skip


def read(tmp_path: Path, text: str, value: object, **told: str) -> LiveBlog:
    file = tmp_path / "mapping.toml"
    file.write_text(text, encoding="utf-8")
    return lba.parse(json.dumps(value), mapping=file, **told)  # type: ignore[arg-type] # every option here is a text


def test_every_key_leads_to_its_fact(tmp_path: Path) -> None:
    found = read(tmp_path, MAPPING, PAGE)
    assert (found.title, found.description, found.language, found.timezone, found.url, found.declared_total) == (
        "Storm & sea", "A ferry", "en", "Europe/Istanbul", "https://news.example/storm", 7,
    )  # fmt: skip
    assert [m.value.isoformat() for m in (found.coverage_start, found.coverage_end) if m and m.value] == [
        "2026-03-03T12:00:00+00:00", "2026-03-03",
    ]  # fmt: skip
    first, second, *_ = found.entries
    assert (first.native_id, first.headline, first.body) == ("1", "Aground", (Paragraph("On the bank."),))
    assert times(first) == [
        "2026-03-03T15:20:00+03:00",
        "2026-03-03T12:19:00+00:00",
        "2026-03-03T12:20:00+00:00",
        "2026-03-03T12:21:00+00:00",
    ]
    assert first.authors == (Agent(name="Ada Example"),)
    assert (first.url, first.order_key, first.key_event, first.pinned) == (
        "https://news.example/storm#1", "1.5", True, True,
    )  # fmt: skip
    assert first.span is not None
    assert first.span.element == "/page/cards/0/list/0"
    assert (second.headline, second.time) == ("Afloat", Moment(text="around four"))


def test_a_status_means_what_the_mapping_says(tmp_path: Path) -> None:
    found = read(tmp_path, MAPPING, PAGE)
    assert [entry.status for entry in found.entries] == [
        "published", "deleted", "deleted", "deleted", "draft", "draft", "draft", "comment",
    ]  # fmt: skip
    assert notes(found, "unknown-status") == [
        "/page/cards/0/list/5 has the status 'odd'; kept as a draft",
        "/page/cards/0/list/6 has the status ''; kept as a draft",
    ]


def test_where_only_what_is_not_published_is_listed_the_rest_is(tmp_path: Path) -> None:
    found = read(tmp_path, MAPPING.replace('published = ["live"]', ""), PAGE)
    assert [entry.status for entry in found.entries][-3:] == ["published", "published", "comment"]


def test_what_the_caller_tells_counts(tmp_path: Path) -> None:
    found = read(tmp_path, MAPPING, PAGE, timezone="UTC", title="Told", url="https://told.example", language="tr")
    assert (found.timezone, found.title, found.url, found.language) == ("UTC", "Told", "https://told.example", "tr")


LIST = """
format = "liveblog-mapping/1"
[entries]
path = ""
[entry]
body = "text"
published = "at"
"""


def test_addresses_in_a_body_are_those_of_the_page_that_the_file_states(tmp_path: Path) -> None:
    text = LIST.replace('path = ""', 'path = "posts"') + '[blog]\nurl = "page"'
    posts = [{"text": '<p>See <a href="/map">the map</a>.</p>', "at": 1772540400}]
    value = {"page": "https://news.example/live/storm", "posts": posts}
    (block,) = read(tmp_path, text, value).entries[0].body
    assert block == Paragraph("See the map.", [Link(4, 11, "https://news.example/map")])
    (block,) = read(tmp_path, text, value, url="https://mirror.example/a").entries[0].body
    assert block == Paragraph("See the map.", [Link(4, 11, "https://mirror.example/map")])


ADA, BEN = "Ada Example", "Ben Example"
AT = datetime(2026, 3, 3, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "by", "names"),
    [
        ('"by.*.name"', [{"name": ADA}, {"name": None}, {"name": BEN}], [ADA, BEN]),
        ('"by.*"', [ADA, None, BEN], [ADA, BEN]),
        ('"by.*.name"', {"first": {"name": ADA}, "second": {"name": BEN}}, [ADA, BEN]),
        ('["by.*.name", "by"]', ADA, [ADA]),
        ('"by.*.name"', {"*": {"name": ADA}, "b": {"name": BEN}}, [ADA]),
        ('"by.*.name"', [], []),
    ],
)
def test_a_star_in_the_path_of_authors_stands_for_each_of_several(
    tmp_path: Path, path: str, by: object, names: list[str]
) -> None:
    found = read(tmp_path, f"{LIST}author = {path}", [{"text": "One.", "at": 1772540400, "by": by}])
    assert [agent.name for agent in found.entries[0].authors] == names
    assert len(notes(found, "path-unused")) == (not names)


def test_entries_may_stand_in_several_lists(tmp_path: Path) -> None:
    days = [{"posts": [{"text": "Three.", "at": 1772543000}]}, {}, {"posts": [{"text": "Two."}, {"text": "One."}]}]
    found = read(tmp_path, LIST.replace('path = ""', 'path = "days.*.posts"'), {"days": days})
    assert [entry.text for entry in found.entries] == ["Three.", "Two.", "One."]
    assert [entry.span and entry.span.element for entry in found.entries] == [
        "/days/0/posts/0", "/days/2/posts/0", "/days/2/posts/1",
    ]  # fmt: skip


@pytest.mark.parametrize("blank", ["", " \n", None])
def test_of_several_paths_one_that_leads_to_a_blank_text_does_not_count(tmp_path: Path, blank: str | None) -> None:
    text = LIST.replace('"text"', '["text", "html"]') + 'author = "by.*"\nheadline = "title"\n'
    entry = {"text": blank, "html": "One.", "by": [blank, ADA], "title": blank, "at": 1772540400}
    found = read(tmp_path, text, [entry])
    assert (found.entries[0].text, found.entries[0].authors) == ("One.", (Agent(name=ADA),))
    assert notes(found, "path-unused") == ["entry.headline: title"]


def test_a_star_in_the_path_of_a_body_stands_for_each_of_its_parts(tmp_path: Path) -> None:
    text = LIST.replace('"text"', '"parts.*.text"')
    parts = [{"kind": 1}, {"text": "<p>One.</p>"}, {"text": "Two."}]
    found = read(tmp_path, text, [{"parts": parts, "at": 1772540400}])
    assert found.entries[0].body == (Paragraph("One."), Paragraph("Two."))


def test_a_star_in_any_other_path_stands_for_the_first_that_has_a_value(tmp_path: Path) -> None:
    entry = {"text": "One.", "at": 1772540400, "titles": [{"kind": 1}, {"text": "First"}, {"text": "Second"}]}
    found = read(tmp_path, LIST + 'headline = "titles.*.text"', [entry])
    assert found.entries[0].headline == "First"


@pytest.mark.parametrize(
    ("said", "published", "time"),
    [
        ("14:05", 1772546700, Moment(text="14:05", value=AT, precision="second", offset_source="stated")),
        (None, 1772546700, Moment(value=AT, precision="second", offset_source="stated")),
        ("14:05", None, Moment(text="14:05")),
        ("14:05", "soon", Moment(text="14:05")),
        (None, "soon", Moment(text="soon")),
    ],
)
def test_a_clock_alone_stands_beside_the_instant_of_publication(
    tmp_path: Path, said: str | None, published: int | str | None, time: Moment
) -> None:
    found = read(tmp_path, LIST + 'time = "clock"', [{"text": "One.", "at": published, "clock": said}])
    assert found.entries[0].time == time


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("/live/storm/12", "https://news.example/live/storm/12"),
        ("https://a.example/12", "https://a.example/12"),
        ("#12", "#12"),
        (None, None),
    ],
)
def test_the_address_of_an_entry_is_that_on_the_page_of_the_blog(
    tmp_path: Path, stated: str | None, url: str | None
) -> None:
    value = [{"text": "One.", "at": 1772540400, "page": stated}]
    found = read(tmp_path, LIST + 'url = "page"', value, url="https://news.example/live/storm")
    assert found.entries[0].url == url


def test_the_empty_path_is_the_file_itself(tmp_path: Path) -> None:
    rows = [{"text": "One.", "at": "2026-03-03T12:00:00Z"}, {"text": "Two.", "at": "2026-03-03T13:00:00Z"}]
    found = read(tmp_path, LIST, rows)
    assert [(entry.text, entry.span and entry.span.element) for entry in found.entries] == [
        ("One.", "/0"), ("Two.", "/1"),
    ]  # fmt: skip
    assert found.order == "oldest-first"
    assert times(found.entries[0])[0] == "2026-03-03T12:00:00+00:00"
    assert {entry.status for entry in found.entries} == {"published"}


def test_a_list_inside_a_list_is_reached_by_its_number(tmp_path: Path) -> None:
    found = read(tmp_path, LIST.replace('""', '"1"'), [{}, [{"text": "One."}]])
    assert [entry.text for entry in found.entries] == ["One."]


@pytest.mark.parametrize("value", [{}, {"page": 7}, {"page": {"cards": []}}, [1]])
def test_a_mapping_that_leads_nowhere_says_where_it_looked(tmp_path: Path, value: object) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        read(tmp_path, MAPPING, value)
    assert "no entry found: looked for page.missing or page.cards.0.list" in str(caught.value)


def test_an_empty_file_of_the_empty_path_says_so(tmp_path: Path) -> None:
    with pytest.raises(lba.ImportFailure, match="looked for a list of objects"):
        read(tmp_path, LIST, [])


@pytest.mark.parametrize(("path", "text"), [("posts", "{0}"), ("", "{0}"), ("0", "[{0}]")])
def test_entries_may_be_the_values_of_an_object(tmp_path: Path, path: str, text: str) -> None:
    entries = {"b": {"text": "One."}, "a": {"text": "Two."}}
    value: object = {"posts": entries} if path == "posts" else [entries] if path else entries
    found = read(tmp_path, LIST.replace('""', f'"{path}"'), value)
    assert [entry.text for entry in found.entries] == ["One.", "Two."]
    span = found.entries[0].span
    assert span is not None
    assert span.element == f"/{path}/b".replace("//", "/")


def test_the_names_of_an_object_are_the_ids_of_its_entries_where_no_other_is_mapped(tmp_path: Path) -> None:
    entries = {"-Nx/1": {"text": "One.", "n": 1}, "": {"text": "Two.", "n": 2}}
    assert [entry.native_id for entry in read(tmp_path, LIST, entries).entries] == ["-Nx/1", None]
    assert [entry.native_id for entry in read(tmp_path, LIST + 'id = "n"\n', entries).entries] == ["1", "2"]


def test_what_is_null_among_the_entries_of_an_object_is_noted(tmp_path: Path) -> None:
    found = read(tmp_path, LIST, {"a": {"text": "One."}, "b": None})
    assert [entry.text for entry in found.entries] == ["One."]
    assert notes(found, "unreadable-value") == ["/b is null, and not an object"]


def test_one_object_may_be_the_only_entry(tmp_path: Path) -> None:
    text = LIST.replace('""', '"post"').replace('"text"', '"body.html"')
    found = read(tmp_path, text, {"post": {"body": {"html": "One."}, "by": {}}})
    assert [entry.text for entry in found.entries] == ["One."]


@pytest.mark.parametrize("value", [[{"txt": "One."}, {"txt": "Two."}], {"a": {"txt": "One."}, "b": {}}])
def test_entries_without_any_words_say_where_they_were_looked_for(tmp_path: Path, value: object) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        read(tmp_path, LIST + 'headline = ["title", "kicker.text"]', value, where="a.json")
    assert str(caught.value) == (
        "a.json: none of 2 entries has anything at title or kicker.text or text; "
        "docs/how-to/map-any-json.md shows a whole one"
    )


def test_a_path_that_leads_to_a_value_in_no_entry_is_noted(tmp_path: Path) -> None:
    found = read(tmp_path, LIST + 'author = ["by.name", "by"]', [{"text": "One.", "when": 1}, {"text": "Two."}])
    assert notes(found, "path-unused") == ["entry.published: at", "entry.author: by.name or by"]


def test_a_zone_that_is_none_is_noted(tmp_path: Path) -> None:
    value = json.loads(json.dumps(PAGE))
    value["page"]["zone"] = "CEST"
    found = read(tmp_path, MAPPING, value)
    assert found.timezone is None
    assert notes(found, "unreadable-value") == ["/page/zone is 'CEST', and no IANA time zone"]


# Mappings that are wrong

GOOD = 'format = "liveblog-mapping/1"\n[entries]\npath = "a"\n[entry]\nbody = "b"\n'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("format = ", "it is not TOML: "),
        ("", "format is None, and this version reads 'liveblog-mapping/1'"),
        (GOOD.replace("/1", "/2"), "format is 'liveblog-mapping/2', and"),
        (GOOD + "[more]\n", "more is no key of it; use one of: format, blog, entries, entry"),
        (GOOD + 'titel = "x"\n', "entry.titel is no key of it; use one of: id, headline"),
        (GOOD + '[blog]\nname = "x"\n', "blog.name is no key of it; use one of: title"),
        (
            GOOD.replace('path = "a"', 'path = "a"\nsort = "b"'),
            "entries.sort is no key of it; use one of: path, order",
        ),
        (GOOD.replace('path = "a"', 'path = "a"\norder = "up"'), "entries.order is 'up', and none of: newest-first"),
        (GOOD.replace('path = "a"', ""), "entries.path is no path, or list of paths"),
        (GOOD.replace('"b"', "[]"), "entry.body is no path, or list of paths"),
        (GOOD.replace('"b"', '["a", 7]'), "entry.body is no path, or list of paths"),
        (GOOD.replace("body", "time"), "entry has neither a body nor a headline"),
        (GOOD + "status = 1\n", "entry.status is no table"),
        (GOOD + "[entry.status]\ndeleted = [1]\n", "entry.status.path is no path, or list of paths"),
        (GOOD + '[entry.status]\npath = "s"\ngone = [1]\n', "entry.status.gone is no key of it"),
        (GOOD + '[entry.status]\npath = "s"\ndeleted = "x"\n', "entry.status.deleted is no list"),
        (GOOD.replace("[entries]\npath", "entries"), "entries is no table"),
    ],
)
def test_a_wrong_mapping_is_one_clear_line_that_names_the_key(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        read(tmp_path, text, PAGE)
    assert str(caught.value).startswith(f"{tmp_path}/mapping.toml: the mapping is wrong: {problem}")
    assert "\n" not in str(caught.value)


def test_a_mapping_that_is_no_text_is_one_clear_line() -> None:
    with pytest.raises(lba.ImportFailure, match="the mapping is wrong: it is not TOML"):
        mapping.table(b"\xff\xfe")


def test_without_a_mapping_there_is_an_error_that_says_so() -> None:
    with pytest.raises(lba.ImportFailure, match=r"no mapping is given; write one, mapping=: "):
        lba.parse("{}", format="mapping")


def test_a_mapping_beside_a_format_that_needs_none_is_an_error() -> None:
    with pytest.raises(lba.ImportFailure, match="a mapping is given, but the format guardian needs none"):
        lba.parse("{}", format="guardian", mapping="24liveblog")


def test_a_mapping_that_is_not_there_is_an_error() -> None:
    with pytest.raises(lba.ImportFailure, match=r"nowhere\.toml: no such file"):
        lba.parse("{}", mapping="nowhere.toml")


# Ready mappings


@pytest.mark.parametrize("name", mapping.READY)
def test_every_ready_mapping_is_one(name: str) -> None:
    assert mapping.table(mapping.ready(name)).entries


def test_no_mapping_that_is_brought_along_is_without_a_name() -> None:
    folder = Path(mapping.__file__).with_name("mappings")
    assert sorted(path.stem for path in folder.iterdir()) == sorted(mapping.READY)


def test_24liveblog_is_known_without_a_mapping() -> None:
    found = blog("24liveblog.json", timezone="Europe/Istanbul")
    assert [(entry.native_id, entry.headline, entry.text) for entry in found.entries] == [
        ("902", "Refloated", "She is afloat."), ("901", None, "Aground."),
    ]  # fmt: skip
    assert times(found.entries[0]) == [
        "2026-03-03T17:10:00+03:00", None, "2026-03-03T14:10:00+00:00", "2026-03-03T14:11:40+00:00",
    ]  # fmt: skip
    assert found.order == "newest-first"


def test_tickaroo_is_read_by_its_mapping() -> None:
    found = lba.read(FOLDER / "tickaroo.json", mapping="tickaroo")
    assert [(entry.native_id, entry.headline, entry.text, entry.status) for entry in found.entries] == [
        ("e2", "Refloated", "She is afloat.", "published"), ("e1", None, "Wrong.", "deleted"),
    ]  # fmt: skip
    assert found.entries[0].authors == (Agent(name="Ada Example"),)
    assert found.entries[0].key_event
    assert b"private" in data("tickaroo.json")
    assert b"private" not in lba.export(found, "jsonld")
