"""The five documents as they are: what the import reads equals the SOP, or is asked.

A row below is the SOP as it was restored by hand: number, lane, kind, limit, where the work
goes (`<` a return, `x` a refusal). `open` are the questions that the import leaves.
"""

import pytest

from tests.support.importing import imported, seed
from workflow.importing.steps import UNKNOWN
from workflow.parsing import parse_procedure

SOPS = {
    "000 1": """
        1  | SKPD Pemohon             | submit      | 5 menit  | 2
        2  | Petugas Pengadministrasi | verify      | 15 menit | 3 <1
        3  | Kepala Dinas             | disposisi   | 5 menit  | 4
        4  | Kepala Bidang BDI        | disposisi   | 10 menit | 5
        5  | Kepala Seksi             | disposisi   | 10 menit | 6
        6  | Pengelola Data           | process     | 60 menit | 7
        7  | Kepala Seksi             | paraf       | 15 menit | 8 <6
        8  | Kepala Bidang BDI        | paraf       | 5 menit  | 9
        9  | Kepala Dinas             | sign        | 5 menit  | 10
        10 | Petugas Pengadministrasi | register    | 5 menit  | 11
        11 | SKPD Pemohon             | acknowledge | 5 menit  |
    """,
    "001 1": """
        1 | Kasi Pengelolaan dan Penyajian Data                   | submit    | 10 menit | 2
        2 | Kabid Pengelolaan Informasi Administrasi Kependudukan | paraf     | 15 menit | 3 <1
        3 | Kabid Pengelolaan Informasi Administrasi Kependudukan | disposisi | 30 menit | 4
        4 | Sekretaris                                            | paraf     | 60 menit | 5 <3
        5 | Kepala Dinas                                          | sign      | 1 hari   | 6
        6 | Kasi Pengelolaan dan Penyajian Data                   | deliver   | -        |
    """,
    "001 2": """
        1 | Staf                                            | submit    | 10 menit | 2
        2 | Kasi Sistem Informasi Administrasi Kependudukan | verify    | 15 menit | 3
        3 | Kepala Bidang                                   | paraf     | 15 menit | 4 <2
        4 | Kepala Dinas                                    | disposisi | 15 menit | 5
        5 | Kasi Sistem Informasi Administrasi Kependudukan | process   | 20 menit | 6
        6 | Kepala Dinas                                    | disposisi | 10 menit | 7
        7 | Staf                                            | process   | -        |
    """,
    "001 3": """
        1 | Staf                                            | submit    | 10 menit | 2
        2 | Kasi Sistem Informasi Administrasi Kependudukan | verify    | 15 menit | 3
        3 | Kepala Bidang                                   | paraf     | 15 menit | 4 <2
        4 | Kepala Dinas                                    | disposisi | 15 menit | 5
        5 | Kasi Sistem Informasi Administrasi Kependudukan | process   | 20 menit | 6
        6 | Kepala Dinas                                    | disposisi | 15 menit |
    """,
    "002 1": """
        1 | Direktur | disposisi | 5 menit  | 2
        2 | Kasubdit | disposisi | 5 menit  | 3
        3 | Kasi     | disposisi | 10 menit | 4
        4 | JFU      | process   | 30 menit | 5
        5 | Kasi     | verify    | 15 menit | 6 <4
        6 | Kasubdit | verify    | 5 menit  | 7 <5
        7 | Direktur | sign      | 5 menit  | 8
        8 | JFU      | deliver   | 20 menit |
    """,
    "003 1": """
        1 | Kepala Dinas                       | disposisi | 1 jam    | 2
        2 | Kabid PIAK                         | appoint   | 2 jam    | 3
        3 | Tim Pengolahan dan Penyajian Data  | process   | 7 hari   | 4
        4 | Kasi Pengolahan dan Penyajian Data | paraf     | 1 jam    | 5 <3
        5 | Kabid PIAK                         | verify    | 30 menit | 6 <4
        6 | Kepala Dinas                       | sign      | 30 menit | 7
        7 | Kabid PIAK                         | disposisi | 30 menit | 8
        8 | Kasi Pengolahan dan Penyajian Data | deliver   | 7 hari   | 9
        9 | Administrasi Database (ADB)        | backup    | 1 jam    |
    """,
    "004 1": """
        1  | FO/Petugas/Pelaksana | verify      | 1 menit | 2
        2  | FO/Petugas/Pelaksana | process     | 1 menit | 3 <0 x
        3  | Kepala Seksi         | paraf       | 5 menit | 4 <3a
        3a | FO/Operator Editor   | process     | -       | 3
        4  | Kepala Bidang Dafduk | paraf       | 5 menit | 5 <3
        5  | Kepala Dinas         | sign        | 5 menit | 6
        6  | Masyarakat/Pemohon   | acknowledge | 1 menit |
    """,
}

# What the seed text does not tell, and the import therefore asks: (row, about).
OPEN = {
    "000 1": [
        *[("", "identity"), ("", "rest"), ("", "lanes"), ("", "form")],
        *[("2", "lane"), ("8", "return"), ("10", "lane")],
    ],
    "001 1": [
        ("", "identity"),
        *[("", "form"), ("1", "lane"), ("2", "lane"), ("2", "return")],
        *[("3", "handover"), ("4", "return")],
    ],
    "001 2": [
        ("", "identity"),
        *[("", "lanes"), ("", "form"), ("1", "lane"), ("2", "lane")],
        *[("2", "return"), ("3", "lane"), ("3", "kind"), ("3", "return"), ("4", "lane")],
        *[("5", "lane"), ("6", "lane"), ("7", "lane")],
    ],
    "001 3": [
        ("", "identity"),
        *[("", "lanes"), ("", "form"), ("1", "lane"), ("2", "lane")],
        *[("2", "return"), ("3", "lane"), ("3", "kind"), ("3", "return"), ("4", "lane")],
        *[("5", "lane"), ("6", "lane")],
    ],
    "002 1": [
        *[("", "identity")] * 3,
        *[("", "lanes"), ("1", "lane"), ("3", "handover")],
        *[("4", "lane"), ("5", "return"), ("6", "kind")],
    ],
    "003 1": [
        *[("", "identity")] * 10,
        *[("5", "return"), ("7", "row"), ("8", "row"), ("9", "row")],
    ],
    "004 1": [("", "lanes"), ("", "lanes"), ("2", "return"), ("3", "return")],
}

# Where the import differs from the SOP, and so must ask: row → fields. All else agrees.
DIFFERS = {
    "000 1": {"2": ["lane"], "10": ["lane"]},
    "001 1": {"1": ["lane"], "2": ["lane"], "4": ["return"]},
    "001 2": {"3": ["kind", "lane"]} | {number: ["lane"] for number in "124567"},
    "001 3": {"3": ["kind", "lane"]} | {number: ["lane"] for number in "12456"},
    # A row that is not known to check has no way back either.
    "002 1": {"1": ["lane"], "4": ["lane"], "5": ["return"], "6": ["kind", "return"]},
    "003 1": {"5": ["return"]},
    # "3a" is no row of the document: its lane and its words are, and its limit is asked at 3.
    "004 1": {"2": ["return"]},
}

RUNS = {"001 1", "002 1", "003 1", "004 1"}
TITLES = {
    "000 1": "Pelayanan Data dan Informasi Kependudukan",
    "001 1": "Penyusunan Laporan Pengelolaan dan Penyajian Data",
    "001 2": "Pelaksanaan Sistem Informasi Administrasi Kependudukan",
    "001 3": (
        "Pelaksanaan Tata Kelola dan Sumber Daya Manusia, Teknologi Informasi, dan Komunikasi"
    ),
    "002 1": "Layanan Data dan Informasi Kependudukan",
    "003 1": "Pengolahan dan Penyajian Data Kependudukan",
    "004 1": "Sistem Informasi Pelayanan Terpadu Kependudukan (SIPENDUDUK)",
}


def sop(name):
    """The draft of one of the seven, and its file read back."""
    which, number = name.split()
    text = seed(which).read_text(encoding="utf-8")
    return imported(text, source=seed(which).name)[int(number) - 1]


def restored(name):
    """The rows of SOPS as dictionaries of what is compared."""
    for line in SOPS[name].strip().splitlines():
        number, lane, kind, limit, ways = (one.strip() for one in line.split("|"))
        arrows = ways.split()
        yield {
            "number": number,
            "lane": lane,
            "kind": kind,
            "limit": limit,
            "forward": next((one for one in arrows if one[0].isdigit()), ""),
            "return": [one[1:] for one in arrows if one[0] == "<"],
            "refuse": "x" in arrows,
        }


def read_rows(read):
    for step in read["steps"]:
        ways = step["outcomes"].values()
        yield {
            "number": step["number"],
            "lane": read["lanes"][step["lane"]]["title"],
            "kind": step["kind"],
            "limit": step["limit"],
            "forward": next((one.get("to", "") for one in ways if "way" not in one), ""),
            "return": [one["to"] for one in ways if one.get("way") == "back"],
            "refuse": any(one.get("way") == "refuse" for one in ways),
        }


def test_the_five_documents_hold_seven_sops():
    found = {
        which: len(imported(seed(which).read_text(encoding="utf-8")))
        for which in ("000", "001", "002", "003", "004")
    }

    assert found == {"000": 1, "001": 3, "002": 1, "003": 1, "004": 1}


@pytest.mark.parametrize("name", SOPS)
def test_every_row_agrees_with_the_sop_but_where_it_is_asked(name):
    _, read = sop(name)
    found = {}
    rows = list(read_rows(read))
    for row, should in zip(rows, restored(name), strict=True):
        if wrong := sorted(key for key in should if row[key] != should[key]):
            found[row["number"]] = wrong

    assert found == DIFFERS[name]


@pytest.mark.parametrize("name", SOPS)
def test_exactly_these_questions_are_asked(name):
    draft, _ = sop(name)

    assert [(one.row, one.about.value) for one in draft.doubts] == OPEN[name]


@pytest.mark.parametrize("name", SOPS)
def test_what_differs_is_never_silent(name):
    draft, _ = sop(name)
    questions = {(one.row, one.about.value) for one in draft.doubts}

    for row, fields in DIFFERS[name].items():
        for field in fields:
            assert (row, field) in questions or (row, "kind") in questions


@pytest.mark.parametrize("name", SOPS)
def test_a_lane_that_nobody_told_is_held_by_nobody(name):
    _, read = sop(name)
    unknown = [step["number"] for step in read["steps"] if step["lane"] == UNKNOWN]

    assert unknown == [row for row, about in OPEN[name] if about == "lane"]


@pytest.mark.parametrize("name", SOPS)
def test_every_step_says_what_was_concluded(name):
    draft, read = sop(name)

    for step in read["steps"]:
        said = [
            one
            for one in draft.concluded
            if one.startswith((f"baris {step['number']} ", f"langkah {step['number']}:"))
        ]
        assert len(said) == 1
        assert "note" not in step


@pytest.mark.parametrize("name", SOPS)
def test_every_question_stands_in_the_file_as_a_comment(name):
    draft, _ = sop(name)
    comments = [one.strip() for one in draft.text.splitlines() if "# PERTANYAAN" in one]

    assert len(comments) == len(draft.doubts)
    for one in draft.doubts:
        assert f"# PERTANYAAN {one}" in comments


@pytest.mark.parametrize("name", SOPS)
def test_the_title_and_all_words_are_the_documents(name):
    draft, read = sop(name)

    assert draft.title == read["title"] == TITLES[name]


@pytest.mark.parametrize("name", sorted(RUNS))
def test_these_could_run_as_they_are(name):
    draft, _ = sop(name)

    assert parse_procedure(draft.text, source=draft.id).title == TITLES[name]


def test_jakarta_keeps_its_lists_though_their_names_are_lost():
    _, read = sop("000 1")

    assert read["number"] == "296 TAHUN 2017"
    assert read["office"] == "Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta"
    assert len(read["legal_basis"]) == 5
    assert len(read["qualifications"]) == 6
    assert read["related"][0] == "SOP Satminkal"
    assert read["warning"] == ["Tidak boleh dikeluarkan tanpa izin dari pejabat yang berwenang"]
    assert "1958" not in str(read["approved_by"])


def test_whoever_approved_an_sop_has_fields_of_their_own():
    held = {name: sop(name)[1].get("approver") for name in ("000 1", "001 2", "004 1")}

    assert held == {
        "000 1": {"name": "EHSAN SIANTURI", "nip": "195806171980031009"},
        "001 2": {"name": "Ir. Dewi Isnaini, M.Si", "nip": "196902021992122001"},
        "004 1": {
            "name": "Hj. IRMA NOVITA, S.Sos, M.Si",
            "rank": "Pemula Utama Muda (IV/c)",
            "nip": "19681109 198909 2 001",
        },
    }


def test_palembang_keeps_the_seksi_and_bidang_whose_sops_they_are():
    bidang = "Bidang Pengelolaan Informasi Administrasi Kependudukan"

    assert [sop(name)[1]["unit"] for name in ("001 1", "001 2", "001 3")] == [
        ["Seksi Pengelolaan dan Penyajian Data", bidang],
        ["Seksi Sistem Informasi Administrasi Kependudukan", bidang],
        [
            "Seksi Tata Kelola dan Sumber Daya Manusia, Teknologi Informasi dan Komunikasi",
            bidang,
        ],
    ]


def test_the_day_of_approval_is_not_the_day_from_which_it_holds():
    days = {
        name: (sop(name)[1].get("approved_on"), sop(name)[1].get("effective_on"))
        for name in ("000 1", "003 1", "004 1")
    }

    assert days == {
        "000 1": ("September 2017", None),
        "003 1": ("12/8/2017", None),
        "004 1": (None, "26 Juli 2021"),
    }


def test_jakarta_names_its_reasons_for_a_return():
    _, read = sop("000 1")
    reasons = {
        step["number"]: way["reasons"]
        for step in read["steps"]
        for way in step["outcomes"].values()
        if "reasons" in way
    }

    assert reasons == {"2": ["Persyaratan belum lengkap"], "7": ["Ada kesalahan"]}


def test_palembang_has_a_number_with_a_gap_and_a_step_that_depends():
    draft, read = sop("001 1")

    assert "470/ /SOP/DKPS/2022" in draft.doubts[0].words
    assert read["steps"][5]["limit_words"] == "Tergantung waktu persiapan"


def test_the_ministrys_torn_words_are_whole_again():
    _, read = sop("002 1")

    assert read["steps"][3]["output"] == ["Data kependudukan"]
    assert read["steps"][2]["output"] == ["Disposisi", "Hak akses/otoritas"]
    assert read["office"].startswith("Kementerian Dalam Negeri Ditjen Kependudukan dan Pencatatan")
    assert read["made_on"] == "12 Desember 2011"


def test_bengkulus_second_page_gives_times_and_outputs_without_its_columns():
    _, read = sop("003 1")

    assert read["related"] == ["SOP Pengelolaan Surat Masuk", "SOP Pengelolaan Surat Keluar"]
    assert [step.get("materials") for step in read["steps"][6:]] == [None, None, None]
    assert read["steps"][8]["output"] == ["File Data Kependudukan terenkripsi"]
    assert read["steps"][1]["appoints"] == "tim_pengolahan_dan_penyajian_data"


def test_pekanbarus_legal_basis_goes_on_behind_the_next_list():
    _, read = sop("004 1")

    assert len(read["legal_basis"]) == 13
    assert len(read["qualifications"]) == 4
    assert "related" not in read
    assert len(read["warning"]) == 4
    assert len(read["recording"]) == 5
