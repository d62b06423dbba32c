# The proxy alone, run by Node without a build. The configuration comes from the environment: see docs/operator.md.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
COPY scripts/notices.ts ./scripts/notices.ts
RUN node scripts/notices.ts node_modules > licences-tierces.txt

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 PLI_PRET_MODE=ouvert
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=dependencies /app/licences-tierces.txt ./
COPY package.json LICENSE ./
COPY src/domain ./src/domain
COPY src/sources ./src/sources
COPY proxy ./proxy
COPY simulator ./simulator
RUN install -d -o node -g node -m 0700 /var/lib/pli-pret/audit
USER node
VOLUME /var/lib/pli-pret
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "proxy/index.ts"]
