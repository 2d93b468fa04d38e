"""What the person a request belongs to knows, and the paper in their hand does not say."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass

from workflow.forms import AnswerKind, Question
from workflow.ids import ServiceId
from workflow.procedure import Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """Some digits of what was told at the counter."""

    digits: str
    of_nik: bool


def secret_of(
    procedure: Procedure, service: ServiceId | None, answers: Mapping[str, str]
) -> Secret | None:
    """The middle of the NIK, whose ends a resi shows; else the end of the telephone number.

    Nothing where the form asks for neither: then no resi links anybody.
    """
    asked = [one for one in procedure.items_of(service) if isinstance(one, Question)]
    for kind in (AnswerKind.NIK, AnswerKind.PHONE):
        for one in asked:
            digits = re.sub(r"[^0-9]", "", answers.get(one.id, ""))
            if one.kind is kind and len(digits) >= 8:
                of_nik = kind is AnswerKind.NIK
                return Secret(digits=digits[6:12] if of_nik else digits[-4:], of_nik=of_nik)
    return None


def fits(secret: Secret, text: str) -> bool:
    """Whether these are the digits; whoever writes the number whole has them too."""
    told = re.sub(r"[^0-9]", "", text)
    if secret.of_nik and len(told) == 16:
        told = told[6:12]
    elif not secret.of_nik and len(told) > len(secret.digits):
        told = told[-len(secret.digits) :]
    return hmac.compare_digest(told.encode(), secret.digits.encode())
