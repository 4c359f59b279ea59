"""How long and how large a transfer may be."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Seconds and bytes; ``total_seconds`` is for everything, redirects and waiting included."""

    connect_seconds: float = 10
    total_seconds: float = 30
    max_bytes: int = 10_000_000
    max_decompressed: int = 20_000_000
    max_redirects: int = 5

    @classmethod
    def from_settings(cls) -> "FetchLimits":
        return cls(
            connect_seconds=settings.FETCH_CONNECT_SECONDS,
            total_seconds=settings.FETCH_TOTAL_SECONDS,
            max_bytes=settings.FETCH_MAX_BYTES,
            max_decompressed=settings.FETCH_MAX_DECOMPRESSED_BYTES,
            max_redirects=settings.FETCH_MAX_REDIRECTS,
        )
