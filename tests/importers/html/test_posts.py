"""Posts of other services in plain boxes: quoted, with who wrote them and when, which is no time of the entry."""

import pytest

from liveblog_archive.model import Entry, Paragraph, Quotation
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
