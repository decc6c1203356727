"""PDFs written object by object: damaged, swollen and encrypted as no program would write them."""

import zlib
from collections.abc import Mapping, Sequence
from hashlib import md5

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = b"BT /F1 10 Tf 50 700 Td (A department publishes what it receives and spends) Tj ET"
PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
ID = b"0123456789abcdef"
PERMISSIONS = b"\xc0\xff\xff\xff"  # -64: nothing but reading
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"


def stream(content: bytes, more: bytes = b"", *, key: bytes = b"") -> bytes:
    """A packed stream object, encrypted where there is a key."""
    packed = _rc4(key, zlib.compress(content)) if key else zlib.compress(content)
    said = b"<</Length %d/Filter/FlateDecode%s>>" % (len(packed), more)
    return said + b"\nstream\n" + packed + b"\nendstream"


def written(objects: Mapping[int, bytes], more: bytes = b"") -> bytes:
    """A file of numbered objects, of which 1 is the catalogue; `more` is said in its trailer."""
    made = b"%PDF-1.4\n"
    at: dict[int, int] = {}
    for number, body in objects.items():
        at[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begin, size = len(made), max(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    made += b"".join(b"%010d 00000 n \n" % at.get(number, 0) for number in range(1, size))
    made += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, more, begin)
    return made


def pages(
    contents: Sequence[bytes],
    *,
    box: bytes = b"[0 0 595 842]",
    forms: Mapping[int, bytes] | None = None,
    count: int | None = None,
    more: bytes = b"",
) -> bytes:
    """A file with a page of each content stream. `forms` are objects that pages may call as /X.

    `count` is how many pages it says it has, `more` said in its trailer.
    """
    called = b"".join(b"/X%d %d 0 R" % (number, number) for number in forms or ())
    resources = b"<</Font<</F1 3 0 R>>/XObject<<%s>>>>" % called
    numbers = range(1000, 1000 + 2 * len(contents), 2)
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: FONT, **(forms or {})}
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    told = len(contents) if count is None else count
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, told)
    for number, content in zip(numbers, contents, strict=True):
        said = b"/Parent 2 0 R/MediaBox %s/Resources %s" % (box, resources)
        objects[number] = b"<</Type/Page%s/Contents %d 0 R>>" % (said, number + 1)
        objects[number + 1] = content
    return written(objects, more)


def encrypted(user: bytes, owner: bytes) -> bytes:
    """A page that opens with a password; an empty one opens for everybody."""
    owners = _rc4(md5(_padded(owner)).digest()[:5], _padded(user))
    key = md5(_padded(user) + owners + PERMISSIONS + ID).digest()[:5]
    users = _rc4(key, PAD)
    own = md5(key + (1001).to_bytes(3, "little") + bytes(2)).digest()[:10]
    said = b"/Encrypt<</Filter/Standard/V 1/R 2/P -64/O<%s>/U<%s>>>/ID[<%s><%s>]" % (
        *(each.hex().encode() for each in (owners, users, ID, ID)),
    )
    return pages([stream(WORDS, key=own)], more=said)


def _padded(password: bytes) -> bytes:
    return (password + PAD)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    made = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        made.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(made)
