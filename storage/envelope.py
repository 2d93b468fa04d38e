"""Words that wait for a moment in the books, readable with the office's key alone."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES = 12  # what AES-GCM asks for
_SEALED = "1:"  # how what was sealed begins; what was written before begins with "{"


class Envelope:
    """Seals words with a key that is derived from the vault's, for this purpose alone."""

    def __init__(self, vault_key: bytes) -> None:
        derived = HKDF(SHA256(), length=32, salt=None, info=b"disposisi inbox").derive(vault_key)
        self._cipher = AESGCM(derived)

    def seal(self, words: str, *, about: int) -> str:
        """Closed so that it opens only as what it is *about*: the number of its update."""
        nonce = os.urandom(_NONCE_BYTES)
        closed = self._cipher.encrypt(nonce, words.encode(), str(about).encode())
        return _SEALED + base64.b64encode(nonce + closed).decode()

    def open(self, sealed: str, *, about: int) -> str:
        """The words; empty when the key is another one. What was never sealed stays as it is."""
        if not sealed.startswith(_SEALED):
            return sealed
        kept = base64.b64decode(sealed.removeprefix(_SEALED))
        nonce, closed = kept[:_NONCE_BYTES], kept[_NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, closed, str(about).encode()).decode()
        except InvalidTag:
            return ""
