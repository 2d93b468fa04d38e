"""Officers whom Telegram delivers nothing to, and who hears of it."""

from workflow.desk.reaching import out_of_reach, within_reach
from workflow.intents import ShowQueue, Tell


def goes(office, name):
    out_of_reach(office.work, office.ids[name])


def comes_back(office, name):
    within_reach(office.work, office.work.people.get(office.ids[name]))


def test_an_officer_out_of_reach_is_told_to_the_administrator_once(office):
    office.silence()
    goes(office, "petugas")
    goes(office, "petugas")
    (told,) = office.hears("it", Tell)
    assert told.message_id == "officer-out-of-reach"
    assert told.arguments["jabatan"] == "Petugas Pengadministrasi"
    assert office.hears("petugas") == []


def test_an_applicant_out_of_reach_is_nobodys_concern(office):
    office.silence()
    goes(office, "rina")
    assert office.hears("it") == []
    assert not office.work.people.get(office.ids["rina"]).reachable


def test_an_officer_who_is_back_sees_what_came_meanwhile(office):
    goes(office, "petugas")
    office.silence()
    comes_back(office, "petugas")
    comes_back(office, "petugas")
    assert office.hears("petugas") == [ShowQueue()]


def test_an_applicant_who_is_back_gets_what_they_ask_for_and_no_more(office):
    goes(office, "rina")
    office.silence()
    comes_back(office, "rina")
    assert office.hears("rina") == []
    assert office.work.people.get(office.ids["rina"]).reachable


def test_who_comes_back_and_goes_again_is_told_anew(office):
    goes(office, "petugas")
    comes_back(office, "petugas")
    office.silence()
    goes(office, "petugas")
    assert len(office.hears("it", Tell)) == 1
