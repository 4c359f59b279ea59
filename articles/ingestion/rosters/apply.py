"""What each kind of row changes in the archive."""

from collections.abc import Iterable

from articles.ingestion.rosters.candidacies import CandidacyRows
from articles.ingestion.rosters.contests import Contests
from articles.ingestion.rosters.directory import Directory, Known
from articles.ingestion.rosters.joining import Claim, Match, match
from articles.ingestion.rosters.outlets import add_outlet
from articles.ingestion.rosters.parties import Parties
from articles.ingestion.rosters.records import (
    CandidateRow,
    HandlesRow,
    NewcomerRow,
    OfficialRow,
    OutletRow,
    PersonRow,
    ResultRow,
    RosterFile,
    Row,
    SeatRow,
)
from articles.ingestion.rosters.report import RosterReport
from articles.ingestion.rosters.terms import add_term
from articles.models import JoinProposal, PersonName, Source

# Whose form of a name is kept when two sources differ, the best first.
NAMING = ("legislators", "former members", "newcomers", "officials", "results", "candidates")
NATIONAL = "US"


class Loader:
    """Holds what one load needs; ``load`` each file, then ``finish``."""

    def __init__(self, report: RosterReport) -> None:
        self.report = report
        self.directory, self.contests, self.parties = Directory(), Contests(), Parties()
        self.candidacies = CandidacyRows(self)
        self.doubtful: list[tuple[Known, Known, str]] = []
        self.source = Source()
        self.apply = {
            SeatRow: self._seat,
            PersonRow: self._person,
            HandlesRow: self._handles,
            OfficialRow: self._official,
            NewcomerRow: self._newcomer,
            CandidateRow: self.candidacies.candidate,
            ResultRow: self.candidacies.result,
            OutletRow: self._outlet,
        }

    def load(self, file: RosterFile, rows: Iterable[Row]) -> None:
        self.source = Source.objects.get_or_create(name=file.source, defaults={"notes": file.form})[
            0
        ]
        for row in rows:
            self.apply[type(row)](row)

    def finish(self) -> None:
        self.directory.save()
        self.candidacies.save()
        self._propose()

    def find(self, claim: Claim) -> Match:
        return match(self.directory, claim)

    def doubt(self, known: Known, found: Match) -> None:
        self.doubtful += [(known, other, found.why) for other in found.doubtful]

    def count(self, noun: str, outcome: str, name: str = "") -> None:
        self.report.count(noun, outcome, name)

    def skip(self, reason: str) -> None:
        self.report.skipped[reason] += 1

    def count_person(self, known: Known, was_changed: bool) -> None:
        """Counts a row about ``known``: its first decides that somebody is new."""
        if known.is_new and not was_changed:
            self.count("people", "created", known.person.name)
        elif known.is_changed and not was_changed:
            self.count("people", "updated", known.person.name)
        else:
            self.count("people", "unchanged")

    def introduce(self, found: Match, name: str, **facts) -> tuple[Known, bool]:
        """The person found or somebody new, and whether the row is not the first to change him."""
        if found.known:
            known, was_changed = found.known, found.known.is_changed
            self._fill(known, **facts)
            self._rename(known, name)
            return known, was_changed
        known = self.directory.add(name, self.source, **facts)
        self.doubt(known, found)
        return known, False

    def add_handles(self, known: Known, handles: Iterable[str]) -> None:
        for handle in handles:
            self.directory.add_name(
                known, f"@{handle.lstrip('@')}", PersonName.Kind.HANDLE, self.source
            )

    def _seat(self, row: SeatRow) -> None:
        self.count("races", self.contests.add_race(row, self.source), row.race)

    def _outlet(self, row: OutletRow) -> None:
        outcome = add_outlet(row)
        if outcome in ("created", "updated", "unchanged"):
            self.count("outlets", outcome, row.name)
        else:
            self.skip(outcome)

    def _person(self, row: PersonRow) -> None:
        dated = [day.year for term in row.terms for day in (term.start, term.end) if day]
        last = row.terms[-1]
        claim = Claim(
            names=(row.name, *(text for text, _ in row.names)),
            identifiers=row.identifiers,
            state=last.state,
            years=(min(dated), max(dated)) if dated else None,
            party=self.parties.code(last.party),
            held_office=True,
            born_on=row.born_on,
        )
        known, was = self.introduce(
            self.find(claim), row.name, gender=row.gender, born_on=row.born_on
        )
        self._add_person_facts(known, row.names, row.identifiers, row.handles)
        for term in row.terms:
            add_term(self.directory, known, term, self.parties.code(term.party), self.source)
        self.count_person(known, was)

    def _add_person_facts(self, known: Known, names, identifiers, handles) -> None:
        for text, kind in names:
            self.directory.add_name(known, text, kind, self.source)
        for scheme, value in identifiers:
            self.directory.add_identifier(known, scheme, value, self.source)
        self.add_handles(known, handles)

    def _handles(self, row: HandlesRow) -> None:
        found = self.find(Claim(names=(), identifiers=row.identifiers)).known
        if found is None:
            self.skip("a handle of somebody the archive does not know: load the legislators first")
            return
        was = found.is_changed
        self.add_handles(found, row.handles)
        self.count_person(found, was)

    def _official(self, row: OfficialRow) -> None:
        term = row.term
        years = [day.year for day in (term.start, term.end) if day]
        claim = Claim(
            names=(row.name, *row.aliases),
            state=term.state,
            years=(min(years), max(years)) if years else None,
            party=self.parties.code(term.party),
            held_office=True,
        )
        known, was = self.introduce(self._official_known(row, claim), row.name)
        self._add_person_facts(known, [(alias, "full") for alias in row.aliases], (), row.handles)
        add_term(self.directory, known, term, claim.party, self.source)
        self.count_person(known, was)

    def _official_known(self, row: OfficialRow, claim: Claim) -> Match:
        """Who holds that office since that day already, else whom the name and facts fit."""
        for known in self.directory.named(row.name):
            for position in known.positions:
                if (position.title, position.state, position.start) == (
                    row.term.title,
                    row.term.state,
                    row.term.start,
                ):
                    return Match(known)
        return self.find(claim)

    def _newcomer(self, row: NewcomerRow) -> None:
        claim = Claim(
            names=(row.name,),
            identifiers=row.identifiers,
            state=row.state,
            party=self.parties.code(row.party),
            born_on=row.born_on,
        )
        found = self.find(claim)
        if found.known is None:
            self.skip("a newcomer whom no other file knows: load the candidates first")
            return
        known, was = self.introduce(found, row.name, gender=row.gender, born_on=row.born_on)
        self._add_person_facts(known, (), row.identifiers, row.handles)
        self.count_person(known, was)

    def _fill(self, known: Known, gender: str = "", born_on=None) -> None:
        person = known.person
        if gender and not person.gender:
            person.gender = gender
            self.directory.mark(known)
        if born_on and not person.born_on:
            person.born_on = born_on
            self.directory.mark(known)

    def _rename(self, known: Known, name: str) -> None:
        """A surer source's name replaces a weaker one's; a person's own choice stays."""
        named_by = known.person.source
        if named_by is None or named_by.notes not in NAMING or self.source.notes not in NAMING:
            return
        surer = NAMING.index(self.source.notes) < NAMING.index(named_by.notes)
        if surer and known.person.name != name:
            self.directory.rename(known, name, self.source)

    def _propose(self) -> None:
        for known, other, why in self.doubtful:
            one, two = sorted((known.person, other.person), key=lambda person: person.pk)
            if one.pk == two.pk:
                continue
            made = JoinProposal.objects.get_or_create(
                person=one, other=two, defaults={"why": f"{why[:1].upper()}{why[1:]}."}
            )[1]
            if made:
                self.report.proposed.append(f"{one.slug} and {two.slug} may be one: {why}")
