/**
 * `npm start` and `npm run dev` (`--dev`): from a fresh clone to a running Plumbline.
 * Built-ins only, in this file and in whatever it loads before the packages are installed.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Plumbline needs Node 20.19 or newer, and this is Node ${process.versions.node}.\n` +
      "Nothing was changed. Install a newer Node (24 is a good choice), then start again.",
  );
  process.exit(1);
}

import("./start/main.mjs").then(({ main }) =>
  main({ dev: process.argv.includes("--dev") }).then((code) => process.exit(code)),
);
