import "server-only";

/** Of this process, and of one person in it; and of theirs how many may wait, each with a connection. */
const atOnce = { all: 8, each: 3, waiting: 20 };
/** Milliseconds that an upload waits for its turn. */
const patience = 15_000;

interface Waiting {
  readonly personId: string;
  readonly begin: () => void;
}
interface Turns {
  readonly running: Map<string, number>;
  readonly waiting: Set<Waiting>;
}

const held = globalThis as unknown as { uploadTurns?: Turns };
/** Of the whole process, however many bundles its handlers are in. */
const turns = (): Turns => (held.uploadTurns ??= { running: new Map(), waiting: new Set() });

/** Who has too many uploads under way: this person, or everybody together. */
export type Busy = "person" | "portal";

/**
 * Does the work of an upload when it is its turn. Until then nothing of it is read, and its sender is held
 * back by the network itself. One that would wait for long is told to try again.
 */
export async function inTurn<T>(
  personId: string,
  work: () => Promise<T>,
  wait = patience,
): Promise<{ done: T } | { busy: Busy }> {
  if (!(await begins(personId, wait))) return { busy: isFull(personId) ? "person" : "portal" };
  try {
    return { done: await work() };
  } finally {
    const { running } = turns();
    const others = (running.get(personId) ?? 1) - 1;
    if (others > 0) running.set(personId, others);
    else running.delete(personId);
    beginNext();
  }
}

function begins(personId: string, wait: number): Promise<boolean> {
  return new Promise((resolve) => {
    const { waiting } = turns();
    const theirs = [...waiting].filter((each) => each.personId === personId);
    if (theirs.length >= atOnce.waiting) return resolve(false);
    const turn = {
      personId,
      begin() {
        clearTimeout(timer);
        waiting.delete(turn);
        resolve(true);
      },
    };
    const timer = setTimeout(() => {
      waiting.delete(turn);
      resolve(false);
    }, wait);
    waiting.add(turn);
    beginNext();
  });
}

/** Lets those begin who came first, each person's as far as they have turns left. */
function beginNext(): void {
  const { running, waiting } = turns();
  for (const { personId, begin } of waiting) {
    const all = [...running.values()].reduce((sum, count) => sum + count, 0);
    if (all >= atOnce.all) return;
    if (isFull(personId)) continue;
    running.set(personId, (running.get(personId) ?? 0) + 1);
    begin();
  }
}

const isFull = (personId: string) => (turns().running.get(personId) ?? 0) >= atOnce.each;
