"""The archive's nouns. Import them from here: ``from articles.models import Article``."""

from articles.models.affected import (
    affected_articles,
    articles_of_outlets,
    articles_of_people,
    articles_of_races,
    articles_showing_people,
)
from articles.models.articles import Article, Author, Byline, CopySet
from articles.models.batches import Batch, Mapping
from articles.models.captures import Capture
from articles.models.changes import IndexChange, touch
from articles.models.copies import Likeness, SketchValue
from articles.models.feeds import Feed, FeedEntry, url_hash
from articles.models.fields import Decision, LinkState, Precision, TextField
from articles.models.history import note_added, note_changed
from articles.models.items import Item
from articles.models.judgements import Judgement, Merge
from articles.models.learning import LearnedName
from articles.models.links import ExtractionRun, Mention, MentionSpan, RaceEvidence, RaceLink, Rival
from articles.models.organisations import Organisation, OrganisationName
from articles.models.outlets import (
    Outlet,
    OutletDomain,
    OutletName,
    PublishPolicy,
    Rights,
    outlets_named,
)
from articles.models.parties import Party, PartyAlias
from articles.models.people import (
    JoinProposal,
    PartyAffiliation,
    Person,
    PersonIdentifier,
    PersonName,
)
from articles.models.quotes import Quote, QuoteSpan, Statement, StatementKey
from articles.models.races import (
    Candidacy,
    FormerStageDate,
    Office,
    Position,
    Race,
    Result,
    Seat,
    Stage,
)
from articles.models.rosters import RosterRevision, roster_revision
from articles.models.rows import (
    change_rows,
    insert_new,
    insert_rows,
    insert_told,
    instances_of,
    rows_by_key,
    rows_of,
)
from articles.models.slugs import OldSlug, free_slug, keep_slug, redirect_slugs
from articles.models.sources import Source
from articles.models.users import SavedSearch, User
from articles.models.versions import BlockKind, Version, text_hash
from articles.models.work import HostTurn, RereadRequest, ask_to_reread, one_at_a_time

__all__ = [
    "Article",
    "Author",
    "Batch",
    "BlockKind",
    "Byline",
    "Candidacy",
    "Capture",
    "CopySet",
    "Decision",
    "ExtractionRun",
    "Feed",
    "FeedEntry",
    "FormerStageDate",
    "HostTurn",
    "IndexChange",
    "Item",
    "JoinProposal",
    "Judgement",
    "LearnedName",
    "Likeness",
    "LinkState",
    "Mapping",
    "Mention",
    "MentionSpan",
    "Merge",
    "Office",
    "OldSlug",
    "Organisation",
    "OrganisationName",
    "Outlet",
    "OutletDomain",
    "OutletName",
    "Party",
    "PartyAffiliation",
    "PartyAlias",
    "Person",
    "PersonIdentifier",
    "PersonName",
    "Position",
    "Precision",
    "PublishPolicy",
    "Quote",
    "QuoteSpan",
    "Race",
    "RaceEvidence",
    "RaceLink",
    "RereadRequest",
    "Result",
    "Rights",
    "Rival",
    "RosterRevision",
    "SavedSearch",
    "Seat",
    "SketchValue",
    "Source",
    "Stage",
    "Statement",
    "StatementKey",
    "TextField",
    "User",
    "Version",
    "affected_articles",
    "articles_of_outlets",
    "articles_of_people",
    "articles_of_races",
    "articles_showing_people",
    "ask_to_reread",
    "change_rows",
    "free_slug",
    "insert_new",
    "insert_rows",
    "insert_told",
    "instances_of",
    "keep_slug",
    "note_added",
    "note_changed",
    "one_at_a_time",
    "outlets_named",
    "redirect_slugs",
    "roster_revision",
    "rows_by_key",
    "rows_of",
    "text_hash",
    "touch",
    "url_hash",
]
