/**
 * `npm run sign-data -- --new KEY`: draws a pair, writes the private half to KEY (a JSON Web Key that stays out of the repository) and
 * prints the public half, for src/background/packaged-data.ts.
 * `npm run sign-data -- KEY MAP VERSION > FILE`: signs a portal map, as the options save it, as the data of that version, issued today.
 * Data that the extension would refuse is not printed. Exit 1 then, and when KEY already exists; 2 when an argument is missing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readIssued, signedText } from "../src/background/issued-data.ts";
import { DATA_KEY } from "../src/background/packaged-data.ts";
import { readMap } from "../src/background/portal-map.ts";
import { parisDay } from "../src/domain/time.ts";

const [first = "", second = "", third = ""] = process.argv.slice(2);
const version = Number(third);
if (first === "--new" && second !== "") await drawPair(pathOf(second));
else if (first !== "" && second !== "" && Number.isInteger(version) && version > 0) await sign(pathOf(first), pathOf(second));
else {
  console.error("Usage : npm run sign-data -- --new CLÉ | npm run sign-data -- CLÉ CARTE VERSION > FICHIER");
  process.exit(2);
}

async function drawPair(path: string): Promise<void> {
  if (existsSync(path)) fail(`${path} existe déjà : rien n'a été écrit.`);
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  writeFileSync(path, `${JSON.stringify(await crypto.subtle.exportKey("jwk", privateKey))}\n`, { mode: 0o600, flag: "wx" });
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  console.log(JSON.stringify({ kty, crv, x, y }));
}

async function sign(keyPath: string, mapPath: string): Promise<void> {
  const map = readMap(readFileSync(mapPath, "utf8"), new Date());
  if (!Array.isArray(map)) return fail(`${mapPath} n'est pas une carte de formulaires (${map.problem}).`);
  const forms = map.map(({ host, structure, lessons }) => ({
    host,
    structure,
    lessons: lessons.map(({ control, asks }) => ({ control, asks })),
  }));
  const text = await signedText({ version, issuedOn: parisDay(new Date()), forms }, JSON.parse(readFileSync(keyPath, "utf8")));
  const read = await readIssued(text, DATA_KEY);
  if ("problem" in read && read.problem === "noKey")
    return fail(
      "src/background/packaged-data.ts garde la clé du dépôt, dont personne n'a la moitié privée : mettez-y la moitié que --new affiche.",
    );
  if ("problem" in read)
    return fail(`L'extension refuserait ce fichier (${read.problem}). Sa clé publique est dans src/background/packaged-data.ts.`);
  process.stdout.write(text);
}

function pathOf(given: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", given);
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
