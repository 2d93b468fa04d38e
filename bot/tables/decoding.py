"""The bytes of a text → its letters, in whichever of three ways a spreadsheet has saved it."""

import codecs
import re

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What no text holds: control signs other than tab, line ends and the page break.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def decoded(content: bytes) -> str | None:
    """The text of a CSV or pasted table; None for what is no text.

    UTF-8, UTF-16 with its mark ("Unicode Text" of Excel) and Windows-1252 (its plain "CSV") are
    told apart by the bytes; a sign that the code page does not know becomes "�".
    """
    if content.startswith(_UTF_16):
        if len(content) % 2:
            return None
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    return None if _NO_TEXT.search(text) else text
