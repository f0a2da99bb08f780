-- How often somebody checked certificates by number and code lately. It is worth nothing after an hour, so a crash
-- may lose it.
CREATE UNLOGGED TABLE "CheckCount" (
    "from" CHAR(64) NOT NULL,
    "began" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "CheckCount_pkey" PRIMARY KEY ("from","began")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "CheckCount" TO kp_app;
