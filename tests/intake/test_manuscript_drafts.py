"""The record of a manuscript: invalid codes left out, references paired, the text linked."""

import pytest

from articles.imports.manuscript import Manuscript, read_manuscript
from articles.imports.manuscript.authors.qualifications import parse_qualifications
from articles.imports.manuscript.manuscript import Author
from articles.intake.manuscripts.draft_record import draft_of
from articles.intake.manuscripts.romanized_references import with_proposed_romanized
from articles.records.facts import Policy
from articles.records.record import Record, Reference
from tests.imports.unseen import files, law, medical, technical
from tests.manuscript_texts import TEXT


def drafted(text):
    return draft_of(read_manuscript(text.encode(), "a.txt"))


def test_invalid_codes_are_left_out_and_listed():
    author = Author(order=1, name={"kk": "Ж.О. Есенова"}, orcid="0000-0002-1825-0098")

    draft = draft_of(Manuscript(authors=(author,), irsti=("34.35.15", "9"), doi="10.5555"))

    assert [value.field for value in draft.left_out] == ["doi", "irsti.1", "authors.0.orcid"]
    assert (draft.record.doi, draft.record.irsti) == ("", ("34.35.15",))
    assert draft.record.authors[0].orcid == ""


def test_a_group_of_authors_has_a_collective_name_and_no_personal_one():
    names = {"kk": "«Жүрек» зерттеу тобы", "en": "HEART Study Group"}

    record = draft_of(Manuscript(authors=(Author(order=1, name=names),))).record

    assert (record.authors[0].names, record.authors[0].collective) == ({}, names)


def test_the_doi_and_address_of_a_reference_are_found():
    printed = "Дала, 2019. – 120 б. https://doi.org/10.5555/dala.9 https://example.org/dala"
    draft = drafted(TEXT.replace("Дала, 2019. – 120 б.", printed))

    first = draft.record.references[0]
    assert (first.doi, first.url) == ("10.5555/dala.9", "https://example.org/dala")


def test_a_citation_in_the_text_is_stored_without_a_link():
    body = drafted(TEXT).record.body

    assert "[1]" in body
    assert "<a " not in body


def test_a_shorter_romanized_list_is_paired_by_likeness():
    second = "References\n\n1. Petrova I. Stepnye rasteniya. – Karkara: Step, 2020. – 200 p.\n"
    text = TEXT.replace(
        "\nЖ.О. Есенова^1^*, А.Б. Смирнов^2^\n\n^1^Унив",
        f"\n{second}\nЖ.О. Есенова^1^*, А.Б. Смирнов^2^\n\n^1^Унив",
    )

    references = drafted(text).record.references

    assert [bool(reference.romanized) for reference in references] == [False, True]
    assert references[1].text.startswith("Петрова")


def test_a_romanized_list_is_proposed_by_the_schemes_of_the_journal():
    record = Record(
        language="kk",
        references=(
            Reference(text="Сәрсенов Қ. Дала кітабы"),
            Reference(text="Юдина Я. Щит"),
            Reference(text="Smith J. Steppe"),
        ),
    )

    proposed = with_proposed_romanized(
        record, Policy(romanization_ru="bsi", romanization_kk="bgn_pcgn")
    )

    assert [reference.romanized for reference in proposed.references] == [
        "Särsenov Q. Dala kitaby",
        "Yudina Ya. Shchit",
        "Smith J. Steppe",
    ]


def test_a_romanized_list_of_the_manuscript_is_kept():
    record = Record(language="ru", references=(Reference(text="Степь", romanized="Steppe"),))

    assert with_proposed_romanized(record, Policy()) == record


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_titles_and_abstracts_keep_subscripts_and_italics(form):
    write = {"docx": files.as_word, "pdf": files.as_pdf}[form]

    record = draft_of(read_manuscript(write(technical), f"a.{form}")).record

    assert record.title == technical.TITLE
    assert record.abstract == technical.ABSTRACT


def test_bold_words_are_markup_but_the_bold_type_of_a_whole_title_is_not():
    record = draft_of(read_manuscript(files.as_word(medical), "a.docx")).record

    assert record.title["en"] == medical.TITLE["en"]
    assert record.abstract["en"].startswith("<b>Background.</b> Data on the prevalence of")
    assert "given in kg/m<sup>2</sup>. <b>Results.</b> Hyper" in record.abstract["en"]


def test_degree_academic_title_and_post_of_an_author_are_separate_fields():
    first, second = draft_of(read_manuscript(files.as_word(law), "a.docx")).record.authors

    assert (first.degree["kk"], first.academic_title["kk"]) == (
        "заң ғылымдарының докторы",
        "профессор",
    )
    assert (first.post, second.degree, second.academic_title) == ({}, {}, {})
    assert second.post == {"kk": "PhD докторант", "ru": "PhD докторант", "en": "PhD student"}


@pytest.mark.parametrize(
    ("printed", "degree", "title", "post"),
    [
        ("PhD, профессор, кафедра меңгерушісі", "PhD", "профессор", "кафедра меңгерушісі"),
        ("ф.ғ.к., қауымдастырылған профессор", "ф.ғ.к.", "қауымдастырылған профессор", ""),
        ("к.м.н., доцент кафедры терапии", "к.м.н.", "", "доцент кафедры терапии"),
        ("Candidate of Law, Associate Professor", "Candidate of Law", "Associate Professor", ""),
        (
            "Professor of the Department of History",
            "",
            "",
            "Professor of the Department of History",
        ),
        ("старший преподаватель, магистр права", "магистр права", "", "старший преподаватель"),
        ("доктор наук, академик НАН, РК", "доктор наук", "академик НАН, РК", ""),
        ("магистрант", "", "", "магистрант"),
        ("", "", "", ""),
    ],
)
def test_a_line_of_qualifications_is_split(printed, degree, title, post):
    parts = parse_qualifications(printed)

    assert (parts.degree, parts.academic_title, parts.post) == (degree, title, post)
