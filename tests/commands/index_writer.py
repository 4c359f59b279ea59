"""A process that commits article after article to an index, and says so after each commit.

python -m tests.commands.index_writer FOLDER FIRST
"""

import sys
from itertools import count

import django

django.setup()

from articles.search.engines.embedded import EmbeddedEngine  # noqa: E402
from tests.search.contract.asking import document, said  # noqa: E402

engine = EmbeddedEngine(sys.argv[1])
for number in count(int(sys.argv[2])):
    words = f"word{number}"
    engine.index([document(number, words, quotes=(said(number, words),))])
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
