"""Benches: synthetic archives and what is measured on them. Nothing here runs in production."""
