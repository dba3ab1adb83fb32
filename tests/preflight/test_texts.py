import msgspec
import pytest

from articles.preflight import findings
from articles.records.facts import Policy
from articles.records.languages import text
from articles.records.record import Affiliation
from tests.factories import JOURNAL, a_public_record, a_record, an_author
from tests.preflight.cases import a_clean_record, check_messages, found

KAZAKH = "Мақалада дала өсімдіктерінің түрлері мен олардың таралу аймағы жан-жақты сипатталады."
RUSSIAN = "В статье подробно описаны виды степных растений и область их распространения."


def with_policy(**changes):
    return msgspec.structs.replace(JOURNAL, policy=Policy(**changes))


def test_a_clean_article_has_no_errors():
    assert [one for one in findings(a_clean_record()) if one.level != "notes"] == []


@pytest.mark.parametrize("field", ["title", "abstract", "keywords"])
@pytest.mark.parametrize(("status", "level"), [("ready", "blocks"), ("published", "warns")])
def test_a_text_missing_in_one_language_blocks_what_is_not_published(field, status, level):
    texts = getattr(a_record(), field)
    record = a_public_record(status=status, **{field: {"kk": texts["kk"], "en": texts["en"]}})

    (finding,) = found(record, "check_required")

    assert (finding.level, finding.field, finding.language) == (level, field, "ru")


def test_a_journal_demands_only_what_its_policy_names():
    record = a_public_record(abstract={}, journal=with_policy(required=("title", "edn")))

    assert [finding.field for finding in found(record, "check_required")] == ["edn"]


@pytest.mark.parametrize(
    ("status", "level"), [("draft", "blocks"), ("published", "warns"), ("retracted", "warns")]
)
def test_a_short_abstract_blocks_a_new_article_and_warns_of_a_printed_one(status, level):
    record = a_public_record(status=status, journal=with_policy(abstract_words={"kk": (150, 250)}))

    (finding,) = found(record, "check_abstract_words")

    assert (finding.level, str(finding.message), str(finding.remedy)) == (
        level,
        "Words in the abstract: 5.",
        "The journal requires 150 to 250.",
    )


def test_words_are_counted_without_markup_and_signs():
    journal = with_policy(abstract_words={"kk": (5, 5)})
    record = a_public_record(
        abstract=text("Дала <i>Stipa</i> – H<sub>2</sub>O және күн"), journal=journal
    )

    assert check_messages(record, "check_abstract_words") == []


def test_numbers_of_keywords_are_those_of_the_policy_and_equal_in_all_languages():
    record = a_public_record(
        keywords={"kk": ("дала", "өсімдік", "түр"), "ru": ("степь",)},
        journal=with_policy(keywords=(2, 8)),
    )

    assert check_messages(record, "check_keyword_number") == ["Keywords: 1."]
    assert check_messages(record, "check_keyword_parity") == [
        "The languages have different numbers of keywords: kk 3, ru 1."
    ]


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        (text(kk=RUSSIAN), ["kk"]),
        (text(ru=KAZAKH), ["ru"]),
        (text(en=RUSSIAN), ["en"]),
        (text(kk=KAZAKH, ru=RUSSIAN), []),
        (text(kk="Абай поэзиясы"), []),
        (text(kk="Дала даласы мен дала поэзиясы"), []),  # no Kazakh letter in five words
        (text(ru="Центр языковых технологий «Сөзкөпір» в городе Талдыкоргане"), []),
        (text(ru="Влияние Stipa capillata на почву"), []),
        (text(kk="Stipa capillata мен Festuca valesiaca өсімдіктерінің өсуі"), []),
        (text(ru="COVID-19"), []),
    ],
)
def test_letters_tell_a_text_in_the_wrong_place_where_they_are_enough(texts, languages):
    record = a_public_record(title=texts)

    finding = found(record, "check_letters_tell_the_language")

    assert [one.language for one in finding if one.field == "title"] == languages


def test_a_text_in_the_wrong_language_is_shown_from_its_beginning():
    (finding,) = [
        finding
        for finding in found(
            a_public_record(title=text(en=RUSSIAN)), "check_letters_tell_the_language"
        )
        if finding.field == "title"
    ]

    assert (finding.spot.start, finding.spot.end) == (0, 0)
    assert RUSSIAN.startswith(finding.spot.excerpt.removesuffix(" …"))
    assert str(finding.message) == "This text looks Russian, but the field is for English."


def test_one_text_in_two_languages_is_not_translated():
    same = text(kk="Дала мен орман туралы", ru="Дала мен орман туралы")

    assert check_messages(a_public_record(title=same), "check_same_text") == [
        "The text is the same in Kazakh and Russian."
    ]


def test_a_title_that_is_the_same_in_all_languages_is_not_a_finding():
    assert (
        check_messages(a_public_record(title=text("Алматы", "Алматы", "Almaty")), "check_same_text")
        == []
    )


def test_an_organisation_named_in_one_language_alone_is_warned_of():
    affiliation = Affiliation(name=text("Дала университеті", "", "Steppe University"))
    record = a_public_record(affiliations=(affiliation,), authors=(an_author(),))

    (finding,) = found(record, "check_affiliation_names")

    assert (finding.level, finding.field, finding.language) == (
        "warns",
        "affiliations[1].name",
        "ru",
    )


@pytest.mark.parametrize(
    ("terms", "level", "remedy"),
    [
        (("соль, вода; степь",), "warns", "Split it: соль; вода; степь."),
        (("ветер", "соль; степь"), "warns", "Split it: соль; степь."),
        (("ветер", "соль, вода, степь"), "warns", "Split it: соль; вода; степь."),
        (("ветер", "соль • вода"), "warns", "Split it: соль; вода."),
        (("ветер", "соль\nвода"), "warns", "Split it: соль; вода."),
        (("ветер", "соль / вода"), "warns", "Split it: соль; вода."),
        (("соль, вода",), "warns", "Split it: соль; вода."),
        (("соль,вода",), "warns", "Split it: соль; вода."),
        (("ветер", "соль, вода"), "notes", "Split it: соль; вода."),
        (("Ca, Mg",), "notes", "Split it: Ca; Mg."),
        (("Ca, Mg, K",), "notes", "Split it: Ca; Mg; K."),
        (("Токаев, К.",), "notes", "Split it: Токаев; К.."),
    ],
)
def test_several_keywords_in_one_are_offered_to_be_split(terms, level, remedy):
    (finding,) = found(a_record(keywords={"ru": terms}), "check_joined_keywords")

    assert (finding.level, finding.field, finding.language) == (level, "keywords", "ru")
    assert (str(finding.message), str(finding.remedy)) == (
        f"“{terms[-1]}” may be several keywords.",
        remedy,
    )


@pytest.mark.parametrize(
    "term",
    [
        *("2,4-D", "N,N-диметил", "1,2-дихлорэтан", "0,5 %", "Fe,Mn", "птицы (ястреб, сокол)"),
        *("соль &amp; вода", "ДНК/РНК", "CuSO4·5H2O", "и/или", "соль"),
    ],
)
def test_a_keyword_with_signs_of_its_own_is_one(term):
    assert found(a_record(keywords={"ru": (term,)}), "check_joined_keywords") == []
