"""Files on hold: on the officer's card, in lists, from above, and for the applicant."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from inline_snapshot import snapshot

from messages.actions.hold import AgreeHold, EndHold
from messages.actions.verbs import BeginVerb, ChooseForVerb, DoVerb
from messages.cards.case import case_card
from messages.cards.hold import agreement_card
from messages.cards.queue import queue_card
from messages.cards.supervisor import overview_card
from messages.cards.task import task_card
from messages.localizer import localizer_for
from tests.support.views import (
    MINUTE,
    MONDAY,
    a_case_view,
    a_hold,
    a_queue_line,
    a_queue_view,
    a_task_view,
    a_watched_line,
    an_agreement_view,
    an_overview_view,
    shown,
)
from workflow.pauses import Whose
from workflow.verbs import Verb
from workflow.views.task import BesideDeciding, Face, Mode, VerbOption

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
SAY_ENGLISH = localizer_for("en", ZoneInfo("Asia/Jakarta"))
LANGUAGES = pytest.mark.parametrize("say", [SAY, SAY_ENGLISH], ids=["id", "en"])
OWN = a_hold(words="Menunggu arsip", whose=Whose.OFFICE, stopped=False, left=None, until=None)


def waits_of(card):
    """What a card says of the waiting, line by line."""
    lines = card.text.splitlines()
    first = next(n for n, line in enumerate(lines) if "⏸" in line)
    return lines[first : first + 3]


def a_held_view(held, **changes):
    return a_task_view(due=None, beside=BesideDeciding(held=held), **changes)


def labels_of(card):
    return [button.text for row in card.rows for button in row]


def actions_of(card):
    return [button.action for row in card.rows for button in row]


class TestTheOfficersCard:
    def test_says_for_what_it_waits_until_when_and_what_is_left(self):
        assert waits_of(task_card(a_held_view(a_hold()), SAY)) == snapshot(
            [
                "⏸ <b>Ditunda</b> sejak Sen 08.20 WIB: Gangguan SIAK",
                "Rencana sampai 25 November 2026",
                "Batas waktu berhenti, sisa 5 menit kerja",
            ]
        )

    def test_says_so_in_english(self):
        assert waits_of(task_card(a_held_view(a_hold()), SAY_ENGLISH)) == snapshot(
            [
                "⏸ <b>On hold</b> since Mon 08:20 WIB: Gangguan SIAK",
                "Planned until 25 November 2026",
                "The limit waits, 5 minutes of office time left",
            ]
        )

    def test_names_no_moment_while_the_limit_waits(self):
        assert "Batas " not in task_card(a_held_view(a_hold()), SAY).text.replace("Batas waktu", "")

    def test_says_that_the_day_has_passed(self):
        held = a_hold(outlasted=True)
        assert "sudah lewat" in task_card(a_held_view(held), SAY).text

    def test_hides_no_lateness(self):
        held = a_hold(left=-30 * MINUTE)
        assert "terlambat 30 menit kerja" in task_card(a_held_view(held), SAY).text

    def test_says_that_the_limit_runs_on_until_somebody_agrees(self):
        view = a_task_view(beside=BesideDeciding(held=OWN))
        text = task_card(view, SAY).text
        assert "Batas waktu tetap berjalan" in text
        assert "Batas Sen" in text

    def test_of_a_step_without_a_limit_promises_none(self):
        assert "tanpa batas waktu" in task_card(a_held_view(a_hold(left=None)), SAY).text


def a_verb_view(note="", *options, verb=Verb.HOLD):
    return a_task_view(
        mode=Mode(face=Face.VERB, outcome=verb, note=note),
        beside=BesideDeciding(options=options),
    )


class TestWhatIsAsked:
    reasons = (
        VerbOption(chosen="gangguan-siak", title="Gangguan SIAK"),
        VerbOption(chosen="-", title=""),
    )
    days = (
        VerbOption(chosen="gangguan-siak@", title=""),
        VerbOption(chosen="gangguan-siak@2026-11-25", title="", day=date(2026, 11, 25)),
    )

    @LANGUAGES
    def test_first_is_the_reason(self, say):
        card = task_card(a_verb_view("", *self.reasons), say)
        assert actions_of(card)[:2] == [
            ChooseForVerb(81, Verb.HOLD, "gangguan-siak"),
            ChooseForVerb(81, Verb.HOLD, "-"),
        ]
        assert labels_of(card)[0] == "Gangguan SIAK"

    def test_then_the_day_which_does_it(self):
        card = task_card(a_verb_view("gangguan-siak", *self.days), SAY)
        assert actions_of(card)[:2] == [
            DoVerb(81, Verb.HOLD, "gangguan-siak@"),
            DoVerb(81, Verb.HOLD, "gangguan-siak@2026-11-25"),
        ]
        assert labels_of(card)[:2] == ["Sampai dilanjutkan", "Sampai 25 November 2026"]

    def test_for_a_reason_of_ones_own_the_day_is_followed_by_the_words(self):
        days = (VerbOption(chosen="-@", title=""),)
        assert actions_of(task_card(a_verb_view("-", *days), SAY))[0] == ChooseForVerb(
            81, Verb.HOLD, "-@"
        )
        card = task_card(a_verb_view("-@"), SAY)
        assert "Tulis alasannya" in card.text
        assert labels_of(card) == ["Batal"]

    def test_going_on_takes_one_press(self):
        view = a_task_view(
            mode=Mode(face=Face.MORE), beside=BesideDeciding(verbs=(Verb.LIFT, Verb.HOLD))
        )
        assert actions_of(task_card(view, SAY))[:2] == [
            DoVerb(81, Verb.LIFT, ""),
            BeginVerb(81, Verb.HOLD),
        ]


class TestLists:
    def test_say_it_in_place_of_the_limit(self):
        line = a_queue_line(due=None, held=a_hold())
        card = queue_card(a_queue_view(lines=(line,)), SAY)
        assert waits_of(card)[0] == "⏸ <b>Ditunda</b> sejak Sen 08.20 WIB: Gangguan SIAK"
        assert "tanpa batas" not in card.text.lower()

    def test_tell_a_superior_with_whom_for_what_and_since_when(self):
        line = a_watched_line(due=None, held=a_hold(left=-MINUTE))
        text = overview_card(an_overview_view(lines=(line,)), SAY).text
        assert "⏸ <b>Ditunda</b> sejak Sen 08.20 WIB: Gangguan SIAK" in text
        assert "terlambat 1 menit kerja" in text
        assert "Di meja" in text


class TestTheRequest:
    def test_asks_a_superior(self):
        assert shown(agreement_card(an_agreement_view(), SAY)) == snapshot("""\
<b>Permintaan penundaan</b>
<code>PDK-2026-00017</code> · Verifikasi permohonan
Dinas Kesehatan Provinsi DKI Jakarta

Siti Aminah (Petugas Pengadministrasi) menunda berkas ini sejak Sen 08.10 WIB:
<blockquote>Menunggu arsip lama dari gudang</blockquote>
Rencana sampai 25 November 2026

Setujukah Anda batas waktunya berhenti selama itu? Sampai Anda setuju, batas waktu tetap
    berjalan.
---
[Setuju, batas waktu berhenti](ha:81:4) success
[Akhiri penundaan](he:81:4)
[Kartu kendali](g:17:0)\
""")

    def test_asks_in_english(self):
        assert shown(agreement_card(an_agreement_view(until=None), SAY_ENGLISH)) == snapshot("""\
<b>Request to put a file on hold</b>
<code>PDK-2026-00017</code> · Verifikasi permohonan
Dinas Kesehatan Provinsi DKI Jakarta

Siti Aminah (Petugas Pengadministrasi) has put this file on hold since Mon 08:10 WIB:
<blockquote>Menunggu arsip lama dari gudang</blockquote>

Do you agree that its limit waits meanwhile? Until you agree, the limit runs on.
---
[I agree, the limit waits](ha:81:4) success
[End the hold](he:81:4)
[Kartu kendali](g:17:0)\
""")

    def test_that_was_agreed_to_can_still_be_ended(self):
        view = an_agreement_view(agreed_as="Sekretaris Dinas", agreed_at=MONDAY + MINUTE)
        card = agreement_card(view, SAY)
        assert "✓ Disetujui Sekretaris Dinas" in card.text
        assert actions_of(card)[0] == EndHold(81, 4)

    @LANGUAGES
    def test_that_has_ended_has_nothing_left_to_press(self, say):
        for decided in (True, False):
            view = an_agreement_view(ended_as="Petugas", ended_at=MONDAY + MINUTE, decided=decided)
            actions = [type(one) for one in actions_of(agreement_card(view, say))]
            assert AgreeHold not in actions
            assert EndHold not in actions


class TestTheApplicant:
    def status(self, held, say=SAY):
        return case_card(a_case_view(due_at=None, expected_at=None, held=held), say).text

    def test_reads_that_a_system_outside_is_waited_for_and_no_promise(self):
        text = self.status(a_hold())
        assert (
            "⏸ Sejak Sen 08.20 WIB langkah ini menunggu sistem di luar kantor kami: Gangguan SIAK."
            " Kapan selesainya belum dapat dipastikan." in text
        )
        assert "Perkiraan selesai" not in text

    def test_reads_nothing_of_an_officers_own_words(self):
        text = self.status(a_hold(whose=Whose.OFFICE, words="Menunggu arsip lama"))
        assert "Menunggu arsip lama" not in text
        assert "ditunda sementara oleh kantor" in text

    def test_reads_it_in_english(self):
        assert "waits for a system outside our office" in self.status(a_hold(), SAY_ENGLISH)
