# The web server, for a Postgres of your own (DATABASE_URL). Migrates, then serves. For one machine, `npm start` is simpler.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
ENV NEXT_OUTPUT=standalone NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
# Prisma asks for an engine that it does not use: any file will do.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true npx prisma generate && npx next build && mkdir -p public
# `npm run migrate`, `reset-password` and the like, each in one file, so that the image needs no second node_modules.
RUN node scripts/bundle.mjs commands

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
COPY --from=build --chown=node:node /app/public ./public
COPY --from=build --chown=node:node /app/prisma/migrations ./prisma/migrations
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/scripts ./scripts
COPY --from=build --chown=node:node /app/lib/config/settings.mjs ./lib/config/
COPY --from=build --chown=node:node /app/commands ./commands
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# `exec`, so that SIGTERM reaches the server and it can drain.
CMD ["sh", "-c", "node scripts/migrate.mjs && exec node --import ./scripts/start/json-console.mjs scripts/start/server.mjs"]
