import { getTranslations } from "next-intl/server";
import { alike, gainsOf, type MergeSide } from "@/lib/exporters/merge-figures";
import { furthest } from "@/lib/exporters/permissions";

interface Props {
  from: MergeSide;
  into: MergeSide;
}

/** What a merge does, before anybody presses: what moves, what stays, and who reads what afterwards. */
export async function WhatMoves({ from, into }: Props) {
  const t = await getTranslations("merge.moves");
  const may = await getTranslations("mandateWords");
  const gains = gainsOf(from, into);
  const names = { from: from.legalName, into: into.legalName };
  const { name, number } = alike(from, into);
  return (
    <>
      {name || number ? null : <p className="law">{t("unlike")}</p>}
      <section className="box" aria-labelledby="moves-title">
        <h2 id="moves-title">{t("title")}</h2>
        <ul>
          <li>
            {t("files", {
              ...names,
              count: from.drafts + from.open + from.ended,
              drafts: String(from.drafts),
            })}
          </li>
          <li>{t("imports", { count: from.imports, announcements: from.announcements })}</li>
          <li>{t("stays")}</li>
          <li>{t("readOnly", names)}</li>
        </ul>
      </section>
      <section className="box" aria-labelledby="gains-title">
        <h2 id="gains-title">{t("gains")}</h2>
        <p>{t("gainsInto", { ...names, count: into.acting.length, drafts: from.drafts })}</p>
        {gains.length === 0 ? (
          <p>{t("gainsNobody", names)}</p>
        ) : (
          <>
            <p className="need">{t("gainsFrom", { ...names, drafts: into.drafts })}</p>
            <ul>
              {gains.map(({ person, permissions, noLongerOwner }) => (
                <li key={person.userId}>
                  {person.email ? `${person.name} (${person.email})` : person.name}:{" "}
                  {may(furthest(permissions))}
                  {noLongerOwner ? <span className="sub">{t("noLongerOwner", names)}</span> : null}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="small">{t("keep", names)}</p>
      </section>
    </>
  );
}
