"""API9:2023 Improper inventory management: what is served is what the contract and one list say, no more."""

from omnibroker import __version__

PAGES = {
    "/openapi.json",
    "/docs",
    "/docs/start.js",
    "/docs/swagger-ui.css",
    "/docs/swagger-ui-bundle.js",
    "/docs/favicon-32x32.png",
    "/problems/{code}",
    "/metrics",
}
OUTSIDE_OF_VERSIONS = {"/health", "/ready"}
PROBES = [
    "/", "/v1", "/v1/", "/v0/accounts", "/v2/accounts", "/v1beta/accounts", "/V1/accounts", "/v1/ACCOUNTS",
    "/ui", "/v1/ui", "/v1/ui/", "/swagger", "/swagger.json", "/v1/swagger.json", "/openapi.yaml", "/v1/openapi.json",
    "/redoc", "/graphql", "/admin", "/debug", "/debug/pprof", "/console", "/actuator", "/actuator/env", "/status",
    "/api", "/api/v1/accounts", "/rpc", "/ws", "/.env", "/.git/config", "/server-status", "/robots.txt", "/favicon.ico",
    "/keys", "/v1/keys", "/v1/users", "/v1/config", "/config", "/logs", "/v1/logs", "/env", "/healthz", "/health/",
    "/sandbox/book", "/sandbox/faults", "/sandbox/clock", "/sandbox/reset", "/sandbox/session", "/gateway",
    "/docs/", "/docs/../metrics", "/docs/..%2f..%2fsecurity.py", "/docs/%2e%2e/start.js", "/docs/index.html",
    "/docs/swagger-ui.css.map", "/docs/swagger-ui-bundle.js.map", "/docs/oauth2-redirect.html", "/static/x",
    "/problems", "/problems/", "/problems/nothing", "/problems/../metrics", "/metrics/", "/metrics.json",
    "/v1/accounts/", "//v1/accounts", "/v1//accounts", "/v1/./accounts", "/v1/accounts;x", "/v1/accounts%00",
    "/v1/orders/preview", "/v1/accounts/a/orders/b/c/d", "/v1/connections/ibkr", "/v1/connections/ibkr/session/open",
]  # fmt: skip


def test_what_is_served_is_the_contract_and_the_list_of_pages(open_house, operations):
    """Every plan is an operation of the contract, every operation has one plan, every page is listed here."""
    assembly = open_house().gateway.assembly
    assert {(p.operation_id, p.method, p.path) for p in assembly.plans} == {
        (o.operation_id, o.method, o.path) for o in operations
    }
    assert [surface.name for surface in assembly.surfaces] == ["unified"]
    assert set(assembly._pages) == PAGES


def test_every_operation_stands_below_its_version(operations):
    """/v1 is the one version; only what a load balancer asks stands outside."""
    paths = {operation.path for operation in operations}
    assert {path for path in paths if not path.startswith("/v1/")} == OUTSIDE_OF_VERSIONS


async def test_nothing_undocumented_answers(open_house, plans):
    """With a key that may do everything, and without one, by any method: 404 (or 405), nothing else."""
    house = open_house(plans=plans)
    for path in PROBES:
        for method in (
            "GET",
            "POST",
            "HEAD",
            "PUT",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
        ):
            for key in ("sandbox", None):
                answer = await house(method, path, key=key)
                assert answer.status in {404, 405}, (method, path, answer.status, answer.body[:200])
    assert not house.engine.requests


async def test_no_brokers_own_api_is_served_by_accident(open_house, bundles, broker, plans):
    """The paths of the brokers' specs are the other side's: the gateway has nothing there."""
    house = open_house(broker=broker, plans=plans)
    own = PAGES | set(bundles["unified"]["paths"])
    asked = [path for path in bundles[broker]["paths"] if path not in own]
    assert len(asked) > 5
    for path in asked:
        plain = path.replace("{", "").replace("}", "")
        for method in ("GET", "POST"):
            answer = await house(method, plain)
            assert answer.status in {404, 405}, (method, plain, answer.body[:200])


async def test_a_known_path_takes_its_declared_methods_only(open_house, operations, plans):
    """405 with the right Allow for every other one; OPTIONS tells the same and does nothing."""
    house = open_house(plans=plans)
    methods = {}
    for operation in operations:
        methods.setdefault(operation.path, set()).add(operation.method)
    asked = {operation.path: operation for operation in operations}
    for path, declared in methods.items():
        (_, concrete, _), _ = asked[path].request(house)
        allowed = declared | ({"HEAD"} if "GET" in declared else set()) | {"OPTIONS"}
        options = await house("OPTIONS", concrete, key=None)
        assert (options.status, options.body) == (204, b"")
        assert set(options.headers["allow"].split(", ")) == allowed
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PURGE"} - allowed:
            answer = await house(method, concrete)
            assert answer.status == 405, (method, path)
            assert set(answer.headers["allow"].split(", ")) == allowed
    assert not house.engine.requests


async def test_contract_and_program_say_their_versions_alike(open_house, bundles):
    """The published document, the capabilities and the bundle name one contract; /health names the program."""
    house = open_house()
    version = bundles["unified"]["info"]["version"]
    published = (await house("GET", "/openapi.json", key=None)).json()
    assert published["info"]["version"] == version
    assert (await house("GET", "/v1/capabilities")).json()["contract_version"] == version
    assert (await house("GET", "/health", key=None)).json()["version"] == __version__
    assert set(published["paths"]) == set(bundles["unified"]["paths"])
