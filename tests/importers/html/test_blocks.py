"""Entries without data: blocks and rows in which a time stands anywhere, and what around them is no entry."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers.html.furniture import chrome
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.importers.markup import parse
from liveblog_archive.model import LiveBlog, Media, Moment, Paragraph
from tests.importers.html.reading import note, of, page


def box(clock: str, text: str) -> str:
    return f'<div class="box"><p class="text">{text}</p><div>{clock}</div></div>'


def told(blog: LiveBlog) -> list[tuple[str, str]]:
    return [(entry.time.text if entry.time else "", entry.text) for entry in blog.entries]


class TestBlocks:
    def test_only_days_count_of_what_stands_between_them(self) -> None:
        body = (
            "<h1>Storm</h1>" + box("0:20", "The last boat is in.") + "<h2>3 March 2026</h2><p>Good to know.</p>"
            + box("23:10", "The wind is up.") + box("21:05", "The first gusts.")
        )  # fmt: skip
        blog = of(page("<h2>4 March 2026</h2>" + body), timezone="UTC")
        assert told(blog) == [
            ("0:20", "The last boat is in."), ("23:10", "The wind is up."), ("21:05", "The first gusts."),
        ]  # fmt: skip
        assert [entry.time and entry.time.value for entry in blog.entries] == [
            datetime(2026, 3, 4, 0, 20, tzinfo=UTC),
            datetime(2026, 3, 3, 23, 10, tzinfo=UTC),
            datetime(2026, 3, 3, 21, 5, tzinfo=UTC),
        ]

    def test_what_else_stands_between_and_below_them_is_noted(self) -> None:
        body = (
            "<h1>Storm</h1>" + box("0:20", "The last boat is in.") + "<h2>3 March 2026</h2><p>Good to know.</p>"
            + box("23:10", "The wind is up.") + box("21:05", "The first gusts.")
            + "<p>That was all of it, and it is late by now.</p>"
        )  # fmt: skip
        blog = of(page("<h2>4 March 2026</h2>" + body), timezone="UTC")
        said = "“Good to know.”, “That was all of it, and it is late by no…”"
        assert note(blog, "page-furniture") == f"2 lines between or below the entries are in none: {said}"

    @pytest.mark.parametrize(
        ("pinned", "rest", "day"),
        [
            ("9:05", ("14:32", "11:48", "8:12"), 3),
            ("14:40", ("14:32", "11:48", "8:12"), 3),
            ("23:50", ("0:10", "Yesterday, 23:30", "Yesterday, 23:10"), 2),
            ("18:20", ("6:00", "9:10", "18:30"), 3),
        ],
    )
    def test_one_pinned_above_the_rest_is_of_the_newest_day(self, pinned: str, rest: Sequence[str], day: int) -> None:
        pin = box(pinned, "What we know so far.").replace('class="box"', 'class="box pinned"')
        boxes = "".join(box(clock, f"Entry of {clock}.") for clock in rest)
        head = f'<meta property="article:modified_time" content="2026-03-03T{"00:15" if day == 2 else "18:45"}:00Z">'
        first, *others = of(page(f"<h1>Storm</h1>{pin}{boxes}", head=head), timezone="UTC").entries
        assert first.pinned
        assert first.time == Moment(
            text=pinned,
            value=datetime(2026, 3, day, *map(int, pinned.split(":")), tzinfo=UTC),
            precision="minute",
            qualifier="inferred",
            offset_source="blog",
        )
        assert [one.time.value.day for one in others if one.time and one.time.value] == [3, day, day]

    def test_one_pinned_above_the_rest_is_of_its_own_day(self) -> None:
        rest = "".join(box(clock, f"Entry of {clock}.") for clock in ("14:32", "11:48", "8:12"))
        pin = box("9:05", "What we know so far.").replace('"box"', '"box pinned" data-date="2026-03-01"')
        body = pin + rest.replace('"box"', '"box" data-date="2026-03-03"')
        entries = of(page(body), timezone="UTC").entries
        assert [one.time and one.time.value and one.time.value.day for one in entries] == [1, 3, 3, 3]

    @pytest.mark.parametrize(
        ("pinned", "day"),
        [
            ("3 March, 12:30", date(2026, 3, 3)),
            ("3 March 2026, 12:30", date(2026, 3, 3)),
            ("31 December, 12:30", date(2025, 12, 31)),
        ],
    )
    @pytest.mark.parametrize(
        "rest",
        [
            ("Today, 14:32", "Today, 11:48", "Yesterday, 22:10"),
            ("3 March, 14:32", "3 March, 11:48", "2 March, 22:10"),
            ("14:32", "11:48", "8:12"),
        ],
    )
    def test_one_pinned_above_the_rest_is_of_the_date_that_it_prints(
        self, pinned: str, day: date, rest: Sequence[str]
    ) -> None:
        pin = box(pinned, "What we know so far.").replace('class="box"', 'class="box pinned"')
        boxes = "".join(box(clock, f"Entry of {clock}.") for clock in rest)
        head = '<meta property="article:modified_time" content="2026-03-03T18:45:00Z">'
        blog = of(page(f"<h1>Storm</h1>{pin}{boxes}", head=head), timezone="UTC")
        first, *others = (entry.time for entry in blog.entries)
        assert blog.order == "newest-first"
        assert first == Moment(
            text=pinned,
            value=datetime(day.year, day.month, day.day, 12, 30, tzinfo=UTC),
            precision="minute",
            qualifier="exact",
            offset_source="blog",
        )
        assert [time and str(time.value)[:16] for time in others[:2]] == ["2026-03-03 14:32", "2026-03-03 11:48"]

    @pytest.mark.parametrize(
        ("pinned", "rest", "days"),
        [
            ("Today, 9:05", ("Today, 14:32", "Today, 8:12", "Yesterday, 22:10"), [3, 3, 3, 2]),
            ("Today, 7:05", ("Today, 14:32", "Today, 8:12", "Yesterday, 22:10"), [3, 3, 3, 2]),
            ("Yesterday, 21:05", ("Today, 14:32", "Today, 8:12", "Yesterday, 22:10"), [2, 3, 3, 2]),
        ],
    )
    def test_one_pinned_above_the_rest_is_of_the_day_that_it_says_in_words(
        self, pinned: str, rest: Sequence[str], days: list[int]
    ) -> None:
        pin = box(pinned, "What we know so far.").replace('class="box"', 'class="box pinned"')
        boxes = "".join(box(clock, f"Entry of {clock}.") for clock in rest)
        head = '<meta property="article:modified_time" content="2026-03-03T18:45:00Z">'
        blog = of(page(f"<h1>Storm</h1>{pin}{boxes}", head=head), timezone="UTC")
        assert [one.time and one.time.value and one.time.value.day for one in blog.entries] == days

    def test_one_pinned_on_a_day_of_no_other_or_above_times_that_run_on_stands_where_it_stands(self) -> None:
        head = '<meta property="article:modified_time" content="2026-03-03T18:45:00Z">'
        for pinned, rest in (
            ("Yesterday, 9:05", ("Today, 14:32", "Today, 8:12")),
            ("Today, 9:05", ("Today, 9:10", "Today, 14:32")),
        ):
            pin = box(pinned, "What we know so far.").replace('class="box"', 'class="box pinned"')
            boxes = "".join(box(clock, f"Entry of {clock}.") for clock in rest)
            blog = of(page(f"<h1>Storm</h1>{pin}{boxes}", head=head), timezone="UTC")
            days = [one.time and one.time.value and one.time.value.day for one in blog.entries]
            assert days == [2 if pinned.startswith("Y") else 3, 3, 3]

    def test_one_pinned_above_times_of_no_known_day_keeps_its_date(self) -> None:
        pin = box("3 March 2026, 9:05", "What we know so far.").replace('class="box"', 'class="box pinned"')
        blog = of(page(pin + box("9:25", "Down.") + box("9:15", "Up.")), timezone="UTC")
        values = [entry.time and entry.time.value for entry in blog.entries]
        assert values == [datetime(2026, 3, 3, 9, 5, tzinfo=UTC), None, None]

    def test_one_pinned_above_times_of_no_known_day_has_none(self) -> None:
        pin = box("9:05", "What we know so far.").replace('class="box"', 'class="box pinned"')
        blog = of(page(pin + box("9:25", "Down.") + box("9:15", "Up.")), timezone="UTC")
        assert [entry.time for entry in blog.entries] == [Moment(text=text) for text in ("9:05", "9:25", "9:15")]

    @pytest.mark.parametrize(
        ("said", "day", "text"),
        [
            ("Monday, 2 March", date(2026, 3, 2), "All is quiet."),
            ("31 December", date(2025, 12, 31), "All is quiet."),
            ("Yesterday", None, "Yesterday\n\nAll is quiet."),  # of the page, and not of any day that is known
        ],
    )
    def test_one_that_prints_a_day_in_the_place_of_its_time_is_of_that_day(
        self, said: str, day: date | None, text: str
    ) -> None:
        def entry(when: str, text: str) -> str:
            return f'<div class="box"><div class="at">{when}</div><h3>News</h3><p>{text}</p></div>'

        body = entry("3 March, 14:05", "Up again.") + entry("3 March, 9:05", "Down.") + entry(said, "All is quiet.")
        head = '<meta property="article:modified_time" content="2026-03-03T18:45:00Z">'
        *_, last = of(page(f"<h1>Storm</h1>{body}", head=head), timezone="UTC").entries
        assert (last.time, last.day, last.headline, last.text) == (None, day, "News", text)

    def test_pictures_above_them_are_the_introduction(self) -> None:
        body = (
            "<figure><img src='https://a.example/a.jpg'></figure><p>All day.</p>"
            + box("9:05", "Up.")
            + box("9:15", "Down.")
        )
        blog = of(page(body), timezone="UTC", date=date(2026, 3, 3))
        assert [type(block) for block in blog.introduction] == [Paragraph, Media]

    def test_a_block_without_a_time_leaves_it_to_the_lines(self) -> None:
        body = box("9:05", "Up.") + box("<b>9:15</b> <i>9:25</i>", "Down.") + box("14:05 Uhr 12", "Out.")
        with pytest.raises(ImportFailure, match="no time zone is given"):
            of(page(body))

    def test_times_that_only_posts_between_them_state_are_not_theirs(self) -> None:
        post = '<div class="post"><time datetime="2026-03-02T08:00:00Z">8:00</time> So.</div>'
        text = "The harbour is closed, and all boats are in. " * 3
        body = post + box("9:15", text) + post + box("9:05", text) + post + box("8:55", text)
        blog = of(page(f"<h2>3 March 2026</h2>{body}"), timezone="UTC")
        assert [entry.time and entry.time.value for entry in blog.entries] == [
            datetime(2026, 3, 3, *at, tzinfo=UTC) for at in ((9, 15), (9, 5), (8, 55))
        ]

    def test_a_zone_that_all_of_them_state_is_theirs_though_a_list_of_times_states_none(self) -> None:
        times = "<ul><li>9:15 Down</li><li>9:05 Up</li></ul>"
        boxes = "".join(box(f"Ada Example, {at} BST 3 July 2026", "Up it goes.") for at in ("9:15", "9:05"))
        assert of(page(times + boxes)).timezone == "Etc/GMT-1"
        with pytest.raises(ImportFailure, match="no time zone is given"):
            of(page(times + boxes.replace(" BST", "")))

    def test_blocks_that_lead_away_are_no_better_than_lines_where_no_others_hold_the_text(self) -> None:
        news = "".join(f'<div><i>1{at}:05</i> <a href="/{at}">{"News of the day. " * 2}</a></div>' for at in "01")
        text = "".join(f"<p class='a'><b>{at}:05</b> The wind is up.</p><p>{'It howls. ' * 40}</p>" for at in "987")
        blog = of(page(f"<h2>3 March 2026</h2>{text}<div>{news}</div>"), timezone="UTC")
        assert [at for at, _ in told(blog)][:3] == ["9:05", "8:05", "7:05"]

    def test_what_is_beside_a_long_text_is_no_entry(self) -> None:
        small = '<div class="box"><time datetime="2026-03-03T14:05:00Z">x</time> Old</div>'
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(f"<div><p>{'A long report. ' * 40}</p></div><div>{small * 3}</div>"))


class TestTimesOfTheDataThatAreNone:
    items = "".join(
        '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        f"<span>{hour}:05</span><p itemprop='articleBody'>Text of {hour}.</p></div>"
        for hour in (15, 14)
    )
    body = f'<main itemscope itemtype="https://schema.org/LiveBlogPosting"><h2>3 March 2026</h2>{items}</main>'

    def test_are_those_that_the_page_prints(self) -> None:
        found = of(page(self.body), timezone="UTC").entries
        assert [entry.time and entry.time.value for entry in found] == [
            datetime(2026, 3, 3, 15, 5, tzinfo=UTC),
            datetime(2026, 3, 3, 14, 5, tzinfo=UTC),
        ]

    def test_stay_as_printed_where_no_zone_is_known(self) -> None:
        assert told(of(page(self.body))) == [("15:05", "Text of 15."), ("14:05", "Text of 14.")]

    def test_stay_as_printed_where_one_alone_is_no_ticker(self) -> None:
        one = self.body.replace(self.items, self.items[: len(self.items) // 2])
        assert told(of(page(one), timezone="UTC")) == [("15:05", "Text of 15.")]


class TestRows:
    def test_a_line_under_each_heading_states_the_time(self) -> None:
        body = "".join(
            f'<h2>Part {n}</h2><p><time datetime="2026-03-03T1{n}:00:00Z">{n}h ago</time></p><p>Text {n}.</p>'
            for n in (3, 2)
        )
        blog = of(page(f"<main><h1>Storm</h1>{body}<nav><p>Away.</p></nav><h3>Contact</h3><p>Write.</p></main>"))
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            ("Part 3", "Text 3."),
            ("Part 2", "Text 2."),
        ]

    def test_two_times_of_a_report_are_no_entries(self) -> None:
        head = "".join(f'<p><time datetime="2026-03-03T1{n}:00:00Z">{n}h ago</time></p>' for n in (3, 2))
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(f"<main><h1>Storm</h1>{head}<p>{'A long report. ' * 40}</p></main>"))


class TestWhatStandsAround:
    def left_out(self, body: str) -> list[str]:
        root = parse(page(body)).root
        assert root is not None
        gone = chrome.parts(root, PrintedReader("en"))
        return ["".join(map(str, part.itertext())) for part in root.iter() if part in gone]

    text = f"<p>{'What happened. ' * 20}</p>"

    def test_is_known_by_its_tag_role_class_and_id(self) -> None:
        body = (
            "<nav>1</nav><div role='navigation'>2</div><div class='post-comments'>3</div><div id='newsletter'>4</div>"
            f"<div class='has sidebar'>{self.text}</div><footer>5</footer>"
            "<div class='entry'>An entry.<footer>its own</footer></div>"
        )
        assert self.left_out(body) == ["1", "2", "3", "4", "5"]

    def test_is_known_by_its_heading(self) -> None:
        body = f"{self.text}<div><h3>Most read</h3><p>1</p></div>"
        assert self.left_out(body) == ["Most read1"]

    def test_ends_at_the_next_heading(self) -> None:
        body = f"{self.text}<h2>Lesen Sie auch:</h2><ul><li>1</li></ul><h3>x</h3><h2>Weiter</h2><p>2</p>"
        assert self.left_out(body) == ["Lesen Sie auch:", "1", "x"]

    def test_is_not_what_has_the_title(self) -> None:
        assert self.left_out(f"<div class='teaser'><div><h1>Storm</h1></div></div>{self.text}") == []


def test_blocks_may_stand_in_a_second_body() -> None:
    boxes = '<div class="e"><b>14:05</b><p>One is up.</p></div><div class="e"><b>13:05</b><p>Two is up.</p></div>'
    blog = of(f"<html><body><p>It blows.</p></body><body class='b'>{boxes}</body></html>", timezone="UTC")
    assert [entry.text for entry in blog.entries] == ["One is up.", "Two is up."]
    assert blog.introduction == (Paragraph("It blows."),)


BESIDE_TEXT = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
CLOCKS = ["14:05", "13:40", "12:10"]


def clocks(pattern: str) -> list[str]:
    """Return the times and texts that entries of a pattern are read as, which it gets with their clocks."""
    body = "".join(pattern.format(at, f"The wind is up at {at[:2]}.") for at in CLOCKS)
    return [" ".join(one) for one in told(of(page(body, head=BESIDE_TEXT), timezone="UTC"))]


@pytest.mark.parametrize("beside", ["", ' <button aria-label="Share">↗</button>', " (edited)", " updated"])
def test_what_stands_beside_a_time_is_none_of_it(beside: str) -> None:
    found = clocks(f'<li class="e"><p>{{1}}</p><div>{{0}}{beside}</div></li>')
    edited = beside if "<" not in beside else ""
    assert found == [f"{at}{edited} The wind is up at {at[:2]}." for at in CLOCKS]


def test_a_card_that_is_called_one_of_a_quotation_is_an_entry_like_the_others() -> None:
    card = '<div class="card card--{2}"><p>{1}</p><small>{0}</small></div>'
    body = "".join(
        card.format(at, f"The wind is up at {at[:2]}.", kind)
        for at, kind in zip(CLOCKS, ("quote", "a", "b"), strict=True)
    )
    assert [at for at, _ in told(of(page(body, head=BESIDE_TEXT), timezone="UTC"))] == CLOCKS


def test_the_caption_of_a_picture_stands_above_no_text() -> None:
    card = (
        '<div class="card"><img src="https://a.example/a.jpg"><div class="card-caption">Waves (Photo: Ex)</div>'
        "<h2>At {0} o’clock</h2><p>{1}</p><small>{0}</small></div>"
    )
    body = "".join(card.format(at, f"The wind is up at {at[:2]}.") for at in CLOCKS)
    blog = of(page(body, head=BESIDE_TEXT), timezone="UTC")
    assert [entry.headline for entry in blog.entries] == [f"At {at} o’clock" for at in CLOCKS]
    assert {type(entry.body[0]) for entry in blog.entries} == {Media}


def test_items_of_a_list_are_told_of_without_a_bullet_and_what_stands_above_them_keeps_its_picture() -> None:
    times = ("0:10", "23:52", "23:10")
    items = "".join(f'<li class="e"><b>{at}</b><p>No buses run to the harbour.</p></li>' for at in times)
    pinned = '<li><p>The storm so far.</p><img src="https://example.org/waves.jpg"></li>'
    head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
    blog = of(page(f"<ul>{pinned}{items}</ul>", head=head), timezone="UTC")
    assert [entry.time.text for entry in blog.entries if entry.time] == [*times]
    assert blog.capture is not None
    assert [note.text for note in blog.capture.notes if "midnight" in note.text] == [
        f"{at}: is on 2026-03-03: a midnight lies between it and the printed day" for at in times[1:]
    ]
    assert blog.introduction == (
        Paragraph("The storm so far."),
        Media(kind="image", url="https://example.org/waves.jpg"),
    )
