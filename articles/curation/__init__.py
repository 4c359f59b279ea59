"""Every editorial action, once: faces call these and nothing else to change what is public.

Each is one transaction, and leaves a change row for every article whose index entry it changes.
"""

from articles.curation.additions import add_mention, add_race, retitle
from articles.curation.aliases import add_alias, reread_for
from articles.curation.confirm import (
    review_article,
    review_likeness,
    review_outlet,
    review_person,
)
from articles.curation.decide import decide_mention, decide_quote, decide_race
from articles.curation.errors import CurationError
from articles.curation.learning import switch_learned
from articles.curation.merging_outlets import merge_outlets
from articles.curation.merging_people import merge_people
from articles.curation.publish import (
    all_back_to_draft,
    back_to_draft,
    publish,
    publish_all,
    withdraw,
)
from articles.curation.split import split_person
from articles.curation.undo import undo_merge

__all__ = [
    "CurationError",
    "add_alias",
    "add_mention",
    "add_race",
    "all_back_to_draft",
    "back_to_draft",
    "decide_mention",
    "decide_quote",
    "decide_race",
    "merge_outlets",
    "merge_people",
    "publish",
    "publish_all",
    "reread_for",
    "retitle",
    "review_article",
    "review_likeness",
    "review_outlet",
    "review_person",
    "split_person",
    "switch_learned",
    "undo_merge",
    "withdraw",
]
