"""Typed readers of environment variables: a value that makes no sense stops the start."""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def choice(name: str, allowed: Sequence[str], default: str) -> str:
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}: it must be one of {', '.join(allowed)}.")
    return value


def boolean(name: str, *, default: bool) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}: write yes or no.")
    return value in TRUE


def whole_number(name: str, *, default: int, least: int = 0) -> int:
    value = text(name) or str(default)
    if not value.isascii() or not value.isdigit() or int(value) < least:
        raise ImproperlyConfigured(f"{name} is {value!r}: it must be a number of at least {least}.")
    return int(value)


def listed(name: str, default: Sequence[str] = ()) -> list[str]:
    """A comma-separated variable as a list without blanks."""
    if not text(name):
        return list(default)
    return [part.strip() for part in text(name).split(",") if part.strip()]


def secret(name: str, *, keep_in: Path | None) -> str:
    """The secret from the environment, or one made once and kept in the file ``keep_in``.

    Raises ImproperlyConfigured where there is none and ``keep_in`` is None, and where the given
    one is too short to be safe.
    """
    value = text(name)
    if value:
        if len(value) < 40:
            raise ImproperlyConfigured(f"{name} must have at least 40 characters.")
        return value
    if keep_in is None:
        raise ImproperlyConfigured(
            f"{name} must be set in production: 50 random characters or more."
        )
    return _kept_secret(keep_in)


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf8").strip()
    value = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w", encoding="utf8") as file:
        file.write(value)
    return value
