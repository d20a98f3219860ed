"""Headings with a time, rows beside a time, and names alone above each text: which words of these are headlines."""

from datetime import date

import pytest
from lxml import html

from liveblog_archive.importers.html.labels.headlines import line_in_bold
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import of, page, posting, script, update


def lines(*entries: tuple[str, str]) -> LiveBlog:
    body = "".join(f"<h2>{heading}</h2>{text}" for heading, text in entries)
    return of(page(f"<article>{body}</article>"), timezone="UTC", date=date(2026, 3, 3))


def told(blog: LiveBlog) -> list[tuple[str | None, str | None, str]]:
    return [(entry.time and entry.time.text, entry.headline, entry.text) for entry in blog.entries]


class TestHeadingsWithTimes:
    def test_may_say_nothing_behind_the_stop_that_others_have(self) -> None:
        blog = lines(
            ("14h05. The bridge is shut", "<p>Nobody can cross.</p>"),
            ("13h40.", "<p>The wind is up.</p><p>It blows from the west.</p>"),
            ("13h10. The ferry is late", "<p>It waits in the port.</p>"),
        )
        assert told(blog) == [
            ("14h05.", "The bridge is shut", "Nobody can cross."),
            ("13h40.", None, "The wind is up.\n\nIt blows from the west."),
            ("13h10.", "The ferry is late", "It waits in the port."),
        ]

    def test_are_left_as_they_are_above_what_is_no_text(self) -> None:
        blog = lines(
            ("14h05. The bridge is shut", "<p>Nobody can cross.</p>"),
            ("13h40.", "<ul><li>The wind is up.</li><li>It blows from the west.</li></ul>"),
            ("13h10. The ferry is late", "<p>It waits in the port.</p>"),
        )
        assert [entry.time and entry.time.text for entry in blog.entries][::2] == ["14h05.", "13h10."]

    def test_may_have_a_headline_of_any_words_above_a_text(self) -> None:
        blog = lines(
            ("14h05. 50.2 % against 49.8 %", "<p>The lead is small.</p>"),
            ("13h10. The polls are shut", "<p>Now they count.</p>"),
            ("12h00. 300 voters are in the queue.", "<p>It is long.</p>"),
            ("11h00. 22.3 % at noon", ""),
        )
        assert told(blog) == [
            ("14h05.", "50.2 % against 49.8 %", "The lead is small."),
            ("13h10.", "The polls are shut", "Now they count."),
            ("12h00.", "300 voters are in the queue.", "It is long."),
            ("11h00.", None, "22.3 % at noon"),
        ]


class TestPlusSignsAroundHeadlines:
    heads = ("Bridge shut", "Ferry late")

    def rows(self, row: str) -> str:
        return "".join(
            row.format(head=f"+++ {head} +++", n=n, text=f"The wind is up at {9 - n}.")
            for n, head in enumerate(self.heads)
        )

    @pytest.mark.parametrize(
        "row",
        ['<li class="e"><time datetime="2026-03-03T0{n}:05:00Z">0{n}:05</time><h3>{head}</h3><p>{text}</p></li>',
         '<li class="e"><i>0{n}:05</i><p><b>{head}</b><br>{text}</p></li>',
         "<h2>0{n}:05</h2><h3>{head}</h3><p>{text}</p>", "<p>0{n}:05</p><p><b>{head}</b></p><p>{text}</p>",
         "<h3>{head}</h3><p>0{n}:05</p><p>{text}</p>",
         "<h3>0{n}:05 {head}</h3><p>{text}</p>"],
    )  # fmt: skip
    def test_are_none_of_them(self, row: str) -> None:
        blog = of(page(f"<article>{self.rows(row)}</article>"), timezone="UTC", date=date(2026, 3, 3))
        assert [entry.headline for entry in blog.entries] == [*self.heads]
        assert [entry.text for entry in blog.entries] == ["The wind is up at 9.", "The wind is up at 8."]

    def test_are_none_of_those_of_data(self) -> None:
        told = [update(headline=f"++ {head} ++", articleBody="The wind is up.") for head in self.heads]
        blog = of(page("<p>Storm</p>", head=script(posting(*told))))
        assert [entry.headline for entry in blog.entries] == [*self.heads]


class TestWordsBesideTimes:
    @pytest.mark.parametrize(
        "above",
        ['<ul><li class="at">March 3, 2026 1{n}:05</li><li><a href="#"></a></li></ul>',
         '<div><span><i>Posted</i> <time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time></span></div>'],
    )  # fmt: skip
    def test_are_no_text(self, above: str) -> None:
        boxes = "".join(
            f'<article id="p{n}">{above.format(n=n)}<h3>Report {n}</h3><p>The wind is up.</p></article>'
            for n in range(4)
        )
        blog = of(page(f"<main>{boxes}</main>"), timezone="UTC")
        assert [(entry.headline, entry.text) for entry in blog.entries] == [
            (f"Report {n}", "The wind is up.") for n in range(4)
        ]

    def test_are_text_where_a_list_has_more_of_them(self) -> None:
        rows = "<ul><li>10 boats</li><li>20 cars</li></ul>"
        boxes = "".join(
            f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>{rows}<p>All are safe.</p></article>'
            for n in range(3)
        )
        blog = of(page(f"<main>{boxes}</main>"))
        assert {entry.text for entry in blog.entries} == {"10 boats\n20 cars\n\nAll are safe."}


BYLINE = "<p>By <a>Ada Example</a> on March 3, 2026</p>"


class TestNamesAloneAboveTexts:
    @staticmethod
    def talk(*names: str, byline: str = BYLINE, box: str = "b", time: str = "{at}") -> LiveBlog:
        rows = "".join(
            f'<tr id="m{n}"><td>{time.format(at=f"9:{10 + n}", n=n)}</td><td><{box}>{name}</{box}></td>'
            f"<td><p>The court sits again, for the day number {n}.</p></td></tr>"
            for n, name in enumerate(names)
        )
        return of(page(f"<h1>Talk</h1>{byline}<table>{rows}</table>"), timezone="UTC", date=date(2026, 3, 3))

    @pytest.mark.parametrize("time", ["{at}", '<time datetime="2026-03-03T09:1{n}:00Z">{at}</time>'])
    def test_are_those_of_authors(self, time: str) -> None:
        blog = self.talk("Ada", "Ben", "Ada", "Ben", "Ada", time=time)
        assert [[author.name for author in entry.authors] for entry in blog.entries] == [
            ["Ada"], ["Ben"], ["Ada"], ["Ben"], ["Ada"],
        ]  # fmt: skip
        assert {entry.headline for entry in blog.entries} == {None}

    @pytest.mark.parametrize(
        ("names", "byline"),
        [(("Ada", "Ben", "Ada"), BYLINE), (("Ada",) * 5, BYLINE), (("Ada", "Ben", "Ada", "Cy", "Ben"), BYLINE),
         (("Ada", "Foul play", "Ada", "Foul play"), BYLINE), (("Goal", "Foul", "Goal", "Foul"), BYLINE),
         (("Ada", "Ben", "Ada", "Ben"), f"<p>By {'Ada ' * 40}</p>")],
    )  # fmt: skip
    def test_stay_headlines_where_no_byline_has_one_or_they_do_not_come_again(
        self, names: tuple[str, ...], byline: str
    ) -> None:
        assert [entry.headline for entry in self.talk(*names, byline=byline).entries] == [*names]

    def test_stay_headlines_in_headings(self) -> None:
        names = ("Ada", "Ben", "Ada", "Ben")
        assert [entry.headline for entry in self.talk(*names, box="h3").entries] == [*names]


class TestFirstLines:
    @pytest.mark.parametrize(
        "line",
        [
            '<span class="newsTitle">$</span>', '<span class="tickertitel">$</span>', '<span class="tk-hl">$</span>',
            "<b>$</b>",
            '<span class="x"><b>$</b></span>', '<a href="/x"><strong>$</strong></a>', '<font size="3">$</font>',
            '<span style="color: red; font-weight: bold">$</span>',
        ],
    )  # fmt: skip
    @pytest.mark.parametrize(
        "entry",
        ["<tr><td>{at}</td><td>{line}<br>{text}</td></tr>", "<div class='e'><i>{at}</i> {line}<br>{text}</div>"],
    )
    def test_that_are_set_off_are_headlines(self, line: str, entry: str) -> None:
        rows = (
            entry.format(at=f"1{n}:05", line=line.replace("$", f"Wind over {n}"), text=f"The wind is at {n}.")
            for n in range(3)
        )
        blog = of(page(f"<main><table>{''.join(rows)}</table></main>"), timezone="UTC", date=date(2026, 3, 3))
        assert told(blog) == [(f"1{n}:05", f"Wind over {n}", f"The wind is at {n}.") for n in range(3)]

    @pytest.mark.parametrize(
        "line",
        [
            '<span class="subTitle">$</span>', '<span class="x">$</span>', "On air: <b>$</b>",
            "<i>On air</i> <b>$</b>", "<b>$</b> again", '<img src="/a.png"><b>$</b>',
        ],
    )  # fmt: skip
    def test_of_other_kinds_are_text(self, line: str) -> None:
        rows = (
            f"<tr><td>1{n}:05</td><td>{line.replace('$', f'Wind over {n}')}<br>The wind is at {n}.</td></tr>"
            for n in range(3)
        )
        blog = of(page(f"<main><table>{''.join(rows)}</table></main>"), timezone="UTC", date=date(2026, 3, 3))
        assert [entry.headline for entry in blog.entries] == [None] * 3

    def test_with_nothing_below_them_are_none(self) -> None:
        assert line_in_bold(html.fragment_fromstring("<p><b>Wind</b><br></p>")) is None


class TestLinesInBold:
    @staticmethod
    def read(*firsts: str, head: str = "<h4>UPDATE: March 3, 2026, 1{}:05</h4>") -> list[str | None]:
        rows = (f"{head.format(n)}{first}<p>The wind is at {n}.</p>" for n, first in enumerate(firsts))
        return [entry.headline for entry in of(page(f"<h1>Storm</h1>{''.join(rows)}"), timezone="UTC").entries]

    @pytest.mark.parametrize("head", ["<h4>UPDATE: March 3, 2026, 1{}:05</h4>", "<p>3 March 2026, 1{}:05</p>"])
    @pytest.mark.parametrize(
        "bold", ["<p><strong>{}</strong></p>", "<p><b>{}</b><br></p>", "<p><b><i>{}</i></b></p>"]
    )
    def test_are_headlines_where_others_are(self, head: str, bold: str) -> None:
        said = ["Bridge shut", None, "WE ARE OUT!", "No buses", None]
        assert self.read(*(bold.format(one) if one else "" for one in said), head=head) == said

    def test_are_text_where_others_are_none(self) -> None:
        assert self.read("<p><b>WE ARE OUT!</b></p>", "", "", "<p><b>No buses</b></p>") == [
            None,
            None,
            None,
            "No buses",
        ]

    def test_are_text_where_they_are_all(self) -> None:
        said = [
            f"<h4>UPDATE: March 3, 2026, 1{n}:05</h4><p><b>{text}</b></p>" for n, text in enumerate(["Out!", "In!"])
        ]
        rows = "".join(
            f"<h4>UPDATE: March 3, 2026, 0{n}:05</h4><p><b>Nr {n}</b></p><p>It is {n}.</p>" for n in range(3)
        )
        found = of(page(f"<h1>Storm</h1>{rows}{''.join(said)}"), timezone="UTC").entries
        assert [entry.headline for entry in found][3:] == [None, None]


def test_a_link_in_boxes_that_are_called_a_title_is_a_headline() -> None:
    told = {"18:05": "Bridge is shut", "16:40": "Two trees are down", "14:20": "No ferry runs"}
    body = "".join(
        f'<div class="row"><div class="views-field-title"><span><a href="/node/7">{headline}</a></span></div>'
        f'<div class="body"><p>{headline} until noon.</p></div><p><i>Issued: </i><b>{time}</b></p>'
        "</div>"
        for time, headline in told.items()
    )
    blog = of(page(f"<h1>Storm</h1><p>3 March 2026</p>{body}"), timezone="UTC")
    assert [(entry.headline, entry.text) for entry in blog.entries] == [
        (headline, f"{headline} until noon.") for headline in told.values()
    ]


def test_an_entry_of_a_day_without_a_time_has_its_line_in_bold_as_headline() -> None:
    days = {"5 March 2026, 10:00": "Home", "4 March 2026": "A port at last", "3 March 2026, 9:00": "At sea"}
    body = "".join(
        f"<h3>{day}</h3><p><strong>{headline}</strong></p><p>We say more of it here.</p>"
        for day, headline in days.items()
    )
    blog = of(page(f"<article><h1>Log</h1><p>Of a ship.</p>{body}</article>"), timezone="UTC")
    assert [entry.headline for entry in blog.entries] == [*days.values()]
