"""Interchange: the formats that we both write and read, one file each, every field mapped once."""
