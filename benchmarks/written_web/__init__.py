"""Webs written by hand: outlets after the manner of real ones, and stories that quote them.

What each site says of its pages is in a module a web, stories and pages in a TOML file beside it.
Both are written before the search is run on them.
"""
