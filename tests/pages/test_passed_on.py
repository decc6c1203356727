"""What leaves the site: structured data, share pictures, citations, frames and oEmbed."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html as lxml_html
from PIL import Image

from disclosures.exports import share_image
from disclosures.exports.share_image import Picture, Said, drawn
from disclosures.pages import citing
from disclosures.pages.share import figures_of
from disclosures.pages.structured import structured
from disclosures.publishing.previewing import preview_token
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, FIGURE, SLUG, other_department, person, take_in

SITE = "http://testserver"
R1 = f"{AT}r1/"
TABLE = f"{AT}tables/three-public/"
HIDDEN_AT = "/kunming/ce-shi-ju/2022/"
EMBEDS = (
    f"{R1}embed/",
    f"{R1}figures/exp.total/embed/",
    f"{R1}compositions/split/embed/",
    f"{R1}tables/three-public/embed/",
)
MOST_QUERIES = 12
OEMBED = {"application/json+oembed", "text/xml+oembed"}


def page(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def linked_data(tree: Any) -> Any:
    (block,) = tree.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(block)


def test_a_disclosure_is_a_dataset(published: Revision, client: Client) -> None:
    said = linked_data(page(client, AT))
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Dataset")
    assert said["@id"] == f"{SITE}{R1}"
    assert said["version"] == "1"
    assert said["temporalCoverage"] == "2022-01-01/2022-12-31"
    assert said["spatialCoverage"]["name"] == "昆明市"
    assert said["publisher"]["name"] == "昆明市网格化综合监督指挥中心"
    assert published.upload is not None
    assert said["isBasedOn"]["sha256"] == published.upload.sha256
    measured = {each["propertyID"]: each["value"] for each in said["variableMeasured"]}
    assert measured["exp.total"] == "17079500.00"
    for each in said["distribution"]:
        answer = client.get(each["contentUrl"].removeprefix(SITE))
        assert answer.status_code == 200, each
        assert answer["Content-Type"].startswith(each["encodingFormat"])
    catalogue = linked_data(page(client, "/data/"))
    assert catalogue["@type"] == "DataCatalog"
    assert [each["temporalCoverage"] for each in catalogue["dataset"]] == ["2022-01-01/2022-12-31"]
    assert linked_data(page(client, f"/en{AT}"))["@id"] == f"{SITE}/en{R1}"


def test_no_name_ends_the_block() -> None:
    said = {"name": "</script><script>alert(1)</script><!-- & \u2028"}
    block = str(structured(said))
    assert block.count("<") == 2
    assert "\u2028" not in block
    tree = lxml_html.fromstring(f"<html><head>{block}</head></html>")
    assert linked_data(tree) == said
    assert str(structured(None)) == ""


def test_the_picture_has_the_figures(published: Revision, client: Client) -> None:
    tags = {
        each.get("property") or each.get("name"): each.get("content")
        for each in page(client, AT).xpath("//meta[@content]")
    }
    assert tags["og:title"] == "昆明市网格化综合监督指挥中心2022年部门预算"
    assert tags["og:url"] == f"{SITE}{AT}"
    assert tags["og:image"] == tags["twitter:image"] == f"{SITE}{R1}share.png"
    assert tags["twitter:card"] == "summary_large_image"
    pictures = {client.get(path).content for path in (f"{R1}share.png", f"{AT}share.png")}
    english = client.get(f"/en{R1}share.png")
    assert english["Content-Type"] == "image/png"
    assert len(pictures) == 1
    for picture in (*pictures, english.content):
        assert Image.open(BytesIO(picture)).size == (share_image.WIDTH, share_image.HEIGHT)
    assert english.content not in pictures
    assert tags["og:image:width"] == str(share_image.WIDTH)
    kept = sorted(Path(settings.MEDIA_ROOT).glob("kept/share/**/*.png"))
    assert len(kept) == 2
    kept[-1].write_bytes(b"as it lies")
    assert client.get(f"{R1}share.png").content == b"as it lies"
    total, three_public = figures_of(published)
    assert (total.text, total.unit) == ("1707.95", "万元")
    assert (three_public.text, three_public.change) == ("3.36", "比上年持平")


def test_a_picture_takes_any_words() -> None:
    nasty = '#panic("x") $ \\ ] </b> 𠀀' * 20
    figures = (Said(nasty, "123,456,789,012.345678", nasty, nasty), Said("x", "", ""))
    made = Image.open(BytesIO(drawn(Picture(nasty, nasty, nasty, figures, nasty, nasty))))
    assert made.size == (share_image.WIDTH, share_image.HEIGHT)


def test_citations_name_the_revision(published: Revision, client: Client) -> None:
    assert published.upload is not None
    for path, pinned in (
        (AT, R1),
        (FIGURE, f"{R1}figures/income.total/"),
        (TABLE, f"{R1}tables/three-public/"),
    ):
        tree = page(client, path)
        (cite,) = tree.xpath("//details[@id='cite']")
        said = [each.text_content() for each in cite.xpath(".//*[contains(@class, 'take-all')]")]
        assert said[0].startswith(
            "昆明市网格化综合监督指挥中心. 昆明市网格化综合监督指挥中心2022年部门预算"
        )
        assert "[DS/OL]. 第1版. (" in said[0]
        assert all(f"{SITE}{pinned}" in each for each in said[:3])
        assert said[2].startswith(f"@misc{{kunming-{SLUG}-2022-budget-r1,")
        assert published.upload.sha256 in said[2]
        for each in said[3:]:
            (frame,) = lxml_html.fragments_fromstring(each)
            assert frame.tag == "iframe"
            assert client.get(frame.get("src").removeprefix(SITE)).status_code == 200


def test_bibtex_escapes_what_tex_reads() -> None:
    assert r"50% & {a_b} \c".translate(citing.SPECIAL) == r"50\% \& \{a\_b\} \textbackslash{}c"


def test_only_frames_may_be_framed(published: Revision, client: Client) -> None:
    for path in (*EMBEDS, f"/en{EMBEDS[0]}"):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        assert answer.status_code == 200, path
        assert len(asked) <= MOST_QUERIES, path
        assert "X-Frame-Options" not in answer.headers, path
        policy = answer["Content-Security-Policy"]
        assert "frame-ancestors *" in policy, path
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert not answer.cookies
        assert answer["X-Robots-Tag"] == "noindex"
        tree = lxml_html.fromstring(answer.content.decode())
        assert tree.xpath("//base/@target") == ["_blank"]
        assert tree.xpath("//footer//a/@href")
    for path in (AT, R1, FIGURE, TABLE, f"{R1}share.png", "/oembed", f"{HIDDEN_AT}embed/"):
        answer = client.get(path)
        assert answer["X-Frame-Options"] == "DENY", path
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], path
    for path in (
        f"{R1}figures/mei.you/embed/",
        f"{R1}compositions/x/embed/",
        f"{R1}tables/x/embed/",
    ):
        assert client.get(path).status_code == 404, path


def oembed(client: Client, url: str, **asked: str) -> Any:
    return client.get("/oembed", {"url": url, **asked})


def test_oembed_answers_for_what_is_ours(published: Revision, client: Client) -> None:
    for path, framed in ((AT, "embed/"), (R1, "embed/"), (FIGURE, "figures/income.total/embed/")):
        answer = oembed(client, f"{SITE}{path}")
        said = answer.json()
        assert (said["version"], said["type"]) == ("1.0", "rich")
        (frame,) = lxml_html.fragments_fromstring(said["html"])
        assert frame.get("src") == f"{SITE}{R1}{framed}"
        assert (frame.get("width"), frame.get("height")) == (
            str(said["width"]),
            str(said["height"]),
        )
        assert answer["Access-Control-Allow-Origin"] == "*"
    small = oembed(client, f"{SITE}{AT}", maxwidth="300", maxheight="x").json()
    assert (small["width"], small["height"]) == (300, 480)
    answer = oembed(client, f"{SITE}/en{TABLE}", format="xml")
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    tree = ElementTree.fromstring(answer.content)
    assert f"{SITE}/en{R1}tables/three-public/embed/" in (tree.findtext("html") or "")
    assert tree.findtext("provider_name") == "Budget Portal"
    for path in (AT, FIGURE, TABLE):
        found = page(client, path).xpath("//link[contains(@type, '+oembed')]")
        assert [each.get("type") for each in found] == [
            "application/json+oembed",
            "text/xml+oembed",
        ]
        for each in found:
            assert client.get(each.get("href").removeprefix(SITE)).status_code == 200


def test_oembed_knows_nothing_else(published: Revision, client: Client, seed: bytes) -> None:
    nowhere = oembed(client, f"{SITE}/kunming/mei-you/2022/")
    token = preview_token(
        revision=take_in(other_department(seed), State.DRAFT), by=person("finance")
    )
    unknown = (
        f"{SITE}{HIDDEN_AT}",
        f"{SITE}{HIDDEN_AT}figures/income.total/",
        f"{SITE}/preview/{token}/",
        f"{SITE}{AT}r2/",
        f"{SITE}{AT}figures/mei.you/",
        f"{SITE}{AT}figures/\0/",
        f"{SITE}{AT}tables/x/",
        f"{SITE}/admin/",
        f"{SITE}/",
        f"http://testserver.evil.example{AT}",
        f"http://evil.example@testserver{AT}",
        f"https://testserver{AT}",
        f"javascript://testserver{AT}",
        f"//testserver{AT}",
        AT,
        "http://[",
        "http://testserver:x/",
    )
    for url in unknown:
        answer = oembed(client, url)
        assert (answer.status_code, answer.content) == (404, nowhere.content), url
        assert dict(answer.headers) == dict(nowhere.headers), url
    assert client.get("/oembed").status_code == 400
    assert oembed(client, f"{SITE}/{'9' * 10_000}").status_code == 400
    assert oembed(client, f"{SITE}{AT}", format="yaml").status_code == 501


def test_a_preview_is_not_passed_on(published: Revision, client: Client, seed: bytes) -> None:
    draft = take_in(other_department(seed), State.DRAFT)
    token = preview_token(revision=draft, by=person("finance"))
    for tail in ("", "figures/income.total/", "tables/three-public/"):
        said = client.get(f"/preview/{token}/{tail}")
        assert said.status_code == 200, tail
        tree = lxml_html.fromstring(said.content.decode())
        assert tree.xpath("//link[@rel='canonical'] | //link[@hreflang]") == []
        assert (
            tree.xpath(
                "//meta[@property] | //script[@type='application/ld+json'] | //details[@id='cite']"
            )
            == []
        )
