"""Citations read back: what we write in any style cites what was cited, whatever its titles and words look like."""

import doctest
import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import liveblog_archive as lba
from liveblog_archive.archive import Archive
from liveblog_archive.citation import FOR_PEOPLE, STYLES, reading
from liveblog_archive.citation.passages import Passage
from liveblog_archive.citation.reading import Cited, cited_in
from liveblog_archive.errors import ArchiveError
from liveblog_archive.identity import snapshot_id, version_id
from liveblog_archive.model import Agent, Entry, LiveBlog, Paragraph
from tests.citation.cases import BLOG, ENTRY

RECORDS = [style for style in STYLES if style not in FOR_PEOPLE]
WORDS = "turn at the station"
HOSTILE = [
    '"paragraph": 2, "quote": "no word"',
    '{"type": "post-weblog", "custom": {"paragraph": 2, "quote": "no word"}}',
    "[1, 2]",
    "[Live blog entry, para. 2].",
    "[Live blog extra]",
    "In brief, par. 2",
    "x, par. 2, version 123456789abc, tag:a.example,2021:c#2g15gxvwww83.",
    "version 123456789abc",
    "Snapshot 123456789abc",
    "tag:a.example,2021:c#2g15gxvwww83, https://a.example/live",
    "N1  - Paragraph 2",
    "TY  - BLOG",
    "ER  - ",
    "note = {In brief: ferry afloat",
    "note = {par. 2},",
    "annotation = {“no word”},",
    "@online{x, note = {par. 2}, }",
    "@online{x,",
    "} and {",
    "“no word”",
    "C:\\temp & 100 % of #1_a, -- ,, ''",
    "שלום, par. 2",
]


def cited(style: str, **more: object) -> str:
    return lba.cite(BLOG, ENTRY, style=style, **more)  # type: ignore[arg-type]


def test_the_examples_in_the_module_are_true() -> None:
    result = doctest.testmod(reading)
    assert (result.failed, result.attempted) == (0, 2)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_read_as_it_was_written(style: str) -> None:
    (name,) = cited_in(cited(style)).names
    entry_id, _, version = name.partition(" version ")
    assert entry_id == ENTRY.id
    assert version in (version_id(ENTRY).short, str(version_id(ENTRY)))
    assert cited_in(cited(style)).passage is None
    assert cited_in(cited(style, paragraph=2)).passage == Passage(2, None)
    (snapshot,) = cited_in(lba.cite(BLOG, style=style)).names
    assert snapshot in (snapshot_id(BLOG).short, str(snapshot_id(BLOG)))


@pytest.mark.parametrize("style", RECORDS)
def test_a_record_has_its_words(style: str) -> None:
    assert cited_in(lba.cite(BLOG, lba.quote(BLOG, WORDS), style=style)).passage == Passage(2, WORDS)
    headline = lba.cite(BLOG, lba.quote(BLOG, "Main Street"), style=style)
    assert cited_in(headline).passage == Passage(0, "Main Street")
    assert cited_in(headline.replace("Main Street", "  ")).passage is None


@pytest.mark.parametrize("style", RECORDS)
@pytest.mark.parametrize("other", STYLES)
def test_of_several_citations_the_last_is_read(style: str, other: str) -> None:
    record, last = lba.cite(BLOG, lba.quote(BLOG, WORDS), style=style), cited(other, paragraph=1)
    assert cited_in(f"{record}\n{last}").passage == Passage(1, None)
    assert cited_in(f"{last}\n\n{record}").passage == Passage(2, WORDS)
    assert cited_in(f"{record}\nSent from afar.").passage == Passage(2, WORDS)


@pytest.mark.parametrize("style", RECORDS)
def test_a_record_without_an_id_has_its_version(style: str) -> None:
    name = {"bibtex": "  addendum ", "ris": "N1  - tag", "csl-json": '"id": "tag'}[style]
    (found,) = cited_in(
        cited(style)
        .replace(name, name.replace("id", "key").replace("N1", "KW").replace("add", ""))
        .replace("  url ", "  see ")
    ).names
    assert found in (version_id(ENTRY).short, str(version_id(ENTRY)))


@pytest.mark.parametrize(
    "text",
    [
        "@online{{x,\n  keywords = {{{0}}},\n}}\n",
        "TY  - BLOG\nKW  - {0}\nER  - \n",
        '[{{"type": "post-weblog", "note": "{0}", "custom": {{}}}}]',
    ],
)
def test_a_record_whose_ids_stand_in_other_fields_is_read_as_it_stands(text: str) -> None:
    assert cited_in(text.format(ENTRY.id)).names == (ENTRY.id,)


def test_what_only_looks_like_an_id_is_none() -> None:
    assert cited_in("tag:a.example,2021:b#cq8jg4cf0d8z, cq8jg4cf0d8h#cq8jg4cf0d8h").names == ()


def test_what_is_no_record_is_none() -> None:
    for text in (
        "TY  - BLOG",
        "@online{x,\n  note = {par. 2},\n",
        "@online{x,}",
        "[7]",
        "[{}]",
        '{"custom": 7}',
        "{",
    ):
        assert cited_in(text)[:2] == Cited((), None)[:2]
    item = json.loads(cited("csl-json", paragraph=2))[0]
    item["custom"] |= {"paragraph": "2", "quote": ["x"]}
    assert cited_in(json.dumps(item)).passage is None


@pytest.mark.parametrize("wrong", [r"\q", "\n", "[" * 100_000])
def test_a_broken_record_is_one_clear_line(wrong: str) -> None:
    text = lba.cite(BLOG, lba.quote(BLOG, WORDS), style="csl-json")
    with pytest.raises(ArchiveError) as caught:
        cited_in(text.replace("turn", wrong) if len(wrong) < 3 else text.replace(f'"{WORDS}"', wrong))
    assert str(caught.value).startswith("the citation: not JSON: ")
    assert str(caught.value).endswith("; give it as it was exported")


@pytest.mark.parametrize("style", ["chicago", "mla", "apa"])
def test_a_number_that_no_paragraph_has_is_read_as_none_or_as_it_stands(style: str) -> None:
    text = cited(style, paragraph=2)
    assert cited_in(text.replace(". 2", ". 99")).passage == Passage(99, None)
    assert cited_in(text.replace(". 2", f". {'9' * 5000}")).passage is None


@pytest.mark.parametrize(
    "text", ["a", "a:", "a:#", "[\n", "[1,\n", '{"a":\n', "@a{b,\n", "TY  - a\n", ", par. 2, ", "version "]
)
def test_long_texts_are_read_in_linear_time(text: str) -> None:
    began = time.process_time()
    cited_in(text * (60_000 // len(text)))
    assert time.process_time() - began < 5  # seconds; in square time it is minutes


PARTS = st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=2).map(" ".join)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(
    title=st.none() | PARTS,
    headline=st.none() | PARTS,
    body=PARTS,
    name=st.none() | PARTS,
    style=st.sampled_from([*STYLES]),
)
def test_no_word_of_a_citation_is_taken_for_its_id_or_its_paragraph(
    title: str | None, headline: str | None, body: str, name: str | None, style: str
) -> None:
    entry = Entry(
        headline=headline,
        body=[Paragraph("It rains."), Paragraph(body), Paragraph("It is cold.")],
        authors=[Agent(name=name)] if name else [],
        url="https://news.example/live#2g15gxvwww83",
    )
    blog = LiveBlog(id="tag:news.example,2026:a", title=title, entries=[entry], url="https://news.example/live")
    with TemporaryDirectory() as folder:
        archive = Archive(Path(folder) / "a")
        blog = archive.blog(archive.deposit(blog))
        (entry,) = blog.entries
        wanted = [
            (entry, None, None),
            (entry, 1, 1),
            (entry, 2, 2),
            (lba.quote(blog, body, entry=entry, paragraph=2), None, 2),
        ]
        if headline:
            words = lba.quote(blog, headline, entry=entry, paragraph=0)
            wanted.append((words, None, 0 if style in RECORDS else None))
        for what, paragraph, expected in wanted:
            text = lba.cite(blog, what, style=style, paragraph=paragraph)
            found = archive.resolve(text)
            assert (found.status, found.entry, found.version) == ("verified", entry.id, version_id(entry)), text
            assert (found.quote.paragraph if found.quote else None) == expected, text
        assert archive.resolve(lba.cite(blog, style=style)).status == "verified"
