"""Labels of sites in other languages than English: related reading, advertising, calls to follow, credits, who wrote it.

A label stands alone or before a colon or dash, so that a sentence that begins with the
same words is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.intake.blocks.forms.rule import Rule, rule

_READ_ALSO = (
    # German, Dutch, Scandinavian, Finnish
    r"lesen\ sie\ (?:auch|mehr|hierzu|dazu)|auch\ interessant|mehr\ zum\ thema|mehr\ dazu|mehr\ lesen|zum\ thema|das\ könnte\ (?:sie|dich)\ auch\ interessieren|passend\ dazu"
    r"|lees\ (?:ook|meer|verder)|bekijk\ ook|zie\ ook|les\ (?:også|mer)|læs\ (?:også|mere)|läs\ (?:också|mer|även)|se\ (?:også|också)|hør\ også|lue\ (?:myös|lisää)|katso\ myös"
    # French, Spanish, Portuguese, Italian, Romanian
    r"|[àa]?\s?lire\ (?:aussi|également)|voir\ aussi|sur\ le\ même\ (?:sujet|thème)|(?:lee|lea|leer)\ (?:también|más)|(?:también\ )?te\ puede\ interesar|ver\ también|mira\ también|noticias?\ relacionadas?"
    r"|(?:leia|veja|confira)\ (?:também|mais)|saiba\ mais|leggi\ anche|(?:vedi|guarda)\ anche|potrebbe\ interessarti(?:\ anche)?|cite[sșş]te\ [sșş]i|vezi\ [sșş]i"
    # Polish, Czech, Slovak, Hungarian, Greek, Russian, Ukrainian
    r"|(?:czytaj|zobacz|przeczytaj|sprawdź)\ (?:też|także|również|więcej)|(?:čtěte|přečtěte\ si)\ (?:také|též|více)|(?:čítajte|prečítajte\ si)\ (?:aj|viac|tiež)|olvassa\ el\ ezt\ is|olvasta\ már\?.{0,120}|διαβ[άα]στε\ (?:επ[ίι]σης|ακ[όο]μη|ακ[όο]μα)"
    r"|(?:читайте|смотрите)\ (?:также|ещё|еще|подробнее|також|ще)|по\ теме"
    # Turkish, Indonesian, Vietnamese, Arabic, Persian, Hindi, Chinese, Japanese, Korean
    r"|(?:bunlar\ da\ )?ilginizi\ çekebilir|[iİ]̇?lgili\ haber(?:ler)?|baca\ juga|lihat\ juga|simak\ juga(?:\ video)?|xem\ thêm|đọc\ thêm|[اإ]قر[أا]\ أيض[اً]{1,2}|بیشتر\ بخوانید|(?:यह|ये|इसे)\ भी\ पढ़ें"
    r"|相关阅读|延伸阅读|相关新闻|相關新聞|延伸閱讀|関連記事|関連ニュース|あわせて読みたい|\[?관련\s?기사\]?(?:\ .{2,80})?|شاهد\ أيض[اً]{1,2}"
)
_ADVERTISING = (
    r"anzeige|werbung|publicité|publicidade?|pubblicità|annons|annonse|annonce|advertentie|reklam[ae]?|реклама|mainos|hirdetés|διαφ[ήη]μιση|oglas|publicitate|iklan|quảng\ cáo|โฆษณา|פרסומת|tangazo|pub"
    r"|广告|廣告|広告|광고|إعلان|विज्ञापन|продолжение\ после\ рекламы|la\ suite\ après\ (?:la\ publicité|cette\ publicité)|continúa\ (?:después|tras)\ (?:de\ )?la\ publicidad"
    r"|la\ suite\ de\ l[’']article\ après\ la\ publicité|articolul\ continuă\ după\ reclamă|článek\ pokračuje\ pod\ \w+|článok\ pokračuje\ pod\ \w+|dalsza\ część\ (?:artykułu\ )?pod\ .{3,30}|(?:artiklen|artikkelen|saken|artikeln)\ fort\w+\ (?:efter|etter|under)\ (?:billedet|bildet|bilden|videoen|videon|annonsen)|juttu\ jatkuu\ \w+\ (?:alla|jälkeen)|lees\ verder\ onder\ .{3,20}|tekst\ gaat\ verder\ onder\ .{3,20}|saken\ oppdateres|continua\ (?:após|depois)\ (?:a|da)\ publicidade|(?:artiklen|saken|artikeln)\ fort\w+\ (?:efter|etter|under)\ (?:annons\w+|annonc\w+)|lees\ verder\ onder\ de\ advertentie"
    r"|der\ artikel\ wird\ nach\ der\ anzeige\ fortgesetzt|juttu\ jatkuu\ mainoksen\ jälkeen|ciąg\ dalszy\ (?:artykułu\ )?pod\ reklamą"
)
_SHARED = (
    r"a\ (?:post|photo|video|reel)\ (?:shared|posted)\ by|(?:view|see)\ this\ post\ on|ein\ (?:beitrag|video)\ geteilt\ von|sieh\ dir\ diesen\ beitrag\ auf|une\ publication\ partagée\ par|voir\ cette\ publication\ sur"
    r"|una\ publicación\ compartida\ (?:de|por)|ver\ esta\ publicación\ en|(?:um|uma)\ (?:post|publicação)\ (?:compartilhad|partilhad)[oa]\ por|ver\ essa\ foto\ no|un\ post\ condiviso\ da|visualizza\ questo\ post\ su"
    r"|een\ bericht\ gedeeld\ door|et\ (?:opslag\ delt\ af|innlegg\ delt\ av)|ett\ inlägg\ delat\ av|post\ udostępniony\ przez|публикация\ от"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽĆČŁŚА-ЯІЇЄҐ][\w.’'-]+"
_NAMES = rf"(?-i:{_CAPITAL}(?:\ (?:(?:de|da|del|di|van|von|der|den|la|le|el|al)\ )*{_CAPITAL}){{1,3}})"

RULES: Sequence[Rule] = (
    rule("banner", "a related link", rf"\W*(?:{_READ_ALSO})(?:\s*[:：|»>–—-].{{0,220}}|\W*)", longest=280),
    rule("banner", "an advertising label", rf"\W*(?:{_ADVERTISING})\W*", longest=80),
    rule("junk", "the label of an embedded post", rf"(?:{_SHARED})\b.{{0,140}}", longest=200),
    rule(
        "banner",
        "a call to follow",
        r"\W*(?:acompanhe|siga|sigue|síguenos|suivez|folgen?|seguici|volg|følg|följ|seuraa|obserwuj|ακολουθήστε|подписывайтесь|підписуйтесь|takip|ikuti|abonnieren|abonnez|abone|inscreva|iscriviti|suscríbete)\b"
        r"(?!.*[“”«\"]).{0,120}\b(?:facebook|twitter|instagram|telegram|whats\s?app|youtube|newsletters?|tik\s?tok|google\ news|телеграм|дзен)\b.{0,60}",
        longest=240,
    ),
    rule(
        "credit",
        "a picture credit",
        r"\W*(?:fotos?|photos?|bild(?:er)?|imagem|imagen|fotografía|crédit(?:o|os|s)?(?:\ photo)?|billede|bilde|kuva|zdjęcie|fotó|címlapkép|foto(?:grafie)?|ảnh|φωτογραφ[ίι]α|fotoğraf|фото|图片来源|題圖|写真|사진)\s*[:：=/©]\s*.{2,90}(?<![.!?。])|fot\.\ .{2,60}",
        longest=110,
    ),
    rule(
        "metadata",
        "who wrote it, in the page's language",
        rf"(?-i:Von|Par|Por|Di|Door|Av|Af|Oleh|Autor(?:in|a)?:|Автор:|Аутор:|Texte?\ ?:|Texto:|Testo\ di)\ {_NAMES}(?:,?\ (?:und|et|y|e|en|og|och|dan)\ {_NAMES})?",
        longest=90,
    ),
    rule(
        "metadata",
        "a label of the page",
        r"\W*(?:责任编辑|責任編輯|编辑|編輯|本?文?原标题|来源|來源|作者|记者|校对|审校|监制)\s*[:：]\s*.{1,60}",
        longest=100,
    ),
)
