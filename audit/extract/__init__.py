"""From an Article to its attributions: who is quoted or cited, with which words."""
