"""Who wrote an entry, beside when: lines that say both, names that a page knows, and words that are neither."""

from datetime import UTC, datetime

import pytest
from lxml import html

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers.html.labels.crediting import (
    are_places,
    credited,
    names_of,
    without_by,
    without_controls,
)
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.importers.html.labels.time_elements import is_quoted
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import note, of, page

DATED = '<meta property="article:modified_time" content="2026-03-03T23:00:00Z">'


def shown(*heads: str, above: str = "", text: str = "The wind is up.", below: str = "") -> LiveBlog:
    boxes = "".join(
        f'<div class="box">{head}<p>{text} It is {number}.</p></div>' for number, head in enumerate(heads)
    )
    return of(page(f"<main><h1>Storm</h1>{above}{boxes}</main>{below}", head=DATED), timezone="UTC")


def told(blog: LiveBlog) -> list[tuple[str | None, str, list[str]]]:
    return [
        (entry.time and entry.time.text, entry.text.split(" It is")[0], [agent.name for agent in entry.authors])
        for entry in blog.entries
    ]  # type: ignore[misc]


class TestLines:
    @pytest.mark.parametrize(
        ("line", "time", "names"),
        [
            ("Posted by Ada Example at 21:30", "at 21:30", ["Ada Example"]),
            ("21.30 Uhr von Ada Beispiel", "21.30 Uhr", ["Ada Beispiel"]),
            ("21.30 Uhr | Von Ada Beispiel und Bo van der Alm", "21.30 Uhr", ["Ada Beispiel", "Bo van der Alm"]),
            ("Publié à 21h30 par Ada Exemple", "Publié à 21h30", ["Ada Exemple"]),
            ("Publié par Ada Exemple le 3 mars 2026 à 21h30", "le 3 mars 2026 à 21h30", ["Ada Exemple"]),
            ("Posté par Ada Exemple, reporter, à 21:30", "à 21:30", ["Ada Exemple"]),
            ("By Ada Ex, Bo Ex and Cy Ex · 9:30 p.m.", "9:30 p.m.", ["Ada Ex", "Bo Ex", "Cy Ex"]),
            ("Por Ada Ejemplo a las 21:30", "a las 21:30", ["Ada Ejemplo"]),
            ("Zuletzt aktualisiert von Ada Beispiel um 21:30", "um 21:30", ["Ada Beispiel"]),
            ("Verfasst von Ada Beispiel am Di., 03.03.2026 - 21:30", "Di., 03.03.2026 - 21:30", ["Ada Beispiel"]),
            ("by Ada Example Mar 3, 2026 9:30 PM", "Mar 3, 2026 9:30 PM", ["Ada Example"]),
            ("by Ada Example Tuesday March 3, 21:30", "Tuesday March 3, 21:30", ["Ada Example"]),
            ("by @ada_example via twitter 9:30 PM", "9:30 PM", ["@ada_example"]),
            ("Submitted by newsdesk on Tue, 03/03/2026 - 21:30", "on Tue, 03/03/2026 - 21:30", ["newsdesk"]),
            ("Soumis par la-redaction le mar, 03/03/2026 - 21:30", "le mar, 03/03/2026 - 21:30", ["la-redaction"]),
            ("Gespeichert von admin am Di., 03.03.2026 - 21:30", "Di., 03.03.2026 - 21:30", ["admin"]),
            ("Inviato da Ada Esempio il Mar, 03/03/2026 - 21:30", "il Mar, 03/03/2026 - 21:30", ["Ada Esempio"]),
            ("Wysłane przez redakcja w wt., 03/03/2026 - 21:30", "wt., 03/03/2026 - 21:30", ["redakcja"]),
            ("by Ada Example on 3 March 2026 at 9:30 pm", "on 3 March 2026 at 9:30 pm", ["Ada Example"]),
            ("av Ada Exempel den 3 mars 2026 kl. 21:30", "den 3 mars 2026 kl. 21:30", ["Ada Exempel"]),
            ("Por Ada Costa da Silva em 3/3/2026 às 21:30", "em 3/3/2026 às 21:30", ["Ada Costa da Silva"]),
        ],
    )  # fmt: skip
    def test_say_both(self, line: str, time: str, names: list[str]) -> None:
        found = credited(line, PrintedReader(None))
        assert found is not None
        assert found.printed is not None
        assert (found.printed.text, found.names) == (time, names)

    @pytest.mark.parametrize(
        "line",
        [
            "By Ada Example", "Killed by Storm at 21:30", "By the sea at 21:30",
            "Posted by Ada Example at the harbour since 21:30 or so", "Passed by 31 votes to 28 at 21:30",
            "21:30 Uhr", "By 21:30", "Posted by Ada Example, " * 9 + "21:30", "Storm, Harbour, 21:30 and 22:30",
            "Live Updates | 21:30", "Storm | 21:30", "Storm Surge 9 | 21:30", "A | B",
            "Updated by hand at 21:30", "Updated by newsdesk",
        ],
    )  # fmt: skip
    def test_that_say_anything_else_are_none(self, line: str) -> None:
        assert credited(line, PrintedReader("en")) is None

    def test_with_by_in_another_sense_are_none(self) -> None:
        line = "Actualizado por última vez el 3 de marzo de 2026 a las 21:30"
        assert credited(line, PrintedReader("es")) is None

    @pytest.mark.parametrize(
        ("line", "role"),
        [
            ("Par Ada Exemple, cheffe du service, à 21h30", "cheffe du service"),
            ("Ada Example, reporter | 21:30", "reporter"),
        ],
    )
    def test_may_say_what_somebody_is(self, line: str, role: str) -> None:
        found = credited(line, PrintedReader("fr"))
        assert found is not None
        assert found.printed is not None
        assert (found.names[0].partition(" ")[0], found.role) == ("Ada", role)

    @pytest.mark.parametrize(
        "line", ["Par Ada Exemple, cheffe du service, à 21h30 ou plus", "Par Ada Exemple dans la tempête, à 21h30",
                 "Von Ada Beispiel am Hafen 21"]
    )  # fmt: skip
    def test_with_more_than_a_role_are_none(self, line: str) -> None:
        assert credited(line, PrintedReader("fr")) is None

    @pytest.mark.parametrize("word", ["Tuesday", "Updated", "3 March 2026"])
    def test_have_days_and_words_of_changes_for_no_role(self, word: str) -> None:
        found = credited(f"Ada Example | {word}, 21:30", PrintedReader("en"))
        assert found is not None
        assert found.role is None

    def test_may_tell_a_distance_from_now(self) -> None:
        found = credited("By Ada Example 3h ago", PrintedReader("en"))
        assert found is not None
        assert (found.printed, found.names) == (None, ["Ada Example"])

    def test_without_a_word_are_known_by_the_name(self) -> None:
        times = PrintedReader("en")
        for line in ("Ada Example | 21:30", "21:30 · Ada Example", "Ada Example, 21:30", "21:30 - Ada Example"):
            assert (found := credited(line, times, {"ada example"})) is not None
            assert found.names == ["Ada Example"]
            assert credited(line, times, {"ben example"}) is None
            assert credited(line, times) is not None

    def test_with_a_distance_behind_no_time_are_none(self) -> None:
        assert PrintedReader("en").read("Storm, 2h ago") is None

    def test_names_in_a_row_are_several(self) -> None:
        assert names_of("Ada Example, Ben Example & Cy Example") == ["Ada Example", "Ben Example", "Cy Example"]
        assert without_by(" From Harbour’s Ada Example ") == "Ada Example"

    def test_leave_out_links_that_follow(self) -> None:
        assert without_controls("Posted at 20:55 by Ada Example 2 comments Share") == "Posted at 20:55 by Ada Example"
        assert without_controls("Publié par Ada · Partager · Signaler") == "Publié par Ada"
        assert without_controls("He had no comment for the readers") == "He had no comment for the readers"
        assert without_controls("The market share") == "The market"
        assert without_controls("Share") == "Share"


class TestEntries:
    def test_have_the_names_of_their_lines(self) -> None:
        heads = [
            f"<p>Posted by {name} at {clock}</p>"
            for name, clock in (("Ada Example", "21:30"), ("Bo Example", "20:30"))
        ]
        assert told(shown(*heads)) == [
            ("at 21:30", "The wind is up.", ["Ada Example"]), ("at 20:30", "The wind is up.", ["Bo Example"]),
        ]  # fmt: skip

    def test_have_those_of_a_box_below_the_text_whose_words_stand_in_elements(self) -> None:
        foot = (
            '<div class="meta">by <span class="author">{}</span> <a href="/e/{}"><span class="time">{}</span></a>'
            ' <span><a href="#">Share</a> | <a href="#">Like ({})</a> | <a href="#">Report</a></span></div>'
        )
        feet = [
            foot.format("Ada Example", 1, "9:30 PM", 4),
            foot.format("Bo Example", 2, "8:30 PM", 0),
            foot.format("Bo Example", 3, "Mar 3, 2026 7:30 PM", 12),
        ]
        boxes = (f'<div class="box"><p>The wind is up. It is {n}.</p>{below}</div>' for n, below in enumerate(feet))
        blog = of(page(f"<main><h1>Storm</h1>{''.join(boxes)}</main>", head=DATED), timezone="UTC")
        assert [entry.text for entry in blog.entries] == [f"The wind is up. It is {n}." for n in range(3)]
        assert [(clock, names) for clock, _, names in told(blog)] == [
            ("9:30 PM", ["Ada Example"]), ("8:30 PM", ["Bo Example"]), ("Mar 3, 2026 7:30 PM", ["Bo Example"]),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("language", "foot"),
        [
            ("de", '<div class="Meta"><span class="Byline">von {}</span> am <i class="Date">{}.3.2026</i> um '
                   '<i class="Time">{}:30</i></div>'),
            ("en", '<footer><b class="by">by {}</b> on <i class="d">{} March 2026</i> at <i>{}:30</i></footer>'),
            ("nl", '<p class="onder"><em>door {}</em> op <i class="date">{} maart 2026</i> om <b>{}:30</b></p>'),
            ("es", '<div>por <a href="/ada">{}</a> el <time>{} de marzo de 2026</time> a las <b>{}:30</b></div>'),
        ],
    )  # fmt: skip
    def test_have_a_line_below_the_text_that_is_in_pieces(self, language: str, foot: str) -> None:
        boxes = "".join(
            f'<div class="box"><div>The wind is up. It is {n}.</div>{foot.format("Ada Example", n, 10 + n)}</div>'
            for n in (4, 3)
        )
        blog = of(page(f"<main><h1>Storm</h1>{boxes}</main>", language=language), timezone="UTC")
        assert [entry.text for entry in blog.entries] == ["The wind is up. It is 4.", "The wind is up. It is 3."]
        assert [entry.time and entry.time.value for entry in blog.entries] == [
            datetime(2026, 3, n, 10 + n, 30, tzinfo=UTC) for n in (4, 3)
        ]
        assert all([agent.name for agent in entry.authors] == ["Ada Example"] for entry in blog.entries)

    def test_have_what_the_authors_are(self) -> None:
        heads = [f"<p>Par Ada Exemple, cheffe du service, à {clock}</p>" for clock in ("21h30", "20h30")]
        blog = shown(*heads)
        assert [(one.authors[0].name, one.authors[0].role) for one in blog.entries] == [
            ("Ada Exemple", "cheffe du service")
        ] * 2

    def test_have_no_pictures_of_those_whom_such_lines_name(self) -> None:
        face = '<img src="/ada.png" alt="Ada Exemple, cheffe du service">'
        heads = [f"<div>{face}<p>Par Ada Exemple, à {clock}</p></div>" for clock in ("21h30", "20h30")]
        assert [text for _, text, _ in told(shown(*heads))] == ["The wind is up.", "The wind is up."]

    def test_have_no_more_of_a_clock_than_its_time(self) -> None:
        heads = [f"<div><b>{clock}</b><br><span>Uhr</span></div>" for clock in ("21.30", "20.30")]
        assert told(shown(*heads)) == [("21.30", "The wind is up.", []), ("20.30", "The wind is up.", [])]

    def test_keep_a_name_beside_a_distance_that_states_no_instant(self) -> None:
        heads = [f"<p>By Ada Example 3h ago</p><b>{clock}</b>" for clock in ("21:30", "20:30")]
        found = told(shown(*heads))
        assert [time for time, _, _ in found] == ["21:30", "20:30"]
        assert all("By Ada Example 3h ago" in text for _, text, _ in found)

    def test_have_times_in_boxes_that_are_called_updates(self) -> None:
        heads = [
            f'<span class="c-update__ago" title="3 March 2026, {clock}">3 months ago</span>'
            for clock in ("21:30", "20:30")
        ]
        assert [text for _, text, _ in told(shown(*heads))] == ["The wind is up.", "The wind is up."]

    def test_have_headings_that_begin_with_their_time(self) -> None:
        heads = [f"<div>7{clock}.<sup>'</sup></div><h4>{clock}.30 Uhr: Tor!</h4>" for clock in (21, 20)]
        blog = shown(*heads)
        assert [(entry.headline, entry.time and entry.time.text) for entry in blog.entries] == [
            ("Tor!", "21.30 Uhr:"), ("Tor!", "20.30 Uhr:"),
        ]  # fmt: skip
        assert [text for _, text, _ in told(blog)] == ["The wind is up.", "The wind is up."]

    def test_have_names_that_the_page_calls_its_authors(self) -> None:
        above = '<div class="authors"><span>Ada Example</span><span>Bo Example</span></div>'
        heads = ["<p>Ada Example | 21:30</p>", "<p>Bo Example | 20:30</p>"]
        assert [names for _, _, names in told(shown(*heads, above=above))] == [["Ada Example"], ["Bo Example"]]

    def test_have_names_that_a_byline_sets_off_from_the_day(self) -> None:
        above = '<p class="by">By Ada Example and Bo Example — Tuesday 3 March 2026</p>'
        blog = shown(
            *(f"<b>21:30</b><h2>Storm</h2><p>{said}</p>" for said in ("Bo Example", "Bo Example in Rome")),
            above=above,
        )
        assert [[one.name for one in entry.authors] for entry in blog.entries] == [["Bo Example"], []]
        assert blog.entries[1].text.startswith("Bo Example in Rome")

    def test_have_names_that_come_again_beside_times(self) -> None:
        heads = ["<p>Ada Example | 21:30</p>", "<p>Bo Example | 20:30</p>", "<p>Ada Example | 19:30</p>"]
        assert told(shown(*heads)) == [
            ("21:30", "The wind is up.", ["Ada Example"]),
            ("20:30", "The wind is up.", ["Bo Example"]),
            ("19:30", "The wind is up.", ["Ada Example"]),
        ]

    def test_have_no_names_that_come_once_where_most_do(self) -> None:
        names = ("Ada Example", "Bo Example", "Ada Example", "Cy Example", "Ed Example")
        heads = [f"<p>{name} | {21 - at}:30</p>" for at, name in enumerate(names)]
        assert [names for _, _, names in told(shown(*heads))] == [["Ada Example"], [], ["Ada Example"], [], []]

    def test_have_a_name_beside_a_distance_where_it_states_the_instant(self) -> None:
        heads = [
            f'<div>By Ada Example <span title="2026-03-03T{clock}:00Z">3h ago</span></div>'
            for clock in ("12:05", "10:31")
        ]
        blog = shown(*heads)
        assert [(entry.text.split(" It")[0], entry.authors[0].name) for entry in blog.entries] == [
            ("The wind is up.", "Ada Example")
        ] * 2
        assert [entry.time.value.hour for entry in blog.entries if entry.time] == [12, 10]  # type: ignore[union-attr]

    def test_keep_a_name_beside_a_distance_alone(self) -> None:
        heads = [f"<b>{clock}</b><div>By Ada Example 3h ago</div>" for clock in ("12:05", "10:31")]
        assert [text.split("\n")[0] for _, text, _ in told(shown(*heads))] == ["By Ada Example 3h ago"] * 2

    def test_keep_a_name_beside_a_distance_above_their_time(self) -> None:
        heads = [f"<div>By Ada Example 3h ago</div><b>{clock}</b>" for clock in ("12:05", "10:31")]
        assert [text.split("\n")[0] for _, text, _ in told(shown(*heads))] == ["By Ada Example 3h ago"] * 2

    def test_have_the_name_whose_picture_stands_beside_it(self) -> None:
        heads = [
            f'<div><img alt="Ada Example" src="/a.jpg"><div><i>Ada Example</i><i>{clock}</i></div></div>'
            for clock in ("21:30", "20:30")
        ]
        assert told(shown(*heads)) == [
            ("21:30", "The wind is up.", ["Ada Example"]), ("20:30", "The wind is up.", ["Ada Example"]),
        ]  # fmt: skip

    def test_that_are_pinned_may_say_so_in_a_word(self) -> None:
        blog = shown("<span>Pinned</span><b>21:30</b>", "<span>Harbour</span><b>20:30</b>")
        assert [entry.pinned for entry in blog.entries] == [True, False]
        assert [entry.headline for entry in blog.entries] == [None, "Harbour"]
        assert [text for _, text, _ in told(blog)] == ["The wind is up."] * 2

    def test_may_have_their_one_time_in_the_middle(self) -> None:
        heads = [f"<ul><li>A point</li></ul><p>{clock}</p>" for clock in ("21:30", "20:30")]
        assert [time for time, _, _ in told(shown(*heads))] == ["21:30", "20:30"]

    def test_may_have_a_picture_above_their_time(self) -> None:
        heads = [f'<figure><img src="/a.jpg"></figure><b>{clock}</b><h3>Up</h3>' for clock in ("21:30", "20:30")]
        blog = shown(*heads)
        assert [(entry.time and entry.time.text, entry.headline) for entry in blog.entries] == [
            ("21:30", "Up"),
            ("20:30", "Up"),
        ]

    def test_have_the_name_that_is_a_heading_below_their_own(self) -> None:
        heads = [f"<b>{clock}</b><h3>By the sea</h3><h5>By Ada Example</h5>" for clock in ("21:30", "20:30")]
        blog = shown(*heads)
        assert [(entry.headline, entry.authors[0].name) for entry in blog.entries] == [
            ("By the sea", "Ada Example")
        ] * 2

    def test_keep_a_line_with_a_name_and_a_place(self) -> None:
        heads = [f'<b>{clock}</b><p class="by">Reported by Ada Example in Rome</p>' for clock in ("21:30", "20:30")]
        assert told(shown(*heads))[0] == ("21:30", "Reported by Ada Example in Rome\n\nThe wind is up.", [])

    def test_may_tell_how_long_ago_they_are_behind_their_time(self) -> None:
        heads = [f"<p>{said}</p>" for said in ("9:30 p.m. (2h ago)", "8:30 p.m. | 3h ago")]
        assert [time for time, _, _ in told(shown(*heads))] == [
            "9:30 p.m. (2h ago)",
            "8:30 p.m. | 3h ago",
        ]

    def test_may_be_by_the_newsroom(self) -> None:
        heads = [f"<p>Redactie - {clock}</p>" for clock in ("21:30", "20:30")]
        assert [names for _, _, names in told(shown(*heads))] == [["Redactie"], ["Redactie"]]

    def test_without_a_time_leave_it_to_the_lines(self) -> None:
        lines = "".join(f"<p><b>{hour}:05:</b> Rain.</p>" for hour in (21, 20))
        days = "".join(
            f'<div class="day"><i>{clock}</i><p>{"Rain is coming. " * 20}</p>{lines}</div>'
            for clock in ("23:30", "22:30")
        )
        blog = of(page(f"<main><h1>Storm</h1>{days}</main>", head=DATED), timezone="UTC")
        assert len(blog.entries) == 6


class TestAround:
    def test_a_list_of_links_to_other_pages_is_no_blog_beside_one(self) -> None:
        link = '<li><i>{0}:05</i> <a href="/{0}">The news of this very hour from here</a></li>'
        box = "<div class='box'><b>{}</b><p>The wind is up, and the boats are in harbour.</p></div>"
        links = "".join(map(link.format, range(9, 14)))
        blog = of(
            page(f"<ul>{links}</ul><div><h1>Storm</h1>{box.format('21:30')}{box.format('20:30')}</div>"),
            timezone="UTC",
        )
        assert [time for time, _, _ in told(blog)] == ["21:30", "20:30"]

    def test_a_list_of_links_is_one_where_nothing_else_is(self) -> None:
        link = '<li><i>{0}:05</i> <a href="/{0}">The news of this very hour from here</a></li>'
        links = "".join(map(link.format, range(9, 14)))
        box = "<div class='box'><b>{}</b><p>Up.</p></div><div class='note'><b>9:05</b><i>No.</i></div>"
        report = f"<p>{'A long report of it all. ' * 9}</p>"
        html = f"<main><h1>Storm</h1><ul>{links}</ul>{box.format('21:30')}{report}{box.format('20:30')}</main>"
        assert len(of(page(html, head=DATED), timezone="UTC").entries) == 5

    def test_what_stands_in_the_main_part_counts_first(self) -> None:
        talk = "".join(
            f'<div class="talk"><b>{hour}:05</b><p>{"I was there and saw it all. " * 9}</p></div>'
            for hour in range(9, 14)
        )
        assert [time for time, _, _ in told(shown("<b>21:30</b>", "<b>20:30</b>", below=talk))] == ["21:30", "20:30"]

    def test_the_margin_of_an_entry_is_not_that_of_the_page(self) -> None:
        heads = [f"<aside>{clock}</aside>" for clock in ("21:30", "20:30")]
        assert [time for time, _, _ in told(shown(*heads))] == ["21:30", "20:30"]

    def test_the_paragraph_under_the_title_is_part_of_the_page(self) -> None:
        blog = shown("<b>21:30</b>", "<b>20:30</b>", above='<p class="teaser">A storm is coming from the west.</p>')
        assert [block.text for block in blog.introduction] == ["A storm is coming from the west."]

    def test_one_note_tells_what_was_left_out(self) -> None:
        nav = "<nav><aside>Home</aside></nav><nav>Home</nav><form></form>" + '<div class="sidebar">Old news</div>'
        blog = shown("<b>21:30</b>", "<b>20:30</b>", below=nav)
        assert note(blog, "page-furniture") == (
            "3 parts around the text are in no entry, 16 characters: nav, div sidebar"
        )

    def test_times_that_entries_quote_are_not_theirs(self) -> None:
        post = '<div class="social-post"><time datetime="2026-03-03T15:48:00Z">3:48 PM</time><p>Two hours!</p></div>'
        heads = [f"<i>{clock}</i><p>Rain, and much of it.</p>{post}{post}" for clock in ("5:26pm", "4:11pm")]
        assert [time for time, _, _ in told(shown(*heads))] == ["5:26pm", "4:11pm"]

    def test_headings_may_end_with_their_times(self) -> None:
        html = "<main><h1>Storm</h1><p>All day.</p><h2>Up – 21:30</h2><p>The wind is up.</p>"
        html += "<h2>Rain | 20:30</h2><p>It rains.</p></main>"
        blog = of(page(html, head=DATED), timezone="UTC")
        assert [(entry.headline, entry.text, entry.time and entry.time.value.hour) for entry in blog.entries] == [  # type: ignore[union-attr]
            ("Up", "The wind is up.", 21), ("Rain", "It rains.", 20),
        ]  # fmt: skip


def test_a_blog_that_is_called_embedded_quotes_none_of_its_times() -> None:
    box = html.fragment_fromstring('<div class="embed"><time>14:05</time><time>13:05</time></div>')
    assert not any(map(is_quoted, box))
    alone = html.fragment_fromstring('<div class="embed"><time>14:05</time></div>')
    assert is_quoted(alone[0])


class TestPlaces:
    """What stands beside times and comes again may be where the news is from."""

    @pytest.mark.parametrize(
        "head",
        [
            "<div><span>{}</span> <b>14:0{}</b></div>",
            "<p>{} | 14:0{}</p>",
            "<p>{}, 14:0{}</p>",
        ],
    )
    @pytest.mark.parametrize(
        ("places", "are_authors"),
        [
            (("Tel Aviv", "Khan Younis"), False),
            (("San Salvo", "Campo Marino"), False),
            (("Ada Example", "Bo Muster"), True),
        ],
    )
    def test_are_no_authors(self, head: str, places: tuple[str, str], are_authors: bool) -> None:
        blog = shown(*(head.format(places[number % 2], number) for number in range(4)))
        assert len(blog.entries) == 4
        assert [bool(entry.authors) for entry in blog.entries] == [are_authors] * 4
        text = f"{blog.entries[0].headline} {blog.entries[0].text}"
        assert (places[0] in text) is not are_authors

    def test_are_none_in_lines(self) -> None:
        places = ["Tel Aviv", "Khan Younis"] * 2
        body = "".join(f"<p>{place}, 14:0{at}</p><p>The wind is up.</p>" for at, place in enumerate(places))
        blog = of(page(body, head=DATED), timezone="UTC")
        assert [(entry.authors, entry.text.splitlines()[0]) for entry in blog.entries] == [
            ((), one) for one in places
        ]

    def test_initials_like_a_zone_of_their_own_are_none_of_them(self) -> None:
        assert not are_places(["est", "nz"])


class TestANameBesideATimeInAnElement:
    @pytest.mark.parametrize(
        "head",
        [
            "<div class='who'>{0} <span>{1}</span></div>",
            "<header><span>{1}</span> {0}</header>",
            "<div class='who'>{0} <b>{1}</b> <i>(updated at 23:10)</i></div>",
        ],
    )
    def test_is_that_of_the_author_where_it_comes_again(self, head: str) -> None:
        names = ("Ada Example", "Ben Beispiel", "Ada Example", "Ben Beispiel")
        heads = (head.format(*one) for one in zip(names, ("22:30", "21:40", "20:15", "19:05"), strict=True))
        found = shown(*heads)
        assert [(one.headline, [agent.name for agent in one.authors]) for one in found.entries] == [
            (None, [name]) for name in names
        ]
        assert [one.text[:15] for one in found.entries] == ["The wind is up."] * 4
        changes = {one.modified.text for one in found.entries if one.modified}
        assert changes == ({"updated at 23:10"} if "updated" in head else set())

    def test_and_of_a_change_in_another_is_no_text(self) -> None:
        row = '<p class="when"><a href="#{0}">{0} <abbr>GMT</abbr></a> <span>Updated at 23.10 GMT</span></p>'
        found = shown(*(row.format(at) + "<h2>Gusts of 80 mph</h2>" for at in ("22:30", "21:40", "20:15")))
        assert [(one.headline, one.text) for one in found.entries] == [
            ("Gusts of 80 mph", f"The wind is up. It is {number}.") for number in range(3)
        ]
        assert [one.modified.text for one in found.entries if one.modified] == ["Updated at 23.10 GMT"] * 3


class TestFirstNames:
    LINES = (
        ("8.40pm, Ben", "A fisher rang."),
        ("9.50pm, Ada", "Nineteen whales."),
        ("11.30pm, Ada", "The tide is out."),
        ("11.40pm, Ben", "Help came."),
    )

    def read(self, *lines: tuple[str, str]) -> LiveBlog:
        rows = "".join(f"<p><u>{head}</u></p><p>{text}</p>" for head, text in lines)
        return of(page(f"<main><h1>Diary</h1><h2>Thursday 13 November 2025</h2>{rows}</main>"), timezone="UTC")

    def test_behind_times_are_those_of_who_wrote_where_they_come_again(self) -> None:
        assert told(self.read(*self.LINES)) == [
            ("8.40pm", "A fisher rang.", ["Ben"]),
            ("9.50pm", "Nineteen whales.", ["Ada"]),
            ("11.30pm", "The tide is out.", ["Ada"]),
            ("11.40pm", "Help came.", ["Ben"]),
        ]

    def test_may_stand_behind_words_for_a_time(self) -> None:
        blog = self.read(*self.LINES, ("Late at night, Ben", "They swam away."))
        assert told(blog)[-1] == ("Late at night", "They swam away.", ["Ben"])
        assert (str(blog.entries[-1].day), blog.entries[-1].headline) == ("2025-11-13", None)

    def test_are_none_where_each_stands_once(self) -> None:
        places = [(f"{hour}.10pm, {place}", "It rains.") for hour, place in enumerate(("Ayr", "Oban", "Wick"), 6)]
        with pytest.raises(ImportFailure):
            self.read(*places)


def test_a_newsroom_is_told_by_its_newspaper_too() -> None:
    heads = [
        f'<div class="top"><b>{name}</b> · <span>{clock}</span></div>'
        for name, clock in (("Ada Example", "21:30"), ("Harbour Gazette newsdesk", "20:30"), ("Ada Example", "19:30"))
    ]
    assert [names for _, _, names in told(shown(*heads))] == [
        ["Ada Example"],
        ["Harbour Gazette newsdesk"],
        ["Ada Example"],
    ]


class TestARowBesideATime:
    def read(self, row: str) -> LiveBlog:
        heads = (
            f'<h3>Report {number}</h3><ul class="meta"><li>{clock} p.m.</li>{row}</ul>'
            for number, clock in enumerate(("9:30", "8:30", "7:30"))
        )
        return shown(*heads)

    def test_may_be_a_list(self) -> None:
        blog = self.read("<li>Posted by Ada Example</li>")
        assert told(blog)[0] == ("9:30 p.m.", "The wind is up.", ["Ada Example"])
        assert [entry.headline for entry in blog.entries] == ["Report 0", "Report 1", "Report 2"]

    def test_is_a_list_of_the_text_where_it_says_more(self) -> None:
        texts = [entry.text for entry in self.read("<li>Roads are shut.</li>").entries]
        assert all("Roads are shut." in text for text in texts)

    def test_may_say_when_the_entry_was_corrected(self) -> None:
        blog = shown(*(f"<ul><li>{clock} p.m. (corrected 10:51 p.m.)</li></ul>" for clock in ("9:30", "8:30")))
        assert [entry.modified and entry.modified.text for entry in blog.entries] == ["corrected 10:51 p.m."] * 2
