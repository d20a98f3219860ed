"""Tables whose rows are entries, and whose head tells which column has their authors: `Issued by`, `Quelle`."""

from collections.abc import Iterator

from lxml import etree

from ...markup.classes import WordPattern
from ...markup.tree import line_inside
from ...text.shape import ends_like_a_sentence, has_digit
from ..labels.bylines import is_name
from ..labels.crediting import names_of, without_by

_WROTE = WordPattern(
    r"(?:(?:issued|sent|posted|written|published|reported|released|submitted) )?by|author|issuer|sender|reporter|"
    r"issuing (?:office|agency|authority|department)|"
    r"(?:(?:ver(?:fasst|öffentlicht)|gemeldet|gesendet|herausgegeben) )?von|autor(?:in)?|verfasser(?:in)?|absender|"
    r"herausgeber(?:in)?|quelle|kürzel|"
    r"(?:(?:publié|émis|envoyé|rédigé|diffusé|communiqué) )?par|auteure?|émetteur|expéditeur|source|rédacteur|"
    r"(?:(?:publicado|emitido|enviado|escrito) )?por|autora?|emisor|remitente|fuente|emissor|remetente|fonte|"
    r"(?:(?:pubblicato|emesso|inviato|scritto) )?da|autore|mittente|"
    r"(?:(?:geplaatst|verzonden|geschreven) )?door|afzender|bron|av|avsändare|källa|avsender|kilde|af|afsender|"
    r"autor|nadawca|źródło"
)
_LONGEST = 80  # characters


def names_in_columns(row: etree._Element) -> Iterator[tuple[etree._Element, list[str]]]:
    """Yield the cells of a row that the first row of its table calls those of its authors, with their names."""
    table = next(row.iterancestors("table"), None)
    head = next(table.iter("tr"), row) if table is not None else row
    cells = _cells(row)
    heads = _cells(head) if head is not row else []
    if len(heads) != len(cells):
        return  # a cell is as wide as two
    for said, cell in zip(heads, cells, strict=True):
        if _WROTE.fits(line_inside(said).rstrip(" :")) and _may_name(text := line_inside(cell)):
            names = names_of(without_by(text))
            yield cell, names if all(map(is_name, names)) else [text]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _may_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and not (has_digit(text) or ends_like_a_sentence(text))
