"""Entries and times that a page shows in unusual places, and what looks like them and is none."""

from datetime import UTC, date, datetime

import pytest
from lxml import html

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.importers.html.labels.time_elements import line_of_time
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import of, page, posting, script, update


def values(blog: LiveBlog) -> list[object]:
    return [entry.time and entry.time.value for entry in blog.entries]


class TestEntriesWithoutABox:
    def test_begin_with_the_heading_above_their_time_which_leads_to_none(self) -> None:
        heads = [f"The wind at the pier is at {n} now" for n in (3, 2, 1)]
        rows = "".join(
            f'<h2>{head}</h2><p><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time></p><p>It is up.</p>'
            for n, head in zip((3, 2, 1), heads, strict=True)
        )
        blog = of(page(f"<main><article><h1>Storm</h1>{rows}<h2>More</h2></article></main>"))
        assert [entry.headline for entry in blog.entries] == heads
        assert blog.introduction == ()


class TestATimeBehindADistance:
    def body(self, title: str, shown: str) -> str:
        return "".join(
            f'<li class="e"><a href="#" title="{title} 1{hour}:35 Uhr">{shown}</a>'
            f"<p>Es brennt in Halle {hour}.</p></li>"
            for hour in "54"
        )

    @pytest.mark.parametrize(
        ("language", "shown"),
        [("de", "vor 3 Std."), ("fr", "il y a 3 min."), ("es", "hace 3 min."), ("it", "3 min. fa"),
         ("no", "for 3 min. siden")],
    )  # fmt: skip
    def test_that_is_shortened_is_the_time_of_the_entry(self, language: str, shown: str) -> None:
        title = "3.3.2026," if language != "es" else "03/03/2026"
        body = self.body(title, shown).replace(" Uhr", "")
        blog = of(page(f"<ol>{body}</ol>", language=language), timezone="UTC")
        assert values(blog) == [datetime(2026, 3, 3, hour, 35, tzinfo=UTC) for hour in (15, 14)]
        assert [entry.text for entry in blog.entries] == ["Es brennt in Halle 5.", "Es brennt in Halle 4."]

    def test_beside_the_icon_of_a_clock_is_the_time_of_the_entry(self) -> None:
        body = "".join(
            f'<div class="e"><div class="heading"><abbr title="03.03.2026, 1{hour}:35 Uhr"><i class="fa-clock"></i>'
            f" vor 3 Minuten</abbr><h3>Halle {hour}</h3></div><p>Es brennt in Halle {hour}.</p></div>"
            for hour in "54"
        )
        blog = of(page(body, language="de"), timezone="UTC")
        assert values(blog) == [datetime(2026, 3, 3, hour, 35, tzinfo=UTC) for hour in (15, 14)]
        assert [(one.headline, one.text) for one in blog.entries] == [
            ("Halle 5", "Es brennt in Halle 5."), ("Halle 4", "Es brennt in Halle 4."),
        ]  # fmt: skip

    @pytest.mark.parametrize("shown", ["3h", "3 h"])
    def test_in_short_is_no_time_of_day(self, shown: str) -> None:
        body = self.body("3.3.2026,", shown).replace(" Uhr", "")
        assert values(of(page(f"<ol>{body}</ol>", language="fr"), timezone="UTC"))[0] == datetime(
            2026, 3, 3, 15, 35, tzinfo=UTC
        )
        body = self.body("Nach oben", shown).replace(" 15:35 Uhr", "").replace(" 14:35 Uhr", "")
        blog = of(page(f"<ol>{body}</ol>", language="fr"), timezone="UTC", date=date(2026, 3, 3))
        assert values(blog)[0] == datetime(2026, 3, 3, 3, tzinfo=UTC)

    def test_among_the_text_is_that_of_the_entry(self) -> None:
        body = "".join(
            f'<li class="e"><p>It burns in hall {hour}.</p><b title="3 March 2026, 1{hour}:35">{hour}h</b>'
            "<p>All are out.</p></li>"
            for hour in "54"
        )
        blog = of(page(f"<ol>{body}</ol>"), timezone="UTC")
        assert values(blog) == [datetime(2026, 3, 3, hour, 35, tzinfo=UTC) for hour in (15, 14)]

    def test_is_none_where_the_title_tells_something_else(self) -> None:
        body = self.body("Nach oben", "vor 3 Std.").replace(" 15:35 Uhr", "").replace(" 14:35 Uhr", "")
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(f"<ol>{body}</ol>", language="de"), timezone="UTC")


class TestASignatureBelow:
    def body(self, said: str) -> str:
        return "".join(
            f'<section class="carte"><p>{text}</p>'
            f"<div><span>{said} Ada Dubrulle, reporter, à {at}</span></div></section>"
            for at, text in (("00:40", "Un accord est signé."), ("21:14", "La ministre est là."))
        )

    def test_says_who_posted_the_entry_and_when(self) -> None:
        head = "<h1>La nuit</h1><p>Publié le 20 mars 2026 à 15:30</p>"
        blog = of(page(head + self.body("Posté par"), language="fr"), timezone="UTC")
        assert values(blog) == [datetime(2026, 3, 21, 0, 40, tzinfo=UTC), datetime(2026, 3, 20, 21, 14, tzinfo=UTC)]
        assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [["Ada Dubrulle"]] * 2
        assert [entry.text for entry in blog.entries] == ["Un accord est signé.", "La ministre est là."]

    def test_that_says_who_was_seen_is_no_time_of_an_entry(self) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(self.body("Retrouvé par"), language="fr"), timezone="UTC")


def boxes(*clocks: str) -> str:
    return "".join(f'<div class="box"><b>{at}</b><p>The wind is up, at {at}.</p></div>' for at in clocks)


class TestADayAbove:
    long = "By Ada Example (reporter) and Ben Beispiel (trainee), with pictures by Cleo Muster of the harbour"

    def test_stands_in_a_piece_of_a_long_line(self) -> None:
        line = f"{self.long} | published on 3 March 2026 at 19:05 | updated: 4 March 2026, 00:40"
        blog = of(page(f"<h1>Storm</h1><p>{line}</p>{boxes('19:05', '23:10', '00:20')}"), timezone="UTC")
        assert values(blog) == [
            datetime(2026, 3, 3, 19, 5, tzinfo=UTC),
            datetime(2026, 3, 3, 23, 10, tzinfo=UTC),
            datetime(2026, 3, 4, 0, 20, tzinfo=UTC),
        ]

    def test_is_not_looked_for_in_a_long_sentence(self) -> None:
        line = (
            f"{self.long}, who have been there since 3 March 2026 | and stay {'for a long while ' * 9}to 4 March 2026"
        )
        assert values(of(page(f"<h1>Storm</h1><p>{line}</p>{boxes('21:05', '20:10')}"), timezone="UTC")) == [
            None,
            None,
        ]

    def test_stands_alone_between_other_words_of_one_line(self) -> None:
        line = "<span>Ada Example</span><span>3 March 2026</span><span>7 minutes to read</span>"
        blog = of(page(f"<h1>Storm</h1><div>{line}</div>{boxes('21:05', '20:10')}"), timezone="UTC")
        assert values(blog) == [
            datetime(2026, 3, 3, hour, minute, tzinfo=UTC) for hour, minute in ((21, 5), (20, 10))
        ]

    @pytest.mark.parametrize(
        "line",
        [
            "<span>Ada Example</span><span>Until 3 March 2026</span><span>7 minutes</span>",
            "<div class='related'><span>Ada Example</span><span>3 March 2026</span></div>",
            "<span>Ada Example</span><span>3 March 2026<i></i></span>",
        ],
    )
    def test_is_none_beside_other_words_or_around_the_text(self, line: str) -> None:
        blog = of(page(f"<h1>Storm</h1><div>{line}</div>{boxes('21:05', '20:10')}"), timezone="UTC")
        assert values(blog) == [None, None]

    def test_is_not_asked_for_without_a_title(self) -> None:
        line = "<span>Ada Example</span><span>3 March 2026</span><span>7 minutes to read</span>"
        assert values(of(page(f"<div>{line}</div>{boxes('21:05', '20:10')}"), timezone="UTC")) == [None, None]


class TestAClockBesideStatedTimes:
    """The data has some updates; the page prints a clock for all of them."""

    def blog(self, *entries: tuple[str, str | None]) -> LiveBlog:
        shown = "".join(
            f'<div class="box"><b>{clock}</b><p>What happened in part {number} of this.</p></div>'
            for number, (clock, _) in enumerate(entries)
        )
        data = posting(
            *(
                update(articleBody=f"What happened in part {number} of this.", datePublished=when)
                for number, (_, when) in enumerate(entries)
                if when
            )
        )
        return of(page(f"<main>{shown}</main>", head=script(data)), timezone="UTC")

    def test_above_them_all_is_placed_by_the_entry_below(self) -> None:
        blog = self.blog(
            ("00:10", None), ("19:00", None), ("10:48", "2026-12-03T10:48:00Z"), ("10:05", "2026-12-03T10:05:00Z")
        )
        assert values(blog) == [
            datetime(2026, 12, 4, 0, 10, tzinfo=UTC),
            datetime(2026, 12, 3, 19, 0, tzinfo=UTC),
            datetime(2026, 12, 3, 10, 48, tzinfo=UTC),
            datetime(2026, 12, 3, 10, 5, tzinfo=UTC),
        ]

    def test_below_them_is_placed_by_the_entry_above(self) -> None:
        blog = self.blog(
            ("10:05", "2026-12-03T10:05:00Z"), ("10:48", "2026-12-03T10:48:00Z"), ("19:00", None), ("00:10", None)
        )
        assert values(blog)[2:] == [
            datetime(2026, 12, 3, 19, 0, tzinfo=UTC),
            datetime(2026, 12, 4, 0, 10, tzinfo=UTC),
        ]

    @pytest.mark.parametrize("pin", ["", " <i>Pinned</i>"])
    def test_is_that_of_an_entry_that_the_data_does_not_name(self, pin: str) -> None:
        """The data names three by their ids; one pinned above has an id of another kind, and so has the oldest."""
        rows = [("best", "14:10"), ("n0", "14:05"), ("n1", "13:05"), ("n2", "12:05"), ("last", "11:05")]
        boxes = "".join(
            f'<section class="{"e pin" if n == 0 else "e"}" id="{name}"><div><b>{at}</b>{pin * (n == 0)}</div>'
            f"<p>This is entry {n}.</p></section>"
            for n, (name, at) in enumerate(rows)
        )
        boxes += '<section class="x"><p>Nothing was said at 9:05.</p></section>'
        data = posting(
            *(
                update(articleBody=f"This is entry {n}.", datePublished=f"2026-12-03T{at}:00Z", url=f"#{name}")
                for n, (name, at) in enumerate(rows)
                if name.startswith("n")
            )
        )
        blog = of(page(f"<main>{boxes}</main>", head=script(data)), timezone="UTC")
        assert values(blog) == [
            datetime(2026, 12, 3, hour, minute, tzinfo=UTC)
            for hour, minute in ((14, 10), (14, 5), (13, 5), (12, 5), (11, 5))
        ]

    def test_is_none_of_a_box_whose_first_time_is_made_otherwise(self) -> None:
        """Such as one that is pinned, and links to the entry in its place."""
        at = ("14:05", "13:05", "12:05")
        boxes = "".join(
            f'<section class="e" id="n{n}"><time datetime="2026-12-03T{clock}:00Z">{clock}</time>'
            f"<p>This is entry {n}.</p></section>"
            for n, clock in enumerate(at)
        )
        time = '<time{} datetime="2026-12-03T13:05:00Z">13:05</time>'
        pin = f'<div class="pin">{time.format(" class=x")}<p>This is the best.</p>{time.format("")}</div>'
        data = posting(
            *(
                update(articleBody=f"This is entry {n}.", datePublished=f"2026-12-03T{clock}:00Z", url=f"#n{n}")
                for n, clock in enumerate(at)
            )
        )
        blog = of(page(f"<main>{pin}{boxes}</main>", head=script(data)), timezone="UTC")
        assert [entry.text for entry in blog.entries] == [f"This is entry {n}." for n in range(3)]

    def test_stays_as_printed_where_the_data_states_none(self) -> None:
        blog = self.blog(("19:00", None), ("18:00", None))
        assert values(blog) == [None, None]


class TestAMarginOfAnEntry:
    def body(self, name: str) -> str:
        return "<h2>3 March 2026</h2>" + "".join(
            f'<section class="entry"><div class="{name}">{at}</div>'
            f"<div><p>The wind is up, at {at}.</p></div></section>"
            for at in ("21:05", "20:10")
        )

    def test_is_a_narrow_rail_with_a_time(self) -> None:
        blog = of(page(self.body("entry__rail")), timezone="UTC")
        assert values(blog) == [
            datetime(2026, 3, 3, hour, minute, tzinfo=UTC) for hour, minute in ((21, 5), (20, 10))
        ]

    def test_is_no_box_of_comments(self) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(self.body("entry__comments")), timezone="UTC")


class TestEntriesWithoutATime:
    def li(self, at: str | None, title: str, text: str, more: str = "") -> str:
        clock = f"<b>{at}</b>" if at else ""
        return f'<li class="it{more}">{clock}<h3>{title}</h3><p>{text}</p></li>'

    def found(self, body: str, **told: object) -> list[tuple[str | None, str | None, str]]:
        blog = of(page(f"<h2>3 March 2026</h2>{body}"), timezone="UTC", **told)
        return [(entry.time.text if entry.time else None, entry.headline, entry.text) for entry in blog.entries]

    timed = ("Sheets", "Bring them wet, and many of them, and no wool.")

    def test_are_blocks_made_like_those_with_one(self) -> None:
        body = (
            self.li(None, "At a glance", "All whales are alive.")
            + self.li("6.40am", "Sheets", "Bring them wet, and many of them, and no wool.")
            + self.li(None, "Where to park", "In the top paddock.", " note")
            + self.li("8.15am", "High tide", "The first of them are afloat, by the word of the coast guard.")
        )
        assert self.found(f"<ul>{body}</ul>") == [
            (None, "At a glance", "All whales are alive."),
            ("6.40am", "Sheets", "Bring them wet, and many of them, and no wool."),
            (None, "Where to park", "In the top paddock."),
            ("8.15am", "High tide", "The first of them are afloat, by the word of the coast guard."),
        ]

    def test_stand_beside_blocks_whose_times_are_stated_too(self) -> None:
        body = "".join(
            f'<div class="e">{clock(at, stated=True).rstrip("– ")}<h3>Part {number}</h3><p>Text.</p></div>'
            for number, at in enumerate(["15:05", None, "14:05"])
        )
        found = self.found(body)
        assert [headline for _, headline, _ in found] == ["Part 0", "Part 1", "Part 2"]
        assert [at is None for at, _, _ in found] == [False, True, False]

    @pytest.mark.parametrize(
        "other",
        [
            '<li class="note"><h3>Where to park</h3><p>In the top paddock.</p></li>',
            '<li class="it"><p>In the top paddock</p></li>',
            '<li class="it by"><p>In the top paddock.</p></li>',
            '<li class="it"><h3>Where to park</h3></li>',
            '<li class="it by"><h3>One</h3><p>In the top.</p><h3>Two</h3><p>In the lower.</p></li>',
            '<li class="it ad"><h3>Boots</h3><p>Half price.</p></li>',
            '<li class="it"><h3><a href="/a.html">A bull escapes</a></h3><p>Yes.</p></li>',
            '<li class="it related"><h3>Boots</h3><p>Half price.</p></li>',
        ],
    )
    def test_are_no_blocks_that_are_made_otherwise(self, other: str) -> None:
        body = self.li("6.40am", *self.timed) + other + self.li("8.15am", "High tide", "They are afloat.")
        assert [at for at, _, _ in self.found(f"<ul>{body}</ul>")] == ["6.40am", "8.15am"]

    def test_stand_in_the_part_of_the_page_that_has_the_others(self) -> None:
        body = self.li("6.40am", *self.timed) + self.li("8.15am", "High tide", "They are afloat.")
        other = self.li(None, "Where to park", "In the top paddock.")
        assert len(self.found(f"<ul>{body}</ul><ol>{other}</ol>")) == 2

    def test_keep_their_places_where_some_of_the_others_stand_in_a_box(self) -> None:
        high = self.li("8.15am", "High tide", "The first of them are afloat, by the word of the coast guard.")
        body = (
            self.li("6.40am", "Sheets", "Bring them wet, and many of them, and no wool.")
            + f"<div>{high}</div>"
            + self.li(None, "Where to park", "In the top paddock.")
            + self.li("9.40am", "Afloat", "All of them are out of sight, and so are the boats.")
        )
        assert [headline for _, headline, _ in self.found(f"<main>{body}</main>")] == [
            "Sheets", "High tide", "Where to park", "Afloat",
        ]  # fmt: skip

    def test_have_a_class_in_common(self) -> None:
        body = self.li("6.40am", *self.timed) + self.li(None, "More", "Text.") + self.li("8.15am", "Tide", "Afloat.")
        assert len(self.found(f"<ul>{body}</ul>".replace(' class="it"', ""))) == 2

    def flat(self, *entries: tuple[str | None, str, str], stated: bool = False) -> str:
        return "".join(
            f"<h2>{clock(at, stated=stated)}{title}</h2>" + (f"<p>{text}</p>" if text else "")
            for at, title, text in entries
        )

    @pytest.mark.parametrize("stated", [False, True])
    def test_begin_at_headings_between_headings_with_a_time(self, *, stated: bool) -> None:
        body = self.flat(
            ("08:32", "Eastern span falls", "A milk float goes with it."),
            (None, "How old was the bridge?", "It opened in 1887."),
            (None, "And how long?", "Very long."),
            (None, "A heading of nothing", ""),
            ("09:10", "Divers go in", "They find the milk."),
            (None, "Contact", "Write to us."),
            stated=stated,
        )
        found = self.found(f"<main>{body}</main>")
        assert [(at is not None, headline) for at, headline, _ in found][:4] == [
            (True, "Eastern span falls"),
            (False, "How old was the bridge?"),
            (False, "And how long?"),
            (True, "Divers go in"),
        ]
        assert found[1][2] == "It opened in 1887."
        assert len(found) == 4

    @pytest.mark.parametrize("stated", [False, True])
    def test_begin_at_no_headings_of_another_level(self, *, stated: bool) -> None:
        body = self.flat(
            ("08:32", "Eastern span falls", "A milk float goes with it."),
            (None, "How old was the bridge?", "It opened in 1887."),
            ("09:10", "Divers go in", "They find the milk."),
            stated=stated,
        ).replace("<h2>How old was the bridge?</h2>", "<h3>How old was the bridge?</h3>")
        assert len(self.found(f"<main>{body}</main>")) == 2


def clock(at: str | None, *, stated: bool) -> str:
    if at is None:
        return ""
    return f'<time datetime="2026-03-03T{at}:00Z">{at}</time> – ' if stated else f"<time>{at}</time> – "


class TestTermsOfRdfa:
    ROW = (
        '<div class="row"><h3 property="dc:title">Report {0}</h3>'
        '<i property="{1}" content="2026-03-03T1{0}:05:00+01:00">some time</i>'
        "<p>The wind is up, says report {0}.</p></div>"
    )

    @pytest.mark.parametrize(
        "terms",
        ["dc:date dc:created", "dc:created", "dcterms:issued", "schema:dateCreated", "schema:name datePublished x:y"],
    )
    def test_of_which_one_is_a_date_state_when(self, terms: str) -> None:
        blog = of(page("".join(self.ROW.format(n, terms) for n in range(3))))
        assert values(blog) == [datetime(2026, 3, 3, 9 + n, 5, tzinfo=UTC) for n in range(3)]

    @pytest.mark.parametrize("terms", ["dc:modified", "x:date", "dc:dateline"])
    def test_that_are_others_state_nothing(self, terms: str) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page("".join(self.ROW.format(n, terms) for n in range(3))))


class TestRowsOfAnotherList:
    ROW = '<div class="views-row"><b>{}/03/2026 - 14:05</b> <a href="/n/{}">{}</a>{}</div>'

    def shown(self, box: str, last: str) -> LiveBlog:
        rows = "".join(
            self.ROW.format(n, n, f"Report {n}", f"<p>The wind is up, says {n}.</p>") for n in (13, 14, 15)
        )
        return of(
            page(f'<h1>Storm</h1><div class="content">{rows}</div>{box.format(last)}', language="fr"), timezone="UTC"
        )

    def test_in_a_box_that_is_made_otherwise_are_no_entries(self) -> None:
        assert (
            len(
                self.shown(
                    '<div class="block"><h4>Dates</h4>{}</div>', self.ROW.format(23, 23, "Meeting", "")
                ).entries
            )
            == 3
        )

    def test_with_a_sentence_or_in_a_box_like_the_others_are_entries(self) -> None:
        said = self.ROW.format(16, 16, "Report", "<p>The wind is down.</p>")
        assert len(self.shown('<div class="block">{}</div>', said).entries) == 4
        assert len(self.shown('<div class="content">{}</div>', self.ROW.format(16, 16, "Picture", "")).entries) == 4

    def test_are_entries_where_there_are_no_others(self) -> None:
        rows = [self.ROW.format(n, n, "Meeting of all", "") for n in (13, 14, 15)]
        body = f'<h1>Storm</h1><div class="content">{rows[0]}{rows[1]}</div><div class="block">{rows[2]}</div>'
        assert len(of(page(body, language="fr"), timezone="UTC").entries) == 3


class TestBoxesWithoutAClass:
    news = "<ul><li><a>Hosts need 212 in the last innings</a><span>17:30 (UTC)</span></li></ul>"

    def item(self, at: str) -> str:
        return f'<li><div class="at">3 March 2026 {at}</div><p>What happened in the House at {at}.</p></li>'

    def test_are_of_one_kind_where_their_times_are(self) -> None:
        body = f"<ul>{self.item('21:05')}{self.item('20:10')}</ul><div>{self.news}</div>"
        assert values(of(page(body), timezone="UTC")) == [
            datetime(2026, 3, 3, 21, 5, tzinfo=UTC),
            datetime(2026, 3, 3, 20, 10, tzinfo=UTC),
        ]

    def test_may_stand_in_several_lists(self) -> None:
        lists = (f"<div><ul>{self.item(at)}{self.item(f'1{at[1:]}')}</ul></div>" for at in ("21:05", "20:10"))
        assert len(of(page("".join(lists)), timezone="UTC").entries) == 4


class TestZonesInsideOfBlocks:
    def test_those_of_the_times_of_blocks_count_whatever_lines_in_them_name(self) -> None:
        cards = [
            f'<div class="card"><span>{hour}:05 GMT</span><h2>Level {hour}</h2>'
            f"<p>The water has risen for {hour} hours.</p>{more}</div>"
            for hour, more in ((18, ""), (16, "<p>9:30 EST</p><p>Ships wait outside.</p>"), (14, ""))
        ]
        blog = of(page(f"<main><h1>Surge</h1><p>Tuesday, 3 March 2026</p>{''.join(cards)}</main>"))
        assert blog.timezone == "UTC"
        assert [(entry.headline, entry.time and entry.time.shown) for entry in blog.entries] == [
            ("Level 18", "18:05 GMT"), ("Level 16", "16:05 GMT"), ("Level 14", "14:05 GMT"),
        ]  # fmt: skip
        assert blog.entries[1].text == "The water has risen for 16 hours.\n\n9:30 EST\n\nShips wait outside."


def test_a_short_line_below_time_and_headline_begins_the_text_with_all_that_looks_like_more_of_these() -> None:
    lines = ("Trains to the coast", "18:30", "Updated", "By Ada Example", "More of them run tomorrow, says the line.")
    body = "".join(
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><h3>Storm {n}</h3>'
        f"{''.join(f'<p>{line}</p>' for line in (*lines, f'The wind is at {n}.'))}</article>"
        for n in range(2)
    )
    blog = of(page(f"<main>{body}</main>"))
    assert [entry.text.split("\n\n") for entry in blog.entries] == [
        [*lines, f"The wind is at {n}."] for n in range(2)
    ]


@pytest.mark.parametrize("line", ["Published {}", "<i>Filed</i> {}", "🕐 {}"])
def test_a_paragraph_that_is_a_time_and_a_word_for_it_is_no_text(line: str) -> None:
    time = '<time datetime="2026-03-03T1{n}:05:00Z">2 hours ago</time>'
    entry = f"<article><p>{line.format(time)}</p><h3>Storm {{n}}</h3><p>The wind is at {{n}}.</p></article>"
    body = "".join(entry.format(n=n) for n in range(2))
    blog = of(page(f"<main>{body}</main>"))
    assert [entry.text for entry in blog.entries] == ["The wind is at 0.", "The wind is at 1."]
    assert values(blog) == [datetime(2026, 3, 3, 10 + n, 5, tzinfo=UTC) for n in range(2)]


TOMORROW = '<time datetime="2026-03-04T20:45:00Z">{}</time>'


@pytest.mark.parametrize("clock", ["20:45", "20:45 tomorrow", TOMORROW.format("20:45"), TOMORROW.format("tomorrow")])
@pytest.mark.parametrize("line", ["<div>{}</div>", "<span>{}</span>", "<p>{}</p>"])
@pytest.mark.parametrize(
    "words", ["Deadline:", "Kick-off", "Curfew from", "The gates will open again at", "Credited"]
)
def test_a_line_that_ends_in_a_time_is_text_unless_it_tells_of_publishing(words: str, line: str, clock: str) -> None:
    said = line.format(f"{words} {clock}")
    body = "".join(
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>The wind is at {n}.</p>{said}</article>'
        for n in range(2)
    )
    blog = of(page(f"<main>{body}</main>"))
    told = " ".join(clock.partition(">")[2].partition("<")[0].split() or [clock])
    assert [entry.body[-1].text for entry in blog.entries] == [f"{words} {told}"] * 2
    assert [entry.modified for entry in blog.entries] == [None, None]


@pytest.mark.parametrize("line", ["<div>{}</div>", "<p>{}</p>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize(
    "word", ["Edited", "Updated", "Bearbeitet", "Bewerkt", "Redigert", "Modifié", "Last edited on"]
)
def test_a_time_behind_a_word_for_a_change_is_that_of_the_change(word: str, line: str) -> None:
    time = '<time datetime="2026-03-03T1{n}:{m}:00Z">1{n}:{m}</time>'
    lines = (f"<div>Published {time.format(n=n, m='05')}</div>" for n in range(4))
    changes = (line.format(f"{word} {time.format(n=n, m=25)}") for n in range(4))
    both = enumerate(zip(lines, changes, strict=True))
    body = "".join(f"<article class='post'>{''.join(said)}<p>The wind is at {n}.</p></article>" for n, said in both)
    blog = of(page(f"<main>{body}</main>"))
    assert [entry.text for entry in blog.entries] == [f"The wind is at {n}." for n in range(4)]
    assert values(blog) == [datetime(2026, 3, 3, 10 + n, 5, tzinfo=UTC) for n in range(4)]
    changed = [entry.modified.value for entry in blog.entries if entry.modified]
    assert changed == [datetime(2026, 3, 3, 10 + n, 25, tzinfo=UTC) for n in range(4)]


class TestTheTitleOfThePageAsAHeadline:
    def headlines(self, *said: str) -> list[str | None]:
        updates = (
            update(
                headline=text, articleBody=f"What happened in part {number}.", datePublished="2026-03-03T14:05:00Z"
            )
            for number, text in enumerate(said)
        )
        data = posting(*updates, headline="A hill burns")
        return [entry.headline for entry in of(page("", head=script(data))).entries]

    def test_is_none_of_several_entries(self) -> None:
        assert self.headlines("A hill burns", "Out", "A hill burns") == [None, "Out", None]

    def test_is_also_what_all_of_them_have(self) -> None:
        assert self.headlines("Live", "Live", "Live") == [None, None, None]
        assert self.headlines("Live", "Live") == ["Live", "Live"]

    def test_may_be_that_of_one(self) -> None:
        assert self.headlines("A hill burns", "Out", "In") == ["A hill burns", "Out", "In"]


class TestHeadlinesThatSeveralUpdatesState:
    def blog(self, *shown: str) -> LiveBlog:
        said = ("Live: the fire", "Out", "Live: the fire")
        clocks = ("14:05", "13:05", "12:05")
        updates = [
            update(headline=text, articleBody=f"What happened at {at}.", datePublished=f"2026-03-03T{at}:00Z")
            for text, at in zip(said, clocks, strict=True)
        ]
        boxes = "".join(
            f'<article><time datetime="2026-03-03T{at}:00Z">{at}</time>{head}<p>What happened at {at}.</p></article>'
            for head, at in zip(shown, clocks, strict=True)
        )
        return of(page(f"<main>{boxes}</main>", head=script(posting(*updates, headline="A hill burns"))))

    def test_are_none_where_no_reader_saw_them(self) -> None:
        blog = self.blog("", "", "")
        assert [entry.headline for entry in blog.entries] == [None, "Out", None]
        assert blog.capture is not None
        assert [one.text for one in blog.capture.notes if one.code == "page-level-headline"] == [
            "'Live: the fire' is stated as a headline 2 times, and shown in none of these updates"
        ]

    def test_are_none_where_the_page_shows_them_as_labels(self) -> None:
        label = '<span class="label">Live: the fire</span>'
        blog = self.blog(label, "", label)
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            (None, "What happened at 14:05."), ("Out", "What happened at 13:05."), (None, "What happened at 12:05."),
        ]  # fmt: skip

    def test_are_theirs_where_the_page_shows_one(self) -> None:
        blog = self.blog("<h3>Live: The fire</h3>", "", "")
        assert [entry.headline for entry in blog.entries] == ["Live: The fire", "Out", "Live: the fire"]

    def test_are_none_where_the_title_of_the_page_has_one_that_no_reader_saw(self) -> None:
        for said, kept in (("Fire on the hill", None), ("A bridge burns", "A bridge burns")):
            updates = [
                update(headline=head, articleBody=f"What happened at {at}.", datePublished=f"2026-03-03T{at}:00Z")
                for head, at in (("Out", "14:05"), (said, "13:05"))
            ]
            heads = {"14:05": "<h3>Out</h3>", "13:05": ""}
            box = '<article><time datetime="2026-03-03T{0}:00Z">{0}</time>{1}<p>What happened at {0}.</p></article>'
            boxes = "".join(box.format(*one) for one in heads.items())
            data = script(posting(*updates, headline="Live: the day"))
            blog = of(page(f"<h1>LIVE: fire on the hill, latest</h1><main>{boxes}</main>", head=data))
            assert [entry.headline for entry in blog.entries] == ["Out", kept]


class TestEntriesOfOnePicture:
    def test_are_those_of_the_class_that_the_others_have(self) -> None:
        box = '<article id="{0}" class="{1}"><time datetime="2026-03-03T{2}:05:00Z">{2}:05</time>{3}</article>'
        text, picture = "<p>The wind is up.</p>", '<h2>A dog</h2><img src="https://a.example/a.jpg">'
        updates = [
            update(
                **{"@id": f"#{name}", "articleBody": "The wind is up.", "datePublished": f"2026-03-03T{at}:05:00Z"}
            )
            for name, at in (("up-a", 14), ("up-b", 13))
        ]

        def heads(kind: str) -> list[str | None]:
            boxes = box.format("up-a", "up", 14, text) + box.format("up-c", kind, 12, picture)
            html = page(f"<main>{boxes}{box.format('up-b', 'up', 13, text)}</main>", head=script(posting(*updates)))
            return [entry.headline for entry in of(html).entries]

        assert heads("up") == [None, "A dog", None]
        assert heads("tip") == [None, None]


class TestBoldBeforeTheText:
    def found(self, *lines: str) -> list[tuple[str | None, str]]:
        body = "".join(f"<p>{line}</p>" for line in lines)
        blog = of(page(f"<h2>3. März 2026</h2>{body}", language="de"), timezone="UTC")
        return [(entry.headline, entry.text) for entry in blog.entries]

    def test_is_the_headline_where_it_holds_the_time_too(self) -> None:
        assert self.found(
            "<strong>12.10 Uhr: Züge rollen wieder.</strong> Alle fahren nach <a href='/p'>Plan</a>.",
            "<b>08.45 Uhr: Einigung!</b> Nach elf Stunden sind alle <i>müde</i>.",
            "07.15 Uhr: <b>Noch nichts.</b> Es wird verhandelt.",
            "06.02 Uhr: Züge rollen wieder nicht. Es brennt noch Licht.",
            "05.00 Uhr</p><h3>Beginn</h3><p>Alle Züge stehen still.",
        ) == [
            ("Züge rollen wieder", "Alle fahren nach Plan."),
            ("Einigung!", "Nach elf Stunden sind alle müde."),
            (None, "Noch nichts. Es wird verhandelt."),
            (None, "Züge rollen wieder nicht. Es brennt noch Licht."),
            ("Beginn", "Alle Züge stehen still."),
        ]

    @pytest.mark.parametrize(
        "line",
        [
            "Eil <b>08.45 Uhr: Einigung.</b> Alle sind müde.",
            "<b>08.45 Uhr: Einigung</b> sei möglich, hieß es.",
            "<b>08.45 Uhr: Berlin:</b> Alle sind müde.",
            "<i>Eil</i> <b>08.45 Uhr: Einigung.</b> Alle sind müde.",
            f"<b>08.45 Uhr: {'Alle sind müde, ' * 9}und gehen.</b> Es ist spät.",
        ],
    )
    def test_is_text_otherwise(self, line: str) -> None:
        found = self.found(
            "<b>12.10 Uhr: Züge rollen wieder.</b> Alle fahren nach Plan.", line, "06.02 Uhr: Es brennt noch Licht."
        )
        assert not any(headline for headline, _ in found)

    def test_is_all_of_it_where_that_of_another_is_how_it_begins(self) -> None:
        heads = [
            " ".join(["Einigung!", "Endlich!", "Alle fahren!", "Sofort!", "Wirklich!"][:count])
            for count in range(1, 6)
        ]
        found = self.found(*(f"<b>{9 - at}.10 Uhr: {head}</b> Es ist kalt." for at, head in enumerate(heads)))
        assert found == [(head, "Es ist kalt.") for head in heads]

    def test_is_text_where_it_is_the_whole_of_it(self) -> None:
        found = self.found(
            "<b>12.10 Uhr: Züge rollen.</b>", "<b>08.45 Uhr: Alle sind da.</b>", "06.02 Uhr: Es ist kalt."
        )
        assert [text for _, text in found] == ["Züge rollen.", "Alle sind da.", "Es ist kalt."]


class TestTimesAtTheEndOfHeadings:
    def body(self, *headings: str) -> str:
        texts = "".join(f"<h3>{heading}</h3><p>The river is over the road by now.</p>" for heading in headings)
        return f"<h2>3 March 2026</h2>{texts}"

    def test_that_nothing_sets_off_are_those_of_the_entries(self) -> None:
        body = self.body("All clear <span>2:30 p.m.</span>", "<span>1:06 p.m.</span>", "Owner found 12:48 p.m.")
        blog = of(page(body), timezone="UTC")
        assert [(entry.headline, entry.time and entry.time.text) for entry in blog.entries] == [
            ("All clear", "2:30 p.m."), (None, "1:06 p.m."), ("Owner found", "12:48 p.m."),
        ]  # fmt: skip

    def test_are_none_where_few_headings_end_with_one(self) -> None:
        body = self.body("What we know", "Who is there", "How it began", "The ferry of 9:05")
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(body), timezone="UTC")


def test_a_newsroom_of_the_web_signs_as_a_newsroom() -> None:
    boxes = "".join(
        f"<div class='e'><p>Rédaction web — {hour} h 30</p><p>Une poulie est arrivée.</p></div>" for hour in (17, 14)
    )
    blog = of(page(f"<h2>3 mars 2026</h2>{boxes}", language="fr"), timezone="UTC")
    assert [[author.name for author in entry.authors] for entry in blog.entries] == [["Rédaction web"]] * 2
    assert values(blog) == [datetime(2026, 3, 3, hour, 30, tzinfo=UTC) for hour in (17, 14)]


class TestATimeBeforeThatOfAChange:
    def blog(self, line: str) -> LiveBlog:
        boxes = "".join(
            f'<section class="part"><p>{line.replace("$", hour)}</p><p>The wind is at {hour}.</p></section>'
            for hour in ("17", "16", "15")
        )
        return of(page(f"<p>3 mars 2026</p>{boxes}", language="fr"), timezone="UTC")

    @pytest.mark.parametrize(
        "line",
        ["<span>Publié à $:12</span> <span>- Modifié à $:55</span>", "$:12 | mis à jour à $:55",
         "<b>$:12</b> <i>(mise à jour $:55)</i>", "<span>$:12</span><span>– modifié à $:55</span>"],
    )  # fmt: skip
    def test_is_that_of_the_entry(self, line: str) -> None:
        blog = self.blog(line)
        assert values(blog) == [datetime(2026, 3, 3, hour, 12, tzinfo=UTC) for hour in (17, 16, 15)]
        assert [entry.text for entry in blog.entries] == [f"The wind is at {hour}." for hour in (17, 16, 15)]
        assert [entry.modified and entry.modified.text.endswith("55") for entry in blog.entries] == [True] * 3
        assert [entry.headline for entry in blog.entries] == [None] * 3

    def test_stays_where_no_time_is_named_before_it(self) -> None:
        reader = PrintedReader("fr")
        assert reader.split_change("Direct - modifié à 16:55") == ("Direct - modifié à 16:55", None)
        assert reader.split_change("16:12 - modifié") == ("16:12 - modifié", None)


class TestATimeInPieces:
    def test_without_a_blank_between_them_is_read(self) -> None:
        boxes = "".join(
            f'<div class="post"><time><span>May 6, 2026</span><span>{hour}:40 PM UTC</span></time>'
            f"<p>The krone is at 11.{hour}.</p></div>"
            for hour in (3, 2, 1)
        )
        blog = of(page(f"<main>{boxes}</main>"))
        assert values(blog) == [datetime(2026, 5, 6, hour, 40, tzinfo=UTC) for hour in (15, 14, 13)]
        assert [entry.text for entry in blog.entries] == [f"The krone is at 11.{hour}." for hour in (3, 2, 1)]

    def test_that_are_no_time_stays_as_it_is(self) -> None:
        times = PrintedReader("en")
        for inside in ("<b>4</b><b>5 are hurt</b>", "<b>14</b><b>:05</b>", "<b>Pier</b><b>4</b>"):
            element = html.fragment_fromstring(f"<time>{inside}</time>")
            assert line_of_time(element, times) == element.text_content()


class TestWhatDataNamesByItsId:
    """Headings with the ids of entries: what stands below them is in no element with one."""

    entries = (
        ("Bridge shut", "Nobody can cross the bridge, for the wind is too strong."),
        ("Ferry late", "The ferry waits in the port until the tide is high enough."),
        ("School shut", "All the children are on their way home, says the council."),
    )

    def blog(self, *, body: str, told: bool) -> LiveBlog:
        updates = [
            update(
                headline=head,
                datePublished=f"2026-03-03T1{3 - n}:05:00Z",
                url=f"https://a.example/storm#{head.replace(' ', '-')}",
                **({"articleBody": text} if told else {}),
            )
            for n, (head, text) in enumerate(self.entries)
        ]
        inside = "".join(
            body.format(id=head.replace(" ", "-"), head=head, text=text, at=f"1{3 - n}:05")
            for n, (head, text) in enumerate(self.entries)
        )
        return of(page(f"<main><h1>Storm</h1>{inside}</main>", head=script(posting(*updates))), timezone="UTC")

    @pytest.mark.parametrize(
        "body",
        [
            '<div>{at}</div><h2 id="{id}">{head}</h2><p>{text}</p>',
            '<p id="{id}"><b>{at}</b> {head}</p><div>{text}</div>',
        ],
    )
    def test_is_no_entry_where_it_says_none_of_what_the_data_says(self, body: str) -> None:
        blog = self.blog(body=body, told=True)
        assert [(entry.headline, entry.text) for entry in blog.entries] == [*self.entries]
        assert values(blog) == [datetime(2026, 3, 3, hour, 5, tzinfo=UTC) for hour in (13, 12, 11)]

    def test_is_an_entry_where_the_data_says_no_more(self) -> None:
        blog = self.blog(body='<li><h2 id="{id}">{head}</h2></li>', told=False)
        assert [entry.headline for entry in blog.entries] == [head for head, _ in self.entries]


class TestEntriesThatAreCalledPosts:
    """Boxes named after the post or quotation that they show, in a row of boxes with text."""

    DAY = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
    POST = "Tugs are on the way. Keep the slip clear."

    def clocks(self, rows: list[tuple[str, str]], row: str) -> list[object]:
        body = "".join(
            row.format(number=60 + place, kind=kind, clock=f"{15 - place}:05", text=text)
            for place, (kind, text) in enumerate(rows)
        )
        return [value.hour if isinstance(value, datetime) else None for value in values(
            of(page(f"<main><ol>{body}</ol></main>", head=self.DAY), timezone="UTC")
        )]  # fmt: skip

    def rows(self, kind: str) -> list[tuple[str, str]]:
        shut = "The bridge is shut until the wind drops, says the harbour, and so is the road along the quay."
        return [("row-text", shut), (kind, self.POST), ("row-text", shut.replace("bridge", "lock"))]

    @pytest.mark.parametrize("kind", ["row-tweet", "row-quote", "row-text tweet"])
    @pytest.mark.parametrize("time", ['<b class="when">{clock}</b>', "<time>{clock}</time>"])
    def test_are_told_by_the_others_beside_them(self, kind: str, time: str) -> None:
        assert self.clocks(self.rows(kind), f'<li class="{{kind}}"><h3>{time}</h3><p>{{text}}</p></li>') == [
            15,
            14,
            13,
        ]

    @pytest.mark.parametrize("kind", ["row-text", "row-tweet"])
    def test_are_told_by_their_ids_where_all_they_say_is_a_link(self, kind: str) -> None:
        rows = [
            *self.rows("row-text")[:2],
            (kind, f'<a href="https://a.example/1">{self.POST}</a>'),
            *self.rows("x")[2:],
        ]
        row = '<li class="{kind}" id="post_{number}"><h3><b class="when">{clock}</b></h3><p>{text}</p></li>'
        assert self.clocks(rows, row) == [15, 14, 13, 12]
        assert self.clocks([*rows[:2], ("more", rows[2][1]), *rows[3:]], row.replace(' id="post_{number}"', "")) == [
            15, 14, 12
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "post",
        [
            '<div class="tweet"><i class="at">3 March 2026, 7:01</i><p>{0}</p></div>',
            '<div class="tweet"><i>3 March 2026, 7:01</i><p>{0}</p></div>',
            '<div class="tweet"><time>7:01</time><p>{0}</p></div><div><time>7:20</time></div><p>So they say.</p>',
        ],
    )
    def test_are_none_among_the_parts_of_an_entry(self, post: str) -> None:
        rows = [("x", post.format(self.POST)), ("x", "The bridge is shut."), ("x", "No buses run.")]
        row = '<li class="row"><div><b class="when">{clock}</b></div><p>The wind is up.</p>{text}</li>'
        assert self.clocks(rows, row) == [15, 14, 13]
