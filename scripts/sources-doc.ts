/** `docs/sources.md`, from the list of sources: written by `npm run docs`. A test fails when the page differs from the list. */
import { FIELD_KEYS, fieldOf } from "../src/domain/fields.ts";
import { pieceOf } from "../src/domain/pieces.ts";
import { ruleOf } from "../src/domain/validity.ts";
import type { Quota } from "../src/sources/families/family.ts";
import { type AnySource, quotaOf } from "../src/sources/source.ts";

const HEAD = `# Les sources

Page écrite par \`npm run docs\` à partir de \`src/sources/index.ts\` ; un test la compare à la liste.

- **Accès** : *protégé*, la réponse n'est donnée qu'à une personne connectée de l'entreprise ; *ouvert*, à tous.
- **Quota** : appels que le fournisseur accepte, par minute ou par seconde ; les sources d'un même groupe se le partagent.
- **Relais** : la source ouverte qui répond quand celle-ci est en panne ; sa réponse est marquée comme telle.
- Aucune source ne prouve une non-conformité par son silence : « rien trouvé » n'est jamais « pas à jour ».
`;

const NONE = "—";
const words = (parts: readonly string[], separator = ", ") => (parts.length === 0 ? NONE : parts.join(separator));
const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** « 250 / min (`apiEntrepriseJson`) ». */
function quotaText({ group, calls, seconds }: Quota): string {
  const window = seconds === 60 ? "min" : seconds === 1 ? "s" : `${seconds} s`;
  return `${calls} / ${window} (\`${group}\`)`;
}

function tableRow(source: AnySource): string {
  return row([
    `[\`${source.id}\`](#${source.id})`,
    source.provider,
    source.label.fr,
    source.access === "protected" ? "protégé" : "ouvert",
    source.keyedBy.toUpperCase(),
    quotaText(quotaOf(source)),
    words(source.pieceKinds.map((kind) => pieceOf(kind).label)),
    source.standIn === undefined ? NONE : `\`${source.standIn}\``,
  ]);
}

function details(source: AnySource): string {
  const fields = FIELD_KEYS.filter((key) => source.reads[key] !== undefined).map((key) => fieldOf(key).label);
  const validity = source.pieceKinds.map((kind) => `${pieceOf(kind).label} : ${ruleOf(kind).text}`);
  const lines = [
    ["Service", source.family.label],
    ["Droits API Entreprise (un seul suffit)", words((source.scopes ?? []).map((scope) => `\`${scope}\``))],
    ["Délai d'attente", `${source.timeoutMs / 1000} s`],
    ["Fermeture quotidienne", source.maintenance === undefined ? NONE : `${source.maintenance.from}–${source.maintenance.to} (Paris)`],
    ["Champs lus", words(fields)],
    ["Validité", words(validity, " ")],
    ["Hôtes des documents", words(source.documentHosts.map((host) => `\`${host}\``))],
  ] as const;
  const known = lines.filter(([, value]) => value !== NONE).map(([name, value]) => `- **${name}** : ${value}`);
  return [`### ${source.id}`, "", `${source.label.fr} — ${source.provider}.`, "", ...known, ""].join("\n");
}

/** The whole page, Markdown. */
export function sourcesPage(sources: readonly AnySource[]): string {
  return [
    HEAD,
    row(["id", "Fournisseur", "Ce qu'elle donne", "Accès", "Par", "Quota", "Documents", "Relais"]),
    row(Array.from({ length: 8 }, () => "---")),
    ...sources.map(tableRow),
    "",
    "## Une par une",
    "",
    ...sources.map(details),
  ].join("\n");
}
