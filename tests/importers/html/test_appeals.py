"""Boxes between and in entries that ask readers for money or to sign up, in many languages and under any class."""

import pytest
from lxml import html

from liveblog_archive.importers.html.furniture.appeals import appeal, asks
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import of, page

DAY = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
TEXTS = (
    "The pumps hold at the lock, and nobody has to leave the lower town tonight.",
    "A barge has come in from the south with sand for the whole of the dyke.",
    "Sandbags are handed out at the market until the last of them is gone.",
)
BOXES = [
    '<div class="{}"><i>\u2709</i><div>We live from our readers. <a href="#/join">Become a member</a>.</div></div>',
    '<div class="{}"><h3>Help us stay on air</h3><p>Give what you can.</p><a href="/give">Donate now</a></div>',
    '<div class="{}"><p>Journalismus kostet Geld.</p><p><a href="/abo">Jetzt Mitglied werden</a></p></div>',
    '<div class="{}"><h4>Un journal libre</h4><p>À partir d’un euro.</p><a href="/don">Faire un don</a></div>',
    '<div class="{}"><p>Cinco euros al mes.</p><a href="/socios">Hazte socia</a></div>',
    '<div class="{}"><h3>La mattina in una mail</h3><a href="/nl">Iscriviti alla newsletter</a></div>',
    '<div class="{}"><h3>Steun ons</h3><p>Vanaf twee euro per maand.</p><button>Word lid</button></div>',
    '<div class="{}"><h3>Działamy dzięki wam</h3><a href="/w">Wesprzyj nas</a></div>',
    '<div class="{}"><h3>La lettre</h3><form><input><input type="submit" value="Je m’inscris"></form></div>',
    '<div class="{}"><h3>Hírlevél</h3><form><label>Cím</label> <input type="email"><button>Ok</button></form></div>',
]


def said(blog: LiveBlog) -> list[tuple[str | None, str]]:
    return [(entry.headline, entry.text) for entry in blog.entries]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("time", ["<b>1{0}:05</b>", '<time datetime="2026-03-03T1{0}:05:00Z">1{0}:05</time>'])
class TestBoxes:
    def test_between_blocks_are_no_entries(self, box: str, time: str) -> None:
        block = '<div class="item"><i>{}</i><h3>Head {}</h3><p>{}</p></div>'
        blocks = [block.format(time.format(n), n, text) for n, text in enumerate(TEXTS)]
        body = "".join([blocks[0], box.format("item"), *blocks[1:]])
        blog = of(page(f"<main>{body}</main>", head=DAY), timezone="UTC")
        assert said(blog) == [(f"Head {n}", text) for n, text in enumerate(TEXTS)]

    def test_in_blocks_are_no_text_of_them(self, box: str, time: str) -> None:
        block = '<div class="item">{}<div><p>{}</p></div>{}</div>'
        blocks = [block.format(time.format(n), text, box.format("x") * (n == 1)) for n, text in enumerate(TEXTS)]
        blog = of(page(f"<main>{''.join(blocks)}</main>", head=DAY), timezone="UTC")
        assert said(blog) == [(None, text) for text in TEXTS]

    def test_between_lines_are_no_text_of_them(self, box: str, time: str) -> None:
        lines = [f"<p>{time.format(n)} {text}</p>{box.format('x') * (n == 1)}" for n, text in enumerate(TEXTS)]
        blog = of(page(f"<main>{''.join(lines)}</main>", head=DAY), timezone="UTC")
        assert said(blog) == [(None, text) for text in TEXTS]


@pytest.mark.parametrize(
    "box",
    [
        '<div class="item epic"><b></b><p>You read us a lot: become a regular supporter for a pound.</p></div>',
        '<div class="item"><h3>Wir brauchen Sie</h3><p>Werden Sie jetzt Mitglied.</p></div>',
        '<div class="item"><h3>Sans publicité</h3><p>Soutenez notre rédaction.</p></div>',
    ],
)
def test_what_has_no_time_and_asks_for_it_is_no_entry_without_a_link_either(box: str) -> None:
    block = '<div class="item"><b>1{}:05</b><h3>Head {}</h3><p>{}</p></div>'
    blocks = [block.format(n, n, text) for n, text in enumerate(TEXTS)]
    blog = of(page(f"<main>{blocks[0]}{box}{''.join(blocks[1:])}</main>", head=DAY), timezone="UTC")
    assert said(blog) == [(f"Head {n}", text) for n, text in enumerate(TEXTS)]


def test_an_entry_that_tells_how_to_help_keeps_its_text() -> None:
    block = '<div class="item"><b>1{}:05</b><div class="in"><h3>Head {}</h3><p>{}</p>{}</div></div>'
    link = '<p><a href="/give">Donate to the fund for the lower town</a></p>'
    blocks = [block.format(n, n, text, link * (n == 1)) for n, text in enumerate(TEXTS)]
    assert said(of(page(f"<main>{''.join(blocks)}</main>", head=DAY), timezone="UTC")) == [
        ("Head 0", TEXTS[0]),
        ("Head 1", f"{TEXTS[1]}\n\nDonate to the fund for the lower town"),
        ("Head 2", TEXTS[2]),
    ]


@pytest.mark.parametrize(
    "box",
    [
        "<p>You may <a>donate now</a> for the lower town.</p>",  # a link in a text
        "<div><b>14:05</b><h3>Fund</h3><a>Donate now</a></div>",  # an entry with its time
        "<div><time>now</time><h3>Fund</h3><a>Donate now</a></div>",
        "<h4>14:05 Fund</h4><div><p>It is open.</p><a>Donate now</a></div>",  # one whose time stands above it
        "<div><h3>Fund</h3><a>Read on</a></div>",
        "<div><i>Fund</i><a>Donate now</a></div>",  # neither a heading nor a sentence
        f"<div><p>{'It is a long story. ' * 20}</p><a>Donate now</a></div>",
        f"<div><h3>Fund</h3><a>Donate now {'and again ' * 4}</a></div>",
        f"<div><h3>Fund</h3><a>{'Donate now ' * 20}</a></div>",
        "<div><h3>Fund</h3><form><input><a>Find</a></form></div>",
    ],
)
def test_other_boxes_are_none(box: str) -> None:
    root = html.fragment_fromstring(f"<section>{box}</section>")
    (link,) = root.iter("a")
    assert appeal(link, {root}, PrintedReader("en")) is None


def test_a_field_that_searches_is_none() -> None:
    root = html.fragment_fromstring('<section><h3>Fund</h3><input type="search" value="Find"></section>')
    assert appeal(root[1], set(), PrintedReader("en")) is None


def test_a_control_without_a_box_is_none() -> None:
    assert appeal(html.fragment_fromstring("<a>Donate now</a>"), set(), PrintedReader("en")) is None


def test_only_short_texts_ask() -> None:
    said = "<p>Become a member.</p>"
    assert asks(html.fragment_fromstring(said))
    assert not asks(html.fragment_fromstring(f"<div>{said}{'<p>It is a long story.</p>' * 20}</div>"))
