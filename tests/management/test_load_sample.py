"""load_sample creates the sample once."""

import io

import pytest
from django.core.management import call_command

from articles.models import Article, BoardMember, Issue, Journal, Page, Revision

pytestmark = pytest.mark.django_db


def load():
    out = io.StringIO()
    call_command("load_sample", stdout=out)
    return out.getvalue()


def test_the_sample_is_loaded_once(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    first, again = load(), load()

    assert first == "The sample has been loaded. Journals: 1, issues: 2, articles: 10.\n"
    assert again == "The sample has already been loaded. Nothing was changed.\n"
    assert (Journal.objects.count(), Issue.objects.count(), Page.objects.count()) == (1, 2, 2)
    assert BoardMember.objects.count() == 5
    assert Article.objects.public().count() == 10


def test_a_second_run_keeps_the_changes_of_editors(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    load()
    Journal.objects.update(name_en="Renamed")
    revision_count = Revision.objects.count()

    load()

    assert Journal.objects.get().name_en == "Renamed"
    assert Revision.objects.count() == revision_count
