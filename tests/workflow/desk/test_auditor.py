"""The auditor, whom the office file names: sees kartu kendali and log, and can do nothing."""

from itertools import product
from zoneinfo import ZoneInfo

import pytest

from messages.cards.auditor import log_card
from messages.cards.commands import commands, help_card
from messages.localizer import localizer_for
from storage.reading.found import found_view
from storage.reading.logged import log_view
from storage.reading.office import help_view
from tests.support.builders import sample_office
from tests.support.office import open_office
from workflow.checking.office import office_problems
from workflow.errors import NotOpenToYou, Refusal
from workflow.intents import ShowFound, ShowKartuKendali
from workflow.office import Jabatan
from workflow.officer_intents import ShowLog
from workflow.people import Relation
from workflow.queries.rights import standing
from workflow.rights import RIGHTS, Act, State
from workflow.verbs import Verb

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))


def audited(**changed):
    office = sample_office()
    posts = {**office.jabatan, "pemeriksa": Jabatan(title="Pemeriksa Inspektorat")}
    return office.model_copy(update={"jabatan": posts, "auditor": "pemeriksa", **changed})


@pytest.fixture
def office():
    with open_office(office=audited()) as office:
        office.applies()
        office.does("petugas", lambda desks: desks.officer.open(office.task.id))
        office.silence()
        yield office


def log_of(office, name="pemeriksa"):
    return log_view(office.work, office.ids[name], 0, now=office.clock.now())


class TestLooking:
    def test_finds_any_file_and_opens_its_kartu_kendali(self, office):
        number = office.case.number
        office.does("pemeriksa", lambda desks: desks.search.begin(number))
        view = found_view(office.work, office.ids["pemeriksa"], ShowFound())
        assert view is None or number in {one.number for one in view.lines}
        office.silence()
        case = office.case_id
        office.does("pemeriksa", lambda desks: desks.officer.kartu_kendali(case, paper=False))
        assert office.hears("pemeriksa", ShowKartuKendali)

    def test_finds_by_the_name_of_a_subject(self, office):
        office.does("pemeriksa", lambda desks: desks.search.begin(office.case.subject))
        view = found_view(office.work, office.ids["pemeriksa"], ShowFound())
        assert [one.number for one in view.lines] == [office.case.number]

    def test_reads_who_saw_numbers_and_who_gave_a_file(self, office):
        task = office.task.id
        office.does("petugas", lambda desks: desks.officer.numbers(task))
        office.colleague("joko", "petugas")
        chosen = str(office.ids["joko"])
        office.does("petugas", lambda desks: desks.verbs.do(task, Verb.GIVE, chosen))
        text = log_card(log_of(office), SAY).text
        assert "Melihat NIK dan nomor KK secara utuh" in text
        assert "Memberikan berkas kepada rekan" in text
        assert office.case.number in text

    def test_reads_the_newest_first(self, office):
        task = office.task.id
        for _ in range(3):
            office.clock.wait(minutes=1)
            office.does("petugas", lambda desks: desks.officer.numbers(task))
        at = [one.at for one in log_of(office).lines]
        assert at == sorted(at, reverse=True)
        assert len(at) == 3

    def test_has_the_log_among_the_commands(self, office):
        view = help_view(office.work, office.ids["pemeriksa"], now=office.clock.now())
        assert "/log" in help_card(view, SAY).text
        assert "Anda pemeriksa" in help_card(view, SAY).text
        others = help_view(office.work, office.ids["petugas"], now=office.clock.now())
        assert "/log" not in help_card(others, SAY).text
        listed = commands(officer=True, supervisor=False, administrator=False, say=SAY)
        assert "log" not in {name for name, _ in listed}


class TestDoing:
    def test_the_log_is_nobody_elses(self, office):
        for name in ("rina", "petugas", "kepala_dinas", "it"):
            office.refuses(NotOpenToYou, name, lambda desks: desks.auditor.log(0, fresh=True))
            assert log_of(office, name) is None
        office.silence()
        office.does("pemeriksa", lambda desks: desks.auditor.log(0, fresh=True))
        assert office.told(ShowLog)

    def test_the_table_lets_an_auditor_look_and_nothing_else(self):
        allowed = {
            (act, state)
            for act, state in product(Act, State)
            if state in RIGHTS[act].get(Relation.AUDITOR, ())
        }
        assert {act for act, _ in allowed} == {Act.KARTU_KENDALI, Act.FIND}

    def test_is_an_auditor_to_every_file_and_nothing_besides(self, office):
        who = standing(office.work, office.ids["pemeriksa"], office.task, office.case)
        assert set(who.also) == {Relation.AUDITOR}
        assert not who.lanes

    def test_decides_opens_and_withdraws_nothing(self, office):
        task, case = office.task.id, office.case_id
        for errand in (
            lambda desks: desks.officer.open(task),
            lambda desks: desks.officer.files(task),
            lambda desks: desks.officer.numbers(task),
            lambda desks: desks.officer.acting(task).press("lengkap"),
            lambda desks: desks.verbs.begin(task, Verb.HOLD),
            lambda desks: desks.bulk.begin(task),
            lambda desks: desks.withdrawing.ask(case),
            lambda desks: desks.enquiries.begin(case),
            lambda desks: desks.supervisor.remind(task),
        ):
            office.refuses(Refusal, "pemeriksa", errand)

    def test_ends_with_the_appointment(self, office):
        office.leaves("pemeriksa", "pemeriksa")
        assert log_of(office) is None


class TestTheOfficeFile:
    def test_names_an_auditor_who_sits_nowhere_else(self):
        assert list(office_problems(audited())) == []

    @pytest.mark.parametrize("auditor", ["nobody", "sekretaris", "kasi_pengolahan"])
    def test_names_nobody_who_is_unknown_or_has_something_to_do(self, auditor):
        assert any(where == ("auditor",) for where, _ in office_problems(audited(auditor=auditor)))
