"""What a proof-reader and a clerk ask of a briefing: that nothing is cut, crowded, told twice, or left unsaid."""

from itertools import pairwise

import attrs
import pytest
from pypdf import PageObject, PdfReader
from tests.exporters.pdf.building import opened
from tests.exporters.pdf.reading import all_words
from tests.storm import EXAMPLE, ZONE

import liveblog_archive as lba
from liveblog_archive.characters import has_right_to_left
from liveblog_archive.exporters.pdf.design import LETTER
from liveblog_archive.identity import identify
from liveblog_archive.model import (
    Agent,
    Capture,
    Entry,
    Link,
    ListBlock,
    LiveBlog,
    Moment,
    Note,
    Paragraph,
    Quotation,
)

ARABIC = "أغلقت إدارة المرفأ الحوض الشمالي"


def printed(blog: LiveBlog, **options: object) -> PdfReader:
    return opened(lba.export(blog, "pdf", **options))


def blog_of(*entries: Entry, **facts: object) -> LiveBlog:
    return identify(
        LiveBlog(**({"id": "tag:news.example,2026:quay", "entries": entries, "title": "The quay"} | facts))
    )


def captured(*notes: Note) -> LiveBlog:
    capture = Capture(sha256="0" * 64, media_type="text/plain", length=1, importer="by hand", notes=notes)
    return blog_of(Entry(headline="One"), capture=capture)


def pieces(page: PageObject) -> list[tuple[str, float, float, float]]:
    """Return the texts of a page with their places and sizes."""
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((text.strip(), tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], size))

    page.extract_text(visitor_text=visit)
    return found


class TestFirstPage:
    def test_the_timeline_stands_on_it_however_many_facts_there_are(self) -> None:
        blog = lba.read(EXAMPLE, timezone=ZONE)
        page = printed(blog).pages[0].extract_text()
        assert page.index("KEY FACTS") < page.index("A bar: entries") < page.index("FROM FIRST TO LAST")

    def test_a_long_title_is_set_smaller(self) -> None:
        def size(title: str) -> float:
            [first, *_] = [
                size for text, _, _, size in pieces(printed(blog_of(title=title)).pages[0]) if "Ferry" in text
            ]
            return first

        sizes = [size("Ferry aground " * times) for times in (1, 6, 7, 40)]
        assert sizes[0] == 28.0
        assert sizes == sorted(sizes, reverse=True)
        assert len(set(sizes)) == 3

    def test_the_contents_begin_on_it_if_a_quarter_of_it_is_left(self) -> None:
        many = blog_of(*(Entry(headline=f"Headline {number}") for number in range(60)))
        assert "Contents" in printed(many).pages[0].extract_text()


class TestFootOfPage:
    @pytest.mark.parametrize(
        ("name", "shown"),
        [("quay", "tag:news.example,2026:quay · snapshot "), (f"quay-{'of-the-harbour-' * 8}", "snapshot ")],
    )
    def test_a_long_id_gives_way_to_the_snapshot(self, name: str, shown: str) -> None:
        blog = blog_of(Entry(headline="One"), id=f"tag:news.example,2026:{name}", declared_total=2)
        foot = printed(blog).pages[0].extract_text().splitlines()[-2:]
        assert f"incomplete: 1 of 2 entries · {shown}" in " ".join(foot)
        assert "…" not in " ".join(foot)


class TestContinued:
    def test_where_an_entry_goes_on_is_told_once_a_page(self) -> None:
        body = []
        for number in range(60):
            text = f"Paragraph {number} tells what the divers found below the quay in the water."
            body.append(Paragraph(text, [Link(0, 9, f"https://news.example/{number}")]))
        pages = [page.extract_text() for page in printed(blog_of(Entry(headline="One", body=body))).pages]
        told = [page.count(", continued") for page in pages]
        assert max(told) == 1
        assert sum(told) > 1

    def test_paragraphs_that_are_moved_for_their_notes_keep_the_white_between_them(self) -> None:
        links = [Link(0, 9, f"https://news.example/{'a-long-address-' * 12}")]
        body = [Paragraph(f"Paragraph{number} of one line.", links) for number in range(40)]
        gaps = set()
        for page in printed(blog_of(Entry(headline="One", body=body))).pages:
            ys = [y for text, _, y, _ in pieces(page) if text.startswith("Paragraph")]
            gaps |= {round(one - other, 1) for one, other in pairwise(ys)}
        assert min(gaps) > 21.0


class TestNotes:
    def test_of_many_of_one_kind_the_first_few_are_told_and_the_rest_counted(self) -> None:
        notes = [Note(code="page-furniture", text=f"Advertisement {number}", line=number) for number in range(3, 23)]
        words = all_words(printed(captured(Note(code="order-inferred", text="newest first"), *notes)))
        assert "order-inferred newest first page-furniture (20) line 3 Advertisement 3 · line 4 Adv" in words
        assert "line 6 Advertisement 6 and 16 more, lines 7 to 22 All notes are in liveblog.jsonld, which is" in words
        assert "Advertisement 7" not in words

    def test_those_that_stand_nowhere_are_only_counted(self) -> None:
        notes = [Note(code="link-unkept", text=f"https://x.example/{number}") for number in range(7)]
        words = all_words(printed(captured(*notes), conformance="plain"))
        assert "link-unkept (7) https://x.example/0 · https://x.example/1" in words
        assert "and 3 more All notes are in the record of the live blog, its export as JSON-LD." in words

    def test_few_are_told_whole(self) -> None:
        notes = [Note(code="day-heading", text=f"{number} March", line=number) for number in range(1, 7)]
        words = all_words(printed(captured(*notes)))
        assert "day-heading line 1 1 March · line 2 2 March" in words
        assert "line 6 6 March" in words
        assert "All notes" not in words

    def test_a_long_one_is_told_by_its_beginning(self) -> None:
        words = all_words(printed(captured(Note(code="entry-off-page", text="The divers said no. " * 40))))
        assert words.count("The divers said no.") == 14
        assert "The divers said no.… All notes are in liveblog.jsonld" in words

    def test_all_of_them_are_attached(self) -> None:
        notes = [Note(code="page-furniture", text=f"Advertisement {number}", line=number) for number in range(3, 23)]
        [data] = printed(captured(*notes)).attachments["liveblog.jsonld"]
        assert all(f"Advertisement {number}".encode() in data for number in range(3, 23))


class TestFromTheRight:
    TIME = Moment(text="3:20 p.m.")

    def test_page_numbers_stand_at_the_edge_and_never_on_a_title(self) -> None:
        blog = blog_of(Entry(headline="The ferry is aground", time=self.TIME), language="en")
        [contents, *_] = [page for page in printed(blog, language="he").pages if "ferry" in page.extract_text()]
        [title, *_] = [place for place in pieces(contents) if place[0].startswith("The ferry")]
        assert title[1] > LETTER.width / 3

    def test_a_title_begins_where_pages_begin_whichever_way_it_runs(self) -> None:
        for title in ("The quay", ARABIC):
            first = printed(blog_of(Entry(headline="One"), title=title), language="ar").pages[0]
            xs = [x for text, x, _, size in pieces(first) if size == 28.0]
            assert min(xs) > (120.0 if title == ARABIC else 400.0), title
        left = printed(blog_of(Entry(headline="One")), language="en").pages[0]
        assert next(round(x) for _, x, _, size in pieces(left) if size == 28.0) == 54

    def test_items_of_a_list_stand_beside_their_marks_whichever_way_they_run(self) -> None:
        items = ListBlock([ARABIC, "Harbour", f"{ARABIC}\n  {ARABIC}\n    Crane"])
        for language, lines in (("en", [196, 196, 196, 210, 224]), ("ar", [271, 362, 271, 257, 345])):
            pages = printed(blog_of(Entry(body=[items])), language=language).pages
            [page] = [page for page in pages if "•" in page.extract_text()]
            found = [round(x) for text, x, _, size in pieces(page) if size == 9.4 and "•" not in text]
            assert found == lines

    def test_words_of_a_blog_begin_on_one_side_among_those_around_it(self) -> None:
        entry = Entry(headline=ARABIC, body=[Quotation("\n".join(["Two"] * 60), source=ARABIC)])
        publisher = Agent(name=ARABIC, kind="organization")
        pages = printed(blog_of(entry, title=ARABIC, publisher=publisher), language="en").pages
        lines = [one for page in pages for one in pieces(page) if has_right_to_left(one[0])]
        own = {11.6, 7.8}  # the sizes of a headline and of who is quoted, in the blog itself
        assert len(lines) > 9
        assert {round(x) for _, x, _, size in lines if size not in own} == {54, 182}

    def test_what_the_source_printed_keeps_its_direction(self) -> None:
        blog = blog_of(Entry(headline="The ferry is aground", time=self.TIME), language="en")
        page = printed(blog, language="he").pages[0]
        assert "3:20 p.m." in page.extract_text()
        assert ".3:20 p.m" not in page.extract_text()

    def test_a_title_does_not_run_into_the_date_of_a_citation(self) -> None:
        blog = lba.read(EXAMPLE, timezone=ZONE)
        words = all_words(printed(attrs.evolve(blog, title="Storm"), language="he"))
        assert "3 Storm" not in words

    def test_addresses_stand_where_the_lines_begin(self) -> None:
        blog = blog_of(Entry(headline="One"), url="https://news.example/live")
        for language, edge in (("en", 182.0), ("ar", 309.0)):
            page = printed(blog, language=language).pages[0]
            assert next(x for text, x, _, _ in pieces(page) if text.startswith("https")) == pytest.approx(
                edge, abs=1.0
            )

    @pytest.mark.parametrize("language", ["fa", "ur-PK"])
    def test_pages_are_turned_round_for_a_language_whose_words_nobody_has_translated(self, language: str) -> None:
        blog = blog_of(Entry(headline=ARABIC, time=self.TIME, authors=[Agent(name="Sara Karimi")]), language=language)
        for options, turned in (({}, True), ({"language": "en"}, False)):
            reader = printed(blog, **options)
            assert reader.root_object["/ViewerPreferences"].get("/Direction") == ("/R2L" if turned else None)
            found = [piece for page in reader.pages for piece in pieces(page)]
            said = [x for text, x, _, _ in found if text in {"Contents", "By Sara Karimi", "Sara Karimi"}]
            assert [x > 300.0 for x in said] == [turned] * 3
            # These words run from the left, and the number of pages follows them.
            assert {round(x) for text, x, _, _ in found if text.startswith("Page ")} == {54}

    def test_so_does_every_line_of_the_snapshot(self) -> None:
        last = printed(blog_of(Entry(headline="One")), language="he").pages[-1]
        [x] = [x for text, x, _, _ in pieces(last) if text.startswith("SHA-256 ")]
        assert x > 60.0


class TestWords:
    def test_a_language_that_is_not_known_divides_no_word(self) -> None:
        text = "Extraordinarily inconsiderate representatives misunderstood characteristically incomprehensible " * 6
        for language, divided in (("en", True), (None, False)):
            reader = printed(blog_of(Entry(body=[Paragraph(text)]), language=language))
            assert any("\u00ad" in page.extract_text() for page in reader.pages) is divided

    def test_a_list_never_goes_on_with_a_dot(self) -> None:
        entries = [
            Entry(headline=f"Entry {number}", authors=[Agent(name="Ani Example")], time=Moment(text=f"{number}:00"))
            for number in range(1, 70)
        ]
        lines = [line for page in printed(blog_of(*entries)).pages for line in page.extract_text().splitlines()]
        assert any(line.rstrip().endswith("·") for line in lines)
        assert not [line for line in lines if line.startswith("·")]

    @pytest.mark.parametrize(
        ("language", "said"),
        [("fr", "Citer comme\u202f: The quay"), ("de", "Zitieren als: The quay"), ("hy", "Հղել այսպես՝ The quay")],
    )
    def test_a_label_stands_before_its_text_as_its_language_has_it(self, language: str, said: str) -> None:
        entry = Entry(headline="One", time=Moment(text="3 p.m."))
        pages = "\n".join(page.extract_text() for page in printed(blog_of(entry), language=language).pages)
        assert said in pages

    def test_a_blog_without_a_title_is_called_by_its_first_words_in_the_marks_of_the_language(self) -> None:
        blog = blog_of(Entry(headline="One"), title=None, introduction=[Paragraph("Live-Ticker")])
        assert "„Live-Ticker“" in printed(blog, language="de").pages[0].extract_text()
