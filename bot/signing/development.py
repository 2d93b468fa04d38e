"""Certificates for practice, made at first start: every one of them says CONTOH."""

import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from bot.signing.pkcs12 import SAMPLE, SEAL_FILE, SIGNER_FILE, TRUSTED_FOLDER
from storage.private import make_private

_AUTHORITY = f"Disposisi {SAMPLE}"
_VALID = timedelta(days=3653)
_SLACK = timedelta(days=1)  # clocks of other machines may be behind
_LONGEST = 64  # X.520: characters of a name


def make_development_certificates(
    folder: Path, passphrase: str, *, office_name: str, at: datetime
) -> None:
    """Put a signer, a seal and the authority of both into *folder*, unless keys are there.

    The authority's own key is thrown away: it vouches for these two and no others.
    """
    if (folder / SIGNER_FILE).exists() or (folder / SEAL_FILE).exists():
        return
    trusted = folder / TRUSTED_FOLDER
    make_private(folder)
    make_private(trusted)
    authority_key = _key()
    authority = _certificate(
        _AUTHORITY, office_name, authority_key, issuer=_AUTHORITY, issuer_key=authority_key, at=at
    )
    (trusted / "disposisi-contoh.pem").write_bytes(authority.public_bytes(Encoding.PEM))
    archives: dict[str, bytes] = {}
    for file, owner in ((SEAL_FILE, "Stempel"), (SIGNER_FILE, "Penanda Tangan")):
        name = f"{owner} {SAMPLE}"
        key = _key()
        certificate = _certificate(
            name, office_name, key, issuer=_AUTHORITY, issuer_key=authority_key, at=at
        )
        archives[file] = pkcs12.serialize_key_and_certificates(
            name.encode(),
            key,
            certificate,
            [authority],
            BestAvailableEncryption(passphrase.encode()),
        )
    _write_all_privately(folder, archives)


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _certificate(
    name: str,
    office_name: str,
    key: rsa.RSAPrivateKey,
    *,
    issuer: str,
    issuer_key: rsa.RSAPrivateKey,
    at: datetime,
) -> x509.Certificate:
    is_authority = name == issuer
    public, issuer_public = key.public_key(), issuer_key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name, office_name))
        .issuer_name(_name(issuer, office_name))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _SLACK)
        .not_valid_after(at + _VALID)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(_usage(is_authority=is_authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_public), critical=False
        )
        .sign(issuer_key, SHA256())
    )


def _name(common_name: str, office_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, office_name[:_LONGEST]),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _write_all_privately(folder: Path, files: Mapping[str, bytes]) -> None:
    """All of them or, where there is no room, none: one without the other could not be opened."""
    waiting = {folder / f"{name}.part": folder / name for name in files}
    try:
        for part, content in zip(waiting, files.values(), strict=True):
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as handle:
                handle.write(content)
        for part, file in waiting.items():
            part.replace(file)
    finally:
        for part in waiting:
            part.unlink(missing_ok=True)
