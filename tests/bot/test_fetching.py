import asyncio
import io
import logging
from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, Document, Message
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

from bot.intake.fetching import Fetcher
from bot.isolation.isolation import Isolation
from bot.signing.development import make_development_certificates
from bot.signing.pkcs12 import Pkcs12Signer
from bot.telegram import NotSent, Refused, Uncertain
from storage.vault import Vault, files_in
from tests.support.fakes import FixedClock
from tests.support.odd_files import a_pdf, hybrid_pdf
from workflow.errors import FileAltered, FileBroken, FileNotSigned, FileTooBig
from workflow.forms import MediaType, Slot
from workflow.ids import DraftId

MONDAY = datetime(2026, 11, 23, 1, 10, tzinfo=UTC)
FROM_SIAK = Slot(
    id="kk",
    title="PDF dari SIAK",
    ask="Lampirkan.",
    example="PDF",
    accept=(MediaType.PDF,),
    signed=True,
)


@pytest.fixture(scope="module")
def signers(tmp_path_factory):
    """The office's own keys, and those of a stranger."""
    found = []
    for name in ("Dinas", "Lain"):
        folder = tmp_path_factory.mktemp(name)
        make_development_certificates(folder, "sandi", office_name=name, at=MONDAY)
        found.append(Pkcs12Signer.open(folder, "sandi"))
    return found


def signed_by(signer, pdf):
    return signer.sign(pdf, signatory_name="SIAK", jabatan="Dukcapil", reason="KK", at=MONDAY)


def sealed_by(signer, pdf):
    return signer.seal(pdf, office_name="Dinas", reason="KK", at=MONDAY, face=b"")


class Line:
    """Telegram with one file to download."""

    def __init__(self, content):
        self.content = content

    async def download(self, file_id, *, largest, into):
        if isinstance(self.content, Exception):
            raise self.content
        return into.write(self.content)


async def handed_in(content, signer, folder):
    async def asked(_):
        return DraftId(1), FROM_SIAK

    document = Document(file_id="f", file_unique_id="u", file_name="kk.pdf", file_size=1000)
    message = Message(message_id=1, date=MONDAY, chat=Chat(id=1, type="private"), document=document)
    vault = Vault(folder, b"k" * 32)
    apart = Isolation()
    fetcher = Fetcher(Line(content), vault, FixedClock(), asked, apart, signer.authorities)
    try:
        return (await fetcher(message)).file
    finally:
        await apart.close()


async def test_a_document_from_siak_keeps_what_its_signature_is_worth(signers, tmp_path):
    office, _ = signers

    file = await handed_in(signed_by(office, a_pdf()), office, tmp_path)

    assert file.signatures == "trusted Penanda Tangan CONTOH"


async def test_a_strangers_signature_is_taken_and_said_to_be_one(signers, tmp_path):
    office, stranger = signers

    file = await handed_in(signed_by(stranger, a_pdf()), office, tmp_path)

    assert file.signatures == "unknown Penanda Tangan CONTOH"


async def test_what_stands_behind_the_last_signature_is_said(signers, tmp_path):
    office, _ = signers

    file = await handed_in(signed_by(office, a_pdf()) + b"\n% tambahan\n", office, tmp_path)

    assert file.signatures == "extended\ntrusted Penanda Tangan CONTOH"


def signed_elsewhere(folder, pdf):
    """By a program that also signs files of the odd kind."""
    signer = SimpleSigner.load_pkcs12(folder / "signer.p12", passphrase=b"sandi")
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    return PdfSigner(PdfSignatureMetadata(field_name="KK"), signer).sign_pdf(writer).getvalue()


async def test_a_signature_about_which_programs_disagree_is_neither_intact_nor_broken(
    signers, tmp_path
):
    office, _ = signers
    make_development_certificates(tmp_path / "keys", "sandi", office_name="Lain", at=MONDAY)
    signed = await asyncio.to_thread(signed_elsewhere, tmp_path / "keys", hybrid_pdf())

    file = await handed_in(signed, office, tmp_path / "vault")

    assert file.signatures == "unjudged Penanda Tangan CONTOH"
    with pytest.raises(FileAltered):
        await handed_in(signed.replace(b"0 0 300", b"0 9 300", 1), office, tmp_path / "vault")


async def test_what_is_refused_was_never_in_the_vault(signers, tmp_path):
    with pytest.raises(FileNotSigned):
        await handed_in(a_pdf(), signers[0], tmp_path)

    assert list(files_in(tmp_path)) == []


async def test_a_document_without_a_signature_is_refused(signers, tmp_path):
    with pytest.raises(FileNotSigned):
        await handed_in(a_pdf(), signers[0], tmp_path)


async def test_one_broken_signature_refuses_it_whatever_the_others_say(signers, tmp_path):
    office, _ = signers
    signed = signed_by(office, a_pdf())
    at = signed.index(b"/MediaBox")
    altered = signed[:at] + signed[at:].replace(b"/MediaBox", b"/MediaBax", 1)
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)

    for content in (altered, sealed_by(office, altered)):
        with pytest.raises(FileAltered):
            await handed_in(content, office, tmp_path)


@pytest.mark.parametrize(
    "fault",
    [
        Refused(401, "Unauthorized", None),
        Refused(404, "Not Found", None),
        Refused(429, "Too Many Requests: retry after 5", 5.0),
        NotSent("a file: 502"),
        Uncertain("getFile: 200, not JSON"),
    ],
)
async def test_a_line_that_keeps_a_file_back_does_not_make_it_a_broken_one(
    signers, tmp_path, fault
):
    with pytest.raises(type(fault)):
        await handed_in(fault, signers[0], tmp_path)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("Bad Request: file is too big", FileTooBig),
        ("Bad Request: wrong file_id or the file is temporarily unavailable", FileBroken),
    ],
)
async def test_a_file_that_telegram_does_not_have_for_us_is_refused_with_the_reason(
    signers, tmp_path, said, refusal
):
    with pytest.raises(refusal):
        await handed_in(Refused(400, said, None), signers[0], tmp_path)
