"""Entries without a time between others: in blocks, in lists of terms, and beside those that data describes."""

from datetime import UTC, date, datetime

import pytest

from liveblog_archive.importers import Options
from liveblog_archive.importers.html.as_text import untimed
from liveblog_archive.importers.html.page import Page
from liveblog_archive.model import LiveBlog, Media, Paragraph
from tests.importers.html.reading import note, of, page

Told = tuple[str | None, str | None, str]
DAY = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
TIMED = [("14:05", "The bridge is shut until the wind drops."), ("13:40", "Two trees are down on the coast road.")]
UNTIMED = "We asked for pictures of the waves, and have 400 of them."
LAST = ("12:10", "No buses run to the harbour after noon.")


def told(blog: LiveBlog) -> list[Told]:
    return [(entry.time.text if entry.time else None, entry.headline, entry.text) for entry in blog.entries]


def found(pattern: str, untimed: str, around: str = "{}") -> list[Told]:
    """Return the entries of a page with one that is `untimed` between those of a pattern with a time and a text."""
    parts = [pattern.format(*one) for one in TIMED] + [untimed] + [pattern.format(*LAST)]
    return told(of(page(around.format("".join(parts)), head=DAY), timezone="UTC"))


WANTED = [(TIMED[0][0], None, TIMED[0][1]), (TIMED[1][0], None, TIMED[1][1]), (None, None, UNTIMED),
          (LAST[0], None, LAST[1])]  # fmt: skip


@pytest.mark.parametrize("slot", ["", "&nbsp;", "–", "--"])
@pytest.mark.parametrize(
    ("pattern", "around"),
    [
        ("<x-post><x-time>{}</x-time><p>{}</p></x-post>", "<x-feed>{}</x-feed>"),
        ("<tr><td>{}</td><td>{}</td></tr>", "<table>{}</table>"),
        ("<li><div>{}</div><div>{}</div></li>", "<ul>{}</ul>"),
        ('<div class="post"><span class="when">{}</span><p>{}</p></div>', "{}"),
        ('<div class="row"><div class="in"><div class="post"><b>{}</b><p>{}</p></div></div></div>', "<div>{}</div>"),
    ],
)
def test_nothing_stands_where_the_others_have_their_time(pattern: str, around: str, slot: str) -> None:
    assert found(pattern, pattern.format(slot, UNTIMED), around) == WANTED


@pytest.mark.parametrize(
    ("pattern", "around"),
    [
        ('<li><span class="stamp">{}</span><div><p>{}</p></div></li>', "<ul>{}</ul>"),
        ('<div class="post"><span class="meta">{}</span><p>{}</p></div>', "{}"),
    ],
)
@pytest.mark.parametrize("slot", ["Time not recorded", "Uhrzeit unbekannt", "Heure inconnue", "Sin hora", "Later."])
def test_words_stand_where_the_others_have_their_time(pattern: str, around: str, slot: str) -> None:
    wanted = [*WANTED[:2], (slot, None, UNTIMED), WANTED[3]]
    assert found(pattern, pattern.format(slot, UNTIMED), around) == wanted


def test_words_in_what_is_called_a_time_stand_for_one_and_others_do_not() -> None:
    pattern = '<div class="post"><span class="{}">{}</span><p>{}</p></div>'
    for kind, stands in (("time", "Overnight"), ("meta", None)):
        blocks = [pattern.format(kind, *one) for one in (*TIMED, ("Overnight", UNTIMED), LAST)]
        blog = of(page("".join(blocks), head=DAY), timezone="UTC")
        assert told(blog)[2][0] == stands
        assert "Overnight" in f"{told(blog)[2]}"


def test_words_in_the_place_of_a_stated_time_stand_for_it_unless_there_is_one() -> None:
    pattern = '<div class="post"><span class="time">{}</span>{}<p>{}</p></div>'
    stamp = '<time datetime="2026-03-03T{0}:00Z">{0}</time>'
    blocks = [pattern.format("Live", stamp.format(at), said) for at, said in TIMED]
    blocks += [pattern.format("Overnight", "", UNTIMED), pattern.format("Overnight", stamp.format(LAST[0]), LAST[1])]
    assert told(of(page("".join(blocks)), timezone="UTC")) == [
        *WANTED[:2], ("Overnight", None, UNTIMED), (LAST[0], "Overnight", LAST[1]),
    ]  # fmt: skip


def test_nothing_stands_where_the_times_of_lines_do() -> None:
    pattern = "<dt>{}</dt><dd>{}</dd>"
    assert found(pattern, pattern.format("", UNTIMED), "<dl>{}</dl>") == WANTED


def test_a_term_may_only_have_a_headline() -> None:
    entries = found("<dt>{} Storm</dt><dd><p>{}</p></dd>", f"<dt>Waves</dt><dd><p>{UNTIMED}</p></dd>", "<dl>{}</dl>")
    assert [(at, headline) for at, headline, _ in entries] == [
        ("14:05", "Storm"), ("13:40", "Storm"), (None, "Waves"), ("12:10", "Storm"),
    ]  # fmt: skip


def test_a_heading_behind_an_empty_place_is_the_headline() -> None:
    untimed = f"<dt></dt><dd><h3>Waves</h3><p>{UNTIMED}</p></dd>"
    entries = found("<dt>{}</dt><dd><p>{}</p></dd>", untimed, "<dl>{}</dl>")
    assert entries[2] == (None, "Waves", UNTIMED)


def test_an_empty_place_with_nothing_behind_it_is_no_entry() -> None:
    pattern = "<dt>{}</dt><dd>{}</dd>"
    assert found(pattern, pattern.format("", ""), "<dl>{}</dl>") == [entry for entry in WANTED if entry[0]]


def test_a_paragraph_may_begin_with_a_character_that_is_not_seen() -> None:
    more = "\u2063More of it is said."
    blog = of(
        page("".join(f"<p>{at} {text}</p><p>{more}</p>" for at, text in [*TIMED, LAST]), head=DAY), timezone="UTC"
    )
    assert told(blog) == [(at, None, f"{text}\n\n{more}") for at, text in [*TIMED, LAST]]


def test_what_has_no_time_above_all_others_is_the_introduction() -> None:
    body = "".join(
        ["<dt>Waves</dt><dd>", UNTIMED, "</dd>", *("<dt>{}</dt><dd>{}</dd>".format(*one) for one in [*TIMED, LAST])]
    )
    blog = of(page(f"<h2>Tuesday 3 March 2026</h2><dl>{body}</dl>"), timezone="UTC")
    assert [block.text for block in blog.introduction] == ["Waves", UNTIMED]
    assert told(blog) == [entry for entry in WANTED if entry[0]]


def test_two_empty_places_in_a_row_begin_one_entry() -> None:
    pattern = "<dt>{}</dt><dd>{}</dd>"
    assert found(pattern, "<dt>–</dt>" + pattern.format("", UNTIMED), "<dl>{}</dl>") == WANTED


def test_a_picture_behind_an_empty_place_is_of_the_entry_that_begins_there() -> None:
    pattern = "<dt>{}</dt><dd>{}</dd>"
    picture = '<img src="https://example.org/waves.jpg">'
    body = [*(pattern.format(*one) for one in TIMED), pattern.format("", f"{picture}<p>{UNTIMED}</p>")]
    body.append(pattern.format(*LAST))
    blog = of(page(f"<dl>{''.join(body)}</dl>", head=DAY), timezone="UTC")
    assert [block.text for block in blog.entries[2].body if isinstance(block, Paragraph)] == [UNTIMED]
    assert isinstance(blog.entries[2].body[0], Media)


def test_a_term_may_be_the_day_of_those_below() -> None:
    days = "<dt>{}</dt><dt>14:05</dt><dd>The bridge is shut.</dd><dt>{}</dt><dt>0:10</dt><dd>No buses run.</dd>"
    for first, second in (("Tuesday 3 March 2026", "Wednesday"), ("3 March 2026", "4 March 2026")):
        blog = of(page(f"<dl>{days.format(first, second)}</dl>"), timezone="UTC")
        values = [entry.time.value.isoformat() for entry in blog.entries if entry.time and entry.time.value]
        assert values == ["2026-03-03T14:05:00+00:00", "2026-03-04T00:10:00+00:00"]
        assert len(blog.entries) == 2


@pytest.mark.parametrize(
    ("language", "days", "clocks"),
    [
        (
            "de",
            ("Dienstag, 3. März 2026", "Mittwoch, 4. März 2026"),
            ("23.05 Uhr", "23.58 Uhr", "00.14 Uhr", "01.33 Uhr"),
        ),
        ("fr", ("mardi 3 mars 2026", "mercredi 4 mars 2026"), ("23 h 05", "23 h 58", "0 h 14", "1 h 33")),
        ("en", ("Tuesday 3 March 2026", "Wednesday 4 March 2026"), ("11:05 pm", "11:58 pm", "12:14 am", "1:33 am")),
    ],
)
@pytest.mark.parametrize("name", ["ticker", "entry-content", "facts"])
def test_a_page_may_have_a_list_of_terms_for_each_day(
    name: str, language: str, days: tuple[str, str], clocks: tuple[str, ...]
) -> None:
    terms = [f"<dt>{clock}</dt><dd>The wind is up, says number {n}.</dd>" for n, clock in enumerate(clocks)]
    lists = (f'<dl class="{name}">{"".join(terms[at : at + 2])}</dl>' for at in (0, 2))
    body = "".join(f"<div><header><h3>{day}</h3></header>{one}</div>" for day, one in zip(days, lists, strict=True))
    blog = of(page(f"<h1>Storm</h1>{body}", language=language), timezone="UTC")
    assert [entry.time and entry.time.value for entry in blog.entries] == [
        datetime(2026, 3, day, hour, minute, tzinfo=UTC)
        for day, hour, minute in ((3, 23, 5), (3, 23, 58), (4, 0, 14), (4, 1, 33))
    ]


def test_lists_of_other_terms_are_none() -> None:
    body = f"<dl><dt>Wind</dt><dd>84 mph</dd><dt>14:05</dt><dd>x</dd><dt>Rain</dt><dd>{UNTIMED}</dd></dl>"
    read = Page.of(page(body).encode(), Options(), [])
    assert read is not None
    assert untimed.breaks(read, []) == {}


def test_those_that_data_does_not_describe_are_entries_too() -> None:
    """A page may describe the newest only, and load the rest later."""
    described = (
        '<div class="e" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        '<time itemprop="datePublished" datetime="2026-03-03T{0}:00Z">{0}</time>'
        '<p itemprop="articleBody">{1}</p></div>'
    )
    bare = '<div class="e"><time datetime="2026-03-03T{0}:00Z">{0}</time><h2>Storm</h2>{1}</div>'
    body = "".join(described.format(*one) for one in TIMED) + bare.format("12:30", "") + bare.format(*LAST)
    blog = of(
        page(f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{body}</div><div class="e">Ad</div>'),
        timezone="UTC",
    )
    assert told(blog) == [
        ("14:05", None, TIMED[0][1]),
        ("13:40", None, TIMED[1][1]),
        ("12:30", "Storm", ""),
        ("12:10", "Storm", LAST[1]),
    ]


DESCRIBED = (
    '<div class="e" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
    '<meta itemprop="datePublished" content="2026-03-03T{0}:00Z"><p itemprop="articleBody">{1}</p></div>'
)
LOADED = f'<div class="{{}}"><time datetime="2026-03-03T{LAST[0]}:00Z">{LAST[0]}</time><p>{LAST[1]}</p></div>'


@pytest.mark.parametrize(
    "around",
    [
        '<div class="feed">{}<div data-page="2">{}</div></div>',
        '<div class="feed">{}</div><div class="feed">{}</div>',
        '<div class="feed"></div><div class="feed">{}</div><p>More</p><div class="feed">{}</div>',
    ],
)
def test_what_came_in_a_box_of_its_own_is_read_beside_what_data_describes(around: str) -> None:
    body = around.format("".join(DESCRIBED.format(*one) for one in TIMED), LOADED.format("e"))
    blog = of(page(f'<main itemscope itemtype="https://schema.org/LiveBlogPosting">{body}</main>'), timezone="UTC")
    assert [entry.text for entry in blog.entries] == [text for _, text in [*TIMED, LAST]]


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        ('<div class="feed">{}</div><div class="other">{}</div>', "e"),
        ("<div>{}</div><div>{}</div>", "e"),
        ('<div class="feed">{}</div><div class="feed"><b>Elsewhere</b>{}</div>', "f"),
    ],
)
def test_what_stands_in_another_box_is_no_entry_of_it(around: str, kind: str) -> None:
    body = around.format("".join(DESCRIBED.format(*one) for one in TIMED), LOADED.format(kind))
    blog = of(page(f'<main itemscope itemtype="https://schema.org/LiveBlogPosting">{body}</main>'), timezone="UTC")
    assert [entry.text for entry in blog.entries] == [text for _, text in TIMED]


def test_what_only_data_tells_of_stands_behind_them() -> None:
    item = '<div class="e" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">{}</div>'
    meta = '<meta itemprop="datePublished" content="2026-03-03T14:05:00Z"><p itemprop="articleBody">One is up.</p>'
    body = (
        item.format(meta) + '<div class="e"><time datetime="2026-03-03T13:00:00Z">13:00</time><p>Two is up.</p></div>'
    )
    data = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", '
        '"datePublished": "2026-03-03T11:00:00Z", "articleBody": "Three is up."}]}</script>'
    )
    blog = of(
        page(f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{body}</div>', head=data), timezone="UTC"
    )
    assert [entry.text for entry in blog.entries] == ["One is up.", "Two is up.", "Three is up."]


def test_rows_in_stripes_are_of_one_kind() -> None:
    rows = "".join(
        f'<tr class="{stripe}"><td>{at}</td><td>{text}</td></tr>'
        for stripe, (at, text) in zip(["odd", "even", "odd"], [*TIMED, LAST], strict=True)
    )
    assert [at for at, _, _ in told(of(page(f"<table>{rows}</table>", head=DAY), timezone="UTC"))] == [
        "14:05", "13:40", "12:10",
    ]  # fmt: skip


def test_blocks_of_many_classes_in_one_place_are_of_one_kind() -> None:
    rows = "".join(
        f'<div class="k{n}"><b class="at">{at}</b><p>{text}</p></div>' for n, (at, text) in enumerate(TIMED)
    )
    assert [at for at, _, _ in told(of(page(f"<section>{rows}</section>", head=DAY), timezone="UTC"))] == [
        "14:05",
        "13:40",
    ]


def test_text_that_stands_behind_blocks_without_a_name_is_not_lost() -> None:
    body = "".join(f"<div><strong>{at}</strong><br>{text}</div><div>More of it.</div>" for at, text in [*TIMED, LAST])
    blog = of(page(body, head=DAY), timezone="UTC")
    assert [entry.text for entry in blog.entries] == [f"{text}\n\nMore of it." for _, text in [*TIMED, LAST]]


def test_lines_of_links_above_blocks_are_told() -> None:
    body = "".join(f'<div class="e"><b>{at}</b><p>{text}</p></div>' for at, text in [*TIMED, LAST])
    blog = of(page(f'<p><a href="/n">News</a> <a href="/s">Sport</a></p>{body}', head=DAY), timezone="UTC")
    assert blog.introduction == ()
    assert note(blog, "page-furniture") == "1 part around the text is in no entry, 10 characters: p"


@pytest.mark.parametrize("said", ["Un peu plus tard", "A little later", "Kurz darauf"])
def test_a_term_may_say_that_it_was_later(said: str) -> None:
    entries = found("<dt>{}</dt><dd><p>{}</p></dd>", f"<dt>{said}</dt><dd><p>{UNTIMED}</p></dd>", "<dl>{}</dl>")
    assert entries[2] == (said, None, UNTIMED)


def test_a_heading_below_the_text_of_a_term_begins_no_entry() -> None:
    row = "<dt>{}</dt><dd><p>{}</p><h3>Three versions</h3><p>One says so. Two do not.</p></dd>"
    entries = found(row, "", "<dl>{}</dl>")
    assert [at for at, _, _ in entries] == [TIMED[0][0], TIMED[1][0], LAST[0]]
    assert entries[0][2] == f"{TIMED[0][1]}\n\nThree versions\n\nOne says so. Two do not."


def test_a_heading_where_all_others_are_times_stands_for_one() -> None:
    rows = "".join(f"<h4>{at}</h4><p>{text}</p>" for at, text in TIMED)
    last = f"<h4>{LAST[0]}</h4><p>{LAST[1]}</p>"
    blog = of(page(f"<main>{rows}<h4>Late on Monday</h4><p>{UNTIMED}</p>{last}</main>", head=DAY), timezone="UTC")
    assert told(blog)[2] == ("Late on Monday", None, UNTIMED)
    headed = rows.replace("</h4>", " Wind</h4>")
    blog = of(page(f"<main>{headed}<h4>Late on Monday</h4><p>{UNTIMED}</p>{last}</main>", head=DAY), timezone="UTC")
    assert told(blog)[2] == (None, "Late on Monday", UNTIMED)


@pytest.mark.parametrize("rule", ["<hr>", ""])
def test_what_stands_above_the_first_of_the_rules_between_entries_is_one_where_it_has_a_headline_like_theirs(
    rule: str,
) -> None:
    head, when = "<p><strong>{}</strong></p>", "<p><b><i>3 March 2026, {}</i></b></p>"
    rows = "".join(f"{rule}{when.format(at)}{head.format('Storm')}<p>{said}</p>" for at, said in (*TIMED, LAST))
    body = f"<h2>Storm</h2><div>{head.format('Where to park')}<p>{UNTIMED}</p>{rows}</div>"
    blog = of(page(body), timezone="UTC")
    timed = [(said, "Storm") for _, said in (*TIMED, LAST)]
    assert [(entry.text, entry.headline) for entry in blog.entries] == [
        *([(UNTIMED, "Where to park")] if rule else []),
        *timed,
    ]
    assert blog.entries[0].time is None or not rule


LEDE = "In this ticker you read which lines run today."
HEADED = [
    ('<div class="frame text">{}</div>', "<h3>18.01.2026, 1{}:20 – Line {} runs</h3>"),
    ('<section class="ce block">{}</section>', "<h4>1{}:20 Uhr</h4><h5>Line {} runs</h5>"),
    (
        '<article class="post">{}</article>',
        '<time datetime="2026-01-18T1{}:20:00Z">today</time><h2>Line {} runs</h2>',
    ),
]


def headed(box: str, head: str, above: str, *, title: str = "<h1>Winter</h1>") -> LiveBlog:
    boxes = [box.format(f"{head.format(n, n)}<p>Line {n} runs again, but late.</p>") for n in (3, 2, 1)]
    body = f"{title}<div>{box.format(above)}{''.join(boxes)}</div>"
    return of(page(f"<main>{body}</main>", head=DAY, language="de"), timezone="UTC")


@pytest.mark.parametrize(("box", "head"), HEADED)
def test_a_box_without_a_heading_above_others_that_have_one_is_the_introduction(box: str, head: str) -> None:
    blog = headed(box, head, f"<p>{LEDE}</p>")
    assert [block.text for block in blog.introduction] == [LEDE]
    assert [entry.text for entry in blog.entries] == [f"Line {n} runs again, but late." for n in (3, 2, 1)]


def test_a_box_of_another_kind_with_a_lower_heading_is_no_entry() -> None:
    demands = "<h4>We ask for</h4><ul><li>More trams</li></ul>"
    blog = headed('<div class="frame text">{}</div>', HEADED[0][1], f'</div><div class="frame menu">{demands}')
    assert [entry.headline for entry in blog.entries] == [f"Line {n} runs" for n in (3, 2, 1)]


@pytest.mark.parametrize(("box", "head"), HEADED)
def test_a_box_with_a_heading_or_on_a_page_without_a_title_is_an_entry(box: str, head: str) -> None:
    for blog in (
        headed(box, head, f"<h3>Where to ask</h3><p>{LEDE}</p>"),
        headed(box, head, f"<p>{LEDE}</p>", title=""),
    ):
        assert blog.entries[0].text == LEDE
        assert len(blog.entries) == 4


@pytest.mark.parametrize(("box", "_"), HEADED)
@pytest.mark.parametrize("time", ["<p>1{}:20: {}</p>", "<b>1{}:20</b><p>{}</p>"])
def test_the_box_of_the_title_is_no_entry(box: str, _: str, time: str) -> None:
    boxes = [box.format(time.format(n, f"Line {n} runs again, but late.")) for n in (3, 2, 1)]
    body = f"<main>{box.format(f'<h1>Winter</h1><p>{LEDE}</p>')}{''.join(boxes)}</main>"
    blog = of(page(body, head=DAY, language="de"), timezone="UTC")
    assert [block.text for block in blog.introduction] == [LEDE]
    assert [entry.text for entry in blog.entries] == [f"Line {n} runs again, but late." for n in (3, 2, 1)]


class TestDaysWithoutATime:
    """Where a day stands above a text and others have times too, the text is an entry of that day."""

    def day(self, day: str, *posts: str) -> str:
        return f'<div class="frame"><h3>{day}</h3>{"".join(f"<p>{post}</p>" for post in posts)}</div>'

    def test_the_oldest_may_have_none(self) -> None:
        parts = [
            self.day("4 March 2026", "<b>14:05:</b> The bridge is open.", "<b>09:10:</b> The wind has dropped."),
            self.day("3 March 2026", "<b>22:40:</b> The bridge is shut.", "<b>17:05:</b> Two trees are down."),
            self.day("2 March 2026", "The weather service warns of a storm on the coast."),
        ]
        blog = of(page(f"<main><h1>Storm</h1>{''.join(parts)}</main><footer>© Harbour</footer>"), timezone="UTC")
        assert [(entry.day, entry.text) for entry in blog.entries[-2:]] == [
            (None, "Two trees are down."),
            (date(2026, 3, 2), "The weather service warns of a storm on the coast."),
        ]

    def test_so_may_the_newest(self) -> None:
        terms = [
            ("5 March 2026", "All ferries run again, and every road is open."),
            ("4 March 2026, 14:05", "The bridge is open again."),
            ("4 March 2026, 09:10", "The wind has dropped."),
        ]
        rows = "".join(f"<dt>{term}</dt><dd><p>{text}</p></dd>" for term, text in terms)
        blog = of(page(f"<main><h1>Storm</h1><p>All there is to know.</p><dl>{rows}</dl></main>"), timezone="UTC")
        assert [block.text for block in blog.introduction] == ["All there is to know."]
        assert [(entry.day, entry.text) for entry in blog.entries][:2] == [
            (date(2026, 3, 5), terms[0][1]),
            (None, terms[1][1]),
        ]


def test_a_poll_between_others_is_no_entry() -> None:
    pattern = '<div class="post"><span class="when">{}</span><h4>A headline</h4><p>{}</p></div>'
    answers = "".join(f'<label><input type="radio" name="q">{name}</label>' for name in ("Ada", "Ben"))
    poll = f'<div class="post poll"><h4>Who was best?</h4>{answers}<button>Vote</button></div>'
    assert [text for _, _, text in found(pattern, poll)] == [TIMED[0][1], TIMED[1][1], LAST[1]]
