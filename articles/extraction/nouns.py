"""Nouns for those who speak without being named: groups, documents, bodies."""

from .wordlists import words

GROUPS = words(
    """
    officials republicans democrats critics supporters voters aides lawmakers allies opponents
    analysts experts leaders advisers advisors strategists observers residents people prosecutors
    lawyers attorneys candidates activists organizers clerks workers senators representatives
    commissioners both others many some they researchers pollsters operatives members conservatives
    liberals sources authorities volunteers neighbors families judges police parents teachers
    farmers students economists investigators spokespeople advocates managers
    """
)
DOCUMENTS = words(
    """
    statement report filing lawsuit memo letter document documents records study survey poll polls
    complaint indictment order ruling email emails transcript tweet post website release ad
    advertisement bulletin notice data figures returns results filings affidavit article editorial
    handbook leaflet card sign poster brochure flyer guide manual rules ordinance resolution
    """
)
BODIES = words(
    """
    campaign committee department office agency company party commission council board court
    administration government bureau coalition union association group organization network
    newspaper police project foundation county city state college university league society
    guild ministry authority chamber alliance federation institute center school service
    """
)
