/** After the deposit: the portal's receipt, a PDF or the page open, kept and compared with what was prepared. It closes the log. */
import { FileCheck2, ReceiptText } from "lucide-react";
import { useState } from "react";
import type { Diligence } from "../src/domain/diligence.ts";
import { FILE_TYPES } from "../src/domain/files.ts";
import type { Receipt } from "../src/domain/receipt.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { formatMoment } from "../src/i18n/format.ts";
import { Button } from "./controls.tsx";
import { FilePick } from "./FilePick.tsx";
import { useWords } from "./words.tsx";

/**
 * `kept` · `keptLogOnly`: the coffre is closed, the log alone has it · `notReceipt`: it is no receipt · `unreadable`: no text in it ·
 * `noPage`: the page does not answer.
 */
export type ReceiptEnd = "kept" | "keptLogOnly" | "notReceipt" | "unreadable" | "noPage";

/** @param file `null`: the page open; @param isSure the person says that it is the receipt */
export type TakeReceipt = (file: File | null, isSure: boolean) => Promise<ReceiptEnd>;

interface DossierReceiptProps {
  readonly entries: readonly Diligence[];
  /** Something was prepared or given to the page. */
  readonly isOffered: boolean;
  readonly hasPage: boolean;
  readonly now: Date;
  /** ISO 8601; absent while unknown. */
  readonly deadline: string | undefined;
  readonly onTake: TakeReceipt;
}

export function DossierReceipt({ entries, isOffered, hasPage, now, deadline, onTake }: DossierReceiptProps) {
  const { m } = useWords();
  const [end, setEnd] = useState<ReceiptEnd | "busy" | null>(null);
  const [doubted, setDoubted] = useState<File | null | undefined>(undefined);
  const last = entries.findLast(({ what }) => what === "receipt");
  if (!isOffered) return null;

  async function take(file: File | null, isSure = false): Promise<void> {
    setDoubted(undefined);
    setEnd("busy");
    const came = await onTake(file, isSure).catch((): ReceiptEnd => (file === null ? "noPage" : "unreadable"));
    if (came === "notReceipt" || came === "unreadable") setDoubted(file);
    setEnd(came);
  }

  const words = m.receipt;
  return (
    <section className="section">
      <h2 className="section-title">{words.title}</h2>
      <p className="about">{words.intro}</p>
      {last?.receipt !== undefined && <Closed line={last} receipt={last.receipt} now={now} deadline={deadline} />}
      <div className="choices">
        <FilePick types={FILE_TYPES} onFiles={([file]) => void (file === undefined ? null : take(file))}>
          <Button isDisabled={end === "busy"}>
            <ReceiptText size={15} aria-hidden="true" />
            {words.pick}
          </Button>
        </FilePick>
        {hasPage && (
          <Button isDisabled={end === "busy"} onPress={() => void take(null)}>
            {words.page}
          </Button>
        )}
      </div>
      <div role="status" className="said-list">
        {end !== null && end !== "kept" && <p className={end === "busy" ? "about" : "tone-warn"}>{words.ends[end]}</p>}
        {doubted !== undefined && (
          <Button look="link" onPress={() => void take(doubted, true)}>
            {words.anyway}
          </Button>
        )}
      </div>
    </section>
  );
}

interface ClosedProps {
  readonly line: Diligence;
  readonly receipt: Receipt;
  readonly now: Date;
  readonly deadline: string | undefined;
}

/** What the last receipt proves. */
function Closed({ line, receipt, now, deadline }: ClosedProps) {
  const { m, language } = useWords();
  const words = m.receipt;
  const { depositedAt, files, namesReference, otherCompany } = receipt;
  const isLate = depositedAt !== undefined && deadline !== undefined && Date.parse(depositedAt) > Date.parse(deadline);
  const isOwn = namesReference !== false && otherCompany === undefined;
  const isWhole = files.length > 0 && files.every(({ found }) => found === "hash" || found === "name") && isOwn && !isLate;
  return (
    <div className={`card verdict card-${isWhole ? "ok" : "warn"}`} data-receipt={isWhole ? "whole" : "partial"}>
      <h3>
        <FileCheck2 size={18} aria-hidden="true" />
        {words.kept(formatMoment(line.at, now, language), line.fileName)}
      </h3>
      <p>{depositedAt === undefined ? words.noInstant : words.deposited(formatMoment(depositedAt, now, language))}</p>
      {isLate && <p className="tone-bad">{words.late(formatMoment(deadline, now, language))}</p>}
      {otherCompany !== undefined && <p className="tone-warn">{words.otherCompany(formatSiret(otherCompany))}</p>}
      <Files files={files} />
      {namesReference === false && <p className="tone-warn">{words.otherReference}</p>}
      <p className="hash">SHA-256 {line.sha256}</p>
    </div>
  );
}

/** Which of the files it names. */
function Files({ files }: Pick<Receipt, "files">) {
  const words = useWords().m.receipt;
  if (files.length === 0) return <p className="tone-warn">{words.notCompared}</p>;
  const named = (as: Receipt["files"][number]["found"]) => files.filter(({ found }) => found === as).map(({ fileName }) => fileName);
  const [absent, other] = [named("absent"), named("otherHash")];
  return (
    <>
      <p>{words.found(files.length - absent.length, files.length)}</p>
      {absent.length > 0 && <p className="tone-warn">{words.absent(absent.join(", "))}</p>}
      {other.length > 0 && <p className="tone-warn">{words.otherHash(other.join(", "))}</p>}
    </>
  );
}
