"""Files of every kind, made in the tests; what they tell is invented."""

import io
import stat
import zipfile

from docx import Document
from docx.oxml import parse_xml
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

BODY = (
    "The county board voted five to two on Monday to keep the early voting hours as they are.",
    "The vote came after two hours of comment from residents of the river towns.",
)


def word(*, title: str = "", macros: bool = False, entities: bool = False) -> bytes:
    document = Document()
    document.add_paragraph("Board keeps early voting hours", style="Title")
    document.add_paragraph("By Ann Poe")
    document.add_paragraph(BODY[0])
    document.add_heading("What comes next", level=2)
    document.add_paragraph(BODY[1])
    document.add_paragraph("More hours", style="List Bullet")
    document.core_properties.title = title
    file = io.BytesIO()
    document.save(file)
    if macros or entities:
        return _changed(file.getvalue(), macros=macros, entities=entities)
    return file.getvalue()


def edited_word() -> bytes:
    """One that an editor worked on: a table, a layout table, an inserted and a deleted word."""
    document = Document()
    document.add_paragraph("Board keeps early voting hours", style="Title")
    document.add_table(1, 1).cell(0, 0).text = BODY[0]
    paragraph = document.add_paragraph("It voted ")
    paragraph._p.append(_change("ins", "<w:t xml:space='preserve'>five </w:t>"))
    paragraph._p.append(_change("del", "<w:delText>six </w:delText>"))
    paragraph.add_run("to two.")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Town", "Hours", "Orrin", "12"), strict=True):
        cell.text = words
    document.add_paragraph(BODY[1])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _change(kind: str, text: str):
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return parse_xml(
        f'<w:{kind} xmlns:w="{name}" w:id="1" w:author="A"><w:r>{text}</w:r></w:{kind}>'
    )


def _changed(content: bytes, *, macros: bool, entities: bool) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if entities and member == "word/document.xml":
                bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
                data = data.replace(b"?>", b"?>" + bomb, 1)
            new.writestr(member, data)
        if macros:
            new.writestr("word/vbaProject.bin", b"macro")
    return out.getvalue()


def pdf(*lines: str, pages: int = 1, password: str = "") -> bytes:
    """A PDF with a text layer; without lines it is as empty as a scan."""
    writer = PdfWriter()
    for number in range(1, pages + 1):
        page = writer.add_blank_page(612, 792)
        shown = [*lines, str(number)] if lines else []
        stream = DecodedStreamObject()
        text = "".join(f"({line}) Tj 0 -14 Td " for line in map(_escaped, shown))
        stream.set_data(f"BT /F1 12 Tf 72 720 Td {text} ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def zipped(members: dict[str, bytes], *, links: tuple[str, ...] = ()) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            if name in links:
                member.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(member, content)
    return file.getvalue()


def warc(*pages: tuple[str, bytes, dict], gzipped: bool = True) -> bytes:
    """(URL, body, HTTP headers) as response records."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gzipped)
    for url, body, headers in pages:
        given = {"Content-Type": "text/html; charset=utf-8", ":status": "200 OK", **headers}
        status = given.pop(":status")
        http = StatusAndHeaders(status, list(given.items()), protocol="HTTP/1.1")
        record = writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=http)
        writer.write_record(record)
        record.raw_stream.close()  # for its digest, the library spooled it into a file
    return file.getvalue()


def mail(body: str, subject: str = "Board keeps hours", **headers: str) -> bytes:
    head = {
        "From": "Baxter County Clerk <clerk@baxter.example>",
        "Date": "Tue, 11 Aug 2020 09:30:00 -0500",
        "Subject": subject,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        **headers,
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"{lines}\r\n{body}".encode()
