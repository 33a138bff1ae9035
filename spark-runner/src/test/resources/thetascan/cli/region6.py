"""The test region in six dimensions, bit for bit as the built-in one: its sine is that of fdlibm, which StrictMath is."""
import math

from thetascan import serve

# Coefficients of sine and cosine on [-pi/4, pi/4] and of pi/2 in pieces of 33 bits, as fdlibm publishes them.
S = (-1.66666666666666324348e-01, 8.33333333332248946124e-03, -1.98412698298579493134e-04, 2.75573137070700676789e-06,
     -2.50507602534068634195e-08, 1.58969099521155010221e-10)
C = (4.16666666666666019037e-02, -1.38888888888741095749e-03, 2.48015872894767294178e-05, -2.75573143513906633035e-07,
     2.08757232129817482790e-09, -1.13596475577881948265e-11)
PIECES = ((1.57079632673412561417e+00, 6.07710050650619224932e-11), (6.07710050630396597660e-11, 2.02226624879595063154e-21))


def exponent(x):
    return math.frexp(x)[1] if x else -2000


def reduced(x):
    """x - n pi/2 in two parts, for 0 <= x < 1e5."""
    n = int(x * 6.36619772367581382433e-01 + 0.5)
    r = x - n * PIECES[0][0]
    w = n * PIECES[0][1]
    y = r - w
    if exponent(x) - exponent(y) > 16:
        t = r
        w = n * PIECES[1][0]
        r = t - w
        w = n * PIECES[1][1] - ((t - r) - w)
        y = r - w
    return n, y, (r - y) - w


def kernel_sin(x, y):
    z = x * x
    v = z * x
    r = S[1] + z * (S[2] + z * (S[3] + z * (S[4] + z * S[5])))
    return x - ((z * (0.5 * y - v * r) - y) - v * S[0])


def kernel_cos(x, y):
    z = x * x
    r = z * (C[0] + z * (C[1] + z * (C[2] + z * (C[3] + z * (C[4] + z * C[5])))))
    if abs(x) < 0.3:
        return 1 - (0.5 * z - (z * r - x * y))
    q = 0.28125 if abs(x) > 0.78125 else truncated(abs(x)) / 4
    hz = 0.5 * z - q
    return (1 - q) - (hz - (z * r - x * y))


def truncated(x):
    """x with the lower half of its bits 0."""
    import struct
    return struct.unpack(">d", struct.pack(">d", x)[:4] + b"\0\0\0\0")[0]


def sin(x):
    if abs(x) <= 0.7853981633974483:
        if abs(x) < 2 ** -27:
            return x
        z = x * x
        return x + z * x * (S[0] + z * (S[1] + z * (S[2] + z * (S[3] + z * (S[4] + z * S[5])))))
    n, y, rest = reduced(x)
    value = kernel_cos(y, rest) if n & 1 else kernel_sin(y, rest)
    return -value if n & 2 else value


def model(theta):
    a, b, c = theta["x0"] - 0.5, theta["x1"] - 0.5, theta["x2"] - 0.5
    return {
        "r": math.sqrt(a * a + b * b + c * c),
        "sum": theta["x3"] + theta["x4"] + theta["x5"],
        "wave": sin(4 * math.pi * theta["x3"]),
        "product": theta["x0"] * theta["x4"],
    }


if __name__ == "__main__":
    serve(model)
