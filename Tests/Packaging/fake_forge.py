"""A forge's API of comments on a loopback address, for GitHub, Forgejo and GitLab alike."""

import http.server
import json
import threading
import urllib.parse


class FakeForge:
    """Keeps comments, and every request as its method, path and token."""

    def __init__(self, user=None, is_read_only=False):
        self.user, self.is_read_only = user, is_read_only
        self.comments, self.requests = [], []
        forge = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                forge.answer(self, None)

            def do_POST(self):
                forge.answer(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

            do_PATCH = do_PUT = do_POST

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def add(self, body, author):
        self.comments.append({"id": len(self.comments) + 100, "body": body, "user": author})

    def answer(self, handler, body):
        path = urllib.parse.urlsplit(handler.path)
        token = handler.headers.get("Authorization") or handler.headers.get("PRIVATE-TOKEN")
        self.requests.append((handler.command, path.path, token))
        status, answer = 200, {}
        if path.path == "/user":
            status, answer = (200, self.user) if self.user else (403, {})
        elif handler.command == "GET":
            page = int(urllib.parse.parse_qs(path.query)["page"][0])
            answer = self.comments[(page - 1) * 2:page * 2]
        elif self.is_read_only:
            status, answer = 403, {"message": "Resource not accessible by integration"}
        elif handler.command == "POST":
            self.add(body["body"], self.user or {"login": "github-actions[bot]", "type": "Bot"})
            status = 201
        else:
            number = int(path.path.rsplit("/", 1)[1])
            next(comment for comment in self.comments if comment["id"] == number)["body"] = body["body"]
        data = json.dumps(answer).encode()
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)
