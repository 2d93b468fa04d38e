import json

from tests.support.command import HERE, disposisi

PATH = ["1", "2", "1", "2", "3", "4", "5", "6", "7", "6", "7", "8", "9", "10", "11"]


def test_the_command_plays_the_case_and_leaves_three_files(tmp_path):
    ran = disposisi(
        tmp_path, "sandbox", "--play", "jakarta-data", "--fast", "--out", "out", timeout=200
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "case.json",
        "kartu_kendali.pdf",
        "surat_jawaban.pdf",
    ]
    told = json.loads((tmp_path / "out" / "case.json").read_text(encoding="utf-8"))
    assert told["number"].startswith("PDK-")
    assert told["state"] == "finished"
    assert [step["step"] for step in told["steps"]] == PATH
    for step in told["steps"]:
        assert step["lane"]
        assert step["person"]
        assert step["handed_over_at"] <= step["received_at"] <= step["done_at"]
        assert step["outcome"]


def test_the_command_says_which_sops_there_are_when_asked_for_another(tmp_path):
    ran = disposisi(tmp_path, "sandbox", "--play", "jakarta-dota", "--fast")

    assert ran.returncode != 0
    assert "jakarta-dota" in ran.stderr
    assert "jakarta-data" in ran.stderr
    assert "Traceback" not in ran.stderr


# The table of the authoring guide; no reason stands ready in it, and one lane is nobody's.
TABLE = (
    (HERE / "docs" / "sop-authoring.md")
    .read_text(encoding="utf-8")
    .partition("```csv\n")[2]
    .partition("```")[0]
    .replace("Jika TIDAK sesuai, mengembalikan", "Yang salah dikembalikan atau ditolak")
    .replace(";Petugas;", ";Petugas Loket;")
)
NEW = "legalisir-akta-pencatatan"


def test_a_table_imported_a_minute_ago_is_played_in_the_sample_office(tmp_path):
    (tmp_path / "tabel.csv").write_text(TABLE, encoding="utf-8")
    disposisi(tmp_path, "sop", "import", "tabel.csv", "--out", "sop")

    ran = disposisi(
        *(tmp_path, "sandbox", "--play", NEW, "--path", "tolak-2", "--fast", "--out", "out"),
        procedures_dir="sop",
        timeout=200,
    )

    assert ran.returncode == 0, ran.stderr
    assert "nobody for petugas_loket: invented for the sandbox" in ran.stdout
    told = json.loads((tmp_path / "out" / "case.json").read_text(encoding="utf-8"))
    assert [step["step"] for step in told["steps"]] == ["1", "2"]
    assert told["state"] == "refused"
    assert (tmp_path / "out" / "kartu_kendali.pdf").read_bytes().startswith(b"%PDF")
