"""What is not yours and what is not there: one answer, by whatever press it is asked."""

import pytest

from workflow.errors import NotForYou, NotFound, Refusal
from workflow.intents import ShowWelcome
from workflow.views.case import OwnPaper

MISSING = 9999
ON_A_TASK = {
    "press": lambda desks, it: desks.officer.acting(it).press("lengkap"),
    "press of an outcome that is none": lambda desks, it: desks.officer.acting(it).press("x"),
    "sure": lambda desks, it: desks.officer.acting(it).sure("lengkap"),
    "open": lambda desks, it: desks.officer.open(it),
    "take": lambda desks, it: desks.officer.take(it),
    "files": lambda desks, it: desks.officer.files(it),
    "letter": lambda desks, it: desks.officer.letter(it),
    "sheet": lambda desks, it: desks.officer.sheet(it),
    "answers": lambda desks, it: desks.officer.answers(it),
    "numbers": lambda desks, it: desks.officer.numbers(it),
    "reasons": lambda desks, it: desks.officer.acting(it).reasons("kembalikan"),
    "instruct": lambda desks, it: desks.officer.acting(it).instruct("lengkap"),
    "write": lambda desks, it: desks.officer.acting(it).write("kembalikan"),
    "archive": lambda desks, it: desks.officer.acting(it).archivable(),
    "work": lambda desks, it: desks.form_opening.begin_task(it),
    "acknowledge": lambda desks, it: desks.applicant.acknowledge(it, "diterima"),
    "acknowledge of an outcome that is none": lambda desks, it: desks.applicant.acknowledge(
        it, "x"
    ),
    "remind": lambda desks, it: desks.supervisor.remind(it),
    "give": lambda desks, it: desks.supervisor.give(it, 1),
    "choose to give": lambda desks, it: desks.supervisor.choose(it, 0),
}
ON_A_CASE = {
    "where it stands": lambda desks, it: desks.applicant.show(it),
    "its resi": lambda desks, it: desks.applicant.paper(it, OwnPaper.RESI),
    "its answer": lambda desks, it: desks.applicant.paper(it, "answer"),
    "its kartu kendali": lambda desks, it: desks.officer.kartu_kendali(it, paper=False),
    "its kartu kendali as a paper": lambda desks, it: desks.officer.kartu_kendali(it, paper=True),
    "to part it": lambda desks, it: desks.unlinking.ask(it),
    "to part it surely": lambda desks, it: desks.unlinking.unlink(it),
}
ON_A_FORM = {
    "go on": lambda desks, it: desks.forms.go_on(it, 0),
    "submit": lambda desks, it: desks.handing_in.submit(it),
    "cancel": lambda desks, it: desks.forms.cancel(it),
}


def answer(office, name, errand):
    """As the counter answers a press: what is not there is not for you."""
    try:
        office.does(name, errand)
    except NotFound:
        return NotForYou.__name__
    except Refusal as refusal:
        return type(refusal).__name__
    return "done"


@pytest.mark.parametrize("name", ["budi", "it"])
@pytest.mark.parametrize("act", ON_A_TASK)
def test_of_a_task(office, verifying, act, name):
    press = ON_A_TASK[act]
    there = answer(office, name, lambda desks: press(desks, verifying.id))
    assert there == answer(office, name, lambda desks: press(desks, MISSING)) == "NotForYou"


@pytest.mark.parametrize("name", ["budi", "it"])
@pytest.mark.parametrize("act", ON_A_CASE)
def test_of_a_case(office, verifying, act, name):
    press = ON_A_CASE[act]
    there = answer(office, name, lambda desks: press(desks, office.case_id))
    assert there == answer(office, name, lambda desks: press(desks, MISSING)) == "NotForYou"


@pytest.mark.parametrize("act", ON_A_FORM)
def test_of_a_form(office, act):
    office.consents()
    office.begins()
    form, press = office.form_of("rina"), ON_A_FORM[act]
    there = answer(office, "budi", lambda desks: press(desks, form.id))
    assert there == answer(office, "budi", lambda desks: press(desks, MISSING)) == "NotForYou"


def test_of_a_card_that_is_turned_back(office, verifying):
    for it in (verifying.id, MISSING):
        assert answer(office, "budi", lambda desks, it=it: desks.officer.plain(it)) == "NotForYou"
    assert office.hears("budi", ShowWelcome) == []
