/**
 * Who may import whom: an allow-list a room. What a room is not allowed by name, it may not import.
 * `npm test` fails when a rule is broken, when a folder has no rule, and when the tool reads no module at all.
 */
const DOMAIN = "^src/domain/";
const BACKEND_PURE = "^src/writing/(slots|made-format|attach-accept)\\.ts$";
/** A file of a package, for its address: the tool does not know "?url" after what a package exports. */
const PDFIUM = "^(?:@embedpdf/pdfium/pdfium|zxing-wasm/reader/zxing_reader)\\.wasm\\?url$";
const pkg = (...names) => `^node_modules/(@types/)?(${names.map((name) => name.replace("/", "\\/")).join("|")})(/|$)`;

/** Only what is listed: nothing else of the project, no other package. A room always sees itself and the words of the domain. */
const room = (folder, ...allowed) => ({
  name: `room:${folder}`,
  severity: "error",
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, DOMAIN, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: PDFIUM } },
    {
      name: "nobody-imports-tests",
      severity: "error",
      // The build's own configuration is a script.
      from: { pathNot: "^(test|bench|scripts)/|^wxt\\.config\\.ts$" },
      to: { path: "^(test|bench|scripts)/" },
    },

    // The ground: the words of the trade.
    room("src/domain", pkg("zod")),

    // Who knows. A source sees the family's files, never a sibling nor the list.
    room("src/sources", pkg("zod")),
    {
      name: "sources-apart",
      severity: "error",
      from: { path: "^src/sources/([^/]+)/" },
      to: { pathNot: [DOMAIN, "^src/sources/$1/", "^src/sources/[^/]+\\.ts$", "^src/sources/families/", pkg("zod")] },
    },
    {
      name: "source-room-not-list",
      severity: "error",
      from: { path: "^src/sources/[^/]+/" },
      to: { path: "^src/sources/(index|ask)\\.ts$" },
    },

    // A page of a portal: what it is, what it asks, what is written there.
    room("src/portals", "^src/page/(dom|memory|slices)\\.ts$"),
    {
      name: "portals-apart",
      severity: "error",
      from: { path: "^src/portals/([^/]+)/" },
      to: { pathNot: [DOMAIN, "^src/portals/$1/", "^src/portals/[^/]+\\.ts$", "^src/page/(dom|slices)\\.ts$"] },
    },
    room("src/page"),
    room("src/reading", "^src/page/", "^src/portals/portal\\.ts$"),
    room("src/writing", "^src/page/"),
    room("src/saving", "^src/page/", "^src/reading/(lexicon|titles)\\.ts$", pkg("fflate")),
    room("src/catching", "^src/page/dom\\.ts$"),
    room("src/frame", "^src/page/", "^src/writing/", "^src/messages/(contract|page)\\.ts$"),

    // Documents. The PDF machinery knows neither what is recognised nor what is made of it.
    room(
      "src/documents",
      pkg(
        "pdf-lib",
        "fflate",
        "tiff",
        "hash-wasm",
        "unpdf",
        "@cantoo/fontkit",
        "@embedpdf/pdfium",
        "@neslinesli93/qpdf-wasm",
        "tesseract.js-core",
        "@tesseract.js-data/fra",
        "pdfjs-dist",
        "asn1js",
        "zxing-wasm",
      ),
    ),
    room("src/documents/recognise", pkg("unpdf")),
    room("src/documents/pdf", pkg("pdf-lib", "fflate", "tiff", "@cantoo/fontkit", "@embedpdf/pdfium", "@neslinesli93/qpdf-wasm", "asn1js")),
    room(
      "src/documents/scan",
      "^src/documents/recognise/",
      "^src/documents/pdf/(picture|fax)\\.ts$",
      pkg("pdf-lib", "unpdf", "tesseract.js-core", "@tesseract.js-data/fra", "pdfjs-dist", "asn1js"),
    ),
    room(
      "src/documents/codes",
      "^src/documents/recognise/drawing\\.ts$",
      "^src/documents/pdf/picture\\.ts$",
      pkg("pdf-lib", "unpdf", "@embedpdf/pdfium", "zxing-wasm"),
    ),
    room("src/documents/make", "^src/documents/pdf/", pkg("pdf-lib", "fflate", "hash-wasm")),

    // The forms of a candidature, made of the dossier.
    room("src/formulaires", "^src/documents/pdf/", pkg("pdf-lib")),
    room("src/dume", "^src/documents/pdf/", "^src/formulaires/(candidature|known|means)\\.ts$", pkg("pdf-lib", "slimdom")),

    // What a consultation's documents ask. Files come open: the reader of PDF is given.
    room("src/requirements", pkg("fflate")),

    // The same joined to what is held, and read off the screen's thread.
    room(
      "src/consultation",
      "^src/requirements/",
      "^src/documents/(recognise/text|scan/packaged)\\.ts$",
      "^src/store/watched\\.ts$",
      "^src/messages/situation\\.ts$",
      "^src/i18n/",
    ),

    // What is known of a company, and where it is kept.
    room("src/dossier"),
    room("src/consultations"),
    room("src/coffre", pkg("idb", "zod", "hash-wasm")),
    room("src/store", "^src/coffre/", pkg("idb", "zod")),

    // What talks: the contract, its words, and those who stand on them.
    room("src/messages", pkg("zod", "webextension-polyfill")),
    room("src/i18n"),
    room(
      "src/keeper",
      "^src/coffre/",
      "^src/store/",
      "^src/documents/(recognise|pdf|scan|codes)/",
      "^src/messages/situation\\.ts$",
      PDFIUM,
      pkg(
        "zod",
        "@scure/bip39",
        "@fontsource/source-sans-3",
        "@neslinesli93/qpdf-wasm",
        "tesseract.js-core",
        "@tesseract.js-data/fra",
        "pdfjs-dist",
        "zxing-wasm",
      ),
    ),
    room(
      "src/maker",
      "^src/documents/",
      "^src/dossier/(made-forms|packets|parties)\\.ts$",
      "^src/coffre/(sealed-file|passphrase)\\.ts$",
      "^src/formulaires/",
      "^src/dume/",
      "^src/store/",
      "^src/messages/(contract|situation|bus-screen)\\.ts$",
      PDFIUM,
      pkg("@fontsource/source-sans-3", "@neslinesli93/qpdf-wasm"),
    ),
    room(
      "src/background",
      "^src/sources/[^/]+\\.ts$",
      "^src/sources/families/family\\.ts$",
      "^src/dossier/",
      "^src/consultations/",
      BACKEND_PURE,
      "^src/coffre/",
      "^src/store/",
      "^src/messages/(contract|page|situation|kept-screen|screen-keys)\\.ts$",
      "^src/i18n/",
      pkg("zod"),
    ),
    {
      name: "one-bus",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/messages/bus" },
      to: { path: "node_modules/(@types/)?webextension-polyfill" },
    },
    { name: "src-knows-no-node", severity: "error", from: { path: "^src/" }, to: { dependencyTypes: ["core"] } },

    // Screens: props in, events out. `mount.tsx` alone hears which language was chosen.
    room(
      "components",
      "^src/dossier/",
      "^src/consultation/(beside|changes|checklist|reading|report|session)\\.ts$",
      "^src/consultations/",
      "^src/i18n/",
      "^src/messages/(contract|situation|kept-screen|bus-language)\\.ts$",
      "\\.css$",
      pkg("react", "react-dom", "react-aria-components", "@radix-ui/react-tabs", "lucide-react"),
    ),

    // Doormats: they wire rooms to one context of the browser.
    room("entrypoints", "^src/", "^components/", "\\.css$", pkg("react", "react-dom", "webextension-polyfill", "wxt")),
    {
      name: "entrypoints-never-each-other",
      severity: "error",
      from: { path: "^entrypoints/([^/]+)/" },
      to: { path: "^entrypoints/", pathNot: "^entrypoints/($1|popup)/" },
    },
    {
      name: "entrypoints-share-the-popup-with-the-panel",
      severity: "error",
      from: { path: "^entrypoints/", pathNot: "^entrypoints/(popup|sidepanel)/" },
      to: { path: "^entrypoints/popup/" },
    },

    // The server, and the fictitious world that only its demonstration meets. Packages of Node are the server's business.
    {
      name: "room:proxy",
      severity: "error",
      from: { path: "^proxy/" },
      to: {
        pathNot: [
          "^proxy/",
          DOMAIN,
          "^src/sources/[^/]+\\.ts$",
          "^src/sources/families/",
          "^simulator/",
          "node_modules/",
          "^node:",
          "^[a-z/_]+$",
        ],
      },
    },
    {
      name: "demonstration-alone-meets-the-simulator",
      severity: "error",
      from: { path: "^proxy/", pathNot: "^proxy/(demonstration|start)\\.ts$" },
      to: { path: "^simulator/" },
    },
    {
      name: "room:simulator",
      severity: "error",
      from: { path: "^simulator/" },
      to: { pathNot: ["^simulator/", DOMAIN, "node_modules/", "^node:", "^[a-z/_]+$"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.output|\\.wxt)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
