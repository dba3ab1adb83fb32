"""A number for each journal that exists, and one for the site."""

import time

import django.db.models.deletion
from django.db import migrations, models


def number_journals(apps, schema_editor):
    journals = apps.get_model("articles", "Journal").objects.values_list("pk", flat=True)
    state = apps.get_model("articles", "PublicState")
    rows = [state(journal_id=journal_id, number=time.time_ns()) for journal_id in (*journals, None)]
    state.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_articles_of_an_author")]

    operations = [
        migrations.CreateModel(
            name="PublicState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField()),
                (
                    "journal",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="public_states",
                        to="articles.journal",
                    ),
                ),
            ],
            options={"verbose_name": "public state", "verbose_name_plural": "public states"},
        ),
        migrations.RunPython(number_journals, migrations.RunPython.noop),
    ]
