/** « Ranger dans le coffre » : the documents that the tab shows or leads to, each kept at one press. */
import { FolderDown } from "lucide-react";
import { useEffect, useState } from "react";
import type { Catchable, CatchFailure, Surveyed, Told } from "../src/domain/catching.ts";
import type { HandedDocument, HandedIn } from "../src/domain/coffre.ts";
import { isDeliveredAt, type PieceKind } from "../src/domain/pieces.ts";
import { formatDay } from "../src/domain/time.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { AddFiles } from "./AddFiles.tsx";
import "./CatchTab.css";
import type { HandIn } from "./CoffreDrop.tsx";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

export interface CatchActions {
  /** `null` when the browser lets the extension see nothing of the tab. */
  readonly survey: () => Promise<Surveyed | null>;
  /** To be called in the person's gesture. `locked`: the coffre waits for its passphrase. */
  readonly take: (from: Surveyed, one: Catchable) => Promise<HandedIn | { readonly failure: CatchFailure | "locked" }>;
  /** Stops waiting for that piece. */
  readonly stopAwaiting: (kind: PieceKind) => void;
  /** Opens the coffre's page. */
  readonly openCoffre: () => void;
}

interface CatchTabProps extends CatchActions {
  readonly awaited: readonly PieceKind[];
  /** True on pages where the person has other work to do: the list is folded. */
  readonly isFolded: boolean;
  /** `null` where this screen would close under the window that chooses files. */
  readonly handIn: HandIn | null;
  readonly coffreLocked: boolean;
  /** Identifies what the tab shows: when it changes, the tab is surveyed again. */
  readonly document: string;
}

export function CatchTab({ awaited, isFolded, document, survey, handIn, coffreLocked, ...actions }: CatchTabProps) {
  const { m } = useWords();
  const surveyed = useSurveyed(survey, document);
  if (surveyed === null) return null;
  const here = awaited.filter((kind) => isDeliveredAt(kind, surveyed.host));
  // A page where there is other work to do has buttons enough of its own.
  const told = isFolded && surveyed.catchables.length === 0 ? [] : surveyed.told;
  if (surveyed.catchables.length === 0 && here.length === 0 && told.length === 0) return null;
  const list = (
    <>
      {here.map((kind) => (
        <p key={kind} className="about held" data-awaited={kind}>
          <strong className="tone-warn">{m.catching.awaited(m.labels.piece(kind))}</strong>{" "}
          <Button look="link" onPress={() => actions.stopAwaiting(kind)}>
            {m.catching.stopAwaiting}
          </Button>
        </p>
      ))}
      {surveyed.catchables.length === 0 ? (
        told.length === 0 && <p className="about">{m.catching.nothingYet}</p>
      ) : (
        <ul className="rows" aria-label={m.catching.title}>
          {surveyed.catchables.map((one) => (
            <CatchRow key={`${one.frameId} ${one.id}`} surveyed={surveyed} one={one} actions={actions} />
          ))}
        </ul>
      )}
      {surveyed.more > 0 && <p className="about">{m.catching.more(surveyed.more)}</p>}
      {told.length > 0 && <PressedInPage told={told} coffreLocked={coffreLocked} actions={{ handIn, openCoffre: actions.openCoffre }} />}
    </>
  );
  if (isFolded && here.length === 0) {
    return (
      <details className="section catching">
        <summary>{m.catching.folded(surveyed.catchables.length + surveyed.more)}</summary>
        {list}
      </details>
    );
  }
  return (
    <section className="section catching">
      <h2 className="section-title">
        {m.catching.title}
        <span>{surveyed.host}</span>
      </h2>
      {list}
    </section>
  );
}

/** What the tab offers, surveyed again when it shows something else. */
function useSurveyed(survey: CatchActions["survey"], document: string): Surveyed | null {
  const [surveyed, setSurveyed] = useState<Surveyed | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is looked at again
  useEffect(() => {
    let isOver = false;
    void survey()
      .catch(() => null)
      .then((found) => {
        if (!isOver) setSurveyed(found);
      });
    return () => {
      isOver = true;
    };
  }, [survey, document]);
  return surveyed;
}

interface PressedInPageProps {
  readonly told: readonly Told[];
  readonly coffreLocked: boolean;
  readonly actions: { readonly handIn: HandIn | null; readonly openCoffre: () => void };
}

/** Buttons that are the page's alone: their names, what to do, and where to put what comes. */
function PressedInPage({ told, coffreLocked, actions }: PressedInPageProps) {
  const { m } = useWords();
  return (
    <div className="held pressed-in-page">
      <p className="title">{m.catching.inPage(told.length)}</p>
      <ul>
        {told.map(({ label, beside }) => (
          <li key={`${label} ${beside}`} data-told>
            {[m.catching.quoted(label), beside === label ? "" : beside].filter(Boolean).join(", ")}
          </li>
        ))}
      </ul>
      <p className="about">{m.catching.inPageAbout}</p>
      <AddFiles coffreLocked={coffreLocked} actions={actions} />
    </div>
  );
}

type Said = "busy" | { readonly tone: "ok" | "warn" | "bad"; readonly text: string; readonly toConfirm: boolean };

interface CatchRowProps {
  readonly surveyed: Surveyed;
  readonly one: Catchable;
  readonly actions: Omit<CatchActions, "survey">;
}

function CatchRow({ surveyed, one, actions }: CatchRowProps) {
  const { m } = useWords();
  const [said, setSaid] = useState<Said | null>(null);
  const name = nameOf(one, m);
  const about = aboutOf(one, surveyed, m);

  async function take(): Promise<void> {
    if (said === "busy") return;
    setSaid("busy");
    const result = await actions.take(surveyed, one).catch(() => ({ failure: "gone" as const }));
    setSaid(saidOf(result, surveyed.host, m));
  }

  return (
    <li className="row catch-row" data-catch={one.way}>
      <div>
        <p className="title">{name}</p>
        {about !== "" && <p className="about">{about}</p>}
        <div role="status" className="said-list">
          {said === "busy" && <p>{m.catching.busy}</p>}
          {said !== null && said !== "busy" && <p className={`tone-${said.tone}`}>{said.text}</p>}
          {said !== null && said !== "busy" && said.toConfirm && (
            <Button look="link" onPress={actions.openCoffre}>
              {m.catching.confirm}
            </Button>
          )}
        </div>
      </div>
      <Button
        look="quiet"
        aria-disabled={said === "busy"}
        aria-label={one.way === "form" ? m.catching.sendNamed(name) : m.catching.takeNamed(name)}
        onPress={() => void take()}
      >
        <FolderDown size={14} />
        {one.way === "form" ? m.catching.send : m.catching.take}
      </Button>
    </li>
  );
}

function nameOf({ label, way }: Catchable, m: Messages): string {
  return label === "" ? m.catching.ways[way] : label;
}

function aboutOf({ way, label, beside, isSure }: Catchable, { needsAccess, host }: Surveyed, m: Messages): string {
  if (needsAccess) return m.catching.needsAccess(host);
  const near = beside === "" || beside === label ? "" : beside;
  if (way === "form") return [near, m.catching.formAbout].filter(Boolean).join(" · ");
  if (way === "link") return [near, isSure ? "" : m.catching.unsure].filter(Boolean).join(" · ");
  return m.catching.ways[way];
}

function saidOf(result: HandedIn | { readonly failure: CatchFailure | "locked" }, host: string, m: Messages): Exclude<Said, "busy"> {
  if ("failure" in result) return { tone: "bad", text: m.catching.failures[result.failure](host), toConfirm: false };
  const [failed] = result.failed;
  if (failed !== undefined) return { tone: "bad", text: m.coffre.failed(failed.fileName, m.coffre.failures[failed.why]), toConfirm: false };
  const [kept] = result.documents;
  if (kept === undefined) return { tone: "bad", text: m.catching.failures.gone(host), toConfirm: false };
  return { tone: kept.confirmed ? "ok" : "warn", text: keptText(kept, m), toConfirm: !kept.confirmed };
}

function keptText({ kind, title, confirmed, beside, until, otherUntil }: HandedDocument, m: Messages): string {
  const name = kind === "autre" ? title : m.labels.piece(kind);
  const day = until === undefined ? undefined : formatDay(until);
  const otherDay = otherUntil === undefined ? undefined : formatDay(otherUntil);
  if (beside === "same") return m.catching.same(name, day);
  const kept = m.catching.kept(name, confirmed ? day : undefined);
  if (!confirmed) return `${kept} ${m.catching.toConfirm}`;
  if (beside === "newer") return `${kept} ${m.catching.newer(otherDay)}`;
  if (beside === "older") return `${kept} ${m.catching.older(otherDay)}`;
  return kept;
}
