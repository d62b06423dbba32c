/** The work on one page for one company. */
import * as Tabs from "@radix-ui/react-tabs";
import { type UIEvent, useCallback, useRef, useState } from "react";
import type { Messages } from "../src/i18n/fr.ts";
import type { ControlRef } from "../src/messages/contract.ts";
import type { Situation, SlotLine } from "../src/messages/situation.ts";
import { AccountDifferences, isHeld } from "./AccountDifferences.tsx";
import { ActionBar, type ActionBarProps } from "./ActionBar.tsx";
import { Button } from "./controls.tsx";
import { FormTab } from "./FormTab.tsx";
import { Headline } from "./Headline.tsx";
import { AllowCard, Notices, ObstacleCard, OutageCard, obstaclesOf, ProceedingCard, TroubleCard, UnknownCard } from "./Obstacles.tsx";
import { PiecesTab } from "./PiecesTab.tsx";
import { SavePage } from "./SavePage.tsx";
import type { ScreenActions, ScreenProps } from "./Screen.tsx";
import { SignInCard } from "./SignInCard.tsx";
import { SourcesTab } from "./SourcesTab.tsx";
import { ToDrop } from "./ToDrop.tsx";
import { AllAtOnce } from "./useFirstThenAll.ts";
import type { Kept } from "./useKept.ts";
import { useWork, type Work as WorkState } from "./useWork.ts";
import { useWords } from "./words.tsx";

interface WorkProps extends Omit<ScreenProps, "memory" | "news"> {
  readonly kept: Kept;
  /** The person wants to work for another company. */
  readonly onOther: () => void;
}

export function Work({ situation, actions, now, kept, onOther }: WorkProps) {
  const work = useWork(situation, actions, kept);
  const tab = kept.kept.tab ?? (situation.stage === "noForm" ? "pieces" : "form");
  const scroll = useScroll(kept);
  /** The person asked for the coffre's door: its field is where the focus goes. */
  const [toDoor, setToDoor] = useState(false);
  const { m } = useWords();
  const { ready, open, chosen, busy, said } = work;
  return (
    <>
      <main className="scroll" {...scroll}>
        <Above
          {...{ situation, actions, onOther }}
          ready={ready.length}
          onDoor={
            tab === "pieces"
              ? null
              : () => {
                  setToDoor(true);
                  kept.change(() => ({ tab: "pieces", scroll: 0 }));
                }
          }
        />
        <WorkTabs {...{ situation, actions, now, work, kept, tab, toDoor }} />
      </main>
      <ActionBar
        tab={tab}
        coming={situation.coming}
        ready={ready.length}
        attachable={open.reduce((sum, slot) => sum + chosen(slot).length, 0)}
        whole={wholeOf(open, chosen)}
        blocked={situation.stage === "blocked"}
        undoable={situation.undoable}
        done={{
          fields: situation.fields.filter(({ status }) => status === "filled").length,
          files: situation.slots.reduce((sum, { status, files }) => sum + (status === "attached" ? files.length : 0), 0),
        }}
        busy={busy}
        said={said}
        next={nextOf(situation, actions, m)}
        onFill={work.fill}
        onUndo={work.undo}
        onAttach={work.attach}
      />
    </>
  );
}

interface AboveProps extends Pick<WorkProps, "situation" | "actions" | "onOther"> {
  readonly ready: number;
  /** Leads to the coffre's door; `null` where it is in sight. */
  readonly onDoor: (() => void) | null;
}

/** Where things stand, and what must be known or settled first. */
function Above({ situation, actions, onOther, ready, onDoor }: AboveProps) {
  const { dossier, service } = situation;
  const { m } = useWords();
  return (
    <div className="above">
      <Headline situation={situation} ready={ready} onRead={actions.readPage} />
      {situation.coffreLocked && situation.entriesWait && onDoor !== null && (
        <p className="subline" data-hint="waiting">
          {m.coffre.waiting}{" "}
          <Button look="link" onPress={onDoor}>
            {m.coffre.unlock}
          </Button>
        </p>
      )}
      <TroubleCard
        service={service}
        known={dossier !== null}
        onRetry={() => actions.retry(null)}
        onOptions={actions.openOptions}
        onOpenData={actions.useOpenData}
      />
      <OutageCard service={service} onRetry={() => actions.retry(null)} />
      <AllowCard service={service} onAllow={() => actions.allow(service.publicServices?.origins ?? [])} />
      {situation.unknown && <UnknownCard onOther={onOther} />}
      {obstaclesOf(dossier).map((conflict) => (
        <ObstacleCard key={conflict.code} conflict={conflict} onUse={actions.chooseCompany} onOther={onOther} />
      ))}
      <ProceedingCard dossier={dossier} onExplain={actions.openCoffre} />
    </div>
  );
}

/** Puts the list back where it was scrolled when the screen closed. */
function useScroll({ kept, change }: Kept) {
  const first = useRef(kept.scroll);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  return {
    ref: useCallback((element: HTMLElement | null) => {
      if (element !== null) element.scrollTop = first.current;
    }, []),
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => {
      clearTimeout(timer.current);
      const { scrollTop } = currentTarget;
      timer.current = setTimeout(() => change(() => ({ scroll: scrollTop })), SCROLL_MS);
    },
  };
}

const SCROLL_MS = 250;

interface WorkTabsProps extends Omit<WorkProps, "onOther"> {
  readonly work: WorkState;
  readonly tab: NonNullable<Kept["kept"]["tab"]>;
  readonly toDoor: boolean;
}

function WorkTabs({ situation, actions, now, work, kept, tab, toDoor }: WorkTabsProps) {
  const { m } = useWords();
  const { dossier, fields, slots, sources, service } = situation;
  const typing = { drafts: kept.kept.drafts, onDraft: kept.draft };
  const teaching = { onTeach: actions.teach, onShow: (control: ControlRef) => void actions.goTo(control), ...typing };
  const [opensScrolled] = useState(kept.kept.scroll > 0);
  const placed = slots.filter(({ status }) => status !== "missing").length;
  return (
    <AllAtOnce value={opensScrolled}>
      <Tabs.Root className="tabs" value={tab} onValueChange={(value) => kept.change(() => ({ tab: value as typeof tab, scroll: 0 }))}>
        <Tabs.List aria-label={m.tabs.label}>
          <CountedTab id="form" title={m.tabs.form} count={work.ready.length > 0 ? String(work.ready.length) : ""} about={m.tabs.toFill} />
          <CountedTab
            id="pieces"
            title={m.tabs.pieces}
            count={slots.length === 0 ? "" : `${placed}/${slots.length}`}
            about={m.tabs.placed}
          />
          <CountedTab id="sources" title={m.tabs.sources} count="" about="" />
        </Tabs.List>
        <Tabs.Content value="form" tabIndex={undefined}>
          {isHeld(situation) && <AccountDifferences situation={situation} actions={actions} />}
          <FormTab
            fields={fields}
            isComing={situation.coming > 0}
            remaining={situation.remaining}
            onGo={(line) => void actions.goTo(line)}
            excluded={work.excluded}
            onExclude={work.exclude}
            accepted={work.accepted}
            onAccept={work.accept}
            onRemember={actions.remember}
            onFill={work.fill}
            correcting={{ dossier, onCorrect: actions.correct, ...typing }}
            unread={situation.unread}
            teaching={teaching}
            dossier={dossier}
          />
          {!isHeld(situation) && <AccountDifferences situation={situation} actions={actions} />}
          {situation.page !== null && <SavePage copyPage={actions.copyPage} saveCopy={actions.saveCopy} />}
        </Tabs.Content>
        <Tabs.Content value="pieces" tabIndex={undefined}>
          <PiecesTab {...{ situation, actions, now, work, teaching, toDoor }} />
        </Tabs.Content>
        <Tabs.Content value="sources" tabIndex={undefined}>
          <SignInCard service={service} onSignIn={actions.signIn} onSignOut={actions.signOut} />
          {service.mode === "ouvert" && <ToDrop dossier={dossier} onCoffre={actions.openCoffre} />}
          <SourcesTab sources={sources} now={now} onRetry={actions.retry} />
          <Notices dossier={dossier} onExplain={actions.openCoffre} />
        </Tabs.Content>
      </Tabs.Root>
    </AllAtOnce>
  );
}

interface CountedTabProps {
  readonly id: string;
  readonly title: string;
  /** What is left to do there; empty when nothing is counted. */
  readonly count: string;
  /** What is counted, for screen readers. */
  readonly about: string;
}

function CountedTab({ id, title, count, about }: CountedTabProps) {
  return (
    <Tabs.Trigger value={id}>
      {title}
      {count !== "" && (
        <span className="count">
          {count}
          <span className="visually-hidden"> {about}</span>
        </span>
      )}
    </Tabs.Trigger>
  );
}

/** The next step once all known values are in the page: what it still requires, then the dossier. */
function nextOf({ fields, remaining, dossier, coming }: Situation, actions: ScreenActions, m: Messages): ActionBarProps["next"] {
  const [first] = remaining;
  if (coming > 0 || fields.every(({ status }) => status !== "filled")) return null;
  if (first !== undefined) return { text: m.actions.answer(remaining.length), onPress: () => void actions.goTo(first) };
  return dossier === null || dossier.pieces.length === 0 ? null : { text: m.dossier.open, onPress: actions.openDossier };
}

function wholeOf(open: readonly SlotLine[], chosen: (slot: SlotLine) => readonly string[]): ActionBarProps["whole"] {
  const whole = open.filter(({ made }) => made !== null);
  const [now] = whole.filter((slot) => !slot.prepared.flat().some((key) => chosen(slot).includes(key)));
  return now?.made ?? (whole.length > 0 ? "prepared" : null);
}
