"""Three-way merge: changes of different places are merged, of one place they conflict."""

import msgspec
from hypothesis import given, settings

from articles.records.diff import Change, changes
from articles.records.merge import Conflict, merge
from articles.records.names import Name
from articles.records.record import Galley, Reference
from tests.factories import a_record, an_author
from tests.strategies import records


def but(record, **fields):
    return msgspec.structs.replace(record, **fields)


def titled(record, **texts):
    return but(record, title={**record.title, **texts})


@given(records())
@settings(max_examples=60, deadline=None)
def test_a_record_does_not_differ_from_itself(record):
    assert changes(record, record) == []
    assert merge(record, record, record).record == record


@given(records(), records())
@settings(max_examples=60, deadline=None)
def test_changes_of_one_side_are_all_kept(base, other):
    theirs = merge(base, other, base)
    mine = merge(base, base, other)

    assert (theirs.record, theirs.conflicts) == (other, ())
    assert (mine.record, mine.conflicts) == (other, ())


def test_a_change_has_its_field_and_language():
    before = a_record()

    found = changes(before, titled(before, ru="Травы степи"))

    assert found == [Change(("title", "ru"), "Растения степи", "Травы степи")]
    assert found[0].field == "title.ru"


def test_a_change_in_a_name_is_found_at_its_author_and_part():
    before = a_record()
    author = an_author(names={**an_author().names, "en": Name("Tulegenova", "Ulzhan")})

    (found,) = changes(before, but(before, authors=(author,)))

    assert found.field == "authors[1].names.en.family"
    assert (found.before, found.after) == ("Tolegenova", "Tulegenova")


def test_a_new_reference_in_the_middle_is_one_change():
    first, last, new = Reference(text="А"), Reference(text="Б"), Reference(text="В")
    before = a_record(references=(first, last))

    (found,) = changes(before, but(before, references=(first, new, last)))

    assert (found.field, found.before, found.after) == ("references[2]", None, {"text": "В"})


def test_changes_of_different_languages_of_a_field_are_merged():
    base = a_record()

    result = merge(base, titled(base, kk="Дала гүлдері"), titled(base, en="Steppe flowers"))

    assert result.conflicts == ()
    assert result.record.title == {
        "kk": "Дала гүлдері",
        "ru": "Растения степи",
        "en": "Steppe flowers",
    }


def test_one_place_changed_twice_is_a_conflict_that_holds_mine():
    base = a_record()

    result = merge(base, titled(base, ru="Их"), titled(base, ru="Моё"))

    assert result.conflicts == (Conflict(("title", "ru"), "Растения степи", "Их", "Моё"),)
    assert result.record.title["ru"] == "Моё"


def test_the_same_change_on_both_sides_is_no_conflict():
    base = a_record()

    result = merge(base, titled(base, ru="Травы"), titled(base, ru="Травы"))

    assert (result.record.title["ru"], result.conflicts) == ("Травы", ())


def test_references_added_at_different_places_are_merged():
    one, two, three = (Reference(text=letter) for letter in "АБВ")
    base = a_record(references=(one, two, three))
    theirs = but(base, references=(Reference(text="new"), one, two, three))
    mine = but(base, references=(one, two))

    result = merge(base, theirs, mine)

    assert result.conflicts == ()
    assert [one.text for one in result.record.references] == ["new", "А", "Б"]


def test_lists_changed_in_one_place_differently_conflict_as_a_whole():
    base = a_record(references=(Reference(text="А"),))
    theirs = but(base, references=(*base.references, Reference(text="Б")))
    mine = but(base, references=(*base.references, Reference(text="В")))

    result = merge(base, theirs, mine)

    assert [conflict.field for conflict in result.conflicts] == ["references"]
    assert result.record.references == mine.references


def test_changes_of_two_authors_are_merged():
    base = a_record(authors=(an_author(), an_author()))
    theirs = but(base, authors=(an_author(email="a@example.org"), an_author()))
    mine = but(base, authors=(an_author(), an_author(corresponding=True)))

    result = merge(base, theirs, mine)

    assert result.conflicts == ()
    assert result.record.authors == (
        an_author(email="a@example.org"),
        an_author(corresponding=True),
    )


def test_a_file_that_both_sides_replaced_is_one_conflict():
    """The name from one editor with the bytes from the other would be nobody's file."""
    file = Galley(language="kk", name="a.pdf", size=1, checksum="a" * 64, path="galleys/a")
    base = a_record(galleys=(file,))
    theirs = but(base, galleys=(but(file, name="b.pdf", checksum="b" * 64, path="galleys/b"),))
    mine = but(base, galleys=(but(file, checksum="c" * 64, path="galleys/c"),))

    found = merge(base, theirs, mine)

    assert [one.field for one in found.conflicts] == ["galleys[1]"]
    assert found.record.galleys == mine.galleys
    assert [one.field for one in changes(base, theirs)] == ["galleys[1]"]


def test_an_author_changed_beside_a_new_one_is_changed_not_removed_and_added():
    first, second = an_author(orcid="0000-0000-1423-0019"), an_author(names={"kk": Name("Б", "В")})
    before = a_record(authors=(first,))
    corrected = but(first, email="a@example.org")

    added = changes(before, but(before, authors=(corrected, second)))
    exchanged = changes(before, but(before, authors=(second, corrected)))

    assert [(one.field, one.before is None) for one in added] == [
        ("authors[1].email", True),
        ("authors[2]", True),
    ]
    assert [one.field for one in exchanged] == ["authors[1]", "authors[2].email"]


def test_another_author_in_place_of_two_is_removed_and_added():
    one, two = an_author(names={"kk": Name("А", "Ә")}), an_author(names={"kk": Name("Б", "В")})
    other = an_author(names={"ru": Name("Г", "Д")}, marks=(), post={"ru": "доцент"})
    before = a_record(authors=(one, two))

    found = changes(before, but(before, authors=(other,)))

    assert [(change.field, change.after is None) for change in found] == [
        ("authors[1]", True),
        ("authors[2]", True),
        ("authors[1]", False),
    ]


@given(records(), records())
@settings(max_examples=60, deadline=None)
def test_every_row_that_differs_is_named(one, other):
    named = {change.path[0] for change in changes(one, other)}

    assert ("authors" in named) is (one.authors != other.authors)
    assert ("references" in named) is (one.references != other.references)
