"""Statements of authors in JATS: as JATS4R has them, as publishers and our earlier exports did."""

import pytest

from articles.records.record import Statements
from tests.exports.articles import written
from tests.exports.schemas import errors
from tests.factories import a_public_record
from tests.imports.records import records_in

FOOTNOTES = '<section id="footnotes"><ol><li id="fn1">Ескерту.</li></ol></section>'
BODY = f'<p>Мәтін<a href="#fn1">1</a>.</p>{FOOTNOTES}'
ALL = Statements(
    contributions={"kk": "Ұ.Т. жазды.", "en": "U.T. wrote."},
    conflicts={"kk": "Жоқ.", "ru": "Нет."},
    data={"en": "At https://example.org/d?a=1&b=2"},
    thanks={"kk": "Алғыс."},
)


def with_back(back, front=""):
    xml = written("jats", a_public_record(body="<p>Мәтін.</p>", references=())).decode()
    xml = xml.replace("</body>", f"</body><back>{back}</back>")
    return xml.replace("</contrib-group>", f"</contrib-group>{front}", 1).encode()


def test_statements_are_written_by_jats4r_and_read_back():
    xml = written("jats", a_public_record(statements=ALL, body=BODY))

    (back,) = records_in(xml)

    assert '<fn fn-type="con" xml:lang="en"><p>U.T. wrote.</p></fn>' in xml.decode()
    assert '<fn fn-type="coi-statement" xml:lang="ru"><p>Нет.</p></fn>' in xml.decode()
    assert (back.statements, back.body) == (ALL, BODY)
    assert errors(xml, "jats") == []


@pytest.mark.parametrize(
    ("back", "front"),
    [
        ('<fn-group><fn fn-type="coi-statement"><p>None.</p></fn></fn-group>', ""),
        ('<fn-group><fn fn-type="conflict"><p>None.</p></fn></fn-group>', ""),
        ('<notes notes-type="conflicts"><p>None.</p></notes>', ""),
        ('<notes notes-type="COI-statement"><title>Conflicts</title><p>None.</p></notes>', ""),
        (
            "<ack><p/></ack>",
            '<author-notes><fn fn-type="coi-statement"><p>None.</p></fn></author-notes>',
        ),
    ],
)
def test_conflicts_are_found_where_publishers_put_them(back, front):
    (record,) = records_in(with_back(back, front))

    assert record.statements == Statements(conflicts={"kk": "None."})
    assert record.body == "<p>Мәтін.</p>"


@pytest.mark.parametrize(
    "back",
    [
        '<sec sec-type="data-availability"><title>Data</title><p>Here.</p></sec>',
        '<notes notes-type="data-availability"><p>Here.</p></notes>',
    ],
)
def test_availability_of_data_is_no_part_of_the_text(back):
    (record,) = records_in(with_back(back))

    assert record.statements == Statements(data={"kk": "Here."})
    assert record.body == "<p>Мәтін.</p>"


def test_notes_of_another_kind_stay_in_the_text():
    (record,) = records_in(with_back('<notes notes-type="x"><p>Other.</p></notes>'))

    assert record.statements == Statements()
    assert "Other." in record.body
