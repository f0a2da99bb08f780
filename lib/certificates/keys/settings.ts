interface Settings {
  readonly KEY_SERVICE_URL?: string | undefined;
  readonly KEY_SERVICE_TOKEN?: string | undefined;
}

/** What is wrong with how the key service is configured, one sentence for each problem. */
export function keyServiceProblems({ KEY_SERVICE_URL, KEY_SERVICE_TOKEN }: Settings): string[] {
  if (KEY_SERVICE_URL && !KEY_SERVICE_TOKEN)
    return ["KEY_SERVICE_TOKEN is not set; it must be set together with KEY_SERVICE_URL."];
  if (KEY_SERVICE_TOKEN && !KEY_SERVICE_URL)
    return ["KEY_SERVICE_URL is not set although KEY_SERVICE_TOKEN is; set both, or neither."];
  return [];
}
