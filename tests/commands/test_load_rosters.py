"""The command says what it did, and what it could not."""

import pytest
from django.core.management import CommandError, call_command

from tests.ingestion.rosters.test_forms import FEC, SEATS

pytestmark = pytest.mark.django_db


def test_it_prints_what_it_did(tmp_path, capsys):
    (tmp_path / "seats.csv").write_text(SEATS)
    (tmp_path / "cn.txt").write_text(FEC + "broken\n")
    call_command("load_rosters", str(tmp_path), verbosity=0)
    printed = capsys.readouterr().out
    assert "races: 1 created, 0 updated, 0 unchanged" in printed
    assert "people: 1 created" in printed
    assert "can't be read: cn.txt, line 2" in printed


@pytest.mark.parametrize("path", ["nowhere.csv", "."])
def test_nothing_to_load_is_an_error(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError):
        call_command("load_rosters", path)
