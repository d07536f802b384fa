"""Resolves how an article names a speaker to the fullest name it gives, but for English.

'Lind' is 'Anna Lind', 'sie' the woman named last, and 'Дмитрия Лукашевича' stands in the genitive.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from audit.extract.claims import Claim
from audit.extract.others.grammar.tokens import is_word
from audit.extract.others.persons.cases import capital, nominatives
from audit.extract.others.persons.mentions import Mentions, Person
from audit.extract.others.persons.unnamed import (
    gender_of,
    gender_of_noun,
    gender_of_surname,
    is_kin,
    is_role_alone,
    lone_name,
    named_behind_place,
    opens_sentence,
    role_begins,
)
from audit.extract.sentences import Sentence, Token
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import AttributionKind, Span

_FARTHEST_PLACE = 9  # tokens from a role to the name behind what it is of
_FARTHEST_ROLE = 3  # tokens from a name to its role
_LONGEST_NAME = 4  # words
_LONGEST_OPENING = 8  # tokens of a role and what it is of, before a name that opens a sentence
_LONGEST_BEARER = 3  # words of a name without what its bearer speaks for
_LONGEST_DECLINED = 3  # words of a name with a father's name
_MARKED = re.compile(r"(?:(\w{1,12}) )?[„“«»\"‚‘]([^„“”«»\"]+)[“”»«\"’]")
_WORD = re.compile(r"[^\W_][\w’'-]*\.?")


class Names:
    """The persons that an article names, in the order in which it names them."""

    def __init__(
        self, sentences: Iterable[Sentence], book: Phrasebook, claims: Iterable[Claim] = ()
    ) -> None:
        self._book = book
        made = list(claims)
        self._speaking = {claim.speaker.start for claim in made if claim.speaker is not None}
        self._speakers = sorted(
            (claim.speaker.start, claim.speaker.end) for claim in made if claim.speaker is not None
        )
        self._told = sorted(
            (content.start, content.end)
            for claim in made
            if claim.kind is AttributionKind.INDIRECT
            for content in claim.contents
        )
        self._genitives = (
            ("he", book.genitive_men, book.genitive_surnames_men),
            ("she", book.genitive_women, book.genitive_surnames_women),
        )
        self._mentions = Mentions()
        self._by_surname: dict[str, Person] = {}
        self._by_role: dict[str, Person] = {}
        for sentence in sentences:
            if sentence.tokens:
                self._mentions.begin(sentence.tokens[0].start, sentence.block)
            for offset, person in self._in_sentence(sentence.tokens):
                self._mentions.add(offset, person)

    def resolve(self, speaker: Span) -> str:
        """The full name behind a speaker span: of a surname, a title and name, or a pronoun."""
        low = speaker.text.lower()
        gender = self._book.genders.get(low)
        if low in self._book.possessives:
            if low in self._book.possessives_of_several:
                return speaker.text
            return self._mentions.owner_before(speaker.start, gender) or speaker.text
        if gender is not None:
            return self._mentions.before(speaker.start, gender) or speaker.text
        if low in self._book.pronouns:
            return speaker.text
        marked = _MARKED.fullmatch(speaker.text)
        if marked is not None and (marked[1] or "").lower() in {"", *self._book.determiners}:
            return marked[2]  # 'Dem „Mindener Boten“ zufolge'
        name = self._name_in(speaker.text)
        if not name:
            return speaker.text
        known = self._known(name[-1])
        full = known.name if known is not None else None
        if full is not None and (self._is_surname(name, full) or self._same(name, full.split())):
            return full
        if len(name) > 1 and (self._is_given(name[0]) or self._ends_in(speaker.text, name)):
            return " ".join(self._nominative(name))
        return speaker.text

    def _is_surname(self, name: Sequence[str], full: str) -> bool:
        """Whether a name is the surname of a full one, with its small words: 'Van den Berg'."""
        if len(name) == 1:
            return True
        small = all(word.lower() in self._book.nobiliary for word in name[:-1])
        return small and full.lower().endswith(" " + " ".join(name).lower())

    def _ends_in(self, text: str, name: Sequence[str]) -> bool:
        """Whether a description ends in a name.

        'die Kuratorin Dilek Sancar', not 'die Kammer der Anwälte'.
        """
        words = text.split()
        before = words[-len(name) - 1].lower() if len(words) > len(name) + 1 else ""
        if before in self._book.genitive:
            return False  # 'der Sekretär des Kongresses der Uiguren'
        first = words[0].lower().replace("’", "'")
        opens = first in self._book.determiners or "'" in first
        return text.endswith(" ".join(name)) and not (opens and len(words) == len(name) + 1)

    def _is_given(self, word: str) -> bool:
        low = word.lower()
        return low in self._book.given or any(
            self._book.given.get(form) == gender
            for gender, endings, _ in self._genitives
            for form in nominatives(low, endings)
        )

    def _same(self, name: Sequence[str], known: Sequence[str]) -> bool:
        """Whether a name as it stands, in whatever case, is a known one: 'Дмитрия Лукашевича'."""
        return len(name) <= len(known) and name[0][:3] == known[0][:3]

    def _known(self, surname: str) -> Person | None:
        low = surname.lower()
        if low in self._by_surname:
            return self._by_surname[low]
        if self._book.nouns_capitalised and low.removesuffix("s") in self._by_surname:
            return self._by_surname[low.removesuffix("s")]  # 'Linds Antwort'
        forms = (form for _, _, endings in self._genitives for form in nominatives(low, endings))
        return next((self._by_surname[form] for form in forms if form in self._by_surname), None)

    def _nominative(self, name: Sequence[str]) -> Sequence[str]:
        """A name in the nominative where its given name tells that it stands in the genitive."""
        if self._book.given.get(name[0].lower()) is not None:
            return name
        for gender, endings, surnames in self._genitives:
            for given in nominatives(name[0].lower(), endings):
                if self._book.given.get(given) != gender:
                    continue
                surname = next(iter(nominatives(name[-1].lower(), surnames)), name[-1].lower())
                return [given.capitalize(), *name[1:-1], capital(surname)]
        return name

    def _in_sentence(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Person]]:
        taken: set[int] = set()
        found: list[tuple[int, Person]] = []
        for first, end, name, gender in self._full_names(tokens):
            surname = name.split()[-1].lower()
            before = self._known(surname)
            same = before is not None and self._same(name.split(), (before.name or "").split())
            person = before if same and before is not None else Person(name, gender)
            self._by_surname.setdefault(surname, person)
            found.append((tokens[first].start, person))
            taken.update(range(first, end))
            self._note_opening(tokens, first)
            self._note_roles(tokens, first, end, person)
        for at, token in enumerate(tokens):
            if at in taken or self._is_told(token):
                continue
            if self._is_body(tokens, at):
                found.append((token.start, Person(None, gender_of(tokens, at, self._book))))
            elif token.low in self._book.sources:
                found.append((token.start, Person(None, None)))
            elif is_kin(tokens, at, self._book):
                lone = lone_name(tokens, at, self._book)  # 'Ihr Mann Heiner'
                found.append((token.start, Person(lone, gender_of(tokens, at, self._book))))
            elif is_role_alone(tokens, at, self._book):
                found.append((token.start, self._of_role(tokens, at)))
            elif self._shares_surname(tokens, at):
                found.append((token.start, Person(None, self._book.given.get(token.low))))
            elif token.is_name and (known := self._known(token.low)) is not None:
                found.append((token.start, known))
                self._note_opening(tokens, at)
        return iter(sorted(found, key=lambda mention: mention[0]))

    def _note_opening(self, tokens: Sequence[Token], first: int) -> None:
        """Keeps that a sentence is about somebody: it opens with them, or they speak in it.

        'Uitgever Tom Vink las', '« Non », tempère Marc Hoffmann'.
        """
        if first <= _LONGEST_OPENING and opens_sentence(tokens, first, self._book):
            self._mentions.opening.add(tokens[first].start)
        if self._speaks(tokens[first].start):
            self._mentions.speaking.add(tokens[first].start)

    def _speaks(self, offset: int) -> bool:
        """Whether a name stands in what names a speaker."""
        last = bisect_left(self._speakers, (offset + 1, 0)) - 1
        return last >= 0 and offset < self._speakers[last][1]

    def _is_body(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a body that speaks or opens a clause may be meant by 'elle'."""
        if tokens[at].low not in self._book.bodies or self._book.nouns_capitalised or at == 0:
            return False
        opens = at == 1 or tokens[at - 2].text == "," or tokens[at - 1].start in self._speaking
        return opens and tokens[at - 1].low in self._book.determiners

    def _is_told(self, token: Token) -> bool:
        """Whether somebody without a name stands in what another one says: 'dit que son client …'.

        Whoever says that goes on as 'he'.
        """
        if token.is_name or not self._told:
            return False
        before = bisect_left(self._told, (token.end, 0)) - 1
        return before >= 0 and token.end <= self._told[before][1]

    def _note_roles(self, tokens: Sequence[Token], first: int, end: int, person: Person) -> None:
        """Keeps by which roles a person goes: 'die Ministerin Karin Prien', 'Roy, le maire'."""
        near = [*tokens[role_begins(tokens, first, self._book) : end]]
        if end < len(tokens) and tokens[end].text == ",":
            near += tokens[end + 1 : end + 1 + _FARTHEST_ROLE]
        for token in near:
            if self._is_title(token.low):
                self._by_role[token.low] = person

    def _of_role(self, tokens: Sequence[Token], at: int) -> Person:
        """Who has a role that stands without a name."""
        known = self._by_role.get(tokens[at].low)
        return known or Person(None, gender_of(tokens, at, self._book))

    def _shares_surname(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a first name stands before another one's full name: 'Marc et Luc Garnier'."""
        if at + 2 >= len(tokens) or not tokens[at].is_name:
            return False
        joined = tokens[at + 1].low in self._book.coordinating and tokens[at + 2].is_name
        return joined and self._is_given(tokens[at].text)

    def _full_names(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str, str | None]]:
        """Runs of two to four capitalised words, from a given name or behind titles on."""
        run: list[int] = []
        for at, token in enumerate([*tokens, Token(0, 0, ".", ".")]):
            closed = token.low in self._book.closed or token.low in self._book.determiners
            closed = closed and not self._is_season(tokens, run, token)
            if token.is_name and token.text[0].isalpha() and not closed:
                run.append(at)
                continue
            if run and self._goes_on(tokens, run, at):
                run.append(at)
                continue
            while run and not tokens[run[-1]].is_name:
                run.pop()  # 'Marie de la maison'
            if run:
                yield from self._named(tokens, run)
            run = []

    def _is_season(self, tokens: Sequence[Token], run: Sequence[int], token: Token) -> bool:
        """Whether a word for a time is a surname: 'Lea Sommer', 'Torhüter Yann Sommer'."""
        if not run or token.low not in self._book.words.times:
            return False
        titled = len(run) > 1 and self._is_title(tokens[run[-2]].text)
        return titled or self._is_given(tokens[run[-1]].text)

    def _goes_on(self, tokens: Sequence[Token], run: Sequence[int], at: int) -> bool:
        """Whether a small word goes on with a name behind a first name alone: 'Anneke de Boer'."""
        if at + 1 >= len(tokens) or tokens[at].low not in self._book.nobiliary:
            return False
        follows = tokens[at + 1]
        if tokens[at].low in self._book.coordinating and self._is_given(follows.text):
            return False  # 'Laura y Nuria Font'
        inside = follows.is_name or follows.low in self._book.nobiliary
        named = [i for i in run if tokens[i].is_name and not self._is_title(tokens[i].text)]
        given = next((n for n, i in enumerate(named) if self._is_given(tokens[i].text)), None)
        return inside and given is not None and given == len(named) - 1

    def _named(
        self, tokens: Sequence[Token], run: Sequence[int]
    ) -> Iterator[tuple[int, int, str, str | None]]:
        words = [tokens[i].text for i in run]
        name = self._less_titles(words)
        if not 2 <= len(name) <= _LONGEST_NAME:
            return
        before = tokens[run[0] - 1] if run[0] > 0 else None
        titled = len(name) < len(words) or (before is not None and before.low in self._book.roles)
        if not (titled or self._is_given(name[0])):
            counted = before is not None and before.text[0].isdigit()
            if before is None or counted or (self._book.nouns_capitalised and is_word(before)):
                return
        first = run[-1] + 1 - len(name)
        name = self._nominative(name)
        acronym = len(words[0]) > 1 and words[0].isupper() and not self._is_given(words[0])
        if acronym and words[0].isalpha():
            return  # 'SNCF Réseau'
        gender = self._book.given.get(name[0].lower()) or self._gender_before(tokens, first)
        gender = gender or gender_of_surname(name[-1].lower(), self._book)
        yield first, run[-1] + 1, " ".join(name), gender

    def _gender_before(self, tokens: Sequence[Token], first: int) -> str | None:
        """What the noun or the article before a name tells: 'die Ministerin', 'la ministre'."""
        if first > 1 and tokens[first - 1].text == ",":
            near = range(first - 2, max(first - 2 - _FARTHEST_PLACE, -1), -1)
            roles = (at for at in near if self._is_title(tokens[at].low))
            role = next(roles, None)
            named = role is not None and (
                role == first - 2 or named_behind_place(tokens, role, self._book) == first
            )
            return gender_of(tokens, role, self._book) if named and role is not None else None
        for token in reversed(tokens[max(first - 4, 0) : first]):
            if token.low in self._book.masculine:
                return "he"
            if token.low in self._book.feminine:
                return "she"
            if self._book.nouns_capitalised and token.is_name:
                return gender_of_noun(token.low, self._book)
            if not token.text[0].isalnum():
                return None
        return None

    def _less_titles(self, words: Sequence[str]) -> Sequence[str]:
        """A run of capitalised words from its given name on, or from behind its last title."""
        given = [at for at, word in enumerate(words[:-1]) if self._is_given(word)]
        if given:
            of_another = (
                len(given) > 1 and len(words) > _LONGEST_DECLINED
            )  # 'Полины Резник Артём …'
            return words[given[-1 if of_another and self._book.genitive_men else 0] :]
        if self._book.genitive_men and len(words) == _LONGEST_DECLINED:
            whole = words[1].lower().endswith(self._book.patronymic_ends)
            return words if whole else words[1:]  # 'мэр Парижа Анн Идальго'
        if self._book.nouns_capitalised and len(words) > _LONGEST_BEARER:
            owned = max(
                (at for at, word in enumerate(words[:-2]) if word.endswith("s")), default=-1
            )
            if owned > 0:
                return words[owned + 1 :]  # 'des Weißen Hauses Scott McClellan'
        last = max((at for at, word in enumerate(words) if self._is_title(word)), default=-1)
        if last < 0 and len(words) > 2 and words[0].endswith(self._book.feminine_ends):
            last = 0  # 'Kuratorin Dilek Sancar'
        return words[last + 1 :]

    def _is_title(self, word: str) -> bool:
        low = word.rstrip(".").lower()
        listed = low in self._book.words.titles or low in self._book.roles
        return listed or low.endswith(self._book.title_ends)

    def _name_in(self, text: str) -> Sequence[str]:
        """The last run of capitalised words of a speaker, less titles; none of a description."""
        runs = self._runs(text)
        if not runs:
            return []
        name = self._less_owner(text, runs[-1])
        if name and name[0] == name[0].lower() and name[0] in self._book.determiners:
            return []  # 'der Leiter der Internationalen Agentur IAE'
        described = (
            self._book.nouns_capitalised
            and text.split(maxsplit=1)[0].lower() in self._book.determiners
        )
        return [] if len(name) < 2 and described and self._known(" ".join(name)) is None else name

    def _less_owner(self, text: str, run: Sequence[str]) -> Sequence[str]:
        """A run of capitalised words less what a role is of: 'el concejal de Medio Ambiente'."""
        before = text[: text.rfind(run[0])].lower().split()
        while len(before) > 1 and before[-1] in self._book.articles:
            before.pop()
        described = len(before) > 1 and not self._book.nouns_capitalised
        if not (described and before[-1] in self._book.joining):
            return self._less_titles(run)
        given = (at for at in range(1, len(run)) if self._is_given(run[at]))
        first = next(given, len(run))
        return run[first:]

    def _runs(self, text: str) -> list[list[str]]:
        """The runs of capitalised words up to 'de' or 'von', with which a source goes on."""
        runs: list[list[str]] = [[]]
        end = 0
        for match in _WORD.finditer(text):
            word = self._less_article(match.group())
            low = word.lower()
            if text[end : match.start()].strip():
                runs.append([])
            end = match.end()
            inside = low in self._book.nobiliary and runs[-1] != []
            if low in self._book.joining and runs[-1] and not inside:
                break
            if inside or (word[0].isupper() and low not in self._book.determiners):
                runs[-1].append(word)
            else:
                runs.append([])
        for run in runs:
            while run and run[-1].lower() in self._book.nobiliary:
                run.pop()
        return [run for run in runs if run]

    def _less_article(self, word: str) -> str:
        """A word without what is elided before it: 'Élysée' of 'l’Élysée'."""
        elided, apostrophe, rest = word.replace("'", "’").partition("’")
        return rest if apostrophe and rest and elided.lower() in self._book.elided else word
