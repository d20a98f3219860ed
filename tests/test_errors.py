"""Errors: records that say what, where, and what to do, in one line."""

import copy
import pickle

import pytest
from attrs import evolve, exceptions, fields
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.errors import (
    ArchiveError,
    CitationError,
    ExportError,
    ImportFailure,
    LiveBlogError,
    ModelError,
    escaped_line,
)

KINDS = (ModelError, ImportFailure, ExportError, CitationError, ArchiveError)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (LiveBlogError("it broke"), "it broke"),
        (LiveBlogError("it broke", "here"), "here: it broke"),
        (LiveBlogError("it broke", remedy="mend it"), "it broke; mend it"),
        (LiveBlogError("it broke", "here", "mend it"), "here: it broke; mend it"),
        (ModelError("not text", "Entry.id", "give a str"), "Entry.id: not text; give a str"),
        (ExportError("unknown format 'odt'", "a.odt", "use pdf"), "a.odt: unknown format 'odt'; use pdf"),
        (CitationError("no paragraph 9", "#43xsc59pt1p9"), "#43xsc59pt1p9: no paragraph 9"),
        (ArchiveError("no such folder", "old/"), "old/: no such folder"),
        (ArchiveError("cut short", "ledger/000001.jsonl", line=7), "ledger/000001.jsonl, line 7: cut short"),
        (ImportFailure("not UTF-8"), "not UTF-8"),
        (ImportFailure("not UTF-8", "a.txt"), "a.txt: not UTF-8"),
        (ImportFailure("not UTF-8", "a.txt", line=3), "a.txt, line 3: not UTF-8"),
        (ImportFailure("not UTF-8", "a.txt", byte=0), "a.txt, byte 0: not UTF-8"),
        (ImportFailure("not UTF-8", "a.txt", "name it", line=3, byte=7), "a.txt, line 3, byte 7: not UTF-8; name it"),
        (ImportFailure("not UTF-8", line=3), "line 3: not UTF-8"),
        (ImportFailure("not UTF-8", byte=0), "byte 0: not UTF-8"),
    ],
    ids=str,
)
def test_an_error_says_where_what_and_what_to_do(error, message):
    assert str(error) == message


@pytest.mark.parametrize("kind", KINDS)
def test_all_errors_have_one_root(kind):
    with pytest.raises(LiveBlogError):
        raise kind("it broke")


def test_an_error_keeps_its_data():
    error = ImportFailure("not UTF-8", "a.txt", "name its encoding", line=3, byte=7)
    assert [getattr(error, field.name) for field in fields(ImportFailure)] == [
        "not UTF-8",
        "a.txt",
        "name its encoding",
        3,
        7,
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_survives_the_way_to_another_process(kind):
    error = kind("it broke", "here", "mend it")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), evolve(error)):
        assert (type(again), str(again)) == (kind, str(error))


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_survives_where_a_cluster_pickles_errors_in_its_own_way(kind):
    from tblib.pickling_support import pickle_exception

    error = kind("it broke", "here", "mend it")
    error.add_note("on the way")
    make, *arguments = pickle_exception(error)
    again = make(*arguments[0])
    assert (type(again), str(again), again.__notes__) == (kind, str(error), ["on the way"])


def test_an_error_is_a_record_that_nobody_changes():
    with pytest.raises(exceptions.FrozenInstanceError):
        ModelError("it broke").where = "elsewhere"


def test_an_error_can_be_raised_from_another_and_annotated():
    cause = KeyError("a")
    with pytest.raises(ModelError) as caught:
        raise ModelError("it broke") from cause
    caught.value.add_note("seen in a test")
    assert caught.value.__cause__ is cause


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain ünïcödé 🌉", "plain ünïcödé 🌉"),
        ("a\nb\r\nc", r"a\nb\r\nc"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\u2028\u202e\u00a0", r"\u2028\u202e\xa0"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_would_break_or_hide_a_line_is_escaped(text, line):
    assert escaped_line(text) == line


@settings(derandomize=True, deadline=None)
@given(st.text(st.characters()), st.text(st.characters()), st.text(st.characters()))
def test_every_message_is_one_printable_line(what, where, remedy):
    message = str(ImportFailure(what, where, remedy, line=1))
    assert message.isprintable()
    assert message.splitlines() == [message]
