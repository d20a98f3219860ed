"""The words that a briefing or page puts around a live blog, in the language of its reader.

Labels come from a catalogue, a JSON file for each language beside this module; months, plurals and numbers from CLDR.
The clock is always that of 24 hours, and digits are Western: identifiers and printed times have them too.
"""

from .catalogue import LANGUAGES
from .words import Furniture, furniture_for

__all__ = ["LANGUAGES", "Furniture", "furniture_for"]
