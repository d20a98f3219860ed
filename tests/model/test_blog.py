"""A whole blog: what it refuses, what it knows of itself, and how it is copied."""

import copy
import os
import pickle
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
from attrs import evolve, exceptions, fields
from hypothesis import given, settings

from liveblog_archive.model import (
    Agent,
    Capture,
    Embed,
    Entry,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Span,
)
from liveblog_archive.zones import zone
from tests.model.refusals import refusal
from tests.samples import clock, full_blog
from tests.strategies import blogs

EMPTY = "empty text; give text, or leave the field out"
BLOCK = "Paragraph or Heading or Quotation or ListBlock or Media or Embed"
LANGUAGE = "use BCP 47, such as en or pt-BR"
ZONE = "give an IANA key such as Asia/Yerevan or UTC"
NATURAL = "expected a whole number from 0 to 2**53-1"
ORDERS = "use one of: manual, newest-day-first, newest-first, oldest-first"
NAMED = Entry(id="tag:example.org,2021-11-16:a#43xsc59pt1p9")
TWICE = f"LiveBlog.entries[2].id: a second entry with the id '{NAMED.id}'; give each entry its own id"


class Story(Entry):
    """An entry of somebody else's, which no export has a form for."""


REFUSALS = [
    (lambda: LiveBlog(id=None), "LiveBlog.id: expected text, got NoneType; give a str"),
    (lambda: LiveBlog(title=""), f"LiveBlog.title: {EMPTY}"),
    (lambda: LiveBlog(description=" "), f"LiveBlog.description: {EMPTY}"),
    (lambda: LiveBlog(url=""), f"LiveBlog.url: {EMPTY}"),
    (lambda: LiveBlog(language=1), "LiveBlog.language: expected str, got int; give a str"),
    (lambda: LiveBlog(language=""), f"LiveBlog.language: not a language tag: ''; {LANGUAGE}"),
    (lambda: LiveBlog(language="en_GB"), f"LiveBlog.language: not a language tag: 'en_GB'; {LANGUAGE}"),
    (lambda: LiveBlog(language="en-"), f"LiveBlog.language: not a language tag: 'en-'; {LANGUAGE}"),
    (lambda: LiveBlog(language="anglosaxon"), f"LiveBlog.language: not a language tag: 'anglosaxon'; {LANGUAGE}"),
    (lambda: LiveBlog(language="en-abcdefghi"), f"LiveBlog.language: not a language tag: 'en-abcdefghi'; {LANGUAGE}"),
    (lambda: LiveBlog(language="en\n"), f"LiveBlog.language: not a language tag: 'en\\n'; {LANGUAGE}"),
    (lambda: LiveBlog(timezone=4), "LiveBlog.timezone: expected str, got int; give a str"),
    (lambda: LiveBlog(timezone="CET+1"), f"LiveBlog.timezone: unknown time zone 'CET+1'; {ZONE}"),
    (lambda: LiveBlog(timezone=""), f"LiveBlog.timezone: unknown time zone ''; {ZONE}"),
    (lambda: LiveBlog(timezone="../zones"), f"LiveBlog.timezone: unknown time zone '../zones'; {ZONE}"),
    (lambda: LiveBlog(publisher="News"), "LiveBlog.publisher: expected Agent, got str; give an Agent"),
    (lambda: LiveBlog(authors="A"), "LiveBlog.authors: expected tuple, got str; give a tuple"),
    (lambda: LiveBlog(authors=["A"]), "LiveBlog.authors[0]: expected Agent, got str; give an Agent"),
    (lambda: LiveBlog(introduction=["a"]), f"LiveBlog.introduction[0]: expected {BLOCK}, got str; give a {BLOCK}"),
    (lambda: LiveBlog(entries=None), "LiveBlog.entries: expected tuple, got NoneType; give a tuple"),
    (lambda: LiveBlog(entries=[Paragraph("a")]), "LiveBlog.entries[0]: expected Entry, got Paragraph; give an Entry"),
    (lambda: LiveBlog(entries=[Story()]), "LiveBlog.entries[0]: expected Entry, got Story; give an Entry"),
    (lambda: LiveBlog(entries=[NAMED, Entry(), NAMED]), TWICE),
    (lambda: LiveBlog(order="random"), f"LiveBlog.order: unknown value 'random'; {ORDERS}"),
    (lambda: LiveBlog(coverage_start="9:00"), "LiveBlog.coverage_start: expected Moment, got str; give a Moment"),
    (lambda: LiveBlog(coverage_end=0), "LiveBlog.coverage_end: expected Moment, got int; give a Moment"),
    (lambda: LiveBlog(declared_total=-1), f"LiveBlog.declared_total: {NATURAL}, got -1; give one"),
    (lambda: LiveBlog(capture={}), "LiveBlog.capture: expected Capture, got dict; give a Capture"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), REFUSALS, ids=[message for _, message in REFUSALS])
def test_what_a_blog_refuses(make, message):
    assert refusal(make) == message


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW", "sl-rozaj-biske-1994", "de-CH-x-phonebk", "hy"])
def test_language_tags(tag):
    assert LiveBlog(language=tag).language == tag


def test_a_blog_may_be_empty():
    empty = LiveBlog()
    assert (empty.id, empty.order, empty.entries, empty.incomplete) == ("", "manual", (), False)


def test_entries_without_an_id_may_be_alike():
    assert len(LiveBlog(entries=[Entry(), Entry()]).entries) == 2


@pytest.mark.parametrize(("total", "incomplete"), [(None, False), (0, False), (1, False), (2, False), (3, True)])
def test_a_blog_is_incomplete_when_its_source_declares_more_entries(total, incomplete):
    assert LiveBlog(entries=[Entry(), Entry()], declared_total=total).incomplete is incomplete


class TestCopies:
    @settings(derandomize=True, deadline=None, max_examples=50)
    @given(blogs())
    def test_a_pickled_blog_comes_back_equal(self, blog):
        again = pickle.loads(pickle.dumps(blog))
        assert again == blog
        assert hash(again) == hash(blog)

    def test_a_pickled_blog_keeps_its_zone_and_the_pass_of_a_repeated_hour(self):
        value = datetime(2021, 10, 31, 2, 30, tzinfo=zone("Europe/Berlin"), fold=1)
        moment = Moment(value=value, precision="minute", offset_source="blog")
        again = pickle.loads(pickle.dumps(LiveBlog(entries=[Entry(time=moment)]))).entries[0].time.value
        assert (again.tzinfo, again.fold) == (zone("Europe/Berlin"), 1)

    def test_a_blog_pickled_here_is_equal_in_another_process(self, tmp_path):
        (tmp_path / "blog").write_bytes(pickle.dumps(full_blog()))
        script = (
            "import pickle, sys; from pathlib import Path; from tests.samples import full_blog; "
            "sys.exit(pickle.loads(Path(sys.argv[1]).read_bytes()) != full_blog())"
        )
        command = [sys.executable, "-c", script, str(tmp_path / "blog")]
        environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONHASHSEED": "7"}
        subprocess.run(command, check=True, env=environment)

    def test_deep_copies_are_equal(self):
        assert copy.deepcopy(full_blog()) == full_blog()

    @settings(derandomize=True, deadline=None, max_examples=50)
    @given(blogs())
    def test_a_blog_evolved_by_nothing_is_equal(self, blog):
        assert evolve(blog, entries=[evolve(entry) for entry in blog.entries]) == blog

    def test_evolving_checks_again(self):
        message = "LiveBlog.title: empty text; give text, or leave the field out"
        assert refusal(evolve, full_blog(), title="") == message

    def test_evolving_changes_one_field_and_leaves_the_first_blog_alone(self):
        blog = full_blog()
        changed = evolve(blog, publisher=Agent(name="Other News"))
        names = [field.name for field in fields(LiveBlog)]
        assert [name for name in names if getattr(blog, name) != getattr(changed, name)] == ["publisher"]

    def test_nothing_can_be_assigned(self):
        blog = full_blog()
        for value, name in ((blog, "title"), (blog.entries[0], "headline"), (blog.entries[3].body[0], "text")):
            with pytest.raises(exceptions.FrozenInstanceError):
                setattr(value, name, "new")

    def test_a_zone_of_the_same_offset_makes_an_equal_blog(self):
        moments = [
            Moment(value=datetime(2021, 11, 16, 9, tzinfo=tz), precision="minute", offset_source="stated")
            for tz in (UTC, timezone(timedelta(0)), zone("UTC"))
        ]
        assert len({LiveBlog(entries=[Entry(time=moment)]) for moment in moments}) == 1


@pytest.mark.parametrize("kind", [Agent, Capture, Embed, Entry, LiveBlog, Media, Moment, Note, Span])
def test_what_has_many_fields_takes_them_by_name_only(kind):
    with pytest.raises(TypeError, match="positional"):
        kind("a")


def test_lists_given_are_kept_as_tuples():
    blog = LiveBlog(authors=[Agent(name="A")], introduction=[Paragraph("a")], entries=[Entry(time=clock("9", 9))])
    assert all(type(value) is tuple for value in (blog.authors, blog.introduction, blog.entries))


def test_a_blog_and_its_parts_are_shown_in_a_line() -> None:
    blog = full_blog()
    shown = repr(evolve(blog, title="A storm of which there is much to say, " * 3))
    assert shown.startswith(
        f"LiveBlog(id={blog.id!r}, title='A storm of which there is much to say, A storm of which the…'"
    )
    assert f"entries=<{len(blog.entries)}>, order={blog.order!r})" in shown
    assert all(len(repr(entry)) < 400 for entry in blog.entries)
    assert repr(NAMED) == f"Entry(id={NAMED.id!r}, headline=None, body=(), time=None, day=None, status='published')"
    told = Entry(headline="Aground", body=[Paragraph("The ferry is aground.")], time=Moment(text="about noon"))
    assert repr(told) == (
        "Entry(id='', headline='Aground', body=<1: 'The ferry is aground.'>, time=<about noon>, day=None, "
        "status='published')"
    )
    assert blog.capture is not None
    assert f"notes=<{len(blog.capture.notes)}>" in repr(blog.capture)
