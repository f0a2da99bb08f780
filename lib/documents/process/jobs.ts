import { confirmation } from "./confirmation-job";
import { inspect } from "./inspect-job";
import { render } from "./render-job";

/**
 * What the processes for documents do, by name. A job reads what its input names and answers with what
 * JSON can say; whatever it throws, or never answers, reaches the caller as "unchecked".
 */
export const jobs = { inspect, render, confirmation } as const satisfies Record<
  string,
  (input: never) => Promise<unknown>
>;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0];
