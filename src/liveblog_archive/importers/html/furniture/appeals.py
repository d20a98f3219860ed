"""Boxes between entries that ask readers for money or to sign up, and tell nothing of what happens.

`Donate now`, `Jetzt abonnieren`, `Je m’abonne` on a button or on a link that stands alone tells them, and else what
they ask for, where a box has no time.
"""

import re
from collections.abc import Set
from functools import lru_cache
from itertools import islice
from typing import TypeGuard

from lxml import etree

from ...markup.classes import WordPattern
from ...markup.names import SUBHEADINGS, TIMES
from ...markup.tree import APART, has_own_words, line_inside, outward, spaced, text_inside, words_inside
from ...text.shape import ends_like_a_sentence, has_digit
from ..labels.printed import LONGEST, PrintedReader

# What a button or link begins with that does it.
_DO = re.compile(
    r"\s*(?:(?:sign me|sign|count me) (?:up|in)\b|subscribe|donate\b|give (?:now|today)\b|support us\b|become an? \w|"
    r"join us\b|(?:je )?m[’']inscri\w*|s[’']inscrire|(?:s|je m)[’']abonner?|abonne[zr][ -]\w|je (?:donne|soutiens)\b|"
    r"(?:je fais|faire|faites) un don|(?:nous )?soutenir\b|soutenez\b|"
    r"(?:jetzt |kostenlos |gratis )?(?:abonnieren|anmelden|bestellen|spenden|unterstützen|mitglied werden)\b|"
    r"suscr\w+|apúnt\w+|inscr\w+|iscriv\w+|assin\w+|don(?:a|ar)(?: ahora| hoy| ora)?$|hazte soci\w|"
    r"sostieni\w*|abbonati|do(?:e|ar)(?: agora| já)?$|apoie\b|"
    r"(?:ik )?(?:meld me|schrijf me|inschrijven|aanmelden)\b.*|"
    r"doneer\b|steun ons\b|word lid\b|zapis\w+|wesprzyj\b|wpłać\b|tilmeld\w*|meld (?:meg|dig) på|anmäl\w*|"
    r"støtt? oss?\b|stöd oss\b|bli (?:medlem|prenumerant|abonnent)\b|tilaa\b|feliratkoz\w+|přihlásit\b.*|odebírat)",
    re.IGNORECASE,
)
# What a box asks for.
_ASK = WordPattern(
    r"\bbecome an? (?:\w+ )?(?:supporter|member|subscriber|patron)|"
    r"\bsupport (?:our|independent|local|quality|public) (?:\w+ )?(?:journalism|reporting|newsroom|news)|"
    r"\b(?:make a|your) (?:donation|contribution|gift)\b|\bdonate (?:now|today)\b|\bsubscribe (?:now|today|to|for)\b|"
    r"\bsign up (?:for|to) (?:our|the)\b|"
    r"\bwerden sie (?:\w+ )?(?:mitglied|unterstütz|abonnent|förder|club)|\bunterstützen sie (?:uns|unser|unabhängig)|"
    r"\bunterstütze (?:uns|unser)|\bmit (?:ihrer|deiner|einer) spende|\bjetzt (?:spenden|abonnieren)|\bspenden sie\b|"
    r"\babonnieren sie (?:jetzt|unser|den|die|kostenlos)|"
    r"\bsoutenez(?:[ -]nous| notre| le journalisme| la presse| un journal)|\bfaites un don\b|\babonnez-vous\b|"
    r"\bdevenez (?:\w+ )?(?:membre|abonné|adhérent|donat)|"
    r"\bapoya (?:el|nuestro|a nuestr)|\bhazte (?:socio|socia|suscriptor|miembro)|\bsuscríbete\b|"
    r"\bhaz (?:una|tu) donación|\bapoie (?:o |a )?(?:noss|jornalismo)|\bseja (?:\w+ )?(?:assinante|apoiador|membro)|"
    r"\bassine (?:já|agora|a |o )|\bfaça (?:uma|a sua) doação|"
    r"\bsostieni(?:ci\b| il| la)|\babbonati\b|\bdiventa (?:\w+ )?(?:soci|sostenitor|abbonat)|\bfai una donazione|"
    r"\bsteun (?:ons|onze|onafhankelijk)|\bword (?:lid|abonnee|vriend|donateur)\b|\bdoneer nu\b|"
    r"\bwesprzyj\b|\bzostań (?:patron|subskrybent)|\bprzekaż darowiznę|"
    r"\bstøtt? (?:oss|os|vår|vores)\b|\bstöd (?:oss|vår)\b|\bbliv? (?:abonnent|støttemedlem|prenumerant)\b"
)
_LONGEST = 300  # characters of a box
_LONGEST_BUTTON = 40
_MOST_PARTS, _LOOKED_AT = 24, 500


def asks(part: etree._Element) -> bool:
    """Tell whether a box without a time asks for money or to sign up, and says little else."""
    text = line_inside(part)
    return len(text) <= _LONGEST and _ASK.within(text)


def appeal(control: etree._Element, large: Set[etree._Element], times: PrintedReader) -> etree._Element | None:
    """Return the box around the text that a button or link to give or sign up belongs to; None for any other.

    A link stands alone below a heading or sentence, and no time beside it; so do the fields of a form, of which one
    for an address needs no word. The parts of a page that are `large` are no such boxes.
    """
    if control.tag == "input":
        form = next(control.iterancestors("form"), control)
        if not any(map(_signs_up, islice(form.iter("input"), _MOST_PARTS))):
            return None
        said, box = "", form.getparent()
    else:
        if not _does(control.text or text_inside(control)):
            return None
        said, box = words_inside(control), control.getparent()
    if len(said) > _LONGEST_BUTTON:
        return None
    while _may_be_box(box, large) and not has_own_words(box, APART) and words_inside(box) == said:
        box = box.getparent()
    if not _may_be_box(box, large) or len(words_inside(box)) > _LONGEST:
        return None
    if control.tag == "button" and box is control.getparent():
        return box
    if has_own_words(box, APART):
        box = _asking(box, large)
    return box if box is not None and _is_offer(box, times) else None


def _asking(line: etree._Element, large: Set[etree._Element]) -> etree._Element | None:
    """Return the largest box whose only words are a line that asks, such as a callout with a sign; None without."""
    box = outward(line, lambda above: _may_be_box(above, large) and _letters(above) == _letters(line))
    return box if box is not line and asks(line) else None


def _letters(part: etree._Element) -> str:
    return "".join(filter(str.isalnum, text_inside(part)))


def appeal_in(entry: etree._Element, control: etree._Element, times: PrintedReader) -> etree._Element | None:
    """Return the box of an appeal in an entry that has a sentence of its own beside it."""
    box = appeal(control, {entry}, times)
    if box is None:
        return None
    inside = frozenset(box.iter())
    own = (part.text for part in islice(entry.iter(etree.Element), _LOOKED_AT) if part not in inside and part.text)
    return box if any(ends_like_a_sentence(spaced(text)) for text in own) else None


@lru_cache(maxsize=4096)  # pages have the same words on many links
def _does(said: str) -> bool:
    return _DO.match(said) is not None


def _may_be_box(box: etree._Element | None, large: Set[etree._Element]) -> TypeGuard[etree._Element]:
    return box is not None and box not in large and len(box) <= _MOST_PARTS


def _signs_up(field: etree._Element) -> bool:
    """Tell whether a field of a form is one for an address, or a button to give or sign up."""
    return field.get("type") == "email" or _does(field.get("value", ""))


def _is_offer(box: etree._Element, times: PrintedReader) -> bool:
    """Tell whether a box says something in a heading or a sentence; neither it nor what is above it says when."""
    parts = [*box.iterdescendants(etree.Element)]
    texts = (spaced(text) for part in parts if (text := part.text) and has_digit(text))
    if any(part.tag in TIMES for part in parts) or any(times.read(text) for text in texts):
        return False
    before = box.getprevious()
    if before is not None and len(text := words_inside(before)) <= LONGEST and has_digit(text) and times.begins(text):
        return False
    return any(part.tag in SUBHEADINGS or ends_like_a_sentence(words_inside(part)) for part in parts)
