"""A number that changes with the roster, by triggers: no way of writing can pass them by.

A later migration that makes SQLite build one of these tables anew loses its triggers, and must make
them again; the tests of the roster's candidates notice it.
"""

from django.db import migrations, models

TABLES = (
    "articles_person",
    "articles_personname",
    "articles_partyaffiliation",
    "articles_position",
    "articles_seat",
    "articles_race",
    "articles_stage",
    "articles_candidacy",
)
SLOTS = 256  # so that two that write at one moment hardly ever share one
RENEW = (
    "INSERT INTO articles_rosterrevision (slot, number) VALUES ({slot}, {number})"
    " ON CONFLICT (slot) DO UPDATE SET number = excluded.number"
)
ON_SQLITE = RENEW.format(slot="0", number="random()")
ON_POSTGRES = RENEW.format(
    slot=f"pg_backend_pid() % {SLOTS}", number="(random() * 9007199254740992)::bigint"
)
FUNCTION = f"""
CREATE FUNCTION articles_renew_roster_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {ON_POSTGRES};
    RETURN NULL;
END $$
"""


def watch(apps, schema_editor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        statements = [ON_POSTGRES, FUNCTION, *_triggers_of_postgres()]
    else:
        statements = [ON_SQLITE, *_triggers_of_sqlite()]
    for statement in statements:
        schema_editor.execute(statement, params=None)


def _triggers_of_postgres():
    for table in TABLES:
        yield (
            f"CREATE TRIGGER {table}_revised AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE"
            f" ON {table} FOR EACH STATEMENT EXECUTE FUNCTION articles_renew_roster_revision()"
        )


def _triggers_of_sqlite():
    for table in TABLES:
        for event in ("INSERT", "UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_revised_by_{event.lower()} AFTER {event} ON {table}"
                f" BEGIN {ON_SQLITE}; END"
            )


def leave(apps, schema_editor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION articles_renew_roster_revision() CASCADE")
        return
    for table in TABLES:
        for event in ("insert", "update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_revised_by_{event}")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_learning_and_statement_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="RosterRevision",
            fields=[
                ("slot", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
            ],
        ),
        migrations.RemoveIndex(model_name="personname", name="person_name_family"),
        migrations.AddIndex(
            model_name="personname",
            index=models.Index(fields=["family", "given", "person"], name="person_name_family"),
        ),
        migrations.RunPython(watch, leave),
    ]
