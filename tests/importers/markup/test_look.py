"""What only the look of a text says: struck words, raised and lowered digits."""

import pytest

from liveblog_archive.importers.markup import blocks, line
from liveblog_archive.importers.markup.look import STROKE
from liveblog_archive.model import Heading, Link, ListBlock, Paragraph
from tests.importers.html.reading import of, page


def struck(text: str) -> str:
    return "".join(c if c in " .,–" else c + STROKE for c in text)


def text_of(html: str) -> str:
    (block,) = blocks(f"<p>{html}</p>")
    return block.text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("The mayor says <s>40</s> 14 people", f"The mayor says {struck('40')} 14 people"),
        ("<strike>40</strike> 14", f"{struck('40')} 14"),
        ('<span style="color: red; text-decoration: line-through">40</span> 14', f"{struck('40')} 14"),
        # A correction is no part of the word that it stands in place of; nor does it part one that it is in.
        ("Arrested: <del>Jon Smith</del><ins>John Smythe</ins>.", f"Arrested: {struck('Jon Smith')} John Smythe."),
        ("<b>They</b> are <s>40</s>14 now", f"They are {struck('40')} 14 now"),
        ("<i>We </i><s>40</s>14", f"We {struck('40')} 14"),
        ("<b>4</b><s>0</s>4", f"4{struck('0')}4"),
        ("colo<del>u</del>r", f"colo{struck('u')}r"),
        ("<del>Never.</del><ins>Ever.</ins>", f"{struck('Never')}. Ever."),
        ("<del>Never </del><ins>Ever</ins>", f"{struck('Never')} Ever"),
        ("<del>Never</del>", struck("Never")),
        ("<s>A <b>bold</b> word of <del>ten</del></s> five", f"{struck('A bold word of ten')} five"),
        ("<s>$40 – or so.</s>", struck("$40 – or so.")),
        ("<a><s>#</s><b>storm</b></a>", "#storm"),
        ("<s></s>40", "40"),
        ("Café <s>fermé</s>", f"Café {struck('fermé')}"),
    ],
)
def test_struck_words_keep_their_stroke(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("3 × 10<sup>9</sup> litres", "3 × 10⁹ litres"),
        ("10<sup>-3</sup> and 10<sup>−12</sup>", "10⁻³ and 10⁻¹²"),
        ("5 m<sup>2</sup>", "5 m²"),
        ("In 2024<sup><a href='#fn'>2</a></sup> it was lower.<sup>1, 3</sup>", "In 2024² it was lower.¹, ³"),
        ("١٠<sup>٩</sup>", "١٠⁹"),
        ("the 12<sup>th</sup>, M<sup>e</sup> Roux, 1<sup>re</sup>", "the 12th, Me Roux, 1re"),
        ("à 14 h <sup>05</sup>", "à 14 h 05"),
        ("<time>14<sup>05</sup></time>", "1405"),
        ("CO<sub>2</sub>", "CO2"),
        ("the number 101<sub>2</sub>", "the number 101₂"),
        ("<sub>2</sub>", "2"),
    ],
)
def test_raised_and_lowered_digits_make_no_other_number(html: str, text: str) -> None:
    assert text_of(html) == text


def test_it_is_so_wherever_text_stands() -> None:
    found = blocks("<h2><s>40</s> 14</h2><ul><li><s>40</s> 14</li></ul><del><p>Wrong</p></del>")
    assert found == [Heading(f"{struck('40')} 14", 2), ListBlock([f"{struck('40')} 14"]), Paragraph(struck("Wrong"))]
    assert line("<s>40</s> 14 dead") == f"{struck('40')} 14 dead"


def test_links_of_struck_words_lead_from_all_of_them() -> None:
    (found,) = blocks('<p>See <s><a href="https://a.example/x">this</a></s></p>')
    assert found == Paragraph(f"See {struck('this')}", [Link(4, 12, "https://a.example/x")])


def test_headlines_of_pages_show_it_too() -> None:
    entries = "".join(
        f"<article><time datetime='2026-03-03T1{n}:00Z'>1{n}:00</time><h2><s>40</s> 14 dead, 10<sup>{n}</sup></h2>"
        f"<p>The mayor said so.</p></article>"
        for n in (4, 3)
    )
    assert [entry.headline for entry in of(page(entries)).entries] == [
        f"{struck('40')} 14 dead, 10⁴",
        f"{struck('40')} 14 dead, 10³",
    ]
