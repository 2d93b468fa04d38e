import asyncio
import resource
import shutil
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest
from pyhanko.pdf_utils.generic import DictionaryObject, NumberObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject
from pyhanko.sign.general import SigningError

from bot.signing.development import make_development_certificates
from bot.signing.pkcs12 import KeysUnusable, Pkcs12Signer
from messages.documents.seal import seal_face
from messages.documents.surat_jawaban import surat_jawaban
from messages.fonts import inline
from messages.localizer import localizer_for
from tests.support.papers import a_surat_jawaban

OFFICE = "Dinas Kependudukan dan Pencatatan Sipil Kota Pekanbaru Provinsi Riau"
MONDAY = datetime(2026, 11, 23, 1, 10, tzinfo=UTC)
PASSPHRASE = "sandi untuk latihan"
SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"), escape=inline)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys") / "signing"
    make_development_certificates(folder, PASSPHRASE, office_name=OFFICE, at=MONDAY)
    return folder


@pytest.fixture(scope="module")
def signer(folder):
    return Pkcs12Signer.open(folder, PASSPHRASE)


@pytest.fixture(scope="module")
def letter():
    return surat_jawaban(a_surat_jawaban(), SAY)


def signed_by_head(signer, pdf, at=MONDAY):
    return signer.sign(
        pdf, signatory_name="Hj. Ratna Dewi", jabatan="Kepala Dinas", reason="Surat", at=at
    )


def sealed(signer, pdf, at=MONDAY):
    face = seal_face(OFFICE, at, SAY)
    return signer.seal(pdf, office_name=OFFICE, reason="Penomoran", at=at, face=face)


def words_in_the_place_of_the_seal(pdf):
    """What is read where the field lies, as a viewer shows it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        fields = {str(field.T): field for field in opened.Root.AcroForm.Fields}
        left, bottom, right, top = (float(edge) for edge in fields["Stempel"].Rect)
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page = document[0]
    page.flatten()
    shown = document[0].get_textpage()
    return " ".join(shown.get_text_bounded(left, bottom, right, top).split())


def pdfsig(tmp_path, pdf):
    file = tmp_path / "letter.pdf"
    file.write_bytes(pdf)
    ran = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False)
    return ran.stdout


def test_another_program_finds_signature_and_seal_valid(tmp_path, signer, letter):
    said = pdfsig(tmp_path, sealed(signer, signed_by_head(signer, letter)))

    assert said.count("Signature is Valid.") == 2
    assert "Signer Certificate Common Name: Penanda Tangan CONTOH" in said
    assert "Signer Certificate Common Name: Stempel CONTOH" in said
    assert said.count("ETSI.CAdES.detached") == 2


def test_the_seal_keeps_the_signature(signer, letter):
    signature, seal = signer.check(
        sealed(signer, signed_by_head(signer, letter), MONDAY + timedelta(hours=1))
    )

    assert (signature.field, seal.field) == ("TandaTangan", "Stempel")
    assert signature.intact
    assert signature.trusted
    assert not signature.covers_whole_file
    assert seal.intact
    assert seal.trusted
    assert seal.covers_whole_file


def test_the_seal_is_seen_where_the_letter_kept_its_place(signer):
    letter = surat_jawaban(a_surat_jawaban(sample=False), SAY)
    signed = signed_by_head(signer, letter)
    whole = sealed(signer, signed)

    assert words_in_the_place_of_the_seal(letter) == ""
    assert words_in_the_place_of_the_seal(signed) == ""
    assert words_in_the_place_of_the_seal(whole) == (
        f"SEGEL Segel elektronik {OFFICE} 23 November 2026 08.10 WIB"
    )


def test_a_letter_drawn_without_a_place_is_sealed_unseen(tmp_path, signer, letter):
    with pikepdf.open(BytesIO(letter)) as pdf:
        del pdf.Root.AcroForm
        del pdf.pages[0].Annots
        older = BytesIO()
        pdf.save(older)
    whole = sealed(signer, signed_by_head(signer, older.getvalue()))

    assert pdfsig(tmp_path, whole).count("Signature is Valid.") == 2
    assert [check.intact for check in signer.check(whole)] == [True, True]


def test_a_signature_bears_the_moment_of_the_offices_clock(signer, letter):
    (signature,) = signer.check(signed_by_head(signer, letter, MONDAY + timedelta(days=30)))

    assert signature.signed_at == MONDAY + timedelta(days=30)
    assert signature.signer_name == "Penanda Tangan CONTOH"


def test_the_file_names_who_signed_for_what(signer, letter):
    signed = signed_by_head(signer, letter)

    assert signed.startswith(letter)
    with pikepdf.open(BytesIO(signed)) as pdf:
        (field,) = (one for one in pdf.Root.AcroForm.Fields if one.T == "TandaTangan")
        assert field.V.Name == "Hj. Ratna Dewi, Kepala Dinas"
        assert field.V.Reason == "Surat"


def test_a_changed_letter_is_noticed(signer, letter):
    pdf = sealed(signer, signed_by_head(signer, letter))
    at = letter.index(b"/MediaBox [ 0 0 595")
    forged = pdf[:at] + pdf[at:].replace(b"0 0 595", b"0 9 595", 1)

    signature, seal = signer.check(forged)

    assert not signature.intact
    assert not seal.intact


def test_a_page_changed_after_the_seal_is_noticed(signer, letter):
    writer = IncrementalPdfFileWriter(BytesIO(sealed(signer, signed_by_head(signer, letter))))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = NumberObject(90)
    page["/Resources"] = DictionaryObject()
    writer.update_container(page)
    forged = BytesIO()
    writer.write(forged)

    assert [found.intact for found in signer.check(forged.getvalue())] == [False, False]


def with_a_page_more(pdf):
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    content = writer.add_object(StreamObject(stream_data=b""))
    writer.insert_page(PageObject(contents=content, media_box=(0, 0, 300, 300)))
    added = BytesIO()
    writer.write(added)
    return added.getvalue()


def signed_once_more(signer, pdf):
    """By somebody whose program asks nobody whether it may."""
    return signer._set(pdf, signer._seal, "Lain", "Orang lain", "Setuju", MONDAY)


def permitted_after(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        return int(opened.Root.Perms.DocMDP.Reference[0].TransformParams.P)


def empty_fields(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        form = opened.Root.get("/AcroForm", pikepdf.Dictionary(Fields=[]))
        return [str(field.T) for field in form.Fields if "/V" not in field]


def unregistered(signer):
    letter = surat_jawaban(a_surat_jawaban(seal_to_come=False), SAY)
    return signer.sign(
        letter,
        signatory_name="Hj. Ratna Dewi",
        jabatan="Kepala Dinas",
        reason="Surat",
        at=MONDAY,
        seal_to_come=False,
    )


def test_a_letter_that_nobody_registers_has_no_empty_field_and_permits_nothing(signer):
    signed = unregistered(signer)

    assert empty_fields(signed) == []
    assert permitted_after(signed) == 1
    with pytest.raises(SigningError):
        signed_once_more(signer, signed)


def test_a_letter_that_is_registered_is_certified_and_waits_for_the_seal_alone(signer, letter):
    signed = signed_by_head(signer, letter)
    whole = sealed(signer, signed)

    assert permitted_after(signed) == 2
    assert empty_fields(signed) == ["Stempel"]
    assert empty_fields(whole) == []
    assert [check.intact for check in signer.check(whole)] == [True, True]


def test_nothing_is_added_behind_the_last_signature_unnoticed(tmp_path, signer, letter):
    whole = sealed(signer, signed_by_head(signer, letter))

    for added in (with_a_page_more(whole), signed_once_more(signer, whole)):
        seal = next(one for one in signer.check(added) if one.field == "Stempel")
        assert not seal.intact
        assert pdfsig(tmp_path, added).count("Not total document signed") >= 2
    only = with_a_page_more(unregistered(signer))
    assert [check.intact for check in signer.check(only)] == [False]
    assert "Not total document signed" in pdfsig(tmp_path, only)


def test_a_strangers_signature_is_intact_but_not_trusted(tmp_path, signer, letter):
    make_development_certificates(tmp_path, PASSPHRASE, office_name="Lain", at=MONDAY)
    stranger = Pkcs12Signer.open(tmp_path, PASSPHRASE)

    (signature,) = signer.check(signed_by_head(stranger, letter))

    assert signature.intact
    assert not signature.trusted


@pytest.mark.parametrize("pdf", [b"", b"not a pdf", b"%PDF-1.4\n%%EOF\n"])
def test_a_file_that_is_no_pdf_has_no_signature(signer, pdf):
    assert signer.check(pdf) == ()


def test_a_signature_whose_certificate_cannot_be_read_is_worth_nothing(signer, letter):
    signed = signed_by_head(signer, letter)
    name = b"Penanda Tangan CONTOH".hex().upper().encode()
    forged = signed.replace(name, name[:-2] + b"D1")

    (signature,) = signer.check(forged)

    assert forged != signed
    assert (signature.signer_name, signature.intact, signature.trusted) == ("", False, False)


def test_what_was_added_behind_a_signature_is_not_covered_by_it(signer, letter):
    (signature,) = signer.check(signed_by_head(signer, letter) + b"\n% tambahan\n")

    assert signature.intact
    assert not signature.covers_whole_file


def test_an_unsigned_letter_has_no_signature(signer, letter):
    assert signer.check(letter) == ()


def test_where_there_is_no_room_for_the_keys_none_is_left_half_written(tmp_path):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))  # less than a key takes
    try:
        with pytest.raises(OSError, match="too large"):
            make_development_certificates(tmp_path, PASSPHRASE, office_name=OFFICE, at=MONDAY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []

    make_development_certificates(tmp_path, PASSPHRASE, office_name=OFFICE, at=MONDAY)
    assert Pkcs12Signer.open(tmp_path, PASSPHRASE).sample


def test_development_keys_say_so_and_are_private(folder, signer):
    assert signer.sample
    for name in ("signer.p12", "seal.p12"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    for made in (folder, folder / "trusted"):
        assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_keys_that_are_there_are_left_alone(folder):
    before = (folder / "signer.p12").read_bytes()

    make_development_certificates(folder, "lain", office_name=OFFICE, at=MONDAY)

    assert (folder / "signer.p12").read_bytes() == before


async def test_letters_are_signed_from_worker_threads_and_inside_a_running_loop(signer, letter):
    in_threads = await asyncio.gather(
        *(asyncio.to_thread(signed_by_head, signer, letter) for _ in range(3))
    )

    for pdf in (*in_threads, signed_by_head(signer, letter)):
        (signature,) = signer.check(pdf)
        assert signature.intact


def test_a_wrong_passphrase_says_what_to_check(folder):
    with pytest.raises(KeysUnusable, match=r"signer\.p12 does not open; check the passphrase"):
        Pkcs12Signer.open(folder, "salah")


def test_a_missing_file_says_what_to_put_there(tmp_path, folder):
    shutil.copytree(folder, tmp_path / "keys")
    (tmp_path / "keys/seal.p12").unlink()

    with pytest.raises(KeysUnusable, match=r"seal\.p12 is missing; put the PKCS#12 file"):
        Pkcs12Signer.open(tmp_path / "keys", PASSPHRASE)


def test_an_authority_that_is_no_certificate_says_so(tmp_path, folder):
    shutil.copytree(folder, tmp_path / "keys")
    (tmp_path / "keys/trusted/other.pem").write_text("bukan sertifikat")

    with pytest.raises(KeysUnusable, match=r"other\.pem is no certificate"):
        Pkcs12Signer.open(tmp_path / "keys", PASSPHRASE)


def test_an_expired_certificate_signs_nothing(signer, letter):
    with pytest.raises(KeysUnusable, match="ask its issuer for a new one"):
        signed_by_head(signer, letter, MONDAY + timedelta(days=4000))
