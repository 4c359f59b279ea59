"""What an editor is told when an action can't be done."""


class CurationError(Exception):
    """The message says what was wrong and what to do, in words for an editor."""
