#!/usr/bin/env python3
"""A stand-in for Kubernetes, enough for Spark: an API server that keeps objects in memory, and a kubelet that starts the command of
each pod as a process of this machine.

    api.py FOLDER

It listens on the address that it writes to FOLDER/address, and leaves there each pod as it was asked for (NAME.json) and what
its command printed (NAME.log). What it knows of Spark is what Spark's image does with a pod's arguments.
"""

import copy
import http.server
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

PATH = re.compile(r"/api/v1/namespaces/([^/]+)/([a-z]+)(?:/([^/]+))?(?:/status)?$")
KINDS = {"pods": "Pod", "services": "Service", "configmaps": "ConfigMap", "secrets": "Secret",
         "persistentvolumeclaims": "PersistentVolumeClaim"}


class Objects:
    """Of all kinds and namespaces, with every change that was made to them."""

    def __init__(self):
        self.changed = threading.Condition()
        self.current = {}
        self.changes = []  # (kind, namespace, type of event, object), its number is its version

    def put(self, kind, namespace, thing):
        with self.changed:
            meta = thing.setdefault("metadata", {})
            key = kind, namespace, meta["name"]
            event = "MODIFIED" if key in self.current else "ADDED"
            if event == "ADDED":
                meta.update(namespace=namespace, uid=f"uid-{len(self.changes)}", creationTimestamp=now())
                if kind == "pods":
                    thing["status"] = {"phase": "Pending"}
            self.current[key] = self._record(kind, namespace, event, thing)
            return self.current[key], event

    def remove(self, kind, namespace, name):
        with self.changed:
            thing = self.current.pop((kind, namespace, name), None)
            if thing:
                self._record(kind, namespace, "DELETED", thing)
            return thing

    def _record(self, kind, namespace, event, thing):
        thing = copy.deepcopy(thing)
        thing.update(apiVersion="v1", kind=KINDS[kind])
        thing["metadata"]["resourceVersion"] = str(len(self.changes) + 1)
        self.changes.append((kind, namespace, event, thing))
        self.changed.notify_all()
        return thing

    def get(self, kind, namespace, name):
        with self.changed:
            return self.current.get((kind, namespace, name))

    def list(self, kind, namespace, wanted):
        with self.changed:
            return [thing for key, thing in self.current.items() if key[:2] == (kind, namespace) and wanted(thing)]


def now():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def selector(query):
    """Of a list or watch: which objects it wants."""
    tests = []
    for label in filter(None, query.get("labelSelector", "").split(",")):
        key, sign, value = re.fullmatch(r"([^=!, ]+)(!?=)=?([^=!, ]*)", label).groups()
        tests.append(lambda thing, key=key, same=sign == "=", value=value:
                     (thing["metadata"].get("labels", {}).get(key) == value) == same)
    name = query.get("fieldSelector", "").removeprefix("metadata.name=")
    if name:
        tests.append(lambda thing: thing["metadata"]["name"] == name)
    return lambda thing: all(test(thing) for test in tests)


def merged(thing, patch):
    if not isinstance(thing, dict) or not isinstance(patch, dict):
        return patch
    result = {**thing, **{key: merged(thing.get(key), value) for key, value in patch.items()}}
    return {key: value for key, value in result.items() if value is not None}


class Kubelet:
    def __init__(self, folder, objects):
        self.folder = folder
        self.objects = objects
        self.processes = {}

    def start(self, namespace, pod):
        name = pod["metadata"]["name"]
        (self.folder / f"{name}.json").write_text(json.dumps(pod, indent=1))
        pod = copy.deepcopy(pod)
        pod["status"] = {"phase": "Pending", "podIP": self.address(), "hostIP": "127.0.0.1"}
        container = pod["spec"]["containers"][0]
        environment = {entry["name"]: self._value(pod, entry) for entry in container.get("env", [])}
        mounts = self._mounts(namespace, pod, container)
        command = self.command(pod, container, environment, mounts)
        log = (self.folder / f"{name}.log").open("wb")
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True, cwd=self.folder,
                                   env={**os.environ, **environment})
        self.processes[namespace, name] = process
        self._status(namespace, name, pod["status"], "Running", {"running": {"startedAt": now()}})
        threading.Thread(target=self._wait, args=(namespace, name, pod["status"], process), daemon=True).start()

    def _wait(self, namespace, name, status, process):
        code = process.wait()
        terminated = {"terminated": {"exitCode": code if code >= 0 else 128 - code, "reason": "Error" if code else "Completed",
                                     "finishedAt": now()}}
        self._status(namespace, name, status, "Failed" if code else "Succeeded", terminated)

    def _status(self, namespace, name, status, phase, state):
        with self.objects.changed:
            pod = copy.deepcopy(self.objects.get("pods", namespace, name))
            if not pod:
                return
            container = pod["spec"]["containers"][0]
            pod["status"] = {**status, "phase": phase, "startTime": now(), "containerStatuses": [
                {"name": container["name"], "image": container["image"], "imageID": "", "restartCount": 0,
                 "ready": phase == "Running", "state": state}]}
            self.objects.put("pods", namespace, pod)

    def stop(self, namespace, name):
        process = self.processes.pop((namespace, name), None)
        if process and process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)

    @staticmethod
    def _value(pod, entry):
        field = entry.get("valueFrom", {}).get("fieldRef", {}).get("fieldPath")
        if field:
            place = pod
            for part in field.split("."):
                place = place[part]
            return place
        return entry.get("value", "")

    def _mounts(self, namespace, pod, container):
        """Folders with what the pod's volumes hold, by where its container has them."""
        mounts = {}
        for mount in container.get("volumeMounts", []):
            volume = next(v for v in pod["spec"]["volumes"] if v["name"] == mount["name"])
            folder = self.folder / pod["metadata"]["name"] / mount["name"]
            if "persistentVolumeClaim" in volume:
                folder = self.folder / volume["persistentVolumeClaim"]["claimName"]
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o777)
            for source, key in (("configMap", "name"), ("secret", "secretName")):
                if source in volume:
                    for file, text in self._await(source.lower() + "s", namespace, volume[source][key])["data"].items():
                        (folder / file).write_text(text)
            mounts[mount["mountPath"]] = folder
        return mounts

    def _await(self, kind, namespace, name):
        """A pod may be asked for before what its volumes hold."""
        with self.objects.changed:
            self.objects.changed.wait_for(lambda: self.objects.get(kind, namespace, name), 60)
        return self.objects.get(kind, namespace, name)

    def address(self):
        return "127.0.0.1"

    def command(self, pod, container, environment, mounts):
        """What the entry point of Spark's images makes of a pod's arguments."""
        kind, *arguments = container["args"]
        for index, argument in enumerate(arguments):
            for path, folder in mounts.items():
                arguments[index] = argument = argument.replace(path + "/", f"{folder}/")
        environment["SPARK_CONF_DIR"] = str(mounts.get(environment.get("SPARK_CONF_DIR"), ""))
        home = os.environ["SPARK_HOME"]
        if kind == "driver":
            address = environment["SPARK_DRIVER_BIND_ADDRESS"]
            return [f"{home}/bin/spark-submit", "--conf", f"spark.driver.bindAddress={address}", "--deploy-mode", "client", *arguments]
        options = [value for key, value in environment.items() if key.startswith("SPARK_JAVA_OPT_")]
        memory = environment["SPARK_EXECUTOR_MEMORY"]
        # Names of services, which a cluster's own server knows.
        services = [f"{name}.{namespace}.svc" for kind, namespace, name in list(self.objects.current) if kind == "services"]
        hosts = self.folder / f"{pod['metadata']['name']}.hosts"
        hosts.write_text(" ".join(["127.0.0.1", "localhost", socket.gethostname(), *services]) + "\n")
        java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else shutil.which("java")
        return [java, *options, f"-Djdk.net.hosts.file={hosts}", f"-Xms{memory}", f"-Xmx{memory}", "-cp", f"{environment['SPARK_CONF_DIR']}:{home}/jars/*",
                "org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend",
                "--driver-url", environment["SPARK_DRIVER_URL"], "--executor-id", environment["SPARK_EXECUTOR_ID"],
                "--cores", environment["SPARK_EXECUTOR_CORES"], "--app-id", environment["SPARK_APPLICATION_ID"],
                "--hostname", environment["SPARK_EXECUTOR_POD_IP"], "--resourceProfileId", environment["SPARK_RESOURCE_PROFILE_ID"],
                "--podName", environment["SPARK_EXECUTOR_POD_NAME"]]


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


class Api(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    objects = kubelet = None

    def log_message(self, form, *arguments):
        print(self.command, self.path, *arguments[1:2], flush=True)

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (ConnectionError, BrokenPipeError):
            self.close_connection = True

    def answer(self, code, body):
        data = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, code, reason):
        self.answer(code, {"apiVersion": "v1", "kind": "Status", "status": "Failure", "code": code, "reason": reason,
                           "message": f"{reason}: {self.path}"})

    def serve(self):
        path, _, query = self.path.partition("?")
        query = dict(urllib.parse.parse_qsl(query))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        match = PATH.match(path)
        if path == "/version":
            return self.answer(200, {"major": "1", "minor": "33", "gitVersion": "v1.33.0"})
        if not match or match[2] not in KINDS:
            return self.refuse(404, "NotFound")
        namespace, kind, name = match.groups()
        if self.command == "GET" and not name:
            wanted = selector(query)
            if query.get("watch") == "true":
                return self.watch(namespace, kind, wanted, query)
            with self.objects.changed:
                items = self.objects.list(kind, namespace, wanted)
                version = str(len(self.objects.changes))
            return self.answer(200, {"apiVersion": "v1", "kind": KINDS[kind] + "List",
                                     "metadata": {"resourceVersion": version}, "items": items})
        if self.command == "POST":
            thing = json.loads(body)
            if self.objects.get(kind, namespace, thing["metadata"]["name"]):
                return self.refuse(409, "AlreadyExists")
            return self.put(201, namespace, kind, thing)
        if self.command == "DELETE":
            names = [name] if name else [t["metadata"]["name"] for t in self.objects.list(kind, namespace, selector(query))]
            gone = [self.delete(namespace, kind, each) for each in names]
            return self.answer(200, gone[0]) if name and gone[0] else self.refuse(404, "NotFound") if name else self.answer(
                200, {"apiVersion": "v1", "kind": "Status", "status": "Success"})
        there = self.objects.get(kind, namespace, name)
        apply = self.command == "PATCH" and "apply-patch" in self.headers["Content-Type"]
        if not there and not apply:
            return self.refuse(404, "NotFound")
        if self.command == "GET":
            return self.answer(200, there)
        if self.command == "PATCH" and "json-patch" in self.headers["Content-Type"]:
            return self.refuse(415, "UnsupportedMediaType")
        patch = json.loads(body)
        self.put(200, namespace, kind, patch if self.command == "PUT" else merged(there or {}, patch))

    def put(self, code, namespace, kind, thing):
        stored, event = self.objects.put(kind, namespace, thing)
        self.answer(code, stored)
        if kind == "pods" and event == "ADDED":
            threading.Thread(target=self.kubelet.start, args=(namespace, stored), daemon=True).start()

    def delete(self, namespace, kind, name):
        thing = self.objects.remove(kind, namespace, name)
        if thing and kind == "pods":
            self.kubelet.stop(namespace, name)
        for other in KINDS if thing else ():  # what it owns
            owned = self.objects.list(other, namespace, lambda t: any(
                o["uid"] == thing["metadata"]["uid"] for o in t["metadata"].get("ownerReferences", [])))
            for each in owned:
                self.delete(namespace, other, each["metadata"]["name"])
        return thing

    def watch(self, namespace, kind, wanted, query):
        if self.headers.get("Upgrade"):  # a client that wanted a web socket then asks for a stream
            return self.refuse(503, "ServiceUnavailable")
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        seen = int(query.get("resourceVersion") or 0)
        end = time.monotonic() + float(query.get("timeoutSeconds", 600))
        while time.monotonic() < end:
            with self.objects.changed:
                if len(self.objects.changes) <= seen:
                    self.objects.changed.wait(1)
                news, seen = self.objects.changes[seen:], len(self.objects.changes)
            for its_kind, its_namespace, event, thing in news:
                if (its_kind, its_namespace) == (kind, namespace) and wanted(thing):
                    data = json.dumps({"type": event, "object": thing}).encode() + b"\n"
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.write(b"0\r\n\r\n")

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve


def main(folder, kubelet=Kubelet, host="127.0.0.1"):
    Api.objects = Objects()
    Api.kubelet = kubelet(folder.resolve(), Api.objects)
    server = Server((host, 0), Api)
    (folder / "address.new").write_text("http://%s:%d" % server.server_address)
    (folder / "address.new").rename(folder / "address")
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    server.serve_forever()
    for namespace, name in list(Api.kubelet.processes):
        Api.kubelet.stop(namespace, name)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
