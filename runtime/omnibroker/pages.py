"""What is served besides operations: the specs, a page to browse them, metrics; nothing from the internet."""

import html
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from omnibroker import bundles
from omnibroker.config import is_loopback
from omnibroker.observe import Metrics
from omnibroker.problems import CODES, Problem

Page = Callable[[Request], Awaitable[Response]]
_ASSETS = ("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png")
_TYPES = {"css": "text/css", "js": "text/javascript", "png": "image/png"}
_HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
}


def pages(specs: dict[str, dict[str, Any]], metrics: Metrics) -> dict[str, Page]:
    """Return {path: page} for the served specs ({path of its document: bundle}), the first one foremost."""
    served = {path: _json_page(bundles.published(bundle)) for path, bundle in specs.items()}
    titles = [{"url": path, "name": bundle["info"]["title"]} for path, bundle in specs.items()]
    return {
        **served,
        "/docs": _text_page(_DOCS_HTML.encode(), "text/html; charset=utf-8"),
        "/docs/start.js": _text_page(_start_script(titles), "text/javascript; charset=utf-8"),
        **{f"/docs/{name}": _asset(name) for name in _ASSETS},
        "/problems/{code}": _problem_page,
        "/metrics": _metrics_page(metrics),
    }


def _json_page(document: dict[str, Any]) -> Page:
    content = msgspec.json.encode(document)
    return _text_page(content, "application/json")


def _text_page(content: bytes, media_type: str) -> Page:
    async def page(_request: Request) -> Response:
        return Response(content, media_type=media_type, headers=_HEADERS)

    return page


def _asset(name: str) -> Page:
    async def page(_request: Request) -> Response:
        vendor = files("swagger_ui_bundle") / "vendor"
        folder = next(item for item in vendor.iterdir() if item.name.startswith("swagger-ui-"))
        content = (folder / name).read_bytes()
        headers = {**_HEADERS, "cache-control": "public, max-age=86400"}
        return Response(content, media_type=_TYPES[name.rpartition(".")[2]], headers=headers)

    return page


async def _problem_page(request: Request) -> Response:
    """Explain one problem code to a person: what `type` of a problem document points to."""
    code = request.path_params["code"]
    if code not in CODES:
        raise Problem("not_found", "There is no such problem code; docs/errors.md lists them.")
    status, title, retry = CODES[code]
    text = _PROBLEM_HTML.format(
        code=html.escape(code), title=html.escape(title), status=status, advice=_ADVICE[retry]
    )
    return Response(text, media_type="text/html", headers=_HEADERS)


def _metrics_page(metrics: Metrics) -> Page:
    async def page(request: Request) -> Response:
        if request.client is None or not is_loopback(request.client.host):
            raise Problem("forbidden", "Metrics are served to this machine only.")
        media_type = "text/plain; version=0.0.4; charset=utf-8"
        return Response(metrics.render(), media_type=media_type, headers=_HEADERS)

    return page


def _start_script(urls: list[dict[str, str]]) -> bytes:
    settings = {
        "urls": urls,
        "dom_id": "#docs",
        "deepLinking": True,
        "displayOperationId": True,
        "displayRequestDuration": True,
        "docExpansion": "list",
        "validatorUrl": None,
        "tryItOutEnabled": True,
        "persistAuthorization": False,
    }
    # Without the standalone preset there is no top bar; a plain list of links chooses the spec.
    return _START_JS.replace(b"SETTINGS", msgspec.json.encode(settings))


_ADVICE = {
    "never": "The same request will fail again: change it.",
    "after": "Send the same request again later; Retry-After says when, where it is known.",
    "same_id": "Send it again only with the same client_order_id or Idempotency-Key: it may have happened.",
}

_DOCS_HTML = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Omnibroker API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>
body { margin: 0; background: #fafafa; }
nav { background: #14213d; color: #fff; font: 16px sans-serif; padding: 12px 24px; display: flex; gap: 24px; }
nav strong { letter-spacing: 0.04em; }
nav a { color: #cfe0ff; text-decoration: none; }
nav a[aria-current] { color: #fff; border-bottom: 2px solid #fca311; }
</style>
</head>
<body>
<nav id="specs"><strong>Omnibroker</strong></nav>
<main id="docs"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
"""

_START_JS = b"""const settings = SETTINGS;
const chosen = new URLSearchParams(location.search).get("spec") || settings.urls[0].url;
for (const spec of settings.urls) {
  const link = document.createElement("a");
  link.href = "/docs?spec=" + encodeURIComponent(spec.url);
  link.textContent = spec.name;
  if (spec.url === chosen) link.setAttribute("aria-current", "page");
  document.getElementById("specs").append(link);
}
const known = settings.urls.some((spec) => spec.url === chosen);
delete settings.urls;
SwaggerUIBundle({ ...settings, url: known ? chosen : undefined, presets: [SwaggerUIBundle.presets.apis] });
"""

_PROBLEM_HTML = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{code}</title></head>
<body style="font: 16px sans-serif; margin: 3em auto; max-width: 40em">
<h1><code>{code}</code></h1><p>{title} (HTTP {status}).</p><p>{advice}</p></body></html>
"""
