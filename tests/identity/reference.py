"""A second implementation, from docs/explanation/identifiers.md alone, with nothing but the standard library.

Where it and the library disagree, one of them does not follow the specification.
"""

import base64
import hashlib
import json
import re
import unicodedata
import urllib.parse
from typing import Any

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"

APOSTROPHES = "\u0060\u00b4\u02bc\u2018\u2019\u201a\u201b\u2032\uff07"
QUOTATION_MARKS = "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2039\u203a\uff02"
HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\ufe58\uff0d"
REMOVED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def canonical(record: dict[str, object]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def name_of_digest(content: bytes) -> str:
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")
    return "ni:///sha-256;" + digest.replace("+", "-").replace("/", "_").replace("=", "")


def plain_text(record: dict[str, Any]) -> str:
    texts = []
    for block in record.get("body", []):
        if block["type"] == "list":
            texts.append("\n".join(block["items"]))
        elif block["type"] == "media":
            texts.append(block.get("caption") or block.get("alt") or "")
        else:
            texts.append(block.get("text", ""))
    return "\n\n".join(text for text in texts if text)


def check_character(characters: str) -> str:
    total = 0
    for index in range(len(characters)):
        total += (index + 1) * ALPHABET.index(characters[index])
    return ALPHABET[total % 29]


def digits(text: str, length: int) -> str:
    number = int(hashlib.sha256(text.encode("utf-8")).hexdigest(), 16)
    characters = ""
    while len(characters) < length:
        characters += ALPHABET[number % 29]
        number //= 29
    return characters


def local_id(*lines: str) -> str:
    characters = digits("\n".join(lines), 11)
    return characters + check_character(characters)


def encoded(text: str) -> str:
    return urllib.parse.quote(urllib.parse.unquote_to_bytes(text), safe="")


def segments_of(path: str, words: dict[str, list[str]]) -> list[str]:
    segments = []
    for written in path.split("/"):
        segment = re.sub(r"\.[a-zA-Z]{1,5}$", "", written)
        segment = segment[:-4] if segment.lower().endswith(".amp") else segment
        if segment and segment.lower() not in words["form"]:
            segments.append(encoded(segment))
    while segments:
        last = segments[-1].lower()
        if last in words["the end"] or re.fullmatch("(page|seite)-?[0-9]+", last):
            segments = segments[:-1]
        elif segments[-2:-1] and segments[-2].lower() in ("page", "seite") and re.fullmatch("[0-9]+", last):
            segments = segments[:-2]
        else:
            break
    return segments


def parameters_of(query: str, words: dict[str, list[str]]) -> list[str]:
    parameters = []
    for part in query.split("&"):
        name, _, value = part.partition("=")
        known, told = name.lower(), urllib.parse.unquote(value)
        left_out = not part or known in words["tracking"] or known.startswith(tuple(words["tracking names"]))
        left_out |= known in words["paging"] and re.fullmatch("[0-9]+", told) is not None
        left_out |= known == "page" and told.startswith("with:block-")
        left_out |= known == "post" and told.startswith("asset:")
        if not left_out:
            parameters.append(f"{encoded(name)}={encoded(value)}")
    return sorted(parameters)


def slug(url: str, words: dict[str, list[str]]) -> str:
    parts = urllib.parse.urlsplit(re.sub("^https?://[^?#]*/[0-9]{14}([a-z][a-z]_)?/(?=https?://)", "", url))
    segments = segments_of(parts.path, words)
    telling = [
        number
        for number, segment in enumerate(segments)
        if segment.lower().replace("_", "-") not in words["generic"] and not re.fullmatch("[0-9]{1,4}", segment)
    ]
    name = segments[telling[-1]] if telling else "live"
    parameters = parameters_of(parts.query, words)
    if not parameters and (not segments or telling[-1:] == [len(segments) - 1]):
        return name
    address = "/" + "/".join(segments) + ("?" + "&".join(parameters) if parameters else "")
    return f"{name}-{digits(address, 8)}"


def replaced(text: str) -> str:
    table = dict.fromkeys(APOSTROPHES, "'")
    table |= dict.fromkeys(QUOTATION_MARKS, '"')
    table |= dict.fromkeys(HYPHENS, "-")
    table |= dict.fromkeys(REMOVED, "")
    return "".join(table.get(character, character) for character in text)


def folded(text: str) -> str:
    text = replaced(unicodedata.normalize("NFC", text))
    text = replaced(unicodedata.normalize("NFKC", text))
    text = unicodedata.normalize("NFKC", text.casefold())
    for blank in BLANKS:
        text = text.replace(blank, " ")
    return " ".join(word for word in text.split(" ") if word)


def fingerprint(headline: str | None, text: str) -> str:
    present = [folded(part) for part in (headline, text) if part]
    return hashlib.sha256("\n".join(present).encode("utf-8")).hexdigest()


def fingerprint_of_addresses(addresses: list[str]) -> str:
    return hashlib.sha256("\n".join(addresses).encode("utf-8")).hexdigest()


def seed(record: dict[str, Any]) -> tuple[str, str]:
    if record.get("native_id"):
        return "native", record["native_id"]
    blocks = [block for block in record.get("body", []) if block["type"] in ("media", "embed")]
    shown = [block["url"] for block in blocks if "url" in block]
    if shown and not folded(record.get("headline", "") + " " + plain_text(record)):
        return "media", fingerprint_of_addresses(shown)
    return "text", fingerprint(record.get("headline"), plain_text(record))
