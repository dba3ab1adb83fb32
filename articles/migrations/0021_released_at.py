from django.db import migrations, models


def copy_changed_at(apps, schema_editor):
    """The best that is known of older releases: the last public change."""
    apps.get_model('articles', 'Listing').objects.update(released_at=models.F('changed_at'))


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0020_former_titles_apart'),
    ]

    operations = [
        migrations.AddField(
            model_name='listing',
            name='released_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(copy_changed_at, migrations.RunPython.noop),
    ]
