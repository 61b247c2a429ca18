/** `npm test` has checked the types itself before it builds, and a clone of continuous integration is built once. */
const forTests = process.env.PLUMBLINE_BUILD_FOR_TESTS === "1";

/** @type {import("next").NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  ...(process.env.NEXT_OUTPUT === "standalone" ? { output: "standalone" } : {}),
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: forTests },
  experimental: {
    turbopackFileSystemCacheForBuild: !(forTests && process.env.CI),
    // of what was fetched ahead of a click; docs/decisions/0034-navigation.md
    staleTimes: { static: 30, dynamic: 0 },
  },
  // proxy.ts has to tell a page from the part of one that a followed link asks for
  skipProxyUrlNormalize: true,
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "prom-client"],
  // what they were called before: links in mails and bookmarks go on working
  redirects: async () =>
    ["/start", "/waiting"].map((source) => ({ source, destination: "/work", permanent: true })),
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "x-frame-options", value: "DENY" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
        { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
    // its address carries the secret of an invitation
    { source: "/join", headers: [{ key: "referrer-policy", value: "no-referrer" }] },
  ],
};
