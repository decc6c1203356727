# The web image. The database is a service of its own (docker-compose.yml).

FROM python:3.12-slim-trixie AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements.txt /build/requirements.txt
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --require-hashes --requirement /build/requirements.txt

FROM python:3.12-slim-trixie
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/srv/portal \
    DJANGO_SETTINGS_MODULE=budget_portal.settings \
    STATIC_ROOT=/srv/static \
    VAR_DIR=/srv/var \
    LOG_JSON=true \
    PORT=8000
RUN groupadd --system --gid 10001 portal \
    && useradd --system --uid 10001 --gid portal --home-dir /srv/var --shell /usr/sbin/nologin portal \
    && install --directory --owner=portal --group=portal --mode=0750 /srv/var /srv/var/media
COPY --from=build /opt/venv /opt/venv
WORKDIR /srv/portal
COPY . .
# Made here and read only afterwards. The key signs nothing: it lives for this command alone.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    python -m budget_portal.static
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s --retries=3 \
    CMD ["python", "-m", "budget_portal.healthcheck"]
STOPSIGNAL SIGTERM
CMD ["gunicorn", "--config", "python:budget_portal.gunicorn", "--bind", "0.0.0.0:8000"]
