/** Whether a process runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Without the right to signal it, one learns that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When this process began, in milliseconds since 1970: what bears its number and is older was another's. */
export function ownStart(): number {
  return Date.now() - process.uptime() * 1000;
}
