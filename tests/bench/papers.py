"""The signed letter, beside what ReportLab and pyHanko cost by themselves."""

import io
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.signing.development import make_development_certificates
from bot.signing.pkcs12 import Pkcs12Signer
from messages.documents.surat_jawaban import surat_jawaban
from messages.fonts import inline
from messages.localizer import localizer_for
from tests.bench.rows import Row, at_most
from tests.support.papers import a_surat_jawaban

AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
ROUNDS = 40


def _timed_in_turn(*works):
    """Milliseconds each takes, by the median; in turn, so that what disturbs one disturbs all."""
    spent = [[] for _ in works]
    for _ in range(ROUNDS + 1):
        for times, work in zip(spent, works, strict=True):
            began = time.perf_counter()
            work()
            times.append(time.perf_counter() - began)
    return [1000 * median(times[1:]) for times in spent]


def _bare_letter():
    """One page of Platypus with an embedded TrueType font and a QR code, as anybody writes it."""
    import segno
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Image, Paragraph, SimpleDocTemplate, Table

    from messages import fonts

    fonts.register()
    out, picture = io.BytesIO(), io.BytesIO()
    segno.make("https://t.me/bot?start=vABCDEFGHJK").save(picture, kind="png", scale=4)
    picture.seek(0)
    style = ParagraphStyle("x", fontName="LiberationSans", fontSize=11, leading=14)
    words = "Menindaklanjuti surat Saudara perihal permohonan data kependudukan. " * 8
    story = [Paragraph(words, style) for _ in range(6)]
    story += [Table([["Jabatan", "Nama", "Paraf"]] * 4), Image(picture, 60, 60)]
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def rows():
    with tempfile.TemporaryDirectory() as folder:
        make_development_certificates(Path(folder), "x", office_name="Dinas", at=AT)
        signer = Pkcs12Signer.open(Path(folder), "x")
        say = localizer_for("id", AT.tzinfo, escape=inline)
        paper = a_surat_jawaban()
        pdf = surat_jawaban(paper, say)

        def sign():
            signer.sign(pdf, signatory_name="N", jabatan="J", reason="r", at=AT)

        def both():
            drawn = surat_jawaban(paper, say)
            signer.sign(drawn, signatory_name="N", jabatan="J", reason="r", at=AT)

        bare, drawn, signed, whole = _timed_in_turn(
            _bare_letter, lambda: surat_jawaban(paper, say), sign, both
        )
    return [
        Row(what="letter: bare ReportLab, one page", figure=f"{bare:.0f} ms"),
        Row(what="letter: drawn", figure=f"{drawn:.0f} ms"),
        Row(what="letter: signed (PAdES-B-B, key kept)", figure=f"{signed:.0f} ms"),
        at_most(
            1.3,
            whole / (bare + signed),
            what="letter: drawn and signed",
            figure=f"{whole:.0f} ms, {1000 / whole:.0f} a second",
            beside=f"{whole / (bare + signed):.2f} × (bare ReportLab + pyHanko)",
            unit=" × bare",
        ),
    ]
