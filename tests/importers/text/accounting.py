"""Where every line and character of a text went: the check that nothing is lost."""

import re
from collections import Counter

from liveblog_archive.importers.text.shape import without_frame
from liveblog_archive.model import Block, Entry, ListBlock, LiveBlog


def _characters(*texts: str | None) -> Counter[str]:
    return Counter(character for text in texts if text for character in text if not character.isspace())


def _told(entry: Entry) -> Counter[str]:
    """Return the characters that an entry holds; a prose time stays in its paragraph and is not counted twice."""
    about = entry.time is not None and entry.time.qualifier == "approximate"
    in_text = about and entry.text.startswith(entry.time.text)
    label = entry.time.text if entry.time and not in_text else None
    changed = entry.modified.text if entry.modified else None
    credited = (text for author in entry.authors for text in (author.name, author.role))
    return _characters(entry.headline, label, changed, *credited, *(block.text for block in entry.body))


def _credits(entry: Entry, lines: list[str]) -> Counter[str]:
    """Return what stands around the names of authors in the lines that name them: `Posted`, `By`, `and`, `:`."""
    named = [line for line in lines if any(author.name in line for author in entry.authors)]
    return _characters(
        *(
            word
            for line in named
            for word in re.findall(
                r"(?i)\b(?:(?:Posted|Written|Publié|Geschrieben)(?=\s)|By|From|Von|Por|Par|Di|and|und|y|e|et)\b|[,&:]",
                line,
            )
        )
    )


def _without_marks(missing: Counter[str], blocks: tuple[Block, ...]) -> Counter[str]:
    """Forgive one mark for each item of a list, and the numbers of those that are ordered: their places."""
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    places = [str(place) for block in lists if block.ordered for place in range(1, len(block.items) + 1)]
    rest = missing - _characters(*places)
    items = sum(len(block.items) for block in lists)
    return Counter() if rest.total() == items and not rest.keys() - set(">•▪◦‣·*-.)") else rest


def lines_of(text: str) -> dict[int, str]:
    """Return the lines that are not blank, by number."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return {number: line for number, line in enumerate(plain.split("\n"), start=1) if line.strip()}


def lost(text: str, blog: LiveBlog) -> list[str]:
    """Return a complaint for every line that is nowhere or twice, and every entry that lost or gained characters.

    Relative times beside a label are kept in notes: they change whenever the page is loaded. So is what the page
    printed in an entry. The marks of list items are structure in the model, as blank lines are, so are `#` and the
    plus signs around a headline.
    """
    lines = lines_of(text)
    complaints: list[str] = []
    places: Counter[int] = Counter()
    assert blog.capture is not None
    beside = {
        note.line
        for note in blog.capture.notes
        if note.code in ("relative-time", "page-furniture") and note.text == lines[note.line].strip()
    }
    for entry in blog.entries:
        assert entry.span is not None
        own = [n for n in range(entry.span.first or 0, (entry.span.last or 0) + 1) if n in lines]
        places.update(own)
        bare = {n: without_frame(lines[n].strip()) for n in own}
        told = (bare[n] if bare[n] == entry.headline else lines[n] for n in own if n not in beside)
        there, here = _characters(*told), _told(entry)
        missing = _without_marks(there - here - _credits(entry, [lines[n] for n in own]), entry.body)
        if missing or here - there:
            complaints.append(f"lines {own}: lost {dict(missing)}, gained {dict(here - there)}")
    noted = {note.line for note in blog.capture.notes if note.line and note.text.strip() == lines[note.line].strip()}
    titled = {note.line for note in blog.capture.notes if note.code == "title-inferred" and note.line}
    places.update(noted - set(places))
    places.update(titled)
    left = [n for n in lines if n not in places]
    there, here = _characters(*(lines[n] for n in left)), _characters(*(block.text for block in blog.introduction))
    missing = _without_marks(there - here, blog.introduction)
    if missing or here - there:
        complaints.append(f"lines {left} are not the introduction")
    complaints += [f"line {n} is in {count} places" for n, count in places.items() if count > 1]
    return complaints
