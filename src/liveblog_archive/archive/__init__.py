"""The archive: blogs on disk as they were captured, with every version, and what became of each entry."""

from .archive import Archive
from .stored import Version
from .verification import Damage

__all__ = ["Archive", "Damage", "Version"]
