"""Citations by four styles in three languages."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.citations import STYLES, cite
from articles.records.facts import IssueFacts
from articles.records.languages import LANGUAGES, text
from articles.records.markup import Run, plain, runs
from articles.records.names import Name
from articles.records.record import Authorship
from tests.exports.strategies import public_records
from tests.factories import ISSUE, JOURNAL, a_public_record, an_author
from tests.goldens import golden

PEOPLE = (
    ("Есеркепова Жанар Оңғарқызы", "Есеркепова Жанар Онгаровна", "Yesserkepova Zhanar Ongarovna"),
    ("Мүбашева Камила Бейбітқызы", "Мубашева Камила Бейбитовна", "Mubasheva Kamila Beibitovna"),
    ("Әбдірахман Ғалым", "Абдрахман Галым", "Abdrakhman Galym"),
    ("Абай", "Абай", "Abai"),
    ("Цой Юлия Львовна", "Цой Юлия Львовна", "Tsoi Yuliya Lvovna"),
    ("Берг Жан-Пол", "Берг Жан-Поль", "Berg Jean-Paul"),
    ("Хасен Шолпан Ерғалиқызы", "Хасен Шолпан Ергалиевна", "Khasen Sholpan Yergaliyevna"),
    ("Щербаков Яков", "Щербаков Яков Янович", "Shcherbakov Yakov Yanovich"),
)
GROUP = Authorship(
    kind="organisation",
    collective=text("Дала тобы", "Группа «Степь»", "Steppe Group"),
)
ONE = Authorship(
    names={"kk": Name("Есеркепова", "Ж.", "О."), "en": Name("Yesserkepova", "Zh.", "O.")}
)


def people(count):
    return tuple(
        an_author(
            names={code: Name(*line.split()) for code, line in zip(LANGUAGES, person, strict=True)}
        )
        for person in PEOPLE[:count]
    )


BYLINES = {
    "1 author": people(1),
    "2 authors": people(2),
    "3 authors": people(3),
    "4 authors": people(4),
    "8 authors": people(8),
    "an organisation": (GROUP,),
    "2 authors and an organisation": (*people(2), GROUP),
    "no author": (),
}


def test_citations_equal_the_golden_file():
    lines = []
    for byline, authors in BYLINES.items():
        record = a_public_record(authors=authors)
        lines.append(f"## {byline}\n")
        for style in STYLES.values():
            lines.append(f"{style.label}")
            lines += [f"  {code}: {cite(record, style.name, code)}" for code in LANGUAGES]
            lines.append("")

    written = "\n".join(lines).encode()

    assert written == golden("citations.txt", written)


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ({"volume": "3", "number": "2", "through_number": ""}, "Т. 3, № 2"),
        ({"volume": "3", "number": "", "through_number": ""}, "Т. 3"),
        ({"number": "2", "through_number": "134"}, "№ 2 (134)"),
        ({"number": "", "through_number": "134"}, "№ 134"),
        ({"number": "134", "through_number": "134"}, "№ 134"),
        ({"number": "2", "through_number": "", "part": "1"}, "№ 2, ч. 1"),
        ({"number": "2", "through_number": "", "part": "Қосымша"}, "№ 2, Қосымша"),
    ],
)
def test_gost_numbers_an_issue_as_its_journal_does(issue, expected):
    record = a_public_record(issue=msgspec.structs.replace(ISSUE, **issue))

    cited = cite(record, "gost_7_0_5", "ru")

    assert cited.split(" – ")[2] == f"{expected}."


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ({"volume": "3", "number": "2", "through_number": ""}, ", <i>3</i>(2), 5–14."),
        ({"volume": "3", "number": "", "through_number": ""}, ", <i>3</i>, 5–14."),
        ({"number": "2", "through_number": "134"}, ", (2), 5–14."),
        ({"number": "", "through_number": "134"}, ", (134), 5–14."),
    ],
)
def test_apa_numbers_an_issue_as_its_journal_does(issue, expected):
    record = a_public_record(issue=msgspec.structs.replace(ISSUE, **issue), doi="", site="")

    assert cite(record, "apa", "en").partition("</i>")[2] == expected


@pytest.mark.parametrize(
    ("issue", "gost", "apa"),
    [
        ({"number": "2", "through_number": "134"}, "Т. 134, № 2.", "<i>134</i>(2)"),
        ({"number": "", "through_number": "134"}, "Т. 134.", "<i>134</i>"),
        (
            {"number": "2", "through_number": "134", "part": "1"},
            "Т. 134, № 2, ч. 1.",
            "<i>134</i>(2, Ч. 1)",
        ),
        (
            {"volume": "3", "number": "2", "through_number": "134"},
            "Т. 3, № 2 (134).",
            "<i>3</i>(2)",
        ),
        ({"number": "2", "through_number": ""}, "№ 2.", "(2)"),
    ],
)
def test_a_continuous_number_is_cited_as_the_volume_where_the_journal_says_so(issue, gost, apa):
    journal = msgspec.structs.replace(JOURNAL, through_number_is_volume=True)
    record = a_public_record(journal=journal, issue=msgspec.structs.replace(ISSUE, **issue))

    assert cite(record, "gost_7_0_5", "ru").split(" – ")[2] == gost
    assert cite(record, "apa", "ru").split("</i>, ", 1)[1].partition(", 5–14")[0] == apa


@pytest.mark.parametrize(
    ("title", "gost", "apa"),
    [
        ("Why?", "Why? // Steppe Science. –", "Why? <i>Steppe Science</i>"),
        ("A report.", "A report // Steppe Science. –", "A report. <i>Steppe Science</i>"),
        ("<i>Stipa</i> & a < b", "<i>Stipa</i> & a < b // Steppe Science. –",
         "<i>Stipa</i> & a < b. <i>Steppe Science</i>"),
    ],
)  # fmt: skip
def test_a_title_ends_in_one_punctuation_mark(title, gost, apa):
    record = a_public_record(title=text(en=title), authors=())

    assert cite(record, "gost_7_0_5", "en").startswith(gost)
    assert cite(record, "apa", "en") == (
        f"{apa.partition(' <i>Steppe')[0]} (2024). <i>Steppe Science</i>, (1), 5–14. "
        "https://doi.org/10.5555/0000-0000/2024-1-1"
    )


def test_italics_are_markup_and_the_plain_text_has_none():
    cited = cite(a_public_record(authors=(ONE,)), "apa", "en")

    assert Run("Steppe Science", ("i",)) in runs(cited)
    assert plain(cited) == (
        "Yesserkepova, Zh. O. (2024). Plants of the steppe. Steppe Science, (1), 5–14. "
        "https://doi.org/10.5555/0000-0000/2024-1-1"
    )


@pytest.mark.parametrize("style", STYLES)
def test_an_article_without_a_title_in_the_readers_language_is_cited_in_its_own(style):
    record = a_public_record(title=text(kk="Дала"), language="kk")

    assert cite(record, style, "en") == cite(record, style, "kk")


def test_of_twenty_one_authors_apa_gives_twenty():
    record = a_public_record(authors=(*people(8), *people(8), *people(5)))

    names = cite(record, "apa", "en").partition(" (2024)")[0]

    assert names.count("Abdrakhman") == 3
    assert names.endswith("Abdrakhman, G., . . . Tsoi, Yu. L.")


def test_an_article_number_is_given_in_place_of_pages():
    record = a_public_record(first_page="", last_page="", article_number="17", authors=(ONE,))

    assert cite(record, "gost_7_0_5", "kk").split(" – ")[3] == "Мақ. 17."
    assert cite(record, "apa", "en").split(", ")[-1].startswith("Article 17. https://doi.org/")


def test_an_article_without_a_doi_gives_the_address_of_its_page():
    record = a_public_record(doi="", id=7)

    assert cite(record, "apa", "ru").endswith(" https://journal.example.org/ru/articles/7/")


def test_an_article_ahead_of_its_issue_is_marked():
    record = a_public_record(issue=None, authors=(ONE,), first_page="", last_page="")

    assert cite(record, "apa", "en") == (
        "Yesserkepova, Zh. O. (2024). Plants of the steppe. <i>Steppe Science</i>. "
        "Advance online publication. https://doi.org/10.5555/0000-0000/2024-1-1"
    )


@pytest.mark.parametrize("style", STYLES)
def test_a_retracted_article_is_marked_in_every_style(style):
    record = a_public_record(status="retracted")

    assert "[Retracted]" in cite(record, style, "en")


@pytest.mark.parametrize("style", STYLES)
def test_the_year_is_that_of_the_issue(style):
    record = a_public_record(issue=IssueFacts(year=2023, number="4"), published_on=date(2024, 1, 9))

    assert "2023" in cite(record, style, "en")
    assert "2024" not in cite(record, style, "en").partition("https://")[0]


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_record_is_cited_without_an_error(style):
    record = msgspec.structs.replace(
        a_public_record(), title={}, authors=(), issue=None, journal=None, doi="", site="",
        published_on=None, first_page="", last_page="",
    )  # fmt: skip

    assert isinstance(cite(record, style, "kk"), str)


@settings(max_examples=40, deadline=None)
@given(record=public_records(), language=st.sampled_from(LANGUAGES))
def test_any_record_is_cited_with_its_title_and_the_address_of_its_doi(record, language):
    title = plain(record.title[language]).strip().rstrip(".")

    for style in STYLES:
        cited = plain(cite(record, style, language))

        assert title in cited
        assert f"https://doi.org/{record.doi}" in cited
        assert "doi:" not in cited.lower().replace(title.lower(), "")


@pytest.mark.parametrize(
    ("changes", "source"),
    [
        ({"first_page": "", "last_page": ""}, "Steppe Science. Advance online publication."),
        ({}, "Steppe Science, 5–14."),
        (
            {"first_page": "", "last_page": "", "article_number": "e7"},
            "Steppe Science, Article e7.",
        ),
    ],
)
def test_apa_says_in_a_sentence_that_an_article_is_ahead_of_its_issue(changes, source):
    record = a_public_record(issue=None, doi="", site="", **changes)

    cited = plain(cite(record, "apa", "en"))

    assert cited == f"Tolegenova, U. (2024). Plants of the steppe. {source}"


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("Plants of the steppe.", "Plants of the steppe"),
        ("Plants in the U.S.", "Plants in the U.S."),
        ("Растения, птицы и т. д.", "Растения, птицы и т. д."),
        ("Ботаника Иванова и др.", "Ботаника Иванова и др."),
        ("Почему...", "Почему..."),
    ],
)
def test_a_title_keeps_the_full_stop_of_an_abbreviation_alone(title, cited):
    record = a_public_record(title={"ru": title}, language="ru", authors=(), doi="", site="")

    assert cite(record, "gost_7_0_5", "ru").startswith(f"{cited} // Наука степи. – ")
    apa = cite(record, "apa", "ru")
    assert apa.startswith(f"{cited if cited.endswith('.') else cited + '.'} (2024). ")
