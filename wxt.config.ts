import { defineConfig } from "wxt";

export default defineConfig({
  modules: ["@wxt-dev/module-react"],
  imports: false,
  manifest: {
    name: "Pli prêt",
    description: "__MSG_description__",
    default_locale: "fr",
    permissions: ["storage", "activeTab", "scripting", "alarms"],
    optional_host_permissions: ["http://127.0.0.1/*", "http://localhost/*", "https://*/*"],
    action: { default_title: "Pli prêt" },
  },
});
