"""Which encoding bytes are in, told from the words they make: no declaration is asked.

Each encoding of the WHATWG standard that a language is written in is tried, and the words that
come out are held against the letters and the commonest words of the language. Right letters are
nearly all of a language's own; wrong ones are signs inside words, capitals after small letters,
letters of no language together.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from audit.languages.recognition import function_words

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

_SAMPLE = 6000  # bytes of lines that have other than ASCII
_QUICK_SAMPLE = 1500  # bytes, to hold a declaration against
_ENOUGH_LINES = 500  # bytes
_NEAR, _FAR = (
    20_000,
    400_000,
)  # bytes behind the first that is not ASCII, within which they are looked for
_LONGEST_TAG = 2000  # bytes
_ASCII = bytes(range(128))
_TAG_END = re.compile(b">")
_LONGEST_TAG_READ = 5_000  # bytes
_RAW = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_RAW_END = re.compile(rb"</(?:script|style)", re.IGNORECASE)
_LONGEST_RAW = 100_000  # bytes
_TYPOGRAPHIC = frozenset(
    "“”„‟‘’‚‛«»‹›–—―…•·°§©®™€£¥¿¡ª º№´\xa0\xad†‡、。・「」『』（）！？：；，《》【】〈〉〔〕\u3000"
)
_LATIN = re.compile("[A-Za-z]")
_IN_PLACE = re.compile(
    r"(?<=[^\W_])[’‘´](?=[^\W\d_])|(?<!\w)[“‘„«»‚‹](?=\S)|(?<=\S)[”’“»«›…](?!\w)"
    r"|(?<=\s)[–—•©](?=\s)|(?<=\d)[–€£°](?!\w)|(?<!\w)[€£](?=\d)"
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
_ENOUGH = 20  # bytes beside ASCII, to speak against a declaration


def detected(data: bytes) -> str | None:
    """The encoding whose letters and words are most like a language's, by Python's name.

    None in doubt. Time does not grow with the page beyond its first part.
    """
    sample = _sample(data)
    if not sample:
        return None
    best, best_score = None, _GOOD
    for encoding in _encodings():
        score = _score(sample, encoding) + _USUAL_ONES.get(encoding, 0)
        if score > best_score + 0.02:  # the usual encoding wins where little tells two apart
            best, best_score = encoding, score
    return best


def overruled(data: bytes, encoding: str) -> str | None:
    """The encoding that makes words of bytes which, read as declared, are plainly none.

    None otherwise.
    """
    sample = _sample(data, _QUICK_SAMPLE)
    if len(sample.translate(None, _ASCII)) < _ENOUGH:
        return None
    score = _score(sample, encoding)
    if score > _DOUBTFUL:
        return None
    better = detected(data)
    if better is None or better == encoding:
        return None
    return better if _score(sample, better) > max(_PLAIN, score + _LEAD) else None


def likelier(data: bytes, encodings: list[str]) -> str:
    """Of several encodings the one that makes most of a language's letters and words."""
    sample = _sample(data)
    return max(encodings, key=lambda encoding: _score(sample, encoding))


def _sample(data: bytes, most: int = _SAMPLE) -> bytes:
    """Lines of the page's text that have bytes beside ASCII, without markup."""
    first = len(data) - len(data.lstrip(_ASCII))
    start = data.rfind(b"<", max(first - _LONGEST_TAG, 0), first)  # in whose tag it may stand
    start = start if start >= 0 else first
    found = _lines(data[start : start + _NEAR], most)
    return found if len(found) >= _ENOUGH_LINES else _lines(data[start : start + _FAR], most)


def _lines(data: bytes, most: int) -> bytes:
    lines: list[bytes] = []
    size = 0
    for text in _texts(data):
        if text.isascii():
            continue
        for line in text.split(b"\n"):
            if line.isascii():
                continue
            lines.append(line.strip()[: most - size])
            size += len(lines[-1])
            if size >= most:
                return b"\n".join(lines)
    return b"\n".join(lines)


def _texts(data: bytes) -> Iterator[bytes]:
    """What stands between the tags of a page, without scripts and styles."""
    kept = at = 0
    tag_ends, raw_ends = _Ends(_TAG_END, data), _Ends(_RAW_END, data)
    while (start := data.find(b"<", at)) >= 0:
        end = None
        if raw := _RAW.match(data, start):
            end = raw_ends.behind(raw.end(), most=_LONGEST_RAW)
        if end is None:
            end = tag_ends.behind(start + 1, most=_LONGEST_TAG_READ)
        if end is not None:
            if kept < start:
                yield data[kept:start]
            kept = end
        at = end or start + 1
    yield data[kept:]


class _Ends:
    """Where something ends next, looked for once however often it is asked, from left to right."""

    def __init__(self, pattern: re.Pattern[bytes], data: bytes) -> None:
        self._found = pattern.finditer(data)
        self._next = next(self._found, None)

    def behind(self, start: int, *, most: int) -> int | None:
        """The end of the first match from an offset on; None where none begins in so many bytes."""
        while self._next is not None and self._next.start() < start:
            self._next = next(self._found, None)
        found = self._next
        return found.end() if found is not None and found.start() - start <= most else None


@cache
def _encodings() -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(encoding for language in _LANGUAGES for encoding in language.encodings)
    )


@cache
def _languages(encoding: str) -> tuple[_Language, ...]:
    """Those written in an encoding; every one for an encoding that is nobody's own."""
    own = tuple(language for language in _LANGUAGES if encoding in language.encodings)
    return own or _LANGUAGES


def _score(sample: bytes, encoding: str) -> float:
    """How much like words a sample is: 1 or more for a text, below 0 for nonsense."""
    text = sample.decode(encoding, errors="replace")
    counts = Counter(char for char in text if not char.isascii())
    total: int = counts.total()
    if not total:
        return 0.0
    if counts["\ufffd"] > 0.1 * total:
        return -1.0
    typographic = sum(counts[char] for char in _TYPOGRAPHIC)
    signs = len(_OUT_OF_PLACE.findall(text)) + sum(
        often
        for char, often in counts.items()
        if not (char.isalpha() or _is_mark(char) or char in _TYPOGRAPHIC)
    )
    in_place = min(len(_IN_PLACE.findall(text)), typographic)
    words: list[str] = _WORD.findall(text)
    wrong = sum(_is_broken(word) + 2 * _is_mixed(word) for word in words)
    foreign = [word for word in words if not word.isascii()]
    if len(foreign) < _FEW_WORDS * len(words):
        wrong += sum(len(word) == 1 and word >= "\u0370" for word in foreign)
    shouted = sum(word.isupper() for word in foreign) / max(len(foreign), 1)
    lowered = Counter(word.lower() for word in words)
    letters = Counter(
        {
            char: often
            for char, often in counts.items()
            if char not in _TYPOGRAPHIC and (char.isalpha() or _is_mark(char))
        }
    )
    fits = (
        _fit(language, letters, in_place, lowered, len(words)) for language in _languages(encoding)
    )
    return max(fits) - (3 * signs + 4 * wrong) / total - _SHOUTED * shouted


def _fit(
    language: _Language, letters: Counter[str], in_place: int, words: Counter[str], size: int
) -> float:
    """How well the letters beside ASCII, and the words, are a language's.

    ``in_place`` typographic marks stand where words have them: they tell as much as letters.
    """
    known = min(sum(words[word] for word in language.words) / max(size, 1), 0.3)
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
