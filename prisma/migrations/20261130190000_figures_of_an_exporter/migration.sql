-- The figures on the page of an exporter with thousands of files are read from an index alone.
CREATE INDEX "Application_figures" ON "Application" ("exporterId", status) INCLUDE (id, carats, "valueUsd")
  WHERE number IS NOT NULL;
