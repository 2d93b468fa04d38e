"""What a person reads in a PDF, and what poppler thinks of its signatures."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2


def words_of(pdf: bytes | Path) -> str:
    """All text of all pages, its white space folded."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[index] for index in range(len(document))]
        texts = [page.get_textpage() for page in pages]
        said = " ".join(text.get_text_range() for text in texts)
        for opened in (*texts, *pages):
            opened.close()
        return " ".join(said.replace("￾", "-").split())
    finally:
        document.close()


def valid_signatures(pdf: Path) -> int | None:
    """How many signatures poppler finds valid; nothing where poppler is not installed."""
    program = shutil.which("pdfsig")
    if program is None:
        return None
    ran = subprocess.run([program, pdf], capture_output=True, text=True, check=False)
    return ran.stdout.count("Signature is Valid.")
