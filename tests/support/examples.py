"""How long a test looks: in `make test` as long as it must, in `make soak` as long as it can."""

import os

SOAKING = "SOAK" in os.environ
# A soak tries so many times as many examples of each law.
MORE = 20


def examples(few: int) -> int:
    return few * MORE if SOAKING else few
