"""Tests of the look of a journal as it is stored."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import Journal, Look, PublicState

pytestmark = pytest.mark.django_db


def test_a_journal_is_made_with_its_look():
    journal = Journal.objects.create(slug="one")

    assert journal.look.colours == ("#0b3d4d", "#e9c46a")
    assert journal.look.has_other_journals is False


def test_looks_know_whether_the_site_has_other_journals():
    first, second = (Journal.objects.create(slug=slug) for slug in ("one", "two"))
    with_two = set(Look.objects.values_list("has_other_journals", flat=True))
    second.delete()

    assert with_two == {True}
    assert Look.objects.get(journal=first).has_other_journals is False


def state_of(journal):
    return sum(PublicState.objects.filter(journal=journal).values_list("number", flat=True))


def test_a_changed_look_raises_the_public_state_of_its_journal_alone():
    first, second = (Journal.objects.create(slug=slug) for slug in ("one", "two"))
    before = state_of(first), state_of(second)

    first.look.save()

    assert state_of(first) > before[0]
    assert state_of(second) == before[1]


def test_a_second_journal_changes_the_pages_of_the_first():
    first = Journal.objects.create(slug="one")
    before = state_of(first)

    Journal.objects.create(slug="two")

    assert state_of(first) > before


@pytest.mark.parametrize("colour", ["", "red", "#fff", "#GGGGGG", "#0B3D4D"])
def test_a_colour_has_one_form(colour):
    journal = Journal.objects.create(slug="one")

    with pytest.raises(IntegrityError), transaction.atomic():
        Look.objects.filter(journal=journal).update(main_colour=colour)
