/** `docs/portals.md`, from the table of portals: written by `npm run docs`. A test fails when the page differs from the table. */
import type { Confidence, Sourced } from "../src/domain/deposit-limits.ts";
import { LIMITS } from "../src/portals/limits.ts";
import type { Portal } from "../src/portals/portal.ts";

const SURE: Readonly<Record<Confidence, string>> = { high: "lu", medium: "rapporté", low: "à confirmer" };

const HEAD = `# Les portails

Page écrite par \`npm run docs\` à partir de \`portals.ts\` et \`limits.ts\` de \`src/portals\` ; un test la compare à la liste.

- Entre parenthèses, d'où l'on sait : *lu* dans une page, un code ou une décision ; *rapporté* par un tiers ; *à confirmer*.
- **Ailleurs** : le même logiciel est reconnu à sa page sur un hôte qui n'est pas listé.
- **Exceptions** : ce que la lecture générale ne peut pas savoir. Une limite qui n'est pas établie n'est pas écrite.
`;

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
const told = ({ source, readOn, confidence }: Sourced<unknown>) => `(${SURE[confidence]} le ${readOn} : ${source})`;

function limitsOf({ id }: Portal): string {
  const { totalBytes, fileBytes, nameLength, extensions } = LIMITS[id] ?? {};
  const megabytes = (bytes: number) => `${bytes / 1_000_000} Mo`;
  const lines = [
    totalBytes && `pli : ${megabytes(totalBytes.value)} ${told(totalBytes)}`,
    fileBytes && `fichier : ${megabytes(fileBytes.value)} ${told(fileBytes)}`,
    nameLength && `nom : ${nameLength.value} caractères ${told(nameLength)}`,
    extensions && `formats : ${extensions.value.join(", ")} ${told(extensions)}`,
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? "—" : lines.join(" ; ");
}

/** The whole page, Markdown. */
export function portalsPage(portals: readonly Portal[]): string {
  const rows = portals.map((portal) =>
    row([
      `\`${portal.id}\``,
      portal.label,
      Object.entries(portal.hosts)
        .map(([host, confidence]) => `\`${host}\` (${SURE[confidence]})`)
        .join(", "),
      portal.signs === undefined ? "—" : "oui",
      (portal.exceptions ?? []).length === 0
        ? "—"
        : (portal.exceptions ?? []).map(({ selector, why }) => `\`${selector}\` : ${why}`).join(" ; "),
      limitsOf(portal),
    ]),
  );
  const titles = ["id", "Portail", "Hôtes", "Ailleurs", "Exceptions", "Limites du dépôt"];
  return [HEAD, row(titles), row(titles.map(() => "---")), ...rows, ""].join("\n");
}
