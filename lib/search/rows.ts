import type { ApplicationStatus, OfficerRole } from "@/prisma/generated/enums";

/** What is shown of a row of each kind. */
export interface SearchRows {
  applications: {
    number: string;
    status: ApplicationStatus;
    exporter: string;
    consignee: string | null;
    destination: string | null;
  };
  certificates: {
    number: string;
    issuedOn: string;
    expiresOn: string;
    expired: boolean;
    exporter: string;
    application: string;
  };
  imports: { number: string; issuer: string; exporter: string; remaining: string };
  seals: {
    seal: string;
    applicationId: string;
    number: string;
    status: ApplicationStatus;
    exporter: string;
    certificate: string | null;
  };
  exporters: {
    name: string;
    city: string;
    province: string;
    businessNumber: string | null;
    mergedInto: string | null;
  };
  consignees: {
    name: string;
    destination: string | null;
    number: string;
    status: ApplicationStatus;
    exporter: string;
  };
  people: {
    firstName: string;
    lastName: string;
    email: string | null;
    roles: OfficerRole[];
    /** For how many profiles they act today. */
    profiles: number;
  };
}
