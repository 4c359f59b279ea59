"""Terms of office -> positions and parties, each once, whatever files tell of them."""

from articles.ingestion.rosters.directory import Directory, Known
from articles.ingestion.rosters.records import Term
from articles.models import PartyAffiliation, Position, Source


def add_term(
    directory: Directory, known: Known, term: Term, party: str | None, source: Source
) -> None:
    """Adds what is new in ``term``: a dated term takes the place of an undated one."""
    _add_position(directory, known, term, party, source)
    if party:
        _add_affiliation(directory, known, term, party, source)


def _add_position(
    directory: Directory, known: Known, term: Term, party: str | None, source: Source
) -> None:
    same_office = [
        one for one in known.positions if (one.office, one.state) == (term.office, term.state)
    ]
    if term.start is None and same_office:
        return
    for position in same_office:
        if position.start == term.start and position.district == term.district:
            _shorten(directory, known, position, term)
            return
        if position.start is None:
            _date(directory, known, position, term)
            return
    row = Position(
        person=known.person,
        office=term.office,
        state=term.state,
        district=term.district,
        title=term.title,
        party_id=party,
        start=term.start,
        end=term.end,
        source=source,
    )
    directory.add_row(known, row)


def _shorten(directory: Directory, known: Known, position: Position, term: Term) -> None:
    """Of two ends the earlier holds: an old list has the end that was planned."""
    if term.end and (position.end is None or term.end < position.end):
        position.end = term.end
        directory.mark(known, position)


def _date(directory: Directory, known: Known, position: Position, term: Term) -> None:
    position.start, position.end, position.district = term.start, term.end, term.district
    directory.mark(known, position)


def _add_affiliation(
    directory: Directory, known: Known, term: Term, party: str, source: Source
) -> None:
    """One spell for terms that follow one another in one party."""
    own = [row for row in known.affiliations.values() if row.party_id == party]
    if term.start is None:
        if not own:
            directory.add_row(
                known, PartyAffiliation(person=known.person, party_id=party, source=source)
            )
        return
    for row in own:
        if row.start is None or row.start <= term.start:
            if row.end and term.end and term.end > row.end and _follows(row, term):
                row.end = term.end
                directory.mark(known, row)
                return
            if row.end is None or term.start <= row.end:
                return
    directory.add_row(
        known,
        PartyAffiliation(
            person=known.person, party_id=party, start=term.start, end=term.end, source=source
        ),
    )


def _follows(row: PartyAffiliation, term: Term) -> bool:
    """Whether the term starts while the spell holds or in the days after it."""
    return (term.start - row.end).days <= 60
