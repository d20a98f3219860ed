"""Values made without checks: what the constructors would have made, and as frozen."""

import pickle
from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest

from liveblog_archive.errors import ModelError
from liveblog_archive.model import Entry, Link, Media, Moment, Paragraph, Span, ready
from liveblog_archive.zones import zone

VALUE = datetime(2021, 11, 16, 14, 5, tzinfo=zone("Asia/Yerevan"))
LATEST = VALUE + timedelta(minutes=1)
STATED = {"text": "14:05", "value": VALUE, "precision": "minute", "qualifier": "exact", "offset_source": "blog"}
TIME = ready.moment("14:05", VALUE, LATEST, "minute", "exact")
SPAN = ready.lines(2, 4)
PAIRS = [
    (ready.link(3, 7, "/x"), Link(3, 7, "/x")),
    (ready.paragraph("It sank."), Paragraph("It sank.")),
    (ready.paragraph("It sank.", (Link(3, 7, "/x"),)), Paragraph("It sank.", [Link(3, 7, "/x")])),
    (
        ready.media(Media(kind="image", url="/y.jpg", caption="x", alt="Quay"), None, "A. Nobody"),
        Media(kind="image", url="/y.jpg", credit="A. Nobody", alt="Quay"),
    ),
    (SPAN, Span(first=2, last=4)),
    (ready.path("/html"), Span(element="/html")),
    (TIME, Moment(**STATED)),
    (ready.clock("14:05", VALUE, "minute", "blog"), Moment(**STATED)),
    (
        ready.entry("Aground", (Paragraph("a"),), TIME, None, SPAN),
        Entry(headline="Aground", body=[Paragraph("a")], time=Moment(**STATED), span=Span(first=2, last=4)),
    ),
    (
        ready.entry(None, (), None, date(2021, 11, 16), SPAN),
        Entry(day=date(2021, 11, 16), span=Span(first=2, last=4)),
    ),
]


@pytest.mark.parametrize(("made", "checked"), PAIRS, ids=[type(checked).__name__ for _, checked in PAIRS])
class TestAReadyValue:
    def test_is_what_its_constructor_makes(self, made, checked):
        assert type(made) is type(checked)
        assert (made, hash(made)) == (checked, hash(checked))
        assert repr(attrs.asdict(made)) == repr(attrs.asdict(checked))  # equal times may be of other zones

    def test_is_frozen(self, made, checked):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, attrs.fields(type(checked))[0].name, "other")

    def test_can_be_changed_and_kept_like_any_other(self, made, checked):
        assert attrs.evolve(made) == checked
        assert pickle.loads(pickle.dumps(made)) == checked


def test_every_slot_of_an_entry_is_filled():
    entry = ready.entry("a", (), TIME, None, SPAN)
    assert {attribute.name for attribute in attrs.fields(Entry)} == attrs.asdict(entry).keys()


@pytest.mark.parametrize(
    "value",
    [
        *(datetime(2021, 10, 31, 2, 59, fold=fold, tzinfo=zone("Europe/Berlin")) for fold in (0, 1)),
        datetime(2021, 3, 28, 1, 59, tzinfo=zone("Europe/Berlin")),
        datetime(1, 1, 1, 0, 0, tzinfo=UTC),
        datetime(2021, 1, 1, 23, 59, tzinfo=timezone(timedelta(hours=-5, minutes=-30))),
    ],
)
@pytest.mark.parametrize("precision", ["minute", "second"])
def test_a_clock_ends_where_its_constructor_says(value, precision):
    made = ready.clock("", value, precision, "stated")
    checked = Moment(value=value, precision=precision, offset_source="stated")
    assert (made, repr(made)) == (checked, repr(checked))


@pytest.mark.parametrize(
    "value",
    [
        datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
        datetime(1, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=14))),
        datetime(1850, 1, 1, 0, 0, tzinfo=zone("Europe/Berlin")),
        datetime(2021, 1, 1, 0, 0),  # noqa: DTZ001 - the offset is what is not there
    ],
)
def test_a_clock_that_no_moment_can_hold_is_refused(value):
    with pytest.raises(ModelError):
        ready.clock("", value, "minute", "stated")


def test_bounds_are_in_absolute_time():
    assert TIME.latest is not None
    assert isinstance(TIME.latest, datetime)
    assert TIME.latest.astimezone(UTC) - VALUE.astimezone(UTC) == timedelta(minutes=1)
