"""History and conflicts show every field and value of a record in the editor's language."""

from typing import Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest
from django.utils import translation

from articles.admin.article.wording.credit_roles import CREDIT_CHOICES
from articles.admin.article.wording.key_names import KeyNames, key_names_in
from articles.admin.article.wording.labels import field_label
from articles.admin.article.wording.text_diff import as_text
from articles.admin.article.wording.values import FORMATTERS, display, dotted_field
from articles.admin.history.differences import differences
from articles.models import Author
from articles.records.countries import COUNTRIES
from articles.records.diff import changes, comparable
from articles.records.jats import PUBLICATION_TYPES
from articles.records.languages import LANGUAGES
from articles.records.names import Name
from articles.records.record import Record
from tests.factories import a_journal, a_record, an_author, an_issue

# Named alike in every language, or of no language.
INTERNATIONAL = {"DOI", "EDN", "JEL", "ORCID", "ROR", "CRediT", "URL", "SHA-256", "PDF"}
ATTACHED = {
    "section",
    "id",
    "site",
    "journal",
    "issue",
    "codes",
    "path",
    "released_on",
}  # never stored, or unseen
INTERFACE = list(LANGUAGES)


def structs(kind):
    """The kinds of struct within a type, however deep."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return [kind]
    return [one for inner in get_args(kind) for one in structs(inner)]


def leaves(kind=Record, path=()):
    """Every field of a record to its last part, with its type: ("authors", 0, "roles")."""
    for name, of in get_type_hints(kind).items():
        if name in ATTACHED or name.startswith("__"):
            continue
        place = (0,) if get_origin(of) is tuple and structs(of) else ()
        inner = [one for one in structs(of) if one is not Name]
        if inner:
            yield from leaves(inner[0], (*path, name, *place))
        else:
            yield (*path, name), of


LEAVES = dict(leaves())
CODED = {
    **{path: get_args(of) for path, of in LEAVES.items() if get_origin(of) is Literal},
    ("authors", 0, "roles", 0): [code for code, _label in CREDIT_CHOICES],
    ("affiliations", 0, "country"): COUNTRIES,
    ("references", 0, "type"): PUBLICATION_TYPES,
    ("licence",): ["https://creativecommons.org/licenses/by-nc/4.0/"],
}


def test_every_leaf_of_the_record_is_covered():
    assert {("title",), ("authors", 0, "names"), ("internal", "reviewed_on")} <= set(LEAVES)
    assert len(LEAVES) > 60


@pytest.mark.parametrize("language", INTERFACE)
def test_every_field_has_a_label(language):
    with translation.override(language):
        labels = {path: field_label(path).label for path in LEAVES}

    bare = {path: label.partition(": ")[2] or label for path, label in labels.items()}
    assert [path for path, label in bare.items() if label == path[-1] and language != "en"] == []
    assert [label for label in labels.values() if "_" in label] == []
    assert len(set(labels.values())) == len(labels)


def test_labels_are_translated():
    shown = {}
    for language in INTERFACE:
        with translation.override(language):
            shown[language] = [field_label(path).label for path in LEAVES]

    same = [
        english
        for kazakh, russian, english in zip(*shown.values(), strict=True)
        if english in (kazakh, russian) and english not in INTERNATIONAL
    ]
    assert same == []


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("path", CODED, ids=dotted_field)
def test_every_code_has_a_label(path, language):
    with translation.override(language):
        shown = {code: display(path, code) for code in CODED[path]}

    assert len(set(shown.values())) == len(shown)
    if language != "en":
        assert [code for code, label in shown.items() if label == code] == []
    assert [label for label in shown.values() if "_" in label or "://" in label] == []


def test_dates_are_written_as_the_language_writes_them():
    dated = [path for path, of in LEAVES.items() if "date" in str(of)]
    shown = {}
    for language in INTERFACE:
        with translation.override(language):
            shown[language] = {as_text(display(path, "2024-01-15")) for path in dated}

    assert len(dated) == 7
    assert shown == {
        "kk": {"2024 жылғы 15 қаңтар"},
        "ru": {"15 января 2024 г."},
        "en": {"15 January 2024"},
    }


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        (("status",), "draft", "черновик"),
        (("udc",), ["draft"], ["draft"]),
        (("status",), None, None),
        (("authors", 1, "corresponding"), True, "да"),
        (("internal", "originality"), 85.5, "85,5 %"),
        (("galleys", 0, "size"), 14, "14\xa0байт"),
        (("internal", "reviewed_on"), ["2024-01-15"], ["15 января 2024 г."]),
        (("relations", 0, "article_id"), 5, "№ 5"),
        (("section_id",), 5, "№ 5"),
        (("status",), "unknown", "unknown"),
    ],
)
def test_other_values_are_left_as_they_are(path, value, shown):
    with translation.override("ru"):
        assert display(path, value) == shown


def test_an_author_is_shown_with_all_parts():
    author = an_author(
        orcid="0000-0000-0000-0001",
        corresponding=True,
        roles=("software", "supervision"),
        degree={"kk": "PhD", "ru": "PhD"},
        author_id=7,
    )
    tree = comparable(a_record(authors=(author,)))["authors"][0]
    with translation.override("en"):
        shown = as_text(display(("authors", 0), tree, KeyNames({("author_id", 7): "Төлегенова"})))

    assert shown == (
        "Төлегенова Ұлжан Сейітқызы / Тулегенова Улжан Сейтовна / Tolegenova Ulzhan (1), "
        "0000-0000-0000-0001 · degree: PhD / PhD · corresponding author: yes · "
        "CRediT: Software, Supervision · known person: Төлегенова"
    )


@pytest.mark.django_db
def test_keys_are_shown_by_the_names_of_their_rows(django_assert_num_queries):
    issue = an_issue(a_journal(), number="2")
    person = Author.objects.create(family_name_kk="Төлегенова")
    before = a_record()
    after = msgspec.structs.replace(
        before, issue_id=issue.pk, authors=(an_author(author_id=person.pk), an_author())
    )

    with django_assert_num_queries(2):
        shown_changes = differences(changes(before, after))

    shown = {
        change.place.label: "".join(piece.text for piece in change.after)
        for change in shown_changes
    }
    assert shown["Issue"] == "2024, № 2"
    assert shown["Author 1"].endswith("known person: Төлегенова")


def test_values_without_keys_take_no_query():
    assert key_names_in([("title", "Дала"), ("authors", [{"names": {}}])]).known == {}


def test_a_file_is_shown_as_one_text():
    files = [
        {"id": 3, "language": "kk", "name": "a.pdf", "size": 14, "checksum": "ab" * 32, "path": "x"}
    ]
    with translation.override("kk"):
        shown = as_text(display(("galleys",), files))

    assert shown == "1. қазақ тілі · a.pdf · 14\xa0байт · SHA-256: abababab"


def test_every_formatter_is_for_a_field_of_the_record():
    assert set(FORMATTERS) - {dotted_field(path) for path in LEAVES} == set()


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("kk", "CN", "Қытай"),
        ("ru", "CN", "Китай"),
        ("en", "CN", "China"),
        ("de", "CN", "Қытай"),
        ("en", "XX", "XX"),
    ],
)
def test_a_country_is_named_in_the_language_of_the_interface_or_in_kazakh(language, code, name):
    with translation.override(language):
        assert display(("affiliations", 0, "country"), code) == name
