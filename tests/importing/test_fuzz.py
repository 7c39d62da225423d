"""Documents of the corpus torn, doubled and mixed: whatever comes of them is read, or refused in one line."""

import time
from random import Random

import pytest

from recotrack.importing.documents.errors import DocumentError
from recotrack.importing.documents.reading import read_document
from recotrack.importing.finding.finding import find_in
from tests.importing.making import html_of, pdf_of, pdf_paragraphs
from tests.importing.test_corpus import CORPUS, NAMES, expected

_BITS = (
    *(b"<", b"</", b"<!--", b"&#", b"\x00", b"\xff", b"\n\n", b"\x0c", b";", b"1. "),
    *("•".encode(), b"Recommendations:\n"),
)


def torn(data: bytes, random: Random) -> bytes:
    """Gives bytes with up to twenty cuts, copies and strange bits."""
    for _ in range(random.randrange(1, 20)):
        start = random.randrange(len(data) + 1)
        end = min(start + random.choice([0, 1, 10, 200, 3000]), len(data))
        strange = random.choice(_BITS) * random.randrange(9)
        middle = random.choice([b"", data[start:end] * 2, data[start:end][::-1], strange])
        data = data[:start] + middle + data[end:]
    return data[:200_000]


def check(data: bytes) -> None:
    begun = time.process_time()
    try:
        read = read_document(data)
    except DocumentError as error:
        if "\n" in str(error):
            pytest.fail(f"more than a line: {error}")
        return
    _, found = find_in([read.text, *read.others])
    assert found.because
    assert all(item.text.strip() == item.text != "" for item in found.items)
    assert time.process_time() - begun < 10


@pytest.mark.slow
@pytest.mark.parametrize("block", range(8))
def test_texts_and_pages(block: int) -> None:
    for seed in range(block * 250, block * 250 + 250):
        random = Random(seed)
        name = random.choice(NAMES)
        data = (CORPUS / f"{name}.txt").read_bytes()
        if seed % 2:
            data = html_of(name, expected(name)).encode("utf-8")  # type: ignore[arg-type]
        try:
            check(torn(data, random))
        except Exception as error:
            pytest.fail(f"seed {seed}: {error!r}")


@pytest.mark.slow
def test_pdfs() -> None:
    for seed in range(120):
        random = Random(seed)
        name = random.choice(NAMES[:20])
        data = pdf_of(pdf_paragraphs(name, expected(name)), columns=1 + seed % 2)  # type: ignore[arg-type]
        try:
            check(torn(data, random))
        except Exception as error:
            pytest.fail(f"seed {seed}: {error!r}")
