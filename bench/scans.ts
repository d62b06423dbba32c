/**
 * What reading a scan takes, in Node, in one process: a full page of text (28 lines) turned each way, leaning, scanned coarsely, on grey paper and as
 * a fax, each read three times once the program is loaded. The processor's seconds tell of the work, those on the wall of the machine's load.
 * `node bench/scans.ts`
 */
import { READ_SCAN } from "../scripts/documents/scan.ts";
import { type Photographed, pgm, photographed, scanOf } from "../test/documents/scans.ts";
import { pictureOf, transform } from "../test/documents/tools.ts";
import { shareOf } from "./spread.ts";

const ROUNDS = 3;
const VOCABULARY =
  "société entreprise atteste déclaration cotisations paiement situation obligations sociales fiscales direction service établissement adresse travaux marché public assurance contrat période garantie activité couverture charpente menuiserie certificat".split(
    " ",
  );
/** Lines that differ: the same one repeated would be taken for columns. */
const LINES = Array.from({ length: 28 }, (_, line) =>
  Array.from({ length: 11 }, (__, word) => VOCABULARY[(line * 7 + word * word * 3 + word * line) % VOCABULARY.length]).join(" "),
);

/** Every word of the page, and how many of them are found in what was read. */
const WORDS = [...new Set(LINES.join(" ").match(/[\p{L}\d/]{3,}/gu))];
const rightIn = (read: string) => WORDS.filter((word) => read.includes(word)).length / WORDS.length;

interface Read {
  /** Seconds on the wall, and of the processor. */
  readonly wall: number;
  readonly cpu: number;
  /** Share of the words, from 0 to 1. */
  readonly right: number;
}

async function readOnce(scan: Uint8Array): Promise<Read> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  let text = "";
  for await (const lines of READ_SCAN({ bytes: new Uint8Array(scan), type: "application/pdf" })) text += `${lines.join(" ")} `;
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - started) / 1e3, cpu: (user + system) / 1e6, right: rightIn(text) };
}

/** As ImageMagick changes it. */
function changed(picture: Photographed, ...args: readonly string[]): Photographed {
  return pictureOf(
    transform("convert", pgm(picture), (from, to) => [from, ...args, "-colorspace", "Gray", "-depth", "8", `pgm:${to}`], "pgm"),
  );
}

const upright = await photographed(LINES);
const pages = {
  droite: await scanOf(upright),
  "à l'envers": await scanOf(upright, 2),
  "sur le côté": await scanOf(upright, 1),
  "sur l'autre côté": await scanOf(upright, 3),
  "de travers (3°)": await scanOf(await photographed(LINES, 3)),
  "à 150 points par pouce": await scanOf(changed(upright, "-resize", "75%")),
  "sur papier gris, tacheté": await scanOf(
    changed(upright, "-fill", "gray72", "-opaque", "white", "-seed", "7", "-attenuate", "0.4", "+noise", "Gaussian"),
  ),
  "fax (204 × 98 points, noir et blanc)": await scanOf(
    changed(upright, "-resize", "100%x49%!", "-threshold", "60%", "-resize", "100%x204.08%!"),
  ),
};
const { wall } = await readOnce(pages.droite);
console.log(`première page, chargement compris : ${wall.toFixed(1)} s\n`);
console.log("| page | durée (s) | processeur (s) | durée / processeur | mots justes |");
console.log("|---|---|---|---|---|");
for (const [name, scan] of Object.entries(pages)) {
  const reads: Read[] = [];
  for (let round = 0; round < ROUNDS; round++) reads.push(await readOnce(scan));
  const middle = (of: keyof Read) =>
    shareOf(
      reads.map((read) => read[of]),
      0.5,
    );
  const ratio = middle("wall") / middle("cpu");
  const figures = [middle("wall").toFixed(1), middle("cpu").toFixed(1), ratio.toFixed(2), `${Math.round(middle("right") * 100)} %`];
  console.log(`| ${[name, ...figures].join(" | ")} |`);
}
