import pytest

from workflow.desk.reception import secret_hash
from workflow.errors import LinkExpired, LinkSpent, LinkUnknown
from workflow.intents import (
    ListCommands,
    ShowCases,
    ShowHelp,
    ShowPrivacy,
    ShowQueue,
    ShowWelcome,
    Tell,
)
from workflow.office_intents import ShowOffice
from workflow.people import Acting, FocusKind, Language


def invites(office, jabatan="kasi", name="Dedi Kurniawan", administrator=False):
    office.work.people.invite(
        secret_hash=secret_hash("rahasia"),
        jabatan=jabatan,
        administrator=administrator,
        name=name,
        nip="198304222008011004",
        rank="Penata",
        acting=Acting.DEFINITIVE,
        at=office.clock.now(),
        expires_at=office.clock.now().replace(day=30),
    )


def starts(office, name, payload=""):
    office.does(name, lambda desks: desks.reception.start(payload))


def test_start_shows_what_the_office_offers(office):
    starts(office, "rina")
    assert office.hears("rina") == [ShowWelcome()]


@pytest.mark.parametrize("payload", ["j", "v", "x" * 64, "halo", "../etc", "😀"])
def test_a_link_of_no_meaning_is_a_plain_start(office, payload):
    starts(office, "rina", payload)
    assert office.hears("rina") == [ShowWelcome()]


class TestAnInvitation:
    def test_makes_an_officer_of_whoever_uses_it(self, office):
        invites(office)
        starts(office, "budi", "jrahasia")
        (held,) = office.work.people.appointments_of(office.ids["budi"], at=office.clock.now())
        assert (held.jabatan, held.name, held.nip) == (
            "kasi",
            "Dedi Kurniawan",
            "198304222008011004",
        )
        menu, told, queue = office.hears("budi")
        assert menu == ListCommands()
        assert told.message_id == "joined-jabatan"
        assert told.arguments == {
            "name": "Dedi Kurniawan",
            "jabatan": "Kepala Seksi Pemanfaatan Data",
        }
        assert queue == ShowQueue()

    def test_works_once_for_whoever_comes_first(self, office):
        invites(office)
        starts(office, "budi", "jrahasia")
        for name in ("rina", "budi", "rina"):
            office.refuses(LinkSpent, name, lambda desks: desks.reception.start("jrahasia"))
        assert office.work.people.appointments_of(office.ids["rina"], at=office.clock.now()) == []

    def test_works_for_its_week(self, office):
        invites(office)
        office.clock.wait(days=7)
        office.refuses(LinkExpired, "budi", lambda desks: desks.reception.start("jrahasia"))

    @pytest.mark.parametrize("secret", ["tebakan", "Rahasia", "rahasia ", "%", "' OR 1=1"])
    def test_is_not_guessed(self, office, secret):
        invites(office)
        office.refuses(LinkUnknown, "budi", lambda desks: desks.reception.start(f"j{secret}"))

    def test_to_a_jabatan_that_is_not_there_any_more_is_no_link(self, office):
        invites(office, jabatan="arsiparis")
        office.refuses(LinkUnknown, "budi", lambda desks: desks.reception.start("jrahasia"))

    def test_is_kept_as_a_hash_alone(self, office):
        invites(office)
        rows = office.work.connection.exec_driver_sql("SELECT * FROM invitations").all()
        assert "rahasia" not in str(rows)

    def test_of_an_administrator_opens_the_office(self, office):
        invites(office, jabatan=None, administrator=True)
        starts(office, "budi", "jrahasia")
        assert office.work.people.get(office.ids["budi"]).administrator
        assert office.hears("budi") == [
            ListCommands(),
            Tell(message_id="joined-administrator"),
            ShowOffice(),
        ]

    def test_a_new_link_to_the_same_jabatan_renews_the_appointment(self, office):
        invites(office, name="Dedi K.")
        starts(office, "kasi", "jrahasia")
        held = office.work.people.appointments_of(office.ids["kasi"], at=office.clock.now())
        assert [one.name for one in held] == ["Dedi K."]


class TestTheCodeOnAPaper:
    def test_says_that_the_paper_is_genuine_and_nothing_of_the_case(self, office):
        office.applies()
        starts(office, "budi", f"v{office.case.code}")
        (told,) = office.hears("budi")
        assert told.message_id == "genuine-known"
        assert told.arguments == {
            "number": "PDK-2026-00001",
            "service": "Pelayanan Data dan Informasi Kependudukan",
            "office": "Dinas Kependudukan dan Pencatatan Sipil",
        }

    def test_that_is_not_ours_says_so(self, office):
        starts(office, "budi", "v2345678923")
        assert office.hears("budi") == [Tell(message_id="genuine-unknown")]


def test_a_language_is_chosen_and_kept(office):
    office.does("rina", lambda desks: desks.reception.speak(Language.ENGLISH))
    assert office.work.people.get(office.ids["rina"]).language is Language.ENGLISH
    assert office.hears("rina") == [ListCommands()]


def test_privacy_help_and_own_cases_are_shown_to_anybody(office):
    office.does("budi", lambda desks: desks.reception.show_privacy())
    office.does("budi", lambda desks: desks.reception.help())
    office.does("budi", lambda desks: desks.reception.show_mine())
    assert office.hears("budi") == [ShowPrivacy(), ShowHelp(), ShowCases()]


def test_a_start_in_the_middle_of_a_form_keeps_the_form(office):
    office.consents()
    form = office.begins()
    starts(office, "rina")
    office.does("rina", lambda desks: desks.forms.resume())
    assert office.form_of("rina") == form
    focus = office.work.people.focus(office.ids["rina"])
    assert (focus.kind, focus.ref) == (FocusKind.FORM, form.id)
