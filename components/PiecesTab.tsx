/** What the form asks for, then everything the company holds, the most urgent first. */
import { sirenOf } from "../src/domain/siret.ts";
import { parisDay } from "../src/domain/time.ts";
import { askingOf } from "../src/dossier/asking.ts";
import { AccountDifferences } from "./AccountDifferences.tsx";
import { CatchTab } from "./CatchTab.tsx";
import { Certifications } from "./Certifications.tsx";
import { CoffreDoorCard } from "./CoffreDoor.tsx";
import { ExpectedPieces } from "./ExpectedPieces.tsx";
import { HeldPieces } from "./HeldPieces.tsx";
import { OnObtain } from "./Obtain.tsx";
import "./PiecesTab.css";
import type { Teaching } from "./Reassign.tsx";
import type { ScreenProps } from "./Screen.tsx";
import { useAfterFirst } from "./useFirstThenAll.ts";
import type { Work } from "./useWork.ts";

interface PiecesTabProps extends Omit<ScreenProps, "memory"> {
  readonly work: Work;
  readonly teaching: Teaching;
  /** The person came for the coffre's door. */
  readonly toDoor: boolean;
}

export function PiecesTab({ situation, actions, now, work, teaching, toDoor }: PiecesTabProps) {
  // They are below every document.
  const isAfter = useAfterFirst();
  const { slots, dossier, prepared, coffreLocked } = situation;
  const { chosen, choose, isTicked, tick, problems } = work;
  const today = parisDay(now);
  const span = { today, on: dossier?.on ?? today };
  const pieces = dossier?.pieces ?? [];
  const siren = dossier === null ? null : sirenOf(dossier.siret);
  const asking = askingOf(dossier, situation.page?.consultation?.acheteurNom, today);
  return (
    <OnObtain value={(kind) => actions.awaitPiece(kind, true)}>
      <CatchTab
        awaited={situation.awaited}
        isFolded={slots.length > 0 || situation.fields.length > 0}
        document={situation.page?.document ?? ""}
        survey={actions.survey}
        take={actions.take}
        stopAwaiting={(kind) => actions.awaitPiece(kind, false)}
        openCoffre={actions.openCoffre}
        handIn={actions.handIn}
        coffreLocked={coffreLocked}
      />
      {situation.stage === "noForm" && <AccountDifferences situation={situation} actions={actions} />}
      {coffreLocked && <CoffreDoorCard onUnlock={actions.unlockCoffre} autoFocus={toDoor} />}
      <ExpectedPieces
        {...{ slots, pieces, siren, asking, prepared, now, chosen, isTicked, problems, teaching }}
        onChoose={choose}
        onTick={tick}
        onOpen={(id) => work.bring(id, actions.openPiece)}
        onRetry={actions.retry}
        onSignIn={() => void actions.signIn()}
        onCoffre={actions.openCoffre}
        onDossier={actions.openDossier}
      />
      <HeldPieces {...{ pieces, span, problems, coffreLocked, actions }} awardOn={dossier?.awardOn} onBring={work.bring} />
      {isAfter && <Certifications certifications={dossier?.certifications ?? []} span={span} />}
    </OnObtain>
  );
}
