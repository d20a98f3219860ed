"""What JSON-LD may be asked: the options of the format `jsonld`."""

from typing import TYPE_CHECKING

from attrs import frozen

from .options import Options
from .values import past

if TYPE_CHECKING:
    from ..identity.history import History


@frozen(kw_only=True)
class JsonldOptions(Options):
    """`history` is what an archive knows of the past: an entry names the version that it is a revision of."""

    history: "History" = past()
