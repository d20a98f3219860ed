"""Print how well quotes are found again: `python -m tests.benchmarks.quotes [--blogs N] [--changes N]`.

Quotes of 3 to 30 words are taken from the first capture of a page, the newsroom edits it between captures, and each
quote is resolved in the last one: by its entry first, and by a search of the whole page, as a rival. What is true is
known from the edits, never from the ids.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from attrs import evolve
from rapidfuzz import fuzz

from liveblog_archive.identity import VersionId, version_id
from liveblog_archive.identity.ledger import Ledger
from liveblog_archive.identity.matching import match, renamed, revised
from liveblog_archive.identity.minting import fold
from liveblog_archive.identity.outcomes import Resolution
from liveblog_archive.identity.quotes import Quote, anchored, parts
from liveblog_archive.identity.resolution import resolve
from liveblog_archive.model import Entry, LiveBlog, Paragraph

from .edits import Item, Page, _blog
from .newsroom import BRIEF, HELD_OUT, LONG, Desk, Post, Writer

CAPTURES = 4
QUOTES = 40  # of each page
NEAR = 90.0  # the similarity, of 100, at which the rival does best on the development topics

_END = re.compile(r"\. (?![a-z])")  # of a sentence

# What a reader is told; where an entry stands among the others is not known from the edits.
STANDING = {"verified", "verified-in-later-version", "moved"}


class Truth(NamedTuple):
    """What became of a quote: the places in the last capture that may be named, and the status."""

    places: frozenset[int]
    status: str


class Answer(NamedTuple):
    """What a method says: a place in the last capture, or none, and the status."""

    place: int | None
    status: str


class History(NamedTuple):
    """A page through its captures: what it said first and last, and what the ledger and the store know of it."""

    first: list[Item]
    last: list[Item]
    blog: LiveBlog
    ledger: Ledger
    store: dict[VersionId, Entry]


def history(desk: Desk, seed: int, *, natives: bool) -> History:
    """Return the captures of one page, matched one after the other, as an archive does."""
    chance = Random(f"quotes {desk.name} {seed}")
    writer = Writer(desk, HELD_OUT[seed % len(HELD_OUT)], chance)
    page = Page(writer, [])
    posts = writer.blog(chance.randint(30, 90))
    page.items = [Item(post, frozenset({index}), page.native()) for index, post in enumerate(posts)]
    first = [evolve(item) for item in page.items]
    blog = previous = _blog(first, natives=natives)
    ledger = Ledger(blog.id).extended(blog)
    store = {version_id(entry): entry for entry in blog.entries}
    for _ in range(CAPTURES - 1):
        page.round()
        current = _blog(page.items, natives=natives)
        gone = [store[version] for _, version in ledger.gone]
        matching = match(previous, current, gone=gone)
        final = revised(previous, current, matching, gone=gone, reserved=ledger.minted)
        ledger = ledger.extended(final, renamed(matching, current, final))
        store |= {version_id(entry): entry for entry in final.entries}
        previous = final
    return History(first, page.items, blog, ledger, store)


def quotes(found: History, chance: Random) -> Iterator[tuple[int, Quote]]:
    """Yield quotes of the first capture, each with the place of its entry."""
    for _ in range(QUOTES):
        place = chance.randrange(len(found.first))
        entry = found.blog.entries[place]
        paragraph, text = chance.choice([part for part in parts(entry) if part[0]])
        words = text.split(" ")
        length = min(len(words), chance.randint(3, 30))
        begin = chance.randint(0, len(words) - length)
        start = len(" ".join(words[:begin])) + bool(begin)
        end = start + len(" ".join(words[begin : begin + length]))
        yield place, anchored(entry, paragraph, (start, end), version_id(entry))


def truth(found: History, root: int, quote: Quote) -> Truth:
    """Return what became of a quote, as the edits know it."""
    carriers = [place for place, item in enumerate(found.last) if root in item.roots]
    if not carriers:
        return Truth(frozenset(), "deleted")
    words = " ".join(quote.exact.split())
    holding = [place for place in carriers if words in " ".join(found.last[place].post.text.split())]
    if not holding:
        return Truth(frozenset(carriers), "altered")
    if not any(_sentences(found, root, quote) in _told(found.last[place].post) for place in carriers):
        return Truth(frozenset(holding), "reframed")
    if any(len(found.last[place].roots) > 1 for place in carriers):
        return Truth(frozenset(holding), "merged")
    if len(carriers) > 1:
        return Truth(frozenset(holding), "split")
    retimed = found.last[carriers[0]].post.minute != found.first[root].post.minute
    return Truth(frozenset(holding), "retimed" if retimed else "stands")


def _sentences(found: History, root: int, quote: Quote) -> str:
    """Return the sentences that a quote touches, between bars."""
    paragraph = found.first[root].post.paragraphs[quote.paragraph - 1]
    ends = [match.end() for match in _END.finditer(paragraph)]
    first, last = (sum(end <= place for end in ends) for place in (quote.start, quote.end - 1))
    return _barred(_END.split(paragraph)[first : last + 1])


def _told(post: Post) -> str:
    return "".join(_barred(_END.split(" ".join(paragraph.split()))) for paragraph in post.paragraphs)


def _barred(sentences: Iterable[str]) -> str:
    return fold("".join(f"|{sentence.rstrip('.')}|" for sentence in sentences))


def by_entry(found: History, quote: Quote) -> Answer:
    """Resolve a quote as the library does."""
    result = resolve(quote, found.ledger, found.store.get)
    ids = [entry for entry, _ in found.ledger.captures[-1].entries]
    place = ids.index(result.now[0]) if result.now and result.status != "ambiguous" else None
    return Answer(place, "stands" if result.status in STANDING else result.status)


def by_page(found: History, quote: Quote) -> Answer:
    """Search the whole last page: the words with the best context, else the most similar passage."""
    texts = [item.post.text for item in found.last]
    context = f"{quote.prefix}{quote.exact}{quote.suffix}"
    exact = [place for place, text in enumerate(texts) if quote.exact in text]
    if exact:
        return Answer(max(exact, key=lambda place: fuzz.partial_ratio(context, texts[place])), "stands")
    ratios = [fuzz.partial_ratio(quote.exact, text) for text in texts]
    best = max(ratios, default=0)
    return Answer(ratios.index(best), "altered") if best >= NEAR else Answer(None, "deleted")


METHODS = {"entry first": by_entry, "whole page": by_page}


class Score(NamedTuple):
    """Counts of one method: all quotes, those with the right entry and status, and those with a wrong entry."""

    quotes: int
    right: int
    wrong: int

    def row(self, name: str) -> str:
        return (
            f"{name:<38} {self.quotes:>7} {100 * self.right / self.quotes:>9.2f} %"
            f" {100 * self.wrong / self.quotes:>9.2f} %"
        )


def judged(answer: Answer, expected: Truth, *, coarse: bool) -> tuple[bool, bool]:
    """Return whether an answer is right, and whether it names a wrong entry.

    With `coarse=True` any status that says the same of the words will do, for a search cannot know more.
    """
    wrong = answer.place is not None and answer.place not in expected.places
    intact = {"stands", "retimed", "split", "merged", "reframed"}
    same = answer.status == expected.status or (coarse and {answer.status, expected.status} <= intact)
    same = same or (answer.status, expected.status) == ("altered", "reframed")  # what was altered may stand elsewhere
    named = answer.place in expected.places if expected.places else answer.place is None
    return named and same, wrong


def run(desks: Sequence[Desk], seeds: Iterable[int], *, natives: bool) -> dict[str, Score]:
    """Return the score of each method over all pages."""
    counts: Counter[tuple[str, str]] = Counter()
    for desk in desks:
        for seed in seeds:
            found = history(desk, seed, natives=natives)
            for root, quote in quotes(found, Random(f"{desk.name} {seed}")):
                expected = truth(found, root, quote)
                for name, method in METHODS.items():
                    right, wrong = judged(method(found, quote), expected, coarse=method is by_page)
                    counts[name, "all"] += 1
                    counts[name, "right"] += right
                    counts[name, "wrong"] += wrong
    return {name: Score(*(counts[name, kind] for kind in ("all", "right", "wrong"))) for name in METHODS}


def _one_character(text: str, chance: Random) -> str:
    """Return a text with one character changed, taken away or added."""
    place = chance.randrange(len(text))
    rest = text[place + chance.randrange(2) :]
    added = chance.choice("aeiou .,–é0")
    other = text[:place] + (rest if rest != text[place:] and chance.random() < 1 / 3 else added + rest)
    return other if other != text else _one_character(text, chance)


def _changed_version(found: History, quote: Quote, chance: Random) -> Resolution:
    entry = found.store[quote.version]
    at = chance.randrange(len(entry.body))
    body = list(entry.body)
    body[at] = Paragraph(_one_character(body[at].text, chance))
    return resolve(quote, found.ledger, {**found.store, quote.version: evolve(entry, body=body)}.get)


def _changed_quote(found: History, quote: Quote, chance: Random) -> Resolution:
    """Change a letter of the words and nothing else, or one of the context, or one of the digest."""
    name = chance.choice([name for name in ("exact", "prefix", "suffix", "sha256") if getattr(quote, name)])
    text = getattr(quote, name)
    place = chance.randrange(len(text))
    other = chance.choice([letter for letter in "abcxyz" if letter != text[place]])
    return resolve(evolve(quote, **{name: text[:place] + other + text[place + 1 :]}), found.ledger, found.store.get)


def tampering(trials: int) -> tuple[int, int]:
    """Return how many changes of one character were found, of so many, and how many false alarms there were."""
    chance = Random("tampering")
    found = history(LONG, 0, natives=True)
    caught = alarms = 0
    for number in range(trials):
        _, quote = next(quotes(found, chance))
        change = (_changed_version, _changed_quote)[number % 2]
        caught += change(found, quote, chance).status == "tampered"
        alarms += resolve(quote, found.ledger, found.store.get).status == "tampered"
    return caught, alarms


def main() -> None:
    """Print one row for each method, with and without native ids, and what became of changed characters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blogs", type=int, default=15, help="pages of each desk")
    parser.add_argument("--changes", type=int, default=10_000, help="characters that are changed")
    options = parser.parse_args()
    print(f"{'':<38} {'quotes':>7} {'right':>11} {'wrong entry':>11}")
    for natives in (False, True):
        for name, score in run((LONG, BRIEF), range(options.blogs), natives=natives).items():
            print(score.row(f"{name}, {'with' if natives else 'without'} native ids"))
    caught, alarms = tampering(options.changes)
    print(f"changes of one character found: {caught} of {options.changes}; false alarms: {alarms}")


if __name__ == "__main__":
    main()
