"""Loops go on after what passes, stop the process at what does not, and end when told."""

import threading

import pytest
from django.db import OperationalError

from articles.management.loops import Loop
from articles.search import EngineUnavailable


class Steps:
    """A step that plays out a script: raises what is an exception, returns the rest."""

    def __init__(self, stop: threading.Event, *script) -> None:
        self.stop, self.script, self.calls = stop, list(script), 0

    def __call__(self) -> bool:
        self.calls += 1
        if not self.script:
            self.stop.set()
            return False
        played = self.script.pop(0)
        if isinstance(played, BaseException):
            raise played
        return played


def run(*script) -> tuple[Loop, Steps]:
    stop = threading.Event()
    steps = Steps(stop, *script)
    loop = Loop("test", steps, every=0.001, stop=stop)
    loop.start()
    loop.join(30)
    assert not loop.is_alive()
    return loop, steps


def test_it_goes_on_until_told():
    loop, steps = run(True, False, True)
    assert (steps.calls, loop.failure) == (4, None)


@pytest.mark.parametrize(
    "error", [EngineUnavailable("gone"), OperationalError("locked"), OSError("disk full")]
)
def test_what_may_pass_is_tried_again_and_logged(error, caplog):
    loop, steps = run(error, False)
    assert (steps.calls, loop.failure) == (3, None)
    assert f"tries again in 0.2 s: {error}" in caplog.text


def test_anything_else_stops_the_process_and_is_logged(caplog):
    error = KeyError("a mistake of ours")
    loop, steps = run(error)
    assert (steps.calls, loop.failure) == (1, error)
    assert loop.stop.is_set()
    assert "The test loop broke" in caplog.text
