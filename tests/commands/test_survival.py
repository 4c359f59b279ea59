"""Workers that are killed at random points lose nothing, store nothing twice, and end.

Two workers, on the database that the tests run on. SOAK=1 kills two hundred times.
"""

import io
import os
import random
import time
import zipfile
from pathlib import Path

import pytest

from tests.commands.real_archive import new_archive, until

KILLS = 200 if os.environ.get("SOAK") else 4
LEASE = "3"
pytestmark = pytest.mark.processes


@pytest.fixture
def archive(migrated, tmp_path):
    archive = new_archive(
        tmp_path,
        migrated,
        INGEST_LEASE_SECONDS=LEASE,
        INGEST_MAX_ATTEMPTS="100000",  # a kill is not the Item's fault here
        INGEST_PROCESSES="0",
    )
    yield archive
    archive.close()


def story(number: int) -> str:
    told = " ".join(f"Precinct {number * 100 + n} reported {n * 7} votes." for n in range(30))
    return f"Count number {number}\n\nBy Ann Poe\nBaxter Ledger\nAug. 11, 2020\n\n{told}\n"


def fill(folder: Path, start: int) -> dict[str, int]:
    """Files of many kinds; gives how many Items must end in which state."""
    folder.mkdir()
    for number in range(start, start + 8):
        (folder / f"{number}.txt").write_text(story(number))
    (folder / "again.txt").write_text(story(start))
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(start + 8, start + 20):
            archive.writestr(f"{number}.txt", story(number))
    damaged = bytearray(packed.getvalue())
    place = damaged.find(f"{start + 12}.txt".encode()) + 20
    damaged[place : place + 8] = b"\xff" * 8
    (folder / "stories.zip").write_bytes(bytes(damaged))
    rows = "".join(f'Row {n},"{story(n)}",Baxter Ledger\n' for n in range(start + 20, start + 30))
    (folder / "table.csv").write_text(f"headline,body,outlet\n{rows}")
    return {"done": 8 + 1 + 11 + 1 + 10, "duplicate": 1, "failed": 2}


def test_killed_workers_leave_every_item_in_one_final_state(archive, tmp_path):
    dice = random.Random(7)
    expected = {"done": 0, "duplicate": 0, "failed": 0}
    workers = [archive.work("--items") for _ in range(2)]
    batch, kills, rounds = None, 0, 0
    while kills < KILLS:
        if batch is None or archive.ask(f"left({batch})") == 0:
            rounds += 1
            for state, number in fill(tmp_path / f"round-{rounds}", rounds * 100).items():
                expected[state] += number
            batch = archive.ask(f"take_in({str(tmp_path / f'round-{rounds}')!r})")
        time.sleep(dice.uniform(0.05, 1.2))
        victim = dice.randrange(len(workers))
        workers[victim].kill()
        workers[victim].communicate()
        kills += 1
        workers[victim] = archive.work("--items")
    assert until(archive.is_idle, 120)
    assert archive.ask("faults()") == []
    assert archive.ask("counts()") == expected


def test_a_killed_upload_leaves_whole_items_or_none(archive, tmp_path):
    """What was not acknowledged may be missing; what is there is whole and is worked on."""
    fill(tmp_path / "files", 100)
    dice = random.Random(3)
    for _ in range(2 if KILLS < 10 else 20):
        process = archive.manage("ingest", "--queue", str(tmp_path / "files"))
        time.sleep(dice.uniform(0.6, 1.6))
        process.kill()
        process.communicate()
    archive.work("--items")
    assert until(archive.is_idle, 120)
    assert archive.ask("faults()") == []
