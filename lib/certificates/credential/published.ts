import { z } from "zod";
import { certificateRecord } from "@/lib/certificates/record/record";

/* What credentials refer to and anybody reads. Published is published: another shape gets another number. */

export const contextAddress = (portalUrl: string): string => `${portalUrl}/ns/kpc/v1`;
export const schemaAddress = (portalUrl: string): string => `${portalUrl}/schema/kpc/1`;

/** The JSON-LD context: what `kpc` is, and that in it a word means the member of the record with this name. */
export const contextDocument = (portalUrl: string) => ({
  "@context": {
    "@protected": true,
    kpc: {
      "@id": `${contextAddress(portalUrl)}#kpc`,
      "@context": { "@vocab": `${contextAddress(portalUrl)}#` },
    },
  },
});

/** The JSON Schema of a credential, as far as it is ours: the record. Sums and dates are beyond a schema. */
export function schemaDocument(portalUrl: string) {
  const { $schema, ...kpc } = z.toJSONSchema(certificateRecord, { io: "input" });
  const properties = { ...kpc.properties };
  // On paper only.
  delete properties["checkCode"];
  const object = (of: Record<string, unknown>) => ({
    type: "object",
    required: Object.keys(of),
    properties: of,
  });
  const assessment = object({
    kpc: { ...kpc, properties, required: [...(kpc.required ?? []), "statusIndex"] },
  });
  return {
    $schema,
    $id: schemaAddress(portalUrl),
    title:
      "Kimberley Process Certificate of Canada / Certificat du Processus de Kimberley du Canada",
    ...object({
      credentialSubject: object({
        conformityAssessment: { type: "array", minItems: 1, maxItems: 1, items: assessment },
      }),
    }),
  };
}
