/** How long a store over the network may take, in milliseconds. */
export type Patience = {
  /** Until it has taken a whole file. */
  readonly upload: number;
  /** Until it begins to answer. */
  readonly answer: number;
};

export const patience: Patience = { upload: 120_000, answer: 30_000 };

/**
 * Asks a store over the network, once. The answer must begin within the time; reading it may take longer.
 * Errors name the store and what went wrong, never an address: the signature in one opens a file.
 */
export async function ask(
  store: string,
  address: string,
  milliseconds: number,
  request: RequestInit = {},
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
  }, milliseconds);
  try {
    return await fetch(address, { ...request, signal: late.signal, cache: "no-store" });
  } catch (error) {
    if (late.signal.aborted) throw new Error(`${store} did not answer in time.`);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    throw new Error(`${store} could not be reached: ${cause || "the connection failed"}.`);
  } finally {
    clearTimeout(timer);
  }
}
