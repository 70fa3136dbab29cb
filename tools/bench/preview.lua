-- wrk: one request over and over, at another price each time, one JSON line of figures at the end.
-- The key, the target and the body come from the environment, so every variant gets the same bytes.
-- Another price: a gateway that joins equal reads in flight would ask its broker once for many of them.
wrk.method = "POST"
wrk.path = os.getenv("BENCH_TARGET")
wrk.body = os.getenv("BENCH_BODY")
wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY")
wrk.headers["Content-Type"] = "application/json"

local number = 0
local before, after = wrk.body:match('^(.*"limit_price":")[0-9.]+(".*)$')

function request()
  number = (number + 1) % 90000
  local price = string.format("%d.%02d", 100 + math.floor(number / 100), number % 100)
  return wrk.format(nil, nil, nil, before .. price .. after)
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    '\nBENCH {"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, "non_2xx": %d, ' ..
    '"socket_errors": %d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.status, e.connect + e.read + e.write + e.timeout))
end
