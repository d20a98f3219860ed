"""What stands in entries for what was not loaded, and asks to agree to it: it is no text of an entry."""

import re
from itertools import islice

from lxml import etree

from ...markup.classes import ClassPattern, WordPattern
from ...markup.tree import text_inside

_ASKING = WordPattern(
    r"cookies?\b|\bconsent|third[- ]party|external (?:content|media|service)|"
    r"extern\w* (?:inhalt|dienst|medi)|drittanbieter|einwilligung|zustimmung|datenschutz|personenbezogen|"
    r"contenu (?:est )?bloqué|contenu (?:externe|tiers)|données personnelles|traceurs|"
    r"contenido (?:externo|bloqueado)|contenut[oi] (?:esterni?o?|bloccat[oi])|"
    r"an dieser stelle (?:finden|sehen|steht|befinde\w*)\b.{0,60}\b(?:inhalt|beitrag|post)|"
    r"mit (?:nur )?einem klick (?:anzeigen|laden|aktivieren)|"
    r"externe (?:inhoud|content)|ekstern\w* innh|eksternt indhold|externt innehåll|treści zewnętrzn"
)
_CLASS = ClassPattern.of_words("consent|cookies?|gdpr|dsgvo|rgpd|cmp|opt-?in|two-?click|blocked")
# What players say to those who cannot see a film, or not yet.
_UNPLAYED = WordPattern(
    r"\Aloading (?:external |the )?(?:map|video|player|content|embed|post)\b|"
    r"\A(?:map|video|player|content) loading\b|\A(?:karte|video|player|inhalt) wird geladen|"
    r"\Achargement (?:de la |du )?(?:carte|vidéo|lecteur)\b|"
    r"please use (?:the )?chrome|(?:your|ihr|dieser) browser (?:does not|doesn[’']t|can ?not|unterstützt|kann)|"
    r"votre navigateur ne|(?:tu|su) navegador no|o (?:teu|seu) navegador não"
)
_PLAYER = ClassPattern.of_words("video|audio|player|media|embed")
_BUTTONS = frozenset({"button", "a", "label"})
_AGREEING = re.compile(
    r"accept|agree|allow|enable|load|show|akzeptier|zustimm|einwillig|erlaub|laden|anzeigen|aktivier|autoris|affich|"
    r"activer|charger|acept|permit|mostrar|cargar|accett|consent|mostra|carica|toestaan|akkoord|toon|godta|tillat|vis|"
    r"godkänn|tillåt|visa|zgadzam|akceptuj|pokaż|"
    r"settings|preferences|einstellung|paramètres|préférences|instelling|innstilling|inställning|ustawieni|"
    r"impostazioni|preferencias|ajustes|definições",
    re.IGNORECASE,
)
_KEPT = ("blockquote", "figure", "picture", "iframe", "video", "audio", "table", "time")
_LONGEST, _LOOKED_AT = 700, 300  # characters of a whole box, and of a paragraph that begins one
_HIGHEST = 5


def asking(part: etree._Element, entry: etree._Element) -> etree._Element | None:
    """Return the box of an entry that begins with the text of `part` and asks to agree; None for any other text.

    Words about cookies, consent or the content of others begin it, and it is called so or has a button to agree.
    Where it holds that content too, `part` alone is meant; so it is with what a player says instead of a film.
    """
    text, box = part.text, part.getparent()
    if not text or box is None:
        return None
    if not len(part) and _PLAYER.fits(box) and _UNPLAYED.within(text[:_LOOKED_AT]):
        return part
    may_ask = _CLASS.fits(part) or (box is not entry and (_CLASS.fits(box) or _begins_box(part)))
    if not may_ask or not _ASKING.within(text[:_LOOKED_AT]):
        return None
    found = part if _CLASS.fits(part) else None
    before = text_inside(part)
    for above in islice(part.iterancestors(), _HIGHEST):
        inside = text_inside(above).strip()
        if above is entry or len(inside) > _LONGEST or not inside.startswith(before.strip()):
            break
        if next(above.iter(*_KEPT), None) is not None:
            break
        buttons = map(text_inside, above.iter(*_BUTTONS))
        if _CLASS.fits(above) or any(map(_AGREEING.search, buttons)) or (found is not None and inside == before):
            found = above
        before = inside
    if found is not None and next(found.iter(*_KEPT), None) is None:
        return found
    is_label = box is not entry and _CLASS.fits(box) and next(part.iter(*_KEPT), None) is None
    return part if is_label else None


def _begins_box(part: etree._Element) -> bool:
    before = part.itersiblings(preceding=True)
    return not any((one.tail or "").strip() or text_inside(one).strip() for one in before)
