"""The texts of an article as the checks see them."""

from articles.preflight import Neighbours
from articles.preflight.subject import Passage, Subject
from articles.records.languages import text
from articles.records.record import Reference
from tests.factories import a_record, an_affiliation, an_author


def test_texts_are_without_markup_and_have_their_field_and_language():
    record = a_record(
        language="ru",
        title=text(kk="Дала <i>Stipa</i>"),
        abstract=text(ru="Степь"),
        keywords={"en": ("steppe", "plant")},
        body="<p>Ковыль</p>",
        authors=(an_author(), an_author(bio={"ru": "Профессор"})),
    )

    assert Subject(record, Neighbours()).texts == (
        Passage("title", "kk", "Дала Stipa"),
        Passage("abstract", "ru", "Степь"),
        Passage("keywords", "en", "steppe; plant"),
        Passage("body", "ru", "Ковыль"),
        Passage("authors[2].bio", "ru", "Профессор"),
    )


def test_references_have_their_place_and_the_language_of_their_letters():
    record = a_record(
        references=(
            Reference(text="Степные растения Казахстана", romanized="Stepnye rasteniya"),
            Reference(text="Дала өсімдіктері"),
        )
    )

    assert Subject(record, Neighbours()).references == (
        Passage("references[1].text", "ru", "Степные растения Казахстана"),
        Passage("references[1].romanized", None, "Stepnye rasteniya"),
        Passage("references[2].text", "kk", "Дала өсімдіктері"),
    )


def test_names_of_people_and_organisations_have_their_place():
    author = an_author(names={"en": an_author().names["en"]})
    place = an_affiliation(name=text(en="Steppe University"))

    assert Subject(a_record(authors=(author,), affiliations=(place,)), Neighbours()).names == (
        Passage("authors[1].names", "en", "Tolegenova Ulzhan"),
        Passage("affiliations[1].name", "en", "Steppe University"),
    )
