/** The folder that a company's sealed file is shared in: chosen once, brought up to date by a gesture. */
import { type FormEvent, useEffect, useState } from "react";
import { type FolderState, type FolderUpdate, folderFileOf } from "../src/domain/shared-folder.ts";
import { formatInstant } from "../src/i18n/format.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { type Came, CoffreCarried } from "./CoffreCarried.tsx";
import { type ImportedFile, importedText } from "./CoffreProtection.tsx";
import { Button, Field } from "./controls.tsx";
import { NewPassphrase } from "./NewPassphrase.tsx";
import { useWords } from "./words.tsx";

export interface FolderActions {
  readonly look: () => Promise<FolderState>;
  /** Has the browser ask for the folder, to be called in the person's gesture, as `open`, which asks again for the one chosen before. */
  readonly choose: () => Promise<FolderState>;
  readonly open: () => Promise<FolderState>;
  readonly leave: () => Promise<FolderState>;
  /** @param isFirst the passphrase is chosen for a first file; otherwise it is that of a file there */
  readonly update: (passphrase: string, isFirst: boolean) => Promise<FolderUpdate<ImportedFile>>;
}

interface CoffreFolderProps {
  readonly siren: string;
  readonly company: string;
  /** What anybody knows of the companies: no passphrase is made of it. */
  readonly known: readonly string[];
  /** `null` where the browser has no folders. */
  readonly actions: FolderActions | null;
  readonly drawWords: () => string;
}

export function CoffreFolder({ actions, company, ...props }: CoffreFolderProps) {
  const { m } = useWords();
  return (
    <section className="section card protection folder">
      <h2>{m.coffre.folder.title(company)}</h2>
      {actions === null ? <p>{m.coffre.folder.none}</p> : <Chosen {...props} actions={actions} />}
    </section>
  );
}

interface ChosenProps extends Omit<CoffreFolderProps, "company"> {
  readonly actions: FolderActions;
}

function Chosen({ siren, known, actions, drawWords }: ChosenProps) {
  const { m } = useWords();
  const words = m.coffre.folder;
  const { folder, said, busy, came, setCame, isFirst, setIsFirst, turn, update } = useFolder(actions);
  if (folder === null) return null;
  const isEmpty = folder.state === "ready" && folder.at === null;
  const hasFiles = folder.state === "ready" && (folder.at !== null || folder.copies.length > 0);
  return (
    <>
      <p>{words.intro}</p>
      <Standing folder={folder} siren={siren} />
      {isEmpty && isFirst && (
        <NewPassphrase
          intro={words.firstIntro}
          action={words.first}
          {...{ known, busy, drawWords }}
          onGive={(passphrase) => update(passphrase, true)}
        />
      )}
      {hasFiles && !(isEmpty && isFirst) && <Update busy={busy} onGive={(passphrase) => update(passphrase, false)} />}
      <div className="choices">
        {isEmpty && !isFirst && <Button onPress={() => setIsFirst(true)}>{words.first}</Button>}
        {folder.state === "asks" && <Button onPress={() => void turn(actions.open)}>{words.open}</Button>}
        <Button isDisabled={busy} onPress={() => void turn(actions.choose)}>
          {folder.state === "none" ? words.choose : words.chooseOther}
        </Button>
        {folder.state !== "none" && (
          <Button look="link" isDisabled={busy} onPress={() => void turn(actions.leave)}>
            {words.leave}
          </Button>
        )}
      </div>
      <p role="status">{said}</p>
      {came !== null && <CoffreCarried came={came} onTaken={setCame} />}
    </>
  );
}

/** Where the folder stands, and what came of the last gesture. */
function useFolder(actions: FolderActions) {
  const { m } = useWords();
  const [folder, setFolder] = useState<FolderState | null>(null);
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Came | null>(null);
  /** The first file is being made: its passphrase takes the focus, which nothing does by itself when the page opens. */
  const [isFirst, setIsFirst] = useState(false);
  useEffect(() => {
    let isOver = false;
    void actions.look().then(
      (state) => !isOver && setFolder(state),
      () => !isOver && setFolder({ state: "none" }),
    );
    return () => {
      isOver = true;
    };
  }, [actions]);

  const turn = (to: () => Promise<FolderState>) => {
    setCame(null);
    setSaid("");
    const take = (state: FolderState) => {
      setIsFirst(to !== actions.leave && state.state === "ready" && state.copies.length === 0 && !state.isBlank);
      setFolder(state);
    };
    return to().then(take, () => setSaid(m.coffre.notDone));
  };
  async function update(passphrase: string, first: boolean): Promise<void> {
    setBusy(true);
    setSaid(m.coffre.folder.working);
    try {
      const outcome = await actions.update(passphrase, first);
      setCame(outcome.read?.state === "imported" ? outcome.read : null);
      setFolder(await actions.look());
      setSaid(updatedText(outcome, m));
    } catch {
      setSaid(m.coffre.notDone);
    } finally {
      setBusy(false);
    }
  }
  return { folder, said, busy, came, setCame, isFirst, setIsFirst, turn, update };
}

/** Where the folder stands. */
function Standing({ folder, siren }: { readonly folder: FolderState; readonly siren: string }) {
  const { m, language } = useWords();
  const words = m.coffre.folder;
  const troubles = { asks: words.asks, gone: words.gone, denied: words.denied, held: words.held };
  if (folder.state === "none") return null;
  return (
    <>
      <p>
        <strong>{words.name(folder.name, folderFileOf(siren))}</strong>
      </p>
      {folder.state === "ready" && !folder.isBlank && (
        <p>{folder.at === null ? words.empty : words.lastWritten(formatInstant(folder.at, language))}</p>
      )}
      {folder.state === "ready" && folder.isBlank && <p className="tone-warn">{words.blank}</p>}
      {folder.state === "coming" && <p className="tone-warn">{words.coming(folder.signs)}</p>}
      {folder.state in troubles && <p className="tone-warn">{troubles[folder.state as keyof typeof troubles]}</p>}
      {folder.state === "ready" && folder.copies.length > 0 && <p className="tone-warn">{words.copies(folder.copies)}</p>}
    </>
  );
}

function Update({ busy, onGive }: { readonly busy: boolean; readonly onGive: (passphrase: string) => Promise<void> }) {
  const { m } = useWords();
  const [passphrase, setPassphrase] = useState("");
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (passphrase !== "" && !busy) void onGive(passphrase);
  }
  return (
    <form className="panel" onSubmit={submit} noValidate>
      <Field label={m.coffre.folder.passphrase} value={passphrase} onChange={setPassphrase} type="password" />
      <div className="choices">
        <Button look="primary" type="submit" isDisabled={passphrase === "" || busy}>
          {m.coffre.folder.update}
        </Button>
      </div>
    </form>
  );
}

/** What was read, then what became of the writing, then of each other file. */
function updatedText({ read, copies, wrote }: FolderUpdate<ImportedFile>, m: Messages): string {
  const words = m.coffre.folder;
  const came = read === null ? "" : importedText(read, m);
  const others = copies.map(({ name, read: gave }) =>
    gave?.state === "imported" && gave.isJoined
      ? wrote === "written"
        ? words.copyJoined(name)
        : words.copyTaken(name)
      : words.copyUnread(name, gave === null || gave.state === "imported" ? words.wrote.held : importedText(gave, m)),
  );
  return [came, wrote === "unread" ? words.unread : words.wrote[wrote], ...others].filter(Boolean).join(" ");
}
