import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig } from "wxt";
import { calledEarly } from "./scripts/called-early.ts";
import { inFewFiles, withoutOtherLanguages } from "./scripts/few-files.ts";
import { withoutUnusedZod } from "./scripts/left-out.ts";
import { lightIcons } from "./scripts/light-icons.ts";
import { NOTICES_FILE, noticesOf, noticesPlugin } from "./scripts/notices.ts";
import { OLDEST } from "./scripts/oldest.ts";
import { writePrivacyPages } from "./scripts/privacy-pages.ts";
import { withoutCodeFromText } from "./scripts/text-as-code.ts";
import { withoutTheUnread } from "./scripts/unread.ts";
import { withConstantsWritten } from "./scripts/written-out.ts";
import { matchPatterns } from "./src/portals/find.ts";
import { PORTALS } from "./src/portals/portals.ts";

/** The packages that this build holds. */
const bundled = new Set<string>();

export default defineConfig({
  modules: ["@wxt-dev/module-react"],
  imports: false,
  vite: () => ({
    build: { modulePreload: { polyfill: false } },
    plugins: [
      noticesPlugin(bundled),
      withoutTheUnread(),
      withoutCodeFromText(),
      withoutUnusedZod(),
      withConstantsWritten(),
      lightIcons(),
      withoutOtherLanguages(),
      inFewFiles(),
      calledEarly(),
    ],
    worker: { format: "es", plugins: () => [noticesPlugin(bundled), withoutCodeFromText(), withoutUnusedZod()] },
  }),
  hooks: {
    "build:done": async (wxt) => {
      await writeFile(join(wxt.config.outDir, NOTICES_FILE), noticesOf(bundled));
      await writePrivacyPages(wxt.config.outDir);
    },
  },
  manifest: ({ browser }) => ({
    name: "Pli prêt",
    description: "__MSG_description__",
    default_locale: "fr",
    permissions: ["storage", "activeTab", "scripting", "alarms", "identity", "contextMenus"],
    /** The portals where the content script runs: the reader is brought there by `scripting`. */
    host_permissions: matchPatterns(PORTALS),
    optional_permissions: ["notifications"],
    /** Asked by a gesture in the options, for a proxy or an open service that does not open itself to extensions. */
    optional_host_permissions: ["http://127.0.0.1/*", "http://localhost/*", "https://*/*"],
    /** WebAssembly, for Argon2id in the pages that open the coffre, and for what mends PDFs and reads scans there. No text is ever run as code. */
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self';" },
    action: { default_title: "Pli prêt" },
    /** Firefox takes it from its policies without being told; the same shape is read there. */
    ...(browser === "firefox" ? {} : { storage: { managed_schema: "managed-schema.json" } }),
    /** Keys that Chrome keeps for itself are refused without a word: P and R are among them. */
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+O" } },
      [browser === "firefox" ? "_execute_sidebar_action" : "open-panel"]: {
        suggested_key: { default: "Alt+Shift+L" },
        description: "__MSG_openPanel__",
      },
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "pli-pret@pli-pret.example",
              strict_min_version: OLDEST.firefox,
              /** The page's SIRET and reference, and a name or SIRET that may be a person's, go to registers or to the service that was chosen. */
              data_collection_permissions: { required: ["websiteContent", "personallyIdentifyingInfo"] },
            },
            /** The first on Android that knows the line above. Nothing was tried there. */
            gecko_android: { strict_min_version: OLDEST.firefoxForAndroid },
          },
        }
      : { minimum_chrome_version: OLDEST.chrome }),
  }),
});
