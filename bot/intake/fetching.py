"""Bringing a person's file from Telegram into the vault, before anything is decided about it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, BinaryIO

from aiogram.types import Message

from bot.errands import Fetched
from bot.intake.inspecting import inspect_apart, named_as
from bot.isolation.isolation import Isolation, NotBegun, ProcessDied
from bot.telegram import NotSent, Refused, Telegram
from storage.vault import Vault
from workflow.errors import (
    FileAltered,
    FileBroken,
    FileEmpty,
    FileHeavy,
    FileNotSigned,
    FileTooBig,
)
from workflow.filling import DraftFile
from workflow.forms import Slot
from workflow.people import Focus
from workflow.plain_text import clean, is_visible, without_numbers
from workflow.ports import Clock
from workflow.signatures import SignatureCheck, noted

# Bot API, getFile: bots download at most 20 MB; the server checks for 20 << 20 bytes.
LARGEST_MEGABYTES = 20
LARGEST = LARGEST_MEGABYTES << 20
LONGEST_NAME = 120

AskSlot = Callable[[int], Awaitable[tuple[Focus, Slot]]]


# How many files are on their way at once: on disk until they are looked through.
AT_ONCE = 8


class Fetcher:
    """Fetches only what was asked for: nobody fills the vault with files that no form wants."""

    def __init__(
        self,
        telegram: Telegram,
        vault: Vault,
        clock: Clock,
        ask_slot: AskSlot,
        isolation: Isolation,
        trusted: str,
    ) -> None:
        """*trusted* are the certificates of the authorities that signatures are judged by."""
        self._telegram = telegram
        self._vault = vault
        self._clock = clock
        self._ask_slot = ask_slot
        self._isolation = isolation
        self._trusted = trusted
        self._places = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, message: Message) -> Fetched:
        """Raises the refusal that fits the moment, the size or the bytes; NoRoom on a full disk.

        What the line keeps back for a while (NotSent, Uncertain, a refusal that passes) is no
        fault of the file.
        """
        focus, slot = await self._ask_slot(message.chat.id)
        file_id, name, size = _described(message)
        if size > LARGEST:
            raise FileTooBig(megabytes=LARGEST_MEGABYTES)
        if size == 0 and message.document is not None and message.document.file_size == 0:
            raise FileEmpty(name=name)
        await asyncio.to_thread(self._vault.ensure_room, size)
        async with self._places, _passing(self._vault) as file:
            return Fetched(focus, await self._taken(file, file_id, name, slot))

    async def _taken(self, file: BinaryIO, file_id: str, name: str, slot: Slot) -> DraftFile:
        """Kept only once it was looked through: what is refused has never been in the vault."""
        size = await self._download(file, file_id, name)
        try:
            media = await inspect_apart(self._isolation, file, name=name, slot=slot)
            signatures = await self._signatures(file, name) if slot.signed else ""
        except NotBegun as error:
            raise NotSent(f"no process to look at a file: {error}") from error
        return DraftFile(
            digest=await asyncio.to_thread(self._vault.put_file, file),
            name=named_as(media, name),
            media_type=media.value,
            size=size,
            at=self._clock.now(),
            signatures=signatures,
        )

    async def _signatures(self, file: BinaryIO, name: str) -> str:
        """Who signed a PDF, and what that is worth; refused where a signature is broken."""
        try:
            told = await self._isolation.run("signatures", {"trusted": self._trusted}, file)
        except ProcessDied:
            raise FileHeavy(name=name) from None
        found = [_check(one) for one in told["signatures"]]
        if not found:
            raise FileNotSigned(name=name)
        if not all(one.intact or not one.can_be_judged for one in found):
            raise FileAltered(name=name)
        return noted(found)

    async def _download(self, file: BinaryIO, file_id: str, name: str) -> int:
        try:
            size = await self._telegram.download(file_id, largest=LARGEST, into=file)
        except Refused as refused:
            if refused.passes:
                raise
            if "file is too big" in refused.description:
                raise FileTooBig(megabytes=LARGEST_MEGABYTES) from None
            raise FileBroken(name=name) from None
        if size > LARGEST:
            raise FileTooBig(megabytes=LARGEST_MEGABYTES)
        return size


@asynccontextmanager
async def _passing(vault: Vault) -> AsyncIterator[BinaryIO]:
    """Opened and closed in a thread: the system takes its time to forget 20 MB."""
    passing = vault.passing()
    file = await asyncio.to_thread(passing.__enter__)
    try:
        yield file
    except BaseException as error:
        await asyncio.to_thread(passing.__exit__, type(error), error, error.__traceback__)
        raise
    await asyncio.to_thread(passing.__exit__, None, None, None)


def _check(told: Mapping[str, Any]) -> SignatureCheck:
    at = told["signed_at"]
    return SignatureCheck(**{**told, "signed_at": at and datetime.fromisoformat(at)})


def _named(given: str) -> str:
    """A file's name as it may be shown and sent on: on one line, a NIK in it masked."""
    name = without_numbers(clean(given, lines=False)).replace("/", "_")[-LONGEST_NAME:]
    return name if is_visible(name) else "berkas"


def _described(message: Message) -> tuple[str, str, int]:
    if message.document is not None:
        document = message.document
        return document.file_id, _named(document.file_name or ""), document.file_size or 0
    largest = max(message.photo or [], key=lambda size: size.width * size.height)
    return largest.file_id, f"foto-{message.message_id}.jpg", largest.file_size or 0
