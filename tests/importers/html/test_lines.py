"""Pages whose entries are lines of text: where that text is, and which of its times begin no entry."""

import pytest

from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import note, of, page

DAY = '<meta property="article:published_time" content="2026-03-03T05:00:00Z">'
CLOCKS = ["14:05", "13:40", "12:10", "11:30"]
HEADS = ["Bridge shut", "Trees on the road", "No buses", "Gusts of 80 mph"]
TEXTS = [
    "The bridge is shut until the wind drops.",
    "Two trees are down on the coast road.",
    "No buses run to the harbour after noon.",
    "A gust blew the roof off the market hall.",
]
HEADED = [f"<h3>+++ {at} {head} +++</h3><p>{text}</p>" for at, head, text in zip(CLOCKS, HEADS, TEXTS, strict=True)]
FLAT = "".join(HEADED)


def read(body: str) -> LiveBlog:
    return of(page(body, head=DAY), timezone="UTC")


def headlines(blog: LiveBlog) -> list[str | None]:
    return [entry.headline for entry in blog.entries]


class TestNewsBesideTheText:
    OTHER = "".join(
        f'<li><span>{at}</span> <a href="/{at}">Oil is dear</a></li>' for at in ("14:10", "14:01", "13:52")
    )

    @pytest.mark.parametrize(
        "beside",
        [
            '<aside><h2>In short</h2><ul class="newsticker">{}</ul></aside>',
            '<div class="newsticker"><ul>{}</ul></div>',
            '<div id="articlebody-ticker" class="ticker"><ul>{}</ul></div>',
        ],
    )
    def test_are_no_entries_whatever_they_are_called(self, beside: str) -> None:
        blog = read(f"<main><article>{FLAT}</article></main>{beside.format(self.OTHER)}")
        assert headlines(blog) == HEADS

    def test_are_none_where_each_is_a_time_and_a_link_to_another_page(self) -> None:
        blog = read(f"<div><article>{FLAT}</article><div><b>Latest</b><ul>{self.OTHER}</ul></div></div>")
        assert headlines(blog) == HEADS
        assert len(blog.entries) == 4
        alone = read(f"<div><h1>Ticker</h1><ul>{self.OTHER}</ul></div>")
        assert len(alone.entries) == 3

    def test_whose_times_the_page_states_are_none_beside_lines_that_say_more(self) -> None:
        stated = "".join(
            f'<article><h2><a href="/{at}">Oil is dear</a></h2><p>And so is tin.</p>'
            f'<p>Staff – <time datetime="2026-03-02T{at}:00Z">{at}</time></p></article>'
            for at in ("14:10", "14:01", "13:52")
        )
        lines = "".join(f"<p><b>{at}:</b> {text} {text}</p>" for at, text in zip(CLOCKS, TEXTS, strict=True))
        blog = read(f"<main><article>{lines}</article></main><section>{stated}</section>")
        assert [entry.text for entry in blog.entries] == [f"{text} {text}" for text in TEXTS]

    def test_are_none_where_they_have_little_of_the_text(self) -> None:
        blog = read(f'<article>{FLAT}</article><div class="ticker"><p>14:10 Oil up.</p><p>14:01 Tin up.</p></div>')
        assert headlines(blog)[:4] == HEADS

    def test_a_ticker_is_the_text_where_it_has_most_of_it(self) -> None:
        blog = read(f'<article><p>13:00 One is shut.</p></article><div class="ticker">{FLAT}</div>')
        assert headlines(blog) == HEADS

    def test_below_blocks_are_no_more_of_them(self) -> None:
        row = '<li class="e"><b>{}</b><p>{}</p></li>'
        rows = "".join(row.format(*one) for one in zip(CLOCKS, TEXTS, strict=True))
        other = "".join(
            f"<div><i>{at}</i> Oil is dear</div><div>Prices</div>"
            for at in ("10:10", "10:01", "9:52", "9:40", "9:10")
        )
        blog = read(f"<ul>{rows}</ul><div><h3>Elsewhere</h3>{other}</div>")
        assert [entry.text for entry in blog.entries] == TEXTS


@pytest.mark.parametrize("name", ["storyBody", "story-body wide", "c-story__body"])
def test_what_stands_above_the_body_of_a_story_is_no_introduction(name: str) -> None:
    blog = read(f'<div><p>The weather of the day is fair.</p><div class="{name}">{FLAT}</div></div>')
    assert headlines(blog) == HEADS
    assert blog.introduction == ()


class TestTitles:
    def test_that_repeat_the_newest_headline_begin_no_entry(self) -> None:
        blog = read(f"<article><h1>+++ 14:05 Bridge shut +++</h1><p>All of the storm.</p>{FLAT}</article>")
        assert headlines(blog) == HEADS
        assert [block.text for block in blog.introduction] == ["All of the storm."]

    def test_stay_above_the_entries_where_the_page_has_another_name(self) -> None:
        title = '<meta property="og:title" content="The storm">'
        blog = of(page(f"<h1>14:05 Uhr: Bridge shut</h1>{FLAT}", head=DAY + title, language="de"), timezone="UTC")
        assert headlines(blog) == HEADS
        assert [block.text for block in blog.introduction] == ["14:05 Uhr: Bridge shut"]

    def test_are_entries_where_each_is_one(self) -> None:
        blog = read("<article>" + FLAT.replace("h3>", "h1>") + "</article>")
        assert headlines(blog) == HEADS


class TestUpdatesOfEntries:
    UPDATE = "Update 14.20 Uhr: The bridge is open."

    def test_below_timed_headings_belong_to_them(self) -> None:
        body = "".join([HEADED[0], HEADED[1], f"<p>{self.UPDATE}</p>", *HEADED[2:]])
        blog = of(page(f"<article>{body}</article>", head=DAY, language="de"), timezone="UTC")
        assert headlines(blog) == HEADS
        assert [block.text for block in blog.entries[1].body] == [TEXTS[1], self.UPDATE]

    def test_are_entries_among_lines(self) -> None:
        lines = "".join(f"<p>{at} Uhr: {text}</p>" for at, text in zip(CLOCKS, TEXTS, strict=True))
        blog = of(page(f"<article><p>{self.UPDATE}</p>{lines}</article>", head=DAY, language="de"), timezone="UTC")
        assert [entry.text for entry in blog.entries] == ["The bridge is open.", *TEXTS]


class TestRowsOfATable:
    ROWS = "".join(
        f"<tr><td>03.03., {at} Uhr</td><td>{level}</td></tr>" for at, level in ((15, "3,10 m"), (9, "+12 cm"))
    )

    @pytest.mark.parametrize("place", [0, 3])
    def test_with_what_was_measured_begin_no_entry(self, place: int) -> None:
        table = f"<table><tr><th>Zeitpunkt</th><th>Pegel</th></tr>{self.ROWS}</table>"
        body = "".join(entry + (table if at == place else "") for at, entry in enumerate(HEADED))
        blog = read(f"<article>{body}</article>")
        assert headlines(blog) == HEADS
        assert blog.entries[place].text.startswith(TEXTS[place])

    def test_are_entries_where_no_others_are(self) -> None:
        rows = "".join(
            f"<tr><td>{at} Uhr</td><td>{level} m</td></tr>" for at, level in ((15, 3.1), (12, 3.2), (9, 3.6))
        )
        assert len(read(f"<table>{rows}</table>").entries) == 3


class TestTimetables:
    ROWS = ("15:00 – the ferry leaves", "15:40 – it is back", "16:10 – the last of all")

    @staticmethod
    def found(*lines: str) -> list[tuple[str | None, str]]:
        texts = "".join(
            f"<p><b>{at}:</b> {text}</p>{line}" for at, text, line in zip(CLOCKS, TEXTS, lines, strict=True)
        )
        return [(entry.time and entry.time.text, entry.text) for entry in read(f"<article>{texts}</article>").entries]  # type: ignore[misc]

    def test_that_a_line_announces_belong_to_the_entry(self) -> None:
        assert self.found("", f"<p>The plan:</p><p>{'<br>'.join(self.ROWS)}</p>", "", "") == [
            ("14:05:", TEXTS[0]),
            ("13:40:", "\n\n".join([TEXTS[1], "The plan:", "\n".join(self.ROWS)])),
            ("12:10:", TEXTS[2]),
            ("11:30:", TEXTS[3]),
        ]

    def test_may_stand_in_the_paragraph_of_that_line(self) -> None:
        found = self.found("", f"<p>The plan:<br>{'<br>'.join(self.ROWS)}</p>", "", "")
        assert found[1][1].split("\n") == [TEXTS[1], "", "The plan:", *self.ROWS]

    @pytest.mark.parametrize("line", ["<p>The plan.</p><p>{}</p>", "<p>The plan:</p><p>{}<br>And so on.</p>"])
    def test_are_entries_else(self, line: str) -> None:
        assert len(self.found("", line.format("<br>".join(self.ROWS)), "", "")) == 7

    def test_are_entries_where_there_are_no_more_others(self) -> None:
        rows = "<br>".join(f"{at}: {text}" for at, text in zip(CLOCKS, TEXTS, strict=True))
        assert len(read(f"<article><p>The day:</p><p>{rows}</p></article>").entries) == 4
        assert len(read(f"<article><p>{rows}</p></article>").entries) == 4


class TestSources:
    SAID = "Quelle: Hafenblatt, abc/dpa"

    def test_of_the_page_are_in_no_entry(self) -> None:
        blog = read(f"<article>{FLAT}<p>{self.SAID}</p></article>")
        assert blog.entries[3].text == TEXTS[3]
        assert note(blog, "page-furniture") == self.SAID

    @pytest.mark.parametrize(
        "ends", [["Quelle: dpa", "Quelle: Hafenblatt, abc/dpa"], ["", "Quelle: That of the Gull."]]
    )
    def test_of_entries_are_theirs(self, ends: list[str]) -> None:
        blog = read(f"<article>{HEADED[0]}<p>{ends[0]}</p>{HEADED[1]}<p>{ends[1]}</p></article>")
        assert blog.entries[1].text == f"{TEXTS[1]}\n\n{ends[1]}"

    def test_may_have_what_the_page_is_filed_under_below_them(self) -> None:
        blog = read(f"<article>{FLAT}<p>{self.SAID}</p><ul><li>Storm</li><li>The coast</li></ul></article>")
        assert blog.entries[3].text == TEXTS[3]
        assert blog.capture is not None
        told = [one.text for one in blog.capture.notes if one.code == "page-furniture"]
        assert told == [self.SAID, "Storm", "The coast"]

    @pytest.mark.parametrize(
        "items", [["It rains."], ["84 mph", "62 mph"], ["One that is longer than a word for a storm is"]]
    )
    def test_above_points_are_of_the_entry_as_these_are(self, items: list[str]) -> None:
        points = "".join(f"<li>{item}</li>" for item in items)
        blog = read(f"<article>{FLAT}<p>{self.SAID}</p><ul>{points}</ul></article>")
        assert self.SAID in blog.entries[3].text

    def test_of_entries_that_are_a_list_there_are_none(self) -> None:
        body = f"{HEADED[0]}<h3>+++ 13:40 Trees +++</h3><ul><li>Oak</li><li>Elm</li></ul>"
        assert read(f"<article>{body}</article>").entries[1].text == "Oak\nElm"

    @pytest.mark.parametrize(
        "line", ["(ab/cde)", "(dpa)", "ab/cde", "See all comments (31)", "31 Kommentare", "Comments 4"]
    )
    def test_initials_and_numbers_of_comments_below_them_are_in_none_either(self, line: str) -> None:
        blog = read(f"<article>{FLAT}<p>{self.SAID}</p><p>{line}</p></article>")
        assert blog.entries[3].text == TEXTS[3]
        assert blog.capture is not None
        told = [one.text for one in blog.capture.notes if one.code == "page-furniture"]
        assert told == [line, self.SAID]

    @pytest.mark.parametrize(
        "line",
        [
            "Tags: storm, ferries",
            "Lesezeit: 4 Minuten",
            "© 2026 The Gull",
            "Copyright 2019-2026 The Gull. All rights reserved.",
            "On air: Radio 1 | The morning | 3 March 2026 | 8:00",
            "Dieses Thema im Programm: NDR Eins | Der Morgen | 03.03.2026 | 8:00",
            "Über dieses Thema berichtete das Radio am 03.03.2026 um 8:00 Uhr.",
            "Über dieses Thema berichtet das Radio stündlich in den Nachrichten.",
            "Have photos or damage to report? Email news@gull.example.",
            "Haben Sie etwas gesehen? Schreiben Sie uns an news@gull.example.",
            "Recorded by Ada Example",
            "Aufgezeichnet von Ada Beispiel",
            "Propos recueillis par Zoé Exemple et Luc Modèle",
            "Protokoll: Ada Beispiel",
            "A cura di Ada Esempio",
        ],
    )
    def test_what_else_is_told_of_the_page_below_them_is_in_none(self, line: str) -> None:
        blog = read(f"<article>{FLAT}<p>{line}</p></article>")
        assert blog.entries[3].text == TEXTS[3]
        assert note(blog, "page-furniture") == line

    BY = '<p class="author">Ada Example</p><p class="author">Bea Example</p>'

    @pytest.mark.parametrize("line", ["Ada Example", "By Ada Example", "Ada Example and Bea Example"])
    def test_names_of_the_authors_of_the_page_below_them_are_in_none(self, line: str) -> None:
        blog = read(f"{self.BY}<article>{FLAT}<p>{line}</p></article>")
        assert blog.entries[3].text == TEXTS[3]
        assert note(blog, "page-furniture") == line

    @pytest.mark.parametrize(
        "ends",
        [
            ["", "Cleo Example"],
            ["", "Ada Example and Cleo Example"],
            ["Ada Example", "Bea Example"],
            ["", "Bea Example runs."],
            ["", "·"],
        ],
    )
    def test_other_names_and_those_that_entries_end_with_are_theirs(self, ends: list[str]) -> None:
        blog = read(f"{self.BY}<article>{HEADED[0]}<p>{ends[0]}</p>{HEADED[1]}<p>{ends[1]}</p></article>")
        assert blog.entries[1].text == f"{TEXTS[1]}\n\n{ends[1]}"

    def test_controls_in_a_row_below_them_are_in_none_and_pictures_stay(self) -> None:
        links = '<a href="/p">Printer-friendly version</a> | <a href="/m">E-mail this story</a>'
        line = f'<img src="/line.gif"><font>{links}</font>'
        body = "".join(f"<b>{at}</b><br>{text}<br>" for at, text in zip(CLOCKS, TEXTS, strict=True))
        blog = read(f"<table><tr><td>{body}{line}</td></tr></table>")
        assert [block.text for block in blog.entries[3].body] == [TEXTS[3], ""]
        assert note(blog, "page-furniture") == "Printer-friendly version | E-mail this story"

    @pytest.mark.parametrize(
        "ends",
        [
            ["(ab)", "(ab/cde)"],
            ["", "All of them (too many)"],
            ["", "No 31 comments on it"],
            ["Tags: a", "Tags: b"],
            ["", "Wind | Sea | Rain"],
            ["", "Wind on 3 March 2026 | Rain"],
            ["", "Über dieses Thema berichtete das Radio um 8:00 Uhr."],
            ["", "Recorded by the camera"],
            ["", "Where is he now? Nobody knows."],
            ["Recorded by Ada Example", "Recorded by Ben Example"],
        ],
    )
    def test_initials_of_entries_and_other_words_are_theirs(self, ends: list[str]) -> None:
        blog = read(f"<article>{HEADED[0]}<p>{ends[0]}</p>{HEADED[1]}<p>{ends[1]}</p></article>")
        assert blog.entries[1].text == f"{TEXTS[1]}\n\n{ends[1]}"


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Share this:", ["Mastodon", "Email"]),
        ("Teilen mit:", ["Mastodon", "E-Mail", "Drucken"]),
        ("Partager :", ["Mastodon", "WhatsApp", "Imprimer"]),
        ("Partager la page", ["Facebook", "Courriel"]),
        ("Teilen Sie den Artikel", ["Facebook", "Mastodon"]),
        ("Comparte esto:", ["Signal", "Imprimir"]),
        ("Condividi:", ["Telegram", "Stampa"]),
        ("Deel dit:", ["Mastodon", "Afdrukken"]),
        ("Dela det här:", ["Bluesky", "E-post", "Skriv ut"]),
    ],
)
@pytest.mark.parametrize("item", ["<li>{}</li>", '<li><a href="?share={0}">{0}</a></li>'])
def test_where_to_share_the_page_is_no_text_of_the_last_entry(item: str, title: str, names: list[str]) -> None:
    items = "".join(map(item.format, names))
    blog = read(f"<article>{FLAT}<div><h3>{title}</h3><ul>{items}</ul></div></article>")
    assert [entry.text for entry in blog.entries] == TEXTS


class TestTheEndOfThePage:
    def test_a_heading_of_what_is_no_text_is_none_of_the_last_entry(self) -> None:
        more = '<h3>More of the coast</h3><div class="teaser"><a href="/a">Eels are back</a></div>'
        blog = read(f"<article>{FLAT}<section>{more}</section></article>")
        assert blog.entries[3].text == TEXTS[3]
        assert "More of the coast" in [one.text for one in blog.capture.notes] if blog.capture else []

    def test_headings_that_entries_end_with_are_theirs(self) -> None:
        lines = [f"<p>{at} {text}</p><h4>{head}</h4>" for at, text, head in zip(CLOCKS, TEXTS, HEADS, strict=True)]
        blog = read(f"<article>{''.join(lines)}</article>")
        assert [entry.text for entry in blog.entries] == [
            f"{text}\n\n{head}" for text, head in zip(TEXTS, HEADS, strict=True)
        ]

    LINES = "".join(f"<p><b>{at}</b> {text}</p>" for at, text in zip(CLOCKS, TEXTS, strict=True))
    END = "<p>Do you want to help? Write to us.</p>"

    def test_what_stands_below_a_rule_is_none_of_the_last_entry(self) -> None:
        for above, end in (("", f"<hr>{self.END}"), ("<hr><p>Our blog.</p>", f"<p>It was shut.</p><hr>{self.END}")):
            blog = read(f"<div>{above}{self.LINES}{end}</div>")
            assert "Do you want" not in blog.entries[3].text
            assert "It was shut." in end or blog.entries[3].text == TEXTS[3]

    def test_so_is_what_stands_below_the_last_of_the_rules_that_part_all(self) -> None:
        blog = read(f"<div><hr>{self.LINES.replace('</p><p>', '</p><hr><p>')}<hr>{self.END}</div>")
        assert [entry.text for entry in blog.entries] == [*TEXTS]

    def test_when_the_page_was_changed_begins_no_entry_below_a_list_of_terms(self) -> None:
        terms = "".join(f"<dt><i>{at}</i></dt><dd><p>{text}</p></dd>" for at, text in zip(CLOCKS, TEXTS, strict=True))
        end = "<div><p>Last updated 2026-03-04 07:55</p><p>Ask us from 8:30 to 16:30</p></div>"
        assert [entry.text for entry in read(f"<div><dl>{terms}</dl></div>{end}").entries] == [*TEXTS]

    def test_rows_of_a_table_keep_their_numbers(self) -> None:
        rows = "".join(f"<tr><td>{at}.</td><td>{name}</td></tr>" for at, name in ((1, "Ada"), (2, "Ben")))
        blog = read(
            f"<div>{self.LINES.replace(TEXTS[1] + '</p>', TEXTS[1] + '</p><table>' + rows + '</table>')}</div>"
        )
        assert blog.entries[1].text == f"{TEXTS[1]}\n\n1. | Ada\n\n2. | Ben"

    def test_a_rule_between_entries_or_above_a_long_text_ends_none(self) -> None:
        for above, end in (("<hr>", self.END), ("", self.END * 12)):
            blog = read(f"<div>{self.LINES.replace('<p><b>12:10', f'{above}<p><b>12:10')}<hr>{end}</div>")
            assert "Do you want to help?" in blog.entries[3].text


@pytest.mark.parametrize("level", ["h2", "h3", "h4"])
@pytest.mark.parametrize("row", ["<p><strong>{}</strong> – {}</p>", "<p>{} Uhr: {}</p>"])
def test_a_heading_above_the_first_time_alone_is_of_the_page(level: str, row: str) -> None:
    rows = "".join(map(row.format, CLOCKS, TEXTS))
    lead = f"<p>We are at the fair all day.</p><{level}>Live from the fair</{level}>"
    blog = read(f"<article><h1>The fair</h1>{lead}{rows}</article>")
    assert [(entry.headline, entry.text) for entry in blog.entries] == [(None, text) for text in TEXTS]
    assert [block.text for block in blog.introduction] == ["We are at the fair all day.", "Live from the fair"]


class TestHeadingsAboveTimes:
    PARTS = "".join(
        f'<h3>{head}</h3><p class="when">Published {at}{{{number}}}</p><p>{text}</p>'
        for number, (at, head, text) in enumerate(zip(CLOCKS, HEADS, TEXTS, strict=True))
    )

    def parts(self, beside: str = "", below: str = "", between: str = "") -> LiveBlog:
        return read(f"<main><h1>Storm</h1>{self.PARTS.format(between, beside, '', '')}{below}</main>")

    def test_a_time_may_have_that_of_a_change_beside_it(self) -> None:
        blog = self.parts(", updated 13:55")
        assert headlines(blog) == HEADS
        entry = blog.entries[1]
        assert entry.time is not None
        assert entry.modified is not None
        assert (entry.time.text, entry.modified.text) == ("Published 13:40", "updated 13:55")
        assert entry.text == TEXTS[1]

    def test_the_page_may_say_the_like_of_itself(self) -> None:
        above = "<p>Published 10:00, updated 14:06</p>"
        blog = read(f"<main><h1>Storm</h1>{above}{self.PARTS.format('', '', '', '')}</main>")
        assert headlines(blog) == HEADS
        assert [block.text for block in blog.introduction] == ["Published 10:00, updated 14:06"]

    def test_a_name_may_stand_below_a_time(self) -> None:
        blog = self.parts("</p><p>Text: Ada Example")
        assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [[], ["Ada Example"], [], []]
        assert blog.entries[1].text == TEXTS[1]

    @pytest.mark.parametrize("line", ["Text: the harbour", "Boats: Ada Example"])
    def test_other_words_there_are_text(self, line: str) -> None:
        entry = self.parts(f"</p><p>{line}").entries[1]
        assert (entry.authors, entry.text) == ((), f"{line}\n\n{TEXTS[1]}")

    def test_a_poll_among_them_is_no_text(self) -> None:
        poll = '</p><div class="poll"><p>Are you afraid?</p><button>Yes</button><button>No</button></div><p>'
        blog = self.parts(poll)
        assert blog.entries[1].text == TEXTS[1]
        assert note(blog, "page-furniture").startswith("1 part around the text")

    def test_what_is_called_a_poll_and_has_entries_is_text(self) -> None:
        body = self.PARTS.format("", "", "", "")
        blog = read(f'<div class="vote"><p>Hm</p>{body}<button>Yes</button><button>No</button></div>')
        assert headlines(blog) == HEADS

    def test_a_box_about_an_author_below_them_is_no_text(self) -> None:
        box = '<div class="author-box"><h4>Ada Example</h4><p>Reporter, ada@a.example</p></div>'
        assert self.parts(below=box).entries[-1].text == TEXTS[-1]
        assert "ada@a.example" in self.parts(f"</p>{box}<p>", below=box).entries[-1].text


def test_comments_in_a_forum_are_no_text() -> None:
    blog = read(f'<main>{FLAT}</main><ul class="forum"><li>Well said. <small>3 March 15:00, Ada</small></li></ul>')
    assert headlines(blog) == HEADS
    assert "Well" not in blog.entries[-1].text


@pytest.mark.parametrize("said", ["Dieser Newsblog wird laufend aktualisiert.", "This live blog is updated all day."])
def test_what_the_page_says_of_itself_below_the_last_is_none_of_it(said: str) -> None:
    assert read(f"{FLAT}<p><i>{said}</i></p>").entries[-1].text == TEXTS[-1]
    assert read(f"{FLAT}<p>The blog of the harbour is shut.</p>").entries[-1].text != TEXTS[-1]


class TestTimesAmongOtherWords:
    def test_begin_what_stands_from_one_to_the_next(self) -> None:
        entries = "".join(
            f"<div><span>Ada Example</span><span>{at}</span></div><h4>{head}</h4><div>{text}</div>"
            for at, head, text in zip(CLOCKS, HEADS, TEXTS, strict=True)
        )
        blog = read(f"<main><h1>Storm</h1>{entries}</main>")
        assert headlines(blog) == HEADS
        assert [entry.text for entry in blog.entries] == TEXTS
        assert [entry.time and entry.time.text for entry in blog.entries] == CLOCKS


class TestBoxesOfLinksBelow:
    FILES = '<h2>Downloads</h2><ul><li><a href="/1.pdf">Leaflet <i>(310 KB)</i></a></li></ul>'
    BACK = '<a href="/">Back</a>'

    @staticmethod
    def read(below: str, *, between: str = "", row: str = '<div class="text"><p><b>{}</b> {}</p></div>') -> LiveBlog:
        rows = between.join(row.format(at, text) for at, text in zip(CLOCKS, TEXTS, strict=True))
        return read(f"<main><h1>Storm</h1>{rows}{below}</main>")

    @pytest.mark.parametrize(
        "below",
        [
            f'<div class="files">{FILES}</div><p class="back">{BACK}</p>',
            f'<section class="next"><button>Print</button>{BACK}</section>',
            f'<ul class="topics"><li>{BACK}</li><li><a href="/storm">Storms of the last winters</a></li></ul>',
        ],
    )
    def test_are_no_text(self, below: str) -> None:
        assert [entry.text for entry in self.read(below).entries] == TEXTS

    @pytest.mark.parametrize(
        ("below", "between", "row"),
        [
            ('<p class="more">More of it: <a href="/1">the warning in full</a></p>', "", None),
            ('<p class="a"><a href="/1">The warning in full</a></p>', '<p class="a"><a href="/2">No</a></p>', None),
            ('<p class="more"><a href="/1">The warning in full</a></p>', "", "<p><b>{}</b> {}</p>"),
        ],
    )  # fmt: skip
    def test_are_text_with_words_of_their_own_or_where_others_have_them_or_in_no_box(
        self, below: str, between: str, row: str | None
    ) -> None:
        blog = self.read(below, between=between, row=row) if row else self.read(below, between=between)
        assert "warning in full" in blog.entries[-1].text


class TestRules:
    @pytest.mark.parametrize("rule", ["___", "* * *", "–––", "<b>•••</b>"])
    def test_that_are_printed_between_entries_are_no_text_of_them(self, rule: str) -> None:
        body = f"<p>{rule}</p>".join(
            f"<p><b>{at}</b></p><p>{text}</p>" for at, text in zip(CLOCKS, TEXTS, strict=True)
        )
        assert [entry.text for entry in read(f"<article><h1>Storm</h1>{body}</article>").entries] == TEXTS

    @pytest.mark.parametrize("line", ["— —", "*** Late ***", "…", "5 – 4"])
    def test_are_nothing_but_three_signs_or_more(self, line: str) -> None:
        body = "".join(f"<p><b>{at}</b></p><p>{text}</p>" for at, text in zip(CLOCKS, TEXTS, strict=True))
        body = body.replace(f"<p>{TEXTS[0]}</p>", f"<p>{TEXTS[0]}</p><p>{line}</p>")
        assert read(f"<article><h1>Storm</h1>{body}</article>").entries[0].text.endswith(line)


class TestHoursInWords:
    @pytest.mark.parametrize(
        ("language", "clocks"),
        [
            ("fr", ("11h15.", "10 heures.", "9 heures 30.", "8h05.")),
            ("es", ("11:15.", "10 horas.", "9:30.", "8 horas.")),
            ("nl", ("11.15 uur:", "10 uur:", "9.30 uur:", "8 uur:")),
        ],
    )
    def test_begin_entries_where_the_text_is_set_off(self, language: str, clocks: tuple[str, ...]) -> None:
        body = "".join(f"<p><b>{at}</b> {text}</p>" for at, text in zip(clocks, TEXTS, strict=True))
        blog = of(page(f"<article><h1>Storm</h1>{body}</article>", head=DAY, language=language), timezone="UTC")
        assert [entry.text for entry in blog.entries] == TEXTS
        assert [str(entry.time and entry.time.value)[11:13] for entry in blog.entries] == ["11", "10", "09", "08"]

    @pytest.mark.parametrize(
        ("language", "line"),
        [
            ("fr", "9 heures de retard pour le train de nuit."),
            ("fr", "2 heures. puis plus rien"),
            ("es", "24 horas después sigue la búsqueda."),
            ("nl", "3 uur later was de brug weer open."),
        ],
    )
    def test_that_say_how_long_begin_none(self, language: str, line: str) -> None:
        body = "".join(
            f"<p><b>{at}</b></p><p>{text}</p><p>{line}</p>" for at, text in zip(CLOCKS, TEXTS, strict=True)
        )
        blog = of(page(f"<article><h1>Storm</h1>{body}</article>", head=DAY, language=language), timezone="UTC")
        assert [entry.text.endswith(line) for entry in blog.entries] == [True] * 4


class TestTimetablesBesideTheText:
    LINES = "".join(f"<p><b>{at}</b> {text}</p>" for at, text in zip(CLOCKS, TEXTS, strict=True))

    @pytest.mark.parametrize(
        "beside",
        [
            "<div><h3>Termine</h3><table><tr><td>15.00</td><td>Chor, Rathaus</td></tr>"
            "<tr><td>18.30</td><td>Rat, Rathaus</td></tr><tr><td>20.00</td><td>Kino, Halle</td></tr></table></div>",
            "<div><h3>Agenda</h3><ul><li>15h00 : Chorale, mairie</li><li>18h30 : Conseil, mairie</li></ul></div>",
            "<div><h3>Police</h3><p>8:30: Crash on the ring road</p><p>7:50: Theft from a shed</p></div>",
        ],
    )
    def test_begin_no_entries_whatever_their_box_is_called(self, beside: str) -> None:
        blog = read(f"<div><h1>Storm</h1><div>{self.LINES}</div></div>{beside}")
        assert [entry.text for entry in blog.entries] == TEXTS

    def test_are_none_where_they_say_as_much(self) -> None:
        beside = "<div><p><b>10:30</b> The harbour is shut, too.</p><p><b>10:05</b> The wind is up.</p></div>"
        assert len(read(f"<div><h1>Storm</h1><div>{self.LINES}</div>{beside}</div>").entries) == 6

    def test_stand_in_the_text_where_that_is_the_only_box(self) -> None:
        rest = "<p>10:30 Choir, town hall</p>"
        assert len(read(f"<div><h1>Storm</h1><div>{self.LINES}{rest}</div></div>").entries) == 5


class TestThatItHasEnded:
    @pytest.mark.parametrize(
        "line",
        [
            "Dieser Ticker ist beendet. Danke fürs Mitlesen!",
            "Ce fil est désormais clos.",
            "This live blog is now closed.",
            "Este directo ya está cerrado.",
            "La nostra diretta è terminata.",
        ],
    )
    def test_is_no_text_of_the_oldest_entry(self, line: str) -> None:
        blog = read(f"<article><h1>Storm</h1>{TestTimetablesBesideTheText.LINES}<p><em>{line}</em></p></article>")
        assert blog.entries[-1].text == TEXTS[-1]

    def test_is_the_last_word_of_the_newest(self) -> None:
        rows = [f"<p><b>{at}</b> {text}</p>" for at, text in zip(CLOCKS[::-1], TEXTS, strict=True)]
        blog = read(f"<article><h1>Storm</h1>{''.join(rows)}<p>This live blog is now closed.</p></article>")
        assert blog.entries[-1].text.endswith("now closed.")

    @pytest.mark.parametrize("line", ["This ferry is now closed.", "The page of history is not closed by that."])
    def test_is_not_that_something_else_has(self, line: str) -> None:
        blog = read(f"<article><h1>Storm</h1>{TestTimetablesBesideTheText.LINES}<p>{line}</p></article>")
        assert blog.entries[-1].text.endswith(line)


class TestHeadlinesBeforeTimesThatOpenEntries:
    STATES = ("Resolved", "Watching", "Looking into it")
    ROW = "<dt>{0} <small>3 March 2026, {1}</small></dt><dd>{2}</dd>"

    def rows(self, row: str = ROW, states: tuple[str, ...] = STATES) -> str:
        return "".join(row.format(*one) for one in zip(states, CLOCKS, TEXTS, strict=False))

    @pytest.mark.parametrize(
        ("box", "row"),
        [
            ("dl", ROW),
            ("dl", "<dt>{0} <em>Posted on 3 March 2026, {1}</em></dt><dd>{2}</dd>"),
            ("div", "<p><b>{0}</b> · <span>3 March 2026, {1}</span></p><p>{2}</p>"),
        ],
    )
    def test_are_those_of_the_text_below(self, box: str, row: str) -> None:
        found = read(f"<h1>No logins</h1><{box}>{self.rows(row)}</{box}>")
        assert [*zip(headlines(found), [one.text for one in found.entries], strict=True)] == [
            *zip(self.STATES, TEXTS[:3], strict=True)
        ]

    def test_are_none_where_a_text_opens_their_box(self) -> None:
        found = read(f"<h1>No logins</h1><dl><dd>The masts stand on the hill.</dd>{self.rows()}</dl>")
        assert not {*self.STATES}.issubset(headlines(found))

    def test_are_those_of_the_text_below_a_line(self) -> None:
        assert headlines(read(f"<h1>No logins</h1><dl><dt>Today</dt>{self.rows()}</dl>")) == [*self.STATES]

    def test_are_none_where_one_is_a_sentence(self) -> None:
        states = (*self.STATES[:2], "We look into it.")
        found = read(f"<h1>No logins</h1><dl>{self.rows(states=states)}</dl>")
        assert not {*states}.issubset(headlines(found))

    def test_are_none_below_the_texts(self) -> None:
        rows = self.rows("<p>{2}</p><p>{0} <small>3 March 2026, {1}</small></p>")
        assert not {*self.STATES}.issubset(headlines(read(f"<h1>No logins</h1><div>{rows}</div>")))
