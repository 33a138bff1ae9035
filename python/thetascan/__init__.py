"""Lets ThetaScan scan with a Python function.

    from thetascan import serve

    def model(theta):                    # theta["x"], theta["y"]: floats, in the units of the scan file
        return {"r": (theta["x"] ** 2 + theta["y"] ** 2) ** 0.5}

    serve(model)

ThetaScan starts the program and talks to it in lines of JSON on standard input and output. Whatever the program and its
libraries print goes to standard error: ThetaScan shows the end of it where a point fails.

thetascan.read gives the points of a catalogue, thetascan.plot draws them; they need pandas, pyarrow and matplotlib, serve needs
nothing.
"""

import json
import os
import sys
import traceback

PROTOCOL = 1
UNDEFINED = "undefined"  # as a value: physics has said no already, so that this observable has no meaning

_BATCH = 1000  # points in a line at most, of a vectorised model


def _claim():
    """Takes the two channels for the protocol alone; from now on prints, also of compiled code, go to standard error."""
    if not os.environ.pop("THETASCAN_PROTOCOL", None):
        return sys.stdin, sys.stdout  # started by hand, to try it out
    sys.stdout.flush()
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    answers.write("\n")  # ends whatever was printed before
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(line_buffering=True)
    return requests, answers


_requests, _answers = _claim()


def serve(model, batch=False, version="", parameters=None, observables=None):
    """Answers ThetaScan until it has no more points.

    model        takes a dict of parameters by name and returns a dict of observables by name; None for a value that was
                 not computed, UNDEFINED for one that has no meaning at this point. An exception is the reason why the
                 point failed.
    batch        True if the dict holds numpy arrays, one value a point, and arrays (or single values) are returned.
                 The values at a point must not depend on the points beside it.
    version      of the calculation; a scan file may ask for one
    parameters   names it takes, observables: names it gives; if told, ThetaScan checks that they fit the scan file
    """
    greeting = json.loads(_requests.readline() or "{}")
    if greeting.get("thetascan") != PROTOCOL:
        raise SystemExit("serve: ThetaScan speaks protocol %s, this helper %d" % (greeting.get("thetascan"), PROTOCOL))
    names, wanted = greeting["parameters"], greeting["observables"]
    hello = {"thetascan": PROTOCOL, "version": str(version), "batch": _BATCH if batch else 1}
    if parameters is not None:
        hello["parameters"] = list(parameters)
    if observables is not None:
        hello["observables"] = list(observables)
    _say(hello)
    answer = _vectorised(model, names, wanted) if batch else _one_by_one(model, names, wanted)
    for line in _requests:
        request = json.loads(line)
        _say({"id": request["id"], "results": answer(request["points"])})


def _say(message):
    _answers.write(json.dumps(message) + "\n")
    _answers.flush()


def _one_by_one(model, names, wanted):
    def one(point):
        try:
            return _values(model(dict(zip(names, point))), wanted)
        except Exception as error:
            return _reason(error)

    return lambda points: [one(point) for point in points]


def _values(result, wanted):
    values = []
    for name in wanted:
        value = _of(result, name)
        values.append(value if value is None or value == UNDEFINED else float(value))
    return values


def _vectorised(model, names, wanted):
    import numpy

    def all_of(points):
        columns = numpy.ascontiguousarray(numpy.array(points, dtype=float).reshape(len(points), len(names)).T)
        result = model(dict(zip(names, columns)))
        values = [numpy.ma.asarray(_of(result, name)).astype(float) for name in wanted]  # masked: not computed
        return list(zip(*[numpy.broadcast_to(each, len(points), subok=True).tolist() for each in values]))

    def answer(points):
        try:
            return all_of(points)
        except Exception as error:
            if len(points) == 1:
                return [_reason(error)]
            return [answer([point])[0] for point in points]  # which of them it was

    return answer


def _of(result, name):
    try:
        return result[name]
    except (KeyError, IndexError, TypeError):
        raise LookupError("the model returned no '%s'" % name) from None


def _reason(error):
    """What went wrong, and where in the model; never empty."""
    text = "%s: %s" % (type(error).__name__, error)
    places = [each for each in traceback.extract_tb(error.__traceback__) if each.filename != __file__]
    if places:
        text += " (%s, line %d)" % (os.path.basename(places[-1].filename), places[-1].lineno)
    return text


def read(path, columns=None, valid_only=True):
    """The points of a catalogue as a pandas.DataFrame: see thetascan.catalogue.read."""
    from . import catalogue

    return catalogue.read(path, columns, valid_only)


def __getattr__(name):  # what needs more than this file is loaded when it is asked for
    if name == "Scan":
        from .asking import Scan

        return Scan
    raise AttributeError("module 'thetascan' has no attribute '%s'" % name)
