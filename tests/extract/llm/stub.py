"""The service: an HTTP server in a thread that speaks the chat API and plays what it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """One answer: a status with a body, after a while."""

    status: int = 200
    content: str | None = None
    body: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    finish: str = "stop"

    def bytes(self) -> bytes:
        if self.body is not None:
            return self.body.encode()
        if self.status != 200:
            return json.dumps({"error": {"message": f"status {self.status}"}}).encode()
        message = {"role": "assistant", "content": self.content}
        choice = {"index": 0, "message": message, "finish_reason": self.finish}
        shell = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
        return json.dumps(shell).encode()


#: Says what to reply to the sentences of a request: {number: words}.
Play = Callable[[dict[int, str]], Reply]


class Stub:
    """Plays `play` for every request, after the replies in `first` are used up; keeps the requests."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.first: list[Reply] = []
        self.play: Play = lambda _: answer()
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                reply = stub.reply(asked, self.headers.get("Authorization", ""))
                time.sleep(reply.wait)
                data = reply.bytes()
                try:
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)
                except BrokenPipeError:
                    pass  # who asked has gone: the reply was slow on purpose

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def reply(self, asked: dict[str, Any], key: str) -> Reply:
        self.requests.append(asked)
        self.keys.append(key)
        if self.first:
            return self.first.pop(0)
        told = json.loads(asked["messages"][1]["content"])
        return self.play({row["sentence"]: row["text"] for row in told["sentences"]})

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def answer(*rows: Any) -> Reply:
    """A reply with these statements."""
    return Reply(content=json.dumps({"statements": list(rows)}))


def event(type_: str, trigger: str, **changes: Any) -> dict[str, Any]:
    """A nested event as a model gives it."""
    row: dict[str, Any] = {
        "type": type_, "mode": None, "trigger": trigger, "actors": [], "recipients": [], "time": None,
        "place": None, "polarity": "positive",
    }  # fmt: skip
    return {**row, **changes}


def row(type_: str, trigger: str, sentence: int = 1, **changes: Any) -> dict[str, Any]:
    """A statement as a model gives it."""
    more = {
        "sentence": sentence, "modality": "occurred", "certainty": "certain", "content": None,
        "condition": None, "condition_text": None, "repeated": False, "attributed_to": [],
    }  # fmt: skip
    return {**event(type_, trigger), **more, **changes}
