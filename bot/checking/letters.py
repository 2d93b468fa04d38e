"""Signatures of the office's own letters: there, and on what was signed."""

import random
from collections.abc import Iterator

from sqlalchemy import Engine

from bot.checking.report import Progress, Report
from bot.signing.pkcs12 import Pkcs12Signer
from storage.checking.files import SignedLetter, count_of_signed, page_of_signed
from storage.vault import Vault
from workflow.errors import FileDamaged
from workflow.flaws import Flaw, FlawKind

PART = "letters"


def check_letters(
    engine: Engine, vault: Vault, signer: Pkcs12Signer, report: Report, told: Progress, *, most: int
) -> None:
    """Look into up to *most* letters, chosen at random where there are more."""
    with engine.connect() as connection:
        total = count_of_signed(connection)
    share = 1.0 if total <= most else most / total
    report.there[PART] = total
    after, seen = 0, 0
    while True:
        with engine.connect() as connection:
            page = page_of_signed(connection, after)
        if not page:
            return
        after = page[-1].id
        for letter in page:
            seen += 1
            if random.random() < share:  # noqa: S311  # a sample, no secret
                report.looked[PART] += 1
                report.add(_of_letter(vault, signer, letter))
            told(PART, seen, total)


def _of_letter(vault: Vault, signer: Pkcs12Signer, letter: SignedLetter) -> Iterator[Flaw]:
    try:
        checks = signer.check(vault.get(letter.digest))
    except FileDamaged:
        return  # said of the file
    facts: dict[str, str | int] = {"number": letter.number, "paper": letter.paper}
    if not checks:
        yield Flaw(FlawKind.SIGNATURE_LACKING, facts)
    elif not all(one.intact for one in checks) or not any(one.covers_whole_file for one in checks):
        yield Flaw(FlawKind.SIGNATURE_BROKEN, facts)
