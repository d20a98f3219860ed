"""What a date in a heading is of: `Minutes of the Full Council held on`, `Sitzung des Gemeinderates am`.

Texts that say what happened at a meeting, a hearing or a session name its day so. One that is foretold, and one that
decisions are quoted of, are other days; so is that of what a meeting is about.
"""

import re
from collections.abc import Iterable

# What a day is of that stands behind it: `Liveticker vom`, `minutes of`, `le direct du`.
_OF_A_RECORD = re.compile(
    r"(?:live|blog|minut\w* \w{1,4} minut\w*|ticker|direct|direct[oa]|vivo|diretta|notes|notizen|minutes|"
    r"protokoll|log|diary|tagebuch|journal|chroni\w+|cronaca|crónica|verslag|relacja)\s"
    r"(?:of|from|on|vom|am|du|del|dell['’]|d[eo]|van|van de|från|fra|z|z dnia|den)$",
    re.IGNORECASE,
)
_RECORD = (
    r"minutes|transcript|record of proceedings|protok\w+|niederschrift|mitschrift|compte[ -]rendu|procès-verbal|"
    r"\bacta|\bata|verbale|resoconto|notulen|referat|zápis\w*|jegyzőkönyv|pöytäkirja\w*|proces-verbal|zapisnik|"
    r"tutana\w+|протокол\w*"
)
_MEETING = (
    r"meeting|\bsession|\bsitting|\bhearing|sitzung|tagung|versammlung|verhandlung|verhandlungstag|séance|réunion|"
    r"audience|assemblée|conseil|consejo|consiglio|conselho|sesión|reunión|pleno|audiencia|sessão|reunião|audiência|"
    r"seduta|riunione|udienza|assemblea|vergadering|zitting|sammanträde|möte|møde|møte|kokou\w+|istunto|posiedzen\w+|"
    r"sesj\w+|rozpraw\w+|zasedán\w+|jednán\w+|zasadnut\w+|ülés\w*|ședinț\w+|sjednic\w+|заседани\w+|засіданн\w+|"
    r"toplantı\w*|oturum\w*|συνεδρίαση\w*|会議録?|議事録|傍聴\w*|公判|会议\w*|회의\w*"
)
_OF = (
    r"of|from|der|des|vom|von|du|des|de|de la|de l['’]\w+|d['’]\w+|del|della|dell['’]\w+|dello|di|do|da|van|van de|"
    r"van het|från|fra|av|af|i|in|im|à|au|en|z|ze|от|від|held|tenue?|celebrada|celebrado|realizada|"
    r"gehalten|gehouden|fört|hållet|afholdt|avholdt|konané\w*"
)
_ON = (
    r"of|from|on|held on|vom|am|du|le|del|del día|el|el día|dell['’]|de|do|da|do dia|em|di|il|van|op|den|från|fra|z|"
    r"z dnia|w dniu|dne|ze dne|dňa|din|от|від"
)
# What a meeting is about stands behind such a word, and is of another day.
_ABOUT = (
    r"on the|about|into|over|after|following|since|zum|zur|zu|über|wegen|nach|seit|sur|après|suite|concernant|depuis|"
    r"sobre|tras|acerca|após|su|sul|sulla|sui|sulle|dopo|omtrent|om|efter|etter|sprawie|ohledně|после|після|про"
)
# Without a record, such words before a meeting say that something else is of it: `Questions from the meeting of`.
_KEPT = (
    rf"{_RECORD}|record|log|diary|live|blog|ticker|report|verslag|bericht|note[ns]?|notiz\w*|notas|notat\w*|appunti|"
    r"apuntes|anteckning\w*|noter|muistiinpano\w*|poznámky|jegyzet\w*|заметки|нотатки|notities|tagebuch|chroni\w+"
)
_OF_ANOTHER = re.compile(
    rf"^(?!.*(?:{_KEPT})).*\b(?:of|from|the|after|der|des|die|zur|vom|de|du|la|le|del|della|da|do|van|från|fra|"
    r"z|ze|от|від|из|з)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(rf"^(?:\d+[.)]|[•*-])\s+(?:\w+\s)?(?:{_RECORD})", re.IGNORECASE)  # of an agenda
_MOVED = re.compile(
    r"\b(?:cancel|postpon|reschedul|adjourn|continu|abgesagt|verschoben|vertagt|fortgesetzt|fortsetz|annul|reporté|"
    r"poursui|suspendid|aplaza|cancela|adiad|rinvia|annulla|prosegu|uitgesteld|afgelast|voortge|inställ|uppskj|"
    r"aflyst|avlyst|udsat|utsatt|odwołan|przełożon|odložen|zrušen|перенес|отменен|скасован)",
    re.IGNORECASE,
)
# In these languages endings tie what else stands before the date, and no words.
_INFLECTED = (
    r"protok[oó][lł]|zápis\w*|zapisnik|sesj\w+|posiedzen\w+|rozpraw\w+|zasedán\w+|jednán\w+|протокол\w*|заседани\w+|"
    r"засіданн\w+"
)
_BETWEEN = " ,;:|·–—-("  # such words and a date
_OF_A_MEETING = re.compile(
    rf"\b(?:{_INFLECTED})(?:\s[\w.-]+){{0,4}}\s(?:{_ON})$|"
    rf"\w*(?:{_RECORD}|{_MEETING})\w{{0,2}}"
    rf"(?:\s(?:{_OF})(?=\s)(?!.*\s(?:{_ABOUT})\s)[^:;]{{0,80}}|(?:\s[\w.-]+){{0,2}}\s(?:{_ON})|(?:\s[\w.-]+)?)$",
    re.IGNORECASE,
)
_TIES = re.compile(rf"(?:(?:{_OF}|{_ON})(?:\s|$))*", re.IGNORECASE)
_FORETOLD = re.compile(
    r"\b(?:next|until|deadline|annivers|invit|nächst|bis|frist|jahrestag|einlad|ladung|"
    r"prochain|jusqu|échéance|convo[cq]|próxim|hasta|plazo|até|prazo|aniversar|prossim|fino|"
    r"scadenza|volgend|uiterlijk|uitnodig|nästa|senast|kallelse|neste|næste|følgende|innkalling|indkald|"
    r"następn|zaprosz|příšt|pozván|následující|következő|seuraava|următoare|sljedeć|naredn|следующ|наступн)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:last|previous|since|before|approv|adopt|agreed|confirm|letzt|vorig|vorherig|seit|genehmigt|beschlossen|"
    r"beschl[uü]ss|derni|précédent|avant|depuis|approuv|últim|anterior|desde|antes|aprob|aprov|ultim|scors|"
    r"precedente|prima|laatst|sinds|goedgekeurd|förra|forrige|sidste|poprzedni|ostatni|przed|minul|edelli|"
    r"prethodn|прошл|предыдущ|минул|попередн)",
    re.IGNORECASE,
)
# How programs of mail name when a message was sent, in its head or above an answer to it.
_SENT = re.compile(
    r"\b(?:sent|gesendet|envoyé|enviad[oa]|inviato|verzonden|skickat|sendt|wysłano|odesláno|odoslané|(?:el)?küldve|"
    r"lähetetty|trimis|poslano|gönderil\w+|отправлено|надіслано|στάλθηκε)(?: (?:am|on|le|el|il|op|den))?\s?:$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał\w*|napsal\w*|kirjoitti|"
    r"написа\w+)\b.*:$",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:dat(?:e|um|a|o)|fecha|dátum|päiväys|tarih|дата|ημερομηνία)\s?:$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|předmět|predmet|tárgy|aihe|subiect|"
    r"konu|тема|θέμα)\s?:",
    re.IGNORECASE,
)


def is_of_mail(lines: Iterable[str]) -> bool:
    """Tell whether one of the lines names the subject of a message."""
    return any(_SUBJECT.match(line) for line in lines)


def is_sent(before: str, behind: str, *, in_mail: bool) -> bool:
    """Tell whether the words around a date say that a message was sent then, to whose head it may belong."""
    return bool(_SENT.search(before) or _WROTE.search(behind) or (in_mail and _DATED.match(before)))


def is_foretold(before: str) -> bool:
    """Tell whether words before a date say that something is to be then, or to be done by then."""
    return _FORETOLD.search(before) is not None


def is_of_another_day(before: str) -> bool:
    """Tell whether words before a date foretell it, or are of what was before, or of what approved a record."""
    return any(pattern.search(before) for pattern in (_FORETOLD, _PAST, _ITEM))


def names_record(before: str) -> bool:
    """Tell whether words right before a date name what it is of, also in a sentence: `our live blog of`."""
    return _OF_A_RECORD.search(before) is not None


def is_moved(line: str) -> bool:
    """Tell whether a line says that a meeting was not on its day, or not on that alone."""
    return _MOVED.search(line) is not None


def is_of_a_meeting(before: str, above: str) -> bool:
    """Tell whether the words before a date in a heading make it that of the meeting or record that they name.

    They may stand in the line above, where nothing but `held on`, or less, leads on to the date, or go on from it.
    """
    goes_on = _TIES.fullmatch(before) is not None or before[:1].islower()
    words = f"{above} {before}" if goes_on else before
    found = None if is_of_another_day(words) else _OF_A_MEETING.search(words.rstrip(_BETWEEN))
    if found is None:
        return False
    return _OF_ANOTHER.search(re.split(r"[:|–]", words[: found.start()])[-1]) is None
