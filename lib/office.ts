/** How to reach the Kimberley Process Office, the same in both languages. */
export const officeEmail = "kimberleyprocess-processuskimberley@nrcan-rncan.gc.ca";
export const officePhone = "1-855-525-9293";
