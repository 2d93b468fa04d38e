"""The one thread that changes the database; calls that wait together share one commit."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine

from storage.away import OutageLog, Whereabouts
from storage.room import Room, is_full

Result = TypeVar("Result")

# Updates that meet in the writer share one commit, and with it one wait for the disk.
LARGEST_GROUP = 64
# Seconds until what found no room is tried again.
UNTIL_ROOM = 1.0

# What is told of each group: calls in it, seconds that its first call waited, seconds it took.
Told = Callable[[int, float, float], None]


@dataclass(slots=True)
class _Call(Generic[Result]):
    do: Callable[[Connection], Result]
    loop: asyncio.AbstractEventLoop
    future: "asyncio.Future[Result]"
    result: Result | None = None
    error: BaseException | None = None
    asked_at: float = field(default_factory=time.monotonic)

    def settle(self) -> None:
        if self.future.done():
            return
        if isinstance(self.error, asyncio.CancelledError):
            self.future.cancel()
        elif self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)  # type: ignore[arg-type]


class Writer:
    """One thread that changes the database; calls that wait together are committed together.

    Nearly all of them end well, so a group goes without savepoints. When one raises, the group is
    undone and each call is run again by itself: a call must stand being run twice, and one that
    raises undoes only itself.

    No call fails for want of room, or because the database is away for a while: it is tried until
    there is room again, or the database is there again, and all others wait.

    One that *rehearses* runs each call twice always, and undoes it the first time: so tests find
    what a call does outside the books.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        until_room: float = UNTIL_ROOM,
        rehearses: bool = False,
        told: Told = lambda *_: None,
    ) -> None:
        self._engine = engine
        self._told = told
        self._rehearses = rehearses
        self._folder = _folder_of(engine)
        self._room = Room(f"the database {_shown(engine)}")
        self._place = Whereabouts(engine)
        self._absence = OutageLog(f"The database {_shown(engine)}")
        self._until_room = until_room
        self._leaving = threading.Event()
        self._calls: queue.SimpleQueue[_Call[Any] | None] = queue.SimpleQueue()
        # Kept between groups, given up at the first error: a new one knows nothing of the old.
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._serve, name="writer", daemon=True)
        self._thread.start()

    async def run(self, do: Callable[[Connection], Result]) -> Result:
        """Run *do* in the writer's transaction; return when it is on the disk."""
        return await self.begin(do)

    def begin(self, do: Callable[[Connection], Result]) -> "asyncio.Future[Result]":
        """Ask for *do*, in order with what else is asked; done when it is on the disk."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._calls.put(_Call(do, loop, future))
        return future

    @property
    def lacks_room(self) -> bool:
        """True while calls wait for room on the disk, or for the database itself."""
        return self._room.is_lacking or self._absence.is_lasting

    async def room(self) -> None:
        """Return when no call waits for room."""
        while self.lacks_room:
            if self._leaving.is_set():
                raise asyncio.CancelledError
            await self.run(_nothing)

    def begin_shutdown(self) -> None:
        """From now on whoever finds no room, or waits for it, is cancelled."""
        self._leaving.set()

    def close(self) -> None:
        """Finish what was asked, as far as there is room for it, and stop."""
        self.begin_shutdown()
        self._calls.put(None)
        self._thread.join()
        self._engine.dispose()

    def _serve(self) -> None:
        while calls := self._next_group():
            self._commit(calls)
        if self._connection is not None:
            self._connection.close()

    def _next_group(self) -> "list[_Call[Any]]":
        """What waits now, or is asked next; nothing when the writer is to stop."""
        calls: list[_Call[Any]] = []
        while not calls or (len(calls) < LARGEST_GROUP and not self._calls.empty()):
            call = self._calls.get()
            if call is None:
                if calls:
                    self._calls.put(None)  # first what was asked before
                break
            calls.append(call)
        return calls

    def _commit(self, calls: "list[_Call[Any]]") -> None:
        began_at = time.monotonic()
        if not self._is_done(calls) and len(calls) > 1:
            for call in calls:
                self._is_done([call])
        self._told(len(calls), began_at - calls[0].asked_at, time.monotonic() - began_at)
        _tell(calls)

    def _is_done(self, calls: "list[_Call[Any]]") -> bool:
        """Run calls together; each is left with the error when one raises."""
        error: BaseException | None = None
        try:
            self._run_with_room(calls)
        except BaseException as raised:
            error = raised
        for call in calls:
            call.error = error
        return error is None

    def _run_with_room(self, calls: "list[_Call[Any]]") -> None:
        """Raises what a call raises, and CancelledError when there is no time to wait for room."""
        self._place.begin_anew()
        while True:
            try:
                self._run_together(calls)
            except BaseException as error:
                self._miss(error)
            else:
                # In haste nothing is tried again: what needs no room says nothing of it.
                if not self._leaving.is_set():
                    self._room.found()
                    self._absence.found()
                return
            if self._leaving.wait(self._until_room):
                raise asyncio.CancelledError

    def _miss(self, error: BaseException) -> None:
        """Say what is lacking; raises *error* where it is none of what passes by itself."""
        if self._place.is_away(error):
            self._absence.missed(error)
        elif is_full(error, self._folder):
            self._room.missed()
        else:
            raise error

    def _run_together(self, calls: "list[_Call[Any]]") -> None:
        self._place.ensure_there()  # else SQLite would make a new one, with nothing in it
        connection, self._connection = self._connection or self._engine.connect(), None
        try:
            if not self._place.has_arrived(connection):
                self._change(connection, calls)
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _change(self, connection: Connection, calls: "list[_Call[Any]]") -> None:
        if self._rehearses:
            _rehearse(connection, calls)
        with connection.begin():
            for call in calls:
                call.result = call.do(connection)
            self._place.ensure_there()
            self._place.about_to_commit(connection)
        self._place.committed()


def _rehearse(connection: Connection, calls: "list[_Call[Any]]") -> None:
    with connection.begin() as rehearsal:
        for call in calls:
            call.do(connection)
        rehearsal.rollback()


def _folder_of(engine: Engine) -> Path | None:
    """Where an SQLite database lies; a server's disk is its own affair."""
    path = engine.url.database
    return Path(path).parent if path and engine.dialect.name == "sqlite" else None


def _nothing(_connection: Connection) -> None:
    """Its turn comes when those before it have been done."""


def _shown(engine: Engine) -> str:
    if _folder_of(engine) is not None:
        return str(engine.url.database)
    return engine.url.render_as_string(hide_password=True)


def _tell(calls: "list[_Call[Any]]") -> None:
    """Wake each loop once for all of its calls."""
    for loop in {call.loop for call in calls}:
        loop.call_soon_threadsafe(_settle, [call for call in calls if call.loop is loop])


def _settle(calls: "list[_Call[Any]]") -> None:
    for call in calls:
        call.settle()
