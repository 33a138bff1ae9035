"""Type-II two-Higgs-doublet model with a softly broken Z2 symmetry: couplings, theory bounds, S, T, U, couplings of h."""

import numpy as np
from thetascan import serve

# Review of Particle Physics, Phys. Rev. D 110 (2024) 030001; masses in GeV
V = (np.sqrt(2) * 1.1663788e-5) ** -0.5
M_Z, M_W, M_H, M_TOP, M_BOTTOM = 91.1880, 80.3692, 125.20, 172.57, 4.183
Z, W = M_Z**2, M_W**2
SW = 1 - W / Z


# Oblique parameters: W. Grimus, L. Lavoura, O. M. Ogreid, P. Osland, Nucl. Phys. B 801 (2008) 81, arXiv:0802.4353
def F(x, y):
    d = np.where(x == y, 1, x - y)
    return np.where(x == y, 0, (x + y) / 2 - x * y / d * np.log(x / y))


def f(t, r):
    s = np.sqrt(np.abs(r))
    with np.errstate(divide="ignore"):
        return np.where(r > 0, s * np.log(np.abs((t - s) / (t + s))), 2 * s * np.arctan2(s, t))


def G(x, y, q):
    d = np.where(x == y, 1, x - y)
    log = np.log(x / y)
    first = np.where(x == y, 2 * x, (x**2 + y**2) / d * log)
    rest = (-(x**2 - y**2) / q + (x - y) ** 3 / (3 * q**2)) * log
    t, r = x + y - q, q**2 - 2 * q * (x + y) + (x - y) ** 2
    return -16 / 3 + 5 * (x + y) / q - 2 * (x - y) ** 2 / q**2 + 3 / q * (first + rest) + r / q**3 * f(t, r)


def G_hat(x, q):
    u = x / q
    log = (-10 + 18 * u - 6 * u**2 + u**3 - 9 * (x + q) / (x - q)) * np.log(u)
    return -79 / 3 + 9 * u - 2 * u**2 + log + (12 - 4 * u + u**2) * f(x, x**2 - 4 * x * q) / q


def oblique(c2, h, H, A, P):
    """S, T, U by squared masses; c2 = cos^2(beta - alpha), relative to the Standard Model with h."""
    s2 = 1 - c2
    gauge_F = lambda x: F(Z, x) - F(W, x)
    gauge_G = lambda x: G_hat(x, W) - G_hat(x, Z)
    heavy = F(P, A) + s2 * (F(P, H) - F(A, H)) + c2 * (F(P, h) - F(A, h))
    T = (heavy + 3 * c2 * (gauge_F(H) - gauge_F(h))) / (16 * np.pi * SW * W)
    neutral = (1 - 2 * SW) ** 2 * G(P, P, Z) + c2 * G(A, h, Z) + s2 * G(A, H, Z)
    S = (neutral + np.log(A / P) + np.log(H / P) + c2 * (G_hat(H, Z) - G_hat(h, Z))) / (24 * np.pi)
    charged = c2 * G(P, h, W) + s2 * G(P, H, W) + G(P, A, W)
    return S, T, (charged - neutral + c2 * (gauge_G(H) - gauge_G(h))) / (24 * np.pi)


# h to two photons: A. Djouadi, Phys. Rept. 457 (2008) 1, hep-ph/0503172; tau = m_h^2/(4 m^2)
def loop(tau):
    root = np.sqrt(np.maximum(1 - 1 / tau, 0))
    heavy = np.arcsin(np.sqrt(np.minimum(tau, 1))) ** 2
    return np.where(tau <= 1, heavy, -0.25 * (np.log((1 + root) / np.where(tau > 1, 1 - root, 1)) - 1j * np.pi) ** 2)


def fermion(m):
    tau = np.array(M_H**2 / (4 * m**2))
    return 2 * (tau + (tau - 1) * loop(tau)) / tau**2


TAU_W = np.array(M_H**2 / (4 * W))
A_UP, A_DOWN = 4 / 3 * fermion(M_TOP), 1 / 3 * fermion(M_BOTTOM)
A_W = -(2 * TAU_W**2 + 3 * TAU_W + 3 * (2 * TAU_W - 1) * loop(TAU_W)) / TAU_W**2


def model(theta):
    mH, mA, mP, tb, cba, m12 = (theta[k] for k in ("mH0", "mA", "mHp", "tan_beta", "cos_ba", "m12_sq"))
    sba, cb = np.sqrt(1 - cba**2), 1 / np.sqrt(1 + tb**2)
    sb = tb * cb
    sa, ca = sb * cba - cb * sba, cb * cba + sb * sba
    h, H, A, P, M2 = M_H**2, mH**2, mA**2, mP**2, m12 / (sb * cb)
    # quartic couplings: J. F. Gunion, H. E. Haber, Phys. Rev. D 67 (2003) 075019, hep-ph/0207010
    l1 = (H * ca**2 + h * sa**2 - m12 * tb) / (V * cb) ** 2
    l2 = (H * sa**2 + h * ca**2 - m12 / tb) / (V * sb) ** 2
    l3 = ((H - h) * sa * ca / (sb * cb) + 2 * P - M2) / V**2
    l4, l5 = (A - 2 * P + M2) / V**2, (M2 - A) / V**2
    # bounded from below: K. G. Klimenko, Theor. Math. Phys. 62 (1985) 58
    positive = (l1 > 0) & (l2 > 0)
    root = np.sqrt(np.where(positive, l1 * l2, 1))
    bounds = np.minimum.reduce([l1, l2, l3 + root, l3 + l4 - np.abs(l5) + root])
    # scattering: I. F. Ginzburg, I. P. Ivanov, Phys. Rev. D 72 (2005) 115010
    a, d, s = np.sqrt(9 / 4 * (l1 - l2) ** 2 + (2 * l3 + l4) ** 2), (l1 - l2) ** 2 / 4, np.abs(l1 + l2)
    eigenvalues = [1.5 * s + a, s / 2 + np.sqrt(d + l4**2), s / 2 + np.sqrt(d + l5**2)]
    eigenvalues += [l3 + 2 * l4 - 3 * l5, l3 - l5, l3 + 2 * l4 + 3 * l5, l3 + l5, l3 + l4, l3 - l4]
    # deepest vacuum: A. Barroso et al., JHEP 06 (2013) 045, arXiv:1303.5098
    l345 = l3 + l4 + l5
    m11_sq = m12 * tb - V**2 / 2 * (l1 * cb**2 + l345 * sb**2)
    m22_sq = m12 / tb - V**2 / 2 * (l2 * sb**2 + l345 * cb**2)
    k = np.where(positive, np.abs(l1 / l2), 1) ** 0.25
    vacuum = np.ma.array(m12 * (m11_sq - k**2 * m22_sq) * (tb - k) / M_H**4, mask=~positive)
    S, T, U = oblique(cba**2, h, H, A, P)
    kappa_u, kappa_d = ca / sb, -sa / cb
    g = -((2 * P - h) * sba + (2 * h - 2 * M2) * (ca * cb - sa * sb) / (2 * sb * cb)) / V
    tau = h / (4 * P)
    a_plus = -V * g / (2 * P) * (loop(tau) - tau) / tau**2
    amplitude = kappa_u * A_UP + kappa_d * A_DOWN + sba * A_W + a_plus
    return dict(lambda_1=l1, lambda_2=l2, lambda_3=l3, lambda_4=l4, lambda_5=l5,
                bfb_min=np.where(positive, bounds, np.minimum(l1, l2)),
                unitarity_max=np.abs(eigenvalues).max(axis=0), vacuum=vacuum, S=S, T=T, U=U, kappa_V=sba,
                kappa_u=kappa_u, kappa_d=kappa_d, g_hHpHm=g,
                R_gamgam=np.abs(amplitude) ** 2 / np.abs(A_UP + A_DOWN + A_W) ** 2, m_Hp=mP)


serve(model, batch=True)
