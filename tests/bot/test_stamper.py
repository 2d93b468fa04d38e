"""An order to sign or seal on its way to the signer and back, with kills in between."""

import pytest
from sqlalchemy import select

from storage import outbox
from storage.models.post import OutboxRow
from tests.support.office import open_office
from tests.support.signing import a_stamper, an_order, ordered
from workflow.case import PaperState
from workflow.intents import Tell


class Pen:
    """Signs and seals; notes in whose name."""

    def __init__(self):
        self.marks = []
        self.breaks = None

    def sign(self, pdf, *, signatory_name, jabatan, reason, at, seal_to_come):
        return self._mark(pdf, b"signed ", (signatory_name, jabatan, reason))

    def seal(self, pdf, *, office_name, reason, at, face):
        return self._mark(pdf, b"sealed ", (office_name, reason))

    def _mark(self, pdf, mark, how):
        if self.breaks is not None:
            raise self.breaks
        self.marks.append(how)
        return mark + pdf


class Vault:
    """Files by number; a kill may come right after one was kept."""

    def __init__(self):
        self.kept = []
        self.killed = False

    def put(self, content):
        self.kept.append(content)
        if self.killed:
            self.killed = False
            raise KeyboardInterrupt
        return str(len(self.kept) - 1)

    def get(self, digest):
        return self.kept[int(digest)]

    def pieces_of(self, digest):
        """What the applicant handed in lies there too."""
        return iter([b"berkas"])


@pytest.fixture
def office():
    with open_office() as opened:
        opened.applies()
        opened.goes_to("9")
        yield opened


@pytest.fixture
def vault():
    return Vault()


@pytest.fixture
def pen():
    return Pen()


@pytest.fixture
def stamp(office, vault, pen):
    """Calls for the carrying out of the order that is in the outbox."""
    return a_stamper(office, vault, pen).stamp


def asks(office, name, outcome):
    """Press until the mark is ordered; its order is in the outbox."""
    ordered(office, name, outcome)
    return waiting(office, name)


def waiting(office, name):
    office.work.connection.exec_driver_sql("DELETE FROM outbox")
    order = an_order(office, name)
    outbox.add(
        office.work.connection, office.ids[name], order.claimed.intent, at=office.clock.now()
    )
    return an_order(office, name, outbox_id=office.work.connection.scalar(select(OutboxRow.id)))


def paper(office):
    return office.work.cases.paper(office.case_id, "surat_jawaban")


def outbox_of(office, rendered):
    found = select(OutboxRow.state).where(OutboxRow.id == rendered.claimed.id)
    return office.work.connection.scalar(found)


def sentences(office):
    rows = office.work.connection.exec_driver_sql("SELECT body FROM outbox WHERE kind = 'Tell'")
    return [row.body for row in rows]


async def test_a_letter_is_signed_in_the_name_of_whoever_pressed(office, stamp, pen, vault):
    rendered = asks(office, "kepala_dinas", "tandatangani")
    await stamp(rendered)
    [(name, jabatan, reason)] = pen.marks
    assert (name, jabatan) == ("Kepala_Dinas", "Kepala Dinas")
    assert reason.endswith(paper(office).number)
    assert (paper(office).state, office.step) == (PaperState.SIGNED, "10")
    assert vault.get(paper(office).digest).startswith(b"signed %PDF")
    assert outbox_of(office, rendered) == "sent"


async def test_a_bot_killed_before_the_letter_was_noted_signs_it_again_with_its_number(
    office, stamp, pen, vault
):
    rendered = asks(office, "kepala_dinas", "tandatangani")
    vault.killed = True
    with pytest.raises(KeyboardInterrupt):
        await stamp(rendered)
    assert (office.step, outbox_of(office, rendered)) == ("9", "waiting")
    office.clock.wait(hours=1)

    await stamp(rendered)
    lost, kept = pen.marks
    assert lost == kept
    assert (paper(office).number, office.step) == ("470/1/DUKCAPIL/XI/2026", "10")


async def test_an_order_carried_out_already_signs_nothing(office, stamp, pen):
    rendered = asks(office, "kepala_dinas", "tandatangani")
    await stamp(rendered)
    again = waiting(office, "kepala_dinas")
    await stamp(again)
    assert len(pen.marks) == 1
    assert outbox_of(office, again) == "sent"


async def test_the_seal_goes_onto_the_signed_letter(office, stamp, pen, vault):
    await stamp(asks(office, "kepala_dinas", "tandatangani"))
    sealer = office.work.office.holder_of(office.procedure.id, office.procedure.step("10").lane)
    await stamp(asks(office, sealer, next(iter(office.procedure.step("10").outcomes))))
    assert vault.get(paper(office).digest).startswith(b"sealed signed %PDF")
    assert pen.marks[1][0] == office.context.office.letterhead.name
    assert (paper(office).state, office.step) == (PaperState.SEALED, "11")


async def test_a_signature_that_fails_can_be_pressed_again(office, stamp, pen, caplog):
    rendered = asks(office, "kepala_dinas", "tandatangani")
    pen.breaks = ValueError("the certificate has expired")
    await stamp(rendered)
    assert (office.step, office.task.signing_since, paper(office)) == ("9", None, None)
    assert ["stamp-failed" in one for one in sentences(office)] == [True]
    assert outbox_of(office, rendered) == "sent"
    assert "the certificate has expired" in caplog.text

    pen.breaks = None
    await stamp(asks(office, "kepala_dinas", "tandatangani"))
    assert office.step == "10"


async def test_a_signature_whose_right_has_gone_meanwhile_is_not_set(office, stamp, pen):
    rendered = asks(office, "kepala_dinas", "tandatangani")
    office.leaves("kepala_dinas", "kepala_dinas")
    await stamp(rendered)
    assert (pen.marks, paper(office), office.step) == ([], None, "9")
    assert any("stamp-right-gone" in one for one in sentences(office))


async def test_a_right_that_goes_while_the_pen_writes_makes_no_letter(office, stamp, pen, caplog):
    rendered = asks(office, "kepala_dinas", "tandatangani")
    sign = pen.sign

    def signing(pdf, **how):
        office.leaves("kepala_dinas", "kepala_dinas")
        return sign(pdf, **how)

    pen.sign = signing
    await stamp(rendered)
    assert (len(pen.marks), paper(office), office.step) == (1, None, "9")
    assert "the right to its mark has gone" in caplog.text


async def test_what_is_no_order_is_not_carried_out(office, stamp):
    rendered = asks(office, "kepala_dinas", "tandatangani")
    sentence = Tell(message_id="stamp-failed")
    other = an_order(office, "kepala_dinas", intent=sentence, outbox_id=rendered.claimed.id)
    with pytest.raises(TypeError):
        await stamp(other)
