/** The passphrase of the coffre; the coffre as a file, out and in. Each opens its own panel and asks its own passphrase. */
import { useState } from "react";
import type { Messages } from "../src/i18n/fr.ts";
import { type Came, CoffreCarried } from "./CoffreCarried.tsx";
import { Button, Checkbox } from "./controls.tsx";
import { NewPassphrase } from "./NewPassphrase.tsx";
import { RecoverySheet } from "./RecoverySheet.tsx";
import { SealedFile } from "./SealedFile.tsx";
import { useWords } from "./words.tsx";

export interface ProtectionActions {
  readonly protect: (passphrase: string) => Promise<void>;
  readonly unprotect: () => Promise<void>;
  readonly exportAll: (passphrase: string) => Promise<void>;
  /** One company, with its answers and consultations, for a colleague or another browser. */
  readonly exportCompany: (passphrase: string) => Promise<void>;
  readonly importFile: (file: File, passphrase: string) => Promise<ImportedFile>;
  /** A passphrase of words drawn at random. */
  readonly drawWords: () => string;
}

export type ImportedFile = Came | { readonly state: keyof Messages["coffre"]["importFailures"] };

interface ProtectionProps {
  readonly isProtected: boolean;
  /** Public facts of the companies: a passphrase may not be made of them. */
  readonly known: readonly string[];
  /** The name of the company shown; `null` when there is none. */
  readonly company: string | null;
  readonly actions: ProtectionActions;
  /** "2026-05-31" */
  readonly today: string;
}

type Panel = "protect" | "export" | "company" | "import";
const PANELS: readonly Panel[] = ["protect", "export", "company", "import"];

/** Long on purpose: the gestures, then the panel of each. */
export function CoffreProtection({ isProtected, known, company, actions, today }: ProtectionProps) {
  const { m } = useWords();
  const [panel, setPanel] = useState<Panel | null>(null);
  /** The passphrase set just now, until the person says that it is written down. */
  const [fresh, setFresh] = useState<string | null>(null);
  const [came, setCame] = useState<Came | null>(null);
  const { said, busy, during } = useWork();
  const names = {
    protect: isProtected ? m.coffre.changePassphrase : m.coffre.setPassphrase,
    export: m.coffre.exportAll,
    company: m.coffre.carried.export(company ?? ""),
    import: m.coffre.importFile,
  };
  const close = () => setPanel(null);

  const protect = (passphrase: string) =>
    during(async () => {
      await actions.protect(passphrase);
      setFresh(passphrase);
      close();
      return m.coffre.protectedNow;
    });
  const exportWith = (give: (passphrase: string) => Promise<void>) => (passphrase: string) =>
    during(async () => {
      await give(passphrase);
      close();
      return m.coffre.exported;
    });
  const importFile = (file: File, passphrase: string) =>
    during(async () => {
      const outcome = await actions.importFile(file, passphrase);
      setCame(outcome.state === "imported" ? outcome : null);
      if (outcome.state === "imported") close();
      return importedText(outcome, m);
    });
  const unprotect = () =>
    during(async () => {
      await actions.unprotect();
      setFresh(null);
      return m.coffre.unprotectedNow;
    });

  return (
    <section className="section card protection">
      <h2>{m.coffre.protection}</h2>
      <p>{isProtected ? m.coffre.protected : m.coffre.unprotected}</p>
      {fresh !== null && (
        <Fresh
          passphrase={fresh}
          today={today}
          busy={busy}
          onExport={() => void exportWith(actions.exportAll)(fresh)}
          onDone={() => setFresh(null)}
        />
      )}
      <div className="choices">
        {PANELS.filter((one) => one !== "company" || company !== null).map((one) => (
          <Button key={one} aria-expanded={panel === one} isDisabled={busy} onPress={() => setPanel(panel === one ? null : one)}>
            {names[one]}
          </Button>
        ))}
        {isProtected && (
          <Button look="danger" isDisabled={busy} onPress={() => void unprotect()}>
            {m.coffre.unprotect}
          </Button>
        )}
      </div>
      {panel === "protect" && (
        <NewPassphrase
          key="protect"
          intro={m.coffre.protectIntro}
          action={m.coffre.protect}
          {...{ known, busy }}
          drawWords={actions.drawWords}
          onGive={protect}
        />
      )}
      {panel === "export" && (
        <NewPassphrase
          key="export"
          intro={m.coffre.exportIntro}
          action={m.coffre.exportNow}
          {...{ known, busy }}
          drawWords={actions.drawWords}
          onGive={exportWith(actions.exportAll)}
        />
      )}
      {panel === "company" && (
        <NewPassphrase
          key="company"
          intro={m.coffre.carried.intro}
          action={m.coffre.exportNow}
          {...{ known, busy }}
          drawWords={actions.drawWords}
          onGive={exportWith(actions.exportCompany)}
        />
      )}
      {panel === "import" && (
        <SealedFile
          intro={m.coffre.importIntro}
          choose={m.coffre.chooseExport}
          itsPassphrase={m.coffre.filePassphrase}
          open={m.coffre.importNow}
          busy={busy}
          onGive={importFile}
        />
      )}
      <p role="status">{said}</p>
      {came !== null && <CoffreCarried came={came} onTaken={setCame} />}
    </section>
  );
}

/** Runs one task at a time and holds its outcome. */
function useWork() {
  const { m } = useWords();
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);

  async function during(work: () => Promise<string>): Promise<void> {
    setBusy(true);
    setSaid(m.coffre.sealing);
    try {
      setSaid(await work());
    } catch {
      setSaid(m.coffre.notDone);
    } finally {
      setBusy(false);
    }
  }

  return { said, busy, during };
}

interface FreshProps {
  readonly passphrase: string;
  readonly today: string;
  readonly busy: boolean;
  readonly onExport: () => void;
  readonly onDone: () => void;
}

/** A forgotten passphrase cannot be recovered: the person is first invited to print it and to export the documents. */
function Fresh({ passphrase, today, busy, onExport, onDone }: FreshProps) {
  const { m } = useWords();
  return (
    <div className="card card-ok fresh">
      <p>
        <strong>{m.coffre.writeItDown}</strong> {m.coffre.writeItDownText}
      </p>
      <div className="choices">
        <RecoverySheet passphrase={passphrase} today={today} />
        <Button isDisabled={busy} onPress={onExport}>
          {m.coffre.exportBackup}
        </Button>
        <Button look="link" onPress={onDone}>
          {m.coffre.written}
        </Button>
      </div>
    </div>
  );
}

export function importedText(outcome: ImportedFile, m: Messages): string {
  return outcome.state === "imported" ? m.coffre.imported(outcome.pieces, outcome.alreadyHere) : m.coffre.importFailures[outcome.state];
}

interface LostCoffreProps {
  /** Removes what can no longer be opened, and begins with an empty coffre. Rejects when the browser could not write it. */
  readonly onStartAgain: () => Promise<void>;
}

/** The browser's secret is gone: what is there cannot be opened, and is not removed before the person says so. */
export function LostCoffre({ onStartAgain }: LostCoffreProps) {
  const { m } = useWords();
  const { said, busy, during } = useWork();
  const [sure, setSure] = useState(false);
  const startAgain = () =>
    during(async () => {
      await onStartAgain();
      return "";
    });
  return (
    <main className="options coffre">
      <h1>{m.coffre.heading}</h1>
      <section className="card protection" role="alert">
        <h2>{m.coffre.lost.title}</h2>
        <p>{m.coffre.lost.text}</p>
        <p>{m.coffre.lost.todo}</p>
        <div className="choices">
          <Checkbox label={m.coffre.lost.sure} selected={sure} onChange={setSure}>
            {m.coffre.lost.sure}
          </Checkbox>
          <Button isDisabled={!sure || busy} onPress={() => void startAgain()}>
            {m.coffre.lost.startAgain}
          </Button>
        </div>
        <p role="status">{said}</p>
      </section>
    </main>
  );
}
