from datetime import date

import pytest

from articles.preflight.references.romanized_entries import Pair, judge_pair
from articles.records.record import Reference
from articles.records.scripts import words
from tests.factories import a_public_record
from tests.preflight.cases import check_messages, found

ONE = Reference(
    text="Сурма И.В. Степные растения Казахстана // Вестник. – 2015. – № 49. – С. 221-243.",
    romanized="Surma I.V. Stepnyye rasteniya Kazakhstana [Plants], Vestnik, 49, 221-243 (2015).",
)
OTHER = Reference(
    text="Тестова А.Л. Кислородный режим прудов // Экология. – 2019. – № 3. – С. 199-211.",
    romanized="Testova A.L. Kislorodnyy rezhim prudov [Oxygen], Ekologiya, 3, 199-211 (2019).",
)


def with_list(*references, **changes):
    return a_public_record(references=references, **changes)


def pair(text, romanized):
    return with_list(Reference(text=text, romanized=romanized))


def test_each_entry_is_in_both_lists():
    record = with_list(ONE, Reference(text=OTHER.text))

    assert [one.field for one in found(record, "check_list_lengths")] == ["references[2].romanized"]


def test_a_single_list_is_a_journals_way():
    assert check_messages(with_list(Reference(text=ONE.text)), "check_list_lengths") == []


def test_two_entries_that_changed_places_are_found():
    record = with_list(
        Reference(text=ONE.text, romanized=OTHER.romanized),
        Reference(text=OTHER.text, romanized=ONE.romanized),
    )

    assert check_messages(record, "check_list_order") == [
        "Romanized entry 1 belongs to entry 2.",
        "Romanized entry 2 belongs to entry 1.",
    ]


@pytest.mark.parametrize(
    ("text", "romanized", "words"),
    [
        ("соперничества в Азии", "sopemichestva v Azii", ["sopemichestva"]),
        ("Смирнов А.И. Новая книга", "Smimov A.I. Novaya kniga", ["Smimov"]),
        ("Роль торговли сегодня", "Rol' trgovli segodnya", ["trgovli"]),
        ("Information systems today", "Infomration systems today", ["Infomration"]),
        ("Сұхбат деректерін талдау", "Sukhbat derekterin tadlau", ["tadlau"]),
    ],
)
def test_a_misprint_in_a_romanized_entry_is_found(text, romanized, words):
    spots = [one.spot for one in found(pair(text, romanized), "check_romanized")]

    assert [romanized[spot.start : spot.end] for spot in spots] == words


@pytest.mark.parametrize(
    ("text", "romanized"),
    [
        ("Чжао Л. Дипломатия Китая", "Zhao L. Diplomatiya Kitaya"),
        ("Чжао Хунвэй. Дипломатия Китая", "Zhao Hongwei. Diplomatiya Kitaya"),
        ("Бахриев Б.Х. Роль механизмов", "Bakhriev B.Kh. Rol mehanizmov"),  # Kh and х
        ("Образцов В.И. Чтение // Слово", "Obrazcov V.I. Chtenie // Slovo"),  # another scheme
        ("Малые озёра степной зоны", "Malye ozera stepnoi zony"),
        ("Объект права", "Obekt prava"),  # hard signs are often dropped
        ("Тесты // Биология. – 2019", "Testy // Biology. 2019"),  # a translated title
        ("Цифровая дипломатия", "Digital diplomacy"),
        ("Образцов В. Озёра. – М., 2019", "Obraztsov V. Ozera [Lakes of the stepe]. Moscow, 2019"),
        ("Exampleman R. Questioning texts", "Exampleman R. Questioning texts"),
        ("Доклад ООН. – Нью-Йорк, 2019", "Doklad OON. New York, 2019"),
        ("Сайт. – URL: https://example.org/slovo", "Sayt. URL: https://example.org/slova"),
        ("Ғылым мен қоғам", "Gylym men qogam"),
        ("Ғылым мен қоғам", "Ghylym men qogham"),
    ],
)
def test_names_translations_and_other_schemes_are_no_misprints(text, romanized):
    assert check_messages(pair(text, romanized), "check_romanized") == []


def test_the_own_spelling_of_a_name_is_only_a_note():
    record = pair("Шмидтов К.А. Новая книга", "Schmidtov K.A. Novaya kniga")

    assert [one.level for one in found(record, "check_romanized")] == ["notes"]


URL = "Книга. – URL: {} (дата обращения: {})."
LATIN = "Kniga. Available at: {} (accessed {})."


@pytest.mark.parametrize(
    ("original", "romanized", "count"),
    [
        ("https://example.org/a/1", "https://example.org/a1", 1),
        ("http://www.example.org/a/", "https://Example.org/a", 0),
        ("https://example.org/a", "https://example.org/a.", 0),
    ],
)
def test_addresses_of_the_two_entries_are_compared(original, romanized, count):
    record = pair(URL.format(original, "20.01.2023"), LATIN.format(romanized, "20.01.2023"))

    assert len(found(record, "check_addresses")) == count


@pytest.mark.parametrize(
    ("original", "romanized", "days", "impossible"),
    [
        ("20.01.2023", "20.01.2023", [], []),
        ("20.01.2023", "2023-01-20", [], []),
        (
            "20.01.2023",
            "02.01.2023",
            ["Day of access: “20.01.2023” in the original, “02.01.2023” in the romanized entry."],
            [],
        ),
        (
            "07.02.2021",
            "07.0.2021",
            ["Day of access: “07.02.2021” in the original, “07.0.2021” in the romanized entry."],
            ["This date does not exist: 07.0.2021."],
        ),
    ],
)
def test_days_of_access_are_compared_and_must_exist(original, romanized, days, impossible):
    site = "https://example.org/a"
    record = pair(URL.format(site, original), LATIN.format(site, romanized))

    assert check_messages(record, "check_access_days") == days
    assert check_messages(record, "check_possible_days") == impossible


def test_numbers_of_a_standard_are_not_a_date():
    assert (
        check_messages(
            pair("ГОСТ 7.32.2001. Отчёт", "GOST 7.32.2001. Otchet"), "check_possible_days"
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "romanized", "years", "pages"),
    [
        (ONE.text, ONE.romanized, 0, 0),
        (ONE.text, ONE.romanized.replace("2015", "2016"), 1, 0),
        (ONE.text, ONE.romanized.replace("221-243", "221-234"), 0, 1),
        ("Книга. – 2015. – С. 1995–2001.", "Kniga, 2015, 1995-2001.", 0, 0),
        ("Войны (2000-2010 гг.). – М., 2011. – 5 с.", "Voyny (2000-2010). Moscow, 2011.", 0, 0),
        ("Записки – 2007. – 2011. – С. 5-9.", "Zapiski, 5-9.", 0, 0),
        ("Книга. – 2015. – Т. 3-4. – С. 5-9.", "Kniga, 2015, 3(4), 5-9.", 0, 0),
        ("Труды. 21–23 мая 2015. – М., 2016. – С. 7-9.", "Trudy, May 21-23, 2015, 2016, 7-9", 0, 0),
    ],
)  # fmt: skip
def test_years_and_pages_of_the_two_entries_are_compared(text, romanized, years, pages):
    record = pair(text, romanized)

    assert len(found(record, "check_years")) == years
    assert len(found(record, "check_pages")) == pages


@pytest.mark.parametrize(
    ("read_on", "level"), [("10.01.2024", []), ("01.02.2024", ["notes"]), ("01.03.2024", ["warns"])]
)
def test_nothing_is_read_after_the_article_was_accepted(read_on, level):
    record = with_list(
        Reference(text=URL.format("https://example.org/a", read_on)),
        received_on=date(2024, 1, 15),
        accepted_on=date(2024, 2, 20),
    )

    assert [one.level for one in found(record, "check_accessed_in_time")] == level


@pytest.mark.parametrize(
    ("pages", "count"), [(("С. 5-9", "С. 10–14"), 1), (("С. 5-9", "С. 10-14"), 0)]
)
def test_hyphens_and_dashes_between_pages_are_noted_when_mixed(pages, count):
    record = with_list(*(Reference(text=f"Книга. – 2015. – {printed}.") for printed in pages))

    assert len(found(record, "check_dashes")) == count


WORKS = ("Яковлев Я. Книга. – 2015. – 640 с.", "Борисов Б. Труд. – С. 20-30.", "Алиев А. Сөз.")


def citing(*sentences, works=WORKS):
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return a_public_record(body=body, references=tuple(Reference(text=work) for work in works))


def test_entries_that_the_text_never_cites_and_numbers_past_the_list_are_found():
    record = citing("Бірінші [1, 85 б.]. Екінші [2; 5].")

    assert sorted(check_messages(record, "check_cited_numbers")) == [
        "Entry 3 is not cited in the text.",
        "[5] is cited; the list ends with 3.",
    ]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Бірі [1], екіншісі [2, 3].",),
        ("Бәрі [1-3].",),
        ("Бәрі [1; 2, 25 б.; 3, с. 5].",),
        ("Бірі [1, 85], екінші [2: 25], үшінші [3].",),
        ("Аралық [0; 1], жыл [2015].",),  # no citations at all
        ("Иванов (2015) айтқан.",),
    ],
)
def test_all_ways_of_citing_all_works_are_read(sentences):
    assert check_messages(citing(*sentences), "check_cited_numbers") == []


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        ("[1, 641 б.] мен [2]", ["Page 641 of entry 1 is cited, but its pages are 1-640."]),
        ("[1, 640 б.] мен [2, с. 19]", ["Page 19 of entry 2 is cited, but its pages are 20-30."]),
        ("[1, 5 б.] мен [2, 25-27 бб.], [3, 900 б.]", []),
    ],
)
def test_cited_pages_lie_within_those_of_the_work(sentence, messages):
    assert check_messages(citing(sentence), "check_cited_pages") == messages


def test_numbers_rise_in_the_text_unless_the_list_is_alphabetical():
    alphabet = ("Алиев А. Сөз.", "Борисов Б. Труд.", "Яковлев Я. Книга.", "Brown B. Book.")

    assert check_messages(citing("Бірі [2], екіншісі [1], [3]."), "check_citation_order") == [
        "[1] is first cited after [2]."
    ]
    assert (
        check_messages(
            citing("Бірі [2], екіншісі [1], [3], [4].", works=alphabet), "check_citation_order"
        )
        == []
    )


def test_a_bracket_without_its_space_is_noted_where_others_have_one():
    assert check_messages(citing("Бір сөз [1], екі сөз [2], үш[3]."), "check_glued_citations") == [
        "“үш[3]”: a space may be missing."
    ]
    assert check_messages(citing("Бір сөз[1], екі сөз[2], үш[3]."), "check_glued_citations") == []


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("О.Д. Исмаилова", 1),
        ("О.Д. Исмагилова", 0),
        ("О.Д. Исмагилованың", 0),
        ("О.Д. Исмагиловой", 0),
        ("А.К. Исмаилова", 0),  # another person
        ("О.Д. Сәрсенова", 0),
    ],
)
def test_a_person_of_the_text_who_is_nearly_one_of_the_list_is_found(name, count):
    record = citing(f"Бұл туралы {name} жазды.", works=("Исмагилова О. Д. Технологии. – 2020.",))

    assert len(found(record, "check_names_in_text")) == count


def test_a_work_named_with_its_imprint_and_not_listed_is_noted():
    works = ("Галенович Ю.М. Войны Нового Китая. – Москва, 2012. – 640 с.",)
    named = "Қ. Сұлтановтың «Реформы в Казахстане и Китае» - Астана: Елорда, 2000. еңбегі"
    listed = "«Войны Нового Китая» - Москва: Книга, 2012 еңбегі"
    quoted = "ол «ақпаратқа ие – әлемге ие» деген еді"

    assert check_messages(citing(named, listed, quoted, works=works), "check_works_named") == [
        "“Реформы в Казахстане и Китае” is mentioned in the text but is not in the list."
    ]


@pytest.mark.parametrize(
    ("written", "scheme", "level"),
    [
        ("Obekt", "gost_779", None),
        ("Obyekt", "gost_779", "notes"),
        ("obyekt", "gost_779", "warns"),
        ("Obyekt", "passport", None),
        ("OBEKT", "passport", "notes"),
        ("obekT", "passport", "warns"),
        ("Obyekt", "", None),
    ],
)
def test_another_scheme_than_that_of_the_list_is_a_note_in_a_word_with_a_capital(
    written, scheme, level
):
    (word,) = words(written)

    assert judge_pair(Pair("Объект", False, word), scheme)[0] == level
