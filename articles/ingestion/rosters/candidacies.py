"""FEC filings and race results -> candidacies and results."""

from decimal import Decimal
from typing import TYPE_CHECKING

from articles.extraction.names import PersonalName, names_agree, parse_name
from articles.ingestion.rosters.directory import Known
from articles.ingestion.rosters.joining import Claim, Match, files_for
from articles.ingestion.rosters.records import CandidateRow, ResultRow
from articles.models import Candidacy, Office, Race, Result, Stage

if TYPE_CHECKING:
    from articles.ingestion.rosters.apply import Loader

BATCH = 2000
NATIONAL = "US"


class CandidacyRows:
    def __init__(self, loader: "Loader") -> None:
        self.loader = loader
        rows = Result.objects.select_related("candidacy")
        self.results = {(row.candidacy.person_id, row.stage_id, row.round): row for row in rows}
        self.new_results: list[tuple[Known, Stage, Result]] = []
        self.changed_results: list[Result] = []
        self.waiting: dict[Known, tuple[CandidateRow, str | None]] = {}

    # Filings

    def candidate(self, row: CandidateRow) -> None:
        loader = self.loader
        races = loader.contests.at(row.office, row.state, row.district, row.year)
        if not races:
            loader.skip(f"no race for the seat a candidate filed for in {row.year}")
            return
        claim = Claim(
            names=(row.name, *(text for text, _ in row.names[:1])),
            identifiers=(("fec", row.fec_id),),
            state=NATIONAL if row.office == Office.PRESIDENT else row.state,
            years=(row.year, row.year),
            party=loader.parties.code(row.party),
            office=row.office,
        )
        known, was = loader.introduce(loader.find(claim), row.name)
        for text, kind in row.names[:1]:
            loader.directory.add_name(known, text, kind, loader.source)
        loader.directory.add_identifier(known, "fec", row.fec_id, loader.source)
        loader.count_person(known, was)
        race = races[0] if len(races) == 1 else self._seat_held(known, races)
        if race is None:
            self.waiting[known] = (row, claim.party)
            return
        self._candidacy(known, race, row, claim.party)

    def _seat_held(self, known: Known, races: list[Race]) -> Race | None:
        """Where a state votes for two seats, a candidacy already known tells which."""
        held = [race for race in races if race.pk in known.races]
        return held[0] if len(held) == 1 else None

    def _candidacy(self, known: Known, race: Race, row: CandidateRow, party: str | None) -> None:
        facts = {
            "party_id": party,
            "is_incumbent": row.is_incumbent,
            "status": row.status,
            "fec_id": row.fec_id,
        }
        candidacy = known.races.get(race.pk)
        if candidacy is None:
            new = Candidacy(person=known.person, race=race, source=self.loader.source, **facts)
            self.loader.directory.add_row(known, new)
            self.loader.count("candidacies", "created")
        elif candidacy.fec_id and candidacy.fec_id != row.fec_id:
            self.loader.skip("a second filing of one person for one race")
        elif all(getattr(candidacy, name) == value for name, value in facts.items()):
            self.loader.count("candidacies", "unchanged")
        else:
            for name, value in facts.items():
                setattr(candidacy, name, value)
            self.loader.directory.mark(known, candidacy)
            self.loader.count("candidacies", "updated")

    # Results

    def result(self, row: ResultRow) -> None:
        loader = self.loader
        race = loader.contests.by_slug.get(row.race)
        if race is None:
            loader.skip("a result of a race the archive does not have: load the seats first")
            return
        stage, outcome = loader.contests.add_stage(
            race, row, loader.parties.code(row.party), loader.source
        )
        loader.count("stages", outcome)
        party = loader.parties.code(row.candidate_party)
        known = self._runner(race, row, party)
        if race.pk not in known.races and known in self.waiting:
            self._candidacy(known, race, *self.waiting.pop(known))
        elif race.pk not in known.races:
            new = Candidacy(
                person=known.person,
                race=race,
                party_id=party,
                status=Candidacy.Status.STATUTORY,
                source=loader.source,
            )
            loader.directory.add_row(known, new)
            loader.count("candidacies", "created")
        self._result(known, stage, row)

    def _runner(self, race: Race, row: ResultRow, party: str | None) -> Known:
        """The candidate of that name in the race, else whom the archive knows by it, else new."""
        name = parse_name(row.candidate)
        namesakes = self.loader.directory.named(row.candidate)
        running = [known for known in namesakes if race.pk in known.races]
        agreeing = [
            known
            for known in running
            if any(names_agree(name, form) for form in known.name_forms() if form.given)
        ]
        if len(agreeing) == 1:
            return agreeing[0]
        state = race.seat.state if race.seat else ""
        claim = Claim(
            names=(row.candidate,), state=state, years=(race.year, race.year), party=party
        )
        found = self._filed(race, namesakes, name) or self.loader.find(claim)
        known, was = self.loader.introduce(found, row.candidate)
        self.loader.count_person(known, was)
        return known

    def _filed(self, race: Race, namesakes: list[Known], name: PersonalName) -> Match | None:
        """Somebody who filed for a Senate seat of the state, when the file did not say which."""
        if not race.seat or race.seat.office != Office.SENATE:
            return None
        filed = [
            known
            for known in namesakes
            if any(
                scheme == "fec" and files_for(value) == f"S{race.seat.state}"
                for scheme, value in known.identifiers
            )
            and any(names_agree(name, form) for form in known.name_forms() if form.given)
        ]
        return Match(filed[0]) if len(filed) == 1 else None

    def _result(self, known: Known, stage: Stage, row: ResultRow) -> None:
        facts = {
            "votes": row.votes,
            "share": Decimal(row.percent) / 100 if row.percent else None,
            "share_digits": len(row.percent.partition(".")[2]) if row.percent else None,
            "outcome": row.outcome,
        }
        stored = self.results.get((known.person.pk, stage.pk, 1))
        if stored is None:
            result = Result(stage=stage, source=self.loader.source, **facts)
            self.new_results.append((known, stage, result))
            self.loader.count("results", "created")
        elif all(getattr(stored, name) == value for name, value in facts.items()):
            self.loader.count("results", "unchanged")
        else:
            for name, value in facts.items():
                setattr(stored, name, value)
            self.changed_results.append(stored)
            self.loader.count("results", "updated")

    def save(self) -> None:
        """After the people are stored."""
        for row, _ in self.waiting.values():
            self.loader.skip(
                f"two {row.state} seats vote in {row.year} and the filing does not say which: "
                "waits for an editor"
            )
        for known, stage, result in self.new_results:
            result.candidacy = known.races[stage.race_id]
        Result.objects.bulk_create([result for *_, result in self.new_results], BATCH)
        fields = ["votes", "share", "share_digits", "outcome"]
        Result.objects.bulk_update(self.changed_results, fields, BATCH)
