"""What stands for a film or sound that only a script plays: a box with its title, its length, a button to play it."""

import re

from lxml import etree

from ...model.blocks import MediaKind
from ..text.shape import ends_like_a_sentence
from .captions import KINDS
from .classes import ClassPattern, WordPattern
from .names import HEADINGS, LISTS, TIMES
from .tree import has_own_words, lines_of, text_inside

_PLAYERS = "(?:video|audio|podcast|media|jw|rcs)-?player|powa"
_PLAYER = ClassPattern.of_words(_PLAYERS)
_PLAYED = ClassPattern.of_words(f"video|audio|podcast|{_PLAYERS}")
_SOUND = ClassPattern.of_words("(?:audio|podcast)(?:-?player)?")
_PLAYER_OR_WHO_PLAYS = ClassPattern.of_words("player")  # of a match, too
BOXES = frozenset({"div", "section", "aside", "a"})
_LENGTH = re.compile(
    r"\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?(?:\s?min\.?)?|"
    r"(?:[^\W\d_]+:?\s)?\d{1,3}\s?(?:min|s[ec][ckg])\w*\.?(?:\s(?:\w+\s)?\d{1,2}\s?s\w*\.?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d:\d\d")
# What a button says that plays something, in its words, its label or its class.
_HEARD = r"(?<![^\W\d_])(?:listen|anhören|écouter|escuchar|ouvir|ascolta|beluister|posłuchaj)(?![^\W\d_])"
_PLAY = WordPattern(
    rf"[▶►⏵]|{_HEARD}|(?<![^\W\d_])(?:play|watch|abspielen|ansehen|anschauen|lire|lecture|regarder|"
    r"reproducir|reproduzir|riproduci|ver v[ií]deo|guarda il|afspelen|speel|bekijk|"
    r"spela|spill|afspil|toista|odtwórz|přehrát|lejátszás|воспроизвести|відтворити|oynat)(?![^\W\d_])"
)
_HEAR = WordPattern(_HEARD)
_LENGTH_CLASS = ClassPattern(r"duration|length|(?:^|[\s_-])(?:dauer|durée|duración|durata|runtime)(?:$|[\s_-])")
_TEXT = LISTS | TIMES | {"table", "blockquote", "figcaption"}
_LONGEST = 200  # characters, with blanks as in the source


def told(box: etree._Element) -> list[etree._Element]:
    """Return the parts of a box that say what it plays and how long that is; none for what is no such box.

    It is named for a film or sound, and has a title, beside it a length or a button to play it, and nothing else. If
    the box is not called a player, nor the length one, the title is no sentence and stands first, and without such a
    button it is no paragraph, and the length a clock. A clock alone is a length only in what is called a player, and
    with a button or the name of one. A heading is a title only beside what is called a length.
    """
    if box.tag not in BOXES or not len(box) or not _is_called(box) or len(text_inside(box)) > _LONGEST:
        return []
    if has_own_words(box) or next(box.iter(*_TEXT), None) is not None:
        return []
    lines = [line for line in lines_of(box) if line[1].casefold() not in KINDS]
    titles = [line for line in lines if not _LENGTH.fullmatch(line[1])]
    lengths = [line for line in lines if line not in titles]
    if len(titles) > 1 or len(lengths) > 1 or not lines:
        return []
    is_player = _says(_PLAYER, box)
    plays = any(is_player or _says_play(button) for button in box.iter("button"))
    has_length = any(_LENGTH_CLASS.fits(part) for part, _ in lengths)
    if next(box.iter(*HEADINGS), None) is not None:
        is_one = has_length
    elif not titles:
        is_one = is_player and (plays or has_length)
    elif lengths and (is_player or has_length):
        is_one = True
    else:
        [(part, title)] = titles
        may_be = lines[0] is titles[0] and not ends_like_a_sentence(title)
        is_one = may_be and (plays or (part.tag != "p" and any(_CLOCK.search(text) for _, text in lengths)))
    return [part for part, _ in lines] if is_one else []


def _is_called(box: etree._Element) -> bool:
    """Tell whether a box is called one for a film or sound: a `player` where it has a button to play that."""
    return _says(_PLAYED, box) or (_says(_PLAYER_OR_WHO_PLAYS, box) and any(map(_says_play, box.iter("button"))))


def _says_play(button: etree._Element, pattern: WordPattern = _PLAY) -> bool:
    """Tell whether a button says that it plays something."""
    names = (button.get(name) or "" for name in ("aria-label", "title", "class"))
    return any(map(pattern.within, (text_inside(button), *names)))


def _says(pattern: ClassPattern, box: etree._Element) -> bool:
    return pattern.fits(box) or pattern.says(box.get("data-testid") or "")


def kind(box: etree._Element) -> MediaKind:
    """Return what a box plays, by its name or that of its button."""
    is_heard = _SOUND.fits(box) or any(_says_play(button, _HEAR) for button in box.iter("button"))
    return "audio" if is_heard else "video"


def kind_of_figure(figure: etree._Element) -> MediaKind | None:
    """Return what a figure plays that has a button to play it, or one and the name of a player; None for others.

    One with a picture, a chart or a map shows these; what is drawn on its buttons is none of them.
    """
    buttons = [*figure.iter("button")]
    drawn = figure.iter("svg", "canvas")
    has_picture = next(figure.iter("img", "amp-img"), None) is not None
    if has_picture or any(set(buttons).isdisjoint(one.iterancestors()) for one in drawn):
        return None
    named = next((part for part in figure.iter(*BOXES, "figure") if _says(_PLAYED, part)), None)
    if named is not None:
        return kind(named) if buttons else None
    return "video" if any(map(_says_play, buttons)) else None
