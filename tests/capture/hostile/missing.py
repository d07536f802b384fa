"""Pages that are not there, and sites that do not say so."""

from audit.model import Outcome
from tests.capture.hostile.fault import STORY, Words, fault, ok
from tests.capture.hostile.frame import paper
from tests.capture.hostile.redirects import to
from tests.capture.server import http

CAPTURED, SOFT_404 = Outcome.CAPTURED, Outcome.SOFT_404
WHOLE = Words.WHOLE


ERRORS = [
    fault(f"soft 404: {name}", ok(page), SOFT_404)
    for name, page in (
        (
            "bare",
            "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.",
        ),
        (
            "English, framed",
            paper(
                "Page not found - Example News",
                "Page not found",
                "Sorry, we could not find the page you were looking for.",
            ),
        ),
        (
            "English, only in words",
            paper(
                "Example News",
                "Oops!",
                "The page you are looking for doesn’t exist or has been moved.",
            ),
        ),
        (
            "English, something went wrong",
            paper(
                "Example News",
                "Sorry, something went wrong",
                "We can’t find the page you requested. Try searching instead.",
            ),
        ),
        ("article removed", paper("Example News", "", "This article is no longer available.")),
        (
            "story expired",
            paper(
                "Example News",
                "Story no longer available",
                "The story you requested has expired and has been removed from our site.",
            ),
        ),
        (
            "content not available",
            paper("Error | Example News", "Sorry", "This content isn’t available right now."),
        ),
        ("404 as a heading", paper("Example News", "404", "Nothing to see here.")),
        ("error 404 in the title", paper("Error 404 (Not Found)!!1", "", "That’s an error.")),
        (
            "German",
            paper(
                "Seite nicht gefunden | Die Zeitung",
                "Seite nicht gefunden",
                "Die angeforderte Seite konnte leider nicht gefunden werden.",
            ),
        ),
        (
            "German, in words",
            paper("Die Zeitung", "Hoppla!", "Die von Ihnen gesuchte Seite existiert nicht mehr."),
        ),
        (
            "German, article",
            paper("Die Zeitung", "Artikel nicht gefunden", "Der Artikel ist nicht mehr verfügbar."),
        ),
        (
            "French",
            paper(
                "Page introuvable - Le Journal",
                "Page introuvable",
                "La page que vous recherchez n’existe pas ou plus.",
            ),
        ),
        ("French, in words", paper("Le Journal", "Oups !", "La page demandée n'existe pas.")),
        (
            "Spanish",
            paper(
                "Página no encontrada | El Diario",
                "Página no encontrada",
                "Lo sentimos, la página que buscas no existe.",
            ),
        ),
        (
            "Italian",
            paper(
                "Pagina non trovata - Il Giornale",
                "Pagina non trovata",
                "La pagina che stai cercando non esiste.",
            ),
        ),
        (
            "Portuguese",
            paper(
                "Página não encontrada",
                "Página não encontrada",
                "A página que você procura não existe.",
            ),
        ),
        (
            "Dutch",
            paper(
                "Pagina niet gevonden",
                "Pagina niet gevonden",
                "De pagina die je zoekt bestaat niet.",
            ),
        ),
        (
            "Polish",
            paper(
                "Nie znaleziono strony",
                "Nie znaleziono strony",
                "Strona, której szukasz, nie istnieje.",
            ),
        ),
        (
            "Russian",
            paper(
                "Страница не найдена",
                "Страница не найдена",
                "Запрашиваемая страница не существует или была удалена.",
            ),
        ),
        (
            "Ukrainian",
            paper("Сторінку не знайдено", "Сторінку не знайдено", "Такої сторінки не існує."),
        ),
        (
            "Swedish",
            paper("Sidan kunde inte hittas", "Sidan hittades inte", "Sidan du söker finns inte."),
        ),
        (
            "Danish",
            paper("Siden blev ikke fundet", "Siden findes ikke", "Vi kunne ikke finde siden."),
        ),
        (
            "Norwegian",
            paper("Siden ble ikke funnet", "Fant ikke siden", "Siden du leter etter finnes ikke."),
        ),
        ("Finnish", paper("Sivua ei löytynyt", "Sivua ei löydy", "Etsimääsi sivua ei löytynyt.")),
        (
            "Czech",
            paper(
                "Stránka nenalezena", "Stránka nebyla nalezena", "Požadovaná stránka neexistuje."
            ),
        ),
        ("Turkish", paper("Sayfa bulunamadı", "Sayfa bulunamadı", "Aradığınız sayfa bulunamadı.")),
        (
            "Japanese",
            paper(
                "ページが見つかりません",
                "お探しのページは見つかりませんでした",
                "ページが存在しないか、削除された可能性があります。",
            ),
        ),
        ("Chinese", paper("页面不存在", "页面未找到", "您访问的页面不存在或已被删除。")),
        (
            "Korean",
            paper(
                "페이지를 찾을 수 없습니다",
                "페이지를 찾을 수 없습니다",
                "요청하신 페이지가 존재하지 않습니다.",
            ),
        ),
        (
            "Arabic",
            paper(
                "الصفحة غير موجودة", "الصفحة غير موجودة", "عذرا، الصفحة التي تبحث عنها غير موجودة."
            ),
        ),
        ("Hebrew", paper("הדף לא נמצא", "הדף לא נמצא", "מצטערים, הדף שחיפשת אינו קיים.")),
        (
            "Greek",
            paper(
                "Η σελίδα δεν βρέθηκε", "Η σελίδα δεν βρέθηκε", "Η σελίδα που ζητήσατε δεν υπάρχει."
            ),
        ),
    )
]


TEASERS = [
    f"{n}. The minister opens a bridge that nobody had asked for, and the band plays."
    for n in range(18)
]
ERRORS += [
    fault(
        "soft 404: with other stories",
        ok(paper("Page not found | Example News", "Page not found", *TEASERS)),
        SOFT_404,
    ),
    fault("soft 404: plain text", ok("404 page not found\n", kind="text/plain"), SOFT_404),
    fault("soft 404: JSON", ok('{"error": {"code": 404}}', kind="application/json"), SOFT_404),
    fault(
        "soft 404: JSON message",
        ok('{"status": "error", "message": "Article not found"}', kind="application/json"),
        SOFT_404,
    ),
]

HOMES = [
    fault(
        f"soft 404: {path} leads to {home}",
        {
            path: to(home),
            home: ok(
                paper(
                    "Example News: all the news",
                    "Example News",
                    "Bridge opens in spring.",
                    "Ferry stops at noon.",
                )
            ),
        },
        SOFT_404,
        at=path,
    )
    for path, home in (
        ("/news/2024/05/old-bridge-vote", "/"),
        ("/story", "/"),
        ("/news/2024/05/old-bridge-vote", "/news/"),
        ("/world/europe/council-says-no-to-bridge-12345", "/world/europe"),
        ("/2024/05/council-says-no", "/index.html"),
        ("/article/123456", "/?redirected=1"),
        ("/news/council-says-no", "/404"),
        ("/news/council-says-no", "/not-found"),
        ("/news/council-says-no.html", "/error/404.html"),
        ("/news/council-says-no", "/search?q=council"),
    )
] + [
    fault(
        f"no soft 404: {path} leads to {final}",
        {path: to(final), final: ok(STORY)},
        CAPTURED,
        WHOLE,
        at=path,
        ends=final,
    )
    for path, final in (
        ("/news/council-says-no/amp", "/news/council-says-no"),
        ("/news/council-says-no?page=1", "/news/council-says-no"),
        ("/articles/123/council-says-no", "/articles/123"),
        ("/index.php", "/"),
        ("/s/abc", "/news/council-says-no"),
        ("/news/council-says-no/", "/news/council-says-no"),
        ("/2024/council-says-no", "/archive/2024/council-says-no"),
    )
]


PARKED = [
    fault(f"parked: {name}", ok(page), SOFT_404)
    for name, page in (
        (
            "for sale",
            "<title>example.test is for sale</title><h1>example.test</h1><p>This domain is for sale. Buy this domain now.</p>",
        ),
        (
            "may be",
            "<title>example.test</title><h1>The domain example.test may be for sale</h1><p>Click here to inquire.</p><ul><li>Credit cards<li>Flights<li>Insurance</ul>",
        ),
        (
            "parked",
            "<title>example.test</title><p>This domain is parked free of charge. Related searches: Loans, Hotels, Cars.</p>",
        ),
        (
            "German",
            "<title>example.test</title><p>Diese Domain steht zum Verkauf! Der Inhaber bietet sie hier an.</p>",
        ),
        (
            "expired",
            "<title>example.test has expired</title><p>This domain has expired. If you are the owner, renew it.</p>",
        ),
        (
            "default page",
            "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>",
        ),
    )
]


STATUSES = [
    fault(f"status {status}", http(f"{status} Status", b"<h1>No</h1>"), outcome, most=most)
    for status, outcome, most in (
        (400, Outcome.CLIENT_ERROR, 2),
        (401, Outcome.LOGIN_REQUIRED, 2),
        (402, Outcome.PAYWALLED, 2),
        (404, Outcome.NOT_FOUND, 2),
        (405, Outcome.CLIENT_ERROR, 2),
        (406, Outcome.CLIENT_ERROR, 2),
        (410, Outcome.GONE, 2),
        (418, Outcome.CLIENT_ERROR, 2),
        (429, Outcome.RATE_LIMITED, 4),
        (500, Outcome.SERVER_ERROR, 4),
        (501, Outcome.SERVER_ERROR, 4),
        (502, Outcome.SERVER_ERROR, 4),
        (503, Outcome.SERVER_ERROR, 4),
        (504, Outcome.SERVER_ERROR, 4),
        (520, Outcome.SERVER_ERROR, 4),
        (600, Outcome.BAD_RESPONSE, 4),
    )
] + [
    fault("404 with the story", http("404 Not Found", STORY), Outcome.NOT_FOUND),
    fault("500 with the story", http("500 Oops", STORY), Outcome.SERVER_ERROR),
    fault(
        "401 that asks for a password",
        http("401 Unauthorized", b"", 'WWW-Authenticate: Basic realm="x"'),
        Outcome.LOGIN_REQUIRED,
    ),
]

MISSING_PAGES = [*ERRORS, *HOMES, *PARKED, *STATUSES]
