"""What goes wrong on the way in, in words for whoever sent it."""


class IngestError(Exception):
    """``message`` says what was wrong and what to do; ``retry`` whether trying again may help."""

    def __init__(self, message: str, *, retry: bool = False) -> None:
        super().__init__(message)
        self.retry = retry


class NotAText(IngestError):
    """The bytes hold no text that can be read."""


class Unfinished(IngestError):
    """Something that only an editor can give is missing; the Item stays open."""
