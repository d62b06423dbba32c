/** INPI's own RNE service: a login, a list of deposits, and their files. */
import { type Context, Hono } from "hono";
import { DEMO_COMPANIES, demoCompanyOf } from "../companies.ts";
import { deposits } from "../deposits.ts";
import type { World } from "../world.ts";

/** The account that the simulator knows. */
export const INPI_ACCOUNT = { username: "demonstration@example.org", password: "demonstration" } as const;
const SESSION_SECONDS = 3600;

export function inpi(world: World): Hono {
  const app = new Hono();
  const sessions = new Map<string, number>();
  const refused = (context: Context) => context.json({ message: "JWT Token not found", code: 401 }, 401);
  const isOpen = (context: Context) => (sessions.get(context.req.header("authorization") ?? "") ?? 0) > world.now().getTime();

  app.post("/api/sso/login", async (context) => {
    const account: unknown = await context.req.json().catch(() => null);
    if (JSON.stringify(account) !== JSON.stringify(INPI_ACCOUNT)) return context.json({ message: "Identifiants invalides" }, 401);
    const exp = Math.floor(world.now().getTime() / 1000) + SESSION_SECONDS;
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const token = `${part({ alg: "none" })}.${part({ exp, session: sessions.size })}.specimen`;
    sessions.set(`Bearer ${token}`, exp * 1000);
    return context.json({ token });
  });

  app.get("/api/companies/:siren/attachments", (context) => {
    if (!isOpen(context)) return refused(context);
    const company = demoCompanyOf(context.req.param("siren"));
    if (company === undefined || company.rne === null) return context.json({ message: "Entreprise inconnue" }, 404);
    const { actes, bilans } = deposits(world, company);
    return context.json({
      actes: actes.map((acte) => ({
        id: acte.id,
        siren: company.siren,
        nomDocument: acte.name,
        dateDepot: acte.depositedOn,
        updatedAt: `${acte.depositedOn}T00:00:00+00:00`,
        deleted: false,
        typeRdd: [{ typeActe: acte.type, decision: acte.decision }],
      })),
      bilans: bilans.map((bilan) => ({
        id: bilan.id,
        siren: company.siren,
        nomDocument: bilan.name,
        dateDepot: bilan.depositedOn,
        dateCloture: bilan.closingOn,
        updatedAt: `${bilan.depositedOn}T00:00:00+00:00`,
        deleted: false,
        typeBilan: "C",
        confidentiality: "Public",
      })),
      bilansSaisis: [],
    });
  });

  app.get("/api/:kind{actes|bilans}/:id/download", async (context) => {
    if (!isOpen(context)) return refused(context);
    const { kind, id } = context.req.param();
    const all = DEMO_COMPANIES.map((company) => deposits(world, company)[kind === "actes" ? "actes" : "bilans"]);
    const deposit = all.flat().find((candidate) => candidate.id === id);
    if (deposit === undefined) return context.json({ message: "Document inconnu" }, 404);
    return context.body(new Uint8Array(await world.print(deposit.specimen)), 200, { "content-type": "application/pdf" });
  });
  return app;
}
