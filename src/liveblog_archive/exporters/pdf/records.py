"""The record of every entry: its full ids, its digest, and all that its source states of it."""

from collections.abc import Iterator

from attrs import evolve

from ...canonical import timestamp
from ...model import Moment, Span
from .layout import Anchor, Block, Space, Stack
from .matter import Item, Matter
from .parts import hairline, in_columns, section
from .press import PageBreak
from .tags import Element
from .tokens import Run


def records(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield for each entry its full ids, and what its source states of it that is printed nowhere else."""
    look, words = matter.look, matter.words
    yield PageBreak(unless=look.sheet.room / 3)
    here = root.child("Sect")
    about = words.say("records-about", blog=matter.blog.id)

    def making(tag: Element) -> list[Block]:
        return [in_columns(look, matter.said(tag, look.fact, about), None), Space(look.unit / 2)]

    yield section(matter, here, "records", words.say("records"), making)
    kept = evolve(look.fine, keep=True)
    for item in matter.items:
        tag = here.child("Sect")
        aside = matter.said(tag, look.clock, Run(item.local, color=look.clock.color, goto=item.local))
        rest = " — ".join(f"{label}: {value}" for label, value in _record(matter, item))
        lines = [matter.said(tag, kept, f"SHA-256: {item.version.hex}"), matter.said(tag, look.fine, rest)]
        rule = hairline(2.6, 2.6)
        yield Stack([rule, Anchor(f"record-{item.local}"), in_columns(look, Stack(lines), aside)], tag)


def _record(matter: Matter, item: Item) -> Iterator[tuple[str, str]]:
    entry, words = item.entry, matter.words
    say = words.say
    if entry.id != f"{matter.blog.id}#{item.local}":
        yield say("record-id"), entry.id
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
        yield say("record-address"), entry.url
    if entry.native_id:
        yield say("record-native-id"), entry.native_id
    total = matter.facts.present
    place = say("record-position", position=item.position, total=total)
    parts = [place, _place(matter, entry.span) if entry.span is not None else "", entry.order_key or ""]
    yield say("record-place"), " · ".join(filter(None, parts))


def in_full(matter: Matter, moment: Moment) -> str:
    """Return everything that a moment says: printed text, value, precision, qualifier, offset and bounds."""
    say = matter.words.say
    parts = [f"“{moment.text}”" if moment.text else say("not-printed")]
    if moment.value is None:
        parts.append(say("no-value"))
    else:
        parts += [timestamp(moment.value, moment.precision), say(f"precision-{moment.precision}")]
    parts += [say(f"qualifier-{moment.qualifier}"), say(f"offset-{moment.offset_source}")]
    if not _has_default_bounds(moment):
        ends = [timestamp(end) for end in (moment.earliest, moment.latest) if end is not None]
        parts.append(f"[{', '.join(ends)})")
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


def _place(matter: Matter, span: Span) -> str:
    """Return where something stands in its source: `line 3`, `lines 3 to 5`, or the path of an element."""
    if span.element is not None:
        return span.element
    if span.first == span.last:
        return matter.words.say("line", line=str(span.first))
    return matter.words.say("lines", first=str(span.first), last=str(span.last))
