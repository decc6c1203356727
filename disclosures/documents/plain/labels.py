"""What amounts are told of, as far as several are told in one breath."""

CAR = r"(?:公务用车|公务车|公车)"
RUN = r"运行(?:和|及)?(?:维护)?"
FEE = r"(?:费用?|经费)?"
THREE = (
    rf"因公(?:临时)?出国(?:\(境\)|境)?{FEE}",
    rf"公务接待{FEE}",
    rf"{CAR}购置{FEE}(?:(?:及|和|与){CAR}?|、){RUN}{FEE}",
    rf"{CAR}购置{FEE}",
    rf"{CAR}{RUN}{FEE}",
)
FUNDS = (
    r"(?:本年)?一般公共预算(?:财政)?(?:拨款)?(?:收入)?",
    r"(?:本年)?政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入)?",
    r"(?:本年)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入)?",
    r"财政专户管理资金(?:收入)?",
    r"上年结转(?:结余)?",
    r"(?:事业单位经营|事业|经营|上级补助|附属单位上缴|其他)收入",
    r"单位资金(?:收入)?",
)
KINDS = tuple(
    rf"(?:政府采购)?{kind}类?(?:采购)?(?:预算|支出|项目)?" for kind in ("货物", "工程", "服务")
)
PARTS = (r"基本支出", r"项目支出", r"机关运行经费", r'"?三公"?经费')
LABEL = "|".join((*THREE, *FUNDS, *KINDS, *PARTS))
END = r"(?:预算|支出|安排|拨款|费用|经费|金额|数)*"
SEPARATOR = r"(?:、|,?(?:以及|和|及|与))"
ITEM = rf'"?(?:{LABEL})"?(?:预算|支出)?'
# An item may list its own parts in brackets.
WITH_PARTS = rf"{ITEM}(?:\((?:其中:?)?{ITEM}(?:{SEPARATOR}{ITEM}){{0,3}}\))?"
LIST = rf"{WITH_PARTS}(?:{SEPARATOR}{WITH_PARTS}){{1,6}}"
# What a sum may wholly be, where it goes by a shorter name.
SHORT = rf"(?:车辆)?{RUN}费用?|(?:车辆)?购置费用?"
