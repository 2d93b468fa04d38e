"""A letter prints what goes with it, and bears a code that nothing else bears."""

import hashlib

from tests.support.office import open_office
from tests.support.pdf_text import words_of
from tests.support.signing import Pen, a_stamper, asks_for_signature
from workflow.errors import FileDamaged
from workflow.numbering import LETTER_CODE_LENGTH


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
    order, pen = asks_for_signature(office), Pen()
    await a_stamper(office, vault, pen, damaged=found.append).stamp(order)
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
