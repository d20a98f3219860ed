"""Threads of forums and social networks: posts with a card of who wrote them, titles that come again, and counts."""

import pytest
from lxml.html import fromstring

from liveblog_archive.importers.html.labels.bylines import card
from liveblog_archive.model import LiveBlog, Quotation
from tests.importers.html.reading import note, of, page


def texts(blog: LiveBlog) -> list[str]:
    return [entry.text for entry in blog.entries]


def names(blog: LiveBlog) -> list[list[str]]:
    return [[agent.name for agent in entry.authors] for entry in blog.entries]


AT = '<time datetime="2026-03-03T{hour}:05:00Z">{hour}:05</time>'
POSTS = [("storm_ada", "The quay is under water."), ("ben b", "Pumps are on their way."), ("storm_ada", "It falls.")]


def thread(post: str, *, title: str = "Storm", language: str = "en", say: tuple[str, ...] = ("", "", "")) -> str:
    """Return a page of three posts; `post` has places for their number, author, text, hour, and what each `say`s."""
    made = [
        post.format(number=number, name=name, text=text, hour=18 + number, say=say[number])
        for number, (name, text) in enumerate(POSTS)
    ]
    return page(f"<h1>{title}</h1><div class='thread'>{''.join(made)}</div>", language=language)


class TestCards:
    @pytest.mark.parametrize(
        "card",
        [
            '<dl class="postprofile"><dt><a href="/u">{name}</a></dt><dd><b>Since:</b> Mar 1, 2011 7:12 pm</dd></dl>',
            '<div class="poster"><h4>{name}</h4><ul><li>Hero member</li><li>Posts: 1{number}4</li></ul></div>',
            '<div class="userinfo"><div class="username_box"><b class="username">{name}</b></div>Seit 2009</div>',
            '<section itemprop="author" itemscope><h4><b itemprop="name">{name}</b></h4><h5>Activo</h5></section>',
            '<div class="p-author h-card"><p><b class="p-name">{name}</b> <bdi>@x@example.org</bdi></p></div>',
        ],
    )  # fmt: skip
    def test_a_card_gives_the_name_and_is_no_text(self, card: str) -> None:
        html = thread(
            f'<div class="post" id="p{{number}}">{card}<p class="when"><time datetime="2026-03-03T{{hour}}:05:00Z">'
            "{hour}:05</time></p><div class='body'>{text}</div></div>"
        )
        blog = of(html)
        assert texts(blog) == [text for _, text in POSTS]
        assert names(blog) == [[name] for name, _ in POSTS]
        assert "“" in note(blog, "page-furniture")

    def test_a_card_may_stand_below_the_text_with_the_signature(self) -> None:
        html = thread(
            '<div class="post" id="p{number}"><p><span>by <b>{name}</b> » </span>Tue Mar 03, 2026 {number}:05 pm</p>'
            '<div>{text}</div><div class="signature">Stay dry.</div>'
            '<dl class="postprofile"><dt><a href="/u">{name}</a></dt><dd>Spotter</dd></dl></div>'
        )
        blog = of(html.replace(" 0:05 pm", " 12:05 pm"), timezone="UTC")
        assert texts(blog) == [text for _, text in POSTS]
        assert names(blog) == [[name] for name, _ in POSTS]
        assert [f"{entry.time.value:%d %H:%M}" for entry in blog.entries if entry.time and entry.time.value] == [
            "03 12:05", "03 13:05", "03 14:05",
        ]  # fmt: skip

    def test_the_card_of_one_who_is_quoted_is_none_of_the_author(self) -> None:
        html = thread(
            '<div class="post"><time datetime="2026-03-03T{hour}:05:00Z">{hour}:05</time><p>{text}</p>{say}</div>',
            say=('<div class="h-card"><b class="p-name">Cleo</b> <i>Mayor of the town</i></div>', "", ""),
        )
        assert of(html).entries[0].text.endswith("Mayor of the town")
        two = '<div class="h-card"><b class="p-name">{name}</b> <i>Rank 2 of 9</i></div>'
        html = thread(f'<div class="post">{AT}{two}<p>{{text}}</p>{two}</div>')
        assert all("Rank 2 of 9" in text for text in texts(of(html)))

    def test_a_box_with_a_time_or_without_a_name_is_no_card(self) -> None:
        for inside in (
            '<b class="username">{name}</b> <time datetime="2026-03-03T{hour}:05:00Z">{hour}:05</time>',
            '<img src="a.png" alt=""> <b class="username">@x</b> <time datetime="2026-03-03T{hour}:05:00Z"></time>',
        ):
            html = thread(f'<div class="post"><div class="userinfo">{inside}</div><p>{{text}}</p></div>')
            assert len(of(html).entries) == 3
        (box,) = fromstring('<div><div class="userinfo"><i>Member for years</i></div></div>')
        assert card(box) is None


class TestTitles:
    @pytest.mark.parametrize("answer", ["Re: ", "AW: ", "Re : ", "SV: RE: "])
    def test_the_title_of_the_page_above_each_post_is_no_headline(self, answer: str) -> None:
        post = f'<div class="post">{AT}<h3>{{say}}Storm</h3><p>{{text}}</p></div>'
        blog = of(thread(post, say=("", answer, answer)))
        assert [entry.headline for entry in blog.entries] == [None] * 3

    def test_what_is_no_title_of_the_page_or_not_of_all_posts_stays_a_headline(self) -> None:
        post = f'<div class="post">{AT}<h3>{{say}}</h3><p>{{text}}</p></div>'
        blog = of(thread(post, say=("Quay", "Re: Quay", "Quay")))
        assert [entry.headline for entry in blog.entries] == ["Quay", "Re: Quay", "Quay"]
        blog = of(thread(post, say=("Storm", "Re: Storm", "Quay")))
        assert [entry.headline for entry in blog.entries] == ["Storm", "Re: Storm", "Quay"]


class TestAccounts:
    def test_the_account_beside_a_name_or_alone_is_the_author_and_no_text(self) -> None:
        for above, name in (
            ("<b>Ada Example</b> <i>@ada@example.org</i>", "Ada Example"),
            ("<div><b>Ada Example</b> <i>@ada</i> </div>", "Ada Example"),
            ("<div class='who'>Ada Example @ada.example.org</div>", "Ada Example"),
            ("<i>@ada</i>", "@ada"),
        ):
            html = thread(
                f'<div class="post"><div class="top">{above}</div><p>{{text}}</p>'
                '<time datetime="2026-03-03T{hour}:05:00Z">{hour}:05</time></div>'
            )
            assert texts(of(html)) == [text for _, text in POSTS]
            assert names(of(html)) == [[name]] * 3

    def test_an_account_in_a_sentence_or_below_a_question_is_text(self) -> None:
        html = thread(
            '<div class="post"><time datetime="2026-03-03T{hour}:05:00Z">{hour}:05</time>'
            "<p>Is the quay shut?</p><p>@ada</p><p>Dear @ada, it is. {text}</p></div>"
        )
        assert texts(of(html))[0] == "Is the quay shut?\n\n@ada\n\nDear @ada, it is. The quay is under water."


class TestCounts:
    def test_counts_in_the_line_of_the_time_are_no_text(self) -> None:
        for line in (
            "<a href='#p'>{time}</a> · <span>0</span> · <span>1{number}</span> · <span>1.2K</span>",
            "<span>{time}</span> <span>#{number}</span>",
            "{time} <i>12</i> | <i>3</i>",
        ):
            html = thread(
                f'<div class="post"><p>{{text}}</p><div class="meta">{line.replace("{time}", AT)}</div></div>'
            )
            assert texts(of(html)) == [text for _, text in POSTS]

    def test_words_and_scores_beside_the_time_stay(self) -> None:
        for said in ("two boats", "2:1"):
            html = thread(f'<div class="post"><p>{{text}}</p><div class="m">{AT} {said}</div></div>')
            assert all(text.endswith(said) for text in texts(of(html)))


class TestTimes:
    @pytest.mark.parametrize(
        ("language", "line"),
        [
            ("de", "Verfasst am: Di März 3, 2026 {hour}:05"),
            ("en", "« Reply #{number} on: March 3, 2026, {hour}:05:00 »"),
            ("fr", "« Réponse #{number} le: 3 Mars 2026 à {hour}:05:00 »"),
            ("es", "« Respuesta #{number} en: Marzo 3, 2026, {hour}:05:00 »"),
            ("nl", "Bericht door storm_ada » di 3 maart 2026, {hour}:05"),
            ("it", "Messaggio di storm ada due » mar 3 mar 2026, {hour}:05"),
        ],
    )  # fmt: skip
    def test_lines_in_which_forums_print_their_times_are_read(self, language: str, line: str) -> None:
        html = thread(
            f'<div class="post" id="m{{number}}"><div class="small">{line}</div><div>{{text}}</div></div>',
            language=language,
        )
        blog = of(html, timezone="UTC")
        assert [f"{entry.time.value:%m-%d %H:%M}" for entry in blog.entries if entry.time and entry.time.value] == [
            "03-03 18:05", "03-03 19:05", "03-03 20:05",
        ]  # fmt: skip
        assert texts(blog) == [text for _, text in POSTS]

    def test_a_day_before_a_clock_in_an_element_of_its_own_is_one_time(self) -> None:
        html = thread(
            '<li class="post"><div class="head"><span class="on">03.03.2026,&nbsp;<span class="time">{hour}:05</span>'
            "</span></div><blockquote class='postcontent'>{text}</blockquote></li>",
            language="de",
        )
        blog = of(html, timezone="UTC")
        assert [entry.text for entry in blog.entries] == [text for _, text in POSTS]
        assert all(isinstance(block, Quotation) or block.text for entry in blog.entries for block in entry.body)
        assert [f"{entry.time.value:%d %H}" for entry in blog.entries if entry.time and entry.time.value] == [
            "03 18", "03 19", "03 20",
        ]  # fmt: skip

    def test_a_time_in_microdata_may_be_stated_where_time_elements_have_it(self) -> None:
        html = thread(
            '<div class="post"><time itemprop="datePublished" datetime="2026-03-03T{hour}:05:00Z">3 Mar</time>'
            "<p>{text}</p></div>"
        )
        assert all(entry.time and entry.time.value for entry in of(html).entries)

    def test_a_form_around_the_posts_is_no_form_beside_them(self) -> None:
        html = thread('<div class="post" id="m{number}"><b>3 March 2026, {hour}:05</b><div>{text}</div></div>')
        html = html.replace("<div class='thread'>", "<form action='/moderate'><div class='thread'>").replace(
            "</body>", "</form></body>"
        )
        assert texts(of(html, timezone="UTC")) == [text for _, text in POSTS]
