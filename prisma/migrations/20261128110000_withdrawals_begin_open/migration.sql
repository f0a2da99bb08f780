-- A request to withdraw begins without an answer and an interval of the clock without an end: what the
-- guards ask of an answer is not got round by writing both at once.
REVOKE INSERT ON "WithdrawalRequest", "ClockInterval" FROM kp_app;
GRANT INSERT (id, "applicationId", reason, "askedById", "askedAt") ON "WithdrawalRequest" TO kp_app;
GRANT INSERT ("applicationId", side, "from") ON "ClockInterval" TO kp_app;
