"""Whether a continuous number serves as volume: for journals that exist, and for new ones."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.factories import a_journal

MIGRATION = "0019_continuous_number_as_volume"


@pytest.mark.django_db
def test_journals_from_before_the_setting_keep_their_volumes_and_new_ones_have_it_off():
    before = a_journal()
    migration = import_module(f"articles.migrations.{MIGRATION}").Migration(MIGRATION, "articles")
    state = MigrationLoader(connection).project_state(migration.dependencies[0])

    for move in (migration.unapply, migration.apply):
        with connection.schema_editor() as editor:
            move(state.clone(), editor)

    before.refresh_from_db()
    assert before.through_number_is_volume is True
    assert a_journal(slug="new").through_number_is_volume is False
