"""The setting by which a journal's continuous number serves as volume.

Journals that exist have exported it as the volume, so for them it is on; for new ones it is off.
"""

from django.db import migrations, models

HELP = (
    "For issues without a volume: if ticked, № 1 (134) is cited and exported as volume 134, "
    "number 1; if not, as number 1 without a volume."
)


def field(default: bool) -> models.BooleanField:
    return models.BooleanField(
        default=default, help_text=HELP, verbose_name="continuous number serves as volume"
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_password_reset_at")]

    operations = [
        migrations.AddField("journal", "through_number_is_volume", field(default=True)),
        migrations.AlterField("journal", "through_number_is_volume", field(default=False)),
    ]
