"""From what a page says of its entries to the model: times that agree or conflict, ids, and bodies."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import UTC, datetime, timedelta
from itertools import pairwise, takewhile

from attrs import evolve
from lxml import etree

from ....errors import ModelError, amount
from ....model import Block, Embed, Entry, LiveBlog, Media, Moment, Note, Paragraph, ready
from ....zones import Zone
from ... import stamps
from ...markup.embeds import is_saved_copy
from ...markup.tree import line_inside
from ...native_ids import key
from ...text.days import Day
from ...text.draft_days import NEWER_AT_MOST
from ...text.shape import without_frame
from ..labels.clocks import Clocks, aware
from ..labels.printed import Printed, PrintedReader
from ..update import Update
from .sources import letters

# Numbers up to this are places in a list, where they are in a row; larger ones are ids of a database.
_LAST_PLACE = 5000
_FEWEST_PLACES = 3
_DIGITS = 6
_NEWER = timedelta(minutes=NEWER_AT_MOST)
# Fewer in a row may be a coincidence of a database, and so may numbers that are far larger than what is shown.
_FEWEST_NUMBERED = 10
_MOST_MISSING = 10


def entries_of(updates: Sequence[Update], zone: Zone | None, notes: list[Note]) -> list[Entry]:
    """Return the entries that updates are; one that the model refuses is noted, and is no lost page."""
    clocks = Clocks(zone, ((update.printed, update.displayed or update.published) for update in updates))
    if clocks.offset:
        text = f"printed times are {_signed(clocks.offset)} from the UTC of the page's data"
        notes.append(Note(code="offset-inferred", text=text))
    names = _native_ids(updates, notes)
    conflicts: dict[timedelta, list[str]] = defaultdict(list)
    entries: dict[int, Entry] = {}
    known: dict[int, Moment | None] = {}
    newer = _newer_above(updates)
    for at, neighbour in _from_a_stated_time(updates):
        update, name = updates[at], names[at]
        known[at] = beside = update.published or known.get(neighbour)
        try:
            near = _near(beside, newer * (neighbour - at)) if beside and newer and not update.published else beside
            time = _time(update, near, clocks, zone, conflicts)
            entries[at] = _entry(update, name, time)
        except (ModelError, OverflowError) as error:
            notes.append(Note(code="unreadable-entry", text=f"{name or update.headline or update.place}: {error}"))
        else:
            known[at] = update.published or (time if time and aware(time) else beside)
    for apart, examples in conflicts.items():
        text = f"{len(examples)} printed times are {_signed(apart)} from what data states, such as {examples[0]}"
        notes.append(Note(code="zone-conflict", text=text))
    notes += [Note(code="link-unkept", text=link) for update in updates for link in update.unkept]
    return [entries[at] for at in sorted(entries)]


def _from_a_stated_time(updates: Sequence[Update]) -> Iterator[tuple[int, int]]:
    """Yield the places of all updates, each with that of its neighbour before it: down, then up, from the first time.

    Above that time, the neighbour is the one below.
    """
    first = next((at for at, update in enumerate(updates) if update.published), 0)
    yield from ((at, at - 1) for at in range(first, len(updates)))
    yield from ((at, at + 1) for at in reversed(range(first)))


def _newer_above(updates: Sequence[Update]) -> timedelta:
    """Return how much newer than the next an entry may be against the order of all: negative where oldest are first.

    None, where the instants that data states do not all run one way.
    """
    instants = [instant for update in updates if update.published and (instant := aware(update.published))]
    steps = {later > earlier for earlier, later in pairwise(instants) if later != earlier}
    return (-_NEWER if True in steps else _NEWER) if len(steps) == 1 else timedelta()


def _near(neighbour: Moment, newer: timedelta) -> Moment:
    """Return the middle of the day within which the time of an entry beside its neighbour is."""
    instant = aware(neighbour)
    return Moment(value=instant + newer, precision="second", offset_source="stated") if instant else neighbour


def at_times(
    updates: Sequence[Update], times: Mapping[etree._Element | None, Moment | None], notes: list[Note]
) -> list[Entry]:
    """Return the entries that updates are whose times have only been printed.

    `times` are what these mean, or what stands in their place, by the elements of the updates; of what nothing is
    known stays as it is printed.
    """
    names = _native_ids(updates, notes)
    notes += [Note(code="link-unkept", text=link) for update in updates for link in update.unkept]
    return [
        _entry(update, name, _at(update, times.get(update.element)))
        for update, name in zip(updates, names, strict=True)
    ]


def _unclear(update: Update) -> Moment | None:
    """Return what stands in the place of a time that nobody knows."""
    return Moment(text=update.unclear) if update.unclear else None


def _at(update: Update, time: Moment | None) -> Moment | None:
    if update.printed is None:
        return time or _unclear(update)
    if time is None:
        return Moment(text=update.printed.text)
    return time if time.text == update.printed.text else evolve(time, text=update.printed.text)


def under_days(updates: Sequence[Update], times: PrintedReader) -> list[Update]:
    """Return updates with the days that stand in lines between them, where nothing else states theirs."""
    own = [update.element for update in updates if update.element is not None]
    if not any(_clock_alone(update) for update in updates):
        return [*updates]
    around = {above for element in own for above in (element, *element.iterancestors())}
    highest = {above for element in own[:1] for above in (element, *element.iterancestors())}
    return [_under_day(update, around, highest, times) for update in updates]


def _under_day(
    update: Update, around: Set[etree._Element], highest: Set[etree._Element], times: PrintedReader
) -> Update:
    printed = _clock_alone(update)
    day = _day_above(update.element, around, highest, times) if update.element is not None and printed else None
    return evolve(update, printed=printed._replace(day=day)) if printed and day else update


def _clock_alone(update: Update) -> Printed | None:
    """Return the time that is all that tells when an entry was published; None where there is more, or none."""
    stated = update.published or update.displayed or update.created
    return update.printed if update.printed and not (update.printed.day or stated) else None


def _day_above(
    element: etree._Element, around: Set[etree._Element], highest: Set[etree._Element], times: PrintedReader
) -> Day | None:
    """Return the nearest day above an entry that stands in no other; one above the `highest` may be the page's."""
    inner = takewhile(lambda one: one not in highest, (element, *element.iterancestors()))
    above = (before for one in inner for before in one.itersiblings(etree.Element, preceding=True))
    lines = (line_inside(part) for part in takewhile(lambda one: one not in highest, above) if part not in around)
    days = (times.day_beside(line) for line in lines)
    return next((day for day in days if day and (day.weekday is not None or not day.bare)), None)


def _signed(apart: timedelta) -> str:
    hours, seconds = divmod(int(abs(apart).total_seconds()), 3600)
    return f"{'-' if apart < timedelta() else '+'}{hours:02d}:{seconds // 60:02d}"


def _time(
    update: Update, beside: Moment | None, clocks: Clocks, zone: Zone | None, conflicts: dict[timedelta, list[str]]
) -> Moment | None:
    """Return the time that a reader saw: what was printed, else the stated instant on the clock of the blog.

    `beside` is about when its neighbour was published: a clock that nothing else places is the nearest to that.
    """
    stated = update.displayed or update.published or update.created
    if update.printed is None:
        return stamps.shown(stated, zone) if stated else _unclear(update)
    moment, agreed = clocks.moment(update.printed, *(_stated(update) or (beside,)))
    if agreed:
        return moment
    instant, seen = stated and aware(stated), aware(moment)
    if instant and seen:
        apart = timedelta(minutes=(seen - instant.replace(second=0)) // timedelta(minutes=1))
        conflicts[apart].append(f"{moment.shown} beside {instant.isoformat(timespec='seconds')}")
    return moment


def _stated(update: Update) -> list[Moment]:
    return [moment for moment in (update.displayed, update.published, update.modified) if moment and aware(moment)]


def _entry(update: Update, name: str | None, time: Moment | None) -> Entry:
    return Entry(
        headline=update.headline,
        body=_body(update),
        time=time,
        created=update.created,
        published=update.published,
        modified=update.modified,
        authors=update.authors,
        key_event=update.key_event,
        pinned=update.pinned,
        status=update.status,
        url=update.url,
        native_id=name,
        order_key=update.order_key,
        span=ready.path(update.place) if update.place else None,
    )


def _body(update: Update) -> list[Block]:
    """Return the blocks of an entry; what data shows beside a text stands behind it, where the page shows nothing."""
    if [block for block in update.blocks if isinstance(block, Media | Embed)]:
        return [_addressed(block, update.shown) for block in update.blocks] if update.shown else update.blocks
    return [*update.blocks, *update.shown]


def _addressed(block: Block, shown: Sequence[Block]) -> Block:
    """Return what a page plays by a script with the address that data has for it, which says the same of it."""
    if not isinstance(block, Media) or block.url or not block.caption:
        return block
    said = letters(block.caption)
    told = (one for one in shown if isinstance(one, Media) and one.kind == block.kind and one.url and one.caption)
    url = next((one.url for one in told if letters(one.caption or "") in said), None)
    return evolve(block, url=url) if url else block


def _native_ids(updates: Sequence[Update], notes: list[Note]) -> list[str | None]:
    """Return the native id of each update without the words around it, so that data and page agree from day to day.

    A number that only counts from the newest entry names another entry tomorrow: it is no id, and is noted.
    """
    names = [update.native_id and key(update.native_id) for update in updates]
    numbers = [int(name) for name in names if name and name.isascii() and name.isdecimal() and len(name) < _DIGITS]
    if len(numbers) < max(_FEWEST_PLACES, len(updates)) or numbers[-1] > _LAST_PLACE:
        return names
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    instants = [value for update in updates if update.published and (value := aware(update.published))]
    newest_first = len(instants) > 1 and instants[0] > instants[-1]
    if steps == {1} and numbers[0] in (0, 1) and newest_first:
        notes.append(
            Note(code="positional-id", text=f"ids {names[0]} to {names[-1]} count from the newest entry: left out")
        )
        return [None] * len(names)
    return names


def with_data(lines: Sequence[Entry], data: Sequence[Entry]) -> list[Entry] | None:
    """Return the entries of a page's lines with what data says of those of the same minute; None where few are.

    Data may describe the newest entries only.
    """
    by_minute: dict[datetime, Entry | None] = {}
    for entry in data:
        if (minute := _minute(entry.published or entry.time)) is not None:
            by_minute[minute] = None if minute in by_minute else entry
    found = []
    count = 0
    for entry in lines:
        same = by_minute.get(minute) if (minute := _minute(entry.time)) is not None else None
        count += same is not None
        found.append(_of_data(entry, same) if same is not None else entry)
    return found if 2 * count > len(data) else None


def _minute(moment: Moment | None) -> datetime | None:
    value = aware(moment) if moment else None
    return value.astimezone(UTC).replace(second=0, microsecond=0) if value else None


def _of_data(entry: Entry, data: Entry) -> Entry:
    return evolve(
        entry,
        headline=entry.headline or data.headline,
        authors=entry.authors or data.authors,
        created=data.created,
        published=data.published,
        modified=data.modified,
        url=data.url,
        native_id=data.native_id,
    )


def without_frames(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries without the plus signs that frame their headlines."""
    return [
        evolve(entry, headline=bare)
        if entry.headline and (bare := without_frame(entry.headline)) != entry.headline
        else entry
        for entry in entries
    ]


def note_numbering(entries: Sequence[Entry], notes: list[Note]) -> None:
    """Note where ids are numbers in a row that begins above 1: earlier entries may be missing.

    It is no more than a guess: a database may count from any number, and the first entry may have been deleted.
    """
    numbers = [int(name) for entry in entries if (name := entry.native_id or "").isdecimal() and len(name) < _DIGITS]
    if len(numbers) != len(entries) or len(numbers) < _FEWEST_NUMBERED:
        return
    first, last = min(numbers), max(numbers)
    in_a_row = len(set(numbers)) == len(numbers) == last - first + 1
    if in_a_row and first > 1 and last <= _MOST_MISSING * len(numbers):
        text = f"entries are numbered {first} to {last}: where the page counts from 1, earlier ones are not on it"
        notes.append(Note(code="numbered-from", text=text))


def note_saved_copies(blog: LiveBlog, notes: list[Note], *, within: bool) -> None:
    """Note the addresses in a blog that are those of copies beside the saved page, and pictures `within` it."""
    blocks = [block for body in (blog.introduction, *(entry.body for entry in blog.entries)) for block in body]
    addresses = [url for block in blocks for url in _addresses(block)]
    found = [*dict.fromkeys(filter(is_saved_copy, addresses))]
    if found:
        text = f"saved beside the page, which does not say where it was on the web: {', '.join(found)}"
        notes.append(Note(code="saved-copy", text=text))
    if count := within and sum(isinstance(block, Media) and block.url is None for block in blocks):
        text = f"{amount(count, 'picture', 'pictures')} in the page itself, which does not say where on the web"
        notes.append(Note(code="saved-copy", text=text))


def _addresses(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [link.url for link in block.links]
    return [block.url] if isinstance(block, Media | Embed) and block.url else []
