"""VTIMEZONE: the blocks say what the tz database says, to whoever reads them."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from liveblog_archive.exporters.contentlines import pieces
from liveblog_archive.exporters.vtimezone import onsets, vtimezone
from liveblog_archive.validation.calendar import problems
from liveblog_archive.zones import zone
from tests.exporters.readers import READERS, by_icalendar, by_vobject

# Half an hour of summer time, a day left out, summer time that pauses for Ramadan, winter time that is the exception,
# half and quarter hours, zones that gave up changing, and two plain ones.
ZONES = (
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Europe/Dublin",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Yerevan",
    "Europe/Berlin",
    "America/New_York",
)
DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
FIRST, LAST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)


def changes(key: str, first: datetime, last: datetime) -> list[datetime]:
    """Return the instants at which a zone's offset changes."""
    found = []
    instant = first
    while instant < last:
        following = instant + 6 * HOUR
        before, after = instant, following
        if instant.astimezone(zone(key)).utcoffset() != following.astimezone(zone(key)).utcoffset():
            while after - before > SECOND:
                middle = before + timedelta(seconds=(after - before) // SECOND // 2)
                same = middle.astimezone(zone(key)).utcoffset() == instant.astimezone(zone(key)).utcoffset()
                before, after = (middle, after) if same else (before, middle)
            found.append(after)
        instant = following
    return found


def unique(local: datetime) -> bool:
    """Tell whether the zone's clock shows this time once: the others are never written with a TZID."""
    return local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset()


def text(key: str, first: datetime, last: datetime) -> str:
    return b"".join(pieces(vtimezone(key, first, last))).decode()


class Interpreter:
    """RFC 5545 3.6.5 for blocks without rules, from the text alone: the last onset that has passed is in force."""

    BLOCK = re.compile(
        r"BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\d{8}T\d{6})\r\n"
        r"TZOFFSETFROM:([+-]\d{4})\r\nTZOFFSETTO:([+-]\d{4})\r\nTZNAME:(\S+)\r\nEND:\1\r\n"
    )

    def __init__(self, text: str) -> None:
        head, *blocks, tail = re.split(r"(?=BEGIN:[SD])|(?=END:VTIMEZONE)", text)
        assert re.fullmatch(r"BEGIN:VTIMEZONE\r\nTZID:\S+\r\n", head)
        assert tail == "END:VTIMEZONE\r\n"
        self.blocks = []
        for block in blocks:
            kind, start, before, after, name = self.BLOCK.fullmatch(block).groups()
            wall = datetime.fromisoformat(start)
            self.blocks.append((wall, self.offset(before), self.offset(after), kind, name))

    @staticmethod
    def offset(text: str) -> timedelta:
        size = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))
        return -size if text[0] == "-" else size

    def at(self, instant: datetime) -> tuple[timedelta, str, str]:
        """Return offset, kind and name in force at an instant."""
        passed = [b for b in self.blocks if (b[0] - b[1]).replace(tzinfo=UTC) <= instant]
        return passed[-1][2:]

    def instant(self, wall: datetime) -> datetime:
        """Return the instant that a wall clock means, as simple readers find it."""
        passed = [b for b in self.blocks if b[0] <= wall]
        return (wall - passed[-1][2]).replace(tzinfo=UTC)


@pytest.mark.parametrize("key", ZONES)
def test_the_blocks_agree_with_the_tz_database_around_every_change_since_1990(key: str) -> None:
    interpreter = Interpreter(text(key, FIRST, LAST))
    turns = changes(key, FIRST, LAST) or [datetime(2000, 6, 1, tzinfo=UTC)]
    for turn in turns:
        for distance in (-DAY, -HOUR, -SECOND, 0 * SECOND, SECOND, HOUR, DAY, 30 * DAY, 90 * DAY):
            local = (turn + distance).astimezone(zone(key))
            assert interpreter.at(turn + distance)[0] == local.utcoffset(), turn + distance
            if unique(local):
                assert interpreter.instant(local.replace(tzinfo=None)) == turn + distance


def file_of(key: str, name: str, shown: list[datetime]) -> bytes:
    """Return a calendar that calls the zone `key` by `name`, with an event for each time."""
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20200101T000000Z\r\n"
        f"DTSTART;TZID={name}:{each:%Y%m%dT%H%M%S}\r\nEND:VEVENT\r\n"
        for number, each in enumerate(shown)
    )
    zones = text(key, shown[0], shown[-1]).replace(f"TZID:{key}", f"TZID:{name}")
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{zones}{events}END:VCALENDAR\r\n".encode()


def times_around_changes(key: str) -> list[datetime]:
    """Return times of ten years that the zone's clock shows once, close to its changes and far from them."""
    turns = changes(key, datetime(2009, 1, 1, tzinfo=UTC), datetime(2019, 12, 31, tzinfo=UTC))
    turns = turns or [datetime(2012, 6, 1, tzinfo=UTC)]
    instants = [turn + distance for turn in turns for distance in (-2 * HOUR, -SECOND, 2 * HOUR, 20 * DAY)]
    return [local for local in (each.astimezone(zone(key)) for each in sorted(instants)) if unique(local)]


@pytest.mark.parametrize("key", ZONES)
def test_libraries_find_the_same_instants_with_these_blocks(key: str) -> None:
    shown = times_around_changes(key)
    instants = {str(number): each.astimezone(UTC) for number, each in enumerate(shown)}
    # Under a TZID that nobody knows, a reader has the blocks alone. `ical` works out only blocks with rules, so it
    # is asked for the key itself, which it finds in the tz database, blocks or no blocks.
    unknown = file_of(key, f"Own/{key.replace('/', '-')}", shown)
    assert problems(unknown) == ()
    for read in (by_icalendar, by_vobject):
        assert {each.uid: each.start for each in read(unknown)} == instants
    for read in READERS:
        assert {each.uid: each.start for each in read(file_of(key, key, shown))} == instants


def test_there_is_one_block_for_each_change_and_one_for_the_offset_before() -> None:
    blocks = Interpreter(text("Europe/Berlin", LAST, LAST)).blocks
    assert [(wall.date().isoformat(), kind, name) for wall, _, _, kind, name in blocks] == [
        ("2025-01-01", "STANDARD", "CET"),
        ("2025-03-30", "DAYLIGHT", "CEST"),
        ("2025-10-26", "STANDARD", "CET"),
        ("2026-03-29", "DAYLIGHT", "CEST"),
        ("2026-10-25", "STANDARD", "CET"),
        ("2027-03-28", "DAYLIGHT", "CEST"),
        ("2027-10-31", "STANDARD", "CET"),
    ]


def test_a_zone_without_changes_is_one_block_with_the_same_offset_before_and_after() -> None:
    assert text("Asia/Yerevan", datetime(2021, 11, 16, tzinfo=UTC), datetime(2021, 11, 17, tzinfo=UTC)) == (
        "BEGIN:VTIMEZONE\r\nTZID:Asia/Yerevan\r\nBEGIN:STANDARD\r\nDTSTART:20200101T040000\r\n"
        "TZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\nTZNAME:+04\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


def test_an_onset_is_on_the_clock_that_it_changes() -> None:
    _, autumn, *_ = onsets("Australia/Lord_Howe", datetime(2021, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC))
    assert autumn.wall == datetime.fromisoformat("2020-04-05T02:00")
    assert (autumn.before, autumn.after) == (timedelta(hours=11), timedelta(hours=10, minutes=30))


def test_a_year_that_begins_in_summer_begins_with_a_daylight_block() -> None:
    wall, before, after, kind, _ = Interpreter(text("Australia/Lord_Howe", LAST, LAST)).blocks[0]
    assert (wall, kind) == (datetime.fromisoformat("2025-01-01T11:00"), "DAYLIGHT")
    assert before == after == timedelta(hours=11)


def test_summer_is_daylight_also_where_the_tz_database_counts_winter_as_the_exception() -> None:
    blocks = Interpreter(text("Europe/Dublin", LAST, LAST)).blocks
    assert {(kind, name) for _, _, _, kind, name in blocks} == {("STANDARD", "GMT"), ("DAYLIGHT", "IST")}


def test_no_zone_changes_twice_within_the_days_that_are_looked_at() -> None:
    steps = [
        later.instant - earlier.instant
        for key in ("Africa/Casablanca", "Asia/Gaza", "America/Recife", "Africa/El_Aaiun")
        for _, *found in [onsets(key, datetime(1971, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC))]
        for earlier, later in pairwise(found)
    ]
    assert min(steps) > 6 * DAY
