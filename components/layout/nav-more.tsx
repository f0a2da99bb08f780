import type { ReactNode } from "react";

interface Props {
  label: string;
  /** Of what waits behind it. */
  count?: ReactNode;
  /** Items of the menu. */
  children: ReactNode;
}

/** What is seldom needed of a menu, behind one item; opened without script too. */
export function NavMore({ label, count, children }: Props) {
  return (
    <li className="nav__more">
      <details>
        <summary>
          {label}
          {count}
        </summary>
        <ul>{children}</ul>
      </details>
    </li>
  );
}
