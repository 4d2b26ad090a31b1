# syntax=docker/dockerfile:1
# Madoguchi as a container: docs/operations/install.md. The line of Node is one that gets security fixes until 2028-04.

FROM node:24-trixie-slim AS packages
WORKDIR /app
# sqlite3 brings its binary, or is compiled with these.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM packages AS build
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-trixie-slim
# pg_dump, pg_restore and psql of `npm run backup` and `npm run restore`, of the version of the database in deploy/compose.yaml.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends postgresql-client-17 \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data /backups \
 && chown node:node /data /backups
WORKDIR /app
COPY --from=build /app /app
ENV NODE_ENV=production DATA_DIR=/data PORT=3000
USER node
VOLUME ["/data", "/backups"]
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/process/server.js"]
