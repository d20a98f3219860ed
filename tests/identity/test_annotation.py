"""Quotes for others: as Web Annotation, and as links that browsers scroll to."""

import json
import re
from html import escape
from random import Random
from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.canonical import canonical_bytes
from liveblog_archive.errors import CitationError, ModelError
from liveblog_archive.identity import VersionId, version_id
from liveblog_archive.identity.annotation import CONTEXTS, from_annotation, link, text_directive, to_annotation
from liveblog_archive.identity.quotes import parts, stands
from liveblog_archive.identity.quoting import quote
from liveblog_archive.model import LiveBlog
from liveblog_archive.schema_files import schema_bytes
from tests import judges
from tests.benchmarks.newsroom import BRIEF, LONG
from tests.benchmarks.quotes import history, quotes
from tests.identity.histories import BLOG, entry
from tests.identity.passages import cut, passages
from tests.samples import full_blog
from tests.strategies import blogs

SAMPLE = full_blog()
BRIDGE = SAMPLE.entries[3]
MADE = quote(SAMPLE, "checked twice")

# Web Annotation Vocabulary: the classes and properties that these annotations use, and what each may hold.
SELECTORS = {
    "TextQuoteSelector": {"exact": str, "prefix": str, "suffix": str},
    "TextPositionSelector": {"start": int, "end": int},
    "FragmentSelector": {"value": str, "conformsTo": str, "refinedBy": dict},
}


def check_selector(selector):
    known = SELECTORS[selector["type"]]
    for member, value in selector.items():
        if member not in ("type", "sha256"):
            assert isinstance(value, known[member]), member
    if "refinedBy" in selector:
        check_selector(selector["refinedBy"])


class TestAnAnnotation:
    def test_is_what_people_can_read(self):
        assert to_annotation(MADE) == {
            "@context": CONTEXTS,
            "id": to_annotation(MADE)["id"],
            "type": "Annotation",
            "motivation": "highlighting",
            "target": {
                "type": "SpecificResource",
                "source": {
                    "id": str(version_id(BRIDGE)),
                    "type": "Text",
                    "format": "application/json",
                    "entry": BRIDGE.id,
                    "snapshot": str(MADE.snapshot),
                },
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "checked twice",
                        "prefix": MADE.prefix,
                        "suffix": MADE.suffix,
                        "sha256": MADE.sha256,
                    },
                    {
                        "type": "FragmentSelector",
                        "conformsTo": "http://www.rfc-editor.org/rfc/rfc6901",
                        "value": "/body/2",
                        "refinedBy": {"type": "TextPositionSelector", "start": 20, "end": 33},
                    },
                ],
            },
        }

    def test_points_into_the_canonical_bytes_of_its_source(self):
        record = json.loads(
            canonical_bytes(json.loads(json.dumps({"body": [{}, {}, {"text": BRIDGE.body[2].text}]})))
        )
        block = to_annotation(MADE)["target"]["selector"][1]
        found = record
        for step in block["value"].split("/")[1:]:
            found = found[int(step)] if isinstance(found, list) else found[step]
        position = block["refinedBy"]
        assert found["text"][position["start"] : position["end"]] == "checked twice"

    def test_uses_the_vocabulary_as_it_is_defined(self):
        for words in ("checked twice", "reopened", "Good morning."):
            target = to_annotation(quote(SAMPLE, words))["target"]
            for selector in target["selector"]:
                check_selector(selector)

    def test_takes_its_own_terms_from_the_context_of_the_project(self):
        terms = json.loads(schema_bytes("context.jsonld"))["@context"]
        assert CONTEXTS[1]["sha256"] == terms["sha256"]
        base = terms["paragraph"].removesuffix("paragraph")
        assert {CONTEXTS[1][name]["@id"] for name in ("entry", "snapshot")} == {f"{base}entry", f"{base}snapshot"}

    def test_has_the_digest_of_its_target_as_id(self):
        made = to_annotation(MADE)
        assert made["id"] == str(VersionId.of(canonical_bytes(made["target"])))
        assert made["id"] != to_annotation(evolve(MADE, snapshot=None))["id"]

    def test_leaves_out_what_is_not_there(self):
        made = to_annotation(evolve(quote(SAMPLE, "Good morning."), snapshot=None))
        assert "snapshot" not in made["target"]["source"]
        assert not {"prefix", "suffix"} & made["target"]["selector"][0].keys()

    @settings(derandomize=True, deadline=None, max_examples=40)
    @given(blogs(), st.booleans())
    def test_is_read_again(self, blog, captured):
        for one in blog.entries:
            for paragraph, text in parts(one):
                if text.strip():
                    made = quote(blog, text, entry=one.id, paragraph=paragraph, occurrence=1)
                    made = made if captured else evolve(made, snapshot=None)
                    assert from_annotation(json.loads(canonical_bytes(to_annotation(made)))) == made

    def test_may_hold_what_others_added(self):
        made = to_annotation(MADE)
        made |= {"creator": "https://example.org/", "body": {"type": "TextualBody", "value": "Note this."}}
        made["target"]["selector"].append("https://example.org/selector")
        made["target"]["selector"].append({"type": "CssSelector", "value": "p"})
        assert from_annotation(made) == MADE

    def test_may_be_without_context_and_digest(self):
        made = to_annotation(MADE)
        for name in ("prefix", "suffix", "sha256"):
            made["target"]["selector"][0].pop(name, None)
        read = from_annotation(made)
        assert read == evolve(MADE, prefix="", suffix="")
        assert stands(read, BRIDGE)

    def test_may_have_null_for_what_it_leaves_out(self):
        made = to_annotation(MADE)
        made["target"]["selector"][0] |= {"prefix": None, "suffix": None, "sha256": None}
        made["target"]["source"]["snapshot"] = None
        assert from_annotation(made) == evolve(MADE, prefix="", suffix="", snapshot=None)

    def test_of_one_selector_alone_says_what_is_missing(self):
        made = to_annotation(MADE)
        made["target"]["selector"] = {"type": "TextQuoteSelector", "exact": "checked twice"}
        with pytest.raises(ModelError) as caught:
            from_annotation(made)
        assert str(caught.value) == (
            "annotation.target.selector: no FragmentSelector, which says in which paragraph they stand; "
            "give the quote as it was exported, or resolve its words as text"
        )

    def test_keeps_a_digest_that_does_not_fit_for_resolution_to_find(self):
        made = to_annotation(MADE)
        made["target"]["selector"][0]["sha256"] = "0" * 64
        assert from_annotation(made).sha256 == "0" * 64

    @pytest.mark.parametrize(
        ("path", "value", "message"),
        [
            ((), [], "annotation: an object belongs here, not an array; give the quote as it was exported"),
            ((), 1.5, "annotation: an object belongs here, not a decimal number"),
            ((), True, "annotation: an object belongs here, not a truth value"),
            ((), (), "annotation: an object belongs here, not that"),
            (("target",), None, "annotation.target: an object is missing here"),
            (("target", "source"), "ni:", "annotation.target.source: an object belongs here, not a text"),
            (("target", "source", "id"), "ni:", "version: not a version id"),
            (("target", "source", "entry"), "a", "Entry.id: not an entry id"),
            (("target", "source", "snapshot"), 7, "source.snapshot: a text belongs here, not a whole number"),
            (("target", "selector"), {}, "annotation.target.selector: no TextQuoteSelector, which says what the"),
            (("target", "selector"), None, "annotation.target.selector: no TextQuoteSelector"),
            (("target", "selector", 0, "exact"), None, "annotation.target.selector.exact: a text "),
            (("target", "selector", 0, "prefix"), 7, "Quote.prefix: expected text"),
            (("target", "selector", 0, "sha256"), 7, "annotation.target.selector.sha256: a text "),
            (("target", "selector", 0, "type"), ["x"], "no TextQuoteSelector, which says what the words are; "),
            (
                ("target", "selector", 1, "type"),
                "x",
                "no FragmentSelector, which says in which paragraph they stand; ",
            ),
            (
                ("target", "selector", 1, "value"),
                "/body/01",
                "annotation.target.selector.value: '/body/01' is neither /headline nor a block of /body; give ",
            ),
            (
                ("target", "selector", 1, "refinedBy"),
                [],
                "selector.refinedBy: an object belongs here, not an",
            ),
            (
                ("target", "selector", 1, "refinedBy", "start"),
                "1",
                "refinedBy.start: a whole number belongs here, not a text",
            ),
            (("target", "selector", 1, "refinedBy", "end"), 7, "Quote.exact: 13 characters at 20..7"),
        ],
    )
    def test_of_another_form_is_refused(self, path, value, message):
        made = json.loads(json.dumps(to_annotation(MADE)))
        if not path:
            made = value
        else:
            place = made
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = value
        with pytest.raises(ModelError, match=re.escape(message)):
            from_annotation(made)


def directive(text, words, **where):
    """Return the terms of the directive for words of a text, decoded."""
    made = text_directive(quote(LiveBlog(id=BLOG, entries=[entry("a", *text.split("|"))]), words, **where))
    assert made.startswith("text=")
    return made[5:]


class TestALink:
    def test_opens_the_page_of_the_entry_and_scrolls_to_the_words(self):
        assert link(MADE, SAMPLE) == ("https://news.example/live#block-1:~:text=We-,checked%20twice")

    def test_opens_the_page_of_the_blog_where_the_entry_has_none(self):
        assert link(quote(SAMPLE, "Good"), SAMPLE) == "https://news.example/live/bridge#:~:text=Good,-morning."

    def test_needs_an_address(self):
        with pytest.raises(CitationError) as caught:
            link(MADE, evolve(SAMPLE, url=None, entries=[evolve(BRIDGE, url=None)]))
        assert str(caught.value) == f"{BRIDGE.id}: neither the entry nor the blog has an address; give the blog a url"

    @pytest.mark.parametrize(
        ("text", "words", "expected"),
        [
            ("One two three.", "two", "One-,two,-three."),
            ("a- b, c & d: 100 %", "b, c & d", "a%2D-,b%2C%20c%20%26%20d,-%3A%20100%20%25"),
            ("One two. Three.", "One two. Three.", "One%20two.%20Three."),
            ("The “old” мост", "“old”", "The-,%E2%80%9Cold%E2%80%9D,-%D0%BC%D0%BE%D1%81%D1%82"),
            ("First.|Second one.|Third.", "Second one.", "First.-,Second%20one.,-Third."),
            ("A long first line of some words.|Second.", "Second", "first%20line%20of%20some%20words.-,Second"),
            ("Second.|A long last line of some words.", "Second.", "Second.,-A%20long%20last%20line%20of%20some"),
            ("One two  three\nfour five six.", "two three four", "One-,two%20three,four,-five%20six."),
            ("東京で雨", "京で", "東-,京で,-雨"),
        ],
    )
    def test_has_terms_that_a_browser_matches(self, text, words, expected):
        found = directive(text, words)
        assert found == expected or unquote(found) == expected

    def test_has_the_whole_of_words_that_are_cut(self):
        assert text_directive(cut(entry("a", "The train stopped."), "rain stop")) == "text=The-,train%20stopped"

    def test_of_blanks_there_is_none(self):
        made = cut(entry("a", "The train stopped."), " ")
        with pytest.raises(CitationError) as caught:
            text_directive(made)
        assert caught.value.what == "a quote of blanks, which no page is searched for"

    def test_names_the_ends_of_a_long_passage(self):
        words = " ".join(f"w{number}" for number in range(120))
        assert directive(words, words) == "{},{}".format(
            "%20".join(f"w{number}" for number in range(8)), "%20".join(f"w{number}" for number in range(112, 120))
        )

    def test_names_the_whole_of_a_passage_of_long_words(self):
        words = " ".join(["x" * 40] * 9)
        assert directive(words, words) == words.replace(" ", "%20")

    @settings(derandomize=True, deadline=None, max_examples=60)
    @given(passages())
    def test_has_no_character_that_means_something_else(self, passage):
        term = r"(?:[A-Za-z0-9._~]|%[0-9A-F]{2})+"
        made = text_directive(passage.quoted())
        assert re.fullmatch(rf"text=({term}-,)?{term}(,{term})?(,-{term})?", made)


def page(blog):
    """Return a blog as a page: an article for each entry, whose text is the entry's plain text."""
    articles = []
    for one in blog.entries:
        head = f"<h2>{escape(one.headline)}</h2>" if one.headline else ""
        body = "\n\n".join(f"<p>{escape(block.text)}</p>" for block in one.body)
        articles.append(f'<article id="{one.id[-12:]}">{head}<div>{body}</div></article>')
    return f"<!doctype html><body>{''.join(articles)}"


class TestOtherPrograms:
    """Apache Annotator finds every quote by its selector; the authors of text fragments find it by its directive."""

    @pytest.mark.parametrize("desk", [LONG, BRIEF], ids=lambda desk: desk.name)
    def test_find_the_quotes_on_a_page(self, desk):
        found = history(desk, 0, natives=False)
        blog = evolve(found.blog, entries=found.blog.entries[:12])
        made = list(quotes(found._replace(first=found.first[:12]), Random(desk.name)))[:12]
        questions = [
            {
                "article": one.entry[-12:],
                "directive": text_directive(one),
                "selector": {
                    name: value
                    for name, value in to_annotation(one)["target"]["selector"][0].items()
                    if name != "sha256"
                },
            }
            for _, one in made
        ]
        answers = judges.ask("quotes.js", {"page": page(blog), "quotes": questions})
        for (_, one), answer in zip(made, answers, strict=True):
            assert answer["annotated"] == [{"article": one.entry[-12:], "text": one.exact}]
            # A page may say the same twice, in the same context: a browser then goes to the first.
            assert {"article": one.entry[-12:], "text": one.exact} in answer["fragment"]
        first = [answer["fragment"][0]["article"] for answer in answers]
        assert sum(one == question["article"] for one, question in zip(first, questions, strict=True)) >= 11
