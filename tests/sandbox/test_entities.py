"""Marked text: what Telegram makes of it, what it complains of, and what a page may show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import Formatted, parse, plain
from bot.sandbox.html_parser import HtmlError, parse_html
from bot.sandbox.refusals import CallRefused
from bot.sandbox.showing_text import as_html


def shown(raw):
    formatted = parse(raw, "HTML")
    return as_html(formatted.text, formatted.entities)


@pytest.mark.parametrize(
    ("raw", "text", "entities"),
    [
        ("<b>Surat</b> 81", "Surat 81", [("bold", 0, 5)]),
        ("<B>Surat</b>", "Surat", [("bold", 0, 5)]),
        ("<b>a <i>b</i></b>", "a b", [("bold", 0, 2), ("bold", 2, 1), ("italic", 2, 1)]),
        ("🙂 <u>é</u>", "🙂 é", [("underline", 3, 1)]),
        ("a &lt; b &amp;&amp; c &#x41; &#66; &nbsp;", "a < b && c A B &nbsp;", []),
        ("<s></s>kosong", "kosong", []),
        ("<code><b>x</b></code>", "x", [("code", 0, 1)]),
        ("  <b> tepi </b>  ", "tepi", [("bold", 0, 4)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<a href=''>https://a.id/x</a>", "https://a.id/x", [("text_link", 0, 14)]),
        ('<a href="bukan alamat">a</a>', "a", []),
        ("<b>a</>", "a", [("bold", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(raw, text, entities):
    formatted = parse(raw, "HTML")
    assert formatted.text == text
    found = [(each["type"], each["offset"], each["length"]) for each in formatted.entities]
    assert found == entities


def test_a_code_block_keeps_its_language():
    formatted = parse('<pre><code class="language-python">x = 1</code></pre>', "HTML")
    assert formatted.entities == ({"type": "pre", "offset": 0, "length": 5, "language": "python"},)


def test_a_moment_keeps_its_time_and_form():
    formatted = parse('<tg-time unix="1795179600" format="wDT">Senin</tg-time>', "HTML")
    assert formatted.entities == (
        {
            "type": "date_time",
            "offset": 0,
            "length": 5,
            "unix_time": 1795179600,
            "date_time_format": "wDT",
        },
    )


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ("é <x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<a href>a</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=a/b>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_complained_of_in_telegrams_words(raw, complaint):
    with pytest.raises(CallRefused) as refused:
        parse(raw, "HTML")
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_a_parse_mode_nobody_knows():
    with pytest.raises(CallRefused, match="Bad Request: unsupported parse_mode"):
        parse("a", "BBCode")


def test_markdown_is_refused_by_name():
    with pytest.raises(CallRefused) as refused:
        parse("*a*", "MarkdownV2")
    assert refused.value.code == 501
    assert "parse_mode MarkdownV2" in refused.value.description


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/tugas", [("bot_command", 0, 6)]),
        ("/start surat-81", [("bot_command", 0, 6)]),
        ("ketik /tugas, lalu pilih", [("bot_command", 6, 6)]),
        ("10/11/2026", []),
        ("lihat https://a.go.id/b?c=1.", [("url", 6, 21)]),
        ("tulis ke dinas@kota.go.id", [("email", 9, 16)]),
        ("oleh @rina_w dan #surat", [("mention", 5, 7), ("hashtag", 17, 6)]),
        ("#81", []),
    ],
)
def test_what_a_person_types_is_looked_through(text, entities):
    found = [(each["type"], each["offset"], each["length"]) for each in plain(text).entities]
    assert found == entities


def test_what_is_shown_is_escaped():
    assert shown("a &lt;script&gt; b\n<b>c &amp; d</b>") == (
        "a &lt;script&gt; b<br><b>c &amp; d</b>"
    )


def test_a_link_is_shown_only_when_it_leads_to_the_web():
    assert 'href="https://a.id/"' in shown('<a href="https://a.id">a</a>')
    assert shown('<a href="javascript:alert(1)">a</a>') == "a"
    assert shown('<a href="tg://user?id=1">a</a>') == "a"


def test_a_link_cannot_leave_its_quotes():
    entity = {"type": "text_link", "offset": 0, "length": 1, "url": 'https://a.id/"onclick="x'}
    assert '"onclick' not in as_html("a", [entity])


def test_entities_that_cross_are_clipped():
    crossing = [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 2, "length": 4},
    ]
    assert as_html("abcdef", crossing) == "<b>ab<i>cd</i></b>ef"


@given(st.text())
def test_text_without_marks_is_never_changed(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert parse_html(escaped) == (text, [])


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "a", "🙂", "&lt;", "<", "&#1;", " "]))
)
def test_every_text_is_either_parsed_or_complained_of(parts):
    try:
        text, entities = parse_html("".join(parts))
    except HtmlError:
        return
    end = len(text.encode("utf-16-le")) // 2
    assert all(0 <= each["offset"] < each["offset"] + each["length"] <= end for each in entities)


@given(st.text(), st.integers(0, 8), st.integers(1, 8))
def test_a_page_never_gets_an_open_tag(text, offset, length):
    formatted = Formatted(
        text=text,
        entities=(
            {"type": "bold", "offset": offset, "length": length},
            {"type": "italic", "offset": offset + 1, "length": length},
        ),
    )
    html = as_html(formatted.text, formatted.entities)
    assert html.count("<b>") == html.count("</b>")
    assert html.count("<i>") == html.count("</i>")
