"""What the golden files cite: one blog and entry for every habit that a citation has to cope with."""

from datetime import UTC, date, datetime, timedelta, timezone

from attrs import evolve

from liveblog_archive.identity import VersionId
from liveblog_archive.model import Agent, Capture, Entry, LiveBlog, Media, Moment, Paragraph
from liveblog_archive.zones import zone

BLOG_ID = "tag:news.example,2021-11-16:storm"
LOCAL = "#43xsc59pt1p9"
VERSION = VersionId.parse("1f2e3d4c5a6b" + 52 * "0")

Case = tuple[LiveBlog, Entry | None, int | None]


def person(name: str) -> Agent:
    return Agent(name=name)


def minute(key: str, hour: int, at: int = 0, day: date = date(2021, 11, 16), **more: object) -> Moment:
    """Return a minute of a day on the clock of an IANA zone."""
    value = datetime(day.year, day.month, day.day, hour, at, tzinfo=zone(key))
    return Moment(**{"value": value, "precision": "minute", "offset_source": "blog", **more})


ENTRY = Entry(
    id=BLOG_ID + LOCAL,
    headline="Police close Main Street",
    body=[Paragraph("Two lanes are under water."), Paragraph("Buses turn at the station.")],
    time=minute("Asia/Yerevan", 17, 50),
    url="https://news.example/storm#post-7",
)
BLOG = LiveBlog(
    id=BLOG_ID,
    title="Storm live",
    language="en",
    url="https://news.example/storm",
    publisher=Agent(name="Example News", kind="organization"),
    authors=[person("Alice B. Reporter")],
    entries=[ENTRY],
    capture=Capture(
        sha256="ab" * 32,
        media_type="text/html",
        length=1,
        importer="test 1",
        retrieved=datetime(2021, 11, 18, 8, tzinfo=UTC),
    ),
)
BARE = LiveBlog(id=BLOG_ID)
WEB = evolve(
    BLOG,
    id="https://news.example/live/storm",
    entries=[evolve(ENTRY, id="https://news.example/live/storm" + LOCAL, url=None)],
)
LINKED = evolve(WEB.entries[0], url=ENTRY.url)


def entry(**changes: object) -> Case:
    return BLOG, evolve(ENTRY, **changes), None


def blog(**changes: object) -> Case:
    return evolve(BLOG, **changes), ENTRY, None


def at(moment: Moment | None, **changes: object) -> Case:
    """Return an entry with this time, in a blog that has the zone of it as its own."""
    tz = getattr(moment and moment.value, "tzinfo", None)
    blog, cited, paragraph = entry(time=moment, **changes)
    return evolve(blog, timezone=getattr(tz, "key", None)), cited, paragraph


CASES: dict[str, Case] = {
    "an entry": (BLOG, ENTRY, None),
    "a paragraph": (BLOG, ENTRY, 2),
    "the blog itself": (BLOG, None, None),
    "the blog itself, captured in part": (evolve(BLOG, declared_total=12, coverage_start=ENTRY.time), None, None),
    "a blog whose id is on the web": (WEB, WEB.entries[0], 2),
    "a blog whose id is on the web, itself": (WEB, None, None),
    "a blog whose id is on the web, an entry with an address of its own": (WEB, LINKED, 2),
    "a deleted entry": entry(status="deleted"),
    "a draft": entry(status="draft"),
    "nothing known but the id": (BARE, Entry(id=BLOG_ID + LOCAL), None),
    "nothing known of the blog but its id": (BARE, None, None),
    # who
    "no author: the organization": blog(authors=[]),
    "no author, no organization: the title": blog(authors=[], publisher=None),
    "an organization": entry(authors=[Agent(name="Harbour Desk & Sons", kind="organization")]),
    "an author who is also the publisher": blog(authors=[BLOG.publisher]),
    "two authors": entry(authors=[person("Alice B. Reporter"), person("Jean-Paul van der Berg")]),
    "an organization and a person": entry(authors=[Agent(name="Desk", kind="organization"), person("Carol Smith")]),
    "five authors": entry(
        authors=[
            person("Alice B. Reporter"),
            person("Martin L. King Jr."),
            person("Ursula Le Guin"),
            person("Osama bin Munqidh"),
            Agent(name="Desk", kind="organization"),
        ]
    ),
    "names in other scripts": entry(authors=[person("安藤花子"), person("Անի Օրինակ")]),
    "one name": entry(authors=[person("Plato")]),
    # what
    "an untitled entry": entry(headline=None),
    "an untitled entry with a long text": entry(
        headline=None,
        body=[
            Paragraph("The ferry that ran aground near the old lighthouse, at noon, floats again. Nobody was hurt."),
        ],
    ),
    "an untitled entry without words": entry(headline=None, body=[Media(kind="image"), Paragraph(" ")]),
    "a title with quotation marks": entry(headline="Mayor: “Stay at home”"),
    "a title with italics": entry(headline="The <i>Anthemar Star</i> is afloat"),
    "a title that asks": entry(headline="Is the bridge safe?"),
    "a title that ends in an abbreviation": entry(headline="Storm reaches the U.S."),
    "a title that ends in a full stop": entry(headline="The bridge is open."),
    "a title from right to left": (
        evolve(BLOG, title="סערה בשידור חי", language="he"),
        evolve(ENTRY, headline="המשטרה סוגרת את רחוב הראשי 5", authors=[person("דנה כהן")]),
        None,
    ),
    "a title from right to left that begins from left to right": (
        evolve(BLOG, title="BREAKING: العاصفة لحظة بلحظة", publisher=Agent(name="أخبار 24", kind="organization")),
        evolve(ENTRY, headline="إغلاق الطريق 5?", authors=[person("ليلى حداد"), person("Alice B. Reporter")]),
        None,
    ),
    "a title from right to left with quotation marks": entry(headline="ראש העיר: “הישארו בבית”"),
    "a title from right to left, of an untitled entry": entry(
        headline=None, body=[Paragraph("המעבורת שעלתה על שרטון ליד המגדלור הישן צפה שוב, ואיש לא נפגע באירוע.")]
    ),
    "a title that ends in a Chinese full stop": entry(headline="港口关闭。"),
    "a title that asks in Chinese": entry(headline="大桥安全吗？"),
    "a title that ends in a fullwidth comma": entry(headline="港口关闭，"),
    "hostile characters": (
        evolve(BLOG, title="{Storm} & 50 % \\input{x}", publisher=Agent(name="A_B and {C}", kind="organization")),
        evolve(
            ENTRY,
            headline="\\end{document} }{ $x_1^2$ # ~ <b>\"q\"</b> ''q'' a--b `c`\r\nER  - \x00\x0b\u2028 \t end",
            authors=[person("Robert'); DROP {TABLE}"), person("M. and N. Brace}")],
            url="https://news.example/?a=1&b={2}\\%20#x y",
        ),
        2,
    ),
    # when
    "an approximate time": at(minute("Asia/Yerevan", 15, precision="hour", qualifier="approximate")),
    "a missing time": at(None),
    "a missing time on a known day": at(None, day=date(2021, 11, 16)),
    "a printed time without a value": at(Moment(text="95'"), day=date(2021, 11, 16)),
    "the day only": at(Moment(value=date(2021, 11, 16), precision="day", offset_source="unknown")),
    "about a day": at(Moment(value=date(2021, 9, 6), precision="day", qualifier="approximate")),
    "an inferred time": at(minute("Asia/Yerevan", 0, 30, qualifier="inferred")),
    "an inferred day of a deleted entry": at(
        Moment(value=date(2021, 11, 16), precision="day", qualifier="inferred"), status="deleted"
    ),
    "a time to the second": at(
        Moment(
            value=datetime(2021, 11, 16, 12, 0, 7, tzinfo=timezone(timedelta(hours=1), "CET")),
            precision="second",
            offset_source="stated",
        )
    ),
    "an exact hour": at(minute("UTC", 0, precision="hour")),
    "an unknown zone": at(Moment(value=datetime(2021, 11, 16, 17, 50), precision="minute")),  # noqa: DTZ001 - naive
    "summer time in Berlin": at(minute("Europe/Berlin", 13, 45, date(2021, 7, 1))),
    "winter time in New York": at(minute("America/New_York", 9, 5)),
    "a zone with an abbreviation, Kolkata": at(minute("Asia/Kolkata", 23, 59)),
    "half an hour, without an abbreviation": at(
        Moment(
            value=datetime(2021, 11, 16, 17, 50, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            precision="minute",
            offset_source="stated",
        )
    ),
    "west of Greenwich, without an abbreviation": at(minute("America/Sao_Paulo", 17, 50)),
    "the repeated hour, first": at(minute("Europe/Berlin", 2, 30, date(2021, 10, 31))),
    "the repeated hour, second": at(
        Moment(
            value=datetime(2021, 10, 31, 2, 30, tzinfo=zone("Europe/Berlin"), fold=1),
            precision="minute",
            offset_source="blog",
        )
    ),
}
