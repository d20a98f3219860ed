"""The record of every entry: its full ids, its digest, and all that its source states of it."""

from collections.abc import Iterator

from ...canonical import timestamp
from ...model import Moment, Span
from .layout import Anchor, Space, Stack
from .matter import Item, Matter, child
from .parts import in_columns, section
from .press import PageBreak
from .protocol import Block
from .tags import Element
from .tokens import Run


def records(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield for each entry its full digest, and what its source states of it that is printed nowhere else.

    All that most entries have is one line each: more of it is in the data that the file holds.
    """
    look, words = matter.look, matter.words
    yield PageBreak(unless=look.sheet.room / 3)
    here = root.child("Sect")
    about = words.say("records-about", blog=matter.apart(matter.blog.id))

    def making(tag: Element) -> list[Block]:
        return [in_columns(look, matter.said(tag, look.fact, about), None), Space(look.unit / 2)]

    yield section(matter, here, "records", words.say("records"), making)
    for item in matter.items:
        yield _record(matter, here, item)


def _record(matter: Matter, here: Element, item: Item) -> Stack:
    look, tag = matter.look, child(here, "P", matter.words.language)
    aside = matter.within(tag, look.clock, Run(item.local, color=look.clock.color, goto=item.local))
    more = " — ".join(matter.words.say("labelled", label=label, text=text) for label, text in _stated(matter, item))
    text = matter.within(tag, look.fine, "\n".join(filter(None, (_place(matter, item), more))))
    return Stack([Anchor(f"record-{item.local}"), in_columns(look, text, aside)], tag)


def _place(matter: Matter, item: Item) -> str:
    """Return the digest of an entry, its number and place in the source, and what it is sorted by."""
    span, number = item.entry.span, matter.words.number(item.position)
    place = _lines(matter, span) if span is not None else ""
    key = matter.apart(item.entry.order_key or "")
    return " · ".join(filter(None, (item.version.hex, number, place, key)))


def _stated(matter: Matter, item: Item) -> Iterator[tuple[str, str]]:
    entry, words = item.entry, matter.words
    say = words.say
    if entry.id != f"{matter.blog.id}#{item.local}":
        yield say("record-id"), matter.apart(entry.id)
    moments: tuple[tuple[str, Moment | None], ...] = (
        ("time", entry.time),
        ("created", entry.created),
        ("published", entry.published),
        ("modified", entry.modified),
    )
    for label, moment in moments:
        if moment is not None and not (label == "time" and moment.qualifier == "exact"):
            yield say(f"record-{label}"), in_full(matter, moment)
    if entry.day is not None:
        yield say("record-day"), words.day(entry.day)
    if entry.url:
        yield say("record-address"), matter.apart(entry.url)
    if entry.native_id:
        yield say("record-native-id"), matter.apart(entry.native_id)


def in_full(matter: Matter, moment: Moment) -> str:
    """Return everything that a moment says: printed text, value, precision, qualifier, offset and bounds."""
    say = matter.words.say
    parts = [say("quote", text=matter.apart(moment.text)) if moment.text else say("not-printed")]
    if moment.value is None:
        parts.append(say("no-value"))
    else:
        stated = matter.apart(timestamp(moment.value, moment.precision))
        parts += [stated, say(f"precision-{moment.precision}")]
    parts += [say(f"qualifier-{moment.qualifier}"), say(f"offset-{moment.offset_source}")]
    if not _has_default_bounds(moment):
        ends = [timestamp(end) for end in (moment.earliest, moment.latest) if end is not None]
        parts.append(matter.apart(f"[{', '.join(ends)})"))
    return " · ".join(parts)


def _has_default_bounds(moment: Moment) -> bool:
    """Tell whether the bounds say no more than value and precision do."""
    plain = Moment(
        text=moment.text,
        value=moment.value,
        precision=moment.precision,
        qualifier=moment.qualifier,
        offset_source=moment.offset_source,
    )
    return plain == moment


def _lines(matter: Matter, span: Span) -> str:
    """Return where something stands in its source: `line 3`, `lines 3 to 5`, or the path of an element."""
    if span.element is not None:
        return matter.apart(span.element)
    if span.first == span.last:
        return matter.words.say("line", line=str(span.first))
    return matter.words.say("lines", first=str(span.first), last=str(span.last))
