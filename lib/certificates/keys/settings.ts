interface Settings {
  readonly KEY_SERVICE_URL?: string | undefined;
  readonly KEY_SERVICE_TOKEN?: string | undefined;
  readonly PDF_CERTIFICATE_FILE?: string | undefined;
  readonly PDF_KEY_FILE?: string | undefined;
}

/** What is wrong with how keys are configured, one sentence for each problem. */
export const signingProblems = (settings: Settings): string[] => [
  ...keyServiceProblems(settings),
  ...documentCertificateProblems(settings),
];

function keyServiceProblems({ KEY_SERVICE_URL, KEY_SERVICE_TOKEN }: Settings): string[] {
  if (KEY_SERVICE_URL && !KEY_SERVICE_TOKEN)
    return ["KEY_SERVICE_TOKEN is not set; it must be set together with KEY_SERVICE_URL."];
  if (KEY_SERVICE_TOKEN && !KEY_SERVICE_URL)
    return ["KEY_SERVICE_URL is not set although KEY_SERVICE_TOKEN is; set both, or neither."];
  return [];
}

function documentCertificateProblems(settings: Settings): string[] {
  const { PDF_CERTIFICATE_FILE, PDF_KEY_FILE, KEY_SERVICE_URL } = settings;
  if (PDF_KEY_FILE && !PDF_CERTIFICATE_FILE)
    return ["PDF_CERTIFICATE_FILE is not set although PDF_KEY_FILE is; set both, or neither."];
  if (PDF_CERTIFICATE_FILE && !PDF_KEY_FILE && !KEY_SERVICE_URL)
    return [
      "PDF_KEY_FILE is not set; it must be set together with PDF_CERTIFICATE_FILE, unless KEY_SERVICE_URL names a service that keeps the key.",
    ];
  return [];
}
