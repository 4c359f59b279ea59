"""Seats, races and stages, kept in memory for one load and written as they come: they are few."""

from articles.extraction.gazetteer import STATES
from articles.ingestion.rosters.records import ResultRow, SeatRow
from articles.models import FormerStageDate, Office, Race, Seat, Source, Stage

LABELS = {
    Office.SENATE: "U.S. Senate",
    Office.HOUSE: "U.S. House",
    Office.DELEGATE: "Delegate to the U.S. House",
    Office.PRESIDENT: "President",
}
CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"


class Contests:
    def __init__(self) -> None:
        self.by_slug = {race.slug: race for race in Race.objects.select_related("seat")}
        self.seats = {_seat_key(seat): seat for seat in Seat.objects.all()}
        self.stages = {
            (stage.race_id, stage.kind, stage.party_id): stage for stage in Stage.objects.all()
        }
        self.former = set(FormerStageDate.objects.values_list("stage", "date"))

    def at(self, office: str, state: str, district: str, year: int) -> list[Race]:
        """The races for that office of that place in that year: none, one, or Georgia's two."""
        return [
            race
            for race in self.by_slug.values()
            if race.year == year
            and race.seat
            and (race.seat.office, race.seat.state) == (office, state)
            and (office not in (Office.HOUSE, Office.DELEGATE) or race.seat.district == district)
        ]

    def add_race(self, row: SeatRow, source: Source) -> str:
        seat = self._seat(row) if row.office in Office.values else None
        year = int(row.race[:4])
        facts = {
            "seat": seat,
            "kind": row.kind,
            "year": year,
            "name": row.name or race_name(row, year),
            "general_on": row.general_on,
        }
        race = self.by_slug.get(row.race)
        if race is None:
            race = Race(slug=row.race, source=source, **facts)
            race.skip_history_when_saving = True
            race.save()
            self.by_slug[row.race] = race
            return CREATED
        if all(getattr(race, name) == value for name, value in facts.items()):
            return UNCHANGED
        for name, value in facts.items():
            setattr(race, name, value)
        race.save()
        return UPDATED

    def add_stage(
        self, race: Race, row: ResultRow, party: str | None, source: Source
    ) -> tuple[Stage, str]:
        """The stage of a result, with the date it was first set for."""
        stage = self.stages.get((race.pk, row.stage, party))
        if stage is None:
            stage = Stage.objects.create(
                race=race, kind=row.stage, party_id=party, date=row.date, source=source
            )
            self.stages[race.pk, row.stage, party] = stage
            outcome = CREATED
        elif row.date and stage.date != row.date:
            stage.date = row.date
            stage.save()
            outcome = UPDATED
        else:
            outcome = UNCHANGED
        self._add_former_date(stage, row, source)
        return stage, outcome

    def _add_former_date(self, stage: Stage, row: ResultRow, source: Source) -> None:
        if row.first_set_for and (stage.pk, row.first_set_for) not in self.former:
            FormerStageDate.objects.create(
                stage=stage,
                date=row.first_set_for,
                moved_known_on=row.moved_known_on,
                source=source,
            )
            self.former.add((stage.pk, row.first_set_for))

    def _seat(self, row: SeatRow) -> Seat:
        seat = Seat(
            office=row.office,
            state=row.state,
            district=row.district,
            senate_class=row.senate_class,
        )
        if _seat_key(seat) not in self.seats:
            seat.save()
            self.seats[_seat_key(seat)] = seat
        return self.seats[_seat_key(seat)]


def _seat_key(seat: Seat) -> tuple:
    return (seat.office, seat.state, seat.district, seat.senate_class)


def race_name(row: SeatRow, year: int) -> str:
    """ "2020 Alabama U.S. Senate", "2020 Georgia U.S. Senate, special election"."""
    place = "U.S." if row.state == "US" else STATES.get(row.state, (row.state,))[0]
    label = LABELS.get(row.office, dict(Office.choices).get(row.office, row.office))
    parts = [str(year), place, label]
    if row.district and row.district != "0":
        parts.append(row.district if not row.district.isdigit() else f"district {row.district}")
    name = " ".join(parts)
    return f"{name}, special election" if row.kind == Race.Kind.SPECIAL else name
