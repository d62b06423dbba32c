/** States of what a consultation's documents ask, read of documents of the project's own writing. */
import type { AskedView } from "../../components/ConsultationAsked.tsx";
import { type FileRead, readingOf } from "../../src/consultation/reading.ts";
import { joined } from "../../src/consultation/report.ts";
import type { ConsultationReading } from "../../src/domain/asked.ts";
import { pagesOfText } from "../../src/requirements/open/plain-text.ts";
import { requirementsOf } from "../../src/requirements/requirements.ts";
import { AT, LATER, NOTICE, RC, readAs } from "../consultation/readings.ts";
import { PREPARED } from "./situations.ts";

const FIRST = readingOf([readAs("dce.zip/RC.docx", RC), { file: "dce.zip/plan.dwg", refused: "type" }], AT);
const NEW = RC.replace("trois mois", "deux mois")
  .replace("50 Mo", "20 Mo")
  .replace("- un RIB.", "- la liste des références des trois dernières années ;");
const SECOND = readingOf(
  [
    readAs("dce-v2.zip/RC.docx", NEW),
    readAs("dce-v2.zip/avis.html", NOTICE),
    readAs("dce-v2.zip/CCAP.docx", "CAHIER DES CLAUSES ADMINISTRATIVES"),
  ],
  LATER,
);

function scanned(file: string, text: string): FileRead {
  return { file, asks: requirementsOf({ ...pagesOfText(text), isRecognised: true }), recognised: true };
}

const BY_LOT = readingOf(
  [
    scanned(
      "dce.zip/RC signé.pdf",
      RC.replace("La consultation n'est pas allotie. Le marché n'est pas divisé en lots.", "Le marché est divisé en 2 lots.").replace(
        "- un RIB.",
        "- pour le lot 1 : certificat Qualibat ;\n- lot 2 uniquement : certificat Qualifelec.",
      ),
    ),
  ],
  AT,
);

function viewOf(reading: ConsultationReading, former: ConsultationReading | null, lots: readonly string[] | null = null): AskedView {
  const { dossier, slots, page, prepared } = PREPARED;
  const asking = { buyer: page?.consultation?.acheteurNom, today: "2026-11-24" };
  const known = { reading, former, slots, pieces: dossier?.pieces ?? [], asking, lots, done: { prepared, slots } };
  return { ...NOTHING, joined: joined(known, page?.consultation ?? null) };
}

const NOTHING: AskedView = { running: null, ended: null, left: [], joined: null, siren: "900000019", canKeep: true };

export const ASKED: Readonly<Record<string, AskedView>> & { readonly nothing: AskedView } = {
  nothing: NOTHING,
  reading: { ...NOTHING, running: { read: 12, last: "dce.zip/pièces techniques/CCTP lot 2.pdf" } },
  read: viewOf(FIRST, null),
  changed: viewOf(SECOND, FIRST),
  lots: viewOf(BY_LOT, null, ["1"]),
  scanning: { ...NOTHING, running: { read: 12, last: "dce.zip/CCTP.pdf", scanning: { file: "dce.zip/RC signé.pdf", page: 4 } } },
  refused: {
    ...NOTHING,
    ended: "nothing",
    left: [
      { file: "dce.zip/RC.pdf", kind: "other", left: "scan" },
      { file: "dce.zip/DPGF.xlsm", kind: "other", left: "macros" },
    ],
  },
};
