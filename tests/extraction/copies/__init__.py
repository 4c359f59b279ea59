"""Texts labelled as copies of each other or not; GUIDELINE.md says how."""
