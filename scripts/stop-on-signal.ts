/**
 * Calls `stop` once when this process is asked to end: by Ctrl-C, by a signal, or because the npm that
 * started it is gone without a word.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    void stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) ask();
  }, 1000).unref();
}
