"""Which form a roster file has, told by its content, never by its name."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from articles.ingestion.decoding import decode
from articles.ingestion.errors import IngestError
from articles.ingestion.rosters import congress, fec, lists
from articles.ingestion.rosters.reading import head_of, plain_name
from articles.ingestion.rosters.records import RosterFile


@dataclass(frozen=True, slots=True)
class Form:
    """``recognise`` sees the file's beginning; lower ``rank`` is loaded first."""

    name: str
    title: str
    rank: int
    recognise: Callable[[str], bool]
    parse: Callable


def _header(*columns: str) -> Callable[[str], bool]:
    wanted = set(map(plain_name, columns))

    def has_columns(start: str) -> bool:
        return wanted <= set(map(plain_name, head_of(start)))

    return has_columns


def _has(*words: str) -> Callable[[str], bool]:
    return lambda start: all(word in start for word in words)


FORMS = (
    Form(
        "seats",
        "List of seats",
        0,
        _header("race", "office", "state", "general_on"),
        lists.parse_seats,
    ),
    Form(
        "legislators",
        "congress-legislators",
        1,
        _has("- id:", "terms:"),
        congress.parse_legislators,
    ),
    Form(
        "former members",
        "congress-legislators, former members",
        3,
        _header("last_name", "first_name", "bioguide_id"),
        congress.parse_former_members,
    ),
    Form(
        "handles",
        "congress-legislators, social media",
        4,
        _has("- id:", "social:"),
        congress.parse_handles,
    ),
    Form(
        "candidates",
        "FEC candidate master file",
        5,
        lambda start: bool(fec.LINE.match(start)),
        fec.parse_candidates,
    ),
    Form(
        "newcomers",
        "congress-legislators, election results",
        6,
        _header("Race", "Last Name", "FEC.gov ID"),
        congress.parse_newcomers,
    ),
    Form(
        "officials",
        "List of officials",
        7,
        _header("name", "office", "jurisdiction", "from"),
        lists.parse_officials,
    ),
    Form(
        "outlets",
        "List of outlets",
        9,
        _header("name", "domains"),
        lists.parse_outlets,
    ),
    Form(
        "results",
        "List of results",
        8,
        _header("race", "stage", "candidate", "outcome"),
        lists.parse_results,
    ),
)
ENOUGH_TO_TELL = 20_000
NEW_LINE, LONGEST_SHOWN = "\n", 100


def _text_of(path: Path) -> str:
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise IngestError(f"{path.name} can't be read: {error}.") from None
    except IngestError as error:
        raise IngestError(f"{path.name}: {error}", kind=error.kind) from None


def read_file(path: Path) -> RosterFile:
    """The file taken apart.

    Raises IngestError, naming the file, where it can't be read or has no form that is known.
    """
    text = _text_of(path)
    form = next((one for one in FORMS if one.recognise(text[:ENOUGH_TO_TELL])), None)
    if form is None:
        known = ", ".join(one.name for one in FORMS)
        raise IngestError(
            f"{path.name} has no form that is known ({known}): the first line of a list must "
            f"name its columns. It is {text.split(NEW_LINE)[0][:LONGEST_SHOWN]!r}."
        )
    try:
        rows, malformed = form.parse(text)
    except (yaml.YAMLError, csv.Error, TypeError) as error:
        raise IngestError(f"{path.name} is no valid file of {form.name}: {error}.") from None
    return RosterFile(path.name, form.name, form.title, form.rank, rows, malformed)
