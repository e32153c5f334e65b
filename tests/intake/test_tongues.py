"""What sites set among the paragraphs in other languages than English. All lines are invented or words of every site."""

from __future__ import annotations

import pytest

from tellings.intake import blocks

_BEFORE = "The harbour bell of the old port was found on Sunday in a barn, the keeper of the quay said."
_AFTER = "It had been missing since the storm of last year, when the tower fell into the sea, he said."

FURNITURE = {
    "de": "Jetzt Newsletter abonnieren / Alle Rechte vorbehalten / Quelle: dpa / (dpa) / 3 Min. Lesezeit / Teilen / Zum Thema: Fähre verkauft / Stand: 12.03.2021 08:00 Uhr",
    "fr": "Inscrivez-vous à notre newsletter / Temps de lecture : 3 min / Mis à jour le 12 mars 2021 / Partager sur Facebook / La suite de l'article après la publicité / (Avec AFP)",
    "es": "Suscríbase aquí a nuestro boletín / 3 minutos de lectura / Más información / Actualizado: 12/03/2021 08:00 / También te puede interesar: Venden el ferry / Fuente: EFE",
    "it": "© RIPRODUZIONE RISERVATA / Tempo di lettura: 3 minuti / Condividi / Potrebbe interessarti anche / Fonte: Ansa / Aggiornato alle 08:00",
    "pt": "Assine nossa newsletter / Todos os direitos reservados / Compartilhar / Atualizado em 12/03/2021 08h00 / Notícias relacionadas",
    "nl": "Schrijf je in voor onze nieuwsbrief / Deel dit artikel / Leestijd 3 min / Bron: ANP / Meer over dit onderwerp",
    "sv": "Prenumerera på vårt nyhetsbrev / Källa: TT / Lästid: 3 min / Uppdaterad 12 mars 2021 / Dela artikel",
    "no": "Saken oppdateres. / Artikkelen fortsetter under bildet / Oppdatert 12. mars 2021 / Kilde: NTB / Del artikkelen",
    "da": "Artiklen fortsætter under billedet / Tilmeld dig vores nyhedsbrev / Opdateret 12. marts 2021",
    "fi": "Juttu jatkuu kuvan alla. / Tilaa uutiskirje / Lähde: STT / Jaa artikkeli",
    "pl": "Dalsza część artykułu pod materiałem wideo / Wszelkie prawa zastrzeżone / Fot. Ned Moor / Źródło: PAP",
    "cs": "Článek pokračuje pod reklamou / Přihlaste se k odběru newsletteru / Zdroj: ČTK / Diskuze",
    "hu": "Olvasta már? Eladták a kompot / Iratkozzon fel hírlevelünkre / Minden jog fenntartva / Megosztás",
    "ro": "Citeşte şi / Articolul continuă după reclamă / Abonează-te la newsletter / Sursa: Agerpres",
    "ru": "Подпишитесь на рассылку / Материалы по теме / Автор: Ада Квилл / Время чтения: 3 минуты / Поделиться",
    "uk": "Усі права захищені / Джерело: УНІАН / За темою",
    "el": "ΔΙΑΒΑΣΤΕ ΑΚΟΜΗ / ΔΙΑΦΗΜΙΣΗ / Φωτογραφία: ΑΠΕ / Ακολουθήστε μας στο Google News",
    "tr": "İlgili Haber: Feribot satıldı / Haberin devamı için tıklayın / Tüm hakları saklıdır / Kaynak: AA",
    "ar": "اشترك في النشرة الإخبارية / جميع الحقوق محفوظة / شاهد أيضا / المصدر: وكالات",
    "ja": "無断転載を禁じます / （共同） / この記事は有料会員限定です。残り500文字 / シェア",
    "zh": "推荐阅读 / （责编：青木、花子） / 版权声明：未经授权不得转载。",
    "ko": "[관련기사] 페리 매각 / 저작권자 ⓒ 마로우포스트, 무단 전재 및 재배포 금지 / 김하나 기자 hana@marrow.example / 댓글",
    "id": "Simak juga Video: Feri dijual / Penulis: Ada Quill / Halaman Selanjutnya / Sumber: Antara",
    "vi": "Tin liên quan / Quảng cáo / Ảnh: TTXVN / Đăng ký nhận bản tin",
}


def kind(line: str) -> str:
    """What a line is that stands between two paragraphs."""
    text = f"{_BEFORE}\n\n{line}\n\n{_AFTER}"
    return next(block.kind for block in blocks.mark(text) if block.span.start >= len(_BEFORE))


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language, lines in FURNITURE.items() for line in lines.split(" / ")]
)
def test_furniture_is_known_by_its_words_in_the_languages_of_news(language: str, line: str) -> None:
    """Sharing, sign-up, reading time, rights, sources, dates of printing, what is held back."""
    assert kind(line) != "body"


@pytest.mark.parametrize(
    "line",
    [
        "Teilen will er das Erbe mit seinem Bruder, sagte der Wärter am Abend.",
        "Quelle der Unruhe ist nach Ansicht des Rates das neue Tor.",
        "Stand der Dinge war am Abend, dass niemand die Glocke gesehen hatte.",
        "Publié en mars, le rapport du gardien ne dit rien de la cloche.",
        "Fuentes del consejo dijeron que la campana sigue en el granero.",
        "Partager les frais, c'est ce que propose le conseil du port.",
        "Aggiornato il bilancio, il consiglio ha votato per la campana.",
        "Подпишитесь под прошением, сказал сторож жителям порта.",
        "Annonsen ledde vakten till ladan där klockan låg.",
        "Alle Rechte an der Glocke liegen beim Rat, sagte der Wärter.",
        "出典は不明だが、鐘は百年前のものとみられると番人は話した。",
    ],
)
def test_a_sentence_that_begins_with_such_words_is_none(line: str) -> None:
    """It goes on, and ends as sentences do."""
    assert kind(line) == "body"
