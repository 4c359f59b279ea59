"""What every engine must do. An engine's own test class inherits this and gives ``engine``."""

from tests.search.contract.asking import STORIES, asked, chosen, document
from tests.search.contract.counting import CountingContract
from tests.search.contract.finding import FindingContract
from tests.search.contract.folding import FoldingContract
from tests.search.contract.quotes import QuotesContract
from tests.search.contract.upkeep import UpkeepContract

__all__ = ["STORIES", "EngineContract", "asked", "chosen", "document"]


class EngineContract(
    FindingContract, CountingContract, FoldingContract, QuotesContract, UpkeepContract
):
    """All of it."""
