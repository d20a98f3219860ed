"""HTML to typed blocks."""
