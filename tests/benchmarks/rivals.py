"""The obvious ways to find an entry again, a few lines each: what matching has to beat."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence

from rapidfuzz.distance import Levenshtein

from liveblog_archive.identity.minting import fold

from .edits import Case, Item, Pairs


def _by_key(case: Case, key: Callable[[Item], Hashable]) -> Pairs:
    """Pair entries of equal key, in their order."""
    waiting = defaultdict(list)
    for index, item in enumerate(case.before):
        waiting[key(item)].append(index)
    return {(waiting[key(item)].pop(0), index) for index, item in enumerate(case.after) if waiting[key(item)]}


def displayed_minute(case: Case) -> Pairs:
    """The printed time, and the order within a minute."""
    return _by_key(case, lambda item: item.post.minute)


def text_hash(case: Case) -> Pairs:
    """The folded text."""
    return _by_key(case, lambda item: fold(item.post.text))


def lines_difflib(case: Case) -> Pairs:
    """The standard library's diff over the folded texts; replaced runs of equal length are paired."""
    one, other = ([fold(item.post.text) for item in items] for items in (case.before, case.after))
    found = set()
    for kind, first, end, second, last in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and end - first == last - second):
            found |= set(zip(range(first, end), range(second, last), strict=True))
    return found


def _greedy(case: Case, score: Callable[[int, int], float], least: float) -> Pairs:
    scored = sorted(
        (-value, one, other)
        for one in range(len(case.before))
        for other in range(len(case.after))
        if (value := score(one, other)) >= least
    )
    ones: set[int] = set()
    others: set[int] = set()
    found = set()
    for _, one, other in scored:
        if one not in ones and other not in others:
            ones.add(one)
            others.add(other)
            found.add((one, other))
    return found


def git_chunks(case: Case) -> Pairs:
    """What git does to find renamed files: the bytes of shared lines, here sentences, at least half of the larger."""

    def chunks(items: Sequence[Item]) -> list[Counter[str]]:
        return [Counter({line: len(line) for line in item.post.text.split(". ")}) for item in items]

    one, other = chunks(case.before), chunks(case.after)
    sizes = [[sum(counter.values()) for counter in side] for side in (one, other)]

    def shared(first: int, second: int) -> float:
        return sum((one[first] & other[second]).values()) / max(1, sizes[0][first], sizes[1][second])

    return _greedy(case, shared, 0.5)


def levenshtein(case: Case) -> Pairs:
    """Letters in common, at least half, over all pairs."""
    one, other = ([fold(item.post.text) for item in items] for items in (case.before, case.after))
    return _greedy(case, lambda a, b: Levenshtein.normalized_similarity(one[a], other[b], score_cutoff=0.5), 0.5)


def aligned(case: Case) -> Pairs:
    """Alignment that keeps the order (Needleman and Wunsch), scored by words in common."""
    one, other = ([set(fold(item.post.text).split()) for item in items] for items in (case.before, case.after))
    scores = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, first in enumerate(one):
        for j, second in enumerate(other):
            alike = 2 * len(first & second) / (len(first) + len(second) or 1)
            scores[i + 1][j + 1] = max(scores[i][j] + alike - 0.3, scores[i][j + 1], scores[i + 1][j])
    found = set()
    i, j = len(one), len(other)
    while i and j:
        if scores[i][j] == scores[i - 1][j]:
            i -= 1
        elif scores[i][j] == scores[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.add((i, j))
    return found


RIVALS: dict[str, Callable[[Case], Pairs]] = {
    "displayed minute": displayed_minute,
    "text hash": text_hash,
    "difflib": lines_difflib,
    "git-style chunks": git_chunks,
    "Levenshtein ≥ .5": levenshtein,
    "order-preserving alignment": aligned,
}
