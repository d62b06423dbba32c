import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectOf } from "../../src/sources/bodacc/natures.ts";
import { plain } from "../../src/sources/bodacc/text.ts";
import { roomOf } from "./reading.ts";

const { bodyRead, answer } = roomOf("bodacc");
const SIREN = "999904006";
const OTHER = "999901002";

interface Judged {
  readonly nature?: string;
  readonly complement?: string;
  readonly famille?: string;
  readonly on?: string;
}
interface Written {
  readonly number: number;
  readonly published: string;
  readonly judged?: Judged;
  readonly type?: "annonce" | "rectificatif" | "annulation";
  readonly familleavis?: string;
  readonly corrects?: number;
  readonly radiation?: object;
  readonly about?: string | null;
  readonly registre?: unknown;
}

/** Every notice is in this issue: only its number tells it from the others. */
const ISSUE = "20240001";

function notice(written: Written): Record<string, unknown> {
  const { number, published, judged, type = "annonce", familleavis = "collective", corrects, radiation, about = SIREN } = written;
  const person = { typePersonne: "pm", numeroImmatriculation: { codeRCS: "RCS", numeroIdentification: about, nomGreffeImmat: "Essai" } };
  return {
    id: `A${ISSUE}${number}`,
    publicationavis: "A",
    parution: ISSUE,
    numeroannonce: number,
    dateparution: published,
    typeavis: type,
    familleavis,
    tribunal: "TRIBUNAL DE COMMERCE D'ESSAI",
    registre: written.registre ?? [SIREN],
    listepersonnes: about === null ? null : JSON.stringify({ personne: person }),
    jugement:
      judged === undefined
        ? null
        : JSON.stringify({
            type: "initial",
            famille: judged.famille ?? "Extrait de jugement",
            nature: judged.nature ?? "",
            date: judged.on ?? published,
            complementJugement: judged.complement ?? "",
          }),
    radiationaurcs: radiation === undefined ? null : JSON.stringify(radiation),
    parutionavisprecedent:
      corrects === undefined
        ? null
        : JSON.stringify({ nomPublication: "BODACC A", numeroParution: ISSUE, numeroAnnonce: String(corrects), dateParution: published }),
  };
}

const noticesOf = (...written: Written[]) => bodyRead({ total_count: written.length, results: written.map(notice) }).notices;
const statusOf = (...written: Written[]) => noticesOf(...written).find(({ kind }) => kind === "procedureCollective")?.status;

const OPENING: Written = {
  number: 1,
  published: "2025-03-10",
  judged: { nature: "Jugement d'ouverture d'une procédure de redressement judiciaire" },
};
const PLAN: Written = { number: 2, published: "2025-11-10", judged: { nature: "Jugement arrêtant le plan de redressement" } };
const RESOLUTION: Written = {
  number: 3,
  published: "2026-05-10",
  judged: { nature: "Jugement prononçant la résolution du plan de redressement et la liquidation judiciaire" },
};
const CLOSURE: Written = { number: 4, published: "2026-09-10", judged: { nature: "Jugement de clôture pour insuffisance d'actif" } };
const CREDITORS: Written = {
  number: 5,
  published: "2026-10-10",
  judged: {
    famille: "Avis de dépôt",
    nature: "Liste des créances nées après le jugement d'ouverture d'une procédure de liquidation judiciaire",
  },
};

describe("BODACC: is a procedure open today?", () => {
  test("a label that names a procedure and a sanction is read as both", () => {
    const nature = "Jugement prononçant la liquidation judiciaire et la faillite personnelle";
    expect(effectOf(nature, "")).toEqual({ kind: "open", procedure: "liquidation" });
    expect(noticesOf({ ...OPENING, judged: { nature } }).map(({ kind, status }) => [kind, status])).toEqual([
      ["procedureCollective", "open"],
      ["sanction", "toVerify"],
    ]);
  });

  test("the newest judgment that decides something wins", () => {
    expect(statusOf(OPENING)).toBe("open");
    expect(statusOf(PLAN, OPENING)).toBe("plan");
    expect(statusOf(OPENING, RESOLUTION, PLAN)).toBe("open");
    expect(statusOf(OPENING, PLAN, RESOLUTION, CLOSURE, CREDITORS)).toBe("closed");
    expect(statusOf(CREDITORS)).toBeUndefined();
    expect(noticesOf(OPENING, RESOLUTION)[0]).toMatchObject({ title: "Liquidation judiciaire", on: "2026-05-10" });
  });

  test("a judgment that changes nothing leaves the procedure open", () => {
    const said = (complement: string): Written => ({
      number: 30,
      published: "2026-10-01",
      judged: { nature: "Autre jugement et ordonnance", complement },
    });
    expect(statusOf(OPENING, said("Mettant fin à la mission de l'administrateur"))).toBe("open");
    expect(statusOf(OPENING, said("Rejetant le plan de redressement"))).toBe("toVerify");
    expect(statusOf(RESOLUTION, said("Prorogeant le délai au terme duquel la clôture devra être examinée"))).toBe("open");
    expect(statusOf(OPENING, CLOSURE, said("Rectification d'erreur matérielle du jugement ayant prononcé la liquidation"))).toBe("closed");
  });

  test("the notice shows the text that decided, and says how the procedure ended", () => {
    const complement = "Ouvre les opérations de la liquidation judiciaire - Mandataire : Maître SPECIMEN";
    const [found] = noticesOf({ ...OPENING, judged: { nature: "Autre jugement et ordonnance", complement } });
    expect(found?.text).toBe(`Autre jugement et ordonnance — ${complement} — TRIBUNAL DE COMMERCE D'ESSAI`);
    const [long] = noticesOf({
      ...OPENING,
      judged: { nature: "Autre jugement et ordonnance", complement: `${complement} ${"x ".repeat(900)}` },
    });
    expect(long?.text?.length).toBeLessThan(520);
    expect(noticesOf(OPENING, CLOSURE)[0]?.title).toBe("Procédure close pour insuffisance d'actif");
  });

  test("the recorded answer is a redressement, with the registry's town", () => {
    expect(answer().notices).toMatchObject([
      {
        kind: "procedureCollective",
        status: "open",
        title: "Redressement judiciaire",
        on: "2026-09-23",
        url: "https://www.bodacc.fr/annonce/detail-annonce/A/20261005/1204",
      },
    ]);
    expect(answer().facts).toEqual({ rcsVille: "Rature-les-Pins" });
  });

  test("JSON is read in a string or as it is, with one person or several", () => {
    const single = notice(OPENING);
    const several = {
      personne: [{ numeroImmatriculation: { numeroIdentification: OTHER } }, { inscriptionRM: { numeroIdentificationRM: "999 904 006" } }],
    };
    const whole = { ...single, jugement: JSON.parse(String(single["jugement"])), listepersonnes: several };
    expect(bodyRead({ total_count: 1, results: [whole] }).notices).toMatchObject([{ status: "open" }]);
  });

  test("a judgment about another company is ignored; one that does not say which company is to verify", () => {
    expect(noticesOf({ ...OPENING, about: OTHER })).toEqual([]);
    expect(statusOf({ ...OPENING, about: null })).toBe("open");
    expect(statusOf({ ...OPENING, about: null, registre: [SIREN, "999 904 006", OTHER] })).toBe("toVerify");
    expect(noticesOf({ ...OPENING, about: null, registre: `${OTHER},999 901 002` })).toMatchObject([{ status: "open" }]);
  });

  test("an annulation removes its target and itself; a rectificatif replaces its target", () => {
    const annulled: Written = { number: 9, published: "2026-06-01", type: "annulation", corrects: 3, judged: RESOLUTION.judged ?? {} };
    expect(statusOf(OPENING, PLAN, RESOLUTION, annulled)).toBe("plan");
    const corrected: Written = {
      number: 10,
      published: "2026-06-01",
      type: "rectificatif",
      corrects: 3,
      judged: { nature: "Jugement mettant fin à la procédure de redressement judiciaire", on: "2026-05-10" },
    };
    expect(statusOf(OPENING, PLAN, RESOLUTION, corrected)).toBe("closed");
    // The annulation itself was a mistake.
    expect(statusOf(OPENING, PLAN, RESOLUTION, annulled, { ...annulled, number: 11, published: "2026-07-01", corrects: 9 })).toBe("open");
  });

  test("a judgment withdrawn on third-party opposition does not count", () => {
    const withdrawn: Written = {
      number: 12,
      published: "2026-06-01",
      corrects: 3,
      judged: { famille: "Jugement de rétractation sur tierce opposition", nature: "Autre jugement prononçant" },
    };
    expect(statusOf(OPENING, PLAN, RESOLUTION, withdrawn)).toBe("plan");
  });

  test("a withdrawal whose target is missing is left for a person to verify", () => {
    const lost: Written = { number: 13, published: "2026-06-01", type: "annulation", corrects: 999 };
    expect(statusOf(OPENING, lost)).toBe("toVerify");
    expect(statusOf({ ...OPENING, published: "2026-07-01" }, lost)).toBe("open");
  });

  test("an unclear, contradictory or old judgment, or one followed by a radiation, is neither a yes nor a no", () => {
    const appeal: Written = { number: 14, published: "2026-06-01", judged: { nature: "Autre arrêt de la Cour d'Appel" } };
    expect(statusOf(OPENING, appeal)).toBe("toVerify");
    expect(statusOf(OPENING, { ...CLOSURE, published: "2025-03-10" })).toBe("toVerify");
    expect(statusOf({ ...OPENING, published: "2014-01-10" })).toBe("toVerify");
    expect(statusOf({ ...PLAN, judged: { nature: "Jugement arrêtant un plan de cession" } })).toBe("toVerify");
    const radiation: Written = { number: 15, published: "2026-02-01", familleavis: "radiation", radiation: { radiationPM: "O" } };
    expect(statusOf(OPENING, radiation)).toBe("toVerify");
  });

  test("a sanction of a person is shown apart and decides nothing about the company", () => {
    const sanction: Written = { number: 16, published: "2026-10-01", judged: { nature: "Jugement d'interdiction de gérer" } };
    expect(noticesOf(OPENING, CLOSURE, sanction).map(({ kind, status }) => [kind, status])).toEqual([
      ["procedureCollective", "closed"],
      ["sanction", "toVerify"],
    ]);
  });

  test("a radiation counts unless the head office moved, it was a mistake, or the company registered again", () => {
    const radiation: Written = { number: 17, published: "2026-02-01", familleavis: "radiation", radiation: { radiationPM: "O" } };
    const kinds = (...written: Written[]) => noticesOf(...written).map(({ kind }) => kind);
    expect(kinds(radiation)).toEqual(["radiation"]);
    expect(kinds({ ...radiation, radiation: { commentaire: "Transfert du siège hors ressort" } })).toEqual([]);
    expect(kinds(radiation, { number: 18, published: "2026-03-01", familleavis: "creation" })).toEqual([]);
    const undone: Written = {
      number: 19,
      published: "2026-03-01",
      familleavis: "radiation",
      type: "rectificatif",
      corrects: 17,
      radiation: { commentaire: "Rapport de radiation d'office" },
    };
    expect(kinds(radiation, undone)).toEqual([]);
  });

  test("the absence of notices certifies nothing", () => {
    expect(bodyRead({ total_count: 0, results: [] })).toMatchObject({ state: "notFound", reason: "bodacc.aucuneAnnonce", notices: [] });
  });
});

describe("BODACC, for any notices", () => {
  const some = fc.shuffledSubarray([OPENING, PLAN, RESOLUTION, CLOSURE, CREDITORS], { minLength: 1 });

  test("the order of the notices does not matter", () => {
    fc.assert(
      fc.property(some, (list) => {
        expect(noticesOf(...list)).toEqual(noticesOf(...list.toReversed()));
      }),
    );
  });

  test("an annulled notice is as if it had not been published", () => {
    fc.assert(
      fc.property(some, fc.nat(), (list, pick) => {
        const target = list[pick % list.length] ?? OPENING;
        const annulation: Written = {
          number: 50,
          published: "2026-11-01",
          type: "annulation",
          corrects: target.number,
          judged: target.judged ?? {},
        };
        expect(noticesOf(...list, annulation)).toEqual(noticesOf(...list.filter((other) => other !== target)));
      }),
    );
  });

  test("formalities and other companies' notices change nothing", () => {
    const foreign = { ...CLOSURE, number: 60, published: "2026-11-02", about: OTHER };
    fc.assert(
      fc.property(some, (list) => {
        expect(noticesOf(...list, foreign, { ...CREDITORS, number: 61 })).toEqual(noticesOf(...list));
      }),
    );
  });

  test("any words are read without error, and only a named procedure counts as open", () => {
    const words = fc.tuple(fc.string(), fc.string(), fc.constantFrom("Autre jugement et ordonnance", "", "Jugement prononçant"));
    fc.assert(
      fc.property(words, ([nature, complement, label]) => {
        const [found] = noticesOf({ ...OPENING, judged: { nature: `${label}${nature}`, complement } });
        if (found?.status === "open") expect(plain(`${nature} ${complement}`)).toMatch(/liquidation|redressement|sauvegarde|crise/);
      }),
    );
  });
});

const recorded = "../shared/contract/examples/bodacc/records.json";
describe.skipIf(!existsSync(recorded))(
  `BODACC, recorded notices of the contract${existsSync(recorded) ? "" : ", NOT READ: not beside the checkout"}`,
  () => {
    test.each([
      ["482309382", "toVerify"],
      ["894670793", "open"],
      ["833310592", "closed"],
    ])("%s: %s", (siren, status) => {
      const { results } = JSON.parse(readFileSync(recorded, "utf8")) as { results: { registre: string[] }[] };
      const own = results.filter(({ registre }) => registre.includes(siren));
      // Any establishment number with a valid key.
      const siret = Array.from({ length: 10 }, (_, last) => `${siren}0000${last}`).find((text) => luhn(text)) ?? "";
      const read = bodyRead({ total_count: own.length, results: own }, { siret });
      expect(read.notices.map(({ kind, status: found }) => [kind, found])).toEqual([["procedureCollective", status]]);
    });
  },
);

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
