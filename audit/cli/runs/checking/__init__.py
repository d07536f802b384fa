"""``citeaudit check``: one article or several, and what counts of what is found in them."""
