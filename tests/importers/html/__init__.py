"""Saved pages: original ones in the manner of many publishers, and the real ones of the corpus."""
