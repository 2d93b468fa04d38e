"""One row for each intent, and a card for whatever is read for it, however long its words are."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pytest

from bot.delivery.papers import draw_paper, paper_of
from bot.delivery.screens import table
from bot.delivery.screens.rows import CardScreen, Leaves
from bot.delivery.screens.table import precedence
from bot.presses.table import ROWS as PRESSES
from messages.card import Card
from messages.localizer import LANGUAGES, localizer_for
from tests.support import views
from tests.support.builders import JAKARTA
from tests.support.office import open_office
from tests.support.views import ensure_sendable
from workflow import intents, office_intents, officer_intents, survey_intents
from workflow.consulting import ConsultationEnd
from workflow.papers import PaperKind
from workflow.people import Language
from workflow.questions import SideEnd
from workflow.screen_names import ScreenName
from workflow.seeking import Progress
from workflow.verbs import Verb
from workflow.views.closed_task import TaskAwayView
from workflow.views.form import ContactView
from workflow.views.numbers import NumbersView
from workflow.views.task import Face, Mode
from workflow.views.welcome import BeginningView

# What each intent may find to show, in each of the shapes that its card has.
SEEN = {
    intents.ShowTask: [
        views.a_task_view(),
        views.a_task_view(mine=False),
        views.a_done_task_view(),
        views.a_marking_view(),
        *(
            views.a_task_view(mode=Mode(face=face, outcome="kembalikan", note="Belum lengkap"))
            for face in Face
            if face is not Face.VERB
        ),
        *(views.a_task_view(mode=Mode(face=Face.VERB, outcome=verb)) for verb in Verb),
        TaskAwayView(case_number=views.NUMBER),
    ],
    intents.ShowQueue: [views.a_queue_view()],
    survey_intents.ShowSurvey: list(views.survey_views()),
    survey_intents.ShowSatisfaction: list(views.satisfaction_views()),
    officer_intents.ShowLog: list(views.log_views()),
    officer_intents.ShowBulk: list(views.bulk_views()),
    officer_intents.ShowToday: [
        views.a_today_view(),
        views.a_today_view(lines=(), total=0, pages=1),
    ],
    officer_intents.ShowConsultation: [
        views.a_consultation_view(),
        views.a_consultation_view(writing=True),
        views.a_consultation_view(
            ending=ConsultationEnd.GIVEN,
            ended_at=views.MONDAY + timedelta(hours=1),
            given_by="Ir. Sari Kusuma, M.Si",
            given_as="Kabid PIAK",
            opinion="Data semester I dapat dipakai.",
        ),
        views.a_consultation_view(
            ending=ConsultationEnd.OVERTAKEN,
            ended_at=views.MONDAY + timedelta(hours=1),
            given_as="Petugas",
        ),
    ],
    intents.AskAgreement: [
        views.an_agreement_view(),
        views.an_agreement_view(agreed_as="Sekretaris Dinas", agreed_at=views.MONDAY),
        views.an_agreement_view(ended_as="Sekretaris Dinas", ended_at=views.MONDAY),
        views.an_agreement_view(ended_as="Petugas", ended_at=views.MONDAY, decided=True),
    ],
    intents.ShowOverview: [views.an_overview_view()],
    intents.ShowGiving: [views.a_giving_view()],
    intents.ShowLocking: [views.a_locking_view()],
    intents.ShowKartuKendali: [views.a_kartu_kendali_view()],
    intents.ShowForm: [views.a_form_view(), views.a_slot_view(), views.a_review_view()],
    intents.OfferContact: [ContactView()],
    intents.ShowBeginning: [
        BeginningView(
            procedure_id="bengkulu-semester", title="Data", step="a", said=said, number=""
        )
        for said in ("", "begun", "dropped")
    ],
    intents.ShowCase: [views.a_case_view(), views.a_returned_case_view()],
    intents.ShowQuestion: [
        views.a_question_view(),
        views.a_question_view(writing=True, answer="0812 3456 7890", files=("kk.pdf",)),
        views.a_question_view(in_the_name=True, writing=True),
        *(views.a_question_view(ended_at=views.MONDAY, ending=ending) for ending in SideEnd),
    ],
    intents.ShowEnquiry: [
        views.an_enquiry_view(),
        views.an_enquiry_view(answers=True),
        views.an_enquiry_view(answers=True, writing=True),
        views.an_enquiry_view(
            answer="Besok pagi.", answered_as="Petugas", answered_at=views.MONDAY
        ),
    ],
    intents.ShowCases: [views.a_cases_view()],
    intents.ShowFound: [
        views.a_found_view(),
        views.a_found_view(newer=416, unfinished=True, alike=True, filling=True),
        views.a_found_view(lines=(), may_sound=True, progress=Progress.OPEN, day=date(2026, 11, 3)),
    ],
    intents.TellPickup: [views.a_pickup_view()],
    intents.ShowWelcome: [views.a_welcome_view()],
    intents.ShowPrivacy: [views.a_privacy_view()],
    intents.ShowHelp: [views.a_help_view(officer=True, supervisor=True, administrator=True)],
    office_intents.ShowOffice: [views.an_office_view()],
    office_intents.ShowPosts: [views.a_posts_view()],
    office_intents.ShowPost: [views.a_post_view()],
    office_intents.ShowEnding: [views.an_ending_view()],
    office_intents.ShowMandate: [views.a_mandate_view()],
    office_intents.ShowDays: [views.a_days_view()],
    intents.Tell: [intents.Tell(message_id="stamp-failed")],
    intents.TellAlarms: [views.an_alarms_view()],
    intents.TellNumbers: [NumbersView(number=views.NUMBER, lines=(("NIK", "3175014507900001"),))],
}
CARDS = {row.intent: row for row in table.ROWS if isinstance(row, CardScreen)}
# Words in which the code says something to itself; nobody ever wrote them.
OUR_OWN = {
    "kind",
    "outcome",
    "said",
    "files_shown",
    "choice",
    "version",
    "message_id",
    "code",
    "search",
} | {
    "number",
    "case_number",
    "step_number",
}
# What the rules for SOPs and office files keep short.
SHORT = {"procedure_title": 160, "title": 160, "label": 32, "ask": 400, "submit_label": 32}


LONG = ("Surat & <lampiran> " * 60, "w" * 1000)


def wordy(value, long):
    """The same view, with long words in every place where an office or a person writes."""
    if type(value) is tuple:
        return tuple(wordy(one, long) for one in value)
    if not is_dataclass(value):
        return value
    return replace(value, **{one.name: _longer(value, one, long) for one in fields(value)})


def _longer(view, field, long):
    now = getattr(view, field.name)
    return long[: SHORT.get(field.name)] if _is_words(field, now) else wordy(now, long)


def _is_words(field, now):
    """An id is short by the rules for SOPs and office files; what is empty may stay so."""
    return field.type is str and bool(now) and field.name not in OUR_OWN


def test_every_card_is_drawn_here():
    assert SEEN.keys() == CARDS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("long", [None, *LONG], ids=["usual", "many words", "one word"])
@pytest.mark.parametrize("intent", CARDS, ids=lambda intent: intent.__name__)
def test_whatever_is_read_has_a_card_that_telegram_takes(intent, long, language):
    say = localizer_for(language, JAKARTA)
    for view in SEEN[intent]:
        shown = view if long is None else wordy(view, long)
        ensure_sendable(CARDS[intent].draws(shown, say))
        left = CARDS[intent].leaves(shown, say)
        assert isinstance(left, Card | Leaves)


def test_a_button_that_names_its_card_stands_on_that_card_alone():
    """So an older copy of a card is known by a press on it, and a list is never taken for one."""
    say = localizer_for("id", JAKARTA)
    own = {"task_id": intents.ShowTask, "draft_id": intents.ShowForm}
    for intent, row in CARDS.items():
        shown = [
            button for view in SEEN[intent] for line in row.draws(view, say).rows for button in line
        ]
        for action in {type(button.action) for button in shown}:
            for name in own.keys() & {one.name for one in fields(action)}:
                assert not action.on_its_card or intent is own[name], action


def test_what_stands_in_lists_or_on_other_cards_says_so():
    elsewhere = {row.action.__name__ for row in PRESSES if not row.action.on_its_card}
    assert elsewhere == {
        "Acknowledge",
        "AgreeHold",
        "AnswerQuestion",
        "AskCorrection",
        "AskOffice",
        "EndHold",
        "GiveTo",
        "TakeBackToday",
        "BeginBulk",
        "BulkFiles",
        "LeaveFileOut",
        "TickFile",
        "Giving",
        "OpenAsked",
        "OpenTask",
        "Remind",
        "Reply",
        "SendAnswer",
        "Work",
    }


def test_screens_of_one_message_share_a_name():
    named = {
        "overview": [intents.ShowOverview(), intents.ShowGiving(task_id=1)],
        "office": [
            office_intents.ShowOffice(),
            office_intents.ShowDays(),
            office_intents.ShowPost(jabatan="kasi"),
        ],
        "task:81": [intents.ShowTask(task_id=81)],
        "kartu:17": [intents.ShowKartuKendali(case_id=17)],
        "": [intents.Tell(message_id="x"), intents.ShowHelp(), intents.Stamp(task_id=81)],
    }
    for name, alike in named.items():
        assert {table.screen_of(one) for one in alike} == {name}


def test_every_name_of_a_screen_is_one_that_the_books_know():
    plain = {
        "task_id": 1,
        "pause_id": 1,
        "consultation_id": 1,
        "case_id": 1,
        "draft_id": 1,
        "question_id": 1,
        "enquiry_id": 1,
        "jabatan": "x",
        "procedure_id": "x",
    }
    for row in CARDS.values():
        given = {one.name: plain[one.name] for one in fields(row.intent) if one.name in plain}
        if row.intent in {intents.Tell, intents.TellAlarms, office_intents.ShowEnding}:
            continue
        name = row.name(row.intent(**given)).partition(":")[0]
        assert name == "" or name in set(ScreenName)


def test_an_officers_card_goes_before_a_form_and_a_form_before_a_welcome_of_somebody_else():
    order = [
        intents.ShowTask(task_id=1),
        intents.ShowForm(draft_id=1),
        intents.ShowWelcome(),
        intents.TellAlarms(task_ids=(1,)),
        intents.TakeBack(),
    ]
    assert [precedence(one) for one in order] == [0, 1, 2, 3, 5]


@pytest.mark.parametrize("kind", PaperKind)
def test_a_paper_that_is_read_is_of_its_kind_and_can_be_drawn(a_case, kind):
    now = a_case.work.now
    paper = paper_of(a_case.work, a_case.case_id, kind, bot_name="bot", now=now)
    assert paper.kind is kind
    assert draw_paper(paper, Language.ENGLISH, JAKARTA).startswith(b"%PDF")


@pytest.fixture(scope="module")
def a_case():
    with open_office() as office:
        office.applies()
        office.goes_to("4")
        yield office
