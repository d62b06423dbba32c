/** What all handlers share: the browser's interfaces, the cells where things are kept, and reads used by several. Reading never writes. */

import { z } from "zod";
import { NO_BID } from "../domain/bid.ts";
import type { CoffrePiece } from "../domain/coffre.ts";
import type { Dossier } from "../domain/dossier.ts";
import { ServiceSources } from "../domain/service.ts";
import { sirenOf } from "../domain/siret.ts";
import type { OutsideWords } from "../i18n/outside.fr.ts";
import type { Language } from "../i18n/plural.ts";
import type { Handlers, Input, NameFor, Output } from "../messages/contract.ts";
import { type PublicServices, ServiceTrouble, type Situation } from "../messages/situation.ts";
import type { Cell, Cells, Store } from "../store/cells.ts";
import type { CoffreDoor } from "../store/coffre-door.ts";
import { type MadeShelf, madeShelf } from "../store/made-shelf.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import type { Shelf } from "../store/shelf.ts";
import { awaitedCell } from "./awaited.ts";
import { bidFor } from "./bids.ts";
import type { Collection } from "./collection.ts";
import type { Collector } from "./collector.ts";
import { type ConsultationsCell, consultationsCell } from "./consultations.ts";
import { workOf } from "./diligence.ts";
import { type DataInForce, dataCell, type IssuedData, inForce, lessonsIn, unheededIn } from "./issued-data.ts";
import { preparedFor } from "./kept-dossiers.ts";
import { asksWho, withParties } from "./led.ts";
import { lessonsCell, withLessons } from "./lessons.ts";
import { keyOfTab } from "./names.ts";
import { type GivenPackets, givenPackets, type KeptForms, keptForms, type PreparedDossiers, preparedDossiers } from "./prepared.ts";
import type { Inquiry, Service } from "./service.ts";
import type { Settings, SettingsCell } from "./settings.ts";
import type { Identity } from "./sign-in.ts";
import { dossierOf, situationOf } from "./situation.ts";
import { consultationOf, EMPTY_TAB, inquiryOf, portalOf, TabState } from "./tabs.ts";

/** Speaks to one frame. @throws when it is gone or answers something else */
export type SendToFrame = <Name extends NameFor<"content">>(
  tabId: number,
  frameId: number,
  name: Name,
  input: Input<Name>,
) => Promise<Output<Name>>;

export interface WorkerDeps {
  /** Kept until the browser closes. */
  readonly session: Cells;
  /** Where those are, to find them by their keys. */
  readonly sessionStore: Pick<Store, "keys">;
  /** Kept for good, sealed. */
  readonly local: Cells;
  /** Where those are, to erase them all. */
  readonly localStore: Pick<SealedStore, "sealAll" | "erase" | "opens">;
  /** That everything is being erased: kept where no page reaches it, until it is done. */
  readonly erasing: Cell<boolean>;
  readonly settings: SettingsCell;
  /** The project's data: the package's, the key of those issued since, and those that the organisation set. */
  readonly issued: {
    readonly packaged: IssuedData;
    readonly key: JsonWebKey;
    readonly organisation: () => Promise<IssuedData | null>;
  };
  readonly collector: Collector;
  readonly service: () => Promise<Service>;
  /** The open services that are asked, and the hosts that the browser may not reach yet. */
  readonly publicServices: () => Promise<PublicServices>;
  readonly shelf: Shelf;
  readonly identity: Identity;
  readonly coffre: CoffreDoor;
  readonly sendToFrame: SendToFrame;
  /** Decides what a page asks from its evidence. */
  readonly judge: (question: Input<"judge">) => Promise<Output<"judge">>;
  /** What the tab shows; `null` where the browser does not tell. */
  readonly addressOf: (tabId: number) => Promise<string | null>;
  /** Brings the reader into one frame, or into all frames of a tab. @throws where scripts may not go: an unknown site needs the person's gesture */
  readonly inject: (tabId: number, frameId?: number) => Promise<void>;
  /** Has every frame of a tab read that holds a script of ours; settles when the page itself was. */
  readonly wakeTab: (tabId: number) => Promise<void>;
  /** The language of what is shown in pages and menus. */
  readonly words: () => Promise<{ readonly language: Language; readonly m: OutsideWords }>;
  readonly badge: (tabId: number, detected: boolean) => void;
  /** Wakes the worker, which resumes. */
  readonly wakeAt: (time: Date) => void;
  readonly now: () => Date;
}

const Described = z.object({ service: ServiceSources.nullable(), trouble: ServiceTrouble.nullable() });

/** The handlers of one subject. The worker puts the subjects together into the total map. */
export type Handles<Name extends NameFor<"background">> = Pick<Handlers<"background">, Name>;

export interface Context extends WorkerDeps {
  /** What the service said of itself before any company was chosen. */
  readonly described: Cell<z.infer<typeof Described>>;
  readonly made: MadeShelf;
  /** What the person taught of forms. */
  readonly lessons: ReturnType<typeof lessonsCell>;
  /** The project's data of forms that are followed now. */
  data(): Promise<DataInForce>;
  readonly prepared: PreparedDossiers;
  /** The consultations that each company worked on. */
  readonly consultations: ConsultationsCell;
  readonly forms: KeptForms;
  /** What the other companies of a group gave for a consultation. */
  readonly packets: GivenPackets;
  /** Pieces that the person went to obtain. */
  readonly awaited: ReturnType<typeof awaitedCell>;
  /** Everything of the person, on this machine. */
  readonly eraseAll: () => Promise<void>;
  tabCell(tabId: number): Cell<TabState>;
  /**
   * What was read in the tab and taught of its forms, without what is asked of another company that leads the bid; `null` when nothing was,
   * or when its portal is turned off.
   */
  readTab(tabId: number | null, kept?: Promise<Settings>): Promise<TabState | null>;
  /** What to ask about the company chosen, for that tab's consultation; `null` while no company is chosen. */
  inquiryFor(tabId: number | null): Promise<Inquiry | null>;
  /** @param kept when the settings are being read already */
  readAbout(tabId: number | null, kept?: Promise<Settings>): Promise<About>;
  /** Begins to read what a situation tells besides the page and the answers. Awaiting it may reject. */
  readApart(kept: Promise<Settings>): Promise<Apart>;
  /** @param begun what is read or being read already */
  situation(tabId: number | null, begun?: Begun): Promise<Situation>;
  /** What is known of the company, whatever the page: the browser's menu is the same in all tabs. */
  companyDossier(): Promise<Dossier | null>;
}

/** What a tab shows, and what is asked for it. */
interface About {
  readonly settings: Settings;
  readonly tab: TabState | null;
  readonly inquiry: Inquiry | null;
}

interface Begun {
  readonly apart: Promise<Apart>;
  readonly about: About;
  /** `null`: to be read. */
  readonly collection: Promise<Collection | null>;
}

export function contextOf(deps: WorkerDeps, eraseAll: () => Promise<void>): Context {
  const { session, collector, now, settings } = deps;
  const described = session("service", Described, { service: null, trouble: null });
  const made = madeShelf(deps.shelf, deps.coffre);
  const prepared = preparedDossiers(session, made);
  const [lessons, awaited] = [lessonsCell(deps.local), awaitedCell(deps.local)];
  const forms = keptForms(session, made);
  const packets = givenPackets(session, made);
  const tabCell = (tabId: number) => session(keyOfTab(tabId), TabState, EMPTY_TAB);
  const coffreOf = async (siret: string | null) => (siret === null ? [] : deps.coffre.list(sirenOf(siret)));

  const data = async () => inForce(deps.issued.packaged, await dataCell(deps.local).read(), await deps.issued.organisation());

  async function readTab(tabId: number | null, kept?: Promise<Settings>): Promise<TabState | null> {
    if (tabId === null) return null;
    const tab = await tabCell(tabId).read();
    if (Object.keys(tab.frames).length === 0) return null;
    const { siret, companies, portalsOff } = await (kept ?? settings.read());
    if (!tab.asked && portalsOff.includes(portalOf(tab))) return null;
    const taught = await withLessons(tab, [...(await lessons.read()), ...lessonsIn(await data())]);
    if (!asksWho(taught)) return taught;
    const { bid } = siret === null ? { bid: NO_BID } : await bidFor(deps.local, workOf(siret, tab));
    return withParties(taught, bid, companies.find((one) => one.siret === siret)?.name ?? null);
  }

  async function readAbout(tabId: number | null, kept = settings.read()): Promise<About> {
    const [known, tab] = await Promise.all([kept, readTab(tabId, kept)]);
    const { siret } = known;
    return { settings: known, tab, inquiry: siret === null ? null : inquiryOf(siret, tab === null ? null : consultationOf(tab)) };
  }

  const inquiryFor = async (tabId: number | null) => (await readAbout(tabId)).inquiry;

  function apart(kept: Promise<Settings>): Promise<Apart> {
    const reading = readApart({ ...context, coffreOf }, kept);
    // Whoever awaits it gets the failure.
    reading.catch(() => undefined);
    return reading;
  }

  async function situation(tabId: number | null, begun?: Begun): Promise<Situation> {
    if (begun !== undefined) return readSituation(context, tabId, begun);
    const about = await readAbout(tabId);
    return readSituation(context, tabId, { apart: apart(Promise.resolve(about.settings)), about, collection: Promise.resolve(null) });
  }

  async function companyDossier(): Promise<Dossier | null> {
    const kept = await settings.read();
    if (kept.siret === null) return null;
    const [collection, coffre] = await Promise.all([collector.fullest(kept.siret), coffreOf(kept.siret)]);
    return dossierOf({ settings: kept, tab: null, collection, coffre, now: now() });
  }

  const kept = { prepared, forms, packets, lessons, consultations: consultationsCell(deps.local), awaited };
  const context = { ...deps, ...kept, eraseAll, described, made, data, tabCell, readTab, inquiryFor, readAbout, companyDossier };
  return { ...context, readApart: apart, situation };
}

type Reads = Omit<Context, "situation" | "readApart">;
type Apart = Awaited<ReturnType<typeof readApart>>;

/** What hangs neither on the page nor on what is asked, read side by side: a screen waits for it. */
async function readApart(
  context: Reads & { readonly coffreOf: (siret: string | null) => Promise<CoffrePiece[]> },
  kept: Promise<Settings>,
) {
  const { settings, coffre, localStore, identity, issued, publicServices } = context;
  return allOf({
    lessons: context.lessons.read(),
    data: context.data(),
    coffre: kept.then(({ siret }) => context.coffreOf(siret)),
    awaited: context.awaited.read(),
    dossiers: coffre.dossiers().then((dossiers) => dossiers?.list() ?? []),
    coffreLocked: coffre.isLocked(),
    entriesWait: settings.isWaiting(),
    choicesLost: localStore.opens("settings").then((opens) => !opens),
    person: kept.then(({ service }) => (service.kind === "proxy" ? identity.personAt(service.url) : null)),
    settled: settings.settled(),
    unheeded: Promise.all([settings.policy(), issued.organisation()]).then(([policy, data]) => unheededIn(policy, data)),
    publicServices: kept.then(({ service }) => (service.kind === "open" ? publicServices() : { names: [], origins: [] })),
  });
}

async function readSituation(context: Reads, tabId: number | null, { apart, about, collection }: Begun): Promise<Situation> {
  const { collector, prepared, forms, described, now } = context;
  const { settings, tab, inquiry } = about;
  const work = inquiry === null ? null : workOf(inquiry.siret, tab);
  const [{ dossiers, ...known }, { described: said, prepared: own, ...answered }] = await Promise.all([
    apart,
    allOf({
      collection: inquiry === null ? null : collection.then((opened) => opened ?? collector.read(inquiry)),
      prepared: work === null ? null : prepared.find(work, tabId, tells(tab)),
      forms: work === null ? null : forms.find(work, tabId, tells(tab)),
      described: described.read(),
    }),
  ]);
  const isAsking = (sourceId: string) => inquiry !== null && collector.isAsking(inquiry, sourceId);
  const dossier = work === null ? null : preparedFor(work, own, dossiers, settings.keepsPrepared);
  return situationOf({ ...known, ...answered, ...said, prepared: dossier, settings, tab, isAsking, now: now() });
}

/** True when the page says which consultation it is about. */
function tells(tab: TabState | null): boolean {
  return tab !== null && consultationOf(tab)?.reference !== undefined;
}

/** Awaits all promises together: their results under the same names. */
async function allOf<Promised extends object>(promised: Promised): Promise<{ [Name in keyof Promised]: Awaited<Promised[Name]> }> {
  const told = await Promise.all(Object.entries(promised).map(async ([name, value]) => [name, await value] as const));
  return Object.fromEntries(told) as { [Name in keyof Promised]: Awaited<Promised[Name]> };
}
