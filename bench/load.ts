import { cpuTime } from "./processes";

export interface Target {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pid: number;
}

/** Asks for a page `times` times, four at once; CPU milliseconds a request of the server's process. */
export async function cpuPerRequest(
  { address, headers, pid }: Target,
  times: number,
): Promise<number> {
  const before = cpuTime(pid);
  let left = times;
  const client = async () => {
    while (left-- > 0) {
      const response = await fetch(address, { headers, redirect: "manual" });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    }
  };
  await Promise.all([client(), client(), client(), client()]);
  return (cpuTime(pid) - before) / times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}
