from articles import preflight
from articles.preflight import findings
from articles.preflight.matrix import completeness
from articles.records.languages import text
from tests.broken_records import RECORDS
from tests.exports.articles import a_full_record
from tests.factories import a_record, an_author
from tests.goldens import golden
from tests.preflight.records import records


def cells(record, found=()):
    return {
        row.field: [(str(cell.label), str(cell.amount)) for cell in row.cells]
        for row in completeness(record, found)
    }


def test_texts_are_counted_in_words_without_markup():
    record = a_record(abstract=text("Дала <i>Stipa</i> – гүл.", "Степь"))

    assert cells(record)["abstract"] == [
        ("complete", "3 words"),
        ("complete", "1 word"),
        ("missing", "0 words"),
    ]


def test_keywords_are_counted_in_terms():
    record = a_record(keywords={"kk": ("дала", "гүл"), "ru": ("степь",)})

    assert cells(record)["keywords"] == [
        ("complete", "2 terms"),
        ("complete", "1 term"),
        ("missing", "0 terms"),
    ]


def test_names_of_some_authors_are_partial():
    kazakh_only = an_author(names={"kk": an_author().names["kk"]})
    record = a_record(authors=(an_author(), kazakh_only))

    assert cells(record)["authors"] == [
        ("complete", "2 of 2"),
        ("partial", "1 of 2"),
        ("partial", "1 of 2"),
    ]


def test_what_is_there_and_warned_of_wants_a_look():
    record = a_record(title=text("ХХІ ғасыр даласы", "Степь XXI века", "Steppe"))
    record_with_numeral = a_record(abstract=text("ХХІ ғасыр", "Степь", "Steppe"))

    assert cells(record_with_numeral, findings(record_with_numeral))["abstract"][0] == (
        "check",
        "2 words",
    )
    assert [label for label, _amount in cells(record)["title"]] == ["complete"] * 3


def test_an_article_without_organisations_has_no_row_for_them():
    assert "affiliations" not in cells(a_record(affiliations=()))


def test_completeness_of_many_records_is_that_of_the_golden_file():
    lines = []
    for name, record in {**RECORDS, "full": a_full_record(), **records()}.items():
        lines.append(name)
        for row in completeness(record, preflight.findings(record)):
            cells = [f"{cell.language} {cell.state} {cell.amount}" for cell in row.cells]
            lines.append(f"  {row.field} {row.label}: {'; '.join(cells)}")

    written = "\n".join([*lines, ""]).encode()
    assert written == golden("findings/completeness.txt", written)
