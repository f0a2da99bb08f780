// Loaded into every process of the measured portal. On SIGUSR2 one writes how long its event loop was held since the last
// signal, in milliseconds, to a file named by its number, and begins anew.
import { renameSync, writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const folder = process.env["BENCH_DELAYS"];
const resolution = 10;
if (folder) {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  process.on("SIGUSR2", () => {
    // The histogram holds the time between two looks, the pause itself included.
    const held = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
    const figures = {
      looks: delays.count,
      median: held(delays.percentile(50)),
      p99: held(delays.percentile(99)),
      longest: held(delays.max),
    };
    delays.reset();
    const file = `${folder}/${process.pid}.json`;
    writeFileSync(`${file}.new`, JSON.stringify(figures));
    renameSync(`${file}.new`, file);
  });
}
