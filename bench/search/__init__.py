"""How fast the archive answers: its pages, its engine, the bare library, PostgreSQL."""
