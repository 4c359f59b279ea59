"""Whether a page asks not to be archived."""

import re

HEAD = 200_000
META = re.compile(rb"<meta\b[^>]*>", re.IGNORECASE)
ROBOTS = re.compile(rb"name\s*=\s*[\"']?(?:robots|archiver)\b", re.IGNORECASE)
NOARCHIVE = re.compile(rb"\bnoarchive\b", re.IGNORECASE)


def says_noarchive(content: bytes) -> bool:
    """By ``<meta name="robots" content="noarchive">``; "none" speaks of search engines only."""
    return any(
        ROBOTS.search(meta) and NOARCHIVE.search(meta) for meta in META.findall(content[:HEAD])
    )
