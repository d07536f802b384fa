"""Pages to time with: like those of news sites in size, nesting and noise, the same for the same seed.

A page of these has on average 160 kB and 3,000 tags: head with styles, scripts and JSON-LD, navigation, an
article with inline tags, lists, a table, figures and entities, related links, comments, a footer, and the
state of a script framework. ``page_set`` mixes languages, encodings and ways to declare them.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SENTENCES = {
    "en": (
        "The council met on Monday and heard the engineers about the new bridge. "
        "Nobody in the room could say when the money would come. "
        "Prices rose by 3.4 percent in March, the statistics office said. "
        "“We will not dig a single metre until the harbour is safe,” the mayor told reporters."
    ),
    "de": (
        "Der Stadtrat beriet am Montag über die neue Brücke und hörte die Ingenieure an. "
        "Niemand im Saal konnte sagen, wann das Geld kommen würde. "
        "Die Preise stiegen im März um 3,4 Prozent, teilte das Amt mit. "
        "„Wir graben keinen Meter, bevor der Hafen sicher ist“, sagte die Bürgermeisterin."
    ),
    "fr": (
        "Le conseil s’est réuni lundi et a entendu les ingénieurs au sujet du nouveau pont. "
        "Personne dans la salle ne savait quand l’argent arriverait. "
        "« Nous ne creuserons pas un mètre avant que le port soit sûr », a dit la maire."
    ),
    "es": (
        "El consejo se reunió el lunes y escuchó a los ingenieros sobre el nuevo puente. "
        "Nadie en la sala podía decir cuándo llegaría el dinero. "
        "«No cavaremos ni un metro hasta que el puerto sea seguro», dijo la alcaldesa."
    ),
    "pl": (
        "Rada zebrała się w poniedziałek i wysłuchała inżynierów w sprawie nowego mostu. "
        "Nikt na sali nie potrafił powiedzieć, kiedy przyjdą pieniądze. "
        "„Nie wykopiemy ani metra, dopóki port nie będzie bezpieczny” – powiedziała burmistrz."
    ),
    "ru": (
        "Совет собрался в понедельник и выслушал инженеров о новом мосте. "
        "Никто в зале не мог сказать, когда придут деньги. "
        "«Мы не выкопаем ни метра, пока порт не станет безопасным», — сказала мэр."
    ),
    "el": (
        "Το συμβούλιο συνεδρίασε τη Δευτέρα και άκουσε τους μηχανικούς για τη νέα γέφυρα. "
        "Κανείς στην αίθουσα δεν μπορούσε να πει πότε θα έρθουν τα χρήματα."
    ),
    "tr": (
        "Meclis pazartesi günü toplandı ve yeni köprü hakkında mühendisleri dinledi. "
        "Salondaki hiç kimse paranın ne zaman geleceğini söyleyemedi."
    ),
    "ar": (
        "اجتمع المجلس يوم الاثنين واستمع إلى المهندسين حول الجسر الجديد. "
        "لم يستطع أحد في القاعة أن يقول متى سيأتي المال."
    ),
    "he": (
        "המועצה התכנסה ביום שני ושמעה את המהנדסים על הגשר החדש. "
        "איש באולם לא ידע לומר מתי יגיע הכסף."
    ),
    "ja": (
        "市議会は月曜日に開かれ、新しい橋について技術者の説明を聞いた。"
        "予算がいつ届くのか、会場の誰も答えられなかった。"
        "「港が安全になるまで一メートルも掘らない」と市長は記者団に語った。"
    ),
    "zh": (
        "市议会星期一开会，听取了工程师对新桥的说明。"
        "会场里没有人能说出资金什么时候到位。"
        "市长对记者说：“在港口安全之前，我们一米也不挖。”"
    ),
    "ko": (
        "시의회는 월요일에 모여 새 다리에 대한 기술자들의 설명을 들었다. "
        "회의장의 누구도 돈이 언제 올지 말하지 못했다."
    ),
}  # fmt: skip

_ENCODINGS = (
    *(("utf-8", "utf-8", language) for language in _SENTENCES),
    *(("utf-8", "utf-8", language) for language in ("en", "en", "de", "fr", "es", "ja", "ru")),
    ("iso-8859-1", "cp1252", "de"),
    ("windows-1252", "cp1252", "fr"),
    ("iso-8859-2", "iso8859-2", "pl"),
    ("windows-1251", "cp1251", "ru"),
    ("koi8-r", "koi8-r", "ru"),
    ("windows-1253", "cp1253", "el"),
    ("windows-1254", "cp1254", "tr"),
    ("windows-1256", "cp1256", "ar"),
    ("shift_jis", "cp932", "ja"),
    ("euc-jp", "euc_jp", "ja"),
    ("gb2312", "gb18030", "zh"),
    ("euc-kr", "cp949", "ko"),
)

_STEMS = [
    "wrap",
    "block",
    "item",
    "media",
    "card",
    "grid",
    "col",
    "row",
    "text",
    "meta",
    "byline",
    "stack",
    "btn",
    "icon",
    "list",
    "link",
    "head",
    "tile",
]


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page as a server would send it, and sentences of its article as a reader sees them."""

    data: bytes
    content_type: str
    language: str
    encoding: str
    sentences: tuple[str, ...]


def page_set(count: int, *, seed: int = 1, kilobytes: int = 160) -> Iterator[GeneratedPage]:
    """``count`` pages of ``kilobytes`` on average, between two fifths and twice of that."""
    chance = random.Random(seed)
    for _ in range(count):
        label, codec, language = chance.choice(_ENCODINGS)
        size = int(kilobytes * 1000 * chance.choice((0.4, 0.6, 0.8, 1.0, 1.2, 2.0)))
        yield _Writer(chance, language).page(label, codec, size)


def generated_page(
    size: int, *, seed: int = 1, language: str = "en", sentences: Sequence[str] = ()
) -> GeneratedPage:
    """One page in UTF-8 of about ``size`` bytes, of a few sentences over and over or of those given."""
    return _Writer(random.Random(seed), language, sentences).page("utf-8", "utf-8", size)


class _Writer:
    """Writes the parts of one page; what it says in its article it keeps."""

    def __init__(self, chance: random.Random, language: str, sentences: Sequence[str] = ()) -> None:
        self._chance = chance
        self._language = language
        text = _SENTENCES[language]
        marks = "。" if language in ("ja", "zh") else ". "
        # What stands around an article is said over and over, and not what its author quotes.
        self._around = [part.strip() + marks.strip() for part in text.split(marks) if part.strip()]
        self._stock = list(sentences) or self._around
        self._words = [word for part in self._stock for word in part.split()]
        self._said: list[str] = []
        self._number = 0

    def page(self, label: str, codec: str, size: int) -> GeneratedPage:
        declared = self._chance.choice(("header", "meta", "http-equiv", "both"))
        article = self._article(max(int(size * 0.16), 2000))
        head = self._head(label if declared != "header" else "", declared, int(size * 0.22))
        rest = [self._comments(int(size * 0.1)), self._related(int(size * 0.18)), self._footer()]
        state = self._state(int(size * 0.12))
        body = f"{self._navigation(int(size * 0.16))}{article}{''.join(rest)}{state}"
        markup = f"<!DOCTYPE html>\n<html lang={self._language!r}>\n{head}\n{body}\n</body></html>"
        header = f"text/html; charset={label}" if declared in ("header", "both") else "text/html"
        return GeneratedPage(
            markup.encode(codec, errors="xmlcharrefreplace"),
            header,
            self._language,
            label,
            tuple(self._said),
        )

    def _sentence(self) -> str:
        return self._chance.choice(self._stock)

    def _label(self) -> str:
        return " ".join(self._chance.choices(self._words, k=3))[:40]

    def _names(self) -> str:
        """Classes as a build tool makes them, now and then with a data attribute beside them."""
        stems = self._chance.choices(_STEMS, k=2)
        self._number += 1
        extra = f' data-id="{self._number}"' if self._chance.random() < 0.2 else ""
        return f'class="c-{stems[0]}__{stems[1]} u-{self._chance.randrange(40)}"{extra}'

    def _inline(self, sentence: str) -> str:
        """A sentence as markup, some of its words in inline tags, some letters as entities."""
        self._said.append(sentence)
        marked = sentence.replace("&", "&amp;")
        if self._chance.random() < 0.3:
            marked = marked.replace("“", "&ldquo;").replace("”", "&#8221;").replace("é", "&eacute;")
        words = marked.split(" ")
        at = self._chance.randrange(len(words))
        kind = self._chance.random()
        if kind < 0.25:
            words[at] = f'<a href="/topic/{at}" {self._names()}>{words[at]}</a>'
        elif kind < 0.4:
            words[at] = f"<b>{words[at][:1]}</b>{words[at][1:]}"
        elif kind < 0.5:
            words[at] = f"<em>{words[at]}</em>"
        return " ".join(words)

    def _paragraph(self) -> str:
        return " ".join(self._inline(self._sentence()) for _ in range(self._chance.randint(1, 5)))

    def _head(self, label: str, declared: str, size: int) -> str:
        meta = ""
        if label:
            meta = (
                f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
                if declared == "http-equiv"
                else f'<meta charset="{label}">'
            )
        parts = [f"<head>{meta}<title>{self._sentence()} | The Gazette</title>"]
        parts += [f'<meta property="og:p{i}" content="{self._label()}">' for i in range(30)]
        body = " ".join(self._chance.choices(self._around, k=30))
        ld = {"@graph": [{"@type": "NewsArticle", "articleBody": body}, {"@type": "Organization"}]}
        escaped = json.dumps(ld).replace("</", "<\\/")
        parts.append(f'<script type="application/ld+json">{escaped}</script>')
        style = "".join(
            f".c-{i}>.u-{i}{{display:none;margin:{i}px auto;color:#123}}\n" for i in range(500)
        )
        parts.append(f"<style>{style[: size // 2]}</style>")
        code = "".join(f'a[{i}]=function(e){{return e<{i}&&"<b>x</b>"}};\n' for i in range(900))
        parts.append(f"<script>{code[: size // 2]}</script></head>")
        return "\n".join(parts)

    def _navigation(self, size: int) -> str:
        parts = ['<body class="page page--article"><a class="skip" href="#main">Skip</a><header>']
        parts.append('<nav class="site-nav"><ul>')
        length = 0
        while length < size:
            item = (
                f'\n  <li {self._names()}>\n    <a {self._names()} href="/section/{self._number}">'
                f"<span>{self._label()}</span></a>\n  </li>"
            )
            parts.append(item)
            length += len(item)
        return "".join((*parts, "\n</ul></nav></header>\n"))

    def _article(self, size: int) -> str:
        parts = [
            f"<main id=main><div {self._names()}><article><h1>{self._inline(self._sentence())}</h1>"
        ]
        parts.append(
            f'<figure><img src=a.jpg alt="{self._label()}"><figcaption>{self._label()}</figcaption></figure>'
        )
        length = 0
        while length < size:
            kind = self._chance.random()
            if kind < 0.75:
                part = f"\n<p>{self._paragraph()}</p>"
            elif kind < 0.85:
                items = "".join(f"<li>{self._inline(self._sentence())}" for _ in range(3))
                part = f"\n<ul>{items}</ul>"
            elif kind < 0.92:
                part = f"\n<div {self._names()}><blockquote><p>{self._paragraph()}<br>{self._paragraph()}</blockquote></div>"
            elif kind < 0.96:
                row = f"<tr><td>{self._label()}</td><td>{self._label()}</td></tr>"
                part = f"\n<table><tbody>{row * 4}</tbody></table>"
            else:
                part = f"\n<!-- ad slot {self._number} of this page --><div {self._names()}><aside hidden>{self._label()}</aside></div>"
            parts.append(part)
            length += len(part)
        return "".join((*parts, "</article></div></main>\n"))

    def _comments(self, size: int) -> str:
        parts = ['<section id="comments" class="comments">']
        length = 0
        while length < size:
            part = (
                f"\n<div class='comment'><div {self._names()}><span>{self._label()}</span>"
                f"<time datetime='2026-01-01'>1.1.2026</time></div>\n<p>{self._chance.choice(self._around)}</p></div>"
            )
            parts.append(part)
            length += len(part)
        return "".join((*parts, "</section>\n"))

    def _related(self, size: int) -> str:
        parts = ["<div class='related-stories'>"]
        length = 0
        while length < size:
            part = (
                f"\n<div {self._names()}><div {self._names()}><a href='/story/{self._number}'>\n"
                f"<img {self._names()} srcset='/i/{self._number}-320.jpg 320w, /i/{self._number}-640.jpg 640w' alt=''>"
                f"<h3 {self._names()}>{self._chance.choice(self._around)}</h3></a></div></div>"
            )
            parts.append(part)
            length += len(part)
        return "".join((*parts, "</div>\n"))

    def _footer(self) -> str:
        links = "".join(f"<li><a href=/{i}>{self._label()}</a></li>" for i in range(40))
        return f"<footer><ul>{links}</ul><p>© The Gazette</p></footer>"

    def _state(self, size: int) -> str:
        state = {
            "props": [
                {"id": i, "title": self._chance.choice(self._around)}
                for i in range(size // 100 + 1)
            ]
        }
        text = json.dumps(state)[:size].replace("</", "<\\/")
        return f'<script id="__STATE__" type="application/json">{text}</script>'
