"""Documents that an article links: which words name one, and what is said of it further on."""
