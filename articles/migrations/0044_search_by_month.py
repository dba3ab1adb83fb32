"""The index of the readers' search gets the month; both are built while editors go on saving."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

import articles.models.search


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("articles", "0043_public_issue_files"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="listing",
            index=models.Index(fields=["published_on"], name="listing_by_day"),
        ),
        AddIndexConcurrently(
            model_name="searchrow",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("vector"),
                articles.models.search.Month("published_on"),
                condition=models.Q(scope="public", vector__isnull=False),
                fastupdate=False,
                name="search_by_month",
            ),
        ),
        RemoveIndexConcurrently(
            model_name="searchrow",
            name="search_of_public",
        ),
    ]
