import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.names import (
    LONGEST,
    beginning,
    beginnings,
    fold,
    joined,
    name_words,
    sound,
    words_in,
)

# The same name, as different people of an office would write it.
ONE_NAME = (
    ("Soekarno", "Sukarno"),
    ("Moh. Rizki", "Muhammad Rizky"),
    ("Muh Rizqi", "Mochammad Riski"),
    ("Mhd. Yusuf", "Mohammad Jusuf"),
    ("Mohd Yusuf", "Muhamad Yusuf"),
    ("Achmad Syarif", "Ahmad Sjarif"),
    ("Chairul Saleh", "Khairul Saleh"),
    ("Abdurrahman Wahid", "Abdul Rahman Wahid"),
    ("Abdul Halim", "Abdulhalim"),
    ("Abd. Rahman", "Abdurahman"),
    ("Fatimah Azzahra", "Fatima Azahra"),
    ("Aisyah", "Aisah"),
    ("Soerjo", "Suryo"),
    ("Djoko Tjahjono", "Joko Cahyono"),
    ("Aryanto", "Arianto"),
    ("Chandra", "Candra"),
    ("Christian", "Kristian"),
    ("Zulkifli", "Dzulkifli"),
    ("Arief Hidajat", "Arif Hidayat"),
    ("Wulandary", "Wulandari"),
    ("Thalib", "Talib"),
    ("Nur'aini", "Nur’aini"),
    ("RINA WULANDARI", "rina wulandari"),
    ("Andréas", "Andreas"),
)
# The same to the ear, though not in any known spelling.
ONE_SOUND = (
    ("Santoso", "Santosa"),
    ("Yusup", "Yusuf"),
    ("Ahmat", "Ahmad"),
    ("Stiawan", "Setiawan"),
    ("Romadhon", "Ramadhan"),
    ("Abdulloh", "Abdullah"),
    ("Wulendari", "Wulandari"),
)
OTHERS = (
    ("Siti", "Sutan"),
    ("Rina", "Rini"),
    ("Budi", "Buti Lestari"),
    ("Wulandari", "Wulansari"),
    ("Hartono", "Hartanti"),
)


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_one_name_has_one_spelling_however_it_is_written(one, other):
    assert name_words(one) == name_words(other)


@pytest.mark.parametrize(("one", "other"), ONE_SOUND)
def test_what_the_ear_mistakes_sounds_alike(one, other):
    assert fold(one.casefold()) != fold(other.casefold())
    assert sound(fold(one.casefold())) == sound(fold(other.casefold())) != ""


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_stay_other_names(one, other):
    assert name_words(one) != name_words(other)


def test_titles_and_degrees_are_no_part_of_a_name():
    for written in (
        "Drs. H. Budi Santoso, M.Si.",
        "Budi Santoso, S.H., M.H.",
        "Bapak Budi Santoso S.Kom",
        "Prof. Dr. Ir. Budi Santoso SKM",
        "KH. Budi Santoso, Lc",
        "Sdr. Budi Santoso",
    ):
        assert name_words(written) == ("budi", "santoso"), written
    assert name_words("Hj. Siti Aminah") == ("siti", "amina")


def test_a_title_alone_is_what_was_said():
    assert name_words("Drs.") == ("drs",)
    assert name_words("S.Kom") == ("skom",)


def test_a_short_word_that_is_also_a_degree_is_kept_in_a_name():
    assert name_words("Ma Siti") == ("ma", "siti")
    assert name_words("Siti Ma") == ("siti", "ma")


def test_a_subject_keeps_all_of_its_words():
    assert words_in("Dinas Kesehatan, Bidang P2P") == ("dinas", "kesehatan", "bidang", "p2p")
    assert words_in("Bapak Dr. Ahmad") == ("bapak", "dr", "ahmad")


def test_abdullah_is_a_name_of_its_own():
    assert name_words("Abdullah") == ("abdula",)


def test_a_word_is_found_by_its_beginnings():
    assert beginnings("wulandari") == ("wu", "wul", "wula", "wulan", "wuland")
    assert beginnings("li") == ("li",)
    assert beginning("wulandari") == "wuland"
    assert beginning("wul") == "wul"


def test_whoever_types_a_part_of_an_old_spelling_finds_the_whole():
    for part, whole in (
        ("soek", "Sukarno"),
        ("tjah", "Cahyono"),
        ("djok", "Joko"),
        ("sja", "Sarif"),
    ):
        assert name_words(whole)[0].startswith(fold(part)), part


def test_neighbours_are_found_as_one_word():
    assert joined(("nur", "aini")) == ("nuraini",)
    assert joined(("siti",)) == ()


def test_a_short_word_sounds_like_too_much_to_be_found_so():
    assert sound("ali") == ""
    assert sound("2026") == ""


def test_other_scripts_and_digits_stay_as_they_are():
    assert words_in("李小龍 045/1234") == ("李小龍", "045", "1234")
    assert words_in("👍 🎉") == ()


@given(st.text(max_size=60))
def test_whatever_is_written_has_words_or_none(text):
    for word in (*words_in(text), *name_words(text)):
        assert word
        assert not word.isspace()
        assert all(0 < len(one) <= LONGEST or one == word for one in beginnings(word))
        sound(word)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=14))
def test_a_word_that_was_folded_is_found_by_itself(word):
    assert beginning(fold(word)) in beginnings(fold(word))
