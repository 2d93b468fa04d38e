"""Search terms as the books keep them: hashed with the office's key, apart for each SOP."""

import hmac

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workflow.ids import ProcedureId
from workflow.search_terms import Term

_BYTES = 8  # of a hash: what a BIGINT holds


class TermKey:
    """Hashes terms with a key that is derived from the vault's, for this purpose alone."""

    def __init__(self, vault_key: bytes) -> None:
        derive = HKDF(SHA256(), length=32, salt=None, info=b"disposisi search terms")
        self._key = derive.derive(vault_key)

    def hash_of(self, procedure_id: ProcedureId, term: Term) -> int:
        """The same for the same term of the same SOP, and telling nothing of either."""
        said = f"{procedure_id}\n{term}".encode()
        return int.from_bytes(hmac.digest(self._key, said, "sha256")[:_BYTES], "big", signed=True)
