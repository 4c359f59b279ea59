"""Brings a local archive up: tables, demo data, an editor, index and static files.

What is already there is kept; a second call takes a few seconds.
"""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.models import Outlet


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        if not Outlet.objects.exists():
            self.stdout.write("A new archive: loading the demonstration stories.")
            call_command("load_demo")
        call_command("rebuild_index", if_needed=True)
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("make_editor", "editor@example.org", if_none=True)
        self.stdout.write("Another editor: make editor EMAIL=name@example.org")
