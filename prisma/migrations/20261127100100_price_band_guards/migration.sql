-- What the database promises about price bands: reference data, read here and changed by migrations and by
-- the seed only; a band has two ends, holds for some days, and is about something.

GRANT SELECT ON "PriceBand" TO kp_app;

ALTER TABLE "PriceBand"
  ADD CONSTRAINT "PriceBand_low_below_high" CHECK (low >= 0 AND low < high),
  ADD CONSTRAINT "PriceBand_days_in_order" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom"),
  ADD CONSTRAINT "PriceBand_about_something" CHECK (mine IS NOT NULL OR category IS NOT NULL OR subheading IS NOT NULL);
