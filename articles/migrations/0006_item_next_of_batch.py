from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_roster_revision"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="item",
            name="item_of_batch",
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                fields=["batch", "state", "priority", "id"], name="item_next_of_batch"
            ),
        ),
    ]
