"""A web of forty outlets, made up, with articles that quote from it and link nothing.

``world`` says what is true: which page each article's words are from. It knows nothing of searching.
``site`` gives the answers of the outlets and of the Wayback Machine, ``proxy`` serves them.
"""
