"""What every test may rely on: no leftovers, no network, no manifest of static files."""

import os
import tempfile
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as project
from django.db import transaction
from django.test import override_settings

from tests.migrated import Migrated, server

pytest_plugins = ["tests.with_database"]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's sync API runs a loop
hypothesis.settings.register_profile("unhurried", deadline=None)  # other work may delay an example
hypothesis.settings.load_profile("unhurried")
IN_MEMORY = "file:archive?mode=memory&cache=shared"
MEMORY = Path("/dev/shm")  # noqa: S108


def pytest_collection_modifyitems(items):
    """Tests of real processes come first: they wait long, and then no core waits for them."""
    items.sort(key=lambda item: item.get_closest_marker("processes") is None)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory) -> Migrated:
    folder = tmp_path_factory.getbasetemp()
    return Migrated(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, migrated):
    """The tests' database starts as a copy, in which there is nothing left to migrate."""
    wanted = project.DATABASES["default"].setdefault("TEST", {})
    if server():
        wanted["TEMPLATE"] = migrated.template()
        yield
    else:
        wanted["NAME"] = IN_MEMORY
        memory = migrated.copy_to_memory(IN_MEMORY)
        yield
        memory.close()


@pytest.fixture(scope="module")
def module_rows(django_db_setup, django_db_blocker, tmp_path_factory):
    """Rows made under it serve all tests of a module and are taken out after it.

    Gives the folder of the captures made with them.
    """
    folder = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=folder):
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def quick_folder():
    """A folder for indexes, which are written often and need not last."""
    where = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=where, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path, quick_folder):
    """Captures and index of each test in a folder of its own."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "LOCATION": str(quick_folder / "index")}
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
