"""The types of what the functions and the archive return, and of what is in that, by the names that are promised.

With them the two functions that make JSON of a `Quote`, a W3C Web Annotation, and a `Quote` of that.
"""

from .archive import Damage, Version
from .batching import Progress, Summary
from .identity.annotation import from_annotation, to_annotation
from .identity.captures import LedgerCapture
from .identity.differences import Piece
from .identity.history import History, Revision, Withdrawn
from .identity.identifiers import VersionId
from .identity.ledger import Fate, Ledger, Sighting, Step
from .identity.links import Link, Matching
from .identity.outcomes import Resolution
from .identity.quotes import Quote
from .validation import Problem

__all__ = [
    "Damage",
    "Fate",
    "History",
    "Ledger",
    "LedgerCapture",
    "Link",
    "Matching",
    "Piece",
    "Problem",
    "Progress",
    "Quote",
    "Resolution",
    "Revision",
    "Sighting",
    "Step",
    "Summary",
    "Version",
    "VersionId",
    "Withdrawn",
    "from_annotation",
    "to_annotation",
]
