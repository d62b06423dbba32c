/** The work on one page for one company. */
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { SlotLine } from "../src/messages/situation.ts";
import { ActionBar, type ActionBarProps } from "./ActionBar.tsx";
import { FormTab } from "./FormTab.tsx";
import { Headline } from "./Headline.tsx";
import { AllowCard, Notices, ObstacleCard, obstaclesOf, TroubleCard } from "./Obstacles.tsx";
import { PiecesTab } from "./PiecesTab.tsx";
import type { ScreenProps } from "./Screen.tsx";
import { SignInCard } from "./SignInCard.tsx";
import { SourcesTab } from "./SourcesTab.tsx";
import { ToDrop } from "./ToDrop.tsx";
import { useWork, type Work as WorkState } from "./useWork.ts";
import { useWords } from "./words.tsx";

interface WorkProps extends ScreenProps {
  /** The person wants to work for another company. */
  readonly onOther: () => void;
}

export function Work({ situation, actions, now, onOther }: WorkProps) {
  const { dossier, service } = situation;
  const work = useWork(situation, actions);
  const { ready, open, chosen, busy, said } = work;
  return (
    <>
      <main className="scroll">
        <div className="above">
          <Headline situation={situation} ready={ready.length} onRead={actions.readPage} />
          <TroubleCard
            service={service}
            known={dossier !== null}
            onRetry={() => actions.retry(null)}
            onOptions={actions.openOptions}
            onOpenData={actions.useOpenData}
          />
          <AllowCard service={service} onAllow={() => actions.allow(service.publicServices?.origins ?? [])} />
          {obstaclesOf(dossier).map((conflict) => (
            <ObstacleCard key={conflict.code} conflict={conflict} onUse={actions.chooseCompany} onOther={onOther} />
          ))}
        </div>
        <WorkTabs situation={situation} actions={actions} now={now} work={work} />
      </main>
      <ActionBar
        ready={ready.length}
        attachable={open.reduce((sum, slot) => sum + chosen(slot).length, 0)}
        whole={wholeOf(open, chosen)}
        blocked={situation.stage === "blocked"}
        undoable={situation.undoable}
        busy={busy}
        said={said}
        onFill={work.fill}
        onUndo={work.undo}
        onAttach={work.attach}
      />
    </>
  );
}

function WorkTabs({ situation, actions, now, work }: ScreenProps & { readonly work: WorkState }) {
  const { m } = useWords();
  const { dossier, fields, sources, service, stage } = situation;
  return (
    <Tabs className="tabs" defaultSelectedKey={stage === "noForm" ? "pieces" : "form"}>
      <TabList aria-label={m.tabs.label}>
        <CountedTab id="form" title={m.tabs.form} count={fields.length} />
        <CountedTab id="pieces" title={m.tabs.pieces} count={dossier?.pieces.length ?? 0} />
        <CountedTab id="sources" title={m.tabs.sources} count={sources.length} />
      </TabList>
      <TabPanel id="form">
        <FormTab
          fields={fields}
          excluded={work.excluded}
          onExclude={work.exclude}
          accepted={work.accepted}
          onAccept={work.accept}
          onRemember={actions.remember}
          onCorrect={actions.correct}
          dossier={dossier}
        />
      </TabPanel>
      <TabPanel id="pieces">
        <PiecesTab situation={situation} actions={actions} now={now} work={work} />
      </TabPanel>
      <TabPanel id="sources">
        <SignInCard service={service} onSignIn={actions.signIn} onSignOut={actions.signOut} />
        {service.mode === "ouvert" && <ToDrop dossier={dossier} onCoffre={actions.openCoffre} />}
        <SourcesTab sources={sources} now={now} onRetry={actions.retry} />
        <Notices dossier={dossier} onExplain={actions.openCoffre} />
      </TabPanel>
    </Tabs>
  );
}

function CountedTab({ id, title, count }: { readonly id: string; readonly title: string; readonly count: number }) {
  return (
    <Tab id={id}>
      {title}
      {count > 0 && <span className="count">{count}</span>}
    </Tab>
  );
}

function wholeOf(open: readonly SlotLine[], chosen: (slot: SlotLine) => readonly string[]): ActionBarProps["whole"] {
  const whole = open.filter(({ made }) => made !== null);
  const [now] = whole.filter((slot) => !slot.prepared.flat().some((key) => chosen(slot).includes(key)));
  return now?.made ?? (whole.length > 0 ? "prepared" : null);
}
