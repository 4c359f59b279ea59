"""How failed sign-ins are counted."""

from django.http import HttpRequest


def account(request: HttpRequest | None, credentials: dict | None) -> str:
    """The account meant: addresses that differ in case alone are one, so their attempts add up."""
    given = (credentials or {}).get("username") or (request.POST.get("username") if request else "")
    return (given or "").strip().lower()
