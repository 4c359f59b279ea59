"""An address fetched again whose text changed: a new version, decided links carried or told."""

import os

import pytest
from django.core.management import CommandError, call_command

from articles.curation import add_mention, decide_quote, publish, retitle, withdraw
from articles.extraction.changes import Carrier, changes
from articles.ingestion.batches import add_urls
from articles.ingestion.reparse import item_of, read_again, take_over
from articles.ingestion.running import run
from articles.models import Article, Batch, Capture, Decision
from tests.builders import make_editor, make_person
from tests.pages import COUNT, END, LEAD, MORE, QUOTE, page

pytestmark = pytest.mark.django_db
MENDED = LEAD.replace("Tuesday", "Wednesday")


def fetch_again(site, text: str, **headers):
    url = site.put("/count", text, **headers)
    batch = Batch.objects.create(name="Again")
    add_urls(batch, [url])
    return next(iter(run(batch)))


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(site):
    article = fetch_again(site, page()).article
    publish(article)
    item = fetch_again(site, page(paragraphs=(MENDED, *MORE)))
    assert (item.state, item.article, item.error) == (
        "done",
        article,
        "Its text has changed: a new version.",
    )
    article = Article.objects.get()
    assert [version.number for version in article.versions.all()] == [1, 2]
    assert article.current_version.body.startswith("Election officials")
    assert "Wednesday" in article.current_version.body
    assert "Tuesday" in article.versions.first().body
    assert article.status == "published"


def test_an_unchanged_text_is_a_duplicate(site):
    fetch_again(site, page())
    assert fetch_again(site, page()).state == "duplicate"
    assert Article.objects.get().versions.count() == 1


def test_what_was_decided_goes_along_with_its_words(site):
    editor, clerk = make_editor(), make_person("Dana Whitfield")
    article = fetch_again(site, page()).article
    add_mention(article, clerk, "Dana Whitfield", by=editor)
    said = article.current_version.quotes.filter(kind="direct").first()
    decide_quote(said, Decision.YES, by=editor, person=clerk)
    fetch_again(site, page(paragraphs=(MENDED, "A new paragraph comes first now.", *MORE)))
    version = Article.objects.get().current_version
    row = version.mentions.get(person=clerk)
    assert version.words_at(row.spans.first()) == "Dana Whitfield"
    assert (row.decision, row.decided_by) == ("yes", editor)
    carried = version.quotes.get(decision="yes")
    assert carried.person == clerk
    assert carried.words.startswith("We counted until")
    assert Article.objects.get().review_note == ""


def test_what_was_decided_of_words_that_are_gone_asks_for_review(site):
    editor, clerk = make_editor(), make_person("Dana Whitfield")
    article = fetch_again(site, page()).article
    said = article.current_version.quotes.filter(kind="direct").first()
    decide_quote(said, Decision.YES, by=editor, person=clerk)
    item = fetch_again(site, page(paragraphs=(LEAD, COUNT, END)))
    assert "1 decided links wait for review" in item.error
    article = Article.objects.get()
    assert "We counted until" in article.review_note
    assert article.versions.get(number=1).quotes.filter(decision="yes").exists()


def test_an_editor_s_headline_stays(site):
    article = fetch_again(site, page()).article
    retitle(article, "Our own headline", by=make_editor())
    fetch_again(site, page("Their new headline", paragraphs=(MENDED, *MORE)))
    assert Article.objects.get().headline == "Our own headline"


# Parsing again


def test_parsing_again_finds_nothing_where_nothing_is_better(site, capsys):
    fetch_again(site, page())
    call_command("reparse")
    assert "1 same" in capsys.readouterr().out


def test_parsing_again_shows_a_difference_and_changes_nothing(site, capsys, monkeypatch):
    fetch_again(site, page())
    better_from_now_on(monkeypatch)
    call_command("reparse")
    told = capsys.readouterr().out
    assert "[-Tuesday-] {+Thursday+}" in told
    assert "Nothing was changed" in told
    assert Article.objects.get().versions.count() == 1


def test_parsing_again_takes_over_but_never_over_an_editor(site, capsys, monkeypatch):
    article = fetch_again(site, page()).article
    retitle(article, "Our own headline", by=make_editor())
    better_from_now_on(monkeypatch)
    call_command("reparse", "--apply")
    article = Article.objects.get()
    assert "Thursday" in article.current_version.body
    assert article.headline == "Our own headline"


def better_from_now_on(monkeypatch):
    """The parser of the next release, which reads one word otherwise and finds a headline."""
    from articles.ingestion import capturing

    def read_better(content, **about):
        text = content.decode().replace("Tuesday", "Thursday")
        return READ(text.replace("its second count", "a count").encode(), **about)

    monkeypatch.setattr(capturing, "read_document", read_better)


from articles.ingestion.files import read_document as READ  # noqa: E402, N812

# Captures


def test_sound_captures_are_said_to_be_so(site, capsys):
    fetch_again(site, page())
    call_command("verify_captures")
    assert "1 captures, all as they came" in capsys.readouterr().out


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_damaged_captures_are_told(site, capsys, damage):
    from articles.models.captures import stored_at

    capture = fetch_again(site, page()).capture
    path = stored_at(capture.sha256)
    path.unlink() if damage == "missing" else path.write_bytes(b"something else")
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("verify_captures")
    assert f"{capture.sha256}: {damage}" in capsys.readouterr().err


def test_what_was_only_begun_to_be_written_is_cleared_away(capsys):
    from articles.models.captures import INCOMING, stored_at

    folder = stored_at(Capture.objects.keep(b"words").sha256).parent
    old, new = folder / f"{INCOMING}old", folder / f"{INCOMING}new"
    old.write_bytes(b"wor")
    new.write_bytes(b"wor")
    os.utime(old, (0, 0))
    call_command("verify_captures")
    assert "1 files that were only begun" in capsys.readouterr().out
    assert [old.exists(), new.exists()] == [False, True]


def test_the_same_bytes_are_stored_once():
    one = Capture.objects.keep(b"words")
    two = Capture.objects.keep(b"words", url="https://example.org/")
    assert one.sha256 == two.sha256
    assert two.read() == b"words"


# Differences


def test_words_are_carried_to_where_they_stand_now():
    later = "On Monday the clerk, Dana Whitfield, spoke."
    carrier = Carrier("The clerk, Dana Whitfield, spoke.", later)
    assert carrier.carry(11, 25) == (21, 35)
    assert Carrier("Dana Whitfield spoke.", "Dana spoke.").carry(0, 14) is None
    assert Carrier("Dana Whitfield", "Dana Q. Whitfield").carry(0, 14) is None


def test_a_difference_reads_in_order_and_loses_no_word():
    old, new = f"{LEAD}\n\n{QUOTE}", f"{MENDED}\n\n{QUOTE} More."
    found = changes(old, new)
    for text, other in ((old, "insert"), (new, "delete")):
        kept = " ".join(part.words for part in found if part.kind != other)
        assert kept.split() == text.split()


def test_parsing_again_leaves_what_an_editor_did_meanwhile(site):
    fetch_again(site, page())
    stale = Article.objects.select_related("current_version__capture", "outlet").get()
    publish(Article.objects.get())
    withdraw(Article.objects.get(), because="Asked for.")
    Article.objects.update(section="", kind="opinion")
    stale.kind = "opinion"
    take_over(stale, read_again(item_of(stale)))
    assert Article.objects.get().status == "withdrawn"
