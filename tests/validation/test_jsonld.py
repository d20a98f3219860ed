"""The JSON-LD check: each class of error is found and named, and files that are right are left alone."""

import os
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from lxml import html

import liveblog_archive as lba
from liveblog_archive import ImportFailure
from liveblog_archive.validation import Problem
from liveblog_archive.validation.jsonld import Members, problems
from liveblog_archive.validation.vocabulary import Vocabulary
from tests.samples import full_blog

PAGE = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    "@id": "https://news.example/live/bridge",
    "headline": "Bridge closed",
    "inLanguage": "en-GB",
    "coverageStartTime": "2021-11-16T10:00:00+04:00",
    "author": [{"@type": "Person", "name": "Alice B. Reporter"}],
    "publisher": {"@type": "Organization", "name": "Example News", "logo": {"@type": "ImageObject", "width": 600}},
    "isAccessibleForFree": True,
    "wordCount": 120,
    "license": "https://news.example/terms",
    "potentialAction": {"@type": "SearchAction", "query-input": "required name=q"},
    "liveBlogUpdate": [
        {
            "@type": "BlogPosting",
            "@id": "https://news.example/live/bridge#2",
            "headline": "Traffic moves",
            "articleBody": "The first cars crossed the bridge.",
            "datePublished": "2021-11-16T12:05:30.250Z",
        },
        {
            "@type": "BlogPosting",
            "@id": "https://news.example/live/bridge#1",
            "articleBody": "Police close Main Street.",
            "datePublished": "2021-11-16",
            "author": "Alice B. Reporter",
        },
    ],
}

Document = dict[str, object]


def page(**changes: object) -> bytes:
    return orjson.dumps(PAGE | {key.replace("_at_", "@"): value for key, value in changes.items()})


def with_update(**changes: object) -> bytes:
    first, second = PAGE["liveBlogUpdate"]
    return page(liveBlogUpdate=[first | {key.replace("_at_", "@"): value for key, value in changes.items()}, second])


def found(data: bytes) -> list[str]:
    return [str(problem) for problem in problems(data)]


class TestFilesThatAreRight:
    def test_a_page_of_a_newsroom(self):
        assert found(page()) == []

    def test_an_array_of_documents(self):
        assert found(orjson.dumps([PAGE, {"@context": "http://schema.org/", "@type": "WebSite"}])) == []

    def test_a_graph(self):
        graph = {key: value for key, value in PAGE.items() if key != "@context"}
        assert found(orjson.dumps({"@context": "https://schema.org/", "@graph": [graph]})) == []

    def test_one_update_that_is_no_list(self):
        assert found(page(liveBlogUpdate=PAGE["liveBlogUpdate"][0])) == []

    @pytest.mark.parametrize("container", ["@list", "@set"])
    def test_updates_in_a_container(self, container):
        assert found(page(liveBlogUpdate={container: PAGE["liveBlogUpdate"]})) == []

    def test_the_names_that_the_context_of_schema_org_gives_to_keywords_and_its_prefix(self):
        others = {
            "@type": "type",
            "@id": "id",
            "liveBlogUpdate": "schema:liveBlogUpdate",
            "articleBody": "schema:text",
        }

        def renamed(value: object) -> object:
            if isinstance(value, list):
                return [renamed(one) for one in value]
            if not isinstance(value, dict):
                return value
            return {others.get(key, key): renamed(one) for key, one in value.items()}

        assert found(orjson.dumps(renamed(PAGE))) == []
        assert found(page(liveBlogUpdate={"id": "https://news.example/live/bridge#1"})) == []

    def test_positions_that_are_texts(self):
        first, second = PAGE["liveBlogUpdate"]
        assert found(page(liveBlogUpdate=[first | {"position": "1"}, second | {"position": 2}])) == []

    def test_references_to_updates_that_are_described_elsewhere(self):
        assert found(page(liveBlogUpdate=[{"@id": "https://news.example/live/bridge#1"}])) == []

    def test_a_thing_that_is_described_twice_in_the_same_words(self):
        agency = {"@type": "Organization", "@id": "https://news.example/#us", "name": "Example News"}
        assert found(page(publisher=agency, sourceOrganization=agency)) == []

    def test_prefixes_other_vocabularies_and_keywords_under_other_names(self):
        context = [
            "https://schema.org",
            {"s": "http://schema.org/", "type": "@type", "dc": "http://purl.org/dc/terms/"},
        ]
        more = {"@context": context, "s:abstract": "In short.", "dc:title": 5, "http://purl.org/dc/terms/date": ""}
        person = {"type": "s:Person", "name": "Alice"}
        assert found(orjson.dumps(PAGE | more | {"author": person})) == []

    def test_terms_of_a_context_that_cannot_be_fetched_are_not_judged(self):
        assert found(orjson.dumps({"@context": "https://w3id.org/ro/crate/1.2/context", "nonsense": None})) == []

    def test_a_vocabulary_of_its_own(self):
        assert found(orjson.dumps({"@context": {"@vocab": "https://news.example/"}, "headlin": ""})) == []

    def test_a_context_may_say_what_its_terms_are_not(self):
        context = ["https://schema.org", {"headlin": None, "@version": 1.1}, 5]
        assert found(orjson.dumps(PAGE | {"@context": context, "headlin": ""})) == []

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("datePublished", "2021"),
            ("datePublished", "2021-11"),
            ("datePublished", "2021-11-16 12:05"),
            ("timeRequired", "PT5M"),
            ("position", "5"),
            ("position", 5),
            ("url", "/live/bridge"),
            ("isAccessibleForFree", "true"),
            ("datePublished", {"@type": "http://www.w3.org/2001/XMLSchema#date", "@value": "2021-11-16"}),
            ("author", {"@list": [{"@type": "Person", "name": "Alice"}]}),
            ("genre", "https://schema.org/Novel"),
            ("interactivityType", "mixed"),
            ("accountablePerson", {"@id": "https://news.example/alice"}),
        ],
    )
    def test_values_in_all_their_forms(self, name, value):
        assert found(page(**{name: value})) == []

    @pytest.mark.parametrize("name", ["strait-storm.txt"])
    def test_what_this_library_writes(self, name):
        example = Path(__file__).parents[2] / "examples" / name
        blog = lba.read(example, timezone="Europe/Istanbul", id="tag:example.org,2026:strait-storm")
        assert lba.validate(lba.export(blog, "jsonld")) == ()
        assert lba.validate(lba.export(full_blog(), "jsonld"), "jsonld") == ()

    @pytest.mark.parametrize("format_", ["jsonld", "xml", "ical"])
    def test_what_this_library_writes_of_a_blog_without_entries(self, format_):
        assert lba.validate(lba.export(lba.LiveBlog(id="tag:news.example,2021:quiet"), format_), format_) == ()

    @pytest.mark.parametrize(
        "source",
        [
            '{"entries": [{"id": "1", "type": "delete", "content": "", "timestamp": 1511873100}]}',
            '{"version": "https://jsonfeed.org/version/1.1", "title": "Storm", "items": [{"id": "1"}]}',
            '<rss version="2.0"><channel><title>Storm</title><item><guid>3</guid></item></channel></rss>',
        ],
    )
    def test_our_own_entries_of_sources_that_give_them_no_words(self, source):
        blog = lba.parse(source)
        assert [entry.text for entry in blog.entries] == [""]
        assert lba.validate(lba.export(blog, "jsonld"), "jsonld") == ()

    def test_a_real_page(self):
        corpus = os.environ.get("LIVEBLOG_ARCHIVE_CORPUS") or pytest.skip("LIVEBLOG_ARCHIVE_CORPUS is not set")
        tree = html.parse(Path(corpus) / "html" / "schemaorg_example_techcrunch_jsonld.html")
        (script,) = tree.iterfind(".//script[@type='application/ld+json']")
        assert found(script.text.encode()) == []


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"{", "$: not JSON: Expecting property name enclosed in double quotes, line 1, column 2"),
            (b'{"a": "\xff"}', "$: not UTF-8, as JSON always is: byte 7"),
            (b"[" * 100_000, "$: nested too deeply"),
            (
                b'{"@context": "https://schema.org", "about": ' + b'{"about": ' * 400 + b"1" + b"}" * 401,
                "$: nested too deeply",
            ),
            (b"9" * 5_000, "$: not JSON that can be read: a number too long"),
            (page()[:-1] + b', "position": NaN}', "$: not JSON: NaN is no number of JSON"),
            (page()[:-1] + b', "position": -Infinity}', "$: not JSON: -Infinity is no number of JSON"),
            (
                page()[:-1] + b', "position": 1e999}',
                "$.position: 'position' is too large a number: readers take it for infinite",
            ),
            (b"5", "$: not an object"),
            (b"[5]", "$[0]: not an object"),
            (b"{}", "$: no @context: nothing says what its terms mean"),
            (
                b'{"@context": "https://schema.org", "name": "a", "name": "b"}',
                "$: the member 'name' stands twice: readers differ on which counts",
            ),
        ],
    )
    def test_no_document(self, data, message):
        assert found(data) == [message]

    @pytest.mark.parametrize(
        ("data", "messages"),
        [
            (page(headlin="a"), ["$.headlin: 'headlin' is no property of schema.org, but 'headline' is"]),
            (page(zzz="a"), ["$.zzz: 'zzz' is no property of schema.org"]),
            (page(**{"not a name": "a"}), ["$['not a name']: 'not a name' is no property of schema.org"]),
            (page(recipeYield="4"), ["$.recipeYield: 'recipeYield' is for Recipe, not for LiveBlogPosting"]),
            (page(wordCount=1.5), ["$.wordCount: 1.5 is no Integer, which 'wordCount' takes"]),
            (page(wordCount=True), ["$.wordCount: true is no Integer, which 'wordCount' takes"]),
            (
                page(liveBlogUpdate={"@type": "Recipe", "name": "Soup"}),
                ["$.liveBlogUpdate: 'liveBlogUpdate' takes BlogPosting, not Recipe"],
            ),
            (page(headline=5), ["$.headline: 5 is no Text, which 'headline' takes"]),
            (page(headline="  "), ["$.headline: 'headline' is empty"]),
            (page(headline=None), ["$.headline: 'headline' is empty"]),
            (page(keywords=["a", ""]), ["$.keywords[1]: 'keywords' is empty"]),
            (page(author=[]), ["$.author: 'author' is empty"]),
            (page(author={}), ["$.author: 'author' is empty"]),
            (page(author=[{"@type": "Person"}]), ["$.author[0]: 'author' has no name"]),
            (
                page(author={"@type": "Place", "name": "a"}),
                ["$.author: 'author' takes Organization or Person, not Place"],
            ),
            (
                page(author={"@type": "Persn", "name": "a"}),
                ["$.author.@type: 'Persn' is no type of schema.org, but 'Person' is"],
            ),
            (page(author={"@type": 5, "name": "a"}), ["$.author.@type: 5 is no type: the context does not have it"]),
            (
                page(timeRequired="5 minutes"),
                ["$.timeRequired: \"5 minutes\" is no Duration, which 'timeRequired' takes"],
            ),
            (page(url="news example"), ["$.url: \"news example\" is no URL, which 'url' takes"]),
            (page(url="https:"), ["$.url: \"https:\" is no URL, which 'url' takes"]),
            (
                page(eventStatus="https://schema.org/EventScheduled"),
                ["$.eventStatus: 'eventStatus' is for Event, not for LiveBlogPosting"],
            ),
            (
                page(interactionStatistic="https://schema.org/EventScheduled"),
                ["$.interactionStatistic: 'interactionStatistic' takes InteractionCounter, not EventScheduled"],
            ),
            (
                page(author={"@set": [{"@type": "Person", "nam": "Alice", "@id": "https://news.example/alice"}]}),
                ["$.author['@set'][0].nam: 'nam' is no property of schema.org, but 'name' is"],
            ),
            (
                page(_at_type="schema:LiveBlogPostin"),
                ["$.@type: 'LiveBlogPostin' is no type of schema.org, but 'LiveBlogPosting' is"],
            ),
            (page(inLanguage="xq"), ["$.inLanguage: 'xq' is no language tag (BCP 47)"]),
            (page(inLanguage="English"), ["$.inLanguage: 'English' is no language tag (BCP 47)"]),
            (page(liveBlogUpdate=[]), ["$.liveBlogUpdate: no updates: a live blog without entries"]),
            (page(liveBlogUpdate=["a"]), ["$.liveBlogUpdate[0]: an update that is not an object says nothing"]),
            (
                with_update(_at_id="#2"),
                ["$.liveBlogUpdate[0].@id: '#2' is relative: it means another thing wherever the file is put"],
            ),
            (
                with_update(_at_id=5),
                ["$.liveBlogUpdate[0].@id: 5 is relative: it means another thing wherever the file is put"],
            ),
            (
                with_update(_at_id="https://news.example/live/bridge#1"),
                [
                    "$.liveBlogUpdate[1].@id: 'https://news.example/live/bridge#1' is the id of "
                    "$.liveBlogUpdate[0] too, which says something else",
                    "$.liveBlogUpdate[1].@id: a second update 'https://news.example/live/bridge#1'",
                ],
            ),
            (
                with_update(position=2),
                [
                    "$.liveBlogUpdate[0].position: 2 for update 1 of the list",
                    "$.liveBlogUpdate[1].position: None for update 2 of the list",
                ],
            ),
            (
                with_update(headline="", articleBody=""),
                [
                    "$.liveBlogUpdate[0].headline: 'headline' is empty",
                    "$.liveBlogUpdate[0].articleBody: 'articleBody' is empty",
                    "$.liveBlogUpdate[0]: the update has no body: none of articleBody, headline, name, text, "
                    "image, video, audio, associatedMedia, sharedContent",
                ],
            ),
        ],
    )
    def test_each_thing_is_named_with_its_place(self, data, messages):
        assert found(data) == messages

    @pytest.mark.parametrize(
        "text",
        [
            "16.11.2021", "2021-13-01", "2021-02-30", "20211116", "2021-11-16T25:00", "2021-11-16T12", "today",
            "2021-11-16T12:00+99:00", "2021-11-16T12:60", "٢٠٢١-١١-١٦T99:00",
        ],
    )  # fmt: skip
    def test_a_date_that_is_none(self, text):
        (message,) = found(with_update(datePublished=text))
        assert message.endswith("is no Date or DateTime, which 'datePublished' takes")

    def test_a_term_that_the_context_does_not_have(self):
        context = {"headline": "http://schema.org/headline"}
        assert found(orjson.dumps({"@context": context, "headlines": "a"})) == [
            "$.headlines: 'headlines' is not in the context and would be dropped, but 'headline' is"
        ]

    def test_a_term_of_schema_org_that_the_context_does_not_have_is_not_told_to_be_what_was_meant(self):
        assert found(b'{"@context": {"name": "http://schema.org/name"}, "headline": "a"}') == [
            "$.headline: 'headline' is not in the context and would be dropped"
        ]

    def test_what_is_wrong_below_terms_of_other_vocabularies(self):
        context = ["https://schema.org", {"about": {"@id": "https://news.example/about"}}]
        assert found(orjson.dumps({"@context": context, "about": [{"headlin": "a"}, "b"]})) == [
            "$.about[0].headlin: 'headlin' is no property of schema.org, but 'headline' is"
        ]

    def test_every_unknown_term_is_named_but_only_the_first_hundred_have_a_hint(self, monkeypatch):
        asked: list[str] = []
        monkeypatch.setattr(Vocabulary, "like", lambda _, name, *, among: asked.append(name) or f", {len(asked)}")
        unknown = {f"x{number}": "a" for number in range(300)}
        messages = found(page(liveBlogUpdate=[update | unknown for update in PAGE["liveBlogUpdate"]]))
        assert len(messages) == 600
        assert asked == [*unknown][:100]
        assert [message.rpartition(" ")[2] for message in messages[:100]] == [f"{n}" for n in range(1, 101)]
        assert messages[300:400] == [each.replace("Update[0]", "Update[1]") for each in messages[:100]]

    def test_names_that_stand_twice_are_found_without_comparing_each_with_all(self):
        compared: list[object] = []

        class Name(str):
            __slots__ = ()
            __hash__ = str.__hash__

            def __eq__(self, other: object) -> bool:
                compared.append(other)
                return str.__eq__(self, other)

        names = [Name(f"k{number % 999}") for number in range(1_000)]
        assert Members([(name, 1) for name in names]).repeated == ["k0"]
        assert len(compared) < 100


def changed(change: Callable[[Document, list[Document]], object]) -> tuple[Problem, ...]:
    """Return the problems of a document of ours that was changed; `change` gets it and its updates."""
    document = orjson.loads(lba.export(full_blog(), "jsonld"))
    change(document, document["liveBlogUpdate"])
    return lba.validate(orjson.dumps(document), "jsonld")


def first_with(updates: list[Document], key: str) -> Document:
    return next(update for update in updates if key in update)


class TestSeededErrors:
    """Twelve classes of errors in documents of this library: every one is found."""

    @pytest.mark.parametrize(
        ("change", "part"),
        [
            (lambda doc, ups: ups[0].update(headlines="a"), "'headlines' is not in the context and would be dropped"),
            (
                lambda doc, ups: ups[0].update(coverageStartTime="2021-11-16"),
                "is for LiveBlogPosting, not for BlogPosting",
            ),
            (
                lambda doc, ups: first_with(ups, "datePublished").update(datePublished="16 Nov"),
                "is no Date or DateTime",
            ),
            (lambda doc, ups: first_with(ups, "author")["author"][0].update(name=""), "'name' is empty"),
            (lambda doc, ups: ups[0].update({"@id": "#1"}), "'#1' is relative"),
            (lambda doc, ups: ups[1].update({"@id": ups[0]["@id"]}), "a second update"),
            (
                lambda doc, ups: first_with(ups, "articleBody").pop("articleBody"),
                "the member 'articleBody' is missing",
            ),
            (
                lambda doc, ups: ups[0].update({"@type": "Recipe"}),
                "'Recipe' is no type: the context does not have it",
            ),
            (lambda doc, ups: ups.reverse(), "for update 1 of the list"),
            (lambda doc, ups: doc.update(inLanguage="xq"), "'xq' is no language tag"),
            (lambda doc, ups: first_with(ups, "headline").update(headline="Another"), "its version id is"),
            (
                lambda doc, ups: doc.update(citation=f"Example. {doc['@id']}#000000000000"),
                "#000000000000 is no entry of this document",
            ),
        ],
    )
    def test_is_found(self, change, part):
        assert any(part in str(problem) for problem in changed(change)), changed(change)

    def test_nothing_is_found_where_nothing_was_changed(self):
        assert changed(lambda doc, ups: None) == ()

    def test_what_the_schema_refuses_is_said_in_short(self):
        problems = changed(lambda doc, ups: doc.update(order="x" * 500, declared_total=-1))
        assert {problem.path for problem in problems} >= {"$.order", "$.declared_total"}
        assert all(len(problem.message) <= 200 for problem in problems)

    @pytest.mark.parametrize("updates", [5, [5]])
    def test_updates_that_are_none(self, updates):
        assert changed(lambda doc, ups: doc.update(liveBlogUpdate=updates)) != ()


class TestTheFormats:
    def test_content_tells_the_format(self):
        blog = full_blog()
        for name in ("jsonld", "xml", "ical"):
            data = lba.export(blog, name)
            assert lba.validate(data) == lba.validate(data, name) == ()
        assert lba.validate("\ufeff[]") == ()

    def test_xml_is_judged_by_its_schema_and_read_back(self):
        data = lba.export(full_blog(), "xml")
        (broken,) = lba.validate(data[:-20])
        assert broken.path.startswith("line ")
        assert broken.message.startswith("not XML: ")
        assert "'sequence' is not allowed" in str(lba.validate(data.replace(b'order="', b'sequence="'))[0])
        text = full_blog().entries[0].text.split()[0].encode()
        assert lba.validate(data.replace(text, b"Other", 1)) != ()

    def test_a_calendar_is_judged_by_its_rules(self):
        assert lba.validate(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") != ()

    def test_what_cannot_be_validated(self):
        with pytest.raises(ImportFailure, match=r"^no format 'pdf' can be validated; use one of: jsonld, xml, ical$"):
            lba.validate(b"%PDF", "pdf")
        with pytest.raises(ImportFailure, match=r"^neither JSON-LD nor XML nor a calendar; name its format: jsonld"):
            lba.validate(b"%PDF")
