"""docs/rights.md, printed from the table of rights: `python -m tests.support.rights_page`."""

from pathlib import Path

from workflow.people import Relation
from workflow.rights import RIGHTS, Act, State

PAGE = Path(__file__).parents[2] / "docs" / "rights.md"
ACTS = {
    Act.SEE: "see the card of the step",
    Act.RECEIVE: "receive the file by opening it",
    Act.READ: "open its files, letters, sheets",
    Act.READ_NUMBERS: "see NIK and KK numbers whole",
    Act.FILL: "fill in the form of the step",
    Act.DECIDE: "decide: forward, back, refuse",
    Act.SET_MARK: "have the signature or seal set",
    Act.TAKE: "take the file over",
    Act.REMIND: "remind whoever has it",
    Act.GIVE: "give it to a colleague",
    Act.NAME: "open it to another person",
    Act.KARTU_KENDALI: "look at the kartu kendali",
    Act.FIND: "find it by /cari",
    Act.FOLLOW: "follow the case as one's own",
    Act.FETCH: "have the applicant's own papers and files sent again",
    Act.UNLINK: "part a case from the phone that follows it",
    Act.TAKE_BACK: "take one's own decision back",
    Act.HOLD: "put it on hold",
    Act.AGREE: "agree that the limit waits for a hold in own words",
    Act.LIFT: "go on with a file that is on hold",
    Act.ASK: "ask the applicant, while the file stays",
    Act.UNASK: "withdraw that question",
    Act.ANSWER: "answer it",
    Act.CONSULT: "ask another jabatan for its opinion",
    Act.ADVISE: "give the opinion that one's jabatan was asked for",
    Act.ENQUIRE: "ask the office about it",
    Act.REPLY: "answer that as the jabatan that was asked",
    Act.CORRECT: "have a delivered answer corrected",
    Act.WITHDRAW: "withdraw the request",
    Act.RATE: "answer the satisfaction survey",
    Act.REOPEN: "take up again a request that lapsed",
}
RELATIONS = {
    Relation.APPLICANT: "asked for it",
    Relation.HOLDER: "sits where it lies, and nobody else has it",
    Relation.COLLEAGUE: "sits where it lies, and a colleague has it",
    Relation.BARRED: "sits where it lies, but asked for it, or set the paraf to what is signed",
    Relation.UNGRANTED: "sits where files are seen by grant, and has none for this one",
    Relation.HELPER: "sits where the form of this step may be filled in",
    Relation.LANE: "sits elsewhere on its way",
    Relation.DID: "did this very step",
    Relation.DECIDED: "did this very step, and still sits where it lay",
    Relation.ACTED: "did one of its steps, and is in office",
    Relation.GRANTER: "opens the file to one person of the lane where it lies",
    Relation.SUPERIOR: "hears of delays where it lies",
    Relation.ABOVE: "hears of delays elsewhere on its way",
    Relation.COUNTER: "sits at the desk of its SOP",
    Relation.PROXY: "sits at the desk of its SOP, and the applicant has no Telegram",
    Relation.ADVISER: "of a consultation: sits in the jabatan that is asked",
    Relation.AUDITOR: "looks at the whole house, as the office file says",
    Relation.ADMINISTRATOR: "administers the bot",
    Relation.STRANGER: "none of these",
}
_STATES = {State.OPEN: "o", State.SIGNING: "s", State.DONE: "d"}


def page():
    """The whole page, as it must stand in docs/."""
    head = "| | " + " | ".join(f"`{one.value}`" for one in Act) + " |"
    rule = "|---|" + "---|" * len(Act)
    rows = [
        f"| `{one.value}` | " + " | ".join(_cell(act, one) for act in Act) + " |"
        for one in Relation
    ]
    return "\n".join(
        [
            "# Who may do what",
            "",
            "Printed from the table in `workflow/rights.py` by",
            "`python -m tests.support.rights_page`; a test compares.",
            "A person may be several things to a file, and may do what any of them may.",
            "The letters are the states of the task that the file lies in:",
            "**o** open, **s** a signature or seal is being set, **d** done.",
            "Every right is asked again when the deed is done.",
            "",
            head,
            rule,
            *rows,
            "",
            "## What somebody is to a file",
            "",
            *(f"- `{one.value}`: {RELATIONS[one]}" for one in Relation),
            "",
            "## What can be done with it",
            "",
            *(f"- `{act.value}`: {ACTS[act]}" for act in Act),
            "",
        ]
    )


def _cell(act, relation):
    states = RIGHTS[act].get(relation, frozenset())
    return "".join(letter for state, letter in _STATES.items() if state in states) or "·"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
