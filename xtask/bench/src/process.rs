//! What the system knows of a process: its time on the processor and its memory.

use std::time::Duration;

/// The kernel counts time on the processor in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// Time on the processor so far, in the program and in the kernel for it.
pub(crate) fn processor_time(pid: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name may hold spaces; what follows its bracket does not. User is 14th, system 15th.
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2);
    let sum: u32 = ticks.filter_map(|ticks| ticks.parse::<u32>().ok()).sum();
    TICK.saturating_mul(sum)
}

/// Memory in use, in whole megabytes.
pub(crate) fn memory_mb(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default().div_ceil(1024)
}
