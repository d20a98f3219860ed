"""The Guardian."""
