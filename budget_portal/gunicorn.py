"""How gunicorn serves the site; the same file at a desk and in the container.

One thread a worker: requests are short and the work is Python's and PostgreSQL's. The threaded
worker is used all the same, because a browser's idle spare connection would block a plain one.
"""

import os
from pathlib import Path

from budget_portal.logs import configuration

wsgi_app = "budget_portal.wsgi:application"
worker_class = "gthread"
threads = 1
workers = int(os.environ.get("WEB_CONCURRENCY") or min(max(os.cpu_count() or 2, 2), 4))

timeout = 60
graceful_timeout = 20
keepalive = 5
# A worker is renewed now and then, never all at once: a slow leak stays small.
max_requests = 5000
max_requests_jitter = 500
# Heartbeats on a disk can block; Docker and Debian have this memory file system, macOS has not.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
# The remote control would listen in the home directory, where two sites would meet.
control_socket_disable = True
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1,::1")

accesslog = "-"
access_log_format = '%(h)s "%(r)s" %(s)s %(B)s bytes %(M)s ms "%(f)s" "%(a)s"'
# Everything goes through the root logger, so the access log has the format of all other lines.
_logging = configuration(json=os.environ.get("LOG_JSON", "").lower() in {"1", "true", "yes", "on"})
logconfig_dict = _logging | {
    "loggers": _logging["loggers"]
    | {
        name: {"level": "INFO", "handlers": [], "propagate": True}
        for name in ("gunicorn.error", "gunicorn.access")
    }
}
