"""What older captures say otherwise than the one that counts, as notes: nothing that they state is lost."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..canonical import BLOCK_RECORDS, FIELDS, agent_record, block_record, canonical_bytes, moment_record
from ..identity.minting import addresses
from ..model import Agent, Capture, Entry, Moment, Note

_SHOWN = 60  # characters of an entry that name it in a note
# Fields of an entry that have no wording of their own below.
_PLAIN = [name for name in FIELDS if name not in {"id", "headline", "body", "time", "day", "status"}]
_STATES = {"key_event": "a key event", "pinned": "pinned"}
# Members of a block's record that its plain text does not have.
_UNSAID = {"alt", "credit", "links", "source", "url"}


def words(entry: Entry) -> str:
    """Return headline and text on one line."""
    return " ".join(f"{entry.headline or ''} {entry.text}".split())


def called(entry: Entry) -> str:
    """Return what a note calls an entry: its native id, else its first words, or the addresses that it shows."""
    return entry.native_id or repr((words(entry) or " ".join(addresses(entry)))[:_SHOWN])


def of_entry(before: Entry, after: Entry) -> Iterator[Note]:
    """Yield notes on all that an older capture states of an entry and the newer one does not."""
    if before == after:
        return
    if words(before) != words(after):
        yield _note(f"{called(before)} said before: {words(before)}")
    yield from _fields(before, after, called(after))


def of_part(before: Entry, after: Entry) -> Iterator[Note]:
    """Yield notes on all that an entry stated which is part of another one now."""
    yield _note(f"{called(before)}, which is part of {called(after)} now, said before: {words(before)}")
    yield from _fields(before, after, called(before))


def of_absent(entry: Entry, capture: Capture | None, *, whole: bool) -> Note:
    """Return a note on an entry that a newer capture of the same address no longer has, be that `whole` or not."""
    when = f" retrieved {capture.retrieved.isoformat()}" if capture and capture.retrieved else " of the same address"
    why = ", which has as many entries as it says there are: it is taken for deleted" if whole else ""
    return Note(code="entry-gone", text=f"{called(entry)} is not in the newer capture{when}{why}")


def of_blog(fact: str, older: Iterable[object], final: object) -> Iterator[Note]:
    """Yield notes on the values of a fact of the blog in `older` captures that differ from the `final` one."""
    noted = [final]
    for value in older:
        if value and value not in noted:
            noted.append(value)
            yield _note(f"the blog had the {_named(fact)} {_spelled(value, final)} before")


def _fields(before: Entry, after: Entry, name: str) -> Iterator[Note]:
    """Yield notes on the fields that differ, words apart."""
    if before.time and before.time != after.time:
        yield _note(f"{name} was of {_spelled(before.time, after.time)} before")
    if before.day and before.day != after.calendar_day:
        yield _note(f"{name} was of {before.day} before")
    if before.status != after.status:
        yield _note(f"{name} was {before.status} before")
    for block in before.body:
        if block not in after.body and not _UNSAID.isdisjoint(block_record(block)):
            yield _note(f"{name} showed before: {_read(block)}")
    for field in _PLAIN:
        value, now = getattr(before, field), getattr(after, field)
        if value and value != now:
            what = _STATES.get(field)
            yield _note(
                f"{name} {f'was {what}' if what else f'had the {_named(field)} {_spelled(value, now)}'} before"
            )


def _note(text: str) -> Note:
    return Note(code="earlier-version", text=text)


def _named(field: str) -> str:
    return field.replace("_", " ")


def _spelled(value: Any, other: Any) -> str:
    """Return a value as people read it; as its record, where they would read the `other` alike."""
    text = _read(value)
    if isinstance(value, str):
        return f"“{text}”"
    return _recorded(value) if text == _read(other) else text


def _read(value: Any) -> str:
    if isinstance(value, Moment):
        return value.shown or str(value.value)
    if isinstance(value, Agent):
        more = ", ".join(filter(None, (value.role, value.url)))
        return f"{value.name} ({more})" if more else value.name
    if type(value) in BLOCK_RECORDS:
        return str(value.text) if _UNSAID.isdisjoint(block_record(value)) else _recorded(value)
    return ", ".join(map(_read, value)) if isinstance(value, tuple) else str(value)


def _recorded(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_recorded, value))
    if isinstance(value, Moment):
        return canonical_bytes(moment_record(value)).decode()
    record = agent_record(value) if isinstance(value, Agent) else block_record(value)
    return canonical_bytes(record).decode()
