import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: { createMessagesDeclaration: "./messages/en.json" },
});

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` compiles everything with the tests; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "graphile-worker", "pino"],
  // Pictures are drawn as they are. The optimizer would also fetch a reader's own files by itself, with
  // their cookies, and keep what it got for everybody.
  images: { unoptimized: true },
  headers: () =>
    Promise.resolve([
      {
        source: "/:folder(fonts|icons|_next)/:file*",
        headers: [{ key: "x-content-type-options", value: "nosniff" }],
      },
      {
        source: "/favicon.ico",
        headers: [{ key: "x-content-type-options", value: "nosniff" }],
      },
    ]),
  turbopack: { root: import.meta.dirname },
  experimental: { globalNotFound: true },
};

export default withNextIntl(config);
