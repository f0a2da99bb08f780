import { Worker } from "node:worker_threads";

/** Beside buffers the heap has a limit of its own, which Node keeps. */
const MEMORY_MAX = 900 * 1024 * 1024;

/**
 * Ends this process when its parent is gone or its memory outgrows the limit, also while its main thread
 * is busy with one file: hence a thread of its own.
 */
export function watch(): void {
  const code = `
    const parent = process.ppid;
    setInterval(() => {
      const alone = process.ppid !== parent;
      if (alone || process.memoryUsage.rss() > ${MEMORY_MAX}) process.kill(process.pid, "SIGKILL");
    }, 100);`;
  new Worker(code, { eval: true, execArgv: [] }).unref();
}
