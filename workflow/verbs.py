"""What can be done with a file beside handing it on, behind *Lainnya* on its card."""

from enum import StrEnum


class Verb(StrEnum):
    """In the order in which a card offers them."""

    LIFT = "lift"  # go on with what was on hold
    HOLD = "hold"
    ASK = "ask"  # the applicant, while the file stays
    UNASK = "drop"  # no answer is needed any more
    CONSULT = "opin"  # ask another jabatan
    GIVE = "give"  # to a colleague of the same desk
