"""What pages say that stand where an article should: words as data, in the languages of the open web.

All are regular expressions on lower-case text with typewriter apostrophes. ``*_NAMES`` match the whole of
a title, of a part of one, or of a heading; ``*_SENTENCES`` match the beginning of a sentence.
"""

import re
from collections.abc import Iterable


def _any(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(phrases) + ")"


def names(*phrases: str) -> re.Pattern[str]:
    """Matches any of the phrases; to be used with ``fullmatch``."""
    return re.compile(_any(phrases))


def sentences(*phrases: str) -> re.Pattern[str]:
    """Matches any of the phrases where it begins a sentence that says hardly more.

    A sentence that goes on after a comma, or that stands in quotation marks, speaks about such words.
    """
    return re.compile(
        rf"(?:^|[.!?…:–。！？؟|] ?)(?:(?:sorry|oops|hmm|uh-oh)[,.!…]{{1,3}} ?(?:but )?)?{_any(phrases)}"
        r"[^.!?,;:\"“”„«»…。，]{0,60}(?:[.!?:…|。！？,]? ?$|[.!?:…|。！？])"
    )


_PAGE = "(?:page|story|article|content|post|video|link|url|document|resource)"
_PIECE = "(?:page|story|article|content|url|document)"  # what a site is asked for, and not what a page shows
ERROR_NAMES = names(
    r"(?:http )?(?:error:? ?)?404(?: \(?(?:error|not found|page not found)\)?)?!{0,3}1?",
    r"(?:error )?404[ :.!–-]*(?:error|(?:page )?not found|seite nicht gefunden|page introuvable|file not found)?",
    rf"(?:{_PAGE} |file )?not found",
    rf"(?:sorry, )?(?:this|the|that|your) (?:requested )?{_PAGE} (?:does not|doesn't) exist(?: anymore)?",
    rf"{_PAGE} (?:does not|doesn't) exist",
    rf"(?:sorry, )?(?:(?:this|the) )?{_PAGE} (?:is )?(?:no longer available|not available|unavailable|(?:has )?expired|(?:was |has been )?removed|missing)",
    rf"(?:sorry, )?(?:this|the) {_PAGE} (?:could not|couldn't|cannot|can't) be found",
    r"(?:sorry,? )?we (?:could not|couldn't|cannot|can't) find (?:that|this|the|your) (?:page|story|article)(?: you.{0,40})?",
    r"(?:oops|sorry|uh-oh|whoops)[!.…]*(?: ?(?:something went wrong|(?:that )?page not found|an error (?:has )?occurred))?",
    r"something went wrong|an error (?:has )?occurred|page error|error|fehler|erreur|hoppla|oups|ups|ошибка",
    r"(?:diese |die )?(?:seite|artikel|inhalt|beitrag|datei|url)(?: wurde)?(?: leider)? nicht (?:gefunden|vorhanden|verfügbar)",
    r"(?:cette |la )?(?:page|contenu)(?: est)? (?:introuvable|non trouvée|inexistante)|article introuvable|page non disponible",
    r"p[áa]gina no (?:encontrada|disponible|existe)|no se (?:ha )?encontr(?:ó|ado) la página|contenido no (?:encontrado|disponible)",
    r"pagina non (?:trovata|disponibile|esiste)|articolo non trovato|la pagina non esiste",
    r"p[áa]gina n[ãa]o (?:encontrada|existe|dispon[íi]vel)",
    r"(?:deze )?pagina (?:kan )?niet (?:worden )?gevonden|(?:deze )?pagina bestaat niet(?: meer)?",
    r"nie znaleziono strony|strona nie (?:została znaleziona|istnieje)|nie ma takiej strony",
    r"страница не (?:найдена|существует)|материал не найден|сторінк[уа] не знайден[оа]|старонка не знойдзена",
    r"sidan (?:kunde inte hittas|hittades inte|finns inte)(?: längre)?|(?:vi )?hittar inte sidan",
    r"siden (?:blev ikke fundet|ble ikke funnet|findes ikke|finnes ikke|kunne ikke findes)|fant ikke siden|(?:vi )?kunne ikke finde siden",
    r"sivua ei (?:löytynyt|löydy|ole olemassa)",
    r"stránka (?:nenalezena|nebyla nalezena|neexistuje|sa nenašla)|stránku se nepodařilo najít",
    r"az oldal nem található|a keresett oldal nem található|pagina nu a fost găsită|pagina nu există",
    r"sayfa bulunamadı|aradığınız sayfa bulunamadı",
    r"η σελίδα δεν (?:βρέθηκε|υπάρχει)|страницата не (?:е намерена|съществува)|stranica nije pronađena",
    r"(?:お探しの|指定された)?ページ(?:が|は)(?:見つかりません(?:でした)?|存在しません)(?:でした)?",
    r"(?:您访问的|抱歉，?)?(?:页面|网页|頁面|文章)(?:不存在|未找到|找不到|已删除)|找不到(?:页面|網頁|頁面|网页)",
    r"(?:요청하신 )?페이지를 찾을 수 (?:없습니다|없음)|존재하지 않는 페이지(?:입니다)?",
    r"(?:عذرا،? )?الصفحة (?:غير موجودة|المطلوبة غير موجودة)|لم يتم العثور على الصفحة|صفحه (?:یافت|پیدا) نشد|صفحه مورد نظر یافت نشد",
    r"(?:ה)?(?:דף|עמוד) לא נמצא|ไม่พบหน้า(?:ที่คุณต้องการ)?|không tìm thấy trang|trang không tồn tại|halaman tidak ditemukan|पृष्ठ नहीं मिला",
)
ERROR_SENTENCES = sentences(
    rf"(?:sorry, )?the {_PIECE} (?:that )?you(?: are|'re|'ve| have)? ?(?:were )?(?:looking for|requested|tried to (?:reach|access|open)|followed|trying to (?:reach|view|access))",
    rf"(?:sorry, )?we (?:could not|couldn't|cannot|can't|were unable to) find (?:the|that|this|a) {_PIECE}",
    rf"(?:sorry, )?(?:this|the|that) (?:requested )?{_PIECE} (?:is no longer available|isn't available|is not available|(?:has been|was) (?:removed|deleted)|(?:has )?expired|no longer exists|does not exist|doesn't exist|(?:could not|couldn't|cannot|can't) be found)",
    r"the requested (?:url|page|resource)(?: \S{1,200})? (?:was not found|could not be found|does not exist)",
    r"nothing (?:was found|to see here)|that's an error|it looks like nothing was found",
    r"die (?:von (?:ihnen|dir) )?(?:gesuchte|angeforderte|gewünschte|aufgerufene) (?:seite|adresse)",
    r"(?:der|dieser) (?:artikel|beitrag|inhalt) (?:ist|wurde)(?: leider)? (?:nicht mehr|nicht|gelöscht|entfernt)",
    r"la page (?:que vous (?:recherchez|demandez|cherchez)|demandée|recherchée)|cet article n'(?:existe|est) plus",
    r"(?:lo sentimos, )?la página que (?:buscas?|está buscando|ha solicitado|intentas)|este artículo ya no",
    r"la pagina (?:che (?:stai cercando|hai richiesto|cerchi)|richiesta)|a página que (?:você )?(?:procura|procurou|está procurando)",
    r"de (?:door u )?(?:gevraagde |opgevraagde )?pagina (?:die (?:je|u) zoekt|bestaat niet)|strona, której szukasz|запра?шиваемая страница|такой страницы",
    r"(?:запитувана|такої) сторінк|sidan du (?:söker|letar)|siden du (?:leter|leder)|požadovaná stránka|etsimääsi sivua|(?:aradığınız|istediğiniz) sayfa",
)
PARKED = re.compile(
    r"(?:this|the|your) (?:domain|website|web address)(?: name)?(?: \S{1,80})? (?:is|may be|might be|could be) (?:for sale|available for purchase|parked|listed for sale)|"
    r"(?:buy|purchase|get) this domain|domain (?:name )?(?:is )?for sale|this domain (?:has expired|is registered|name has expired)|"
    r"parked (?:free of charge|domain|page)|domain(?: name)? parking|diese domain (?:steht|ist) (?:zum verkauf|zu verkaufen|geparkt)|"
    r"ce (?:nom de )?domaine est à vendre|este dominio está (?:en venta|a la venta)|questo dominio è in vendita|домен продается|домен продаётся|"
    r"welcome to nginx!|apache2? (?:\w+ )?default page|it works!|iis windows server|site (?:not|isn't) (?:configured|published)|"
    r"account (?:has been )?suspended|this site (?:is|has been) (?:suspended|disabled)|future home of"
)
BOT_NAMES = names(
    r"just a moment\.{0,3}|one moment, please\.{0,3}|attention required!?|access denied|access to this page has been denied|access is (?:temporarily )?(?:denied|restricted)",
    r"(?:[\w. -]{1,40}: )?are you (?:a robot|a human|human)\??|pardon our interruption\.{0,3}|(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human(?: \(.{0,40}\))?",
    r"(?:human|bot|browser|security) (?:verification|check|challenge)|security check(?: required)?|captcha(?: challenge)?|please wait\.{0,3}|robot check|ddos-guard",
    r"(?:sorry, )?you (?:have been|were|are) (?:blocked|unable to access.{0,60})|checking (?:your browser|if the site connection is secure).{0,80}|making sure you'?re not a bot!?",
    r"403 forbidden|forbidden|error 1020|(?:451:? ?)?unavailable (?:due to|for) legal reasons.{0,40}|sucuri website firewall.{0,40}|vercel security checkpoint|"
    r"(?:this (?:content|site|website) is )?not available in your (?:country|region)|(?:please )?enable (?:cookies|js|javascript) and.{0,60}",
)
BOT_SENTENCES = sentences(
    r"(?:please )?(?:verify|confirm|prove) (?:that )?you(?: are|'re) (?:a |not a )?(?:human|robot|bot)",
    r"(?:our systems have |we(?:'ve| have) )?detected unusual (?:traffic|activity)|checking your browser before|ddos protection by",
    r"(?:press|click) (?:&|and) hold|please complete the (?:security check|captcha)|complete the captcha|request unsuccessful|"
    r"please enable (?:js|javascript|cookies) and disable any ad ?blocker|enable javascript and cookies to continue",
    r"you (?:don't|do not) have permission to access|as you were browsing something about your browser|why have i been blocked|"
    r"in order to continue, we need to verify|we recognize you are attempting to access this website from a country",
)
BOT_MARKS = re.compile(
    rb"_cf_chl_opt|captcha-delivery\.com|px-captcha|_Incapsula_Resource|awswaf\.com|/cdn-cgi/challenge-platform/h/|"
    rb"class=[\"']?(?:g-recaptcha|h-captcha|cf-turnstile)|ddos-guard|sucuri_cloudproxy|/\.within\.website/x/cmd/anubis|kpsdk",
    re.IGNORECASE,
)
CONSENT_NAMES = names(
    r"before you continue(?: to .{0,60})?|(?:cookie|privacy|your privacy) (?:consent|settings|choices|preferences|notice)|your privacy(?: choices)?|manage (?:your )?(?:cookies|consent)",
    r"we (?:value|respect|care about) your privacy|your data[,.] your (?:choice|experience).{0,30}|(?:[\w. -]{1,30}: )?zustimmung|einwilligung|datenschutzeinstellungen|cookie-einstellungen",
    r"bevor sie (?:fortfahren|zu .{0,60}weitergehen).{0,60}|.{0,40}mit werbung (?:weiter)?(?:lesen|nutzen).{0,60}|wir (?:schätzen|respektieren|achten|schützen) .{0,20}(?:datenschutz|privatsphäre|daten)|(?:der )?schutz ihrer (?:daten|privatsphäre).{0,40}|ihre privatsphäre.{0,40}",
    r"(?:le respect de )?votre vie privée.{0,60}|nous respectons votre vie privée|avant de continuer.{0,60}|valoramos (?:tu|su) privacidad|antes de (?:continuar|ir a).{0,60}|"
    r"(?:la tua|la vostra) privacy.{0,40}|prima di continuare.{0,60}|voordat je verdergaat.{0,60}|dbamy o twoją prywatność|szanujemy .{0,20}prywatność",
)
CONSENT_SENTENCES = sentences(
    r"we (?:and|use cookies and) (?:our )?(?:\d{1,5} )?(?:\w+ )?(?:partners|data).{0,200}",
    r"(?:if you click|by clicking) '?(?:accept all|i agree|agree).{0,200}",
    r"(?:please )?(?:accept|consent to|allow) (?:all |the use of |our )?cookies to (?:continue|view|read)|to (?:continue|view this page), (?:please )?accept.{0,60}",
    r"(?:wir und unsere|nos partenaires et nous|nous et nos|nosotros y nuestros|noi e i nostri|wij en onze).{0,200}",
)
_NOT_TO_SPEAK = r"(?! (?:to|before you can|in order to) .{0,20}(?:comment|post|reply|vote|rate|save|follow|share|like|join|take part))"
LOGIN_NAMES = names(
    r"(?:please )?(?:log|sign)[ -]?in(?: to (?:your account|continue|[\w ]{1,30}))?|login(?: required)?|(?:sign|log) ?(?:in|up) (?:or|/) (?:register|sign ?up|sign ?in)|members? only|register|sign up|create (?:an|your) account",
    r"anmelden|anmeldung|einloggen|connexion|se connecter|identifiez-vous|iniciar sesión|inicia sesión|accedi|entrar|inloggen|zaloguj(?: się)?|logowanie|войти|вход|авторизация|увійти|logga in|log ind|logg inn|kirjaudu|ログイン|登录|登入|로그인|تسجيل الدخول",
)
LOGIN_SENTENCES = sentences(
    r"(?:please |you (?:must|need to|have to) )?(?:be )?(?:log|sign|logged|signed) ?in (?:or (?:register|sign up|create an account) )?to (?:continue|(?:view|see|read|access) (?:this|the|full|more|our))(?!.{0,30}comment)",
    rf"please (?:log|sign) ?in{_NOT_TO_SPEAK}|you (?:must|need to|have to) (?:be )?(?:logged in|signed in|log in|sign in|login){_NOT_TO_SPEAK}|this (?:page|content|article) (?:is (?:only )?(?:available|visible) (?:only )?(?:to|for)|requires) (?:registered|logged[ -]in|a login)",
    r"(?:register|create (?:a free|an|your free) account|sign up)(?: now)?(?: for free)? to (?:continue|keep|read|view|access|unlock)",
    r"bitte (?:melden sie sich|loggen sie sich|melde dich)|(?:jetzt )?(?:kostenlos )?(?:registrieren|anmelden),? (?:und|um) .{0,20}(?:weiterlesen|weiterzulesen|lesen)",
    r"(?:connectez-vous|inscrivez-vous|identifiez-vous|créez un compte) pour (?:lire|continuer|accéder)|(?:inicia sesión|regístrate) para (?:seguir|continuar|leer)",
)
PAYWALL_SENTENCES = sentences(
    r"(?:please )?subscribe (?:now |today )?(?:to|and) (?:continue|keep|read|unlock|get (?:full|unlimited) access|access)|to (?:continue|keep) reading[ ,]|(?:continue|keep) reading (?:with a (?:subscription|free trial)|for (?:just |only )?[€$£])",
    r"(?:this|the) (?:article|story|content|page|feature|post)(?: is|'s)? (?:is )?(?:available )?(?:exclusive(?:ly)?|only|reserved|available)?(?: available)?(?: only)?(?: exclusively)? ?(?:for|to) (?:our |paying |paid |premium )?(?:subscribers|members)",
    r"(?:this )?(?:exclusive(?:ly)?|only) (?:for|to|available to) (?:our )?subscribers|(?:already a|become a) subscriber to (?:continue|keep|read)|become a (?:subscriber|member) to (?:continue|keep|read|unlock)",
    r"you(?:'ve| have) (?:reached|used|read|hit) (?:your|all|the|\d+)(?: \w+)? ?(?:limit|free articles|articles|last free|monthly)|you(?:'ve| have) \d+ free articles? (?:left|remaining)",
    r"(?:start|begin) your (?:free )?(?:trial|subscription)(?: now| today)? to (?:read|continue|keep|unlock|access)|unlock (?:this|the full) (?:article|story)|(?:subscriber|subscribers|premium|members)[- ]only (?:content|article|story)|"
    r"(?:the )?(?:rest|remainder) of this (?:article|story) is|to read the (?:full|rest of the|whole) (?:article|story),? (?:please )?(?:subscribe|log in|sign (?:in|up)|register)|log in or subscribe to (?:continue|read|keep)|this is (?:a )?(?:subscriber|premium|members?)[- '](?:only |s )?(?:article|story|content|post)",
    r"(?:jetzt )?(?:weiterlesen|weiter lesen|lesen sie weiter) mit|(?:dieser|der) (?:artikel|inhalt|text|beitrag) ist (?:nur |exklusiv |kostenpflichtig|ausschließlich )?(?:für|mit|abonnenten|ein|teil|kostenpflichtig)?.{0,20}(?:abonnent|abo|plus|kostenpflichtig)|nur für abonnenten|exklusiv für abonnenten",
    r"(?:cet )?article (?:est )?réservé (?:à nos|aux) abonnés|(?:il vous reste \d{1,3} ?% de cet article|la suite est réservée)|abonnez-vous pour (?:lire|continuer|accéder|découvrir)|pour lire la suite|(?:contenido|artículo|noticia) (?:exclusiv[oa]|solo) para (?:suscriptores|socios|abonados)|suscríbe(?:te|se) para (?:seguir|continuar|leer)",
    r"(?:contenuto|articolo) riservato agli abbonati|abbonati per (?:continuare|leggere)|(?:conteúdo|matéria) exclusiv[oa] para assinantes|assine para continuar|(?:dit )?artikel is alleen voor abonnees|exclusief voor abonnees|"
    r"(?:материал|статья|полный текст) доступн?а?(?:ен)? (?:только )?(?:по подписке|подписчикам)|artykuł (?:dostępny )?(?:tylko )?dla (?:prenumeratorów|subskrybentów)|endast för prenumeranter|läs vidare med|for abonnenter",
)
NEEDS_SCRIPT = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?|allow) (?:js\b|javascript)|javascript (?:is|has been|must be|to be) "
    r"(?:disabled|required|not available|not enabled|turned off|enabled)|without javascript|doesn't work (?:properly )?without|"
    r"javascript (?:aktivieren|zu aktivieren|ist deaktiviert)|activer (?:le )?javascript|(?:active|activar|habilitar|habilite) javascript|"
    r"(?:включите|включить) (?:поддержку )?javascript|abilit(?:a|are) javascript|(?:włącz|obsługę) javascript"
)
