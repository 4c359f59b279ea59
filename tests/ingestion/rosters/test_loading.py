"""Loading joins what is one, keeps apart what is two, and twice changes nothing."""

from itertools import permutations

import pytest

from articles.ingestion.errors import IngestError
from articles.ingestion.rosters import load_files
from articles.models import Candidacy, IndexChange, JoinProposal, Person, Race, Result, Stage
from tests.builders import make_article, mention
from tests.ingestion.rosters.test_forms import (
    FEC,
    FORMER,
    HANDLES,
    MEMBER,
    NEWCOMERS,
    OFFICIALS,
    RESULTS,
    SEATS,
)

pytestmark = pytest.mark.django_db
TUBERVILLE = FEC.replace("S6AL00195|SESSIONS, JEFFERSON B", "S0AL00230|TUBERVILLE, THOMAS H")
ATTORNEY = OFFICIALS.split("\n")[0] + (
    "\nJeff Sessions,U.S. Attorney General,US,Republican,2017-02-09,2018-11-07,"
    "Jefferson Beauregard Sessions III\n"
)
HOUSE_SEAT = "2020-al-us-house-1,house,AL,01,,regular,2020-11-03\n"
ALL = [SEATS, FEC + TUBERVILLE, MEMBER, FORMER, ATTORNEY, RESULTS, HANDLES, NEWCOMERS]


@pytest.fixture
def load(tmp_path):
    def write_and_load(*texts: str):
        paths = [tmp_path / f"{number}.dat" for number, _ in enumerate(texts)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf8")
        return load_files(paths)

    return write_and_load


def slugs() -> set[str]:
    return set(Person.objects.values_list("slug", flat=True))


def test_three_forms_of_a_name_are_one_person(load):
    load(*ALL)
    assert slugs() == {"jeff-sessions", "tommy-tuberville"}
    sessions = Person.objects.get(slug="jeff-sessions")
    names = set(sessions.names.values_list("text", flat=True))
    assert {"Jeff Sessions", "Jefferson Beauregard Sessions III", "Jefferson B Sessions"} <= names
    offices = set(sessions.positions.values_list("office", flat=True))
    assert offices == {"senate", "cabinet"}


def test_identifiers_join_what_names_would_not(load):
    load(*ALL)
    person = Person.objects.get(slug="tommy-tuberville")
    assert set(person.identifiers.filter(scheme="fec").values_list("value", flat=True)) == {
        "S0AL00230"
    }
    assert person.names.filter(kind="handle").count() == 2
    assert str(person.born_on) == "1954-09-18"


def test_the_race_has_its_candidates_stages_and_results(load):
    load(*ALL)
    race = Race.objects.get(slug="2020-al-us-senate")
    assert race.name == "2020 Alabama U.S. Senate"
    assert race.candidacies.count() == 2
    runoff = Stage.objects.get(race=race)
    assert (str(runoff), str(runoff.date)) == ("Republican runoff", "2020-07-14")
    former = runoff.former_dates.get()
    assert (str(former.date), str(former.moved_known_on)) == ("2020-03-31", "2020-03-18")
    assert Result.objects.get().percent == "60.7"


def test_twice_changes_nothing(load):
    load(*ALL)
    before = list(Person.objects.order_by("pk").values())
    report = load(*ALL)
    assert list(Person.objects.order_by("pk").values()) == before
    assert not +report.created
    assert not +report.updated


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_files_given_in_any_order_make_the_same_archive(load, order):
    texts = [MEMBER, SEATS + "", TUBERVILLE]
    load(*(texts[number] for number in order))
    assert slugs() == {"tommy-tuberville"}
    assert Candidacy.objects.get().person.slug == "tommy-tuberville"


def test_a_better_known_name_replaces_a_filings(load):
    load(SEATS, TUBERVILLE)
    assert slugs() == {"thomas-tuberville"}
    load(MEMBER)
    assert slugs() == {"tommy-tuberville"}
    assert Person.objects.by_slug("tommy-tuberville").name == "Tommy Tuberville"


def test_the_address_of_somebody_in_the_news_stays(load):
    load(SEATS, TUBERVILLE)
    mention(make_article(), Person.objects.get())
    load(MEMBER)
    assert Person.objects.get().slug == "thomas-tuberville"
    assert Person.objects.get().name == "Tommy Tuberville"


def test_two_who_merely_share_a_name_stay_two(load):
    other = FEC.replace(
        "S6AL00195|SESSIONS, JEFFERSON B|REP|2020|AL", "S0TX00001|SESSIONS, JEFF|REP|2020|TX"
    )
    load(SEATS + "2020-tx-us-senate,senate,TX,,2,regular,2020-11-03\n", FORMER, other)
    assert Person.objects.count() == 2


def test_father_and_son_stay_two(load):
    son = FEC.replace("S6AL00195|SESSIONS, JEFFERSON B", "H0AL00777|SESSIONS, JEFFERSON B JR")
    former = FORMER.replace("B.,,Jeff", "B.,Sr.,Jeff").replace(",Jeff Sessions,", ",,")
    load(SEATS + HOUSE_SEAT, former, FEC, son.replace("|S|00|", "|H|01|"))
    assert Person.objects.count() == 2


def test_who_files_for_a_seat_anew_with_another_id_is_another(load):
    again = FEC.replace("S6AL00195", "S0AL00999")
    load(SEATS, FORMER, FEC, again)
    assert Person.objects.count() == 2


def test_a_doubtful_join_is_proposed_not_made(load):
    other_party = FEC.replace("S6AL00195", "H0AL01001").replace("|REP|", "|DEM|")
    former = FORMER.replace("S6AL00195", "")
    report = load(SEATS + HOUSE_SEAT, former, other_party.replace("|S|00|", "|H|01|"))
    assert Person.objects.count() == 2
    assert JoinProposal.objects.count() == 1
    assert len(report.proposed) == 1


def test_a_filing_for_a_seat_that_does_not_vote_is_skipped_with_the_reason(load):
    report = load(SEATS, FEC.replace("|AL|S|", "|NY|S|"))
    assert not Person.objects.exists()
    [reason] = report.skipped
    assert "no race for the seat" in reason


def test_where_two_seats_vote_a_filing_waits_and_a_result_decides(load):
    seats = SEATS.replace("al-us", "ga-us").replace("AL", "GA") + (
        "2020-ga-us-senate-special,senate,GA,,3,special,2020-11-03\n"
    )
    filing = FEC.replace(
        "S6AL00195|SESSIONS, JEFFERSON B|REP|2020|AL", "S0GA00559|WARNOCK, RAPHAEL|DEM|2020|GA"
    )
    report = load(seats, filing)
    assert "waits for an editor" in next(iter(report.skipped))
    assert not Candidacy.objects.exists()
    result = RESULTS.split("\n")[0] + (
        "\n2020-ga-us-senate-special,special,,2020-11-03,,,"
        "Raphael Warnock,Democratic,,32.90,advanced\n"
    )
    report = load(seats, filing, result)
    assert Candidacy.objects.get().race.slug == "2020-ga-us-senate-special"
    assert Candidacy.objects.get().fec_id == "S0GA00559"
    assert not +load(seats, filing, result).updated


def test_handles_before_people_are_skipped_and_said(load):
    report = load(HANDLES)
    assert "load the legislators first" in next(iter(report.skipped))


def test_bad_rows_sink_nothing(load):
    report = load(SEATS, FEC + "broken|row\n")
    assert slugs() == {"jefferson-sessions"}
    [bad] = report.malformed
    assert "line 2" in bad


def test_an_unknown_file_stores_nothing(load):
    with pytest.raises(IngestError):
        load(SEATS, "who,what\n")
    assert not Race.objects.exists()


def test_people_in_articles_are_touched_when_they_change(load):
    load(SEATS, TUBERVILLE)
    article = make_article()
    mention(article, Person.objects.get())
    IndexChange.objects.all().delete()
    load(MEMBER)
    assert IndexChange.objects.filter(article_id=article.pk).exists()


def test_machines_leave_no_history(load):
    load(*ALL)
    assert not Person.history.exists()
