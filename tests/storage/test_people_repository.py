from datetime import timedelta

import pytest

from tests.support.fakes import MONDAY_MORNING
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.people import Acting, Appointment, Focus, FocusKind, Language

HOUR = timedelta(hours=1)
NOON = MONDAY_MORNING + 3 * HOUR


@pytest.fixture
def people(work):
    return work.people


def an_appointment(person, jabatan="kasi", **changed):
    usual = {
        "person_id": person.id,
        "jabatan": jabatan,
        "name": "Siti Rahma, S.E.",
        "nip": "198001012005012001",
        "rank": "Penata (III/c)",
        "acting": Acting.DEFINITIVE,
        "begins_at": MONDAY_MORNING,
        "ends_at": None,
    }
    return Appointment(**(usual | changed))


def test_whoever_comes_in_is_known_from_then_on(people, rina):
    assert people.find_by_telegram(2001) == rina
    assert people.get(rina.id) == rina
    assert (rina.name, rina.language, rina.reachable) == ("Rina", Language.INDONESIAN, True)
    assert not rina.administrator
    assert rina.consent_version is None


def test_a_stranger_is_nobody(people):
    assert people.find_by_telegram(404) is None
    with pytest.raises(NotFound):
        people.get(404)


def test_a_very_long_name_is_cut(people):
    person = people.add(1, name="a" * 500, language=Language.ENGLISH, at=MONDAY_MORNING)
    assert person.name == "a" * 200


def test_a_telegram_account_beyond_32_bits_is_kept(people):
    person = people.add(2**52, name="", language=Language.ENGLISH, at=MONDAY_MORNING)
    assert people.find_by_telegram(2**52) == person


def test_language_reach_and_rights_can_change(people, rina, siti):
    people.set_language(rina.id, Language.ENGLISH)
    people.set_reachable(rina.id, False)
    people.make_administrator(rina.id)
    changed = people.get(rina.id)
    assert (changed.language, changed.reachable, changed.administrator) == (
        Language.ENGLISH,
        False,
        True,
    )
    assert people.administrators() == [rina.id]
    assert people.get(siti.id) == siti


def test_every_consent_stays_in_the_book(people, connection, rina):
    people.set_consent(rina.id, "2026-1", "Dinas menyimpan ...", at=MONDAY_MORNING)
    people.set_consent(rina.id, "2026-2", "Dinas menyimpan semua ...", at=NOON)
    assert people.get(rina.id).consent_version == "2026-2"
    kept = connection.exec_driver_sql("SELECT version, text_digest FROM consents ORDER BY id").all()
    assert [row.version for row in kept] == ["2026-1", "2026-2"]
    assert kept[0].text_digest != kept[1].text_digest


def test_what_a_person_is_asked_is_remembered_until_it_is_done(people, rina):
    assert people.focus(rina.id) is None
    focus = Focus(kind=FocusKind.REASON, ref=7, extra="kembalikan")
    people.set_focus(rina.id, focus, at=MONDAY_MORNING)
    assert people.focus(rina.id) == focus
    people.set_focus(rina.id, None, at=MONDAY_MORNING)
    assert people.focus(rina.id) is None


def test_an_appointment_holds_from_its_beginning_to_its_end(people, siti):
    acting = an_appointment(siti, acting=Acting.PLH, ends_at=NOON)
    people.appoint(acting)
    assert people.appointments_of(siti.id, at=MONDAY_MORNING - HOUR) == []
    assert people.appointments_of(siti.id, at=MONDAY_MORNING) == [acting]
    assert people.appointments_of(siti.id, at=NOON - timedelta(seconds=1)) == [acting]
    assert people.appointments_of(siti.id, at=NOON) == []


def test_holders_are_all_who_sit_in_one_of_the_jabatan(people, rina, siti):
    for person, jabatan in ((siti, "kasi"), (rina, "kasi"), (siti, "petugas")):
        people.appoint(an_appointment(person, jabatan))
    assert [one.person_id for one in people.holders_of(["kasi"], at=NOON)] == [siti.id, rina.id]
    both = people.holders_of(["petugas", "kasi", "sekretaris"], at=NOON)
    assert [(one.person_id, one.jabatan) for one in both] == [
        (siti.id, "kasi"),
        (rina.id, "kasi"),
        (siti.id, "petugas"),
    ]
    assert people.holders_of([], at=NOON) == []


def test_appointed_again_a_person_holds_the_jabatan_once(people, siti):
    people.appoint(an_appointment(siti, acting=Acting.PLT))
    people.appoint(an_appointment(siti, begins_at=NOON))
    assert [one.acting for one in people.appointments_of(siti.id, at=NOON)] == [Acting.DEFINITIVE]
    before = people.appointments_of(siti.id, at=NOON - HOUR)
    assert [one.acting for one in before] == [Acting.PLT]


def test_an_acting_officer_who_is_appointed_early_holds_the_jabatan_once(people, siti):
    people.appoint(an_appointment(siti, acting=Acting.PLH, ends_at=NOON + HOUR))
    people.appoint(an_appointment(siti, begins_at=NOON))
    assert [one.acting for one in people.holders_of(["kasi"], at=NOON)] == [Acting.DEFINITIVE]


def test_what_was_read_of_appointments_is_not_held_on_to_when_they_change(people, siti):
    assert people.appointments_of(siti.id, at=NOON) == []
    assert people.holders_of(["kasi"], at=NOON) == []
    people.appoint(an_appointment(siti))
    assert len(people.appointments_of(siti.id, at=NOON)) == 1
    assert len(people.holders_of(["kasi"], at=NOON)) == 1


@pytest.fixture
def invite(people):
    def invited(**changed):
        usual = {
            "secret_hash": "hash of a secret",
            "jabatan": "kasi",
            "administrator": False,
            "name": "Siti Rahma",
            "nip": "",
            "rank": "",
            "acting": Acting.PLH,
            "at": MONDAY_MORNING,
            "expires_at": NOON,
        }
        people.invite(**(usual | changed))

    return invited


def test_an_invitation_is_found_by_the_hash_of_its_secret(people, invite):
    invite()
    found = people.find_invitation("hash of a secret")
    assert (found.jabatan, found.name, found.acting) == ("kasi", "Siti Rahma", Acting.PLH)
    assert (found.expires_at, found.spent_at) == (NOON, None)
    assert people.find_invitation("hash of another") is None


def test_the_administrators_link_names_no_jabatan(people, invite):
    invite(jabatan=None, administrator=True)
    found = people.find_invitation("hash of a secret")
    assert (found.jabatan, found.administrator) == (None, True)


def test_an_invitation_is_spent_once(people, invite, rina, siti):
    invite()
    link = people.find_invitation("hash of a secret")
    people.spend(link.id, by=siti.id, at=NOON)
    assert people.find_invitation("hash of a secret").spent_at == NOON
    with pytest.raises(ChangedMeanwhile):
        people.spend(link.id, by=rina.id, at=NOON)


def test_who_was_told_of_time_and_when(people, rina, siti):
    people.set_last_alarm_at([siti.id], NOON)
    assert people.last_alarm_at([rina.id, siti.id]) == {siti.id: NOON}
    people.set_last_alarm_at([], MONDAY_MORNING)
    assert people.last_alarm_at([siti.id]) == {siti.id: NOON}


def the_only(people, jabatan="kasi", at=MONDAY_MORNING):
    [found] = people.appointments_to(jabatan, at=at)
    return found


def test_an_appointment_is_found_by_its_number_and_ended_once(people, siti):
    people.appoint(an_appointment(siti, sk="800/1/2026"))
    held = the_only(people)
    assert people.appointment(held.id) == held
    assert held.sk == "800/1/2026"
    people.end(held.id, at=NOON)
    assert people.appointments_of(siti.id, at=NOON) == []
    assert people.appointments_to("kasi", at=NOON) == []
    with pytest.raises(NotFound):
        people.appointment(held.id + 1)


def test_an_appointment_ended_before_it_begins_never_holds(people, siti):
    people.appoint(an_appointment(siti, begins_at=NOON, ends_at=NOON + HOUR))
    people.end(the_only(people).id, at=MONDAY_MORNING)
    assert people.appointments_of(siti.id, at=NOON) == []


def test_an_appointment_speaks_at_its_moment_and_not_again_once_it_is_ended(people, siti):
    people.appoint(an_appointment(siti), speaks_at=NOON)
    held = the_only(people)
    assert people.next_speaks_at() == NOON
    assert people.appointments_speaking(NOON - HOUR, limit=9) == []
    assert people.appointments_speaking(NOON, limit=9) == [held]
    people.set_speaks_at(held.id, NOON + HOUR)
    assert people.appointments_speaking(NOON, limit=9) == []
    people.end(held.id, at=NOON)
    assert people.next_speaks_at() is None


def test_a_new_appointment_silences_the_one_it_replaces(people, siti):
    people.appoint(an_appointment(siti, acting=Acting.PLH, ends_at=NOON + HOUR), speaks_at=NOON)
    people.appoint(an_appointment(siti, begins_at=NOON))
    assert people.next_speaks_at() is None


def test_an_open_link_can_be_cancelled_and_a_closed_one_not(people):
    people.invite(
        secret_hash="b" * 64,
        jabatan="kasi",
        administrator=False,
        name="Budi",
        nip="",
        rank="",
        acting=Acting.PLT,
        at=MONDAY_MORNING,
        expires_at=NOON,
        begins_at=MONDAY_MORNING,
        ends_at=NOON + HOUR,
        sk="800/2/2026",
    )
    [link] = people.open_invitations(at=MONDAY_MORNING)
    assert (link.begins_at, link.ends_at, link.sk) == (MONDAY_MORNING, NOON + HOUR, "800/2/2026")
    assert people.open_invitations(at=NOON) == []
    people.cancel_invitation(link.id, at=MONDAY_MORNING + HOUR)
    assert people.open_invitations(at=MONDAY_MORNING + HOUR) == []
    with pytest.raises(NotFound):
        people.cancel_invitation(link.id, at=MONDAY_MORNING + HOUR)


def test_an_administrator_can_be_dismissed(people, rina):
    people.make_administrator(rina.id)
    people.dismiss_administrator(rina.id)
    assert people.administrators() == []


def test_a_consent_is_dated_in_the_version_accepted_last(people, rina):
    assert people.consented_at(rina.id, "2026-1") is None
    people.set_consent(rina.id, "2026-1", "Dinas menyimpan ...", at=MONDAY_MORNING)
    assert people.consented_at(rina.id, "2026-1") == MONDAY_MORNING
    people.set_consent(rina.id, "2026-2", "Dinas menyimpan semua ...", at=NOON)
    assert people.consented_at(rina.id, "2026-1") is None
