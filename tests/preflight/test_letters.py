import pytest

from articles.records.languages import text
from articles.records.record import Reference
from tests.factories import a_public_record
from tests.preflight.cases import check_messages, found

FILLER = "Дала өсімдіктері мен олардың түрлері туралы айтылады. "


def a_body(sentence, **changes):
    return a_public_record(body=f"<p>{sentence}</p>", **changes)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Қaзақстан туралы", ["Қaзақстан"]),  # a Latin a
        ("жəне дала", ["жəне"]),  # schwa
        ("The cоmmunity", ["cоmmunity"]),  # a Cyrillic о
        ("YouTube-да, WeChat-тың, Wi-Fi-дың қолданылуы", []),
        ("Stipa capillata, Festuca valesiaca өсімдігі", []),
        ("XXI ғасыр, IV бөлім", []),
        ("https://example.org/жол/a файлы, a.b@example.org", []),
        ("кВт·сағ, рН 7, 3D-модель", []),
    ],
)
def test_mixed_letters_are_found_inside_words_alone(sentence, words):
    spots = [one.spot for one in found(a_body(sentence), "check_mixed_words")]

    assert [sentence[spot.start : spot.end] for spot in spots] == words


@pytest.mark.parametrize(
    ("sentence", "correction"),
    [
        ("ХХІ ғасыр", "Replace with “XXI”."),
        ("ХІХ ғ. аяғы", "Replace with “XIX”."),
        ("Х ғасырда", "Replace with “X”."),
    ],
)
def test_cyrillic_numerals_get_their_latin_form_as_remedy(sentence, correction):
    assert [str(one.remedy) for one in found(a_body(sentence), "check_cyrillic_numerals")] == [
        correction
    ]


@pytest.mark.parametrize(
    "sentence", ["XXI ғасыр", "Б.Х. Бахриев", "Х. Досмұхамедов", "ІІМ қызметкері", "УХ деген дыбыс"]
)
def test_latin_numerals_and_initials_are_no_cyrillic_numerals(sentence):
    assert check_messages(a_body(sentence), "check_cyrillic_numerals") == []


def test_a_word_is_reported_once_in_each_field():
    record = a_body("ХХІ ғасыр, ХХІ ғасыр", abstract=text("ХХІ ғасырдағы дала"))

    assert [one.field for one in found(record, "check_cyrillic_numerals")] == ["abstract", "body"]


def test_references_are_looked_through_too():
    record = a_public_record(references=(Reference(text="Сурмa И.В. Степь. – 2015. – 120 с."),))

    (finding,) = found(record, "check_mixed_words")

    assert (finding.field, str(finding.remedy)) == ("references[1].text", "Replace with “Сурма”.")


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        (
            "Өлеуметтік желі. Бұл әлеуметтік желі мен әлеуметтік орта.",
            ["“Өлеуметтік” is spelled “әлеуметтік” elsewhere (1 : 2)."],
        ),
        (
            "Оның рөлі зор, рөлі үлкен, ролі бөлек.",
            ["“ролі” is spelled “рөлі” elsewhere (1 : 2)."],
        ),
        ("Бұл әдіс. Бұл адис емес.", []),
        ("Бала көзін ашты, көзін жұмды. «Көзің неткен нұрлы!»", []),  # two endings, not a slip
        ("Кімнің сөзі? Кімнің үні? Осында Кимнің еңбегі бар, кімнің болсын.", []),
        ("Тұр деді, түр мен тұр, қол мен кол.", []),
    ],
)
def test_one_word_spelled_two_ways_is_found_where_the_other_is_more_frequent(sentence, messages):
    assert check_messages(a_body(sentence), "check_variants") == messages


def test_a_name_with_a_capital_is_not_a_variant_of_a_common_word():
    record = a_body("Бұл кімнің сөзі, ол кімнің үні? Бізге Кимнің еңбегі керек.")

    assert check_messages(record, "check_variants") == []


def test_russian_texts_are_not_searched_for_kazakh_variants():
    record = a_public_record(
        language="ru", body="<p>Степи и степы, степи. Роль и роли, роли, роль, роли.</p>"
    )

    assert check_messages(record, "check_variants") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("дипломатиялық қарым-қатынасын дағы рөлі", "қарым-қатынасын дағы"),
        ("журна- лының мақаласы", "журна- лының"),
        ("экономика-лық мәселе", "экономика-лық"),
    ],
)
def test_split_words_are_found(sentence, words):
    assert check_messages(a_body(sentence), "check_split_words") == [
        f"“{words}”: a word may be split."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "тағы да дала, тың жер, тар жол, оның дер кезі, ген мен тегі",
        "ҚХР-ның, YouTube-тің, млрд-тың, 2021 жылдар",
        "екі- және үшжылдық, ұзақ- мен қысқа",
        "Қазақстан - Қытай, Алматы – Астана",
        "«Болашақ» ның мәні",
    ],
)
def test_endings_that_are_words_and_dashes_are_not_findings(sentence):
    assert check_messages(a_body(sentence), "check_split_words") == []


def test_a_russian_hanging_hyphen_is_right():
    record = a_public_record(language="ru", body="<p>одно- и двухлетние растения</p>")

    assert check_messages(record, "check_split_words") == []


def test_two_halves_that_are_one_word_elsewhere_are_noted():
    record = a_body("Киберәскер құрылды. Бұл киберәскер елдікі. Сол кибер әскер туралы.")

    (finding,) = found(record, "check_halves")

    assert (finding.level, str(finding.message)) == (
        "notes",
        "“кибер әскер”: a word may be split.",
    )


def test_a_particle_is_not_half_of_a_word():
    record = a_body("Қалада тұрады. Қалада болды. Бұл қала да үлкен.")

    assert check_messages(record, "check_halves") == []


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        ("Ол аяқталды.Содан кейін", ["“аяқталды.Содан”: a space may be missing."]),
        ("бұл қазақстанРесей шекарасы", ["“қазақстанРесей”: a space may be missing."]),
        ("КазНПУ, ЕврАзЭС, кВт, мРНК; қ.Алматы; www.example.org", []),
    ],
)
def test_lost_spaces_are_noted(sentence, messages):
    assert check_messages(a_body(sentence), "check_glued_words") == messages


LONG = FILLER * 60


@pytest.mark.parametrize(
    ("term", "missing"),
    [
        ("дала өсімдігі", []),  # өсімдіктері is a form of it
        ("дала түрі", []),
        ("цифрлік дала", ["цифрлік"]),
    ],
)
def test_keywords_appear_in_the_text_in_some_form(term, missing):
    record = a_body(LONG + "Цифрлық дала.", title={}, abstract={}, keywords={"kk": (term,)})

    assert check_messages(record, "check_keywords_in_text") == [
        f"“{term}”: “{word}” does not appear in the text." for word in missing
    ]


def test_without_a_full_text_keywords_are_not_checked():
    assert (
        check_messages(a_public_record(keywords={"kk": ("цифрлік",)}), "check_keywords_in_text")
        == []
    )
