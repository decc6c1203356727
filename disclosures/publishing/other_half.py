"""The half of a disclosure that came in earlier: its narrative, or its tables.

A department publishes both on one day, but they need not come in together. The later file makes a
revision of the two: alone it would take the place of the other, and half of what was told be gone.
"""

from dataclasses import dataclass

from disclosures.publishing.joining import Joined, halves, is_complete
from disclosures.publishing.reading import Reading, read
from disclosures.records.disclosure import Disclosure, State
from disclosures.records.upload import Upload


@dataclass(frozen=True)
class OtherHalf:
    """What both halves say together, and the bytes of the one that was there."""

    whole: Joined
    name: str
    data: bytes

    def files(self, late: Reading, data: bytes) -> list[tuple[Reading, bytes]]:
        """The file that gives the text and the further one, each with its bytes.

        `late` is the half that came in now, `data` are its bytes.
        """
        is_text = self.whole.reading.sha256 == late.sha256
        first, second = (data, self.data) if is_text else (self.data, data)
        return [(self.whole.reading, first), (self.whole.further[0], second)]


def other_half_of(disclosure: Disclosure, late: Reading) -> OtherHalf | None:
    """The half that the latest revision was made from, where `late` is what it lacks."""
    if is_complete(late):
        return None
    last = disclosure.revisions.exclude(state=State.WITHDRAWN).order_by("-number").first()
    if last is None:
        return None
    sources = [each.upload for each in last.source_set.select_related("upload")]
    for upload in filter(None, (last.upload, *sources)):
        data = _bytes_of(upload)
        whole = halves(read(data, upload.name), late)
        if whole is not None:
            return OtherHalf(whole, upload.name, data)
    return None


def _bytes_of(upload: Upload) -> bytes:
    with upload.stored.open("rb") as file:
        return bytes(file.read())
