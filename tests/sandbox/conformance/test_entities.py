"""HTML in, entities out: offsets in UTF-16 units, complaints in UTF-8 bytes."""

import pytest

from tests.support.clients import Refused, updates

MARKED = {
    "nested": (
        "<b>tebal <i>dan miring</i></b>",
        "tebal dan miring",
        [("bold", 0, 6), ("bold", 6, 10), ("italic", 6, 10)],
    ),
    "nested the other way": ("<i><b>a</b></i>", "a", [("bold", 0, 1), ("italic", 0, 1)]),
    "the same twice": ("<b>a<b>b</b></b>", "ab", [("bold", 0, 2)]),
    "the same side by side": ("<b>a</b><b>b</b>", "ab", [("bold", 0, 2)]),
    "around code": (
        "<b>a<code>b</code>c</b>",
        "abc",
        [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)],
    ),
    "around a link": (
        '<b>a<a href="https://example.go.id/">b</a></b>',
        "ab",
        [("bold", 0, 1), ("text_link", 1, 1), ("bold", 1, 1)],
    ),
    "inside code": ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
    "inside a quotation": (
        "<blockquote>a<b>b</b></blockquote>",
        "ab",
        [("blockquote", 0, 2), ("bold", 1, 1)],
    ),
    "a blank": ("a<b> </b>b", "a b", []),
    "blanks around": ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
    "a carriage return and a tab": ("a\r\n<b>\tb</b>", "a\n b", [("bold", 3, 1)]),
    "side by side": ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
    "other names of the same": (
        "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
        "abcd",
        [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)],
    ),
    "after an emoji": ("👍 <b>ya</b>", "👍 ya", [("bold", 3, 2)]),
    "an emoji inside": ("<i>👨‍👩‍👧 keluarga</i>", "👨‍👩‍👧 keluarga", [("italic", 0, 17)]),
    "right to left": (
        "<b>שלום</b> عالم <i>ok</i>",
        "שלום عالم ok",
        [("bold", 0, 4), ("italic", 10, 2)],
    ),
    "escaped": ("1 &lt; 2 &amp;&quot;&gt; <b>&#128077;</b>", '1 < 2 &"> 👍', [("bold", 10, 2)]),
    "a spoiler": ("<tg-spoiler>NIK</tg-spoiler>", "NIK", [("spoiler", 0, 3)]),
    "a spoiler as a span": ('<span class="tg-spoiler">NIK</span>', "NIK", [("spoiler", 0, 3)]),
    "a quotation": ("<blockquote>Pasal 1</blockquote>", "Pasal 1", [("blockquote", 0, 7)]),
    "a folded quotation": (
        "<blockquote expandable>Pasal 1</blockquote>",
        "Pasal 1",
        [("expandable_blockquote", 0, 7)],
    ),
    "code": ("<code>REG-1</code>", "REG-1", [("code", 0, 5)]),
    "an empty tag": ("a<b></b>c", "ac", []),
}  # fmt: skip


def spans(message):
    return [(each["type"], each["offset"], each["length"]) for each in message.get("entities", [])]


@pytest.mark.parametrize("kind", MARKED)
async def test_marked_text_becomes_entities(client, rina, kind):
    source, text, expected = MARKED[kind]
    sent = await client.call("sendMessage", chat_id=rina.id, text=source, parse_mode="HTML")
    assert sent["text"] == text
    assert spans(sent) == expected


async def test_a_link_keeps_its_address(client, rina):
    text = '<a href="https://example.go.id/?a=1&amp;b=2">situs</a>'
    sent = await client.call("sendMessage", chat_id=rina.id, text=text, parse_mode="HTML")
    [link] = sent["entities"]
    assert (link["type"], link["url"]) == ("text_link", "https://example.go.id/?a=1&b=2")


async def test_a_programs_language_is_kept(client, rina):
    text = '<pre><code class="language-python">x = 1</code></pre>'
    sent = await client.call("sendMessage", chat_id=rina.id, text=text, parse_mode="HTML")
    [pre] = sent["entities"]
    assert (pre["type"], pre["language"]) == ("pre", "python")


async def test_a_moment_is_an_entity_of_its_own(client, rina):
    text = 'Batas: <tg-time unix="1795179600" format="wDT">Jumat</tg-time>'
    sent = await client.call("sendMessage", chat_id=rina.id, text=text, parse_mode="HTML")
    [moment] = sent["entities"]
    assert (moment["type"], moment["offset"], moment["length"]) == ("date_time", 7, 5)
    assert (moment["unix_time"], moment["date_time_format"]) == (1795179600, "wDT")


async def test_entities_that_overlap_are_cut(client, rina):
    """tdlib, MessageEntity.cpp, fix_entities."""
    bold = {"type": "bold", "offset": 0, "length": 4}
    italic = {"type": "italic", "offset": 2, "length": 4}
    sent = await client.call("sendMessage", chat_id=rina.id, text="abcdef", entities=[italic, bold])
    assert spans(sent) == [("bold", 0, 2), ("italic", 2, 4), ("bold", 2, 2)]


async def test_entities_may_be_given_instead_of_tags(client, rina):
    bold = {"type": "bold", "offset": 3, "length": 2}
    sent = await client.call("sendMessage", chat_id=rina.id, text="👍 ya", entities=[bold])
    assert spans(sent) == [("bold", 3, 2)]


async def test_what_a_person_types_as_a_command_is_marked_as_one(client, rina):
    await rina.writes("/bantuan tolong")
    [update] = await updates(client)
    assert spans(update["message"]) == [("bot_command", 0, 8)]


async def test_the_phone_shows_marks_and_never_raw_tags(client, rina):
    text = "<b>A &lt;script&gt;</b>"
    await client.call("sendMessage", chat_id=rina.id, text=text, parse_mode="HTML")
    await rina.writes("<script>alert(1)</script>")
    sent, typed = (await rina.messages())[-2:]
    assert sent["html"] == "<b>A &lt;script&gt;</b>"
    assert "<script" not in typed["html"]


# tdlib, MessageEntity.cpp line 3347-3559
COMPLAINTS = {
    'Unsupported start tag "x" at byte offset 4': "👍<x>a</x>",
    "Unclosed start tag at byte offset 0": "<b",
    "Unexpected end tag at byte offset 1": "a</b>",
    'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"': "<b>a<i>b</b>c</i>",
    'Can\'t find end tag corresponding to start tag "b"': "<b>tebal",
}


@pytest.mark.parametrize("words", COMPLAINTS)
async def test_broken_html_is_refused_in_telegrams_words(client, rina, words):
    with pytest.raises(Refused) as refused:
        await client.call("sendMessage", chat_id=rina.id, text=COMPLAINTS[words], parse_mode="HTML")
    assert refused.value.code == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"
