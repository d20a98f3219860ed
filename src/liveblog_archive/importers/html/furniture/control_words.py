"""What controls say: `Share`, `Copy link`, `Teilen`, the names of services."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from ...markup.classes import ClassPattern
from ...markup.tree import text_inside, words_apart

# What controls say, of pages with so few entries that nothing comes again and again.
_SERVICES = (
    r"facebook|twitter|x|whatsapp|telegram|bluesky|threads|linkedin|pinterest|reddit|mastodon|instagram|messenger|xing|"
    r"threema|signal|viber|tumblr|pocket|flipboard|vk"
)
_SIGNS = "\u2600-\u27bf\u2b50\U0001f300-\U0001faff"  # ♥, ⭐, 👍, 😮: what readers felt, beside how many did
_WORDS = (
    rf"{_SERVICES}|(?:[{_SIGNS}]\ufe0f?)+|share|tweet|e-?mail|cop(?:y|ied)|link|permalink|print|like|reply|report|comments?|"
    r"printer[ -]friendly(?: version)?|"
    r"teilen|twittern|mailen|kopier(?:en|t)|drucken|gefällt mir|antworten|kommentare?|kommentieren|melden|"
    r"partager|copier(?: le lien)?|(?:lien )?copiée?|imprimer|courriel|j[’']aime|commenter|commentaires?|signaler|"
    r"compartir|tuitear|copiar(?: (?:el )?enlace)?|enlace|copiado|correo|imprimir|me gusta|comentar|comentarios?|"
    r"compartilhar|partilhar|copiar(?: o)? link|curtir|comentários?|"
    r"condividi|copia(?: il)? link|copiato|stampa|mi piace|commenta|commenti|segnala|"
    r"deel|delen|kopieer(?: de)? link|gekopieerd|reageer|reacties|"
    r"udostępnij|skopiuj link|kopiuj|skomentuj|komentarze|lubię to|drukuj|wyślij|zgłoś|"
    r"(?:show|see|view) (?:more|less)|mehr (?:an)?zeigen|(?:voir|afficher) plus|(?:ver|mostrar) más|ver mais|"
    r"mostra altro|toon meer|visa mer|vis mer|"
    r"likes|shares|tweets|retweets|reposts|views|reactions|(?:mal )?geteilt|aufrufe|reaktionen|"
    r"partages?|vues?|réactions?|compartidos?|reacciones|visualizaciones|condivisioni|reazioni|visualizzazioni|partilhas?|reações|"
    r"visualizações|curtidas?|gostos?|weergaven|gedeeld|(?:vind-ik-)?leuks|polubie\w{1,3}|komentarz[ey]?|udostępnie\w{1,3}|"
    r"wyświetle\w{1,3}|delinger|visninger|reaksjoner|reaktioner|delningar|gillningar|tykkäyst\w{1,3}|jakoa|"
    r"dela|kopiera(?: länk)?|länk|gilla|kommentera|e-?post|skriv ut|del|kopier(?: lenke)?|lenke|kommenter|udskriv|"
    r"afdrukken|comparte|partage|jaa|kopioi linkki|sähköposti|tulosta|sdílet|tisk|megosztás|nyomtatás"
)
# What may stand beside them: `Share this article on Facebook`.
_BESIDE = (
    r"on|auf|via|sur|en|su|op|na|på|with|mit|avec|con|com|met|med|this|diesen|cet|este|questo|dit|ten|esto|det|här|her|"
    r"article|post|page|story|artikel|beitrag|"
    r"artículo|articolo|artigo|artykuł|loading"
)
# How many did so: `12`, `1.204`, `1,2k`.
_MANY = r"\d+(?:[.,]\d+)*(?:\s?[km])?"
_SAID = re.compile(
    rf"(?:{_MANY}\W*)?(?:{_WORDS})(?:\W+(?:{_MANY}\W*)?(?:{_WORDS}|{_BESIDE}))*\W*(?:{_MANY})?\W*", re.IGNORECASE
)
# What the class of a control that shows an icon alone says of it, beside which stands how many did so.
_ICON = ClassPattern.of_words("likes?|hearts?|thumbs?|upvotes?|claps?|favou?rites?|comments?|repl(?:y|ies)|shares?")
_ACTIVE = frozenset({"a", "button"})
_NAMED_ONLY = re.compile(rf"(?:{_SERVICES})(?:\W+(?:{_SERVICES}))*", re.IGNORECASE)


@lru_cache(maxsize=2048)
def says_control(text: str) -> bool:
    """Tell whether a text is what controls say; the same few stand in every entry."""
    return _SAID.fullmatch(text) is not None


def names_services(text: str) -> bool:
    """Tell whether a text names services and does nothing else."""
    return _NAMED_ONLY.fullmatch(text) is not None


def says_how_many(box: etree._Element) -> bool:
    """Tell whether a box says what controls say, of which those that show an icon alone say what they are called."""
    active = (part for part in box.iter(etree.Element) if part.tag in _ACTIVE or part.get("role") == "button")
    called = " ".join(name for part in active if not text_inside(part).strip() for name in _names(part))
    words = words_apart(box).casefold()
    return says_control(words) or (called != "" and says_control(f"{called} {words}"))


def _names(icon: etree._Element) -> Iterator[str]:
    """Yield what a control without words is called: by its label, else by its class or that of its picture."""
    if label := (icon.get("aria-label") or icon.get("title") or "").strip():
        yield label.casefold()
    elif any(map(_ICON.fits, icon.iter(etree.Element))):
        yield "like"
