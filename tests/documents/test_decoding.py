"""Bytes are read in the encodings that offices use, and refused in plain words otherwise."""

import pytest

from disclosures.documents.decoding import LARGEST, check_size, decoded
from disclosures.documents.read import DocumentText, Refusal, read_text_document
from disclosures.documents.refusal import RefusedError

TEXT = "昆明市示例局2023年部门预算\n一、基本职能\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_common_encodings_are_read(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_line_ends_become_one_kind() -> None:
    assert decoded(TEXT.replace("\n", "\r\n").encode()) == TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n...", "binary"),
        (b"PK\x03\x04rest", "binary"),
        (b"\xd0\xcf\x11\xe0rest", "binary"),
        ("正文\x00正文".encode(), "binary"),
        (b"\x81\xff\xff\xff\xfe", "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        decoded(data)
    assert caught.value.refusal.code == code
    assert caught.value.refusal.reason


def test_a_huge_file_is_refused_by_its_size_alone() -> None:
    with pytest.raises(RefusedError) as caught:
        check_size(200 * 1024 * 1024)
    assert "200 MB" in caught.value.refusal.reason
    check_size(LARGEST)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("您好，" * 10, "too_short"),
        ("尊敬的领导：" + "现将本年度工作开展情况总结如下，" * 40, "not_a_disclosure"),
        ("关于部门预算工作的通知。" + "请各单位认真组织学习。" * 40, "no_sections"),
        ("2023年预算执行情况和2024年预算草案的报告，含部门预算。" * 20, "government_budget"),
    ],
)
def test_other_papers_are_refused(text: str, code: str) -> None:
    answer = read_text_document(text.encode(), "x.txt")
    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_gbk_reads_like_utf8(seed: bytes) -> None:
    gbk = read_text_document(seed.decode().encode("gb18030"), "x.txt")
    utf8 = read_text_document(seed, "x.txt")
    assert isinstance(gbk, DocumentText)
    assert gbk == utf8
