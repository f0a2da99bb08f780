-- The paragraphs of the office's replies are reference data as any other: two administrators change them, and
-- triggers write the table.

GRANT SELECT ON "ReplyParagraph" TO kp_app;
ALTER TABLE "ReplyParagraph"
  ADD CONSTRAINT "ReplyParagraph_days_in_order" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom");

CREATE OR REPLACE FUNCTION reference_table(kind "ReferenceKind") RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE kind
    WHEN 'participants' THEN ARRAY['Participant', 'code']
    WHEN 'countries' THEN ARRAY['Country', 'code']
    WHEN 'mines' THEN ARRAY['Mine', 'code']
    WHEN 'subheadings' THEN ARRAY['TariffSubheading', 'code']
    WHEN 'sanctions' THEN ARRAY['SanctionRule', 'id']
    WHEN 'priceBands' THEN ARRAY['PriceBand', 'id']
    WHEN 'documentRequirements' THEN ARRAY['DocumentRequirement', 'id']
    WHEN 'holidays' THEN ARRAY['Holiday', 'rule']
    WHEN 'officeHours' THEN ARRAY['OfficeHours', 'validFrom']
    WHEN 'returnReasons' THEN ARRAY['ReturnReason', 'code']
    WHEN 'declarations' THEN ARRAY['DeclarationText', 'kind', 'version']
    WHEN 'letters' THEN ARRAY['LetterText', 'kind', 'version']
    WHEN 'replyParagraphs' THEN ARRAY['ReplyParagraph', 'code']
  END
$$;
