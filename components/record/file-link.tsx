import { isOpenable } from "@/lib/documents/openable";
import type { ScanState } from "@/prisma/generated/enums";

interface Props {
  id: string;
  name: string;
  scan: ScanState | undefined;
}

/** A file's name, a link to it unless nobody may open it: it waits for the virus check or was removed by it. */
export function FileLink({ id, name, scan }: Props) {
  if (!isOpenable(scan)) return <bdi>{name}</bdi>;
  return (
    <a href={`/api/documents/${id}`}>
      <bdi>{name}</bdi>
    </a>
  );
}
