"""What a reader saw becomes blocks, in the order that it was seen, without a tag or an entity."""

from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.importers.markup import blocks, element_blocks, line, parse, read_blocks, text_of
from liveblog_archive.importers.markup.embeds import address
from liveblog_archive.importers.markup.tree import spaced, text_inside
from liveblog_archive.model import Block, Embed, Heading, Link, ListBlock, Media, Paragraph, Quotation

BASE = "https://news.example/live/storm"


PIECES = [
    *"<>/&;\"'= \nabé",
    "<p>",
    "</p>",
    "<br>",
    "<b>",
    "<ul>",
    "<li>",
    "<table>",
    "<tr>",
    "<td>",
    "<figure>",
    "<img src=x>",
    "<figcaption>",
    "&lt;",
    "&amp;",
    "<a href='/x'>",
    "</a>",
    "<blockquote>",
    "<source>",
    "<!--",
    "-->",
    "</",
]


def texts(markup: str) -> list[str]:
    return [block.text for block in blocks(markup)]


class TestPlainText:
    def test_every_line_is_a_paragraph(self) -> None:
        assert blocks("Aground.\n\n  Afloat. \n") == [Paragraph("Aground."), Paragraph("Afloat.")]

    def test_entities_are_characters(self) -> None:
        assert texts("Tom &amp; Jo &#8211; &quot;ashore&quot;") == ['Tom & Jo – "ashore"']

    def test_signs_that_are_no_tags_stay(self) -> None:
        assert texts("5 < 6, <name> and a > b & c") == ["5 < 6, <name> and a > b & c"]

    def test_half_a_character_becomes_the_replacement_character(self) -> None:
        assert texts("a \ud83d b") == ["a \ufffd b"]
        assert texts("<p>a \ud83d b</p>") == ["a \ufffd b"]

    def test_nothing_is_no_block(self) -> None:
        assert blocks("") == blocks(" \n\u00a0 ") == blocks("<p> &nbsp; </p>") == []


class TestEscapedTooOften:
    @pytest.mark.parametrize(
        "markup",
        [
            "<p>Tom &amp;amp; Jo&amp;#39;s</p>",
            "&lt;p&gt;Tom &amp;amp; Jo&amp;#39;s&lt;/p&gt;",
            "&amp;lt;p class=&quot;x&quot;&amp;gt;Tom &amp;amp;amp; Jo&#39;s&amp;lt;/p&amp;gt;",
            "&lt;p&gt;Tom &amp; Jo's&lt;br /&gt;&lt;/p&gt;",
        ],
    )
    def test_is_read_as_what_it_was(self, markup: str) -> None:
        assert texts(markup) == ["Tom & Jo's"]

    def test_code_shows_its_tags_on_purpose(self) -> None:
        assert texts("<p>Write <code>&lt;p&gt;</code> first.</p>") == ["Write <p> first."]

    @pytest.mark.parametrize(
        ("markup", "words"),
        [
            ("&lt;p&gt;One&lt;/p&gt;\n&lt;p&gt;Two&lt;/p&gt;", ["One", "Two"]),
            ("See &lt;a href=&quot;/x&quot;&gt;this&lt;/a&gt; now", ["See this now"]),
            ("&lt;ul&gt;&lt;li&gt;One&lt;li&gt;Two&lt;/ul&gt;", ["One\nTwo"]),
            ("&lt;p&gt;if a &amp;lt;b and c&amp;gt; d&lt;/p&gt;", ["if a <b and c> d"]),
            ("&lt;p&gt;Write &lt;code&gt;&amp;lt;p&amp;gt;&lt;/code&gt;.&lt;/p&gt;", ["Write <p>."]),
            ("&lt;p&gt;One&lt;p&gt;Two", ["One", "Two"]),
            ("&lt;p&gt;One&lt;/p&gt; &lt;p&gt;Two", ["One", "Two"]),
            (" &lt;P class='a'&gt;One&lt;/P&gt; &lt;div&gt;Two", ["One", "Two"]),
            ("One &lt;p&gt;&lt;i&gt;two&lt;/i&gt;&lt;/p&gt;", ["One", "two"]),
            ("One &lt;br /&gt; two &lt;strong&gt;three", ["One \ntwo three"]),
            ("&lt;b&gt;Breaking&lt;/b&gt; Ferry docks", ["Breaking Ferry docks"]),
        ],
    )
    def test_a_whole_body_is_read_as_what_it_was(self, markup: str, words: list[str]) -> None:
        assert texts(markup) == words

    @pytest.mark.parametrize(
        ("markup", "words"),
        [
            ("if a&lt;b and c&gt;d then stop", "if a<b and c>d then stop"),
            ("The &lt;script&gt; tag is dangerous, police said.", "The <script> tag is dangerous, police said."),
            ("He typed &lt;3 and &lt;p&gt;", "He typed <3 and <p>"),
            ("Use &lt;br&gt; to break", "Use <br> to break"),
            ("Put &lt;b&gt; and &lt;/b&gt; around", "Put <b> and </b> around"),
            ("&lt;b&gt; and &lt;/b&gt; mark words", "<b> and </b> mark words"),
            ("Bold ends with &lt;b&gt;x&lt;/b&gt;", "Bold ends with <b>x</b>"),
            ("&lt;/p&gt; closes", "</p> closes"),
            ("&lt;hr&gt;", "<hr>"),
            ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
            ("&lt;b&gt;a&lt;/i&gt;", "<b>a</i>"),
            ("&lt;b&gt;&lt;/b&gt; marks words", "<b></b> marks words"),
            ("&lt;p&gt; and &lt;div&gt; are tags", "<p> and <div> are tags"),
            ("A &lt;p&gt;paragraph ends with &lt;/p&gt; or not", "A <p>paragraph ends with </p> or not"),
            ("&lt;script&gt;alert(1)&lt;/script&gt; pops up", "<script>alert(1)</script> pops up"),
        ],
    )
    def test_tags_that_readers_saw_as_words_are_words(self, markup: str, words: str) -> None:
        assert texts(markup) == [words]
        assert texts(f"<p>{markup}</p>") == [words]
        root = parse(f"<div>{markup}</div>").root
        assert root is not None
        assert text_of(root) == words

    def test_an_entity_that_a_page_shows_by_mistake_is_its_character(self) -> None:
        assert texts("<p>It &amp;amp; she left &amp;lt; 5</p>") == ["It & she left < 5"]


class TestWhatIsMarkup:
    @pytest.mark.parametrize(
        "text",
        [
            "if a<b and c>d then stop",
            "The <script> tag is dangerous.",
            "<first-name> left",
            "5 <6 and 7> 3",
            "a <!-- b",
            "--> a <!-- b",
        ],
    )
    def test_what_prose_may_hold_is_text(self, text: str) -> None:
        assert texts(text) == [text]

    @pytest.mark.parametrize("markup", ["<!-- c -->", "<!--more-->", "<!-- a --><!-- b -->", "<button>Vote</button>"])
    def test_what_nobody_saw_is_no_word(self, markup: str) -> None:
        assert texts(markup) == []

    @pytest.mark.parametrize(
        ("markup", "words"),
        [
            ("<poll-widget id=3>Which?</poll-widget>", "Which?"),
            ("<marquee>Slow</marquee>", "Slow"),
            ("<font color=red>Late", "Late"),
            ("One<br/>", "One"),
            ("<P\n>Two", "Two"),
            ("Three</p>", "Three"),
            (" <![CDATA[<p>Four</p>]]> ", "Four"),
            ("<![CDATA[Five]]>", "Five"),
        ],
    )
    def test_a_tag_of_html_is_no_text_also_where_it_stands_alone(self, markup: str, words: str) -> None:
        assert texts(markup) == [words]


class TestParagraphs:
    def test_blanks_are_as_a_browser_shows_them(self) -> None:
        assert texts("<p>\n  One \t two\u00a0three  <b> four</b>,\n five </p>") == ["One two\u00a0three four, five"]

    def test_a_line_break_stays_in_its_paragraph_and_two_end_it(self) -> None:
        assert texts("<p>Quay 1<br>Marlow<br> <br/>\n<br>Phone</p>") == ["Quay 1\nMarlow", "Phone"]

    def test_loose_text_and_boxes_are_paragraphs(self) -> None:
        assert texts("Loose <i>text</i><div>box<div>inner</div>tail</div>end") == [
            "Loose text", "box", "inner", "tail", "end",
        ]  # fmt: skip

    def test_what_nobody_reads_is_left_out(self) -> None:
        markup = (
            "<p>Seen<script>x()</script><style>p{}</style><!-- note --><template>t</template></p>"
            "<noscript>n</noscript>"
            "<button>Share</button><p hidden>hid</p><span class='a sr-only'>for ears</span><svg><text>s</text></svg>"
        )
        assert texts(markup) == ["Seen"]

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert texts("<pre>\n a\n  b  \n</pre><pre> </pre>") == [" a\n  b"]

    def test_definition_lists_keep_terms_and_definitions(self) -> None:
        assert texts("<dl><dt>Ebb</dt><dd>Water falls.</dd></dl>") == ["Ebb", "Water falls."]


# What a paragraph may be made of; all but the last few are read at once where nothing else stands in it.
_OF_A_PARAGRAPH = [
    *"a é-",
    " ",
    "  ",
    "\n",
    "\u00a0",
    "\u200b",
    "&amp;",
    "&amp;amp;",
    "&lt;b&gt;",
    "<a href='/x'>one</a>",
    "<a href='/x'> two </a>",
    "<a href='https://ü.example/y'>three</a>",
    "<a href='#here'>four</a>",
    "<a href='/x'></a>",
    "<b>five</b>",
    "<span hidden>six</span>",
    "<span class='sr-only'>seven</span>",
    "<br>",
    "<code>&lt;i&gt;</code>",
    "<img src='/y.jpg'>",
    "<b><i>eight</i></b>",
]


class TestParagraphsOfTextAndLinks:
    @settings(derandomize=True, deadline=None, max_examples=400)
    @given(st.lists(st.sampled_from(_OF_A_PARAGRAPH), max_size=8).map("".join))
    def test_are_the_same_read_at_once_and_piece_by_piece(self, inside: str) -> None:
        walked = f"<p>{inside}<b><b></b></b></p>"  # no line of text holds boxes in boxes
        assert read_blocks(f"<p>{inside}</p>", BASE) == read_blocks(walked, BASE)

    def test_two_links_to_one_place_in_a_row_are_one(self) -> None:
        assert blocks("<p><a href='/x'>har</a><a href='/x'>bour</a></p>") == [
            Paragraph("harbour", [Link(0, 7, "/x")])
        ]

    def test_the_words_between_links_are_counted(self) -> None:
        markup = "<p> See <a href='/x'>one</a> and <a href='/y'>two</a>. </p>"
        assert blocks(markup) == [Paragraph("See one and two.", [Link(4, 7, "/x"), Link(12, 15, "/y")])]

    def test_what_is_shown_at_another_place_is_left_out_with_the_text_behind_it_kept(self) -> None:
        root = parse("<div><p>Ada <i>14:05</i> writes</p></div>").root
        assert root is not None
        (time,) = root.iter("i")
        assert element_blocks(root, None, [time]).blocks == [Paragraph("Ada writes")]


class TestAddresses:
    @pytest.mark.parametrize(
        ("said", "base", "url"),
        [
            ("/a", BASE, "https://news.example/a"),
            ("/a/b.html?x=1&y#z", BASE, "https://news.example/a/b.html?x=1&y#z"),
            ("/a?", BASE, "https://news.example/a"),
            ("/a/../b", BASE, "https://news.example/b"),
            ("/./a", BASE, "https://news.example/a"),
            ("//cdn.example/a", BASE, "https://cdn.example/a"),
            (" /a b ", BASE, "https://news.example/ab"),
            ("/a", None, "/a"),
            ("/a", "https://news.example?x", "https://news.example/a"),
            ("/a", "ftp://files.example/x", "ftp://files.example/a"),
            ("/a", "mailto:ada@news.example", "/a"),
            ("/a", "http://[::1", "/a"),
            ("a", BASE, "https://news.example/live/a"),
        ],
    )
    def test_are_resolved(self, said: str, base: str | None, url: str) -> None:
        assert address(said, base) == url

    @settings(derandomize=True, deadline=None, max_examples=400)
    @given(st.lists(st.sampled_from([*"/ab.?#;:=é", "..", "//"]), max_size=8).map("".join))
    def test_on_the_site_of_the_page_are_those_of_the_standard_library(self, path: str) -> None:
        whole = address(f"/{path}", BASE)
        assert whole is not None
        assert whole == urljoin(BASE, f"/{path}")


class TestLinks:
    def test_positions_count_code_points_of_the_paragraph(self) -> None:
        (found,) = blocks('<p>🌊 See <a href="/map"> the <b>map</b> </a>, now.</p>', BASE)
        assert found == Paragraph("🌊 See the map , now.", [Link(6, 13, "https://news.example/map")])

    def test_a_link_over_two_paragraphs_is_a_link_in_each(self) -> None:
        found = blocks('<a href="https://a.example/"><p>One</p><p>Two</p></a>')
        assert found == [Paragraph(word, [Link(0, 3, "https://a.example/")]) for word in ("One", "Two")]

    def test_a_link_over_a_paragraph_break_is_cut_there(self) -> None:
        found = blocks('<p>a <a href="https://a.example/">b<br><br>c</a></p>')
        assert found == [
            Paragraph("a b", [Link(2, 3, "https://a.example/")]),
            Paragraph("c", [Link(0, 1, "https://a.example/")]),
        ]

    def test_what_leads_nowhere_or_to_a_mailbox_is_no_link(self) -> None:
        for href in ("", "#top", "javascript:go()", "mailto:a@b.example", "data:text/html,x"):
            assert blocks(f'<p><a href="{href}">text</a></p>', BASE) == [Paragraph("text")]

    def test_addresses_stay_as_they_stand_without_a_base(self) -> None:
        assert blocks('<p><a href="../map">m</a></p>') == [Paragraph("m", [Link(0, 1, "../map")])]
        assert blocks('<p><a href="http://[::1">m</a></p>', BASE) == [Paragraph("m", [Link(0, 1, "http://[::1")])]

    def test_links_where_the_model_keeps_none_are_given_back(self) -> None:
        markup = '<ul><li><a href="https://a.example/">a</a></li></ul><h2><a href="https://b.example/">b</a></h2>'
        found = read_blocks(markup)
        assert found.blocks == [ListBlock(["a"]), Heading("b", 2)]
        assert found.unkept == ["https://a.example/", "https://b.example/"]


class TestHeadingsQuotationsAndLists:
    def test_headings_keep_their_level(self) -> None:
        assert blocks("<h1>A<br>b</h1><h6>c</h6><h3> </h3>") == [Heading("A b", 1), Heading("c", 6)]

    def test_a_picture_in_a_heading_stands_behind_it(self) -> None:
        assert blocks('<h2><img src="https://a.example/i.png">A</h2>') == [
            Heading("A", 2), Media(kind="image", url="https://a.example/i.png"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "markup",
        [
            "<blockquote><p>One.</p><p>Two.</p><footer>— The <b>pilot</b></footer></blockquote>",
            "<blockquote>One.<p>Two.</p><cite>The pilot</cite></blockquote>",
            "<figure><blockquote>One.<br>Two.</blockquote><figcaption>The pilot</figcaption></figure>",
            '<blockquote><p>One.</p><p>Two.</p><p class="quote-attribution">The pilot</p></blockquote>',
        ],
    )
    def test_a_quotation_knows_who_is_quoted(self, markup: str) -> None:
        assert blocks(markup) == [Quotation("One.\nTwo.", "The pilot")]

    def test_a_post_is_of_the_account_in_its_last_line(self) -> None:
        said = "<blockquote><p>We stay awake.</p>&mdash; The pilot (@pilot) <a>3. March 2026, 20:45</a></blockquote>"
        assert blocks(said) == [Quotation("We stay awake.", "The pilot (@pilot) 3. March 2026, 20:45")]
        told = "<blockquote><p>We stay awake.</p><p>So the pilot (@pilot) said.</p></blockquote>"
        assert blocks(told) == [Quotation("We stay awake.\nSo the pilot (@pilot) said.")]

    def test_a_work_that_is_named_in_a_quotation_is_not_its_source(self) -> None:
        assert blocks("<blockquote><p>I read <cite>The Tide</cite> twice.</p></blockquote>") == [
            Quotation("I read The Tide twice.")
        ]

    def test_a_source_without_a_quotation_is_a_paragraph(self) -> None:
        assert blocks("<blockquote><footer>The pilot</footer></blockquote>") == [Paragraph("The pilot")]
        assert blocks("<blockquote> </blockquote>") == []

    def test_lists_keep_their_kind_and_nested_ones_are_indented(self) -> None:
        markup = "<ul><li>One</li><li>Two<ol><li>a</li><li>b<br>c</li></ol></li></ul><ol><li>First</ol>"
        assert blocks(markup) == [
            ListBlock(["One", "Two\n  a\n  b\n  c"]),
            ListBlock(["First"], ordered=True),
        ]

    def test_a_list_directly_in_a_list_belongs_to_the_item_before(self) -> None:
        assert blocks("<ul><li>One</li><ul><li>a</li></ul></ul>") == [ListBlock(["One\n  a"])]

    def test_pictures_of_a_list_stand_behind_it_and_hidden_items_are_none(self) -> None:
        markup = '<ul><li>One<img src="https://a.example/i.png"></li><li hidden>Two</li><li> </li></ul>'
        assert blocks(markup) == [ListBlock(["One"]), Media(kind="image", url="https://a.example/i.png")]
        assert blocks('<ul><li><img src="https://a.example/i.png"></li></ul>') == [
            Media(kind="image", url="https://a.example/i.png")
        ]


class TestTables:
    def test_each_row_is_a_paragraph_with_its_links(self) -> None:
        markup = (
            "<table><caption>Tides</caption><tr><th>Quay</th><th>High</th></tr><tr><td>Elm</td>"
            '<td><p>5.10</p><a href="https://a.example/">more</a></td></tr><tr><td></td></tr></table>'
        )
        assert blocks(markup) == [
            Paragraph("Tides"),
            Paragraph("Quay | High"),
            Paragraph("Elm | 5.10 more", [Link(11, 15, "https://a.example/")]),
        ]

    def test_a_cell_stays_in_its_column_where_others_cover_several(self) -> None:
        markup = (
            '<table><tr><th rowspan="2">Quay</th><th colspan="2">High</th><th>Low</th></tr>'
            "<tr><th>First</th><th>Second</th><th></th></tr>"
            '<tr><td rowspan="2">Elm</td><td>5.10</td><td>17.40</td><td>11.20</td></tr>'
            "<tr><td>5.50</td><td>18.10</td><td>11.55</td></tr>"
            '<tr><td colspan="100%">Times are local</td></tr>'
            '<tr><td rowspan="0">Ash</td><td colspan="x">6.05</td></tr></table>'
        )
        assert texts(markup) == [
            "Quay | High |  | Low",
            " | First | Second | ",
            "Elm | 5.10 | 17.40 | 11.20",
            " | 5.50 | 18.10 | 11.55",
            "Times are local",
            "Ash | 6.05",
        ]

    def test_a_picture_in_a_cell_stands_behind_its_row(self) -> None:
        markup = '<table><tr><td>a</td><td>b<img src="https://a.example/i.png"><h3>c</h3></td></tr></table>'
        assert blocks(markup) == [Paragraph("a | b c"), Media(kind="image", url="https://a.example/i.png")]

    def test_a_table_for_the_layout_is_none(self) -> None:
        assert texts("<table><tr><td><p>One</p><p>Two</p></td></tr></table>") == ["One", "Two"]
        assert texts("<table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr></table>") == ["a", "b"]

    def test_more_paragraphs_in_a_cell_than_rows_are_laid_out_by_it(self) -> None:
        row = "<tr><td>a<br>b</td><td><p>One</p><hr>Two<p>Three</p></td></tr>"
        assert texts(f"<table>{row}</table>") == ["a\nb", "One", "Two", "Three"]
        assert texts(f"<table>{row * 3}</table>") == ["a\nb | One Two Three"] * 3


class TestPicturesWithLines:
    @pytest.mark.parametrize(
        "markup",
        [
            '<span class="doc"><img src="a.jpg"><br>The bridge from above.</span>',
            '<p align="center"><a href="a.html"><img src="a.jpg"></a><br>The bridge from above.</p>',
            '<div class="photo"><img src="a.jpg"><br>The bridge from above.</div>',
        ],
    )
    def test_the_line_below_is_the_caption(self, markup: str) -> None:
        assert [(block.text, type(block)) for block in blocks(markup, BASE)] == [("The bridge from above.", Media)]

    @pytest.mark.parametrize(
        "markup",
        [
            '<p><img src="a.jpg"><br>The bridge is shut.</p>', '<span>Here: <img src="a.jpg"><br>The bridge.</span>',
            '<span><img src="a.jpg"> and<br>the bridge.</span>', "<span><b>12</b><br>The bridge is shut.</span>",
            "<span><i></i><br>The bridge is shut.</span>",
        ],
    )  # fmt: skip
    def test_other_lines_are_text(self, markup: str) -> None:
        assert any(isinstance(block, Paragraph) for block in blocks(markup, BASE))

    @pytest.mark.parametrize("kind", ["font", "small", "em", "i"])
    def test_a_line_in_other_letters_that_ends_with_a_credit_is_the_caption(self, kind: str) -> None:
        said = "The quay at noon (Photo: A. Nobody)"
        found = blocks(f'The bridge is shut.<br><img src="a.jpg"><br><{kind}>{said}</{kind}>', BASE)
        shown = Media(
            kind="image", url=urljoin(BASE, "a.jpg"), caption="The quay at noon", credit="(Photo: A. Nobody)"
        )
        assert found == [Paragraph("The bridge is shut."), shown]
        alone = blocks(f"The bridge is shut.<br><{kind}>{said}</{kind}>", BASE)
        assert [type(block) for block in alone] == [Paragraph]

    @pytest.mark.parametrize("address", ["/a.jpg", "/a.WEBP?w=9"])
    def test_a_box_with_the_address_of_a_picture_stands_for_it(self, address: str) -> None:
        shown = f'<div class="lazy" data-src="{address}"></div><figcaption>The quay.</figcaption>'
        (block,) = blocks(f"<figure>{shown}</figure>", BASE)
        assert block == Media(kind="image", url=urljoin(BASE, address), caption="The quay.")

    @pytest.mark.parametrize("shown", ["", "<div></div>", '<div data-src="/map.json"></div>'])
    def test_any_other_box_does_not(self, shown: str) -> None:
        found = blocks(f"<figure>{shown}<figcaption>The quay.</figcaption></figure>", BASE)
        assert found == [Paragraph("The quay.")]

    def test_what_is_called_its_rights_is_the_credit(self) -> None:
        below = '<div><p class="caption">The quay.</p><p class="rights">Rights: Ben Oar</p></div>'
        (block,) = blocks(f'<div><div><img src="a.jpg"></div>{below}</div>', BASE)
        assert isinstance(block, Media)
        assert (block.caption, block.credit) == ("The quay.", "Rights: Ben Oar")

    def test_a_line_in_brackets_may_stand_for_a_picture(self) -> None:
        said = "<p>[Bild: Die Brücke | Ada Example]</p><p>[Photo : Le pont]</p>"
        assert blocks(said) == [
            Media(kind="image", caption="Die Brücke", credit="Ada Example"),
            Media(kind="image", caption="Le pont"),
        ]

    @pytest.mark.parametrize(
        "said", ["[Die Brücke]", "[Bild: Die Brücke] steht.", '[Bild: <a href="/b">Die Brücke</a>]']
    )
    def test_other_lines_in_brackets_are_text(self, said: str) -> None:
        assert [type(block) for block in blocks(f"<p>{said}</p>", BASE)] == [Paragraph]


class TestPicturesAndRecordings:
    @pytest.mark.parametrize(
        ("below", "credit"),
        [
            ("<dd>The quay.</dd>", None),
            ('<dt class="doc_titre">The quay.</dt><dd class="doc_descriptif">Photo Ben Oar</dd>', "Photo Ben Oar"),
        ],
    )
    def test_what_a_list_of_terms_says_of_a_picture_is_its_caption(self, below: str, credit: str | None) -> None:
        found = read_blocks(f'<dl><dt><a href="/big"><img src="/i.jpg"></a></dt>{below}</dl>', BASE).blocks
        assert found == [
            Media(kind="image", url="https://news.example/i.jpg", caption="The quay.", credit=credit, alt=None)
        ]

    def test_a_list_of_several_pictures_and_what_they_are_is_no_caption(self) -> None:
        found = read_blocks(
            '<dl><dt><img src="/a.jpg"></dt><dd>A</dd><dt><img src="/b.jpg"></dt><dd>B</dd></dl>', BASE
        ).blocks
        assert [block.text for block in found if isinstance(block, Paragraph)] == ["A", "B"]

    def test_a_figure_has_caption_credit_and_alternative_text(self) -> None:
        markup = (
            '<figure><img src="/i.jpg" alt="A  quay"><figcaption>The <i>quay</i>. '
            '<span class="image-credit">Ben Oar</span></figcaption></figure>'
        )
        assert blocks(markup, BASE) == [
            Media(kind="image", url="https://news.example/i.jpg", caption="The quay.", credit="Ben Oar", alt="A quay")
        ]

    @pytest.mark.parametrize(
        "below",
        [
            "<small>The quay.</small>", '<div class="podpis">The quay.</div>', '<p class="bildtext">The quay.</p>',
            '<div class="w-cap">The quay.</div>', '<span itemprop="caption">The quay.</span>',
            '<span slot="caption">The quay.</span>',
        ],
    )  # fmt: skip
    def test_a_box_of_a_picture_and_its_caption_is_a_figure(self, below: str) -> None:
        assert blocks(f'<div class="pic"> <img src="i.jpg" alt="A quay"> {below} </div>') == [
            Media(kind="image", url="i.jpg", caption="The quay.", alt="A quay")
        ]

    def test_so_is_an_element_of_the_page_itself_whose_template_is_not_shown(self) -> None:
        template = '<template shadowrootmode="open"><figure><slot></slot></figure></template>'
        box = f'<x-figure>{template}<img src="i.jpg" alt="Water"><span slot="caption">The quay.</span></x-figure>'
        assert blocks(box) == [Media(kind="image", url="i.jpg", caption="The quay.", alt="Water")]

    @pytest.mark.parametrize("picture", ['<p><img src="i.jpg"></p>', '<div><a href="/i"><img src="i.jpg"></a></div>'])
    def test_a_picture_may_be_alone_in_a_box_above_its_caption(self, picture: str) -> None:
        below = '<p class="x-img-caption">The quay.</p>'
        (shown,) = blocks(f"{picture}{below}")
        assert isinstance(shown, Media)
        assert (shown.url, shown.caption) == ("i.jpg", "The quay.")
        assert blocks(f'<p>Look: <img src="i.jpg"></p>{below}')[-1] != shown

    def test_a_player_is_a_film_of_its_own(self) -> None:
        player = '<div class="video-player"><button>▶</button><b>The ferry</b></div>'
        assert blocks(f'<img src="i.jpg" alt="Water">{player}') == [
            Media(kind="image", url="i.jpg", alt="Water"), Media(kind="video", caption="The ferry"),
        ]  # fmt: skip
        assert blocks('<div class="player"><b>Ada</b><button>Vote</button></div>') == [Paragraph("Ada")]

    @pytest.mark.parametrize(
        ("said", "caption", "credit"),
        [
            ("The quay. Photograph: Ben Oar/Harbour News", "The quay.", "Photograph: Ben Oar/Harbour News"),
            ("The quay at noon (Photo: B. C. Oar)", "The quay at noon", "(Photo: B. C. Oar)"),
            ("Der Kai am Mittag | Bild: dpn", "Der Kai am Mittag", "Bild: dpn"),
            ("Le quai, ce mardi. Crédit photo : Ada Quai", "Le quai, ce mardi.", "Crédit photo : Ada Quai"),
            ("Le quai © Photo : Ada Quai", "Le quai", "© Photo : Ada Quai"),
            ("The quay. © Harbour News", "The quay.", "© Harbour News"),
            ("The quay on Thursday Credit: Ben Oar", "The quay on Thursday", "Credit: Ben Oar"),
            ("Fotoquelle: Feuerwehr", None, "Fotoquelle: Feuerwehr"),
            ("Auf dem Bild: Frau Oar", "Auf dem Bild: Frau Oar", None),
            ("Third in the photo: Ben Oar", "Third in the photo: Ben Oar", None),
            ("Image: A lone gull waits for fish", "Image: A lone gull waits for fish", None),
            ("The quay. Photo: Ben Oar. It is shut.", "The quay. Photo: Ben Oar. It is shut.", None),
        ],
    )
    def test_a_caption_may_end_with_its_credit(self, said: str, caption: str | None, credit: str | None) -> None:
        (block,) = blocks(f'<figure><img src="i.jpg"><figcaption>{said}</figcaption></figure>')
        assert block == Media(kind="image", url="i.jpg", caption=caption, credit=credit)

    def test_what_a_script_writes_for_no_alternative_text_is_none(self) -> None:
        assert blocks('<img src="i.jpg" alt="undefined">') == [Media(kind="image", url="i.jpg")]
        assert blocks('<p>Up.</p><img alt="null">') == [Paragraph("Up.")]

    def test_a_credit_of_its_own_goes_before_that_of_the_caption(self) -> None:
        said = 'The quay. Photo: Ben Oar <b class="credit">Harbour News</b>'
        (block,) = blocks(f'<figure><img src="i.jpg"><figcaption>{said}</figcaption></figure>')
        assert block == Media(kind="image", url="i.jpg", caption="The quay. Photo: Ben Oar", credit="Harbour News")

    def test_so_is_a_line_of_both(self) -> None:
        assert blocks('<p><img src="i.jpg" alt="Water"><br><em>The quay. Foto: Ben Oar</em></p>') == [
            Media(kind="image", url="i.jpg", caption="The quay.", credit="Foto: Ben Oar", alt="Water")
        ]
        assert blocks('<p><img src="i.jpg" alt="Water"><br></p>') == [Media(kind="image", url="i.jpg", alt="Water")]

    @pytest.mark.parametrize(
        "box",
        [
            '<div><img src="i.jpg"><p>The quay.</p></div>',
            '<div><img src="i.jpg"><small>The quay.</small>More.</div>',
            "<div><b>Two</b><small>The quay.</small></div>",
            '<div><img src="i.jpg"><small>The quay.</small><p>More.</p></div>',
        ],
    )
    def test_a_box_with_text_is_none(self, box: str) -> None:
        assert any(isinstance(block, Paragraph) for block in blocks(box))

    @pytest.mark.parametrize(
        "box",
        [
            '<div><img src="i.jpg" alt="Water"><div class="x-caption">The quay at dawn.</div>'
            '<div class="x-credit">Ben Oar</div></div>',
            '<div class="i"><div class="c"><a><picture><img src="i.jpg" alt="Water"></picture></a></div><div>'
            '<div class="i__caption"><span>The quay at dawn.</span></div><p class="i__credit">Ben Oar</p>'
            "</div></div>",
        ],
    )
    def test_captions_and_credits_below_a_picture_are_told_by_their_names(self, box: str) -> None:
        assert blocks(box) == [
            Media(kind="image", url="i.jpg", caption="The quay at dawn.", credit="Ben Oar", alt="Water")
        ]

    @pytest.mark.parametrize(
        "box",
        [
            '<div class="photo"><img src="i.jpg" alt="Water"><div><p>The quay at dawn.</p></div></div>',
            '<div class="absatzbild"><div><picture><img src="i.jpg" alt="Water"></picture></div>'
            "<div><p>The quay at dawn.</p></div></div>",
        ],
    )
    def test_words_below_the_picture_of_a_box_that_is_called_one_are_its_caption(self, box: str) -> None:
        assert blocks(box) == [Media(kind="image", url="i.jpg", caption="The quay at dawn.", alt="Water")]

    def test_a_text_below_the_picture_of_a_box_that_is_called_one_is_none(self) -> None:
        text = "The quay is down, and so is the pier. " * 9
        assert blocks(f'<div class="photo"><img src="i.jpg"><p>{text}</p></div>')[1:] == [Paragraph(text.strip())]

    def test_what_kind_of_thing_a_figure_shows_is_no_text(self) -> None:
        box = '<figure><span>Image</span><img src="i.jpg" alt="Water"><figcaption>The quay.</figcaption></figure>'
        assert blocks(box) == [Media(kind="image", url="i.jpg", caption="The quay.", alt="Water")]
        assert blocks("<figure><span>Image of a quay</span></figure>") == [Paragraph("Image of a quay")]

    def test_captions_that_stand_too_deep_are_text(self) -> None:
        deep = "<div>" * 9 + '<p class="caption">The quay.</p>' + "</div>" * 9
        assert Paragraph("The quay.") in blocks(f'<div><img src="i.jpg">{deep}</div>')

    @pytest.mark.parametrize(
        "box",
        [
            '<div><img src="i.jpg" alt="The quay"><div class="txt">The quay. (Ben Oar)</div></div>',
            '<div><img src="i.jpg" alt="The quay"><meta content="9"><p>The quay. (Ben Oar)</p></div>',
            '<span><img src="i.jpg" alt="The quay"><small>The quay. (Ben Oar)</small></span>',
            '<div><img src="i.jpg" alt="The quay"><div class="legenda">The quay. (Ben Oar)</div></div>',
            '<x-f><div><img src="i.jpg" alt="The quay"></div><figcaption>The quay. (Ben Oar)</figcaption></x-f>',
        ],
    )
    def test_what_repeats_the_alternative_text_below_a_picture_is_its_caption(self, box: str) -> None:
        assert blocks(box) == [Media(kind="image", url="i.jpg", caption="The quay. (Ben Oar)", alt="The quay")]

    @pytest.mark.parametrize(
        "box",
        [
            '<div><img src="i.jpg" alt="Quay"><p>Quay walls are down.</p></div>',
            '<div><img src="i.jpg" alt="The quay"><p>It is down.</p></div>',
            '<div><img src="i.jpg" alt="The quay"><i></i><p>The quay is down.</p></div>',
            '<div><div>Now<img src="i.jpg" alt="The quay"></div><small>The quay is down.</small></div>',
            '<div><div><img src="i.jpg" alt="The quay"><br></div><small>The quay is down.</small></div>',
            '<div><p><img src="i.jpg" alt="The quay"></p><small>The quay is down.</small></div>',
            '<div><img src="i.jpg" alt="The quay"><b></b><b></b><b></b><b></b><small>The quay is down.</small></div>',
            '<div><b><img src="i.jpg" alt="The quay"></b><small>The quay is down.</small></div>',
        ],
    )
    def test_other_words_below_a_picture_are_text(self, box: str) -> None:
        found = blocks(box)
        assert [block.caption for block in found if isinstance(block, Media)] == [None]
        assert found[-1].text.endswith("down.") or found[0].text.endswith("down.")

    def test_a_caption_that_is_left_out_stays_out(self) -> None:
        tree = parse('<div id="a"><div><img src="i.jpg"><small>Ada</small></div><p>Text.</p></div>').root
        assert tree is not None
        assert element_blocks(tree, without=[*tree.iter("small", "img")]).blocks == [Paragraph("Text.")]
        tree = parse('<div id="a"><div><div><img src="i.jpg"></div><small>Ada</small></div><p>Text.</p></div>').root
        assert tree is not None
        assert element_blocks(tree, without=[*tree.iter("img")]).blocks == [Paragraph("Ada"), Paragraph("Text.")]

    def test_a_figure_of_several_pictures_keeps_its_caption_behind_them(self) -> None:
        found = blocks('<figure><img src="a.jpg"><img src="b.jpg"><figcaption>Both.</figcaption></figure>')
        assert found == [Media(kind="image", url="a.jpg"), Media(kind="image", url="b.jpg"), Paragraph("Both.")]

    def test_figures_in_figures_keep_their_own_captions(self) -> None:
        inner = '<figure><img src="{0}.jpg"><figcaption>{0}</figcaption></figure>'
        found = blocks(f"<figure>{inner.format('a')}{inner.format('b')}<figcaption>Both</figcaption></figure>")
        assert found == [
            Media(kind="image", url="a.jpg", caption="a"), Media(kind="image", url="b.jpg", caption="b"),
            Paragraph("Both"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("markup", "url"),
        [
            ('<img src="data:image/gif;base64,R0" data-src="late.jpg">', "late.jpg"),
            ('<img srcset="s.jpg 1x, l.jpg 2x">', "l.jpg"),
            ('<picture><source srcset="l.webp 2x"><img src="data:image/gif;base64,R0"></picture>', "l.webp"),
            ('<figure><img><noscript><img src="plain.jpg"></noscript></figure>', "plain.jpg"),
            ('<amp-img src="a.jpg"></amp-img>', "a.jpg"),
        ],
    )
    def test_a_picture_that_a_script_loads_late_is_found(self, markup: str, url: str) -> None:
        assert blocks(markup) == [Media(kind="image", url=url)]

    def test_a_picture_of_unknown_address_keeps_what_is_said_of_it(self) -> None:
        assert blocks("<figure><img><figcaption>The quay.</figcaption></figure>") == [
            Media(kind="image", caption="The quay.")
        ]

    def test_counters_that_nobody_sees_are_no_pictures(self) -> None:
        assert blocks('<p>a<img src="t.gif" width="1" height="1"><img></p>') == [Paragraph("a")]

    def test_a_pictograph_is_part_of_its_sentence_and_a_picture_stands_behind_it(self) -> None:
        markup = (
            '<p>Up <img class="emoji" alt="🌊"> and <img src="i.png" alt="⚓"> away <img src="q.jpg" alt="q">.</p>'
        )
        assert blocks(markup) == [Paragraph("Up 🌊 and ⚓ away ."), Media(kind="image", url="q.jpg", alt="q")]

    @pytest.mark.parametrize(
        ("box", "kind", "caption"),
        [
            ('<div class="c-video"><span>The quay at dawn</span><span>1:20</span></div>', "video",
             "The quay at dawn 1:20"),
            ('<div class="x video-embed"><div class="js"></div><b>The quay at dawn</b><i>0:55 min</i></div>',
             "video", "The quay at dawn 0:55 min"),
            ('<div class="media media--video"><button>Play</button><div>The quay at dawn (00:41)</div></div>',
             "video", "The quay at dawn (00:41)"),
            ('<div class="pic--video"><a class="video" href="/v"><svg><title>Play</title></svg>'
             '<i class="v__duration">01:47</i><b>The quay at dawn</b></a></div>', "video", "01:47 The quay at dawn"),
            ('<div class="VideoPlayer_root__Yc"><button>Play</button><p>The quay</p>'
             "<b>Duration: 1 minute 12 seconds</b></div>", "video", "The quay Duration: 1 minute 12 seconds"),
            ('<section class="audio-player"><b>Audio</b><p>The quay.</p><i>1:02:30</i></section>',
             "audio", "The quay. 1:02:30"),
            ('<div data-testid="video-player"><button>Play</button><span>Loading</span><span>3:41:09</span></div>',
             "video", "3:41:09"),
            ('<div class="video-player"><span>00:43</span><span>The quay at dawn</span></div>', "video",
             "00:43 The quay at dawn"),
            ('<div class="c-video"><button>Abspielen</button><p>The quay</p><i>12 min</i></div>', "video",
             "The quay 12 min"),
            ('<div class="c-video"><button class="c-video__play"></button><p>The quay</p></div>', "video",
             "The quay"),
            ('<div class="video-player"><button></button><p>The quay</p></div>', "video", "The quay"),
            ('<div class="x player"><button aria-label="Écouter"></button><b>Le quai (1 min 12)</b></div>', "audio",
             "Le quai (1 min 12)"),
            ('<div class="player"><button>Watch</button><b>The quay</b></div>', "video", "The quay"),
            ('<div class="x__video"><h4>The quay</h4><i class="x__duration">1:24 Min</i></div>', "video",
             "The quay 1:24 Min"),
            ('<figure class="audio"><button>Start</button><figcaption>The quay</figcaption></figure>', "audio",
             "The quay"),
            ('<figure><button aria-label="Play"><svg></svg></button><figcaption>The quay</figcaption></figure>',
             "video", "The quay"),
            ('<figure><button>▶</button><figcaption>The quay</figcaption></figure>', "video", "The quay"),
            ('<figure><div class="podcast"></div><button>Start</button><figcaption>The quay</figcaption></figure>',
             "audio", "The quay"),
        ],
    )  # fmt: skip
    def test_what_stands_for_a_film_that_a_script_plays_is_its_caption(
        self, box: str, kind: str, caption: str
    ) -> None:
        assert blocks(f"<p>Up.</p>{box}<p>Down.</p>") == [
            Paragraph("Up."), Media(kind=kind, caption=caption), Paragraph("Down.")
        ]  # fmt: skip

    def test_a_still_of_a_film_stands_behind_it(self) -> None:
        assert blocks('<div class="video"><img src="p.jpg"><b>The quay</b><i>1:20</i></div>') == [
            Media(kind="video", caption="The quay 1:20"), Media(kind="image", url="p.jpg")
        ]  # fmt: skip

    def test_what_stands_below_the_still_and_length_of_a_film_is_said_of_it(self) -> None:
        player = '<div class="video-player"><img src="p.jpg"><b class="duration">1:20</b></div>'
        assert blocks(f'{player}<p class="caption">The quay</p>') == [
            Media(kind="video", caption="1:20"), Media(kind="image", url="p.jpg", caption="The quay")
        ]  # fmt: skip
        words = '<div><b>So it</b> <b>was</b><img src="p.jpg"></div>'
        assert blocks(f'{words}<p class="caption">The quay</p>') == [
            Paragraph("So it was"), Media(kind="image", url="p.jpg"), Paragraph("The quay")
        ]  # fmt: skip

    def test_a_film_that_is_in_the_page_has_its_title(self) -> None:
        assert blocks('<div class="video"><video src="v.mp4"></video><b>The quay</b><i>1:20</i></div>') == [
            Media(kind="video", url="v.mp4", caption="The quay 1:20")
        ]

    @pytest.mark.parametrize(
        "box",
        [
            '<div class="c-video"><span>The quay</span><span>The pier</span><span>1:20</span></div>',
            '<div class="c-video"><span>The quay</span></div>',
            '<div class="c-video"><p>The quay is down.</p><button>Share</button></div>',
            '<div class="c-video">Now <span>The quay</span><span>1:20</span></div>',
            '<div class="c-video"><h3>The quay</h3><button>Play</button></div>',
            '<div class="video-player"><h3>The quay</h3><i>14:05</i></div>',
            '<div class="c-video"><span>1:20</span><span>1:20</span></div>',
            '<div class="c-video"><span>14:05</span><span>The quay is down</span></div>',
            '<div class="c-video"><span>The quay</span><button>Share</button></div>',
            '<div class="c-video"><p>The referee added extra time of</p><p>12 min</p></div>',
            '<div class="c-video"><span>The referee added extra time of</span><span>12 min</span></div>',
            '<div class="c-video"><p>The gates open again at</p><p>14:05</p><button>Share</button></div>',
            '<div class="podcast"><b>Thirty people died in the fire.</b><b>14:05</b></div>',
            '<div class="podcast"><b>Thirty people died in the fire.</b><b>14:05</b><button>Play</button></div>',
            '<div class="c-video"><span>14:05</span><button>Share</button></div>',
            '<div class="c-video"><span>14:05</span><span>The quay is down</span><button>Share</button></div>',
            '<div class="video-player"><button>Play</button></div>',
            '<div class="video-player"><i>14:05</i></div>',
            '<div class="player"><span>The quay</span><span>14:05</span></div>',
            '<div class="x"><span>The quay</span><span>1:20</span></div>',
            f'<div class="video"><p>{"The quay is down. " * 20}</p><i>1:20</i></div>',
        ],
    )
    def test_other_boxes_that_are_called_so_are_text(self, box: str) -> None:
        assert not any(isinstance(block, Media) for block in blocks(box))

    @pytest.mark.parametrize(
        "shown",
        [
            "<svg></svg><button>Enlarge</button>",
            "<svg></svg><button>Play</button>",
            '<div class="video"></div>',
            '<canvas></canvas><button aria-label="Zoom">+</button>',
            '<div id="map"></div><button aria-label="Zoom">+</button>',
            '<div data-src="i.jpg"></div><button class="display">Enlarge</button>',
        ],
    )
    def test_a_chart_or_map_with_a_button_is_no_film(self, shown: str) -> None:
        assert blocks(f"<figure>{shown}<figcaption>The quay</figcaption></figure>") == [Paragraph("The quay")]

    @pytest.mark.parametrize(
        "box",
        [
            '<div class="video"><a href="https://a.example/v">The quay</a><span>2:30</span></div>',
            '<div class="video"><p><a href="https://a.example/v">The quay</a></p><i class="length">2:30</i></div>',
            '<a class="video" href="https://a.example/v"><span>The quay</span><span>2:30</span></a>',
            '<div class="video"><b><a href="https://a.example/v">The</a> quay</b><span>2:30</span></div>',
        ],
    )
    def test_the_address_of_a_link_to_a_film_is_told_once(self, box: str) -> None:
        found = read_blocks(box)
        assert found.blocks == [Media(kind="video", caption="The quay 2:30")]
        assert found.unkept == ["https://a.example/v"]

    @pytest.mark.parametrize(
        ("beside", "caption", "credit"),
        [
            ("<span><i class=credit>Ben Oar</i><i>The quay</i></span>", "The quay", "Ben Oar"),
            ("<div>PA/Ben Oar</div><figcaption>The quay</figcaption>", "The quay", "PA/Ben Oar"),
        ],
    )
    def test_what_else_a_figure_says_is_said_of_its_picture(self, beside: str, caption: str, credit: str) -> None:
        assert blocks(f'<figure><img src="i.jpg">{beside}</figure>') == [
            Media(kind="image", url="i.jpg", caption=caption, credit=credit)
        ]

    @pytest.mark.parametrize(
        "beside",
        [
            "<p>The quay is down.</p><figcaption>The quay</figcaption>",
            "<p>Down</p><p>Up</p><figcaption>The quay</figcaption>",
            "<p>Down</p><figcaption>The quay <i class=credit>Ben Oar</i></figcaption>",
            f"<p>{'Down and up ' * 50}</p>",
        ],
    )
    def test_a_text_beside_the_picture_of_a_figure_is_one(self, beside: str) -> None:
        assert any(isinstance(block, Paragraph) for block in blocks(f'<figure><img src="i.jpg">{beside}</figure>'))

    def test_the_caption_of_a_figure_stands_for_what_another_service_shows(self) -> None:
        assert blocks(
            '<figure><amp-youtube data-videoid="1"></amp-youtube><figcaption>The quay</figcaption></figure>'
        ) == [Embed(provider="youtube", url="https://www.youtube.com/watch?v=1", text="The quay")]

    def test_recordings(self) -> None:
        markup = (
            '<video poster="p.jpg"><source src="v.mp4"></video><audio src="a.mp3" title="Horn"></audio>'
            "<video></video><amp-video src='w.mp4'></amp-video>"
        )
        assert blocks(markup) == [
            Media(kind="video", url="v.mp4"),
            Media(kind="audio", url="a.mp3", alt="Horn"),
            Media(kind="video", url="w.mp4"),
        ]


class TestEmbeds:
    def test_a_link_that_is_all_of_what_is_embedded_stands_for_it(self) -> None:
        inside = '<a href="https://www.instagram.com/p/1/">View this post</a>'
        found = blocks(f'<p>It is shut.</p><div class="c-embed">{inside}</div>', BASE)
        post = Embed(provider="instagram", url="https://www.instagram.com/p/1/", text="View this post")
        assert found == [Paragraph("It is shut."), post]
        others = (
            f'<div class="text">{inside}</div><div class="embed">See {inside}</div><div class="embed"><a></a></div>'
        )
        assert [type(block) for block in blocks(others, BASE)] == [Paragraph, Paragraph]

    def test_a_post_keeps_its_text_and_address(self) -> None:
        markup = (
            '<blockquote class="twitter-tweet"><p>Bridge open. <a href="https://t.co/x">pic</a></p>— Quay (@quay) '
            '<a href="https://twitter.com/quay/status/1">3 March</a></blockquote><script src="w.js"></script>'
        )
        assert blocks(markup) == [
            Embed(
                provider="twitter",
                url="https://twitter.com/quay/status/1",
                text="Bridge open. pic\n— Quay (@quay) 3 March",
            )
        ]

    @pytest.mark.parametrize(
        ("markup", "provider", "url"),
        [
            (
                '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/1/"></blockquote>',
                "instagram",
                "https://www.instagram.com/p/1/",
            ),
            ('<blockquote class="tiktok-embed"><a href="#x"></a></blockquote>', "tiktok", None),
            ('<iframe src="//www.youtube.com/embed/1"></iframe>', "youtube", "https://www.youtube.com/embed/1"),
            ('<iframe data-src="https://charts.example/1"></iframe>', "charts.example", "https://charts.example/1"),
            (
                '<iframe src="https://video.maps.dwcdn.net/1/"></iframe>',
                "datawrapper",
                "https://video.maps.dwcdn.net/1/",
            ),
            ('<object data="https://a.example/m.swf"></object>', "a.example", "https://a.example/m.swf"),
            ('<embed src="map">', "news.example", "https://news.example/live/map"),
            ('<amp-youtube data-videoid="1"></amp-youtube>', "youtube", "https://www.youtube.com/watch?v=1"),
            ("<amp-twitter></amp-twitter>", "twitter", None),
            ('<div data-url="https://x.com/quay/status/2"></div>', "twitter", "https://x.com/quay/status/2"),
        ],
    )
    def test_services_are_known_by_their_marks(self, markup: str, provider: str, url: str | None) -> None:
        assert blocks(markup, BASE) == [Embed(provider=provider, url=url)]

    @pytest.mark.parametrize(
        "markup",
        [
            '<div class="fb-post" data-href="https://facebook.com/quay/1"><blockquote>{}</blockquote></div>',
            '<div><blockquote class="fb-xfbml-parse-ignore" cite="https://facebook.com/quay/1">{}</blockquote></div>',
        ],
    )
    def test_who_posted_something_belongs_to_the_post(self, markup: str) -> None:
        said = "<p>Pump shed found.</p>Posted by <a href='https://facebook.com/quay'>The Quay</a>"
        text = "Pump shed found.\nPosted by The Quay"
        assert blocks(markup.format(said)) == [
            Embed(provider="facebook", url="https://facebook.com/quay/1", text=text)
        ]

    @pytest.mark.parametrize("markup", ["<iframe></iframe>", '<iframe src="about:blank"></iframe>',
                                        '<iframe src="https://t.example/" width="1" height="0"></iframe>',
                                        '<div data-url="more"></div>', "<div data-id=1></div>"])  # fmt: skip
    def test_what_shows_nothing_is_none(self, markup: str) -> None:
        assert blocks(markup) == []

    def test_an_address_without_a_host_is_of_no_service(self) -> None:
        assert blocks('<iframe src="map.html"></iframe>') == [Embed(provider="embed", url="map.html")]
        assert blocks('<iframe src="http://[::1"></iframe>') == [Embed(provider="embed", url="http://[::1")]

    def test_words_below_a_frame_in_a_box_that_is_called_one_stand_for_what_it_shows(self) -> None:
        frame = '<iframe src="https://t.me/quay/4" title="Post"></iframe>'
        box = f'<div class="embed">{frame}<p>Quay: the ferry</p><p>is late.</p></div>'
        assert blocks(box) == [
            Embed(provider="telegram", url="https://t.me/quay/4", text="Quay: the ferry\nis late.")
        ]

    @pytest.mark.parametrize(
        "box",
        [
            "<div>{}<p>Said.</p></div>",
            '<div class="embed">See {}<p>Said.</p></div>',
            '<div class="embed">{} here<p>Said.</p></div>',
            '<div class="embed"><b>See</b>{}<p>Said.</p></div>',
            '<div class="embed">{}<p class="caption">Said.</p></div>',
            '<div class="embed">{}<p class="credit">Said.</p></div>',
            '<div class="embed">{}<p>' + "Said. " * 200 + "</p></div>",
        ],
    )
    def test_words_beside_other_frames_are_their_own(self, box: str) -> None:
        found = blocks(box.format('<iframe src="https://t.me/quay/4" title="Post"></iframe>'))
        assert len(found) > 1
        assert "Post" in [one.text for one in found]

    def test_the_title_of_a_frame_and_the_text_in_an_object_are_its_text(self) -> None:
        assert blocks('<iframe src="https://a.example/" title="Tides"></iframe>')[0].text == "Tides"
        assert blocks('<object data="https://a.example/">No plug-in.</object>')[0].text == "No plug-in."
        assert blocks("<object><p>No plug-in.</p></object>") == [Paragraph("No plug-in.")]


class TestLines:
    def test_a_headline_is_one_line_without_tags(self) -> None:
        assert line(" <b>Ferry</b>\n refloated &amp; towed ") == "Ferry refloated & towed"
        assert line("Ferry  refloated") == "Ferry refloated"
        assert line(" ") is line(None) is line("<br>") is None


class TestHostileMarkup:
    @pytest.mark.parametrize("depth", [90, 101, 150, 2000, 100_000])
    @pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul", "figure", "a href=/x", "table"])
    def test_nesting_beyond_reason_loses_no_word(self, depth: int, tag: str) -> None:
        name = tag.partition(" ")[0]
        found = texts(f"<{tag}>" * depth + "deep <i>words</i> here" + f"</{name}>" * depth + "<p>after</p>")
        assert " ".join(" ".join(found).split()).startswith("deep words here")
        assert "after" in " ".join(found)

    def test_what_stands_too_deep_is_text_without_scripts(self) -> None:
        markup = "<div>" * 120 + "a<script>x</script>b<p>c</p>d"
        assert " ".join(texts(markup)).split() == ["ab", "c", "d"]

    @pytest.mark.parametrize(
        "markup",
        ["<p " * 20_000, "&lt;p " * 20_000, "<" * 50_000, '<a href="' * 20_000, "&amp;" * 50_000, "<!--" * 9_000],
    )
    def test_broken_markup_ends(self, markup: str) -> None:
        assert isinstance(blocks(markup), list)

    @settings(derandomize=True, deadline=None)
    @given(st.lists(st.sampled_from(PIECES)).map("".join))
    def test_any_text_gives_blocks_without_tags(self, markup: str) -> None:
        found: list[Block] = blocks(markup)
        for block in found:
            assert "<p>" not in block.text
            assert "<br>" not in block.text


def test_all_text_inside_is_that_between_all_tags_and_not_behind_the_last() -> None:
    root = parse("<div>a<p> b&amp;<b>\u00e9</b>\nc<script>d</script></p><!-- e --></div>f").root
    assert root is not None
    (box,) = root.iter("div")
    assert text_inside(box) == "".join(map(str, box.itertext())) == "a b&é\ncd"


@given(st.text(alphabet=" \t\n\x1c\x85\xa0\u2028\u200b\u3000abé"))
def test_words_of_a_text_have_one_blank_between_them_whatever_parted_them(text: str) -> None:
    assert spaced(text) == " ".join(text.split())


@pytest.mark.parametrize("text", ["", "14:05", "Ada &amp; Ben", "<br>"])
def test_the_text_of_an_element_without_others_is_that_of_its_tree(text: str) -> None:
    root = parse(f"<p>{text}</p> behind it").root
    assert root is not None
    (element,) = root.iter("p")
    assert text_inside(element) == "".join(map(str, element.itertext()))


@pytest.mark.parametrize(
    ("body", "texts", "places"),
    [
        ("<p>One</p><b></b><p>Two</p><b></b>", ["One", "Two"], [1, 2]),
        ("<p>One <b>two</b> three</p>", ["One", "two three"], [1]),
        ("<ul><li>One</li><li>Two</li><li><b></b></li><li>Three</li></ul>", ["One\nTwo", "Three"], [1]),
        ("<blockquote>One <b></b></blockquote>", ["One"], [0]),
        ("<table><tr><td>One</td><td>Two</td></tr><tr><td><b></b></td><td>Three</td></tr></table>",
         ["One | Two", " | Three"], [1]),
        ("<table><tr><td>One</td><td>Two</td></tr></table><button><b></b></button>", ["One | Two"], []),
    ],
)  # fmt: skip
def test_elements_are_marked_by_the_number_of_blocks_before_them(
    body: str, texts: list[str], places: list[int]
) -> None:
    root = parse(body).root
    assert root is not None
    found = element_blocks(root, marks=[*root.iter("b")])
    assert ([block.text for block in found.blocks], [*found.places.values()]) == (texts, places)


def test_rows_and_items_are_marked_and_left_out() -> None:
    root = parse(
        "<ul><li>One</li><li>Two</li><li class='x'>Three</li></ul>"
        "<table><tr><td>Four</td><td>Five</td></tr><tr class='x'><td>Six</td><td>Seven</td></tr></table>"
    ).root
    assert root is not None
    marks = root.findall(".//*[@class='x']")
    found = element_blocks(root, None, marks, marks=marks)
    assert [block.text for block in found.blocks] == ["One\nTwo", "Four | Five"]
    assert found.places == {marks[0]: 1, marks[1]: 2}
