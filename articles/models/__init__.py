"""The archive's nouns. Import them from here: ``from articles.models import Article``."""

from articles.models.affected import (
    affected_articles,
    articles_of_outlets,
    articles_of_people,
    articles_of_races,
)
from articles.models.articles import Article, Author, Byline, CopySet
from articles.models.captures import Capture
from articles.models.changes import IndexChange, touch
from articles.models.fields import Decision, LinkState, Precision, TextField
from articles.models.ingestion import Batch, Feed, Item, Mapping
from articles.models.links import ExtractionRun, Mention, MentionSpan, RaceEvidence, RaceLink, Rival
from articles.models.organisations import Organisation, OrganisationName
from articles.models.outlets import Outlet, OutletDomain, OutletName, PublishPolicy, Rights
from articles.models.parties import Party, PartyAlias
from articles.models.people import (
    JoinProposal,
    PartyAffiliation,
    Person,
    PersonIdentifier,
    PersonName,
)
from articles.models.quotes import Quote, QuoteSpan, Statement
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
from articles.models.slugs import OldSlug, keep_slug, redirect_slugs
from articles.models.sources import Source
from articles.models.users import SavedSearch, User
from articles.models.versions import BlockKind, Version, text_hash

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
    "FormerStageDate",
    "IndexChange",
    "Item",
    "JoinProposal",
    "LinkState",
    "Mapping",
    "Mention",
    "MentionSpan",
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
    "Result",
    "Rights",
    "Rival",
    "SavedSearch",
    "Seat",
    "Source",
    "Stage",
    "Statement",
    "TextField",
    "User",
    "Version",
    "affected_articles",
    "articles_of_outlets",
    "articles_of_people",
    "articles_of_races",
    "keep_slug",
    "redirect_slugs",
    "text_hash",
    "touch",
]
