"""What is kept gives the very candidates that the database gives, after any changes."""

from random import Random

import pytest
from django.db import transaction

from articles.ingestion.candidates import roster_for
from tests.ingestion.candidates.plain import plain_roster
from tests.ingestion.candidates.random_rosters import NEWS_DAYS, change, look_ups, make_roster

pytestmark = pytest.mark.django_db


def compare(dice: Random, outlet) -> int:
    """Holds the two against each other; gives how many people they found."""
    names, day = look_ups(dice), dice.choice(NEWS_DAYS)
    taught_by = dice.choice((None, outlet))
    found = roster_for(day, taught_by)(names)
    assert found == plain_roster(names, day, taught_by)
    return len(found.people)


@pytest.mark.parametrize("seed", range(8))
def test_after_any_changes_the_candidates_are_those_of_the_database(seed):
    dice = Random(seed)
    outlet = make_roster(dice)
    found = sum(compare(dice, outlet) for _ in range(4))
    for _ in range(8):
        change(dice)
        found += compare(dice, outlet) + compare(dice, outlet)
    assert found


@pytest.mark.parametrize("seed", range(100, 103))
def test_changes_that_are_taken_back_leave_nothing_behind(seed):
    dice = Random(seed)
    outlet = make_roster(dice)
    for _ in range(6):
        with transaction.atomic():
            change(dice)
            compare(dice, outlet)
            transaction.set_rollback(True)
        compare(dice, outlet)
        compare(dice, outlet)
