"""Our own labelled articles: see GUIDELINE.md for their form and what the marks mean."""
