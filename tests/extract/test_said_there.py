"""Links on where somebody spoke, in which the next words stand too, and who was told them."""

import pytest

from tests.extract.said import attributions

AT = "https://s.example/1"


@pytest.mark.parametrize(
    "text",
    [
        f"Testifying before [a Senate panel]({AT}), Ann Lee said the bridge was “gone for good”.",
        f"Ann Lee, who [testified in March]({AT}), said: “I saw the bridge go.”",
        f"Ann Lee, who [spoke to the Courier]({AT}), said: “I saw the bridge go.”",
        f"The [Harbour Agency]({AT}) closed the bridge. The agency called it “a heap of rust”.",
        f"The [Transport Council]({AT}) met on Monday. The council called the bridge “a heap of rust”.",
        f"---\nlang: de\n---\nDie [Umweltbehörde]({AT}) sperrt die Brücke. Die Behörde spricht von „Lebensgefahr“.",
        f"---\nlang: de\n---\nDas zeigen Zahlen des [Möbelverbands]({AT}). Der Verband erwartet „keine Wende“.",
        f"The ruling, [published in May]({AT}), is short. Her verdict: “The bridge was a heap of rust.”",
        f"Ann Lee [told the Courier]({AT}) the bridge was “done”. It fell in May. “I saw it go,” she said.",
    ],
)
def test_the_link_is_that_of_the_words(text: str) -> None:
    said = [each for each in attributions(text, format="markdown") if each.kind != "indirect"]
    assert {each.cited for each in said} == {(AT,)}


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee, who [was born in Leeds]({AT}), said: “I saw the bridge go.”",
        f"Ann Lee has seen [the report]({AT}) and called it “a heap of rust”.",
        f"The [Harbour Road]({AT}) was closed. The agency called it “a heap of rust”.",
        f"Ann Lee [told the Courier]({AT}) the bridge was “done”. It fell. It sank. It is gone. “I saw it go,” she said.",
        f"Ann Lee [told the Courier]({AT}) the bridge was “done”. Tom Holm said that it sank in May. “I saw it go,” she said.",
    ],
)
def test_other_links_are_not(text: str) -> None:
    said = [each for each in attributions(text, format="markdown") if each.kind != "indirect"]
    assert said[-1].cited == ()


@pytest.mark.parametrize(
    "text",
    [
        "lang: es\n---\nEl ministro no calla. «Las obras no se miden en años», declaró a Onda Levante.",
        "lang: es\n---\nEl ministro no calla. «Las obras no se miden en años», dijo a Canal Ribera.",
        "lang: fr\n---\nLe ministre a répondu. « Les travaux avancent bien », a-t-il confié à Onde Brévenne.",
    ],
)
def test_who_was_told_does_not_say_it(text: str) -> None:
    [said] = attributions(f"---\n{text}", format="markdown")
    assert (said.speaker_name or "").split()[-1:] not in (["Levante"], ["Ribera"], ["Brévenne"])
