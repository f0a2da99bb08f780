import { getTranslations } from "next-intl/server";
import { OfficeEmail } from "@/components/layout/office-email";
import { OfficePhone } from "@/components/layout/office-phone";
import { PageLink } from "@/components/layout/page-link";
import { version } from "@/package.json";

/** Version of the portal, the office's address, and the wordmark: the end of every page. */
export async function PageFooter({ wide = false }: { wide?: boolean }) {
  const t = await getTranslations("frame");
  const container = wide ? "container container--wide" : "container";
  return (
    <>
      <div className={`${container} page-end`}>
        <p>{t("version", { version })}</p>
      </div>
      <footer>
        {wide ? null : (
          <div className="footer">
            <div className={`${container} footer__row`}>
              <div>
                <h2>{t("office")}</h2>
                <p>
                  {t("sector")}
                  <br />
                  {t("address")}
                </p>
                <p>
                  <OfficeEmail />
                  <br />
                  <OfficePhone />
                </p>
              </div>
              <div>
                <h2>{t("help")}</h2>
                <ul>
                  <li>
                    <PageLink href="/contact">{t("contact")}</PageLink>
                  </li>
                  <li>
                    <PageLink href="/service-standard">{t("subfooter.standard")}</PageLink>
                  </li>
                </ul>
              </div>
              <div>
                <h2>{t("certificates")}</h2>
                <ul>
                  <li>
                    <PageLink href="/verify">{t("verify")}</PageLink>
                  </li>
                </ul>
              </div>
            </div>
          </div>
        )}
        <div className="subfooter">
          <div className={`${container} subfooter__row`}>
            <nav aria-label={t("subfooter.label")}>
              <ul>
                <li>
                  <PageLink href="/contact">{t("contact")}</PageLink>
                </li>
                {(["terms", "privacy", "accessibility"] as const).map((text) => (
                  <li key={text}>
                    <PageLink href={`/${text}`}>{t(`subfooter.${text}`)}</PageLink>
                  </li>
                ))}
              </ul>
            </nav>
            <p className="subfooter__sign">Canada</p>
          </div>
        </div>
      </footer>
    </>
  );
}
