"""Repairs of what is suspicious: what each finds, and what its choices make of it."""

from __future__ import annotations

import msgspec
import pytest

from articles.imports.ojs.values import Galley, Term, Version
from articles.intake.ojs.decisions import Decisions
from articles.intake.ojs.groups import GROUPS
from articles.intake.ojs.repairs import REPAIRS, repair
from articles.intake.ojs.repairs.galleys import take_languages_of_labels
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship, Record


def a_version(groups=(), terms=(), countries=(), galleys=(), **fields):
    fields.setdefault("title", {"en": "On salt"})
    record = Record(language="en", **fields)
    return Version(
        is_published=True,
        record=record,
        groups=groups,
        terms=terms,
        countries=countries,
        galleys=galleys,
    )


def an_author(family, given="", **fields):
    return Authorship(names={"en": Name(family, given)}, **fields)


def places(findings):
    return [(each.field, each.language, each.text, each.proposal) for each in findings]


@pytest.mark.parametrize(
    ("keyword", "irsti", "udc"),
    [
        ("МРНТИ 27.35.14", ("27.35.14",), ()),
        ("ҒТАХР 27.35.14", ("27.35.14",), ()),
        ("УДК 519.6", (), ("519.6",)),
        ("ӘОЖ 519.6", (), ("519.6",)),
        ("27.35.14", ("27.35.14",), ()),
        ("556.3", (), ("556.3",)),
    ],
)
def test_codes_among_keywords_move_to_their_fields(keyword, irsti, udc):
    version = a_version(keywords={"ru": (keyword, "соль")})

    moved, findings = REPAIRS["classification"](version, "move")

    assert (moved.record.irsti, moved.record.udc) == (irsti, udc)
    assert moved.record.keywords == {"ru": ("соль",)}
    assert [each.text for each in findings] == [keyword]


@pytest.mark.parametrize(
    "keyword", ["соль", "COVID-19", "2,4-D", "PM2.5", "ГОСТ 7.79-2000", "1990"]
)
def test_other_keywords_with_digits_are_no_codes(keyword):
    version = a_version(keywords={"ru": (keyword,)})

    assert REPAIRS["classification"](version, "move") == (version, [])


def test_a_first_line_of_codes_is_taken_off_the_abstract():
    version = a_version(abstract={"ru": "УДК 631.4 МРНТИ 68.05.01\nВ статье 2 вида соли."})

    moved, _findings = REPAIRS["classification"](version, "move")

    assert moved.record.abstract == {"ru": "В статье 2 вида соли."}
    assert (moved.record.irsti, moved.record.udc) == (("68.05.01",), ("631.4",))


def test_codes_among_subjects_move_and_other_subjects_stay():
    terms = (
        Term(vocabulary="subjects", language="ru", text="МРНТИ 27.35.14"),
        Term(vocabulary="subjects", language="en", text="IRSTI 27.35.14"),
        Term(vocabulary="subjects", language="en", text="Chemistry"),
    )

    moved, _findings = REPAIRS["classification"](a_version(terms=terms), "move")

    assert moved.record.irsti == ("27.35.14",)
    assert [term.text for term in moved.terms] == ["Chemistry"]


@pytest.mark.parametrize("family", ["Kim (Salt Institute)", "Kim, Salt Institute"])
def test_an_affiliation_in_a_family_name_becomes_one(family):
    version = a_version(authors=(an_author(family, "Anna"),), countries=("KZ",))

    moved, findings = REPAIRS["affiliation_in_name"](version, "move")

    assert moved.record.authors[0].names == {"en": Name("Kim", "Anna")}
    assert moved.record.authors[0].marks == (1,)
    assert moved.record.affiliations == (Affiliation(name={"en": "Salt Institute"}, country="KZ"),)
    assert places(findings) == [("authors[1].names.en.family", "en", family, "Anna Kim")]


def test_an_author_with_affiliations_gets_no_second_one_from_the_name():
    author = an_author("Kim, Salt Institute", "Anna", marks=(1,))
    version = a_version(
        authors=(author,), affiliations=(Affiliation(name={"en": "Salt Institute, Almaty"}),)
    )

    moved, _findings = REPAIRS["affiliation_in_name"](version, "move")

    assert moved.record.affiliations == version.record.affiliations
    assert moved.record.authors[0].names["en"].family == "Kim"


@pytest.mark.parametrize("family", ["Kim, Jr.", "van der Berg", "Kim (Li)"])
def test_other_family_names_hold_no_affiliation(family):
    version = a_version(authors=(an_author(family, "Anna"),))

    assert REPAIRS["affiliation_in_name"](version, "move")[1] == []


@pytest.mark.parametrize(
    ("given", "degree", "title"),
    [
        ("к.т.н. Асель Бериковна", "к.т.н.", ""),
        ("PhD Асель Бериковна", "PhD", ""),
        ("профессор Асель Бериковна", "", "профессор"),
    ],
)
def test_a_degree_in_a_name_becomes_one(given, degree, title):
    author = Authorship(names={"ru": Name("Нурланова", given)})

    moved, _findings = REPAIRS["degree_in_name"](a_version(authors=(author,)), "move")

    (moved_author,) = moved.record.authors
    assert moved_author.names == {"ru": Name("Нурланова", "Асель", "Бериковна")}
    assert moved_author.degree == ({"ru": degree} if degree else {})
    assert moved_author.academic_title == ({"ru": title} if title else {})


def test_a_whole_name_in_one_field_is_split():
    author = Authorship(names={"ru": Name("Касымов Бауыржан Талгатович")})

    split, _findings = REPAIRS["whole_name"](a_version(authors=(author,)), "split")

    assert split.record.authors[0].names == {"ru": Name("Касымов", "Бауыржан", "Талгатович")}


def test_one_name_in_both_fields_is_a_single_name():
    author = Authorship(names={"ru": Name("Акматова", "Акматова")})

    split, (finding,) = REPAIRS["whole_name"](a_version(authors=(author,)), "split")

    assert split.record.authors[0].names == {"ru": Name("Акматова")}
    assert (finding.text, finding.proposal) == ("Акматова Акматова", "Акматова")


@pytest.mark.parametrize("name", ["Редакционная коллегия журнала", "Editorial Board", "ТОО «Соль»"])
def test_the_name_of_a_board_or_a_firm_stays_whole(name):
    author = Authorship(names={"ru": Name(name)})

    assert REPAIRS["whole_name"](a_version(authors=(author,)), "split")[1] == []


def test_keywords_in_an_abstract_move_to_their_empty_field():
    abstract = {
        "ru": "О соли.\n<b>Ключевые слова:</b> соль, вода, степь.",
        "en": "On salt.\nKeywords: salt; water",
    }
    version = a_version(abstract=abstract, keywords={"en": ("salt",)})

    moved, (finding,) = REPAIRS["keywords_in_abstract"](version, "move")

    assert moved.record.abstract == {**abstract, "ru": "О соли."}
    assert moved.record.keywords == {"ru": ("соль", "вода", "степь"), "en": ("salt",)}
    assert (finding.field, finding.language, finding.proposal) == (
        "abstract",
        "ru",
        "соль; вода; степь",
    )


def test_a_single_name_is_no_whole_name():
    version = a_version(authors=(an_author("Anacharsis"),))

    assert REPAIRS["whole_name"](version, "split")[1] == []


@pytest.mark.parametrize(
    ("term", "parts"),
    [
        ("соль; вода; степь", ("соль", "вода", "степь")),
        ("соль, вода", ("соль", "вода")),
        ("соль", ("соль",)),
        ("2,4-D", ("2,4-D",)),
        ("соль; вода; степь.", ("соль", "вода", "степь")),
        ("соль; вода и др.", ("соль", "вода и др.")),
        ("Ключевые слова: соль, вода, степь", ("соль", "вода", "степь")),
        ("Keywords: salt", ("salt",)),
        ("Түйін сөздер – тұз; су", ("тұз", "су")),
        ("соль;", ("соль",)),
    ],
)
def test_keywords_typed_as_one_are_split(term, parts):
    split, _findings = REPAIRS["joined_keywords"](a_version(keywords={"ru": (term,)}), "split")

    assert split.record.keywords == {"ru": parts}


def test_a_comma_in_one_of_several_keywords_divides_nothing():
    version = a_version(keywords={"ru": ("соль, морская", "вода")})

    assert REPAIRS["joined_keywords"](version, "split")[1] == []


def test_a_title_in_capitals_is_proposed_in_sentence_case():
    version = a_version(title={"ru": "СОЛЬ И <i>ВОДА</i> В СТЕПИ", "en": "DNA of salt plants"})

    repaired, findings = REPAIRS["capital_title"](version, "repair")

    assert repaired.record.title == {
        "ru": "Соль и <i>вода</i> в степи",
        "en": "DNA of salt plants",
    }
    assert [each.language for each in findings] == ["ru"]


def test_a_family_name_in_capitals_is_proposed_in_small_letters():
    version = a_version(authors=(an_author("SALT-MARSHALL", "ANNA"), an_author("LI", "Bo")))

    repaired, findings = REPAIRS["capital_name"](version, "repair")

    assert [author.names["en"] for author in repaired.record.authors] == [
        Name("Salt-Marshall", "Anna"),
        Name("LI", "Bo"),
    ]
    assert len(findings) == 1


def test_a_text_in_the_letters_of_another_language_is_found():
    version = a_version(title={"kk": "Тұз туралы", "en": "Засоление степных почв"})

    repaired, findings = REPAIRS["other_letters"](version, "leave_out")

    assert repaired.record.title == {"kk": "Тұз туралы"}
    assert places(findings) == [("title", "en", "Засоление степных почв", "")]


def test_an_english_name_in_cyrillic_letters_is_found():
    names = {"ru": Name("Ким", "Анна"), "en": Name("Ким", "Анна")}
    version = a_version(
        authors=(
            Authorship(names=names),
            Authorship(names={"en": Name("Ли", "Олег")}),
            Authorship(names={"ru": Name("Smith", "John"), "en": Name("Smith", "John")}),
        )
    )

    repaired, findings = REPAIRS["other_letters"](version, "leave_out")

    assert places(findings) == [
        ("authors[1].names.en.family", "en", "Анна Ким", ""),
        ("authors[2].names.en.family", "en", "Олег Ли", ""),
    ]
    assert [list(author.names) for author in repaired.record.authors] == [
        ["ru"],
        ["en"],
        ["ru", "en"],
    ]


def test_a_contributor_who_is_no_author_can_be_left_out():
    authors = (an_author("Kim", "Anna"), an_author("Li", "Bo"))
    version = a_version(groups=("Автор", "Аудармашы"), authors=authors)

    repaired, findings = REPAIRS["contributor"](version, "leave_out")

    assert [author.names["en"].family for author in repaired.record.authors] == ["Kim"]
    assert places(findings) == [("authors[2]", None, "Bo Li (Аудармашы)", "")]


SUSPICIOUS = a_version(
    galleys=(Galley(id="3", label="PDF (Қаз)", language="ru"),),
    groups=("Author", "Author", "Author", "Editor"),
    title={"en": "SALT AND WATER IN STEPPES"},
    keywords={"ru": ("МРНТИ 27.35.14", "соль; вода")},
    abstract={"kk": "Тұз туралы.\nТүйін сөздер: тұз, су", "en": "Засоление степных почв"},
    authors=(
        an_author("Kim (Salt Institute)", "PhD Anna"),
        an_author("Li Bo Wang"),
        an_author("SALTOV", "Ivan"),
        an_author("Marsh", "Ann"),
    ),
)


def test_the_label_of_a_galley_can_decide_against_its_locale():
    galleys = (
        Galley(id="3", label="PDF (Қаз)", language="ru", remote="https://example.org/a.pdf"),
        Galley(id="4", label="PDF", language="ru"),
        Galley(id="5", label="PDF (Рус)", language="ru"),
    )
    version = a_version(galleys=galleys)

    left, findings = take_languages_of_labels(version, "leave")
    repaired, _same = take_languages_of_labels(version, "repair")

    assert left == version
    assert [(each.field, each.text, each.proposal) for each in findings] == [
        ("galley 3", "PDF (Қаз)", "Kazakh")
    ]
    assert [each.language for each in repaired.galleys] == ["kk", "ru", "ru"]
    assert [each.language for each in repaired.record.external_files] == ["kk"]


def test_what_is_left_as_it_is_does_not_change():
    leave = Decisions(groups=dict.fromkeys(REPAIRS, "leave"))

    left, findings = repair(SUSPICIOUS, leave)

    assert left == SUSPICIOUS
    assert {each.group for each in findings} == set(REPAIRS)


def test_what_was_repaired_is_not_found_again():
    changes = ("move", "split", "repair", "leave_out")
    chosen = Decisions(
        groups={
            group: next(choice for choice in changes if choice in GROUPS[group].choices)
            for group in REPAIRS
        }
    )

    repaired, _findings = repair(SUSPICIOUS, chosen)

    again, findings = repair(repaired, chosen)
    assert findings == []
    assert again == repaired
    assert msgspec.json.encode(again.record) == msgspec.json.encode(repaired.record)
