"""The signer that keeps its keys in PKCS#12 files at the office."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509 import Certificate, load_pem_x509_certificates
from cryptography.x509.oid import NameOID

from workflow.errors import DisposisiError
from workflow.signatures import SignatureCheck

SIGNER_FILE = "signer.p12"
SEAL_FILE = "seal.p12"
TRUSTED_FOLDER = "trusted"
SAMPLE = "CONTOH"

_SIGNATURE_FIELD = "TandaTangan"
_SEAL_FIELD = "Stempel"


class KeysUnusable(DisposisiError):
    """Nothing can be signed with these keys; the message says what to do about it."""


class Permits(IntEnum):
    """What a certifying signature allows after it, as DocMDP numbers it."""

    NOTHING = 1
    THE_SEAL = 2  # and whatever else fills a field that was there


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """One certificate with its private key, ready to sign."""

    file: Path
    key: RSAPrivateKey
    certificate: Certificate
    chain: tuple[Certificate, ...]

    @property
    def owner(self) -> str:
        names = self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else self.certificate.subject.rfc4514_string()

    def require_valid(self, at: datetime) -> None:
        first, last = self.certificate.not_valid_before_utc, self.certificate.not_valid_after_utc
        if not first <= at <= last:
            raise KeysUnusable(
                f"{self.file}: the certificate is valid from {first:%Y-%m-%d} to {last:%Y-%m-%d}, "
                f"not on {at:%Y-%m-%d}; ask its issuer for a new one and put it in its place"
            )


class Pkcs12Signer:
    """Signs for the signatory and seals for the office, PAdES B-B, without any network.

    The keys stay in memory. pyHanko starts an event loop for every signature, which
    a thread that already runs one cannot do: so it works in a thread of its own, and
    these methods may be called from any. The first call loads pyHanko (a second).
    """

    def __init__(self, signer: Keys, seal: Keys, trusted: tuple[Certificate, ...]) -> None:
        self.sample = SAMPLE in signer.owner or SAMPLE in seal.owner
        self._signer = signer
        self._seal = seal
        self._trusted = trusted
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="signing")

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> Self:
        """Load both key files, and the authorities to trust from `trusted/*.pem`."""
        signer = _keys(folder / SIGNER_FILE, passphrase)
        seal = _keys(folder / SEAL_FILE, passphrase)
        return cls(signer, seal, _certificates(folder / TRUSTED_FOLDER))

    def sign(
        self,
        pdf: bytes,
        *,
        signatory_name: str,
        jabatan: str,
        reason: str,
        at: datetime,
        seal_to_come: bool = True,
    ) -> bytes:
        """Put the signatory's signature on *pdf*: the first, in the field "TandaTangan".

        It certifies: after it the seal may be set, if one is *to come*, and nothing else.
        """
        name = f"{signatory_name}, {jabatan}"
        permits = Permits.THE_SEAL if seal_to_come else Permits.NOTHING
        return self._set(pdf, self._signer, _SIGNATURE_FIELD, name, reason, at, permits=permits)

    def seal(
        self, pdf: bytes, *, office_name: str, reason: str, at: datetime, face: bytes
    ) -> bytes:
        """Put the office's seal on *pdf*, in the field "Stempel"; earlier signatures stay valid.

        It shows *face*, a PDF of one page, where the letter was drawn with a place for it.
        """
        return self._set(pdf, self._seal, _SEAL_FIELD, office_name, reason, at, face=face)

    def check(self, pdf: bytes) -> tuple[SignatureCheck, ...]:
        """What each signature in *pdf* is worth, in order; nothing if it is no readable PDF.

        A certificate is looked at as of the moment the signature itself names, and
        revocation is not asked for: that would need a network.
        """
        return self._thread.submit(self._check, pdf).result()

    def ends(self) -> dict[str, datetime]:
        """The last moment of each certificate in use."""
        both = {"signer": self._signer, "seal": self._seal}
        return {name: keys.certificate.not_valid_after_utc for name, keys in both.items()}

    @property
    def authorities(self) -> str:
        """The certificates of those this office trusts, in PEM form."""
        return "".join(one.public_bytes(Encoding.PEM).decode() for one in self._trusted)

    def _set(
        self,
        pdf: bytes,
        keys: Keys,
        field: str,
        name: str,
        reason: str,
        at: datetime,
        face: bytes | None = None,
        permits: "Permits | None" = None,
    ) -> bytes:
        keys.require_valid(at)
        return self._thread.submit(
            _sign, pdf, keys, field, name, reason, at, face, permits
        ).result()

    def _check(self, pdf: bytes) -> tuple[SignatureCheck, ...]:
        from bot.signing import pades

        return pades.check(pdf, self._trusted)


def _sign(
    pdf: bytes,
    keys: Keys,
    field: str,
    name: str,
    reason: str,
    at: datetime,
    face: bytes | None,
    permits: Permits | None,
) -> bytes:
    from bot.signing import pades

    return pades.sign(
        pdf,
        key=keys.key,
        certificate=keys.certificate,
        chain=keys.chain,
        field=field,
        name=name,
        reason=reason,
        at=at,
        face=face,
        permits=None if permits is None else int(permits),
    )


def _keys(file: Path, passphrase: str) -> Keys:
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise KeysUnusable(
            f"{file} is missing; put the PKCS#12 file of the certificate there, or remove both "
            f"{SIGNER_FILE} and {SEAL_FILE} to have development certificates made"
        ) from error
    except OSError as error:
        raise KeysUnusable(
            f"{file} cannot be read: {os.strerror(error.errno or 0)}; let the bot's user read it"
        ) from error
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(content, passphrase.encode())
    except ValueError as error:
        raise KeysUnusable(
            f"{file} does not open; check the passphrase, and that the file is PKCS#12"
        ) from error
    if not isinstance(key, RSAPrivateKey) or certificate is None:
        raise KeysUnusable(
            f"{file} holds no RSA key with its certificate; export both into one PKCS#12 file"
        )
    return Keys(file=file, key=key, certificate=certificate, chain=tuple(chain))


def _certificates(folder: Path) -> tuple[Certificate, ...]:
    found: list[Certificate] = []
    for file in sorted(folder.glob("*.pem")):
        try:
            found += load_pem_x509_certificates(file.read_bytes())
        except (OSError, ValueError) as error:
            raise KeysUnusable(
                f"{file} is no certificate in PEM form; convert it, or take it away"
            ) from error
    return tuple(found)
