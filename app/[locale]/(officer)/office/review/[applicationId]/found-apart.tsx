import { CheckList } from "./check-list";
import type { Finding } from "@/lib/applications/rules/rule";

interface Found {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** What the checks found at one of two times only, each under its own title. */
export function FoundApart({ found }: { found: readonly Found[] }) {
  return found
    .filter(({ findings }) => findings.length > 0)
    .map(({ title, findings }) => (
      <div key={title}>
        <h3>{title}</h3>
        <CheckList findings={findings} deciding={false} />
      </div>
    ));
}
