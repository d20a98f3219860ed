"""Names that come again above the texts of entries: who wrote them, and what only looks like it."""

import pytest
from lxml import html

from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.importers.html.reading.signatures import signatures
from liveblog_archive.model import Agent
from tests.importers.html.reading import of, page

ADA, BO = "Ada Example, reporter", "Bo Muster, sea editor"


def signed(*heads: str, language: str = "en") -> list[tuple[str, list[str], str | None]]:
    """Return the words of what says who wrote each entry, the names, and what the one is."""
    entries = [
        html.fragment_fromstring(f"<div><b>1{n}:05</b>{head}<p>The wind is at {n}.</p><p>{ADA}</p></div>")
        for n, head in enumerate(heads)
    ]
    found = signatures(dict.fromkeys(entries, ()), PrintedReader(language)).values()
    return [(one.element.text_content(), *one.byline) for one in found]


def each(head: str, *said: str) -> list[str]:
    return [head.replace("$", one) for one in said]


class TestNames:
    @pytest.mark.parametrize(
        "head", ["<span>$</span>", "<div><p><i>$</i></p></div>", '<div><img src="/f" alt=""><i>$</i></div>']
    )
    def test_a_name_with_a_role_that_comes_again_is_who_wrote_it(self, head: str) -> None:
        found = signed(*each(head, ADA, BO, ADA, BO))
        assert found == [
            (ADA, ["Ada Example"], "reporter"),
            (BO, ["Bo Muster"], "sea editor"),
            (ADA, ["Ada Example"], "reporter"),
            (BO, ["Bo Muster"], "sea editor"),
        ]

    def test_a_name_whose_class_says_by_is_who_wrote_it(self) -> None:
        heads = each('<i class="post-von">$</i>', *("Ada Muster", "Bo Muster") * 2)
        assert signed(*heads) == [(name, [name], None) for name in ("Ada Muster", "Bo Muster") * 2]

    def test_boxes_in_boxes_are_looked_for_three_high(self) -> None:
        entries = [html.fragment_fromstring(f"<div>{'<div>' * 5}<i>{ADA}</i>{'</div>' * 5}</div>") for _ in range(3)]
        found = signatures(dict.fromkeys(entries, ()), PrintedReader("en"))
        assert [len([*one.element.iter()]) for one in found.values()] == [4, 4, 4]

    def test_name_and_role_may_be_elements(self) -> None:
        head = "<div><img src='/f.png' alt=''><div><div>Ada Example</div><div>Reporter</div></div></div>"
        assert signed(*[head] * 3) == [("Ada ExampleReporter", ["Ada Example"], "Reporter")] * 3

    def test_a_role_may_say_where(self) -> None:
        head = "<div><i>$</i><b>{}</b></div>"
        heads = [head.format("Reporter, Moose Narrows").replace("$", name) for name in ("Ada Example", "Bo Muster")]
        assert {(names[0], role) for _, names, role in signed(*heads * 2)} == {
            ("Ada Example", "Reporter, Moose Narrows"), ("Bo Muster", "Reporter, Moose Narrows"),
        }  # fmt: skip
        assert signed(*each(head.format("Harbour, Moose Narrows"), "Ada Example", "Ada Example", "Ada Example")) == []

    def test_the_box_ends_where_more_is_shown(self) -> None:
        head = f'<div><img src="/s.png" alt="A ship"><i>{ADA}</i></div>'
        assert signed(head, head, head)[0][0] == ADA
        entries = [html.fragment_fromstring(f"<div>{head}</div>") for _ in range(3)]
        found = signatures(dict.fromkeys(entries, ()), PrintedReader("en"))
        assert [one.element.tag for one in found.values()] == ["i", "i", "i"]
        entries = [html.fragment_fromstring(f"<div><div><figure></figure><i>{ADA}</i></div></div>") for _ in range(3)]
        assert [one.element.tag for one in signatures(dict.fromkeys(entries, ()), PrintedReader("en")).values()] == [
            "i",
            "i",
            "i",
        ]

    def test_one_that_comes_once_is_told_by_its_kind(self) -> None:
        heads = each("<span>$</span>", ADA, ADA, ADA, BO)
        assert len(signed(*heads)) == 4
        assert len(signed(*heads[:3], f"<em>{BO}</em>")) == 3

    @pytest.mark.parametrize(
        "head",
        [
            "<span>Ada Example</span>",
            "<span>San Example, Coast</span>",
            "<span>Storm, at sea</span>",
            "<span>Ada Example, </span>",
            "<span>Ada Example, at 9 today</span>",
            "<span>Ada Example, just now</span>",
            f"<h3>{ADA}</h3>",
            f'<div role="heading">{ADA}</div>',
            f'<div class="kicker">{ADA}</div>',
            f"<span>{ADA}<br></span>",
            f"<div>Wind.</div><span>{ADA}</span>",
            f"<div>{'All of the wind and the sea ' * 4}</div><span>{ADA}</span>",
            f"{'<i></i>' * 20}<span>{ADA}</span>",
            "<div><i>Ada Example</i></div><i>reporter</i>",
            "<div><i>Ada Example</i><i>reporter</i><i>again</i></div>",
            "<i>Ada Example</i><i>reporter</i>",
            "",
        ],
    )
    def test_other_words_name_nobody(self, head: str) -> None:
        assert signed(head, head, head) == []

    def test_they_are_above_half_of_the_entries_and_three(self) -> None:
        head = f"<span>{ADA}</span>"
        assert signed(head, head) == []
        assert len(signed(head, head, head, "", "", "")) == 3
        assert signed(head, head, head, "", "", "", "") == []

    def test_names_with_something_else_each_time_are_of_what_happens(self) -> None:
        heads = each("<span>Ada Example, $</span>", "goal", "goal", "shot", "goal")
        assert signed(*heads) == []

    def test_names_that_never_come_again_are_none(self) -> None:
        assert signed(*each("<span>$, sailor</span>", "Ada Example", "Bo Muster", "Cy Modell", "Di Vorlage")) == []


class TestNamesBesideFaces:
    ADA, BO = "Ada Example", "Bo Muster"

    @pytest.mark.parametrize("face", ["<img alt='' src='/f.png'><span>$</span>", "<img alt='' src='/f.png'> $"])
    def test_that_come_again_are_who_wrote_it(self, face: str) -> None:
        blog = self.blog(f"<div>{face}</div>", "<p>By Ada Example</p>")
        assert blog == [(["Ada Example"], 1), (["Bo Muster"], 1)] * 2

    @pytest.mark.parametrize("above", ["", "<p>Ada Example is up.</p>"])
    def test_are_nobody_unless_the_page_has_one_of_them_elsewhere(self, above: str) -> None:
        blog = self.blog("<div><img alt='' src='/f.png'> $</div>", above)
        assert {name for names, _ in blog for name in names} == set()

    @pytest.mark.parametrize(
        ("head", "entry", "above"),
        [
            ("<meta property='article:author' content='https://news.example/profile/adaexample'>", "", ""),
            ("<meta name='author' content='Bo Muster'>", "", ""),
            ("", "data-block-contributor='profile/adaexample'", ""),
            ("", "data-autor='bo-muster'", ""),
            ("", "", "<a href='/autoren/bo-muster-12.html?from=live'><img src='/b.png' alt=''></a>"),
            ("", "", "<a href='/auteur/ada-example/#bio'>À propos</a>"),
        ],
    )
    def test_are_who_wrote_it_where_the_page_spells_its_authors(self, head: str, entry: str, above: str) -> None:
        blog = self.blog("<div><img alt='' src='/f.png'> $</div>", above, head=head, entry=entry)
        assert blog == [(["Ada Example"], 1), (["Bo Muster"], 1)] * 2

    @pytest.mark.parametrize("above", ["<a href='/autoren/cy-example'>Cy</a>", "<a href='/2026/ada-example'>Cup</a>"])
    def test_are_nobody_where_it_spells_others_or_something_else(self, above: str) -> None:
        blog = self.blog("<div><img alt='' src='/f.png'> $</div>", above, head="<meta name='author'>")
        assert {name for names, _ in blog for name in names} == set()

    def test_are_nobody_where_the_picture_says_what_it_shows(self) -> None:
        blog = self.blog("<div><img alt='A card' src='/f.png'><span>$</span></div>", "<p>By Ada Example</p>")
        assert blog[1][0] == []

    def test_are_nobody_without_one_or_with_more_than_a_name(self) -> None:
        assert signed(*each("<div><span>$</span></div>", self.ADA, self.ADA, self.ADA)) == []
        assert signed(*each("<div><img><span>$ 24</span></div>", self.ADA, self.ADA, self.ADA)) == []
        assert signed(*each("<div><img><span>1$:10</span></div>", "2", "2", "2")) == []

    def blog(self, box: str, above: str, *, head: str = "", entry: str = "") -> list[tuple[list[str], int]]:
        """Return the names of each entry, and how many blocks it has."""
        boxes = "".join(
            f"<section class='e' {entry}><div class='when'><b>1{n}:05</b></div>{one}<p>Wind is at {n}.</p></section>"
            for n, one in enumerate(each(box, self.ADA, self.BO, self.ADA, self.BO))
        )
        blog = of(page(f"{above}<h2>3 March 2026</h2>{boxes}", head=head), timezone="UTC")
        return [([agent.name for agent in one.authors], len(one.body)) for one in blog.entries]


class TestNamesBesideTimes:
    ADA, BO = "<b>Ada Example</b>", "<b>Bo Muster</b>"

    @pytest.mark.parametrize(
        "head",
        [
            "<div>$<i>4 min. ago</i></div>",
            "<div><img src='/f.png' alt=''><i>14:05</i> | $</div>",
            "<div>$ · <i>yesterday</i></div>",
            "<div>$ <i>@example</i> <i>4h ago</i></div>",
        ],
    )
    def test_that_come_again_are_who_wrote_it(self, head: str) -> None:
        found = signed(*each(head, self.ADA, self.BO, self.ADA, self.BO))
        assert [names for _, names, _ in found] == [["Ada Example"], ["Bo Muster"]] * 2
        assert found[0] == ("Ada Example", ["Ada Example"], None)

    def test_may_be_that_of_one_alone(self) -> None:
        assert len(signed(*each("<div>$<i>4 min ago</i></div>", *[self.ADA] * 3))) == 3

    def test_may_have_a_role_between_them(self) -> None:
        head = "<div><b>Ada Example</b><i>Reporter</i><i>4 min ago</i></div>"
        assert signed(head, head, head) == [("Ada Example", ["Ada Example"], "Reporter")] * 3

    def test_of_one_word_are_told_by_their_kind(self) -> None:
        heads = each("<div>$<i>4h ago</i></div>", self.ADA, self.BO, self.ADA, "<b>AFP</b>", self.BO)
        assert [names for _, names, _ in signed(*heads)][3] == ["AFP"]
        assert signed(*each("<div>$<i>4h ago</i></div>", *["<b>Sea</b>", "<b>Sky</b>"] * 2)) == []

    @pytest.mark.parametrize(
        "head",
        [
            "<div>$<i>4 min ago</i><i>14:05</i></div>",
            "<div>$<i>4 min ago</i><i>Reporter</i><i>Editor</i></div>",
            "<div>$<i>Rome, 2</i><i>4 min ago</i></div>",
            "<div>$<i>4 min ago</i> Storm</div>",
            "<div>$</div><div><i>4 min ago</i></div>",
            "$<i>4 min ago</i>",
            "<div><b>the storm is</b><i>4 min ago</i></div>",
            "<div><b>Top News Now</b><i>4 min ago</i></div>",
            '<div><b class="team">Ada Example</b><i>4 min ago</i></div>',
        ],
    )
    def test_are_nobody_with_more_than_these(self, head: str) -> None:
        assert signed(*each(head, self.ADA, self.ADA, self.ADA)) == []

    @staticmethod
    def blog(title: str, pattern: str) -> list[tuple[str | None, list[str], str]]:
        names = ("Ada Example", "Bo Muster", "Ada Example", "Bo Muster")
        boxes = "".join(
            f'<article data-time="2026-03-0{5 - n}T14:05:00Z">{pattern.format(name, f"<p>The wind is at {n}.</p>")}'
            "</article>"
            for n, name in enumerate(names)
        )
        blog = of(page(f"<main><h1>{title}</h1>{boxes}</main>"))
        return [(one.headline, [agent.name for agent in one.authors], one.text) for one in blog.entries]

    @pytest.mark.parametrize(
        "pattern",
        [
            '<div><img src="/f.png" alt=""><b>{}</b><i>2 hours ago</i></div>{}',
            "<div><b>{}</b><i>Yesterday</i></div>{}",
            "<p><b>{}</b> <i>Yesterday</i></p>{}",
        ],
    )
    def test_are_authors_above_texts(self, pattern: str) -> None:
        assert self.blog("Storm", pattern) == [
            (None, [name], f"The wind is at {n}.") for n, name in enumerate(["Ada Example", "Bo Muster"] * 2)
        ]

    def test_are_teams_where_the_title_has_them(self) -> None:
        found = self.blog("Ada Example – Bo Muster", "<div><b>{}</b> <i>2 hours ago</i></div>{}")
        assert all(not names for _, names, _ in found)


class TestSpeakers:
    @pytest.mark.parametrize(
        "name",
        [
            '<span class="cil_name">{}:</span>&nbsp; ',
            '<b class="nick-name">{}</b>: ',
            '<i class="chat__name">{} :</i> ',
        ],
    )
    def test_before_what_they_write_in_a_chat_are_who_wrote_it(self, name: str) -> None:
        names = ("Ada Example", "Ben Beispiel", "Ada Example", "Ben Beispiel")
        row = '<tr><td class="at">{}:05 p.m.</td><td>{}<span class="said">Line {} of it.</span></td></tr>'
        rows = "".join(row.format(n, name.format(who), n) for n, who in zip((1, 2, 3, 4), names, strict=True))
        head = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
        blog = of(page(f"<table>{rows}</table>", head=head), timezone="UTC")
        assert [([agent.name for agent in entry.authors], entry.text) for entry in blog.entries] == [
            ([who], f"Line {n} of it.") for n, who in zip((1, 2, 3, 4), names, strict=True)
        ]

    def test_in_what_is_called_otherwise_are_those_who_speak_in_the_text(self) -> None:
        assert signed(*each('<b class="quote">$:</b>', "Ada Example", "Bo Muster", "Ada Example", "Bo Muster")) == []
        assert (
            len(signed(*each('<b class="name">$:</b>', "Ada Example", "Bo Muster", "Ada Example", "Bo Muster"))) == 4
        )


class TestInitials:
    def test_few_that_come_again_are_who_wrote_it(self) -> None:
        found = signed(*each("<i>$</i>", "wt", "(je)", "wt", "(je)"))
        assert found == [("wt", ["wt"], None), ("(je)", ["je"], None), ("wt", ["wt"], None), ("(je)", ["je"], None)]

    def test_those_of_one_alone_may_be_any_word(self) -> None:
        assert signed(*each("<i>$</i>", "new", "new", "new")) == []

    @pytest.mark.parametrize(
        ("language", "one", "other"),
        [
            ("en", "am", "pm"), ("de", "mo", "di"), ("en", "mar", "apr"), ("en", "NYC", "LA"), ("en", "a", "b"),
            ("en", "live", "news"),
        ],
    )  # fmt: skip
    def test_what_says_when_or_where_is_none(self, language: str, one: str, other: str) -> None:
        assert signed(*each("<i>$</i>", one, other, one, other), language=language) == []


class TestPages:
    def test_they_are_authors_and_the_headline_is_what_follows(self) -> None:
        boxes = (
            f'<article><div><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time> <span>{said}</span></div>'
            f"<p class='x'>Wind over {n}</p><div><p>The wind is at {n}.</p></div></article>"
            for n, said in enumerate((ADA, BO, ADA, BO))
        )
        blog = of(page(f"<main>{''.join(boxes)}</main>"))
        assert [entry.headline for entry in blog.entries] == [f"Wind over {n}" for n in range(4)]
        assert [entry.text for entry in blog.entries] == [f"The wind is at {n}." for n in range(4)]
        assert blog.entries[1].authors == (Agent(name="Bo Muster", role="sea editor"),)

    def test_initials_are_authors_in_rows_of_printed_times(self) -> None:
        rows = (
            f"<tr class='z'><td><b>1{n}:05</b><br><span>{said}</span></td>"
            f"<td><div class='title'>Wind over {n}</div><p>The wind is at {n}.</p></td></tr>"
            for n, said in enumerate(("wt", "je", "wt", "je"))
        )
        blog = of(page(f"<main><table>{''.join(rows)}</table></main>"), timezone="UTC")
        assert [entry.headline for entry in blog.entries] == [f"Wind over {n}" for n in range(4)]
        assert [entry.text for entry in blog.entries] == [f"The wind is at {n}." for n in range(4)]
        assert [entry.authors for entry in blog.entries[:2]] == [(Agent(name="wt"),), (Agent(name="je"),)]

    def test_a_heading_by_its_role_is_the_headline(self) -> None:
        boxes = (
            f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>'
            f'<div role="heading">Is it over {n}?</div><p>The wind is at {n}.</p></article>'
            for n in range(3)
        )
        blog = of(page(f"<main>{''.join(boxes)}</main>"))
        assert [entry.headline for entry in blog.entries] == [f"Is it over {n}?" for n in range(3)]


class TestInitialsBelow:
    @staticmethod
    def shown(*feet: str) -> list[tuple[list[str], str]]:
        boxes = (
            f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><h2>Report {n}</h2>'
            f"<div><p>The wind is at {n}.</p></div>{foot}<button>Share</button></article>"
            for n, foot in enumerate(feet)
        )
        blog = of(page(f"<main>{''.join(boxes)}</main>"))
        return [([agent.name for agent in entry.authors], entry.text) for entry in blog.entries]

    def test_that_come_again_are_who_wrote_it(self) -> None:
        found = self.shown(*each('<div class="k"><span>$</span></div>', "ruk", "dpz/ruk", "(mtz)", "ruk", "mtz"))
        names = [["ruk"], ["dpz", "ruk"], ["mtz"], ["ruk"], ["mtz"]]
        assert found == [(name, f"The wind is at {n}.") for n, name in enumerate(names)]

    def test_may_be_names_behind_a_dash(self) -> None:
        found = self.shown(*each("<p><em>– $</em></p>", "Ada", "Bo Muster", "Ada", "Bo Muster"))
        assert [names for names, _ in found] == [["Ada"], ["Bo Muster"]] * 2

    @pytest.mark.parametrize("foot", ["<h3>$</h3>", "<div>$ is here</div>", "<div>$<img src='/i.png'></div> more"])
    def test_in_lines_of_others_are_text(self, foot: str) -> None:
        assert all(not names for names, _ in self.shown(*each(foot, "ruk", "mtz", "ruk", "mtz")))

    def test_may_be_names_in_paragraphs_below_nearly_all(self) -> None:
        names = ["Ada Example", "Bo Muster", "Ada Example", "Bo Muster", "Ada Example", "The end of it"]
        found = self.shown(*each("<p class='x9'>$</p>", *names))
        assert [[*who] for who, _ in found] == [[name] for name in names[:5]] + [[]]

    @pytest.mark.parametrize(
        "names",
        [
            ["Ada Example"] * 4,  # one alone may be anything
            ["Ada Example", "Bo Muster", "Cy Example", "Di Muster"],  # none comes again
            ["Ada Example", "Ada Example", "Bo Muster", "Bo Muster", "Not now.", "Not then."],  # too few have one
            ["New York", "Los Angeles", "New York", "Los Angeles"],  # places
        ],
    )
    def test_of_others_in_paragraphs_are_text(self, names: list[str]) -> None:
        assert all(not who for who, _ in self.shown(*each("<p class='x9'>$</p>", *names)))

    def test_may_say_what_somebody_is_behind_a_dash(self) -> None:
        found = self.shown(*each("<p>– $</p>", *["Ada Example, staff reporter", "Bo Muster, editor"] * 2))
        assert [who for who, _ in found] == [["Ada Example"], ["Bo Muster"]] * 2

    @pytest.mark.parametrize("kind", ["post-par", "x live_von small", "item-door", "wpis-przez"])
    def test_may_be_names_whose_class_says_by(self, kind: str) -> None:
        found = self.shown(
            *each(f'<span class="{kind}">$</span>', "Ada Example", "Bo Muster", "Ada Example", "Bo Muster")
        )
        names = [["Ada Example"], ["Bo Muster"]] * 2
        assert found == [(name, f"The wind is at {n}.") for n, name in enumerate(names)]

    @pytest.mark.parametrize("kind", ["par", "sidebar-partner", "non-parsed", "vonage"])
    def test_of_no_other_kind_are_looked_for(self, kind: str) -> None:
        feet = each(f'<div class="{kind}">$</div>', "Ada Example", "", "Ada Example")
        assert all(not names for names, _ in self.shown(*feet))
        feet = each('<div class="post-par">$</div>', "At the quay", "", "At the quay")
        assert all(not names for names, _ in self.shown(*feet))


class TestInitialsBelowLines:
    @staticmethod
    def shown(*feet: str, end: str = "") -> list[tuple[list[str], str]]:
        rows = "".join(
            f"<h3>1{9 - n}:05 Report {n}</h3><p>The wind is up.</p><p>It is at {n}.</p>{foot}"
            for n, foot in enumerate(feet)
        )
        day = '<meta property="article:published_time" content="2026-03-03T05:00:00Z">'
        blog = of(page(f"<main><h1>Storm</h1>{rows}{end}</main>", head=day), timezone="UTC")
        return [([agent.name for agent in entry.authors], entry.body[-1].text) for entry in blog.entries]

    @pytest.mark.parametrize("pattern", ["<p><em>({})</em></p>", "<p>{}</p>", "<p>— {}</p>", "<p>[{}]</p>"])
    def test_are_authors(self, pattern: str) -> None:
        feet = [pattern.format(said) for said in ("wt", "wt/dpa", "je", "je")]
        assert self.shown(*feet) == [
            (["wt"], "It is at 0."), (["wt", "dpa"], "It is at 1."), (["je"], "It is at 2."), (["je"], "It is at 3."),
        ]  # fmt: skip

    def test_may_be_names_behind_a_dash(self) -> None:
        feet = [f"<p><em>– {said}</em></p>" for said in ("Ada", "Bo Muster", "Ada", "Bo Muster")]
        assert [names for names, _ in self.shown(*feet)] == [["Ada"], ["Bo Muster"]] * 2

    def test_may_be_agencies_and_stand_above_pictures(self) -> None:
        feet = ["<p>(AFP)</p><img src='/a.png'>", "<p>(je)</p>", "<p>(je)</p>", "<p>(AFP)</p>"]
        assert [names for names, _ in self.shown(*feet)] == [["AFP"], ["je"], ["je"], ["AFP"]]

    def test_may_be_missing_below_the_last_entry(self) -> None:
        found = self.shown("<p>(wt)</p>", "<p>(je)</p>", "<p>(wt)</p>", "<p>(je)</p>", "")
        assert found[3:] == [(["je"], "It is at 3."), ([], "It is at 4.")]

    def test_close_the_last_entry_and_no_other(self) -> None:
        feet = ["<p>(wt)</p>", "<p>(wt)</p>", "<p>(je)</p>", "<p>(je)</p><p>More.</p>", "<p>(je)</p>"]
        shown = self.shown(*feet, end="<p>This is the end of the ticker.</p>")
        assert shown[3:] == [([], "More."), (["je"], "It is at 4.")]

    @pytest.mark.parametrize("feet", [("wt",) * 4, ("wt", "je", "ab", "cd"), ("wt", "wt", "A word", "Another")])
    def test_of_one_alone_or_without_another_like_them_are_text(self, feet: tuple[str, ...]) -> None:
        assert [names for names, _ in self.shown(*(f"<p>{said}</p>" for said in feet))] == [[]] * 4
