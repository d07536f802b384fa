"""Which encoding bytes are in, told from the words they make: no declaration is asked.

Each encoding of the WHATWG standard that a language is written in is tried, and the words that
come out are held against the letters and the commonest words of the language. Right letters are
nearly all of a language's own; wrong ones are signs inside words, capitals after small letters,
letters of no language together.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from audit.languages.recognition import function_words
from audit.markup.characters.sample import QUICK_SAMPLE, sample_of

_WESTERN = ("cp1252", "iso8859-15", "mac-roman")
_CENTRAL = ("cp1250", "iso8859-2")
_BALTIC = ("cp1257", "iso8859-13")
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")


@dataclass(frozen=True)
class _Language:
    """Its encodings, the likelier first; its letters beside a to z, the commoner first."""

    encodings: tuple[str, ...]
    letters: str
    codes: str = ""  # of the languages so written whose words tell
    is_dense: bool = False  # thousands of characters, of which ``letters`` are only the commonest

    @property
    def words(self) -> frozenset[str]:
        """The commonest words."""
        return _common_words(self.codes)

    @property
    def weights(self) -> Mapping[str, float]:
        """How much each letter, small or capital, says: the commoner, the more."""
        return _letter_weights(self.letters, _OF_NAMES if self.encodings is _WESTERN else "")

    def is_usual(self, char: str) -> bool:
        """Whether a character is among those that a dense script is written in every day.

        The first level of its standard: GB 2312, Big5, JIS X 0208; the syllables of KS X 1001.
        """
        return _lead(char, self.encodings[0]) in _USUAL[self.encodings[0]]


@cache
def _letter_weights(letters: str, of_names: str) -> Mapping[str, float]:
    weights = dict.fromkeys(of_names, _OF_A_NAME) | {
        letter: _RIGHT + _FREQUENT * (1 - rank / len(letters))
        for rank, letter in enumerate(letters)
    }
    return {
        form: weight for letter, weight in weights.items() for form in {letter, *letter.upper()}
    }


@cache
def _common_words(codes: str) -> frozenset[str]:
    return frozenset[str]().union(*(function_words()[code] for code in codes.split()))


_USUAL = {
    "gb18030": range(0xB0, 0xD8),
    "big5hkscs": range(0xA4, 0xC7),
    "cp932": range(0x82, 0x99),
    "cp949": range(0xB0, 0xC9),
}
"""The first bytes of the characters that are written every day."""


@lru_cache(maxsize=4096)
def _lead(char: str, encoding: str) -> int:
    try:
        return char.encode(encoding)[0]
    except UnicodeEncodeError:
        return 0


_LANGUAGES = (
    _Language(_WESTERN, "", "en"),
    _Language(_WESTERN, "üäöß", "de"),
    _Language(_WESTERN, "éàèêçôùîâûïëœæ", "fr"),
    _Language(_WESTERN, "óíáéñúü", "es"),
    _Language(_WESTERN, "èàùòìé", "it"),
    _Language(_WESTERN, "ãáçéíóêõúâôà", "pt"),
    _Language(_WESTERN, "äöåé", "sv fi"),
    _Language(_WESTERN, "åøæéö", "da no"),
    _Language(_WESTERN, "ëïéöüèê", "nl"),
    _Language(_WESTERN, "áðíóéöúæýþ", "is"),
    _Language(_WESTERN, "óàèéíçòúïü", "ca"),
    _Language(_CENTRAL, "łąęóżśćńź", "pl"),
    _Language(_CENTRAL, "íáéýěřčžšůúňťďó", "cs"),
    _Language(_CENTRAL, "áíéýčžšľúťôňäďóŕĺ", "sk"),
    _Language(_CENTRAL, "éáöóőüíúű", "hu"),
    _Language(_CENTRAL, "šžčćđ", "hr"),
    _Language(_CENTRAL, "čšž", "sl"),
    _Language(_CENTRAL, "áéíóöőúüűčćđšžąęěłńňřśťůýźżďľ"),
    _Language((*_CENTRAL, "iso8859-16"), "ăţîşâțș", "ro"),
    _Language(("cp1254",), "ıüşçğöİâî", "tr"),
    _Language(_BALTIC, "ėšųžįąčūę", "lt"),
    _Language(_BALTIC, "āīēšņūļžčķģ", "lv"),
    _Language((*_BALTIC, "cp1252"), "äõüöšž", "et"),
    _Language(("cp1258",), "đăâêôơư\u0300\u0301\u0303\u0309\u0323", "vi"),
    _Language(_CYRILLIC, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ", "ru"),
    _Language(_CYRILLIC, "оаинтврсеіклдумпзяьбгчхйжїшцюєщфґ", "uk"),
    _Language(_CYRILLIC, "аоеитнсрвлкдпмзябугъчцщжхшйфюь", "bg"),
    _Language(("cp1251",), "аянеыілоўурткдпмсзцьгбчжшхюёйэф", "be"),
    _Language(("cp1251", "iso8859-5"), "аоиенрстјвукдмлпзгбцчшњљћжђхџфѓќѕ", "sr"),
    _Language(("cp1253", "iso8859-7"), "αοιετσνηυρπκμλςδωγχθφβξζψάέήίόύώϊϋΐΰ", "el"),
    _Language(("cp1255", "iso8859-8"), "יוהלארתבשמנםכדקחעפטגסןץזצךף", "he"),
    _Language(("cp1256", "iso8859-6"), "الينمرتوبعدسفهكقحجشطصخةىءأإآذزضثغظئؤپچگژک", "ar"),
    _Language(("cp874",), "านรกอเงมยลวดทสตะปบคหแจพชขใไโผถธฉซศณญษฟภฐฎฏฒฑฌฆฝำีั่้ิ์ืุู็๋๊", ""),
    _Language(
        ("cp932", "euc_jp"),
        "のにはをたがでてとしれさいなるかっもらりこうよくあきすまんつせけどわめだえおそみょゅゃじばべずげごがぎびぐ"
        "ーンスルトリアイラドクシレジフタロマコテサプ日一国会人年大本中出",
        is_dense=True,
    ),
    _Language(
        ("gb18030",),
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
        "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实",
        is_dense=True,
    ),
    _Language(
        ("big5hkscs",),
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡"
        "用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實",
        is_dense=True,
    ),
    _Language(
        ("cp949",),
        "이다는에의을고가하지로한사기은도를시인나리자어해대서아있스정그라과일들수부보제으전만게장구여",
        is_dense=True,
    ),
)

_OF_DOS = {"cp850": _WESTERN, "cp852": _CENTRAL, "cp737": ("cp1253", "iso8859-7")}
"""Encodings that no browser reads, each beside those of its languages."""
_ASCII = bytes(range(128))
_TYPOGRAPHIC = frozenset(
    "“”„‟‘’‚‛«»‹›–—―…•·°§©®™€£¥¿¡ª º№´\xa0\xad†‡、。・「」『』（）！？：；，《》【】〈〉〔〕\u3000"
)
_LATIN = re.compile("[A-Za-z]")
_IN_PLACE = re.compile(
    r"(?<=[^\W_])[’‘´](?=[^\W\d_])|(?<!\w)[“‘„«»‚‹](?=\S)|(?<=\S)[”’“»«›…](?!\w)"
    r"|(?<=\s)[–—•©](?=\s)|(?<=[a-z])—(?=[a-z])|(?<=\d)[–€£°](?!\w)|(?<!\w)[€£](?=\d)"
)
_OUT_OF_PLACE = re.compile(
    r"(?<=[^\W\d_])[“”„‟‚‛«»‹›•°§©®£¥¿¡ªº№†‡·](?=[^\W\d_])|(?<=[^\W\d_])[·„‚¿¡£¥†‡](?!\w)"
    r"|(?<![\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|(?<![\u0600-\u06ff])[\u064b-\u0652]"
)
_WORD = re.compile(r"[^\W\d_]+")
_GOOD = 0.25  # the least score of a text that is what it is taken for
_RIGHT, _FREQUENT = 0.8, 0.6  # what a letter of a language says, and the commonest one beside it
_OF_NAMES = "éäöüáóíèñçëïàâêîôûß"  # letters of Western names in the text of their neighbours
_OF_A_NAME = 0.2
_USUAL_ONES = {"cp1252": 0.1, "mac-roman": -0.25}
"""What an encoding has ahead of the others by how usual it is on the web."""
_FEW_WORDS = 0.2  # of a text: then a letter of another script by itself is none
_SHOUTED = 0.5  # what capitals alone cost: in half of the Cyrillic encodings they are the small letters of others
_DOUBTFUL = 0.75  # the most that a text scores in a wrong encoding
_PLAIN = 0.8  # the least score of a text that is beyond doubt
_LEAD = 0.5  # by which its score is ahead of that of a declared encoding that gives way
_LEAD_OVER_ANOTHER = 0.1  # and ahead of one that the language is not written in
_FOR_TURKISH = frozenset("ýþðÝÞÐ")  # what Windows-1252 has in the places of its letters
_TURKISH = _FOR_TURKISH | frozenset("çüöâîûÇÜÖÂÎÛ")
_IN_TURKISH_PLACE = re.compile(r"\w{4}ý(?!\w)|[aeiouöüý]þ", re.IGNORECASE)
_ENOUGH = 20  # bytes beside ASCII, to speak against a declaration
_FEWEST = 2  # among words of a language that has other letters
_FEWEST_WORDS = 2
_LEAST_KNOWN = 0.08  # of the words of a text, that are the commonest of its language


def detected(data: bytes) -> str | None:
    """The encoding whose letters and words are most like a language's, by Python's name.

    None in doubt. Time does not grow with the page beyond its first part.
    """
    sample = sample_of(data)
    if not sample:
        return None
    best, best_score = None, _GOOD
    for encoding in _encodings():
        score = _score(sample, encoding) + _USUAL_ONES.get(encoding, 0)
        if score > best_score + 0.02:  # the usual encoding wins where little tells two apart
            best, best_score = encoding, score
    return best if best_score > _PLAIN else _of_dos(sample, best_score) or best


def _of_dos(sample: bytes, score: float) -> str | None:
    """The encoding of DOS in which a sample is in a language, where the usual ones make none."""
    scored = {encoding: _score(sample, encoding) for encoding in _OF_DOS}
    best = max(scored, key=scored.__getitem__)
    is_plain = scored[best] > max(_PLAIN, score + _LEAD)
    return best if is_plain and _is_in_its_words(sample, best, _PLAIN) else None


def overruled(data: bytes, encoding: str) -> str | None:
    """The encoding that makes words of bytes which, read as declared, are plainly none.

    Windows-1252 is what servers say that were told nothing. It gives way to fewer letters, where
    the small words around them are of a language that has them in another encoding: a page in
    Turkish has no þ. None otherwise.
    """
    sample = sample_of(data, QUICK_SAMPLE)
    foreign = len(sample.translate(None, _ASCII))
    score = _score(sample, encoding)
    is_doubtful = foreign >= _ENOUGH and score <= _DOUBTFUL
    may_be_default = encoding == "cp1252" and foreign >= _FEWEST
    if encoding == "cp1252" and _is_turkish(sample):
        return "cp1254"
    if not is_doubtful and (not may_be_default or _is_in_its_words(sample, encoding, _GOOD)):
        return None
    better = detected(data)
    if better is None or better == encoding:
        return None
    if is_doubtful and _score(sample, better) > max(_PLAIN, score + _LEAD):
        return better
    return better if may_be_default and _is_of_its_words(sample, better, encoding) else None


def _is_turkish(sample: bytes) -> bool:
    """Whether a text that is read as Windows-1252 has the letters of Turkish ones, and no others.

    Where Turkish has 'ı', 'ş' and 'ğ', it has 'ý', 'þ' and 'ð': letters of Icelandic, which has no
    'ç' and no 'ü', hardly three words without 'á', 'í', 'ó' or 'æ', and no long ones in '-ý'.
    """
    text = sample.decode("cp1252", "replace")
    letters = Counter(char for char in text if not char.isascii())
    for_turkish = sum(letters[char] for char in _FOR_TURKISH)
    if for_turkish < _FEWEST or any(
        _is_letter(char) and not _is_sign(char) and char not in _TURKISH for char in letters
    ):
        return False
    if not (
        any(letters[char] for char in "çüÇÜ")
        or letters["ý"] > _FEWEST
        or _IN_TURKISH_PLACE.search(text)
    ):
        return False
    words = Counter(word.lower() for word in _WORD.findall(text))
    known = {language.codes: _known(language, words) for language in _LANGUAGES}
    others = [known[language.codes] for language in _languages("cp1252")]
    return max(others) < _FEWEST_WORDS or max(others) <= known["tr"]


def _is_in_its_words(sample: bytes, encoding: str, least: float) -> bool:
    """Whether an encoding has the letters of the language of a sample's small words."""
    spoken = _spoken(sample, encoding)
    return bool(spoken) and _score(sample, encoding, spoken) > least


def _is_of_its_words(sample: bytes, encoding: str, other: str) -> bool:
    """Whether the language of a sample's small words has its letters in one encoding alone."""
    spoken = _spoken(sample, encoding)
    if not spoken:
        return False
    is_for_it = any(other in language.encodings for language in spoken)
    lead = _LEAD if is_for_it else _LEAD_OVER_ANOTHER
    return _score(sample, encoding, spoken) > max(_PLAIN, _score(sample, other, spoken) + lead)


def _spoken(sample: bytes, encoding: str) -> Sequence[_Language]:
    """The languages of an encoding that most of the small words of a sample are of."""
    found = _WORD.findall(sample.decode(encoding, errors="replace"))
    words = Counter(word.lower() for word in found)
    known = {language: _known(language, words) for language in _LANGUAGES}
    most = max(_FEWEST_WORDS, _LEAST_KNOWN * len(found), *known.values())
    return [each for each in _languages(encoding) if known[each] >= most]


def likelier(data: bytes, encodings: list[str]) -> str:
    """Of several encodings the one that makes most of a language's letters and words."""
    sample = sample_of(data)
    return max(encodings, key=lambda encoding: _score(sample, encoding))


@cache
def _encodings() -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(encoding for language in _LANGUAGES for encoding in language.encodings)
    )


@cache
def _languages(encoding: str) -> tuple[_Language, ...]:
    """Those written in an encoding; every one for an encoding that is nobody's own."""
    usual = _OF_DOS.get(encoding, (encoding,))[0]
    own = tuple(language for language in _LANGUAGES if usual in language.encodings)
    return own or _LANGUAGES


def _score(sample: bytes, encoding: str, languages: Sequence[_Language] = ()) -> float:
    """How much like words a sample is: 1 or more for a text, below 0 for nonsense.

    In any of some ``languages``, by default of those that are written in the encoding.
    """
    text = sample.decode(encoding, errors="replace")
    counts = Counter(char for char in text if not char.isascii())
    total: int = counts.total()
    if not total:
        return 0.0
    if counts["\ufffd"] > 0.1 * total:
        return -1.0
    letters = Counter(
        {char: often for char, often in counts.items() if _is_letter(char) and not _is_sign(char)}
    )
    typographic = sum(often for char, often in counts.items() if _is_sign(char))
    signs = len(_OUT_OF_PLACE.findall(text)) + total - typographic - letters.total()
    in_place = min(len(_IN_PLACE.findall(text)), typographic)
    words: list[str] = _WORD.findall(text)
    lowered = Counter(word.lower() for word in words)
    fits = (
        _fit(language, letters, in_place, lowered, len(words))
        for language in languages or _languages(encoding)
    )
    foreign = [word for word in words if not word.isascii()]
    shouted = sum(word.isupper() for word in foreign) / max(len(foreign), 1)
    return max(fits) - (3 * signs + 4 * _wrong(words, foreign)) / total - _SHOUTED * shouted


def _is_letter(char: str) -> bool:
    return char.isalpha() or _is_mark(char)


def _is_sign(char: str) -> bool:
    return char in _TYPOGRAPHIC


def _wrong(words: Sequence[str], foreign: Sequence[str]) -> int:
    """How many words are none, of which those with other letters than ASCII are ``foreign``."""
    wrong = sum(_is_broken(word) + 2 * _is_mixed(word) for word in words)
    if len(foreign) < _FEW_WORDS * len(words):
        wrong += sum(len(word) == 1 and word >= "\u0370" for word in foreign)
    return wrong


def _fit(
    language: _Language, letters: Counter[str], in_place: int, words: Counter[str], size: int
) -> float:
    """How well the letters beside ASCII, and the words, are a language's.

    ``in_place`` typographic marks stand where words have them: they tell as much as letters.
    """
    known = min(_known(language, words) / max(size, 1), 0.3)
    total: int = letters.total()
    if not total + in_place:
        return 0.3 + known
    if language.is_dense:
        common = sum(letters[char] for char in language.letters)
        usual = sum(often for char, often in letters.items() if language.is_usual(char))
        fit = 1.5 * common + 0.8 * usual - 1.5 * (total - usual)
    else:
        weights = language.weights
        fit = sum(often * weights.get(char, -2.0) for char, often in letters.items())
    return (fit + in_place) / (total + in_place) + known


def _known(language: _Language, words: Counter[str]) -> int:
    """How many of the words are the commonest of a language."""
    return sum(words[word] for word in language.words)


def _is_mark(char: str) -> bool:
    return (
        "\u0300" <= char <= "\u036f" or "\u0e31" <= char <= "\u0e4e" or "\u064b" <= char <= "\u0652"
    )


def _is_mixed(word: str) -> bool:
    """Whether letters of the Latin script stand beside those of another one."""
    return not word.isascii() and max(word) >= "\u0370" and _LATIN.search(word) is not None


def _is_broken(word: str) -> bool:
    """Whether a capital stands behind a small letter, other than in a name like 'McDonald'."""
    return not word.isascii() and not (
        word.islower() or word.isupper() or word[1:].islower() or word.lower() == word.upper()
    )
