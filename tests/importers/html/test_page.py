"""What pages show: elements of entries, printed times, plain text, and how they meet the data."""

from datetime import UTC, date, datetime, timedelta

import pytest
from attrs import evolve

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers.html.labels.printed import Printed, PrintedReader
from liveblog_archive.importers.text.days import DayReader
from liveblog_archive.importers.text.labels import LabelReader
from liveblog_archive.model import Heading, ListBlock, LiveBlog, Media, Paragraph
from tests.importers.html.reading import codes, note, of, page, posting, script, update


def shown(*entries: str, data: object = None, **options: object) -> LiveBlog:
    head = script(data) if data else ""
    return of(page("<main>" + "".join(entries) + "</main>", head=head), **options)


def article(number: int, inside: str, kind: str = "post") -> str:
    return f'<article class="{kind}" id="post-{number}">{inside}</article>'


def value(blog: LiveBlog, index: int = 0) -> datetime:
    time = blog.entries[index].time
    assert time is not None
    assert isinstance(time.value, datetime)
    return time.value


class TestElements:
    two = (
        article(1, '<time datetime="2026-03-03T14:05:00Z">14:05</time><h3>One</h3><p>First text.</p>'),
        article(2, '<time datetime="2026-03-03T13:05:00Z">13:05</time><h3>Two</h3><p>Second text.</p>'),
    )

    def test_without_data_blocks_that_look_alike_are_entries(self) -> None:
        blog = shown(*self.two)
        assert [(e.native_id, e.headline, e.text) for e in blog.entries] == [
            ("1", "One", "First text."), ("2", "Two", "Second text."),
        ]  # fmt: skip

    def test_a_post_that_the_data_has_and_the_page_has_not_stands_behind_its_neighbour(self) -> None:
        data = posting(
            *(update(**{"@id": f"#post-{n}"}, headline=h) for n, h in ((9, "A"), (1, "One"), (8, "B"), (2, "Two")))
        )
        assert [e.native_id for e in shown(*self.two, data=data).entries] == ["9", "1", "8", "2"]

    def test_entries_are_known_by_time_and_words_where_no_id_tells(self) -> None:
        data = posting(
            update(headline="One", datePublished="2026-03-03T14:05:00Z", author="Ada Fenn"),
            update(headline="Other", articleBody="Second text."),
        )
        blog = shown(*self.two, data=data)
        assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [["Ada Fenn"], []]
        assert blog.entries[1].headline == "Two"
        assert "headline-conflict" in codes(blog)

    def test_blocks_that_are_not_the_entries_of_the_data_are_left_alone(self) -> None:
        data = posting(*(update(headline=f"h{n}", articleBody=f"text {n}") for n in range(3)))
        assert [entry.headline for entry in shown(*self.two, data=data).entries] == ["h0", "h1", "h2"]

    def test_one_text_twice_is_two_entries(self) -> None:
        data = posting(*(update(headline="Same", articleBody="Same text.") for _ in range(2)))
        assert len(shown(data=data).entries) == 2

    def test_an_author_in_data_and_another_on_the_page(self) -> None:
        data = posting(update(**{"@id": "#post-1"}, author={"name": "Ada Fenn", "url": "https://a.example/ada"}))
        other = article(1, '<p class="byline">Ben Oar</p><p>First text.</p>')
        blog = shown(other, data=data)
        assert [agent.name for agent in blog.entries[0].authors] == ["Ben Oar"]
        assert note(blog, "author-conflict") == "post-1: by Ben Oar on the page, by Ada Fenn in its data"
        same = article(1, '<p class="byline">Ada Fenn</p><p>First text.</p>')
        assert shown(same, data=data).entries[0].authors[0].url == "https://a.example/ada"

    def test_a_portrait_of_the_author_is_no_picture_of_the_entry(self) -> None:
        inside = '<div><img src="/a.jpg" alt="Ada Fenn"><span>Ada Fenn</span></div><p>Text.</p><time>14:05</time>'
        (entry,) = shown(article(1, inside), data=posting(update(**{"@id": "#post-1"}))).entries
        assert ([agent.name for agent in entry.authors], entry.body) == (["Ada Fenn"], (Paragraph("Text."),))

    def test_the_page_may_cut_a_text_off_that_the_data_has_whole(self) -> None:
        data = posting(update(**{"@id": "#post-1"}, headline="One", articleBody="First text. And then more of it."))
        assert shown(self.two[0], data=data).entries[0].text == "First text. And then more of it."

    def test_two_texts_are_noted_and_the_seen_one_kept(self) -> None:
        data = posting(update(**{"@id": "#post-1"}, headline="One", articleBody="Something else."))
        blog = shown(self.two[0], data=data)
        assert blog.entries[0].text == "First text."
        assert "body-conflict" in codes(blog)

    def test_what_stands_above_and_below_the_text(self) -> None:
        inside = (
            '<div class="head"><span class="time">14:05</span><span class="sr-only">Posted</span>lead'
            '<a href="#post-1">#</a></div>'
            '<p>Text.</p><form><p>Sign up</p></form><div class="social"><a href="/x">Share</a></div>'
            '<p class="byline">Ada Fenn</p><p class="updated"><time datetime="2026-03-03T15:00:00Z">15:00</time></p>'
        )
        data = posting(update(**{"@id": "#post-1"}, datePublished="2026-03-03T14:05:09Z"), url="https://a.example/")
        (entry,) = shown(article(1, inside), data=data).entries
        assert entry.time is not None
        assert entry.time.text == "14:05"
        assert [block.text for block in entry.body] == ["lead#", "Text.", "Sign up"]
        assert entry.modified is not None
        assert entry.modified.value == datetime(2026, 3, 3, 15, tzinfo=UTC)
        assert [agent.name for agent in entry.authors] == ["Ada Fenn"]
        assert entry.url == "https://a.example/#post-1"

    @pytest.mark.parametrize(
        ("inside", "headline", "text"),
        [
            ("<h2>14.05 Uhr: Auf Grund</h2><p>Text.</p>", "Auf Grund", "Text."),
            ("<p><b>14:05</b> – She is <a href='/x'>aground</a>.</p>", None, "She is aground."),
            ("<div>14:05</div><div class='post-title'>Aground</div>Text.", "Aground", "Text."),
            ("<p>Published at 14:05</p><p>Text.</p>", None, "Text."),
            ("<p>14:05</p><span>Updated <time>15:00</time></span><h2>Aground</h2><p>Text.</p>", "Aground", "Text."),
            ("<p>14:05</p><span><time>Updated 15:00</time></span><h2>Aground</h2><p>Text.</p>", "Aground", "Text."),
            ("<img src='a.jpg'><h2>Aground</h2><p>14:05</p><p>Text.</p>", "Aground", "Text."),
        ],
    )
    def test_labels_wherever_they_stand(self, inside: str, headline: str | None, text: str) -> None:
        data = posting(update(**{"@id": "#post-1"}, datePublished="2026-03-03T13:05:30Z"))
        blog = of(page(article(1, inside), head=script(data), language="de"))
        entry = blog.entries[0]
        assert (entry.headline, entry.text) == (headline, text)
        assert value(blog) == datetime(2026, 3, 3, 13, 5, tzinfo=UTC)

    def test_the_length_of_a_film_is_no_time_and_its_address_is_that_of_the_data(self) -> None:
        film = '<div class="video"><a href="/f"><b>The quay at dawn</b><i>0:48</i></a></div>'
        data = posting(
            update(**{"@id": "#post-1"}, video={"name": "The quay at dawn", "contentUrl": "https://a.example/f.mp4"}),
            update(**{"@id": "#post-2"}, video={"name": "The pier", "contentUrl": "https://a.example/p.mp4"}),
        )
        below = (
            article(1, f"<p>14:05</p><p>Text.</p>{film}"),
            article(2, f"<p>13:05</p>{film}<h2>Aground</h2><p>Text.</p>"),
        )
        blog = of(page("".join(below), head=script(data)))
        one = Media(kind="video", caption="The quay at dawn 0:48")
        assert blog.entries[0].body == (Paragraph("Text."), evolve(one, url="https://a.example/f.mp4"))
        assert (blog.entries[1].headline, blog.entries[1].body) == ("Aground", (one, Paragraph("Text.")))
        assert [entry.time and entry.time.text for entry in blog.entries] == ["14:05", "13:05"]
        assert codes(blog).count("link-unkept") == 2

    def test_the_credit_of_a_picture_is_no_more_that_data_says(self) -> None:
        inside = '<p>Text.</p><figure><img src="/i"><figcaption>Quay. <i class="credit">Bo</i></figcaption></figure>'
        data = posting(update(**{"@id": "#post-1"}, articleBody="Text.Quay. Bo"))
        assert of(page(article(1, inside), head=script(data))).entries[0].text == "Text.\n\nQuay."

    def test_two_times_of_change_are_noted_and_that_of_the_data_counts(self) -> None:
        one = article(1, '<p>Text.</p><p>Updated <time datetime="2026-03-03T15:00:00Z">15:00</time></p>')
        data = posting(update(**{"@id": "#post-1"}, dateModified="2026-03-03T15:01:00Z"))
        blog = shown(one, data=data)
        assert blog.entries[0].modified is not None
        assert blog.entries[0].modified.value == datetime(2026, 3, 3, 15, 1, tzinfo=UTC)
        assert note(blog, "modified-conflict").startswith("post-1: 2026-03-03T15:01:00+00:00; another source")

    def test_a_head_without_a_body_and_text_in_no_element_of_its_own(self) -> None:
        data = posting(*(update(**{"@id": f"#post-{n}"}) for n in (1, 2, 3)))
        inside = ["<h3>Only this</h3>", "Raw <b>text</b>.<p>More.</p>", "<div>Box<p>inner</p></div>"]
        blog = shown(*(article(n, text) for n, text in enumerate(inside, 1)), data=data)
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            ("Only this", ""), (None, "Raw text.\n\nMore."), (None, "Box\n\ninner"),
        ]  # fmt: skip

    def test_a_time_that_stands_very_deep_has_no_block_above_it_that_is_looked_at(self) -> None:
        deep = "<b>" * 40 + '<time datetime="2026-03-03T14:05:00Z">x</time>' + "</b>" * 40
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(f"<div>{deep}</div>"), timezone="UTC")

    def test_where_two_elements_have_the_id_of_an_entry_it_is_the_one_with_the_text(self) -> None:
        data = posting(*(update(**{"@id": f"#post-{n}"}) for n in (1, 2)))
        listed = '<ul><li id="key-1">One</li><li id="key-2">Two</li></ul>'
        for parts in ((listed, *self.two), (*self.two, listed)):
            assert [entry.text for entry in shown(*parts, data=data).entries] == ["First text.", "Second text."]

    def test_two_times_of_publication_are_noted_and_that_of_the_data_counts(self) -> None:
        data = posting(update(**{"@id": "#post-1", "datePublished": "2026-03-03T14:00:00Z"}))
        blog = shown(*self.two, data=data)
        assert note(blog, "published-conflict") == (
            "post-1: 2026-03-03T14:00:00+00:00; another source on the page says 2026-03-03T14:05:00+00:00"
        )

    def test_a_word_above_the_headline_and_a_day_beside_the_time(self) -> None:
        clock = '<time datetime="2026-03-03T14:05:00Z">3 March</time><span>3 March 2026</span>'
        kicker = "<span>Analysis</span><h3>One</h3><p>First text.</p>"
        blog = shown(article(1, clock + kicker), article(2, clock + "<span>A word.</span><h3>Two</h3><p>Text.</p>"))
        assert [(e.headline, e.text) for e in blog.entries] == [
            ("One", "Analysis\n\nFirst text."), (None, "A word.\n\nTwo\n\nText."),
        ]  # fmt: skip

    def test_a_word_alone_is_the_text(self) -> None:
        clock = '<time datetime="2026-03-03T14:05:00Z">14:05</time>'
        assert [e.text for e in shown(*(article(n, f"{clock}<p>Goal</p>") for n in (1, 2))).entries] == [
            "Goal",
            "Goal",
        ]

    @pytest.mark.parametrize("said", ["By Ada Example", "From the Courier’s Ada Example", "Von Ada Example"])
    def test_the_words_before_an_author_are_no_name(self, said: str) -> None:
        said = said.replace("the Courier’s", "Courier’s")
        clock = '<time datetime="2026-03-03T14:05:00Z">14:05</time>'
        inside = f'{clock}<h3>One</h3><p class="byline">{said}</p><p>Text.</p>'
        blog = shown(article(1, inside), article(2, inside))
        assert [author.name for author in blog.entries[0].authors] == ["Ada Example"]

    def test_a_time_may_link_to_its_entry_but_a_card_links_elsewhere(self) -> None:
        def posts(link: str, beside: str = "") -> list[str]:
            clock = '<p><a href="{}"><time datetime="2026-03-03T1{}:05:00Z">1{}:05</time>{}</a></p><p>Text.</p>'
            return [article(n, clock.format(link, n, n, beside)) for n in (4, 3)]

        assert [e.native_id for e in shown(*posts("/live#post-1", " Goal")).entries] == ["4", "3"]
        assert [e.native_id for e in shown(*posts("/live/post-1")).entries] == ["4", "3"]
        other = shown(*posts("/other", " Storm on the coast"), timezone="UTC")
        assert [e.native_id for e in other.entries] == [None, None]

    def test_a_reference_alone_is_no_entry(self) -> None:
        assert len(shown(data=posting(update(**{"@id": "#post-1"}), update(headline="One"))).entries) == 1

    def test_stamps_in_attributes_where_nothing_else_states_a_time(self) -> None:
        one = '<div class="p" id="p-7" data-timestamp="1772546700" data-updated="1772546760"><p>Text.</p></div>'
        blog = of(page(one, head=script(posting(update(**{"@id": "#p-7"})))))
        assert blog.entries[0].published is not None
        assert blog.entries[0].modified is not None
        assert value(blog) == datetime(2026, 3, 3, 14, 5, tzinfo=UTC)

    def test_digits_that_only_sort_are_no_stamp_and_a_face_is_no_picture(self) -> None:
        one = (
            '<amp-live-list><div items><div id="post-7" data-sort-time="20260303140500">'
            '<aside><a href="#"><span>1 day ago</span><span>14:05</span></a></aside>'
            '<div class="meta-author"><div class="author-avatar"><amp-img src="/a.jpg" alt="x"></amp-img></div>'
            '<span class="author-name">Ada Fenn</span></div><p>Text.</p></div></div></amp-live-list>'
        )
        (entry,) = of(page(one)).entries
        assert (entry.published, entry.order_key) == (None, "20260303140500")
        assert [agent.name for agent in entry.authors] == ["Ada Fenn"]
        assert entry.body[-1] == Paragraph("Text.")
        assert not any(isinstance(block, Media) for block in entry.body)

    def test_a_stamp_that_is_none_is_none(self) -> None:
        one = article(1, '<time datetime="soon">14:05</time><p>Text.</p>')
        assert shown(one, data=posting(update(**{"@id": "#post-1"}))).entries[0].published is None

    def test_an_id_that_a_path_cannot_quote(self) -> None:
        one = "<article id='post-\"1'><time datetime='2026-03-03T14:05:00Z'>x</time><p>Text number one.</p></article>"
        other = one.replace('"1', '"2').replace("14:05", "13:05").replace("one", "two")
        blog = of(page(one + other))
        assert [entry.span.element for entry in blog.entries if entry.span] == [
            "/html/body/article[1]", "/html/body/article[2]",
        ]  # fmt: skip

    def test_teasers_beside_a_text_are_no_live_blog(self) -> None:
        teaser = '<div class="teaser"><time datetime="2026-03-03T14:05:00Z">x</time> Old</div>'
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(f"<p>{'A long report. ' * 40}</p>" + teaser * 3 + f"<footer>{teaser * 3}</footer>"))

    def test_blocks_of_days_are_not_taken_for_entries(self) -> None:
        def day(number: int) -> str:
            posts = "".join(
                f'<div class="post"><time datetime="2026-03-0{number}T1{n}:00:00Z">1{n}:00</time>'
                f"<p>Text {number}{n}.</p></div>"
                for n in range(3)
            )
            return f'<section class="day"><h2>{number} March 2026</h2>{posts}</section>'

        assert len(of(page(day(4) + day(3))).entries) == 6


class TestPrintedTimes:
    @pytest.mark.parametrize("text", ["ca. 11:50 Uhr", "~11:50", "11:50-12:10:"])
    def test_a_time_with_a_margin_is_no_exact_one(self, text: str) -> None:
        assert LabelReader(DayReader("de")).read(text) is not None
        assert PrintedReader("de").read(text) is None

    @pytest.mark.parametrize("language", [None, "en", "de", "fr", "fi", "ar", "ja"])
    def test_a_bare_clock_is_what_the_rules_for_labels_read(self, language: str | None) -> None:
        days = DayReader(language)
        labels, times = LabelReader(days), PrintedReader(language)
        for text in {
            f"{hour:{width}}:{minute:02d}" for hour in range(24) for minute in range(60) for width in (0, "02")
        }:
            label, rest = labels.read(text) or (None, "")
            assert label is not None
            assert not rest
            clock = timedelta(hours=label.hour, minutes=label.minute)
            assert label.reading == "clock"
            assert times.read(text) == Printed(text, clock, label.second is not None, label.zone, label.day)

    def one(self, printed: str, stated: str | None = None, **options: object) -> LiveBlog:
        inside = f"<p>{printed}</p><p>Text.</p>"
        facts = {"datePublished": stated} if stated else {}
        return shown(article(1, inside), data=posting(update(**{"@id": "#post-1"}, **facts)), **options)

    @pytest.mark.parametrize(
        ("printed", "stated", "zone", "expected"),
        [
            ("14:05", "2026-03-03T13:05:30Z", None, "2026-03-03T14:05:00+01:00"),
            ("14:05", "2026-03-03T13:05:30Z", "Europe/Paris", "2026-03-03T14:05:00+01:00"),
            ("0:05", "2026-03-03T23:05:30Z", "Europe/Paris", "2026-03-04T00:05:00+01:00"),
            ("24:00", "2026-03-03T23:00:30Z", "Europe/Paris", "2026-03-04T00:00:00+01:00"),
            ("14:05 IST", "2026-03-03T08:35:30Z", None, "2026-03-03T14:05:00+05:30"),
            ("14:05 CET", "2026-03-03T13:05:30Z", "Europe/Paris", "2026-03-03T14:05:00+01:00"),
            ("14:05 GMT", "2026-03-03T14:05:30Z", "Europe/Paris", "2026-03-03T14:05:00+00:00"),
            ("14:05:30", "2026-03-03T14:05:30Z", None, "2026-03-03T14:05:30+00:00"),
            ("2:30", "2026-10-25T01:30:10Z", "Europe/Paris", "2026-10-25T02:30:00+01:00"),
            ("2:30", "2026-10-25T00:30:10Z", "Europe/Paris", "2026-10-25T02:30:00+02:00"),
            ("3 March, 14:05", "2026-03-03T13:05:30Z", None, "2026-03-03T14:05:00+01:00"),
            ("March 3, 2026 2:05 PM", None, "Europe/Paris", "2026-03-03T14:05:00+01:00"),
        ],
    )
    def test_are_placed_by_what_else_is_known(
        self, printed: str, stated: str | None, zone: str | None, expected: str
    ) -> None:
        blog = self.one(printed, stated, timezone=zone)
        assert value(blog).isoformat() == expected
        assert "zone-conflict" not in codes(blog)
        assert blog.entries[0].time is not None
        assert blog.entries[0].time.text == printed

    def test_without_anything_else_stay_what_was_printed(self) -> None:
        alone = self.one("14:05").entries[0].time
        assert alone is not None
        assert (alone.text, alone.value) == ("14:05", None)
        dated = self.one("March 3, 2026 2:05 PM").entries[0].time
        assert dated is not None
        assert (dated.value, dated.offset_source) == (datetime(2026, 3, 3, 14, 5), "unknown")  # noqa: DTZ001
        assert self.one("3 March, 14:05").entries[0].time == self.one("3 March, 14:05").entries[0].time

    def test_that_contradict_the_data_are_kept_and_noted(self) -> None:
        blog = self.one("14:05", "2026-03-03T14:05:30Z", timezone="Europe/Paris")
        assert value(blog).isoformat() == "2026-03-03T14:05:00+01:00"
        assert note(blog, "zone-conflict").startswith("1 printed times are -01:00 from what data states")

    def test_that_are_no_quarter_hours_from_the_data_say_nothing_of_a_zone(self) -> None:
        blog = self.one("14:05", "2026-03-03T13:17:30Z")
        assert value(blog).isoformat() == "2026-03-03T14:05:00+00:00"
        assert note(blog, "zone-conflict").startswith("1 printed times are +00:48")

    def test_clocks_behind_these_in_a_row_are_no_text(self) -> None:
        row = '<p><a href="#p{0}"><time datetime="2026-03-03T1{0}:05:00Z">4h ago</time><i>1{0}.05</i></a></p>'
        posts = "".join(f'<div class="post" id="p{n}">{row.format(n)}<p>The wind is up.</p></div>' for n in (3, 2, 1))
        blog = of(page(posts))
        assert [(entry.time and entry.time.text, entry.text) for entry in blog.entries] == [
            (f"1{n}.05", "The wind is up.") for n in (3, 2, 1)
        ]

    @pytest.mark.parametrize(
        "printed",
        [
            "just now",
            "4m ago",
            "an hour ago",
            "1 hr 7 min ago",
            "2 hours and 5 minutes ago",
            "vor 1 Std. 7 Min.",
            "il y a 1 h et 5 min",
            "1 ora e 5 minuti fa",
            "vor einer Stunde",
            "vor wenigen Minuten",
            "il y a 5 minutes",
            "il y a une heure",
            "hace 3 min.",
            "há dois dias",
            "2 ore fa",
            "2 uur geleden",
            "1 godz. temu",
            "2 tuntia sitten",
            "for 3 timer siden",
            "för 2 dagar sedan",
            "3 часа назад",
            "5 хвилин тому",
            "3 saat önce",
            "před 5 minutami",
            "acum 2 ore",
            "πριν από 3 ώρες",
            "3 órája",
        ],
    )
    def test_distances_from_now_are_left_out(self, printed: str) -> None:
        blog = self.one(printed, "2026-03-03T13:17:30Z")
        assert blog.entries[0].body == (Paragraph("Text."),)

    @pytest.mark.parametrize(
        "printed",
        [
            "25:61",
            "now then",
            "x" * 80,
            "Vor dem Anpfiff",
            "Vor zwei Spielen",
            "Il y a du monde",
            "Il y a une fuite",
            "Il y a deux mineurs",
            "Hace mucho frío",
            "For all time siden",
        ],
    )
    def test_what_is_no_time_is_text(self, printed: str) -> None:
        blog = self.one(printed, "2026-03-03T13:17:30Z")
        assert blog.entries[0].time is not None
        assert blog.entries[0].time.text == ""
        assert blog.entries[0].body[0] == Paragraph(printed)

    def test_at_the_edge_of_the_calendar(self) -> None:
        assert value(self.one("14:05", "9999-12-31T13:05:00Z")).year == 9999

    def test_that_differ_among_themselves_give_no_offset(self) -> None:
        entries = [article(n, f"<p>1{n}:00</p><p>Text {n}.</p>") for n in (1, 2)]
        data = posting(*(update(**{"@id": f"#post-{n}"}, datePublished=t) for n, t in
                         ((1, "2026-03-03T10:00:00Z"), (2, "2026-03-03T10:00:00Z"))))  # fmt: skip
        assert "offset-inferred" not in codes(shown(*entries, data=data))


class TestLiveBlogsOfOtherPages:
    STORM = posting(
        update(headline="Aground", articleBody="She is aground.", datePublished="2026-03-03T14:05:00Z"),
        url="https://news.example/storm?utm_source=mail",
    )
    MATCH = posting(
        update(headline="Goal", articleBody="She scores.", datePublished="2026-03-03T14:15:00Z"),
        url="https://news.example/match",
    )
    BOTH = script(MATCH) + script(STORM)
    OWN = '<link rel="canonical" href="https://news.example/storm">'

    def test_are_left_out_and_noted(self) -> None:
        blog = of(page("<p>x</p>", head=self.OWN + self.BOTH))
        assert [entry.headline for entry in blog.entries] == ["Aground"]
        assert note(blog, "other-blog") == "https://news.example/match: 1 update in the page's data"

    def test_are_told_by_the_address_that_is_given(self) -> None:
        blog = of(page("<p>x</p>", head=self.OWN + self.BOTH), url="https://news.example/match")
        assert [entry.headline for entry in blog.entries] == ["Goal"]

    def test_are_none_where_they_share_an_update_with_it(self) -> None:
        more = update(headline="Afloat", articleBody="She is afloat.", datePublished="2026-03-03T15:05:00Z")
        amp = self.STORM | {
            "url": "https://amp.news.example/storm",
            "liveBlogUpdate": [more, *self.STORM["liveBlogUpdate"]],
        }
        blog = of(page("<p>x</p>", head=self.OWN + script(self.STORM) + script(amp)))
        assert sorted(entry.headline or "" for entry in blog.entries) == ["Afloat", "Aground"]
        assert "other-blog" not in codes(blog)

    @pytest.mark.parametrize("without", [{}, {"url": None}])
    def test_are_read_where_none_is_of_the_page(self, without: dict[str, None]) -> None:
        blog = of(page("<p>x</p>", head=script(self.MATCH) + script(self.STORM | without)))
        assert sorted(entry.headline or "" for entry in blog.entries) == ["Aground", "Goal"]
        assert "other-blog" not in codes(blog)


class TestPlainText:
    ticker = (
        "<h1>Storm</h1><p>The news of the day.</p><figure><img src='a.jpg'></figure><h3>15.10 Uhr: Brücke frei</h3>"
        "<p>Die Brücke ist <a href='/b'>wieder frei</a>.</p><ul><li>Eins.</li><li>Zwei.</li></ul><img src='b.jpg'>"
        "<h3>14.05 Uhr: Auf Grund</h3><p>Das Schiff liegt,<br>sagt die Wache, auf Grund.</p><p>Mehr bald.</p>"
    )

    def test_gets_its_blocks_back(self) -> None:
        blog = of(page(self.ticker, language="de"), timezone="Europe/Berlin", date=date(2026, 3, 3))
        first, second = blog.entries
        assert first.headline == "Brücke frei"
        assert isinstance(first.body[0], Paragraph)
        assert first.body[0].links[0].url == "/b"
        assert first.body[1:] == (ListBlock(["Eins.", "Zwei."]), Media(kind="image", url="b.jpg"))
        assert [block.text for block in second.body] == [
            "Das Schiff liegt,\nsagt die Wache, auf Grund.",
            "Mehr bald.",
        ]
        assert [block.text for block in blog.introduction] == ["The news of the day.", ""]
        assert blog.title == "Storm"
        assert [value(blog, n).isoformat() for n in (0, 1)] == [
            "2026-03-03T15:10:00+01:00", "2026-03-03T14:05:00+01:00",
        ]  # fmt: skip

    def test_a_last_sentence_with_a_time_is_text(self) -> None:
        inside = '<time datetime="2026-03-03T0{}:05:00Z">{}:05</time><p>It is {}.</p>{}'
        foot = ("<p>Ferries start at 10am.</p>", "<p>Posted at 7.05am.</p>")
        blog = shown(*(article(n, inside.format(n, n, n, foot[n % 2])) for n in (7, 8)))
        assert [entry.text for entry in blog.entries] == ["It is 7.", "It is 8.\n\nFerries start at 10am."]

    @pytest.mark.parametrize(
        ("foot", "said"),
        [
            (
                '<div><strong>Kick-off</strong> <time datetime="2026-03-03T19:45:00Z">19:45</time></div>',
                "Kick-off 19:45",
            ),
            ("<div><strong>Kick-off</strong> <time>19:45</time></div>", "Kick-off 19:45"),
            ('<div><b>Kick-off</b> <time datetime="2026-03-04T07:05:00Z">7:05</time></div>', "Kick-off 7:05"),
            ("<p>Posted at 8.05am.</p>", "Posted at 8.05am."),
        ],
    )
    def test_another_time_below_it_is_text(self, foot: str, said: str) -> None:
        inside = '<time datetime="2026-03-03T0{0}:05:00Z">{0}:05</time><p>It is {0}.</p>'
        blog = shown(article(7, inside.format(7) + foot), article(8, inside.format(8)))
        assert [entry.text for entry in blog.entries] == [f"It is 7.\n\n{said}", "It is 8."]
        assert value(blog) == datetime(2026, 3, 3, 7, 5, tzinfo=UTC)

    def test_a_time_below_it_is_its_own_where_attributes_of_it_state_the_same(self) -> None:
        entry = '<article class="post" data-time="2026-03-03T0{0}:05:00Z"><p>It is {0}.</p>{1}</article>'
        foot = '<div><b>{}</b> <time datetime="2026-03-03T0{}:05:00Z">{}:05</time></div>'
        blog = shown(entry.format(7, foot.format("Kick-off", 6, 6)), entry.format(8, foot.format("Posted", 8, 8)))
        assert [entry.text for entry in blog.entries] == ["It is 7.\n\nKick-off 6:05", "It is 8."]
        assert [value(blog, n).hour for n in (0, 1)] == [7, 8]

    def test_another_time_above_it_is_text_and_its_own_below_is_none(self) -> None:
        inside = (
            '<time datetime="2026-03-03T0{0}:05:00Z">{0}:05 GMT</time>{1}<h3>Up {0}</h3><p>It is {0}.</p>'
            '<time datetime="2026-03-03T0{0}:05:12Z">0{0}.05</time>'
        )
        other = '<time datetime="2026-03-03T09:45:00Z">9:45</time>'
        blog = shown(article(7, inside.format(7, other)), article(8, inside.format(8, "")))
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            ("Up 7", "9:45\n\nIt is 7."), ("Up 8", "It is 8."),
        ]  # fmt: skip

    def test_a_score_above_a_headline_that_tells_it_is_no_text(self) -> None:
        inside = (
            '<time datetime="2026-03-03T0{0}:05:00Z">{0}:05</time><div><b>3:{0}</b></div><h3>{1}</h3><p>He is on.</p>'
        )
        blog = shown(article(7, inside.format(7, "Goal, 3:7 by Ada")), article(8, inside.format(8, "Goal, 13:80")))
        assert [entry.text for entry in blog.entries] == ["He is on.", "3:8\n\nHe is on."]

    def test_labels_in_front_of_a_sentence_are_taken_off_and_links_keep_their_words(self) -> None:
        body = "".join(
            f"<p><b>{hour}:05</b> – She is <a href='/x'>aground</a>,<br>says the master of the {hour}th tug.</p>"
            for hour in (9, 10, 11)
        )
        blog = of(page(body), timezone="UTC", date=date(2026, 3, 3))
        first = blog.entries[0].body[0]
        assert isinstance(first, Paragraph)
        assert (first.text, first.text[first.links[0].start : first.links[0].end]) == ("She is aground,", "aground")
        assert len(blog.entries) == 3

    def test_a_dash_in_a_paragraph_of_its_own_is_where_somebody_begins_to_speak(self) -> None:
        said = "<p>– We saw it, says the master.</p>"
        clock = '<time datetime="2026-03-03T0{0}:05:00Z">{0}:05</time>'
        blog = shown(article(9, clock.format(9) + said), article(8, f"{clock.format(8)} – All is well."))
        assert [entry.text for entry in blog.entries] == ["– We saw it, says the master.", "All is well."]

    def test_the_day_is_that_of_the_page_and_the_zone_that_of_its_offset(self) -> None:
        head = (
            '<meta property="article:published_time" content="2026-03-02T08:00:00+01:00">'
            '<meta property="article:modified_time" content="2026-03-03T16:00:00+01:00">'
        )
        newest = of(page(self.ticker, head=head, language="de"))
        assert newest.timezone == "Etc/GMT-1"
        assert value(newest).date() == date(2026, 3, 3)
        oldest = "".join(f"<p>{hour}:05: She moved {hour} metres in an hour.</p>" for hour in (9, 10, 11))
        assert value(of(page(oldest, head=head))).date() == date(2026, 3, 2)

    def test_a_zone_is_asked_for_where_none_is_stated(self) -> None:
        with pytest.raises(ImportFailure, match="no time zone is given"):
            of(page(self.ticker, language="de"))

    def test_a_zone_in_the_labels_is_enough(self) -> None:
        body = "".join(f"<p>{hour}:05 GMT</p><p>She moved {hour} metres.</p>" for hour in (9, 10, 11))
        assert of(page(f"<h2>3 March 2026</h2>{body}")).timezone == "UTC"

    def test_one_time_in_a_report_is_no_live_blog(self) -> None:
        with pytest.raises(ImportFailure, match=r"looked for schema\.org LiveBlogPosting"):
            of(page("<p>14:05: The report begins.</p><p>And goes on.</p>"), timezone="UTC")

    def test_links_to_other_days_behind_the_last_entry_are_noted_as_furniture(self) -> None:
        tail = "<h2>Mittwoch, 4. März 2026</h2><ul><li><a href='/old'>Frühere Tage</a></li></ul>"
        blog = of(
            page(self.ticker.replace("<h3>15", "<h2>Dienstag, 3. März 2026</h2><h3>15") + tail, language="de"),
            timezone="Europe/Berlin",
        )
        assert len(blog.entries) == 2
        assert "page-furniture" in codes(blog)

    def test_what_stands_between_and_below_entries_that_state_their_times_is_noted(self) -> None:
        entries = [
            f"<article><time datetime='2026-03-03T{hour}:05Z'>{hour}:05</time>"
            f"<p>The boat of {hour} is in.</p></article>"
            for hour in (15, 14, 13)
        ]
        blog = of(page("<h1>Storm</h1>" + "<p>Good to know.</p>".join(entries) + "<div>Stay tuned.</div>"))
        assert [entry.text for entry in blog.entries] == [f"The boat of {hour} is in." for hour in (15, 14, 13)]
        said = "“Good to know.”, “Good to know.”, “Stay tuned.”"
        assert note(blog, "page-furniture") == f"3 lines between or below the entries are in none: {said}"

    def test_a_score_that_looks_like_a_time_is_none_where_it_is_called_one(self) -> None:
        entries = "".join(
            f"<li data-ts='{1772910000 - 60 * at}'><b>{44 - at}.</b><div class='tk-score'>21:{23 - at}</div>"
            f"<p>She throws for the {at}th time.</p></li>"
            for at in range(4)
        )
        blog = of(page(f"<h1>Match</h1><ul>{entries}</ul>"), timezone="UTC")
        assert [entry.text for entry in blog.entries] == [f"She throws for the {at}th time." for at in range(4)]
        assert [entry.time and str(entry.time.value)[11:16] for entry in blog.entries] == [
            "19:00", "18:59", "18:58", "18:57"
        ]  # fmt: skip

    def test_lines_called_those_of_authors_are_no_text_of_entries(self) -> None:
        lines = "".join(
            f"<p><b>{hour}:05</b></p><p>The boat of {hour} is in.</p><p class='item-signature'>{name}</p>"
            for hour, name in ((15, "Ada Example"), (14, "Bo Muster"), (13, "Ada Example"))
        )
        above, below = "<p class='item-signature'>Cy Example</p>", "<p class='about-author'>Di Example</p>"
        blog = of(page(f"<main><h1>Storm</h1>{above}<p>3 March 2026</p>{lines}{below}</main>"), timezone="UTC")
        assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [
            ["Ada Example"], ["Bo Muster"], ["Ada Example"]
        ]  # fmt: skip
        assert [entry.text for entry in blog.entries][:2] == ["The boat of 15 is in.", "The boat of 14 is in."]
        assert "Cy Example" in [block.text for block in blog.introduction]
        assert blog.entries[-1].text == "The boat of 13 is in.\n\nDi Example"

    def test_a_time_that_is_told_twice_in_a_headline_is_none_of_its_words(self) -> None:
        entries = "".join(
            f"<li><h3><span>Boat {hour}</span><span><span>published at {hour}:05 Greenwich Mean Time 3 March</span>"
            f"<span aria-hidden='true'>{hour}:05 GMT 3 March</span></span></h3><p>The boat of {hour} is in.</p></li>"
            for hour in (15, 14, 13)
        )
        blog = of(page(f"<h1>Storm</h1><p>3 March 2026</p><ol>{entries}</ol>"))
        assert [entry.headline for entry in blog.entries] == ["Boat 15", "Boat 14", "Boat 13"]

    def test_a_heading_that_begins_an_entry_is_its_headline_whatever_it_ends_with(self) -> None:
        lines = "".join(f"<p>1{n}:05</p><h3>Goal!</h3><p>Text {n}.</p>" for n in (4, 3))
        blog = of(page(f"<main><p>3 March 2026</p>{lines}</main>"), timezone="UTC")
        assert [(e.headline, e.text) for e in blog.entries] == [("Goal!", "Text 4."), ("Goal!", "Text 3.")]

    def test_headings_tables_and_quotations_stay_what_they_are(self) -> None:
        body = (
            "<h2>3 March 2026</h2><p>9:05</p><p>She floats.</p><h5>In numbers today</h5><p>Two tugs.</p>"
            "<blockquote>We wait.<br>All day.</blockquote><pre>a tug.\n\na tow.</pre>"
            "<p>8:05</p><p>She waits.</p><p>7:05</p><p>She sleeps.</p>"
        )
        blog = of(page(body), timezone="UTC")
        kinds = [type(block).__name__ for entry in blog.entries for block in entry.body]
        assert "Quotation" in kinds
        assert Heading("In numbers today", 5) in blog.entries[0].body or len(blog.entries) > 3


class TestThePageItself:
    def test_facts_of_the_head(self) -> None:
        head = (
            '<base href="https://a.example/x/"><meta property="og:url" content="https://a.example/live">'
            '<meta property="og:title" content="Storm &amp; surge"><meta name="description" content="All day">'
            '<meta property="og:site_name" content="Courier">'
        )
        body = TestElements.two[0] + TestElements.two[1]
        blog = of(page(body, head=head, language="pt_BR"))
        assert (blog.url, blog.title, blog.description) == ("https://a.example/live", "Storm & surge", "All day")
        assert blog.language == "pt-BR"
        assert blog.publisher is not None
        assert blog.publisher.name == "Courier"

    def test_what_the_head_says_of_other_things_is_passed_over(self) -> None:
        head = '<link rel="icon" href="/i.png"><meta name="viewport" content="width=1"><meta charset="utf-8">'
        text = '<p>14:05 One.</p><p>13:05 Two.</p><blockquote class="pull"><p>Said.</p></blockquote>'
        assert of(page(f"<main><p>3 March 2026</p>{text}</main>", head=head), timezone="UTC").url is None

    def test_a_time_of_the_page_that_is_none(self) -> None:
        head = '<meta property="og:updated_time" content="yesterday">'
        with pytest.raises(ImportFailure, match="no time zone is given"):
            of(page(TestPlainText.ticker, head=head, language="de"))

    def test_the_title_is_the_first_heading_else_the_windows(self) -> None:
        two = "".join(TestElements.two)
        assert of(page("<h1> </h1><h1>Storm &amp; surge</h1>" + two)).title == "Storm & surge"
        assert of(page(two)).title == "Storm"

    @pytest.mark.parametrize(
        ("above", "title"),
        [
            ("<div id='site-description'><h1>Coast Forum</h1></div><h2>Storm at sea</h2>", "Storm at sea"),
            ("<h1 class='site-title'>Coast Forum</h1><h2>Who is here</h2><h3>Storm at sea</h3>", "Storm at sea"),
            ("<h1 class='site-title'>Coast Forum</h1><h1>The storm</h1><h2>Storm at sea</h2>", "The storm"),
            ("<div class='logo'><h1>Coast Forum</h1></div><h2>Who is here</h2>", "Coast Forum"),
            ("<h1>The storm</h1><h2>Coast Forum</h2>", "The storm"),
        ],
    )
    def test_a_heading_that_names_the_site_is_no_title_of_the_blog(self, above: str, title: str) -> None:
        made = page(f"{above}<main>{''.join(TestElements.two)}</main>")
        assert of(made.replace("<title>Storm<", "<title>Storm at sea - Coast Forum<")).title == title

    def test_what_the_caller_says_counts(self) -> None:
        told = of(
            page("".join(TestElements.two)),
            title="T",
            url="https://b.example/",
            language="fr",
            order="manual",
            id="a:b",
        )
        assert (told.title, told.url, told.language, told.order, told.id) == (
            "T",
            "https://b.example/",
            "fr",
            "manual",
            "a:b",
        )

    @pytest.mark.parametrize("data", [b"", b" \n", b"<!-- nothing -->", b"\xef\xbb\xbf"])
    def test_nothing_at_all(self, data: bytes) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(data)

    def test_no_element_at_all(self) -> None:
        with pytest.raises(ImportFailure, match="no element of HTML in it"):
            of(b"<!-- <body> -->")

    def test_a_language_that_is_none(self) -> None:
        assert of(page("".join(TestElements.two), language="English (UK)")).language is None

    def test_key_events_of_a_list_elsewhere_and_a_pinned_copy(self) -> None:
        events = '<div class="key-events"><a href="#post-2">Two</a></div>'
        copy = '<article class="post"><a href="/live#post-1">One</a><p>First text.</p></article>'
        blog = of(page(events + copy + "".join(TestElements.two)))
        assert [(entry.key_event, entry.pinned) for entry in blog.entries] == [(False, True), (True, False)]

    def test_seconds_between_data_and_page_are_a_day_apart_at_most(self) -> None:
        assert value(TestPrintedTimes().one("23:59", "2026-03-03T23:59:30Z")) - datetime(
            2026, 3, 3, tzinfo=UTC
        ) < timedelta(days=1)


class TestCharsets:
    def test_microdata_is_found_in_wide_letters_and_on_the_root(self) -> None:
        post = '<p itemscope itemtype="https://schema.org/BlogPosting"><b itemprop="headline">One</b></p>'
        whole = f'<html itemscope ITEMTYPE="https://schema.org/LiveBlogPosting"><body>{post}</body></html>'
        for data in (whole.encode(), ("\ufeff" + whole).encode("utf-16")):
            assert [entry.headline for entry in of(data).entries] == ["One"]

    body = "".join(TestElements.two).replace("First", "Für alle: É")

    def read(self, data: bytes, **options: object) -> LiveBlog:
        return of(data, **options)

    def html(self, charset: str = "") -> str:
        meta = f'<meta charset="{charset}">' if charset else ""
        return page(self.body, head=meta)

    @pytest.mark.parametrize(
        ("declared", "real"),
        [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("", "utf-8"), ("", "utf-8-sig"),
         ("", "utf-16"), ("utf-16", "utf-8"), ("nonsense", "utf-8"), ("hex", "utf-8")],
    )  # fmt: skip
    def test_declared_ones_are_read_without_a_note(self, declared: str, real: str) -> None:
        blog = self.read(self.html(declared).encode(real))
        assert blog.entries[0].text == "Für alle: É text."
        assert "encoding-conflict" not in codes(blog)

    def test_a_wrong_one_is_noted(self) -> None:
        blog = self.read(self.html("ascii").encode("cp1252"))
        assert blog.entries[0].text == "Für alle: É text."
        wrong = self.read(self.html("shift_jis").encode())
        assert "encoding-conflict" in codes(wrong) or wrong.entries[0].text == "Für alle: É text."
        assert self.read(self.html("iso-2022-jp").encode()).entries[0].text == "Für alle: É text."

    def test_bytes_that_are_no_utf_8_are_windows_1252_else_replaced(self) -> None:
        blog = self.read(self.html().encode("cp1252"))
        assert "encoding-conflict" in codes(blog)
        many = self.read((self.html() + "<p>ñ ö ü</p>").encode("cp1252"))
        assert many.entries[0].text == "Für alle: É text."
        assert note(many, "encoding-conflict") == "not UTF-8; read as windows-1252"

    def test_the_callers_word_is_taken(self) -> None:
        assert (
            self.read(self.html("utf-8").encode("cp1252"), encoding="cp1252").entries[0].text == "Für alle: É text."
        )
        with pytest.raises(ImportFailure, match="not utf-8 text") as caught:
            self.read(self.html().encode("cp1252"), encoding="utf-8")
        assert caught.value.byte
        with pytest.raises(ImportFailure, match="unknown encoding"):
            self.read(b"<p>", encoding="klingon")


def test_the_time_of_a_headline_counts_before_that_of_a_change_below_the_text() -> None:
    row = "<div class='box'><h3>{}: Trees on the road</h3><p>Two are down.</p><p>(updated at 9:20)</p></div>"
    blog = of(page("<h1>Storm on 3 March 2026</h1>" + row.format("8:00") + row.format("7:30")), timezone="UTC")
    assert [value(blog, at).hour for at in range(2)] == [8, 7]
    assert {one.headline for one in blog.entries} == {"Trees on the road"}
