"""The file: numbered objects, written one after the other from front to back (ISO 32000-1, 7.5).

Nothing that was written is held, so that a long document takes no more memory than a short one. Small objects are
packed into object streams, as is the table of where every object stands; the identifier is a digest of the bytes.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable
from itertools import accumulate, starmap

# How many objects an object stream holds: readers unpack a whole one for any of its objects.
_PACKED = 200
# How hard data is compressed: 4 would take a third longer for a stream that is 7 % smaller, and 6 twice as long.
_EFFORT = 2
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# Two characters end the line after the data, because a program may take a last CR of the data for a part of its end.
_STREAM = b"%b%b\r\nendstream\nendobj\n"
# Of which kind an object is, and where it stands: two numbers, of which the first is the offset or the object stream.
_PLACE = struct.Struct(">BIH")
_IRREGULAR = re.compile(rb"[^!\"$&'*+,\-.0-9:;=?@A-Z^_`a-z|~\\]")


class File:
    """Objects on their way into a file; `take` hands over what is finished of it."""

    def __init__(self) -> None:
        self._ready = [_HEADER]
        self._offset = len(_HEADER)
        self._digest = hashlib.sha256(_HEADER)
        self._places: list[tuple[int, int, int]] = [(0, 0, 65535)]
        self._packed: dict[int, str] = {}

    def reserve(self) -> int:
        """Return the number of an object that will be written later, or never."""
        self._places.append((0, 0, 0))
        return len(self._places) - 1

    def add(self, body: str, number: int | None = None) -> int:
        """Write an object that is no stream; return its number."""
        number = number or self.reserve()
        self._packed[number] = body
        if len(self._packed) == _PACKED:
            self._pack()
        return number

    def stream(self, data: bytes | Iterable[bytes], entries: str = "", number: int | None = None) -> int:
        """Write a compressed stream, whose dictionary has also these entries; return its number."""
        number = number or self.reserve()
        packer = zlib.compressobj(_EFFORT)
        packed = b"".join(map(packer.compress, [data] if isinstance(data, bytes) else data)) + packer.flush()
        head = f"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(packed)}>>stream\n"
        self._places[number] = (1, self._offset, 0)
        self._put(_STREAM % (head.encode("ascii"), packed))
        return number

    def plain_stream(self, data: bytes, entries: str) -> int:
        """Write a stream that is not compressed, for programs that know nothing of PDF; return its number."""
        number = self.reserve()
        head = f"{number} 0 obj\n<<{entries}/Length {len(data)}>>stream\n"
        self._places[number] = (1, self._offset, 0)
        self._put(_STREAM % (head.encode("ascii"), data))
        return number

    def take(self) -> bytes:
        """Return what was written since the last call."""
        taken = b"".join(self._ready)
        self._ready.clear()
        return taken

    def finish(self, catalog: int, information: int) -> None:
        """Write where every object stands, and the trailer."""
        self._pack()
        number = self.reserve()
        self._places[number] = (1, self._offset, 0)
        identifier = self._digest.hexdigest()[:32]
        start = self._offset
        entries = (
            f"/Type/XRef/Size {len(self._places)}/W[1 4 2]/Root {reference(catalog)}/Info {reference(information)}"
            f"/ID[<{identifier}><{identifier}>]"
        )
        table = b"".join(starmap(_PLACE.pack, self._places))
        self.stream(table, entries, number)
        self._put(f"startxref\n{start}\n%%EOF\n".encode("ascii"))

    def _put(self, data: bytes) -> None:
        self._ready.append(data)
        self._offset += len(data)
        self._digest.update(data)

    def _pack(self) -> None:
        """Write the small objects that wait as an object stream (ISO 32000-1, 7.5.7)."""
        if not self._packed:
            return
        packed, self._packed = self._packed, {}
        holder = self.reserve()
        for index, number in enumerate(packed):
            self._places[number] = (2, holder, index)
        offsets = accumulate([len(body) + 1 for body in packed.values()], initial=0)
        head = " ".join([f"{number} {offset}" for number, offset in zip(packed, offsets, strict=False)])
        entries = f"/Type/ObjStm/N {len(packed)}/First {len(head) + 1}"
        self.stream("\n".join([head, *packed.values()]).encode("ascii"), entries, holder)


def reference(number: int) -> str:
    """Return a reference to an object."""
    return f"{number} 0 R"


def literal(text: str) -> str:
    """Return a text string (ISO 32000-1, 7.9.2.2): ASCII as it is, anything else as UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")  # `translate` takes far longer
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def name(text: str) -> str:
    """Return a name (ISO 32000-1, 7.3.5), with `#` and two digits for what a name may not hold."""
    return "/" + _IRREGULAR.sub(lambda match: b"#%02X" % ord(match[0]), text.encode()).decode("ascii")


# How many entries a leaf of a tree has.
_LEAF = 256


def name_tree(file: File, items: dict[str, str]) -> int:
    """Write a name tree of two levels (ISO 32000-1, 7.9.6); return its number. Keys are sorted by their bytes."""
    written = sorted((literal(key), value) for key, value in items.items())
    kids = []
    for start in range(0, len(written), _LEAF):
        part = written[start : start + _LEAF]
        pairs = " ".join(f"{key} {value}" for key, value in part)
        kids.append(reference(file.add(f"<</Limits[{part[0][0]} {part[-1][0]}]/Names[{pairs}]>>")))
    return file.add(f"<</Kids[{' '.join(kids)}]>>")


def number_tree(file: File, values: list[str]) -> int:
    """Write a number tree (ISO 32000-1, 7.9.7) of the values with keys from 0; return its number."""
    kids = []
    for start in range(0, len(values), _LEAF):
        part = values[start : start + _LEAF]
        pairs = " ".join(f"{key} {value}" for key, value in enumerate(part, start))
        kids.append(reference(file.add(f"<</Limits[{start} {start + len(part) - 1}]/Nums[{pairs}]>>")))
    return file.add(f"<</Kids[{' '.join(kids)}]>>")
