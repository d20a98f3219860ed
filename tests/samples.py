"""A blog, written for the tests, that uses every field and every block of the model."""

from datetime import UTC, date, datetime, timedelta, timezone

from liveblog_archive.identity import identify
from liveblog_archive.model import (
    Agent,
    Capture,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Quotation,
    Span,
)
from liveblog_archive.zones import zone

YEREVAN = zone("Asia/Yerevan")


def clock(text: str, hour: int, minute: int = 0, day: int = 16) -> Moment:
    """Return an exact minute of November 2021 in Yerevan."""
    value = datetime(2021, 11, day, hour, minute, tzinfo=YEREVAN)
    return Moment(text=text, value=value, precision="minute", offset_source="blog")


def about(text: str, hour: int) -> Moment:
    """Return "about `hour`" on 16 November 2021 in Yerevan."""
    value = datetime(2021, 11, 16, hour, tzinfo=YEREVAN)
    half = timedelta(minutes=30)
    return Moment(
        text=text,
        value=value,
        precision="hour",
        qualifier="approximate",
        offset_source="blog",
        earliest=value - half,
        latest=value + half,
    )


def stated(hour: int, second: int = 0) -> Moment:
    """Return a second that the source's data states with its own offset."""
    value = datetime(2021, 11, 16, hour, 7, second, tzinfo=timezone(timedelta(hours=1)))
    return Moment(text=value.isoformat(), value=value, precision="second", offset_source="stated")


def full_blog() -> LiveBlog:
    """Return the blog; every field of every class is set somewhere, and left out somewhere else."""
    reporter = Agent(name="Անի Example", url="https://news.example/ani", role="Reporter")
    everything = Entry(
        headline="Bridge <closed> & reopened “at dusk”",
        body=[
            Paragraph("Traffic was led over the old road.", [Link(19, 34, "https://news.example/?a=1&b=2")]),
            Heading("What is known", 3),
            Quotation("Nobody was hurt.\nWe checked twice.", "Fire service"),
            ListBlock(["one lane open", "buses   diverted"]),
            ListBlock(["first", "second"], ordered=True),
            Media(
                kind="image",
                url="https://news.example/bridge.jpg",
                caption="The bridge at noon",
                credit="A. Example",
                alt="A bridge under fog",
            ),
            Embed(provider="example-social", url="https://social.example/1", text="It is open again. 🌉"),
            Paragraph("  kept   blanks\tand tabs, мост, körpü, կամուրջ, ხიდი, γέφυρα, גשר, جسر  "),
        ],
        time=clock("5:50 p.m.:", 17, 50),
        created=stated(13),
        published=stated(14, 30),
        modified=stated(15, 59),
        authors=[reporter, Agent(name="Desk", kind="organization")],
        key_event=True,
        pinned=True,
        summary="The bridge is open.",
        url="https://news.example/live#block-1",
        native_id="block-1",
        order_key="17.5",
        span=Span(first=12, last=20),
    )
    entries = [
        Entry(body=[Paragraph("Good morning.")], time=clock("[09:05]", 9, 5, day=17), span=Span(element="/div[1]")),
        Entry(body=[Paragraph("About three it began to rain.")], time=about("At approximately 3 p.m.,", 15)),
        Entry(headline="Schools close early", body=[Paragraph("All of them.")], day=date(2021, 11, 16)),
        everything,
        Entry(
            body=[Paragraph("A day is all we know.")],
            time=Moment(text="16 November", value=date(2021, 11, 16), precision="day", offset_source="blog"),
        ),
        Entry(body=[Paragraph("Goal!")], time=Moment(text="95'"), day=date(2021, 11, 16)),
        Entry(headline="Only a headline", status="draft"),
        Entry(body=[Paragraph("Withdrawn.")], time=clock("23:58 –", 23, 58), status="deleted"),
        Entry(
            body=[Paragraph("Half past midnight.")],
            time=Moment(
                text="00:30",
                value=datetime(2021, 11, 17, 0, 30, tzinfo=YEREVAN),
                precision="minute",
                qualifier="inferred",
                offset_source="blog",
            ),
        ),
    ]
    return identify(
        LiveBlog(
            id="tag:news.example,2021-11-16:bridge",
            title="The bridge, live",
            description="A day and a night at the bridge",
            language="en",
            timezone="Asia/Yerevan",
            url="https://news.example/live/bridge",
            publisher=Agent(name="Example News", kind="organization", url="https://news.example/"),
            authors=[reporter],
            introduction=[Paragraph("What happened at the bridge.", [Link(21, 27, "https://news.example/b")])],
            entries=entries,
            order="newest-day-first",
            coverage_start=stated(9),
            coverage_end=stated(23),
            declared_total=12,
            capture=Capture(
                sha256="ab" * 32,
                media_type="text/html",
                length=12345,
                importer="test 1",
                retrieved=datetime(2021, 11, 18, 8, 0, 1, tzinfo=UTC),
                url="https://news.example/live/bridge?page=1",
                notes=[
                    Note(code="unparsed-line", text="Advertisement & more", line=3),
                    Note(code="order-inversion", text="09:05 stands after 09:10"),
                ],
            ),
        )
    )


def headed() -> LiveBlog:
    """Return a blog with headings in its introduction, and in entries with and without a headline."""
    body = [Heading("Roads"), Paragraph("All are open again.")]
    entries = [
        Entry(body=body, time=clock("8:00", 8)),
        Entry(headline="After the storm", body=body, time=clock("9:00", 9)),
        Entry(body=body[::-1], time=clock("10:00", 10)),
    ]
    introduction = [Paragraph("What the storm left."), Heading("What to read first")]
    facts = {"title": "Storm", "language": "en", "order": "oldest-first"}
    return identify(LiveBlog(id="tag:news.example,2021:headed", introduction=introduction, entries=entries, **facts))
