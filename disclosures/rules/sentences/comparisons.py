"""An amount with what is said of it against another year, wherever a sentence says so."""

import re

from disclosures.rules.prose import DIRECTION, NUMBER, amount

# Words that name no other figure: only these may stand in a comparison.
PLAIN = (
    r"(?:(?:20\d\d|上|去|上一)年度?|年初|当年|同期|同口径|预算数?|执行数?|决算数?|完成数|批复|调整后?|公开"
    r"|相比较?|对比|比较|安排|收入?|支出?|总计|合计|总额|一般公共|财政拨款|经费|本级|部门"
    r"|[、,的数额各均总共略将也度年为是]|有所|实际|金额)"
)
PLAINS = rf"(?:{PLAIN}){{0,12}}"
OPENING = rf"[,;。(]?(?:(?:(?:与|比|较|同){PLAINS}|同比{PLAINS}))?"
FILL = r"(?:了|额|数|金额|为|约|:)?"
PERCENT = rf"(?:幅度|比例|幅|率|了|为|约)?-?(?P<percent>{NUMBER})%"
TURN = rf"(?P<turn>{DIRECTION})"
THEN = rf"[,、;(]{{0,2}}(?:同比|比上年|较上年)?(?P<turn2>{DIRECTION})?"

# 1,685.72万元。与上年相比增加1,557.29万元，增长1,212.56%
CHANGED = re.compile(rf"{amount('now')}{OPENING}{TURN}{FILL}{amount('delta')}(?:{THEN}{PERCENT})?")
# 2025年预算执行数为1,690.69万元，2026年预算安排1,434.89万元，比2025年预算执行数减少15.13%
AFTER = re.compile(
    rf"(?:执行数|预算数?|决算数?)[为是]?{amount('base')}[,;]20\d\d年度?(?:年初|支出|预算|决算|执行|安排|数|为|编制){{0,5}}"
    rf"{amount('now')}{OPENING}{TURN}(?:{FILL}{amount('delta')}{THEN})?{PERCENT}"
)
# 4,704.24万元，比2025年年初预算数4,464.03万元增加240.21万元，增长5.38%
AGAINST = re.compile(
    rf"{amount('now')}[,;(]?(?:与|比|较|同){PLAINS}{amount('base')}{PLAINS}"
    rf"{TURN}{FILL}{amount('delta')}(?:{THEN}{PERCENT})?"
)
# 支出决算为307.82万元，完成年初预算的95.89%
COMPLETED = re.compile(
    rf"决算数?[为是]?{amount('now')}[,;]完成(?P<which>年初|全年|调整|)预算数?的?(?P<percent>{NUMBER})%"
)
BUDGETED = {
    which: re.compile(rf"{which}预算数?[为是]?{amount('base')}")
    for which in ("年初", "全年", "调整")
}
