import { defineConfig } from "wxt";

export default defineConfig({
  modules: ["@wxt-dev/module-react"],
  imports: false,
  manifest: {
    name: "Pli prêt",
    description: "Remplit vos candidatures aux marchés publics et y joint vos attestations.",
    default_locale: "fr",
  },
});
