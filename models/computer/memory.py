"""How much memory the program takes, as the system counts it."""

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of the Windows headers."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("page_faults", wintypes.DWORD),
            ("peak", ctypes.c_size_t),
            ("now", ctypes.c_size_t),
            *((f"pool_{number}", ctypes.c_size_t) for number in range(4)),
            ("paged", ctypes.c_size_t),
            ("peak_paged", ctypes.c_size_t),
        )

    def most_memory() -> int:
        """Return the most bytes that this process ever had."""
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        kernel.K32GetProcessMemoryInfo(
            kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb
        )
        return int(max(counters.peak, counters.peak_paged))

elif sys.platform == "linux":
    # Not getrusage: there a program begins with what the one that started it had.
    _STATUS = Path("/proc/self/status")
    _PEAK = "VmHWM:"

    def most_memory() -> int:
        """Return the most bytes that this process ever had."""
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(one.split()[1]) for one in lines if one.startswith(_PEAK)) * 1024

else:
    import resource

    def most_memory() -> int:
        """Return the most bytes that this process ever had."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
