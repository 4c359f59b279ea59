"""Makes an editor's account with a random password, printed once."""

import secrets

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from articles.models import User


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("email")
        parser.add_argument(
            "--if-none", action="store_true", help="do nothing where somebody can already sign in"
        )

    def handle(self, *, email: str, if_none: bool, **options) -> None:
        if if_none and User.objects.filter(is_staff=True, is_active=True).exists():
            return
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"{email!r} is no e-mail address.") from None
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"{email} has an account. manage.py changepassword {email}")
        password = secrets.token_urlsafe(12)
        User.objects.create_superuser(email, password)
        self.stdout.write(f"Editor account: {email}   password: {password}   (shown only once)")
