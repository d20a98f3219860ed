"""The public face: which styles there are, what may be cited, and how it fails."""

import doctest
import os
import subprocess
import sys
from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive import citation
from liveblog_archive.citation import STYLES, Citer
from liveblog_archive.errors import CitationError
from liveblog_archive.identity import VersionId, snapshot_id, version_id
from liveblog_archive.model import Agent, Entry, LiveBlog, Moment, Paragraph
from liveblog_archive.zones import zone
from tests.citation.cases import BLOG, BLOG_ID, ENTRY, LOCAL, VERSION
from tests.samples import full_blog

FOR_PEOPLE = ("apa", "chicago", "mla")


def test_the_styles_are_a_table_in_order() -> None:
    assert list(STYLES) == ["apa", "chicago", "mla", "bibtex", "ris", "csl-json"]


def test_the_example_in_the_module_is_true() -> None:
    assert doctest.testmod(citation).failed == 0


# The examples of the citation rules; each brings its own capitals, for headlines keep the newsroom's.
EXAMPLES = {
    "apa": (
        "Reporter, A. B. (2021, November 16). Police close Main Street [Live blog entry, 5:50 p.m. UTC+4]. "
        "In Storm live. Example News. Version 1f2e3d4c5a6b. https://example.org/storm#43xsc59pt1p9"
    ),
    "chicago": (
        "Alice B. Reporter, “Police Close Main Street,” Storm Live (live blog), Example News, November 16, 2021, "
        "5:50 p.m. UTC+4, par. 2, version 1f2e3d4c5a6b, https://example.org/storm#43xsc59pt1p9."
    ),
    "mla": (
        "Reporter, Alice B. “Police Close Main Street.” Storm Live, Example News, 16 Nov. 2021, 5:50 p.m. UTC+4, "
        "https://example.org/storm#43xsc59pt1p9. Version 1f2e3d4c5a6b."
    ),
}


@pytest.mark.parametrize("style", EXAMPLES)
def test_the_examples_of_the_rules_are_met_to_the_letter(style: str) -> None:
    capitals = style != "apa"
    entry = Entry(
        id="https://example.org/storm" + LOCAL,
        headline="Police Close Main Street" if capitals else "Police close Main Street",
        body=[Paragraph("One."), Paragraph("Two.")],
        time=Moment(
            value=datetime(2021, 11, 16, 17, 50, tzinfo=zone("Asia/Yerevan")),
            precision="minute",
            offset_source="blog",
        ),
    )
    blog = LiveBlog(
        id="https://example.org/storm",
        title="Storm Live" if capitals else "Storm live",
        publisher=Agent(name="Example News", kind="organization"),
        authors=[Agent(name="Alice B. Reporter")],
        entries=[entry],
    )
    assert Citer(blog).render(entry, style, 2 if style == "chicago" else None, VERSION) == EXAMPLES[style]


@pytest.mark.parametrize("style", STYLES)
def test_an_entry_is_cited_with_the_version_it_has_now(style: str) -> None:
    assert Citer(BLOG).render(ENTRY, style) == Citer(BLOG).render(ENTRY, style, version=version_id(ENTRY))
    assert Citer(BLOG).render(ENTRY, style) != Citer(BLOG).render(evolve(ENTRY, summary="Edited."), style)


@pytest.mark.parametrize("style", STYLES)
def test_a_blog_is_cited_with_the_snapshot_it_has_now(style: str) -> None:
    assert Citer(BLOG).render(None, style) == Citer(BLOG).render(None, style, version=snapshot_id(BLOG))


@pytest.mark.parametrize("style", STYLES)
def test_entries_that_are_cited_together_are_cited_as_each_alone(style: str) -> None:
    blog = full_blog()
    citer = Citer(blog)
    cited = citer.render_each([(entry, version_id(entry)) for entry in blog.entries], style)
    assert cited == [citer.render(entry, style) for entry in blog.entries]
    assert citer.render_each([], style) == []


def test_chicago_is_the_style_where_none_is_named() -> None:
    assert Citer(BLOG).render(ENTRY) == Citer(BLOG).render(ENTRY, "chicago")


def test_apa_lists_twenty_authors_and_of_more_nineteen_and_the_last() -> None:
    def lead(count: int) -> str:
        authors = [Agent(name=f"Ann {chr(65 + index)}mith") for index in range(count)]
        return Citer(BLOG).render(evolve(ENTRY, authors=authors), "apa").partition(" (")[0]

    nineteen = ", ".join(f"{chr(65 + index)}mith, A." for index in range(19))
    assert lead(20) == f"{nineteen}, & Tmith, A."
    assert lead(21) == f"{nineteen}, . . . Umith, A."


@pytest.mark.parametrize("style", ["APA", "", "bibtext", None, [], {}])
def test_an_unknown_style_is_an_error_that_names_the_known_ones(style: str) -> None:
    with pytest.raises(CitationError) as caught:
        Citer(BLOG).render(ENTRY, style)
    assert str(caught.value) == (
        f"unknown citation style {style!r}; use one of: apa, chicago, mla, bibtex, ris, csl-json"
    )


@pytest.mark.parametrize("paragraph", [0, 3, -1, True, "1", 1.0])
def test_a_paragraph_that_is_not_there_is_an_error_that_says_how_many_there_are(paragraph: int) -> None:
    with pytest.raises(CitationError) as caught:
        Citer(BLOG).render(ENTRY, "apa", paragraph)
    assert str(caught.value) == (
        f"{BLOG_ID}{LOCAL}: no paragraph {paragraph!r}: the entry has 2 paragraphs; give a number from 1 to 2"
    )


def test_an_entry_of_one_paragraph_or_none_says_so_too() -> None:
    with pytest.raises(CitationError, match=r"no paragraph 2: the entry has 1 paragraph; give a number from 1 to 1$"):
        Citer(BLOG).render(evolve(ENTRY, body=[Paragraph("One.")]), "apa", 2)
    with pytest.raises(CitationError, match=r"no paragraph 1: the entry has 0 paragraphs; cite the entry itself$"):
        Citer(BLOG).render(evolve(ENTRY, body=[]), "apa", 1)


def test_a_paragraph_without_an_entry_is_an_error() -> None:
    with pytest.raises(CitationError) as caught:
        Citer(BLOG).render(None, "apa", 1)
    assert str(caught.value) == (
        f"{BLOG_ID}: paragraph 1 of no entry; paragraphs are counted within an entry: give the entry"
    )


def test_what_has_no_id_cannot_be_cited() -> None:
    with pytest.raises(CitationError) as caught:
        Citer(BLOG).render(evolve(ENTRY, id=""), "apa")
    assert str(caught.value) == "entry id: the entry has no id to cite; identify the blog first"
    with pytest.raises(CitationError) as caught:
        Citer(LiveBlog()).render(None, "apa")
    assert str(caught.value) == "blog id: the blog has no id to cite; identify the blog first"


def test_every_entry_of_the_full_sample_is_cited_in_every_style_with_its_id_and_version() -> None:
    blog = full_blog()
    citer = Citer(blog)
    for entry in blog.entries:
        local, version = entry.id.rpartition("#")[2], version_id(entry)
        for style in STYLES:
            text = citer.render(entry, style)
            assert local in text
            assert version.short in text or str(version) in text
        for style in FOR_PEOPLE:
            assert entry.id in citer.render(entry, style)


def test_a_citation_is_the_same_in_every_process() -> None:
    script = (
        "from tests.citation.cases import *\nfrom liveblog_archive.citation import *\nimport sys\n"
        "for blog, entry, paragraph in CASES.values():\n"
        "    for style in STYLES: sys.stdout.buffer.write(Citer(blog).render(entry, style, paragraph).encode())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": clock, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed, clock in (("0", "UTC"), ("1", "Asia/Tokyo"))
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


texts = st.text(min_size=1).filter(str.strip)
agents = st.builds(Agent, name=texts, kind=st.sampled_from(["person", "organization"]))
cited = st.builds(
    lambda blog, entry: (evolve(blog, entries=[entry]), entry),
    st.builds(
        LiveBlog,
        id=st.just(BLOG_ID),
        title=st.none() | texts,
        url=st.none() | texts,
        publisher=st.none() | agents,
        authors=st.lists(agents, max_size=4),
    ),
    st.builds(
        Entry,
        id=st.just(BLOG_ID + LOCAL),
        headline=st.none() | texts,
        body=st.lists(st.builds(Paragraph, text=st.text()), max_size=2),
        day=st.none() | st.dates(date(1900, 1, 1)),
        authors=st.lists(agents, max_size=4),
        url=st.none() | texts,
        status=st.sampled_from(["published", "deleted", "draft", "comment"]),
    ),
)


@given(cited, st.sampled_from(FOR_PEOPLE))
@settings(derandomize=True, deadline=None)
def test_any_text_gives_one_line_that_carries_the_full_id_version_and_status(
    case: tuple[LiveBlog, Entry], style: str
) -> None:
    blog, entry = case
    text = Citer(blog).render(entry, style, version=VERSION)
    assert text.splitlines() == [text]
    assert text == text.strip()
    assert entry.id in text
    assert "ersion 1f2e3d4c5a6b" in text
    assert entry.status == "published" or entry.status in text


def test_a_version_that_the_caller_has_is_taken_as_it_is() -> None:
    assert "Version 000000000000" in Citer(BLOG).render(ENTRY, "apa", version=VersionId(bytes(32)))
