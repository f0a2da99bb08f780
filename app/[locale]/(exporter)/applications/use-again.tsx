import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { repeat } from "./actions";

interface Props {
  applicationId: string;
  /** How the application is called: its number, or its certificate's. */
  name: string | null;
  look?: "button--link" | "button--secondary";
}

/** One press begins a new application with the answers of this one. */
export function UseAgain({ applicationId, name, look = "button--secondary" }: Props) {
  const t = useTranslations("copy");
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <form action={repeat.bind(null, applicationId)}>
      <input type="hidden" name="creationToken" value={crypto.randomUUID()} />
      <button className={`button ${look}`}>
        {t.rich("use", { name: name ?? t("unnumbered"), hidden })}
      </button>
    </form>
  );
}
