# Built in two steps: the first has the tools and makes the web bundle, the second has only what runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY server/need-node.js server/need-node.js
RUN npm ci
COPY . .
RUN npm run build
# The image brings its own Node 24, so the one from npm can go with the tools.
RUN npm prune --omit=dev && rm -rf node_modules/node node_modules/.bin/node

FROM node:24-bookworm-slim
ENV HOST=0.0.0.0 PORT=3000 CANVASS_DIR=/var/lib/canvass
WORKDIR /app
COPY --from=build --chown=root:root /app/package.json /app/package-lock.json ./
COPY --from=build --chown=root:root /app/node_modules node_modules
COPY --from=build --chown=root:root /app/server server
COPY --from=build --chown=root:root /app/analysis analysis
COPY --from=build --chown=root:root /app/instruments instruments
COPY --from=build --chown=root:root /app/migrations migrations
COPY --from=build --chown=root:root /app/web web
RUN mkdir -p /var/lib/canvass && chown node:node /var/lib/canvass
USER node
VOLUME /var/lib/canvass
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/canvass.js", "serve"]
