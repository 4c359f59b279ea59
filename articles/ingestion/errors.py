"""What goes wrong on the way in, in words for whoever sent it."""


class IngestError(Exception):
    """``message`` says what was wrong and what to do; ``retry`` whether trying again may help.

    ``kind`` is a short word by which failures of one cause are found and tried again together.
    """

    kind = "text"

    def __init__(self, message: str, *, retry: bool = False, kind: str = "") -> None:
        super().__init__(message)
        self.retry = retry
        self.kind = kind or type(self).kind


class NotAText(IngestError):
    """The bytes hold no text that can be read."""

    kind = "no text"


class Damaged(IngestError):
    """The bytes claim a form that they do not keep: cut off, broken, half copied."""

    kind = "damaged"


class Unfinished(IngestError):
    """Something that only an editor can give is missing; the Item stays open."""

    kind = "unfinished"


class Refused(IngestError):
    """It may not be taken in: an internal address, a robots.txt, a bomb, a forbidden kind."""

    kind = "refused"


class TooBig(IngestError):
    """It is over a limit; the message names the limit and its setting."""

    kind = "too big"


class FetchFailed(IngestError):
    """The other side did not answer as it should."""

    kind = "fetch"
