/** What a screen shows, from what is kept. Pure: the same state gives the same situation, whichever worker reads it. */
import { type AwaitedPiece, stillAwaited } from "../domain/awaited.ts";
import type { MadeForms } from "../domain/bid.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import { companyOf } from "../domain/company.ts";
import type { Consultation } from "../domain/consultation.ts";
import type { Dossier } from "../domain/dossier.ts";
import { mayBeFound } from "../domain/fields.ts";
import type { PreparedDossier } from "../domain/prepared.ts";
import { present } from "../domain/present.ts";
import type { ServiceSources, SignedInPerson } from "../domain/service.ts";
import { sirenOf } from "../domain/siret.ts";
import { parisDay } from "../domain/time.ts";
import { judgingDays } from "../domain/validity.ts";
import { assemble } from "../dossier/assemble.ts";
import { withMadeForms } from "../dossier/made-forms.ts";
import type { FieldLine, PageView, PolicyKey, PublicServices, Situation, SourceLine, Stage } from "../messages/situation.ts";
import type { Collection } from "./collection.ts";
import { workOf } from "./diligence.ts";
import { fieldLinesOf, unreadOf } from "./field-lines.ts";
import { type DataInForce, dataViewOf } from "./issued-data.ts";
import type { Lessons } from "./lessons.ts";
import { listLinesOf } from "./list-cells.ts";
import type { SettledChoice } from "./policy.ts";
import { remainingOf } from "./remaining.ts";
import { correctionsFor, type Settings } from "./settings.ts";
import { slotLinesOf } from "./slot-lines.ts";
import { outageIn, sourceLinesOf } from "./source-lines.ts";
import { bidderSirets, consultationOf, detectedFrames, documentOf, framesOf, hostOf, portalOf, type TabState } from "./tabs.ts";

export interface Known {
  readonly settings: Settings;
  /** `null` when no page of the tab was read. */
  readonly tab: TabState | null;
  readonly lessons: Lessons;
  readonly data: DataInForce;
  /** `null` when no company is chosen. */
  readonly collection: Collection | null;
  readonly coffre: readonly CoffrePiece[];
  readonly awaited: readonly AwaitedPiece[];
  readonly coffreLocked: boolean;
  readonly choicesLost: boolean;
  readonly entriesWait: boolean;
  readonly prepared: PreparedDossier | null;
  /** Made of the dossier for the same work. */
  readonly forms: MadeForms | null;
  readonly person: SignedInPerson | null;
  /** What the service said of itself before any company was chosen. */
  readonly service: ServiceSources | null;
  readonly trouble: Situation["service"]["trouble"];
  /** What the organisation that manages this browser chose. */
  readonly settled: readonly SettledChoice[];
  readonly unheeded: readonly PolicyKey[];
  readonly publicServices: PublicServices;
  readonly isAsking: (sourceId: string) => boolean;
  readonly now: Date;
}

/** The sources that know every SIRET: when none of them does, it does not exist. */
const REGISTERS: ReadonlySet<string> = new Set(["insee-etablissement", "recherche-entreprises"]);
const BLOCKING: ReadonlySet<string> = new Set(["etablissementFerme", "uniteCessee"]);

export function situationOf(known: Known): Situation {
  const { settings, tab, collection, isAsking } = known;
  const siret = settings.siret;
  const answered = dossierOf(known);
  const dossier = answered === null ? null : withMadeForms(answered, known.forms);
  const fields = tab === null || siret === null ? [] : fieldLinesOf(tab, dossier, correctionsFor(settings, siret, portalOf(tab)));
  const sources = collection === null ? [] : sourceLinesOf(collection, isAsking);
  const mayCome = (line: FieldLine) => line.status === "missing" && mayBeFound(line.field);
  const service = serviceOf(known, sources);
  // Before the service has said which sources there are, all may still come.
  const asking = service.trouble === null && (sources.length === 0 || sources.some(({ state }) => state === "asking"));
  return {
    unknown: isUnknown(sources),
    stage: stageOf({ siret, dossier, trouble: service.trouble, tab, fields, sources }),
    service,
    company: siret === null ? null : { siret, name: keptName(settings, siret) ?? companyNameIn(dossier) },
    companies: settings.companies,
    page: tab === null ? null : pageOf(tab),
    fields,
    coming: asking ? fields.filter(mayCome).length : 0,
    ...pageLinesOf(siret === null ? null : tab, fields),
    slots: tab === null ? [] : slotLinesOf(tab, dossier, known.prepared, sources),
    sources,
    dossier,
    work: siret === null ? null : workOf(siret, tab),
    prepared: known.prepared,
    undoable: tab?.undoable ?? false,
    awaited: awaitedIn(known),
    coffreLocked: known.coffreLocked,
    choicesLost: known.choicesLost,
    entriesWait: known.entriesWait,
    reminders: settings.reminders,
    readsScans: settings.readsScans,
    keepsPrepared: settings.keepsPrepared,
    language: settings.language,
    portalsOff: settings.portalsOff,
    settled: [...known.settled],
    unheeded: [...known.unheeded],
    taught: known.lessons.toReversed(),
    data: dataViewOf(known.data),
  };
}

/** What the situation says of the page's controls, apart from fields and upload slots. */
function pageLinesOf(tab: TabState | null, fields: readonly FieldLine[]): Pick<Situation, "remaining" | "unread" | "lists"> {
  if (tab === null) return { remaining: [], unread: [], lists: [] };
  return { remaining: remainingOf(tab, fields), unread: unreadOf(tab), lists: listLinesOf(tab) };
}

function awaitedIn({ settings: { siret }, awaited, coffre, now }: Known): Situation["awaited"] {
  return siret === null ? [] : stillAwaited(awaited, sirenOf(siret), coffre, now).map(({ kind }) => kind);
}

function serviceOf({ settings, collection, ...known }: Known, sources: readonly SourceLine[]): Situation["service"] {
  const service = collection?.service ?? known.service;
  return {
    choice: settings.service,
    managed: known.settled.includes("service"),
    publicServices: settings.service.kind === "open" ? known.publicServices : null,
    mode: service?.mode ?? null,
    trouble: collection?.service === null || collection === null ? (collection?.trouble ?? known.trouble) : null,
    outage: outageIn(sources),
    signInNeeded: sources.some(({ reason }) => reason === "proxy.signInNeeded"),
    person: known.person,
    samples: service?.companies ?? [],
  };
}

export function keptName({ companies }: Settings, siret: string): string | null {
  return companies.find((company) => company.siret === siret)?.name ?? null;
}

/** The name that the answers tell of the company. */
export function companyNameIn(dossier: Dossier | null): string | null {
  const name = dossier?.values.raisonSociale?.value;
  return typeof name === "string" ? name : null;
}

/** The dossier of the company chosen, judged on the later of today and the deadline that the page tells. */
export function dossierOf({
  settings,
  tab,
  collection,
  coffre,
  now,
}: Pick<Known, "settings" | "tab" | "collection" | "coffre" | "now">): Dossier | null {
  if (settings.siret === null || collection === null) return null;
  return assemble({
    company: companyOf(settings.siret),
    answers: Object.values(collection.entries).map(({ answer }) => answer),
    coffre,
    manual: settings.manual[settings.siret] ?? {},
    ...judgingDays(tab === null ? undefined : deadlineDay(consultationOf(tab)), parisDay(now)),
  });
}

/** The deadline's day, also when its hour is doubtful: the day is then at most one off. */
function deadlineDay(consultation: Consultation | null): string | undefined {
  const { dateLimite, doubt } = consultation ?? {};
  if (dateLimite === undefined) return doubt?.day;
  return Number.isNaN(Date.parse(dateLimite)) ? undefined : parisDay(new Date(dateLimite));
}

function pageOf(tab: TabState): PageView | null {
  const frames = framesOf(tab);
  const detected = detectedFrames(tab);
  const first = frames[0];
  if (first === undefined) return null;
  const speaking = detected[0] ?? first;
  return {
    host: hostOf(tab),
    portal: speaking.page.portal,
    kind: speaking.page.kind,
    detected: detected.length > 0,
    ...present({ unread: detected.length > 0 ? undefined : frames.find(({ page }) => page.unread !== undefined)?.page.unread }),
    document: documentOf(tab),
    consultation: consultationOf(tab),
    sirets: bidderSirets(tab),
  };
}

/** True when every register answered that it does not know the establishment. */
function isUnknown(sources: readonly SourceLine[]): boolean {
  const registers = sources.filter(({ id }) => REGISTERS.has(id));
  return registers.some(({ state }) => state === "notFound") && registers.every(({ state }) => state === "notFound");
}

interface StageFacts {
  readonly siret: string | null;
  readonly dossier: Dossier | null;
  readonly trouble: Situation["service"]["trouble"];
  readonly tab: TabState | null;
  readonly fields: readonly FieldLine[];
  readonly sources: readonly SourceLine[];
}

function stageOf({ siret, dossier, trouble, tab, fields, sources }: StageFacts): Stage {
  if (siret === null) return "noCompany";
  if (trouble !== null) return "unreachable";
  if (dossier?.conflicts.some(({ code }) => BLOCKING.has(code)) === true || isUnknown(sources)) return "blocked";
  if (tab === null || detectedFrames(tab).length === 0) return "noForm";
  if (sources.length === 0 || sources.some(({ state }) => state === "asking")) return "collecting";
  const ready = fields.some(({ status }) => status === "ready");
  return !ready && fields.some(({ status }) => status === "filled") ? "filled" : "ready";
}
