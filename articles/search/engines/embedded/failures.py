"""What the library raises, told as one kind of failure."""

from collections.abc import Iterator
from contextlib import contextmanager

from articles.search.errors import EngineUnavailable

LIBRARY_FAILED = (ValueError, OSError)


@contextmanager
def told_as_unavailable(what: str) -> Iterator[None]:
    """Raises EngineUnavailable, beginning with ``what``, for any failure of the library."""
    try:
        yield
    except LIBRARY_FAILED as error:
        raise EngineUnavailable(f"{what}: {error}") from error
    except BaseException as error:
        if not is_panic(error):
            raise
        raise EngineUnavailable(f"{what}: {error}") from error


def is_panic(error: BaseException) -> bool:
    """Damaged files can make the library panic, which is no Exception and can't be imported."""
    return type(error).__name__ == "PanicException"
