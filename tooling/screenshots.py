"""Pictures of a running site: those of the documentation, or every kind of page to be looked at.

`python tooling/screenshots.py URL` renews docs/screenshots from a site with the demonstration in it
(`./run serve`); `python tooling/screenshots.py URL FOLDER [WORD…]` takes every kind of public page
(those whose name holds a word) whole, in three widths, light and dark, into a folder.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from budget_portal.browser import executable

ROOT = Path(__file__).resolve().parents[1]
SEED = "/kunming/wang-ge-hua-zong-he-jian-du-zhi-hui-zhong-xin/"
AT = f"{SEED}2022/"
YEARS = "/putuo/shang-hai-shi-pu-tuo-qu-ren-min-zheng-fu-wan-li-jie-dao-ban-shi-chu/"
COMPARED = "&".join(
    f"of=shenzhen.{each}.2026.budget"
    for each in ("shen-ji-ju", "tong-ji-ju-ben-ji", "xin-fang-ju", "si-fa-ju-ben-ji")
)
SIZES = {360: 780, 768: 1000, 1440: 900}
# Picture to page, width and height: what README and docs show.
DOCUMENTED = {
    "home-1440": ("/", 1440, 1000),
    "home-360": ("/", 360, 780),
    "disclosure-1440": (AT, 1440, 1000),
    "disclosure-360": (AT, 360, 780),
    "english-360": (f"/en{AT}", 360, 780),
    "figure-1440": (f"{AT}figures/exp.total/", 1440, 700),
    "figure-360": (f"{AT}figures/exp.total/", 360, 780),
    "department-1440": (YEARS, 1440, 900),
    "three-public-1440": ("/across/three-public/", 1440, 900),
    "three-public-360": ("/across/three-public/", 360, 780),
    "compare-1440": (f"/compare/?{COMPARED}", 1440, 1000),
}
EVERY = {
    "home": "/",
    "home-empty": "/?year=1999",
    "english": "/en/",
    "departments": "/departments/",
    "department": YEARS,
    "department-one-year": SEED,
    "disclosure": AT,
    "disclosure-tables": "/shenzhen/shen-ji-ju/2026/",
    "disclosure-english": f"/en{AT}",
    "figure": f"{AT}figures/exp.total/",
    "goal": f"{AT}figures/project4.goal/",
    "table": f"{AT}tables/general-budget-by-function/",
    "row": f"{AT}tables/general-budget-by-function/0/",
    "cell": f"{AT}tables/three-public/0/total/",
    "passage": f"{AT}text/0/",
    "revisions": f"{AT}revisions/",
    "embed": f"{AT}embed/",
    "figure-embed": f"{AT}figures/exp.total/embed/",
    "composition-embed": f"{AT}compositions/functions/embed/",
    "table-embed": f"{AT}tables/three-public/embed/",
    "questions": "/across/",
    "totals": "/across/totals/",
    "three-public": "/across/three-public/",
    "projects": "/across/projects/",
    "goals": "/across/goals/",
    "functions": "/functions/",
    "function": "/functions/208/",
    "economic": "/economic/301/",
    "compare": "/compare/",
    "compared": f"/compare/?{COMPARED}",
    "timeliness": "/timeliness/",
    "search": "/search/?q=网格",
    "search-nothing": "/search/?q=zzzz",
    "search-kind": "/search/?q=预算&kind=sentence",
    "glossary": "/glossary/",
    "term": "/glossary/三公经费/",
    "guide": "/guide/",
    "rules": "/rules/",
    "rule": "/rules/D16/",
    "data": "/data/",
    "ledger": "/ledger/",
    "about": "/about/",
    "lost": "/mei-you/",
}


def document(browser: Browser, site: str) -> None:
    """Renew the documentation's pictures, in few colours: they are kept in the repository."""
    for name, (path, width, height) in DOCUMENTED.items():
        size = {"width": width, "height": height}
        page = browser.new_page(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto(f"{site}{path}", wait_until="networkidle")
        small = Image.open(BytesIO(page.screenshot())).convert("RGB")
        folder = ROOT / "docs/screenshots"
        small.quantize(128).save(folder / f"{name}.png", optimize=True)
        page.close()


def everything(browser: Browser, site: str, folder: Path, words: list[str]) -> None:
    """Every kind of page, whole, in each width and scheme."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for width, height in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,  # type: ignore[arg-type]
                reduced_motion="reduce",  # a chart in the middle of its coming is no picture of it
            )
            page = context.new_page()
            for name, path in EVERY.items():
                if words and not any(word in name for word in words):
                    continue
                page.goto(f"{site}{path}", wait_until="networkidle")
                for chart in page.locator("figure[data-chart]").all():
                    chart.scroll_into_view_if_needed()
                    chart.locator("svg").wait_for()
                page.evaluate("scrollTo(0, 0)")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            context.close()


def main(site: str, folder: str = "", *words: str) -> None:
    """Take the pictures that are asked for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        if folder:
            everything(browser, site.rstrip("/"), Path(folder), list(words))
        else:
            document(browser, site.rstrip("/"))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
