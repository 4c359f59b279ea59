"""Strings compared as labels are: curly marks and white space folded."""

_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def folded(text: str) -> str:
    return " ".join(text.translate(_MARKS).replace("``", '"').replace("''", '"').split())
