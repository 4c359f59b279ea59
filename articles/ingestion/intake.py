"""From what comes in to an open Item, and from an Item to its article."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.ingestion.capturing import parse_item
from articles.ingestion.corrections import clean_field
from articles.ingestion.errors import IngestError, NotAText
from articles.ingestion.outcome import article_of
from articles.ingestion.understanding import Understanding, understand_parsed
from articles.models import Article, Capture, Decision, Item, User

NOUNS = ("people", "races", "quotes")


def paste(text: str, by: User | None = None) -> Item:
    """Keeps a pasted text and opens an Item for it; the same text again leads to its Item.

    Raises IngestError where there is nothing to keep or too much.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    most = settings.PASTE_MAX_CHARACTERS
    if len(text) > most:
        raise IngestError(
            f"The text has {len(text):,} characters; at most {most:,} can be pasted "
            "(setting PASTE_MAX_CHARACTERS). Paste it in parts."
        )
    if not text.strip():
        raise NotAText("There is no text to add: paste the story first.")
    return open_item(text.encode(), origin=Item.Origin.PASTE, source="", by=by)


@transaction.atomic
def open_item(content: bytes, *, origin: str, source: str, by: User | None = None) -> Item:
    """The Item that holds these bytes: one that is open or done already, else a new one."""
    capture = Capture.objects.keep(content, file_name=source[-255:])
    known = Item.objects.filter(capture__sha256=capture.sha256).exclude(
        state__in=[Item.State.FAILED, Item.State.CANCELLED]
    )
    again = known.order_by("pk").first()
    if again:
        return again
    return Item.objects.create(
        origin=origin,
        source=source[:2000],
        state=Item.State.HELD,
        capture=capture,
        added_by=by,
        attempts=1,
    )


def understand_item(item: Item) -> Understanding:
    """What is understood of an Item now, with the corrections it carries."""
    outlet = item.batch.outlet if item.batch else None
    return understand_parsed(parse_item(item), item.corrections, outlet)


@transaction.atomic
def correct_fields(item: Item, given: dict[str, str]) -> Item:
    """Keeps an editor's values of fields; raises IngestError where one makes no sense."""
    item = _open(item)
    fields = item.corrections.setdefault("fields", {})
    for name, value in given.items():
        fields[name] = clean_field(name, value)
    item.save(update_fields=["corrections", "changed_at"])
    return item


@transaction.atomic
def correct_block(item: Item, key: str, kind: str) -> Item:
    item = _open(item)
    item.corrections.setdefault("blocks", {})[key] = kind
    item.save(update_fields=["corrections", "changed_at"])
    return item


@transaction.atomic
def answer(
    item: Item, noun: str, key: str, said: str, *, by: User, person: int | None = None
) -> Item:
    """Keeps an editor's answer to one finding; ``none`` takes an earlier one back."""
    item = _open(item)
    if noun not in NOUNS or said not in Decision.values:
        raise IngestError("That is no answer this page can keep: say yes, no or unsure.")
    answers = item.corrections.setdefault(noun, {})
    if said == Decision.NONE:
        answers.pop(key, None)
    else:
        at = timezone.now().isoformat()
        answers[key] = {"answer": said, "person": person, "by": by.pk, "at": at}
    item.save(update_fields=["corrections", "changed_at"])
    return item


def _open(item: Item) -> Item:
    """The Item as it is now, held for this transaction; raises IngestError if it is closed."""
    item = Item.objects.select_for_update().get(pk=item.pk)
    _require_open(item)
    return item


def _require_open(item: Item) -> None:
    if item.state == Item.State.CANCELLED:
        raise IngestError(
            "This text was set aside and is closed already: paste it once more to take it up."
        )
    if item.is_final:
        raise IngestError("This text is closed already: change the article instead.")


@transaction.atomic
def make_article(
    item: Item, *, by: User | None = None, status: str = Article.Status.DRAFT
) -> tuple[Article, bool]:
    """The Item's article, and whether it is new; a duplicate leads to the one that is there.

    Raises Unfinished where the outlet is not known or the text has no body, IngestError where the
    Item was set aside.
    """
    item = Item.objects.select_for_update().get(pk=item.pk)
    if item.article_id:
        return item.article, False
    _require_open(item)
    outcome = article_of(item, understand_item(item), by=by, status=status)
    item.article, item.state = outcome.article, outcome.state
    item.error = item.error_kind = ""
    item.save()
    return outcome.article, outcome.state == Item.State.DONE


@transaction.atomic
def discard(item: Item) -> Item:
    """Closes an Item without an article; its text stays kept."""
    item = _open(item)
    item.state = Item.State.CANCELLED
    item.save()
    return item
