/** What stands in the way or must be known before bidding: said at the top, never decided for the person. */
import { Ban, Info, Landmark, ServerOff, TriangleAlert, WifiOff } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import type { Conflict, Dossier } from "../src/domain/dossier.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { explainExclusions } from "../src/dossier/exclusions.ts";
import { formatValue } from "../src/i18n/format.ts";
import { originText } from "../src/i18n/origin.ts";
import type { Situation } from "../src/messages/situation.ts";
import { Button } from "./controls.tsx";
import { Explained } from "./Exclusions.tsx";
import { isFocusNowhere } from "./focus.ts";
import { useWords } from "./words.tsx";

interface TroubleCardProps {
  readonly service: Situation["service"];
  readonly known: boolean;
  readonly onRetry: () => void;
  readonly onOptions: () => void;
  /** Absent where it is not offered. */
  readonly onOpenData?: () => void;
}

/** Says that no source answers, and what can be done. */
export function TroubleCard({ service, known, onRetry, onOptions, onOpenData }: TroubleCardProps) {
  const { m } = useWords();
  if (service.trouble === null) return null;
  const words = m.service[service.trouble];
  const address = service.choice.kind === "proxy" ? service.choice.url : m.service.open;
  return (
    <div className="card card-warn" role="alert">
      <h2>
        <ServerOff size={18} aria-hidden="true" />
        {words.title}
      </h2>
      <p>{words.text(address)}</p>
      {known && <p>{m.service.goesOn}</p>}
      <div className="choices">
        <Button onPress={onRetry}>{m.service.retry}</Button>
        {onOpenData !== undefined && !service.managed && <Button onPress={onOpenData}>{m.service.useOpen}</Button>}
        <Button look="link" onPress={onOptions}>
          {m.app.options}
        </Button>
      </div>
    </div>
  );
}

/** A browser says that it is back before every address answers: they are asked at once, then again after these milliseconds. */
const SOON_MS = [0, 3_000, 15_000] as const;

/**
 * Says that no source can be reached, and that what is known stays usable. They are asked again as soon as the browser has its connection
 * back, by whichever screen says so.
 */
export function OutageCard({ service: { outage, trouble }, onRetry }: Pick<TroubleCardProps, "service" | "onRetry">) {
  const { m } = useWords();
  const retry = useEffectEvent(onRetry);
  const isBack = useEffectEvent(() => outage === "offline" && navigator.onLine);
  const isOut = outage !== null;
  useEffect(() => {
    if (!isOut) return undefined;
    const timers: ReturnType<typeof setTimeout>[] = [];
    const back = () => timers.push(...SOON_MS.map((ms) => setTimeout(() => retry(), ms)));
    if (isBack()) back();
    window.addEventListener("online", back);
    return () => {
      window.removeEventListener("online", back);
      for (const timer of timers) clearTimeout(timer);
    };
  }, [isOut]);
  if (outage === null || trouble !== null) return null;
  const words = m.service.outages[outage];
  return (
    <div className="card card-warn" role="alert" data-card="outage">
      <h2>
        <WifiOff size={18} aria-hidden="true" />
        {words.title}
      </h2>
      <p>{words.text}</p>
      <p>{m.service.goesOn}</p>
      <div className="choices">
        <Button onPress={onRetry}>{m.service.retry}</Button>
      </div>
    </div>
  );
}

/** Says that what was kept cannot be opened, before the person believes that nothing ever was. */
export function LostCard() {
  const { m } = useWords();
  return (
    <div className="card card-warn" role="alert" data-card="lost">
      <h2>
        <TriangleAlert size={18} aria-hidden="true" />
        {m.lost.title}
      </h2>
      <p>{m.lost.text}</p>
    </div>
  );
}

/** The browser asks before it lets the extension reach the registers: they are named here, and the gesture is the person's. */
export function AllowCard({ service, onAllow }: Pick<TroubleCardProps, "service"> & { readonly onAllow: () => void }) {
  const { m } = useWords();
  const { publicServices } = service;
  if (publicServices === null || publicServices.origins.length === 0) return null;
  return (
    <div className="card" data-card="allow">
      <h2>
        <Landmark size={18} aria-hidden="true" />
        {m.service.allow.title}
      </h2>
      <p>{m.service.allow.text(publicServices.names)}</p>
      <div className="choices">
        <Button look="primary" onPress={onAllow}>
          {m.service.allow.action}
        </Button>
      </div>
    </div>
  );
}

const OBSTACLES = { etablissementFerme: "closed", uniteCessee: "ceased", siretRedirige: "redirected" } as const;
type ObstacleCode = keyof typeof OBSTACLES;

type Obstacle = Conflict & { readonly code: ObstacleCode };

function isObstacle(conflict: Conflict): conflict is Obstacle {
  return Object.hasOwn(OBSTACLES, conflict.code);
}

/** One obstacle of each kind, however many sources report it: preferably the report that names the SIRET to use instead. */
export function obstaclesOf(dossier: Dossier | null): Obstacle[] {
  const told = (dossier?.conflicts ?? [])
    .filter(isObstacle)
    .toSorted((a, b) => Number(a.siret === undefined) - Number(b.siret === undefined));
  return [...new Map(told.toReversed().map((obstacle) => [obstacle.code, obstacle])).values()];
}

interface ObstacleCardProps {
  readonly conflict: Obstacle;
  readonly onUse: (siret: string) => void;
  readonly onOther: () => void;
}

/**
 * Where something stands in the way, Enter leads out of it: the focus goes to the card's first button from nowhere, or from the main action,
 * which had it before anything was known.
 */
function useWayOut() {
  const choices = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isFree = isFocusNowhere() || document.activeElement?.matches(".action-bar .main") === true;
    if (isFree) choices.current?.querySelector("button")?.focus();
  }, []);
  return choices;
}

/** The establishment cannot bid as it is; the one to use instead is offered. */
export function ObstacleCard({ conflict, onUse, onOther }: ObstacleCardProps) {
  const { m } = useWords();
  const words = m.obstacle[OBSTACLES[conflict.code]];
  const { siret } = conflict;
  const choices = useWayOut();
  return (
    <div className="card card-bad" role="alert" data-obstacle={conflict.code}>
      <h2>
        <Ban size={18} aria-hidden="true" />
        {words.title}
      </h2>
      <p>{words.text}</p>
      <div className="choices" ref={choices}>
        {siret !== undefined && (
          <Button look="primary" onPress={() => onUse(siret)}>
            {m.obstacle.replaceBy(formatSiret(siret))}
          </Button>
        )}
        <Button onPress={onOther}>{m.obstacle.other}</Button>
      </div>
    </div>
  );
}

/** No register knows the number: one mistyped SIRET in ten still has a valid check digit. */
export function UnknownCard({ onOther }: { readonly onOther: () => void }) {
  const { m } = useWords();
  const choices = useWayOut();
  return (
    <div className="card card-bad" role="alert" data-obstacle="unknown">
      <h2>
        <Ban size={18} aria-hidden="true" />
        {m.obstacle.unknown.title}
      </h2>
      <p>{m.obstacle.unknown.text}</p>
      <div className="choices" ref={choices}>
        <Button look="primary" onPress={onOther}>
          {m.obstacle.unknown.check}
        </Button>
      </div>
    </div>
  );
}

/** Published notices that may exclude the candidate: shown first, with what to join to the candidature. */
export function ProceedingCard({ dossier, onExplain }: { readonly dossier: Dossier | null; readonly onExplain: () => void }) {
  const { m } = useWords();
  const serious = explainExclusions(dossier?.notices ?? []).filter(({ standing }) => standing !== "notHeld");
  const [first] = serious;
  if (first === undefined) return null;
  return (
    <div className="card card-warn" role="note" data-card="proceeding">
      <h2>
        <TriangleAlert size={18} aria-hidden="true" />
        {m.notices.before}
      </h2>
      <p lang="fr">
        {first.what} {first.next}
      </p>
      {serious.length > 1 && <p className="about">{m.notices.others(serious.length - 1)}</p>}
      <div className="choices">
        <Button onPress={onExplain}>{m.notices.what}</Button>
      </div>
    </div>
  );
}

/** Insolvency notices, disagreements between sources: facts with their origin. */
export function Notices({ dossier, onExplain }: { readonly dossier: Dossier | null; readonly onExplain: () => void }) {
  const { m, language } = useWords();
  const explained = explainExclusions(dossier?.notices ?? []);
  const shown = new Set(explained.map(({ notice }) => notice));
  const notices = (dossier?.notices ?? []).filter((notice) => !Object.hasOwn(OBSTACLES, notice.kind) && !shown.has(notice));
  const conflicts = (dossier?.conflicts ?? []).filter((conflict) => !isObstacle(conflict));
  if (explained.length + notices.length + conflicts.length === 0) return null;
  return (
    <section className="section">
      <h2 className="section-title">{m.notices.heading}</h2>
      <ul className="rows">
        {explained.map((one) => (
          <li className="row notice" key={one.about}>
            <Explained explained={one} />{" "}
            <Button look="link" onPress={onExplain}>
              {m.exclusions.explain}
            </Button>
          </li>
        ))}
        {notices.map((notice) => (
          <li className="row notice" key={`${notice.kind}${notice.on}${notice.title}`}>
            <p>
              <Info size={14} className="tone-warn" aria-hidden="true" /> <strong>{notice.title}</strong>
            </p>
            {notice.text !== undefined && <p>{notice.text}</p>}
            {notice.url !== undefined && (
              <a href={notice.url} target="_blank" rel="noreferrer">
                {m.notices.see}
              </a>
            )}
          </li>
        ))}
        {conflicts.map((conflict) => (
          <li className="row notice" key={`${conflict.code}${conflict.field}`}>
            <p>
              <Info size={14} className="tone-warn" aria-hidden="true" /> <strong>{conflictTitle(conflict, m)}</strong>
            </p>
            <ul>
              {conflict.proposals.map(({ value, origin }) => (
                <li key={`${value}${originText(origin, m)}`}>
                  {conflict.field === undefined ? String(value) : formatValue(conflict.field, value, language, m)}{" "}
                  <span className="tone-plain">({originText(origin, m)})</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function conflictTitle({ code, field }: Conflict, m: ReturnType<typeof useWords>["m"]): string {
  if (code === "adresse" || code === "nom" || code === "naf" || code === "autreEntreprise") return m.notices.conflicts[code];
  if (code === "choix") return m.notices.choose(field === undefined ? "" : m.labels.field(field));
  return m.notices.differs(field === undefined ? "" : m.labels.field(field));
}
