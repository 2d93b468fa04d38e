"""PAdES signatures by pyHanko: set one, and say what those in a file are worth.

Imported by the signer when it is first needed, because pyHanko takes a second to load.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, load_pem_x509_certificates
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bot.isolation.jobs import Given
from workflow.signatures import SignatureCheck

# Room for the signature in hexadecimal digits. Given beforehand, pyHanko need not make
# a trial signature to learn it; RSA-2048 with a chain of three takes about twelve thousand.
_RESERVED = 16_384


def sign(
    pdf: bytes,
    *,
    key: RSAPrivateKey,
    certificate: Certificate,
    chain: Sequence[Certificate],
    field: str,
    name: str,
    reason: str,
    at: datetime,
    face: bytes | None = None,
    permits: int | None = None,
) -> bytes:
    """Append a PAdES B-B signature, made *at* that moment, in *field*.

    The first one certifies the document and says what it *permits* after it, in DocMDP's numbers.

    Where the letter was drawn with a place for this field it shows *face*, a PDF of one page; any
    other is invisible.
    """
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=name,
        reason=reason,
        certify=permits is not None,
        docmdp_permissions=MDPPerm(permits or MDPPerm.FILL_FORMS),
    )
    style = None if face is None else _shown(face)
    signer = _SignerAt(metadata, _kept(key, certificate, tuple(chain)), stamp_style=style)
    signer.at = at
    signed = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), bytes_reserved=_RESERVED)
    return bytes(signed.getvalue())


def _shown(face: bytes) -> StaticStampStyle:
    """*face* as it is, from edge to edge of the field."""
    whole = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID)
    return StaticStampStyle(background=_Face(face), background_layout=whole, border_width=0)


class _Face(PdfContent):
    """The only page of a PDF, as what a field shows."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        self.resources.xobject[pdf_name("/Face")] = page
        _, _, width, height = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=width, height=height)
        return b"/Face Do"


def judged(given: Given) -> dict[str, Any]:
    """What `check` finds, as words: run where a stranger's bytes may do no harm."""
    trusted = load_pem_x509_certificates(given.told["trusted"].encode())
    found = [asdict(one) for one in check(given.file.read(), trusted)]
    for one in found:
        one["signed_at"] = one["signed_at"] and one["signed_at"].isoformat()
    return {"signatures": found}


def check(pdf: bytes, trusted: Iterable[Certificate]) -> tuple[SignatureCheck, ...]:
    """What each signature is worth, in the order they were made."""
    roots = _for_pyhanko(trusted)
    try:
        reader = _reader(pdf)
        hybrid = reader.xrefs.hybrid_xrefs_present
        signatures = list(
            (_reader(pdf, strict=False) if hybrid else reader).embedded_regular_signatures
        )
    except (PdfError, ValueError):
        return ()
    found = tuple(_check(signature, roots) for signature in signatures)
    return tuple(_doubted(one) for one in found) if hybrid else found


def _reader(pdf: bytes, *, strict: bool = True) -> PdfFileReader:
    reader = PdfFileReader(BytesIO(pdf), strict=strict)
    if reader.encrypted:  # restricted by its owner, and opened by anybody
        reader.decrypt("")
    return reader


def _doubted(check: SignatureCheck) -> SignatureCheck:
    """A hybrid file shows old and new programs different objects: none can vouch for both.

    What is broken for those who read it all is broken.
    """
    if not check.intact:
        return check
    return replace(check, intact=False, trusted=False, can_be_judged=False)


def _signer_name(signature: EmbeddedPdfSignature) -> str:
    return str(signature.signer_cert.subject.native.get("common_name", ""))


def _check(signature: EmbeddedPdfSignature, roots: list[Any]) -> SignatureCheck:
    try:
        return _checked(signature, roots)
    except (PdfError, ValueError):  # not even its certificate can be read
        return SignatureCheck(
            field=str(signature.field_name),
            signer_name="",
            signed_at=None,
            intact=False,
            trusted=False,
            covers_whole_file=False,
        )


def _checked(signature: EmbeddedPdfSignature, roots: list[Any]) -> SignatureCheck:
    at = signature.self_reported_timestamp
    context = ValidationContext(
        trust_roots=roots,
        other_certs=signature.other_embedded_certs,
        moment=at,
        allow_fetching=False,
    )
    name = _signer_name(signature)
    status = validate_pdf_signature(signature, context)
    return SignatureCheck(
        field=str(signature.field_name),
        signer_name=name,
        signed_at=at,
        # docmdp_ok: what was added later is no more than another signature.
        intact=bool(status.intact and status.valid and status.docmdp_ok),
        trusted=bool(status.trusted),
        covers_whole_file=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
    )


class _KeptKey(Signer):
    """A signer whose key object is loaded once; pyHanko's own loads it for each signature."""

    def __init__(
        self, key: RSAPrivateKey, certificate: Certificate, chain: Sequence[Certificate]
    ) -> None:
        own, *others = _for_pyhanko([certificate, *chain])
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        registry.register_multiple([own, *others])
        super().__init__(signing_cert=own, cert_registry=registry)
        self._key = key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        return self._key.sign(data, PKCS1v15(), SHA256())


@lru_cache(maxsize=8)
def _kept(key: RSAPrivateKey, certificate: Certificate, chain: tuple[Certificate, ...]) -> _KeptKey:
    return _KeptKey(key, certificate, chain)


class _SignerAt(PdfSigner):
    """A PDF signer that is told what time it is."""

    at: datetime

    def init_signing_session(self, *arguments: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self.at
        return session


def _for_pyhanko(certificates: Iterable[Certificate]) -> list[Any]:
    pem = b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)
    return list(load_certs_from_pemder_data(pem)) if pem else []
