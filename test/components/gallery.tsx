/** One situation, drawn: `?situation=READY&tab=pieces&theme=dark`; `&page=options` (coffre, shelves, closed, dossier) draws another page of it; `&language=en`. */
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "@fontsource/source-sans-3/400.css";
import "@fontsource/source-sans-3/600.css";
import "../../components/tokens.css";
import "../../components/controls.css";
import { Coffre } from "../../components/Coffre.tsx";
import { CoffreCarried } from "../../components/CoffreCarried.tsx";
import { ClosedCoffre } from "../../components/CoffreDoor.tsx";
import { CoffreFolder, type FolderActions } from "../../components/CoffreFolder.tsx";
import { ConsultationAsked } from "../../components/ConsultationAsked.tsx";
import { Consultations } from "../../components/Consultations.tsx";
import { DossierPage } from "../../components/DossierPage.tsx";
import { News } from "../../components/News.tsx";
import { Options } from "../../components/Options.tsx";
import { Screen, type ScreenActions } from "../../components/Screen.tsx";
import { ClockProvider } from "../../components/today.tsx";
import { WordsProvider } from "../../components/words.tsx";
import { NO_BID } from "../../src/domain/bid.ts";
import type { Surveyed } from "../../src/domain/catching.ts";
import type { HandedDocument } from "../../src/domain/coffre.ts";
import { NO_ANSWERS } from "../../src/domain/grounds.ts";
import { NO_CHOICE, NO_MEANS } from "../../src/domain/means.ts";
import type { FolderState } from "../../src/domain/shared-folder.ts";
import { accountReport } from "../../src/dossier/account.ts";
import { wordsFor } from "../../src/i18n/index.ts";
import { RELEASES } from "../../src/i18n/releases.ts";
import { NOTHING_KEPT } from "../../src/messages/kept-screen.ts";
import { depositOn } from "../../src/portals/limits.ts";
import { PORTALS } from "../../src/portals/portals.ts";
import "../../entrypoints/popup/popup.css";
import "./gallery.css";
import { ASKED } from "./asked.ts";
import * as situations from "./situations.ts";

const query = new URLSearchParams(location.search);
const words = await wordsFor(query.get("language") === "en" ? "en" : "fr", "fr-FR");
document.documentElement.lang = words.language;
const {
  NOW,
  FOUND: _,
  OPEN_DATA: _o,
  LOG: _l,
  CLOSED_LOG: _cl,
  COFFRE: _c,
  COFFRE_FULL: _f,
  COFFRE_SCANNED: _sc,
  MADE_FORMS,
  GROUP_BID,
  PACKETS,
  DUME,
  PAST,
  SHOWN,
  CONSULTATIONS: _k,
  KEPT_DOSSIERS: _kd,
  AWARDS: _aw,
  CAME: _ca,
  ACCOUNT_HELD: _ah,
  ...all
} = situations;
const situation = all[(query.get("situation") ?? "READY") as keyof typeof all];
const isWithForms = query.get("situation") === "FORMS";
const nothing = () => {};
const done = async () => {};
const handIn = async () => ({ kept: 1, asked: 0, documents: [], failed: [] });
const SURVEYED: Surveyed = {
  host: "mon.urssaf.fr",
  catchables: [
    { id: "0", frameId: 0, way: "link", label: "Télécharger", beside: "Attestation de vigilance, établie le 20/11/2026", isSure: true },
    { id: "1", frameId: 0, way: "link", label: "Attestation de marché public", beside: "", isSure: false },
    { id: "2", frameId: 0, way: "form", label: "Éditer l'attestation", beside: "", isSure: false },
  ],
  more: 2,
  told: [{ label: "Télécharger", beside: "Certificat de congés payés 2026" }],
  isByAddress: false,
  needsAccess: false,
};
const NEWER: HandedDocument = {
  id: "v2",
  kind: "attestationVigilance",
  title: "Attestation de vigilance URSSAF",
  fileName: "vigilance.pdf",
  confirmed: true,
  beside: "newer",
  until: "2027-05-31",
  otherUntil: "2026-11-30",
};
const actions: ScreenActions = {
  chooseCompany: nothing,
  forgetCompany: nothing,
  findCompanies: async () => situations.FOUND,
  retry: nothing,
  readPage: async () => ({ detected: false, plain: false }),
  remember: async () => [],
  correct: async () => true,
  goTo: done,
  compareAccount: async (dossier) =>
    query.get("situation")?.startsWith("ACCOUNT") === true ? accountReport(situations.ACCOUNT_HELD, dossier) : null,
  teach: async () => true,
  copyPage: async () => ({
    html: '<form>\n  <label for="rs">Raison sociale</label><input id="rs">\n</form>',
    controls: 14,
    words: ["toiture", "zinguerie"],
  }),
  saveCopy: done,
  fill: async () => ({ filled: 7, left: 0, gone: false }),
  undo: async () => ({ restored: 7, files: 0, gone: false }),
  attach: async () => ({ outcomes: [], leftOut: new Map() }),
  openPiece: async () => null,
  downloadPiece: async () => "notADocument",
  signIn: async () => "cancelled",
  signOut: done,
  openOptions: nothing,
  allow: nothing,
  useOpenData: nothing,
  openCoffre: nothing,
  unlockCoffre: async () => false,
  handIn,
  survey: async () => (query.get("situation") === "OBTAINING" ? SURVEYED : null),
  take: async (_, { way }) => (way === "form" ? { failure: "session" } : { kept: 1, asked: 0, documents: [NEWER], failed: [] }),
  awaitPiece: nothing,
  openDossier: nothing,
  openPanel: nothing,
};

const options = (
  <Options
    situation={situation}
    portals={PORTALS.map(({ id, label, hosts }) => ({ id, label, hosts: Object.keys(hosts) }))}
    onService={async () => situation.service}
    onBack={nothing}
    teaching={{ onForget: nothing, onExport: done, onImport: async () => ({ forms: 1 }) }}
    updating={{ onTake: async () => ({ problem: null }), onLeave: done }}
    onChoose={nothing}
    onForget={nothing}
    onScans={nothing}
    onReminders={nothing}
    onKeeping={nothing}
    onCoffre={nothing}
    onConsultations={nothing}
    onFiles={handIn}
    onLanguage={nothing}
    onPortal={nothing}
    onExport={done}
    onPrivacy={nothing}
    onEraseAll={done}
  />
);

const today = "2026-11-24";
/** What a photo of a paper looks like, without a word of a real one. */
async function photo(): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [600, 800];
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  pen.fillStyle = "#fbfaf6";
  pen.fillRect(0, 0, 600, 800);
  pen.fillStyle = "#9aa3a8";
  pen.fillRect(60, 70, 300, 22);
  for (let line = 0; line < 18; line++) pen.fillRect(60, 150 + line * 30, line % 6 === 5 ? 220 : 480, 8);
  return new Promise((resolve) => canvas.toBlob(resolve));
}

/** The shared folder in each of its states, the last where the browser has none. */
const CONFLICT = "entreprise-900000019 (copie en conflit de PC-PAUL 2026-11-20).pliprêt";
const FOLDERS: readonly (FolderState | null)[] = [
  { state: "ready", name: "Marchés 2026", at: "2026-11-20T09:12:00.000Z", isBlank: false, copies: [CONFLICT] },
  { state: "ready", name: "Marchés 2026", at: null, isBlank: false, copies: [] },
  { state: "ready", name: "Marchés 2026", at: null, isBlank: false, copies: [CONFLICT] },
  { state: "asks", name: "Marchés 2026" },
  { state: "gone", name: "Marchés 2026" },
  { state: "held", name: "Marchés 2026" },
  { state: "coming", name: "Marchés 2026", signs: [".entreprise-900000019.pliprêt.icloud"] },
  null,
];
function folderIn(state: FolderState): FolderActions {
  const as = async () => state;
  return { look: as, choose: as, open: as, leave: as, update: async () => ({ read: situations.CAME, copies: [], wrote: "written" }) };
}
const drawn = "menthe abrasif galaxie pelouse octroi";
const folders = (
  <main className="options coffre">
    <h1 className="visually-hidden">Coffre</h1>
    {FOLDERS.map((state) => (
      <CoffreFolder
        key={JSON.stringify(state)}
        siren="900000019"
        company="ATELIER DES TOITS CLAIRS"
        known={[]}
        actions={state === null ? null : folderIn(state)}
        drawWords={() => drawn}
      />
    ))}
  </main>
);

const PIECES_OF: Readonly<Record<string, typeof situations.COFFRE>> = { shelves: situations.COFFRE_FULL, scans: situations.COFFRE_SCANNED };
const isReading = query.get("page") === "scans";
const coffre = (
  <Coffre
    view={{
      companies: [{ siren: "900000019", name: "ATELIER DES TOITS CLAIRS" }],
      siren: "900000019",
      pieces: PIECES_OF[query.get("page") ?? ""] ?? situations.COFFRE,
      reading: isReading ? ["kbis-scanné.pdf", "rc-2027.pdf"] : [],
      scanning: isReading ? 2 : null,
      refused: isReading ? [{ fileName: "photo.heic", why: "heic" }] : [],
      isProtected: false,
      notices: situation.dossier?.notices ?? [],
      legalForm: "5710",
      explications: [],
    }}
    actions={{
      choose: nothing,
      add: nothing,
      skipScan: nothing,
      amend: done,
      discard: nothing,
      view: nothing,
      explain: done,
      load: photo,
      protect: done,
      drawWords: () => drawn,
      unprotect: done,
      exportAll: done,
      exportCompany: done,
      importFile: async () => situations.CAME,
      folder: folderIn({ state: "none" }),
    }}
    today={today}
  />
);

const dossier = (
  <DossierPage
    view={{
      situation,
      hasTab: true,
      drift: null,
      portal: depositOn(situation.page?.portal),
      pieces: situation.dossier?.pieces ?? [],
      making: null,
      ended: null,
      prepared: situation.prepared,
      reopened: new Map([["made|1", { state: "sound", count: 41 }]]),
      candidacy: {
        bid: isWithForms ? GROUP_BID : NO_BID,
        forms: isWithForms ? MADE_FORMS : null,
        answers: isWithForms ? DUME : NO_ANSWERS,
        past: isWithForms ? PAST : null,
        making: false,
        ended: null,
        refused: isWithForms ? { code: "unknownVersion", detail: "2.1.1", fileName: "ancien.xml" } : null,
        unkept: false,
        packets: isWithForms ? PACKETS : null,
        means: isWithForms ? SHOWN : { chosen: NO_CHOICE, kept: NO_MEANS },
      },
      log: query.get("situation") === "DEPOSITED" ? situations.CLOSED_LOG : situations.LOG,
      asked: query.get("situation") === "DEPOSITED" ? [{ kind: "rcPro", has: "nothing" }] : [],
      exported: null,
    }}
    actions={{
      make: nothing,
      cancel: nothing,
      download: nothing,
      openPiece: nothing,
      attach: async () => ({ outcomes: [], leftOut: new Map() }),
      goToPage: nothing,
      unlockCoffre: async () => false,
      candidacy: {
        chooseBid: nothing,
        pack: async () => null,
        takePacket: async () => null,
        fillLists: async () => ({ filled: 6, left: 0, gone: false }),
        lookUp: async () => ({ problem: "unknown" }),
        make: nothing,
        look: nothing,
        save: nothing,
        answer: nothing,
        tell: nothing,
        say: nothing,
        importRequest: nothing,
        removeRequest: nothing,
        means: { choose: nothing, change: async () => true, fillLists: async () => ({ filled: 4, left: 0, gone: false }) },
      },
      measureUpload: async () => ({ bitsPerSecond: 8_400_000 }),
      takeReceipt: async () => "notReceipt",
      exportLog: nothing,
      saveExported: nothing,
      openCoffre: nothing,
      openOptions: nothing,
      retry: nothing,
    }}
    memory={{ getItem: () => null, setItem: () => {} }}
    now={NOW}
  >
    <ConsultationAsked
      view={ASKED[query.get("asked") ?? ""] ?? ASKED["nothing"]}
      actions={{ take: nothing, cancel: nothing, forget: nothing, save: nothing, print: nothing, openCoffre: nothing, goTo: nothing }}
    />
  </DossierPage>
);

const consultations = (
  <Consultations
    company={situation.company}
    pieces={(situation.dossier?.pieces ?? []).map((piece) => ({ ...piece, inCoffre: piece.origin.from === "coffre" }))}
    consultations={
      query.get("situation") === "BARE" ? [] : query.get("situation") === "AWARDED" ? situations.AWARDS : situations.CONSULTATIONS
    }
    dossiers={query.get("situation") === "BARE" ? [] : situations.KEPT_DOSSIERS}
    actions={{
      resume: nothing,
      change: done,
      download: async () => true,
      removeDossier: done,
      openCoffre: nothing,
      tellAward: done,
      saveCalendar: nothing,
    }}
    now={NOW}
  />
);

const carried = (
  <main className="options coffre">
    <h1 className="visually-hidden">Coffre</h1>
    <h2 className="visually-hidden">Protection</h2>
    <section className="section card protection">
      <CoffreCarried came={situations.CAME} onTaken={nothing} />
    </section>
  </main>
);

const pages: Readonly<Record<string, ReactNode>> = {
  carried,
  folders,
  options,
  consultations,
  coffre,
  shelves: coffre,
  scans: coffre,
  dossier,
  news: (
    <Screen
      situation={situation}
      actions={actions}
      memory={{ first: NOTHING_KEPT, keep: nothing }}
      now={NOW}
      news={<News releases={RELEASES} onClose={nothing} />}
    />
  ),
  closed: <ClosedCoffre onUnlock={async () => false} />,
};

document.documentElement.style.colorScheme = query.get("theme") ?? "light";
const root = document.getElementById("root");
const page = pages[query.get("page") ?? ""] ?? (
  <Screen situation={situation} actions={actions} memory={{ first: NOTHING_KEPT, keep: nothing }} now={NOW} />
);
if (root !== null)
  createRoot(root).render(
    <ClockProvider value={() => NOW}>
      <WordsProvider words={words}>{page}</WordsProvider>
    </ClockProvider>,
  );
