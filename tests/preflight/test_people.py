import pytest

from articles.preflight import EarlierName, Neighbours
from articles.records.names import Name
from tests.factories import a_public_record, an_affiliation, an_author
from tests.preflight.cases import check_messages, found

ORCID, OTHER = "0000-0000-1423-0019", "0000-0000-1423-0027"


def named(kk="", ru="", en="", **changes):
    names = {"kk": kk, "ru": ru, "en": en}
    return an_author(names={code: Name(*it.split()) for code, it in names.items() if it}, **changes)


def by(*authors, **changes):
    return a_public_record(authors=authors, **changes)


@pytest.mark.parametrize(
    ("bio", "written"),
    [
        ("Есеркеева Жанар Оңғарқызы – доцент", ["Есеркеева"]),
        ("Есеркепова Жанар Оңғарқызы – доцент", []),
        ("Жанар Есеркепованың еңбектері көп", []),
        ("Тарих ғылымдарының кандидаты, доцент", []),  # it begins without a name
        ("ЕСЕРКЕПОВА Жанар – доцент", []),
    ],
)
def test_a_family_name_misspelt_in_the_biography_is_found(bio, written):
    record = by(named(kk="Есеркепова Ж.", bio={"kk": bio}))

    assert check_messages(record, "check_biographies") == [
        f"The author line has “Есеркепова”, the biography has “{word}”." for word in written
    ]


def test_biographies_in_two_languages_want_the_third():
    record = by(an_author(bio={"kk": "Доцент", "en": "Docent"}))

    (finding,) = found(record, "check_biography_languages")

    assert (finding.field, finding.language) == ("authors[1].bio", "ru")


def test_no_biographies_or_those_in_one_language_are_the_journals_way():
    assert check_messages(by(an_author(bio={"kk": "Доцент"})), "check_biography_languages") == []


@pytest.mark.parametrize(
    ("russian", "english", "messages"),
    [
        (
            "Есеркепова",
            "Yesserkepova",
            ["“Yesserkepova”: by the journal's scheme it would be “Yeserkepova”."],
        ),
        ("Есеркепова", "Yeserkepova", []),
        ("Есеркепова", "Eserkepova", []),  # another scheme, perhaps her passport's
        ("Чжао", "Zhao", []),
        ("Хьюз", "Hughes", []),
        ("Хан", "Khan", []),
        ("Шульц", "Schulz", []),
    ],
)
def test_an_english_name_a_letter_off_every_scheme_is_noted(russian, english, messages):
    record = by(named(ru=f"{russian} Ж. О.", en=f"{english} Zh."))

    assert check_messages(record, "check_romanized_names") == messages
    assert all(one.level == "notes" for one in found(record, "check_romanized_names"))


def test_a_foreigners_name_is_held_to_no_scheme():
    assert (
        check_messages(by(named(ru="Фернсби Дж.", en="Fernsby J.")), "check_romanized_names") == []
    )


def test_family_and_given_name_that_changed_places_are_found():
    record = by(named(kk="Төлегенова Ұлжан", en="Ulzhan Tolegenova"))

    assert check_messages(record, "check_swapped_names") == [
        "“Tolegenova” seems to be the family name."
    ]


@pytest.mark.parametrize("english", ["Tolegenova Ulzhan", "Smith Ulzhan", "Ulzhan"])
def test_names_in_their_places_are_left_alone(english):
    assert check_messages(by(named(kk="Төлегенова Ұлжан", en=english)), "check_swapped_names") == []


@pytest.mark.parametrize(
    ("family", "level"),
    [("Толегенова", "warns"), ("Сарсенова", "notes")],  # a slip; a new name, perhaps by marriage
)
def test_the_same_orcid_under_another_name_is_reported(family, level):
    earlier = EarlierName(
        orcid=ORCID, names={"ru": Name("Тулегенова", "Улжан")}, title="Растения степи"
    )
    record = by(named(ru=f"{family} Улжан", orcid=ORCID))

    (finding,) = found(record, "check_earlier_names", Neighbours(earlier_names=(earlier,)))

    assert (finding.level, str(finding.message)) == (
        level,
        f"“{family}” here, “Тулегенова” in an earlier article: Растения степи.",
    )


def test_earlier_names_of_other_people_and_the_same_name_say_nothing():
    earlier = (
        EarlierName(orcid=ORCID, names={"ru": Name("ТУЛЕГЕНОВА")}),
        EarlierName(orcid=OTHER, names={"ru": Name("Тулегинова")}),
    )
    record = by(named(ru="Тулегенова Улжан", orcid=ORCID))

    assert check_messages(record, "check_earlier_names", Neighbours(earlier_names=earlier)) == []


def test_a_patronymic_in_kazakh_and_none_in_russian_is_warned_of():
    record = by(named(kk="Төлегенова Ұлжан Сейітқызы", ru="Тулегенова Улжан", en="Tolegenova U."))

    (finding,) = found(record, "check_name_parts")

    assert (finding.level, finding.field, finding.language) == ("warns", "authors[1].names", "ru")


def test_the_one_author_without_a_patronymic_is_noted():
    record = by(named(kk="Төлегенова Ұ. С."), named(kk="Сәрсенов Қ. Т."), named(kk="Мокли Н."))

    assert [(one.level, one.field) for one in found(record, "check_name_parts")] == [
        ("notes", "authors[3].names")
    ]


def test_a_cyrillic_letter_in_an_english_name_is_found():
    assert check_messages(by(named(en="Tolеgenova U.")), "check_latin_names") == [
        "“Tolеgenova U.”: a Cyrillic letter in the English name."
    ]


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ({"corresponding": True}, ["The corresponding author has no email address."]),
        ({"corresponding": True, "email": "a@example.org"}, []),
        ({"email": "a at example.org"}, ["“a at example.org” is not an email address."]),
        ({}, []),
    ],
)
def test_who_corresponds_can_be_written_to(changes, messages):
    assert check_messages(by(an_author(**changes)), "check_corresponding") == messages


def test_marks_and_affiliations_belong_together():
    record = by(
        an_author(marks=(1, 4)),
        an_author(marks=()),
        affiliations=(an_affiliation(), an_affiliation()),
    )

    assert sorted(
        (one.level, one.field, str(one.message)) for one in found(record, "check_marks")
    ) == [
        ("warns", "affiliations[2]", "No author has the mark 2."),
        ("warns", "authors[1].marks", "There is no affiliation 4."),
        ("warns", "authors[2].marks", "The author has no mark of an affiliation."),
    ]


def test_one_organisation_needs_no_marks():
    record = by(an_author(marks=()), affiliations=(an_affiliation(),))

    assert check_messages(record, "check_marks") == []


def test_one_orcid_is_one_person():
    record = by(an_author(orcid=ORCID), an_author(orcid=ORCID), status="draft")

    (finding,) = found(record, "check_orcid_once")

    assert (finding.level, finding.field) == ("blocks", "authors[2].orcid")


def test_no_orcid_at_all_is_a_warning_and_one_missing_a_note():
    nobody = by(an_author(), an_author())
    one = by(an_author(orcid=ORCID), an_author())

    assert [(it.level, it.field) for it in found(nobody, "check_orcids_given")] == [
        ("warns", "authors")
    ]
    assert [(it.level, it.field) for it in found(one, "check_orcids_given")] == [
        ("notes", "authors[2].orcid")
    ]


def test_an_editorial_needs_neither_orcid_nor_irsti():
    record = a_public_record(type="editorial")

    assert found(record, "check_orcids_given") + found(record, "check_irsti_given") == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("King Jr.", "Martin"), [("family", "Jr.")]),
        (Name("King", "Martin, III"), [("given", "III")]),
        (Name("Кинг", "Мартин", "Лютер мл."), [("patronymic", "мл.")]),
        (Name("King", "Martin", suffix="Jr."), []),
        (Name("Jr.", "II"), []),
        (Name("Kingston Junction", "Sr Anna"), []),
    ],
)
def test_a_suffix_in_another_part_of_a_name_is_to_be_moved(name, expected):
    record = a_public_record(authors=(an_author(), an_author(names={"en": name})))

    assert [
        (finding.level, finding.field, finding.language, str(finding.message), str(finding.remedy))
        for finding in found(record, "check_suffixes")
    ] == [
        (
            "warns",
            f"authors[2].names.en.{part}",
            "en",
            f"“{suffix}” is the suffix of a name.",
            "Move it to the field for suffixes.",
        )
        for part, suffix in expected
    ]
