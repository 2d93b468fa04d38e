"""The office at work: updates come in, messages go out, until it is told to stop."""

import asyncio
import logging
import signal
from collections.abc import Coroutine
from urllib.parse import urlparse

from bot.building import Parts
from bot.clock import FollowedClock
from bot.health import metrics
from bot.health.page import HealthPage, Vitals
from bot.health.pulse import Pulse
from bot.health.systemd import Systemd
from bot.intake.polling import ALLOWED_UPDATES, Polling, TokenRefused
from bot.intake.webhook import Webhook
from bot.introducing import patiently
from bot.opened import OpenOffice
from bot.opening import StartFailed, remain_only_one
from bot.resources import Resources
from storage.room import free_in

log = logging.getLogger(__name__)


async def serve(resources: Resources, office: OpenOffice, parts: Parts, bot_name: str) -> None:
    """Return when told to stop; raises what ended one of the jobs before."""
    webhook = Webhook(
        secret=resources.settings.webhook_secret.get_secret_value(),
        writer=office.writer,
        clock=resources.clock,
        accept=parts.worker.accept,
        envelope=office.envelope,
    )
    systemd, pulse = Systemd(), Pulse(office.writer)
    page = HealthPage(vitals_of(resources, office, pulse))
    jobs = [
        resources.nursery.start(job, name=name)
        for name, job in {
            **_jobs(resources, office, parts),
            "pulse": pulse.run(),
            "signs of life": systemd.stay_awake(healthy=lambda: pulse.is_there),
        }.items()
    ]
    try:
        await _show_health(resources, page)
        if resources.settings.webhook_url:
            await _listen(resources, webhook)
        else:
            polling = await _polling(resources, office, parts)
            jobs.append(resources.nursery.start(polling.run(), name="polling"))
        log.info("@%s is open", bot_name)
        systemd.ready()
        await _first_to_end(jobs)
    finally:
        systemd.stopping()
        parts.worker.begin_shutdown()
        office.writer.begin_shutdown()
        await webhook.close()
        await page.close()
        for job in jobs:
            job.cancel()


def _jobs(
    resources: Resources, office: OpenOffice, parts: Parts
) -> dict[str, Coroutine[object, object, object]]:
    """Each runs until it is cancelled; only the last ends by itself."""
    jobs: dict[str, Coroutine[object, object, object]] = {
        "post office": parts.post.run(),
        "alarms": parts.alarms.run(),
        "clock watch": parts.clock_watch.run(),
        "only one": remain_only_one(office.sole, resources.settings),
        "damage watch": parts.damage.run(),
        "search terms": parts.filling_in.run(),
        "stop": _told_to_stop().wait(),
    }
    if isinstance(resources.source, FollowedClock):
        jobs["clock"] = resources.source.follow()
    return jobs


def _told_to_stop() -> asyncio.Event:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    return stopped


async def _first_to_end(jobs: "list[asyncio.Task[object]]") -> None:
    ended, _ = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
    for job in ended:
        if isinstance(error := job.exception(), TokenRefused):
            raise StartFailed(f"Telegram no longer takes the token: {error}")
        if error is not None:
            raise error


async def _polling(resources: Resources, office: OpenOffice, parts: Parts) -> Polling:
    await patiently(resources, "deleteWebhook", {})
    return Polling(
        telegram=resources.telegram,
        writer=office.writer,
        clock=resources.clock,
        accept=parts.worker.accept,
        envelope=office.envelope,
    )


def vitals_of(resources: Resources, office: OpenOffice, pulse: Pulse) -> Vitals:
    """Where a health page learns how this office is."""
    metrics.children(lambda: resources.isolation.at_work)
    metrics.STARTED.set(resources.clock.now().timestamp())
    return Vitals(
        pulse=pulse,
        writer=office.writer,
        clock=resources.clock,
        is_reached=lambda: resources.telegram.is_reached,
        disk_free=lambda: free_in(resources.settings.data_dir),
        certificates=office.signer.ends,
    )


async def _show_health(resources: Resources, page: HealthPage) -> None:
    where = resources.settings.health_listen
    if not where:
        return
    host, _, port = where.rpartition(":")
    try:
        await page.listen(host, int(port))
    except (OSError, OverflowError) as error:
        raise StartFailed(
            f"{where} cannot be listened on ({error}); "
            "write another address into DISPOSISI_HEALTH_LISTEN"
        ) from None


async def _listen(resources: Resources, webhook: Webhook) -> None:
    settings = resources.settings
    host, _, port = settings.webhook_listen.rpartition(":")
    try:
        await webhook.listen(host, int(port), urlparse(settings.webhook_url).path)
    except (OSError, OverflowError) as error:
        raise StartFailed(
            f"{settings.webhook_listen} cannot be listened on ({error}); "
            "write another address into DISPOSISI_WEBHOOK_LISTEN"
        ) from None
    await patiently(
        resources,
        "setWebhook",
        {
            "url": settings.webhook_url,
            "secret_token": settings.webhook_secret.get_secret_value(),
            "allowed_updates": list(ALLOWED_UPDATES),
        },
    )
