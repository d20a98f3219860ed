"""Controls and labels in entries: what a page repeats around the text, and what only looks like it."""

from datetime import date

import pytest
from lxml import html

from liveblog_archive.importers.html.furniture.bars import is_advert
from liveblog_archive.importers.html.furniture.controls import controls
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.model import LiveBlog, Note, Paragraph, Quotation
from tests.importers.html.reading import codes, note, of, page

WORDS = ("The wind is up.", "The bridge is shut.", "The ferry is late.")


def left(*insides: str) -> tuple[list[str], list[Note]]:
    """Return the words of the boxes that are controls in entries, and the notes of them."""
    entries = [html.fragment_fromstring(f'<div id="post-{n}">{inside}</div>') for n, inside in enumerate(insides, 1)]
    notes: list[Note] = []
    found = controls(entries, PrintedReader("en"), notes)
    return [" ".join(box.text_content().split()) for boxes in found.values() for box in boxes], notes


def repeated(inside: str, words: tuple[str, ...] = WORDS) -> list[str]:
    """Return the words of what is a control of three entries that have `inside` below their text."""
    return left(*(f"<p>{said}</p>{inside.replace('$', str(n))}" for n, said in enumerate(words, 1)))[0]


def shown(*insides: str) -> LiveBlog:
    boxes = (
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>{inside}</article>'
        for n, inside in enumerate(insides)
    )
    return of(page(f"<main>{''.join(boxes)}</main>"))


class TestRepeated:
    @pytest.mark.parametrize(
        ("bar", "said"),
        [
            ('<a href="#">Dela</a>', "Dela"),
            ('<a class="k" href="#post-$">here</a>', "here"),
            ('<p class="s"><a href="#">Share</a> <a href="#post-$">Link to this update</a></p>',
             "Share Link to this update"),
            ('<div>Compartir <i class="fa"></i> <a>Copiar enlace</a></div>', "Compartir Copiar enlace"),
            ('<footer><span class="by-line">By Ada Example</span> <span>Share <a href="#">f</a></span></footer>',
             "Share f"),
            ('<div><span>Ada Example</span><a href="#">Partager</a></div>', "Partager"),
            ('<div>By Ada <span><a href="#">Save</a></span></div>', "Save"),
            ('<ul><li><a href="/n/$#comment-form">Kommentieren</a></li></ul>', "Kommentieren"),
            ('<div><a href="#">Like ($)</a> · <a href="#">Save</a></div>', "Like (1) · Save"),
            ('<div><a href="https://share.example/?u=$">Post it</a></div>', "Post it"),
            ('<div><span role="button">Save this</span></div>', "Save this"),
            ('<div>Save <svg><path/></svg><!-- x --><b hidden>all of the many words of a menu</b> <a>it</a></div>',
             "Save all of the many words of a menu it"),
            ('<div class="sh"><span>Teilen</span></div>', "Teilen"),
            ('<ul class="s"><li>Facebook</li><li>WhatsApp</li></ul>', "FacebookWhatsApp"),
            ("<div class='m'>7$.<sup>'</sup></div>", "71.'"),
            ("<div class='m'>4$' +2</div>", "41' +2"),
            ("<div><span>👍 1$</span><b>3</b></div>", "👍 11"),
            ("<div><button>👍</button><span>1$</span></div>", "👍11"),
            # What shows an icon alone says what it is by its label or its class.
            ('<div><button aria-label="Like"><i></i></button><span>1$</span></div>', "11"),
            ('<div><a href="#" title="Gefällt mir"><svg></svg></a> 1$</div>', "11"),
            ('<div><span role="button"><i class="icon-thumb_up"></i></span><b>1.20$</b></div>', "1.201"),
            ('<div><a href="#">X</a><a href="#">WhatsApp</a><i>1$ Comments</i></div>', "XWhatsApp11 Comments"),
        ],
    )  # fmt: skip
    def test_controls_are_left_out(self, bar: str, said: str) -> None:
        found = repeated(bar)
        assert len(found) == 3
        assert found[0] == said

    @pytest.mark.parametrize(
        "inside",
        [
            '<p>Read <a href="/report">our full report</a>.</p>',
            '<p>More: <a href="/guide">the guide that we wrote in spring</a> and what it says now</p>',
            '<p><a href="/staff/ada">Ada Example</a></p>',
            '<p class="author"><a href="/staff/ada">Ada</a></p>',
            '<a class="author" href="/staff/ada">ada</a>',
            '<a href="#post-$">1$:05</a>',
            '<a href="#post-$">14.$5 Uhr</a>',
            '<a href="#post-$">3 March</a>',
            '<a href="#post-$">$ hours ago</a>',
            '<h3><a href="#post-$">Update</a></h3>',
            "<ul><li>Two are hurt</li><li>Facebook</li></ul>",
            '<a href="#"><img src="/$.png" alt="A ship"></a>',
            '<a href="/x">All that we know of the storm so far, in one long line</a>',
            '<a href="/x">All that is known of it by now, here</a>',
            '<a name="x">Storm</a>',
            "<p>In Ada’s words: <span>share</span></p>",
            "<div>Bruxelles</div>",
            "<p>Share of votes</p>",
            "<div>It is 73' long</div>",
            "<div><b>7</b><i>3</i><u>'</u></div>",
        ],
    )  # fmt: skip
    def test_text_stays(self, inside: str) -> None:
        assert repeated(inside) == []

    def test_lists_of_links_that_differ_stay(self) -> None:
        lists = [f'<ul><li><a href="/{w}">What {w} said</a></li></ul>' for w in ("Ada", "Bo", "Cy")]
        assert left(*lists)[0] == []

    @pytest.mark.parametrize(
        "box",
        [
            '<div><time>14:05</time><a href="#">Save</a></div>',
            '<div><span class="title">Storm</span><a href="#">Save</a></div>',
            '<div>14:05 <a href="#">Save</a></div>',
            "<div>1$ <button>Save</button></div>",
            "<div><button>Share</button> 1$ boats</div>",
            '<div><button><i class="play"></i></button> 1$</div>',
            '<div>It is over. <a href="#">Save</a></div>',
            f'<div><b>{"A line of words. " * 5}</b><a href="#">Save</a></div>',
            '<div><a href="#post-$">1$:05</a><a href="#">Save</a></div>',
            '<div class="date">now<a href="#">Save</a></div>',
            '<table><tr><td><a href="#">Save</a></td></tr></table>',
        ],
    )
    def test_what_stands_beside_a_control_stays(self, box: str) -> None:
        assert repeated(box) in (["Save"] * 3, ["Share"] * 3, [])

    def test_a_label_is_taken_once(self) -> None:
        found = repeated('<div><span>Said:</span> <div>Pass on <a href="#">Save</a></div></div>')
        assert found == ["Pass on Save"] * 3

    def test_boxes_end_with_the_sixth_and_at_the_entry(self) -> None:
        deep = "<div>" * 9 + '<a href="#">Save</a>' + "</div>" * 9
        assert repeated(deep) == ["Save"] * 3
        assert left('<a href="#">Save</a>', '<a href="#">Save</a>')[0] == ["Save", "Save"]


def test_a_list_that_stays_in_an_entry_is_not_told_as_left_out() -> None:
    blog = shown("<p>The wind is up.</p><ul><li>Report</li><li>Copy</li></ul>", *(f"<p>{said}</p>" for said in WORDS))
    assert blog.entries[0].text == "The wind is up.\n\nReport\nCopy"
    assert "page-furniture" not in codes(blog)


class TestPolls:
    POLL = "<p>Is it over?</p><button>Yes</button><input type='radio'>No<i>8,112 votes</i>"

    def test_are_no_text_of_entries(self) -> None:
        poll = f'<div class="x-poll"><div>{self.POLL}</div></div>'
        assert left(f"<p>The wind is up.</p>{poll}") == (
            ["Is it over?YesNo8,112 votes"],
            [Note(code="page-furniture", text=TestPolls.SAID)],
        )

    SAID = "1 control or label in entries is no text of theirs: “Is it over? Yes No 8,112 votes”"

    @pytest.mark.parametrize(
        "box",
        [
            "<div>{}</div>",
            '<div class="poll">{}' + "<p>The wind is up.</p>" * 30 + "</div>",
            '<div class="poll"><p>Is it over?</p><button>Yes</button></div>',
            "<div><div><div><div>{}</div></div></div></div>",
            '<div class="vote"><p>Is it over?</p><button>Share</button><button>Copy link</button></div>',
            '<div class="vote"><p>Is it over?</p><button><svg></svg></button><button>Yes</button></div>',
            '<div class="vote"><p>Is it over?</p><input value="Share"><button>Yes</button></div>',
            '<div class="poll">{}<figure><img src="a.png"></figure></div>',
            '<div class="poll">{}<p>The vote was <a href="/a">close</a>.</p></div>',
            '<div class="poll">{}<div>They voted until ten.</div></div>',
            '<div class="poll">{}They voted until ten.</div>',
        ],
    )
    def test_other_boxes_are_none(self, box: str) -> None:
        found, _ = left(f"<p>The wind is up.</p>{box.format(self.POLL)}")
        assert not any("over" in said for said in found)

    @pytest.mark.parametrize(
        "answers",
        [
            "<button>Yes, it is all over.</button><button>No, it is <b>not</b> over yet.</button>",
            "<input type='radio'>Yes, it is all over. <input type='radio'>No, it is not.",
            "<label><input><span>Yes, it is all over.</span> No, it is not over.</label><label><input>No</label>",
            "<input><input><p>1,822 votes · closes Oct. 23, 5:00 p.m.</p>",
        ],
    )
    def test_may_have_sentences_for_answers(self, answers: str) -> None:
        found, _ = left(f'<p>The wind is up.</p><div class="poll"><p>Is it over?</p>{answers}</div>')
        assert [said[:11] for said in found] == ["Is it over?"]

    @pytest.mark.parametrize(
        "said", ["", "<p>By Ada</p>", "<h3>The polls are shut at last</h3>", "<time>At ten at night</time>"]
    )
    def test_are_kept_where_an_entry_says_nothing_else(self, said: str) -> None:
        poll = f'<div class="poll"><h3>What we want to know</h3>{self.POLL}</div>'
        assert left(said + poll) == ([], [])

    def test_are_all_noted(self) -> None:
        polls = [f"<button>Yes {word}</button><button>No</button>" for word in "abcdefgh"]
        boxes = "".join(f'<div class="poll">{poll}</div>' for poll in polls)
        _, [note] = left(f"<p>The wind is up.</p>{boxes}")
        assert [f"“Yes {word} No”" in note.text for word in "abcdefgh"] == [True] * 8


def test_what_stands_aside_is_none_where_it_is_called_a_promotion() -> None:
    aside = '<aside class="{}"><p>Get 20 free bets with BetHall. New customers only. Bet wisely.</p></aside>'
    assert left(f"<p>The wind is up.</p>{aside.format('box promo')}")[0] == [
        "Get 20 free bets with BetHall. New customers only. Bet wisely."
    ]
    assert left(f"<p>The wind is up.</p>{aside.format('box')}")[0] == []


def test_signs_of_what_readers_felt_are_controls_whatever_they_felt() -> None:
    assert repeated("<div><span>👍 1$</span><span>😮 $</span><span>🥳🎉 0</span></div>") == [
        said for n in (1, 2, 3) for said in (f"👍 1{n}", f"😮 {n}", "🥳🎉 0")
    ]


@pytest.mark.parametrize(
    "pattern",
    ["<p class='n'>$ likes</p>", "<i>$ shares</i>", "<i>$ Mal geteilt</i>", "<i>$ vues</i>", "<i>$ reacciones</i>",
     "<i>Komentarzy: $</i>", "<i>$ condivisioni</i>", "<i>$ weergaven</i>", "<i>1.20$ visninger</i>",
     "<i>👍 1.$k</i>"],
)  # fmt: skip
def test_how_many_did_something_is_no_text_wherever_it_stands(pattern: str) -> None:
    said = [f"<div>{pattern.replace('$', str(n))}</div><p>{word}</p>" for n, word in enumerate(WORDS)]
    assert len(left(*said)[0]) == 3


class TestAlone:
    def test_known_words_tell_controls_where_nothing_comes_again(self) -> None:
        assert left('<p>The wind is up.</p><div><a href="#">Share</a> <a href="#">Copy link</a></div>')[0] == [
            "Share Copy link"
        ]

    def test_links_that_lead_somewhere_are_none(self) -> None:
        assert left('<p>The wind is up.</p><div><a href="/share">Share</a></div>')[0] == []

    def test_other_words_are_none(self) -> None:
        assert left('<p>The wind is up.</p><div><a href="#">The harbour</a></div>')[0] == []


class TestAdverts:
    @pytest.mark.parametrize(
        "label",
        [
            "<small>Publicité</small>",
            "<p>ANZEIGE</p>",
            "<div>Ad Feedback</div>",
            "<span>– Advertisement –</span>",
            "<span>PUB</span>",
            '<img alt="Anzeige" src="/a">',
        ],
    )
    def test_labels_are_known(self, label: str) -> None:
        assert is_advert(html.fragment_fromstring(label))
        assert len(left(f"<p>The wind is up.</p>{label}")[0]) == 1

    @pytest.mark.parametrize(
        "label",
        [
            "<p>Anzeige erstattet</p>",
            "<p>Pub</p>",
            "<h3>Anzeige</h3>",
            '<img src="/a">',
            "<p></p>",
            '<img alt="A ship">',
        ],
    )
    def test_other_words_stay(self, label: str) -> None:
        assert not is_advert(html.fragment_fromstring(label))

    def test_are_no_text_of_a_page_without_blocks(self) -> None:
        body = "<h3>14:05 One</h3><p>First text.</p><small>Anzeige</small><h3>13:05 Two</h3><p>Second text.</p>"
        blog = of(page(f"<main><h1>Storm</h1>{body}</main>"), timezone="UTC", date=date(2026, 3, 3))
        assert [entry.text for entry in blog.entries] == ["First text.", "Second text."]


class TestNotes:
    def test_each_kind_is_told_once(self) -> None:
        bars = [f'<p>{said}</p><div><a href="#">Like ({n})</a></div>' for n, said in enumerate(WORDS)]
        (told,) = left(*bars)[1]
        assert told.code == "page-furniture"
        assert told.text == "3 controls and labels in entries are no text of theirs: “Like (0)”"

    def test_nothing_is_told_of_what_nobody_reads(self) -> None:
        assert left(*(f"<p>{said}</p><button>Share</button><a></a>" for said in WORDS))[1] == []

    def test_pages_tell_it(self) -> None:
        blog = shown(*(f'<p>{said}</p><div><a href="#">Share</a> <a href="#">Save</a></div>' for said in WORDS))
        assert [entry.text for entry in blog.entries] == list(WORDS)
        assert "“Share Save”" in note(blog, "page-furniture")

    def test_pages_without_them_tell_nothing(self) -> None:
        assert "page-furniture" not in codes(shown(*(f"<p>{said}</p>" for said in WORDS)))


class TestTopics:
    def test_that_entries_are_filed_under_are_no_text_however_few_have_them(self) -> None:
        topic = '<a href="/live/{0}">#{0}</a>'
        blog = shown(
            topic.format("FERRY") + "<p>Late.</p>", "<p>Shut.</p>", topic.format("A_B") + "<h3>Up</h3><p>So far.</p>"
        )
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            (None, "Late."),
            (None, "Shut."),
            ("Up", "So far."),
        ]
        assert "“#FERRY”" in note(blog, "page-furniture")

    def test_in_and_below_a_text_are_of_it(self) -> None:
        link = '<a href="/live/x">#{}</a>'
        blog = shown(f"<p>{link.format('One')} is up.</p>", f"<p>Up.</p>{link.format('Two')}")
        assert [entry.text for entry in blog.entries] == ["#One is up.", "Up.\n\n#Two"]


class TestBars:
    LINE = "<p>1{0}:05</p><h2>Report {0}</h2><p>The wind is at {0}.</p>{1}"
    BAR = '<div class="bar"><button>Teilen</button><a href="https://a.example/m">E-Mail</a></div>'

    def read(self, bar: str) -> list[str]:
        body = "".join(self.LINE.format(n, bar.replace("$", "ABC"[n])) for n in range(3))
        blog = of(page(f"<main>{body}</main>", language="de"), timezone="UTC", date=date(2026, 3, 3))
        return [entry.text for entry in blog.entries]

    def test_of_a_button_and_a_link_below_lines_are_no_text(self) -> None:
        assert self.read(self.BAR) == [f"The wind is at {n}." for n in range(3)]

    @pytest.mark.parametrize(
        "bar",
        [
            "<div><button>Teilen</button><a href='/m'>Wind $</a></div>",
            "<div><b>E-Mail $</b><button>Teilen</button></div>",
        ],
    )
    def test_with_other_words_are(self, bar: str) -> None:
        assert {"A", "B", "C"} <= {*" ".join(self.read(bar)).split()}


class TestCopies:
    @staticmethod
    def pinned_above(pin: str) -> LiveBlog:
        """Return the blog with a pinned entry above its three, of which it has to be the second."""
        entries = "".join(
            f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>{said}</p></article>'
            for n, said in enumerate(WORDS)
        )
        blog = of(page(f"<main>{pin}{entries}</main>"))
        assert [(entry.text, entry.pinned) for entry in blog.entries] == [
            (WORDS[0], False), (WORDS[1], True), (WORDS[2], False),
        ]  # fmt: skip
        return blog

    def test_what_a_page_pins_above_its_entries_is_one_entry(self) -> None:
        pin = f'<article><b>Pinned</b><time datetime="2026-03-03T11:05:00Z">11:05</time><p>{WORDS[1]}</p></article>'
        self.pinned_above(pin)

    def test_it_may_print_its_time_otherwise_and_open_at_the_mark_of_a_field(self) -> None:
        pin = (
            '<article><b>Pinned</b><time datetime="2026-03-03T11:05:00Z"><i>2m ago</i></time>'
            f'<p>{WORDS[1]}</p><label for="pin-open">Show more</label></article>'
        )
        blog = self.pinned_above(pin)
        assert "“Show more”" in note(blog, "page-furniture")

    def test_what_is_pinned_and_stands_once_stays(self) -> None:
        blog = shown("<b>Pinned</b><p>The wind is up.</p>", "<p>The wind is up.</p>", "<p>The ferry is late.</p>")
        assert [entry.pinned for entry in blog.entries] == [True, False, False]


def test_a_post_of_another_service_is_no_control_for_its_class() -> None:
    post = '<div class="social-post"><b>Ada</b> <span>At least the café is open.</span></div>'
    blog = shown(f"<p>The wind is up.</p>{post}", '<p>The bridge is shut.</p><div class="social-bar">Facebook</div>')
    assert [entry.body for entry in blog.entries] == [
        (Paragraph("The wind is up."), Quotation("At least the café is open.", "Ada")),
        (Paragraph("The bridge is shut."),),
    ]


def test_what_readers_felt_is_no_text_of_one_entry_alone() -> None:
    boxes, notes = left("<p>The wind is up.</p><div>❤ 41 · 😮 17</div>", "<p>The bridge is shut.</p>", "<p>👍</p>")
    assert boxes == ["❤ 41 · 😮 17"]
    assert [note.text for note in notes] == ["1 control or label in entries is no text of theirs: “❤ 41 · 😮 17”"]
