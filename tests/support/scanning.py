"""What a telephone's camera reads from a paper that was printed."""

import pypdfium2
import zxingcpp

_INCH = 72  # points
_PRINTED = 150  # dots an inch: a poor printer, or a photograph of a screen


def links_on(pdf: bytes) -> list[list[str]]:
    """For each page what its QR codes say, whatever else lies around or under them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_scanned(page) for page in document]
    finally:
        document.close()


def _scanned(page: pypdfium2.PdfPage) -> list[str]:
    picture = page.render(scale=_PRINTED / _INCH).to_pil().convert("L")
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]
