"""The small steps of the reader of manuscripts, each by itself."""

import pytest

from articles.imports.manuscript.authors.affiliation_lines import organisation_of
from articles.imports.manuscript.authors.bylines import byline_of
from articles.imports.manuscript.authors.contacts import emails, orcids, without_contacts
from articles.imports.manuscript.authors.names import Sure, is_name
from articles.imports.manuscript.classify.paragraph_types import known_heading
from articles.imports.manuscript.facts.codes import dois_in, irsti_in, page_range, udc_in
from articles.imports.manuscript.facts.dates import dated_events, is_date_line
from articles.imports.manuscript.header.header import read_header
from articles.imports.manuscript.header.keywords import keywords_in
from articles.imports.manuscript.labels.label import label_of
from articles.imports.manuscript.language import tongue
from articles.imports.manuscript.lines.hyphens import Hyphens
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.lines.running_heads import find_furniture
from articles.imports.readers.line import Line, styled
from articles.imports.readers.markdown_inline import runs
from articles.imports.readers.pdf_lines import Piece, lines_of


@pytest.mark.parametrize(
    ("text", "element", "rest"),
    [
        ("Аңдатпа. Мақалада", "abstract", "Мақалада"),
        ("Kлючевые cлова: мост", "keywords", "мост"),
        ("ABSTRACT", "abstract", ""),
        ("IRSTI/МРНТИ/ХҒТАР 76.29.48", "irsti", "76.29.48"),
        ("FTAMP 14.15.07", "irsti", "14.15.07"),
        ("5. References", "romanized", ""),
        ("8. Funding", "funding", ""),
        ("Пайдаланылған әдебиеттер тізімі:", "references", ""),
        ("*Корреспонденция үшін автор: a@example.org", "correspondence", "a@example.org"),
        ("Abstract in English: The article", "abstract", "The article"),
        ("Әдебиеттер (References)", "references", ""),
    ],
)
def test_a_label_is_known_in_any_language_and_spelling(text, element, rest):
    label = label_of(Paragraph(text=text))

    assert (label.element, text[label.end :].strip()) == (element, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Литература прошлого века изучена мало",
        "Обзор литературы",
        "Автор рассматривает вопрос",
        "Results and discussion",
        "Абстракция и форма",
        "Summary judgments are rare",
    ],
)
def test_the_same_words_inside_a_sentence_are_no_label(text):
    assert label_of(Paragraph(text=text)) is None


@pytest.mark.parametrize(
    ("line", "events"),
    [
        (
            "Түсті: 16.02.2021 / Жарияланымға рұқсат етілді: 15.03.2021",
            {"received": "2021-02-16", "accepted": "2021-03-15"},
        ),
        (
            "Мақала редакцияға 2021 жылғы 16 ақпанда түсті, 2021 ж. 5 наурызда басуға қабылданды.",
            {"received": "2021-02-16", "accepted": "2021-03-05"},
        ),
        (
            "Статья поступила в редакцию 12.03.2022; одобрена после рецензирования 15.04.2022; "
            "принята к публикации 20.04.2022.",
            {"received": "2022-03-12", "revised": "2022-04-15", "accepted": "2022-04-20"},
        ),
        (
            "Received July 12, 2021 · Revised 3rd August 2021 · Accepted: 2021-09-03",
            {"received": "2021-07-12", "revised": "2021-08-03", "accepted": "2021-09-03"},
        ),
        ("Received in revised form 03.02.23.", {"revised": "2023-02-03"}),
        ("12.01.23 ж. баспаға түсті.", {"received": "2023-01-12"}),
        ("Опубликована: 31.02.2021", {}),
    ],
)
def test_dates_of_events_are_read_in_every_form(line, events):
    assert dict(dated_events(line)) == events


@pytest.mark.parametrize(
    "line",
    [
        "Электронный ресурс (дата обращения: 20.01.2021)",
        "Бекет 2000 жылғы 22 шілдеде ашылды, кейін оның жұмысы тоқтатылып, қайта жанданды.",
        "The museum was opened on July 22, 2000, and the collection has been accepted since then.",
    ],
)
def test_a_date_in_a_sentence_makes_no_line_of_dates(line):
    assert not is_date_line(line)


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
    ],
)
def test_a_byline_gives_names_and_marks(line, names, signs):
    byline = byline_of(Paragraph(text=line))

    if names:
        assert [person.name for person in byline.people] == names
        assert [person.marks.signs for person in byline.people] == signs


@pytest.mark.parametrize(
    "line",
    [
        "Институт истории, Семей, Казахстан",
        "Education, Science and Society in the 2000-2010 Period",
        "История мостов вымышленного города",
    ],
)
def test_organisations_and_titles_are_no_byline(line):
    byline = byline_of(Paragraph(text=line))

    assert byline is None or not byline.is_sure


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Zh.O. Yesserkepova", Sure.YES),
        ("Ахметова Ж.Е.", Sure.YES),
        ("Mubasheva Kamila Beibitovna", Sure.YES),
        ("Saltanat Dummyeva", Sure.MAYBE),
        ("Жер-су атаулары", Sure.NO),
        ("Kokzhiek University", Sure.NO),
        ("Алматы, Қазақстан", Sure.NO),
    ],
)
def test_how_sure_it_is_that_a_text_is_a_name(text, sure):
    assert is_name(text) == sure


@pytest.mark.parametrize(
    ("line", "name", "signs"),
    [
        ("¹ Institute, Astana, Kazakhstan, a@example.org", "Institute, Astana, Kazakhstan", ("1",)),
        ("2«Таусүт» орталығы, Текелі қ.", "«Таусүт» орталығы, Текелі қ.", ("2",)),
        ("Үлгі университеті (Семей қ.), e-mail: a@b.org", "Үлгі университеті (Семей қ.)", ()),
        ("к.ф.н., доцент, Университет Улги, Семей.", "Университет Улги, Семей", ()),
    ],
)  # fmt: skip
def test_an_organisation_is_kept_without_marks_addresses_and_degrees(line, name, signs):
    organisation = organisation_of(Paragraph(text=line))

    assert (organisation.name, organisation.signs) == (name, signs)


def test_codes_are_read_from_one_line():
    line = "ӘОЖ 811.512.122'373; МҒТАР 16.21.33 https://doi.org/10.5555/a.2021/1(2)."

    assert udc_in(line) == ["811.512.122'373"]
    assert irsti_in(line) == ["16.21.33"]
    assert dois_in(line) == ["10.5555/a.2021/1(2)"]


def test_several_codes_are_separated():
    assert irsti_in("ҒТАМР 68.39.15, 44.31.35") == ["68.39.15", "44.31.35"]
    assert udc_in("УДК 81'27; 811") == ["81'27", "811"]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("2024, 146(1), 58-70. https://doi.org/10.5555/2024-146-1-58-70", (58, 70)),
        ("С. 12–19", (12, 19)),
        ("2019–2021", None),
        ("70-58", None),
    ],
)
def test_a_range_of_pages_is_read(text, pages):
    assert page_range(text) == pages


def test_an_orcid_is_read_with_a_cyrillic_last_letter():
    assert orcids("ORCID iD: https://orcid.org/0000-0002-1694-233Х") == ["0000-0002-1694-233X"]


def test_addresses_and_their_labels_are_taken_out_of_a_text():
    text = "Mock College (Springfield, USA), e-mail: a@example.org, +7 (701) 000-00-00"

    assert emails(text) == ["a@example.org"]
    assert without_contacts(text) == "Mock College (Springfield, USA)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("мост, река, город.", ["мост", "река", "город"]),
        ("a; b, c; d.", ["a", "b, c", "d"]),
        ("a / b / c", ["a", "b", "c"]),
        ("a – b – c", ["a", "b", "c"]),
        ("- мост\n- река", ["мост", "река"]),
        ("мост (каменный, деревянный), река", ["мост (каменный, деревянный)", "река"]),
        ("", []),
    ],
)
def test_keywords_are_separated_by_the_sign_that_the_list_uses(text, words):
    assert keywords_in(text) == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мақалада көпір тарихы қарастырылады", "kk"),
        ("В статье рассматривается история", "ru"),
        ("The article deals with the history of a bridge", "en"),
        ("Bu çalışmada öğrencilerin okuma alışkanlıkları incelenmiştir", "other"),
        ("Макалада тоо кыртышынын курамы каралат, изилдөө үч жыл бою жүргүзүлүп бүткөн", "other"),
        ("Maqolada yer resurslarini baholash usullari ko‘rib chiqilgan va o‘rganilgan", "other"),
        ("123", ""),
    ],
)  # fmt: skip
def test_the_language_of_a_text_is_told_by_letters_and_small_words(text, language):
    assert tongue(text) == language


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Зерттеу материалдары және әдістемесі", True),
        ("3 Результаты и их обсуждение", True),
        ("II. Materials and Methods", True),
        ("История мостов", False),
        ("Введение в заблуждение", False),
    ],
)
def test_headings_are_known_by_their_words(text, known):
    assert known_heading(text) == known


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("сүтті салқы-", "ндату", "сүтті салқы"),
        ("Pre-", "cooling with water", "Pre-"),
        ("ғылыми-", "өндірістік", "ғылыми-"),
        ("жабдықсыз-", "ақ алты", "жабдықсыз-"),
        ("https://doi.org/10.5555/a-", "146-1", "https://doi.org/10.5555/a-"),
        ("no hyphen", "here", None),
    ],
)
def test_a_hyphen_at_a_lines_end_is_kept_if_it_is_the_words_own(line, following, joined):
    hyphens = Hyphens(["экономика-", "отде-", "освеще-", "охла-", "сүт"])

    assert hyphens.joined(line, following) == joined


def test_running_heads_and_page_numbers_are_put_aside():
    texts = ["Хабаршы. №1 2021", "first", "112", "Хабаршы. №1 2021", "second", "113"]
    lines = tuple(
        Line(text=text, number=at, page=1 + at // 4, gap=True) for at, text in enumerate(texts, 1)
    )

    sheets = find_furniture(lines)

    assert sheets.furniture == {1, 3, 4, 6}
    assert (sheets.first, sheets.last) == (112, 113)


@pytest.mark.parametrize(
    ("markdown", "text", "spans"),
    [
        ("**Label.** text", "Label. text", [("b", "Label.")]),
        ("*\\*e-mail: a@b.org*", "*e-mail: a@b.org", [("i", "*e-mail: a@b.org")]),
        ("**Mock³***", "Mock³*", [("b", "Mock³")]),
        ("Mock1*, Test2*", "Mock1*, Test2*", []),
        ("A^1,\\*^ <sup>2</sup>", "A1,* 2", [("sup", "1,*"), ("sup", "2")]),
        ("[http://a.org/b\\_c](http://a.org/b_c)", "http://a.org/b_c", []),
        ("<https://d.org> <a@b.org>", "https://d.org a@b.org", []),
        ("snake_case_word and 2 * 3", "snake_case_word and 2 * 3", []),
    ],
)  # fmt: skip
def test_markdown_inside_a_line_becomes_styles(markdown, text, spans):
    shown, found = styled(runs(markdown))

    assert shown == text
    assert [(span.style, shown[span.start : span.end]) for span in found] == spans


def test_what_goes_on_from_an_organisation_that_is_none_is_left():
    label = Paragraph(text="Workplace:", lines=(1,))
    place = Paragraph(text="Семей, Казахстан", lines=(2,))

    header = read_header([label, place])

    assert (header.organisations, header.left) == ([], [place])


def test_letters_without_a_size_are_a_line():
    pieces = [Piece("Мосты", 50.0, 700.0, 0.0, ""), Piece("степи", 50.0, 600.0, 0.0, "")]

    assert [line.text for line in lines_of(pieces, 1, 1.0)] == ["Мосты", "степи"]


@pytest.mark.parametrize(
    "text", ["Received 1 April 202٣1", "Received 1 April 20231", "101.04.2021"]
)
def test_a_year_of_five_digits_is_no_date(text):
    assert list(dated_events(text)) == []


def test_a_person_stands_between_the_own_lines_of_two():
    texts = [
        "Ерлан ТӨЛЕГЕНҰЛЫ", "профессор", "Дала университеті, Семей, Қазақстан",
        "Гүлнар ӘБІШЕВА", "PhD докторант", "Жетісу университеті, Семей, Қазақстан",
    ]  # fmt: skip
    lines = [Paragraph(text=text, lines=(at,)) for at, text in enumerate(texts)]

    header = read_header(lines)

    assert [one.people[0].name for one in header.bylines] == [texts[0], texts[3]]
    assert header.titles == []


@pytest.mark.parametrize("size", [7.2, 7.9])
def test_small_raised_signs_are_superscripts_and_small_capitals_are_not(size):
    pieces = [Piece("Tan", 50, 700, 9, ""), Piece("a,*", 66, 704, size, ""),
              Piece(", LI", 75, 700, size, "")]  # fmt: skip

    (line,) = lines_of(pieces, 1, 1.0)

    assert (line.text, [(s.start, s.end, s.style) for s in line.spans]) == (
        "Tana,*, LI",
        [(3, 6, "sup")],
    )


def test_an_address_that_small_letters_would_change_is_none():
    assert emails("a@exampİle.org, B@Example.org") == ["B@Example.org"]


def test_a_title_may_name_a_post():
    texts = ["Ж.Қ. Нобаева", "Дала университеті, Семей, Қазақстан",
             "Models of the language portrait of a rural teacher"]  # fmt: skip
    lines = [Paragraph(text=text, lines=(at,)) for at, text in enumerate(texts)]

    header = read_header(lines)

    assert [title.text for title in header.titles] == texts[2:]


def test_pages_in_digits_of_another_alphabet_are_none():
    assert page_range("P. 21–١30") is None
    assert page_range("P. 21–30") == (21, 30)
