"""Which elements of a page are its entries: by the ids that its data names, as AMP lists, or by their likeness."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

from lxml import etree

from ...markup import select
from ...markup.classes import ClassPattern, class_names
from ...markup.names import SUBHEADINGS
from ...markup.tree import spaced, text_inside, words_inside
from ...native_ids import key
from ..data.ids import IDS, own_id
from ..labels.time_elements import has_sentence

_NO_ENTRY = ClassPattern.of_words(r"ads?|advert\w*|promo|newsletter|teaser|related")
_NO_BLOCKS = frozenset({"body", "html", "main"})
_SHARE = 0.2  # of the text in a page's paragraphs: less is no live blog, but what stands beside one
_MOST_OF = 0.5
_COVERED = 0.6  # of the text from the first block to the last
_MOST_TIMES = 6  # of one entry
_HIGHEST = 30  # how far above its time an entry is looked for


def by_ids(root: etree._Element, keys: Iterable[str]) -> list[etree._Element]:
    """Return the elements of the entries with these keys, and those that are made and named like them."""
    wanted = set(keys)
    named = _named(root, wanted)
    matched: dict[str, etree._Element] = {}
    for element, name in named:
        found = key(name)
        if found in wanted and _has_text(element):
            # A list of key events may name an entry too; the entry is where the text is.
            other = matched.get(found)
            matched[found] = element if other is None else max(other, element, key=lambda one: len(text_inside(one)))
    likenesses = {likeness(element) for element in matched.values()}
    elements = []
    for element, name in named:
        found = key(name)
        if found in matched:
            chosen = matched[found] is element
        else:
            numbered = found != name or name.isdecimal()
            chosen = numbered and likeness(element) in likenesses and _has_text(element) and not is_other(element)
        if chosen:
            matched.setdefault(found, element)
            elements.append(element)
    return _outermost(elements)


_WITH_IDS = "body/descendant::*[" + " or ".join(f"@{attribute}" for attribute in IDS) + "]"


def _named(root: etree._Element, wanted: Collection[str]) -> list[tuple[etree._Element, str]]:
    """Return elements with their ids: real ids, else what stands in for them where none of those is wanted."""
    named = [(element, element.get("id", "").strip()) for element in select(root, "body/descendant::*[@id]")]
    if any(key(name) in wanted for _, name in named):
        return [(element, name) for element, name in named if name]
    return [(element, name) for element in select(root, _WITH_IDS) if (name := own_id(element))]


def likeness(element: etree._Element) -> tuple[str, str, str]:
    """Return what entries of one page share: tag, first telling class, and the words of the id before its number."""
    name = own_id(element) or ""
    return str(element.tag), _telling_class(element), name.removesuffix(key(name)) if name else ""


def _telling_class(element: etree._Element) -> str:
    """Return the first class of an element that what it stands in has not too: tools give one to all of a page."""
    own = class_names(element.get("class"))
    box = element.getparent() if own else None
    around = class_names(box.get("class")) if box is not None else ()
    return next((name for name in own if name not in around), "".join(own[:1]))


def amp_items(root: etree._Element) -> list[etree._Element]:
    """Return the items of a page's AMP live lists; those of advertisers have no id of an entry's kind."""
    items = select(root, "//amp-live-list//*[@items]/*[@data-sort-time and @id]")
    return [item for item in items if not is_other(item) and item.get("data-sort-time", "").isdecimal()]


def pinned(root: etree._Element, elements: Sequence[etree._Element]) -> set[str]:
    """Return the keys of entries that a page also shows in another place: copies without an id that link to them."""
    tag, first, _ = likeness(elements[0])
    known = set(elements)
    alike = root.iter(tag) if first else ()
    copies = [one for one in alike if _telling_class(one) == first and one not in known and not own_id(one)]
    links = [link.get("href") for copy in copies for link in copy.iter("a")]
    return {key(link.rpartition("#")[2]) for link in links if link and "#" in link}


def key_events(root: etree._Element) -> set[str]:
    """Return the keys of entries that a page lists as its key events."""
    return {key(link.get("href", "").rpartition("#")[2]) for link in select(root, _KEY_EVENTS)}


_KEY_EVENTS = "//*[contains(@id, 'key-events') or contains(@class, 'key-events')]//a[contains(@href, '#')]"


def repeated(
    root: etree._Element, marks: Iterable[etree._Element], outside: Set[etree._Element]
) -> list[etree._Element]:
    """Return blocks that look alike, each with one of `marks`, the times: the most there are that hold most text.

    A page repeats other things with times too, such as its key events; an entry is where the text is. What a block
    leaves between it and the next must be little: else it is the beginning of an entry, and not all of it.
    `outside` are parts of the page that have no entries.
    """
    groups: dict[tuple[object, ...], dict[etree._Element, None]] = defaultdict(dict)
    titled = around_title(root)
    times: Counter[etree._Element] = Counter()
    for mark in marks:
        line = [mark, *islice(mark.iterancestors(), _HIGHEST)]
        if not outside.isdisjoint(line):
            continue
        kind = likeness(mark)[:2]
        for above in line:
            if above in titled or above.tag in _NO_BLOCKS or (above.tag == "a" and _is_card(above, mark)):
                break
            times[above] += 1
            for shape in _likenesses(above, kind):
                groups[shape][above] = None
    several = dict.fromkeys(tuple(group) for group in groups.values() if len(group) > 1)  # alike in many ways, often
    outermost = (members for group in several if len(members := _outermost(group)) > 1)
    choices = [(members, _amount(members)) for members in outermost if not _has_all(members, times)]
    if (main := next(root.iter("main"), None)) is not None:
        choices = [choice for choice in choices if main in choice[0][0].iterancestors()] or choices
    best = chosen = _fullest(choices, outside)
    while chosen and leads_away(*chosen):
        choices.remove(chosen)
        chosen = _fullest(choices, outside)
    chosen = chosen or best
    return [*_entries(chosen[0])] if chosen and has_a_share(root, *chosen) else []


def _has_all(members: Sequence[etree._Element], times: Mapping[etree._Element, int]) -> bool:
    """Tell whether one of elements has so many more times than there are elements that it is the box of entries."""
    return max(times[member] for member in members) > max(_MOST_TIMES, 2 * len(members))


def around_title(root: etree._Element) -> Set[etree._Element]:
    """Return what the title of a page stands in, which is no entry: none where each entry has a title like it."""
    titles = [*islice(root.iter("h1"), 2)]
    return {*titles[0].iterancestors()} if len(titles) == 1 else frozenset()


def _is_card(link: etree._Element, mark: etree._Element) -> bool:
    """Tell whether a link is a card as a whole, which leads to another page; that of a time leads to its entry."""
    return "#" not in (link.get("href") or "") and words_inside(link) != words_inside(mark)


def _entries(elements: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield elements without what is no entry: advertisements, and links to other pages that are made otherwise.

    What has an id of the same kind as most is made like these, whatever its class: `post-17`. A list beside them in a
    box that is made otherwise may be of rows like theirs: such have links and no sentences.
    """
    shapes = [*map(likeness, elements)]
    ((usual, _),) = Counter(shapes).most_common(1)
    tag, _, prefix = usual
    are_others = all(map(is_other, elements))  # a list may call its entries teasers
    beside = _lists_beside(elements)
    for element, shape in zip(elements, shapes, strict=True):
        if element in beside:
            continue
        is_usual = shape == usual or (bool(prefix) and shape[::2] == (tag, prefix))
        if (are_others or not is_other(element)) and (is_usual or not leads_away([element])):
            yield element


def _lists_beside(elements: Sequence[etree._Element]) -> set[etree._Element]:
    """Return the elements in boxes that stand elsewhere than those of the others, and are lists of links.

    Their headings lead to other pages, or they have no sentence, and a link or others beside them that are so too. Of
    boxes of another kind than those with sentences, those without one and with a link are none.
    """
    boxes: dict[etree._Element, list[etree._Element]] = defaultdict(list)
    for element in elements:
        boxes[next(element.iterancestors())].append(element)
    if len(boxes) == 1:
        return set()
    silent = {element for element in elements if not has_sentence(element)}
    told = [box for box, inside in boxes.items() if not silent.issuperset(inside)]
    told = [box for box in told if not all(map(_heads_away, boxes[box]))] or told
    alike, around = {*map(likeness, told)}, {box.getparent() for box in told}
    found: set[etree._Element] = set()
    for box, inside in boxes.items() if told else ():
        linked = {part for part in inside if part in silent and _links_away(part)}
        is_list = box not in told and box.getparent() not in around and (linked or len(inside) > 1)
        found |= {*inside} if is_list else linked if likeness(box) not in alike else set()
    return found


def _heads_away(element: etree._Element) -> bool:
    """Tell whether an element has a heading that leads to another page."""
    return any(_links_away(part) or next(part.iterancestors()).tag == "a" for part in element.iter(*SUBHEADINGS))


def _links_away(element: etree._Element) -> bool:
    """Tell whether an element has a link to another page."""
    return any("#" not in (link.get("href") or "#") for link in element.iterdescendants("a"))


def _fullest(
    choices: Sequence[tuple[list[etree._Element], int]], outside: Set[etree._Element]
) -> tuple[list[etree._Element], int] | None:
    """Return the most elements of those choices that hold most text (the number beside them); None without any."""
    most = max((amount for _, amount in choices), default=0)
    full = [choice for choice in choices if choice[1] and choice[1] >= _MOST_OF * most]
    full.sort(key=lambda choice: (len(choice[0]), choice[1]), reverse=True)
    return next((choice for choice in full if _cover(*choice, outside)), None)


def leads_away(elements: Sequence[etree._Element], amount: int | None = None) -> bool:
    """Tell whether elements are hardly more than links to other pages, as those of a list of the latest news.

    `amount` is how much text they hold, if that is known.
    """
    links = (link for element in elements for link in element.iterdescendants("a"))
    away = _amount([link for link in links if "#" not in link.get("href", "#")])
    return away > _MOST_OF * (_amount(elements) if amount is None else amount)


def has_a_share(root: etree._Element, elements: Sequence[etree._Element], amount: int | None = None) -> bool:
    """Tell whether elements have enough text, beside all paragraphs of their page, to be what it is about."""
    own = _amount(elements) if amount is None else amount
    return bool(elements) and own >= _SHARE * _amount([*root.iter("p")])


def _cover(members: Sequence[etree._Element], amount: int, outside: Set[etree._Element]) -> bool:
    """Tell whether this amount is most of the text from the first of elements to the end of the last.

    Where it is most of all that they stand in, that need not be walked.
    """
    box = next(around_all(members))
    return amount >= _COVERED * _amount([box]) or amount >= _COVERED * _between(members, box, outside)


def around_all(elements: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield what all of some elements in reading order stand in, the nearest first."""
    above = set(elements[0].iterancestors())
    return (box for box in elements[-1].iterancestors() if box in above)


def _between(members: Sequence[etree._Element], box: etree._Element, outside: Set[etree._Element]) -> int:
    """Return how much text of their box stands from the first of elements to the last, but for what is `outside`."""
    amount, begun = 0, False
    walk = etree.iterwalk(box, events=("start", "end"))
    event, part = next(walk)
    while event == "start" or part is not members[-1]:
        begun = begun or part is members[0]
        if event == "start" and part in outside:
            walk.skip_subtree()
        elif begun and (said := part.text if event == "start" else part.tail):
            amount += len(spaced(said))
        event, part = next(walk)
    return amount


def _likenesses(element: etree._Element, mark: tuple[str, str]) -> list[tuple[object, ...]]:
    """Return what a block may have in common with others; `mark` is the tag and first class of its time.

    Where nothing names a block, it may be what it stands in, or how its time is made.
    """
    tag, first, prefix = likeness(element)
    found: list[tuple[object, ...]] = [(tag, first) if first else (tag, first, mark)]
    if prefix:
        found.append((tag, "", prefix))
    place = (tag, element.get("role"), element.getparent())
    found.append((*place, mark))
    if not first:
        found.append(place)
    return found


def _amount(elements: Sequence[etree._Element]) -> int:
    return sum([len(spaced(text_inside(element))) for element in elements])


def _outermost(elements: Sequence[etree._Element]) -> list[etree._Element]:
    """Return the elements that stand in none of the others."""
    known = set(elements)
    return [element for element in elements if known.isdisjoint(element.iterancestors())]


def _has_text(element: etree._Element) -> bool:
    return bool(text_inside(element).strip()) or element.find(".//img") is not None


def shows(element: etree._Element) -> bool:
    """Tell whether an element has anything that is seen: what attributes describe may be there for machines alone."""
    return _has_text(element) and not _IN_HIDDEN(element)


_IN_HIDDEN = etree.XPath(
    "boolean(ancestor-or-self::*[@hidden or contains(translate(@style, ' ', ''), 'display:none')])"
)


def is_other(element: etree._Element) -> bool:
    """Tell whether an element between entries is something else, such as an advertisement."""
    return _NO_ENTRY.calls(element)
