"""Every editorial action, once: faces call these and nothing else to change what is public.

Each is one transaction, and leaves a change row for every article whose index entry it changes.
"""

from articles.curation.additions import add_mention, add_race, retitle
from articles.curation.decide import decide_mention, decide_quote, decide_race
from articles.curation.errors import CurationError
from articles.curation.merge import merge_outlets, merge_people
from articles.curation.publish import back_to_draft, publish, withdraw

__all__ = [
    "CurationError",
    "add_mention",
    "add_race",
    "back_to_draft",
    "decide_mention",
    "decide_quote",
    "decide_race",
    "merge_outlets",
    "merge_people",
    "publish",
    "retitle",
    "withdraw",
]
