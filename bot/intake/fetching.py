"""Bringing a person's file from Telegram into the vault, before anything is decided about it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram.types import Message

from bot.errands import Fetched
from bot.intake.inspecting import inspect, named_as
from bot.telegram import NotSent, Refused, Telegram
from storage.vault import Vault
from workflow.errors import FileAltered, FileBroken, FileEmpty, FileNotSigned, FileTooBig
from workflow.filling import DraftFile
from workflow.forms import Slot, clean, is_visible, without_numbers
from workflow.ids import DraftId
from workflow.papers import noted
from workflow.ports import Clock, Signer

# Bot API, getFile: bots download at most 20 MB; the server checks for 20 << 20 bytes.
LARGEST_MEGABYTES = 20
LARGEST = LARGEST_MEGABYTES << 20
LONGEST_NAME = 120

AskSlot = Callable[[int], Awaitable[tuple[DraftId, Slot]]]


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches only what was asked for: nobody fills the vault with files that no form wants."""

    telegram: Telegram
    vault: Vault
    clock: Clock
    ask_slot: AskSlot
    signer: Signer

    async def __call__(self, message: Message) -> Fetched:
        """Raises the refusal that fits the moment, the size or the bytes; NoRoom on a full disk."""
        draft_id, slot = await self.ask_slot(message.chat.id)
        file_id, name, size = _described(message)
        if size > LARGEST:
            raise FileTooBig(megabytes=LARGEST_MEGABYTES)
        if size == 0 and message.document is not None and message.document.file_size == 0:
            raise FileEmpty(name=name)
        await asyncio.to_thread(self.vault.ensure_room, size)
        content = await self._content(file_id, name)
        media = await asyncio.to_thread(inspect, content, name=name, slot=slot)
        signatures = await asyncio.to_thread(self._signatures, content, name) if slot.signed else ""
        digest = await asyncio.to_thread(self.vault.put, content)
        file = DraftFile(
            digest=digest,
            name=named_as(media, name),
            media_type=media.value,
            size=len(content),
            at=self.clock.now(),
            signatures=signatures,
        )
        return Fetched(draft_id, file)

    def _signatures(self, content: bytes, name: str) -> str:
        """Who signed a PDF, and what that is worth; refused unless every signature is intact."""
        found = self.signer.check(content)
        if not found:
            raise FileNotSigned(name=name)
        if not all(one.intact for one in found):
            raise FileAltered(name=name)
        return noted(found)

    async def _content(self, file_id: str, name: str) -> bytes:
        try:
            content = await self.telegram.download(file_id, largest=LARGEST)
        except Refused as refused:
            if refused.retry_after is not None:
                raise NotSent(str(refused)) from None
            if "file is too big" in refused.description:
                raise FileTooBig(megabytes=LARGEST_MEGABYTES) from None
            raise FileBroken(name=name) from None
        if len(content) > LARGEST:
            raise FileTooBig(megabytes=LARGEST_MEGABYTES)
        return content


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
