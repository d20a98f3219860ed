"""What pages say around their text and in it that no editor wrote: controls, advertisements, links to other pages.

They are said here alone, for a saved page and for one that was pasted as text.
"""

import re
from functools import lru_cache

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
_NAMED_ONLY = re.compile(rf"(?:{_SERVICES})(?:\W+(?:{_SERVICES}))*", re.IGNORECASE)
# What stands above the comments of readers.
COMMENTED = (
    r"(?:\d+\s)?(?:readers[’']\s)?(?:comments?|responses|kommentare?|commentaires?|comentarios|comentários|"
    r"commenti|reacties|komentarze|kommentarer|kommentit|hozzászólások|kommentek|komentáře|комментарии|коментарі|"
    r"σχόλια|yorumlar)(?:\s\(\d+\))?"
)
# What parts of a page call themselves that are no text of it.
ELSEWHERE = (
    rf"{COMMENTED}|"
    r"most (?:read|popular|viewed)|trending(?: now)?|related(?: \w+){0,2}|more (?:on this(?: \w+)?|stories|news)|"
    r"(?:read|see) (?:more|also)|also read|elsewhere|recommended(?: for you)?|you (?:may|might) also like|"
    r"join the (?:conversation|discussion)|have your say|what do you think.*|your comments|leserkommentare|"
    r"(?:ihre |eure )?meinung(?:en)?|diskutieren sie mit|diskussion|réagi[rs].*|(?:vos )?réactions|participa|"
    r"deixe (?:o )?seu comentário|"
    r"sign up.*|newsletter.*|"
    r"keskustelu|disku[sz]e|"
    r"mest (?:leste?|læste|lästa)|luetuimmat|legolvasottabb\w*|nejčtenější|najczęściej czytane|"
    r"about the (?:authors?|reporters?|writers?)|über (?:den autor|die autor(?:in|en))|"
    r"zu(?:m autor|r autorin|r person)|(?:à propos de )?l[’']auteure?|sobre (?:el autor|la autora|o autor|a autora)|"
    r"l[’']autore|l[’']autrice|"
    r"over de (?:auteur|schrijver)|o (?:autorze|autorce)|"
    r"meistgelesen.*|am meisten gelesen|mehr zum thema|mehr dazu|auch interessant|lesen sie (?:auch|dazu)|"
    r"weitere (?:artikel|meldungen|nachrichten|themen)|das könnte sie (?:auch )?interessieren|"
    r"(?:les )?(?:articles )?(?:les )?plus lus|à lire (?:aussi|également)|lire aussi|sur le même (?:sujet|thème)|"
    r"lo más (?:leído|visto)|más leídas|te puede interesar|noticias relacionadas|"
    r"share this(?: \w+)?|(?:diesen )?(?:artikel|beitrag) teilen|partager (?:cet article|sur)|"
    r"i più letti|leggi anche|mais lidas|leia também|meest gelezen|lees ook|meer nieuws"
)
_ADVERT = re.compile(
    r"\W*(?:advertisement|advertising|advert|ad(?: feedback)?|sponsored|anzeige|werbung|annonce|publicité|publicidad|"
    r"anuncio|publicidade|pubblicità|advertentie|reklama|reklám|hirdetés|annons|reklame|mainos|(?-i:PUB))"
    r"(?:\s[–-]\s\w+)?\W*",
    re.IGNORECASE,
)
_LONGEST_ADVERT = 24  # characters


@lru_cache(maxsize=2048)
def says_control(text: str) -> bool:
    """Tell whether a text is what controls say; the same few stand in every entry."""
    return _SAID.fullmatch(text) is not None


def names_services(text: str) -> bool:
    """Tell whether a text names services and does nothing else."""
    return _NAMED_ONLY.fullmatch(text) is not None


def says_advert(text: str) -> bool:
    """Tell whether a text is the label of an advertisement: `Advertisement`, `- Anzeige -`."""
    return len(text) <= _LONGEST_ADVERT and _ADVERT.fullmatch(text) is not None
