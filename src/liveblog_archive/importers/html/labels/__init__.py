"""What short texts beside that of an entry say: its time, who wrote it, its headline, and what sets it apart.

In comes a text, or an element with few words; out comes a time, a credit, a name or a headline, or that it is none.
Nothing is asked of the page around it, but whose names it knows and which language it is in.
"""
