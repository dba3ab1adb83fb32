"""Bylines, names, affiliation lines and contact details of a manuscript."""

import pytest

from articles.imports.manuscript import read_manuscript
from articles.imports.manuscript.authors.affiliation_lines import parse_affiliation_line
from articles.imports.manuscript.authors.bylines import is_collective, parse_byline
from articles.imports.manuscript.authors.contacts import find_emails, find_orcids, strip_contacts
from articles.imports.manuscript.authors.names import NameLikelihood, name_likelihood
from articles.imports.manuscript.authors.surnames import is_same_person
from articles.imports.manuscript.lines.paragraph import Paragraph


@pytest.mark.parametrize(
    ("line", "names", "signs"),
    [
        ("К.Б. Мубашева*", ["К.Б. Мубашева"], [()]),
        ("Ж.К. Нобаева¹˒², М.С. Тестов*", None, None),
        ("G.T. Mock1*, N. Testov2", ["G.T. Mock", "N. Testov"], [("1",), ("2",)]),
        ("¹Серікбаева А.М., *²Қайратұлы Н.", ["Серікбаева А.М.", "Қайратұлы Н."], [("1",), ("2",)]),
        ("Osipova A.N2., Mock B.1", ["Osipova A.N.", "Mock B."], [("2",), ("1",)]),
        ("A. Mock¹,² and B. Testov¹", ["A. Mock", "B. Testov"], [("1", "2"), ("1",)]),
        ("Mock, J.; Testov, B.A.", ["Mock, J.", "Testov, B.A."], [(), ()]),
        ("Нобаева Жанар Қайратқызы", ["Нобаева Жанар Қайратқызы"], [()]),
        ("Тестов И.И., к.п.н., доцент", ["Тестов И.И."], [()]),
        ("Dana Mock a,*, Karim Testov b", ["Dana Mock", "Karim Testov"], [("a",), ("b",)]),
        ("A. Mock¹ and the Wells Study Group²", ["A. Mock", "Wells Study Group"], [("1",), ("2",)]),
        (
            "А. Тестов (PhD, Институт теней, Семей), Б. Мысал (доцент, Пробный университет, Тараз)",
            ["А. Тестов", "Б. Мысал"],
            [(), ()],
        ),
    ],
)
def test_a_byline_gives_names_and_marks(line, names, signs):
    byline = parse_byline(Paragraph(text=line))

    if names:
        assert [person.name for person in byline.people] == names
        assert [person.marks.signs for person in byline.people] == signs


@pytest.mark.parametrize(
    "line",
    [
        "А. Тестов [0000-0000-2014-0100], Б. Мысал [0000-0000-2014-0101]",
        "А. Тестов1 ORCID: 0000-0000-2014-0100; Б. Мысал2 ORCID: 0000-0000-2014-0101",
        "А. Тестов (https://orcid.org/0000-0000-2014-0100), "
        "Б. Мысал (https://orcid.org/0000-0000-2014-0101)",
    ],
)
def test_an_orcid_beside_a_name_is_that_author_s(line):
    byline = parse_byline(Paragraph(text=line))

    assert [(person.name, person.orcids) for person in byline.people] == [
        ("А. Тестов", ("0000-0000-2014-0100",)),
        ("Б. Мысал", ("0000-0000-2014-0101",)),
    ]


@pytest.mark.parametrize("separator", [", ", "; "])
def test_contacts_after_a_semicolon_are_those_of_the_author_before_it(separator):
    said = ["Тестова Анна Серикызы, к.т.н., Институт теней, Семей", "e-mail: testova@example.org"]
    line = separator.join([*said, "https://orcid.org/0000-0000-2014-0100"])

    byline = parse_byline(Paragraph(text=line))

    assert [(person.name, person.emails, person.orcids) for person in byline.people] == [
        ("Тестова Анна Серикызы", ("testova@example.org",), ("0000-0000-2014-0100",))
    ]
    assert byline.people[0].organisation == "Институт теней, Семей"


@pytest.mark.parametrize(
    ("name", "is_group"),
    [
        ("HEART Study Group", True),
        ("исследовательская группа «Степь»", True),
        ("«Дала» зерттеу тобы", True),
        ("Тобылбаева А.К.", False),
        ("Groupman J.", False),
    ],
)
def test_a_group_of_authors_is_no_person(name, is_group):
    assert is_collective(name) is is_group


@pytest.mark.parametrize(
    "line",
    [
        "Институт истории, Семей, Казахстан",
        "Education, Science and Society in the 2000-2010 Period",
        "История мостов вымышленного города",
    ],
)
def test_affiliations_and_titles_are_no_byline(line):
    byline = parse_byline(Paragraph(text=line))

    assert byline is None or not byline.is_sure


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("к.ф.н., и.о. доцента Тестова А.Б.", ["Тестова А.Б."]),
        ("Doctor of Pedagogical Sciences Testova A.B.", ["Testova A.B."]),
        ("Dr. Anna Testova, Prof. Kairat Mysalov", ["Anna Testova", "Kairat Mysalov"]),
        ("Анна Тестова (автор-корреспондент)", ["Анна Тестова"]),
        ("Mock A.B. (Cand. Sc. (Phil.), chief engineer)", ["Mock A.B."]),
        ("Анна Серикызы Тестова, УлгиТУ, Тараз, Казахстан", ["Анна Серикызы Тестова"]),
        ("Anna Mock (UTU, Taraz), Kairat Li (KazMU, Semey)", ["Anna Mock", "Kairat Li"]),
        ("Ф.И.О. авторов: Тестова А.Б., Мысалов К.", ["Тестова А.Б.", "Мысалов К."]),
        ("педагогика ғылымдарының кандидаты Ә. Б. Тестова", ["Ә. Б. Тестова"]),
        ("2nd year Master's student K. B. Testova", ["K. B. Testova"]),
        ("Анна Тестова, д.м.н., Степной университет, Тараз", ["Анна Тестова"]),
        ("LL.M, Anna Testova, Dala University, Taraz", ["Anna Testova"]),
    ],
)
def test_what_is_said_before_or_behind_a_name_is_no_part_of_it(line, names):
    assert [person.name for person in parse_byline(Paragraph(text=line)).people] == names


@pytest.mark.parametrize(
    "line",
    [
        "Научный руководитель – д.и.н., профессор Пробный У.",
        "Ғылыми жетекшісі п.ғ.к., доцент Сынақ Ө.",
        "Scientific supervisor: Prof. U. Sample",
        "Рецензент: Пробный У.А.",
        "Cand. Sc. (Phil.), Acting Associate Professor",
        "Научное наследие академика У.А. Пробного",
        "ПОДГОТОВКА СТУДЕНТОВ ПЕРВОГО КУРСА",
        "История степных.",
        "Қырғыз Республикасы.",
    ],
)
def test_supervisors_reviewers_and_other_words_are_no_authors(line):
    assert parse_byline(Paragraph(text=line)) is None


@pytest.mark.parametrize(
    ("name", "other", "is_same"),
    [
        ("Тестова Анна Серикызы", "Тестова А.С.", True),
        ("Үмітова Ерлан", "Умитова Ерлан", True),
        ("Тестова А.С.", "Тестова Б.С.", False),
        ("Тестов А.Б.", "Тестов Б.Б.", False),
        ("А. Тестова", "Тестова Анна Серикызы", True),
        ("Тестова Анна", "Мысалова Анна", False),
    ],
)
def test_a_person_who_is_named_again_is_the_same(name, other, is_same):
    assert is_same_person(name, other) is is_same


@pytest.mark.parametrize(
    ("text", "likelihood"),
    [
        ("Zh.O. Yesserkepova", NameLikelihood.YES),
        ("Ахметова Ж.Е.", NameLikelihood.YES),
        ("Mubasheva Kamila Beibitovna", NameLikelihood.YES),
        ("Saltanat Dummyeva", NameLikelihood.MAYBE),
        ("Жер-су атаулары", NameLikelihood.NO),
        ("Kokzhiek University", NameLikelihood.NO),
        ("Алматы, Қазақстан", NameLikelihood.NO),
    ],
)
def test_the_likelihood_that_a_text_is_a_name(text, likelihood):
    assert name_likelihood(text) == likelihood


@pytest.mark.parametrize(
    ("line", "name", "signs"),
    [
        ("¹ Institute, Astana, Kazakhstan, a@example.org", "Institute, Astana, Kazakhstan", ("1",)),
        ("2«Таусүт» орталығы, Текелі қ.", "«Таусүт» орталығы, Текелі қ.", ("2",)),
        ("Үлгі университеті (Семей қ.), e-mail: a@b.org", "Үлгі университеті (Семей қ.)", ()),
        ("к.ф.н., доцент, Университет Улги, Семей.", "Университет Улги, Семей", ()),
    ],
)  # fmt: skip
def test_an_affiliation_is_read_without_marks_emails_and_degrees(line, name, signs):
    affiliation = parse_affiliation_line(Paragraph(text=line))

    assert (affiliation.name, affiliation.signs) == (name, signs)


def test_an_orcid_is_read_with_a_cyrillic_last_letter():
    assert find_orcids("ORCID iD: https://orcid.org/0000-0002-1694-233Х") == ["0000-0002-1694-233X"]


def test_contacts_and_their_labels_are_removed_from_a_text():
    text = "Mock College (Springfield, USA), e-mail: a@example.org, +7 (701) 000-00-00"

    assert find_emails(text) == ["a@example.org"]
    assert strip_contacts(text) == "Mock College (Springfield, USA)"


def test_an_email_whose_length_changes_in_lower_case_is_ignored():
    assert find_emails("a@exampİle.org, B@Example.org") == ["B@Example.org"]


@pytest.mark.parametrize(
    ("line", "degree", "organisation"),
    [
        ("Тестова А.Л. – магистр, Институт теней, Семей", "магистр", "Институт теней, Семей"),
        ("Тестова А.Л. – PhD, доцент (Семей қ., Институт теней)", "PhD, доцент",
         "Семей қ., Институт теней"),
        ("А. Тестова (учитель, гимназия «Тень, степь», Семей)", "учитель",
         "гимназия «Тень, степь», Семей"),
        ("Тестова А.Л., доцент, Институт теней и мостов, Семей", "доцент",
         "Институт теней и мостов, Семей"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_split(line, degree, organisation):
    person = parse_byline(Paragraph(text=line)).people[0]

    assert (person.degree, person.organisation) == (degree, organisation)


def test_bylines_in_another_order_are_matched_by_surname():
    text = (
        "Учёт теней в степи\n\nТестова А.Л., Мысалов К.Т.\n\nИнститут теней, Семей, Казахстан\n\n"
        "Аннотация. В статье описаны тени выдуманных колодцев.\n\nВведение\n\n"
        + "Тени колодцев описаны впервые, и их глубина измерена. "
        * 5
        + "\n\nЛитература\n\n1. Мысалов К.Т. Тени. – Семей: Тень, 2009. – 77 с.\n\n"
        "The shadows of a steppe\n\nMysalov K.T., Testova A.L.\n\n"
        "Abstract. The shadows of invented wells are described in the article.\n"
    )

    authors = read_manuscript(text.encode(), "a.txt").authors

    assert [author.name["en"] for author in authors] == ["Testova A.L.", "Mysalov K.T."]
