"""What a file says of itself, to be kept and read by all: PDF/A-3 (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)."""

import struct
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from .file import File, literal, name, reference

Conformance = Literal["3a", "3b", "plain"]


class Facts(NamedTuple):
    """What viewers and catalogues show of a file; `language` is a BCP 47 tag."""

    title: str
    language: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    creator: str = ""
    created: datetime | None = None


class Attachment(NamedTuple):
    """A file inside of the file: the data that its pages were made from."""

    filename: str
    media_type: str
    description: str
    data: Iterable[bytes]


def information(file: File, facts: Facts) -> int:
    """Write the document information dictionary (ISO 32000-1, 14.3.3); what is not known is left out."""
    date = timestamp(facts.created)
    entries = {
        "Title": facts.title,
        "Author": "; ".join(facts.authors),
        "Subject": facts.subject,
        "Creator": facts.creator,
        "Producer": facts.creator,
        "CreationDate": date,
        "ModDate": date,
    }
    return file.add(f"<<{''.join(f'/{key}{literal(value)}' for key, value in entries.items() if value)}>>")


def timestamp(moment: datetime | None) -> str:
    """Return a time as a PDF date (ISO 32000-1, 7.9.4), `D:20211118080001+00'00'`; empty for None."""
    if moment is None:
        return ""
    offset = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def attach(file: File, attachment: Attachment) -> int:
    """Write a file specification with its file (ISO 19005-3, 6.8); return its number."""
    entries = f"/Type/EmbeddedFile/Subtype{name(attachment.media_type)}"
    held = file.stream(attachment.data, entries)
    filename = literal(attachment.filename)
    return file.add(
        f"<</Type/Filespec/F{filename}/UF{filename}/Desc{literal(attachment.description)}/AFRelationship/Source"
        f"/EF<</F {reference(held)}/UF {reference(held)}>>>>"
    )


def metadata(file: File, facts: Facts, conformance: Conformance) -> int:
    """Write the metadata stream (ISO 32000-1, 14.3.2), which says to what the file conforms."""
    claims = f"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>{conformance[-1].upper()}</pdfaid:conformance>"
    if conformance == "3a":
        claims += f"<pdfuaid:part>1</pdfuaid:part>{_EXTENSION}"
    date = facts.created.isoformat(timespec="seconds") if facts.created else ""
    parts = [
        "<dc:format>application/pdf</dc:format>",
        _alternatives("dc:title", facts.title),
        _list("dc:creator", "Seq", facts.authors),
        _alternatives("dc:description", facts.subject),
        _list("dc:language", "Bag", [facts.language]),
        *(_simple(f"xmp:{kind}Date", date) for kind in ("Create", "Modify")),
        _simple("xmp:CreatorTool", facts.creator),
        _simple("pdf:Producer", facts.creator),
        claims,
    ]
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{"".join(parts)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return file.plain_stream(packet.encode(), "/Type/Metadata/Subtype/XML")


_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# ISO 19005-3, 6.6.2.3: what is not in its own list of properties has to be described in the file.
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_SPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _simple(key: str, value: str) -> str:
    return f"<{key}>{_escaped(value)}</{key}>" if value else ""


def _list(key: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{_escaped(value)}</rdf:li>" for value in values)
    return f"<{key}><rdf:{kind}>{items}</rdf:{kind}></{key}>" if items else ""


def _alternatives(key: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li>'
    return f"<{key}><rdf:Alt>{item}</rdf:Alt></{key}>" if value else ""


def output_intent(file: File) -> int:
    """Write which colours are meant (ISO 19005-3, 6.2.3): those of sRGB; return the number of the output intent."""
    profile = file.stream(srgb_profile(), "/N 3")
    called = literal("sRGB IEC61966-2.1")
    return file.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{called}/Info{called}"
        f"/RegistryName(http://www.color.org)/DestOutputProfile {reference(profile)}>>"
    )


# The primaries and the white of sRGB as seen under D50 (IEC 61966-2-1), and the white of D50, as XYZ.
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_D50 = (0.9642, 1.0, 0.8249)
# How sRGB is encoded: its exponent, and the constants of its straight part near black.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def srgb_profile() -> bytes:
    """Return a colour profile of sRGB (ICC.1:2010, version 4 of the format): three primaries and a curve."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _localized("sRGB"),
        b"cprt": _localized("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
        **{tag: b"XYZ \0\0\0\0" + _fixed(*primary) for tag, primary in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    offset = 128 + 4 + 12 * len(tags)
    table, body = [], []
    for tag, data in tags.items():
        table.append(tag + struct.pack(">II", offset, len(data)))
        body.append(data + bytes(-len(data) % 4))
        offset += len(body[-1])
    content = struct.pack(">I", len(tags)) + b"".join(table) + b"".join(body)
    head = struct.pack(">I4xI4s4s4s", 128 + len(content), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return head + date + b"acsp" + bytes(28) + _fixed(*_D50) + bytes(48) + content


# From the white of D65, which sRGB is seen under, to that of D50 (Bradford).
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _localized(text: str) -> bytes:
    coded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(coded), 28) + coded
