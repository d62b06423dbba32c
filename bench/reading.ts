/**
 * `npm run bench -- reading [slowed] [PAGE.html…]`: how long one reading takes, in the page and until the background decided, beside "labels and nearest block" of
 * the same run, on a page of a portal, on pages made larger and larger, and on the pages named. `slowed`: with a processor four times slower.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { chromiumPath } from "../scripts/machine.ts";
import { bundle, World } from "../test/page/browser.ts";
import type * as Reading from "./reading-world.ts";

declare const reading: typeof Reading;

const TURNS = 7;
const slowed = process.argv.includes("slowed");
const browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args: ["--no-sandbox", "--lang=fr"] });
const script = await bundle(new URL("./reading-world.ts", import.meta.url), "reading");

/** A form among prose, of about `nodes` elements in all. */
function pageOf(nodes: number, controls: number): string {
  const asked = ["Raison sociale", "SIRET", "Adresse", "Code postal", "Ville", "Téléphone", "Courriel", "Nom du signataire"];
  const fields = Array.from(
    { length: controls },
    (_, n) => `<div class="champ"><label for="c${n}">${asked[n % asked.length]} ${n}</label><input id="c${n}" name="champ${n}"></div>`,
  );
  const prose = "<div><p>Les candidats <b>remettent</b> leur <span>dossier</span> avant la date.</p></div>";
  const before = Math.max(0, Math.ceil((nodes - controls * 3) / 5 / Math.max(1, controls)));
  const blocks = fields.map((field, n) => `${n % 10 === 0 ? `<h3>Partie ${n / 10}</h3>` : ""}${prose.repeat(before)}${field}`);
  return `<!DOCTYPE html><html lang="fr"><head><title>Candidature</title></head><body><h1>Candidature au marché</h1>
    <form method="post">${blocks.join("\n")}</form></body></html>`;
}

const PAGES: readonly (readonly [string, string])[] = [
  ["PLACE, retrait du DCE", readFileSync("test/portals/pages/place-retrait-dce.html", "utf8")],
  ["1 000 nœuds, 30 champs", pageOf(1_000, 30)],
  ["10 500 nœuds, 300 champs", pageOf(10_500, 300)],
  ["21 000 nœuds, 1 000 champs", pageOf(21_000, 1_000)],
  ["50 000 nœuds, 300 champs", pageOf(50_000, 300)],
  ["100 000 nœuds, 300 champs", pageOf(100_000, 300)],
  ["10 000 nœuds, 1 champ", pageOf(10_000, 1)],
  ...process.argv.filter((arg) => arg.endsWith(".html")).map((file) => [basename(file), readFileSync(file, "utf8")] as const),
];

async function measured(page: Page, html: string) {
  await page.setContent(html);
  if (slowed) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const world = await World.open(page, script);
  const nodes = await page.evaluate(() => document.getElementsByTagName("*").length);
  const measures = await world.run((turns) => reading.measure(turns), TURNS);
  return { nodes, ...measures };
}

console.log(
  "| page | éléments | dans la page, à froid | à chaud | relue sans changement | jusqu'à la décision, à froid | à chaud | libellés et bloc, à chaud | rapport | plus long pas |\n|---|---|---|---|---|---|---|---|---|---|",
);
for (const [name, html] of PAGES) {
  const page = await browser.newPage();
  const { nodes, page: inPage, whole, again, base, longest } = await measured(page, html);
  const ms = (value: number) => `${value.toFixed(1).replace(".", ",")} ms`;
  const ratio = (inPage[1] / base[1]).toFixed(2).replace(".", ",");
  const told = [...[inPage[0], inPage[1], again[1], whole[0], whole[1]].map(ms), `${base[1].toFixed(2).replace(".", ",")} ms`].join(" | ");
  console.log(`| ${name} | ${nodes} | ${told} | ${ratio} | ${ms(longest[1])} |`);
  await page.close();
}
await browser.close();
