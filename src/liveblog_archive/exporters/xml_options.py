"""What an XML document may be asked: the options of the format `xml`."""

from attrs import field, frozen

from .options import Options
from .values import RefusedError


def _address(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable():
        raise RefusedError(f"cannot be {value!r}", "give the address of a stylesheet, such as liveblog-1.xsl")
    return value


@frozen(kw_only=True)
class XmlOptions(Options):
    """`stylesheet` is where the document says that browsers find a stylesheet; none when it is empty."""

    stylesheet: str = field(default="", converter=_address)
