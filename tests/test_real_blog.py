"""The whole path on a real live blog: briefing, calendar, XML and JSON-LD out of its text, read by somebody else."""

import io
import json
import re

import icalendar
import pytest
from lxml import etree
from pypdf import PdfReader

import liveblog_archive as lba
from liveblog_archive.identity import version_id
from liveblog_archive.schema_files import schema_path
from tests.corpus import corpus, needs_corpus

pytestmark = needs_corpus


@pytest.fixture(scope="module")
def blog() -> lba.LiveBlog:
    return lba.read(
        corpus("text", "border-clashes.txt"), timezone="Asia/Yerevan", id="tag:example.org,2021-11-16:border-clashes"
    )


def _solid(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_briefing_holds_every_paragraph_in_the_order_of_the_source(blog: lba.LiveBlog) -> None:
    gold = json.loads(corpus("text", "border-clashes.gold.json").read_text())
    pages = PdfReader(io.BytesIO(lba.export(blog, "pdf", order="source"))).pages
    lines = [line for page in pages for line in page.extract_text().split("\n")]
    furniture = re.compile(r"Page \d+ of|\d+ tag:example\.org|.* (16|17) November 2021$")
    body = [re.sub(r"^.*, continued ", "", line) for line in lines if not furniture.match(line)]
    printed = _solid("".join(body).replace("\xad", ""))
    reached = 0
    for entry, wanted in zip(blog.entries, gold["entries"], strict=True):
        for words in (wanted["headline"] or "", wanted["first_words"], wanted["last_words"]):
            reached = printed.index(_solid(words), reached if words != wanted["headline"] else 0)
        assert all(_solid(block.text[:40]) in printed for block in entry.body)


def test_the_xml_is_valid_in_both_schemas(blog: lba.LiveBlog) -> None:
    document = etree.fromstring(lba.export(blog, "xml"))
    etree.RelaxNG(etree.parse(schema_path("liveblog-1.rng"))).assertValid(document)
    etree.XMLSchema(etree.parse(schema_path("liveblog-1.xsd"))).assertValid(document)


@pytest.mark.parametrize("name", ["xml", "jsonld"])
def test_what_was_written_is_read_back_with_the_same_versions(blog: lba.LiveBlog, name: str) -> None:
    again = lba.parse(lba.export(blog, name))
    assert again == blog
    assert [version_id(entry) for entry in again.entries] == [version_id(entry) for entry in blog.entries]


def test_the_calendar_has_an_event_for_every_entry(blog: lba.LiveBlog) -> None:
    events = icalendar.Calendar.from_ical(lba.export(blog, "ical")).walk("VEVENT")
    assert len(events) == 33
    starts = [event.decoded("DTSTART") for event in events]
    assert starts[0] == blog.entries[0].time.value


def test_every_entry_and_paragraph_can_be_cited(blog: lba.LiveBlog) -> None:
    entry = blog.entries[17]
    assert lba.cite(blog, entry.id, style="chicago", paragraph=1).startswith("“In an interview with")
    assert f"version {version_id(entry).short}" in lba.cite(blog, entry.id)
