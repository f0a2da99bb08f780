import { jobs, type JobName } from "./jobs";
import { watch } from "./watch";

/* The process in which files of strangers are opened. It has no configuration and no secrets, takes one
   job at a time from its parent, and ends with it. */

interface Request {
  readonly name: JobName;
  readonly input: never;
}

const answer = (message: unknown) => process.send?.(message);

watch();
// Not by an exit: that would wait for a read that never ends.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.on("message", ({ name, input }: Request) => {
  jobs[name](input).then(
    (value) => answer({ value }),
    (reason: unknown) => {
      // The reason goes to the log of the parent, by way of standard error.
      process.stderr.write(`A job of documents failed: ${String(reason)}\n`);
      answer({ failed: true });
    },
  );
});
answer({ ready: true });
