"""The notes of an article: its footnotes and references, and the places that cite them."""
