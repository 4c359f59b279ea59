"""Fetched: what came back, decompressed and within its bounds."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fetched:
    """``final_url`` is where the redirects led; ``charset`` what the header says, or ""."""

    url: str
    final_url: str
    status: int
    content: bytes = b""
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    redirects: tuple[str, ...] = ()

    @property
    def not_modified(self) -> bool:
        return self.status == 304
