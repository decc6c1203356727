"""Refusals: one shape for all, in Chinese and English, naming the parameter."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import OperationalError
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response

log = logging.getLogger(__name__)
LONGEST_ECHO = 80  # characters of the caller's own words that an answer repeats


class ParameterError(exceptions.APIException):
    """A query parameter that cannot be honoured (400)."""

    status_code = status.HTTP_400_BAD_REQUEST

    def __init__(self, code: str, parameter: str, message: str, **more: Any) -> None:
        super().__init__(detail=message, code=code)
        self.answer = {"code": code, "message": message, "parameter": _echo(parameter)} | more


def unknown(parameter: str, known: Iterable[str]) -> ParameterError:
    """A parameter that the endpoint does not have."""
    name = _echo(parameter)
    message = f"没有参数“{name}”。There is no parameter {name!r}."
    return ParameterError("unknown_parameter", parameter, message, known=sorted(known))


def repeated(parameter: str) -> ParameterError:
    """A parameter given twice: which one is meant is not for us to guess."""
    message = f"参数“{parameter}”重复。Parameter {parameter!r} is given more than once."
    return ParameterError("repeated_parameter", parameter, message)


def invalid(parameter: str, chinese: str, english: str) -> ParameterError:
    """A value that the parameter cannot have."""
    message = f"参数“{parameter}”的值无效：{chinese} Parameter {parameter!r} is invalid: {english}"
    return ParameterError("invalid_parameter", parameter, message)


def bad_cursor() -> ParameterError:
    """A cursor that this endpoint did not give out."""
    english = "this endpoint did not issue it."
    return invalid("cursor", "不是本接口给出的翻页标记。", english)


def too_many_rows(most: int) -> ParameterError:
    """More rows than one CSV file may have."""
    message = (
        f"结果超过 {most} 行，请用筛选参数缩小范围。"
        f"The result has more than {most} rows; narrow it with the filter parameters."
    )
    return ParameterError("too_many_rows", "format", message, maximum=most)


MESSAGES = {
    status.HTTP_404_NOT_FOUND: ("not_found", "没有这个地址或数据。There is nothing here."),
    status.HTTP_405_METHOD_NOT_ALLOWED: (
        "method_not_allowed",
        "本接口只能读取（GET）。This interface is read only (GET).",
    ),
    status.HTTP_406_NOT_ACCEPTABLE: (
        "not_acceptable",
        "无法按 Accept 所要求的格式回答。The Accept header asks for a format not available here.",
    ),
    status.HTTP_503_SERVICE_UNAVAILABLE: (
        "unavailable",
        "数据库暂时无法回答，请稍后再试。The database cannot answer now; try again later.",
    ),
}


def answer(error: Exception, _context: dict[str, Any]) -> Response | None:
    """The response to an exception; None leaves a defect of ours to be seen as one."""
    if isinstance(error, ParameterError):
        return Response({"error": error.answer}, status=error.status_code)
    code = _status(error)
    if code is None:
        return None
    name, message = MESSAGES[code]
    refusal = Response({"error": {"code": name, "message": message, "parameter": None}}, code)
    if isinstance(error, exceptions.MethodNotAllowed):
        refusal["Allow"] = "GET, HEAD"
    return refusal


def _status(error: Exception) -> int | None:
    if isinstance(error, Http404):
        return status.HTTP_404_NOT_FOUND
    if isinstance(error, OperationalError):
        log.error("the database did not answer", exc_info=error)
        return status.HTTP_503_SERVICE_UNAVAILABLE
    code = getattr(error, "status_code", None)
    return code if code in MESSAGES else None


def _echo(words: str) -> str:
    return words if len(words) <= LONGEST_ECHO else f"{words[:LONGEST_ECHO]}…"
