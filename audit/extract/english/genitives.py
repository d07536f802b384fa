"""Reads the apostrophe behind a name that ends in s as the genitive it is: 'Kerr Foods' chief'."""

from collections.abc import Iterable, Iterator

from audit.extract.sentences import Sentence, Token

_APOSTROPHES = frozenset({"'", "’"})


def with_genitives(sentences: Iterable[Sentence], text: str) -> Iterator[Sentence]:
    """The sentences, each such apostrophe a word as the 's behind other names is."""
    for sentence in sentences:
        tokens = sentence.tokens
        if any(token.text in _APOSTROPHES for token in tokens):
            spelled = [
                token._replace(text="’s", low="'s") if _is_genitive(tokens, at, text) else token
                for at, token in enumerate(tokens)
            ]
            yield sentence._replace(tokens=spelled)
        else:
            yield sentence


def _is_genitive(tokens: list[Token], at: int, text: str) -> bool:
    token = tokens[at]
    if token.text not in _APOSTROPHES or not 0 < at < len(tokens) - 1:
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    joined = before.end == token.start and before.is_name and before.text[-1:] == "s"
    return joined and behind.is_word and text[token.end : behind.start] == " "
