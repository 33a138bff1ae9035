! Type-II two-Higgs-doublet model: a table of points in, a table of observables out. gfortran -O2 -o two-higgs-doublet two-higgs-doublet.f90
! Formulas and sources are those of two-higgs-doublet.py.
program two_higgs_doublet
  implicit none
  integer, parameter :: dp = kind(1d0)
  real(dp), parameter :: pi = acos(-1d0), v = (sqrt(2d0)*1.1663788d-5)**(-0.5d0)
  real(dp), parameter :: mz = 91.1880d0, mw = 80.3692d0, mh = 125.20d0, mt = 172.57d0, mb = 4.183d0
  real(dp), parameter :: z = mz**2, w = mw**2, h = mh**2, sw = 1 - w/z
  real(dp) :: mhh, ma, mp, tb, cba, m12
  character(len=1024) :: from, to
  integer :: status
  call get_command_argument(1, from)
  call get_command_argument(2, to)
  open (10, file=trim(from), status='old', action='read')
  open (11, file=trim(to), action='write')
  do
    read (10, *, iostat=status) mhh, ma, mp, tb, cba, m12
    if (status /= 0) exit
    call point(mhh**2, ma**2, mp**2, tb, cba, m12)
  end do
contains
  real(dp) function f_rho(x, y)
    real(dp), intent(in) :: x, y
    f_rho = 0
    if (x /= y) f_rho = (x + y)/2 - x*y/(x - y)*log(x/y)
  end function
  real(dp) function f_loop(t, r)
    real(dp), intent(in) :: t, r
    real(dp) :: s
    s = sqrt(abs(r))
    f_loop = 0
    if (r > 0) f_loop = s*log(abs((t - s)/(t + s)))
    if (r < 0) f_loop = 2*s*atan2(s, t)
  end function
  real(dp) function g_loop(x, y, q)
    real(dp), intent(in) :: x, y, q
    real(dp) :: first, r
    first = 2*x
    if (x /= y) first = (x**2 + y**2)/(x - y)*log(x/y)
    r = q**2 - 2*q*(x + y) + (x - y)**2
    g_loop = -16d0/3 + 5*(x + y)/q - 2*(x - y)**2/q**2 &
      + 3/q*(first + (-(x**2 - y**2)/q + (x - y)**3/(3*q**2))*log(x/y)) + r/q**3*f_loop(x + y - q, r)
  end function
  real(dp) function g_hat(x, q)
    real(dp), intent(in) :: x, q
    real(dp) :: u
    u = x/q
    g_hat = -79d0/3 + 9*u - 2*u**2 + (-10 + 18*u - 6*u**2 + u**3 - 9*(x + q)/(x - q))*log(u) &
      + (12 - 4*u + u**2)*f_loop(x, x**2 - 4*x*q)/q
  end function
  complex(dp) function loop(tau)
    real(dp), intent(in) :: tau
    real(dp) :: root
    if (tau <= 1) then
      loop = asin(sqrt(tau))**2
    else
      root = sqrt(1 - 1/tau)
      loop = -0.25d0*(log((1 + root)/(1 - root)) - (0, 1)*pi)**2
    end if
  end function
  complex(dp) function fermion(m)
    real(dp), intent(in) :: m
    real(dp) :: tau
    tau = h/(4*m**2)
    fermion = 2*(tau + (tau - 1)*loop(tau))/tau**2
  end function
  subroutine point(hh, a, p, tb, cba, m12)
    real(dp), intent(in) :: hh, a, p, tb, cba, m12
    real(dp) :: sba, cb, sb, sa, ca, m2, l1, l2, l3, l4, l5, root, bound, e(9), l345, m11, m22, k, vacuum
    real(dp) :: c2, s2, heavy, s, t, u, charged, neutral, ku, kd, g, tau
    complex(dp) :: up, down, vector, plus
    sba = sqrt(1 - cba**2); cb = 1/sqrt(1 + tb**2); sb = tb*cb
    sa = sb*cba - cb*sba; ca = cb*cba + sb*sba; m2 = m12/(sb*cb)
    l1 = (hh*ca**2 + h*sa**2 - m12*tb)/(v*cb)**2
    l2 = (hh*sa**2 + h*ca**2 - m12/tb)/(v*sb)**2
    l3 = ((hh - h)*sa*ca/(sb*cb) + 2*p - m2)/v**2
    l4 = (a - 2*p + m2)/v**2
    l5 = (m2 - a)/v**2
    bound = min(l1, l2); vacuum = 0
    l345 = l3 + l4 + l5
    if (bound > 0) then
      root = sqrt(l1*l2)
      bound = min(bound, l3 + root, l3 + l4 - abs(l5) + root)
      m11 = m12*tb - v**2/2*(l1*cb**2 + l345*sb**2)
      m22 = m12/tb - v**2/2*(l2*sb**2 + l345*cb**2)
      k = (l1/l2)**0.25d0
      vacuum = m12*(m11 - k**2*m22)*(tb - k)/h**2
    end if
    root = abs(l1 + l2)
    e = [1.5d0*root + sqrt(2.25d0*(l1 - l2)**2 + (2*l3 + l4)**2), root/2 + sqrt((l1 - l2)**2/4 + l4**2), &
      root/2 + sqrt((l1 - l2)**2/4 + l5**2), l3 + 2*l4 - 3*l5, l3 - l5, l3 + 2*l4 + 3*l5, l3 + l5, l3 + l4, l3 - l4]
    c2 = cba**2; s2 = 1 - c2
    heavy = f_rho(p, a) + s2*(f_rho(p, hh) - f_rho(a, hh)) + c2*(f_rho(p, h) - f_rho(a, h))
    t = (heavy + 3*c2*(f_rho(z, hh) - f_rho(w, hh) - f_rho(z, h) + f_rho(w, h)))/(16*pi*sw*w)
    neutral = (1 - 2*sw)**2*g_loop(p, p, z) + c2*g_loop(a, h, z) + s2*g_loop(a, hh, z)
    charged = c2*g_loop(p, h, w) + s2*g_loop(p, hh, w) + g_loop(p, a, w)
    s = (neutral + log(a/p) + log(hh/p) + c2*(g_hat(hh, z) - g_hat(h, z)))/(24*pi)
    u = (charged - neutral + c2*(g_hat(hh, w) - g_hat(hh, z) - g_hat(h, w) + g_hat(h, z)))/(24*pi)
    ku = ca/sb; kd = -sa/cb
    g = -((2*p - h)*sba + (2*h - 2*m2)*(ca*cb - sa*sb)/(2*sb*cb))/v
    up = 4d0/3*fermion(mt); down = fermion(mb)/3; tau = h/(4*w)
    vector = -(2*tau**2 + 3*tau + 3*(2*tau - 1)*loop(tau))/tau**2
    tau = h/(4*p)
    plus = -v*g/(2*p)*(loop(tau) - tau)/tau**2
    write (11, '(17es25.16e3)') l1, l2, l3, l4, l5, bound, maxval(abs(e)), vacuum, s, t, u, sba, ku, kd, g, &
      abs(ku*up + kd*down + sba*vector + plus)**2/abs(up + down + vector)**2, sqrt(p)
  end subroutine
end program
