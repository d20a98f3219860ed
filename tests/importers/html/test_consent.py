"""Boxes that ask to agree before they load something, and texts about the same."""

import pytest
from lxml import html

from liveblog_archive.importers.html.furniture.consent import asking
from liveblog_archive.model import LiveBlog, Media, Paragraph, Quotation
from tests.importers.html.reading import note, of, page


def asked(inside: str) -> str | None:
    """Return the words of the box in an entry that asks, where its first long text is the one looked at."""
    entry = html.fragment_fromstring(f"<article><p>The wind is up.</p>{inside}</article>")
    part = next(one for one in entry.iter() if one.text and len(one.text) > 30)
    box = asking(part, entry)
    return None if box is None else " ".join(box.text_content().split())


LOAD = "An dieser Stelle ist externer Inhalt eingebunden."


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"<div><p>{LOAD}</p><button>Inhalt laden</button></div>", f"{LOAD}Inhalt laden"),
        (f'<div class="w"><div class="two-click"><p>{LOAD}</p></div></div>', LOAD),
        ('<div><p class="embed-consent">Ce contenu est bloqué : vous n’avez pas accepté les cookies.</p></div>',
         "Ce contenu est bloqué : vous n’avez pas accepté les cookies."),
        (f"<section><p>{LOAD}</p><p>Mehr dazu in unserer Erklärung.</p><label>Immer laden</label></section>",
         f"{LOAD}Mehr dazu in unserer Erklärung.Immer laden"),
        (f'<div class="embed-consent"><p>{LOAD}</p><blockquote>We are on our way.</blockquote></div>', LOAD),
        ('<div class="embed-consent"><b>X</b><p>Es lässt sich mit einem Klick anzeigen.</p><figure></figure></div>',
         "Es lässt sich mit einem Klick anzeigen."),
        ('<div class="consent"><p>An dieser Stelle finden Sie Inhalte von Instagram.</p><button>Laden</button></div>',
         "An dieser Stelle finden Sie Inhalte von Instagram.Laden"),
        (f'<div class="x"><div><p>{LOAD}</p><button>Inhalt laden</button></div><blockquote>Hm.</blockquote></div>',
         f"{LOAD}Inhalt laden"),
        ("<div><p>Je moet toestemming geven voor cookies.</p><button>Wijzig je instellingen</button></div>",
         "Je moet toestemming geven voor cookies.Wijzig je instellingen"),
        ('<div class="ui-video"><div>Please use Chrome browser for a more accessible player</div></div>',
         "Please use Chrome browser for a more accessible player"),
    ],
)  # fmt: skip
def test_a_box_that_asks_is_taken_as_a_whole(inside: str, words: str) -> None:
    assert asked(inside) == words


@pytest.mark.parametrize("box", ["ticker__social", "x-consent", "social consent"])
def test_a_post_that_was_agreed_to_is_of_the_entry(box: str) -> None:
    said = "<blockquote><p>Bitte keine Drohnen!</p>— Ada Muster (@ada_muster) 3. März 2026</blockquote>"
    asks = f'<div class="{box}"><div class="consent-post"><p>Externer Inhalt</p>{said}</div></div>'
    rows = "".join(
        f"<li><i>1{n}:05 Uhr</i><p>Der Wind ist bei {n}.</p>{asks if n == 1 else ''}</li>" for n in range(4)
    )
    blog = of(page(f"<main><h1>Sturm</h1><ol>{rows}</ol></main>", language="de"), timezone="UTC")
    assert [[type(block) for block in entry.body] for entry in blog.entries[:2]] == [
        [Paragraph],
        [Paragraph, Quotation],
    ]
    assert note(blog, "page-furniture").endswith("no text of theirs: “Externer Inhalt”")


@pytest.mark.parametrize("words", ["Loading external map", "Video wird geladen …", "Chargement de la carte"])
def test_a_player_that_is_not_loaded_says_no_text(words: str) -> None:
    entry = html.fragment_fromstring(f'<div><div class="embed-map"><i>{words}</i></div></div>')
    part = next(entry.iter("i"))
    assert asking(part, entry) is part


def test_boxes_in_boxes_are_looked_for_five_high() -> None:
    deep = '<div class="consent">' * 7 + f"<p>{LOAD}</p>" + "</div>" * 7
    entry = html.fragment_fromstring(f"<article>{deep}</article>")
    part = next(entry.iter("p"))
    box = asking(part, entry)
    assert box is not None
    assert len([*box.iterdescendants()]) == 5


@pytest.mark.parametrize(
    "inside",
    [
        "<div><p>The court ruled on cookies, and on who may set them.</p></div>",
        "<div><p>The parents gave their consent at noon, a court says.</p><button>Share</button></div>",
        '<div><p class="inline-placeholder">The court ruled on cookies and on who may set them.</p></div>',
        "<div><p>The ferry company asks all passengers to be early.</p><button>Load</button></div>",
        f"<div><p>Two ships have met in the fog, north of the pier.</p><p>{LOAD}</p><button>Laden</button></div>",
        f"<div><p>{LOAD}</p><button>Laden</button><blockquote>We are on our way.</blockquote></div>",
        "<div><p>Please use Chrome browser for a more accessible player</p></div>",
        '<div class="embed-map"><p>Loading of the map began at noon</p></div>',
        f'<div class="cookies"><p>{LOAD}<time>14:05</time></p></div>',
        f"<div><p>{LOAD}</p><p>{'The law is long. ' * 50}</p><button>Laden</button></div>",
    ],
)
def test_other_words_are_text(inside: str) -> None:
    assert asked(inside) is None


def test_what_asks_is_no_text_of_an_entry_and_noted() -> None:
    inside = f'<div class="embed"><p>{LOAD}</p><button>Laden</button></div>'
    boxes = (
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>The wind is up.</p>{inside * n}</article>'
        for n in range(2)
    )
    blog = of(page(f"<main>{''.join(boxes)}</main>"))
    assert [entry.text for entry in blog.entries] == ["The wind is up."] * 2
    assert LOAD in note(blog, "page-furniture")


@pytest.mark.parametrize("words", ["Please use Chrome to watch.", "Video loading"])
def test_what_a_player_says_instead_of_a_film_is_no_text_of_an_entry(words: str) -> None:
    player = f'<div class="video-player"><p>{words}</p></div>'
    boxes = (
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>Wind is {n}.</p>{player * n}</article>'
        for n in range(2)
    )
    blog = of(page(f"<main>{''.join(boxes)}</main>"))
    assert [entry.text for entry in blog.entries] == ["Wind is 0.", "Wind is 1."]
    assert f"“{words}”" in note(blog, "page-furniture")


class TestPlayers:
    def shown(self, inside: str) -> LiveBlog:
        boxes = (
            f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>Wind is {n}.</p>{inside}</article>'
            for n in range(2)
        )
        return of(page(f"<main>{''.join(boxes)}</main>"))

    @pytest.mark.parametrize(
        ("inside", "caption"),
        [
            ('<div class="videoPlayer"><button>Play</button><b>WATCH | Up</b><i class="Duration">0:48</i></div>',
             "WATCH | Up 0:48"),
            ('<div data-testid="video-player"><button>Play</button><b>Loading</b><b>3:41:09</b></div>', "3:41:09"),
        ],
    )  # fmt: skip
    def test_are_films_with_what_is_said_of_them(self, inside: str, caption: str) -> None:
        blog = self.shown(inside)
        for n, entry in enumerate(blog.entries):
            assert entry.body == (Paragraph(f"Wind is {n}."), Media(kind="video", caption=caption))

    @pytest.mark.parametrize(
        "inside",
        [
            '<div class="player"><b>Ada</b><i>3:41</i></div>',
            f'<div class="player"><button>Play</button><p>{"The wind is up. " * 40}</p></div>',
        ],
    )
    def test_are_not_what_only_has_such_a_name(self, inside: str) -> None:
        blog = self.shown(inside)
        assert not any(isinstance(block, Media) for entry in blog.entries for block in entry.body)
        assert all(len(entry.body) > 1 for entry in blog.entries)
