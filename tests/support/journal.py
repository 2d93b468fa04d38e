"""Holding every call in a sandbox's journal to the Bot API's own definition."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tests.support.bot_api_check import problems_in_answer, problems_in_request
from tests.support.bot_api_schema import the_schema

BEGINNINGS = {
    400: ("Bad Request: ",),
    401: ("Unauthorized",),
    403: ("Forbidden: ",),
    404: ("Not Found",),
    409: ("Conflict: ",),
    413: ("Request Entity Too Large",),
    429: ("Too Many Requests: retry after ",),
    500: ("Internal Server Error",),
    501: ("Not Implemented: ",),
}


def assert_journal_conforms(
    entries: Iterable[Mapping[str, Any]], *, refused_requests: bool = True
) -> None:
    """Fails with everything that Telegram would not have said, or not have taken.

    A suite that asks wrongly on purpose leaves the requests that were refused out of it.
    """
    found = [
        f"#{entry['n']} {problem}"
        for entry in entries
        for problem in _problems(entry, refused_requests=refused_requests)
    ]
    assert not found, "\n".join(["the journal does not conform:", *found])


def _problems(entry: Mapping[str, Any], *, refused_requests: bool) -> Iterator[str]:
    method, answer = entry["method"], entry["answer"]
    taken = bool(answer) and answer.get("ok") is True
    if taken or refused_requests:
        yield from problems_in_request(method, _pointed_at(entry["params"]))
    if not answer:
        return
    if taken:
        yield from _problems_in_taken(method, entry["status"], answer)
    else:
        yield from _problems_in_refusal(method, entry["status"], answer)


def _pointed_at(params: Mapping[str, Any]) -> dict[str, Any]:
    """The request without the parts that only carry a file `attach://` points at."""
    pointed = set(re.findall(r"attach://([\w-]+)", " ".join(map(str, params.values()))))
    return {name: value for name, value in params.items() if name not in pointed}


def _problems_in_taken(method: str, status: int, answer: Mapping[str, Any]) -> Iterator[str]:
    if status != 200:
        yield f"{method}: ok with status {status}"
    if answer.keys() - {"ok", "result", "description"} or "result" not in answer:
        yield f"{method}: an ok answer of {sorted(answer)}"
    canonical = {name.lower(): name for name in the_schema().methods}
    yield from problems_in_answer(canonical[method.lower()], answer.get("result"))


def _problems_in_refusal(method: str, status: int, answer: Mapping[str, Any]) -> Iterator[str]:
    code, description = answer.get("error_code"), answer.get("description", "")
    if code != status or answer.get("ok") is not False:
        yield f"{method}: a refusal of status {status} that says {code}"
    if answer.keys() - {"ok", "error_code", "description", "parameters"}:
        yield f"{method}: a refusal of {sorted(answer)}"
    if not description.startswith(BEGINNINGS.get(status, ())):
        yield f"{method}: {status} in the words {description!r}"
    parameters = answer.get("parameters", {})
    if (code == 429) != ("retry_after" in parameters):
        yield f"{method}: {status} with the parameters {parameters}"
    if code == 429 and not description.endswith(f" {parameters.get('retry_after')}"):
        yield f"{method}: {description!r} with the parameters {parameters}"
