import { getLocale } from "next-intl/server";

interface Props {
  /** The sign-in partner's name in addresses and accounts. */
  partner: string;
  returnTo: string | null;
  label: string;
  secondary?: boolean;
}

/** Leads to a sign-in partner. A plain form: the answer leads to another site. */
export async function PartnerForm({ partner, returnTo, label, secondary = false }: Props) {
  return (
    <form method="post" action="/api/auth/sign-in" className="actions">
      <input type="hidden" name="locale" value={await getLocale()} />
      <input type="hidden" name="partner" value={partner} />
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <button className={secondary ? "button button--secondary" : "button"} type="submit">
        {label}
      </button>
    </form>
  );
}
