/**
 * Who may import whom: an allow-list a room. What a room is not allowed by name, it may not import.
 * `npm test` fails when a rule is broken, and when the tool reads no module at all.
 */
const DOMAIN = "^src/domain/";
const pkg = (...names) => `^node_modules/(@types/)?(${names.map((name) => name.replace("/", "\\/")).join("|")})(/|$)`;
const room = (name, from, ...allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { pathNot: "^(test|bench|scripts)/" },
      to: { path: "^(test|bench|scripts)/" },
    },
    room("domain", DOMAIN, DOMAIN, pkg("zod")),
    room("sources-family", "^src/sources/[^/]+\\.ts$", DOMAIN, "^src/sources/", pkg("zod")),
    {
      name: "sources-rooms",
      severity: "error",
      from: { path: "^src/sources/([^/]+)/" },
      to: { pathNot: [DOMAIN, "^src/sources/$1/", "^src/sources/[^/]+\\.ts$", pkg("zod")] },
    },
    {
      name: "source-room-not-list",
      severity: "error",
      from: { path: "^src/sources/[^/]+/" },
      to: { path: "^src/sources/(index|ask)\\.ts$" },
    },
    room("portals-family", "^src/portals/[^/]+\\.ts$", DOMAIN, "^src/portals/"),
    {
      name: "portals-rooms",
      severity: "error",
      from: { path: "^src/portals/([^/]+)/" },
      to: { pathNot: [DOMAIN, "^src/portals/$1/", "^src/portals/[^/]+\\.ts$"] },
    },
    room("forms", "^src/forms/", DOMAIN, "^src/forms/", "^src/portals/portal\\.ts$"),
    room("documents", "^src/documents/", DOMAIN, "^src/documents/", pkg("pdf-lib", "fflate", "unpdf", "client-zip", "@cantoo/fontkit")),
    room("dossier", "^src/dossier/", DOMAIN, "^src/dossier/"),
    room("coffre", "^src/coffre/", DOMAIN, "^src/coffre/", pkg("idb", "zod")),
    room("messages", "^src/messages/", DOMAIN, "^src/messages/", "^src/forms/reading\\.ts$", pkg("zod", "webextension-polyfill")),
    {
      name: "one-bus",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/messages/bus" },
      to: { path: "node_modules/(@types/)?webextension-polyfill" },
    },
    { name: "src-knows-no-node", severity: "error", from: { path: "^src/" }, to: { dependencyTypes: ["core"] } },
    { name: "src-knows-no-react", severity: "error", from: { path: "^src/" }, to: { path: "node_modules/(react|react-dom)/" } },
    {
      name: "proxy-keeps-to-itself",
      severity: "error",
      from: { path: "^proxy/" },
      to: { path: "^(src/(?!domain/|sources/)|components|entrypoints)" },
    },
    {
      name: "components-no-entrypoint",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(entrypoints|proxy|src/sources)" },
    },
    { name: "entrypoints-never-proxy", severity: "error", from: { path: "^entrypoints/" }, to: { path: "^proxy/" } },
    {
      name: "entrypoints-never-each-other",
      severity: "error",
      from: { path: "^entrypoints/([^/]+)/" },
      to: { path: "^entrypoints/", pathNot: "^entrypoints/$1/" },
    },
  ],
  options: {
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.output|\\.wxt)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
