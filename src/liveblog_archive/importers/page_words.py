"""What pages say around their text and in it that no editor wrote: controls, advertisements, links to other pages.

They are said here alone, for a saved page and for one that was pasted as text. The patterns are of small letters, in
which they take a fifth of the time that they take in any case.
"""

import re
from functools import lru_cache

from .vocabulary import PRINTED

# What controls say, of pages with so few entries that nothing comes again and again.
_SERVICES = (
    r"facebook|twitter|x|whatsapp|telegram|bluesky|threads|linkedin|pinterest|reddit|mastodon|instagram|messenger|xing|"
    r"threema|signal|viber|tumblr|pocket|flipboard|vk"
)
_SIGNS = "\u2600-\u27bf\u2b50\U0001f300-\U0001faff"  # ♥, ⭐, 👍, 😮: what readers felt, beside how many did
FELT = re.compile(rf"(?:[{_SIGNS}]\ufe0f?\s*)+")
# What they count: alone, one such word may as well be a heading of the text, as `Reactions` is.
_COUNTED = (
    r"replies|réponses|respuestas|respostas|risposte|"
    r"likes|shares|tweets|retweets|reposts|views|reactions|(?:mal )?geteilt|aufrufe|reaktionen|"
    r"partages?|vues?|réactions?|compartidos?|reacciones|visualizaciones|condivisioni|reazioni|visualizzazioni|partilhas?|reações|"
    r"visualizações|curtidas?|gostos?|weergaven|gedeeld|(?:vind-ik-)?leuks|polubie\w{1,3}|komentarz[ey]?|udostępnie\w{1,3}|"
    r"wyświetle\w{1,3}|delinger|visninger|reaksjoner|reaktioner|delningar|gillningar|tykkäyst\w{1,3}|jakoa"
)
_WORDS = (
    rf"{_SERVICES}|{_COUNTED}|(?:[{_SIGNS}]\ufe0f?)+|share|tweet|forward|e-?mail|cop(?:y|ied)|link|permalink|print|like|reply|report|comments?|"
    r"printer[ -]friendly(?: version)?|"
    r"teilen|twittern|mailen|kopier(?:en|t)|drucken|gefällt mir|antworten|kommentar(?:e|er)?|kommentieren|melden|"
    r"partager|réagir|copier(?: le lien)?|(?:lien )?copiée?|imprimer|courriel|j[’']aime|commenter|commentaires?|"
    r"signaler|"
    r"compartir|tuitear|copiar(?: (?:el )?enlace)?|enlace|copiado|correo|imprimir|me gusta|comentar|comentarios?|"
    r"compartilhar|partilhar|gostei|copiar(?: o)? link|curtir|comentários?|"
    r"condividi|copia(?: il)? link|copiato|stampa|mi piace|comment[aoi]|segnala|"
    r"deel|delen|kopieer(?: de)? link|gekopieerd|reageer|reacties?|"
    r"udostępnij|skopiuj link|kopiuj|skomentuj|komentarze|lubię to|drukuj|wyślij|zgłoś|"
    r"(?:show|see|view) (?:more|less)|mehr (?:an)?zeigen|(?:voir|afficher) plus|(?:ver|mostrar) más|ver mais|"
    r"mostra altro|toon meer|visa mer|vis mer|load more|mehr laden|charger plus|cargar más|carregar mais|"
    r"carica altr[io]|meer laden|ladda fler|załaduj więcej|"
    r"dela|kopiera(?: länk)?|länk|gilla|kommentera|e-?post|skriv ut|del|kopier(?: lenke)?|lenke|kommenter|udskriv|"
    r"afdrukken|comparte|partage|jaa|kopioi linkki|sähköposti|tulosta|sdílet|tisk|komentář\w{0,2}|megosztás|"
    r"nyomtatás|hozzászólás|tetszik|kommentti|kommenttia|поделиться|нравится|комментари\w{1,2}|поширити|подобається|"
    r"коментар\w{0,2}|κοινοποίηση|paylaş|beğen|yorum"
)
# What may stand beside them: `Share this article on Facebook`.
_BESIDE = (
    r"on|auf|via|sur|en|su|op|na|på|with|mit|avec|con|com|met|med|this|diesen|cet|este|questo|dit|ten|esto|det|här|her|"
    r"the|den|die|le|la|el|il|de|"
    r"article|post|page|story|artikel|beitrag|bericht|"
    r"artículo|articolo|artigo|artykuł|loading"
)
# How many did so: `12`, `1.204`, `1,2k`.
_MANY = r"\d+(?:[.,]\d+)*(?:\s?[km])?"
# No price: `Share: 12.40 €`.
_END = r"[^\w$€£¥%]*"
_SAID = re.compile(rf"(?:{_MANY}\W*)?(?:{_WORDS})(?:\W+(?:{_MANY}\W*)?(?:{_WORDS}|{_BESIDE}))*\W*(?:{_MANY})?{_END}")
_COUNTED_ONLY = re.compile(rf"(?:{_COUNTED}|kommentar|comentario|comentário|commento)\W*")
_NAMED_ONLY = re.compile(rf"(?:{_SERVICES})(?:\W+(?:{_SERVICES}))*")
_REFERENCE = re.compile(r"\[\d+\]")
_WORD = re.compile(r"\w")
# What stands above or beside an entry that is pinned above the others.
_PINNED = re.compile(
    r"pinned(?: post)?|an(?:gepinnt|geheftet)(?:er (?:beitrag|eintrag))?|"
    r"fixiert|épinglé|fijado|destacado fijo|fixado|in evidenza|vastgezet|"
    r"vastgepind|przypięte|festet|fäst"
)
_LONGEST_PIN = 30
# What stands above the comments of readers.
_COMMENT = (
    r"(?:comments?|responses|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties?|komentarze|"
    r"kommentarer|kommentit|hozzászólások|kommentek|komentáře|комментарии|коментарі|σχόλια|yorumlar|contributions)"
)
_COMMENTS = rf"(?:\d+\s)?(?:readers[’']\s)?{_COMMENT}(?:\s\(\d+\))?"
# How many there are, behind a word or two or before: `See all comments (31)`.
_HOW_MANY_COMMENTS = re.compile(rf"(?:[^\W\d]+\s){{0,2}}{_COMMENT}\s?(?:\(\d+\)|\d+)|\d+\s{_COMMENT}")
# What stands before links to other pages.
_READ_ON = (
    r"(?:read|see) (?:more|also|next)|also read|mehr (?:dazu|zum thema|lesen)|lesen sie (?:auch|dazu)|weiterlesen|"
    r"dieses thema im programm|"
    r"(?:[àa] )?lire (?:aussi|également)|(?:en )?savoir plus|leer más|sigue leyendo|(?:lea|ver|vea) también|"
    r"leia (?:também|mais)|ler mais|veja também|leggi (?:anche|di più|tutto)|lees (?:ook|meer)|läs (?:också|mer)|"
    r"les (?:også|mer)|læs (?:også|mere)|czytaj (?:też|także|więcej)|zobacz (?:też|także)|lue myös|olvassa el|"
    r"čtěte také|читайте (?:также|також|ещё)|διαβάστε (?:επίσης|ακόμη)"
)
# What parts of a page call themselves that are no text of it.
_NAMES_ELSEWHERE = (
    rf"{_COMMENTS}|{_READ_ON}|"
    r"most (?:read|popular|viewed)|trending(?: now)?|related(?: \w+){0,2}|more (?:on this(?: \w+)?|stories|news)|"
    r"elsewhere|recommended(?: for you)?|you (?:may|might) also like|"
    r"join the (?:conversation|discussion)|have your say|what do you think.*|your comments|leserkommentare|"
    r"was this page (?:helpful|useful)|war diese seite hilfreich|quanto sono chiare le informazioni.*|"
    r"(?:ihre |eure )?meinung(?:en)?|diskutieren sie mit|diskussion|réagi[rs].*|(?:vos )?réactions|participa|"
    r"deixe (?:o )?seu comentário|"
    r"sign up.*|newsletter.*|"
    r"keskustelu|disku[sz]e|"
    r"mest (?:leste?|læste|lästa)|luetuimmat|legolvasottabb\w*|nejčtenější|najczęściej czytane|"
    r"about the (?:authors?|reporters?|writers?)|über (?:den autor|die autor(?:in|en))|"
    r"zu(?:m autor|r autorin|r person)|(?:à propos de )?l[’']auteure?|sobre (?:el autor|la autora|o autor|a autora)|"
    r"l[’']autore|l[’']autrice|"
    r"over de (?:auteur|schrijver)|o (?:autorze|autorce)|"
    r"meistgelesen.*|am meisten gelesen|auch interessant|"
    r"weitere (?:artikel|meldungen|nachrichten|themen)|das könnte sie (?:auch )?interessieren|"
    r"(?:les )?(?:articles )?(?:les )?plus lus|sur le même (?:sujet|thème)|"
    r"lo más (?:leído|visto)|más leídas|te puede interesar|(?:noticias|notas) relacionadas|"
    r"share this(?: \w+)?|(?:diesen )?(?:artikel|beitrag) teilen|partager (?:cet article|sur)|"
    r"i più letti|mais lidas|meest gelezen|meer nieuws"
)
_ADVERT = re.compile(
    r"\W*(?:(?:skip )?advertisement|advertising|advert|ad(?: feedback)?|sponsored|"
    r"anzeige|werbung|annonce|publicité|publicidad|"
    r"anuncio|publicidade|pubblicità|advertentie|"
    r"(?:article|story) continues (?:below|after) (?:this )?advert(?:isement)?|"
    r"continua (?:a ler )?(?:depois|após) da publicidade|la suite après (?:cette|la) publicité|"
    r"l[’']article (?:se poursuit|continue) (?:plus bas|ci-dessous|(?:sous|après) (?:cette|la) publicité)|"
    r"continua dopo la pubblicità|tekst gaat verder (?:onder|na) (?:de|deze) advertentie|"
    r"reklama|reklám|hirdetés|annons|reklame|mainos|реклама|διαφήμιση|reklam)"
    r"(?:\s[–-]\s\w+)?\W*",
)
# What stands above a list at the end that tells again what the entries told, with their times.
_SUMMARY = (
    r"(?:(?:the )?(?:day|night|events?) in (?:brief|short)|in brief|at a glance|summary|recap|timeline|"
    r"zusammenfassung|(?:kurz-?)?überblick|chronologie|zeitleiste|résumé|récapitulatif|resumen|cronología|"
    r"resumo|cronologia|linha do tempo|riassunto|riepilogo|samenvatting|overzicht|tijdlijn|sammanfattning|tidslinje|"
    r"sammendrag|oppsummering|opsummering|resumé|podsumowanie|kalendarium|souhrn|összefoglaló|yhteenveto|"
    r"итоги|хронология|хронологія|підсумки|σύνοψη|özet)(?:\s[^.!?\d]{0,30})?"
)
# A word for where a link leads, and what it is called: `Read more: Why the ferry is late`.
_TO_TOP = re.compile(
    r"\W*(?:(?:back|return|go) to (?:the )?top|nach oben|(?:zurück )?zum (?:seiten)?anfang|"
    r"(?:retour en )?haut de page|retour en haut|volver arriba|voltar ao topo|torna su|naar boven|"
    r"(?:gå )?til toppen|(?:gå )?till toppen|"
    r"do góry|наверх|вгору)\W*",
)
# Whose the rights are: `© 2026 The Courier`, `© KRVL Inc. All rights reserved.`
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s?[–-]\s?)?20\d\d\b|"
    r"(?:(?:©|\(c\)|copyright)\s.{1,60})?"
    r"\W*(?:riproduzione riservata|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos reservados|todos os direitos reservados|alle rechten voorbehouden)\W*\Z"
)
_LEADING = re.compile(rf"\W*(?:{_READ_ON})(?:\s?[:：|»›>–—]\s?\S|\W*\Z)")
_ELSEWHERE = re.compile(rf"(?:{_NAMES_ELSEWHERE})\W*")
_COMMENTED = re.compile(rf"(?:{_COMMENTS})\W*")
_SUMMED_UP = re.compile(rf"\W*{_SUMMARY}\W*")
# The foot of a printed page: `Seite 3 von 5`, beside the title of the paper or alone; an address and `3/5`; `3 von 5`
# and when it was printed.
_OF_PAGES = r"\d+\s?(?:/|(?:of|von|sur|de|di|van|av|af|z|ze|из|з|од|από)\s)\s?\d+"
_PAGE = (
    r"(?:page|pg\.|seite|página|pagina|pàgina|sida|side|strona|oldal|sivu|strana|stránka|sayfa|страница|стр\.|"
    rf"сторінка|стор\.|σελίδα)\s{_OF_PAGES}"
)
_WHEN = r"\d{1,4}[./-]\d\d?[./-]\d{2,4},?\s\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?"
_PRINTED = rf"(?:{PRINTED})(?:\s(?:on|am|le|el|em|il|op|den))?"
_APART = r"(?:\s{2,}|\t|\s[|–—·•-]\s)"
_PAGE_NUMBER = re.compile(
    rf"(?:.{{1,80}}{_APART}|[–—-]\s)?{_PAGE}(?:{_APART}.{{1,80}}|\s[–—-])?|https?://\S+\s+\d+\s?/\s?\d+|{_OF_PAGES}\s+{_WHEN}|"
    rf"(?:{_PRINTED})\W{{0,2}}\s[\d\s.:,/-]+(?:[ap]\.?m\.?|uhr|uur)?",
)
_LONGEST_ADVERT = 48  # characters


def without_references(text: str) -> str:
    """Return a text without the numbers that browsers of text put before its links: `[21]Copy link [22]Share`."""
    return _REFERENCE.sub(" ", text).strip() if text[:1] == "[" else text


@lru_cache(maxsize=2048)
def says_control(text: str) -> bool:
    """Tell whether a text is what controls say; the same few stand in every entry."""
    return _SAID.fullmatch(text.lower()) is not None


def names_services(text: str) -> bool:
    """Tell whether a text names services and does nothing else."""
    return _NAMED_ONLY.fullmatch(text.lower()) is not None


def is_control(text: str) -> bool:
    """Tell whether a line is what controls say, and no word of a text: a service, what readers felt, `Reactions`."""
    bare = without_references(text)
    if not says_control(bare) or _WORD.search(bare) is None:
        return False
    return not names_services(bare) and _COUNTED_ONLY.fullmatch(bare.lower()) is None


def says_advert(text: str) -> bool:
    """Tell whether a text is the label of an advertisement: `Advertisement`, `- Anzeige -`."""
    return text == "PUB" or (len(text) <= _LONGEST_ADVERT and _ADVERT.fullmatch(text.lower()) is not None)


def says_page_number(text: str) -> bool:
    """Tell whether a text is the foot of a printed page: `The Courier  Page 3 of 5`, `Printed 1/26/2026 8:14`."""
    return _PAGE_NUMBER.fullmatch(text.lower()) is not None


def leads_elsewhere(text: str) -> bool:
    """Tell whether a text is a link to another page, and says so: `Read more: Why the ferry is late`, `Read more`."""
    return _LEADING.match(text.lower()) is not None


def is_furniture(text: str) -> bool:
    """Tell whether a line says that it is furniture: a control, `Back to top`, a link elsewhere, `© 2026`.

    A single word such as `Recommended`, or a sentence, may as well be of the text.
    """
    bare = without_references(text)
    lowered = bare.lower()
    if is_control(bare) or leads_elsewhere(bare) or _TO_TOP.fullmatch(lowered) or _RIGHTS.match(lowered):
        return True
    return " " in bare and bare[-1] != "." and says_elsewhere(bare)


def says_elsewhere(text: str) -> bool:
    """Tell whether a text is what stands above links to other pages, and nothing else: `Most read`."""
    return _ELSEWHERE.fullmatch(text.lower()) is not None


def says_comments(text: str) -> bool:
    """Tell whether a text is what stands above the comments of readers: `Comments (3)`, `3 comments`."""
    return _COMMENTED.fullmatch(text.lower()) is not None


def counts_comments(text: str) -> bool:
    """Tell whether a text says how many comments there are, and where: `See all comments (31)`, `3 comments`."""
    return _HOW_MANY_COMMENTS.fullmatch(text.lower()) is not None


def heads_comments(text: str) -> bool:
    """Tell whether a text is that and nothing else: `3 comments` stands below entries, too."""
    return not text[0].isdigit() and says_comments(text)


def says_summary(text: str) -> bool:
    """Tell whether a text is what stands above a list of all that happened: `Timeline`, `Chronologie des Abends`."""
    return _SUMMED_UP.fullmatch(text.lower()) is not None


def says_pinned(text: str) -> bool:
    """Tell whether words say that an entry is pinned above the others."""
    return len(text) <= _LONGEST_PIN and _PINNED.fullmatch(text.lower()) is not None
