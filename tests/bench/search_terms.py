"""Search terms of books that have grown, and what is looked for among them.

Thirty-two terms a case; one of a real office has some fifty.
"""

from storage.reading.found import found_view
from storage.term_key import TermKey
from workflow.intents import ShowFound
from workflow.screen_names import ScreenName
from workflow.search_terms import TermKind, terms_of_text
from workflow.views.task import Face, Mode

KEY = TermKey(bytes(32))
# Every so many cases bear a word: an agency that all of them name, a few subjects, many names.
SUBJECTS = ("Kesehatan", "Pendidikan", "Sosial", "Perhubungan", "Tenaga Kerja")
FIRST = (
    *("Rina", "Budi", "Siti", "Agus", "Dewi", "Joko", "Sri", "Eko", "Tri", "Wati", "Nur", "Adi"),
    *("Yuli", "Rudi", "Lestari", "Hendra"),
)
LAST = (
    *("Wulan", "Santo", "Kusuma", "Sapu", "Hida", "Pra", "Seti", "Guna", "Maha", "Nugro", "Rama"),
    *("Susi", "Wija", "Puspa", "Har"),
)
ENDINGS = (
    *("wati", "sari", "ningsih", "yanto", "yono", "wan", "to", "no", "di", "na", "tha", "putra"),
    *("dewi", "tama", "dinata", "wardana"),
)
# Who looks for what: an officer of the lane, an applicant whose are all of the cases.
SEARCHES = {
    "/cari, a name": (7, "Rinasari Wulanwan"),
    "/cari, a name misspelt": (7, "Renasari Wulenwan"),
    "/cari, one of every five": (7, "dinas kesehatan"),
    "/cari, the beginning of many": (7, "ri wu"),
    "/cari, a number": (7, "00777"),
    "/cari, open ones": (7, "terbuka"),
    "/cari, two common words never together": (7, "kesehatan pendidikan"),
    "/cari, one of the oldest pages": (7, "dinas kesehatan november 2026", 1200),
    "/cari of an applicant, a name": (301, "Rinasari Wulanwan"),
    "/cari of an applicant, common words": (301, "dinas kesehatan"),
}


def searching(person_id, text, older=None):
    """What is done in the books for one search."""

    def search(work):
        work.cards.turn(ScreenName.FOUND, person_id, Mode(face=Face.FOUND, note=text))
        found_view(work, person_id, ShowFound(older=older))

    return search


def _words():
    """Each word with every how many cases it stands in, and from which on."""
    yield "Dinas", 1, 0
    yield from ((one, len(SUBJECTS), place) for place, one in enumerate(SUBJECTS))
    firsts = [f"{one}{ending}" for one in FIRST for ending in ("", *ENDINGS)]
    yield from ((one, len(firsts), place) for place, one in enumerate(firsts))
    lasts = [f"{one}{ending}{last}" for one in LAST for ending in ENDINGS for last in ("", "a")]
    yield from ((one, len(lasts), place) for place, one in enumerate(lasts))


def _terms(procedure_id):
    """Each hash with every how many cases it belongs to, and from which on."""
    whole = (TermKind.SERVICE.term(), TermKind.YEAR.term("2026"), TermKind.MONTH.term("2026-11"))
    found = {(one, 1, 0) for one in whole}
    for word, every, first in _words():
        found |= {(term, every, first) for term in terms_of_text(word)}
    return sorted((KEY.hash_of(procedure_id, term), every, first) for term, every, first in found)


def fill(connection, turns, cases, procedure_id):
    """In the order of the index, each number with a term of its own; *turns* counts the cases."""
    said = connection.exec_driver_sql
    on_postgresql = connection.dialect.name == "postgresql"
    mark = "%s" if on_postgresql else "?"
    if on_postgresql:
        said("SET session_replication_role = replica")  # all cases are there
    said("DROP INDEX ix_search_terms_case")
    said("CREATE TEMP TABLE vocabulary (hash BIGINT, every BIGINT, starts BIGINT)")
    said("CREATE TEMP TABLE turns (i BIGINT PRIMARY KEY)")
    said(f"INSERT INTO turns {turns}")
    said(f"INSERT INTO vocabulary VALUES ({mark}, {mark}, {mark})", _terms(procedure_id))
    said(
        "INSERT INTO search_terms (hash, case_id)"
        " SELECT v.hash, v.starts + 1 + (t.i - 1) * v.every FROM vocabulary AS v"
        f" JOIN turns AS t ON t.i <= 1 + ({cases} - 1 - v.starts) / v.every"
        " ORDER BY 1, 2 ON CONFLICT DO NOTHING"
    )
    of_numbers = (
        (KEY.hash_of(procedure_id, TermKind.NUMBER.term(str(one))), one)
        for one in range(1, cases + 1)
    )
    said(
        f"INSERT INTO search_terms VALUES ({mark}, {mark}) ON CONFLICT DO NOTHING",
        sorted(of_numbers),
    )
    said("CREATE INDEX ix_search_terms_case ON search_terms (case_id)")
    said("UPDATE cases SET found_by = 1")
    if on_postgresql:
        said("SET session_replication_role = DEFAULT")
