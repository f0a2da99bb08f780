/** What a query selects of a profile where it stands for the applicant: name and address in Canada. */
export const applicantFacts = {
  legalName: true,
  addressLines: true,
  city: true,
  province: true,
  postalCode: true,
} as const;
