"""What pages say in data: JSON-LD in all its broken forms, microdata, RDFa, and what is kept of them."""

from collections.abc import Sequence

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.model import Agent, Embed, LiveBlog, Media, Paragraph
from tests.importers.html.reading import codes, note, of, page, posting, script, update

AT = "2026-03-03T14:05:00+01:00"
ONE = update(headline="Aground", datePublished=AT, articleBody="She is aground.")


def told(data: object, body: str = "", **options: object) -> LiveBlog:
    return of(page(body, head=script(data)), **options)


class TestBrokenJson:
    def test_a_block_in_a_wrapping_of_old_is_read(self) -> None:
        for before, after in (("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("", ";")):
            text = before + '{"@type":"LiveBlogPosting","liveBlogUpdate":[{"headline":"Aground"}]}' + after
            assert [entry.headline for entry in told(text).entries] == ["Aground"]

    @pytest.mark.parametrize(
        ("text", "how"),
        [
            ('{"headline":"A\nground"}', "all the same"),
            ('{"headline":"Aground","n":NaN}', "all the same"),
            ("{&quot;headline&quot;:&quot;Aground&quot;}", "after its entities"),
            ('{"headline":"Aground",}', "without comments and spare commas"),
            ('{/* the // first */"headline":"Aground" // here\n}', "without comments and spare commas"),
            ('{"datePublished":"2026-03-03" "headline":"Aground"}', "without comments and spare commas"),
            ('{"author":{"name":"a"} "headline":"Aground"}', "without comments and spare commas"),
            (r'{"headline":"Aground\'s","x":"\u12"}', "without escapes that JSON does not have"),
        ],
    )
    def test_a_block_that_is_nearly_json_is_repaired_and_noted(self, text: str, how: str) -> None:
        blog = told('{"@type":"LiveBlogPosting","liveBlogUpdate":[' + text + "]}")
        assert blog.entries[0].headline
        assert blog.entries[0].headline.startswith("A")
        assert note(blog, "json-ld-repaired").endswith(f"read {how}")

    def test_several_values_in_one_block_are_all_read(self) -> None:
        text = '{"@type":"WebPage"}\n{"@type":"LiveBlogPosting","liveBlogUpdate":[{"headline":"Aground"}]}'
        assert len(told(text).entries) == 1

    def test_updates_that_are_whole_are_saved_from_a_block_that_is_not(self) -> None:
        text = (
            '{"@type":"LiveBlogPosting","headline":"Storm","liveBlogUpdate":[{"headline":"One","author":{"name":"a"}},'
            '{"headline":"She said "no" twice","author":{"name":"b"}},{"headline":"Three"},{"headline":"Fo'
        )
        blog = told(text)
        assert [entry.headline for entry in blog.entries] == ["One", "Three"]
        assert blog.title == "Storm"
        assert note(blog, "json-ld-broken").endswith("2 whole updates of it were read")

    def test_what_stands_in_a_broken_update_is_no_update(self) -> None:
        text = (
            '{"@type":"LiveBlogPosting","liveBlogUpdate":[{"headline":"One"},{"isPartOf": {"headline": "Storm"},'
            '"video": [\n  {"headline": "The film"}], "headline": "T"o"},{"headline":"Three"}]}'
        )
        blog = told(text)
        assert [entry.headline for entry in blog.entries] == ["One", "Three"]

    def test_a_page_that_ends_in_its_data_is_truncated(self) -> None:
        data = '{"@type":"LiveBlogPosting","headline":"Storm","liveBlogUpdate":[{"headline":"One"},{"headline":"Tw'
        blog = of(f'<html><head><title>Storm</title><script type="application/ld+json">{data}')
        assert [entry.headline for entry in blog.entries] == ["One"]
        assert note(blog, "page-truncated").startswith("its source ends inside <script>;")

    def test_a_head_that_is_broken_too_tells_nothing(self) -> None:
        blog = told('{"@type":"LiveBlogPosting", headline:"Storm, {}","liveBlogUpdate":[{"headline":"One"},{"x')
        assert [entry.headline for entry in blog.entries] == ["One"]

    def test_a_block_without_anything_whole_is_left_out(self) -> None:
        blog = of(page("", head=script("{") + script(" ") + script(posting(ONE))))
        assert len(blog.entries) == 1
        assert note(blog, "json-ld-broken").endswith("left out")

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 100_000,
            '{"a":' * 100_000,
            "1" * 10_000,
            '"' * 50_000,
            "/*" * 50_000,
            '"liveBlogUpdate":[' + "{" * 20_000,
            '{"liveBlogUpdate":[{"headline":"a"',
            ",",
        ],
    )
    def test_hostile_blocks_end(self, text: str) -> None:
        assert len(of(page("", head=script(text) + script(posting(ONE)))).entries) >= 1


class TestWhereLiveBlogsStand:
    def test_in_a_graph_with_updates_elsewhere(self) -> None:
        graph = [
            {"@type": "LiveBlogPosting", "@id": "#live", "liveBlogUpdate": [{"@id": "#1"}]},
            {"@type": "BlogPosting", "@id": "#1", "headline": "Aground"},
        ]
        assert [entry.headline for entry in told({"@graph": graph}).entries] == ["Aground"]

    def test_with_posts_that_only_say_what_they_are_part_of(self) -> None:
        graph = [
            {"@type": "LiveBlogPosting", "@id": "#live"},
            {"@type": "BlogPosting", "headline": "Aground", "isPartOf": {"@id": "#live"}},
            {"@type": "BlogPosting", "headline": "Other", "isPartOf": {"@id": "#other"}},
        ]
        assert [entry.headline for entry in told({"@graph": graph}).entries] == ["Aground"]

    def test_inside_of_another_object_and_under_another_name(self) -> None:
        blog = {"@type": "Blog", "mainEntity": [{"@type": ["x:Y", "LiveBlogPosting"], "blogPost": ONE}]}
        assert len(told(blog).entries) == 1

    def test_without_a_type_but_with_updates(self) -> None:
        assert len(told({"liveBlogUpdate": ONE}).entries) == 1

    def test_the_second_block_completes_the_first(self) -> None:
        first = posting(update(**{"@id": "#7"}, headline="Aground", datePublished=AT), headline="Storm")
        more = [
            update(**{"@id": "#7"}, headline="Aground!", articleBody="x", author="Ada Fenn"),
            update(headline="New"),
        ]
        blog = of(page("", head=script(posting(*more, description="All day")) + script(first)))
        assert blog.title == "Storm"
        assert blog.description == "All day"
        assert [(entry.headline, entry.text) for entry in blog.entries] == [("Aground!", "x"), ("New", "")]
        assert blog.entries[0].published is not None

    def test_what_two_blocks_say_differently_is_noted_and_the_first_counts(self) -> None:
        stamps = ("2026-03-03T14:05:00Z", "2026-03-03T14:06:00Z")
        blocks = [posting(update(**{"@id": "#7"}, headline=f"h{n}", datePublished=at)) for n, at in enumerate(stamps)]
        blog = of(page("", head="".join(map(script, blocks))))
        assert [entry.headline for entry in blog.entries] == ["h0"]
        assert note(blog, "headline-conflict") == "7: 'h0'; another source on the page says 'h1'"
        assert note(blog, "published-conflict").endswith("another source on the page says 2026-03-03T14:06:00+00:00")

    def test_the_larger_block_is_completed_by_what_only_the_other_has(self) -> None:
        blocks = [posting(*(update(**{"@id": f"#{n}"}, headline=f"h{n}") for n in names)) for names in ((7, 8), (9,))]
        blog = of(page("", head="".join(map(script, blocks))))
        assert [entry.native_id for entry in blog.entries] == ["7", "8", "9"]

    def test_entries_are_matched_by_words_where_some_have_ids_and_some_have_none(self) -> None:
        long = "The barrier at the point was closed at the turn of the tide, as every year in March, and more"
        first = [
            update(**{"@id": "#7"}, headline="A"),
            update(articleBody=long + "."),
            update(headline="C", articleBody="short"),
        ]
        other = [
            update(**{"@id": "#7"}, headline="A"),
            update(articleBody=long + " text.", headline="B"),
            update(headline="C"),
        ]
        blog = of(page("", head=script(posting(*first)) + script(posting(*other))))
        assert [(entry.native_id, entry.headline) for entry in blog.entries] == [("7", "A"), (None, "B"), (None, "C")]

    def test_a_page_whose_article_knows_more_than_its_live_blog(self) -> None:
        article = {"@type": "NewsArticle", "headline": "Storm", "author": "Ada Fenn", "inLanguage": "en_GB"}
        blog = of(page("", head=script([article]) + script(posting(ONE))))
        assert (blog.title, blog.language, [agent.name for agent in blog.authors]) == ("Storm", "en-GB", ["Ada Fenn"])


class TestFactsOfAnUpdate:
    def test_what_is_no_object_is_noted_and_what_says_nothing_is_none(self) -> None:
        blog = told(posting("text", {"@type": "BlogPosting"}, ONE))
        assert len(blog.entries) == 1
        assert "is a text, and not an object" in note(blog, "unreadable-entry")

    def test_one_that_the_model_refuses_is_noted(self) -> None:
        blog = told(posting(update(headline="a", datePublished="0001-01-01T00:00:00+14:00"), ONE))
        assert [entry.headline for entry in blog.entries] == ["a", "Aground"]
        assert "unreadable-time" in codes(blog)
        assert blog.entries[0].published is not None
        assert blog.entries[0].published.text == "0001-01-01T00:00:00+14:00"

    def test_a_time_without_an_offset_is_on_the_clock_of_the_blog(self) -> None:
        blog = told(posting(update(headline="a", datePublished="2026-03-03T14:05")), timezone="Europe/Paris")
        assert blog.entries[0].time is not None
        assert blog.entries[0].time.offset_source == "blog"

    def test_a_time_alone_is_an_entry(self) -> None:
        assert len(told(posting(update(datePublished=AT))).entries) == 1

    @pytest.mark.parametrize(
        ("author", "names"),
        [
            ("Ada Fenn", ["Ada Fenn"]),
            ({"name": ["Ada Fenn", "Ben Oar"]}, ["Ada Fenn", "Ben Oar"]),
            ([{"@type": "Person", "name": "Ada Fenn"}, "Ben Oar", "Ada Fenn"], ["Ada Fenn", "Ben Oar"]),
            (["ada@courier.example", "https://courier.example/ada", 5, None, {"name": ""}, {"name": 7}, " "], []),
        ],
    )
    def test_authors_in_every_form_and_never_an_address_of_mail(self, author: object, names: list[str]) -> None:
        assert [agent.name for agent in told(posting(ONE | {"author": author})).entries[0].authors] == names

    def test_an_author_keeps_page_role_and_kind(self) -> None:
        author = {"@type": "Organization", "name": "Desk", "sameAs": ["/desk"], "jobTitle": "Night <b>desk</b>"}
        blog = told(posting(ONE | {"author": author}, url="https://courier.example/"))
        assert blog.entries[0].authors == (Agent(name="Desk", kind="organization", url="/desk", role="Night desk"),)

    def test_a_news_agency_is_no_person_whatever_it_is_called(self) -> None:
        author = [{"@type": "Person", "name": "AFP"}, "Reuters", {"@type": "Person", "name": "Ada Fenn"}]
        found = told(posting(ONE | {"author": author})).entries[0].authors
        assert [agent.kind for agent in found] == ["organization", "organization", "person"]

    def test_pictures_and_recordings(self) -> None:
        one = update(
            headline="a",
            image=[{"url": "https://a.example/1.jpg", "caption": "C", "creditText": "D"}, {"@id": "https://a.example/2.jpg"},
                   {"x": 1}],
            video={"name": "V", "thumbnailUrl": {"url": "https://a.example/t.jpg"}},
            audio="https://a.example/a.mp3",
        )  # fmt: skip
        assert told(posting(one)).entries[0].body == (
            Media(kind="video", caption="V"),
            Media(kind="image", url="https://a.example/t.jpg"),
            Media(kind="image", url="https://a.example/1.jpg", caption="C", credit="D"),
            Media(kind="image", url="https://a.example/2.jpg"),
        )
        sound = update(audio={"@type": "AudioObject", "contentUrl": "https://a.example/a.mp3"})
        assert told(posting(sound)).entries[0].body == (Media(kind="audio", url="https://a.example/a.mp3"),)
        assert told(posting(update(video="https://a.example/v.mp4", image=5))).entries[0].body == (
            Media(kind="video", url="https://a.example/v.mp4"),
        )

    def test_drafts_and_deleted_entries_keep_their_status(self) -> None:
        states = ["Draft", "deleted", "Published", None]
        blog = told(posting(*(ONE | {"creativeWorkStatus": state, "headline": str(state)} for state in states)))
        assert [entry.status for entry in blog.entries] == ["draft", "deleted", "published", "published"]

    def test_the_comment_of_a_reader_is_one_and_the_reader_is_not_named(self) -> None:
        comment = ONE | {"@type": "Comment", "author": {"@type": "Person", "name": "Some Reader"}}
        entry, other = told(posting(comment, comment | {"creativeWorkStatus": "deleted"})).entries
        assert (entry.status, entry.authors, other.status) == ("comment", (), "deleted")

    def test_numbers_are_texts_and_other_values_are_nothing(self) -> None:
        assert told(posting(update(headline=12, articleBody=[True, "x"]))).entries[0].headline == "12"

    @pytest.mark.parametrize(
        ("facts", "name"),
        [
            ({"@id": "https://a.example/live#post-12"}, "12"),
            ({"@id": "646219928f08e408b758af95"}, "646219928f08e408b758af95"),
            ({"identifier": 12}, "12"),
            ({"@id": "https://a.example/live?post=77aa"}, "77aa"),
            ({"@id": "https://a.example/live?77aa"}, "77aa"),
            ({"@id": "https://a.example/live?a=1&b=2"}, "https://a.example/live?a=1&b=2"),
            ({"@id": "https://a.example/other?post=77aa"}, "https://a.example/other?post=77aa"),
            ({"identifier": {"value": "b-7"}}, "7"),
            ({"url": "https://a.example/live#storm-surge"}, "storm-surge"),
            ({"url": "https://a.example/live/second"}, "https://a.example/live/second"),
            ({"url": "https://a.example/live"}, None),
            ({"@id": " ", "identifier": [None]}, None),
            ({"@id": "x-2F1E6A7C-1B2C-4D3E-8F90-1234567890AB"}, "2f1e6a7c-1b2c-4d3e-8f90-1234567890ab"),
        ],
    )
    def test_the_native_id_is_without_the_words_around_it(self, facts: dict[str, object], name: str | None) -> None:
        blog = told(posting(ONE | facts, url="https://a.example/live"))
        assert blog.entries[0].native_id == name

    def test_numbers_that_count_from_the_newest_are_no_ids(self) -> None:
        def numbered(*names: int) -> LiveBlog:
            stamps = (f"2026-03-03T{20 - at}:00Z" for at in range(len(names)))
            pairs = zip(names, stamps, strict=True)
            return told(posting(*(update(**{"@id": f"#p{name}"}, datePublished=stamp) for name, stamp in pairs)))

        assert [entry.native_id for entry in numbered(1, 2, 3).entries] == [None] * 3
        assert [entry.native_id for entry in numbered(3, 2, 1).entries] == ["3", "2", "1"]
        assert [entry.native_id for entry in numbered(1, 3, 4).entries] == ["1", "3", "4"]

    def test_numbers_in_a_row_that_begin_above_1_are_noted_and_declare_nothing(self) -> None:
        def numbered(names: Sequence[int]) -> LiveBlog:
            return told(posting(*(update(**{"@id": f"#p{name}"}, headline=f"h{name}") for name in names)))

        blog = numbered(range(30, 20, -1))
        text = "entries are numbered 21 to 30: where the page counts from 1, earlier ones are not on it"
        assert (note(blog, "numbered-from"), blog.declared_total) == (text, None)
        for others in (range(10, 0, -1), range(930, 920, -1), range(50, 30, -2)):
            assert "numbered-from" not in codes(numbered(others))

    def test_what_is_said_of_every_entry_alike_stays_on_the_blog(self) -> None:
        alike = {"headline": "Storm", "datePublished": AT, "dateModified": AT, "author": "Ada Fenn"}
        blog = told(posting(*(update(**alike, articleBody=f"text {n}") for n in range(3)), **alike))
        assert {(entry.headline, entry.published, entry.modified, entry.authors) for entry in blog.entries} == {
            (None, None, None, ())
        }
        assert sorted(code for code in codes(blog) if code.startswith("page-level")) == [
            "page-level-author", "page-level-headline", "page-level-time", "page-level-time",
        ]  # fmt: skip

    def test_a_picture_of_several_entries_is_the_publishers(self) -> None:
        blog = told(posting(*(update(headline=f"{n}", image="https://a.example/d.png") for n in range(2))))
        assert [entry.body for entry in blog.entries] == [(), ()]

    def test_halves_of_characters_are_replaced_wherever_they_stand(self) -> None:
        text = (
            r'{"@type":"LiveBlogPosting","url":"https://a.example/\ud800","headline":"S\udfff","liveBlogUpdate":[{"@id":"#\ud800",'
            r'"headline":"\ud83d","author":{"name":"A\ud83d","url":"https://a.example/\ud83d"},"datePublished":"\ud83d"}]}'
        )
        blog = told(text)
        assert (blog.title, blog.url) == ("S\ufffd", "https://a.example/\ufffd")
        assert (blog.entries[0].native_id, blog.entries[0].headline) == ("\ufffd", "\ufffd")

    def test_an_instant_that_the_blogs_clock_cannot_show_is_noted(self) -> None:
        blog = told(posting(update(headline="a", datePublished="9999-12-31T23:00:00Z"), ONE), timezone="Asia/Tokyo")
        assert [entry.headline for entry in blog.entries] == ["Aground"]
        assert note(blog, "unreadable-entry").startswith("a: ")

    def test_a_value_of_another_type_is_passed_over(self) -> None:
        assert told(posting(update(headline=[True, "Aground"]))).entries[0].headline == "Aground"


def test_addresses_on_the_page_are_resolved_by_the_one_that_its_data_has() -> None:
    boxes = "".join(
        f'<article id="post-{n}"><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>{n} miles off.</p>'
        '<img src="/i.jpg"></article>'
        for n in (1, 2)
    )
    data = [update(datePublished=f"2026-03-03T1{n}:05:00Z", articleBody=f"{n} miles off.") for n in (1, 2)]
    blog = told(posting(*data, url="https://news.example/live"), boxes)
    assert [entry.url for entry in blog.entries] == [f"https://news.example/live#post-{n}" for n in (1, 2)]
    assert {block.url for entry in blog.entries for block in entry.body if isinstance(block, Media)} == {
        "https://news.example/i.jpg"
    }


class TestAttributes:
    def test_a_property_that_is_called_like_a_key_of_json_ld_changes_nothing(self) -> None:
        body = (
            '<div itemscope itemtype="https://schema.org/LiveBlogPosting" itemid="https://a.example/live">'
            '<b itemprop="@id">x</b><div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
            '<h2 itemprop="headline">Aground</h2></div></div>'
        )
        assert of(page(body)).url == "https://a.example/live"

    def test_posts_in_a_live_blog_that_calls_nothing_its_update(self) -> None:
        body = (
            '<div itemscope itemtype="https://schema.org/LiveBlogPosting"><div itemscope '
            'itemtype="https://schema.org/BlogPosting"><h2 itemprop="headline">Aground</h2><p>Text.</p></div></div>'
        )
        (entry,) = of(page(body)).entries
        assert (entry.headline, entry.text) == ("Aground", "Text.")

    def test_a_page_whose_body_is_the_only_entry(self) -> None:
        text = (
            '<html itemscope itemtype="https://schema.org/LiveBlogPosting"><body itemprop="liveBlogUpdate" itemscope '
            'itemtype="https://schema.org/BlogPosting"><p itemprop="articleBody">The bridge is shut.</p></body>'
        )
        assert [entry.text for entry in of(text).entries] == ["The bridge is shut."]

    def test_properties_that_stand_elsewhere_and_values_in_attributes(self) -> None:
        body = (
            '<div itemscope itemtype="http://schema.org/LiveBlogPosting" itemref="more &quot;no">'
            '<a itemprop="url" href="https://a.example/live">x</a><div itemprop="liveBlogUpdate" itemscope '
            'itemtype="http://schema.org/BlogPosting" itemid="#n4"><h2 itemprop="headline name">Aground</h2>'
            f'<time itemprop="datePublished" datetime="{AT}">14:05</time></div></div>'
            '<p id="more"><span itemprop="headline">Storm</span></p>'
        )
        blog = of(page(body))
        assert (blog.title, blog.url) == ("Storm", "https://a.example/live")
        assert blog.entries[0].native_id == "4"

    def test_objects_in_objects_beyond_reason_end(self) -> None:
        body = '<div itemprop="author" itemscope itemtype="x">' * 300
        text = f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{body}</div>'
        with pytest.raises(ImportFailure):
            of(page(text))

    def test_the_same_blog_in_two_syntaxes_is_one(self) -> None:
        body = (
            '<div vocab="https://schema.org/" typeof="LiveBlogPosting">'
            '<div property="liveBlogUpdate" typeof="BlogPosting" resource="#p9">'
            '<h2 property="headline">Aground</h2><p property="articleBody">She is aground.</p></div></div>'
        )
        blog = told(posting(ONE | {"@id": "#p9"}), body)
        assert [(entry.native_id, entry.headline, entry.text) for entry in blog.entries] == [
            ("9", "Aground", "She is aground.")
        ]
        assert blog.entries[0].published is not None

    def test_relations_lead_to_what_is_in_their_elements(self) -> None:
        by = '<b rel="schema:author">{}</b>'
        thing = '<i typeof="schema:Person" property="schema:name">{}</i>'
        whom = by.format(thing.format("a.example") + thing.format("desk")), by.format("<i>ada</i>")
        posts = (
            '<div property="schema:liveBlogUpdate" typeof="schema:BlogPosting">'
            f'<i property="schema:datePublished" content="2026-03-03T1{n}:05:00Z">1{n}:05</i>{one}'
            '<p property="schema:articleBody">The wind is up.</p></div>'
            for n, one in enumerate(whom)
        )
        blog = of(page(f'<div typeof="schema:LiveBlogPosting">{"".join(posts)}</div>'))
        assert [[one.name for one in entry.authors] for entry in blog.entries] == [["a.example", "desk"], ["ada"]]
        assert [entry.text for entry in blog.entries] == ["The wind is up."] * 2


@pytest.mark.parametrize(
    ("headline", "kept"),
    [
        ("The bridge is shut until the…", None),
        ("The bridge is shut until the ...", None),
        ("The bridge is open until the…", "The bridge is open until the…"),
        ("The bridge is shut until", "The bridge is shut until"),
        ("The bridge…", "The bridge…"),
    ],
)
def test_headlines_that_are_made_of_the_text_are_none(headline: str, kept: str | None) -> None:
    one = update(
        headline=headline,
        datePublished="2026-03-03T14:05:00Z",
        articleBody="The bridge is shut until the wind drops.",
    )
    blog = of(page("", head=script(posting(one, {**one, "headline": "Rain", "articleBody": "It rains."}))))
    assert [entry.headline for entry in blog.entries] == [kept, "Rain"]


def test_bodies_are_blocks_with_links_and_links_in_lists_are_noted() -> None:
    body = '<p>See <a href="/map">map</a></p><ul><li><a href="/x">x</a></li><li>y</li></ul><iframe src="https://youtu.be/1"></iframe>'
    blog = told(posting(update(articleBody=body), url="https://a.example/live"))
    assert isinstance(blog.entries[0].body[0], Paragraph)
    assert blog.entries[0].body[0].links[0].end == 7
    assert blog.entries[0].body[-1] == Embed(provider="youtube", url="https://youtu.be/1")
    assert note(blog, "link-unkept") == "/x"
