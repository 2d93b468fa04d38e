"""Whatever people write or an SOP contains, Telegram takes every card."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from messages.cards.administrator import office_card
from messages.cards.case import case_card, cases_card
from messages.cards.days import days_card
from messages.cards.form import form_card
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.mandate import mandate_card
from messages.cards.posts import ending_card, post_card, posts_card
from messages.cards.queue import alarms_card, queue_card
from messages.cards.supervisor import giving_card, overview_card
from messages.cards.task import task_card
from messages.cards.welcome import privacy_card, welcome_card
from messages.localizer import LANGUAGES, localizer_for
from tests.support import views
from workflow.case import CaseState, Defect
from workflow.ids import DraftId, JabatanId, ProcedureId, ServiceId, TaskId
from workflow.mandate import DayChoice, Hint, Mandate
from workflow.people import Acting
from workflow.views.form import OpenDraft
from workflow.views.mandate import CandidateLine
from workflow.views.office import SopLine
from workflow.views.posts import PostLine
from workflow.views.supervisor import ColleagueLine
from workflow.views.task import Choice, Face, Fact, FileLine, MarkLine, Mode
from workflow.views.welcome import Offer

WORDS = {
    "markup": "<b>Tebal & miring</i> " * 48,
    "arabic": "محمد عبد الله " * 70,
    "emoji": "👨‍👩‍👧‍👦😀" * 120,
    "one word": "w" * 1000,
    "quotation marks": '"' * 1000,
    "lines": "satu\ndua\n\n" * 100,
}
LARGEST = 10**12


def long_cards(long, say):
    """Every card with long values in every place where an office or a person writes."""
    name, title, short = long[:200], long[:60], long[:40]
    facts = tuple(Fact(title=title, value=long) for _ in range(25))
    marks = tuple(MarkLine(title=title, defect=Defect.WRONG) for _ in range(95))
    choices = tuple(
        Choice(outcome="o" * 16, label=long[:32], way=choice.way, confirm=True, reasons=(name,) * 6)
        for choice in (views.LENGKAP, views.KEMBALIKAN, views.TOLAK)
    )
    head = {
        "task_id": TaskId(LARGEST),
        "procedure_title": long[:160],
        "step_short": short,
        "subject": long,
        "letter": title,
    }
    task = {
        **head,
        "facts": facts,
        "files": tuple(FileLine(file_id=n, title=title, name=name) for n in range(30)),
        "trail": tuple(views.a_trail(title=title, note=long) for _ in range(20)),
        "because": long,
        "because_marks": marks,
        "choices": choices,
        "instructions": (long[:120],) * 6,
        "holder": name,
    }
    done = {"done_note": long, "done_by": name, "done_as": title, "done_marks": marks}
    yield task_card(views.a_task_view(**task), say)
    yield task_card(views.a_task_view(**task, mine=False), say)
    yield task_card(views.a_done_task_view(**head, **done), say)
    for face in (Face.MARKS, Face.REASONS, Face.WRITING, Face.SURE):
        mode = Mode(face=face, outcome="o" * 16, note=long)
        yield task_card(views.a_task_view(**task, marks=marks, mode=mode), say)
    form = {
        "draft_id": DraftId(LARGEST),
        "procedure_title": long[:160],
        "ask": long[:400],
        "title": title,
        "example": name,
    }
    yield form_card(
        views.a_form_view(**form, choices=(title,) * 20, answer=long, why=long, kind="choice"), say
    )
    yield form_card(views.a_slot_view(**form, files=(name,) * 30, why=long), say)
    yield form_card(views.a_review_view(lines=facts * 4, missing=(title,) * 20), say)
    yield form_card(views.a_review_view(procedure_title=long[:160], lines=facts), say)
    yield form_card(views.a_form_view(**form, cancelling=True), say)
    offer = Offer(
        procedure_id=ProcedureId("p" * 32),
        service=ServiceId("s" * 16),
        title=long[:160],
        intro=long[:400],
    )
    yield welcome_card(
        views.a_welcome_view(
            office=name,
            name=long,
            offers=(offer,) * 60,
            jabatan=(long[:80],) * 5,
            open_draft=OpenDraft(title=long[:160], number="PDK-2026-00001"),
        ),
        say,
    )
    yield privacy_card(views.a_privacy_view(text=long * 2, office=name), say)
    accepted_on = date(2026, 11, 23)
    yield privacy_card(
        views.a_privacy_view(text=long * 2, office=name, accepted_on=accepted_on), say
    )
    case = {"title": long[:160], "subject": long, "lane_title": long[:80], "step_short": short}
    yield case_card(views.a_case_view(**case), say)
    yield case_card(
        views.a_returned_case_view(title=long[:160], subject=long, reason=long, marks=marks), say
    )
    yield case_card(
        views.a_case_view(**case, state=CaseState.REFUSED, ended_at=views.MONDAY, reason=long), say
    )
    line = views.a_case_line(title=long[:160], lane_title=long[:80])
    yield cases_card(views.a_cases_view(lines=(line,) * 30), say)
    queued = views.a_queue_line(task_id=TaskId(LARGEST), subject=long, step_short=short)
    watched = views.a_watched_line(
        task_id=TaskId(LARGEST), subject=long, holder=long, jabatan=long[:80], step_short=short
    )
    yield queue_card(views.a_queue_view(lines=(queued,) * 12), say)
    yield alarms_card(views.an_alarms_view(due=(queued,) * 15, overdue=(watched,) * 15), say)
    watched = replace(watched, givable=True)
    yield overview_card(
        views.an_overview_view(lines=(watched,) * 6, first=10**6, page=5, pages=90), say
    )
    colleague = ColleagueLine(person_id=LARGEST, name=name, files=LARGEST)
    yield giving_card(
        views.a_giving_view(line=watched, colleagues=(colleague,) * 6, page=5, pages=90), say
    )
    post = PostLine(jabatan=JabatanId("j" * 40), title=long[:80], holders=(), invited=False)
    yield office_card(
        views.an_office_view(
            vacant=(post,) * 60,
            procedures=(SopLine(procedure_id="a" * 32, title=long[:160], version=3),) * 30,
            lanes_unheld=(long[:120],) * 60,
            next_closures=(("2026-12-25", name, True),) * 9,
            parked=3,
        ),
        say,
    )
    held = PostLine(jabatan=JabatanId("k"), title=long[:80], holders=(name,) * 9, invited=False)
    yield posts_card(views.a_posts_view(lines=(post, held) * 4), say)
    holder = views.a_holder_line(id=LARGEST, name=name, acting=Acting.PLH, sk=long[:60])
    link = views.a_holder_line(id=LARGEST, name=name, expires_at=views.MONDAY)
    yield post_card(
        views.a_post_view(
            jabatan=JabatanId("j" * 40), title=long[:80], lines=(holder, link) * 4, pages=10, page=5
        ),
        say,
    )
    yield ending_card(views.an_ending_view(name=name, title=long[:80]), say)
    for mandate in half_drawn_mandates(name):
        yield mandate_card(
            views.a_mandate_view(
                mandate,
                jabatan=JabatanId("j" * 40),
                title=long[:80],
                holders=(name,) * 9,
                candidates=(CandidateLine(person_id=LARGEST, name=name, title=long[:80]),) * 8,
                days=(DayChoice(on=date(2026, 11, 23)),) * 4,
                hints=tuple(Hint),
                page=1,
                pages=9,
            ),
            say,
        )
    day = views.a_day_line(name=long[:80], own=LARGEST, estimated=True)
    yield days_card(views.a_days_view(lines=(day,) * 8, seasons=(day,) * 6, pages=9), say)
    entry = views.an_entry(note=long, handed_over_by=name, received_by=name)
    marks = (MarkLine(title=long, defect=Defect.WRONG),) * 40
    line = views.a_kartu_line(entry, lane_title=long[:80], limit_words=long, marks=marks)
    rows = (line,) * 60
    yield kartu_kendali_card(
        views.a_kartu_kendali_view(rows=rows, title=long[:160], subject=long), say
    )


def half_drawn_mandates(name):
    """A mandate at each of its questions."""
    mandate = Mandate(jabatan=JabatanId("j" * 40))
    steps = (
        {"acting": Acting.PLH},
        {"by_link": True},
        {"name": name},
        {"first_on": date(2026, 11, 23)},
        {"last_on": date(2026, 12, 4)},
        {"sk": name[:60]},
    )
    yield mandate
    for step in steps:
        mandate = replace(mandate, **step)
        yield mandate


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", WORDS)
def test_telegram_takes_every_card_however_long_its_values(words, language):
    say = localizer_for(language, ZoneInfo("Asia/Jakarta"))

    for card in long_cards(WORDS[words], say):
        views.ensure_sendable(card)
