"""nginx twice: as the fake broker with fixed answers, and as the plain proxy that we compare with."""

import json

from place import BENCH, HERE
from request import ORDER, TARGET, WHATIF
from servers import Server, free_port

SHELL = """worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  default_type application/json;
  keepalive_timeout 3600s;
  keepalive_requests 1000000000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
{inside}
}}
"""


def fake_broker() -> Server:
    """The upstream of every variant, on CPU 0 beside the load generator."""
    port = free_port()
    answers = {**json.loads((HERE / "answers.json").read_text()), TARGET: mapped()}
    places = "\n".join(location(path, answer) for path, answer in answers.items())
    inside = f"""  server {{
    listen 127.0.0.1:{port} backlog=1024;
    location = /count {{ stub_status; }}
    location / {{ return 404 '{{"error":"not in the fake broker"}}'; }}
{places}
  }}"""
    return Server("broker", command("broker", inside), port, cpu=0, ready="/count")


def proxy(upstream: Server) -> Server:
    """Plain proxy_pass with kept connections: no key, no validation, no mapping."""
    port = free_port()
    inside = f"""  upstream broker {{ server 127.0.0.1:{upstream.port}; keepalive 128;
    keepalive_requests 1000000000; keepalive_timeout 3600s; }}
  server {{
    listen 127.0.0.1:{port} backlog=1024;
    location = {TARGET} {{
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_pass http://broker{WHATIF};
    }}
  }}"""
    return Server("nginx", command("nginx", inside), port, cpu=1)


def command(name: str, inside: str) -> list[str]:
    """Write the configuration and give the command that runs it."""
    folder = BENCH / name
    folder.mkdir(exist_ok=True)
    file = folder / "nginx.conf"
    file.write_text(SHELL.format(folder=folder, inside=inside))
    return ["nginx", "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(file)]


def location(path: str, answer: object) -> str:
    """One fixed answer; a quote or a dollar sign would mean something to nginx."""
    text = json.dumps(answer, separators=(",", ":"))
    if "'" in text or "$" in text:
        raise ValueError(f"{path}: take quotes and dollar signs out of answers.json")
    return f"    location = {path} {{ return 200 '{text}'; }}"


def mapped() -> dict[str, object]:
    """The answer in the unified form, for Prism, which validates but cannot map."""
    return {
        "instrument": ORDER["instrument"],
        "account_id": TARGET.split("/")[3],
        "broker": "ibkr",
        "connection": "ibkr",
        "amount": usd("1905"),
        "commission": usd("1"),
        "total": usd("1906"),
        "initial_margin": {"current": usd("84213"), "change": usd("572"), "after": usd("84785")},
        "maintenance_margin": {"current": usd("76557"), "change": usd("520"), "after": usd("77077")},
        "equity": {"current": usd("1002451"), "change": usd("-1"), "after": usd("1002450")},
        "warnings": [{"code": "21", "message": "You are trying to submit an order without having"
                      " market data for this instrument."}],
        "received_at": "2024-01-01T00:00:00.000Z",
    }  # fmt: skip


def usd(amount: str) -> dict[str, str]:
    """Money in US dollars."""
    return {"amount": amount, "currency": "USD"}
