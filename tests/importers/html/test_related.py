"""Links to other pages in entries that are no text of them, and links that are."""

import pytest
from lxml import html

from liveblog_archive.importers.html.furniture.related import related
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import codes, note, of, page, posting, script, update

TEXTS = ("The wind is up.", "The bridge is shut until noon.", "The ferry is late.")
TITLE = "Five charts on the storm"
AWAY = f'<a href="/charts">{TITLE}</a>'
CALLED = [
    f'<p>Read more: <a href="/charts">{TITLE}</a></p>',
    f'<p>→ Lire aussi : <a href="/charts">{TITLE}</a></p>',
    f'<p class="more"><strong>Lees ook</strong>{AWAY}</p>',
    f"<section><p>Lire aussi |</p>{AWAY}</section>",
    f'<div><h3>Mehr zum Thema</h3><article><a href="/charts"><span>{TITLE}</span></a></article></div>',
    f'<aside><h3>Recommended</h3><ul><li>{AWAY}</li><li><a href="/2">More of it</a></li></ul></aside>',
    f'<p><a href="/charts">READ MORE: {TITLE}</a></p>',
    f'<div><span>[ </span><a href="/charts">Lesen Sie auch – {TITLE}</a><span> ]</span></div>',
    f'<div><span>Related live story</span><a href="/charts"><p>{TITLE}</p></a></div>',
    f'<div><div class="x-title">Related Stories</div><x-list><div class="card-title">{AWAY}</div></x-list></div>',
    f'<a class="t" href="/charts"><span>Lesen Sie auch</span><span>{TITLE}</span></a>',
]
SET_OFF = [
    f'<p class="live-link">&gt;&gt; {AWAY}</p>',
    f'<div class="box">{AWAY}</div>',
    '<div class="box"><a href="/charts">Will the ferry run tomorrow?</a></div>',
]
TEXT = [
    f"<p>{AWAY}</p>",
    f'<p class="x">{AWAY}</p><p class="x">All is calm.</p>',
    f'<p>Our report, {AWAY}, says more.</p>',
    f'<p>Read more in {AWAY}</p>',
    f'<p>The harbour is shut, <a href="/charts">see also: {TITLE}</a>, and so is the bridge.</p>',
    f'<div class="box"><b>By the numbers</b> {AWAY}</div>',
    f'<p>Read more: <a href="#e1">{TITLE}</a></p>',
    f'<p>Read more: {AWAY} and <a href="#e1">above</a></p>',
    '<div class="box"><a href="/charts">The storm is over.</a></div>',
    '<div class="box"><a href="/charts">The charts</a></div>',
    f'<div class="box">{AWAY}<a href="/2">And more of it today</a></div>',
    f'<h3 class="box">{AWAY}</h3>',
    f'<div class="box"><blockquote>{AWAY}</blockquote></div>',
    f'<p>Read more: <a href="/charts">{"All of the storm. " * 20}</a></p>',
    '<div>' + "<i>,</i>" * 50 + f'<b>Read more</b>{AWAY}</div>',
    '<p>Read more: <a href="mailto:ada@example.org">Ada Example of the Gull</a></p>',
]  # fmt: skip


def shown(below: str, above: str = "") -> LiveBlog:
    boxes = (
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>{above if n == 1 else ""}<p>{text}</p>'
        f"{below if n == 1 else ''}</article>"
        for n, text in enumerate(TEXTS)
    )
    return of(page(f"<main>{''.join(boxes)}</main>"))


@pytest.mark.parametrize("below", [*CALLED, *SET_OFF])
def test_links_to_other_pages_are_no_text_and_noted(below: str) -> None:
    blog = shown(below)
    assert [entry.text for entry in blog.entries] == [*TEXTS]
    assert note(blog, "related-link").endswith("</charts>")


@pytest.mark.parametrize("below", TEXT)
def test_links_that_nothing_tells_to_be_such_are_text(below: str) -> None:
    blog = shown(below)
    assert len(blog.entries[1].text) > len(TEXTS[1])
    assert "related-link" not in codes(blog)


@pytest.mark.parametrize(("above", "is_text"), [(CALLED[0], False), (SET_OFF[1], True)])
def test_above_the_text_they_need_a_word_for_it(above: str, is_text: bool) -> None:
    entry = shown("", above).entries[1]
    assert (entry.headline == TITLE or TITLE in entry.text) is is_text


def test_what_data_has_more_of_them_is_no_text_either() -> None:
    facts = [{"datePublished": f"2026-03-03T1{n}:05:00Z", "articleBody": text} for n, text in enumerate(TEXTS)]
    facts[1]["articleBody"] += f" Read more: {TITLE}"
    boxes = (
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>{text}</p>{below}</article>'
        for n, (text, below) in enumerate(zip(TEXTS, ("", CALLED[0], ""), strict=True))
    )
    blog = of(page("".join(boxes), head=script(posting(*(update(**one) for one in facts)))))
    assert [entry.text for entry in blog.entries] == [*TEXTS]


def test_a_table_is_no_box_of_links() -> None:
    row = html.fragment_fromstring(f'<div><table><tr><td class="c">{AWAY}</td></tr></table></div>')
    assert related(next(row.iter("a")), row, below_text=True) is None


def test_boxes_are_looked_for_six_high() -> None:
    entry = html.fragment_fromstring("<div>" + '<div class="b">' * 9 + AWAY + "</div>" * 10)
    found = related(next(entry.iter("a")), entry, below_text=True)
    assert found is not None
    assert found.box is [*next(entry.iter("a")).iterancestors()][5]


@pytest.mark.parametrize("line", ["<p>{}</p>", "<div>{}</div>"])
def test_they_are_in_no_entry_of_lines(line: str) -> None:
    lines = [f"<p><b>1{n}:05</b> {text}</p>" for n, text in enumerate(TEXTS)]
    lines.insert(2, line.format(f'<a href="/charts">Read more: {TITLE}</a>'))
    head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
    blog = of(page(f"<div>{''.join(lines)}</div>", head=head), timezone="UTC")
    assert [entry.text for entry in blog.entries] == [*TEXTS]
