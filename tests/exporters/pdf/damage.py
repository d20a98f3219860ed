"""Files that are broken on purpose, each in one way, to see whether those who judge files see it."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

Damage = Callable[[Pdf], object]


def damaged(data: bytes, damage: Damage) -> bytes:
    """Return a file with one damage."""
    with pikepdf.open(BytesIO(data)) as file:
        damage(file)
        out = BytesIO()
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def elements(file: Pdf, role: str) -> Iterator[Object]:
    """Yield the structure elements of a role, in the order of reading."""
    waiting = [file.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        kids = element.get("/K", Array())
        kids = list(kids) if isinstance(kids, Array) else [kids]
        waiting += [kid for kid in reversed(kids) if isinstance(kid, Dictionary) and "/S" in kid]
        if element.get("/S") == Name(f"/{role}"):
            yield element


def _font(file: Pdf) -> Object:
    return next(iter(file.pages[0].Resources.Font.values()))


def _link(file: Pdf) -> Object:
    return file.pages[0].Annots[0]


def _drop(holder: Object, key: str) -> None:
    del holder[key]


def _rewrite(file: Pdf, pattern: bytes, replacement: bytes) -> None:
    page = file.pages[0]
    before = page.Contents.read_bytes()
    after = re.sub(pattern, replacement, before, count=1, flags=re.DOTALL)
    assert after != before
    page.Contents = file.make_stream(after)


def _redescribe(file: Pdf, pattern: bytes) -> None:
    stream = file.Root.Metadata
    before = stream.read_bytes()
    after = re.sub(pattern, b"", before, flags=re.DOTALL)
    assert after != before
    stream.write(after)


def _rename(element: Object, role: str) -> None:
    element.S = Name(f"/{role}")


def _widen(file: Pdf) -> None:
    _font(file).DescendantFonts[0].W[1][3] = 1234


def _drop_everywhere(file: Pdf, role: str, key: str) -> None:
    for element in elements(file, role):
        del element[key]


def _no_language(file: Pdf) -> None:
    del file.Root["/Lang"]
    del next(elements(file, "Document"))["/Lang"]


DAMAGES: dict[str, Damage] = {
    "the language is missing": _no_language,
    "the title is not shown": lambda file: _drop(file.Root, "/ViewerPreferences"),
    "it is not said to be tagged": lambda file: _drop(file.Root, "/MarkInfo"),
    "there are no tags": lambda file: _drop(file.Root, "/StructTreeRoot"),
    "there is no output intent": lambda file: _drop(file.Root, "/OutputIntents"),
    "there is no metadata": lambda file: _drop(file.Root, "/Metadata"),
    "an attached file has no relationship": lambda file: _drop(file.Root.AF[0], "/AFRelationship"),
    "an attached file belongs to nothing": lambda file: _drop(file.Root, "/AF"),
    "the part is not claimed": lambda file: _redescribe(file, rb"<pdfaid:part>3</pdfaid:part>"),
    "accessibility is not claimed": lambda file: _redescribe(file, rb"<pdfuaid:part>1</pdfuaid:part>"),
    "the metadata has no title": lambda file: _redescribe(file, rb"<dc:title>.*?</dc:title>"),
    "a property is not described": lambda file: _redescribe(
        file, rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>"
    ),
    "a figure has no text": lambda file: _drop_everywhere(file, "Figure", "/Alt"),
    "a head of a column has no scope": lambda file: _drop_everywhere(file, "TH", "/A"),
    "a level of headings is skipped": lambda file: _rename(next(elements(file, "P")), "H4"),
    "a role is unknown": lambda file: _rename(next(elements(file, "P")), "Paragraph"),
    "a note has no identifier": lambda file: _drop_everywhere(file, "Note", "/ID"),
    "a link has no text": lambda file: _drop(_link(file), "/Contents"),
    "a link is not printed": lambda file: _link(file).__setitem__("/F", 0),
    "a link is not in the tree": lambda file: _drop(_link(file), "/StructParent"),
    "tabs do not follow the tree": lambda file: _drop(file.pages[0], "/Tabs"),
    "a text is not tagged": lambda file: _rewrite(file, rb"/P<</MCID \d+>>BDC(.*?)\nEMC", rb"\1"),
    "a font is not embedded": lambda file: _drop(_font(file).DescendantFonts[0].FontDescriptor, "/FontFile2"),
    "a font has wrong widths": _widen,
    "a font does not say what it stands for": lambda file: _drop(_font(file), "/ToUnicode"),
    "a script is run": lambda file: file.Root.__setitem__(
        "/OpenAction", Dictionary(S=Name.JavaScript, JS=pikepdf.String("1"))
    ),
}
