"""A letter prints what goes with it, and bears a code that nothing else bears."""

import hashlib

from bot.delivery.screens.rows import RenderedIntent
from bot.delivery.stamping import Stamper
from storage.outbox import Claimed
from tests.support.office import open_office
from tests.support.pdf_text import words_of
from workflow.errors import FileDamaged
from workflow.intents import Stamp
from workflow.numbering import LETTER_CODE_LENGTH
from workflow.people import Language


class Within:
    """A writer inside the transaction of an office that is played."""

    def __init__(self, connection):
        self._connection = connection

    async def run(self, do):
        return do(self._connection)


class Pen:
    """Signs whatever it is given, and remembers how."""

    def sign(self, pdf, **how):
        self.how = how
        return pdf


class Shelf:
    """A vault that holds the bytes of every file that is asked for, unless one is damaged."""

    def __init__(self, damaged=""):
        self.kept = {}
        self.damaged = damaged

    def put(self, content):
        self.kept["letter"] = content
        return "letter"

    def pieces_of(self, digest):
        if self.damaged:
            raise FileDamaged(digest)
        yield from (b"isi ", digest.encode())


async def signed(office, vault, found):
    office.applies()
    office.goes_to("9")
    task = office.task
    office.presses("kepala_dinas", "tandatangani")
    office.does("kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani"))
    office.silence()
    pen = Pen()
    stamper = Stamper(
        writer=Within(office.work.connection),
        context=office.context,
        clock=office.clock,
        vault=vault,
        signer=pen,
        bot_name=lambda: "bot",
        damaged=found.append,
    )
    claimed = Claimed(
        id=1,
        person_id=office.ids["kepala_dinas"],
        chat_id=7,
        language=Language.INDONESIAN,
        intent=Stamp(task_id=task.id),
        attempts=0,
    )
    await stamper.stamp(RenderedIntent(claimed=claimed, view=None, screen="", message_id=None))
    return pen


async def test_a_letter_names_each_file_that_goes_with_it_by_its_sha256():
    with open_office() as office:
        vault = Shelf()
        pen = await signed(office, vault, [])

        [answer] = [
            one
            for one in office.work.cases.attachments(office.case_id)
            if one.item in office.procedure.answer_items
        ]
        printed = "".join(words_of(vault.kept["letter"]).split())
        counted = hashlib.sha256(b"isi " + answer.digest.encode()).hexdigest()
        assert counted in printed
        assert answer.name in printed
        assert pen.how["seal_to_come"]


async def test_a_letter_bears_a_code_of_its_own_from_its_signature_on():
    with open_office() as office:
        vault = Shelf()
        await signed(office, vault, [])

        paper = office.work.cases.paper(office.case_id, "surat_jawaban")
        printed = words_of(vault.kept["letter"])
        assert len(paper.code) == LETTER_CODE_LENGTH
        assert paper.code in printed
        assert office.case.code not in printed


async def test_a_letter_whose_file_is_damaged_is_not_signed_and_somebody_hears():
    with open_office() as office:
        found = []
        await signed(office, Shelf(damaged="x"), found)

        assert [type(one) for one in found] == [FileDamaged]
        assert office.step == "9"
        assert office.task.signing_since is None  # the press may be made again
        assert office.work.cases.paper(office.case_id, "surat_jawaban") is None
