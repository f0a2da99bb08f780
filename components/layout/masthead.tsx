import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NavCount } from "@/components/layout/nav-count";
import { LanguageSwitch } from "@/components/layout/language-switch";

interface Props {
  name: ReactNode;
  /** List items of the main menu. */
  menu: ReactNode;
  /** How much is new or waits behind all its items: said where the menu is closed. */
  waiting?: number;
  /** Between the signature and the language: search, who is signed in. */
  tools?: ReactNode;
  /** The line under the bar: for whom the reader acts. */
  who?: ReactNode;
  wide?: boolean;
}

/** Signature, language, name of the service, menu: the top of every page. */
export async function Masthead({ name, menu, waiting = 0, tools, who, wide }: Props) {
  const t = await getTranslations("frame");
  const signature = [
    <span key="en" lang="en">
      Government of Canada
    </span>,
    <span key="fr" lang="fr">
      Gouvernement du Canada
    </span>,
  ];
  const container = wide ? "container container--wide" : "container";
  return (
    <header>
      <div className={`${container} masthead`}>
        <p className="signature">
          {/* The reader's language first. */}
          {(await getLocale()) === "fr" ? signature.reverse() : signature}
        </p>
        {tools}
        <LanguageSwitch />
      </div>
      <div className="appbar">
        <div className={`${container} appbar__row`}>
          <div className="appbar__name">{name}</div>
          <nav aria-label={t("menu")}>
            <button className="nav__toggle" type="button" popoverTarget="menu">
              {t("openMenu")}
              <NavCount count={waiting} label={t("waitingInMenu", { count: waiting })} />
            </button>
            <ul className="nav" id="menu" popover="auto">
              <li className="nav__close">
                <button type="button" popoverTarget="menu" popoverTargetAction="hide">
                  {t("closeMenu")}
                </button>
              </li>
              {menu}
            </ul>
          </nav>
        </div>
      </div>
      {who ? (
        <div className="who">
          <div className={`${container} who__row`}>{who}</div>
        </div>
      ) : null}
    </header>
  );
}
