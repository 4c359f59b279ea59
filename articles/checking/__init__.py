"""Check my quote: where the archive holds the words of a draft, and what differs there.

    check("“We will win,” he said.") -> Checked(passages, left_out, extent)

Raises EngineUnavailable where the index can't be searched.
"""

from articles.checking.check import MOST_PASSAGES, Checked, Passage, check
from articles.checking.extent import Extent
from articles.checking.matching import Match
from articles.checking.printed import Printed

__all__ = ["MOST_PASSAGES", "Checked", "Extent", "Match", "Passage", "Printed", "check"]
