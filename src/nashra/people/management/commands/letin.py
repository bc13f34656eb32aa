"""``nashra manage letin``: end the wait after too many failed sign-ins."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nashra.people.models import Attempt, User


class Command(BaseCommand):
    """Forget the failed sign-ins of one account, or all of them."""

    help = "End the wait after too many failed sign-ins, of one account or, without a name, everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", nargs="?", help="whose sign-ins to forget; default: everybody's")

    def handle(self, *args: Any, **options: Any) -> None:
        attempts = Attempt.objects.all()
        if name := options["username"]:
            account = User.objects.filter(username=name).first()
            if account is None:
                raise CommandError(
                    f"There is no account “{name}”. Usernames are listed in the desk under Users."
                )
            attempts = attempts.filter(account=account)
        forgotten, _by_model = attempts.delete()
        self.stdout.write(f"Forgot {forgotten} failed sign-in{'' if forgotten == 1 else 's'}.")
