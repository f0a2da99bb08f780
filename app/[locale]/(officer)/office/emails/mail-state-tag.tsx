import { useTranslations } from "next-intl";
import type { MailState } from "@/lib/mail/state";

const looks: Record<MailState, string> = {
  waiting: "tag--blue",
  sent: "tag--white",
  delivered: "tag--green",
  cameBack: "tag--amber",
  unwanted: "tag--amber",
  neverSent: "tag--red",
  inDoubt: "tag--red",
};

interface Props {
  state: MailState;
  /** An officer has put it aside. */
  dismissed?: boolean;
}

/** Where a mail stands. */
export function MailStateTag({ state, dismissed = false }: Props) {
  const t = useTranslations("office.emails");
  return (
    <>
      <span className={`tag ${dismissed ? "tag--none" : looks[state]}`}>
        {t(`states.${state}`)}
      </span>
      {dismissed ? <span className="sub">{t("dismissed")}</span> : null}
    </>
  );
}
