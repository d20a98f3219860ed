"""A document in seven scripts that has a block of every kind, written for the tests."""

from tests.exporters.pdf.building import Document

from liveblog_archive.exporters.pdf.conformance import Attachment, Conformance, Facts
from liveblog_archive.exporters.pdf.design import A4, Sheet, Style
from liveblog_archive.exporters.pdf.figures import Drawing, Figure
from liveblog_archive.exporters.pdf.layout import Anchor, Barred, Beside, PageNumber, Rule, Stack
from liveblog_archive.exporters.pdf.protocol import Block, PageNote
from liveblog_archive.exporters.pdf.tables import Column, Row
from liveblog_archive.exporters.pdf.tags import Element
from liveblog_archive.exporters.pdf.text import Text
from liveblog_archive.exporters.pdf.tokens import Run

SENTENCES = {
    "en": "The harbour office closed the northern basin after the crane had lost its footing, and nobody was "
    "allowed onto the quay until the divers had examined every single one of the fourteen piles.",
    "ru": "Портовое управление закрыло северный бассейн после того, как кран потерял опору, и никого не пускали "
    "на причал, пока водолазы не осмотрели каждую сваю.",
    "el": "Το λιμεναρχείο έκλεισε τη βόρεια λεκάνη όταν ο γερανός έχασε τη στήριξή του, και κανείς δεν πλησίαζε "
    "την αποβάθρα πριν οι δύτες εξετάσουν όλους τους πασσάλους.",
    "hy": "Նավահանգստի վարչությունը փակեց հյուսիսային ավազանը, երբ կռունկը կորցրեց հենարանը, և ոչ ոք չէր կարող "
    "մոտենալ կառամատույցին, մինչև ջրասուզակները չստուգեցին բոլոր ցցերը։",
    "ka": "პორტის სამმართველომ ჩრდილოეთის აუზი დახურა, როცა ამწემ საყრდენი დაკარგა, და ნავმისადგომზე არავის "
    "უშვებდნენ, სანამ მყვინთავებმა ყველა ხიმინჯი არ შეამოწმეს.",
    "he": "הנהלת הנמל סגרה את המעגן הצפוני אחרי שהעגורן איבד את אחיזתו ואיש לא הורשה לעלות על הרציף עד שהצוללנים "
    "בדקו את כל העמודים",
    "ar": "أغلقت إدارة الميناء الحوض الشمالي بعد أن فقدت الرافعة توازنها ولم يُسمح لأحد بالاقتراب من الرصيف إلا بعد "
    "أن فحص الغواصون جميع الأعمدة والسلام على الجميع",
}
MIXED = {
    "he": "הרציף (מספר 7) נפתח שוב בשעה 18:40, כך מסר Harbour Office בהודעה.",
    "ar": "أُعيد فتح الرصيف (رقم 7) عند الساعة 18:40 كما أفاد Harbour Office، ولا إصابات.",
}
POINTED = "בְּרֵאשִׁית"
BODY = Style(size=10.0, leading=15.0, align="justify", before=6.0)
HEAD = Style(size=14.0, leading=18.0, face="bold", before=14.0, keep=True)
SMALL = Style(size=8.0, leading=11.0, color=(0.35, 0.38, 0.42))
GREY = (0.5, 0.5, 0.5)
FACTS = Facts(title="The harbour in seven scripts", language="en", authors=("Desk",))
DATA = Attachment(filename="data.json", media_type="application/json", description="Nothing", data=[b"{}"])
COLUMNS = (Column(0.0, 90.0), Column(100.0, 240.0), Column(350.0, 130.0))


def document(sheet: Sheet = A4, conformance: Conformance = "3a") -> bytes:
    """Return the document as a file."""
    made = Document(sheet, FACTS, conformance, furnish=_Furniture())
    blocks = [*_opening(made), *_scripts(made), _list(made), _table(made), _figure(made)]
    return made.made(*blocks, attachments=[DATA])


class _Furniture:
    def __call__(self, canvas: object) -> None:
        text = Text(canvas.fonts, SMALL, f"Page {canvas.page_number} of\u00a0", tag=None)
        text.measure(100.0, 100.0)
        text.draw(canvas, canvas.sheet.left, 40.0)
        canvas.call("total", SMALL, canvas.sheet.left + 60.0, 40.0 - SMALL.baseline)


def _opening(made: Document) -> list[Block]:
    title = Text(made.fonts, HEAD, FACTS.title, tag=made.body.child("H1"))
    entry = made.body.child("TOC").child("TOCI").child("Reference")
    line = Text(made.fonts, BODY, Run("The table", goto="table"), tag=entry)
    number = PageNumber(Style(size=8.0, leading=15.0, align="right"), "table", entry)
    return [Anchor("top", "Top"), title, Beside(line, number, outdent=40.0, at=400.0, wide=40.0)]


def _scripts(made: Document) -> list[Block]:
    blocks: list[Block] = []
    for number, (language, sentence) in enumerate(SENTENCES.items(), start=1):
        paragraph = made.paragraph(lang=language)
        tag = Element("Note")
        note = Text(made.fonts, SMALL, f"{number} See https://port.example/{language}.", tag=tag.child("P"))
        mark = Run(str(number), size=0.7, rise=0.35, note=PageNote(note, tag))
        runs = [Run(sentence)] if language in MIXED else [Run(sentence), mark]
        blocks += [Anchor(f"p{number}", language.upper(), 1), Text(made.fonts, BODY, *runs, tag=paragraph)]
    for language, sentence in MIXED.items():
        quotation = made.body.child("BlockQuote", lang=language)
        blocks.append(Barred(Text(made.fonts, BODY, sentence, tag=quotation.child("P")), 6.0, GREY))
    link = Run("port.example", url="https://port.example/?a=1&b=ü", alt="The port")
    here = Run("the top", goto="top", face="italic", color=(0.4, 0.1, 0.1))
    foreign = Run("порт", lang="ru", face="bold")
    runs = ("See ", link, " or ", here, ", or the ", foreign, ".\n\nSo be\u00adit.")
    blocks.append(Text(made.fonts, BODY, POINTED, tag=made.paragraph(lang="he")))
    return [*blocks, Text(made.fonts, BODY, *runs, tag=made.paragraph())]


def _list(made: Document) -> Block:
    whole = made.body.child("L", attributes="<</O/List/ListNumbering/Disc>>")
    items: list[Block] = []
    for item in ("One lane is open", "Buses are led over the old road"):
        tag = whole.child("LI")
        mark = Text(made.fonts, BODY, "•", tag=tag.child("Lbl"))
        items.append(
            Beside(Text(made.fonts, BODY, item, tag=tag.child("LBody")), mark, indent=14.0, at=0.0, wide=14.0)
        )
    return Stack(items)


def _table(made: Document) -> Block:
    tag = made.body.child("Table")

    def head(row: Element) -> Block:
        cells = [row.child("TH", attributes="<</O/Table/Scope/Column>>") for _ in COLUMNS]
        texts = zip(("Time", "What happened", "Said by"), cells, strict=True)
        return Row(COLUMNS, [Text(made.fonts, HEAD, text, tag=cell) for text, cell in texts], before=8.0)

    def row(number: int) -> Block:
        cells = tag.child("TR")
        texts = (f"{number % 24}:00", "The water rose by a hand's breadth. " * (1 + number % 3), "")
        return Row(COLUMNS, [Text(made.fonts, SMALL, text, tag=cells.child("TD")) for text in texts], before=3.0)

    return Stack([Anchor("table", "Table"), Rule(0.5, GREY), head(tag.child("TR")), *map(row, range(60))])


def _figure(made: Document) -> Block:
    tag = made.body.child("Figure", alt="A line with a disc and a box on it, and a word in Arabic")

    def paint(drawing: Drawing) -> None:
        drawing.line([(0.0, 20.0), (drawing.width, 20.0)], 1.0, (0.0, 0.0, 0.0), (3.0, 2.0))
        drawing.disc(60.0, 20.0, 6.0, (0.6, 0.1, 0.1))
        drawing.box(120.0, 10.0, 30.0, 20.0, (0.8, 0.8, 0.9))
        drawing.text(60.0, 36.0, "الميناء 1", Style(size=8.0, leading=10.0))
        drawing.text(drawing.width, 36.0, "harbour", Style(size=8.0, leading=10.0, align="right"))

    return Figure(made.fonts, 50.0, paint, tag=tag, before=10.0)
