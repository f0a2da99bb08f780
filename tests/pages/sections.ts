import type { Page } from "./draw";
import { saveApplicant } from "@/app/[locale]/(exporter)/applications/[applicationId]/applicant/actions";
import ApplicantPage from "@/app/[locale]/(exporter)/applications/[applicationId]/applicant/page";
import { saveConsignee } from "@/app/[locale]/(exporter)/applications/[applicationId]/consignee/actions";
import ConsigneePage from "@/app/[locale]/(exporter)/applications/[applicationId]/consignee/page";
import { saveDelivery } from "@/app/[locale]/(exporter)/applications/[applicationId]/delivery/actions";
import DeliveryPage from "@/app/[locale]/(exporter)/applications/[applicationId]/delivery/page";
import DocumentsPage from "@/app/[locale]/(exporter)/applications/[applicationId]/documents/page";
import { saveGoods } from "@/app/[locale]/(exporter)/applications/[applicationId]/goods/actions";
import GoodsPage from "@/app/[locale]/(exporter)/applications/[applicationId]/goods/page";
import { saveOrigin } from "@/app/[locale]/(exporter)/applications/[applicationId]/origin/actions";
import OriginPage from "@/app/[locale]/(exporter)/applications/[applicationId]/origin/page";
import SummaryPage from "@/app/[locale]/(exporter)/applications/[applicationId]/summary/page";
import type { AnsweredSection } from "@/lib/applications/schema";
import type { Section } from "@/lib/applications/sections";

/** The page of each section, and the action of its form. */
export const pageOf: Readonly<Record<Section, Page>> = {
  applicant: ApplicantPage,
  delivery: DeliveryPage,
  consignee: ConsigneePage,
  origin: OriginPage,
  goods: GoodsPage,
  documents: DocumentsPage,
  summary: SummaryPage,
};

export const saveOf = {
  applicant: saveApplicant,
  delivery: saveDelivery,
  consignee: saveConsignee,
  origin: saveOrigin,
  goods: saveGoods,
} as const satisfies Record<AnsweredSection, unknown>;
