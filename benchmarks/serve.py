"""How `claimx serve` holds under load: many clients, slow ones, oversized and broken bodies, cut connections.

usage: python benchmarks/serve.py [--requests 200] [--clients 200] [--workers 1]

Starts a server on the loopback device and ends it. Prints the time to answer of an article after warm-up,
times and statuses under load, how fast /healthz answers meanwhile, and the memory of the server and its
workers before and after.
"""

import argparse
import asyncio
import json
import random
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httpx

ARTICLE = next((Path(__file__).parents[1] / "seeds").glob("*.txt")).read_text(encoding="utf-8")
MAX_RETRIES = 200
HOST = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def memory_mb(pid: int) -> float:
    """Resident memory of a process and its children."""
    found = subprocess.run(["ps", "-o", "pid=,ppid=,rss=", "-A"], capture_output=True, text=True, check=True)
    rows = [tuple(map(int, line.split())) for line in found.stdout.splitlines()]
    return sum(rss for one, parent, rss in rows if pid in (one, parent)) / 1024


async def until_ready(client: httpx.AsyncClient) -> None:
    """Wait until the server has loaded the model."""
    while True:
        try:
            if (await client.get("/healthz")).json()["ready"]:
                return
        except httpx.TransportError:
            pass
        await asyncio.sleep(0.1)


async def article(client: httpx.AsyncClient, statuses: Counter, times: list[float]) -> None:
    """An article until it is answered: a client that is told to come again does."""
    for _ in range(MAX_RETRIES):
        begun = time.perf_counter()
        answer = await client.post("/api/extract", json={"text": ARTICLE})
        statuses[answer.status_code] += 1
        if answer.status_code != 503:
            times.append(time.perf_counter() - begun)
            return
        await asyncio.sleep(float(answer.headers["retry-after"]) * random.random())


async def send_raw(port: int, data: bytes, pause: float = 0.0, *, cut: bool = False) -> bytes:
    """Bytes over a connection, slowly with a pause between pieces; the first line of the answer."""
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        for start in range(0, len(data), 64):
            writer.write(data[start : start + 64])
            await writer.drain()
            await asyncio.sleep(pause)
        return b"" if cut else (await asyncio.wait_for(reader.readline(), 60)).strip()
    except ConnectionError:
        return b"closed"
    finally:
        writer.close()


def raw(body: bytes, length: int | None = None) -> bytes:
    """A request as bytes, with a length of the body that may be wrong."""
    size = len(body) if length is None else length
    return (
        f"POST /api/extract HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {size}\r\n\r\n"
    ).encode() + body


async def misuse(port: int) -> Counter:
    """What broken and slow clients get."""
    body = json.dumps({"text": ARTICLE}).encode()
    kinds = {
        "bad JSON": [send_raw(port, raw(b'{"text": ')) for _ in range(20)],
        "oversized": [send_raw(port, raw(b"{}", 10**9)) for _ in range(20)],
        "cut": [send_raw(port, raw(body[:100], len(body)), cut=True) for _ in range(20)],
        "slow": [send_raw(port, raw(body), 0.05) for _ in range(20)],
        "too slow": [send_raw(port, raw(body), 2.0) for _ in range(5)],
        "no HTTP": [send_raw(port, b"\x16\x03\x01" + b"\xff" * 500 + b"\r\n\r\n") for _ in range(20)],
    }
    found: Counter = Counter()
    for name, calls in kinds.items():
        for answer in await asyncio.gather(*calls):
            found[name, answer.decode("latin-1")] += 1
    return found


async def health(client: httpx.AsyncClient, times: list[float]) -> None:
    """Ask for the health again and again, and note how long each answer takes."""
    while True:
        begun = time.perf_counter()
        (await client.get("/healthz")).raise_for_status()
        times.append(time.perf_counter() - begun)
        await asyncio.sleep(0.05)


def line(name: str, times: list[float]) -> str:
    """The median and the 99th percentile of some times."""
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return (
        f"{name:28} {statistics.median(times) * 1000:8.0f} ms median {p99 * 1000:8.0f} ms p99  ({len(times)})"
    )


async def measure(port: int, pid: int, requests: int, clients: int) -> None:
    """Measure the server first alone, then under load, and print what is found."""
    limits = httpx.Limits(max_connections=clients + 20, max_keepalive_connections=clients)
    async with (
        httpx.AsyncClient(base_url=f"http://{HOST}:{port}", limits=limits, timeout=120) as client,
        httpx.AsyncClient(base_url=f"http://{HOST}:{port}", timeout=30) as probe,
    ):
        await until_ready(client)
        alone: list[float] = []
        for _ in range(20):
            begun = time.perf_counter()
            await client.post("/api/view", json={"text": ARTICLE})
            alone.append(time.perf_counter() - begun)
        print(line("the seed's view, alone", alone))
        before = memory_mb(pid)
        beats: list[float] = []
        times: list[float] = []
        statuses: Counter = Counter()
        watching = asyncio.create_task(health(probe, beats))
        begun = time.perf_counter()
        for _ in range(-(-requests // clients)):
            load = [article(client, statuses, times) for _ in range(min(clients, requests))]
            _, found = await asyncio.gather(asyncio.gather(*load), misuse(port))
        took = time.perf_counter() - begun
        watching.cancel()
        print(line(f"{clients} clients at once", times))
        print(line("/healthz meanwhile", beats))
        print(
            f"statuses {dict(statuses)}; {len(times) / took:.1f} articles/s beside the misuse, {took:.0f} s"
        )
        for (name, answer), count in sorted(found.items()):
            print(f"  {name:10} {count:3} × {answer or 'no answer awaited'}")
        print(f"memory {before:.0f} MB before, {memory_mb(pid):.0f} MB after")


def main() -> None:
    """Start the server, measure it, and end it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "claimx",
        "serve",
        "--port",
        str(port),
        "--workers",
        str(arguments.workers),
    ]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        asyncio.run(measure(port, server.pid, arguments.requests, arguments.clients))
        begun = time.perf_counter()
        server.terminate()
        print(f"ended with code {server.wait(30)} after {time.perf_counter() - begun:.1f} s")
    finally:
        server.kill()


if __name__ == "__main__":
    main()
