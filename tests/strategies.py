"""Hypothesis strategies for whole blogs: `@given(blogs())`.

Every field and block of the model is set in some examples and left out in others; text is any Unicode text but lone
surrogates, control characters included; a time is of every kind that `Moment` admits. Ids are minted by `identify`.
Blogs are small, as shrinking wants them. Each function keeps the one strategy it makes: making them anew in every
draw takes longer than drawing.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from liveblog_archive.identity import identify
from liveblog_archive.model import (
    Agent,
    Block,
    Capture,
    CapturedSource,
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

ZONES = ("Asia/Yerevan", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC")
BLOG_IDS = ("tag:example.org,2021-11-16:bridge", "https://example.org/live?a=1&b=%27ü'", "urn:example:a-b_c~1;v=2")
QUALIFIERS = st.sampled_from(["exact", "approximate", "inferred"])
# Characters and sequences that formats escape, fold or normalise, so that they turn up far more often than by chance.
AWKWARD = st.sampled_from(
    [
        *["\x00", "\x0b", "\x1f", "\x85", "\ufeff", "\ufffe", "\u2028", "\r\n", "\r", "\n", "\t", " ", "\u00a0"],
        *["<&>\"'", "]]>", "\\n\\N;,:", "_x000B_", "_x005F_", "[U+000B]", "e\u0301", "é", "🌉", "שלום", "@id", "--"],
    ]
)  # fmt: skip


@cache
def texts() -> st.SearchStrategy[str]:
    """Any text, the empty one included."""
    return st.one_of(st.text(max_size=12), st.lists(st.one_of(AWKWARD, st.text(max_size=4)), max_size=4).map("".join))


@cache
def filled() -> st.SearchStrategy[str]:
    """Any text that is not blank."""
    return texts().map(lambda text: text if text.strip() else text + "x")


@cache
def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """A value of `strategy`, or None."""
    return st.one_of(st.none(), strategy)


@cache
def several(strategy: st.SearchStrategy) -> st.SearchStrategy[list]:
    """None to three values of `strategy`."""
    return st.lists(strategy, max_size=3)


@cache
def days() -> st.SearchStrategy[date]:
    """Any day, but the last of the calendar: it has no following midnight to end at."""
    return st.dates(date(1, 1, 2), date(9998, 12, 30))


@cache
def offsets() -> st.SearchStrategy[timezone]:
    """Any fixed offset in whole minutes."""
    return st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@cache
@st.composite
def instants(draw: st.DrawFn) -> datetime:
    """A wall clock with a fixed offset, in a zone (either side of a repeated hour included), or with neither."""
    kind = draw(st.sampled_from(["naive", "fixed", "zone", "repeated"]))
    if kind == "repeated":  # 31 October 2021, Berlin: 02:00 to 03:00 happened twice
        minute, fold = draw(st.integers(0, 59)), draw(st.integers(0, 1))
        return datetime(2021, 10, 31, 2, minute, tzinfo=zone("Europe/Berlin"), fold=fold)
    if kind == "zone":  # from 1970 on these zones have offsets in whole minutes
        wall = draw(st.dates(date(1970, 1, 2), date(2100, 1, 1)))
        return datetime.combine(wall, draw(st.times()), zone(draw(st.sampled_from(ZONES))))
    wall = draw(st.dates(date(1, 1, 5), date(9998, 12, 20)))
    return datetime.combine(wall, draw(st.times()), draw(offsets()) if kind == "fixed" else None)


@cache
@st.composite
def clock_moments(draw: st.DrawFn) -> Moment:
    """A time of day: of every precision, with the bounds that follow from it or with wider ones."""
    precision = draw(st.sampled_from(["second", "minute", "hour"]))
    value = draw(instants()).replace(microsecond=0)
    if precision != "second":
        value = value.replace(second=0)
    before = timedelta(microseconds=draw(st.integers(0, 10**10)))
    length = timedelta(microseconds=draw(st.integers(1, 10**10)))
    instant = value.astimezone(UTC) if value.tzinfo else value
    bounds = draw(st.sampled_from([{}, {"earliest": instant - before, "latest": instant + length}]))
    source = draw(st.sampled_from(["stated", "blog"])) if value.tzinfo else "unknown"
    return Moment(
        text=draw(texts()),
        value=value,
        precision=precision,
        qualifier=draw(QUALIFIERS),
        offset_source=source,
        **bounds,
    )


@cache
@st.composite
def day_moments(draw: st.DrawFn) -> Moment:
    """A day without a time of day, with its own bounds or a longer interval."""
    value = draw(days())
    later = value + timedelta(days=draw(st.integers(1, 9)))
    return Moment(
        text=draw(texts()),
        value=value,
        precision="day",
        qualifier=draw(QUALIFIERS),
        offset_source=draw(st.sampled_from(["stated", "blog", "unknown"])),
        **draw(st.sampled_from([{}, {"latest": later}])),
    )


@cache
def printed_moments() -> st.SearchStrategy[Moment]:
    """Something printed where a time stands that no value was found for."""
    source = st.sampled_from(["stated", "blog", "unknown"])
    return st.builds(Moment, text=filled(), qualifier=QUALIFIERS, offset_source=source)


@cache
def moments() -> st.SearchStrategy[Moment]:
    """A time of any kind."""
    return st.one_of(clock_moments(), day_moments(), printed_moments())


@cache
def agents() -> st.SearchStrategy[Agent]:
    """A person or an organization."""
    kind = st.sampled_from(["person", "organization"])
    return st.builds(Agent, name=filled(), kind=kind, url=maybe(filled()), role=maybe(filled()))


@cache
@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph, empty or not, with links that may touch each other and the paragraph's ends."""
    text = draw(texts())
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False) if draw(st.booleans()) else pairwise(cuts)
    return Paragraph(text, [Link(start, end, draw(filled())) for start, end in pairs])


@cache
def blocks() -> st.SearchStrategy[Block]:
    """A block of any type."""
    return st.one_of(
        paragraphs(),
        st.builds(Heading, texts(), st.integers(1, 6)),
        st.builds(Quotation, texts(), maybe(filled())),
        st.builds(ListBlock, several(texts()), st.booleans()),
        st.builds(
            Media,
            kind=st.sampled_from(["image", "video", "audio", "document"]),
            url=maybe(filled()),
            caption=maybe(filled()),
            credit=maybe(filled()),
            alt=maybe(filled()),
        ),
        st.builds(Embed, provider=filled(), url=maybe(filled()), text=texts()),
    )


@cache
def spans() -> st.SearchStrategy[Span]:
    """Lines or an element of the source."""
    lines = st.builds(lambda first, more: Span(first=first, last=first + more), st.integers(1, 99), st.integers(0, 9))
    return st.one_of(lines, st.builds(Span, element=filled()))


@cache
@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry without an id, possibly without anything at all."""
    time = draw(maybe(moments()))
    return Entry(
        headline=draw(maybe(filled())),
        body=draw(several(blocks())),
        time=time,
        day=None if time and time.value else draw(maybe(days())),
        created=draw(maybe(moments())),
        published=draw(maybe(moments())),
        modified=draw(maybe(moments())),
        authors=draw(several(agents())),
        key_event=draw(st.booleans()),
        pinned=draw(st.booleans()),
        summary=draw(maybe(filled())),
        status=draw(st.sampled_from(["published", "deleted", "draft", "comment"])),
        url=draw(maybe(filled())),
        native_id=draw(maybe(filled())),
        order_key=draw(maybe(filled())),
        span=draw(maybe(spans())),
    )


@cache
def captures() -> st.SearchStrategy[Capture]:
    """How a blog was captured, with and without notes, of one source or of several."""
    code = st.sampled_from(["unparsed-line", "date-inferred", "note"])
    count = maybe(st.integers(1, 2**53 - 1))
    facts: dict[str, st.SearchStrategy[Any]] = {
        "sha256": st.binary(min_size=32, max_size=32).map(bytes.hex),
        "media_type": filled(),
        "length": st.integers(0, 2**53 - 1),
        "retrieved": maybe(instants().map(lambda value: value if value.tzinfo else value.replace(tzinfo=UTC))),
        "url": maybe(filled()),
    }
    return st.builds(
        Capture,
        **facts,
        importer=filled(),
        notes=several(st.builds(Note, code=code, text=texts(), line=count, page=count, pages=count)),
        sources=several(st.builds(CapturedSource, **facts)),
    )


@cache
@st.composite
def blogs(draw: st.DrawFn) -> LiveBlog:
    """A whole blog of up to three entries, with ids."""
    return identify(
        LiveBlog(
            id=draw(st.sampled_from(BLOG_IDS)),
            title=draw(maybe(filled())),
            description=draw(maybe(filled())),
            language=draw(st.sampled_from([None, "en", "hy", "pt-BR", "zh-Hant-TW"])),
            timezone=draw(st.sampled_from([None, *ZONES])),
            url=draw(maybe(filled())),
            publisher=draw(maybe(agents())),
            authors=draw(several(agents())),
            introduction=draw(several(blocks())),
            entries=draw(several(entries())),
            order=draw(st.sampled_from(["newest-first", "oldest-first", "newest-day-first", "manual"])),
            coverage_start=draw(maybe(moments())),
            coverage_end=draw(maybe(moments())),
            declared_total=draw(maybe(st.integers(0, 5))),
            capture=draw(maybe(captures())),
        )
    )
