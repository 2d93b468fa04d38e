"""At night files that nobody refers to leave the vault: refused, taken out, thrown away."""

import asyncio
import logging
import time
from collections.abc import Sequence
from functools import partial

from bot.health import metrics
from storage.reading import referred
from storage.vault import Vault
from storage.writer import Writer

log = logging.getLogger(__name__)

# A file is kept before its row is: nothing younger is looked at.
YOUNG = 3600.0  # seconds of the machine's clock, as files bear it


class VaultSweep:
    """Walks through the vault folder by folder, asking the books about a few files at a time."""

    def __init__(self, vault: Vault, writer: Writer) -> None:
        self._vault = vault
        self._writer = writer

    async def sweep(self) -> None:
        """Raises nothing: what could not be swept is tried the next night."""
        try:
            gone = await self._swept()
        except Exception:
            log.exception("the vault could not be swept")
        else:
            log.info("files that nobody refers to deleted: %s", gone)

    async def _swept(self) -> int:
        before = time.time() - YOUNG
        in_forms = await self._held_by_forms()
        gone, size = 0, 0
        for folder in await asyncio.to_thread(self._vault.folders):
            old = await asyncio.to_thread(self._vault.old_in, folder, before=before)
            for digests in _batches([one for one in old if one not in in_forms]):
                gone += await self._forget(digests, before)
            size += await asyncio.to_thread(self._vault.size_of_folder, folder)
        metrics.VAULT_BYTES.set(size)
        return gone

    async def _held_by_forms(self) -> set[str]:
        """Read first: a file that goes from a form into a case meanwhile stands in both."""
        held: set[str] = set()
        after: int | None = 0
        while after is not None:
            found = await self._writer.run(partial(referred.of_forms, after=after))
            held |= found.digests
            after = found.after
        return held

    async def _forget(self, digests: Sequence[str], before: float) -> int:
        known = await self._writer.run(partial(referred.of_cases, digests=digests))
        gone = 0
        for digest in digests:
            if digest in known:
                continue
            if await asyncio.to_thread(self._vault.forget, digest, before=before):
                log.info("file %s, to which nobody refers, is deleted", digest)
                gone += 1
        return gone


def _batches(digests: Sequence[str]) -> list[Sequence[str]]:
    return [digests[at : at + referred.BATCH] for at in range(0, len(digests), referred.BATCH)]
