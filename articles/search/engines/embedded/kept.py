"""Answers kept while the index has not changed."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

Answer = TypeVar("Answer")
MOST = 500


class Kept:
    """The answers used last, each under a key of its own; at most ``most`` of them."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable):
        """What is kept under ``key``, or None."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def put(self, key: Hashable, answer: object) -> None:
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            while len(self._answers) > self.most:
                self._answers.popitem(last=False)

    def get_or(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        answer = self.get(key)
        if answer is None:
            answer = make()
            self.put(key, answer)
        return answer  # type: ignore[return-value]
