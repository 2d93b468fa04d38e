from bot.cli.paths import all_returns, routes
from tests.support.builders import COUNTER_SOP, sop


def test_every_return_every_refusal_and_every_service_has_a_name():
    assert list(routes(sop(COUNTER_SOP))) == [
        *("lurus", "kembali-2", "tolak-2", "kembali-3", "tolak-3", "kembali-4"),
        *("akta", "kia"),
    ]


def test_two_returns_of_one_step_are_two_paths():
    back = "ulangi: {label: Kembalikan, to: '2', way: back}"
    start = "      awal: {label: Awal, to: '1', way: back}"
    found = routes(sop(COUNTER_SOP.replace(back, f"{back}\n{start}")))
    assert found["kembali-3"].detours == (("3", "ulangi"),)
    assert found["kembali-3-awal"].detours == (("3", "awal"),)


def test_a_play_without_a_path_goes_over_every_return():
    assert all_returns(sop(COUNTER_SOP)).detours == (
        ("2", "kembalikan"),
        ("3", "ulangi"),
        ("4", "ulangi"),
    )
