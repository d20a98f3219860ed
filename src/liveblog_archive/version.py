"""The version, as one literal: reading package metadata would cost more than importing the library."""

__version__ = "0.1.0"
