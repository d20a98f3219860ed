"""Words beside times and headlines that set entries apart, and what only looks like them."""

import pytest
from lxml import html

from liveblog_archive.importers.html.labels.flags import is_badge, says_key
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import note, of, page

WORDS = ("The wind is up.", "The bridge is shut.", "The ferry is late.", "The tide turns.")


def shown(*badges: str, below: str = "") -> LiveBlog:
    boxes = (
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>{badge}<h2>Report {n}</h2>'
        f"<p>{WORDS[n]}</p>{below}</article>"
        for n, badge in enumerate(badges)
    )
    return of(page(f"<main>{''.join(boxes)}</main>"))


def told(inside: str) -> bool | None:
    return is_badge(next(html.fragment_fromstring(inside).iter("i", "span")))


@pytest.mark.parametrize("word", ["Edited", "bearbeitet", "modifié", "editado", "redigert"])
def test_words_that_an_entry_was_changed_are_no_text(word: str) -> None:
    blog = shown(f"<span>{word}</span>", "")
    assert [(entry.headline, entry.text) for entry in blog.entries] == [
        ("Report 0", WORDS[0]), ("Report 1", WORDS[1]),
    ]  # fmt: skip


class TestInHeadings:
    @pytest.mark.parametrize(
        ("heading", "headline", "key", "pinned"),
        [
            ("<h2><i>Breaking</i>The ferry is out</h2>", "The ferry is out", False, False),
            ("<h2><span> <i>Key event</i>The ferry is out</span></h2>", "The ferry is out", True, False),
            ("<h2><i>Pinned</i>“The ferry is out”</h2>", "“The ferry is out”", False, True),
            ("<h2><i>Eilmeldung</i><span>Fähre läuft aus</span></h2>", "Fähre läuft aus", False, False),
            ("<h2><i>Temps fort</i><b>« Le bac part »</b></h2>", "« Le bac part »", True, False),
            ("<h2><i>Live</i><b> ferry is out</b></h2>", "Live ferry is out", False, False),
            ("<h2><i>Live</i><b>ly debate</b></h2>", "Lively debate", False, False),
            ("<h2><i>Live</i> music on the quay</h2>", "Live music on the quay", False, False),
            ("<h2><i>Breaking</i></h2>", "Breaking", False, False),
            ("<h2><i>Cy</i>’s ferry is out</h2>", "Cy’s ferry is out", False, False),
            ("<h2><i>New</i>-built ferry is out</h2>", "New-built ferry is out", False, False),
            ("<h2>It is <i>new</i>s</h2>", "It is news", False, False),
            ("<h2><i><b>New</b>s</i>paper boat</h2>", "Newspaper boat", False, False),
        ],
    )
    def test_only_a_flag_without_a_blank_behind_it_is_none_of_the_headline(
        self, heading: str, headline: str, key: bool, pinned: bool
    ) -> None:
        boxes = (
            f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>{head}<p>{WORDS[n]}</p></article>'
            for n, head in enumerate((heading, "<h2>Another</h2>"))
        )
        blog = of(page(f"<main>{''.join(boxes)}</main>"))
        first, second = blog.entries
        assert (first.headline, first.key_event, first.pinned) == (headline, key, pinned)
        assert (second.headline, second.key_event, second.pinned) == ("Another", False, False)


class TestWords:
    @pytest.mark.parametrize(
        "word", ["Breaking", "EILMELDUNG", "Eilt", "Temps fort", "Key event", "Última hora", "Net binnen"]
    )
    def test_that_set_an_entry_apart_are_no_text_of_it(self, word: str) -> None:
        blog = shown(f"<div><svg></svg><span>{word}</span></div>", "", "")
        assert [entry.text for entry in blog.entries] == [*WORDS[:3]]
        assert [entry.headline for entry in blog.entries] == ["Report 0", "Report 1", "Report 2"]
        assert note(blog, "page-furniture") == f"1 control or label in entries is no text of theirs: “{word}”"

    def test_below_the_text_may_belong_to_it(self) -> None:
        blog = shown("", "", below="<div><span>New</span></div>")
        assert [entry.text for entry in blog.entries] == [f"{word}\n\nNew" for word in WORDS[:2]]

    def test_for_key_events_tell_which_are(self) -> None:
        blog = shown("<b>Key event</b>", "<b>Breaking</b>", "", "<div><i>Wichtig</i></div>")
        assert [entry.key_event for entry in blog.entries] == [True, False, False, True]
        assert says_key("À retenir")
        assert not says_key("Important roads are shut")

    @pytest.mark.parametrize(
        "inside",
        ["<div><i>Breaking</i> the ice took an hour</div>", "<div>Now: <i>Breaking</i></div>",
         "<p><i>Breaking</i></p>",
         "<h2><i>Breaking</i></h2>", "<div><b>All:</b> new <i>Urgent</i></div>",
         "<div><i>Breaking the ice</i></div>", "<div><i> </i></div>"],
    )  # fmt: skip
    def test_in_lines_of_others_are_text(self, inside: str) -> None:
        assert told(inside) is None


class TestClasses:
    def test_that_say_so_count_beside_a_headline(self) -> None:
        blog = shown("", '<div><span class="post__flag">Sea</span></div>', "")
        assert [entry.text for entry in blog.entries] == [*WORDS[:3]]
        assert note(blog, "page-furniture") == "1 control or label in entries is no text of theirs: “Sea”"

    @pytest.mark.parametrize("time", ["<p><b>1{}:05</b></p>", "<div>1{}:05</div>", "<p>1{}:05</p>"])
    def test_that_say_so_count_where_most_entries_have_headlines(self, time: str) -> None:
        heads = ["<h2>Report</h2>", '<span class="row__label">A question</span>', "<h2>Report</h2>"]
        rows = "".join(
            f'<section class="row">{time.format(n)}<div>{head}<p>{WORDS[n]}</p></div></section>'
            for n, head in enumerate(heads)
        )
        blog = of(
            page(rows, head='<meta property="article:published_time" content="2026-03-03T09:00:00Z">'), timezone="UTC"
        )
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            ("Report", WORDS[0]), (None, WORDS[1]), ("Report", WORDS[2]),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("words", "headlines"),
        [(("Docks", "Sea", "Docks"), [None, None, None]), (("Docks", "Sea"), ["Docks", "Sea"])],
    )
    def test_that_say_so_may_be_headlines_unless_one_comes_again(
        self, words: tuple[str, ...], headlines: list[str | None]
    ) -> None:
        row = '<tr><td>1{}:05</td><td><span class="tag">{}</span><p>{}</p></td></tr>'
        rows = "".join(row.format(n, word, WORDS[n]) for n, word in enumerate(words))
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<table>{rows}</table>", head=head), timezone="UTC")
        assert [entry.headline for entry in blog.entries] == headlines
        assert [entry.text for entry in blog.entries] == [*WORDS[: len(words)]]

    @pytest.mark.parametrize("name", ["picto", "line-pill", "chip"])
    def test_of_what_is_shown_as_one_count_in_a_cell_of_their_own(self, name: str) -> None:
        row = '<tr><td>1{}:05</td><td><span class="{} of-{}">{}</span></td><td><h4>Report</h4><p>{}</p></td></tr>'
        rows = "".join(row.format(n, name, word, word, WORDS[n]) for n, word in enumerate(("Line", "All", "Line")))
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<table>{rows}</table>", head=head), timezone="UTC")
        assert [entry.text for entry in blog.entries] == [*WORDS[:3]]

    def test_that_say_so_tell_of_pins(self) -> None:
        blog = shown("", '<div><span class="label">Pinned</span></div>', "")
        assert [entry.pinned for entry in blog.entries] == [False, True, False]

    def test_below_the_text_count_for_nothing(self) -> None:
        blog = shown("", "", below='<div><span class="label">Docks</span> <span class="value">40 %</span></div>')
        assert [entry.text for entry in blog.entries] == [f"{word}\n\nDocks 40 %" for word in WORDS[:2]]

    @pytest.mark.parametrize(
        ("inside", "is_one"),
        [('<div><span class="flag-live__label">Docks</span></div>', True),
         ('<div><span class="label label--time">Docks</span></div>', False),
         ('<div><span class="author label">Ada</span></div>', False),
         ('<div class="byline"><span class="label">Ada</span></div>', False),
         ('<table><tr><td><span class="label">Docks</span></td></tr></table>', True),
         ('<div><span class="label">It is late.</span></div>', False),
         ('<div><span class="label">Pier 4</span></div>', False),
         ('<div><span class="word">Docks</span></div>', False)],
    )  # fmt: skip
    def test_are_those_of_labels_that_say_nothing_else(self, inside: str, is_one: bool) -> None:
        assert told(inside) is (False if is_one else None)

    @pytest.mark.parametrize("icon", ["<svg><path></path></svg>", '<i class="ball"></i>', "<span> </span>"])
    @pytest.mark.parametrize("word", ["Half-time", "2 minutes"])
    def test_that_say_so_beside_one_headline_say_it_of_all(self, icon: str, word: str) -> None:
        labels = [f'<div class="row__label">{icon}Goal</div><h3>Report</h3>', f'<div class="row__label">{word}</div>']
        row = '<div class="row"><div class="row__time">1{}:05</div><div>{}<div><p>{}</p></div></div></div>'
        rows = "".join(row.format(n, label, WORDS[n]) for n, label in enumerate([*labels, ""]))
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<main>{rows}</main>", head=head), timezone="UTC")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            ("Report", WORDS[0]), (None, WORDS[1]), (None, WORDS[2])
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "inside",
        ['<span class="label"><i>The</i> sea</span>', '<span class="label">The <i></i>sea</span>',
         '<span class="label"><i></i><b>The sea</b></span>', '<span class="label"><i></i>The <b>sea</b></span>',
         '<span class="label"><i><b></b></i>The sea</span>'],
    )  # fmt: skip
    def test_that_say_so_count_for_words_and_an_icon_before_them_alone(self, inside: str) -> None:
        assert is_badge(html.fragment_fromstring(f"<div>{inside}</div>")[0]) is None


def test_a_pinned_entry_does_not_spoil_the_order_of_the_others() -> None:
    def entry(name: str, hour: int, mark: str) -> str:
        time = f'<time datetime="2026-11-03T{hour:02}:00:00Z">{hour:02}:00</time>'
        return f'<article id="{name}">{time}{mark}<h2>Boats {hour}</h2><p>Boats have left at {hour}.</p></article>'

    others = "".join(entry(f"p{hour}", hour, "") for hour in (15, 14, 12))
    found = of(page(entry("p9", 9, "<span>Pinned</span>") + others))
    assert ([one.pinned for one in found.entries], found.order) == ([True, False, False, False], "newest-first")
    assert of(page(entry("p9", 9, "") + others)).order == "manual"
