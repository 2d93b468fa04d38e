"""`/healthz`, `/readyz` and `/metrics`, for a monitor in the office's own network."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.health import metrics
from bot.health.pulse import Pulse
from storage.writer import Writer
from workflow.ports import Clock

_SECONDS = timedelta(seconds=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """Where the page learns how the bot is; each is asked when somebody reads it."""

    pulse: Pulse
    writer: Writer
    clock: Clock
    # Whether Telegram answered when it was called last.
    is_reached: Callable[[], bool]
    disk_free: Callable[[], int]
    # The last day of each certificate, by what it is for.
    certificates: Callable[[], Mapping[str, datetime]]


class HealthPage:
    """Tells counts, ages and results, and nothing of any person or case; takes no orders."""

    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals
        self._runner: web.AppRunner | None = None

    async def listen(self, host: str, port: int) -> None:
        """Raises OSError where that cannot be listened on."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        """Whether the process is worth keeping: a loop that hangs does not answer at all."""
        if self._vitals.pulse.is_there:
            return web.json_response({"healthy": True})
        why = "the writer has not answered for half a minute: start the bot anew"
        return web.json_response({"healthy": False, "because": [why]}, status=503)

    async def _readyz(self, _request: web.Request) -> web.Response:
        """Whether what is pressed now is decided now, and answered."""
        because = self._hindrances()
        told: dict[str, object] = {"ready": not because}
        if because:
            told["because"] = because
        return web.json_response(told, status=503 if because else 200)

    def _hindrances(self) -> list[str]:
        vitals, found = self._vitals, []
        if not vitals.pulse.is_there:
            found.append("the writer does not answer: see /healthz")
        if vitals.writer.lacks_room:
            found.append("room on the disk, or the database, is waited for: the log says which")
        if not vitals.is_reached():
            found.append("Telegram could not be reached when it was called last")
        return found

    async def _metrics(self, _request: web.Request) -> web.Response:
        self._look()
        body = generate_latest(metrics.REGISTRY)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    def _look(self) -> None:
        vitals, now = self._vitals, self._vitals.clock.now()
        metrics.WRITER_LACKS.set(vitals.writer.lacks_room)
        metrics.DISK_FREE.set(vitals.disk_free())
        for key, until in vitals.certificates().items():
            metrics.CERTIFICATE_DAYS.labels(key).set((until - now) / _DAY)
        waiting = vitals.pulse.waiting
        if waiting is None:
            return
        oldest = waiting.oldest_update
        metrics.INBOX_WAITING.set(waiting.updates)
        metrics.INBOX_OLDEST.set(0 if oldest is None else (now - oldest) / _SECONDS)
        metrics.INBOX_PARKED.set(waiting.parked)
        metrics.OUTBOX_OLDEST.clear()
        for kind, since in waiting.messages.items():
            metrics.OUTBOX_OLDEST.labels(kind).set((now - since) / _SECONDS)
