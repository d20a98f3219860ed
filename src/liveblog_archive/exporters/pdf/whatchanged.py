"""What changed since an earlier capture: every entry that is not as it was, with its differences in words."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from ...citation.wording import first_words, one_line
from ...identity import version_id
from ...model import Entry, local_of
from .changes import Changes
from .cover import changed, since
from .layout import Anchor, Stack
from .look import ACCENT, ADDED, GREY
from .matter import Matter
from .parts import fact, hairline, in_columns, row, section
from .press import PageBreak
from .protocol import Block
from .tags import Element
from .times import shown_time
from .tokens import Run

if TYPE_CHECKING:
    from ...identity.differences import Piece
    from ...identity.links import Link

# Unchanged text of a difference is shown this far before and after what changed.
_SHOWN = 60
# Around what runs from left to right among words that do not (UAX #9, LRI and PDI).
_ISOLATED = "\u2066", "\u2069"
_MARKS = {"removed": ("[−", "−]", ACCENT), "added": ("{+", "+}", ADDED)}


def what_changed(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield the changes, if they are asked for."""
    changes = matter.changes
    if changes is None or not matter.options.mark_changes:
        return
    here, words = root.child("Sect"), matter.words
    yield PageBreak()

    def told(tag: Element) -> list[Block]:
        return [fact(matter, tag, since(matter), changed(matter))]

    yield section(matter, here, "changes", words.say("changes"), told)
    yield fact(matter, here, words.say("earlier-capture"), _earlier(matter, changes))
    if changes.links or changes.head:
        marks = words.say("difference-marks", removed="[−…−]", added="{+…+}")
        yield row(matter, here, words.say("differences"), lambda tag: [matter.said(tag, matter.look.fact, marks)])
    for part, pieces in changes.head.items():
        yield fact(matter, here, words.say(f"changed-{part}"), *marked(pieces))
    printed = {item.entry.id for item in matter.items}
    for link in changes.links:
        yield _change(matter, here.child("Sect"), link, changes, printed)


def _earlier(matter: Matter, changes: Changes) -> str:
    capture, words = changes.previous.capture, matter.words
    when = words.instant(capture.retrieved) if capture and capture.retrieved else words.say("capture-unknown")
    return words.say("pair", one=when, other=words.say("entries", n=len(changes.previous.entries)))


def _change(matter: Matter, here: Element, link: "Link", changes: Changes, printed: set[str]) -> Block:
    """Return one change: what happened, to which entries, and the differences of what is still one entry."""
    look = matter.look
    kinds = link.changes or (link.kind,)
    label = " · ".join(matter.words.say(f"flag-{kind}") for kind in kinds).upper()
    anchors = [Anchor(f"change-{local_of(one)}") for one in (*link.current, *_gone(link))]
    lines = list(_lines(matter, here, link, changes, printed))
    aside = matter.said(here, look.flag, label)
    return Stack([hairline(7.0, 7.0), *anchors, in_columns(look, Stack(lines), aside)], here)


def _gone(link: "Link") -> tuple[str, ...]:
    return () if link.current else link.previous


def _lines(matter: Matter, here: Element, link: "Link", changes: Changes, printed: set[str]) -> Iterator[Block]:
    from ...identity.edits import TYPED, entry_difference

    look = matter.look
    is_one = len(link.current) == len(link.previous) == 1
    former = [changes.before[name] for name in link.previous if name in changes.before]
    for name in link.current:
        yield _name(matter, here, changes.after[name], name if name in printed else "")
        yield _evidence(matter, here, name, changes.after[name], former[0] if is_one and former else None)
    if not is_one:
        for entry in former:
            yield _name(matter, here, entry, "", gone=True)
            yield _evidence(matter, here, entry.id, None, entry)
            if not link.current and entry.text:
                yield matter.told(here, evolve(look.body, before=1.75, color=GREY), entry.text)
        return
    after = changes.after[link.current[0]]
    for before in former:
        for part, pieces in entry_difference(before, after, matter.words.term).items():
            label = Run(f"{matter.words.say(f'part-{part}')}\u00a0", face="bold", lang=matter.words.language)
            begin, end = _ISOLATED if part in TYPED and matter.words.right_to_left else ("", "")
            yield matter.told(here, evolve(look.body, before=3.5), label, " ", begin, *marked(pieces), end)


def _name(matter: Matter, here: Element, entry: Entry, target: str, *, gone: bool = False) -> Block:
    """Return the line that stands for an entry, with its time; it leads to `target`, if that is printed."""
    day = entry.calendar_day
    when = " ".join(filter(None, (matter.words.short_day(day) if day else "", matter.apart(shown_time(entry)))))
    words = one_line(entry.headline or "") or first_words(entry.text) or matter.words.say("no-text")
    goto = local_of(target)
    color = GREY if gone else None
    runs = Run(f"{when}\u00a0 ", color=GREY), Run(words, face="bold", goto=goto, color=color)
    return matter.told(here, matter.look.body, *runs)


def _evidence(matter: Matter, here: Element, name: str, now: Entry | None, former: Entry | None) -> Block:
    """Return what its citation needs: its short id, and its versions in this capture and the earlier one."""
    say = matter.words.say
    text = matter.typed_id(local_of(name))
    for key, entry in (("version-is", now), ("version-was", former)):
        if entry is not None:
            version = say(key, version=version_id(entry).short).replace(" ", "\u00a0")
            text = say("pair", one=text, other=version)
    return matter.said(here, evolve(matter.look.fine, before=1.75), text)


def marked(pieces: "Iterable[Piece]") -> Iterator[Run]:
    """Yield a difference as runs: removed and added words in marks and colours; long unchanged stretches are cut."""
    for piece in pieces:
        text = piece.text.replace("\n\n", " ¶ ").replace("\n", " ")
        if piece.kind == "same":
            if len(text) > 2 * _SHOWN:
                begin, end = text[:_SHOWN].rpartition(" ")[0], text[-_SHOWN:].partition(" ")[2]
                text = f"{begin or text[:_SHOWN]}\u00a0[…]\u00a0{end or text[-_SHOWN:]}"
            yield Run(text)
        else:
            before, after, color = _MARKS[piece.kind]
            yield Run(f"{before}{text}{after}", face="bold", color=color)
