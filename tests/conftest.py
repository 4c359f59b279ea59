"""What every test may rely on: no leftovers, no network, no manifest of static files."""

import os

import pytest

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's sync API runs a loop


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    """Captures and index of each test in a folder of its own."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "LOCATION": str(tmp_path / "index")}
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
