"""Citations in a text, linked to the one reference that fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.body import clean_body
from articles.records.citation_links import (
    Citation,
    find_citations,
    link_citations,
    without_citation_links,
)
from articles.records.record import Reference
from tests.exports.articles import the_real_article
from tests.exports.schemas import needs_shared

BOOK = "Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б."
TEN = tuple(
    Reference(text=text)
    for text in (BOOK, *(f"Автор{n} А. Шөп. – 2000. – С. {n}0–{n}9." for n in range(2, 11)))
)
NAMED = tuple(
    Reference(text=text, romanized=romanized)
    for text, romanized in (
        (BOOK, "Sarsenov Q. Dala kitaby [Book of the steppe]. Karkara: Dala, 2019."),
        ("Иванов А.А., Петрова В. Степь // Вестник. – 2010. – № 2. – С. 5–9.", ""),
        ("Иванова Б. Вода и соль. – Москва, 2012. – 90 с.", ""),
        ("Smith, John, and Rita Jones. 2015a. Grass. London: Press.", ""),
        ("Smith, John. 2015b. Water. London: Press.", ""),
        ("Smith, A. 2016. Seeds. London: Press.", ""),
        ("Smith, B. 2016. Roots. London: Press.", ""),
        ("Қазақстан тарихы. 1941–1945 жылдар. – Алматы: Үлгі, 2011. – 300 б.", ""),
        ("Чжао Хунвэй. Дипломатия // Записки. – 2007.", ""),
        ("van der Berg P. Dunes. – 1998.", ""),
        ("Алматы қаласының шежіресі. – Алматы, 2016.", ""),
    )
)


def cited(text, references=TEN):
    """The pieces of the text that are citations, with the numbers of their references."""
    return [
        (text[each.start : each.end], each.reference) for each in find_citations(text, references)
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("зерттелген [3].", [3]),
        ("зерттелген[3], [4]", [3, 4]),
        ("[3] еңбегінде айтылған", [3]),
        ("зерттелген [1, 2] және [ 4 ]", [1, 2, 4]),
        ("показано [1; 2], [3, 5–7]", [1, 2, 3, 5, 7]),
        ("осы жұмыста [3, с. 45]", [3]),
        ("осы жұмыста [3, 45 б.; 5, 12-б.]", [3, 5]),
        ("осы жұмыста [3, С. 45-47, 5, С. 12]", [3, 5]),
        ("see [3, vol. 2, pp. 4–9], [10, § 5]", [3, 10]),
        ("[см. 3], [қар.: 4, 5 б.], [cf. 5]", [3, 4, 5]),
        ("[3 және 5], [4 и 6], [7 and 8]", [3, 5, 4, 6, 7, 8]),
        ("в 2019 году [3, 5], в 2020 [4, 5]", [3, 5, 4, 5]),
        ("жеке бет [2, 25], тағы [3, 35; 4, 41]", [2, 3, 4]),
        ("вырос на 15 % [3, 5]", [3, 5]),
        ("[3]-жұмыста", [3]),
    ],
)
def test_numbers_in_brackets_are_citations(text, numbers):
    assert [number for _piece, number in cited(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "[0, 1]", "[2020]", "[11]", "[3, 11]", "[1, 100]", "[01]", "[1.5, 2]", "[7–4]", "[с. 5]",
        "[45 б.]", "[№ 3]", "[sic]", "[]", "(3)", "{1, 2}", "[1, 2)", "[[3]]", "[3](a)",
        "x ∈ [1, 2]", "A = [1, 2, 3]", "[1, 2] × [3, 4]", "x из [1, 2]", "f(x), x in [1, 2]",
        "на отрезке [1, 2]", "в интервале значений [1, 2]", "[1, 2] аралығында", "шкала [1–5]",
        "[1, 2] кесіндісінде", "множество [1, 2, 3]", "values [1, 2]", "[1–5] балл",
        "[0, 1], [1, 2] және [2, 3]", "95 % CI: [1–3]", "Me 2 [1; 3]", "a[1], xy[2]", "[14]C",
        "spiro[4,5]decane", "концентрация [1,5] мг/л", "[5] %", "10[3]",
        "шамасы [1,5; 2,7]", "студенты [7–9] лет", "ұзындығы [1, 2] м",
        "\n[3] Сәрсенов Қ. Дала", "\n[3]: мәтін", "[1 2; 3 4]", "[1, 2, a]", "[@smith2015]",
    ],
)  # fmt: skip
def test_other_numbers_in_brackets_are_none(text):
    assert cited(text) == []


def test_what_stands_between_the_ends_of_a_range_is_told_at_its_beginning():
    assert find_citations("[4–7]", TEN) == [Citation(1, 2, 4, (5, 6)), Citation(3, 4, 7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Сәрсенов, 2019]", [("Сәрсенов, 2019", 1)]),
        ("(Sarsenov 2019: 5)", [("Sarsenov 2019", 1)]),
        ("[Сәрсенов Қ., 2019, 45 б.]", [("Сәрсенов Қ., 2019", 1)]),
        ("(қар. Сәрсенов, 2019)", [("Сәрсенов, 2019", 1)]),
        ("(Сәрсенов, 2019; Иванов, Петрова 2010)",
         [("Сәрсенов, 2019", 1), ("Иванов, Петрова 2010", 2)]),
        ("(Иванов и др., 2010)", [("Иванов и др., 2010", 2)]),
        ("(Smith and Jones, 2015a)", [("Smith and Jones, 2015a", 4)]),
        ("(Smith et al., 2015a, 2015b)", [("Smith et al., 2015a", 4), ("2015b", 5)]),
        ("(van der Berg, 1998)", [("van der Berg, 1998", 10)]),
        ("[Қазақстан тарихы, 2011, 45 б.]", [("Қазақстан тарихы, 2011", 8)]),
        ("Сәрсеновтің (2019) кітабы", [("2019", 1)]),
        ("По мнению Петрова и Иванова (2010)", []),
        ("В работе Иванова и Петровой (2010: 7)", [("2010", 2)]),
        ("У Ивановой (2012)", [("2012", 3)]),
        ("В Казахстане Иванов (2010)", [("2010", 2)]),
        ("А.А. Иванов (2010), Иванов А. (2010)", [("2010", 2), ("2010", 2)]),
        ("Чжао Хунвэй (2007)", [("2007", 9)]),
        ("A. Smith (2016)", [("2016", 6)]),
    ],
)  # fmt: skip
def test_author_and_year_are_a_citation(text, expected):
    assert cited(text, NAMED) == expected


@pytest.mark.parametrize(
    "text",
    [
        "жылы (2019)", "(2019)", "[2019]", "(2000-2010 жж.)", "Сәрсенов (2018)", "(Есенов, 2019)",
        "(Smith, 2015)", "(Smith, 2016)", "Б. Сәрсенов (2019)", "(Иванов, Есенов, 2010)",
        "(Алматы, 2016)", "(Қазақстан, 2011)", "(Қазақстан тарихы, 1945)", "Чжао (2007)",
        "(Сәрсенов, 2019-2020)", "(Сәрсенов, 12 мамыр 2019)", "Сәрсенов 2019",
    ],
)  # fmt: skip
def test_other_names_and_years_are_none(text):
    assert cited(text, NAMED) == []


def test_numbers_alone_are_none_in_a_text_that_cites_by_name():
    assert cited("(Сәрсенов, 2019) в [1, 2]", NAMED) == [("Сәрсенов, 2019", 1)]
    assert cited("(Сәрсенов, 2019) в [1, 2], [3]", NAMED)[1:] == [("1", 1), ("2", 2), ("3", 3)]


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>a [1]</p>", '<p>a [<a href="#ref1">1</a>]</p>'),
        ("<p>a&nbsp;[<em>1</em>]</p>", '<p>a&nbsp;[<em><a href="#ref1">1</a></em>]</p>'),
        ("<p>дала<sup>[1]</sup></p>", '<p>дала<sup>[<a href="#ref1">1</a>]</sup></p>'),
        (
            "<p>(Сәрсенов <em>және басқалар</em>, 2019)</p>",
            '<p>(<a href="#ref1">Сәрсенов <em>және басқалар</em>, 2019</a>)</p>',
        ),
        ("<p>(<em>Сәрсенов</em>, 2019)</p>", None),
        ("<p>(<em>Сәрсенов, </em>2019)</p>", None),
        ("<td>[2]</td>", '<td>[<a href="#ref2">2</a>]</td>'),
        ('<p><a href="#x">[1]</a> [<a href="#ref2">2</a>, 5]</p>', None),
        ("<p><math><mo>[</mo><mn>1</mn><mo>]</mo></math></p>", None),
        ("<p><math><mi>x</mi></math> [1, 2]</p>", None),
        ("<p>[1]<sup>2</sup></p>", None),
        ('<p>[1]<sup><a href="#fn1">2</a></sup></p>',
         '<p>[<a href="#ref1">1</a>]<sup><a href="#fn1">2</a></sup></p>'),
        ("<p>қадам<em>дар [1</em>, 2]</p>",
         '<p>қадам<em>дар [<a href="#ref1">1</a></em>, <a href="#ref2">2</a>]</p>'),
    ],
)  # fmt: skip
def test_links_stand_around_the_citation_alone(html, linked):
    assert link_citations(html, TEN) == (html if linked is None else linked)


PIECES = st.sampled_from(
    ["[1]", "[1, 2]", "[4–7]", "[3, с. 45]", "(Сәрсенов, 2019)", "Сәрсенов (2019)", " ", "сөз",
     "&amp;", "&nbsp;", "<em>", "</em>", "<p>", "</p>", "<sup>", "</sup>", '<a href="#ref1">',
     "</a>", "[", "]", "(", ")", "<math><mi>x</mi></math>", "2019", "x ", "<table><tr><td>", "\n"]
)  # fmt: skip
bodies = st.lists(PIECES, max_size=25).map(lambda pieces: clean_body("".join(pieces)))


@given(bodies)
def test_links_change_nothing_else(body):
    linked = link_citations(body, TEN)

    assert clean_body(linked) == linked
    assert without_links(linked) == without_links(body)


def without_links(html):
    for number in range(1, 11):
        html = html.replace(f'<a href="#ref{number}">', "")
    return html.replace("</a>", "")


def test_links_that_can_be_computed_again_are_taken_out():
    html = "<p>a [1], [2, с. 25]</p>"

    assert without_citation_links(link_citations(html, TEN), TEN) == html


def test_links_that_cannot_be_computed_stay():
    html = '<p>a<sup><a href="#ref1">1</a></sup>, [<a href="#ref2">2</a>]</p>'

    assert without_citation_links(html, TEN) == html


@needs_shared
def test_every_citation_of_the_real_article_is_linked():
    record = the_real_article()

    linked = link_citations(record.body, record.references)

    assert [linked.count(f'href="#ref{number}"') for number in range(1, 11)] == [1] * 10
