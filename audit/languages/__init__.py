"""The words of languages: a language is a folder of documented word lists, and no code.

``docs/adding-a-language.md`` is the way to a new one. Nothing is read before it is asked for, and
then once.
"""
