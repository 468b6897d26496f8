#!/usr/bin/env python3
"""Renews tests/fixtures/spezialfunktionen.csv: values of the special functions with 50 digits.

    pip install mpmath==1.3.0 && scripts/referenzwerte.py

Tails of discrete distributions are sums of whole numbers or of 60-digit terms, quantiles are bisected on
those sums: nothing here shares a formula with the Rust side. Arguments are doubles with few bits (powers
of two and whole numbers), so that both sides start from the same number. Takes about a minute.
"""

from math import comb
from pathlib import Path

from mpmath import mp, mpf

mp.dps = 60
ZIEL = Path(__file__).resolve().parent.parent / "tests/fixtures/spezialfunktionen.csv"


def binomial_punkt(n, x, p):
    return mp.binomial(n, x) * mpf(p) ** x * (1 - mpf(p)) ** (n - x)


def binomial_unten(n, x, p):
    glied = (1 - mpf(p)) ** n
    summe, verhaeltnis = glied, mpf(p) / (1 - mpf(p))
    for i in range(x):
        glied *= verhaeltnis * (n - i) / (i + 1)
        summe += glied
    return summe


def hypergeometrisch(gesamt, fehlerhaft, n, x):
    """(P(X <= x), P(X > x)) from whole numbers."""
    fehlerhaft, n = max(fehlerhaft, n), min(fehlerhaft, n)  # symmetric in both; this way the numbers stay short
    gut = gesamt - fehlerhaft
    von, bis = max(0, n - gut), min(n, fehlerhaft)
    alle = comb(gesamt, n)
    glied = comb(fehlerhaft, von) * comb(gut, n - von)
    unten = oben = 0
    for i in range(von, bis + 1):
        if i <= x:
            unten += glied
        else:
            oben += glied
        glied = glied * (fehlerhaft - i) * (n - i) // ((i + 1) * (gut - n + i + 1))
    return mpf(unten) / alle, mpf(oben) / alle


def poisson_unten(x, m):
    glied = summe = mp.exp(-mpf(m))
    for i in range(1, x + 1):
        glied *= mpf(m) / i
        summe += glied
    return summe


def gamma_oben(a, x):
    """Q(a, x); for whole a the Poisson sum."""
    if a == int(a):
        return poisson_unten(int(a) - 1, x)
    return mp.gammainc(mpf(a), mpf(x), mp.inf, regularized=True)


def beta_unten(x, a, b):
    if a == int(a) and b == int(b):
        a, b = int(a), int(b)
        return 1 - binomial_unten(a + b - 1, a - 1, x)
    return mp.betainc(mpf(a), mpf(b), 0, x, regularized=True)


def bisektion(links, rechts, steigend):
    links, rechts = mpf(links), mpf(rechts)
    for _ in range(120):
        mitte = (links + rechts) / 2
        if steigend(mitte):
            rechts = mitte
        else:
            links = mitte
    return (links + rechts) / 2


def beta_quantil_oben(oben, a, b):
    if a == int(a) and b == int(b):
        return bisektion(0, 1, lambda x: binomial_unten(int(a + b) - 1, int(a) - 1, x) < mpf(oben))
    return bisektion(0, 1, lambda x: 1 - beta_unten(x, a, b) < mpf(oben))


def beta_quantil_unten(unten, a, b):
    with mp.workdps(150):  # the lower tail is a difference to 1, and may be as small as 2^-200
        return bisektion(0, 1, lambda x: beta_unten(x, a, b) > mpf(unten))


def gamma_quantil_oben(oben, a):
    return bisektion(0, 20 * a + 800, lambda x: gamma_oben(a, x) < mpf(oben))


def gamma_quantil_unten(unten, a):
    with mp.workdps(150):
        return bisektion(0, 20 * a + 800, lambda x: 1 - gamma_oben(a, x) > mpf(unten))


def normal_quantil_oben(oben):
    return bisektion(-40, 40, lambda z: mp.erfc(z / mp.sqrt(2)) / 2 < mpf(oben))


def student_oben(t, freiheit):
    """P(T > t) by the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4."""
    winkel = mp.atan(t / mp.sqrt(freiheit))
    kosinus2 = mpf(freiheit) / (freiheit + t * t)
    gerade = freiheit % 2 == 0
    glied = summe = mpf(1) if gerade else mp.cos(winkel)
    if freiheit == 1:
        return (1 - 2 * winkel / mp.pi) / 2
    for i in range(1 if gerade else 2, freiheit - 2, 2):
        glied *= kosinus2 * i / (i + 1)
        summe += glied
    innen = mp.sin(winkel) * summe
    return (1 - (innen if gerade else 2 / mp.pi * (winkel + innen))) / 2


def student_quantil_oben(oben, freiheit):
    if freiheit < 1000:
        return bisektion(0, mpf(2) ** 40, lambda t: student_oben(t, freiheit) < mpf(oben))
    anfang = normal_quantil_oben(oben)
    f = lambda t: mp.log(student_oben(t, freiheit) / mpf(oben))
    return mp.findroot(f, (anfang, anfang * (1 + mpf(1) / freiheit)), tol=mpf(10) ** -50)


def werte():
    """(function, arguments, value)"""
    z = lambda k: 2.0**-k
    for n, x, p in [(1, 0, z(1)), (10, 3, z(2)), (100, 99, z(5)), (300, 40, z(4)), (5000, 3, z(10)), (10**6, 62500, z(4)),
                    (10**7, 156250, z(6)), (10**7, 150000, z(6)), (10**7, 30, z(20)), (10**7, 5, z(40))]:
        yield "binomial_punkt", (n, x, p), binomial_punkt(n, x, p)
    for n, x, p in [(10, 0, z(1)), (60, 3, z(4)), (300, 12, z(4)), (300, 1, z(2)), (5000, 20, z(5)), (5000, 150, z(5)),
                    (10**6, 800, z(10)), (10**7, 9000, z(10)), (10**7, 9700, z(10)), (10**7, 10, z(20)), (10**9, 40, z(24))]:
        yield "binomial_unten", (n, x, p), binomial_unten(n, x, p)
    for gesamt, k, n, x in [(20, 2, 1, 0), (60, 20, 30, 3), (600, 80, 100, 8), (900, 98, 75, 3), (5000, 300, 77, 1),
                            (10**6, 64000, 300, 12), (10**6, 500000, 300, 20), (10**7, 10**6, 300, 2), (10**7, 3, 10**6, 0),
                            (10**7, 10**5, 5000, 20), (10**7, 5 * 10**6, 1000, 350), (10**7, 40, 10**6, 20),
                            (10**5, 99000, 2000, 1950)]:
        unten, oben = hypergeometrisch(gesamt, k, n, x)
        yield "hypergeometrisch_unten", (gesamt, k, n, x), unten
        yield "hypergeometrisch_oben", (gesamt, k, n, x), oben
    for a, x in [(1, z(3)), (1, 700), (4, 8), (4.25, 8), (10, 100), (50, 20), (200, 260), (1000, 900), (1000.5, 1100), (5000, 5400)]:
        oben = gamma_oben(a, x)
        yield "gamma_oben", (a, x), oben
        yield "gamma_unten", (a, x), 1 - oben
    for alpha, a, b in [(z(4), 4, 57), (z(10), 1, 100), (z(40), 9, 92), (z(4), 13, 288), (z(200), 3, 50), (z(6), 151, 4850),
                        (z(5), 40, 9999961), (z(4), 3.5, 97.5), (z(6), 0.5, 10.5), (z(30), 12.5, 40.5), (z(3), 60, 1)]:
        yield "beta_quantil_oben", (alpha, a, b), beta_quantil_oben(alpha, a, b)
        yield "beta_quantil_unten", (alpha, a, b), beta_quantil_unten(alpha, a, b)
    for alpha, a in [(z(4), 1), (z(4), 4), (z(40), 4), (z(200), 3), (z(6), 50), (z(5), 1000), (z(3), 4.25)]:
        yield "gamma_quantil_oben", (alpha, a), gamma_quantil_oben(alpha, a)
        yield "gamma_quantil_unten", (alpha, a), gamma_quantil_unten(alpha, a)
    for alpha in [z(2), z(4), z(5), z(6), z(10), z(20), z(40), z(100), z(200), 1 - z(4)]:
        yield "normal_quantil_oben", (alpha,), normal_quantil_oben(alpha)
    for alpha, f in [(z(2), 1), (z(5), 1), (z(20), 1), (z(4), 2), (z(6), 3), (z(4), 10), (z(5), 19), (z(10), 19), (z(40), 19),
                     (z(4), 99), (z(6), 399), (z(6), 10**4), (z(30), 10**4), (z(6), 10**6), (0.49, 30)]:
        yield "student_quantil_oben", (alpha, f), student_quantil_oben(alpha, f)


def main():
    zeilen = ["funktion;argumente;wert"]
    for name, argumente, wert in werte():
        zeilen.append(f"{name};{' '.join(repr(a) for a in argumente)};{mp.nstr(wert, 25)}")
    ZIEL.write_text("\n".join(zeilen) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
