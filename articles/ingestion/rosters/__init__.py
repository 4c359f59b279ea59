"""Rosters: public lists of seats, people, candidates and results on their way in."""

from articles.ingestion.rosters.load import load_files
from articles.ingestion.rosters.report import RosterReport

__all__ = ["RosterReport", "load_files"]
