import { useSpan } from "@/components/record/use-span";

/** A span of working minutes in words, for pages that wait for what they show. */
export function Span({ minutes }: { minutes: number }) {
  return <span className="nw">{useSpan()(minutes)}</span>;
}
