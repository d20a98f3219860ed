"""The entries of the golden vectors: every block, every kind of time, and the characters that encoders differ in."""

from datetime import UTC, date, datetime, timedelta, timezone

from liveblog_archive.model import (
    Agent,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    Media,
    Moment,
    Paragraph,
    Quotation,
    Span,
)
from liveblog_archive.zones import zone
from tests.samples import about, clock, full_blog, stated

REPEATED = datetime(2021, 10, 31, 2, 30, tzinfo=zone("Europe/Berlin"))
NAIVE = datetime(2021, 11, 16, 23, 59, tzinfo=UTC).replace(tzinfo=None)
MARGIN = timedelta(microseconds=1)

ENTRIES = {
    "nothing at all": Entry(),
    "a printed minute": full_blog().entries[0],
    "every field and every block": full_blog().entries[3],
    "fields that no record has": Entry(headline="Here", order_key="7", span=Span(first=1, last=2)),
    "a deleted entry": Entry(headline="Withdrawn", status="deleted"),
    "a draft": Entry(headline="Not yet", status="draft"),
    "an approximate hour": Entry(time=about("At approximately 3 p.m.,", 15)),
    "a stated second that is zero": Entry(time=stated(14)),
    "a stated second that is not": Entry(time=stated(14, 30)),
    "a bound between two seconds": Entry(
        time=Moment(value=NAIVE, precision="minute", earliest=NAIVE - MARGIN, latest=NAIVE + MARGIN)
    ),
    "a clock without offset": Entry(time=Moment(value=NAIVE, precision="minute")),
    "a clock in UTC": Entry(
        time=Moment(value=datetime(2021, 11, 16, 9, tzinfo=UTC), precision="hour", offset_source="stated")
    ),
    "an offset west of Greenwich in half hours": Entry(
        time=Moment(
            value=datetime(2021, 11, 16, 9, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            precision="minute",
            offset_source="stated",
        )
    ),
    "a repeated hour, first pass": Entry(time=Moment(value=REPEATED, precision="hour", offset_source="blog")),
    "a repeated hour, second pass": Entry(
        time=Moment(value=REPEATED.replace(fold=1), precision="hour", offset_source="blog")
    ),
    "a day as time": Entry(time=Moment(text="16 Nov", value=date(2021, 11, 16), precision="day")),
    "a day of an early year": Entry(day=date(33, 4, 3)),
    "a day beside a time without value": Entry(time=Moment(text="95'"), day=date(2021, 11, 16)),
    "an inferred time": Entry(time=Moment(text="00:30", qualifier="inferred", offset_source="blog")),
    "every other time": Entry(created=clock("9", 9), published=clock("10", 10), modified=clock("11", 11)),
    "an empty block of every type": Entry(
        body=[
            Paragraph(""),
            Heading("", 6),
            Quotation(""),
            ListBlock([]),
            Media(kind="document"),
            Embed(provider="example-social"),
        ]
    ),
    "a link from the first character, counted in code points": Entry(
        body=[Paragraph("🌉 bridge", [Link(0, 1, "https://news.example/b"), Link(2, 8, "#b")])]
    ),
    "agents": Entry(
        authors=[
            Agent(name="A. Example", url="https://news.example/a", role="Reporter"),
            Agent(name="News desk", kind="organization"),
        ]
    ),
    "control characters, quotes and slashes": Entry(
        body=[Paragraph('\x00\x01\x07\b\t\n\x0b\f\r\x1f\x20 "quoted" \\ / </script> \x7f\x80\x85')]
    ),
    "characters beyond ASCII and beyond the first plane": Entry(
        body=[Paragraph("é e\u0301 ﬁ €\u2028\u2029\ufeff\ufffd\uffff 🌉 \U0010ffff мост 橋 جسر")]
    ),
}
