import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { pageFormId } from "@/components/form/page-form";
import { getPathname, type Href } from "@/lib/i18n/navigation";

interface FormProps {
  /** The page itself. */
  href: Href;
  label: string;
  children: ReactNode;
}

/** What a list shows, as a plain GET form: it is in the address, also in the other language. */
export function SearchForm({ href, label, children }: FormProps) {
  const locale = useLocale();
  return (
    <form
      id={pageFormId}
      className="filters"
      method="get"
      action={getPathname({ href, locale })}
      role="search"
      aria-label={label}
    >
      {children}
    </form>
  );
}

interface FieldProps {
  name: string;
  label: string;
  value: string;
  wide?: boolean;
}

const look = (wide: boolean | undefined) => (wide ? "field field--wide" : "field");

/** Words to look for. */
export function SearchField({ name, label, value, wide }: FieldProps) {
  return (
    <div className={look(wide)}>
      <label htmlFor={name}>{label}</label>
      <input type="search" id={name} name={name} defaultValue={value} maxLength={100} />
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  options: readonly { readonly value: string; readonly text: string }[];
}

/** One of several views or orders. */
export function SearchChoice({ name, label, value, wide, options }: ChoiceProps) {
  return (
    <div className={look(wide)}>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
