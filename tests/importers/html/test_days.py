"""The day of times that name none: what a page states of its beginning and change, in data, words and address."""

from datetime import UTC, date, datetime

import pytest

from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import codes, of, page

CHANGED = '<meta property="article:modified_time" content="{}">'
BEGUN = '<meta property="article:published_time" content="{}">'


def box(clock: str, text: str = "The wind is up.") -> str:
    return f'<div class="box"><b>{clock}</b><p>{text}</p></div>'


def boxes(*clocks: str) -> str:
    return "".join(
        box(clock, f"The wind is up, for the {number}. time today.") for number, clock in enumerate(clocks)
    )


def shown(body: str, head: str = "", language: str = "en", **told: object) -> LiveBlog:
    return of(page(f"<main><h1>Storm</h1>{body}</main>", head=head, language=language), timezone="UTC", **told)


def walls(blog: LiveBlog) -> list[str | None]:
    values = [entry.time.value if entry.time else None for entry in blog.entries]
    return [value.strftime("%d %H:%M") if isinstance(value, datetime) else None for value in values]


def inferred(blog: LiveBlog) -> list[str]:
    assert blog.capture is not None
    return [note.text for note in blog.capture.notes if note.code == "date-inferred" and "midnight" not in note.text]


class TestBeginningAndChange:
    def test_the_newest_entry_is_not_younger_than_the_last_change(self) -> None:
        blog = shown(boxes("23:50", "21:00"), CHANGED.format("2026-03-04T00:05:00Z"))
        assert walls(blog) == ["03 23:50", "03 21:00"]
        assert inferred(blog) == ["2026-03-03, from its time of change; no day is printed beside the first times"]

    def test_the_last_entry_may_be_a_little_younger_by_another_clock(self) -> None:
        assert walls(shown(boxes("0:10", "23:00"), CHANGED.format("2026-03-04T00:05:00Z"))) == [
            "04 00:10",
            "03 23:00",
        ]

    def test_the_oldest_entry_is_of_the_day_of_the_beginning(self) -> None:
        assert walls(shown(boxes("0:10", "23:00"), BEGUN.format("2026-03-03T07:00:00Z"))) == ["04 00:10", "03 23:00"]

    def test_the_oldest_entry_may_be_older_than_the_page(self) -> None:
        assert walls(shown(boxes("9:00", "8:00"), BEGUN.format("2026-03-03T12:00:00Z"))) == ["03 09:00", "03 08:00"]

    def test_what_is_far_older_is_of_the_next_day(self) -> None:
        assert walls(shown(boxes("0:30", "0:10"), BEGUN.format("2026-03-03T23:50:00Z"))) == ["04 00:30", "04 00:10"]

    def test_a_correction_of_a_later_day_moves_nothing(self) -> None:
        head = BEGUN.format("2026-03-03T07:00:00Z") + CHANGED.format("2026-03-09T09:00:00Z")
        assert walls(shown(boxes("20:00", "8:00"), head)) == ["03 20:00", "03 08:00"]

    def test_entries_of_the_last_of_several_days_are_of_that(self) -> None:
        head = BEGUN.format("2026-03-01T07:00:00Z") + CHANGED.format("2026-03-03T20:05:00Z")
        assert walls(shown(boxes("20:00", "14:00"), head)) == ["03 20:00", "03 14:00"]

    @pytest.mark.parametrize(("clocks", "days"), [(("9:00", "8:00"), "05"), (("8:00", "9:00"), "03")])
    def test_of_two_days_without_a_clock_the_order_decides(self, clocks: tuple[str, ...], days: str) -> None:
        head = BEGUN.format("2026-03-03") + CHANGED.format("2026-03-05")
        assert {wall and wall[:2] for wall in walls(shown(boxes(*clocks), head))} == {days}

    def test_a_clock_without_an_offset_is_that_of_the_blog(self) -> None:
        assert walls(shown(boxes("23:50", "21:00"), CHANGED.format("2026-03-04T00:05:00"))) == [
            "03 23:50",
            "03 21:00",
        ]

    def test_a_date_that_may_be_either_is_that_which_is_nearer(self) -> None:
        head = '<meta name="date" content="2026-03-04T07:15:00Z">'
        assert walls(shown(boxes("7:12", "23:48", "18:05"), head)) == ["04 07:12", "03 23:48", "03 18:05"]

    def test_a_property_of_the_head_counts_and_one_of_an_entry_does_not(self) -> None:
        head = '<meta itemprop="datePublished" content="2026-03-03T07:00:00Z"><meta itemprop="name" content="x">'
        assert walls(shown(boxes("9:00", "8:00"), head)) == ["03 09:00", "03 08:00"]
        meta = '<meta itemprop="datePublished" content="2026-03-03T07:00:00Z">'
        assert walls(shown(boxes("9:00", "8:00") + meta)) == [None, None]

    def test_digits_without_signs_are_no_seconds(self) -> None:
        assert walls(shown(boxes("9:00", "8:00"), '<meta name="date" content="20260303">')) == [None, None]

    def test_the_time_of_a_teaser_is_not_the_page_s(self) -> None:
        aside = '<aside><time datetime="2026-03-01T07:00:00Z">Sunday</time> <a href="/a">Another page</a></aside>'
        assert walls(shown(aside + boxes("9:00", "8:00"))) == [None, None]

    @pytest.mark.parametrize(
        ("above", "below", "days"),
        [
            ("", "<footer>Filed on {0} by Ada</footer></article>", ["03 11:00", "03 10:00"]),
            ("", "<footer>Filed on {0}</footer></article><footer>Made on {1}</footer>", ["03 11:00", "03 10:00"]),
            ("<p>On {1}</p>", "<footer>Filed on {0}</footer></article>", ["05 11:00", "05 10:00"]),
            ("", "</article><footer>Made on {0}</footer>", [None, None]),
            ("", '<aside><article><footer>On {0}</footer></article></aside></article>', [None, None]),
        ],
    )  # fmt: skip
    def test_the_footer_of_the_article_says_it_where_no_time_above_does(
        self, above: str, below: str, days: list[str | None]
    ) -> None:
        times = [f'<time datetime="2026-03-{day}T12:00:00Z">{day} March 2026</time>' for day in ("03", "05")]
        body = f"<main><article><h1>Storm</h1>{above}{boxes('11:00', '10:00')}{below}</main>".format(*times)
        assert walls(of(page(body), timezone="UTC")) == days

    def test_distances_from_now_have_no_day(self) -> None:
        head = CHANGED.format("2026-03-04T00:05:00Z")
        lines = "".join(
            f"<p>{ago} ago</p><p>The wind is up, says the harbour of {ago}.</p>" for ago in ("2h", "3h", "5h")
        )
        blog = of(page(f"<h1>Storm</h1>{lines}", head=head), timezone="UTC")
        assert walls(blog) == [None, None, None]
        assert inferred(blog) == []


class TestWords:
    @pytest.mark.parametrize(
        ("line", "day"),
        [
            ("Updated Wednesday, 4 March 2026 at 0:05 by our staff", "03"),
            ("Published 4 March 2026 at 9:00 in print", "04"),
            ("Published 4 March 2026, 9:00 | Updated 6 March 2026, 0:05", "05"),
            ("At 0:05 on 4 March 2026 it began here", "04"),
        ],
    )
    def test_say_whether_it_is_the_beginning_or_a_change(self, line: str, day: str) -> None:
        blog = shown(f"<p>{line}</p>" + boxes("23:50", "21:00"))
        assert walls(blog) == [f"{day} 23:50", f"{day} 21:00"]
        assert inferred(blog)[0].startswith(f"2026-03-{day}, from the words {line[:20]!r}"[:-1])

    def test_with_a_clock_and_nothing_else_may_be_either(self) -> None:
        line = "<p>Wednesday, 4 March 2026, 9:20</p>"
        assert walls(shown(line + boxes("9:12", "23:50", "14:10"))) == ["04 09:12", "03 23:50", "03 14:10"]
        assert walls(shown(line + boxes("2:10", "23:50", "9:25"))) == ["05 02:10", "04 23:50", "04 09:25"]
        more = "<p>Wednesday, 4 March 2026, 7:00 | updated: 23:55</p>"
        assert walls(shown(more + boxes("23:50", "22:00"))) == ["04 23:50", "04 22:00"]

    def test_beside_times_tell_of_those_without_that_they_are_of_today(self) -> None:
        line = "<p>Wednesday, 4 March 2026, 9:20</p>"
        clocks = ("9:12", "Yesterday, 22:40", "Yesterday, 14:10")
        assert walls(shown(line + boxes(*clocks))) == ["04 09:12", "03 22:40", "03 14:10"]

    @pytest.mark.parametrize(
        ("line", "day"),
        [
            ("It is the worst storm since the flood of 4 March 1998.", None),
            ("Ada Example (born 3 May 1970) leads the country.", None),
            ("The vote will be held on 5 November 2026!", None),
            ("Updated 4 March 2026.", "04"),
            ("This is our live blog of 4 March 2026.", "04"),
            ("Der Ticker vom 4. März 2026.", "04"),
        ],
    )
    def test_of_a_sentence_count_where_it_is_about_the_page(self, line: str, day: str | None) -> None:
        language = "de" if line.startswith("Der") else "en"
        blog = shown(f"<p>{line}</p>" + boxes("9:00", "8:00"), language=language)
        assert walls(blog) == ([f"{day} 09:00", f"{day} 08:00"] if day else [None, None])

    def test_that_a_class_calls_a_date_may_stand_in_a_part_without_entries(self) -> None:
        html = '<div class="dateline">It was 3 March 2026 here</div><article><h1>S</h1>'
        html += "<p>9:00: One.</p><p>8:00: Two.</p></article>"
        assert walls(of(page(html), timezone="UTC")) == ["03 09:00", "03 08:00"]

    def test_below_the_entries_count_where_they_say_that_something_was_published(self) -> None:
        footer = "<footer>Published on 3 March 2026 in London</footer>"
        blog = of(page(f"<main><h1>Storm</h1>{boxes('9:00', '8:00')}</main>{footer}"), timezone="UTC")
        assert walls(blog) == ["03 09:00", "03 08:00"]
        teaser = "<aside><h2>Most read</h2><p>Published on 3 March 2026 in London</p></aside>"
        blog = of(page(f"<main><h1>Storm</h1>{boxes('9:00', '8:00')}</main>{teaser}"), timezone="UTC")
        assert walls(blog) == [None, None]

    def test_of_the_title_are_asked_after_those(self) -> None:
        head = '<meta property="og:title" content="Storm of 3 March 2026, live">'
        assert walls(shown(boxes("9:00", "8:00"), head)) == ["03 09:00", "03 08:00"]

    LEAD = (
        "The harbour office and the ferries expect gusts of 80 mph or more, and ask you to stay at home from {} on."
    )

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "Tuesday, March 3, 2026, at 9 am"),
            ("de", "zum Dienstagabend, 3. März 2026, ab 9 Uhr"),
            ("fr", "mardi soir 3 mars 2026"),
        ],
    )
    def test_of_a_sentence_give_the_day_beside_its_weekday(self, language: str, said: str) -> None:
        blog = shown(f"<p>{self.LEAD.format(said)}</p>" + boxes("9:00", "8:00"), language=language)
        assert walls(blog) == ["03 09:00", "03 08:00"]

    def test_of_a_sentence_may_stand_above_the_part_with_the_entries(self) -> None:
        lead = self.LEAD.format("Monday 2 March 2026 and Tuesday 3 March 2026")
        terms = "<dt>8:00</dt><dd>The wind is up.</dd><dt>9:00</dt><dd>The wind is down.</dd>"
        html = f"<h1>Storm</h1><aside><p>{self.LEAD.format('Friday 6 March 2026')}</p></aside><p>{lead}</p>"
        blog = of(page(f'{html}<dl class="ticker">{terms}</dl>'), timezone="UTC")
        assert walls(blog) == ["03 08:00", "03 09:00"]

    @pytest.mark.parametrize(
        ("said", "below"),
        [
            ("the storm of 3 March 2026", ""),
            ("Monday 3 March 2026", ""),
            ("Sunday 3 March 2019", "<p>Copyright 2014–2026 The Gull</p>"),
        ],
    )
    def test_of_a_sentence_give_none_without_it_or_of_years_ago(self, said: str, below: str) -> None:
        blog = shown(f"<p>{self.LEAD.format(said)}</p>" + boxes("9:00", "8:00") + below)
        assert walls(blog)[:2] == [None, None]

    def test_of_a_sentence_give_none_in_an_unknown_language(self) -> None:
        assert [*PrintedReader(None).said_on_weekdays("On Tuesday 3 March 2026")] == []
        assert [*PrintedReader("en").said_on_weekdays("On Tuesday 3 March 2026")] == [date(2026, 3, 3)]

    def test_are_read_one_after_the_other(self) -> None:
        times = PrintedReader("en")
        line = "From 2026 on: published 3 March 2026, changed 4 March 2026 at 9:05 in Rome"
        assert [(said.before, said.when) for said in times.said(line)] == [
            ("From 2026 on: published", date(2026, 3, 3)),
            ("changed", datetime(2026, 3, 4, 9, 5)),  # noqa: DTZ001 - on the clock of the page
        ]

    def test_a_word_that_belongs_to_a_day_says_that_it_is_of_a_change(self) -> None:
        (said,) = PrintedReader("de").said("Stand: 03.03.2026")
        assert (said.before, said.when) == ("Stand:", date(2026, 3, 3))


def test_days_beside_the_times_have_the_year_of_the_page() -> None:
    head = '<meta property="article:published_time" content="2026-03-05T09:00:00Z">'
    texts = ("Update of 3 March, 9:05 a.m.", "Update of 2 March, 6:40 p.m.", "Update of 2 March, 8:15 a.m.")
    lines = "".join(f"<p><b>{text}:</b> The wind is up again today.</p>" for text in texts)
    blog = of(page(f"<main><h1>Storm</h1>{lines}</main>", head=head), timezone="UTC")
    assert walls(blog) == ["03 09:05", "02 18:40", "02 08:15"]
    assert inferred(blog) == [
        "the year 2026, from the page's time of publication; none is printed beside the days"
    ]  # fmt: skip


class TestMonths:
    ROWS = "".join(
        f"<h3>Report {n}</h3><p>{when}</p><p>The wind is up, for the {n}. time.</p>"
        for n, when in enumerate(
            ("8.30am, Saturday 14 February", "4pm, Friday 13 February", "9am, Friday 13 February")
        )
    )

    @pytest.mark.parametrize("said", ["University of Storms, February 2026", "Februar 2026", "Avis de février 2026"])
    def test_tell_the_year_of_days_that_are_printed_without_one(self, said: str) -> None:
        blog = of(f"<title>Storm</title><p>{said}</p>{self.ROWS}", timezone="UTC")
        days = [
            entry.time.value.date() for entry in blog.entries if entry.time and isinstance(entry.time.value, datetime)
        ]
        assert days == [date(2026, 2, 14), date(2026, 2, 13), date(2026, 2, 13)]
        assert inferred(blog)[0].startswith("the year 2026, from the words")

    def test_tell_no_day(self) -> None:
        blog = of(f"<title>Storm</title><p>February 2026</p>{boxes('14:05', '13:40', '12:10')}", timezone="UTC")
        assert walls(blog) == [None, None, None]


def test_days_beside_some_times_without_a_year_do_not_move_the_others() -> None:
    clocks = ("11:52", "06:30", "23:48 10 February", "20:02 10 February")
    blog = shown(f"<p class='date'>11 February 2026</p>{boxes(*clocks)}")
    assert walls(blog) == ["11 11:52", "11 06:30", "10 23:48", "10 20:02"]


class TestTheArticleOfThePage:
    OTHER = (
        '<div itemscope itemtype="https://schema.org/Article"><meta itemprop="datePublished" content="2020-01-01">'
    )
    ENTRIES = "<h3>9.40 Bridge</h3><p>It is shut.</p><h3>11.05 Quay</h3><p>It is under water.</p>"

    @pytest.mark.parametrize(
        "above",
        [
            '<div itemscope itemtype="https://schema.org/Article"><h1>Storm</h1><aside><dl><dd><time itemprop='
            '"datePublished" datetime="2026-03-03T06:44:00Z">Tuesday</time></dd></dl></aside>',
            '<div typeof="schema:NewsArticle"><h1>Storm</h1><aside><i property="schema:datePublished" '
            'content="2026-03-03T06:44:00Z">Tuesday</i></aside>',
            '<article itemscope itemtype="http://schema.org/BlogPosting"><meta itemprop="datePublished" '
            'content="2026-03-03"><h1>Storm</h1>',
        ],
    )
    def test_its_attributes_say_when_it_was_published(self, above: str) -> None:
        blog = of(
            page(f"{above}{self.ENTRIES}</div></article>{self.OTHER}<a href='/a'>Eels</a></div>"), timezone="UTC"
        )
        assert walls(blog) == ["03 09:40", "03 11:05"]

    def test_others_than_that_with_the_title_or_most_of_the_text_say_nothing(self) -> None:
        told = f"<h1>Storm</h1>{self.ENTRIES}{self.OTHER}x</div>"
        assert walls(of(page(told), timezone="UTC")) == [None, None]
        told = f"<h1>Storm</h1>{self.OTHER}{self.ENTRIES}</div>"
        assert walls(of(page(told), timezone="UTC")) == ["01 09:40", "01 11:05"]

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("pt", '<dl><dd class="published"><i></i> Publicado: 3 março 2026</dd></dl>'),
            ("it", '<time datetime="2026-03-03T06:44:00Z">Martedì</time>'),
            ("nl", '<p class="datum">dinsdag 3 maart 2026</p>'),
        ],
    )
    def test_what_stands_aside_right_below_its_title_says_so(self, language: str, said: str) -> None:
        aside = (
            f"<aside><p>Ada Example and Ben Example, for the Harbour Gull and all of its friends</p>{said}</aside>"
        )
        told = f"<article><header><h1>Storm</h1></header>{aside}{self.ENTRIES}</article>"
        assert walls(of(page(told, language=language), timezone="UTC")) == ["03 09:40", "03 11:05"]
        elsewhere = f"<article><h1>Storm</h1>{self.ENTRIES}{aside}</article>"
        assert walls(of(page(elsewhere, language=language), timezone="UTC")) == [None, None]


class TestAddress:
    @pytest.mark.parametrize(
        "path",
        ["2026/03/03/storm", "live/2026/mar/03/storm", "2026-03-03-storm", "storm-20260303.html", "2026/3/3/storm",
         "storm-202603031205.html", "20260231/2026/03/03/storm"],
    )  # fmt: skip
    def test_gives_a_day_where_nothing_else_does(self, path: str) -> None:
        blog = shown(boxes("9:00", "8:00"), f'<link rel="canonical" href="https://a.example/{path}">')
        assert walls(blog) == ["03 09:00", "03 08:00"]
        assert inferred(blog) == [
            f"2026-03-03, from the address https://a.example/{path}; no day is printed beside the first times"
        ]

    @pytest.mark.parametrize("path", ["2026/xyz/03/storm", "120260303", "20263103", "2026/03/storm"])
    def test_gives_none_by_numbers_that_are_no_day(self, path: str) -> None:
        assert walls(shown(boxes("9:00", "8:00"), f'<link rel="canonical" href="https://a.example/{path}">')) == [
            None,
            None,
        ]

    def test_that_the_caller_gives_counts_after_that_of_the_page(self) -> None:
        told = {"url": "https://a.example/2026/03/03/storm"}
        assert walls(shown(boxes("9:00", "8:00"), **told)) == ["03 09:00", "03 08:00"]
        for path, day in (("live/storm", "03"), ("2026/03/04/storm", "04")):
            blog = shown(boxes("9:00", "8:00"), f'<link rel="canonical" href="https://a.example/{path}">', **told)
            assert walls(blog) == [f"{day} 09:00", f"{day} 08:00"]
            assert inferred(blog)[0].startswith(f"2026-03-{day}, from the address https://a.example/")

    def test_that_the_caller_gives_counts_after_all_else_but_sentences(self) -> None:
        told = {"url": "https://a.example/2026/03/05/storm"}
        sentence = "<p>Two ships ran aground on Tuesday 3 March 2026 in the storm.</p>"
        assert walls(shown(sentence + boxes("9:00", "8:00"), **told)) == ["05 09:00", "05 08:00"]
        assert walls(shown("<p>4 March 2026</p>" + boxes("9:00", "8:00"), **told)) == ["04 09:00", "04 08:00"]

    @pytest.mark.parametrize(("path", "day"), [("2026/03/03/storm", "03"), ("live/storm", None)])
    def test_of_a_copy_tells_in_the_address_that_was_copied(self, path: str, day: str | None) -> None:
        url = f"https://copies.example/web/20260307120000/https://a.example/{path}"
        assert walls(shown(boxes("9:00", "8:00"), url=url))[0] == (day and f"{day} 09:00")


class TestTheDayInTheMasthead:
    HEADER = "<header><a href='/'>The Courier</a><div><b>Wednesday</b>, 4 March 2026</div></header>"
    MENU = "<div><p>Wednesday, 4 March 2026</p>" + "<a href='/a'>News</a>" * 3 + "</div>"

    @pytest.mark.parametrize("head", [HEADER, MENU])
    @pytest.mark.parametrize("entries", [boxes("9:00", "8:00"), "<p>9:00: One.</p><p>8:00: Two.</p>"])
    def test_is_not_that_of_an_article_which_has_its_own(self, head: str, entries: str) -> None:
        own = '<div><h1>Storm</h1><p><time datetime="2026-03-03">3.03.2026</time></p>'
        blog = of(page(f"{head}{own}{entries}</div>"), timezone="UTC")
        assert walls(blog) == ["03 09:00", "03 08:00"]
        assert "page-furniture" in codes(blog)

    def test_is_asked_where_nothing_else_says_it(self) -> None:
        blog = of(page(f"<p>4 March 2026</p><main><h1>Storm</h1>{boxes('0:10', '23:00')}</main>"), timezone="UTC")
        assert walls(blog) == ["04 00:10", "03 23:00"]
        assert inferred(blog) == [
            "2026-03-04, from the words '4 March 2026'; no day is printed beside the first times"
        ]

    @pytest.mark.parametrize(
        "body",
        [
            "<p>4 March 2026</p><h1>Storm</h1>{}",  # it may be that of the article
            "<main><header><p>4 March 2026</p></header><h1>Storm</h1>{}</main>",
            "<header><p>4 March 2026</p><h1>Storm</h1></header>{}",
        ],
    )
    def test_stands_above_the_article_and_its_title(self, body: str) -> None:
        blog = of(page(body.format(boxes("9:00", "8:00")), head=BEGUN.format("2026-03-03T07:00:00Z")), timezone="UTC")
        assert walls(blog) == ["04 09:00", "04 08:00"]

    def test_is_one_alone(self) -> None:
        days = "".join(
            f"<h2>{day} March 2026</h2>{boxes(*clocks)}" for day, clocks in ((4, ["0:10"]), (3, ["23:00"]))
        )
        blog = of(page(f"<div>{days}</div><article><h1>More news</h1></article>"), timezone="UTC")
        assert walls(blog) == ["04 00:10", "03 23:00"]


class TestAttributes:
    def test_of_a_part_above_give_the_day_of_its_entries(self) -> None:
        days = (("2026-03-04", "0:10"), ("2026-03-03", "23:00"))
        blog = shown("".join(f'<section data-date="{day}">{boxes(clock)}</section>' for day, clock in days))
        assert walls(blog) == ["04 00:10", "03 23:00"]
        assert inferred(blog) == [
            "2 times are of days that attributes of the page state, and that are not printed beside them"
        ]

    def test_of_what_all_stand_in_give_that_of_the_first(self) -> None:
        blog = shown(f'<section id="day-2026-03-04">{boxes("9:10", "8:00")}</section>')
        assert walls(blog) == ["04 09:10", "04 08:00"]
        assert inferred(blog) == ["2026-03-04, from an attribute of what all entries stand in"]

    def test_of_what_all_stand_in_count_after_a_heading(self) -> None:
        blog = shown(f'<section id="day-2026-03-04"><h2>3 March 2026</h2>{boxes("9:10", "8:00")}</section>')
        assert walls(blog) == ["03 09:10", "03 08:00"]

    def test_of_the_time_itself_count_first(self) -> None:
        clocks = [f'<time datetime="2026-03-{day}">{clock}</time>' for day, clock in (("04", "9:10"), ("02", "8:00"))]
        assert walls(shown(f'<section data-date="2026-03-05">{boxes(*clocks)}</section>')) == ["04 09:10", "02 08:00"]

    def test_of_times_between_headings_count_too(self) -> None:
        html = "".join(
            f'<h2>{head}</h2><time datetime="2026-03-0{day}">{clock}</time><p>The wind is up.</p>'
            for head, day, clock in (("One", 4, "9:10"), ("Two", 2, "8:00"))
        )
        blog = shown(html)
        assert [entry.headline for entry in blog.entries] == ["One", "Two"]
        assert walls(blog) == ["04 09:10", "02 08:00"]


class TestADayAboveAllEntries:
    def test_is_that_of_the_oldest_where_they_go_on_to_another(self) -> None:
        blog = shown("<p>3 March 2026</p>" + boxes("0:10", "23:00"))
        assert walls(blog) == ["04 00:10", "03 23:00"]
        assert inferred(blog) == [
            "2026-03-04, from the words '3 March 2026'; no day is printed beside the first times"
        ]

    def test_is_that_of_the_oldest_among_lines_too(self) -> None:
        lines = "<p>3 March 2026</p><p>All day, in order.</p><p>0:10: Rain is here.</p><p>23:00: The wind is up.</p>"
        blog = shown(lines)
        assert walls(blog) == ["04 00:10", "03 23:00"]
        assert [block.text for block in blog.introduction] == ["All day, in order."]

    def test_is_that_of_the_newest_where_another_stands_below(self) -> None:
        blog = shown("<p>4 March 2026</p>" + boxes("0:10") + "<p>3 March 2026</p>" + boxes("23:00"))
        assert walls(blog) == ["04 00:10", "03 23:00"]

    def test_stays_above_them_where_they_run_on_through_the_night(self) -> None:
        assert walls(shown("<p>3 March 2026</p>" + boxes("21:00", "23:00", "0:10"))) == [
            "03 21:00",
            "03 23:00",
            "04 00:10",
        ]

    def test_is_not_asked_where_a_day_is_given(self) -> None:
        blog = shown("<p>3 March 2026</p>" + boxes("0:10", "23:00"), date=date(2026, 3, 3))
        assert walls(blog) == ["03 00:10", "02 23:00"]

    def test_and_a_text_below_it_are_no_entry(self) -> None:
        lines = "<p>3 March 2026</p><h3>A long day</h3><p>All day, in order.</p><p>9:10: Rain.</p><p>8:00: Up.</p>"
        blog = shown(lines)
        assert walls(blog) == ["03 09:10", "03 08:00"]
        assert [block.text for block in blog.introduction] == ["A long day", "All day, in order."]


class TestWordsBesideTimes:
    def test_may_stand_before_a_preposition(self) -> None:
        head = CHANGED.format("2026-03-05T18:25:00Z")
        blog = shown(boxes("Aujourd’hui à 16h42", "Hier à 7h10", "Hier à 6h05"), head, language="fr")
        assert walls(blog) == ["05 16:42", "04 07:10", "04 06:05"]

    def test_name_days_that_are_counted_from_the_page_s(self) -> None:
        head = CHANGED.format("2026-03-05T08:25:00Z")
        blog = shown(boxes("Today, 8:20", "Yesterday, 7:10", "Yesterday, 6:00"), head)
        assert walls(blog) == ["05 08:20", "04 07:10", "04 06:00"]
        assert [entry.time.text for entry in blog.entries if entry.time] == [
            "Today, 8:20",
            "Yesterday, 7:10",
            "Yesterday, 6:00",
        ]

    def test_may_be_short_for_a_weekday(self) -> None:
        head = CHANGED.format("2026-03-05T08:25:00Z")
        blog = shown(boxes("Thu 8:20", "Wed 7:10", "Tue 9:30", "Noon 9:00"), head)
        assert walls(blog)[:3] == ["05 08:20", "04 07:10", "03 09:30"]

    def test_are_no_day_of_their_own_beside_a_date(self) -> None:
        printed = PrintedReader("fr").read("Émis le mardi 3 février 2026 à 4h00 (heure locale)")
        assert printed is not None
        assert printed.day is not None
        assert (printed.day.day, printed.day.month, printed.day.year) == (3, 2, 2026)

    def test_are_no_weekday_in_an_unknown_language(self) -> None:
        assert PrintedReader(None).read("Thu 8:20").day is None  # type: ignore[union-attr]


def test_what_no_reader_saw_is_no_line() -> None:
    blog = shown(
        f"<noscript>{boxes('9:00', '8:00')}</noscript><p>10:00: One is up.</p><p>9:30: Two is up.</p>",
        date=date(2026, 3, 3),
    )
    assert walls(blog) == ["03 10:00", "03 09:30"]
    assert "order-inferred" in codes(blog)


class TestWeekdays:
    DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    MADE = (
        "<p><em>{day}, {at}</em></p><p>{text}</p>",
        "<p><strong>{at} {day}:</strong> {text}</p>",
        "<p><strong>{at} ({short}.):</strong> {text}</p>",
        "<h3>{short} {at}</h3><p>{text}</p>",
        '<div class="e"><div><span>{day}</span><span>·</span><b>{at}</b></div><p>{text}</p></div>',
        '<div class="e"><div>{at}, {day}</div><p>{text}</p></div>',
    )

    def found(self, made: str, dates: list[datetime], said: str) -> list[str | None]:
        return walls(shown(f'<div class="date">{said}</div>{self.made(made, dates)}'))

    def made(self, made: str, dates: list[datetime]) -> str:
        return "".join(
            made.format(
                day=self.DAYS[at.weekday()],
                short=self.DAYS[at.weekday()][:3],
                at=f"{at:%I:%M} {'a.m.' if at.hour < 12 else 'p.m.'}",
                text=f"The wind is up, for the {number}. time this week.",
            )
            for number, at in enumerate(dates)
        )

    @pytest.mark.parametrize("made", MADE)
    @pytest.mark.parametrize("said", [3, 4, 6, 8])
    @pytest.mark.parametrize("newest_first", [False, True])
    def test_beside_times_are_their_days_whichever_day_the_page_states(
        self, made: str, said: int, newest_first: bool
    ) -> None:
        dates = [datetime(2026, 3, day, hour, 12, tzinfo=UTC) for day in range(3, 9) for hour in (8, 19)]
        dates.sort(reverse=newest_first)
        assert self.found(made, dates, f"{said} March 2026") == [f"{at:%d %H:%M}" for at in dates]

    @pytest.mark.parametrize("made", MADE[:2])
    def test_go_on_from_week_to_week_but_for_a_slip(self, made: str) -> None:
        days = (3, 4, 9, 10, 9, 12, 16)
        dates = [datetime(2026, 3, day, 8, number, tzinfo=UTC) for number, day in enumerate(days)]
        assert self.found(made, dates, "3 March 2026") == [f"{at:%d %H:%M}" for at in dates]

    def test_of_the_first_time_alone_leave_the_others_to_the_clock(self) -> None:
        body = "<p><b>10:05 PM Wednesday:</b> It rains.</p>" + "".join(
            f"<p><b>{at}:</b> It rains, for the {number}. time.</p>"
            for number, at in enumerate(("11:20 PM", "1:30 AM", "2:10 AM"))
        )
        assert walls(shown(f'<div class="date">5 March 2026</div>{body}')) == [
            "04 22:05", "04 23:20", "05 01:30", "05 02:10",
        ]  # fmt: skip

    def test_above_days_that_a_date_begins_are_those_behind_it(self) -> None:
        lines = "".join(f"<h2>{day}</h2><p>8:1{number}: It rains.</p>" for number, day in enumerate(self.DAYS[1:]))
        assert walls(shown(f"<h2>Monday, 2 March 2026</h2><p>8:00: It rains.</p>{lines}")) == [
            f"0{day + 2} 08:{f'1{day - 1}' if day else '00'}" for day in range(7)
        ]

    def test_with_a_date_beside_them_may_stand_before_a_dot_and_the_time(self) -> None:
        line = "<div><span>{short}., 03/{day}</span>{dot}<b>{at}</b></div>"
        made = f'<div class="e">{line}<h3>Rain</h3><p>{{text}}</p></div>'
        for dot in ("<span>·</span>", '<span aria-hidden="true">|</span>', ""):
            body = "".join(
                made.format(short=short, day=day, dot=dot, at=f"{hour}:05", text=f"It rains, at {hour} and on.")
                for short, day, hour in (("Wed", "04", 11), ("Wed", "04", 9), ("Tue", "03", 18))
            )
            blog = shown(f'<div class="date">March 4, 2026</div>{body}')
            assert walls(blog) == ["04 11:05", "04 09:05", "03 18:05"]
            assert {entry.headline for entry in blog.entries} == {"Rain"}


@pytest.mark.parametrize("number", ["Update {}", "Nr. {}"])
def test_the_number_of_an_update_may_stand_in_the_line_of_its_time(number: str) -> None:
    body = "".join(
        f'<div class="u"><p class="s"><span>{number.format(9 - n)}</span> <span>{18 - n}:05, 4 March 2026</span></p>'
        f"<h3>Rain over {n}</h3><p>It rains over the port, and over {n}.</p></div>"
        for n in range(4)
    )
    blog = shown(body)
    assert walls(blog) == ["04 18:05", "04 17:05", "04 16:05", "04 15:05"]
    assert [entry.headline for entry in blog.entries] == [f"Rain over {n}" for n in range(4)]
    assert blog.entries[0].text == "It rains over the port, and over 0."
