"""D06-D10: the expenditure that section 四 states, whole, by 基本/项目 and by function code."""

from collections.abc import Iterator

from disclosures.records.narrative import FunctionLine
from disclosures.rules.amount import Amount, summed
from disclosures.rules.declaration import AtMost, Check, Checked, Sum
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import equal, not_checked, not_disclosed

# What every unit pays for its own people, whatever it does: 养老, 抚恤, 社会保险, 其他社保,
# 单位医疗, 住房改革. Other items of these classes are the business of some departments.
CLASSES_OF_STAFF = ("208", "210", "221")
STAFF_SECTIONS = ("20805", "20808", "20827", "20899", "21011", "22102")
RUNNING_NAMES = ("行政运行", "事业运行")


def leaves(lines: tuple[FunctionLine, ...]) -> list[FunctionLine]:
    """The lines that are not sums of others printed below them."""
    codes = [line.code for line in lines if line.code]
    return [line for line in lines if not _has_children(line.code, codes)]


def kinds_make_the_whole(subject: Subject) -> Iterator[Finding]:
    """D06: 基本支出 and 项目支出 are the fiscal expenditure, or where told of all, the total."""
    kinds = ("exp.basic", "exp.project")
    parts, whole = subject.amounts(kinds), subject.amount("exp.total")
    of_all = whole is not None and len(parts) == len(kinds) and summed(parts) == whole.value
    yield from Sum("D06", "exp.total" if of_all else "exp.fiscal", kinds).findings(subject)


def functions_add_up(subject: Subject) -> Iterator[Finding]:
    """D07: every function line together is the fiscal expenditure."""
    total, lines = subject.amount("exp.fiscal"), _function_amounts(subject)
    if total is None or not lines:
        lacking = subject.missing(("exp.fiscal",)) + ([] if lines else ["功能科目支出"])
        yield not_disclosed("D07", lacking)
        return
    amounts = [amount for _, amount in lines]
    if summed(amounts) < total.value and _is_doubted(subject):
        yield not_checked("D07", "功能科目中有没有读准的，不能求和", amounts)
        return
    basis = f"{len(amounts)}个功能科目支出之和"
    yield equal("D07", total, summed(amounts), basis, amounts, subject.unit)


def _is_doubted(subject: Subject) -> bool:
    """Whether something between the first and the last function line could not be read surely."""
    lines = subject.narrative.functions
    section = subject.narrative.section(4)
    end = section.end if section else lines[-1].end
    return any(lines[0].start <= each.start < end for each in subject.narrative.doubts)


def basic_lines(subject: Subject) -> Iterator[Finding]:
    """D08: running costs and staff's insurance and housing are the basic expenditure."""
    yield _of_kind("D08", subject, "exp.basic", True)


def project_lines(subject: Subject) -> Iterator[Finding]:
    """D09: the other function lines are the project expenditure."""
    yield _of_kind("D09", subject, "exp.project", False)


def fiscal_matches_income(subject: Subject) -> Iterator[Finding]:
    """D10, second half: what is appropriated is what is spent."""
    spent, income = subject.amount("exp.fiscal"), subject.amount("fiscal.total")
    if spent is None or income is None:
        yield not_disclosed("D10", subject.missing(("exp.fiscal", "fiscal.total")))
        return
    yield equal("D10", spent, income.value, income.label, (income,), subject.unit)


def is_basic(line: FunctionLine) -> bool:
    """Whether a line is of the kind that 基本支出 is spent on."""
    return _is_running(line) or (line.code or "").startswith(CLASSES_OF_STAFF)


def _is_running(line: FunctionLine) -> bool:
    return bool(line.names) and line.names[-1] in RUNNING_NAMES


def _of_kind(rule: str, subject: Subject, key: str, basic: bool) -> Finding:
    total, lines = subject.amount(key), _function_amounts(subject)
    if total is None or not lines:
        lacking = subject.missing((key,)) + ([] if lines else ["功能科目支出"])
        return not_disclosed(rule, lacking)
    if not any(_is_running(line) for line, _ in lines):
        return not_checked(rule, "没有行政运行或事业运行科目，不能按科目区分基本支出与项目支出")
    unclear = [amount.label for line, amount in lines if _is_unclear(line)]
    if unclear:
        return not_checked(rule, f"不能判断{'、'.join(unclear)}属于基本支出还是项目支出")
    amounts = [amount for line, amount in lines if is_basic(line) is basic]
    basis = f"{'基本' if basic else '其余'}类{len(amounts)}个功能科目支出之和"
    return equal(rule, total, summed(amounts), basis, amounts, subject.unit)


def _is_unclear(line: FunctionLine) -> bool:
    if line.code is None:
        return not is_basic(line)
    staff_class = line.code.startswith(CLASSES_OF_STAFF)
    return len(line.code) < 7 or (staff_class and not line.code.startswith(STAFF_SECTIONS))


def _function_amounts(subject: Subject) -> list[tuple[FunctionLine, Amount]]:
    return [
        (line, amount)
        for line in leaves(subject.narrative.functions)
        if (amount := subject.function_amount(line)) is not None
    ]


def _has_children(code: str | None, codes: list[str]) -> bool:
    return code is not None and any(each != code and each.startswith(code) for each in codes)


CHECKS: tuple[Check, ...] = (
    Checked("D06", kinds_make_the_whole),
    Checked("D07", functions_add_up),
    Checked("D08", basic_lines),
    Checked("D09", project_lines),
    AtMost("D10", "exp.fiscal", "exp.total"),
    Checked("D10", fiscal_matches_income),
)
