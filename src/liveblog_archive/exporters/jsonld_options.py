"""What JSON-LD may be asked: the options of the format `jsonld`."""

from attrs import field, frozen

from ..identity.history import History
from .ical_options import past
from .options import Options


@frozen(kw_only=True)
class JsonldOptions(Options):
    """`history` is what an archive knows of the past: an entry names the version that it is a revision of."""

    history: History = field(factory=History, converter=past)
