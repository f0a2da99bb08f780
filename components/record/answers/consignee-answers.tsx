import { useTranslations } from "next-intl";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import type { AnswerNames } from "@/lib/applications/answer-names";
import { addressText } from "@/lib/applications/address-text";
import { CountryName } from "@/components/record/country-name";
import { SummaryList } from "@/components/record/summary-list";
import type { Answers } from "@/lib/applications/answers";

interface Props {
  answers: Answers;
  names: AnswerNames;
  change?: ChangeLink;
}

/** Destination and consignee, read back. */
export function ConsigneeAnswers({ answers, names: { reference }, change }: Props) {
  const t = useTranslations("application.consignee");
  const { destination, consignee } = answers.consignee ?? {};
  return (
    <SummaryList
      rows={[
        {
          term: t("destination"),
          text: destination ? <CountryName code={destination} reference={reference} /> : null,
          act: change?.("destination", t("destination")),
        },
        {
          term: t("consigneeHead"),
          text: [
            consignee?.name,
            ...addressText(consignee ?? {}),
            consignee?.country ? (
              <CountryName key="country" code={consignee.country} reference={reference} />
            ) : null,
          ],
          act: change?.("consignee.name", t("consigneeHead")),
        },
      ]}
    />
  );
}
