"""A search that asks and is told: your own loop computes the points.

    import thetascan

    for batch in thetascan.Scan("my.yaml"):
        batch.tell([{"r": (p["x"] ** 2 + p["y"] ** 2) ** 0.5} for p in batch])
"""

import json
import os
import shlex
import shutil
import subprocess

PROTOCOL = 1


class Batch:
    """Points to be computed: a sequence of dicts, parameters by name."""

    def __init__(self, names, rows, answer):
        self.points = [dict(zip(names, row)) for row in rows]
        self._answer = answer
        self.is_told = False

    def __iter__(self):
        return iter(self.points)

    def __len__(self):
        return len(self.points)

    def __getitem__(self, index):
        return self.points[index]

    def tell(self, results):
        """One result a point: a dict of observables, a text or an exception that says why the point failed.

        A value may be None (not computed) or thetascan.UNDEFINED (without meaning at this point).
        """
        if self.is_told:
            raise RuntimeError("this batch was told before")
        told = [_result(each) for each in results]
        if len(told) != len(self.points):
            raise ValueError("%d results for %d points" % (len(told), len(self.points)))
        self._answer(told)
        self.is_told = True


class Scan:
    """A scan that asks for its points; iterate over it. It resumes, saves and stops as any scan does.

    conf     scan file whose model needs no program
    options  of the command: "--out", "catalogues/mine"
    command  that starts ThetaScan; else THETASCAN in the environment, else thetascan on the PATH
    """

    def __init__(self, conf, *options, command=None):
        if command is None:
            command = shlex.split(os.environ.get("THETASCAN", "")) or [shutil.which("thetascan") or "./thetascan"]
        self._command = [*command, "scan", str(conf), "--evaluator", "stdio", "--allow-empty", *map(str, options)]
        self.parameters = []
        self.observables = []

    def __iter__(self):
        process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

        def say(message):
            process.stdin.write(json.dumps(message) + "\n")
            process.stdin.flush()

        try:
            first = process.stdout.readline()
            if first:
                hello = json.loads(first)
                if hello.get("thetascan") != PROTOCOL:
                    raise RuntimeError("ThetaScan speaks protocol %s, this module %d" % (hello.get("thetascan"), PROTOCOL))
                self.parameters, self.observables = hello["parameters"], hello["observables"]
                say({"thetascan": PROTOCOL, "batch": 1_000_000})
            for line in process.stdout:
                request = json.loads(line)
                answer = lambda results, id=request["id"]: say({"id": id, "results": results})
                batch = Batch(self.parameters, request["points"], answer)
                yield batch
                if not batch.is_told:
                    raise RuntimeError("the batch was not told its results")
            code = process.wait()
            if code:
                raise RuntimeError("the scan ended with exit code %d; what it says stands on standard error" % code)
        finally:  # left early: what was committed is kept, and the same scan goes on from there
            process.stdin.close()
            process.terminate()
            process.wait()
            process.stdout.close()


def _result(value):
    if isinstance(value, BaseException):
        return "%s: %s" % (type(value).__name__, value)
    if isinstance(value, str):
        return value
    if not hasattr(value, "items"):
        raise TypeError("a result is a dict of observables, a text or an exception; this is %r" % (value,))
    return {name: _number(each) for name, each in value.items()}


def _number(value):
    return value if value is None or isinstance(value, str) else float(value)
