interface Props {
  count: number;
  /** The same in words. */
  label: string;
}

/** How many wait behind an item of the menu; nothing where none do. */
export function NavCount({ count, label }: Props) {
  if (count === 0) return null;
  return (
    <span className="nav__count">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
