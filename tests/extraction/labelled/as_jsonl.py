"""The labelled articles in the form of bench/extraction.py, one a line:

python -m tests.extraction.labelled.as_jsonl dev > dev.jsonl
"""

import json
import sys
from collections.abc import Iterator

from .articles import SPLITS, LabelledArticle, labelled_articles
from .markup import NOBODY, Marked


def row_of(article: LabelledArticle) -> dict:
    """Text and labels; ``who`` of people and speakers is as GUIDELINE.md says."""
    return {
        "id": article.name,
        "split": article.split,
        "date": article.date.isoformat(),
        "outlet": article.outlet,
        "headline": article.headline.text,
        "text": article.body.text,
        "races": list(article.races),
        "people": [*_people("headline", article.headline), *_people("body", article.body)],
        "quotes": list(_quotes(article.body)),
    }


def _people(field: str, marked: Marked) -> Iterator[dict]:
    for one in marked.named:
        yield {"field": field, "start": one.start, "end": one.end, "who": one.who}


def _quotes(marked: Marked) -> Iterator[dict]:
    for one in marked.said:
        yield {
            "start": one.start,
            "end": one.end,
            "type": one.kind,
            "speaker": "" if one.who == NOBODY else one.who,
            "told": one.told,
            "speech": True,
        }


def main() -> None:
    for article in labelled_articles(*(sys.argv[1:] or SPLITS)):
        sys.stdout.write(json.dumps(row_of(article), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
