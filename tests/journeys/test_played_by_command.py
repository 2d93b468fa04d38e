import contextlib
import json
import os
import pty
import signal
import socket
import subprocess
import sys
import time
import urllib.request

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


@contextlib.contextmanager
def watched(folder, *arguments, **settings):
    """The command on a terminal; yields its process and how to read on to a certain word."""
    bare = {name: one for name, one in os.environ.items() if not name.startswith("DISPOSISI_")}
    given = {"DISPOSISI_DATA_DIR": str(folder / "data"), "PYTHONPATH": str(HERE), **settings}
    terminal, inside = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "sandbox", *arguments],
        cwd=folder,
        env={**bare, **given},
        stdin=subprocess.DEVNULL,
        stdout=inside,
        stderr=inside,
    )
    os.close(inside)
    said = ""

    def read_to(word):
        nonlocal said
        while word not in said:
            said += os.read(terminal, 4096).decode()
        return said

    try:
        yield process, read_to
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def free_port():
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return asking.getsockname()[1]


def panel_once_over(port):
    """What the page shows above the phones, once it has heard that the play is over."""
    for _ in range(100):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sandbox/state") as answer:
            shown = json.load(answer)["panel"]
        if shown["play"]["state"] != "running":
            break
        time.sleep(0.1)
    return shown


def test_a_play_on_a_terminal_stays_to_be_looked_at_until_ctrl_c(tmp_path):
    (tmp_path / "tabel.csv").write_text(TABLE, encoding="utf-8")
    disposisi(tmp_path, "sop", "import", "tabel.csv", "--out", "sop")
    port = free_port()
    play = ("--play", NEW, "--path", "tolak-2", "--speed", "20")
    where = ("--port", str(port), "--out", "out")

    with watched(tmp_path, *play, *where, DISPOSISI_PROCEDURES_DIR="sop") as (process, read_to):
        read_to(f"Disposisi: http://127.0.0.1:{port}")
        said = read_to("until Ctrl-C")
        shown = panel_once_over(port)
        process.send_signal(signal.SIGINT)
        code = process.wait(30)

    assert "refused, papers in out" in said
    assert (tmp_path / "out" / "case.json").exists()
    assert shown["play"] == {
        "state": "finished",
        "person": None,
        "folder": str(tmp_path / "out"),
    }
    assert [case["status"] for case in shown["cases"]] == ["refused"]
    assert code == 0
