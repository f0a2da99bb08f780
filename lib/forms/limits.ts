/** What an application may hold; the schemas, their messages and the certificate take these from here. */
export const limits = {
  name: 100,
  addressLines: 5,
  addressLine: 60,
  city: 60,
  region: 60,
  postalCode: 12,
  facility: 100,
  seal: 20,
  notes: 500,
  permit: 40,
  origins: 20,
  /** Different import certificates in one shipment: what the certificate's seal holds. */
  importCertificates: 10,
  hsLines: 3,
  containers: 60,
  parcels: 999,
  /** Well above a year of Canadian production: a slip of the keyboard, not a shipment. */
  carats: "99999999.99",
  usd: "99999999999.99",
} as const;
