"""Words that most entries end with: what is the page's, and what is of each entry."""

import pytest
from lxml import html

from liveblog_archive.importers.html.furniture.feet import feet
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.model import LiveBlog, Media
from tests.importers.html.reading import codes, note, of, page

WORDS = (
    "The wind is up, and so is all of the sea behind it.",
    "The bridge is shut to all who have no business there.",
    "The ferry is late, and nobody has seen it come in yet.",
)
LAST = "The sea wall holds, and those who live behind it are at home."


def ends(foot: str, count: int = 3, others: int = 0) -> list[str]:
    """Return the words of what is left out at the end of entries, `count` of which end with `foot`."""
    insides = [
        f"<p>Line {n} of the long storm that is over the whole of the northern sea.</p>{foot.replace('$', str(n))}"
        for n in range(count)
    ]
    insides += [f"<p>Line {n} of another storm.</p>" for n in range(others)]
    entries = [html.fragment_fromstring(f"<div>{inside}</div>") for inside in insides]
    found = feet(entries, {entry: [*entry.iter("mark", "u")] for entry in entries}, PrintedReader("en"))
    return [foot.text for foot in found.values()]


def flat(*feet: str) -> LiveBlog:
    lines = (
        f"<h4>1{n}:05: Hour {n} of the storm</h4><p>{said}</p>{foot}"
        for n, (said, foot) in enumerate(zip([*WORDS, LAST], feet, strict=False))
    )
    return of(page(f"<main><h3>3 March 2026</h3>{''.join(lines)}</main>"), timezone="UTC")


class TestBlocks:
    @pytest.mark.parametrize(
        "foot",
        [
            "<div><span>Spread the word</span></div>",
            "<div><div><small>Küldd tovább ezt</small></div></div>",
            '<p class="x">Weiterleiten · verlinken</p>',
            "<section><p>Spread the word</p></section>",
            '<div><a href="#">Tell somebody of this</a></div>',
            '<div><a href="javascript:tell()">Tell somebody of this</a> | <a>or nobody</a></div>',
            '<a href="#">Tell somebody of this</a>',
            "<span>Spread the word</span><script>x = 1</script><!-- here --><b hidden>now</b><hr> | <i></i>",
            "<span>Spread the word</span><mark>Save</mark>",
            "<div>Spread the <mark>very last</mark>word<u>again</u> here</div>",
        ],
    )
    def test_what_most_end_with_is_the_page_s(self, foot: str) -> None:
        assert len(ends(foot)) == 3

    def test_what_is_left_out_anyway_is_not_said(self) -> None:
        assert ends("<div>Spread the <mark><u>very</u> last</mark> word</div>")[0] == "Spread the word"

    @pytest.mark.parametrize(
        "foot",
        [
            "<div>We are going on all night.</div>",
            "<div>Spread the word all over the town, to the old and the young, and then to us</div>",
            "<p>Share of votes</p>",
            "<div>Ada Example</div>",
            "<div>by our man at sea</div>",
            "<div>Redaktion</div>",
            "<div>PA Media</div>",
            '<div class="author">our man at sea</div>',
            "<div>photo: the harbour</div>",
            "<div>© the harbour</div>",
            "<div>storm #harbour</div>",
            "<div>to @harbour now</div>",
            "<div>at 9 today</div>",
            "<div>just now</div>",
            "<div>Spread the word in $ towns</div>",
            '<div><a href="/guide">Read the guide</a></div>',
            '<div><a name="x">the guide</a></div>',
            '<div>The sea is up. <a href="#">Read it</a></div>',
            "<h3>Spread the word</h3>",
            "<ul><li>one of the many words that stand in the lists of pages here</li><li>the last</li></ul>",
            "<p class='x'>They say: <b>spread the word</b> of the storm that is to come over the sea</p>",
            "<div>11$ likes <button>Save</button></div>",
            "<div>1$ h</div>",
            "<div>1$ March</div>",
            "<div>Spread the word</div> now",
            "<div>Spread the word</div><img src='/a.png'>",
            "<div>Spread the word</div><table></table><p>The storm goes on.</p>",
            "",
        ],
    )
    def test_what_may_be_text_stays(self, foot: str) -> None:
        assert ends(foot) == []

    @pytest.mark.parametrize(
        "foot",
        ["<div>$ likes</div>", "<div>1.20$ Mal geteilt</div>", "<p class='f'><i>$ j’aime</i> <i>3$ avis</i></p>",
         "<small>1,$k visningar</small>", "<ul><li>$ reposts</li></ul>"],
    )  # fmt: skip
    def test_how_many_did_something_is_the_page_s_however_many_they_are(self, foot: str) -> None:
        assert len(ends(foot)) == 3

    def test_it_takes_most_of_the_entries_and_three(self) -> None:
        foot = "<div>Spread the word</div>"
        assert ends(foot, 2) == []
        assert ends(foot, 2, 10) == []
        assert len(ends(foot, 8, 4)) == 8
        assert ends(foot, 7, 4) == ends(foot, 7, 4)[:7] != []
        assert ends(foot, 6, 4) == []

    def test_what_entries_are_there_to_say_stays(self) -> None:
        entries = [
            html.fragment_fromstring(f"<div><b>1{n}:05</b><div>No trains in sight</div></div>") for n in range(6)
        ]
        assert feet(entries, {entry: [] for entry in entries}, PrintedReader("en")) == {}

    def test_pages_are_read_without_it(self) -> None:
        boxes = (
            f'<article><time datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time><p>{said}</p>'
            f"<div><svg></svg><span>Spread the word</span></div></article>"
            for n, said in enumerate(WORDS)
        )
        blog = of(page(f"<main>{''.join(boxes)}</main>"))
        assert [entry.text for entry in blog.entries] == [*WORDS]
        assert note(blog, "page-furniture") == (
            "3 controls and labels in entries are no text of theirs: “Spread the word”"
        )

    def test_a_sentence_that_an_editor_ends_two_entries_with_stays(self) -> None:
        boxes = (
            f'<article><time datetime="2026-03-03T{n + 8:02d}:05:00Z">{n + 8}:05</time><p>Line {n} of the storm.</p>'
            f"{'<p>Stay with us.</p>' if n in (3, 9) else ''}</article>"
            for n in range(12)
        )
        blog = of(page(f"<main>{''.join(boxes)}</main>"))
        assert sum("Stay with us." in entry.text for entry in blog.entries) == 2
        assert "page-furniture" not in codes(blog)


class TestLines:
    def test_a_line_at_the_end_of_most_is_the_page_s(self) -> None:
        blog = flat(*["<div>pass on · link to it</div>"] * 3)
        assert [entry.text for entry in blog.entries] == [*WORDS]
        assert [note.text for note in blog.capture.notes if note.code == "page-furniture"] == [
            "3 entries end with “pass on · link to it”, which is no text of theirs"
        ]

    def test_what_stands_below_it_in_the_last_is_the_page_s_too(self) -> None:
        foot, below = (
            "<div>pass on · link to it</div>",
            '<p>Our office is open to all who ask for help.</p><img src="/a.png">',
        )
        blog = flat(foot, foot, foot, f"{foot}{below}")
        assert [entry.text for entry in blog.entries] == [*WORDS, LAST]
        notes = [note.text for note in blog.capture.notes if note.code == "page-furniture"]
        assert notes[1:] == ["Our office is open to all who ask for help."]
        assert [block.kind for block in blog.entries[-1].body if isinstance(block, Media)] == ["image"]

    def test_a_last_one_without_it_keeps_all_that_it_says(self) -> None:
        foot, said = "<div>pass on · link to it</div>", "The harbour is open to all who ask for help."
        blog = flat(foot, foot, foot, f"<p>{said}</p>")
        assert [entry.text for entry in blog.entries] == [*WORDS, f"{LAST}\n\n{said}"]

    def test_one_that_ends_otherwise_is_as_it_was(self) -> None:
        foot = "<div>pass on · link to it</div>"
        blog = flat(foot, foot, "<ul><li>One ship</li><li>Two ships</li></ul>")
        assert blog.entries[0].text.endswith("link to it")

    def test_capital_words_are_no_name_where_they_are_links(self) -> None:
        links = '<div><a href="#p">Pass On</a> <a>Send It</a></div>'
        assert [entry.text for entry in flat(links, links, links).entries] == [*WORDS]
        signed = "<div>Ada Example</div>"
        assert flat(signed, signed, signed).entries[0].text.endswith("Ada Example")
        elsewhere = '<div><a href="/ada">Ada Example</a></div>'
        assert flat(elsewhere, elsewhere, elsewhere).entries[0].text.endswith("Ada Example")

    def test_what_entries_are_there_to_say_stays(self) -> None:
        lines = "".join(f"<h4>1{n}:05: Line {n}</h4><div>no trains in sight of it</div>" for n in range(4))
        blog = of(page(f"<main><h3>3 March 2026</h3>{lines}</main>"), timezone="UTC")
        assert [entry.text for entry in blog.entries] == ["no trains in sight of it"] * 4

    def test_how_many_did_something_is_the_page_s(self) -> None:
        counts = (f"<div>{n} people like it</div>" for n in (3, 0, 12))
        assert [entry.text for entry in flat(*counts).entries] == [*WORDS]

    def test_sentences_stay(self) -> None:
        foot = "<div>We stay with it all night.</div>"
        assert flat(foot, foot, foot).entries[0].text.endswith("all night.")
