"""The judged set: questions, and how much each article answers them (see GUIDELINE.md)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "judgments.toml"
GRADES = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class Question:
    """``grades``: by slug of the article, from 1 to 3; what is not there is a 0."""

    archive: str
    typed: str
    need: str
    grades: dict[str, int]


def questions() -> list[Question]:
    with FILE.open("rb") as file:
        return [_question(row) for row in tomllib.load(file)["question"]]


def _question(row: dict) -> Question:
    grades = {slug: grade for grade in GRADES for slug in row.get(f"grade_{grade}", ())}
    return Question(row["archive"], row["typed"], row["need"], grades)
