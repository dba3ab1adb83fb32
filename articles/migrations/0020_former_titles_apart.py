"""A journal has one title on a day: former titles no longer overlap."""

from datetime import date, timedelta
from typing import Any

import django.db.models.constraints
from django.db import migrations, models

import articles.models.fields
import articles.models.title_periods

NO_ISSN = (
    "If empty, articles of this time are exported without an ISSN. If it did not change with the "
    "title, repeat it here."
)


def move_overlapping_titles(apps: Any, schema_editor: Any) -> None:
    """Where titles overlapped, the one that began first has counted: it keeps its days.

    The other begins after it, or is deleted if it never counted.
    """
    last_days: dict[int, date] = {}
    for period in apps.get_model("articles", "TitlePeriod").objects.order_by("from_on", "pk"):
        last_day = last_days.get(period.journal_id)
        if last_day and period.until_on <= last_day:
            period.delete()
            continue
        if last_day and period.from_on <= last_day:
            period.from_on = last_day + timedelta(days=1)
            period.save(update_fields=["from_on"])
        last_days[period.journal_id] = period.until_on


def issn_field(edition: str) -> models.CharField:
    return models.CharField(
        blank=True, default="", help_text=NO_ISSN, max_length=9,
        validators=[articles.models.fields.validate_issn],
        verbose_name=f"ISSN of the {edition} edition",
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_continuous_number_as_volume")]

    operations = [
        migrations.AlterField(
            "titleperiod",
            "from_on",
            models.DateField(
                help_text=(
                    "All articles of an issue have the title of the issue's date; without a date, "
                    "that of the last day of its year."
                ),
                verbose_name="from",
            ),
        ),
        migrations.AlterField("titleperiod", "issn_online", issn_field("online")),
        migrations.AlterField("titleperiod", "issn_print", issn_field("printed")),
        migrations.RunPython(move_overlapping_titles, migrations.RunPython.noop),
        migrations.AddConstraint(
            "titleperiod",
            articles.models.title_periods.FormSetConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    (
                        models.Func("journal", "journal", models.Value("[]"), function="int8range"),
                        "&&",
                    ),
                    (
                        models.Func(
                            "from_on", "until_on", models.Value("[]"), function="daterange"
                        ),
                        "&&",
                    ),
                ],
                name="title_periods_apart",
            ),
        ),
    ]
