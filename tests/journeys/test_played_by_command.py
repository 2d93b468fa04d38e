import json

from tests.support.command import disposisi

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
