"""Entries that are opened by a click on their heading, and what headings have beside their words."""

import pytest

from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import of, page

DAY = '<meta property="article:published_time" content="2026-03-03T05:00:00Z">'
HEADS = ("Bridge shut", "Ferries stay in port", "No buses", "Gusts of 80 mph")
TEXTS = (
    "The bridge is shut until the wind drops.",
    "Both ferries stay in port for the rest of the day.",
    "No buses run to the harbour after noon.",
    "A gust blew the roof off the market hall.",
)
GAUGE = (
    "<table><caption>Gauge</caption><tr><th>Time</th><th>Level</th></tr>"
    "<tr><td>03.03.2026, 12:45</td><td>631 cm</td></tr><tr><td>03.03.2026, 10:45</td><td>634 cm</td></tr>"
    "<tr><td>03.03.2026, 08:45</td><td>637 cm</td></tr><tr><td>03.03.2026, 06:45</td><td>640 cm</td></tr></table>"
)


def read(entry: str, above: str = "") -> LiveBlog:
    rows = (
        entry.format(number=4 - n, clock=f"1{4 - n}:05", head=head, text=text)
        for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True))
    )
    return of(page(f"<main><h1>Storm</h1>{above}{''.join(rows)}</main>", head=DAY), timezone="UTC")


def told(blog: LiveBlog) -> list[tuple[str | None, str | None, str]]:
    return [(e.time.value.strftime("%H:%M") if e.time else None, e.headline, e.text) for e in blog.entries]  # type: ignore[union-attr]


ALL = [(f"1{4 - n}:05", head, text) for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True))]


@pytest.mark.parametrize("words", ["Update {number} – 3 March 2026, {clock}: {head}", "{clock} – {head}"])
@pytest.mark.parametrize(
    "entry",
    [
        "<details><summary><span>{words}</span><svg><path/></svg></summary><div><p>{{text}}</p></div></details>",
        "<div class='item'><h2><button type='button'>{words}</button></h2><div><p>{{text}}</p></div></div>",
    ],
)
def test_an_accordion_is_read_and_no_table_of_measurements(words: str, entry: str) -> None:
    assert told(read(entry.replace("{words}", words).replace("{{text}}", "{text}"), GAUGE)) == ALL


@pytest.mark.parametrize(
    "link",
    [
        '<a class="anchor" href="#x" aria-hidden="true">#</a>', ' <a href="#x" title="Permalink">¶</a>',
        ' <a href="https://news.example/live#x">[link]</a>', ' <a href="#x"><b>Permalink</b></a>',
    ],
)  # fmt: skip
@pytest.mark.parametrize("time", ["<p>{clock}</p>", "<p><code>{clock}</code></p>"])
def test_a_link_of_a_heading_to_itself_is_none_of_its_words(link: str, time: str) -> None:
    assert told(read(f"<h3>{{head}}{link}</h3>{time}<p>{{text}}</p>")) == ALL


def test_a_link_that_is_the_heading_and_one_that_says_more_stay() -> None:
    whole = read('<h3><a href="#x">{head}</a></h3><p>{clock}</p><p>{text}</p>')
    assert told(whole) == ALL
    part = read('<h3>{head} <a href="#x">again</a></h3><p>{clock}</p><p>{text}</p>')
    assert [entry.headline for entry in part.entries] == [f"{head} again" for head in HEADS]


def test_what_sums_up_an_entry_is_its_headline_and_below_it_may_stand_who_wrote() -> None:
    """No class says which of the two lines of a summary is what."""
    entry = (
        "<details><summary><span>{clock}</span><span>{head}</span></summary>"
        "<div><p>Posted by Ada Berg</p><p>{text}</p></div></details>"
    )
    blog = read(entry)
    assert told(blog) == ALL
    assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [["Ada Berg"]] * 4
