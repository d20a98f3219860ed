"""Boxes that say who wrote an entry, and what they are."""

import pytest
from lxml import html

from liveblog_archive.importers.html.labels.bylines import byline, line_byline
from liveblog_archive.model import Agent, LiveBlog
from tests.importers.html.reading import of, page, posting, script, update

FACE = '<img src="/f.png" alt="Portrait of Ada Example">'


def read(box: str, *known: str) -> tuple[list[str], str | None] | None:
    found = byline(html.fragment_fromstring(box), frozenset(known))
    return (found.names, found.role) if found else None


def shown(*heads: str, foot: str = "") -> LiveBlog:
    boxes = (
        f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>{head}'
        f"<p>The wind is at {n}.</p>{foot}</article>"
        for n, head in enumerate(heads)
    )
    return of(page(f"<main>{''.join(boxes)}</main>"))


def test_a_name_above_the_texts_that_the_data_of_the_article_has_is_that_of_the_author() -> None:
    boxes = "".join(
        f'<div class="e"><span>Ada Example</span><p>The wind is at {n}.</p><b class="t">1{n}:05</b></div>'
        for n in range(3)
    )
    article = {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ada Example"}}
    facts = {"headline": "Storm", "datePublished": "2026-03-03T09:00:00+01:00"}
    blog = of(page(f"<main><h1>Storm</h1>{boxes}</main>", head=script({**article, **facts})))
    assert [([one.name for one in entry.authors], entry.headline, entry.text) for entry in blog.entries] == [
        (["Ada Example"], None, f"The wind is at {n}.") for n in range(3)
    ]


class TestLines:
    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ('<p class="author">Ada Example, at the harbour</p>', (["Ada Example"], "at the harbour")),
            ('<p class="author">Ada Example, Bo Example</p>', (["Ada Example", "Bo Example"], None)),
            ('<p class="author">Redaktion</p>', (["Redaktion"], None)),
            ('<p class="post-source">xna</p>', (["xna"], None)),
            ('<p class="post-source">Reuters</p>', (["Reuters"], None)),
            ('<p class="post-source">Harbour</p>', None),
            ('<p class="post-source">harbour</p>', None),
            ('<p class="author">Ada Example, 3</p>', (["Ada Example"], "3")),
            ("<mark>Ada Example</mark>", (["Ada Example"], None)),
            ('<a href="/authors/ada">Ada Example</a>', (["Ada Example"], None)),
            ('<span><a href="https://news.example/auteurs/1">Ada Example</a></span>', (["Ada Example"], None)),
            ("<p>By Ada Example</p>", (["Ada Example"], None)),
            ("<p>Cy Example</p>", (["Cy Example"], None)),
        ],
    )
    def test_name_authors(self, line: str, said: tuple[list[str], str | None]) -> None:
        element = html.fragment_fromstring(line)
        assert line_byline(element, element.text_content(), frozenset({"cy example", "cy"}), is_shown=False) == said

    @pytest.mark.parametrize(
        "line",
        [
            "<p>Ada Example</p>",
            '<p>Ada Example <a href="/authors/bo">Bo</a></p>',
            '<p><a href="/storm">Ada Example</a></p>',
            "<p>Ada Example<br></p>",
            '<p class="author">A short break, while gulls on the roof are told to be quiet.</p>',
            '<p class="block--no-byline">A short break, while the gulls are quiet</p>',
            "<p>By Ada Example in Rome</p>",
            '<p class="author">,</p>',
            "<p>Cy Example in Rome</p>",
            f"<p>Cy Example in {'Rome ' * 30}</p>",
        ],
    )
    def test_of_other_words_name_nobody(self, line: str) -> None:
        element = html.fragment_fromstring(line)
        assert line_byline(element, element.text_content(), frozenset({"cy example"}), is_shown=False) is None

    def test_name_those_whose_faces_are_shown(self) -> None:
        element = html.fragment_fromstring("<p>Ada Example</p>")
        assert line_byline(element, element.text, frozenset(), is_shown=True) == (["Ada Example"], None)


class TestBoxes:
    @pytest.mark.parametrize(
        ("box", "names", "role"),
        [
            ('<div class="x-by"><span>By</span> <a>Ada Example</a></div>', ["Ada Example"], None),
            ('<div class="author"><a>Ada Example</a>, <a>Bo Example</a> and <a>Cy Example</a></div>',
             ["Ada Example", "Bo Example", "Cy Example"], None),
            ('<div class="by"><span>By <a>Ada Example</a></span><span class="role">Reporter, Coast desk</span></div>',
             ["Ada Example"], "Reporter, Coast desk"),
            (f"<div>{FACE}<div><strong>Ada Example</strong><br><span>Live editor</span></div></div>",
             ["Ada Example"], "Live editor"),
            (f"<span>{FACE}Ada Example<em>Reporter</em></span>", ["Ada Example"], "Reporter"),
            (f"<span><i>{FACE}</i> Ada Example, reporter</span>", ["Ada Example"], "reporter"),
            ('<div class="author"><b>Ada Example</b> <b>Courts correspondent</b></div>',
             ["Ada Example"], "Courts correspondent"),
            ('<div class="firma">di <em>Redazione</em></div>', ["Redazione"], None),
            ("<div><span>By </span><span>Ada Example</span><span> and </span><span>Bo Example</span></div>",
             ["Ada Example", "Bo Example"], None),
        ],
    )  # fmt: skip
    def test_name_authors(self, box: str, names: list[str], role: str | None) -> None:
        assert read(box) == (names, role)

    @pytest.mark.parametrize(
        "box",
        [
            f"<figure>{FACE}Ada Example</figure>",
            '<div class="author"></div>',
            "<div><b>Ada Example</b></div>",
            '<div class="author"><b></b></div>',
            '<div class="author"><b>Ada Example</b> 14:05</div>',
            '<div class="author"><h2>Ada Example</h2></div>',
            '<div class="author"><span class="title">The Storm</span></div>',
            f'<div class="author"><b>Ada Example</b>{"<br>" * 30}</div>',
            f'<div class="author"><b>Ada Example</b> {"writes of storms, " * 9}</div>',
            '<div class="author"><b>“No”</b></div>',
            '<div class="author"><p>A short break, while gulls on the roof are told to be quiet.</p></div>',
            '<div class="block block--no-byline"><p>A short break</p></div>',
            f"<div>{FACE}<span>Bo Example</span></div>",
            '<div><img src="/f.png"><span>Ada Example</span></div>',
        ],
    )
    def test_others_name_none(self, box: str) -> None:
        assert read(box) is None

    def test_a_face_without_words_is_of_a_known_name(self) -> None:
        assert read('<div><img src="/f.png"><span>Ada Example</span></div>', "ada example") == (["Ada Example"], None)
        assert read('<div><img src="/f.png"><span>Desk</span></div>', "desk") == (["Desk"], None)
        assert read('<div><img src="/f.png"><span>Storm</span></div>', "desk") is None


class TestPages:
    def test_names_and_roles_are_authors(self) -> None:
        box = f"<div>{FACE}<b>Ada Example</b><i>Live editor</i></div>"
        blog = shown(box, box)
        assert [entry.text for entry in blog.entries] == ["The wind is at 0.", "The wind is at 1."]
        assert blog.entries[0].authors == (Agent(name="Ada Example", role="Live editor"),)

    def test_a_role_may_stand_beside_the_name(self) -> None:
        box = '<div><span class="autor">Ada Example</span><span class="x-role">Chefin vom Dienst</span></div>'
        blog = shown(box, box)
        assert [entry.text for entry in blog.entries] == ["The wind is at 0.", "The wind is at 1."]
        assert blog.entries[0].authors == (Agent(name="Ada Example", role="Chefin vom Dienst"),)

    @pytest.mark.parametrize(
        "box",
        [
            '<div class="p-author">{}</div>',
            "<div>{}</div>",
        ],
    )
    def test_the_title_of_an_author_is_a_role_and_no_headline(self, box: str) -> None:
        said = '<span class="p-author-name">Ada Example</span><span class="p-author-title">Live editor</span>'
        blog = shown(box.format(said), box.format(said))
        assert [entry.headline for entry in blog.entries] == [None, None]
        assert [entry.text for entry in blog.entries] == ["The wind is at 0.", "The wind is at 1."]
        assert blog.entries[0].authors == (Agent(name="Ada Example", role="Live editor"),)

    def test_below_the_text_they_are_authors_too(self) -> None:
        blog = shown("", "", foot='<div class="firma">di <em>Redazione</em></div>')
        assert [(entry.text, entry.authors[0].name) for entry in blog.entries] == [
            ("The wind is at 0.", "Redazione"), ("The wind is at 1.", "Redazione"),
        ]  # fmt: skip

    def test_initials_that_the_page_calls_the_author_are_one(self) -> None:
        blog = shown("", "", foot='<div class="kuerzel">(rau)</div>')
        assert [entry.authors[0].name for entry in blog.entries] == ["rau", "rau"]

    def test_a_role_without_a_name_is_text(self) -> None:
        box = '<div class="role">The harbour is shut, and so is the bridge.</div>'
        assert shown(box, box).entries[0].text.startswith("The harbour is shut")


def test_where_somebody_reports_from_stands_beside_the_name() -> None:
    head = "<div><span>By</span> <span>Ada Example</span></div><div>Reporting from Port Muster</div>"
    blog = shown(head, head)
    assert [entry.authors for entry in blog.entries] == [
        (Agent(name="Ada Example", role="Reporting from Port Muster"),)
    ] * 2
    assert [entry.text for entry in blog.entries] == ["The wind is at 0.", "The wind is at 1."]


def test_initials_of_an_editor_stand_behind_what_they_are() -> None:
    foot = '<div><span class="x-author">Redaktion: mab</span></div>'
    blog = shown("", "", foot=foot)
    assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [["mab"]] * 2
    assert [entry.text for entry in blog.entries] == ["The wind is at 0.", "The wind is at 1."]


@pytest.mark.parametrize("said", ["By the way", "By the way, Ada Example"])
def test_a_phrase_without_a_name_is_no_author(said: str) -> None:
    blog = shown(f"<p>{said}</p>", '<p class="author">by the harbour</p>')
    assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [[], ["the harbour"]]
    assert said in (blog.entries[0].headline, blog.entries[0].text.partition("\n")[0])


@pytest.mark.parametrize("said", ["By dpa", "bell hooks", "By Ada Example and staff"])
def test_names_in_small_letters_are_those_of_agencies_or_known(said: str) -> None:
    line = html.fragment_fromstring(f"<p>{said}</p>")
    assert line_byline(line, said, frozenset({"bell hooks"}), is_shown=False) is not None


@pytest.mark.parametrize("said", ["U.S.", "U.K."])
def test_a_country_is_no_author(said: str) -> None:
    blog = shown(f"<p>{said}</p>", "")
    assert blog.entries[0].authors == ()
    assert said in (blog.entries[0].headline, blog.entries[0].text.partition("\n")[0])


@pytest.mark.parametrize(("said", "names"), [("Agencies", ["Agencies"]), ("Storms", ["Agencies"])])
def test_a_word_above_the_headline_is_an_author_where_the_data_has_that_of_the_entry(
    said: str, names: list[str]
) -> None:
    data = [
        {"url": f"https://a.example/storm#p{n}", "datePublished": f"2026-03-03T1{n}:05:00Z", "author": {"name": name}}
        for n, name in enumerate(("Agencies", "Ada Example"))
    ]
    boxes = "".join(
        f'<article id="p{n}"><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><div class="a"><i>{said}</i></div>'
        f"<h2>Wind {n}</h2><p>The wind is at {n}.</p></article>"
        for n in range(2)
    )
    blog = of(page(boxes, head=script(posting(*(update(**facts) for facts in data)))))
    assert [entry.headline for entry in blog.entries] == ["Wind 0", "Wind 1"]
    assert [agent.name for agent in blog.entries[0].authors] == names
    assert blog.entries[0].text == ("The wind is at 0." if said in names else f"{said}\n\nThe wind is at 0.")


def test_a_kicker_in_a_heading_is_no_headline() -> None:
    head = '<h2 class="post__kicker">Harbour</h2><h3>The ferry is back</h3>'
    blog = shown(head, head)
    assert [entry.headline for entry in blog.entries] == ["The ferry is back"] * 2
    assert [entry.text for entry in blog.entries] == [f"Harbour\n\nThe wind is at {n}." for n in range(2)]


@pytest.mark.parametrize("row", ["<p>{}</p><p>{}</p>", "<div class='e'><p class='t'>{}</p><p>{}</p></div>"])
@pytest.mark.parametrize(
    ("said", "language", "is_author"),
    [
        ("15 h 3{} · rédigé par Ada E.", "fr", True),
        ("15:3{} | written by Ada Example", "en", True),
        ("15.3{} Uhr – verfasst von Ada Beispiel", "de", True),
        ("15:3{} · geschreven door Ada Example", "nl", True),
        ("15 h 3{} rédigé par Ada Example", "fr", False),
        ("15:3{} | photographed by Ada Example", "en", False),
    ],
)
def test_a_word_before_the_name_may_stand_behind_the_time(
    row: str, said: str, language: str, is_author: bool
) -> None:
    rows = "".join(row.format(said.format(n), f"The wind is at {n}.") for n in range(4))
    head = '<meta property="article:published_time" content="2026-03-03T05:00:00Z">'
    found = of(page(f"<main><h1>Storm</h1>{rows}</main>", head=head, language=language), timezone="UTC").entries
    names = [[author.name for author in entry.authors] for entry in found]
    assert len(found) == 4
    assert names == [[said.split(" ", said.count(" ") - 1)[-1]] if is_author else [] for _ in found]
    assert all(("Ada" in f"{entry.headline} {entry.text}") is not is_author for entry in found)


class TestNamesOfClasses:
    @pytest.mark.parametrize(
        ("box", "found"),
        [
            ('<div class="s-1f-ContributorContainer"><i>Ada Example</i></div>', (["Ada Example"], None)),
            ('<div class="contributorsBox"><i>Par Ada Exemple</i></div>', (["Ada Exemple"], None)),
            (
                '<div class="PostByline"><i class="name">Ada Muster</i><i class="role">Reporterin</i></div>',
                (["Ada Muster"], "Reporterin"),
            ),
            ('<div class="s-1f-distribution"><i>Ada Example</i></div>', None),
            ('<div class="contributionsBox"><i>Ada Example</i></div>', None),
            ('<div class="CONTRIBUTORSBOX"><i>Ada Example</i></div>', None),
        ],
    )
    def test_may_be_of_several_words_that_begin_with_capitals(
        self, box: str, found: tuple[list[str], str | None] | None
    ) -> None:
        assert read(box) == found

    def test_leave_their_words_no_text_of_the_entry(self) -> None:
        blog = shown(*('<div class="x-9PostContributor"><span>Edited by Ada Example</span></div>',) * 3)
        assert [[one.name for one in entry.authors] for entry in blog.entries] == [["Ada Example"]] * 3
        assert [entry.text for entry in blog.entries] == [f"The wind is at {n}." for n in range(3)]
