/** Every icon of lucide is drawn by `components/light-icon.ts`. */
import { fileURLToPath } from "node:url";

const MAKER = "/lucide-react/dist/esm/createLucideIcon.mjs";
const OURS = fileURLToPath(new URL("../components/light-icon.ts", import.meta.url));

/** A plugin of vite and rolldown. */
export function lightIcons() {
  return {
    name: "pli-pret:light-icons",
    apply: "build",
    load(id: string): { code: string } | null {
      const path = (id.split("?")[0] ?? "").replaceAll("\\", "/");
      return path.endsWith(MAKER) ? { code: `export { createIcon as default } from ${JSON.stringify(OURS)};\n` } : null;
    },
  } as const;
}
