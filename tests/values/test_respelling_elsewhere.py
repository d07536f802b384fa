"""Whatever the value, in four more languages: respelling it is never serious, changing it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from audit import verify_quote
from audit.model import Verdict, Weight

_AROUND = {
    "de": "Der Rat hat sich am Montag mit dem Winter und mit den Booten, die er gekostet hat, befasst.",
    "es": "El consejo se reunió el lunes para hablar del invierno y de los barcos que se perdieron en él.",
    "fr": "Le conseil s'est réuni lundi pour parler de l'hiver et des bateaux qui ont été perdus dans la nuit.",
    "ru": "Совет собрался в понедельник, чтобы поговорить о зиме и о том, что было с лодками.",
}
_FRAMES = {
    "de": "Wir werden in der Stadt über {} mit den Leuten am Hafen sprechen",
    "es": "Vamos a hablar en la ciudad de {} con la gente del puerto",
    "fr": "Nous allons parler dans la ville de {} avec les gens du port",
    "ru": "Завтра мы будем говорить о том, что {} есть у людей порта",
}
_PERCENT = {"de": "Prozent", "es": "por ciento", "fr": "pour cent", "ru": "процентов"}
_MILLIONS = {
    "de": ("Mio. Euro", "Millionen Euro"),
    "es": ("millones de euros", "millones de euros"),
    "fr": ("M€", "millions d'euros"),
    "ru": ("млн евро", "миллионов евро"),
}
_MAY = {"de": "{}. Mai", "es": "{} de mayo", "fr": "{} mai", "ru": "{} мая"}
_DAY = {
    "de": ("{}. Mai", "{}. Mai"),
    "es": ("{} de mayo", "el {} de mayo"),
    "fr": ("{} mai", "le {} mai"),
    "ru": ("{} мая", "{}-го мая"),
}
_TIME = {
    "de": ("{}:{} Uhr", "{}.{} Uhr", "{} Uhr {}"),
    "es": ("{}:{}", "{}:{} horas"),
    "fr": ("{}h{}", "{} h {}", "{}:{}"),
    "ru": ("{}:{}", "{}.{}"),
}
_BETWEEN = {"de": "zwischen {} und {}", "es": "entre {} y {}", "fr": "entre {} et {}"}
_TO = {"de": "{} bis {}", "es": "{} a {}", "fr": "{} à {}", "ru": "{}-{}"}
_TITLES = {
    "de": [("Dr.", "Doktor"), ("Prof.", "Professor"), ("Hr.", "Herr")],
    "es": [("Dr.", "doctor"), ("Sra.", "señora"), ("Sr.", "señor")],
    "fr": [("M.", "Monsieur"), ("Mme", "Madame"), ("Dr", "docteur")],
    "ru": [("США", "США")],
}
_TENTHS = st.tuples(st.integers(2, 99), st.integers(1, 9))
_LANGUAGES = st.sampled_from(sorted(_AROUND))


def _ways(language: str, kind: str, number: tuple[int, int]) -> tuple[str, ...]:
    whole, tenths = number
    if kind == "percent":
        return f"{whole},{tenths}%", f"{whole},{tenths} %", f"{whole},{tenths} {_PERCENT[language]}"
    if kind == "thousands":
        sign = " " if language in ("fr", "ru") else "."
        return f"{whole}{sign}{tenths}00", f"{whole}{tenths}00"
    if kind == "kilometres":
        return f"{whole} km", f"{whole}km"
    if kind == "date":
        return tuple(way.format(whole % 31 + 1) for way in (_MAY[language], *_DAY[language]))
    if kind == "time":
        return tuple(way.format(whole % 10 + 2, 10 + 5 * tenths) for way in _TIME[language])
    if kind == "range":
        ways = (_TO[language], _BETWEEN.get(language, _TO[language]))
        return tuple(way.format(tenths + 1, whole + 10) for way in ways)
    if kind == "title":
        titles = _TITLES[language]
        return tuple(f"{title} Lem{'a' * tenths}" for title in titles[whole % len(titles)])
    return tuple(f"{whole},{tenths} {unit}" for unit in _MILLIONS[language])


_KINDS = st.sampled_from(
    ["percent", "thousands", "kilometres", "date", "money", "time", "range", "title"]
)


def _weight(language: str, quoted: str, there: str) -> tuple[Verdict, Weight | None]:
    around, frame = _AROUND[language], _FRAMES[language]
    check = verify_quote(frame.format(quoted), f"{around} “{frame.format(there)}.” {around}")
    return check.verdict, check.weight


@given(language=_LANGUAGES, kind=_KINDS, number=_TENTHS, data=st.data())
@settings(max_examples=80, deadline=None)
def test_a_value_respelled_is_never_serious(
    language: str, kind: str, number: tuple[int, int], data: st.DataObject
) -> None:
    ways = st.sampled_from(_ways(language, kind, number))
    verdict, weight = _weight(language, data.draw(ways), data.draw(ways))
    assert verdict is not Verdict.ABSENT
    assert weight in (None, Weight.STYLE)


@given(language=_LANGUAGES, kind=_KINDS, number=_TENTHS, other=_TENTHS, data=st.data())
@settings(max_examples=80, deadline=None)
def test_another_value_is_always_serious(
    language: str,
    kind: str,
    number: tuple[int, int],
    other: tuple[int, int],
    data: st.DataObject,
) -> None:
    ours, theirs = _ways(language, kind, number), _ways(language, kind, other)
    if set(ours) & set(theirs):
        return
    drawn = data.draw(st.sampled_from(ours)), data.draw(st.sampled_from(theirs))
    assert _weight(language, *drawn) == (Verdict.ALTERED, Weight.SERIOUS)
