"""What only the habits of a page tell: its headlines, names beside times, days below texts, and times in words."""

from datetime import UTC, datetime

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.model import Heading, LiveBlog, Media, Paragraph
from tests.importers.html.reading import note, of, page, posting, script, update

DAY = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
TEXTS = ["The bridge is shut until the wind drops.", "Two trees are down.", "No buses run after noon."]
CLOCKS = ["14:05", "13:40", "12:10"]
HEADS = ["What do we know?", "Trees on the road", "Buses stop"]


def read(pattern: str, around: str = "{}", **told: object) -> LiveBlog:
    """Return the blog of three entries that are made by a pattern of a time, a text, and a headline."""
    body = "".join(pattern.format(*one) for one in zip(CLOCKS, TEXTS, HEADS, strict=True))
    return of(page(around.format(body), head=DAY), timezone="UTC", **told)


def heads(blog: LiveBlog) -> list[str | None]:
    return [entry.headline for entry in blog.entries]


def values(blog: LiveBlog) -> list[object]:
    return [entry.time and entry.time.value for entry in blog.entries]


class TestHeadlines:
    @pytest.mark.parametrize(
        "pattern",
        [
            '<div class="e"><b>{0}</b><p><b>{2}</b></p><p>{1}</p></div>',
            '<div class="e"><b>{0}</b><div>{2}</div><p>{1}</p></div>',
            '<div class="e"><b>{0}</b><img src="https://a.example/a.jpg"><p>{2}</p><p>{1}</p></div>',
            '<div class="e"><i>{0}</i><p><b>{2}</b><br>{1}</p></div>',
            '<div class="e"><i>{0}</i><div><b>{2}</b><br><p>{1}</p></div></div>',
            '<div class="e"><i>{0}</i><div class="title"><strong>{2}</strong></div><p>{1}</p></div>',
            "<x-e><i>{0}</i><x-title>{2}</x-title><p>{1}</p></x-e>",
            "<p><b>{0}: {2}</b></p><p>{1}</p>",
            "<p><b>{0}: {2}</b> {1}</p>",
            "<h3>{2}</h3><p>{0}</p><p>{1}</p>",
        ],
    )
    def test_may_ask(self, pattern: str) -> None:
        blog = read(pattern)
        assert heads(blog) == HEADS
        assert [entry.text for entry in blog.entries if not isinstance(entry.body[0], Media)] in (TEXTS, [])

    def test_are_no_bold_lines_without_a_text_below(self) -> None:
        blog = read('<div class="e"><i>{0}</i><p>{1}</p><div><b>{2}</b><br></div></div>')
        assert heads(blog) == [None] * 3
        assert [entry.body[1].text for entry in blog.entries] == HEADS

    def test_in_bold_on_a_line_of_their_own_may_end_with_a_colon(self) -> None:
        shown = ("14:05", "13:05", "12:05")
        body = "".join(f'<div class="e"><i>{at}</i><p><b>At {at[:2]}:</b><br>It is at sea.</p></div>' for at in shown)
        assert heads(of(page(f"<h2>3 March 2026</h2>{body}"), timezone="UTC")) == ["At 14:", "At 13:", "At 12:"]

    def test_may_stand_in_bold_in_a_box_of_their_own(self) -> None:
        blog = read('<div class="e"><i>{0}</i><div><b>{2}</b><br></div><p><b><i>It is said:</i></b> {1}</p></div>')
        assert heads(blog) == HEADS
        assert blog.entries[0].text == f"It is said: {TEXTS[0]}"

    def test_are_no_questions_where_few_have_any(self) -> None:
        blog = read('<div class="e"><b>{0}</b><p>Is it over?</p><p>{1}</p></div>')
        assert heads(blog) == [None, None, None]

    def test_are_no_lines_with_links_or_breaks(self) -> None:
        for first in ('<a href="https://a.example/">Is it over?</a>', "Is it<br>over?"):
            body = "".join(
                f'<div class="e"><b>{clock}</b><h3>Storm</h3><p>{text}</p></div>'
                for clock, text in zip(CLOCKS, TEXTS, strict=True)
            )
            other = f'<div class="e"><b>11:00</b><p>{first}</p><p>No.</p></div>'
            assert of(page(body + other, head=DAY), timezone="UTC").entries[3].headline is None

    def test_may_be_all_that_there_is(self) -> None:
        body = "".join(
            f'<div class="e"><b>{clock}</b><b>{head}</b>{text}</div>'
            for clock, head, text in [("14:05", "Storm is up", "<p>It is.</p>"), ("13:40", "Buses stop", ""),
                                      ("12:00", "The sea is calm", "<p>Still.</p>")]
        )  # fmt: skip
        blog = of(page(body, head=DAY), timezone="UTC")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            ("Storm is up", "It is."), ("Buses stop", ""), ("The sea is calm", "Still."),
        ]  # fmt: skip

    def test_are_not_made_of_bold_words_that_a_sentence_goes_on_from(self) -> None:
        parts = [("14:05: The mayor", "has spoken."), ("13:40: Two trees", "Are down."), ("12:10: Bus", "One stops.")]
        blog = of(page("".join(f"<p><b>{bold}</b> {rest}</p>" for bold, rest in parts), head=DAY), timezone="UTC")
        assert heads(blog) == [None, None, None]

    def test_may_end_with_a_time_of_their_own(self) -> None:
        blog = read('<div class="e"><b>{0}</b><h3>The wedding at 15:27</h3><p>{1}</p></div>')
        assert heads(blog) == ["The wedding at 15:27"] * 3
        assert [entry.time and entry.time.text for entry in blog.entries] == CLOCKS

    @pytest.mark.parametrize("said", ["Stand: 14.05 Uhr", "Um 14.05 Uhr", "14.05 Uhr"])
    def test_are_no_words_that_say_when(self, said: str) -> None:
        assert PrintedReader("de").says_only_when(said)

    @pytest.mark.parametrize("body", ["Bridge shut. It is, all night.", "Bridge shut: It is, all night."])
    def test_are_taken_off_the_text_of_data(self, body: str) -> None:
        facts = {"@id": "https://a.example/#e1", "headline": "Bridge shut", "articleBody": body}
        data = script(posting(update(**facts, datePublished="2026-03-03T14:05:00Z")))
        shown = SHOWN.format("<h2>Bridge shut</h2>")
        (entry,) = of(page(shown, head=data), timezone="UTC").entries
        assert (entry.headline, entry.text) == ("Bridge shut", "It is, all night.")

    def test_may_be_a_paragraph_of_data(self) -> None:
        body = "<p>Bridge shut</p><p>It is, all night.</p>"
        facts = {"@id": "https://a.example/#e1", "headline": "Bridge shut", "articleBody": body}
        data = script(posting(update(**facts, datePublished="2026-03-03T14:05:00Z")))
        shown = SHOWN.format("<h2>Bridge shut</h2>")
        (entry,) = of(page(shown, head=data), timezone="UTC").entries
        assert entry.body == (Paragraph("It is, all night."),)

    def test_that_data_has_none_of_stay(self) -> None:
        facts = {"@id": "https://a.example/#e1", "articleBody": "It is, all night."}
        data = script(posting(update(**facts, datePublished="2026-03-03T14:05:00Z")))
        shown = SHOWN.format("")
        (entry,) = of(page(shown, head=data), timezone="UTC").entries
        assert (entry.headline, entry.text) == (None, "It is, all night.")


SHOWN = '<div class="e" id="e1"><time datetime="2026-03-03T14:05:00Z">14:05</time>{}<p>It is</p></div>'


class TestFlags:
    @pytest.mark.parametrize(("word", "is_key"), [("Key event", True), ("Importante", True), ("Live", False)])
    def test_stand_beside_times(self, word: str, is_key: bool) -> None:
        blog = read(
            f'<div class="e"><b>{{0}}</b><i>{word}</i><i class="author">Ada Ex</i><h3>{{2}}</h3><p>{{1}}</p></div>'
        )
        assert heads(blog) == HEADS
        assert [entry.text for entry in blog.entries] == TEXTS
        assert {entry.key_event for entry in blog.entries} == {is_key}


class TestDays:
    ROWS = (
        ("The bridge is shut until dawn.", "14. 3. 2026", "18:42"),
        ("Two trees are down.", "14. 3. 2026", "11:20"),
        ("The storm is here.", "13. 3. 2026", "22:15"),
    )

    @pytest.mark.parametrize(
        "pattern",
        [
            "<tr><td><p>{}</p></td><td>{}<br>{}</td></tr>",
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
            "<tr><td>{}</td><td>{} {}</td></tr>",
            "<tr><td>{}</td><td>{} v {}</td></tr>",
            "<tr><td>{}</td><td><div>{}</div><div>{}</div></td></tr>",
        ],
    )
    def test_stand_below_the_text(self, pattern: str) -> None:
        body = "".join(pattern.format(*row) for row in self.ROWS)
        blog = of(page(f"<table>{body}</table>", language="cs"), timezone="UTC")
        assert values(blog) == [
            datetime(2026, 3, *when, tzinfo=UTC) for when in ((14, 18, 42), (14, 11, 20), (13, 22, 15))
        ]
        assert [entry.text for entry in blog.entries] == [text for text, _, _ in self.ROWS]

    def test_stand_behind_the_time(self) -> None:
        body = "".join(f'<div class="e"><b>{at}</b><i>{day}</i><p>{text}</p></div>' for text, day, at in self.ROWS)
        blog = of(page(body, language="cs"), timezone="UTC")
        assert [entry.time and entry.time.text for entry in blog.entries] == [
            "18:42 14. 3. 2026", "11:20 14. 3. 2026", "22:15 13. 3. 2026",
        ]  # fmt: skip

    def test_are_those_of_the_oldest_where_the_page_began(self) -> None:
        lines = [
            "Published 13 March 2026, 22:10",
            "11:20 Two trees are down.",
            "01:05 More wind.",
            "22:15 The storm is here.",
        ]
        blog = of(page("".join(f"<p>{line}</p>" for line in lines)), timezone="UTC")
        assert values(blog) == [
            datetime(2026, 3, *when, tzinfo=UTC) for when in ((14, 11, 20), (14, 1, 5), (13, 22, 15))
        ]

    def test_a_word_for_them_may_have_a_title(self) -> None:
        body = "".join(
            f'<div class="e"><span title="{day} v {at}">včera</span><p>{text}</p></div>'
            for text, day, at in self.ROWS
        )
        blog = of(page(body, language="cs"), timezone="UTC")
        assert values(blog)[2] == datetime(2026, 3, 13, 22, 15, tzinfo=UTC)
        assert blog.entries[2].text == self.ROWS[2][0]


class TestTimesInWords:
    @pytest.mark.parametrize(
        "pattern",
        ['<div class="e"><b>{}</b><h3>{}</h3><p>{}</p></div>', "<p><b>{}</b></p><h4>{}</h4><p>{}</p>",
         "<h3>{} – {}</h3><p>{}</p>", "<p><b>{}: {}</b></p><p>{}</p>"],
    )  # fmt: skip
    def test_are_times(self, pattern: str) -> None:
        parts = [("Midnight", "Lights out", "The lamps are out."), ("10:30 pm", "Rain", "It rains."),
                 ("Noon", "Lunch", "Soup is served."), ("9:20 am", "Gates", "They open.")]  # fmt: skip
        blog = of(page("".join(pattern.format(*part) for part in parts), head=DAY), timezone="UTC")
        assert values(blog) == [
            datetime(2026, 3, *when, tzinfo=UTC) for when in ((4, 0, 0), (3, 22, 30), (3, 12, 0), (3, 9, 20))
        ]
        assert heads(blog) == ["Lights out", "Rain", "Lunch", "Gates"]

    @pytest.mark.parametrize(
        ("text", "shown"),
        [("Noon", 12), ("à midi", 12), ("Mitternacht", 0), ("12 noon", 12), ("Noon ET", 12), ("mediodía:", 12)],
    )
    def test_are_read(self, text: str, shown: int) -> None:
        printed = PrintedReader("en").read(text)
        assert printed is not None
        assert printed.clock.total_seconds() == shown * 3600

    @pytest.mark.parametrize("text", ["Noon prayers", "At", "Middag", "o Mozart", "12 people"])
    def test_are_nothing_else(self, text: str) -> None:
        assert PrintedReader("en").read(text) is None

    def test_may_stand_for_a_zone_too(self) -> None:
        printed = PrintedReader("en").read("Noon ET")
        assert printed is not None
        assert printed.zone == "ET"


class TestNames:
    def test_beside_the_times_of_lines_are_who_wrote_them(self) -> None:
        names = ["Ada Example", "Ben Muster", "Ada Example", "Ben Muster"]
        body = "".join(
            f"<h2>Part {number}</h2><p>1{number}:05 | {name}</p><p>It is up.</p>" for number, name in enumerate(names)
        )
        blog = of(page(f"<div>{body}</div>", head=DAY), timezone="UTC")
        assert [[author.name for author in entry.authors] for entry in blog.entries] == [[name] for name in names]
        assert [entry.text for entry in blog.entries] == ["It is up."] * 4

    def test_that_come_once_beside_others_that_come_again_are_names(self) -> None:
        clocks = [*CLOCKS, "11:00", "10:00"]
        names = ["Ada Example", "Ben Muster", "Ada Example", "Ben Muster", "Cora Vandyk"]
        body = "".join(
            f'<div class="e"><h2>Storm</h2><p class="m">{name}, {clock}</p><p>It is up.</p></div>'
            for name, clock in zip(names, clocks, strict=True)
        )
        blog = of(page(body, head=DAY), timezone="UTC")
        assert [entry.authors[0].name for entry in blog.entries] == names


class TestWhatIsAround:
    LINES = "".join(f"<p><b>{clock}</b> {text}</p>" for clock, text in zip(CLOCKS, TEXTS, strict=True))

    @pytest.mark.parametrize(
        "box",
        [
            "<div><p>The best of the coast, every day.</p><button>Sign me up</button></div>",
            "<div><b>Le brief</b><p>Chaque soir.</p><button>Je m’inscris</button></div>",
            '<div><p>Whose fault?</p><input type="radio">Wind<input type="radio">Sea</div>',
            '<p>Read also: <a href="/a">The harbour in five questions</a></p>',
            '<div><p><strong>À lire aussi :</strong> <a href="/a">Le port en cinq questions</a></p></div>',
            '<p><strong>À lire aussi</strong> | <a href="/a">Le port en cinq questions</a></p>',
            '<div class="encart"><p><b>Recevez nos alertes</b></p><p>Une par jour, pas plus.</p></div>',
            '<div><a href="/t/1">Storm</a><a href="/t/2">Coast</a></div>',
            "<p><a>Share</a> <a>Print</a></p>",
            "<p>Share this on Facebook · Print</p>",
            "<div><h3>Partager :</h3><ul><li>Facebook</li><li>Imprimer</li></ul></div>",
            "<ul><li>Teilen</li><li>Twittern</li></ul>",
            "<div><h3>Teilen mit:</h3><ul><li>Facebook</li><li>Twitter</li></ul></div>",
            '<div class="werbung-hinweis"><a href="/app">The Gull on your phone</a></div>',
        ],
    )
    def test_is_no_text_of_lines(self, box: str) -> None:
        first, rest = self.LINES[: self.LINES.index("</p>") + 4], self.LINES[self.LINES.index("</p>") + 4 :]
        blog = of(page(f"<div>{first}{box}{rest}</div>", head=DAY), timezone="UTC")
        assert [entry.text for entry in blog.entries] == TEXTS
        assert "in no entry" in note(blog, "page-furniture")

    @pytest.mark.parametrize(
        "box",
        [
            "<div><p>The best of the coast.</p><button>Load more</button></div>",
            '<p>Read <a href="/a">The harbour</a></p>',
            '<p>Read also: <a href="#e1">The harbour</a></p>',
            '<p><a href="/1">It is up.</a> <a href="/2">It is.</a></p>',
            '<p><a href="/1">14 boats</a> <a href="/2">2 ferries</a></p>',
            '<div><input type="radio">The best of the coast.</div>',
            '<div><input type="text"><input type="text">The best of the coast.</div>',
            "<ul><li>Facebook</li><li>Twitter</li></ul>",
            "<p>Report</p>",
        ],
    )
    def test_other_boxes_are_text(self, box: str) -> None:
        blog = of(page(f"<div>{self.LINES}{box}</div>", head=DAY), timezone="UTC")
        assert len(blog.entries[2].body) == 2

    def test_is_what_stands_below_the_box_of_all_entries(self) -> None:
        body = f"<main><div>{self.LINES}</div><div>Printed by the Gull Press.</div></main><script>1</script>"
        blog = of(page(body, head=DAY), timezone="UTC")
        assert blog.entries[2].text == TEXTS[2]
        assert note(blog, "page-furniture") == "1 part around the text is in no entry, 26 characters: div"

    def test_is_what_stands_below_the_last_of_several_boxes(self) -> None:
        terms = "".join(f"<dt>{clock}</dt><dd>{text}</dd>" for clock, text in zip(CLOCKS, TEXTS, strict=True))
        other = "<dt>11:00</dt><dd>It is dry.</dd><dt>10:00</dt><dd>It is calm.</dd>"
        body = f"<div><dl>{terms}</dl><dl>{other}</dl><p>Printed by the Gull Press.</p></div>"
        assert of(page(body, head=DAY), timezone="UTC").entries[4].text == "It is calm."

    @pytest.mark.parametrize("said", ["Published 3 March 2026", "Last updated: 3 March 2026, 14:20"])
    def test_is_a_line_that_says_when_the_page_was_published(self, said: str) -> None:
        blog = of(page(f"<main>{self.LINES}<p>{said}</p></main>", head=DAY), timezone="UTC")
        assert blog.entries[2].text == TEXTS[2]
        assert note(blog, "page-furniture") == said

    @pytest.mark.parametrize(
        "said", ["Published in Rome on 3 March 2026.", "Published soon", "On 3 March 2026 it rained"]
    )
    def test_is_no_other_line_below_them(self, said: str) -> None:
        blog = of(page(f"<main>{self.LINES}<p>{said}</p></main>", head=DAY), timezone="UTC")
        assert blog.entries[2].body[1] == Paragraph(said)

    def test_is_nothing_where_times_go_on_below(self) -> None:
        body = f"<div>{self.LINES}</div><div><p><i>11:00</i> It is dry.</p></div>"
        assert len(of(page(body, head=DAY), timezone="UTC").entries) == 4

    def test_nothing_is_below_few_times(self) -> None:
        body = "<div><p><b>14:05</b> One is up.</p><p><b>13:05</b> Two is up.</p></div><div>Three is up.</div>"
        assert of(page(body, head=DAY), timezone="UTC").entries[1].text == "Two is up.\n\nThree is up."


class TestPictures:
    def test_stay_where_they_are_among_lines(self) -> None:
        body = "".join(
            f"<p><b>{clock}</b> {text}</p><figure><img src='https://a.example/a.jpg'></figure><p>And so on.</p>"
            for clock, text in zip(CLOCKS, TEXTS, strict=True)
        )
        entry = of(page(body, head=DAY), timezone="UTC").entries[0]
        assert [type(block) for block in entry.body] == [Paragraph, Media, Paragraph]

    def test_may_have_a_credit_beside_the_caption(self) -> None:
        picture = (
            '<div><img src="https://a.example/a.jpg"><i class="caption">{2}</i><i class="credit">By {2}</i></div>'
        )
        blog = read(f'<div class="e"><b>{{0}}</b><h3>Storm</h3><p>{{1}}</p>{picture}</div>')
        media = blog.entries[0].body[1]
        assert isinstance(media, Media)
        assert (media.caption, media.credit) == (HEADS[0], f"By {HEADS[0]}")

    @pytest.mark.parametrize(
        ("shown", "kind"),
        [('<img src="https://a.example/a.jpg">', "image"), ('<iframe src="about:blank"></iframe>', "video")],
    )
    def test_may_have_a_caption_below_them(self, shown: str, kind: str) -> None:
        blog = read(
            f'<div class="e"><b>{{0}}</b><div><p>{{1}}</p>{shown}<p class="caption">The pier.</p></div></div>'
        )
        media = blog.entries[0].body[1]
        assert isinstance(media, Media)
        assert (media.kind, media.caption) == (kind, "The pier.")

    @pytest.mark.parametrize(
        ("shown", "caption"),
        [
            ('<img src="https://a.example/a.jpg"><br><span class="bildzeile">The pier.</span>', "The pier."),
            ('<div><iframe src="about:blank"></iframe><figcaption>The pier.</figcaption></div>', "The pier."),
            ('<figure><img src="https://a.example/a.jpg"></figure><p class="legende">The pier.</p>', "The pier."),
            ('<img src="https://a.example/a.jpg"><br>So <span class="legende">The pier.</span>', None),
        ],
    )
    def test_may_have_a_caption_that_only_its_name_tells(self, shown: str, caption: str | None) -> None:
        blog = read(f'<div class="e"><b>{{0}}</b><p>{{1}}</p><div>{shown}</div></div>')
        assert [one.caption for one in blog.entries[0].body if isinstance(one, Media)] == [caption]

    def test_a_caption_without_words_is_none(self) -> None:
        frame = '<iframe src="about:blank"></iframe><p class="caption"><i></i></p>'
        blog = read(f'<div class="e"><b>{{0}}</b><div><p>{{1}}</p>{frame}</div></div>')
        assert blog.entries[0].body == (Paragraph(TEXTS[0]),)

    def test_a_heading_alone_is_the_headline(self) -> None:
        body = '<div class="when">14:05</div><h4>Storm</h4><div class="when">13:05</div><h4>Calm</h4><p>It was.</p>'
        blog = of(page(f"<div>{body}</div>", head=DAY), timezone="UTC")
        assert heads(blog) == ["Storm", "Calm"]
        assert not any(isinstance(block, Heading) for entry in blog.entries for block in entry.body)


class TestDataOfSome:
    """Data that describes the newest entries of a page whose entries are lines."""

    LINES = "".join(f"<p><b>{clock}</b> {text}</p>" for clock, text in zip(CLOCKS, TEXTS, strict=True))

    def test_lends_them_what_it_knows(self) -> None:
        known = update(
            **{"@id": "https://a.example/#e7"},
            headline="Bridge shut",
            author={"@type": "Person", "name": "Ada Example"},
            datePublished="2026-03-03T14:05:20Z",
            dateModified="2026-03-03T14:30:00Z",
            articleBody="The bridge is shut.",
        )
        blog = of(page(self.LINES, head=DAY + script(posting(known))), timezone="UTC")
        assert [entry.text for entry in blog.entries] == TEXTS
        first, *others = blog.entries
        assert (first.headline, first.authors[0].name) == ("Bridge shut", "Ada Example")
        assert first.published is not None
        assert first.published.value == datetime(2026, 3, 3, 14, 5, 20, tzinfo=UTC)
        assert first.modified is not None
        assert values(blog) == [datetime(2026, 3, 3, *at, tzinfo=UTC) for at in ((14, 5), (13, 40), (12, 10))]
        assert all(entry.published is None and not entry.authors for entry in others)

    @pytest.mark.parametrize("stated", ["2026-03-03T11:00:00Z", "2026-03-02T14:05:00Z"])
    def test_of_other_entries_is_all_there_is(self, stated: str) -> None:
        known = update(datePublished=stated, articleBody="The bridge is shut.")
        blog = of(page(self.LINES, head=DAY + script(posting(known))), timezone="UTC")
        assert [entry.text for entry in blog.entries] == ["The bridge is shut."]

    def test_without_a_time_is_that_of_no_minute(self) -> None:
        known = [
            update(articleBody="The sea is calm."),
            update(image={"@type": "ImageObject", "url": "https://a.example/a.jpg"}),
        ]
        known.append(update(datePublished="2026-03-03T14:05:00Z", headline="Bridge shut", articleBody="It is."))
        lines = self.LINES + "<p><b>11:00</b> It is dry.</p>"
        blog = of(page(lines, head=DAY + script(posting(*known))), timezone="UTC")
        assert [entry.text for entry in blog.entries if entry.time is None] == ["The sea is calm.", ""]

    def test_that_says_two_things_of_one_minute_says_nothing_of_it(self) -> None:
        known = [
            update(datePublished=at, articleBody=f"Part {number} is up.")
            for number, at in enumerate(["2026-03-03T14:05:10Z", "2026-03-03T14:05:40Z"])
        ]
        blog = of(page(self.LINES, head=script(posting(*known))), timezone="UTC")
        assert [entry.text for entry in blog.entries] == ["Part 0 is up.", "Part 1 is up."]

    def test_stays_where_the_zone_of_the_lines_is_not_known(self) -> None:
        known = update(articleBody="The bridge is shut.", headline="Bridge shut")
        blog = of(page(self.LINES, head=script(posting(known))))
        assert heads(blog) == ["Bridge shut"]


class TestWaysToPrint:
    @pytest.mark.parametrize(
        ("pattern", "language"),
        [
            ("{1:02}.{2:02}., {3:02}.{4:02} Uhr", "de"),
            ("{0}, {3:02}:{4:02} Uhr", "de"),
            ("Stand {3:02}:{4:02} Uhr", "de"),
            ("Live {3:02}:{4:02}", "en"),
            ("{3:02}:{4:02}, {1} March 2026", "en"),
        ],
    )
    @pytest.mark.parametrize(
        "entry",
        [
            '<div class="e"><span>{}</span><p>{}</p></div>',
            "<tr><td>{}</td><td>{}</td></tr>",
            "<p><b>{}</b></p><p>{}</p>",
            "<h3>{}: Part</h3><p>{}</p>",
        ],
    )
    def test_are_read_of_boxes_and_lines(self, pattern: str, language: str, entry: str) -> None:
        days = ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."]
        when = [datetime(2026, 3, *at, tzinfo=UTC) for at in ((4, 1, 10), (3, 22, 45), (3, 12, 30))]
        body = "".join(
            entry.format(pattern.format(days[at.weekday()], at.day, at.month, at.hour, at.minute), text)
            for at, text in zip(when, TEXTS, strict=True)
        )
        around = f"<table>{body}</table>" if entry.startswith("<tr") else body
        blog = of(page(around, head=DAY, language=language), timezone="UTC")
        assert values(blog) == when
        assert [entry.text for entry in blog.entries] == TEXTS

    def test_a_day_before_a_time_is_no_label_beside_others(self) -> None:
        lines = ["14:05 One is up.", "13:05 Two is up.", "12:05 Three is up.", "Yesterday, 9:15 was calm."]
        blog = of(page("".join(f"<p>{line}</p>" for line in lines), head=DAY), timezone="UTC")
        assert blog.entries[-1].text == "Three is up.\n\nYesterday, 9:15 was calm."

    def test_a_word_before_a_time_is_no_day(self) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page("<p>Room 14:05 is up.</p><p>Room 15:05 is up.</p>", head=DAY), timezone="UTC")

    def test_when_it_was_changed_is_the_time_of_an_entry_that_has_no_other(self) -> None:
        blog = read('<div class="e"><i>Updated {0}</i><h3>{2}</h3><p>{1}</p></div>')
        assert [entry.time and entry.time.text for entry in blog.entries] == [f"Updated {clock}" for clock in CLOCKS]


class TestBoldWords:
    """Words in bold, up to a dash, before the texts of most entries."""

    ROW = '<div class="row"><strong>{0}</strong>{1}<span>{2}</span><small>3 March 2026, {3}</small></div>'
    SAID = ("Resolved", "Monitoring", "In progress", "Investigating", "Update")

    def read(self, dash: str, said: tuple[str, ...] = SAID, last: str = "{2}") -> LiveBlog:
        texts = [*TEXTS, "We look into it.", "All is <b>up</b> again."]
        rows = [
            self.ROW.format(word, dash, text, f"1{4 - n}:05")
            for n, (word, text) in enumerate(zip(said, texts, strict=True))
        ]
        return of(page(f"<h1>Storm</h1>{''.join(rows)}{last}"), timezone="UTC")

    @pytest.mark.parametrize("dash", [" - ", " – "])
    def test_are_headlines(self, dash: str) -> None:
        blog = self.read(dash)
        assert heads(blog)[:4] == [*self.SAID[:4]]
        assert [entry.text for entry in blog.entries][:3] == TEXTS

    def test_are_text_where_nothing_sets_them_off(self) -> None:
        assert heads(self.read(" ")) == [None] * 5

    def test_are_text_where_they_are_names(self) -> None:
        said = ("Ada Berg", "Bea Holt", "Cid Ames", "Dov Katz", "Eve Lund")
        assert not {*heads(self.read(" - ", said))} & {*said}
