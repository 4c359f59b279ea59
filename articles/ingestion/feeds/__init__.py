"""Polled sources, without the polling: what a feed says, and when to ask again."""

from articles.ingestion.feeds.entries import Entry, ReadFeed
from articles.ingestion.feeds.reading import read_feed
from articles.ingestion.feeds.schedule import Habit, habit, next_poll

__all__ = ["Entry", "Habit", "ReadFeed", "habit", "next_poll", "read_feed"]
