"""Removes the keys of articles that were published with a date in the future.

Lists leave such an article out until its day; then `publishing.mark_arrived` writes them again.
"""

from django.db import migrations
from django.utils import timezone


def delete_keys_ahead(apps, schema_editor):
    keys = apps.get_model("articles", "ListingKey").objects
    keys.filter(listing__published_on__gt=timezone.localdate()).delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_released_at")]

    operations = [migrations.RunPython(delete_keys_ahead, migrations.RunPython.noop)]
