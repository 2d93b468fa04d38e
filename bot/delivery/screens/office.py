"""What the administrator sees: jabatan, mandates, days. All of it is one screen."""

from bot.delivery.screens.rows import CardScreen
from messages.cards.administrator import office_card
from messages.cards.days import days_card
from messages.cards.mandate import mandate_card
from messages.cards.posts import ending_card, post_card, posts_card
from storage.reading import days, office, posts
from workflow.ids import JabatanId
from workflow.office_intents import (
    ShowDays,
    ShowEnding,
    ShowMandate,
    ShowOffice,
    ShowPost,
    ShowPosts,
)
from workflow.screen_names import ScreenName


def _office(intent: object) -> str:
    return ScreenName.OFFICE


ROWS = (
    CardScreen(
        intent=ShowOffice,
        name=_office,
        reads=lambda look, one: office.office_view(look.work, now=look.now),
        draws=office_card,
    ),
    CardScreen(
        intent=ShowPosts,
        name=_office,
        reads=lambda look, one: posts.posts_view(look.work, one.page, now=look.now),
        draws=posts_card,
    ),
    CardScreen(
        intent=ShowPost,
        name=_office,
        reads=lambda look, one: posts.post_view(
            look.work, JabatanId(one.jabatan), one.page, now=look.now
        ),
        draws=post_card,
    ),
    CardScreen(
        intent=ShowEnding,
        name=_office,
        reads=lambda look, one: posts.ending_view(look.work, one.appointment_id, now=look.now),
        draws=ending_card,
    ),
    CardScreen(
        intent=ShowMandate,
        name=_office,
        reads=lambda look, one: posts.mandate_view(
            look.work, look.person_id, one.page, now=look.now
        ),
        draws=mandate_card,
    ),
    CardScreen(
        intent=ShowDays,
        name=_office,
        reads=lambda look, one: days.days_view(look.work, one.page, now=look.now),
        draws=days_card,
    ),
)
