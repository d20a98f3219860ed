"""What a format does not carry is told: of every field of the model, the file has it, or a note names it."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from attrs import evolve, fields
from pypdf import PdfReader

from liveblog_archive.exporters import exporter
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
)  # fmt: skip
from liveblog_archive.model.entry import AgentKind
from tests.exporters.pdf.reading import addresses, all_words
from tests.samples import full_blog

HOW_IT_WAS_READ = {"order", "capture", "order_key", "span"}
READERS = ("pdf", "ical", "html", "newsml", "tei")


def stated(minute: int) -> Moment:
    value = datetime(2021, 11, 16, 7, minute, tzinfo=UTC)
    return Moment(text=value.isoformat(), value=value, precision="minute", offset_source="stated")


def agent(name: str) -> Agent:
    return Agent(name=f"{name}-name", url=f"https://a.example/{name}", role=f"{name}-role")


def of_agent(name: str) -> list[str]:
    return [f"{name}-name", f"https://a.example/{name}", f"{name}-role"]


MEDIA = {name: f"https://a.example/{name}" for name in ("url", "caption", "credit", "alt")}
EMBED = Embed(provider="embed-provider", url="https://a.example/embed", text="embed-text")
# Each field with a value that stands nowhere else, and what of it must be in the file.
OF_A_BLOG = {
    "title": ("blog-title", ["blog-title"]),
    "description": ("blog-description", ["blog-description"]),
    "language": ("pt-BR", ["pt-BR"]),
    "timezone": ("Asia/Yerevan", ["Asia/Yerevan"]),
    "url": ("https://a.example/blog-url", ["https://a.example/blog-url"]),
    "publisher": (evolve(agent("blog-publisher"), kind="organization"), of_agent("blog-publisher")),
    "authors": ([agent("blog-author")], of_agent("blog-author")),
    "introduction": ([Paragraph("intro-text", [Link(0, 5, "https://a.example/il")])], ["intro", "-text", "/il"]),
    "coverage_start": (stated(1), ["07:01"]),
    "coverage_end": (stated(2), ["07:02"]),
    "declared_total": (4711, ["4,711|4711|4.711"]),
}
OF_AN_ENTRY = {
    "headline": ("entry-headline", ["entry-headline"]),
    "body": (
        [
            Paragraph("body-text", [Link(0, 4, "https://a.example/body")]), Heading("heading-text"),
            Quotation("quoted-text", "quoted-source"), ListBlock(["list-item"]), Media(kind="image", **MEDIA), EMBED,
        ],
        ["body", "-text", "https://a.example/body", "heading-text", "quoted-text", "quoted-source", "list-item",
         *MEDIA.values(), "embed-provider", "embed-text", "https://a.example/embed"],
    ),
    "time": (stated(3), ["07:03|0703"]),
    "day": (date(2020, 2, 29), ["2020-02-29|20200229|29 February 2020"]),
    "created": (stated(4), ["07:04|0704"]),
    "published": (stated(5), ["07:05|0705"]),
    "modified": (stated(6), ["07:06|0706"]),
    "authors": ([agent("entry-author")], of_agent("entry-author")),
    "key_event": (True, ["(?i)key.event"]),
    "pinned": (True, ["(?i)pinned|fixad"]),
    "summary": ("entry-summary", ["entry-summary"]),
    "status": ("comment", ["(?i)comment|coment|withheld|TENTATIVE"]),
    "url": ("https://a.example/entry-url", ["https://a.example/entry-url"]),
    "native_id": ("native-7", ["native-7"]),
}  # fmt: skip
# What else an entry has: to machines a page dates one by what is published only where no time of its own is known.
BESIDE = {"published": {"time": stated(58)}}


def test_every_field_of_the_model_is_asked_for() -> None:
    assert {one.name for one in fields(LiveBlog)} - HOW_IT_WAS_READ - {"id", "entries"} == OF_A_BLOG.keys()
    assert {one.name for one in fields(Entry)} - HOW_IT_WAS_READ - {"id"} == OF_AN_ENTRY.keys()


def blog_with(whose: str, field: str, value: object) -> LiveBlog:
    """Return a blog of one entry that has one fact, and a capture that dates it."""
    capture = Capture(
        sha256="ab" * 32, media_type="text/plain", length=1, importer="x", retrieved=datetime(2022, 1, 1, tzinfo=UTC)
    )
    entry = (
        Entry(**({field: value} | BESIDE.get(field, {})))
        if whose == "entry"
        else Entry(time=stated(59), authors=[agent("another")])
    )
    known = {field: value} if whose == "blog" else {}
    return identify(LiveBlog(id="tag:x.example,2021:y", entries=[entry], capture=capture, **known))


def file_and_notes(blog: LiveBlog, name: str) -> tuple[str, str]:
    """Return what the file says, and the notes; of a briefing what its pages say, for one may have no attachment."""
    notes: list[Note] = []
    options = {"entries": "all"} | ({"conformance": "plain"} if name == "pdf" else {})
    data = b"".join(exporter(name).write(blog, options, notes.append))
    said = "\n".join(note.text for note in notes)
    if name != "pdf":
        return data.decode().replace("\r\n ", ""), said
    reader = PdfReader(BytesIO(data))
    return "\n".join([all_words(reader), *addresses(reader)]), said


CASES = [("blog", name, *case) for name, case in OF_A_BLOG.items()]
CASES += [("entry", name, *case) for name, case in OF_AN_ENTRY.items()]
TIMES = ("created", "published", "modified")


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(("whose", "field", "value", "signs"), CASES)
def test_the_file_has_it_or_a_note_names_it(
    name: str, whose: str, field: str, value: object, signs: list[str]
) -> None:
    data, notes = file_and_notes(blog_with(whose, field, value), name)
    without, _ = file_and_notes(blog_with("nobody", field, value), name)
    carried = all(len(re.findall(sign, data)) > len(re.findall(sign, without)) for sign in signs)
    assert carried is not (field in notes), notes


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    ("whose", "field", "usual", "other"),
    [
        ("blog", "publisher", "organization", "person"),
        ("blog", "authors", "person", "organization"),
        ("entry", "authors", "person", "organization"),
    ],
)
def test_what_kind_of_agent_it_is_stands_in_the_file_or_a_note_names_it(
    name: str, whose: str, field: str, usual: AgentKind, other: AgentKind
) -> None:
    def said(kind: AgentKind) -> tuple[int, str]:
        one = Agent(name="Night Desk", kind=kind)
        data, notes = file_and_notes(blog_with(whose, field, one if field == "publisher" else [one]), name)
        return len(re.findall(other.replace("z", "[sz]"), data, re.IGNORECASE)), notes

    (before, usual_notes), (after, notes) = said(usual), said(other)
    assert f"{field}.kind" not in usual_notes
    assert (after > before) is not (field in notes), notes


def test_a_briefing_loses_nothing_where_the_record_is_attached_to_it() -> None:
    notes: list[Note] = []
    desk = Agent(name="Night Desk", kind="organization")
    data = b"".join(exporter("pdf").write(blog_with("entry", "authors", [desk]), {}, notes.append))
    (attached,) = PdfReader(BytesIO(data)).attachments["liveblog.jsonld"]
    assert (notes, b'"Organization"' in attached) == ([], True)


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("ical", ["ical: has no place for authors, introduction, coverage_start, coverage_end, declared_total"]),
        (
            "html",
            [
                f"html: has no place for {', '.join(f'{one} of 1 entry' for one in TIMES)}, "
                "native_id of 1 entry, authors.kind of 1 entry"
            ],
        ),
        ("pdf", ["pdf: has no place for authors.kind of 1 entry"]),
        *((name, []) for name in ("newsml", "tei", "jsonld", "xml")),
    ],
)
def test_a_note_tells_all_that_is_lost_of_a_blog(name: str, lost: list[str]) -> None:
    _, notes = file_and_notes(full_blog(), name)
    assert notes.splitlines() == lost
