import type { ReactNode } from "react";

interface Props {
  index: number;
  count: number;
  words: { up: ReactNode; down: ReactNode; remove: ReactNode };
  /** False where the only row must stay. */
  removable?: boolean;
}

/** Moves a row of a form, or takes it away. The first goes no higher, the last no lower. */
export function RowButtons({ index, count, words, removable = true }: Props) {
  const button = (verb: keyof Props["words"]) => (
    <button className="button button--link" name="intent" value={`${verb}:${index}`}>
      {words[verb]}
    </button>
  );
  return (
    <div>
      {index > 0 ? button("up") : null}
      {index < count - 1 ? button("down") : null}
      {removable ? button("remove") : null}
    </div>
  );
}
