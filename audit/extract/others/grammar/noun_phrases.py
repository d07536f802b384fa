"""Finds where a noun phrase ends, without a parser, in languages other than English.

What bounds a noun phrase are the closed classes of the language, which its phrasebook lists, and
verbs as far as lists and endings tell them. A phrase is a range of token numbers.
"""

from collections.abc import Sequence

from audit.extract.others.grammar.tokens import is_any_verb, is_word
from audit.extract.outlets.gazetteer import is_listed
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.own_reporting import told_words
from audit.languages.extraction.phrasebook import Phrasebook

NAME_MARKS = frozenset('«»„“”"')
LONGEST_PHRASE = 20  # tokens
_LONGEST_OUTLET = 3  # words of an outlet's name behind its article
_FULL_NAME = 2  # words
_LONGEST_MARKED = 6  # words of a name between marks


def phrase_from(tokens: Sequence[Token], start: int, end: int, book: Phrasebook) -> Phrase | None:
    """The noun phrase that begins at a token, in whatever case, None where there is none."""
    walk = _Walk(tokens, start, min(end, start + LONGEST_PHRASE), book)
    while walk.at < walk.end and tokens[walk.at].quote < 0 and walk.step():
        pass
    at = walk.at
    if not walk.has_noun:
        alone = at > walk.start and tokens[at - 1].low in book.alone
        return range(walk.start, at) if alone else None
    while at > walk.start and _dangles(tokens[at - 1], tokens[walk.start : at], book):
        at -= 1
    if _is_aged(tokens, at, book):
        at -= 2
    if _is_done_by(tokens, walk.start, at, book):
        at -= 1
    return range(walk.start, at) if at > walk.start else None


def _is_aged(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a phrase ends within somebody's age: 'este agricultor de 62' before 'años'."""
    unit = at < len(tokens) and is_word(tokens[at]) and not tokens[at].is_name
    return (
        unit
        and at > 2
        and tokens[at - 1].text.isdigit()
        and tokens[at - 2].low in book.joining
        and is_word(tokens[at - 3])
    )


def _is_done_by(tokens: Sequence[Token], start: int, at: int, book: Phrasebook) -> bool:
    """Whether a phrase ends in a participle with its agent behind: 'une source citée par X'."""
    if at - start < len(("une", "source", "citée")) or at >= len(tokens):
        return False
    last = tokens[at - 1]
    plain = last.text == last.low and last.low.endswith(book.participles)
    return bool(book.participles) and plain and tokens[at].low in book.agents


def whole_phrase(tokens: Sequence[Token], start: int, end: int, book: Phrasebook) -> Phrase | None:
    """The noun phrase that some tokens are from the first to the last, None where they are none."""
    phrase = phrase_from(tokens, start, end, book)
    return phrase if phrase is not None and (phrase.start, phrase.stop) == (start, end) else None


class _Walk:
    """Goes from token to token of a noun phrase; ``at`` is the one that comes next."""

    def __init__(self, tokens: Sequence[Token], start: int, end: int, book: Phrasebook) -> None:
        self.start = self.at = start
        self.end = end
        self.has_noun = False
        self._tokens = tokens
        self._book = book
        self._common = not tokens[start].is_name or tokens[start].low in book.determiners

    def step(self) -> bool:
        """Goes on by a word or a name in marks.

        False where the phrase ends before it or with it.
        """
        token, book = self._tokens[self.at], self._book
        if not is_word(token):
            return self._sign(token)
        if self._is_same(token):
            self.at += 2  # 'la misma nota', whatever else 'nota' may be
            self.has_noun = True
            return True
        if token.low in book.joining and (self.has_noun or self._follows(book.alone)):
            return self._link(token)
        if token.low in book.determiners and self._is_particle(token):
            self.at += 1
            return True
        if token.low in book.determiners and not (self.has_noun and token.is_name):
            return self._determiner(token)  # but not in 'Yann Le Goff'
        behind = self._behind_preposition(token)
        if behind is None and self._in_name(token):
            behind = self.at + 1
        if behind is not None:
            self.at = behind
            return True
        return self._word(token)

    def _word(self, token: Token) -> bool:
        """Goes on by a word of no closed class, which may be the noun."""
        book = self._book
        capital = token.is_name and not book.nouns_capitalised and self.has_noun
        before = self._tokens[self.at - 1]
        in_name = capital and (before.is_name or before.low in book.joining)
        in_name = in_name and token.low not in book.listeners  # 'Amelia Bajo', 'de São Paulo'
        given = before.low in book.men or before.low in book.women
        in_name = in_name or (given and token.is_name and token.low in book.times)  # 'Lea Sommer'
        if token.low in book.alone and self._follows(book.determiners) and not self.has_noun:
            self.has_noun = True  # 'ce dernier'
            self.at += 1
            return token.low not in book.closed or self._is_adjective()
        if (token.low in book.closed and not in_name) or self._ends_before(token):
            return False
        noun = not book.nouns_capitalised or token.text != token.low
        self.has_noun = self.has_noun or (noun and not token.text.isdigit())
        self.at += 1
        return True

    def _is_same(self, token: Token) -> bool:
        """Whether a word for 'the same' stands between an article and its noun."""
        if token.low not in self._book.same or not self._follows(self._book.determiners):
            return False
        noun = self._tokens[self.at + 1] if self.at + 1 < self.end else None
        return noun is not None and is_word(noun) and noun.low not in self._book.closed

    def _is_adjective(self) -> bool:
        """Whether a noun follows what may stand alone: 'le dernier bilan', not 'ce dernier dit'."""
        if self.at >= self.end or self._book.nouns_capitalised:
            return False
        token = self._tokens[self.at]
        noun = is_word(token) and token.low not in self._book.closed
        return noun and not is_any_verb(self._tokens, self.at, self._book)

    def _is_role_of_name(self) -> bool:
        """Whether what looks like a verb stands between an article and a name: 'la guida Favero'.

        The article is the phrase's first word.
        """
        opens = self.at == self.start + 1 and self._follows(self._book.articles)
        return opens and self.at + 1 < self.end and self._tokens[self.at + 1].is_name

    def _is_particle(self, token: Token) -> bool:
        """Whether an article stands inside a name: 'Femke de Roo', but no 'sagte Lind der Zeit'."""
        return not self._book.nouns_capitalised and self.has_noun and self._in_name(token)

    def _in_name(self, token: Token) -> bool:
        """Whether a small word stands between the capitals of a name: 'Van den Berg'."""
        at, nobiliary = self.at, self._book.nobiliary
        if at == self.start or at + 1 >= self.end or token.low not in nobiliary:
            return False
        before, behind = self._tokens[at - 1], self._tokens[at + 1]
        if token.low in self._book.role_places and behind.text != behind.low:
            return False  # 'Nora Bos in De Bode', but 'Nora in den Bosch'
        goes_on = behind.is_name or behind.low in nobiliary
        inside = goes_on and (before.is_name or before.low in nobiliary)
        return inside and not self._is_outlet_behind()

    def _is_outlet_behind(self) -> bool:
        """Whether small words lead to an outlet's name: 'Nora Bos in de Volkskrant'."""
        at, nobiliary = self.at, self._book.nobiliary
        if self._tokens[at].low not in self._book.prepositions:
            return False
        while at < self.end and self._tokens[at].low in nobiliary:
            at += 1
        behind = [token.text for token in self._tokens[at : at + _LONGEST_OUTLET]]
        ahead = self._tokens[at - 1].text
        return any(
            is_listed(" ".join(name))
            for length in range(1, len(behind) + 1)
            for name in (behind[:length], [ahead.capitalize(), *behind[:length]])
        )

    def _follows(self, words: frozenset[str]) -> bool:
        return self.at > self.start and self._tokens[self.at - 1].low in words

    def _sign(self, token: Token) -> bool:
        """A name in quotation marks, or the brackets between a title and a name."""
        if token.text in NAME_MARKS:
            behind = behind_marks(self._tokens, self.at, self.end)
            opens = self.at == self.start
            determined = self.at == self.start + 1 and self._follows(self._book.articles)
            if behind is None or not (self.has_noun or opens or determined):
                return False
            last, book = self._tokens[behind - 2], self._book
            if last.text in book.declined and last.low.endswith(book.dative_ends):
                return False  # who was told: 'сказал Петров «Коммерсанту»'
            self.has_noun = True
            self.at = behind
            return not opens
        behind = _behind_aside(self._tokens, self.at, self.end) if token.text == "(" else None
        if behind is None or not self.has_noun:
            return False
        self.at = behind
        return True

    def _link(self, token: Token) -> bool:
        tokens, at, book = self._tokens, self.at, self._book
        if at + 1 < self.end and tokens[at + 1].low in book.strong:
            self.at += 2  # 'una de ellas'
            self.has_noun = True
            return False
        if not _goes_on(tokens, at + 1, self.end, book) or _is_place(tokens, self.start, at, book):
            return False
        if token.low in book.joining_adverbial and _ends_in_name(tokens, self.start, at, book):
            return False  # 'sagte Karin Roth bei der Vorlage'
        self.at += 1
        return True

    def _determiner(self, token: Token) -> bool:
        tokens, at, book = self._tokens, self.at, self._book
        genitive = self._common and token.low in book.genitive
        genitive = genitive and _goes_on(tokens, at + 1, self.end, book)
        genitive = genitive and not _ends_in_name(tokens, self.start, at, book)
        if self.has_noun and not genitive and tokens[at - 1].low not in book.joining:
            return False
        if not self.has_noun and at > self.start and not self._follows(book.determiners):
            self.start = at  # what stands before an article is no part of its phrase
        self.at += 1
        return True

    def _behind_preposition(self, token: Token) -> int | None:
        """Behind a preposition that belongs to the phrase, None at anything else."""
        tokens, at, end, book = self._tokens, self.at, self.end, self._book
        if token.low in book.speaking_from and _is_source(tokens, self.start, at, end, book):
            return at + 1
        within = token.low in book.within and self.has_noun
        if token.low in book.role_places and self.has_noun:
            within = any(tokens[i].low in book.roles for i in range(self.start, at))
        if within and _name_follows(tokens, at, end, book):
            return at + 1
        if within and token.low in book.within and _joins_names(tokens, at, end, book):
            return at + 1
        return _behind_participle(tokens, self.start, at, end, book)

    def _ends_before(self, token: Token) -> bool:
        """Whether a word is a verb, by the lists or by where it stands."""
        tokens, at, book = self._tokens, self.at, self._book
        if at > self.start and is_any_verb(tokens, at, book) and not self._is_role_of_name():
            return not (self._is_noun_by_name(at) or self._is_noun_alone(at))
        if token.text != token.low:
            return False
        if book.nouns_capitalised and self.has_noun:
            return True  # an adjective stands before its noun
        behind_name = at - 1 > max(self.start - 1, 0) and tokens[at - 1].is_name
        if behind_name and tokens[at - 1].low.endswith(book.attribute_ends) and book.attribute_ends:
            return False  # 'Варшавского университета'
        return behind_name and not (self._common and token.low.endswith(book.adjective_ends))

    def _is_noun_alone(self, at: int) -> bool:
        """Whether what may be a verb is all that follows an article: 'precisa la nota.'."""
        tokens, book = self._tokens, self._book
        if at != self.start + 1 or tokens[at].low in book.say | book.finite:
            return False
        ends = at + 1 >= len(tokens) or not is_word(tokens[at + 1])
        return ends and tokens[self.start].low in book.articles

    def _is_noun_by_name(self, at: int) -> bool:
        """Whether what ends as a verb stands between an article and a full name: 'l'allieva …'."""
        tokens, book = self._tokens, self._book
        if at != self.start + 1 or at + 2 >= self.end or tokens[at].low in book.say | book.finite:
            return False
        articled = tokens[self.start].low in book.articles
        return articled and tokens[at + 1].is_name and tokens[at + 2].is_name


def _joins_names(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a preposition stands inside a name: 'Médicos sin Fronteras'."""
    if not 0 < at < end - 1 or not tokens[at - 1].is_name:
        return False
    if at == 1 and tokens[0].low.endswith(book.participles):
        return False  # 'Consultado por Clarín'
    if at > 1 and tokens[at - 2].is_name and tokens[at].low in told_words():
        return False  # 'a déclaré Anne Leroy au Monde'
    return tokens[at + 1].is_name and tokens[at + 1].low not in book.closed


def _behind_aside(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Behind the brackets that part a title from its name: 'le député (LR) Paul Roy'."""
    closing = next((i for i in range(at + 2, min(at + 5, end)) if tokens[i].text == ")"), end)
    return closing + 1 if closing + 1 < end and tokens[closing + 1].is_name else None


def _is_source(tokens: Sequence[Token], start: int, at: int, end: int, book: Phrasebook) -> bool:
    """Whether 'in' goes on with where a source sits: 'собеседник издания в министерстве'."""
    if at + 1 >= end or tokens[start].low not in book.sources:
        return False
    return is_word(tokens[at + 1]) and tokens[at + 1].low not in book.closed


def behind_marks(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Behind a name in quotation marks that begins at a token: '«Новый труд»'."""
    if at + 1 >= end or not is_word(tokens[at + 1]):
        return None
    closing = range(at + 2, min(at + 2 + _LONGEST_MARKED, end))
    return next((i + 1 for i in closing if tokens[i].text in NAME_MARKS), None)


def _name_follows(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a role goes on to a name: 'эксперт по безопасности Олег Вершинин'.

    A place may come first: 'инженер завода в Осло Олег Вершинин'.
    """
    names = 0
    for i in range(at + 1, min(at + 8, end)):
        if not is_word(tokens[i]) or tokens[i].low in book.closed - book.prepositions:
            break
        if tokens[i].is_name:
            names += 1
        elif names:
            break
    first = tokens[at + 1] if at + 1 < end else None
    if first is None or not first.is_name:
        return names >= _FULL_NAME
    return names > _FULL_NAME or (names == 1 and first.text.isupper() and len(first.text) > 1)


def _is_place(tokens: Sequence[Token], start: int, at: int, book: Phrasebook) -> bool:
    """Whether 'von der' leads away from who speaks: 'ruft die Malerin von der Treppe'."""
    if tokens[at].low not in book.joining_away or tokens[start].low not in book.determiners:
        return False
    return tokens[at + 1].low in book.determiners and sum(t.is_name for t in tokens[start:at]) == 1


def _behind_participle(
    tokens: Sequence[Token], start: int, at: int, end: int, book: Phrasebook
) -> int | None:
    """Behind what stands between an article and its participle.

    'eine mit der Sache vertraute Person'.
    """
    if not book.participle_attributes or at != start + 1:
        return None
    if tokens[at].low not in book.prepositions:
        return None
    if tokens[start].low not in book.determiners:
        return None
    for place in range(at + 2, min(at + 7, end - 1)):
        token = tokens[place]
        if not is_word(token):
            return None
        adjective = token.text == token.low and token.low.endswith(book.participle_attributes)
        if adjective and tokens[place - 1].is_name and tokens[place + 1].is_name:
            return place + 1
    return None


def _ends_in_name(tokens: Sequence[Token], start: int, end: int, book: Phrasebook) -> bool:
    """Whether first name and surname stand at the end, so that no genitive can follow."""
    last = tokens[max(end - 2, start) : end]
    if last and last[-1].low in book.roles:
        return False  # 'Der Parlamentarische Geschäftsführer'
    return len(last) == 2 and all(
        token.is_name and token.low not in book.determiners for token in last
    )


def _goes_on(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a noun phrase goes on at a token, not a listener, a time or an outlet's initials."""
    while at < end and tokens[at].low in book.determiners:
        at += 1
    if at >= end or not is_word(tokens[at]):
        return False
    token = tokens[at]
    initials = book.joins_no_initials and len(token.text) > 1 and token.text.isupper()
    named = token.is_name and not book.nouns_capitalised  # 'o prefeito de São Paulo'
    return not initials and (token.low not in book.closed or (named and len(token.text) > 1))


def _dangles(last: Token, phrase: Sequence[Token], book: Phrasebook) -> bool:
    if last.low in book.joining or last.low in book.determiners:
        return True
    return last.text in NAME_MARKS and sum(token.text in NAME_MARKS for token in phrase) % 2 == 1
