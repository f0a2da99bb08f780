import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { maskAddress } from "@/lib/people/mask-address";

interface Props {
  /** To which mail came back. */
  address: string;
  /** In the wider frame of the office. */
  wide?: boolean;
}

/** On every page, until mail reaches its reader again. */
export async function BouncedNotice({ address, wide = false }: Props) {
  const t = await getTranslations("frame.bounced");
  return (
    <aside
      className={`bounced container${wide ? " container--wide" : ""}`}
      aria-labelledby="bounced-title"
    >
      <div className="notice notice--warning">
        <h2 id="bounced-title">{t("title")}</h2>
        <p>{t("text", { address: maskAddress(address) })}</p>
        <p>
          <PageLink href="/account/email">{t("link")}</PageLink>
        </p>
      </div>
    </aside>
  );
}
