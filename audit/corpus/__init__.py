"""A corpus: pages of any number in one SQLite file, found by the words of a quotation.

``build`` makes one of folders, archives and lists, ``writer`` adds to it, ``search`` finds pages.
"""
