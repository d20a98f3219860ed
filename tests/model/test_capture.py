"""How a blog was captured, and the notes its importer made."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from liveblog_archive.model import Capture, CapturedSource, Note
from liveblog_archive.zones import zone
from tests.model.refusals import refusal

EMPTY = "empty text; give text, or leave the field out"
HEX = "Capture.sha256: not 64 lower-case hexadecimal digits; give the SHA-256 of the source"
NUMBER = "expected a whole number from {} to 2**53-1, got {}; give one"
NAIVE = "Capture.retrieved: naive time; give a time with an offset"
OFFSET = "Capture.retrieved: offset is not in whole minutes; use an offset such as +04:00"
NO_SOURCE = "expected CapturedSource, got Capture; give a CapturedSource"
CODE = "use lower-case words joined by hyphens"


def capture(**fields):
    return Capture(**{"sha256": "0" * 64, "media_type": "text/plain", "length": 0, "importer": "test 1"} | fields)


REFUSALS = [
    (lambda: Note(code="", text="a"), f"Note.code: not a note code: ''; {CODE}"),
    (lambda: Note(code="Date", text="a"), f"Note.code: not a note code: 'Date'; {CODE}"),
    (lambda: Note(code="a--b", text="a"), f"Note.code: not a note code: 'a--b'; {CODE}"),
    (lambda: Note(code="a-b\n", text="a"), f"Note.code: not a note code: 'a-b\\n'; {CODE}"),
    (lambda: Note(code=None, text="a"), f"Note.code: not a note code: None; {CODE}"),
    (lambda: Note(code="a", text=None), "Note.text: expected text, got NoneType; give a str"),
    (lambda: Note(code="a", text="a", line=0), f"Note.line: {NUMBER.format(1, 0)}"),
    (lambda: Note(code="a", text="a", page=0), f"Note.page: {NUMBER.format(1, 0)}"),
    (lambda: Note(code="a", text="a", pages=0), f"Note.pages: {NUMBER.format(1, 0)}"),
    (lambda: CapturedSource(sha256="0", media_type="a", length=0), HEX.replace("Capture", "CapturedSource")),
    (lambda: CapturedSource(sha256="0" * 64, media_type="a", length=0, url=""), f"CapturedSource.url: {EMPTY}"),
    (lambda: capture(sha256="0" * 63), HEX),
    (lambda: capture(sha256="A" * 64), HEX),
    (lambda: capture(sha256="0" * 64 + "\n"), HEX),
    (lambda: capture(sha256=bytes(32)), HEX),
    (lambda: capture(media_type=""), f"Capture.media_type: {EMPTY}"),
    (lambda: capture(length=-1), f"Capture.length: {NUMBER.format(0, -1)}"),
    (lambda: capture(length=None), f"Capture.length: {NUMBER.format(0, None)}"),
    (lambda: capture(importer=" "), f"Capture.importer: {EMPTY}"),
    (lambda: capture(retrieved="now"), "Capture.retrieved: expected datetime, got str; give a datetime"),
    (lambda: capture(retrieved=datetime.fromisoformat("2021-11-16T08:00")), NAIVE),
    (lambda: capture(retrieved=datetime(1890, 1, 1, tzinfo=zone("Europe/Berlin"))), OFFSET),
    (lambda: capture(url=""), f"Capture.url: {EMPTY}"),
    (lambda: capture(notes=["a"]), "Capture.notes[0]: expected Note, got str; give a Note"),
    (lambda: capture(notes="a"), "Capture.notes: expected tuple, got str; give a tuple"),
    (lambda: capture(sources=[capture()]), f"Capture.sources[0]: {NO_SOURCE}"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), REFUSALS, ids=[message for _, message in REFUSALS])
def test_what_a_capture_refuses(make, message):
    assert refusal(make) == message


def test_a_note_code_is_words_joined_by_hyphens():
    assert [Note(code=code, text="").code for code in ("a", "a-b-c")] == ["a", "a-b-c"]


def test_an_offset_may_be_any_whole_minute():
    odd = timezone(timedelta(hours=5, minutes=53))
    assert capture(retrieved=datetime(2021, 11, 16, 8, tzinfo=odd)).retrieved.tzinfo is odd


def test_the_two_passes_of_a_repeated_hour_are_two_times_of_retrieval():
    first = datetime(2021, 10, 31, 2, 30, tzinfo=zone("Europe/Berlin"))
    second = first.replace(fold=1)
    assert first == second  # the comparison of the standard library
    assert capture(retrieved=first) != capture(retrieved=second)


def test_captures_of_the_same_time_are_equal_and_hash_alike():
    time = datetime(2021, 11, 16, 8, tzinfo=UTC)
    assert capture(retrieved=time) == capture(retrieved=time)
    assert len({capture(retrieved=time), capture(retrieved=time), capture(), capture()}) == 2
