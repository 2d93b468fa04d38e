"""Which methods the sandbox models, and by what; the rest of the Bot API by name."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.methods import about, answering, editing, sending
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.wire import Call

Method = Callable[[EmbeddedTelegram, Call], Any]

MODELLED: dict[str, Method] = {
    "getMe": about.get_me,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendMediaGroup": sending.send_media_group,
    "copyMessage": sending.copy_message,
    "forwardMessage": sending.forward_message,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "unpinAllChatMessages": editing.unpin_all_chat_messages,
    "setMessageReaction": editing.set_message_reaction,
    "answerCallbackQuery": answering.answer_callback_query,
    "getFile": answering.get_file,
    "getChat": about.get_chat,
    "getChatMember": about.get_chat_member,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "setMyName": about.set_my_name,
    "getMyName": about.get_my_name,
    "setMyDescription": about.set_my_description,
    "getMyDescription": about.get_my_description,
    "setMyShortDescription": about.set_my_short_description,
    "getMyShortDescription": about.get_my_short_description,
    "setChatMenuButton": about.set_chat_menu_button,
    "getChatMenuButton": about.get_chat_menu_button,
    "logOut": about.refuse_to_leave,
    "close": about.refuse_to_leave,
}

RECEIVING = ("getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo")
"""Modelled too, but they wait: bot/sandbox/receiving.py."""

COUNTED = frozenset(
    [
        "sendMessage",
        "sendDocument",
        "sendPhoto",
        "sendMediaGroup",
        "copyMessage",
        "forwardMessage",
        "editMessageText",
        "editMessageCaption",
        "editMessageReplyMarkup",
        "editMessageMedia",
    ]
)
"""Methods that spend a chat's send budget. Edits share it (tdlib/td#2592, #3034)."""

PARAMETERS_NOT_MODELLED = [
    "business_connection_id",
    "message_thread_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "message_effect_id",
    "suggested_post_parameters",
    "inline_message_id",
    "rich_message",
]
