"""What becomes of an understood Item: a new article, one that is here, or a new version of it."""

from dataclasses import dataclass

from articles.curation import CurationError, publish
from articles.curation.holding import hold
from articles.extraction import Reading
from articles.ingestion.copies import join_copies
from articles.ingestion.duplicates import find_duplicate
from articles.ingestion.errors import Unfinished
from articles.ingestion.outlets import propose_outlet
from articles.ingestion.store import store
from articles.ingestion.understanding import Understanding
from articles.ingestion.versions import has_other_text, renew_text
from articles.models import (
    Article,
    Item,
    LinkState,
    Outlet,
    PublishPolicy,
    Rights,
    User,
    one_at_a_time,
)

FETCHED = (Item.Origin.URL, Item.Origin.FEED)


@dataclass(frozen=True, slots=True)
class Outcome:
    article: Article
    state: str
    remark: str = ""


def article_of(
    item: Item,
    understood: Understanding,
    *,
    is_clear: bool = False,
    by: User | None = None,
    status: str = Article.Status.REVIEW,
) -> Outcome:
    """Stores what an Item was understood to be; call it in the transaction that settles the Item.

    The same address or the same text at the same outlet leads to the article that is here; an
    address fetched again whose text changed gives that article a new version. Raises Unfinished
    where something only an editor can give is missing.
    """
    if not understood.parsed.story.body.strip():
        raise Unfinished("There is no body in this text: only a headline or a byline was found.")
    one_at_a_time()
    outlet = understood.outlet or propose_outlet(understood.parsed)
    found = find_duplicate(understood.parsed, outlet)
    if found is None:
        return _new(item, understood, outlet, is_clear=is_clear, by=by, status=status)
    hold(found)
    if item.origin in FETCHED and has_other_text(found, understood.parsed):
        lost = renew_text(found, understood, item.capture, by=by)
        return Outcome(found, Item.State.DONE, _renewed(lost))
    return Outcome(found, Item.State.DUPLICATE, "It is in the archive already.")


def _new(
    item: Item,
    understood: Understanding,
    outlet: Outlet,
    *,
    is_clear: bool,
    by: User | None,
    status: str,
) -> Outcome:
    article = store(
        understood,
        outlet=outlet,
        capture=item.capture,
        by=by,
        status=status,
        rights=rights_of(item, outlet),
    )
    join_copies(article)
    remark = ""
    if by is None and may_publish(item, outlet, is_clear=is_clear):
        remark = _publish(article)
    return Outcome(article, Item.State.DONE, remark)


def _publish(article: Article) -> str:
    """Published; or why it can't be."""
    try:
        publish(article)
    except CurationError as error:
        return str(error)
    return ""


def _renewed(lost: int) -> str:
    if not lost:
        return "Its text has changed: a new version."
    return f"Its text has changed: a new version; {lost} decided links wait for review."


def rights_of(item: Item, outlet: Outlet) -> str:
    """Set on the batch, the feed or the outlet; else by how it came in."""
    batch = item.batch
    chosen = batch.rights if batch else ""
    if not chosen and batch and batch.feed:
        chosen = batch.feed.rights
    by_origin = Rights.EXCERPT if item.origin in FETCHED else Rights.FULL
    return chosen or outlet.default_rights or by_origin


def may_publish(item: Item, outlet: Outlet, *, is_clear: bool) -> bool:
    """Whether the policy of the batch, the feed or the outlet lets it out without an editor."""
    batch = item.batch
    policy = batch.publish_policy if batch else ""
    if not policy and batch and batch.feed:
        policy = batch.feed.publish_policy
    policy = policy or outlet.publish_policy
    if policy == PublishPolicy.WHEN_CLEAR:
        return is_clear and not outlet.is_proposed
    return policy == PublishPolicy.PUBLISH


def is_clear(reading: Reading) -> bool:
    """Whether nothing in it waits for an editor: no rivals, no mere suggestion, no open speaker."""
    doubtful = (LinkState.AMBIGUOUS, LinkState.SUGGESTED)
    if any(one.state in doubtful for one in (*reading.people, *reading.races, *reading.quotes)):
        return False
    return not any(
        one.speaker_kind == "person" and one.state != LinkState.LINKED for one in reading.quotes
    )
