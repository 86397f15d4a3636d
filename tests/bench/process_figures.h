// SPDX-License-Identifier: GPL-3.0-or-later
// What a process used: CPU and memory, of ourselves and of others (Linux).
#pragma once

#include <QByteArray>
#include <QFile>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

/// \param who  RUSAGE_SELF, or RUSAGE_CHILDREN for those that have ended \return user and system time
inline double cpuSeconds(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// What our own allocations hold, large ones included.
inline qint64 heapBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

/// \return octets of memory in use; 0: no such process
inline qint64 residentBytes(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}
