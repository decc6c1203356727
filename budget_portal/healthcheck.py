"""Whether the site answers, asked from the same machine.

Used by the supervisor before it names the address, and by the container's health check:
`python -m budget_portal.healthcheck`.
"""

import http.client
import os
import sys

PATH = "/healthz"
PATIENCE_SECONDS = 5


def host_header() -> str:
    """A name the site accepts: with a strict ALLOWED_HOSTS, 127.0.0.1 is none."""
    first = os.environ.get("ALLOWED_HOSTS", "127.0.0.1").split(",")[0].strip()
    return "localhost" if first in {"", "*"} else first.lstrip(".")


def status(host: str, port: int) -> int:
    """The HTTP status of the health page, or 0 when nobody answers."""
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
    # Behind TLS the proxy says so; without it the answer would be a redirect to https.
    headers = {"Host": host_header(), "X-Forwarded-Proto": "https"}
    try:
        connection.request("GET", PATH, headers=headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if status("127.0.0.1", int(os.environ.get("PORT", "8000"))) == 200 else 1)
