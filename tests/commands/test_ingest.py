"""Files in, articles out, each outcome said; a dry run stores nothing."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Capture, Item

ROOT = Path(__file__).parent.parent.parent
TWIN = ROOT / "tests" / "extraction" / "stories" / "twin.txt"
LABELS = json.loads(TWIN.with_suffix(".json").read_text("utf8"))
pytestmark = pytest.mark.django_db


@pytest.fixture
def rosters():
    call_command("load_rosters", str(ROOT / "articles/demo/rosters"), verbosity=0)


def test_a_dry_run_prints_what_is_understood_and_stores_nothing(rosters, capsys):
    capsys.readouterr()
    call_command("ingest", "--dry-run", "--json", str(TWIN))
    data = json.loads(capsys.readouterr().out)
    assert set(data) == {"article", "people", "races", "quotes"}
    assert data["article"]["headline"] is None
    assert data["article"]["proposed_headline"]
    assert data["article"]["bylines"] == LABELS["article"]["bylines"]
    assert data["article"]["published_on"] == LABELS["article"]["published_on"]
    assert set(data["people"][0]) == {"name", "slug", "state", "roles", "rivals", "why", "spans"}
    assert set(data["people"][0]["spans"][0]) == {"field", "start", "end"}
    assert not Item.objects.exists()
    assert not Capture.objects.exists()


def test_the_twin_of_the_first_story_gives_all_its_labels(rosters, capsys):
    capsys.readouterr()
    call_command("ingest", "--dry-run", "--json", str(TWIN))
    data = json.loads(capsys.readouterr().out)
    linked = {one["slug"] for one in data["people"] if one["state"] == "linked"}
    assert set(LABELS["people"]["linked"].values()) == linked
    races = [one["slug"] for one in data["races"] if one["state"] == "linked"]
    assert races == LABELS["races"]["linked"]
    for wanted in LABELS["quotes"]:
        kinds = {wanted["kind"]} | ({"direct", "mixed"} if wanted["kind"] == "direct" else set())
        found = [
            one
            for one in data["quotes"]
            if one["kind"] in kinds and one["speaker"] == wanted["speaker"]
        ]
        assert found, wanted


def test_a_file_becomes_an_article_in_review(rosters, capsys):
    call_command("ingest", str(TWIN))
    assert "waits for review" in capsys.readouterr().out
    assert Article.objects.get().status == "review"


def test_the_same_file_again_leads_to_the_article(rosters, capsys):
    call_command("ingest", str(TWIN))
    call_command("ingest", str(TWIN))
    assert "is here already" in capsys.readouterr().out
    assert Article.objects.count() == 1


def test_publishing_needs_a_headline(rosters, capsys, tmp_path):
    call_command("ingest", "--publish", str(TWIN))
    assert "no headline yet" in capsys.readouterr().out
    story = tmp_path / "story.txt"
    story.write_text("A Headline Here\n\nBy Jane Roe\n\nWords of a body, and more of them.")
    call_command("ingest", "--publish", "--outlet", "Ballot Lantern", str(story))
    assert "is published: /articles/" in capsys.readouterr().out


def test_one_bad_file_does_not_sink_the_others(rosters, capsys, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text("Words that nobody claims to have printed.")
    (tmp_path / "c.txt").write_bytes(TWIN.read_bytes())
    with pytest.raises(SystemExit):
        call_command("ingest", str(tmp_path))
    said = capsys.readouterr().err
    assert "control characters" in said
    assert "give the outlet" in said
    assert "2 of 3 did not become articles" in said
    assert Article.objects.count() == 1


def test_a_link_out_of_a_folder_is_not_followed(tmp_path, capsys):
    (tmp_path / "secret.txt").write_text(TWIN.read_text("utf8"))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "story.txt").write_text(TWIN.read_text("utf8"))
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    call_command("ingest", str(folder))
    assert [item.source for item in Item.objects.all()] == ["story.txt"]
    assert "link.txt: a link out of its folder" in capsys.readouterr().err


def test_a_full_disk_is_told_and_the_rest_stays_queued(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("articles.ingestion.process._make", full)
    with pytest.raises(CommandError, match=r"No space left .*goes on with batch"):
        call_command("ingest", str(TWIN))
    assert Item.objects.get().state == "queued"


def test_ctrl_c_says_what_is_kept_and_who_goes_on(tmp_path, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.ingestion.running.work_on", interrupted)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{TWIN.read_text('utf8')} {number}")
    with pytest.raises(CommandError, match="3 of 3 were taken in and are kept") as stopped:
        call_command("ingest", str(tmp_path))
    assert stopped.value.returncode == 130
    assert Item.objects.filter(state__in=["queued", "working"]).count() == 3


def test_a_path_that_is_none_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="is no file"):
        call_command("ingest", str(tmp_path / "nowhere.txt"))
    with pytest.raises(CommandError, match="no file in what was given"):
        call_command("ingest", str(tmp_path))
