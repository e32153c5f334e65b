"""A text that is not English is told by its language; English stays English, however short or full of names."""

from __future__ import annotations

import pytest

from tellings.intake import languages

OTHERS = {
    "de": "Die Fähre stieß am Dienstag gegen den Pier von Orrin, siebzehn Menschen wurden verletzt, sagte die Polizei.",
    "fr": "Le bac a heurté mardi la jetée d'Orrin ; dix-sept personnes ont été blessées, a annoncé la mairie.",
    "es": "El transbordador chocó el martes contra el muelle de Orrin y diecisiete personas resultaron heridas.",
    "pl": "Prom uderzył we wtorek w molo w Orrin, siedemnaście osób zostało rannych, powiedziała burmistrz.",
    "da": "Færgen stødte tirsdag ind i molen i Orrin, og sytten mennesker kom til skade, sagde borgmesteren.",
    "ru": "Во вторник паром ударился о причал в Оррине, семнадцать человек получили ранения, сообщила мэр.",
    "zh": "星期二,渡轮撞上了奥林港的石码头,十七人受伤。市长说,他们六年来一直要求增派第二艘船,但一直没有得到答复,只能继续等待。",
    "ar": "اصطدمت العبارة يوم الثلاثاء برصيف أورين، وأصيب سبعة عشر شخصا، حسبما قالت رئيسة البلدية للصحفيين.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_told(language):
    """A sentence of news is enough, in any script."""
    assert languages.guess(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Ferry strikes stone pier, seventeen hurt; mayor asks council again about second boat",
        "Halloran 3, Osgood 2 (Marsh 14, 31, Adeyemi 77; Feld 9, Kestrel 81) Saltmere, attendance 1,204",
        "Fire",
        "",
        "1987 · 112 · 131",
    ],
)
def test_english_of_few_little_words_stays_english(text):
    """Headlines, results and numbers are not taken for another language."""
    assert languages.guess(text) == "en"
