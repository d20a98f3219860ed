"""What stands between the title of a page and its entries, and leads to these."""

import pytest

from liveblog_archive.model import Heading, ListBlock, LiveBlog, Media, Paragraph
from tests.importers.html.reading import codes, note, of, page

ENTRIES = """<article id="p2"><time datetime="2026-03-03T15:00Z">15:00</time><p>She is afloat.</p></article>
<article id="p1"><time datetime="2026-03-03T14:00Z">14:00</time><p>She is aground.</p></article>"""
LEDE = "A ferry with 40 people on board has run aground at the harbour mouth."


def below_title(html: str, **told: object) -> LiveBlog:
    return of(page(f"<nav><a href='/'>Home</a></nav><main><h1>Ferry</h1>{html}{ENTRIES}</main>"), **told)


def lines(html: str) -> list[str]:
    return [block.text for block in below_title(html).introduction]


def test_a_sentence_below_the_title_is_the_introduction() -> None:
    found = below_title(f"<p>{LEDE}</p>")
    assert found.introduction == (Paragraph(LEDE),)
    assert len(found.entries) == 2


PRINTED = "".join(
    f'<div class="post"><b>{clock}</b><p>She is {state}, and her passengers are on deck.</p></div>'
    for clock, state in (("15:00", "afloat"), ("14:00", "aground"))
)
MASTHEAD = '<div><img src="/logo.svg" alt="The Daily Tide"></div><div>Dublin: 9 degrees</div><span>Sign in</span>'


def test_the_masthead_is_none_of_it_where_times_are_only_printed_either() -> None:
    head = '<meta property="article:published_time" content="2026-03-03">'
    lead = '<img src="/ferry.jpg" alt="The ferry, aground">'
    html = f"{MASTHEAD}<main><h1>Ferry</h1><p>{LEDE}</p>{lead}{PRINTED}</main>"
    found = of(page(html, head=head), timezone="UTC")
    assert [block.text for block in found.introduction if not isinstance(block, Media)] == [LEDE]
    assert [block.alt for block in found.introduction if isinstance(block, Media)] == ["The ferry, aground"]
    assert len(found.entries) == 2


def test_all_above_the_entries_is_kept_where_no_title_parts_it() -> None:
    head = '<meta property="article:published_time" content="2026-03-03">'
    found = of(page(f"{MASTHEAD}<main><p>{LEDE}</p>{PRINTED}</main>", head=head), timezone="UTC")
    said = [block.text for block in found.introduction if not isinstance(block, Media)]
    assert said == ["Dublin: 9 degrees", "Sign in", LEDE]


def test_an_edit_of_it_is_an_edit_of_the_blog() -> None:
    first, second = (below_title(f"<p>{text}</p>") for text in (LEDE, LEDE.replace("40", "14")))
    assert first.introduction != second.introduction
    assert first.entries == second.entries


@pytest.mark.parametrize(
    "html",
    [
        '<p class="standfirst">A ferry runs aground</p>',
        '<header><div data-gu-name="standfirst"><p>A ferry with forty people runs aground</p></div></header>',
        '<div itemprop="description"><p>A ferry with forty people runs aground</p></div>',
        "<h2>A ferry with forty people runs aground</h2>",
        "<div>A ferry runs aground near here.</div>",
    ],
)
def test_a_lede_is_told_by_its_words_or_by_what_the_page_calls_it(html: str) -> None:
    (found,) = lines(html)
    assert found in html


def test_points_and_the_label_above_them_are_part_of_it() -> None:
    points = "<ul><li>The coastguard goes on searching</li><li>All safe</li></ul>"
    listed = ListBlock(["The coastguard goes on searching", "All safe"])
    assert below_title(f"<h2>Key points</h2>{points}").introduction == (Heading("Key points", 2), listed)
    label = '<div class="summary"><p>Key points</p>'
    assert below_title(f"{label}{points}</div>").introduction == (Paragraph("Key points"), listed)
    assert below_title(f"<p>Key points:</p>{points}").introduction == (Paragraph("Key points:"), listed)


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>Latest</li><li>Pictures</li></ul>",
        "<ul><li><a href='#p1'>The ferry is aground</a></li><li><a href='#p2'>The ferry is afloat</a></li></ul>",
        "<h2>Latest</h2>",
        "<p>Reading time: 5 min.</p>",
        "<p>By Ada Fenn</p>",
        "<p class='byline'>Ada Fenn is our reporter at the harbour.</p>",
        "<p>3 March 2026</p>",
        "<p>Updated on 3 March 2026 at 15:00.</p>",
        "<p>Share on Facebook</p>",
        "<p><a href='/other'>Read more about ferries that ran aground.</a></p>",
        "<figure><img src='a.jpg'><figcaption>The ferry, aground.</figcaption></figure>",
        "<p hidden>You are not logged in to this page.</p>",
        "<nav><p>All our live pages are listed here.</p></nav>",
        "<p> </p>",
    ],
)
def test_what_does_not_lead_to_the_entries_is_none_of_it(html: str) -> None:
    found = below_title(html)
    assert found.introduction == ()
    assert "above-entries" not in codes(found)


def test_a_label_over_what_is_left_out_goes_with_it() -> None:
    away = "<ul><li><a href='#p1'>The ferry is aground</a></li></ul>"
    assert lines(f"<h2>Key events</h2>{away}<p>{LEDE}</p>") == [LEDE]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div>Eleven thousand people follow this page</div>", "Eleven thousand people follow this page"),
        ("<ul><li>The coastguard goes on searching</li></ul>", "The coastguard goes on searching"),
        (
            "<ul><li>14:00 The ferry is aground</li><li>15:00 The ferry is afloat</li></ul>",
            "14:00 The ferry is aground 15:00 The ferry is afloat",
        ),
    ],
)
def test_a_longer_line_that_is_none_of_it_is_noted(html: str, text: str) -> None:
    found = below_title(f"{html}<p>{LEDE}</p>")
    assert note(found, "above-entries") == f"below the title, and in no entry: “{text}”"
    assert [block.text for block in found.introduction] == [LEDE]


def test_the_title_itself_is_not_said_again() -> None:
    title = "The ferry Maribel runs aground at the harbour mouth"
    head = f'<meta property="og:title" content="{title}">'
    found = of(page(f"<main><h1>News of the Coast</h1><h2>{title}</h2><p>{LEDE}</p>{ENTRIES}</main>", head=head))
    assert [block.text for block in found.introduction] == [LEDE]


def test_without_a_heading_nothing_tells_where_it_begins() -> None:
    assert of(page(f"<main><p>{LEDE}</p>{ENTRIES}</main>")).introduction == ()
    assert of(page(f"<nav><h1>News</h1></nav><main><p>{LEDE}</p>{ENTRIES}</main>")).introduction == ()


def test_it_ends_where_the_first_entry_begins_though_no_element_holds_it() -> None:
    entries = "".join(
        f"<h3><time datetime='2026-03-03T{hour}:00Z'>{hour}:00</time> {text}</h3><p>{text} now.</p>"
        for hour, text in ((15, "She is afloat"), (14, "She is aground"), (13, "She is late"))
    )
    found = of(page(f"<main><h1>Ferry</h1><p>{LEDE}</p>{entries}</main>"))
    assert len(found.entries) == 3
    assert [block.text for block in found.introduction] == [LEDE]


def test_where_its_lists_lead_is_noted() -> None:
    quoted = "<blockquote>They were <a href='/said'>calm</a> all night long, she said.</blockquote>"
    assert note(below_title(quoted), "link-unkept") == "/said"


@pytest.mark.parametrize(
    "text",
    [
        '<dl class="ticker"><dt>15:00</dt><dd>{}</dd><dt>14:00</dt><dd>{}</dd></dl>',
        '<div class="article-body"><p>15:00: {}</p><p>14:00: {}</p></div>',
        "<article><h3>15:00</h3><p>{}</p><h3>14:00</h3><p>{}</p></article>",
    ],
)
def test_it_stands_above_the_box_of_all_lines(text: str) -> None:
    said = ["She is afloat, and all are on deck.", "She is aground, and all are below."]
    head = '<meta property="article:published_time" content="2026-03-03">'
    above = f"<h1>Ferry</h1><p>By Ada Example, 3 March 2026, at the harbour mouth</p><p>{LEDE}</p>"
    for html in (f"<main>{above}{text.format(*said)}</main>", f"<main>{text.format(*said)}</main>"):
        found = of(page(html, head=head), timezone="UTC")
        assert [block.text for block in found.introduction] == ([LEDE] if LEDE in html else [])
        assert [entry.text for entry in found.entries] == said
        assert ("above-entries" in codes(found)) is (LEDE in html)
