"""Which links of the article stand for which words."""
