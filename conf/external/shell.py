from math import cos, sqrt
from thetascan import serve

def model(theta):
    x, y, z = theta["x"], theta["y"], theta["z"]
    if x == y == z == 0:
        raise ValueError("the angle is undefined at the centre")
    r = sqrt(x * x + y * y + z * z)
    return {"r": r, "wave": cos(4 * x) * y / r}

serve(model)
