"""``nashra manage setupdemo``: the demo newsroom, without starting anything."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from nashra.demo.setup import NewsroomNotEmpty, set_up_demo


class Command(BaseCommand):
    """Set the demo newsroom up in an empty database."""

    help = "Set up the demo newsroom in an empty database and print the editor's login."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            login = set_up_demo(self.stderr.write)
        except NewsroomNotEmpty as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{login.username} {login.password}")
