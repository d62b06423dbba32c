/**
 * A candidature with the network cut before each of its steps, in open mode: the public registers answer as the simulator plays them, or not
 * at all. What is known stays usable, what fails says why, and nothing is lost once the network is back.
 */
import "fake-indexeddb/auto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { startSimulator } from "../../simulator/server.ts";
import { openService } from "../../src/background/open-service.ts";
import { afterDues } from "../../src/consultations/award.ts";
import type { Receipt } from "../../src/domain/receipt.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { NOW } from "./answers.ts";
import { control, slot } from "./pages.ts";
import { frameOf, SCREEN, start, TAB } from "./worker-world.ts";

const SIRET = "99990000400014";
const NAME = "LUMIVERDE INGENIERIE";
const CONSULTATION = { portal: "p", url: "https://portail.test/depot", reference: "2026-17", dateLimite: "2026-03-20T11:00:00.000Z" };
const RGE = { frameId: 0, id: "rge", made: [] };

let simulator: Awaited<ReturnType<typeof startSimulator>>;
beforeAll(async () => {
  simulator = await startSimulator({ latencyMs: 0 });
});
afterAll(() => simulator.close());
afterEach(() => void vi.unstubAllGlobals());

/** A browser whose network a test cuts. */
function startOnline() {
  const line = { isCut: false };
  const overLine = async (url: string, init?: RequestInit) => {
    if (line.isCut) throw new TypeError("Failed to fetch");
    const { host, pathname, search } = new URL(url);
    const answer = await fetch(`${simulator.url}${pathname}${search}`, { ...init, headers: { "x-simulated-host": host } });
    return Object.defineProperty(answer, "url", { value: url });
  };
  const frame = frameOf([control("rs", "raisonSociale"), control("cp", "codePostal"), slot("rge", "document.rge")], {
    consultation: CONSULTATION,
  });
  const world = start(
    frame,
    [],
    0,
    openService(SOURCES, overLine, () => NOW),
  );
  const show = async () => {
    await world.show();
    await world.settled();
    return world.show();
  };
  return { line, frame, world, show, handlers: world.handlers };
}
type Online = ReturnType<typeof startOnline>;

const SENT = new TextEncoder().encode("%PDF-1.7 pli");

/** The steps of a candidature, by name, in order. Each does what the screen does, whether or not the network is there. */
const STEPS: Readonly<Record<string, (online: Online) => Promise<unknown>>> = {
  "the company is typed": ({ handlers }) => handlers.findCompanies({ text: "lumiverde" }, SCREEN),
  "it is chosen": ({ handlers }) => handlers.chooseCompany({ siret: SIRET }, SCREEN),
  "the page is read": ({ world }) => world.report(),
  "its sources are asked": ({ show }) => show(),
  "the form is filled": ({ handlers }) => handlers.fill({ tabId: TAB, except: [], accepted: [] }, SCREEN),
  "a piece is attached": async ({ handlers, world }) => {
    const pieces = (await world.show()).slots[0]?.proposed ?? [];
    // Where nothing is proposed, the screen sends nothing.
    return pieces.length === 0 ? null : handlers.attach({ tabId: TAB, choices: [{ ...RGE, pieces: [...pieces] }] }, SCREEN);
  },
  "the dossier is prepared": async ({ handlers, world }) => {
    const { work } = await world.show();
    const file = {
      key: "made/1",
      fileName: "pli.pdf",
      mediaType: "application/pdf",
      size: SENT.length,
      pages: 1,
      oversize: false,
    } as const;
    const files = [{ ...file, sha256: await sha256Of(SENT) }];
    return handlers.keepPrepared(
      { work: work ?? "", tabId: TAB, at: NOW.toISOString(), form: "pdf", files, remarks: [], holds: [] },
      SCREEN,
    );
  },
  "the receipt is kept": async ({ handlers, world }) => {
    const { work } = await world.show();
    const receipt: Receipt = { depositedAt: NOW.toISOString(), files: [{ fileName: "pli.pdf", found: "hash" }] };
    return handlers.keepReceipt({ work: work ?? "", line: { fileName: "accuse.pdf", sha256: "ab", size: 1, receipt } }, SCREEN);
  },
  "the buyer asks for proofs": async ({ handlers }) => {
    const { consultations } = await handlers.readConsultations({}, SCREEN);
    return handlers.tellAward({ id: consultations[0]?.id ?? "", award: { askedBy: "2026-03-30" } }, SCREEN);
  },
};
const NAMES = Object.keys(STEPS);

/** What a candidature leaves behind. */
async function left({ handlers, show }: Online) {
  const { company, fields, slots, work, prepared, service } = await show();
  const { consultations } = await handlers.readConsultations({}, SCREEN);
  const { entries } = await handlers.readDiligence({ work: work ?? "" }, SCREEN);
  return {
    company,
    outage: service.outage,
    fields: fields.map(({ id, status, value }) => [id, status, value]),
    slots: slots.map(({ id, status }) => [id, status]),
    prepared: prepared?.files.map(({ fileName }) => fileName),
    done: consultations.flatMap(({ events }) => events.map(({ what }) => what)),
    log: entries.map(({ what, fileName }) => [what, fileName]),
    dues: afterDues(consultations, "2026-03-01").map(({ what, day }) => [what, day]),
  };
}

test("whole, with the network: the form is filled, the certificate attached, the receipt and the proofs noted", async () => {
  const online = startOnline();
  for (const step of Object.values(STEPS)) await step(online);
  expect(await left(online)).toMatchObject({
    company: { siret: SIRET, name: NAME },
    outage: null,
    fields: [
      ["rs", "filled", NAME],
      ["cp", "filled", expect.any(String)],
    ],
    slots: [["rge", "attached"]],
    prepared: ["pli.pdf"],
    done: ["met", "filled", "attached", "prepared", "deposited"],
    dues: [["proofs", "2026-03-30"]],
  });
});

test.each([
  { onLine: false, outage: "offline", search: "offline" },
  { onLine: true, outage: "silent", search: "unreachable" },
])(
  "with no network from the start (known by the machine: $onLine), that is said as $outage; a SIRET is worked for all the same",
  async (told) => {
    vi.stubGlobal("navigator", { onLine: told.onLine });
    const { line, handlers, show, world } = startOnline();
    line.isCut = true;
    expect(await handlers.findCompanies({ text: "lumiverde" }, SCREEN)).toEqual({ failure: told.search });
    await handlers.chooseCompany({ siret: SIRET }, SCREEN);
    const { service, company, sources } = await show();
    expect([service.outage, company?.siret, new Set(sources.map(({ state }) => state))]).toEqual([
      told.outage,
      SIRET,
      new Set(["unavailable"]),
    ]);
    line.isCut = false;
    await handlers.retry({ tabId: null, sourceId: null }, SCREEN);
    await world.settled();
    expect((await handlers.show({ tabId: null }, SCREEN)).service.outage).toBeNull();
  },
);

test.each(NAMES.map((name, at) => [name, at] as const))(
  "cut before « %s », the candidature goes on with what is known, and ends whole",
  async (_, at) => {
    const [online, whole] = [startOnline(), startOnline()];
    for (const step of Object.values(STEPS)) await step(whole);
    for (const name of NAMES.slice(0, at)) await STEPS[name]?.(online);
    online.line.isCut = true;
    const known = await left(online);
    // No gesture fails for want of a network: it does what it can, and says the rest.
    for (const name of NAMES.slice(at)) await STEPS[name]?.(online);
    const cut = await left(online);
    expect(cut.company?.siret).toBe(SIRET);
    for (const [id, status, value] of known.fields) if (status === "filled") expect(cut.fields).toContainEqual([id, status, value]);
    expect(cut.dues).toEqual([["proofs", "2026-03-30"]]);

    online.line.isCut = false;
    await online.handlers.retry({ tabId: TAB, sourceId: null }, SCREEN);
    await online.world.settled();
    for (const name of ["the form is filled", "a piece is attached"]) await STEPS[name]?.(online);
    const back = await left(online);
    const ends = await left(whole);
    expect({ ...back, done: new Set(back.done), log: new Set(back.log.map(String)) }).toEqual({
      ...ends,
      done: new Set(ends.done),
      log: new Set(ends.log.map(String)),
    });
  },
);
