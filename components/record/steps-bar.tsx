import type { Section, SectionState } from "@/lib/applications/sections";

const look: Partial<Record<SectionState, string>> = { done: "done", needs_attention: "attention" };

interface Props {
  states: readonly { section: Section; state: SectionState }[];
  current: Section;
}

/** Where the reader is among the sections; a picture only, the caption below says it in words. */
export function StepsBar({ states, current }: Props) {
  return (
    <ol className="steps" aria-hidden="true">
      {states.map(({ section, state }) => (
        <li key={section} className={section === current ? "now" : look[state]} />
      ))}
    </ol>
  );
}
