"""The public pages: thin faces over models, filters and search. They need no JavaScript."""
