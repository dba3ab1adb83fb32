"""Entities, tags, LaTeX, Markdown, invisible characters and marks of notes in texts."""

import pytest

from articles.records.names import Name
from articles.records.record import Funding, Reference, Statements
from tests.factories import a_record, an_affiliation, an_author
from tests.preflight.cases import found

SPACE = "Replace it with an ordinary space."
DELETE = "Delete it."
PAIR = "Add the tag that belongs to it, or delete this one."
BY_HAND = "Write it with plain signs, such as α, ×, x², or as a formula in the full text."
CHECKS = [
    "check_entities",
    "check_tags",
    "check_tex",
    "check_markdown",
    "check_invisible_characters",
    "check_note_marks",
    "check_unreadable_objects",
]


def quoted(finding):
    """The sign that the message begins with, the remedy."""
    return str(finding.message).partition("“")[2].partition("” ")[0], str(finding.remedy)


def signs(check, **changes):
    return [quoted(finding) for finding in found(a_record(**changes), check)]


@pytest.mark.parametrize("field", ["title", "abstract"])
@pytest.mark.parametrize(
    ("entity", "remedy"),
    [
        ("&laquo;", "Replace with “«”."),
        ("&amp;", "Replace with “&”."),
        ("&#1103;", "Replace with “я”."),
        ("&#x44F;", "Replace with “я”."),
        ("&amp;laquo;", "Replace with “«”."),
        ("&amp;amp;#1103;", "Replace with “я”."),
        ("&lt;", "Replace with “<”."),
        ("&nbsp;", SPACE),
        ("&nbsp", SPACE),
        ("&thinsp;", SPACE),
        ("&shy;", DELETE),
        ("&#8203;", DELETE),
    ],
)
def test_an_entity_is_reported_with_the_sign_it_stands_for(field, entity, remedy):
    (finding,) = found(a_record(**{field: {"ru": f"Соль {entity} вода"}}), "check_entities")

    assert quoted(finding) == (entity, remedy)
    assert (finding.level, finding.field, finding.language) == ("warns", field, "ru")
    assert (finding.spot.start, finding.spot.end) == (5, 5 + len(entity))


@pytest.mark.parametrize(
    "text", ["AT&T; R&D", "P&L; and &C;", "a & b; c", "https://example.org/?a=1&nbsp=2", "&copy2"]
)
def test_an_ampersand_of_the_text_is_no_entity(text):
    assert signs("check_entities", abstract={"en": text}) == []


def test_each_entity_of_a_text_is_reported_once_at_its_first_place():
    title = {"ru": "&laquo;Степь&raquo; и &laquo;соль&raquo;"}

    spots = [finding.spot.start for finding in found(a_record(title=title), "check_entities")]

    assert spots == [0, 12]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"keywords": {"ru": ("соль &amp; вода",)}}, "keywords"),
        ({"authors": (an_author(names={"ru": Name("О&#39;Нил", "Д.", "")}),)}, "authors[1].names"),
        ({"authors": (an_author(post={"ru": "зав. &amp; проф."}),)}, "authors[1].post"),
        ({"affiliations": (an_affiliation(name={"ru": "ТОО &laquo;А"}),)}, "affiliations[1].name"),
        ({"affiliations": (an_affiliation(unit={"ru": "НИИ &laquo;А"}),)}, "affiliations[1].unit"),
        ({"statements": Statements(thanks={"ru": "Фонд &laquo;А"})}, "statements.thanks"),
        ({"funding": (Funding(funder={"ru": "Фонд &laquo;А"}),)}, "funding[1].funder"),
        ({"references": (Reference(text="Книга. &mdash; 5 с."),)}, "references[1].text"),
        ({"references": (Reference(romanized="Kniga &amp; 5"),)}, "references[1].romanized"),
        ({"body": "<p>Степь &amp;laquo;А</p>"}, "body"),
    ],
)
def test_entities_are_found_in_every_text(changes, field):
    assert [finding.field for finding in found(a_record(**changes), "check_entities")] == [field]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("<em>x", [("<em>", "Replace with “<i>”.")]),
        ("x</strong>", [("</strong>", "Replace with “</b>”.")]),
        ('<sup class="a">2', [('<sup class="a">', "Replace with “<sup>”.")]),
        ("<i>x", [("<i>", PAIR)]),
        ("x</SUB>", [("</SUB>", PAIR)]),
        ("<p>x</p>", [("<p>", SPACE), ("</p>", DELETE)]),
        ("x<br/>y", [("<br/>", SPACE)]),
        ("<jats:title>x", [("<jats:title>", DELETE)]),
        ('<a href="https://example.org/">x', [('<a href="https://example.org/">', DELETE)]),
        ("x</unknown>", [("</unknown>", DELETE)]),
        ("<!-- note -->x", [("<!-- note -->", DELETE)]),
        ("<i>x</i> and <sub>2</sub>", []),
        ("a <b and c> d", []),
        ("the mean <p> of <x>, Vec<T>, 1 < 2 > 0", []),
    ],
)
def test_a_tag_that_is_no_markup_is_reported(text, results):
    assert signs("check_tags", title={"en": text}) == results


def test_our_own_tags_are_no_markup_outside_titles_and_abstracts():
    changes = {"keywords": {"en": ("<i>Stipa</i>",)}}

    assert signs("check_tags", **changes) == [("<i>", DELETE), ("</i>", DELETE)]
    assert signs("check_tags", abstract={"en": "<i>Stipa</i>"}) == []


@pytest.mark.parametrize(
    ("text", "sign", "remedy"),
    [
        ("law $x^2$", "$x^2$", "Replace with “x<sup>2</sup>”."),
        ("law $$10^{-3}\\alpha$$", "$$10^{-3}\\alpha$$", "Replace with “10<sup>-3</sup>α”."),
        ("law \\(n=3\\)", "\\(n=3\\)", "Replace with “n=3”."),
        ("law $n=3$", "$n=3$", "Replace with “n=3”."),
        ("law $\\frac{a}{b}$", "$\\frac{a}{b}$", BY_HAND),
        ("a \\alpha ray", "\\alpha", "Replace with “α”."),
        ("5 \\times{} 6", "\\times{}", "Replace with “×”."),
        ("\\textit{Stipa}", "\\textit{Stipa}", "Replace with “<i>Stipa</i>”."),
        ("\\mathrm{Ca}", "\\mathrm{Ca}", "Replace with “Ca”."),
        ("\\textbf{a \\beta}", "\\textbf{a \\beta}", BY_HAND),
        ("\\cite{a}", "\\cite{a}", BY_HAND),
        ("\\begin{x}", "\\begin{x}", BY_HAND),
        ('G{\\"o}del', '{\\"o}', "Replace with “ö”."),
        ("caf\\'e", "\\'e", "Replace with “é”."),
        ('\\"слово', '\\"', 'Replace with “"”.'),
        ("50\\%", "\\%", "Replace with “%”."),
        ("10^3", "10^3", "Replace with “10<sup>3</sup>”."),
        ("10^{-3}", "10^{-3}", "Replace with “10<sup>-3</sup>”."),
        ("CO_2", "CO_2", "Replace with “CO<sub>2</sub>”."),
        ("x_{ij}", "x_{ij}", "Replace with “x<sub>ij</sub>”."),
        ("рис.~1", "рис.~1", "Replace with “рис. 1”."),
        ("дала~мен", "дала~мен", "Replace with “дала мен”."),
        ("5--7", "--", "Replace with “–”."),
        ("степь --- соль", "---", "Replace with “—”."),
        ("``степь''", "``степь''", "Replace with ““степь””."),
    ],
)
def test_latex_is_reported_with_our_markup_or_the_sign(text, sign, remedy):
    assert signs("check_tex", title={"en": text}) == [(sign, remedy)]


@pytest.mark.parametrize(
    "text",
    [
        *("costs $5 and $10", "from $5-$10 to US$100/A$150", "~5 km, pH ~7, y ~ x"),
        *("C:\\data\\new", "run --publish now", "file_name, Table_1", "a – b — c", "5~7"),
        *("https://example.org/~user/a--b_2", "a_b@example.org", "10.5555/a--b_2", "x -- "),
    ],
)
def test_signs_of_the_text_are_no_latex(text):
    assert signs("check_tex", abstract={"en": text}) == []


def test_where_there_is_no_markup_figures_are_raised_by_their_own_signs():
    terms = ("10^3", "CO_2", "x^q")

    assert signs("check_tex", keywords={"en": terms}) == [
        ("10^3", "Replace with “10³”."),
        ("CO_2", "Replace with “CO₂”."),
        ("x^q", BY_HAND),
    ]


@pytest.mark.parametrize(
    ("text", "sign", "remedy"),
    [
        ("**Stipa** x", "**Stipa**", "Replace with “<b>Stipa</b>”."),
        ("__Stipa__ x", "__Stipa__", "Replace with “<b>Stipa</b>”."),
        ("on *Stipa* x", "*Stipa*", "Replace with “<i>Stipa</i>”."),
        ("on _Stipa_ x", "_Stipa_", "Replace with “<i>Stipa</i>”."),
        ("[x](https://example.org/)", "[x](https://example.org/)", "Replace with “x”."),
        ("`x` y", "`x`", "Replace with “x”."),
        ("## Степь", "## ", DELETE),
    ],
)
def test_markdown_is_reported_with_our_markup_or_without_its_signs(text, sign, remedy):
    assert signs("check_markdown", title={"en": text}) == [(sign, remedy)]


@pytest.mark.parametrize(
    "text",
    [
        *("*p < 0.05; **p < 0.01; ***p < 0.001", "A* search, C*-algebras, 5*3*2", "C# 5, #tag"),
        *("sel`skoe i pis`mo", "[1] and [2](see)", "file_name_1", "Title*"),
    ],
)
def test_stars_and_strokes_of_the_text_are_no_markdown(text):
    assert signs("check_markdown", abstract={"en": text}) == []


def test_markdown_in_a_keyword_is_proposed_without_its_signs():
    assert signs("check_markdown", keywords={"en": ("*Stipa*",)}) == [
        ("*Stipa*", "Replace with “Stipa”.")
    ]


@pytest.mark.parametrize(
    ("text", "level", "message", "remedy"),
    [
        ("a\u200bb", "warns", "“a▯b”: an invisible character (U+200B) stands at ▯.", DELETE),
        ("a\u00adb", "warns", "“a▯b”: an invisible character (U+00AD) stands at ▯.", DELETE),
        ("\ufeffab", "warns", "“▯ab”: an invisible character (U+FEFF) stands at ▯.", DELETE),
        ("a\u200eb", "warns", "“a▯b”: an invisible character (U+200E) stands at ▯.", DELETE),
        ("a\u202eb", "warns", "“a▯b”: an invisible character (U+202E) stands at ▯.", DELETE),
        ("a\u2066b", "warns", "“a▯b”: an invisible character (U+2066) stands at ▯.", DELETE),
        ("a\u200db", "warns", "“a▯b”: an invisible character (U+200D) stands at ▯.", DELETE),
        ("»\u200c–", "warns", "“»▯–”: an invisible character (U+200C) stands at ▯.", DELETE),
        ("a\x85b", "warns", "“a▯b”: an invisible character (U+0085) stands at ▯.", DELETE),
        ("a\uf0b7b", "warns", "“a▯b”: an invisible character (U+F0B7) stands at ▯.", DELETE),
        ("a\u00a0b", "notes", "“a▯b”: a no-break space (U+00A0) stands at ▯.", SPACE),
        ("a\u202fb", "notes", "“a▯b”: a no-break space (U+202F) stands at ▯.", SPACE),
        ("a\tb", "warns", "“a▯b”: a tab or a line break stands at ▯.", SPACE),
        ("a\nb", "warns", "“a▯b”: a tab or a line break stands at ▯.", SPACE),
    ],
)
def test_an_invisible_character_in_a_title_is_shown_by_its_place(text, level, message, remedy):
    (finding,) = found(a_record(title={"en": text}), "check_invisible_characters")

    assert (finding.level, str(finding.message), str(finding.remedy)) == (level, message, remedy)


@pytest.mark.parametrize(
    "changes",
    [
        {"abstract": {"en": "One paragraph.\nAnother."}},
        {"statements": Statements(data={"en": "One.\nAnother."})},
        {"title": {"en": "سلام \u200fabc\u200e"}},
        {"title": {"en": "می\u200cخواهم"}},
        {"title": {"en": "Plain title – “with” signs’"}},
    ],
)
def test_characters_that_the_writing_needs_are_not_reported(changes):
    assert signs("check_invisible_characters", **changes) == []


def test_no_break_spaces_are_reported_once_in_the_references_and_warned_of_in_keywords():
    record = a_record(
        keywords={"en": ("salt\u00a0lake",)},
        references=tuple(Reference(text=f"С.\u00a0{number}") for number in (5, 6)),
    )

    results = [(one.level, one.field) for one in found(record, "check_invisible_characters")]

    assert results == [("warns", "keywords"), ("notes", "references[1].text")]


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("Растения степи*", "*"),
        ("Растения степи **", "**"),
        ("Растения ҚР*", "*"),
        ("Степь в 2024*", "*"),
        ("Растения степи†", "†"),
        ("Растения степи¹", "¹"),
        ("Растения «степи»²", "²"),
        ("Растения степи?¹,²", "¹,²"),
        ("Растения степи<sup>1</sup>", "1"),
        ("Растения степи <sup>*</sup>", "*"),
    ],
)
def test_the_mark_of_a_note_at_the_end_of_a_title_is_reported(title, mark):
    (finding,) = found(a_record(title={"ru": title}), "check_note_marks")

    assert (finding.level, finding.field, finding.language) == ("warns", "title", "ru")
    assert str(finding.message) == f"“{title}”: “{mark}” looks like the mark of a note."
    assert title[finding.spot.start : finding.spot.end] == mark


@pytest.mark.parametrize(
    "title",
    [
        *("Расход воды в м³", "Площадь в км²", "Рост в 10³", "Оценка R²", "Теория C*", "Ион Ca²⁺"),
        *(
            "Рост в 10<sup>3</sup>",
            "Ион Ca<sup>2+</sup>",
            "Скорость, сек<sup>1</sup>",
            "A* и степь",
        ),
    ],
)
def test_powers_units_and_charges_are_no_notes(title):
    assert found(a_record(title={"ru": title}), "check_note_marks") == []


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        (Name("Иванов*", "И.", "И."), "*"),
        (Name("Иванов", "Иван¹", ""), "¹"),
        (Name("Иванов", "И.И.1,2", ""), "1,2"),
        (Name("Иванов", "И.", "И.*"), "*"),
        (Name("¹Иванов", "И.", "И."), "¹"),
        (Name("Иванов1*", "И.", "И."), "1*"),
    ],
)
def test_the_mark_of_a_note_at_a_name_is_reported(name, mark):
    (finding,) = found(a_record(authors=(an_author(names={"ru": name}),)), "check_note_marks")

    assert (finding.field, finding.language) == ("authors[1].names", "ru")
    assert f": “{mark}” looks like the mark of a note." in str(finding.message)
    assert str(finding.remedy) == (
        "Delete the mark. The author's affiliations are given by their numbers."
    )


@pytest.mark.parametrize(
    ("name", "count"),
    [("¹Институт воды", 1), ("Институт воды*", 1), ("1-я больница", 0), ("Институт № 2", 0)],
)
def test_the_mark_of_a_note_at_an_organisation_is_reported(name, count):
    group = an_author(kind="organisation", names={}, collective={"ru": name})
    record = a_record(affiliations=(an_affiliation(name={"ru": name}),), authors=(group,))

    fields = [finding.field for finding in found(record, "check_note_marks")]

    assert fields == ["affiliations[1].name", "authors[1].collective"][: 2 * count]


@pytest.mark.parametrize("check", CHECKS)
def test_a_correct_record_has_none(check):
    record = a_record(
        title={"en": "The <i>Stipa</i> of 5 °C: H<sub>2</sub>O & salt"},
        authors=(an_author(names={"en": Name("Smith", "J. R.", "III")}),),
        references=(Reference(text="Ivanov I. — М.: Наука, 2019. – 5 с. – https://e.org/a_b--c"),),
    )

    assert found(record, check) == []


def test_the_place_of_a_formula_that_could_not_be_read_is_told():
    record = a_record(body="<p>Мұндағы ￼ деп алдық.</p>")

    results = [(one.level, str(one.message)) for one in found(record, "check_unreadable_objects")]
    assert results == [
        ("blocks", "A formula or an object of the manuscript could not be read: “Мұндағы▯”.")
    ]


def test_a_formula_of_the_full_text_is_no_leftover():
    formula = "<math><mi>sin</mi><mo>\u2061</mo><mi>x</mi><mo>&lt;</mo><mn>1</mn></math>"

    record = a_record(body=f"<p>Мұндағы {formula} деп алдық.</p>")

    assert [check for check in CHECKS if found(record, check)] == []
