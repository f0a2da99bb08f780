import { getLocale, getTranslations } from "next-intl/server";
import { hideBanner } from "@/app/[locale]/banner-actions";
import { currentPerson } from "@/lib/auth/current";
import { asExporter } from "@/lib/auth/viewer";
import { bannersFor } from "@/lib/broadcasts/queries";
import { getFormatter } from "@/lib/i18n/get-formatter";

/** What the Office says now to the reader, above the page; who is signed in can hide each. */
export async function Banners() {
  const person = await currentPerson();
  const banners = await bannersFor(person ? asExporter(person) : null, await getLocale());
  if (banners.length === 0) return null;
  const t = await getTranslations("frame");
  const format = await getFormatter();
  return (
    <section className="banners container" aria-labelledby="banners-title">
      <h2 id="banners-title" className="visually-hidden">
        {t("banners")}
      </h2>
      {banners.map(({ id, urgent, title, paragraphs, exporters }) => (
        <div key={id} className={urgent ? "notice notice--warning" : "notice notice--info"}>
          <h3>{title}</h3>
          {exporters.length > 0 ? (
            <p className="soft">{t("bannerFor", { exporters: format.list(exporters) })}</p>
          ) : null}
          {paragraphs.map((text, place) => (
            <p key={place}>{text}</p>
          ))}
          {person ? (
            <form action={hideBanner.bind(null, id)}>
              <button className="button button--link">
                {t("hideBanner")} <span className="visually-hidden">{title}</span>
              </button>
            </form>
          ) : null}
        </div>
      ))}
    </section>
  );
}
