"""Public roster files -> people, races, candidacies, results and outlets."""

from articles.ingestion.rosters.load import load_files, preview_files
from articles.ingestion.rosters.report import RosterReport

__all__ = ["RosterReport", "load_files", "preview_files"]
