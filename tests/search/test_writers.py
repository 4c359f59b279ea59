"""Whoever changes what the index shows of an article writes a change row for it, then and there.

Every writer is let loose on one archive; the articles whose documents differ afterwards must be
among those that were touched.
"""

import datetime as dt
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from articles.curation import (
    add_mention,
    add_race,
    back_to_draft,
    decide_mention,
    decide_quote,
    decide_race,
    merge_outlets,
    merge_people,
    publish,
    retitle,
    review_article,
    review_likeness,
    review_person,
    split_person,
    undo_merge,
    withdraw,
)
from articles.ingestion.copies import join
from articles.ingestion.relink import relink
from articles.ingestion.rosters.directory import Directory
from articles.models import (
    Author,
    Byline,
    Candidacy,
    CopySet,
    IndexChange,
    Likeness,
    MentionSpan,
    Party,
    PartyAffiliation,
    Position,
    Seat,
    Source,
    Stage,
    Statement,
    Version,
    changes,
)
from articles.search.documents import all_documents
from tests.builders import (
    link_race,
    make_article,
    make_editor,
    make_outlet,
    make_person,
    make_race,
    mention,
    quote,
)

pytestmark = pytest.mark.django_db
BODY = (
    "Tommy Tuberville said “we will win this runoff” on Tuesday. "
    "Doug Jones disagreed with Tuberville."
)


@pytest.fixture
def archive():
    """One article in which everything is linked to everything; one that nothing touches."""
    tommy, doug = make_person("Tommy Tuberville"), make_person("Doug Jones")
    outlet = make_outlet("The Ledger", kind="newspaper", state="AL")
    article = make_article("Runoff set", body=BODY, outlet=outlet, section="Politics")
    named = mention(article, tommy, "Tommy Tuberville")
    mention(article, doug, "Doug Jones")
    MentionSpan.objects.create(mention=named, field="headline", start=0, end=6)
    said = quote(article, tommy, "we will win this runoff")
    fourth = make_person("Bradley Byrne")
    said.about_people.add(doug, fourth)
    said.statement = Statement.objects.create(words="we will win this runoff")
    said.save()
    rep = Party.objects.get_or_create(code="REP", defaults={"name": "Republican"})[0]
    race = make_race()
    candidacy = Candidacy.objects.create(race=race, person=tommy, party=rep)
    stage = Stage.objects.create(race=race, kind="runoff")
    link = link_race(article, race)
    link.stages.add(stage)
    author = Author.objects.create(name="Ann Writer", outlet=outlet)
    copies = CopySet.objects.create()
    other = make_article(body=BODY, copy_set=copies)
    article.copy_set = copies
    article.save()
    rows = SimpleNamespace(
        tommy=tommy,
        doug=doug,
        third=make_person("Roy Moore"),
        fourth=fourth,
        candidacy=candidacy,
        outlet=outlet,
        article=article,
        other=other,
        bystander=make_article(),
        mention=named,
        quote=said,
        statement=said.statement,
        race=race,
        stage=stage,
        link=link,
        author=author,
        byline=Byline.objects.create(article=article, author=author, name="Ann Writer"),
        copies=copies,
        likeness=Likeness.objects.create(article=article, other=other, share=0.9),
        editor=make_editor(),
        dem=Party.objects.get_or_create(code="DEM", defaults={"name": "Democratic"})[0],
        other_seat=Seat.objects.create(office="governor", state="GA"),
        draft=make_article(status="draft"),
        other_race=make_race("2020-ga-us-senate", state="GA", name="2020 Georgia U.S. Senate"),
    )
    IndexChange.objects.all().delete()
    return rows


def saved(noun: str, /, **changes):
    return lambda rows: saved_row(getattr(rows, noun), **changes)


def deleted(name: str):
    return lambda rows: getattr(rows, name).delete()


def merge_undone(rows) -> None:
    undo_merge(merge_people(rows.third, rows.tommy))


def merged_who_is_only_spoken_about(rows) -> None:
    merge_people(rows.third, rows.fourth)


def renamed_by_a_roster(rows) -> None:
    directory = Directory()
    directory.rename(
        known(directory, rows.tommy), "Thomas Tuberville", Source.objects.create(name="list")
    )
    directory.save()


def given_a_party_by_a_roster(rows) -> None:
    directory = Directory()
    affiliation = PartyAffiliation(person=rows.tommy, party=rows.dem)
    directory.add_row(known(directory, rows.tommy), affiliation)
    directory.save()


def known(directory: Directory, person):
    return next(one for one in directory.known if one.person.pk == person.pk)


def candidacy_given_to_another(rows) -> None:
    rows.candidacy.person = rows.third
    rows.candidacy.save()


def new_text(rows) -> None:
    rows.article.current_version = Version.objects.create(
        article=rows.article, number=2, headline="Another", body="Nothing of it."
    )
    rows.article.save()


DAY = dt.date(2020, 5, 1)
# Editorial acts and readings anew: all of each or nothing.
ACTS = {
    "withdrawn": lambda rows: withdraw(rows.article, because="An error."),
    "back to draft": lambda rows: back_to_draft(rows.article),
    "published": lambda rows: publish(rows.draft),
    "review": lambda rows: review_article(rows.draft, "yes", by=rows.editor),
    "headline": lambda rows: retitle(rows.article, "Another", by=rows.editor),
    "outlets merged": lambda rows: merge_outlets(make_outlet(state="GA"), rows.outlet),
    "person reviewed": lambda rows: review_person(rows.doug, "no", by=rows.editor),
    "people merged": lambda rows: merge_people(rows.third, rows.tommy),
    "merge undone": merge_undone,
    "spoken about merged": merged_who_is_only_spoken_about,
    "person split": lambda rows: split_person(rows.tommy, "T.", articles=[rows.article]),
    "mention added": lambda rows: add_mention(rows.article, rows.third, "runoff", by=rows.editor),
    "mention denied": lambda rows: decide_mention(rows.mention, "no", by=rows.editor),
    "race added": lambda rows: add_race(rows.article, rows.other_race, by=rows.editor),
    "race denied": lambda rows: decide_race(rows.link, "no", by=rows.editor),
    "quote denied": lambda rows: decide_quote(rows.quote, "no", by=rows.editor),
    "quote by another": lambda rows: decide_quote(
        rows.quote, "yes", by=rows.editor, person=rows.third
    ),
    "read again": lambda rows: relink(rows.article),
    "copies denied": lambda rows: review_likeness(rows.likeness, "no", by=rows.editor),
}
# Rows saved and deleted one by one, and what is called within a larger act.
ROWS = {
    "section": saved("article", section="Local"),
    "language": saved("article", language="es"),
    "kind": saved("article", kind="opinion"),
    "date": saved("article", published_on=DAY),
    "outlet of article": lambda rows: saved("article", outlet=make_outlet())(rows),
    "text": new_text,
    "outlet kind": saved("outlet", kind="wire"),
    "outlet state": saved("outlet", state="GA"),
    "byline": saved("byline", name="Another Writer"),
    "byline gone": deleted("byline"),
    "author gone": deleted("author"),
    "person renamed": saved("tommy", name="Thomas Tuberville"),
    "person hidden": saved("tommy", status="hidden"),
    "person only spoken about hidden": saved("fourth", status="hidden"),
    "person renamed by a roster": renamed_by_a_roster,
    "party by a roster": given_a_party_by_a_roster,
    "affiliation": lambda rows: PartyAffiliation.objects.create(person=rows.tommy, party=rows.dem),
    "position": lambda rows: Position.objects.create(
        person=rows.doug, office="senate", state="AL", party=rows.dem
    ),
    "candidacy": saved("candidacy", party_id=None),
    "candidacy gone": deleted("candidacy"),
    "candidacy given away": candidacy_given_to_another,
    "mention gone": deleted("mention"),
    "headline span gone": lambda rows: rows.mention.spans.filter(field="headline").get().delete(),
    "race moved": lambda rows: saved("race", seat=rows.other_seat)(rows),
    "seat": lambda rows: saved_row(rows.race.seat, state="TX"),
    "stage": saved("stage", kind="primary"),
    "stage gone": deleted("stage"),
    "stage unlinked": lambda rows: rows.link.stages.clear(),
    "link unstaged": lambda rows: rows.stage.links.remove(rows.link),
    "quote about somebody": lambda rows: rows.quote.about_people.add(rows.third),
    "quote about nobody": lambda rows: rows.quote.about_people.clear(),
    "spoken about no more": lambda rows: rows.doug.spoken_about_in.remove(rows.quote),
    "statement": lambda rows: saved("quote", statement=Statement.objects.create(words="x"))(rows),
    "statement gone": deleted("statement"),
    "copies joined": lambda rows: join(rows.bystander, rows.article),
    "copies gone": deleted("copies"),
}
WRITERS = ACTS | ROWS


def saved_row(row, /, **changes) -> None:
    for field, value in changes.items():
        setattr(row, field, value)
    row.save()


def fingerprints() -> dict[int, int]:
    return {document.article_id: document.fingerprint for document in all_documents()}


def touched() -> set[int]:
    return set(IndexChange.objects.values_list("article_id", flat=True))


@pytest.mark.parametrize("name", WRITERS)
def test_what_changes_is_touched(archive, name):
    before = fingerprints()
    WRITERS[name](archive)
    after = fingerprints()
    changed = {key for key, _ in before.items() ^ after.items()}
    assert changed or name == "merge undone"
    assert changed <= touched()


@pytest.mark.parametrize("name", ACTS)
def test_what_can_not_be_touched_is_not_changed(archive, name):
    """The change and its row are of one transaction."""
    before = fingerprints()
    full = patch.object(changes, "insert_told", side_effect=RuntimeError("disk full"))
    with full, pytest.raises(RuntimeError):
        ACTS[name](archive)
    assert fingerprints() == before
