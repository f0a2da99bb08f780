-- An officer finds a profile by parts of its name, its town or its business number; the name has its index.
CREATE INDEX "Exporter_in_city" ON "Exporter" USING gin ((' ' || fold(city)) gin_trgm_ops);
CREATE INDEX "Exporter_in_business_number" ON "Exporter" USING gin ((compact("businessNumber")) gin_trgm_ops);
