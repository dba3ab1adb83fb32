"""History and conflicts tell every field of a record in words, in the editor's language."""

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
ATTACHED = {"section", "id", "site", "journal", "issue", "codes", "path"}  # never stored, or unseen
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


def test_every_leaf_is_walked_over():
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
    told = {}
    for language in INTERFACE:
        with translation.override(language):
            told[language] = [field_label(path).label for path in LEAVES]

    same = [
        english
        for kazakh, russian, english in zip(*told.values(), strict=True)
        if english in (kazakh, russian) and english not in INTERNATIONAL
    ]
    assert same == []


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("path", CODED, ids=dotted_field)
def test_every_code_is_told_in_words(path, language):
    with translation.override(language):
        told = {code: display(path, code) for code in CODED[path]}

    assert len(set(told.values())) == len(told)
    if language != "en":
        assert [code for code, said in told.items() if said == code] == []
    assert [said for said in told.values() if "_" in said or "://" in said] == []


def test_every_date_is_told_as_the_language_writes_it():
    dated = [path for path, of in LEAVES.items() if "date" in str(of)]
    told = {}
    for language in INTERFACE:
        with translation.override(language):
            told[language] = {as_text(display(path, "2024-01-15")) for path in dated}

    assert len(dated) == 7
    assert told == {
        "kk": {"2024 жылғы 15 қаңтар"},
        "ru": {"15 января 2024 г."},
        "en": {"15 January 2024"},
    }


@pytest.mark.parametrize(
    ("path", "value", "told"),
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
def test_what_has_no_words_is_left(path, value, told):
    with translation.override("ru"):
        assert display(path, value) == told


def test_a_whole_author_is_told_with_all_that_it_has():
    author = an_author(
        orcid="0000-0000-0000-0001",
        corresponding=True,
        roles=("software", "supervision"),
        degree={"kk": "PhD", "ru": "PhD"},
        author_id=7,
    )
    tree = comparable(a_record(authors=(author,)))["authors"][0]
    with translation.override("en"):
        told = as_text(display(("authors", 0), tree, KeyNames({("author_id", 7): "Төлегенова"})))

    assert told == (
        "Төлегенова Ұлжан Сейітқызы / Тулегенова Улжан Сейтовна / Tolegenova Ulzhan (1), "
        "0000-0000-0000-0001 · degree: PhD / PhD · corresponding author: yes · "
        "CRediT: Software, Supervision · known person: Төлегенова"
    )


@pytest.mark.django_db
def test_what_is_named_by_a_key_is_told_by_its_name(django_assert_num_queries):
    issue = an_issue(a_journal(), number="2")
    person = Author.objects.create(family_name_kk="Төлегенова")
    before = a_record()
    after = msgspec.structs.replace(
        before, issue_id=issue.pk, authors=(an_author(author_id=person.pk), an_author())
    )

    with django_assert_num_queries(2):
        found = differences(changes(before, after))

    told = {one.place.label: "".join(piece.text for piece in one.after) for one in found}
    assert told["Issue"] == "2024, № 2"
    assert told["Author 1"].endswith("known person: Төлегенова")


def test_without_keys_nothing_is_asked():
    assert key_names_in([("title", "Дала"), ("authors", [{"names": {}}])]).known == {}


def test_a_file_is_told_as_one_thing():
    files = [
        {"id": 3, "language": "kk", "name": "a.pdf", "size": 14, "checksum": "ab" * 32, "path": "x"}
    ]
    with translation.override("kk"):
        told = as_text(display(("galleys",), files))

    assert told == "1. қазақ тілі · a.pdf · 14\xa0байт · SHA-256: abababab"


def test_nothing_that_is_told_is_unknown_to_the_record():
    assert set(FORMATTERS) - {dotted_field(path) for path in LEAVES} == set()
