import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** @type {import("next").NextConfig} */
export default { poweredByHeader: false, turbopack: { root }, outputFileTracingRoot: root };
