"""What a page shows and no editor wrote as text: its furniture, as in the importer of text.

In come the page or its entries; out come the elements that are none of its text. `chrome` stands around the entries,
all else in them: `controls` and what each page repeats, `consent`, links to `related` pages, and lines at the
`feet`.
"""
