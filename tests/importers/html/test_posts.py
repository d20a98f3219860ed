"""Posts of other services in plain boxes: quoted, with who wrote them and when, which is no time of the entry."""

import pytest
from lxml import html

from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.importers.html.reading.posts import posts
from liveblog_archive.model import Embed, Entry, Paragraph, Quotation
from tests.importers.html.reading import of, page

DAY = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
SAID = "Tugs are on the way. Keep the slip clear."


def entries(post: str, pattern: str = '<div class="e"><b>{}</b><p>{}</p>{}</div>') -> tuple[Entry, ...]:
    texts = [
        ("14:05", "The bridge is shut.", post),
        ("13:40", "Two trees are down.", ""),
        ("12:10", "No buses run.", ""),
    ]
    return of(page("".join(pattern.format(*one) for one in texts), head=DAY), timezone="UTC").entries


@pytest.mark.parametrize(
    ("post", "source"),
    [
        (f'<div class="x"><b>Coast Guard</b><p>{SAID}</p><small>3 March 2026, 14:01</small></div>',
         "Coast Guard 3 March 2026, 14:01"),
        (f'<div class="x"><p>{SAID}</p><p>— Coast Guard (@coast_guard) <a href="#">Mar 3</a></p></div>',
         "Coast Guard (@coast_guard) Mar 3"),
        (f'<aside class="x"><p>{SAID}</p><footer>@coast_guard</footer></aside>', "@coast_guard"),
        (f'<div class="tweet"><b>Coast Guard</b><p>{SAID}</p></div>', "Coast Guard"),
        (f'<wp-embed><div><p>{SAID}</p><address>@coast_guard</address><span>2 hours ago</span></div></wp-embed>',
         "@coast_guard 2 hours ago"),
        (f'<div class="x-embed"><p>Post of the Guard</p><blockquote>{SAID}</blockquote><button>Go</button></div>',
         "Post of the Guard"),
        (f'<div class="oembed"><blockquote><p>{SAID}</p><i>Guard, 3 March 2026 at 14:01</i></blockquote></div>',
         "Guard, 3 March 2026 at 14:01"),
    ],
)  # fmt: skip
def test_what_they_say_is_a_quotation(post: str, source: str) -> None:
    entry = entries(post)[0]
    assert entry.body == (Paragraph("The bridge is shut."), Quotation(SAID, source))
    assert entry.time is not None
    assert entry.time.text == "14:05"


def test_they_may_say_it_without_a_stop() -> None:
    post = '<div class="x"><p>What a night that was</p><span>5 min ago</span><i>@gull_7</i></div>'
    assert entries(post)[0].body[1] == Quotation("What a night that was", "5 min ago @gull_7")


@pytest.mark.parametrize(
    "box",
    [
        '<div class="x"><b>Coast Guard</b><p>Tugs are on the way.</p></div>',
        '<div class="x"><b>Updated 3 March 2026, 14:30</b><p>Tugs are on the way.</p></div>',
        '<div class="x"><ul><li>Tugs are on the way.</li></ul><i>@coast_guard</i></div>',
        '<div class="x"><p>Ask @coast_guard about it.</p><p>Or ask us.</p></div>',
        '<div class="x"><p>@coast_guard</p></div>',
        '<div class="x"><p>Coast Guard on Threads: "Tugs are on the way."</p></div>',
        '<div class="x"><p>Go</p><p>@coast_guard</p></div>',
        f'<div class="x"><p>{"Tugs are on the way. " * 90}</p><p>@coast_guard</p></div>',
    ],
)
def test_other_boxes_are_none(box: str) -> None:
    assert not any(isinstance(block, Quotation) for block in entries(box)[0].body)


def test_what_an_entry_says_itself_is_none() -> None:
    pattern = '<div class="e"><div class="t"><b>{0}</b><p>{1}</p><small>3 March 2026, {0}</small></div>{2}</div>'
    assert entries("", pattern)[0].body == (Paragraph("The bridge is shut."),)


@pytest.mark.parametrize(
    ("pattern", "around"),
    [("<dt>{}</dt><dd><p>{}</p>{}</dd>", "<dl>{}</dl>"), ("<h3>{}</h3><p>{}</p>{}", "<div>{}</div>")],
)
def test_they_stand_between_lines_too(pattern: str, around: str) -> None:
    post = f'<div class="x"><b>Coast Guard</b><p>{SAID}</p><small>3 March 2026, 14:01</small></div>'
    found = entries(post, pattern)
    assert found[0].body == (Paragraph("The bridge is shut."), Quotation(SAID, "Coast Guard 3 March 2026, 14:01"))
    assert len(found) == 3


TOLD = 'Coast Guard on Threads: "Tugs are on the way."'


@pytest.mark.parametrize(
    ("box", "line", "url"),
    [
        ('<div class="embed-card"><a href="#">{}</a></div>', TOLD, None),
        ('<div class="tw-embed"><a href="https://x.com/c/1">{}</a></div>', TOLD, "https://x.com/c/1"),
        ('<div class="embed-insta" data-src="https://x.com/c/2"><p>{}</p></div>', "Voir ce post : « Remorqueurs »",
         "https://x.com/c/2"),
    ],
)  # fmt: skip
def test_one_line_that_tells_of_it_is_shown_as_it_stands(box: str, line: str, url: str | None) -> None:
    service = "twitter" if url else "embed"
    assert entries(box.format(line))[0].body == (
        Paragraph("The bridge is shut."),
        Embed(provider=service, url=url, text=line),
    )


@pytest.mark.parametrize(
    "box",
    [
        '<div class="embed"><blockquote>Tugs are on the way.</blockquote></div>',
        '<div class="embed"><blockquote>Tugs are on the way.</blockquote><p>The bridge stays shut, too.</p></div>',
        f'<div class="embed"><blockquote>Tugs are on the way.</blockquote><p>{"The bridge " * 12}</p></div>',
    ],
)
def test_what_is_quoted_in_a_box_names_nobody_by_what_is_no_label(box: str) -> None:
    assert Quotation("Tugs are on the way.") in entries(box)[0].body


def test_a_day_is_not_parted_from_who_said_it_there() -> None:
    post = (
        f'<div class="embed"><blockquote><p>{SAID}</p>— Guard <a href="#">3 March 2026, 14:01</a></blockquote></div>'
    )
    assert entries(post)[0].body[1] == Quotation(f"{SAID}\n— Guard 3 March 2026, 14:01")


def test_a_label_beside_a_post_that_names_its_account_itself_is_no_source() -> None:
    said = f"<blockquote><p>{SAID}</p>— Coast Guard (@guard) 3 March 2026</blockquote>"
    body = entries(f'<div class="tweet-consent"><p>Recommended external content</p>{said}</div>')[0].body
    assert Quotation(SAID, "Coast Guard (@guard) 3 March 2026") in body


def test_who_said_it_is_no_more_of_the_text_than_in_the_data() -> None:
    said = f'<p>The bridge is shut.</p><blockquote class="social"><p>{SAID}</p><cite>@coast_guard</cite></blockquote>'
    post = (
        '<div id="e{0}" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        '<time itemprop="datePublished" datetime="2026-03-03T14:0{0}:00Z">14:0{0}</time>'
        '<div itemprop="articleBody">{1}</div></div>'
    )
    body = "".join(post.format(*one) for one in ((5, said), (2, "<p>Two trees are down.</p>")))
    blog = of(page(f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{body}</div>'))
    assert blog.entries[0].body == (Paragraph("The bridge is shut."), Quotation(SAID, "@coast_guard"))


def test_controls_below_an_account_are_no_words_of_it() -> None:
    links = '<p><a href="#">Share</a> | <a href="#">Like</a> | <a href="#">Report</a></p>'
    foot = f'<div class="x"><p>by @ada_7 9:05 PM, 3 March 2026</p>{links}</div>'
    entry = html.fragment_fromstring(f'<div class="e"><p>The bridge is shut.</p>{foot}</div>')
    times = PrintedReader("en")
    assert [*posts(entry, times)] == [entry[1]]
    assert not posts(entry, times, [entry[1][1]])


def test_who_wrote_an_entry_and_when_below_its_text_is_no_post() -> None:
    foot = (
        '<div class="foot"><span>By {} Brown</span><span>•</span><span class="when">{}:25pm, Tue 3 March</span></div>'
    )
    body = "".join(
        f'<li class="card"><div><h3>Bridge shut {at}</h3><p>The bridge is shut.</p></div>{foot.format(name, at)}</li>'
        for at, name in ((6, "Ada"), (5, "Ben"), (4, "Ada"))
    )
    blog = of(page(f"<h1>Storm</h1><p>3 March 2026</p><ol>{body}</ol>"), timezone="UTC")
    assert [(entry.text, entry.time and entry.time.text) for entry in blog.entries] == [
        ("The bridge is shut.", f"{at}:25pm, Tue 3 March") for at in (6, 5, 4)
    ]
    assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [
        ["Ada Brown"], ["Ben Brown"], ["Ada Brown"],
    ]  # fmt: skip
