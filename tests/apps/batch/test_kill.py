"""SIGKILL at any moment, of workers and of the whole run: every document is there once in the end."""

import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import claimx
from claimx.apps.batch import durable, parts
from tests.apps.batch import toy
from tests.apps.batch.test_run import ids, lines, rows

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
ROOT = Path(__file__).parents[3]
KILLS = 6


def started(*command):
    return subprocess.Popen(
        [sys.executable, *map(str, command)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def kill_after(process, seconds):
    """Kill a run after a time. Whether it was still at work."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return True
    assert process.returncode == 0, process.stderr.read()
    process.stderr.close()
    return False


def children(pid):
    """The processes that a process has started, from /proc."""
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


@pytest.mark.parametrize("seed", range(2))
def test_a_run_that_is_killed_again_and_again_ends_with_every_document_once(tmp_path, seed):
    chance = random.Random(seed)
    texts = lines(tmp_path / "texts.jsonl", [f"Texte {number}." for number in range(400)])
    out = tmp_path / "out"
    for _ in range(KILLS):
        if not kill_after(started("-m", "tests.apps.batch.toy", out, texts), chance.uniform(0.3, 4)):
            break
    toy.run(out, [texts], workers=2, part_size=40).go()
    assert sorted(ids(out)) == sorted(f"d{number}" for number in range(400))
    assert not list(out.glob(f"*{durable.ASIDE}*"))


def test_workers_that_are_killed_at_random_cost_no_document(tmp_path):
    chance = random.Random(1)
    texts = lines(tmp_path / "texts.jsonl", [f"Texte {number}." for number in range(600)])
    run = toy.run(tmp_path / "out", [texts], workers=2, part_size=100)
    over = threading.Event()
    killed = {}

    def kill():
        # Once a result has come since the last one, so that the run gets on.
        while not over.wait(chance.uniform(0.01, 0.1)) and len(killed) < KILLS:
            if run.progress.done not in killed and (processes := multiprocessing.active_children()):
                killed[run.progress.done] = victim = chance.choice(processes).pid
                os.kill(victim, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        outcome = run.go()
    finally:
        over.set()
        thread.join()
    assert len(killed) > 1
    assert [row["id"] for row in rows(tmp_path / "out")] == [f"d{number}" for number in range(600)]
    assert outcome.counts.failed == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_asked_to_end_keeps_what_is_ready(tmp_path, number):
    texts = lines(tmp_path / "texts.jsonl", [f"Texte {number}." for number in range(4000)])
    out = tmp_path / "out"
    run = toy.run(out, [texts], workers=1, part_size=3000)
    add, sent = run.progress.add, []

    def add_and_signal(*batches):
        add(*batches)
        if not sent and run.progress.done >= 64:
            sent.append(signal.raise_signal(number))

    run.progress.add = add_and_signal
    outcome = run.go()
    assert outcome.stopped == number
    assert 64 <= outcome.counts.documents < 4000
    assert len(parts.part_files(out)) == 1


@pytest.mark.model
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")
def test_the_command_is_killed_its_workers_go_with_it_and_the_next_one_ends_it(tmp_path):
    texts = [f"Selon Reuters, Acmé pourrait investir {number} millions d’euros." for number in range(300)]
    path, out = lines(tmp_path / "texts.jsonl", texts), tmp_path / "out"
    command = ("-m", "claimx", "batch", path, "-o", out, "--workers", 2, "--part-size", 32)
    process = started(*command)
    until = time.monotonic() + 120
    while not parts.part_files(out) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    workers = children(process.pid)
    assert kill_after(process, 0)
    assert workers
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
    assert 0 < len(ids(out)) < 300

    process = started(*command)
    _, messages = process.communicate(timeout=240)
    assert (process.returncode, messages) == (0, b"")
    found = {row["id"]: row["claims"] for row in rows(out)}
    assert len(rows(out)) == len(found) == 300
    assert list(found["d7"]) == json.loads(json.dumps([one.to_dict() for one in claimx.extract(texts[7])]))
