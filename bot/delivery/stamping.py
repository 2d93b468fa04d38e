"""Setting signatures and seals: drawn and signed in a thread, recorded in one commit."""

import asyncio
import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.delivery.papers import draw_paper, draw_seal
from bot.delivery.screens.rows import RenderedIntent
from bot.telegram import TelegramError
from storage import outbox
from storage.outbox import Settled
from storage.reading.paper.letter import signed_letter
from storage.room import NoRoom
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.vault import Vault
from storage.writer import Writer
from workflow.desk.stamping import Order, StampingDesk, StampKind
from workflow.errors import FileDamaged, Refusal
from workflow.ids import TaskId
from workflow.intents import Stamp
from workflow.numbering import LETTER_CODE_LENGTH, readable_code
from workflow.paper_parts import Enclosed
from workflow.papers import SuratJawabanPaper
from workflow.people import Language
from workflow.ports import Clock, RandomBytes, Signer

log = logging.getLogger(__name__)

CODE_BYTES = 24  # bytes; more than the code shows


def _random_bytes(length: int) -> bytes:
    return secrets.token_bytes(length)


class StampFailed(TelegramError):
    """The signature or seal could not be set; the officer may press again."""


@dataclass(frozen=True, slots=True)
class Stamper:
    """Carries an order to the signer and the signed bytes to the vault.

    Killed anywhere in between, it is run again from the order, which gives the same number; what
    is recorded is recorded once, by the task's version.
    """

    writer: Writer
    context: OfficeContext
    clock: Clock
    vault: Vault
    signer: Signer
    bot_name: Callable[[], str]
    random_bytes: RandomBytes = _random_bytes
    damaged: Callable[[FileDamaged], None] = lambda _: None

    async def stamp(self, rendered: RenderedIntent) -> None:
        """Raises NoRoom when the stamped letter cannot be kept yet: the order stays."""
        intent = rendered.claimed.intent
        if not isinstance(intent, Stamp):
            raise TypeError(f"not a stamp: {intent!r}")
        task_id = TaskId(intent.task_id)
        found = await self.writer.run(lambda connection: self._order(connection, rendered, task_id))
        if found is None:
            await self._settle(rendered)
            return
        order, letter = found
        code = "" if letter is None else letter.code
        try:
            digest = await asyncio.to_thread(self._stamped, order, letter)
        except NoRoom:
            raise
        except Exception as error:
            if isinstance(error, FileDamaged):
                self.damaged(error)
            log.exception("the %s of task %s could not be set", order.stamp, task_id)
            await self.writer.run(lambda connection: self._failed(connection, rendered, task_id))
            return
        await self.writer.run(
            lambda connection: self._set(connection, rendered, order, digest, code)
        )

    def _desk(self, connection: Connection, rendered: RenderedIntent) -> StampingDesk:
        work = SqlUnitOfWork(connection, self.context, self.clock.now())
        return StampingDesk(work, work.people.get(rendered.claimed.person_id))

    def _order(
        self, connection: Connection, rendered: RenderedIntent, task_id: TaskId
    ) -> tuple[Order, SuratJawabanPaper | None] | None:
        desk = self._desk(connection, rendered)
        order = desk.order(task_id)
        if order is None:
            return None
        if order.stamp is StampKind.SEAL or order.signatory is None:
            return order, None
        letter = signed_letter(
            SqlUnitOfWork(connection, self.context, self.clock.now()),
            order.case.id,
            order.kind,
            number=order.number,
            signatory=order.signatory,
            code=readable_code(self.random_bytes(CODE_BYTES), length=LETTER_CODE_LENGTH),
            bot_name=self.bot_name(),
            now=order.at,
        )
        return order, letter

    def _stamped(self, order: Order, letter: SuratJawabanPaper | None) -> str:
        title = order.procedure.papers[order.kind].title
        if order.stamp is StampKind.SIGNATURE:
            if order.signatory is None or letter is None:
                raise StampFailed(f"case {order.case.id}: a letter without a signatory")
            letter = replace(letter, enclosed=tuple(map(self._vouched, letter.enclosed)))
            drawn = draw_paper(letter, Language.INDONESIAN, self.context.calendar.tz)
            signed = self.signer.sign(
                drawn,
                signatory_name=order.signatory.name,
                jabatan=order.title,
                reason=f"{title} {order.number}",
                at=order.at,
                seal_to_come=letter.seal_to_come,
            )
            return self.vault.put(signed)
        if order.paper is None:
            raise StampFailed(f"case {order.case.id} has no signed {order.kind} to seal")
        office_name = self.context.office.letterhead.name
        sealed = self.signer.seal(
            self.vault.get(order.paper.digest),
            office_name=office_name,
            reason=f"{title} {order.number}",
            at=order.at,
            face=draw_seal(office_name, order.at, self.context.calendar.tz),
        )
        return self.vault.put(sealed)

    def _vouched(self, file: Enclosed) -> Enclosed:
        """With what anybody can compute of the file that came with the letter."""
        counted = hashlib.sha256()
        for piece in self.vault.pieces_of(file.digest):
            counted.update(piece)
        return replace(file, sha256=counted.hexdigest())

    def _set(
        self, connection: Connection, rendered: RenderedIntent, order: Order, digest: str, code: str
    ) -> None:
        try:
            if not self._desk(connection, rendered).set(order, digest, code=code):
                log.warning(
                    "task %s: the right to its mark has gone; it was not set", order.task.id
                )
        except Refusal as refusal:
            log.warning("task %s went on before its mark was set: %s", order.task.id, refusal)
        self._settled(connection, rendered)

    def give_up(self, connection: Connection, rendered: RenderedIntent) -> None:
        """An order that cannot be carried out: the officer may press again."""
        if isinstance(rendered.claimed.intent, Stamp):
            self._failed(connection, rendered, TaskId(rendered.claimed.intent.task_id))

    def _failed(self, connection: Connection, rendered: RenderedIntent, task_id: TaskId) -> None:
        self._desk(connection, rendered).failed(task_id)
        self._settled(connection, rendered)

    async def _settle(self, rendered: RenderedIntent) -> None:
        await self.writer.run(lambda connection: self._settled(connection, rendered))

    def _settled(self, connection: Connection, rendered: RenderedIntent) -> None:
        outbox.settle(connection, rendered.claimed.id, Settled.SENT, at=self.clock.now())
