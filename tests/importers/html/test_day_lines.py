"""Days in lines of their own: beside entries whose data states their times, and beside words such as `Today`."""

import pytest

from tests.importers.html.reading import codes, note, of, page, posting, script, update

KEPT = "2026-03-15T22:10:00+01:00", "2026-03-15T20:05:00+01:00", "2026-03-15T08:05:00+01:00"


def told(html: str, zone: str = "Europe/Paris") -> list[str]:
    return [str(entry.time and entry.time.value)[:16] for entry in of(html, timezone=zone).entries]


def with_data(*rows: str, kept: tuple[str, ...] = KEPT, language: str = "fr") -> str:
    """Return a page whose data has its first entries alone; rows that are `<` other markup are no entries."""
    data = [
        update(**{"@id": f"#e{at}", "datePublished": when, "articleBody": f"La tour {at} : vent fort."})
        for at, when in enumerate(kept)
    ]
    clocks = iter(range(len(rows)))
    body = "".join(
        row
        if row.startswith("<")
        else f'<section class="e" id="e{(at := next(clocks))}"><i>{row}</i><p>La tour {at} : vent fort.</p></section>'
        for row in rows
    )
    return page(f"<main><h1>Vent</h1><div>{body}</div></main>", head=script(posting(*data)), language=language)


class TestBesideEntriesOfData:
    @pytest.mark.parametrize(
        ("line", "language"),
        [
            ("<div class='sep'><span>Samedi 14 mars 2026</span></div>", "fr"),
            ("<h2>Samstag, 14. März</h2>", "de"),
            ("<p>sábado</p>", "es"),
        ],
    )
    def test_a_day_above_a_clock_is_its_own(self, line: str, language: str) -> None:
        html = with_data("22:10", "20:05", "8:05", line, "7:30", language=language)
        assert told(html)[-1] == "2026-03-14 07:30"

    def test_a_day_that_other_words_stand_beside_is_none_of_the_entries(self) -> None:
        card = "<div><span>12 mars 2026</span> <a href='/port'>Le port sous le vent, reportage</a></div>"
        assert told(with_data("22:10", "20:05", "8:05", card, "7:30"))[-1] == "2026-03-15 07:30"

    def test_a_day_above_all_entries_may_be_that_of_the_page(self) -> None:
        assert told(with_data("<p>14 mars 2026</p>", "23:10", "20:05", "8:05"))[0] == "2026-03-15 23:10"

    def test_the_nearest_of_several_counts(self) -> None:
        days = "<h2>14 mars 2026</h2>", "<h2>11 mars 2026</h2>"
        html = with_data("22:10", "20:05", "8:05", days[0], "21:30", days[1], "9:00", "8:00")
        assert told(html)[3:] == ["2026-03-14 21:30", "2026-03-11 09:00", "2026-03-11 08:00"]

    def test_an_instant_that_is_stated_counts_before_it(self) -> None:
        assert told(with_data("22:10", "<h2>14 mars 2026</h2>", "20:05", "8:05"))[1] == "2026-03-15 20:05"

    def test_a_day_that_no_year_has_is_none(self) -> None:
        html = with_data("22:10", "20:05", "8:05", "<h2>29 février</h2>", "21:30")
        assert told(html)[-1] == "None"


class TestByTheOrderOfTheRest:
    @pytest.mark.parametrize(("clock", "day"), [("19:30", 14), ("14:30", 14), ("13:00", 15), ("7:50", 15)])
    def test_an_entry_below_is_hours_newer_at_most_where_the_newest_are_first(self, clock: str, day: int) -> None:
        assert told(with_data("22:10", "20:05", "8:05", clock))[-1] == f"2026-03-{day} {clock:0>5}"

    def test_an_entry_below_is_hours_older_at_most_where_the_oldest_are_first(self) -> None:
        html = with_data("8:05", "20:05", "22:10", "9:00", "23:00", kept=KEPT[::-1])
        assert told(html)[3:] == ["2026-03-16 09:00", "2026-03-16 23:00"]

    def test_an_entry_above_all_that_are_stated_is_newer(self) -> None:
        kept = [
            update(**{"@id": f"#e{at}", "datePublished": when, "articleBody": "Vent."})
            for at, when in ((2, KEPT[0]), (3, KEPT[1]))
        ]
        rows = ((1, "13:00"), (2, "22:10"), (3, "20:05"))
        body = "".join(f'<section class="e" id="e{at}"><i>{clock}</i><p>Vent.</p></section>' for at, clock in rows)
        assert (
            told(page(f"<main><div>{body}</div></main>", head=script(posting(*kept)), language="fr"))[0]
            == "2026-03-16 13:00"
        )

    def test_the_nearest_time_counts_where_the_rest_is_in_no_order(self) -> None:
        kept = KEPT[1], KEPT[0], KEPT[2]
        assert told(with_data("20:05", "22:10", "8:05", "19:30", kept=kept))[-1] == "2026-03-15 19:30"


class TestOfTimesThatOnlyPagesPrint:
    @pytest.mark.parametrize(
        ("said", "rows", "language"),
        [
            (
                "Publié le 13 mars 2026 à 19h22, mis à jour le 15 mars 2026 à 11h42",
                ["Aujourd'hui à 11:42", "Hier à 22:40", "13/03 à 19:22"],
                "fr",
            ),
            (
                "Veröffentlicht am 13. März 2026 um 19:22 Uhr, aktualisiert am 15. März 2026 um 11:42 Uhr",
                ["Heute, 11:42", "Gestern, 22:40", "13.03., 19:22"],
                "de",
            ),
            (
                "Published 13 March 2026 at 19:22, updated 15 March 2026 at 11:42",
                ["Today 11:42", "Yesterday 22:40", "13 March 19:22"],
                "en-GB",
            ),
        ],
    )
    def test_words_for_days_stand_beside_dates_without_their_year(
        self, said: str, rows: list[str], language: str
    ) -> None:
        body = "".join(f'<article class="e"><b>{row}</b><p>{row} the wind was strong.</p></article>' for row in rows)
        assert told(page(f"<main><h1>Storm</h1><p>{said}</p>{body}</main>", language=language)) == [
            "2026-03-15 11:42",
            "2026-03-14 22:40",
            "2026-03-13 19:22",
        ]

    @pytest.mark.parametrize(
        ("said", "day", "language"),
        [
            ("Published 2 March 2026 at 18:55, updated 3 March 2026 at 10:05", "2 March", "en"),
            (
                "Veröffentlicht am 2. März 2026 um 18:55 Uhr, aktualisiert am 3. März 2026 um 10:05 Uhr",
                "2. März",
                "de",
            ),
            (
                "Publicado el 2 de marzo de 2026 a las 18:55, actualizado el 3 de marzo de 2026 a las 10:05",
                "2 de marzo",
                "es",
            ),
        ],
    )
    def test_the_newest_are_of_the_last_day_above_one_that_is_printed_without_its_year(
        self, said: str, day: str, language: str
    ) -> None:
        rows = [
            f'<article class="e"><b>{at}:00</b><p>At {at} the wind was strong.</p></article>'
            for at in (10, 9, 20, 19)
        ]
        body = "".join([*rows[:2], f"<h3>{day}</h3>", *rows[2:]])
        blog = of(
            page(f"<main><h1>Storm</h1><p>{said}</p>{body}</main>", language=language), timezone="Europe/Madrid"
        )
        assert [str(entry.time and entry.time.value)[:13] for entry in blog.entries] == [
            "2026-03-03 10",
            "2026-03-03 09",
            "2026-03-02 20",
            "2026-03-02 19",
        ]


def article(said: str, *clocks: str, below: str = "", language: str = "en") -> str:
    """Return a page that prints clocks in boxes, the newest first, below a line."""
    rows = "".join(
        f'<div class="x1"><i class="x2">{at}</i><p>The wind at {at} was strong.</p></div>' for at in clocks
    )
    return page(f"<div><h1>Storm</h1><div>{said}</div><div>{rows}</div>{below}</div>", language=language)


class TestStatedBelowTheEntries:
    CARD = '<div><div><h4><a href="/port">Le port</a></h4><time datetime="2025-06-10">10 juin</time></div></div>'

    @pytest.mark.parametrize(
        ("said", "language"),
        [
            ("25 juin 2025<span> — 5 min de lecture</span>", "fr"),
            ("25. Juni 2025<span> · 5 Minuten</span>", "de"),
            ("Posted on 25 June 2025", "en"),
        ],
    )
    def test_is_no_day_of_theirs(self, said: str, language: str) -> None:
        html = article(f"<p>{said}</p>", "14:05", "13:20", "9:10", below=self.CARD, language=language)
        assert told(html) == ["2025-06-25 14:05", "2025-06-25 13:20", "2025-06-25 09:10"]

    def test_is_none_where_nothing_else_tells_it(self) -> None:
        assert told(article("", "14:05", "13:20", "9:10", below=self.CARD)) == ["None"] * 3

    def test_is_that_of_the_page_in_the_footer_of_its_article(self) -> None:
        rows = "".join(f"<p><b>{at}</b> The wind was strong.</p>" for at in ("14:05", "13:20", "9:10"))
        foot = '<footer><p>Published on <time datetime="2025-06-10T14:00:00+02:00">10 June</time></p></footer>'
        assert told(page(f"<main><article><h1>Storm</h1>{rows}{foot}</article></main>"))[0] == "2025-06-10 14:05"


class TestContents:
    CLOCKS = "5:10", "6:25", "7:40"

    def html(self, item: str) -> str:
        contents = "".join(item.format(at) for at in self.CLOCKS)
        rows = "".join(
            f'<h2 id="{at}">{at}</h2><p>The wind was strong at {at}, and so was the rain.</p><hr>'
            for at in self.CLOCKS
        )
        day = "<p>Posted on 5 December 2025</p>"
        return page(f"<div><h1>Storm</h1>{day}<div><h2>Contents</h2><ul>{contents}</ul></div>{rows}</div>")

    @pytest.mark.parametrize(
        "item",
        [
            '<li><a href="#{0}">{0}</a></li>',
            '<li><b><i></i></b><a href="/storm#{0}">{0} Uhr</a></li>',
            '<li><a href="#{0}">{0}: Strong wind</a></li>',
        ],
    )
    def test_are_no_entries_and_begin_no_day(self, item: str) -> None:
        assert told(self.html(item)) == [f"2025-12-05 {at:0>5}" for at in self.CLOCKS]

    @pytest.mark.parametrize(
        "item", ['<li><a href="#{0}">{0}</a> {1}</li>', '<li><b>{0}</b> <a href="#x">{1}</a></li>']
    )
    def test_are_none_of_items_that_say_more(self, item: str) -> None:
        rows = "".join(item.format(at, "The wind was strong, and so was the rain.") for at in self.CLOCKS)
        html = page(f"<div><h1>Storm</h1><p>Posted on 5 December 2025</p><ul>{rows}</ul></div>")
        assert told(html) == [f"2025-12-05 {at:0>5}" for at in self.CLOCKS]


class TestAnOlderEntryAboveAll:
    CLOCKS = "9:02", "17:48", "16:20", "8:12", "7:04"

    @pytest.mark.parametrize(
        ("said", "language"),
        [
            ("07:04, 21 Apr 2026 Updated 17:50, 21 Apr 2026", "en"),
            ("Veröffentlicht am 21. April 2026, 7:00 Uhr, aktualisiert am 21. April 2026, 17:50 Uhr", "de"),
            ("Publié le 21 avril 2026 à 7h04, mis à jour le 21 avril 2026 à 17h50", "fr"),
            ("Published 21 April 2026, updated 21 April 2026", "en"),
        ],
    )
    def test_is_of_the_one_day_that_the_page_began_and_was_changed_on(self, said: str, language: str) -> None:
        html = article(f"<p>{said}</p>", *self.CLOCKS, language=language)
        assert told(html) == [f"2026-04-21 {at:0>5}" for at in self.CLOCKS]
        blog = of(html, timezone="Europe/Paris")
        assert blog.entries[0].time is not None
        assert blog.entries[0].time.qualifier == "inferred"

    @pytest.mark.parametrize(
        "said",
        [
            "Published 20 April 2026 at 7:00, updated 21 April 2026 at 9:10",
            "Updated 21 April 2026 at 9:10",
            "Published 21 April 2026 at 7:30, updated 21 April 2026 at 9:10",
        ],
    )
    def test_is_of_the_next_day_where_the_page_does_not_say_otherwise(self, said: str) -> None:
        days = [when[:10] for when in told(article(f"<p>{said}</p>", *self.CLOCKS))]
        assert days == ["2026-04-21", *["2026-04-20"] * 4]

    def test_is_of_the_next_day_where_the_others_are_of_several(self) -> None:
        said = "<p>Published 21 April 2026 at 7:00, updated 21 April 2026 at 17:50</p>"
        assert told(article(said, "9:02", "17:48", "8:12", "12:00", "7:04"))[0] == "2026-04-21 09:02"


class TestDaysThatDoNotFit:
    CLOCKS = "17:48", "9:02", "23:30", "10:00"

    @pytest.mark.parametrize(
        ("said", "language"),
        [
            ("Published 20 March 2026, updated 10 March 2026", "en"),
            ("Veröffentlicht am 20. März 2026, aktualisiert am 10. März 2026", "de"),
            ("Publicado el 20 de marzo de 2026, actualizado el 10 de marzo de 2026", "es"),
        ],
    )
    def test_are_left_out_where_nothing_makes_one_sure(self, said: str, language: str) -> None:
        html = article(f"<p>{said}</p>", *self.CLOCKS, language=language)
        assert told(html) == ["None"] * 4
        assert "date-inferred" not in codes(of(html, timezone="Europe/Paris"))

    @pytest.mark.parametrize(
        ("said", "language"),
        [
            ("Published 21 April 2026 at 7:00, updated 21 April 2026 at 17:50", "en"),
            ("Veröffentlicht am 21. April 2026, 7:00 Uhr, aktualisiert am 21. April 2026, 17:50 Uhr", "de"),
            ("Publié le 21 avril 2026 à 7h00, mis à jour le 21 avril 2026 à 17h50", "fr"),
        ],
    )
    def test_are_noted_where_the_last_change_is_near_the_newest(self, said: str, language: str) -> None:
        html = article(f"<p>{said}</p>", *self.CLOCKS, language=language)
        assert told(html) == ["2026-04-21 17:48", "2026-04-21 09:02", "2026-04-20 23:30", "2026-04-20 10:00"]
        noted = [one.text for one in of(html, timezone="Europe/Paris").capture.notes if one.code == "date-inferred"]  # type: ignore[union-attr]
        assert any(text.endswith("not between its beginning and its last change: 1") for text in noted)

    def test_are_noted_where_the_beginning_is_near_the_oldest(self) -> None:
        said = "<p>Published 21 April 2026 at 7:00, updated 21 April 2026 at 7:10</p>"
        assert "last change: 1" in note(of(article(said, "20:15", "12:00", "7:05"), timezone="UTC"), "date-inferred")

    @pytest.mark.parametrize(
        "said",
        [
            "Published 20 April 2026 at 9:00, updated 21 April 2026 at 17:50",
            "Published 20 April 2026, updated 21 April 2026",
            "Updated 21 April 2026 at 17:50",
            "21 April 2026",
        ],
    )
    def test_are_none_where_they_do_or_only_one_is_stated(self, said: str) -> None:
        blog = of(article(f"<p>{said}</p>", *self.CLOCKS), timezone="UTC")
        assert all(entry.time and entry.time.value for entry in blog.entries)
        assert blog.capture is not None
        assert not any("not between" in one.text for one in blog.capture.notes)
