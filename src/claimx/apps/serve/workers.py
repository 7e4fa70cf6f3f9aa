"""Worker processes behind a bounded queue."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from multiprocessing import get_context
from threading import Thread
from typing import Any, TypeVar

from claimx._many import follow_parent
from claimx.apps.serve import tasks
from claimx.errors import ClaimxError

Result = TypeVar("Result")


class BusyError(Exception):
    """The queue is full."""


class FailedError(Exception):
    """A task failed. Gives only the type of the error, since a message may quote the text."""


class Workers:
    """The processes, and the slots of requests that use or await them."""

    def __init__(self, processes: int, queue: int) -> None:
        self.processes, self.places = processes, processes + queue
        self.taken = 0
        self.ready = False
        self._free = asyncio.Semaphore(processes)
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        # Spawned, since a fork while threads run may deadlock on their locks.
        return ProcessPoolExecutor(self.processes, mp_context=get_context("spawn"), initializer=_start)

    async def warm(self) -> None:
        """Load the model in every process."""
        await asyncio.gather(*(self._run(tasks.warm) for _ in range(self.processes)))
        self.ready = True

    @asynccontextmanager
    async def place(self) -> AsyncIterator[Callable[..., Any]]:
        """Take a slot of the queue; gives the function that runs a task. Raises BusyError if none is free."""
        if self.taken >= self.places:
            raise BusyError
        self.taken += 1
        try:
            yield self._run
        finally:
            self.taken -= 1

    async def _run(self, task: Callable[..., Result], *arguments: Any) -> Result:
        async with self._free:
            pool = self._pool
            try:
                return await asyncio.get_running_loop().run_in_executor(pool, task, *arguments)
            except BrokenProcessPool:
                # A process died, out of memory or killed: this request fails, later ones get new processes.
                if self._pool is pool:
                    self._pool = self._new()
                raise FailedError(BrokenProcessPool.__name__) from None
            except ClaimxError:
                raise
            except Exception as error:
                raise FailedError(type(error).__name__) from None

    def close(self) -> None:
        """End the processes and drop their current tasks."""
        processes = list((getattr(self._pool, "_processes", None) or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


def _start() -> None:
    """Prepare a process: it ignores Ctrl-C and ends with the server."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=follow_parent, daemon=True).start()
