"""Bytes to text: which encodings are read, and what is refused."""

import re

from disclosures.documents.refusal import RefusedError

# A narrative is some 30 kB; a saved page with its menus some 200 kB.
LARGEST = 20 * 1024 * 1024
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SIGNATURES = (
    (b"%PDF", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或 Office 文件（docx、xlsx）"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件（doc、xls）"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"\x1f\x8b", "压缩包"),
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.I)


def check_size(size: int) -> None:
    """Raise RefusedError for a file that is empty or larger than any disclosure."""
    if size == 0:
        raise RefusedError("empty", "文件是空的。请检查后重新上传。The file is empty.")
    if size > LARGEST:
        raise RefusedError(
            "too_large",
            f"文件有 {size / 1024 / 1024:.0f} MB，超过 {LARGEST // 1024 // 1024} MB 的上限。"
            "请去掉图片等多余内容后重新上传。The file is too large.",
        )


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with a mark, or GBK (GB 18030).

    Line ends become `\\n`. Raises RefusedError when the bytes are no text in any of these.
    """
    check_size(len(data))
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise RefusedError(
                "binary",
                f"这是{what}，不是文本或网页。请上传编制说明的文本（.txt）或网页（.html）。"
                "This is not a text or HTML file.",
            )
    text = _decoded(data)
    if CONTROL.search(text):
        raise RefusedError(
            "binary",
            "文件中有文本里不会出现的控制字符，可能是二进制文件或编码有误。"
            "请另存为 UTF-8 文本后重新上传。The file holds control characters.",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _tried(data, encoding) or _unreadable()
    declared = CHARSET.search(data[:2048])
    names = [] if declared is None else [declared.group(1).decode("ascii")]
    for encoding in ("utf-8", *names, "gb18030"):
        text = _tried(data, encoding)
        if text is not None:
            return text
    return _unreadable()


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _unreadable() -> str:
    raise RefusedError(
        "encoding",
        "无法识别文件的文字编码（支持 UTF-8、UTF-16、GBK）。请另存为 UTF-8 文本后重新上传。"
        "The encoding of the file could not be recognised.",
    )
