/** The certifiers' own sites, to which some sources link for the certificate. */
import { Hono } from "hono";
import { formatDay } from "../../src/domain/time.ts";
import { demoCompanyOf } from "../companies.ts";
import type { World } from "../world.ts";

export function qualibatSite(world: World): Hono {
  const app = new Hono();
  app.get("/Views/GetFichier.aspx", async (context) => {
    const siren = /(\d{9})/.exec(context.req.query("fn") ?? "")?.[1] ?? "";
    const company = demoCompanyOf(siren);
    if (company === undefined) return context.html("<p>Fichier introuvable</p>", 404);
    const pdf = await world.print({
      kind: "rge",
      company,
      issuedOn: world.day({ months: -10 }),
      sentences: [`Certificat RGE valable jusqu'au ${formatDay(world.day({ months: 14 }))}.`],
      rows: company.rge.map((line): [string, string] => [line.qualification.code, `${line.qualification.libelle} : ${line.domaine}`]),
    });
    return context.body(new Uint8Array(pdf), 200, { "content-type": "application/octet-stream" });
  });
  return app;
}

export function qualypsoSite(world: World): Hono {
  const app = new Hono();
  app.get("/download_file.php", async (context) => {
    const company = demoCompanyOf(context.req.query("id") ?? "");
    const line = company?.rge.find(({ organisme }) => organisme === "qualitenr");
    if (company === undefined || line === undefined) return context.html("<p>Fichier introuvable</p>", 404);
    const pdf = await world.print({
      kind: "rge",
      company,
      issuedOn: world.day({ months: -10 }),
      sentences: [`Certificat RGE valable jusqu'au ${formatDay(world.day({ months: 14 }))}.`],
      rows: [[line.qualification.code, `${line.qualification.libelle} : ${line.domaine}`]],
    });
    return context.body(new Uint8Array(pdf), 200, { "content-type": "application/pdf" });
  });
  return app;
}

export function qualifelecSite(world: World): Hono {
  const app = new Hono();
  app.get("/certificats/:file", async (context) => {
    const [siren = "", numero = ""] = context.req
      .param("file")
      .replace(/\.pdf$/, "")
      .split("-");
    const company = demoCompanyOf(siren);
    const line = company?.qualifelec.find((candidate) => String(candidate.numero) === numero);
    if (company === undefined || line === undefined) return context.html("<p>Certificat introuvable</p>", 404);
    const pdf = await world.print({
      kind: "qualifelec",
      company,
      issuedOn: world.day({ months: -7 }),
      sentences: [`${line.label}.`, `Certificat valable jusqu'au ${formatDay(world.day({ months: 5 }))}.`],
      rows: [
        ["Numéro", numero],
        ["Classification", line.classe.label],
      ],
    });
    return context.body(new Uint8Array(pdf), 200, { "content-type": "application/pdf" });
  });
  return app;
}
