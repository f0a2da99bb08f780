import type { QueueKey, QueueSort } from "@/lib/reviews/queue-filter";

interface Placed {
  readonly id: string;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
  readonly exporterName: string;
  readonly carats: string | null;
  readonly valueUsd: string | null;
}

/**
 * The row at the place where a file stands or stood: itself while it is in the list, else the one that
 * moved up to it, or the last where it was at the end.
 */
export function neighbourOf<R extends Placed>(
  rows: readonly R[],
  sort: QueueSort,
  file: Placed,
): R | null {
  const [key, direction] = sort.split(".") as [QueueKey, "asc" | "desc"];
  const turn = direction === "asc" ? 1 : -1;
  const after = (row: R) => {
    const [one, other] = [placeIn(key, row), placeIn(key, file)];
    if (one === other) return (row.id > file.id ? 1 : -1) * turn > 0;
    return (one > other ? 1 : -1) * turn > 0;
  };
  return rows.find((row) => row.id === file.id || after(row)) ?? rows.at(-1) ?? null;
}

function placeIn(key: QueueKey, row: Placed): number | string {
  switch (key) {
    case "due":
      return (row.dueAt ?? row.submittedAt)?.getTime() ?? 0;
    case "received":
      return row.submittedAt?.getTime() ?? 0;
    case "exporter":
      return row.exporterName;
    case "carats":
      return Number(row.carats);
    case "usd":
      return Number(row.valueUsd);
  }
}
